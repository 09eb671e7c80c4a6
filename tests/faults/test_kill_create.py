"""kill -9 of the service at random moments of create, cancel and delete, with every kind of input.

HUSHREEL_KILLS sets how many, HUSHREEL_SEED which.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientError

from tests.faults.handed import Handed, all_taken, marks
from tests.faults.houses import Files, check_playable, check_settled, decode, read_books
from tests.service import Service
from tests.wire.visitor import Json, Visitor, buttons, dangerous, parts, settled, visiting

KILLS = int(os.environ.get("HUSHREEL_KILLS", "20"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261123"))
LATEST_S = 10.0


async def look(owner: Visitor, card: Json) -> None:
    """Whenever a card plays a video, the whole of it is there."""
    for media in parts(card, "media"):
        answer = await owner.get(f"{owner.base}{media['video']}")
        if answer.status == 200:
            decode(answer.body)


async def live(owner: Visitor, handed: Mapping[str, Handed], chance: random.Random, asked: Counter[str]) -> None:
    """Create, and then let it be, cancel it, or delete it."""
    kind = chance.choice(sorted(handed))
    reply = await owner.ask("create", handed[kind].files, seconds=3, **handed[kind].options)
    asked[kind] += 1
    key = reply["card"]
    match chance.choice(("wait", "cancel", "delete", "delete when ready")):
        case "cancel":
            await asyncio.sleep(chance.random() * 2)
            for button in buttons(owner.cards.get(key, reply)):
                await owner.press(button["press"])
        case "delete":
            await asyncio.sleep(chance.random() * 2)
            await owner.press(dangerous(await owner.ask("delete", video="last")))
        case "delete when ready":
            await look(owner, await owner.until(key, settled))
            await owner.press(dangerous(await owner.ask("delete", video="last")))
        case _:
            await look(owner, await owner.until(key, settled))


@pytest.mark.timeout(90 * KILLS + 600)
async def test_nothing_is_lost_or_left_over(tmp_path: Path) -> None:
    """In the end each video is ready once or says why not; nothing is left over, and no file told anything."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable moments
    service, handed, asked = Service(tmp_path / "house"), all_taken(), Counter[str]()
    files = Files(service.folder, marks(handed))
    for number in range(KILLS):
        service.start()
        with suppress(ClientError, ConnectionError, TimeoutError):
            async with visiting(service.demo) as owner, asyncio.timeout(chance.uniform(0.1, LATEST_S)):
                while True:
                    await live(owner, handed, chance, asked)
        service.kill()
        files.check()
        print(f"kill {number + 1} of {KILLS}: {read_books(service.data_dir)}")  # noqa: T201
    with service:
        books = check_settled(service)
        played = await check_playable(service, books.outputs)
        files.check()
    print(f"asked for: {dict(asked)}; {books}; {played} played to the end")  # noqa: T201
