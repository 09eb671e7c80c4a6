"""Real clips of every accepted kind, with odd ones: each comes out upright, in time, in colour, and decodes fully."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from PIL import Image

from core.work import Refusal
from tests.fakes.clips import AT_25_FPS, Shot, changing, clip, turned, with_company, with_cover
from tests.fakes.pictures import CORNERS, corners
from tests.fakes.sounds import Tone
from tests.taking import Taken, listened, pictured, shows, taken_here, watched

WHITE = (255, 255, 255)
FRAME_S = 0.04
AT_240_FPS = range(0, 375 * 60, 375)


@dataclass(frozen=True)
class Case:
    """A clip and what must come of it."""

    made: Callable[[], bytes]
    size: tuple[int, int] = (160, 96)
    at: tuple[int, ...] = AT_25_FPS
    quarters: tuple[tuple[int, ...], ...] = CORNERS
    sounds: bool = False


def shot(*given: object, **told: object) -> Callable[[], bytes]:
    """Name a clip that is made when it is wanted."""
    return lambda: clip(Shot(*given, **told))  # type: ignore[arg-type]


def see_through() -> Image.Image:
    """Draw the corners with nothing in the first."""
    picture = corners().convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 80, 48))
    return picture


CASES = {
    "h264 mp4": Case(shot()),
    "h264 mov": Case(shot("mov")),
    "h264 mkv": Case(shot("matroska")),
    "h264 444": Case(shot("matroska", pixels="yuv444p")),
    "h264 10 bit 422": Case(shot(pixels="yuv422p10le")),
    "h264 full range": Case(shot(pixels="yuvj420p")),
    "h264 without b-frames": Case(shot(coding={"bf": "0"})),
    "h264 interlaced": Case(shot(coding={"x264-params": "tff=1", "flags": "+ildct+ilme"})),
    "h264 bt709 told": Case(shot(colours=(5, 1, 1))),
    "hevc mp4": Case(shot("mp4", "libx265")),
    "hevc 10 bit": Case(shot("mp4", "libx265", "yuv420p10le")),
    "hevc mkv": Case(shot("matroska", "libx265")),
    "vp8 webm": Case(shot("webm", "libvpx")),
    "vp9 webm": Case(shot("webm", "libvpx-vp9")),
    "vp9 444": Case(shot("webm", "libvpx-vp9", "yuv444p")),
    "vp9 alpha": Case(shot("webm", "libvpx-vp9", "yuva420p", see_through()), quarters=(WHITE, *CORNERS[1:])),
    "av1 mp4": Case(shot("mp4", "libsvtav1")),
    "av1 10 bit webm": Case(shot("webm", "libsvtav1", "yuv420p10le")),
    "mpeg4": Case(shot("mp4", "mpeg4")),
    "mjpeg mov": Case(shot("mov", "mjpeg", "yuvj420p")),
    "prores": Case(shot("mov", "prores_ks", "yuv422p10le")),
    "prores alpha": Case(shot("mov", "prores_ks", "yuva444p10le", see_through()), quarters=(WHITE, *CORNERS[1:])),
    "png mov": Case(shot("mov", "png", "rgb24")),
    "png alpha mov": Case(shot("mov", "png", "rgba", see_through()), quarters=(WHITE, *CORNERS[1:])),
    "variable rate mp4": Case(shot(at=(0, 9_000, 12_000, 40_000)), at=(0, 9_000, 12_000, 40_000)),
    "variable rate mkv": Case(shot("matroska", at=(0, 9_000, 12_150, 40_050)), at=(0, 9_000, 12_150, 40_050)),
    "240 frames a second": Case(shot(at=AT_240_FPS), at=tuple(AT_240_FPS)),
    "one frame a second": Case(shot(at=(0, 90_000, 180_000)), at=(0, 90_000, 180_000)),
    "begins late": Case(shot("matroska", at=tuple(at + 450_000 for at in AT_25_FPS))),
    "odd sides": Case(shot("matroska", pixels="yuv444p", picture=corners(161, 97)), (160, 96)),
    "wide pixels": Case(shot(pixel_ratio=Fraction(2)), (320, 96)),
    "high pixels": Case(shot(pixel_ratio=Fraction(1, 2)), (160, 192)),
    "large": Case(shot(picture=corners(2560, 640), at=AT_25_FPS[:3]), (1920, 480), AT_25_FPS[:3]),
    "faststart": Case(shot(muxing={"movflags": "+faststart"})),
    "fragmented": Case(shot(muxing={"movflags": "+frag_keyframe+empty_moov"}, coding={"g": "3"})),
    "live webm": Case(shot("webm", "libvpx", muxing={"live": "1"})),
    "long group": Case(shot(at=range(0, 270_000, 3_000), coding={"g": "250"}), at=tuple(range(0, 270_000, 3_000))),
    "two tracks": Case(shot(tracks=2)),
    "chapters and a font": Case(partial(with_company, Shot("matroska"))),
    "cover": Case(partial(with_cover, Shot(tone=Tone())), sounds=True),
    "grows in mid-stream": Case(partial(changing, corners(), corners(320, 192))),
    "sound aac": Case(shot(tone=Tone()), sounds=True),
    "sound opus": Case(shot("webm", "libvpx", tone=Tone("libopus")), sounds=True),
    "sound mp3 mkv": Case(shot("matroska", tone=Tone("libmp3lame", 44_100)), sounds=True),
    "sound 5.1": Case(shot("matroska", tone=Tone("ac3", layout="5.1")), sounds=True),
    "sound pcm mov": Case(shot("mov", tone=Tone("pcm_s16le", 44_100, "mono")), sounds=True),
    "sound flac mkv": Case(shot("matroska", tone=Tone("flac", 96_000)), sounds=True),
    **{f"turned {orientation}": Case(partial(turned, orientation)) for orientation in range(1, 9)},
}


@pytest.mark.parametrize("name", CASES)
def test_a_clip_comes_out_upright_in_time_and_in_colour(name: str) -> None:
    """Sides, orientation, colours and every frame's time are what a player shows; the length is within a frame."""
    case = CASES[name]
    taken = taken_here(case.made())
    assert (taken.media, (taken.width, taken.height), taken.given_ms) == ("clip", case.size, None)
    seen = watched(taken.written)
    assert {frame.shape for frame in seen.frames} == {(case.size[1], case.size[0], 3)}
    assert seen.times_s == pytest.approx([at / 90_000 for at in case.at], abs=0.001)
    last_s = (case.at[-1] + case.at[-1] - case.at[-2]) / 90_000
    assert seen.length_s == pytest.approx(last_s, abs=max(FRAME_S, (case.at[-1] - case.at[-2]) / 90_000))
    assert taken.duration_ms == pytest.approx(seen.length_s * 1000, abs=1)
    for frame in (seen.frames[0], seen.frames[-1]):
        assert shows(Image.fromarray(frame), case.quarters, tolerance=24)
    assert (seen.samples.shape[1] > 0) == case.sounds
    if case.sounds:
        assert 0.3 < np.abs(seen.samples[:, 4_000:14_000]).max() < 1


