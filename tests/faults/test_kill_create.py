"""kill -9 at random moments of create, cancel and delete. HUSHREEL_KILLS sets how many, HUSHREEL_SEED which."""

import asyncio
import os
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientError

from tests.faults.houses import read_books
from tests.service import Service, eventually
from tests.wire.pictures import png
from tests.wire.visitor import Visitor, buttons, dangerous, settled, visiting

KILLS = int(os.environ.get("HUSHREEL_KILLS", "20"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261123"))
LATEST_S = 10.0
QUIET_WITHIN_S = 150.0


async def live(owner: Visitor, chance: random.Random) -> None:
    """Create, and then let it be, cancel it, or delete it."""
    reply = await owner.ask("create", [("photo.png", png())], seconds=3)
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
            await owner.until(key, settled)
            await owner.press(dangerous(await owner.ask("delete", video="last")))
        case _:
            await owner.until(key, settled)


async def live_until_killed(service: Service, chance: random.Random, after_s: float) -> None:
    """Let a person do things, and kill the service while they do."""
    with suppress(ClientError, ConnectionError, TimeoutError):
        async with visiting(service.demo) as owner, asyncio.timeout(after_s):
            while True:
                await live(owner, chance)


@pytest.mark.timeout(60 * KILLS + 300)
async def test_nothing_is_lost_or_left_over(tmp_path: Path) -> None:
    """After the last start each video is ready once or says why not, and bytes and rows belong to each other."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable moments
    service = Service(tmp_path / "house")
    for number in range(KILLS):
        service.start()
        await live_until_killed(service, chance, chance.uniform(0.1, LATEST_S))
        service.kill()
        print(f"kill {number + 1} of {KILLS}: {read_books(service.data_dir)}")  # noqa: T201
    with service:
        eventually(lambda: read_books(service.data_dir).quiet, QUIET_WITHIN_S)
        books = read_books(service.data_dir)
        assert books.blobs == books.assets
        assert len(books.states) + books.receipts == books.asked
        for video, state in books.states.items():
            roles = books.roles.get(video, Counter())
            made = 1 if state == "ready" else 0
            assert (roles["output"], roles["poster"]) == (made, made)
            assert bool(books.failures[video]) == (state == "failed")
    assert "Traceback" not in service.log
