"""Players in the middle of a video: what they have got, and whether the service still holds their connection."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import psutil
import pytest
from aiohttp import ClientConnectionError, ClientPayloadError, ClientResponse, ClientSession

from tests.service import Service
from tests.waiting import until
from tests.wire.visitor import NONE

BEGINNING_BYTES = 1_024


@dataclass
class Player:
    """Somebody who has seen the beginning of a video, and reads no further for now."""

    answer: ClientResponse
    port: int
    got: bytearray = field(default_factory=bytearray)

    @property
    def size_bytes(self) -> int:
        """How long the whole is."""
        return int(self.answer.headers["Content-Length"])

    async def read_on(self) -> None:
        """Take what still comes. Raises a ClientError where it breaks off."""
        while chunk := await self.answer.content.readany():
            self.got += chunk


@asynccontextmanager
async def playing(
    session: ClientSession, address: str, method: str = "GET", headers: Mapping[str, str] = NONE
) -> AsyncIterator[Player]:
    """Begin to play what is at an address."""
    async with session.request(method, address, headers=headers) as answer:
        assert answer.status == 200, answer.status
        connection = answer.connection
        assert connection is not None
        assert connection.transport is not None
        player = Player(answer, connection.transport.get_extra_info("sockname")[1])
        player.got += await answer.content.readexactly(BEGINNING_BYTES)
        yield player


def held(service: Service) -> set[int]:
    """Give the ports of the visitors whose connections a service holds."""
    assert service.process is not None
    found = psutil.Process(service.process.pid).net_connections("tcp")
    return {one.raddr.port for one in found if one.raddr and one.status == psutil.CONN_ESTABLISHED}


async def all_cut(service: Service, *players: Player) -> None:
    """Check that the service lets go of players although they read nothing, and that none of them gets the rest."""
    await until(lambda: not held(service) & {one.port for one in players})
    for one in players:
        with pytest.raises((ClientPayloadError, ClientConnectionError)):
            await one.read_on()
        assert BEGINNING_BYTES <= len(one.got) < one.size_bytes
