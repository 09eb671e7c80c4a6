"""The worker's side of taking in a clip: upright H.264 and AAC in an MP4, or a picture, or a sound, whichever it is."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.container import InputContainer
from PIL import Image

from core.intake.containers import audio_of, damage_told, open_container, video_of
from core.intake.decoding import Decoded, check_length, given_ms
from core.intake.film import Film, Sound
from core.intake.limits import (
    CLIP_LONGEST_SIDE,
    CLIP_MOST_FPS,
    CLIP_MOST_FRAMES,
    KEPT_S,
    PICTURE_LONGEST_SIDE,
    SOUND_RATE_HZ,
)
from core.intake.sounds import Stereo, check_audio, sound_from
from core.intake.stills import picture_product
from core.intake.upright import TICKS_PER_S, Upright, check_sides
from core.intake.whole import check_whole
from core.work import Product, Progress, Refusal, Work

KEPT_TICKS = KEPT_S * TICKS_PER_S
_GAP = SOUND_RATE_HZ // 20
"""Sound that strays less than this many samples from its time stays where it is."""

_FPS_SLACK = 1.05
_USUAL_FPS = 30
_STRANGE_RATIO = 16
"""Pixels so much wider than high, or higher than wide, are a header's mistake."""


def normalise(work: Work, progress: Progress) -> Product:
    """Make a clean MP4 (part "clip"), JPEG ("picture") or FLAC ("sound") of `files[0]`.

    Facts: media, width, height, duration_ms, given_ms. Refuses: clip_damaged; clip_too_long(limit_ms, given_ms);
    clip_too_fast(limit, given); codec_unknown(codec); file_without_media; what `check_sides`, the picture's and the
    sound's side refuse.
    """
    file = work.files[0]
    damaged = "sound_damaged" if work.parameters["kind"] == "M4A" else "clip_damaged"
    with damage_told(damaged):
        check_whole(file, work.parameters["opener"], damaged)
        with open_container(file, work.parameters["opener"]) as container:
            video = video_of(container)
            if video is None:
                return sound_from(container, progress)
            return _clip_from(container, video, progress)


def _clip_from(container: InputContainer, video: av.VideoStream, progress: Progress) -> Product:
    audio = audio_of(container)
    _check_claims(container, video, audio)
    decoded = Decoded(container, video, audio)
    reel = Reel(decoded, _pixel_ratio(video), with_sound=audio is not None)
    expected_s = min(KEPT_S, float(container.duration or 0) / av.time_base or KEPT_S)
    for frame, at_s in decoded.frames():
        if isinstance(frame, av.VideoFrame):
            reel.show(frame, at_s)
            progress(min(1.0, reel.at / TICKS_PER_S / expected_s))
        elif isinstance(frame, av.AudioFrame):
            reel.hear(frame, at_s)
    return reel.product(decoded.length_s)


def _check_claims(container: InputContainer, video: av.VideoStream, audio: Any) -> None:
    """Refuse by the header what needs no decoding; what was decoded is looked at again."""
    check_sides(video.width, video.height)
    if audio is not None:
        check_audio(audio)
    length = video.duration
    claimed_s = length * video.time_base if length and video.time_base else Fraction(container.duration or 0, 10**6)
    check_length(claimed_s, is_clip=True)
    _check_rate(video.average_rate or 0)


def _check_rate(frames_per_s: Fraction | float) -> None:
    if frames_per_s > CLIP_MOST_FPS * _FPS_SLACK:
        raise Refusal("clip_too_fast", limit=CLIP_MOST_FPS, given=round(frames_per_s))


def _pixel_ratio(video: av.VideoStream) -> Fraction:
    ratio = video.sample_aspect_ratio
    return ratio if ratio and 1 / _STRANGE_RATIO <= ratio <= _STRANGE_RATIO else Fraction(1)


