"""Marking: what a video is made of can be read out of it, a change shows, and what isn't marked isn't delivered."""

import json
import re
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import NotMarked
from core.generation.marking import Marking
from core.generation.order import Wish
from core.generation.origin import VOCABULARY, Origin, origin_of
from core.generators.motion.route import Motion
from core.marks import MOST_ADDED_BYTES
from core.records import Order
from core.storage.certificate import HouseCertificate
from core.videos import AssetRole, Making, Media, Shape
from core.work import Memory, Product
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.fakes.pictures import FakeUpload, corners, encoded
from tests.fakes.time import FakeClock
from tests.fakes.tiny import Tiny
from tests.making import ended, working
from tests.marked import flipped, origin_told, read
from tests.parts import Parts

PROMPT = "a calm sea for Ada Lovelace of Telegram"
ORDER = Order(PROMPT, Shape.WIDE, 1, seed=7)
TYPES = {"video": "video/mp4", "poster": "image/jpeg", "preview": "video/mp4"}


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    """Real worker processes."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()


@pytest.fixture
def house(tmp_path: Path) -> HouseCertificate:
    """A house's certificate, made just now."""
    return HouseCertificate.load(tmp_path / "certificate.key", FakeClock())


@pytest.fixture
def marking(workers: Workers, house: HouseCertificate) -> Marking:
    """What marks, as the service has it."""
    return Marking(workers, house)


async def made(workers: Workers, order: Order = ORDER) -> Product:
    """Render a short video."""
    return await Motion(workers, 90).make(order, [], lambda _share: None)


async def test_every_part_of_a_video_can_be_read_back(marking: Marking, workers: Workers) -> None:
    """Video, preview and poster say by whom, and what they are made of, in credentials and in XMP; they still play."""
    plain = await made(workers)
    sizes_bytes = {name: memory.size_bytes for name, memory in plain.parts.items()}
    marked = await marking.mark(plain, "motion", ())
    assert marked.facts == plain.facts
    for name, media_type in TYPES.items():
        content = marked.parts[name].read()
        found = read(content, media_type)
        assert origin_told(content, media_type) is Origin.ALGORITHM
        assert found["manifests"][found["active_manifest"]]["claim_generator_info"][0]["name"] == "Hushreel"
        assert f"DigitalSourceType>{VOCABULARY}algorithmicMedia<".encode() in content
        assert 0 < len(content) - sizes_bytes[name] < MOST_ADDED_BYTES
    video = marked.parts["video"].read()
    assert video.index(b"moov") < video.index(b"mdat")
    with av.open(BytesIO(video), "r") as container:
        assert len(list(container.decode(video=0))) == 30
    Image.open(BytesIO(marked.parts["poster"].read())).load()


