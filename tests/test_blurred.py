"""Blurred posters: what a card shows before a moderator looks."""

import io
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from core.errors import BadInput, NotFound
from core.gate import Surface
from core.people import Role, Viewer
from core.publishing.blur import blur as blur_task
from core.publishing.blurred import blurred
from core.records import SealedBytes
from core.videos import Asset, AssetId, AssetRole, VideoId
from core.work import Memory, Work
from tests.parts import HERE, Parts
from tests.publishing import Town, town_in


def portrait(*, mouth: bool) -> bytes:
    """Draw a face with a name beside it, and write it as a JPEG with metadata."""
    picture = Image.new("RGB", (1280, 720), "steelblue")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((500, 160, 780, 560), fill="peachpuff")
    for eye in (580, 700):
        pen.ellipse((eye - 14, 300, eye + 14, 328), fill="black")
    if mouth:
        pen.arc((570, 380, 710, 480), 20, 160, fill="firebrick", width=10)
    pen.text((40, 640), "Somebody's name", fill="white", font_size=40)
    exif = Image.Exif()
    exif[0x010E] = "Somebody's name"
    content = io.BytesIO()
    picture.save(content, "JPEG", exif=exif.tobytes(), comment=b"Somebody's name")
    return content.getvalue()


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    """Give bytes as a stream."""
    yield content


@pytest.fixture
async def town(parts: Parts) -> Town:
    """A community with its people."""
    return await town_in(parts)


async def keep(town: Town, video: VideoId, content: bytes, role: AssetRole = AssetRole.POSTER) -> AssetId:
    """Keep a poster of a video, with its bytes."""
    asset = AssetId(town.parts.ids.new())
    sealed = await town.parts.vault.seal(asset, chunks(content), len(content))
    assert isinstance(sealed, SealedBytes)
    async with town.parts.store.write() as writes:
        await writes.add_asset(Asset(asset, video, role, "image/jpeg", len(content), 1280, 720), sealed)
    return asset


async def blur(town: Town, poster: AssetId, viewer: Viewer, surface: Surface = HERE) -> bytes:
    """Give a blurred poster as somebody sees it."""
    parts = town.parts
    return await blurred(viewer, poster, surface, store=parts.store, vault=parts.vault, workers=parts.workers)


async def test_nobody_can_be_recognised_and_nothing_is_written_beside_the_pixels(town: Town) -> None:
    """Face with and without a mouth come out alike to a few levels; no Exif, no comment, no name is left."""
    video = await town.ready()
    posters = [await keep(town, video, portrait(mouth=mouth)) for mouth in (True, False)]
    await town.proposed(video)
    made = [await blur(town, poster, town.moderator) for poster in posters]
    with_mouth, without = (Image.open(io.BytesIO(one)) for one in made)
    assert with_mouth.format == "JPEG"
    assert with_mouth.size == (480, 270)
    assert set(with_mouth.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"Somebody" not in made[0]
    levels = ImageChops.difference(with_mouth.convert("L"), without.convert("L")).tobytes()
    assert max(levels) <= 24
    edges = max(abs(one) for one in _steps(with_mouth.convert("L")))
    assert edges <= 12


def _steps(picture: Image.Image) -> list[int]:
    """Give the differences between neighbours along the middle line."""
    line = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]
    return [int(after) - int(before) for before, after in pairwise(line)]  # type: ignore[arg-type]


async def test_only_for_whom_the_gate_lets_have_the_poster(town: Town) -> None:
    """Moderators here, the owner, and a card's viewer without a person; nobody else, and nothing but posters."""
    video = await town.ready()
    poster = await keep(town, video, portrait(mouth=True))
    inner = await keep(town, video, portrait(mouth=True), AssetRole.INPUT)
    named = (await town.proposed(video)).publication
    card = Viewer(None, {town.community: Role.MODERATOR})
    for viewer in (town.moderator, town.admin, town.owner, card):
        assert await blur(town, poster, viewer)
    for viewer in (town.member, town.elsewhere, Viewer()):
        with pytest.raises(NotFound):
            await blur(town, poster, viewer)
    with pytest.raises(NotFound):
        await blur(town, poster, town.moderator, Surface.CHAT_SHARED)
    for asset in (inner, AssetId(town.parts.ids.new())):
        with pytest.raises(NotFound):
            await blur(town, asset, town.owner)
    async with town.parts.store.write() as writes:
        await writes.move_publication(named.id, 1, "withdraw")
    with pytest.raises(NotFound):
        await blur(town, poster, town.moderator)


async def test_a_damaged_poster_is_refused(town: Town) -> None:
    """What is no JPEG makes no picture, and no crash."""
    video = await town.ready()
    poster = await keep(town, video, b"no picture at all")
    with pytest.raises(BadInput, match="picture_damaged"):
        await blur(town, poster, town.owner)


def test_the_task_reads_a_tall_picture(tmp_path: Path) -> None:
    """The longer side decides, whichever it is."""
    path = tmp_path / "tall.jpg"
    Image.new("RGB", (300, 900), "teal").save(path)
    with path.open("rb") as file:
        made = blur_task(Work({}, files=(file,)), lambda _: None).parts["blurred"]
    assert isinstance(made, Memory)
    assert Image.open(io.BytesIO(made.read())).size == (160, 480)
