"""Updates that nobody's Telegram ever sent break nothing, and get no other person's words."""

import json
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.fakes.pictures import corners, encoded
from tests.telegram_heard import ANA, BO, Json, message, photo, press, said, told, voice
from tests.telegram_living import Living, living_in
from tests.waiting import until

EACH = 60
SEEDS = range(5)
STRANGE: tuple[Any, ...] = (
    None,
    True,
    -1,
    2**70,
    1.5,
    "",
    "x" * 5_000,
    "\ud800",
    [],
    {},
    [[]],
    {"id": BO},
    "/delete #1",
    "../../etc/passwd",
)


@pytest_asyncio.fixture
async def living(tmp_path: Path) -> AsyncIterator[Living]:
    """A chat with real parts behind an inbox."""
    async with living_in(tmp_path) as found:
        yield found


def honest(living: Living) -> list[Json]:
    """Give updates of each kind, as Telegram sends them."""
    picture = encoded(corners(), "PNG")
    file_id = living.put(picture)
    robot = {"id": 900, "is_bot": True, "first_name": "H"}
    members = [{"status": status, "user": robot} for status in ("left", "member")]
    group = {"id": -5, "type": "supergroup", "title": "Film club"}
    change = {"chat": group, "from": message()["from"], "date": 1}
    return [
        said("/create a calm sea at sunset seconds=3"),
        said("/privacy", reply_to_message=message("card")),
        said("is my video private?"),
        said(**photo(file_id, len(picture)), caption="a slow move"),
        said(**photo(file_id, len(picture)), media_group_id="9"),
        said(**voice(file_id, len(picture))),
        said("hello @hushreel_bot", group=-5),
        press("1sprivacy"),
        told("my_chat_member", **change, old_chat_member=members[0], new_chat_member=members[1]),
    ]


def mutated(update: Any, chance: random.Random) -> Any:
    """Give an update with something of it taken out, or put in the place of something else."""
    if chance.random() < 0.08:
        return chance.choice(STRANGE)
    if isinstance(update, dict):
        return {name: mutated(one, chance) for name, one in update.items() if chance.random() > 0.04}
    return [mutated(one, chance) for one in update] if isinstance(update, list) else update


@pytest.mark.parametrize("seed", SEEDS)
async def test_strange_updates_break_nothing(living: Living, seed: int) -> None:
    """Each is dropped, refused in words or answered; whoever speaks afterwards is answered as ever."""
    chance = random.Random(seed)  # noqa: S311 - meant to be foretold
    numbers = iter(range(EACH * 100))
    for _ in range(EACH):
        kinds = honest(living)
        strange = mutated(chance.choice(kinds), chance)
        if isinstance(strange, dict):
            strange = json.loads(json.dumps(strange)) | {"update_id": next(numbers)}
        await living.incoming.keep([strange, strange])
    await until(lambda: not living.incoming.waiting, 60)
    assert "no video" in await living.hear(said("is my video private?", by=ANA + BO))
