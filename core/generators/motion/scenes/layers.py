"""Land in layers: flat pictures with alpha at several depths that the camera moves past each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, lay_over
from core.generators.motion.scenes.sky import Stage

OVERSCAN = 1.22
"""How much wider than the frame a layer is, so that a pan doesn't reach its end."""


@dataclass(frozen=True)
class Layer:
    """Part of a scene at one depth (0 far, 1 close). `picture` is H x W x 4; its first row is at `top` in the frame."""

    picture: Light
    depth: float
    top: float


def layer_width(stage: Stage) -> int:
    """Give how wide a layer's picture must be."""
    return int(stage.width * OVERSCAN) // 2 * 2


def draw(light: Light, layers: Sequence[Layer], pose: Pose, stage: Stage) -> None:
    """Composite layers, far ones first, onto a picture in place."""
    for layer in layers:
        height, width = layer.picture.shape[:2]
        matrix = pose.matrix(layer.depth, (width, height), stage.size)
        # `matrix` centres the layer in the frame; it stands at its own height instead.
        scale, (_, dy) = pose.scale(layer.depth), pose.shift(layer.depth)
        top = stage.horizon + (layer.top - stage.horizon) * scale + dy * stage.height
        first = max(0, int(np.floor(top)))
        if first >= stage.height:
            continue
        matrix[1, 2] = top - first
        size = (stage.width, stage.height - first)
        lay_over(light[first:], np.asarray(cv2.warpAffine(layer.picture, matrix, size, flags=cv2.INTER_LINEAR)))