def test_light_beyond_a_screen_is_brought_into_it() -> None:
    """HDR (PQ, BT.2020): black stays black, paper white is bright, and what is brighter is brighter still."""
    codes = (0, 112, 148, 192)
    greys = Image.fromarray(np.array(codes, np.uint8).reshape(2, 2).repeat(64, 0).repeat(64, 1)).convert("RGB")
    made = clip(Shot("matroska", "libsvtav1", "yuv420p10le", greys, AT_25_FPS[:2], colours=(9, 16, 9)))
    (frame, _) = watched(taken_here(made).written).frames
    black, dim, paper, bright = (int(frame[y, x].max()) for y in (32, 96) for x in (32, 96))
    assert black < 24 < dim < paper < bright
    assert 130 < paper < 230


def test_sound_keeps_its_place_beside_the_pictures() -> None:
    """Sound that begins later begins after silence, and sound that goes on is cut where the pictures end."""
    late = watched(taken_here(clip(Shot(tone=Tone(seconds=0.2, begin_s=0.1)))).written).samples
    assert np.abs(late[:, :4_000]).max() < 0.02
    assert np.abs(late[:, 6_000:12_000]).max() > 0.4
    longer = watched(taken_here(clip(Shot(tone=Tone(seconds=3)))).written).samples
    assert 0.4 * 48_000 <= longer.shape[1] < 0.45 * 48_000


