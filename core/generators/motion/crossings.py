"""From one picture to another by a move that carries: at each moment nearly every pixel belongs to one of the two.

A cross-dissolve would show two sharp pictures at once. Here an edge passes over the frame, and only within it, a few
hundredths of the frame wide, both are seen.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Pixels, smoothstep

_DIVE, _ARRIVE = 1.6, 0.35
"""How far the camera dives into the first picture, and how close to the second it comes out."""
_SOFT = 0.035
"""Width of the edge's soft band, in frame widths; on either side of the edge."""
_DRIFT, _DRIFT_ZOOM = 0.05, 0.12
_LEAN = 0.35
_ROUGH = 0.16
"""How much the brightness of the first picture bends the edge: bright parts give way first."""
_SHUTTER = 0.022
"""Share of a whip's way during which the shutter is open."""
_SMALL = 4
"""The edge is computed on a copy that many times smaller."""


class Crossing(Enum):
    """How one picture gives way to the next."""

    CUT = "cut"
    THROUGH = "through"
    WHIP = "whip"
    WIPE = "wipe"


@dataclass(frozen=True)
class View:
    """One picture at one moment. `draw` shows it from a pose; `focus` is what it's about, in frame shares."""

    draw: Callable[[Pose], Pixels]
    pose: Pose
    focus: tuple[float, float]

    def plain(self) -> Pixels:
        """Draw it as its own camera sees it."""
        return self.draw(self.pose)

    def closer(self, zoom: float) -> Pixels:
        """Draw it with the camera nearer to its focus, which stays where it is in the frame."""
        return self.draw(aimed(replace(self.pose, zoom=self.pose.zoom + zoom), self.focus, zoom))


def aimed(pose: Pose, focus: tuple[float, float], zoom: float) -> Pose:
    """Let a zoom go towards a focus instead of the middle. Any zoom of 0 or more still fills the frame."""
    return replace(pose, x=pose.x - (focus[0] - 0.5) * zoom, y=pose.y - (focus[1] - 0.5) * zoom)


def crossed(crossing: Crossing, first: View, second: View, share: float) -> Pixels:
    """Draw the moment at a share, 0 to 1, of the way. 0 is the first picture alone and 1 the second."""
    if share <= 0 or share >= 1 or crossing is Crossing.CUT:
        return (first if share < 1 else second).plain()
    return _WAYS[crossing](first, second, share)


def _through(first: View, second: View, share: float) -> Pixels:
    """Dive into the first picture; an iris opens where it is about something, and the second comes to rest in it."""
    below = first.closer(_DIVE * share * share)
    above = second.closer(_ARRIVE * (1 - share) * (1 - share))
    y, x = _grid(below)
    height, width = y.shape
    far = np.hypot(x - first.focus[0] * width, y - first.focus[1] * height) / width
    return _edged(below, above, far, _gentle(share))


def _wipe(first: View, second: View, share: float) -> Pixels:
    """Let a leaning edge pass from right to left while both pictures drift with it, the second one more."""
    ease = _gentle(share)
    room = _DRIFT_ZOOM * (4 * share * (1 - share))
    leaving, coming = (
        replace(one.pose, zoom=one.pose.zoom + room, x=one.pose.x + shift * room / _DRIFT_ZOOM)
        for one, shift in ((first, -_DRIFT * ease), (second, _DRIFT * (1 - ease)))
    )
    below, above = first.draw(leaving), second.draw(coming)
    y, x = _grid(below)
    height, width = y.shape
    grey = cv2.resize(cv2.cvtColor(below, cv2.COLOR_BGR2GRAY), (width, height), interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(grey.astype(np.float32) / 255, (0, 0), width / 40)
    order = 1 - x / width + _LEAN * y / width - _ROUGH * bright
    return _edged(below, above, order - float(order.min()), ease)


def _whip(first: View, second: View, share: float) -> Pixels:
    """Swing the camera from one to the other so fast that everything blurs."""
    below, above = first.plain(), second.plain()
    height, width = below.shape[:2]
    begin, end = (_swing(min(max(share + half, 0.0), 1.0)) for half in (-_SHUTTER, _SHUTTER))
    blur = max(1, round((end - begin) * width)) | 1
    left = round((begin + end) / 2 * width)
    strip = np.hstack([below, above])
    # Beyond both outer edges lies nothing: their last columns are repeated for the blur.
    padded = cv2.copyMakeBorder(strip, 0, 0, blur, blur, cv2.BORDER_REFLECT)
    window = padded[:, left : left + width + 2 * blur]
    return np.asarray(cv2.blur(window, (blur, 1))[:height, blur : blur + width])


_WAYS: dict[Crossing, Callable[[View, View, float], Pixels]] = {
    Crossing.THROUGH: _through,
    Crossing.WHIP: _whip,
    Crossing.WIPE: _wipe,
}


def _edged(below: Pixels, above: Pixels, order: Field, share: float) -> Pixels:
    """Show `above` where the order, in frame widths, lies before the edge, and `below` behind it."""
    at = share * (float(order.max()) + 2 * _SOFT) - _SOFT
    small = smoothstep(_SOFT, -_SOFT, order - at)
    weight = cv2.resize(small, (below.shape[1], below.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.blendLinear(below, above, 1 - weight, weight))


def _grid(of: Pixels) -> tuple[Field, Field]:
    height, width = (max(2, side // _SMALL) for side in of.shape[:2])
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return y, x


def _gentle(share: float) -> float:
    return share * share * (3 - 2 * share)


def _swing(share: float) -> float:
    """Ease of fifth order: at rest at both ends, and fastest in the middle."""
    return share**3 * (10 - 15 * share + 6 * share * share)
