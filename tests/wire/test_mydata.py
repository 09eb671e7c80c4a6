"""One's own archive over the wire: made by the engine, fetched in pieces, gone with a video, made anew after a kill."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.service import Service
from tests.waiting import until
from tests.wire.pictures import png
from tests.wire.visitor import Json, Visitor, buttons, dangerous, made, parts, said, settled, visiting

pytestmark = pytest.mark.timeout(500)
CARD = "mydata"


async def begun(visitor: Visitor) -> None:
    """Ask for one's archive, and press Make."""
    offered = await visitor.ask("mydata")
    await visitor.press(str(buttons(offered)[0]["press"]))


async def ready(visitor: Visitor) -> Json:
    """Wait until an open page shows where the archive is."""
    return await visitor.until(CARD, lambda card: settled(card) and parts(card, "link"))


async def fetched(visitor: Visitor, card: Json) -> bytes:
    """Fetch an archive in two pieces, as a browser does whose download broke off."""
    (path,) = [part["href"] for part in parts(card, "link")]
    whole = await visitor.get(f"{visitor.base}{path}")
    assert (whole.status, whole.headers["Content-Type"]) == (200, "application/zip")
    assert whole.headers["Cache-Control"] == "no-store"
    half = len(whole.body) // 2
    rest = await visitor.get(f"{visitor.base}{path}", {"Range": f"bytes={half}-"})
    assert rest.status == 206
    return whole.body[:half] + rest.body


async def test_the_whole_way(owner: Visitor, member: Visitor, service: Service) -> None:
    """A picture, a video, its archive in pieces; nobody else's page has it; a delete takes it along, bytes too."""
    _, media = await made(owner, [("sea.png", png())])
    before = {file.name for file in (service.data_dir / "blobs").iterdir()}
    await begun(owner)
    content = await fetched(owner, await ready(owner))
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        (video,) = json.loads(archive.read("mydata.json"))["videos"]
        (output,) = [one["file"] for one in video["files"] if one["role"] == "output"]
        assert archive.read(output) == (await owner.get(f"{owner.base}{media['video']}")).body
    assert (await member.get("mydata/file")).status == 404
    assert (await owner.get("mydata/file")).status == 200
    await owner.press(dangerous(await owner.ask("delete", video="last")))
    assert (await owner.get("mydata/file")).status == 404
    await until(lambda: not {file.name for file in (service.data_dir / "blobs").iterdir()} - before)


async def test_a_kill_while_it_is_made_leaves_nothing_and_it_is_made(folder: Path) -> None:
    """The next life makes it, under the same name, and no stray is left beside it."""
    with Service(folder) as service:
        async with visiting(service.demo) as owner:
            await made(owner, [("sea.png", png())])
            there = {file.name for file in (service.data_dir / "blobs").iterdir()}
            await begun(owner)
            service.kill()
        service.start()
        async with visiting(service.demo) as owner:
            card = await owner.ask("mydata")
            content = await fetched(owner, card if parts(card, "link") else await ready(owner))
        assert len(ZipFile(io.BytesIO(content)).namelist()) > len(there)
        assert len({file.name for file in (service.data_dir / "blobs").iterdir()} - there) == 1, said(card)
