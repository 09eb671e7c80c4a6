"""Camera moves: where the camera stands at each moment, and what that does to a layer at some depth."""

import math
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
"""2 x 3, maps a point of a layer to a point of the frame (OpenCV's order: x, y)."""


class Move(Enum):
    """What the camera does."""

    PUSH_IN = "push_in"
    PULL_OUT = "pull_out"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    TILT_UP = "tilt_up"
    TILT_DOWN = "tilt_down"
    ORBIT = "orbit"
    STILL = "still"


PACES = {"slow": 0.55, "normal": 1.0, "fast": 1.7}
"""How far a move goes, beside a normal one of the same length."""

_ZOOM = 0.13
_SHIFT = 0.055
_SHIFT_ZOOM = 0.02
_PIVOT = 0.45
_SOFTNESS = 0.7


@dataclass(frozen=True)
class Pose:
    """Where the camera is.

    `zoom` is what it adds to the size of what is near, 0.1 for a tenth. `x` and `y` are how far what is near moves
    to the right and down, in frame widths and heights; `turn` is `x` for an orbit, where what is far moves
    the other way.
    """

    zoom: float = 0.0
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0

    def scale(self, depth: float) -> float:
        """Give the size of a layer; depth is 0.0 for the far sky and 1.0 for what is close."""
        return 1 + self.zoom * (0.15 + 0.85 * depth)

    def shift(self, depth: float) -> tuple[float, float]:
        """Give how far a layer moves, in frame widths and heights."""
        share = 0.15 + 0.85 * depth
        return self.x * share + self.turn * (depth - _PIVOT), self.y * share

    def matrix(self, depth: float, layer: tuple[int, int], frame: tuple[int, int], fit: float = 1.0) -> Matrix:
        """Map a layer (width, height), centred and drawn `fit` times its size, to the frame (width, height)."""
        scale = self.scale(depth) * fit
        dx, dy = self.shift(depth)
        # Pixel centres lie at whole numbers, so the middle of n pixels is at (n - 1) / 2.
        left = (frame[0] - 1) / 2 + dx * frame[0] - scale * (layer[0] - 1) / 2
        top = (frame[1] - 1) / 2 + dy * frame[1] - scale * (layer[1] - 1) / 2
        return np.array([[scale, 0, left], [0, scale, top]])


def eased(share: float) -> float:
    """Start and stop gently: 0 to 1 for 0 to 1, slow at both ends but never quite still."""
    return (1 - _SOFTNESS) * share + _SOFTNESS * share * share * (3 - 2 * share)


def pose(move: Move, share: float, reach: float = 1.0) -> Pose:
    """Give the camera's place when `share` (0 to 1) of the video is over. `reach` multiplies how far it goes."""
    way = eased(share)
    across = (2 * way - 1) * _SHIFT * reach
    room = _SHIFT_ZOOM * reach
    arc = math.pi * (way - 0.5)
    poses = {
        Move.PUSH_IN: Pose(zoom=_ZOOM * reach * way),
        Move.PULL_OUT: Pose(zoom=_ZOOM * reach * (1 - way)),
        Move.PAN_LEFT: Pose(zoom=room, x=across),
        Move.PAN_RIGHT: Pose(zoom=room, x=-across),
        Move.TILT_UP: Pose(zoom=room, y=across),
        Move.TILT_DOWN: Pose(zoom=room, y=-across),
        Move.ORBIT: Pose(zoom=room * (1 + math.cos(arc)), turn=_SHIFT * reach * math.sin(arc)),
        Move.STILL: Pose(),
    }
    return poses[move]


def most_shift(move: Move, reach: float) -> float:
    """Give how far any layer leaves its place during a move, in frame widths or heights."""
    places = [pose(move, share, reach) for share in (0.0, 0.5, 1.0)]
    return max(max(abs(one.x), abs(one.y), abs(one.turn)) for one in places)


def nudged(place: Pose, zoom: float) -> Pose:
    """Bring the camera closer by a little more, as a sound asks for."""
    return replace(place, zoom=place.zoom + zoom) if zoom else place