async def test_one_flipped_byte_shows(marking: Marking, workers: Workers) -> None:
    """In frames, index, metadata, claim or signature: read back, the video isn't valid any more.

    Only what nobody sees may change: the box "ftyp", and padding within the credentials.
    """
    video = (await marking.mark(await made(workers), "motion", ())).parts["video"].read()
    places = {name: video.index(name) + 9 for name in (b"moov", b"mdat", b"W5M0Mp", b"c2pa.actions", b"c2pa.signature")}
    begins = 32 + int.from_bytes(video[32:36])
    spread = range(begins, len(video), len(video) // 60)
    assert read(video)["validation_state"] == "Valid"
    for at in (*places.values(), *spread, len(video) - 1):
        assert read(flipped(video, at)).get("validation_state", "unreadable") in {"Invalid", "unreadable"}, at


async def test_credentials_hold_nothing_of_anybody(marking: Marking, workers: Workers) -> None:
    """No word of the prompt, no name, no address, no time: neither in the credentials nor in the certificates."""
    video = (await marking.mark(await made(workers), "motion", ())).parts["video"].read()
    found = read(video)
    words = json.dumps(found["manifests"])
    for word in ("calm sea", "Ada", "Lovelace", "owner", "telegram", "discord", "/tmp", "@"):
        assert word.casefold() not in words.casefold()
    assert not re.search(r"\d\d:\d\d|20\d\d-", words)
    assert found["manifests"][found["active_manifest"]]["signature_info"]["issuer"] == "Hushreel"


async def test_whoever_trusts_the_house_reads_that_it_was_the_house(
    marking: Marking, workers: Workers, house: HouseCertificate, tmp_path: Path
) -> None:
    """By itself the self-made certificate is untrusted, and said to be; with it as an anchor the video is trusted."""
    video = (await marking.mark(await made(workers), "motion", ())).parts["video"].read()
    codes = [one["code"] for one in read(video)["validation_status"]]
    assert codes == ["signingCredential.untrusted"]
    assert read(video, anchor=house.pem())["validation_state"] == "Trusted"
    stranger = HouseCertificate.load(tmp_path / "other" / "certificate.key", FakeClock())
    assert read(video, anchor=stranger.pem())["validation_state"] == "Valid"


@pytest.mark.parametrize(
    "content", [b"", b"no film", b"\0\0\0\x18ftypisom\0\0\0\0isomavc1", b"\0\0\0\x08ftyp\0\0\xff\xffmdat" + bytes(90)]
)
async def test_what_cannot_be_marked_is_not_given(marking: Marking, content: bytes) -> None:
    """Bytes that are no video end in NotMarked, and their memory is given back."""
    product = Product({"video": Memory.of(content)})
    with pytest.raises(NotMarked, match="marking_failed"):
        await marking.mark(product, "motion", ())
    assert product.parts["video"].fd == -1


async def test_a_key_that_is_not_vouched_for_marks_nothing(workers: Workers, tmp_path: Path) -> None:
    """A certificate that has ended, a year of the future: what it signed would count for nothing, so nothing leaves."""
    late = FakeClock()
    late.advance(40 * 365 * 24 * 3_600_000)
    ended = HouseCertificate.load(tmp_path / "certificate.key", late)
    with pytest.raises(NotMarked):
        await Marking(workers, ended).mark(await made(workers), "motion", ())


@pytest.mark.parametrize(
    ("route", "media", "origin"),
    [
        ("motion", (), Origin.ALGORITHM),
        ("motion", (Media.PICTURE,), Origin.COMPOSITE),
        ("motion", (Media.SOUND,), Origin.COMPOSITE),
        ("kling", (), Origin.MODEL),
        ("kling", (Media.PICTURE,), Origin.MODEL),
        ("kling", (Media.CLIP, Media.SOUND), Origin.COMPOSITE_WITH_MODEL),
        ("comfyui", (), Origin.MODEL),
        ("facefusion", (Media.PICTURE, Media.CLIP), Origin.COMPOSITE_WITH_MODEL),
        ("a route of tomorrow", (), Origin.MODEL),
    ],
)
def test_the_origin_is_honest(route: str, media: tuple[Media, ...], origin: Origin) -> None:
    """Motion is never said to be by a model, and what a model made never to be by a plain algorithm."""
    assert origin_of(route, media) is origin


async def test_what_is_kept_of_a_video_is_marked(parts: Parts) -> None:
    """The flow seals marked bytes: what its owner opens can be read back as made by an algorithm out of a picture."""
    parts.marker = Marking(parts.workers, HouseCertificate.load(parts.folder.parent / "certificate.key", parts.clock))
    owner = await parts.person()
    async with working(parts):
        plain = await ended(parts, owner, await parts.create(owner, Wish("a calm sea", seconds=3)))
        given = await parts.create(owner, Wish("zoom in", seconds=3), FakeUpload(encoded(corners(), "JPEG")))
        moved = await ended(parts, owner, given)
    for view, term in ((plain, Origin.ALGORITHM), (moved, Origin.COMPOSITE)):
        outputs = [number for number, asset in enumerate(view.assets) if asset.role is not AssetRole.INPUT]
        assert len(outputs) == 3
        for number in outputs:
            content = await parts.opened(owner, view, number)
            assert origin_told(content, view.assets[number].media_type) is term


async def test_a_marking_that_fails_stops_the_delivery(parts: Parts) -> None:
    """What isn't a film can't be marked: the video fails and says so, and nothing of it is kept."""
    parts.marker = Marking(parts.workers, HouseCertificate.load(parts.folder.parent / "certificate.key", parts.clock))
    owner = await parts.person()
    async with working(parts, {"motion": Tiny(parts.workers)}):
        view = await ended(parts, owner, await parts.create(owner, Wish("a calm sea", seconds=3)))
    assert (view.video.state, view.video.failure) == (Making.FAILED, "marking_failed")
    assert parts.sealed_files == []


def corner(picture: Image.Image) -> NDArray[np.int16]:
    """Cut the lower left of a picture out, as light alone."""
    width, height = picture.size
    return np.asarray(picture.convert("L").crop((0, height * 3 // 4, width // 2, height)), np.int16)


def first_frame(content: bytes) -> Image.Image:
    """Decode a film's first frame."""
    with av.open(BytesIO(content), "r") as container:
        return Image.fromarray(next(container.decode(video=0)).to_ndarray(format="rgb24"))


async def test_a_label_is_seen_where_it_is_set(workers: Workers, house: HouseCertificate) -> None:
    """White letters in the corner of video, preview and poster, as long and loud as before, and marked all the same."""
    plain, shown = [
        await Marking(workers, house, label).mark(await made(workers), "motion", ())
        for label in ("", "Made by software")
    ]
    for name, media_type in TYPES.items():
        contents = [product.parts[name].read() for product in (plain, shown)]
        before, after = [
            Image.open(BytesIO(one)) if media_type == "image/jpeg" else first_frame(one) for one in contents
        ]
        assert before.size == after.size
        changed = np.abs(corner(before) - corner(after))
        assert changed.max() > 60
        upper = [
            np.asarray(one.convert("L").crop((0, 0, *one.size)), np.int16)[: one.height // 2] for one in (before, after)
        ]
        assert np.abs(upper[0] - upper[1]).mean() < 6
        assert read(contents[1], media_type)["validation_state"] == "Valid"
    for product in (plain, shown):
        with av.open(BytesIO(product.parts["video"].read()), "r") as container:
            assert len(list(container.decode(video=0))) == 30
            assert container.streams.audio


async def test_what_was_said_elsewhere_is_replaced(marking: Marking, workers: Workers) -> None:
    """A film that came with credentials and XMP of its own says once what it is, and is intact."""
    came = await marking.mark(await made(workers), "kling", ())
    again = (await marking.mark(came, "kling", (Media.CLIP,))).parts["video"].read()
    assert origin_told(again) is Origin.COMPOSITE_WITH_MODEL
    assert again.count(b"DigitalSourceType>http") == 1
    assert len(read(again)["manifests"]) == 1
    with av.open(BytesIO(again), "r") as container:
        assert len(list(container.decode(video=0))) == 30


async def test_a_box_that_reaches_to_the_end_ends_before_ours(marking: Marking, workers: Workers) -> None:
    """A film whose last box has no length is still the same film, and marked behind it."""
    film = (await made(workers)).parts["video"].read()
    at = film.index(b"mdat") - 4
    assert int.from_bytes(film[at : at + 4]) == len(film) - at
    product = Product({"video": Memory.of(film[:at] + bytes(4) + film[at + 4 :])})
    video = (await marking.mark(product, "motion", ())).parts["video"].read()
    assert origin_told(video) is Origin.ALGORITHM
    with av.open(BytesIO(video), "r") as container:
        assert len(list(container.decode(video=0))) == 30
