"""Which code draws which scene."""

from typing import Protocol

import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light
from core.generators.motion.scenes.landscape import Seascape
from core.generators.motion.words import Story


class Scene(Protocol):
    """Something that can be drawn at any moment; a pure function of time and camera, so threads may share it."""

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw the moment `t_s` seen from `pose`: linear light, H x W x 3, that the caller may change."""
        ...


def build(story: Story, size: tuple[int, int], rng: np.random.Generator) -> Scene:
    """Make the scene that a story names, `size` = (width, height) in pixels."""
    return Seascape(story, size, rng)
