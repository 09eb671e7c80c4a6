"""Built-in motion as a generator: rendered in a worker process on this machine, by no model and over no network."""

from collections.abc import Callable, Sequence

from core.generators.motion.words import understand
from core.ports import WorkerPool
from core.records import Check, Order, PrivacyLabel, Trains
from core.work import Memory, Product, Work

TASK = "motion_render"
SHORT_SIDE_PX = 720
TIMEOUT_S = 300.0

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

    def check(self, order: Order, *, has_picture: bool) -> Check:
        """Any picture can be moved; words alone must name a scene that can be drawn."""
        return understand(order.prompt, has_picture=has_picture)

    async def make(self, order: Order, inputs: Sequence[bytes], on_progress: Callable[[float], None]) -> Product:
        """Render the video and its poster. Raises LimitReached("worker_limit") when it takes over 5 minutes."""
        parameters = {
            "prompt": order.prompt,
            "shape": order.shape.value,
            "seconds": order.seconds,
            "seed": order.seed,
            "short_side": self._short_side_px,
        }
        memories = tuple(Memory.of(content) for content in inputs)
        try:
            work = Work(parameters, memories)
            return await self._workers.run(TASK, work, on_progress=on_progress, timeout_s=TIMEOUT_S)
        finally:
            for memory in memories:
                memory.close()
