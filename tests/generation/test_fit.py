"""A video that is too large for a place is made to fit, through the gate, in a worker, or not at all."""

import asyncio
from collections.abc import Iterator
from io import BytesIO

import av
import cv2
import numpy as np
import pytest

from core.errors import NotFound
from core.generation.fit import TASK, fit
from core.generation.mark import told_in
from core.generation.marking import Marking
from core.generation.origin import Origin
from core.generation.seals import chunks_of
from core.generation.shrink import FINE_BITS_A_PIXEL, Plan, Shown, plan
from core.generators.motion.images import Pixels
from core.people import Viewer
from core.storage.certificate import HouseCertificate
from core.videos import Asset, AssetId, AssetRole, Media, VideoId
from core.work import Memory, Product
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.erasing import WISH, House, house_of
from tests.fakes.footage import clip, tone
from tests.parts import Parts
from tests.waiting import until

SECONDS = 3
SIZE = (640, 360)
MIB = 2**20
FULL_HD = Shown(1920, 1080, 30.0, 60.0, has_sound=True)


def grainy(frames: int) -> Iterator[Pixels]:
    """Draw a picture that moves under fine grain, of which no two frames are alike."""
    chance = np.random.default_rng(1)
    wide = cv2.resize(chance.integers(0, 255, (12, 24, 3), np.uint8), (1280, 720), interpolation=cv2.INTER_CUBIC)
    for number in range(frames):
        seen = wide[2 * number : 2 * number + SIZE[1], 4 * number : 4 * number + SIZE[0]]
        yield np.clip(seen + chance.normal(0, 6, seen.shape), 0, 255).astype(np.uint8)


async def kept(house: House, owner: Viewer, film: Memory) -> tuple[VideoId, AssetId]:
    """Keep a film as a video that is ready."""
    parts = house.parts
    video = await parts.create(owner, WISH)
    name = AssetId(parts.ids.new())
    sealed = await parts.vault.seal(name, chunks_of(film), film.size_bytes)
    asset = Asset(name, video, AssetRole.OUTPUT, "video/mp4", film.size_bytes, *SIZE, SECONDS * 1000)
    async with parts.store.write() as writes:
        await writes.move_video(video, "start")
        await writes.add_asset(asset, sealed)
        await writes.move_video(video, "finish")
    return video, name


async def asked(
    house: House, viewer: Viewer, named: tuple[VideoId, AssetId], most: int, pool: Workers | None = None
) -> Memory | None:
    """Ask as an adapter does."""
    parts = house.parts
    return await fit(
        viewer,
        *named,
        most,
        store=parts.store,
        vault=parts.vault,
        workers=pool or parts.workers,
        marker=parts.marker,
    )


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


@pytest.fixture(scope="module")
def film() -> Iterator[Memory]:
    """A film of several million bytes."""
    with clip(grainy(SECONDS * 30), sound=tone(float(SECONDS))) as made:
        assert made.size_bytes > 2 * MIB
        yield made


async def test_a_film_that_is_too_large_becomes_one_that_fits(house: House, film: Memory) -> None:
    """It keeps its length, frames and sound, is H.264 with its index in front, and is within the bytes."""
    owner = await house.parts.person()
    video, output = await kept(house, owner, film)
    most = MIB // 2
    made = await asked(house, owner, (video, output), most)
    assert made is not None
    with made:
        assert 0.5 * most < made.size_bytes <= most
        assert made.read(0, 4096).find(b"moov") > 0
        with av.open(made.path, "r") as container:
            picture, sound = container.streams.video[0], container.streams.audio[0]
            assert (picture.codec_context.name, sound.codec_context.name) == ("h264", "aac")
            assert (picture.width, picture.height) == SIZE
            assert sum(1 for _ in container.decode(picture)) == SECONDS * 30
            assert abs((container.duration or 0) / av.time_base - SECONDS) < 0.1


