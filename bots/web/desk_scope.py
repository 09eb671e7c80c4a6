"""What a desk has: a community's queue for its moderators, and for the operator what fell to them."""

from collections.abc import Sequence
from typing import Protocol

from bots.texts.say import Say
from bots.web.pages import DESK
from core.gate import Surface
from core.people import CommunityId, Viewer
from core.ports import Reads
from core.publications import Decided, Key, PublicationView

PAGE = 25
HISTORY = 50
HERE = Surface.DESK


class Sits(Protocol):
    """Who sits at which desk."""

    @property
    def viewer(self) -> Viewer:
        """Who it is."""

    @property
    def community(self) -> CommunityId | None:
        """Whose desk it is; None for the operator's."""


async def queue(seat: Sits, reads: Reads, after: Key | None) -> Sequence[PublicationView]:
    """Give a page of what waits and one more, the longest waiting first."""
    if seat.community is None:
        return await reads.escalated(seat.viewer, HERE, after=after, limit=PAGE + 1)
    return await reads.queue(seat.viewer, seat.community, HERE, after=after, limit=PAGE + 1)


async def waiting(seat: Sits, reads: Reads) -> int:
    """Count what waits."""
    if seat.community is None:
        return await reads.escalated_waiting(seat.viewer, HERE)
    return await reads.waiting(seat.viewer, seat.community, HERE)


async def cases_waiting(seat: Sits, reads: Reads) -> int:
    """Count open cases."""
    return await reads.waiting_cases(seat.viewer, seat.community, HERE)


async def past_of(seat: Sits, reads: Reads) -> Sequence[Decided]:
    """Give what was decided last."""
    if seat.community is None:
        return await reads.decided_by_operator(seat.viewer, HERE, HISTORY)
    return await reads.decisions(seat.viewer, seat.community, HERE, HISTORY)


def words_of(seat: Sits) -> dict[str, Say]:
    """Give what the page says beside its items: the operator's says whose it is."""
    return DESK if seat.community is not None else DESK | {"title": Say("desk-title-operator")}
