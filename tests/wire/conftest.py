"""The real service over its socket."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.service import Service
from tests.wire.visitor import Visitor, visiting


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One service for the tests of a file."""
    with Service(tmp_path_factory.mktemp("wire") / "house") as running:
        yield running


@pytest_asyncio.fixture
async def owner(service: Service) -> AsyncIterator[Visitor]:
    """The person "you", with an open page."""
    async with visiting(service.demo) as visitor:
        yield visitor


@pytest_asyncio.fixture
async def member(service: Service) -> AsyncIterator[Visitor]:
    """Another member, in another browser."""
    async with visiting(service.demo, "member") as visitor:
        yield visitor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a service of the test's own."""
    return tmp_path / "house"
