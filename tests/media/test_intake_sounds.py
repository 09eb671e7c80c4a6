"""Real sounds of every accepted kind, with odd ones: each comes out at its pitch, its level and its length."""

import os
from collections.abc import Callable

import numpy as np
import pytest

from core.work import Refusal
from tests.fakes.clips import Shot, clip, with_cover
from tests.fakes.sounds import LEVEL, PITCH_HZ, Tone, flac_with_cover, mp3_with_cover, sound, wav_of
from tests.taking import listened, taken_here

SHORT_S = 0.4


def made(container: str, tone: Tone, **muxing: str) -> Callable[[], bytes]:
    """Name a sound that is made when it is wanted."""
    return lambda: sound(container, tone, **muxing)


def m4a_with_cover() -> bytes:
    """Write an M4A whose cover is a stream of its own."""
    return with_cover(Shot("mp4", at=(), tone=Tone(), muxing={"brand": "M4A "}))


CASES = {
    "wav": made("wav", Tone("pcm_s16le", 44_100)),
    "wav 24 bit 96 kHz": made("wav", Tone("pcm_s24le", 96_000)),
    "wav 32 bit": made("wav", Tone("pcm_s32le")),
    "wav float": made("wav", Tone("pcm_f32le")),
    "wav mono 8 kHz": made("wav", Tone("pcm_s16le", 8_000, "mono")),
    "wav 8 bit": made("wav", Tone("pcm_u8", 22_050, "mono")),
    "wav telephone": made("wav", Tone("pcm_mulaw", 8_000, "mono")),
    "wav 5.1": made("wav", Tone("pcm_s16le", layout="5.1")),
    "wav 192 kHz": made("wav", Tone("pcm_s16le", 192_000)),
    "wav for large files": made("wav", Tone("pcm_s16le"), rf64="always"),
    "mp3": made("mp3", Tone("libmp3lame", 44_100)),
    "mp3 without tag": made("mp3", Tone("libmp3lame"), id3v2_version="0", write_id3v1="0"),
    "mp3 without index": made("mp3", Tone("libmp3lame"), write_xing="0"),
    "mp3 mono 16 kHz": made("mp3", Tone("libmp3lame", 16_000, "mono")),
    "mp3 with cover": mp3_with_cover,
    "m4a": made("ipod", Tone("aac")),
    "m4a lossless": made("ipod", Tone("alac", 44_100)),
    "m4a with cover": m4a_with_cover,
    "m4a mono": made("ipod", Tone("aac", 44_100, "mono")),
    "flac": made("flac", Tone("flac")),
    "flac 96 kHz": made("flac", Tone("flac", 96_000)),
    "flac with cover": flac_with_cover,
    "ogg vorbis": made("ogg", Tone("vorbis", coding={"strict": "experimental"})),
    "ogg opus": made("ogg", Tone("libopus")),
    "ogg opus voice": made("ogg", Tone("libopus", layout="mono", coding={"application": "voip", "b": "24000"})),
    "ogg flac": made("ogg", Tone("flac")),
    "mka": made("matroska", Tone("flac")),
    "weba": made("webm", Tone("libopus")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_sound_comes_out_as_it_was(name: str) -> None:
    """Pitch, level on both sides and length are kept, whatever it was packed in; a cover is no clip."""
    taken = taken_here(CASES[name]())
    assert (taken.media, taken.width, taken.height, taken.given_ms) == ("sound", 0, 0, None)
    heard = listened(taken.written)
    assert taken.duration_ms == pytest.approx(heard.shape[1] / 48, abs=1)
    assert heard.shape[1] / 48_000 == pytest.approx(SHORT_S, abs=0.08)
    for side in heard[:, 4_000:14_000]:
        spectrum = np.abs(np.fft.rfft(side * np.hanning(side.size), 48_000))
        assert abs(int(spectrum.argmax()) - PITCH_HZ) <= 2
        assert np.abs(side).max() == pytest.approx(LEVEL, abs=0.05)


def test_channels_that_nobody_named_are_mixed() -> None:
    """A WAV of three channels says not where they stand: both sides hear all of them."""
    loud = np.zeros((8_000, 3), "<i2")
    loud[:, 2] = 9_000
    heard = listened(taken_here(wav_of(loud.tobytes(), channels=3)).written)
    assert heard[:, 24_000] == pytest.approx([3_000 / 32_768] * 2, abs=0.01)


def test_the_first_minute_is_kept_and_the_whole_length_told() -> None:
    """Of 70 seconds 60 are kept."""
    taken = taken_here(wav_of(os.urandom(70 * 16_000)))
    assert (taken.duration_ms, taken.given_ms) == (60_000, 70_000)
    assert listened(taken.written).shape == (2, 60 * 48_000)


@pytest.mark.parametrize(
    ("content", "code", "data"),
    [
        (lambda: wav_of(bytes(16_000 * 601)), "sound_too_long", {"limit_ms": 600_000}),
        (lambda: wav_of(bytes(1_800), channels=9), "sound_too_many_channels", {"limit": 8, "given": 9}),
        (
            lambda: wav_of(bytes(1_000), rate_hz=400_000),
            "sound_rate_out_of_range",
            {"lowest": 4_000, "highest": 192_000, "given": 400_000},
        ),
        (lambda: wav_of(bytes(1_000), rate_hz=100), "sound_rate_out_of_range", {"given": 100}),
        (lambda: wav_of(b""), "sound_empty", {}),
        (lambda: clip(Shot("matroska", at=(), tracks=0, tone=Tone("mp2"))), "codec_unknown", {"codec": "mp2"}),
    ],
)
def test_what_is_too_much_is_refused_with_its_number(
    content: Callable[[], bytes], code: str, data: dict[str, object]
) -> None:
    """Length, channels and rate: the limit and what was given are told."""
    with pytest.raises(Refusal) as refusal:
        taken_here(content())
    assert refusal.value.code == code
    assert data.items() <= refusal.value.data.items()
