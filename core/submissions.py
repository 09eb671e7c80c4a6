"""Submissions: orders that leave for a generator elsewhere, written down before they do, so that none is paid twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from core.people import Viewer
from core.videos import VideoId


@dataclass(frozen=True)
class Submission:
    """One video's order to a generator elsewhere, under our own id. Times are UTC milliseconds.

    `sent_at_ms` is set before anything leaves, and taken back only where it is sure that nothing was begun. `task` is
    its id there, once it is known. After `until_ms` it is given up.
    """

    video: VideoId
    route: str
    external_id: UUID
    until_ms: int
    sent_at_ms: int | None = None
    task: str | None = None


class ReadsSubmissions(Protocol):
    """What the reading door gives of submissions."""

    async def submission(self, viewer: Viewer, video: VideoId) -> Submission | None:
        """Give the order of the viewer's own video; None where none was intended, and for anybody else's."""


class WritesSubmissions(Protocol):
    """What the writing door keeps of submissions."""

    async def intend(self, submission: Submission) -> Submission:
        """Keep what shall be sent; gives what was kept already, where a step runs again."""

    async def send(self, video: VideoId) -> bool:
        """Note that the order leaves now. False: it did before and must not again, or its video isn't made any more."""

    async def unsend(self, video: VideoId) -> None:
        """Note that nothing was begun, so that it may leave again; one whose task is known stays sent."""

    async def name_task(self, video: VideoId, task: str) -> None:
        """Keep the task's id there; the first one that is named stays."""

    async def sent(self, videos: Sequence[VideoId]) -> Mapping[VideoId, Submission]:
        """Give the orders of some videos that left, by video: something of them may be elsewhere."""


class KnowsSubmissions(Protocol):
    """What flows and sweeps read of submissions."""

    async def submission(self, video: VideoId) -> Submission | None:
        """Give a video's submission; None where none was intended."""

    async def unsure(self) -> Sequence[VideoId]:
        """Name videos that nobody knows about, whose flows go on after a restart."""

    async def under_way(self, route: str) -> Sequence[UUID]:
        """Name orders to a route, by our own ids, whose videos are neither there yet nor given up."""