@pytest.mark.parametrize("origin", [Origin.COMPOSITE_WITH_MODEL, None])
async def test_what_is_made_to_fit_is_marked_as_its_original_is(
    house: House, film: Memory, origin: Origin | None
) -> None:
    """Its own credentials say what the original's do; of an original that says nothing, nothing is made up."""
    parts = house.parts
    parts.marker = Marking(parts.workers, HouseCertificate.load(parts.folder.parent / "certificate.key", parts.clock))
    owner = await parts.person()
    if origin:
        marked = await parts.marker.mark(Product({"video": Memory.of(film.read())}), "kling", {Media.CLIP})
        film = marked.parts["video"]
    made = await asked(house, owner, await kept(house, owner, film), MIB // 2)
    assert made is not None
    with made:
        assert made.size_bytes <= MIB // 2
        assert told_in(BytesIO(made.read())) == (origin and origin.uri)


async def test_what_fits_is_given_as_it_is(house: House, film: Memory) -> None:
    """No worker is asked, and not a byte is another."""
    owner = await house.parts.person()
    video, output = await kept(house, owner, film)
    pool = Workers({})
    made = await asked(house, owner, (video, output), film.size_bytes, pool)
    assert made is not None
    with made:
        assert made.read() == film.read()


async def test_what_would_look_poor_is_not_made(house: House, film: Memory) -> None:
    """Too few bytes for any sensible picture give nothing: the adapter then gives a link."""
    owner = await house.parts.person()
    video, output = await kept(house, owner, film)
    assert await asked(house, owner, (video, output), 40_000) is None


async def test_bytes_that_are_no_film_are_not_made_to_fit(house: House) -> None:
    """What a worker can't read isn't an error of the person who waits."""
    owner = await house.parts.person()
    video = await house.made(owner)
    (output,) = [one.id for one in (await house.parts.seen(owner, video)).assets if one.role is AssetRole.OUTPUT]
    assert await asked(house, owner, (video, output), 100_000) is None


async def test_nobody_else_gets_a_byte(house: House, film: Memory) -> None:
    """A stranger's wish is refused as if there were no such video, and so is one that names another video's film."""
    owner, stranger = await house.parts.person(), await house.parts.person("stranger")
    video, output = await kept(house, owner, film)
    other, _ = await kept(house, owner, film)
    for viewer, named in ((stranger, video), (owner, other)):
        for most in (MIB // 2, film.size_bytes):
            with pytest.raises(NotFound):
                await asked(house, viewer, (named, output), most)


async def test_what_is_erased_meanwhile_is_not_given(house: House, film: Memory) -> None:
    """The video is deleted while a worker is at it: nothing comes out."""
    owner = await house.parts.person()
    video, output = await kept(house, owner, film)
    making = asyncio.create_task(asked(house, owner, (video, output), MIB // 2))
    await until(lambda: len(house.parts.workers.pids) == 1)
    await house.ask(owner, video)
    with pytest.raises(NotFound):
        await making


async def test_whoever_waits_no_more_ends_the_worker(house: House, film: Memory) -> None:
    """Cancelling kills its process at once."""
    owner = await house.parts.person()
    video, output = await kept(house, owner, film)
    pool = Workers(TASKS)
    making = asyncio.create_task(asked(house, owner, (video, output), MIB // 2, pool))
    await until(lambda: len(pool.pids) == 1)
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert not pool.pids
    await pool.close()


def test_a_minute_in_full_hd_becomes_720_lines_in_ten_mib() -> None:
    """The largest picture that looks fine is chosen; in more bytes it keeps its own size."""
    assert [_lines(plan(FULL_HD, most * MIB)) for most in (25, 10, 4)] == [1080, 720, 432]


def test_the_smallest_picture_has_a_least_quality() -> None:
    """Below it there is no plan, and sound costs what it costs."""
    assert plan(FULL_HD, 3 * MIB // 2) is None
    silent = Shown(640, 360, 30.0, 60.0, has_sound=False)
    assert plan(silent, 3 * MIB // 2) is not None
    assert plan(Shown(640, 360, 30.0, 60.0, has_sound=True), 3 * MIB // 2) is None


def test_a_plan_never_asks_for_more_than_there_is() -> None:
    """Bits a second over its length, with sound, are below the bytes that may be filled."""
    for most in (2 * MIB, 8 * MIB, 100 * MIB):
        found = plan(FULL_HD, most)
        assert found is not None
        assert (found.bits_per_s + 96_000) * FULL_HD.seconds < most * 8


def test_an_upright_picture_stays_upright() -> None:
    """The shorter side is what the steps are of."""
    found = plan(Shown(1080, 1920, 30.0, 60.0, has_sound=True), 10 * MIB)
    assert found is not None
    assert found.longest_side == 1280
    assert found.bits_per_s >= FINE_BITS_A_PIXEL * 1280 * 720 * 30


def _lines(found: Plan | None) -> int:
    assert found is not None
    return found.longest_side * 9 // 16


def test_one_video_is_made_to_fit_at_a_time() -> None:
    """Further ones wait, so that making videos goes on."""
    assert TASKS[TASK].at_once == 1
