"""Streams that are cut: from the answer to Confirm, or the loss of the database, to the end of the connection."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path

from aiohttp import ClientError

from core.videos import AssetRole
from tests.bench.row import Row
from tests.service import Service
from tests.waiting import until
from tests.wire.cut import Player, held, playing
from tests.wire.published import CLIP, HERE, Published, publishing_in
from tests.wire.visitor import Visitor, dangerous, visiting

CUTS, LOSSES = 8, 5
PLAYERS = 4
MOST_MS = 1_000.0
LONG_BYTES = 24 * 2**20
SLOW_BYTES, SLOW_S = 65_536, 0.05
"""What a player takes at a time, and how long it then shows that: the video would last for 20 seconds."""


def rows() -> list[Row]:
    """Cut players that read slowly, and players that read nothing."""
    with tempfile.TemporaryDirectory() as folder:
        reading_ms, waiting_ms = asyncio.run(_confirmed(Path(folder)))
    lost_ms = []
    for _ in range(LOSSES):
        with tempfile.TemporaryDirectory() as folder:
            lost_ms.append(asyncio.run(_lost(Path(folder))))
    many = f"the last of {PLAYERS} players, worst of {CUTS} deletes"
    return [
        _row("cut after Confirm, players that read", reading_ms, many),
        _row("cut after Confirm, players that read nothing", waiting_ms, many),
        _row("cut after the database is lost", lost_ms, f"worst of {LOSSES}; its file is moved away"),
    ]


def _row(name: str, taken_ms: list[float], note: str) -> Row:
    worst = max(taken_ms)
    return Row(name, worst, "ms", f"at most {MOST_MS:,.0f}", worst <= MOST_MS, note)


async def _confirmed(folder: Path) -> tuple[list[float], list[float]]:
    reading_ms: list[float] = []
    waiting_ms: list[float] = []
    with Service(folder) as service:
        async with publishing_in(service) as published, visiting(service.demo) as owner:
            for _ in range(CUTS):
                for reads, taken_ms in ((True, reading_ms), (False, waiting_ms)):
                    path = await _path(published)
                    press = dangerous(await owner.ask("delete", video="last"))
                    taken_ms.append(await _cut(service, owner, path, partial(owner.press, press), reads=reads))
    return reading_ms, waiting_ms


async def _lost(folder: Path) -> float:
    with Service(folder) as service:
        async with publishing_in(service) as published:
            path = await _path(published)

        async def lose() -> None:
            (service.data_dir / "hushreel.db").rename(folder / "away.db")

        async with visiting(service.demo) as owner:
            return await _cut(service, owner, path, lose, reads=True)


async def _cut(
    service: Service, owner: Visitor, path: str, happen: Callable[[], Awaitable[object]], *, reads: bool
) -> float:
    """Have several people play a video, and give how long after a happening the last of them held a connection (ms)."""
    async with AsyncExitStack() as open_ones:
        address = f"{owner.home}/{path}"
        players = [await open_ones.enter_async_context(playing(owner.session, address)) for _ in range(PLAYERS)]
        tasks = [asyncio.create_task(_watch(one)) for one in players if reads]
        await happen()
        begun_s = time.perf_counter()
        await until(lambda: not held(service) & {one.port for one in players})
        taken_ms = (time.perf_counter() - begun_s) * 1_000
        for one in tasks:
            one.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return taken_ms


async def _watch(player: Player) -> None:
    """Read as one who watches."""
    with suppress(ClientError):
        while chunk := await player.answer.content.read(SLOW_BYTES):
            player.got += chunk
            await asyncio.sleep(SLOW_S)


async def _path(published: Published) -> str:
    video = await published.ready(CLIP + bytes(LONG_BYTES))
    async with published.store.read() as reads:
        view = await reads.video(published.owner, video, HERE)
    assert view is not None
    (output,) = [one for one in view.assets if one.role is AssetRole.OUTPUT]
    return f"assets/{output.id}"
