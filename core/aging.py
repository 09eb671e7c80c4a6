"""How old anything may become that goes neither with a video nor with a person; times are milliseconds.

Where a subject has an age of its own, it stands there: core/cases.py, core/inbox.py, core/interviews.py.
"""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from core.videos import VideoId

DAY_MS = 86_400_000

UNDELIVERED_MS = 90 * DAY_MS
"""What nobody could be told for so long, nobody is told any more."""

ACTS_MS = 90 * DAY_MS
"""How long it is known who chose what for a community, banned somebody there, or connected accounts."""

ENDED_MS = 90 * DAY_MS
"""How long a community that ended is known by an id of ours."""

NOBODYS_MS = 90 * DAY_MS
"""How long a receipt that is closed and belongs to nobody is shown to whoever has its secret."""

LOST_MS = 90 * DAY_MS
"""How long a message is known whose video is gone, where no receipt waits for it."""

BOOKS_MS = 400 * DAY_MS
"""How long it is known what a video cost that was made elsewhere: a year to compare with."""

UNDECIDED_MS = 180 * DAY_MS
"""How long a case is open that is about nothing of ours: only words name it, and nobody decided it."""

ORPHANED_MS = DAY_MS
"""How long a line of history may be about something that is gone: what a crash or a mistake left behind."""

REVOKED_MS = DAY_MS
"""How long it is known that bytes may not be served which are gone: no stream lasts as long."""


class KnowsAges(Protocol):
    """What sweeps do without a viewer to what has become too old."""

    async def forget_old(self, now_ms: int) -> int:
        """Drop every row that is older than this file and those of its subject allow; gives how many."""

    async def forget_orphans(self, now_ms: int, after: int, limit: int) -> tuple[int, int]:
        """Look through the next `limit` lines of history after a number for what is about nothing that is there.

        Gives how many were dropped, and the number to go on after: 0 for the beginning, once the end is reached.
        """


class ClosesMany(Protocol):
    """What the writing door does with many videos that end at once."""

    async def close_videos(self, closing: Sequence[VideoId], reason: str) -> None:
        """Do to several videos what the move "erase" does to one, but for beginning their flows: all or none.

        Raises LostRace("video_moved_on", state) when one is being erased already, or gone.
        """

    async def tell_all(self, surface: str, kind: str, subjects: Sequence[UUID]) -> None:
        """Write the same outbox row, to nobody in person, for each of several subjects."""


class ForgetsRevocations(Protocol):
    """What keeps revocations, and forgets them."""

    async def forget_old(self) -> int:
        """Forget what was revoked so long ago that no stream of it can run any more; gives how many that were."""
