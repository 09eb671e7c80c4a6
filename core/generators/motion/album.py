"""Pictures of a film, taken apart when they are first needed; at most two are held, however many there are."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.cutout import salience
from core.generators.motion.images import Pixels
from core.generators.motion.picture import Layers, layered, opened, shown
from core.work import Memory

_HELD = 2
_FOCUS_SIDE_PX = 160
_FOCUS_LEAST = 0.6
"""Salience above which a point counts for the focus."""


@dataclass(frozen=True)
class Leaf:
    """A picture that is ready to be shown. `focus` is where most stands out, in frame shares."""

    layers: Layers
    size: tuple[int, int]
    focus: tuple[float, float]

    def draw(self, pose: Pose) -> Pixels:
        """Show it from a pose."""
        return shown(self.layers, pose, self.size)


class Album:
    """Gives leaves by number, to several threads. `rooms` says how much of each the camera moves over."""

    def __init__(
        self,
        pictures: Sequence[Memory],
        size: tuple[int, int],
        rooms: Sequence[float],
        chance: Callable[[int], np.random.Generator],
    ) -> None:
        """Take the pictures as they came; `chance` gives a picture's random numbers."""
        self._pictures, self._size, self._rooms, self._chance = pictures, size, rooms, chance
        self._held: OrderedDict[int, Leaf] = OrderedDict()
        self._lock = Lock()

    @property
    def held(self) -> tuple[int, ...]:
        """Numbers of the pictures that lie in memory, the one used last at the end."""
        return tuple(self._held)

    def leaf(self, number: int) -> Leaf:
        """Give a picture, ready. Raises Refusal("picture_unreadable")."""
        with self._lock:
            if number not in self._held:
                while len(self._held) >= _HELD:
                    self._held.popitem(last=False)
                self._held[number] = self._ready(number)
            self._held.move_to_end(number)
            return self._held[number]

    def _ready(self, number: int) -> Leaf:
        picture = opened(self._pictures[number].read())
        layers = layered(picture, self._size, self._rooms[number], self._chance(number))
        return Leaf(layers, self._size, focus_of(shown(layers, Pose(), self._size)))


def focus_of(view: Pixels) -> tuple[float, float]:
    """Find the middle of what stands out, across and down, in shares of the frame; kept off the borders."""
    shrink = _FOCUS_SIDE_PX / max(view.shape[:2])
    found = salience(cv2.resize(view, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA))
    weights = np.clip(found - _FOCUS_LEAST, 0, None) + 1e-6
    rows, columns = np.mgrid[0 : weights.shape[0], 0 : weights.shape[1]]
    total = float(weights.sum())
    x = float((weights * columns).sum()) / total / weights.shape[1]
    y = float((weights * rows).sum()) / total / weights.shape[0]
    return min(max(x, 0.2), 0.8), min(max(y, 0.2), 0.8)
