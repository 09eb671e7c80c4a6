"""Bytes of a shared video on their way: cut once it isn't shared any more, while the owner's go on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientError, ClientResponse, ClientSession, web
from aiohttp.test_utils import TestServer

from bots.web.media import MediaServer
from core.grants import Through
from core.people import Viewer
from core.sharing.seen import who_saw
from core.sharing.unshare import unshare
from core.videos import Asset, AssetId, AssetRole, VideoId
from tests.parts import HERE, Parts
from tests.test_sharing import give, ready

SIZE_BYTES = 48 * 2**20
"""More than sockets hold between two processes of one machine."""

PIECE_BYTES = 2**20


@dataclass
class Serving:
    """The media server behind a socket; people are told apart by the address."""

    media: MediaServer
    people: dict[str, Viewer]
    asset: AssetId
    over: dict[str, asyncio.Event] = field(default_factory=dict)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve somebody."""
        who = request.match_info["who"]
        self.over[who] = asyncio.Event()
        try:
            return await self.media.serve(request, self.people[who], HERE, self.asset)
        finally:
            self.over[who].set()


async def pieces() -> AsyncIterator[bytes]:
    """Give as many bytes as it takes."""
    for _ in range(SIZE_BYTES // PIECE_BYTES):
        yield bytes(PIECE_BYTES)


async def large(parts: Parts, video: VideoId) -> AssetId:
    """Give a video an output that takes a while to send."""
    asset = AssetId(parts.ids.new())
    sealed = await parts.vault.seal(asset, pieces(), SIZE_BYTES)
    async with parts.store.write() as writes:
        await writes.add_asset(Asset(asset, video, AssetRole.OUTPUT, "video/mp4", SIZE_BYTES, 64, 64, 1_000), sealed)
    return asset


@asynccontextmanager
async def downloading(parts: Parts, *names: str) -> AsyncIterator[tuple[VideoId, Serving, list[ClientResponse]]]:
    """Have people who began to download a video of the first one's and read no further."""
    people = {name: await parts.person(name) for name in names}
    video = await ready(parts, people[names[0]])
    await give(parts, people[names[0]], video, *names[1:])
    serving = Serving(MediaServer(parts.store, parts.vault), people, await large(parts, video))
    app = web.Application()
    app.router.add_get("/{who}", serving.serve)
    async with TestServer(app) as server, ClientSession() as session:
        begun = [await session.get(server.make_url(f"/{name}")) for name in names]
        for one in begun:
            await one.content.readexactly(PIECE_BYTES)
        try:
            yield video, serving, begun
        finally:
            for one in begun:
                one.close()


async def test_a_download_of_a_receiver_is_cut_and_the_owners_goes_on(parts: Parts) -> None:
    """After /unshare the receiver's connection breaks off half-way, and what the owner reads is whole."""
    async with downloading(parts, "owner", "member") as (video, serving, (own, theirs)):
        await unshare(serving.people["owner"], video, HERE, store=parts.store)
        async with asyncio.timeout(30):
            await serving.over["member"].wait()
            with pytest.raises(ClientError):
                await theirs.content.read()
            assert PIECE_BYTES + len(await own.content.read()) == SIZE_BYTES


async def test_who_reads_its_beginning_opened_it(parts: Parts) -> None:
    """A download is one opening of the receiver's, none of the owner's; a look at the middle is none."""
    async with downloading(parts, "owner", "member") as (video, serving, _):
        (seen,) = (await who_saw(serving.people["owner"], video, HERE, store=parts.store)).openings
        assert (seen.name, seen.through) == ("Member", Through.WEB)
