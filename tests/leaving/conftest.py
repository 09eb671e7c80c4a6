"""People who did everything that can be done: they live once, and each test goes on from a copy of it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.departing import Life, Village, lived, village_in
from tests.fakes.time import FakeClock
from tests.parts import parts_in, shutting_of


@dataclass(frozen=True)
class Lived:
    """What is left when everybody has lived: a folder with the data and the keys, and where time and names stand."""

    folder: Path
    village: Village
    life: Life


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """Live, on real parts that are closed again."""
    folder = tmp_path_factory.mktemp("lived")

    async def live() -> Lived:
        async with parts_in(folder / "data") as parts:
            village = await village_in(parts)
            return Lived(folder, village, await lived(village))

    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, live()).result()


@pytest.fixture
def before(request: pytest.FixtureRequest) -> Lived | None:
    """What was lived before the test: nothing, where it doesn't ask for a `life`."""
    if "life" not in request.fixturenames:
        return None
    found: Lived = request.getfixturevalue("once")
    return found


@pytest_asyncio.fixture
async def village(before: Lived | None, tmp_path: Path) -> AsyncIterator[Village]:
    """A community, and people in it: with all that they did where a test asks for their `life`."""
    if before is None:
        async with parts_in(tmp_path / "data") as parts:
            yield await village_in(parts)
        return
    shutil.copytree(before.folder, tmp_path, dirs_exist_ok=True)
    was = before.village.parts
    async with parts_in(tmp_path / "data", clock=FakeClock(was.clock.now_ms()), ids=deepcopy(was.ids)) as parts:
        yield Village(parts, shutting_of(parts), before.village.community)


@pytest.fixture
def life(once: Lived) -> Life:
    """All that Ann did, and with whom."""
    return once.life
