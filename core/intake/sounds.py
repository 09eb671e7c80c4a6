"""The worker's side of taking in a sound: whatever it was, it becomes FLAC of 16 bits, 48 kHz, stereo."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import av.error
import numpy as np
from av.container import InputContainer
from numpy.typing import NDArray

from core.intake.containers import audio_of, damage_told, open_container, video_of
from core.intake.decoding import Decoded, given_ms
from core.intake.limits import KEPT_S, SOUND_LEAST_RATE_HZ, SOUND_MOST_CHANNELS, SOUND_MOST_RATE_HZ, SOUND_RATE_HZ
from core.intake.whole import check_whole
from core.work import Memory, Product, Progress, Refusal, Work

Samples = NDArray[Any]
KEPT_SAMPLES = KEPT_S * SOUND_RATE_HZ


def normalise(work: Work, progress: Progress) -> Product:
    """Make FLAC (part "sound"; facts media, width 0, height 0, duration_ms, given_ms) of `files[0]`.

    Refuses: sound_damaged; sound_empty; sound_too_long(limit_ms, given_ms); sound_too_many_channels(limit, given);
    sound_rate_out_of_range(lowest, highest, given); codec_unknown(codec); file_without_media.
    """
    file = work.files[0]
    with damage_told("sound_damaged"):
        check_whole(file, work.parameters["opener"], "sound_damaged")
        with open_container(file, work.parameters["opener"]) as container:
            if video_of(container) is not None:
                raise Refusal("file_kind_unknown", kind="OGG video")
            return sound_from(container, progress)


def sound_from(container: InputContainer, progress: Progress) -> Product:
    """Make FLAC of the sound that an opened file holds."""
    audio = audio_of(container)
    if audio is None:
        raise Refusal("file_without_media")
    check_audio(audio)
    decoded = Decoded(container, audio, is_clip=False, strict=container.format.name == "flac")
    memory = Memory.empty("sound")
    with av.open(memory.path, "w", format="flac", options={"fflags": "+bitexact"}) as written:
        stream = written.add_stream("flac", rate=SOUND_RATE_HZ, layout="stereo", format="s16")
        kept = 0
        for samples in _kept(Stereo("s16").heard(frame for frame, _ in decoded.frames())):
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE_HZ, kept, Fraction(1, SOUND_RATE_HZ)
            written.mux(stream.encode(frame))
            kept += frame.samples
            progress(min(1.0, kept / _expected(container)))
        if not kept:
            raise Refusal("sound_empty")
        written.mux(stream.encode(None))
    _check_complete(container, audio, decoded)
    duration_ms = kept * 1000 // SOUND_RATE_HZ
    facts = {"media": "sound", "width": 0, "height": 0, "duration_ms": duration_ms}
    return Product({"sound": memory}, {**facts, "given_ms": given_ms(decoded.length_s)})


def check_audio(audio: Any) -> None:
    """Raise Refusal sound_too_many_channels(limit, given), sound_rate_out_of_range(lowest, highest, given)."""
    channels, rate_hz = audio.codec_context.channels, audio.codec_context.sample_rate
    if not channels or not rate_hz:
        raise Refusal("sound_damaged")
    if channels > SOUND_MOST_CHANNELS:
        raise Refusal("sound_too_many_channels", limit=SOUND_MOST_CHANNELS, given=channels)
    if not SOUND_LEAST_RATE_HZ <= rate_hz <= SOUND_MOST_RATE_HZ:
        raise Refusal("sound_rate_out_of_range", lowest=SOUND_LEAST_RATE_HZ, highest=SOUND_MOST_RATE_HZ, given=rate_hz)


def _expected(container: InputContainer) -> int:
    claimed = container.duration
    return max(1, min(KEPT_SAMPLES, claimed * SOUND_RATE_HZ // av.time_base if claimed else KEPT_SAMPLES))


def _kept(pieces: Iterator[Samples]) -> Iterator[Samples]:
    """Cut interleaved samples off after what is kept, and read on: the length of the whole is measured so."""
    left = KEPT_SAMPLES * 2
    for piece in pieces:
        if left:
            yield piece[:, :left]
            left -= min(left, piece.shape[1])


def _check_complete(container: InputContainer, audio: Any, decoded: Decoded) -> None:
    """Raise Refusal sound_damaged for FLAC that ends before its header says; other headers are guesses."""
    if container.format.name == "flac" and audio.duration:
        claimed_s = audio.duration * audio.time_base
        if decoded.length_s < claimed_s - Fraction(1, 10):
            raise Refusal("sound_damaged")


class Stereo:
    """Brings sound of any rate and layout to 48 kHz stereo, and goes on when these change in mid-stream."""

    def __init__(self, sample_format: str) -> None:
        """Choose "s16" (interleaved: 1 x 2n) or "fltp" (2 x n)."""
        self._format = sample_format
        self._given: tuple[str, str, int] | None = None
        self._resampler: av.AudioResampler | None = None
        self._mono = False

    def heard(self, frames: Iterator[Any]) -> Iterator[Samples]:
        """Resample all of a stream."""
        for frame in frames:
            yield from self.of(frame)
        yield from self.rest()

    def of(self, frame: av.AudioFrame) -> Iterator[Samples]:
        """Resample a frame."""
        given = (frame.format.name, frame.layout.name, frame.sample_rate)
        if given != self._given:
            yield from self.rest()
            _check_frame(frame)
            self._given = given
            self._mono = frame.layout.nb_channels == 1 or _is_unnamed(frame)
            self._resampler = av.AudioResampler(self._format, "mono" if self._mono else "stereo", SOUND_RATE_HZ)
        if self._resampler is not None:
            frame.pts = None
            yield from self._arrays(self._resampler.resample(_mixed(frame) if _is_unnamed(frame) else frame))

    def rest(self) -> Iterator[Samples]:
        """Give what is still on its way."""
        if self._resampler is not None:
            yield from self._arrays(self._resampler.resample(None))
            self._resampler = None

    def _arrays(self, frames: list[av.AudioFrame]) -> Iterator[Samples]:
        """Give what was resampled; one channel goes to both sides as loud as it is, where FFmpeg would lower it."""
        for frame in frames:
            if frame.samples:
                samples = frame.to_ndarray()
                yield np.repeat(samples, 2, axis=int(not frame.format.is_planar)) if self._mono else samples


def _check_frame(frame: av.AudioFrame) -> None:
    """Look again at what was decoded: a header's claim may have been another."""
    if frame.layout.nb_channels > SOUND_MOST_CHANNELS or not (
        SOUND_LEAST_RATE_HZ <= frame.sample_rate <= SOUND_MOST_RATE_HZ
    ):
        raise Refusal("sound_damaged")


def _is_unnamed(frame: av.AudioFrame) -> bool:
    return "channels" in frame.layout.name


def _mixed(frame: av.AudioFrame) -> av.AudioFrame:
    """Mix channels that nobody named into one: no rule says where they stand."""
    count = frame.layout.nb_channels
    flat = frame.to_ndarray().astype(np.float32)
    if not frame.format.is_planar:
        flat = flat.reshape(-1, count).T
    if frame.format.name.startswith("u8"):
        flat -= 128
    scale = 1.0 if frame.format.name.startswith(("flt", "dbl")) else 2.0 ** (8 * frame.format.bytes - 1)
    mixed = np.ascontiguousarray((flat / scale).mean(axis=0, keepdims=True).astype(np.float32))
    mono = av.AudioFrame.from_ndarray(mixed, format="fltp", layout="mono")
    mono.sample_rate = frame.sample_rate
    return mono
