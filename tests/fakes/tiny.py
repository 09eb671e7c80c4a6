"""A generator that is quick: it understands what Motion understands, and its videos are a few bytes."""

from collections.abc import Callable, Sequence

from core.generators.motion.route import Motion
from core.records import Material, Order
from core.work import Memory, Product
from tests.fakes.pictures import corners, encoded

VIDEO, POSTER, PREVIEW = b"not a film, yet bytes of one", b"not a still either", b"nor a glimpse of it"
FACTS = {"width": 160, "height": 90, "duration_ms": 5_000}


class Tiny(Motion):
    """Motion that draws nothing."""

    poster = POSTER

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Give the same bytes each time."""
        del order, inputs, on_progress
        return Product(
            {"video": Memory.of(VIDEO), "poster": Memory.of(self.poster), "preview": Memory.of(PREVIEW)}, FACTS
        )


class Pictured(Tiny):
    """One whose poster is a picture."""

    poster = encoded(corners(), "JPEG")
