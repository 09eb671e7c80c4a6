"""What the motion task gives back: a video that plays everywhere, at once, and says nothing of its words."""

from io import BytesIO

import av
import cv2
import numpy as np
import pytest

from core.generators.motion.task import render
from core.work import Memory, Product, Refusal, Work

SHORT_SIDE_PX = 180


def motion(prompt: str, *pictures: bytes, shape: str = "16:9", seconds: int = 3, seed: int = 4) -> Product:
    """Render a small video."""
    parameters = {"prompt": prompt, "shape": shape, "seconds": seconds, "seed": seed, "short_side": SHORT_SIDE_PX}
    return render(Work(parameters, tuple(Memory.of(one) for one in pictures)), lambda _share: None)


def photo(width: int = 480, height: int = 320) -> bytes:
    """Draw a red ball before a soft green and blue background, as a PNG."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    picture = np.dstack([90 + 80 * y / height, 120 + 60 * x / width, 40 + 20 * np.sin(x / 40)])
    ball = (np.hypot(x - width * 0.5, y - height * 0.55) < height * 0.25)[..., None]
    picture = np.where(ball, np.dstack([x * 0 + 30, x * 0 + 40, 190 + 50 * np.sin(y / 9)]), picture)
    return cv2.imencode(".png", picture.astype(np.uint8))[1].tobytes()


def bytes_of(product: Product, part: str = "video") -> bytes:
    """Read one part."""
    return product.parts[part].read()


@pytest.mark.parametrize(("shape", "size"), [("16:9", (320, 180)), ("9:16", (180, 320)), ("1:1", (240, 240))])
def test_every_shape_is_h264_high_and_aac_of_the_asked_length(shape: str, size: tuple[int, int]) -> None:
    """Each shape gives 30 frames a second of H.264 High 4:2:0 in BT.709 and AAC at 48 kHz, 3 s long."""
    product = motion("abstract", shape=shape)
    with av.open(BytesIO(bytes_of(product)), "r") as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.width, video.height) == size == (product.facts["width"], product.facts["height"])
        assert (video.codec_context.name, video.profile, video.pix_fmt) == ("h264", "High", "yuv420p")
        assert video.codec_context.colorspace == 1
        assert (audio.codec_context.name, audio.sample_rate, audio.channels) == ("aac", 48_000, 2)
        assert video.average_rate == 30
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    assert len(frames) == 90 == product.facts["frames"]
    assert product.facts["duration_ms"] == 3000
    assert all(frame.mean() > 12 for frame in frames)


def test_it_plays_before_it_is_loaded_and_holds_no_words() -> None:
    """The index stands before the frames; neither the prompt nor a writer's name is in the file."""
    content = bytes_of(motion("a calm sea at sunset"))
    assert 0 < content.index(b"moov") < content.index(b"mdat")
    with av.open(BytesIO(content), "r") as container:
        assert not set(container.metadata) & {"title", "comment", "encoder", "description", "artist"}
    assert b"sunset" not in content
    assert b"Lavf" not in content


def test_the_poster_is_a_frame_of_the_video() -> None:
    """The poster is a JPEG of the frame's size and looks like one of the video's frames."""
    product = motion("a calm sea at sunset")
    poster = cv2.imdecode(np.frombuffer(bytes_of(product, "poster"), np.uint8), cv2.IMREAD_COLOR)
    assert poster is not None
    with av.open(BytesIO(bytes_of(product)), "r") as container:
        frames = [frame.to_ndarray(format="bgr24") for frame in container.decode(video=0)]
    assert poster.shape == frames[0].shape
    assert min(np.abs(poster.astype(int) - frame).mean() for frame in frames) < 8


def test_the_same_seed_gives_the_same_bytes_and_another_one_another_video() -> None:
    """A repeated rendering is the same to the byte; "again" with another seed is visibly different."""
    first, same, other = (motion("abstract", seed=seed) for seed in (1, 1, 2))
    assert bytes_of(first) == bytes_of(same)
    assert bytes_of(first, "poster") == bytes_of(same, "poster")
    posters = [
        cv2.imdecode(np.frombuffer(bytes_of(one, "poster"), np.uint8), cv2.IMREAD_COLOR) for one in (first, other)
    ]
    assert np.abs(np.asarray(posters[0], int) - np.asarray(posters[1], int)).mean() > 8


def test_progress_grows_to_one() -> None:
    """Progress never falls and ends at 1."""
    shares: list[float] = []
    parameters = {"prompt": "", "shape": "1:1", "seconds": 3, "seed": 1, "short_side": SHORT_SIDE_PX}
    render(Work(parameters, (Memory.of(photo()),)), shares.append)
    assert shares == sorted(shares)
    assert shares[0] >= 0
    assert shares[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("content", [b"", photo()[:60], b"x" * 5000], ids=["empty", "cut", "foreign"])
def test_a_picture_that_is_none_is_refused(content: bytes) -> None:
    """Empty, cut and foreign bytes are refused with a code."""
    with pytest.raises(Refusal) as refusal:
        motion("", content)
    assert refusal.value.code == "picture_unreadable"
