"""A clip as a film: trimmed, reframed, with one effect, thirty frames a second, and its own sound."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

import numpy as np

from core.generators.motion.camera import Matrix, Move
from core.generators.motion.clips import sound as own
from core.generators.motion.clips.extend import lengthened
from core.generators.motion.clips.framing import Size, Whole, after, scaling, warped, windowed
from core.generators.motion.clips.reel import Clip, Reel, clip_of
from core.generators.motion.clips.reframe import followed, needs_window, window_of
from core.generators.motion.clips.stabilise import ZOOM_MOST, steadied
from core.generators.motion.clips.survey import Survey, surveyed
from core.generators.motion.clips.timeline import Timeline, frames_left, plain, sampled, slowed, slowness
from core.generators.motion.encode import FPS, Drawing, Sound
from core.generators.motion.flow import Between
from core.generators.motion.images import Pixels
from core.generators.motion.restyle import Calm, style_of
from core.videos import RESTYLES, Effect
from core.work import Memory, Refusal

_NEAR = 8
"""Frames this close together are read by one reel; farther ones by two, so that neither jumps to and fro."""


@dataclass(frozen=True)
class Cut:
    """What to make of a clip: in which (width, height), how many frames at most, from where, with which effect."""

    size: Size
    frames: int
    start_s: float = 0.0
    effect: Effect = Effect.NONE


@dataclass(frozen=True)
class ClipFilm:
    """Gives `frames` drawings in order; `sound` is the clip's own, or None. `mixed` says which frames are blends."""

    frames: int
    sound: Sound | None
    drawings: Callable[[], Iterator[Drawing]]
    mixed: Callable[[int], bool]
    scene: str = "clip"
    move: Move = Move.STILL


def clip_film(memory: Memory, cut: Cut, rng: np.random.Generator, on_share: Callable[[float], None]) -> ClipFilm:
    """Look at a clip and prepare its film; `on_share` hears how much of the looking is done.

    The film is as long as there is clip, at most `cut.frames`; slow motion and extend go on for longer.
    Raises Refusal("clip_unreadable"), and Refusal("start_past_end") with `length_s`.
    """
    clip = clip_of(memory)
    if cut.start_s >= clip.duration_s:
        raise Refusal("start_past_end", length_s=round(clip.duration_s, 1))
    timeline, factor = _timeline(clip, cut)
    reframed = needs_window((clip.width, clip.height), cut.size)
    looks = reframed or cut.effect in {Effect.STABILISE, Effect.EXTEND}
    numbers = np.unique(np.concatenate([timeline.first, timeline.second]))
    survey = surveyed(clip, numbers, on_share, interest=reframed) if looks else None
    if cut.effect is Effect.EXTEND and survey is not None:
        timeline = lengthened(survey, cut.frames)
    picture = _Picture(clip, cut, survey, rng)
    sound = _sound(clip, cut, timeline.frames / FPS, factor)
    return ClipFilm(
        timeline.frames, sound, partial(_drawings, clip, timeline, picture), lambda number: timeline.share[number] > 0
    )


def _timeline(clip: Clip, cut: Cut) -> tuple[Timeline, float]:
    """Choose the frames, and how much slower than life they go."""
    start_s = cut.start_s
    if cut.effect is Effect.SLOW:
        factor = slowness(clip.times_s, start_s, clip.duration_s, cut.frames)
        frames = frames_left(clip.duration_s * factor, start_s * factor, cut.frames)
        return slowed(clip.times_s, start_s, frames, factor), factor
    return plain(sampled(clip.times_s, start_s, frames_left(clip.duration_s, start_s, cut.frames))), 1.0


