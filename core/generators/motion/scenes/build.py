"""Which code draws which scene."""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light
from core.generators.motion.scenes.abstract import Abstract
from core.generators.motion.scenes.fire import Fire
from core.generators.motion.scenes.glass import RainyWindow
from core.generators.motion.scenes.landscape import Landscape
from core.generators.motion.scenes.space import Space
from core.generators.motion.scenes.underwater import Underwater
from core.generators.motion.words import Story


class Scene(Protocol):
    """Something that can be drawn at any moment; a pure function of time and camera, so threads may share it."""

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw the moment `t_s` seen from `pose`: linear light, H x W x 3, that the caller may change."""
        ...


_SCENES: dict[str, Callable[[Story, tuple[int, int], np.random.Generator], Scene]] = {
    "abstract": Abstract,
    "fire": Fire,
    "rain": RainyWindow,
    "space": Space,
    "underwater": Underwater,
}
"""All others are landscapes."""


def build(story: Story, size: tuple[int, int], rng: np.random.Generator) -> Scene:
    """Make the scene that a story names, abstract for none, `size` = (width, height) in pixels."""
    return _SCENES.get(story.scene or "abstract", Landscape)(story, size, rng)
