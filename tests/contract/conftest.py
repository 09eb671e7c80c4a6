"""A ComfyUI of ours, and generators that lead to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.generators.comfyui.folders import Folders
from core.generators.comfyui.route import ComfyUI, Setup
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.contract.comfyui_orders import Make
from tests.fakes.comfyui_wire.server import ComfyUIWire


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    """Real worker processes."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()


@pytest_asyncio.fixture
async def fake(tmp_path: Path) -> AsyncIterator[ComfyUIWire]:
    """A ComfyUI."""
    async with ComfyUIWire(tmp_path) as started:
        yield started


@pytest_asyncio.fixture
async def make(fake: ComfyUIWire, workers: Workers) -> AsyncIterator[Make]:
    """Makes generators that lead to it."""
    made: list[ComfyUI] = []

    def one(**setup: object) -> ComfyUI:
        given = {"url": fake.url, "folders": Folders(fake.input, fake.output), **setup}
        made.append(ComfyUI(Setup(**given), workers))  # type: ignore[arg-type]
        return made[-1]

    yield one
    for generator in made:
        await generator.close()


@pytest.fixture
def generator(make: Make) -> ComfyUI:
    """The generator as an operator sets it up."""
    return make()