def _sound(clip: Clip, cut: Cut, seconds: float, factor: float) -> Sound | None:
    """Take the clip's own sound for what is shown of it."""
    start_s = cut.start_s
    whole = own.sound_of(clip.memory) if clip.has_sound else None
    if whole is None:
        return None
    if cut.effect is Effect.SLOW:
        slow = own.slowed(own.cut(whole, start_s, seconds / factor), factor)
        return None if slow is None else own.faded(own.cut(slow, 0, seconds))
    if cut.effect is Effect.EXTEND:
        return own.faded(own.gone_on(own.cut(whole, start_s, min(seconds, clip.duration_s - start_s)), seconds))
    return own.faded(own.cut(whole, start_s, seconds))


class _Picture:
    """How one moment of a clip is drawn: read in `read_size`, seen through a matrix, in a style."""

    def __init__(self, clip: Clip, cut: Cut, survey: Survey | None, rng: np.random.Generator) -> None:
        size, given = cut.size, (clip.width, clip.height)
        window = window_of(given, size)
        middles = followed(survey, given, window) if survey and needs_window(given, size) else None
        whole = needs_window(given, size) and middles is None
        self.inner = _fitted(given, size) if whole else size
        self._whole = Whole(self.inner, size, rng) if whole else None
        if whole:
            window = (float(given[0]), float(given[1]))
        room = ZOOM_MOST if cut.effect is Effect.STABILISE else 1.0
        shrink = min(1.0, room * max(self.inner[0] / window[0], self.inner[1] / window[1]))
        self.read_size = _even(given[0] * shrink), _even(given[1] * shrink)
        middle = ((given[0] - 1) / 2, (given[1] - 1) / 2)
        back = scaling(self.read_size, given)
        numbers = survey.numbers if survey else np.zeros(1, np.int64)
        steady = steadied(survey, given) if survey and cut.effect is Effect.STABILISE else None
        self._views: dict[int, Matrix] = {}
        for place, number in enumerate(numbers):
            there = middle if middles is None else (middles[place, 0], middles[place, 1])
            seen = back if steady is None else after(back, steady[place])
            self._views[int(number)] = after(seen, windowed(there, window, self.inner))
        self._still = self._views[int(numbers[0])]
        self._style = style_of(cut.effect, size, rng)
        self.calm = Calm() if cut.effect in RESTYLES else None

    def drawn(self, pixels: Callable[[], Pixels], first: int, second: int, share: float) -> Pixels:
        one, other = (self._views.get(number, self._still) for number in (first, second))
        shown = warped(pixels(), one + share * (other - one), self.inner)
        framed = self._whole.around(shown) if self._whole else shown
        return self._style(framed) if self._style else framed


def _drawings(clip: Clip, timeline: Timeline, picture: _Picture) -> Iterator[Drawing]:
    """Read the clip in the order of the timeline, one moment after the other."""
    with ExitStack() as open_reels:
        reels = [open_reels.enter_context(Reel(clip, picture.read_size))]
        pair, between = (-1, -1), None
        for first, second, share in zip(
            timeline.first.tolist(), timeline.second.tolist(), timeline.share.tolist(), strict=True
        ):
            pixels = reels[0].at(first)
            if share == 0:
                calmed = picture.calm.next(pixels) if picture.calm else pixels
                yield partial(picture.drawn, partial(_as_it_is, calmed), first, first, 0.0)
                continue
            if pair != (first, second) or between is None:
                far = abs(second - first) > _NEAR
                if far and len(reels) == 1:
                    reels.append(open_reels.enter_context(Reel(clip, picture.read_size)))
                other = reels[-1 if far else 0].at(second)
                pair, between = (first, second), Between(pixels, other, mixed_anyway=far)
            yield partial(picture.drawn, partial(between.at, share), first, second, share)


def _as_it_is(pixels: Pixels) -> Pixels:
    return pixels


def _fitted(given: Size, size: Size) -> Size:
    """Give the largest size of a clip that fits into a frame."""
    scale = min(size[0] / given[0], size[1] / given[1])
    return min(size[0], _even(given[0] * scale)), min(size[1], _even(given[1] * scale))


def _even(side: float) -> int:
    return max(2, round(side / 2) * 2)