class Reel:
    """Collects frames and sound: a film from the second frame on, until then perhaps a picture."""

    def __init__(self, decoded: Decoded | None, pixel_ratio: Fraction, *, with_sound: bool) -> None:
        """Begin with nothing."""
        self._ratio = pixel_ratio
        self._decoded = decoded
        self._with_sound = with_sound
        self._upright = Upright(CLIP_LONGEST_SIDE, pixel_ratio)
        self._track = Track()
        self._first: tuple[av.VideoFrame, int] | None = None
        self._film: Film | None = None
        self._last_shown = 0
        self.at = -1
        """When the last frame is shown, in ticks; below 0 before the first."""

    def show(self, frame: av.VideoFrame, at_s: Fraction | None) -> None:
        """Add a frame at its time; one outside of what is kept is left out, and so is one of no time of its own.

        The first one is shown from the beginning, also where others before it were broken.
        """
        usual = self._last_shown or TICKS_PER_S // _USUAL_FPS
        at = self.at + usual if at_s is None else round(at_s * TICKS_PER_S)
        if self._first is None and at < KEPT_TICKS:
            at = 0
        if not max(0, self.at + 1) <= at < KEPT_TICKS:
            return
        shown = round(frame.duration * frame.time_base * TICKS_PER_S) if frame.duration and frame.time_base else 0
        self._last_shown = shown or (at - self.at if self.at >= 0 else usual)
        self.at = at
        if self._first is None:
            self._first = frame, at
            return
        if self._film is None:
            self._add(*self._first)
        self._add(frame, at)

    def _add(self, frame: av.VideoFrame, at: int) -> None:
        for one, shown_at in self._upright.frames(frame, at):
            self._show(one, shown_at)

    def _show(self, frame: av.VideoFrame, at: int) -> None:
        if self._film is None:
            self._film = Film((frame.width, frame.height), with_sound=self._with_sound)
        for piece in self._track.waiting():
            self._film.hear(piece)
        self._film.show(frame, at)
        if self._film.frames > CLIP_MOST_FRAMES:
            raise Refusal("clip_too_fast", limit=CLIP_MOST_FPS, given=self._film.frames // KEPT_S)

    def hear(self, frame: av.AudioFrame, at_s: Fraction | None) -> None:
        """Add sound at its time."""
        self._track.put(frame, at_s)

    def product(self, length_s: Fraction | float) -> Product:
        """Finish: a clip, or the picture that it was."""
        if self._first is None:
            raise Refusal("clip_damaged")
        if self._film is None and self._upright.size is None:
            return self._still(*self._first)
        for one, at in self._upright.rest():
            self._show(one, at)
        return self._finished(length_s)

    def _finished(self, length_s: Fraction | float) -> Product:
        if self._film is None or self._upright.size is None:
            raise Refusal("clip_damaged")
        for piece in (*self._track.waiting(), *self._track.rest()):
            self._film.hear(piece)
        until = self._film.finish(min(self._last_shown, KEPT_TICKS - self.at))
        _check_rate(self._film.frames * TICKS_PER_S / until)
        width, height = self._upright.size
        facts = {"media": "clip", "width": width, "height": height, "duration_ms": until * 1000 // TICKS_PER_S}
        return Product({"clip": self._film.memory}, {**facts, "given_ms": given_ms(length_s)})

    def _still(self, frame: av.VideoFrame, at: int) -> Product:
        """Make the picture that a clip of one frame is."""
        upright = Upright(PICTURE_LONGEST_SIDE, self._ratio, "rgb24")
        ((one, _),) = (*upright.frames(frame, at), *upright.rest())
        return picture_product(Image.fromarray(np.asarray(one.to_ndarray())))


class Track:
    """A clip's sound on the timeline of its pictures: silence where it has a hole, cut where it overlaps."""

    def __init__(self) -> None:
        """Begin at time 0."""
        self._stereo = Stereo("fltp")
        self._placed = 0
        self._pieces: list[Sound] = []

    def put(self, frame: av.AudioFrame, at_s: Fraction | None) -> None:
        """Place a frame of sound at its time, or right after the last."""
        at = self._placed if at_s is None else round(at_s * SOUND_RATE_HZ)
        if at >= KEPT_S * SOUND_RATE_HZ:
            return
        slack = _GAP if self._placed else 0
        if at > self._placed + slack:
            self._add(np.zeros((2, at - self._placed), np.float32))
        early = self._placed - at if at < self._placed - slack else 0
        for piece in self._stereo.of(frame):
            kept = piece[:, early:]
            early -= min(early, piece.shape[1])
            self._add(kept)

    def waiting(self) -> Iterator[Sound]:
        """Take out what was placed."""
        pieces, self._pieces = self._pieces, []
        yield from pieces

    def rest(self) -> Iterator[Sound]:
        """Give what is still on its way."""
        yield from self._stereo.rest()

    def _add(self, piece: Sound) -> None:
        if piece.shape[1]:
            self._pieces.append(piece)
            self._placed += piece.shape[1]
