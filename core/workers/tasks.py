"""What worker processes can be asked for, and what each may use."""

import os
from collections.abc import Mapping

from core.workers.spec import TaskSpec

GIB = 2**30
CORES = len(os.sched_getaffinity(0))
_FEW_CORES = 2
RENDERS = CORES if CORES <= _FEW_CORES else CORES - 1
"""How many videos are made at once. They are niced, so with two cores both may make some (docs/decisions/0031)."""

TASKS: Mapping[str, TaskSpec] = {
    "picture_normalise": TaskSpec("core.intake.pictures:normalise", 3 * GIB, niceness=5, at_once=CORES),
    "sound_normalise": TaskSpec("core.intake.sounds:normalise", GIB, niceness=5, at_once=CORES),
    "clip_normalise": TaskSpec("core.intake.clips:normalise", 3 * GIB, niceness=8, at_once=max(1, CORES - 1)),
    "motion_render": TaskSpec("core.generators.motion.task:render", 2 * GIB, niceness=10, at_once=RENDERS, silent_s=60),
    "video_shrink": TaskSpec("core.generation.shrink:shrink", 2 * GIB, niceness=8, at_once=1, silent_s=60),
    "mark": TaskSpec("core.generation.mark:mark", 2 * GIB, niceness=5, at_once=CORES),
    "label": TaskSpec("core.generation.label:label", 2 * GIB, niceness=8, at_once=max(1, CORES - 1), silent_s=60),
    "picture_glance": TaskSpec("core.generation.glance:glance", GIB, niceness=5, at_once=CORES),
    "comfyui_picture": TaskSpec("core.generators.comfyui.pictures:clean", GIB, niceness=5, at_once=CORES),
    "comfyui_strip": TaskSpec("core.generators.comfyui.strip:strip", GIB, niceness=8, at_once=1),
    "kling_picture": TaskSpec("core.generators.kling.pictures:fit", GIB, niceness=5, at_once=CORES),
    "kling_sound": TaskSpec("core.generators.kling.sounds:speak", GIB, niceness=5, at_once=CORES),
    "result_probe": TaskSpec("core.generators.probe:probe", GIB, niceness=5, at_once=CORES),
    "blur": TaskSpec("core.publishing.blur:blur", GIB, niceness=5, at_once=CORES),
}
