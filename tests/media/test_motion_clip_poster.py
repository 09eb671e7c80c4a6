"""The poster is the best frame, and the preview is small, silent and short, for every kind of film."""

import av
import cv2
import numpy as np
import pytest

from core.generators.motion.alongside import Alongside
from core.generators.motion.images import Pixels
from core.generators.motion.poster import BestFrame, worth
from core.generators.motion.preview import MOST_BYTES, Preview
from core.generators.motion.task import render
from core.work import Memory, Product, Work
from tests.fakes.footage import clip, decoded
from tests.media.test_motion_clip_styles import scene
from tests.media.test_motion_clip_views import SIZE, texture
from tests.media.test_motion_video import photo


def picture_of(memory: Memory) -> Pixels:
    """Decode a JPEG."""
    return np.asarray(cv2.imdecode(np.frombuffer(memory.read(), np.uint8), cv2.IMREAD_COLOR))


def best_of(frames: list[Pixels], mixed: frozenset[int] = frozenset()) -> int:
    """Give which frame is chosen."""
    best = BestFrame(len(frames))
    for number, pixels in enumerate(frames):
        best.see(number, pixels, mixed=number in mixed)
    chosen = picture_of(best.jpeg()).astype(int)
    return int(np.argmin([np.abs(chosen - frame).mean() for frame in frames]))


@pytest.mark.parametrize(
    "worse",
    [
        lambda good: good * 0,
        lambda good: good * 0 + 255,
        lambda good: cv2.GaussianBlur(good, (0, 0), 6),
        lambda good: (good // 8).astype(np.uint8),
        lambda good: np.clip(good.astype(int) * 3, 0, 255).astype(np.uint8),
        lambda good: good * 0 + 120,
    ],
    ids=["black", "white", "blurred", "dark", "overexposed", "empty"],
)
def test_a_good_frame_is_worth_more_than_a_spoilt_one(worse: object) -> None:
    """Black, white, blurred, dark, overexposed and empty frames are no posters where there is a good one."""
    assert callable(worse)
    good = scene()
    assert worth(good) > 1.2 * worth(worse(good))


def test_a_frame_with_a_subject_is_worth_more() -> None:
    """A face-like thing that stands out is preferred to the same ground without it."""
    ground = np.full((90, 160, 3), (150, 130, 100), np.uint8) + (texture(160, 90) // 16)
    subject = cv2.ellipse(ground.copy(), (80, 48), (20, 28), 0, 0, 360, (140, 165, 215), cv2.FILLED)
    assert worth(subject) > worth(ground)


def test_the_one_good_frame_is_found() -> None:
    """Among black and blurred frames the good ones are taken."""
    good, blurred = scene(), cv2.GaussianBlur(scene(), (0, 0), 7)
    frames = [np.zeros_like(good)] * 6 + [blurred] * 6 + [good] * 6 + [np.zeros_like(good)] * 6
    assert 12 <= best_of(frames) < 18


def test_a_blend_is_no_poster() -> None:
    """A frame that is mixed of two is passed over for one that isn't, though it may look fuller."""
    first, second = scene(), cv2.flip(scene(), 1)
    frames = [first, cv2.addWeighted(first, 0.5, second, 0.5, 0), second]
    assert best_of(frames, frozenset({1})) != 1


def test_a_video_of_one_frame_has_a_poster() -> None:
    """Any frame is better than none."""
    assert best_of([np.zeros((90, 160, 3), np.uint8)]) == 0


@pytest.mark.parametrize(
    ("shape", "size"), [("16:9", (400, 224)), ("9:16", (224, 400)), ("1:1", (400, 400))], ids=["wide", "tall", "square"]
)
@pytest.mark.parametrize("kind", ["scene", "picture", "clip"])
def test_every_film_has_a_preview(kind: str, shape: str, size: tuple[int, int]) -> None:
    """Words, pictures and clips: a silent MP4, 400 px at the longer side, 3 s at most, below 300 kB, index first."""
    product = made(kind, shape)
    content = product.parts["preview"].read()
    assert content.index(b"moov") < content.index(b"mdat")
    assert len(content) < MOST_BYTES
    with av.open(product.parts["preview"].path, "r") as container:
        assert not container.streams.audio
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.pix_fmt) == (*size, "yuv420p")
        frames = [frame.time for frame in container.decode(stream)]
    assert len(frames) == 45
    assert frames[-1] == pytest.approx(44 / 15)


def made(kind: str, shape: str) -> Product:
    """Render a small video of 4 s."""
    wanted = {"prompt": "sea" if kind == "scene" else "", "shape": shape, "seconds": 4, "seed": 1, "short_side": 90}
    media = {"scene": [], "picture": ["image/jpeg"], "clip": ["video/mp4"]}[kind]
    inputs = {"scene": (), "picture": (Memory.of(photo()),), "clip": (clip([scene()] * 130),)}[kind]
    return render(Work(wanted | {"media": media}, inputs), lambda _share: None)


def test_the_wildest_video_has_a_small_preview() -> None:
    """Noise in every frame, which can't be compressed, still gives less than 300 kB."""
    rng = np.random.default_rng(1)
    preview = Preview(90, (1280, 720))
    for number in range(90):
        preview.see(number, rng.integers(0, 255, (224, 400, 3)).astype(np.uint8))
    with preview.finish() as memory:
        assert memory.size_bytes < MOST_BYTES
        assert len(decoded(memory)) == 45


def test_a_preview_shows_the_middle() -> None:
    """Of a longer video the middle three seconds are shown."""
    alongside = Alongside(300, SIZE, lambda _share: None)
    for number in range(300):
        alongside.on_frame(number, np.full((SIZE[1], SIZE[0], 3), 20 + number // 2, np.uint8))
    levels = [float(frame.mean()) for frame in decoded(alongside.parts()["preview"])]
    assert levels[0] == pytest.approx(20 + 105 // 2, abs=4)
    assert levels[-1] == pytest.approx(20 + 193 // 2, abs=4)
