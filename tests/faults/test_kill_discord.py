"""kill -9 of the service at random moments of a delivery to Discord: card, progress, video, erasure.

HUSHREEL_DISCORD_KILLS sets how many, HUSHREEL_SEED which.
"""

import asyncio
import os
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import NotOffered, Person, Place, Town
from tests.faults.houses import check_settled, until_made
from tests.faults.shown import check_all_answered, check_shown, check_unseen_by_others, is_calm
from tests.service import Service
from tests.wire_discord.living import photo, start

KILLS = int(os.environ.get("HUSHREEL_DISCORD_KILLS", "6"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261129"))
LAST_REQUEST = 10
"""After how many requests about somebody it is killed at the latest: about what a video and its erasure take."""

QUEUED_EACH = 4
"""Of so many one lives behind what the earlier kills left to be made; the others get to their video before theirs."""

A_LITTLE_S = 0.2
LATEST_S = 30.0
A_VIDEO_WITHIN_S = 60.0
CALM_WITHIN_S = 60.0
"""How long after the last video the last message may still change."""


async def live(person: Person, place: Place, chance: random.Random, did: Counter[str]) -> None:
    """Create, and then let it be, or delete it: while it is made, or once it is shown."""
    given: dict[str, Any] = {"image": photo()} if chance.random() < 0.5 else {}
    card = await person.command(place, "create", prompt=f"waves of {person.name}", seconds=3, **given)
    did["asked in private" if place is None else "asked in a server"] += 1
    match chance.choice(("wait", "wait", "delete", "delete when ready")):
        case "delete":
            await asyncio.sleep(chance.random() * 2)
            await delete(person, place, card, did)
        case "delete when ready":
            await card.shows_file(LATEST_S)
            await delete(person, place, card, did)
        case _:
            await card.shows_file(LATEST_S)


async def delete(person: Person, place: Place, card: Answer, did: Counter[str]) -> None:
    """Erase the newest video, asked for by its card or by a command."""
    on_card = "Delete" in card.message.labels
    sure = await person.press(card.message, "Delete") if on_card else await person.command(place, "delete", video="#1")
    await person.press(sure.message, "Delete for good")
    did["deleted"] += 1


def requests_about(fake: DiscordWire, person: Person) -> int:
    """Count the requests that answer somebody or change a message of theirs."""
    marks = [one.token for one in fake.world.interactions.values() if one.user is person.user]
    marks.append(f"/channels/{person.private.id}/")
    return sum(any(mark in one.path for mark in marks) for one in fake.requests)


async def until_killed(
    fake: DiscordWire, person: Person, place: Place, chance: random.Random, did: Counter[str]
) -> None:
    """Let somebody live until a random moment: so many requests about them, and a little more."""
    last = chance.randint(0, LAST_REQUEST)
    living = asyncio.create_task(live(person, place, chance, did))
    with suppress(AssertionError):
        await fake.world.until(lambda: requests_about(fake, person) >= last or living.done(), LATEST_S)
    did[f"{requests_about(fake, person)} requests"] += 1
    await asyncio.sleep(chance.random() * A_LITTLE_S)
    living.cancel()
    with suppress(asyncio.CancelledError, NotOffered):
        await living


@pytest.mark.timeout(60 * KILLS + 900)
async def test_nobody_is_left_waiting_and_no_video_is_shown_twice(tmp_path: Path) -> None:
    """Each person who was told to wait has an answer in the end, and each ready video is shown once, to its owner."""
    chance, did = random.Random(SEED), Counter[str]()  # noqa: S311 - repeatable moments
    print(f"seed {SEED}")  # noqa: T201
    async with DiscordWire() as fake:
        town, people = Town(fake), list[Person]()
        club = town.guild("club", town.person("owner"))
        service = Service(tmp_path / "house", fake.settings)
        try:
            for number in range(KILLS):
                await start(service, fake)
                if number % QUEUED_EACH:
                    await asyncio.to_thread(until_made, service, A_VIDEO_WITHIN_S)
                people.append(town.person(f"somebody-{number:03}"))
                club.join(people[-1])
                await until_killed(fake, people[-1], chance.choice((club, None)), chance, did)
                await asyncio.to_thread(service.kill)
                print(f"kill {number + 1} of {KILLS}: {dict(did)}")  # noqa: T201
            await start(service, fake)
            books = await asyncio.to_thread(check_settled, service, A_VIDEO_WITHIN_S)
            with suppress(AssertionError):
                await fake.world.until(lambda: is_calm(fake, service.data_dir), CALM_WITHIN_S)
            check_all_answered(fake)
            shown = check_shown(fake, service.data_dir)
        finally:
            if service.process is not None:
                await asyncio.to_thread(service.stop)
        check_unseen_by_others(fake, people)
        assert "Traceback" not in service.log
    print(f"{dict(did)}; {books}; {shown} shown once; {len(fake.requests)} requests")  # noqa: T201
