"""The worker's side of making a video fit: fewer bits a second, and a smaller picture where these would look poor."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import BinaryIO

import av

from core.intake.clips import Track
from core.intake.containers import audio_of, damage_told, open_container, video_of
from core.intake.decoding import Decoded
from core.intake.film import Coding, Film
from core.intake.upright import TICKS_PER_S, Upright
from core.work import Memory, Product, Progress, Refusal, Work

TRIES = 3
SHORT_SIDES_PX = (1080, 720, 540, 432, 360)
FINE_BITS_A_PIXEL = 0.04
"""Bits for each pixel of each frame, from which on H.264 looks fine; below, a smaller picture looks better."""

LEAST_BITS_A_PIXEL = 0.022
"""What the smallest picture must at least have to be worth looking at."""

_SOUND_BITS_PER_S = 96_000
_INDEX_BITS_A_FRAME = 160
_INDEX_BITS_A_SECOND_OF_SOUND = 47 * 64
_FILLED = 0.96
_LOWERED = 0.95
_USUAL_FPS = 30

Drawn = Callable[[av.VideoFrame], av.VideoFrame]
"""Gives a frame with something drawn on it, at the same size."""


@dataclass(frozen=True)
class Shown:
    """What is known of a video before it is decoded: its sides in pixels, frames a second, length, sound."""

    width: int
    height: int
    fps: float
    seconds: float
    has_sound: bool


@dataclass(frozen=True)
class Plan:
    """How it is made to fit: the longer side in pixels, and the pictures' bits a second."""

    longest_side: int
    bits_per_s: int


def plan(shown: Shown, max_bytes: int) -> Plan | None:
    """Choose the largest picture that looks fine in so many bytes; None where none is worth looking at."""
    bits_per_s = _FILLED * max_bytes * 8 / shown.seconds - _INDEX_BITS_A_FRAME * shown.fps
    if shown.has_sound:
        bits_per_s -= _SOUND_BITS_PER_S + _INDEX_BITS_A_SECOND_OF_SOUND
    short, long = sorted((shown.width, shown.height))
    sides = [short, *(side for side in SHORT_SIDES_PX if side < short)]
    for side in sides:
        pixels_per_s = side * side * long / short * shown.fps
        if bits_per_s >= pixels_per_s * (LEAST_BITS_A_PIXEL if side == sides[-1] else FINE_BITS_A_PIXEL):
            return Plan(round(side * long / short), int(bits_per_s))
    return None


def shrink(work: Work, progress: Progress) -> Product:
    """Make an MP4 (part "video") of at most `max_bytes` out of the MP4 `files[0]`; no part where none would look well.

    Parameters: max_bytes. Refuses clip_damaged and what `Upright` and `Decoded` refuse.
    """
    max_bytes = work.parameters["max_bytes"]
    with damage_told("clip_damaged"):
        chosen = plan(look(work.files[0]), max_bytes)
        for _ in range(TRIES):
            if chosen is None:
                break
            memory = encoded(work.files[0], chosen, progress)
            if memory.size_bytes <= max_bytes:
                return Product({"video": memory})
            lower = int(chosen.bits_per_s * max_bytes / memory.size_bytes * _LOWERED)
            chosen = Plan(chosen.longest_side, lower)
            memory.close()
    return Product()


def look(file: BinaryIO) -> Shown:
    """Look at an MP4 before it is decoded. Raises Refusal("clip_damaged")."""
    with open_container(file, "mp4") as container:
        video = video_of(container)
        if video is None or not container.duration:
            raise Refusal("clip_damaged")
        fps = float(video.average_rate or _USUAL_FPS)
        has_sound = audio_of(container) is not None
        return Shown(video.width, video.height, fps, container.duration / av.time_base, has_sound)


def encoded(file: BinaryIO, chosen: Plan, progress: Progress, drawn: Drawn | None = None) -> Memory:
    """Encode an MP4 again by a plan; `drawn` may draw on each frame. The memory is the caller's to close.

    Raises Refusal: clip_damaged, and what `Upright` and `Decoded` refuse.
    """
    file.seek(0)
    with open_container(file, "mp4") as container:
        video, audio = video_of(container), audio_of(container)
        if video is None:
            raise Refusal("clip_damaged")
        writing = _Writing(chosen, drawn, with_sound=audio is not None)
        expected_s = (container.duration or av.time_base) / av.time_base
        for frame, at_s in Decoded(container, video, audio).frames():
            if isinstance(frame, av.VideoFrame):
                writing.show(frame, at_s)
                progress(min(1.0, writing.at / TICKS_PER_S / expected_s))
            else:
                writing.track.put(frame, at_s)
        return writing.finish()


class _Writing:
    """Brings frames to the size that was planned, and writes them with their sound."""

    def __init__(self, chosen: Plan, drawn: Drawn | None, *, with_sound: bool) -> None:
        self._chosen = chosen
        self._drawn = drawn
        self._with_sound = with_sound
        self._upright = Upright(chosen.longest_side, Fraction(1))
        self._film: Film | None = None
        self._shown = TICKS_PER_S // _USUAL_FPS
        self.track = Track()
        self.at = -1

    def show(self, frame: av.VideoFrame, at_s: Fraction | None) -> None:
        at = self.at + self._shown if at_s is None else round(at_s * TICKS_PER_S)
        if self.at >= 0:
            self._shown = max(1, at - self.at)
        self.at = at
        for one, shown_at in self._upright.frames(frame, at):
            self._add(one, shown_at)

    def _add(self, frame: av.VideoFrame, at: int) -> None:
        if self._film is None:
            coding = _coding(self._chosen.bits_per_s)
            self._film = Film((frame.width, frame.height), with_sound=self._with_sound, coding=coding)
        for piece in self.track.waiting():
            self._film.hear(piece)
        self._film.show(self._drawn(frame) if self._drawn else frame, at)

    def finish(self) -> Memory:
        """Write what is left, and give the film; its memory is the caller's to close."""
        for one, at in self._upright.rest():
            self._add(one, at)
        if self._film is None:
            raise Refusal("clip_damaged")
        for piece in (*self.track.waiting(), *self.track.rest()):
            self._film.hear(piece)
        self._film.finish(self._shown)
        return self._film.memory


def _coding(bits_per_s: int) -> Coding:
    """Let bits go to the moments that need them, and spend none that nobody would see."""
    pictures = {
        "preset": "veryfast",
        "profile": "high",
        "b": str(bits_per_s),
        "maxrate": str(2 * bits_per_s),
        "bufsize": str(4 * bits_per_s),
        "qmin": "16",
        "aq-mode": "3",
    }
    return Coding(pictures, _SOUND_BITS_PER_S)
