"""kill -9 of the service at random moments of a delivery to Telegram: card, progress, video, erasure.

HUSHREEL_TELEGRAM_KILLS sets how many, HUSHREEL_SEED which.
"""

import asyncio
import os
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import NotOffered, Person, Town
from tests.faults.houses import check_settled, until_made
from tests.faults.shown_telegram import check_shown, check_unseen_by_others, is_calm, unanswered
from tests.service import Service
from tests.wire_telegram.leaks import check_token_kept
from tests.wire_telegram.living import MAKE_IT, drafted, picture, start

KILLS = int(os.environ.get("HUSHREEL_TELEGRAM_KILLS", "6"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261129"))
LAST_REQUEST = 10
"""After how many requests about somebody it is killed at the latest: about what a video and its erasure take."""

QUEUED_EACH = 4
"""Of so many one lives behind what the earlier kills left to be made; the others get to their video before theirs."""

A_LITTLE_S = 0.2
LATEST_S = 30.0
A_VIDEO_WITHIN_S = 60.0
CALM_WITHIN_S = 90.0
"""How long after the last video the last message may still change."""


async def live(person: Person, chance: random.Random, did: Counter[str]) -> None:
    """Create, and then let it be, or delete it: while it is made, or once it is shown."""
    prompt = f"waves of {person.name}"
    if chance.random() < 0.5:
        card = await drafted(person, prompt, picture())
        begun = await person.presses(card.message, MAKE_IT, waits=LATEST_S)
        did["sent a photo"] += 1
    else:
        begun = await person.command(f"create {prompt} seconds=3", waits=LATEST_S)
        did["gave a command"] += 1
    match chance.choice(("wait", "wait", "delete", "delete when ready")):
        case "delete":
            await asyncio.sleep(chance.random() * 2)
            await delete(person, did)
        case "delete when ready":
            await begun.shows_film(LATEST_S)
            await delete(person, did)
        case _:
            await begun.shows_film(LATEST_S)


async def delete(person: Person, did: Counter[str]) -> None:
    """Erase the newest video."""
    sure: Answer = await person.command("delete #1", waits=LATEST_S)
    await person.presses(sure.message, "Delete for good", waits=LATEST_S)
    did["deleted"] += 1


def requests_about(fake: TelegramWire, person: Person) -> int:
    """Count the requests that write to somebody's chat."""
    return sum(one.chat_id == person.id and one.method != "sendChatAction" for one in fake.requests)


async def until_killed(fake: TelegramWire, person: Person, chance: random.Random, did: Counter[str]) -> None:
    """Let somebody live until a random moment: so many requests about them, and a little more."""
    last = chance.randint(0, LAST_REQUEST)
    living = asyncio.create_task(live(person, chance, did))
    with suppress(AssertionError):
        await fake.world.until(lambda: requests_about(fake, person) >= last or living.done(), LATEST_S)
    did[f"{requests_about(fake, person)} requests"] += 1
    await asyncio.sleep(chance.random() * A_LITTLE_S)
    living.cancel()
    with suppress(asyncio.CancelledError, NotOffered, AssertionError, LookupError):
        await living


async def begin_drafts(fake: TelegramWire, people: list[Person]) -> None:
    """Let everybody press Start on what they sent, once they are answered: a draft waits for its owner for days."""
    with suppress(AssertionError):
        await fake.world.until(lambda: unanswered(people) == [], CALM_WITHIN_S)
    for one in people:
        for card in [said for said in one.inbox() if MAKE_IT in said.labels]:
            await one.presses(card, MAKE_IT, waits=LATEST_S)


@pytest.mark.timeout(60 * KILLS + 900)
async def test_nobody_is_left_waiting_and_no_video_is_shown_twice(tmp_path: Path) -> None:
    """Whoever asked has an answer in the end, and each ready video is shown once, to its owner."""
    chance, did = random.Random(SEED), Counter[str]()  # noqa: S311 - repeatable moments
    print(f"seed {SEED}")  # noqa: T201
    async with TelegramWire() as fake:
        town, people = Town(fake), list[Person]()
        service = Service(tmp_path / "house", fake.settings)
        try:
            for number in range(KILLS):
                await start(service, fake)
                if number % QUEUED_EACH:
                    await asyncio.to_thread(until_made, service, A_VIDEO_WITHIN_S)
                people.append(town.person(f"somebody-{number:03}"))
                await until_killed(fake, people[-1], chance, did)
                await asyncio.to_thread(service.kill)
                print(f"kill {number + 1} of {KILLS}: {dict(did)}")  # noqa: T201
            await start(service, fake)
            await begin_drafts(fake, people)
            books = await asyncio.to_thread(check_settled, service, A_VIDEO_WITHIN_S)
            with suppress(AssertionError):
                await fake.world.until(lambda: is_calm(fake, service.data_dir, people), CALM_WITHIN_S)
            assert unanswered(people) == []
            stray = check_shown(fake, service.data_dir)
        finally:
            if service.process is not None:
                await asyncio.to_thread(service.stop)
        check_unseen_by_others(fake, people)
        check_token_kept(fake, service)
        assert "Traceback" not in service.log
    print(f"{dict(did)}; {books}; {stray} empty cards left; {len(fake.requests)} requests")  # noqa: T201