def test_a_clip_of_one_frame_is_a_picture() -> None:
    """It comes out as a picture does."""
    taken = taken_here(clip(Shot(picture=corners(2560, 640), at=(0,))))
    assert (taken.media, taken.width, taken.height, taken.duration_ms) == ("picture", 2560, 640, None)
    assert shows(pictured(taken.written), tolerance=24)


@pytest.mark.parametrize("container", ["mp4", "mov", "matroska", "webm"])
def test_a_clip_without_pictures_is_a_sound(container: str) -> None:
    """A container with nothing to see comes out as a sound."""
    tone = Tone("libopus" if container == "webm" else "aac", seconds=0.5)
    taken = taken_here(clip(Shot(container, at=(), tracks=0, tone=tone)))
    assert (taken.media, taken.width, taken.height) == ("sound", 0, 0)
    assert 0.4 < np.abs(listened(taken.written)).max() < 0.6


def test_the_first_minute_is_kept_and_the_whole_length_told() -> None:
    """Of 70 seconds 60 are kept."""
    taken = taken_here(clip(Shot(picture=corners(64, 64), at=range(0, 70 * 90_000, 45_000))))
    assert taken.duration_ms == 60_000
    assert taken.given_ms == pytest.approx(70_000, abs=500)
    assert len(watched(taken.written).frames) == 120


def refused(content: bytes) -> tuple[str, dict[str, object]]:
    """Have a file refused, and give code and data."""
    with pytest.raises(Refusal) as refusal:
        taken_here(content)
    return refusal.value.code, dict(refusal.value.data)


def test_what_is_too_much_is_refused_with_its_number() -> None:
    """Length, rate and sides: the limit and what was given are told."""
    long = clip(Shot(picture=corners(64, 64), at=range(0, 601 * 90_000, 900_000)))
    assert refused(long) == ("clip_too_long", {"limit_ms": 600_000, "given_ms": pytest.approx(601_000, abs=11_000)})
    assert refused(clip(Shot(at=range(0, 180 * 300, 180)))) == (
        "clip_too_fast",
        {"limit": 240, "given": pytest.approx(500, abs=40)},
    )
    assert refused(clip(Shot(picture=corners(160, 48)))) == (
        "clip_too_small",
        {"limit_side": 64, "width": 160, "height": 48},
    )
    assert refused(clip(Shot(picture=corners(2240, 64)))) == (
        "clip_too_narrow",
        {"limit_ratio": 30, "width": 2240, "height": 64},
    )
    assert refused(clip(Shot(picture=corners(4096, 2560), at=(0,), coding={"preset": "ultrafast"}))) == (
        "clip_too_many_pixels",
        {"limit_pixels": 9_437_184, "width": 4096, "height": 2560},
    )
    assert refused(clip(Shot("matroska", "ffv1"))) == ("codec_unknown", {"codec": "ffv1"})
    assert refused(clip(Shot("matroska", tone=Tone("pcm_s16le", 384_000)))) == (
        "sound_rate_out_of_range",
        {"lowest": 4_000, "highest": 192_000, "given": 384_000},
    )


def test_nothing_of_where_and_when_is_left() -> None:
    """Titles, chapters and attached files are gone."""
    taken: Taken = taken_here(with_company(Shot("matroska")))
    for mark in (b"52.5163N", b"Arrival", b"font.ttf"):
        assert mark not in taken.written
