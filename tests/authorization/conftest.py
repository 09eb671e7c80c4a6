"""One house for all the tests of a file."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.authorization.house import House, house_in


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """Everybody in one house."""
    async with house_in(tmp_path_factory.mktemp("house")) as opened:
        yield opened
