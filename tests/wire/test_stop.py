"""Ctrl-C: a clean end, and what was being made goes on at the next start."""

import asyncio
from pathlib import Path

import pytest

from tests.service import Service
from tests.wire.visitor import Json, parts, settled, visiting


def moving(card: Json) -> bool:
    """Whether the making of a card's video is past its first tenth."""
    return any((part["share"] or 0) > 0.1 for part in parts(card, "progress"))


@pytest.mark.timeout(500)
async def test_a_stop_in_the_midst_of_making_costs_time_only(folder: Path) -> None:
    """One is being made and one waits when Ctrl-C comes: a clean end within 10 s, and both are ready after a start."""
    service = Service(folder).start()
    async with visiting(service.demo) as owner:
        first = (await owner.ask("create", prompt="a calm sea at sunset", seconds=3))["card"]
        second = (await owner.ask("create", prompt="a forest in the morning", seconds=3))["card"]
        await owner.until(first, moving)
        async with asyncio.timeout(60):
            assert await asyncio.to_thread(service.stop) == 0
    assert "Traceback" not in service.log
    service.start()
    try:
        async with visiting(service.demo) as owner:
            for card in (first, second):
                assert parts(await owner.until(card, settled), "media")
    finally:
        assert service.stop() == 0
