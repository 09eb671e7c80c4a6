"""What left for a generator elsewhere, and until when that has it by its papers."""

from bots.chat.command import Asker
from bots.chat.services import Services
from core.generation.choosing import leaves
from core.records import VideoView
from core.submissions import Submission
from knowledge.routes import routes


async def order_of(view: VideoView, asker: Asker, services: Services) -> Submission | None:
    """Give the order of a video that left this house; None where nothing of it did."""
    if not leaves(view.video.route, services.generators):
        return None
    async with services.store.read() as reads:
        order = await reads.submission(asker.viewer, view.video.id)
    return None if order is None or order.sent_at_ms is None else order


def cleared_at_ms(order: Submission) -> int | None:
    """Say when its generator clears what came of an order (UTC); None where no paper gives a time, or nothing left."""
    after_ms = routes()[order.route].clears_after_ms
    return None if order.sent_at_ms is None or after_ms is None else order.sent_at_ms + after_ms


def is_cleared(order: Submission, now_ms: int) -> bool:
    """Say whether that time is over: nobody can check that it was."""
    at_ms = cleared_at_ms(order)
    return at_ms is not None and at_ms <= now_ms
