"""What the frames know of a sound that was given: how loud it is now, how hard it strikes, and where its beats fall."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_KICK_ZOOM, _LEVEL_ZOOM = 0.034, 0.022
"""What a strike, and a loud moment, add to the size of what is shown."""


@dataclass(frozen=True)
class Hearing:
    """One number per frame, 0 to 1. `beats` are frames on which a cut may fall, in order; empty for speech."""

    level: NDArray[np.float64]
    kick: NDArray[np.float64]
    beats: tuple[int, ...] = ()

    def level_at(self, frame: int) -> float:
        """Say how loud it is around a frame."""
        return float(self.level[min(frame, len(self.level) - 1)])

    def kick_at(self, frame: int) -> float:
        """Say how hard it strikes at a frame; a strike rings out over the next ones."""
        return float(self.kick[min(frame, len(self.kick) - 1)])

    def zoom_at(self, frame: int) -> float:
        """Give what the sound adds to the camera's zoom, never less than 0."""
        return _KICK_ZOOM * self.kick_at(frame) + _LEVEL_ZOOM * self.level_at(frame)

    def beat_near(self, frame: int, reach: int) -> int:
        """Give the beat closest to a frame, or the frame itself when none is within reach."""
        near = [beat for beat in self.beats if abs(beat - frame) <= reach]
        return min(near, key=lambda beat: abs(beat - frame)) if near else frame


SILENCE = Hearing(np.zeros(1), np.zeros(1))
