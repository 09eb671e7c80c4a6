"""Built-in motion as a generator: rendered in a worker process on this machine, by no model and over no network."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from core.generators.motion.effects import effect_on
from core.generators.motion.phrases import folded
from core.generators.motion.words import understand
from core.ports import WorkerPool
from core.records import Check, Material, Order, PrivacyLabel, Trains
from core.videos import Effect, Media
from core.work import Product, Work

TASK = "motion_render"
SHORT_SIDE_PX = 720
_SECOND_MS = 1000
TIMEOUT_S = 180.0
TIMEOUT_A_SECOND_S = 20.0
"""Slow motion of a large clip takes 5 s for a second of video on a free core."""

LABEL = PrivacyLabel(
    host="this server",
    country="",
    leaves_the_house=False,
    keeps_inputs="nothing",
    keeps_outputs="nothing",
    trains=Trains.NO,
    deletes="nothing_kept",
)


class Motion:
    """The `Generator` that needs no key, no network and no GPU."""

    name = "motion"
    repeatable = True

    def __init__(self, workers: WorkerPool, short_side_px: int = SHORT_SIDE_PX) -> None:
        """Take the worker processes; `short_side_px` is the length of the picture's shorter side."""
        self._workers = workers
        self._short_side_px = short_side_px

    def label(self) -> PrivacyLabel:
        """Say that nothing leaves this server, nothing is kept and nothing is trained."""
        return LABEL

    def check(self, order: Order, *, media: Collection[Media]) -> Check:
        """Any picture or clip can be moved; words alone must name a scene that can be drawn.

        With a sound, what the words don't name is an abstract scene that moves with it. An effect that they ask for
        isn't left out, unless another one is chosen.
        """
        found = understand(order.prompt, has_picture=bool({Media.PICTURE, Media.CLIP}.intersection(media)))
        asked = effect_on(order.prompt, media)
        done = asked.words if order.effect in {Effect.NONE, asked.effect} else frozenset()
        cannot = tuple(words for words in found.cannot if folded(words) not in done)
        return replace(found, possible=found.possible or Media.SOUND in media, cannot=cannot, effect=asked.effect)

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Render the video, its poster and preview. Raises LimitReached("worker_limit") when it takes too long."""
        parameters = {
            "prompt": order.prompt,
            "shape": order.shape.value,
            "seconds": _seconds(order, inputs),
            "seed": order.seed,
            "short_side": self._short_side_px,
            "effect": order.effect.value,
            "text": order.text,
            "start_ms": order.start_ms,
            "media": [one.media_type for one in inputs],
        }
        work = Work(parameters, tuple(one.memory for one in inputs))
        timeout_s = TIMEOUT_S + TIMEOUT_A_SECOND_S * order.seconds
        return await self._workers.run(TASK, work, on_progress=on_progress, timeout_s=timeout_s)


def _seconds(order: Order, inputs: Sequence[Material]) -> float:
    """Give the length to the frame: a video that lasts as long as its sound ends with it, not up to a second later."""
    kinds = {one.media_type.partition("/")[0]: one.duration_ms for one in inputs}
    sound_ms = kinds.get("audio")
    if sound_ms is None or "video" in kinds:
        return order.seconds
    left_s = (sound_ms - order.start_ms) / _SECOND_MS
    return left_s if 0 < order.seconds - left_s < 1 else order.seconds
