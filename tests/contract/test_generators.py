"""What every generator keeps to. A new one is one line in GENERATORS."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import av
import pytest
import pytest_asyncio
from PIL import Image

from core.errors import HushreelError
from core.generators.motion.route import Motion
from core.records import Material, Order, Trains
from core.routes import Local
from core.videos import Media, Shape
from core.work import Memory, Product
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.fakes.tones import drum, flac

SHORT_SIDE_PX = 180
"""Small, so that a video takes a second; the size is the only thing that differs from what people get."""

GENERATORS: dict[str, Callable[[Workers], Local]] = {"motion": lambda workers: Motion(workers, SHORT_SIDE_PX)}
ORDER = Order("a calm sea at sunset", Shape.WIDE, 3, seed=7)
RATIOS = {Shape.WIDE: Fraction(16, 9), Shape.TALL: Fraction(9, 16), Shape.SQUARE: Fraction(1)}


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    """Real worker processes."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()


@pytest.fixture(params=GENERATORS)
def generator(request: pytest.FixtureRequest, workers: Workers) -> Local:
    """One of the generators."""
    made = GENERATORS[request.param](workers)
    assert made.name == request.param
    return made


def picture() -> Material:
    """Paint a photo as intake gives it."""
    out = BytesIO()
    Image.merge("RGB", [Image.radial_gradient("L").resize((320, 240))] * 3).save(out, "JPEG")
    return Material("image/jpeg", Memory.of(out.getvalue()))


def silent(_share: float) -> None:
    """Hear no progress."""


async def bytes_of(generator: Local, order: Order) -> bytes:
    """Make a video and give its bytes."""
    product = await generator.make(order, [], silent)
    return content(product, "video")


def content(product: Product, part: str) -> bytes:
    """Take a part's bytes out."""
    return product.parts[part].read()


@pytest.mark.parametrize(
    ("shape", "pictures"),
    [(Shape.WIDE, 0), *((shape, 1) for shape in Shape)],
    ids=["words-wide", "picture-wide", "picture-tall", "picture-square"],
)
async def test_a_product_is_a_video_that_plays_while_it_loads(generator: Local, shape: Shape, pictures: int) -> None:
    """H.264 and AAC with the index first, of the shape and length that was ordered, with a poster of the same size."""
    shares: list[float] = []
    inputs = [picture() for _ in range(pictures)]
    product = await generator.make(replace(ORDER, shape=shape), inputs, shares.append)
    video = content(product, "video")
    assert video.index(b"moov") < video.index(b"mdat")
    with av.open(BytesIO(video), "r") as container:
        frames, sound = container.streams.video[0], container.streams.audio[0]
        assert (frames.codec_context.name, sound.codec_context.name) == ("h264", "aac")
        assert (frames.width, frames.height) == (product.facts["width"], product.facts["height"])
        assert abs(Fraction(frames.width, frames.height) / RATIOS[shape] - 1) < Fraction(1, 50)
        assert min(frames.width, frames.height) >= SHORT_SIDE_PX
        counted = len(list(container.decode(frames)))
        assert counted == pytest.approx(ORDER.seconds * float(frames.average_rate or 0), abs=2)
    assert product.facts["duration_ms"] == pytest.approx(ORDER.seconds * 1_000, abs=100)
    poster = Image.open(BytesIO(content(product, "poster")))
    assert (poster.format, poster.size) == ("JPEG", (frames.width, frames.height))
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] < shares[-1] <= 1.0


async def test_the_same_seed_repeats_and_another_differs(generator: Local) -> None:
    """A repeatable generator gives the same bytes for the same order, so that a crash costs nothing but time."""
    if not generator.repeatable:
        pytest.skip(f"{generator.name} is sent again by its task id instead")
    first, again, other = [await bytes_of(generator, replace(ORDER, seed=seed)) for seed in (1, 1, 2)]
    assert first == again
    assert first != other


async def test_cancelling_stops_it(generator: Local, workers: Workers) -> None:
    """A cancelled order ends without its result, and no process of it lives on."""
    moving = asyncio.Event()
    making = asyncio.create_task(generator.make(replace(ORDER, seconds=10), [], lambda _: moving.set()))
    await asyncio.wait_for(moving.wait(), 100)
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert workers.pids == frozenset()


async def test_an_input_that_is_no_picture_is_refused(generator: Local) -> None:
    """Bytes that don't decode raise an error of ours, not a crash."""
    with pytest.raises(HushreelError):
        await generator.make(ORDER, [Material("image/jpeg", Memory.of(b"no picture at all" * 100))], silent)


def test_it_says_what_happens_to_what_it_gets(generator: Local) -> None:
    """Its label names where it runs; one that stays in the house keeps and trains nothing, any other cites clauses."""
    label = generator.label()
    assert label.host
    if label.leaves_the_house:
        assert label.clauses
    else:
        assert label.trains is Trains.NO
        assert (label.keeps_inputs, label.keeps_outputs, label.passes_on_to) == ("nothing", "nothing", ())


def test_it_says_before_the_order_what_it_cannot_do(generator: Local) -> None:
    """What it can't do it says with what it can do instead; a picture is always possible."""
    assert generator.check(ORDER, media=()).possible
    assert generator.check(replace(ORDER, prompt=""), media=(Media.PICTURE,)).possible
    answer = generator.check(replace(ORDER, prompt="a dancing marmoset signs a contract"), media=())
    assert answer.possible or (answer.cannot and answer.can)


async def test_a_video_ends_with_its_sound(generator: Local) -> None:
    """A sound of 2.4 s gives a video of 2.4 s, and not of the 3 s that its length was rounded up to."""
    sound = Material("audio/flac", flac(drum(120, 2.4)), 2_400)
    product = await generator.make(ORDER, [sound], silent)
    assert product.facts["duration_ms"] == pytest.approx(2_400, abs=40)
