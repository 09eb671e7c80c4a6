"""A service that lost its database serves no private byte any more, also to whoever is in the middle of a video."""

from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientPayloadError

from core.videos import AssetRole
from tests.service import Service
from tests.wire.published import CLIP, HERE, publishing_in
from tests.wire.test_showcase import LONG_BYTES, read_on
from tests.wire.visitor import Visitor, visiting

pytestmark = pytest.mark.timeout(240)


def lose(service: Service) -> None:
    """Take the database away, as a disk that is unmounted or a careless hand does."""
    (service.data_dir / "hushreel.db").rename(service.folder / "away.db")


def lose_revocations(service: Service) -> None:
    """Take away what tells which bytes may not be served."""
    (service.data_dir / "revoked.log").unlink()


async def until_refused(visitor: Visitor, path: str) -> None:
    """Ask for a few bytes until they are given no more: not there, or an error of a service without tables."""
    with suppress(ClientPayloadError):
        while (await visitor.get(path, {"Range": "bytes=0-7"})).status not in {404, 500}:
            pass


@pytest.mark.parametrize("losing", [lose, lose_revocations])
async def test_a_video_that_plays_is_cut_when_the_database_is_lost(folder: Path, losing: object) -> None:
    """Its owner gets no further chunk, and not another byte of anything private."""
    assert callable(losing)
    with Service(folder) as service:
        async with publishing_in(service) as published, visiting(service.demo) as owner:
            video = await published.ready(CLIP + bytes(LONG_BYTES))
            async with published.store.read() as reads:
                view = await reads.video(published.owner, video, HERE)
            assert view is not None
            (output,) = [one for one in view.assets if one.role is AssetRole.OUTPUT]
            got = bytearray()
            async with owner.session.get(f"{owner.home}/assets/{output.id}") as answer:
                got += await answer.content.readexactly(1_024)
                losing(service)
                await until_refused(owner, f"assets/{output.id}")
                with pytest.raises(ClientPayloadError):
                    await read_on(answer.content, got)
            assert len(got) < output.size_bytes
