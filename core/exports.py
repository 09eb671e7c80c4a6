"""Exports: one archive of all that we hold of somebody, sealed, for a day. Times are UTC milliseconds.

Its id is the name of its sealed bytes as well. A person has one at most. One that is closed names nobody and has no key
any more; what is left of it is removed by the next sweep.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NewType, Protocol
from uuid import UUID

from core.gate import Decision, Surface
from core.people import PersonId, Platform, Viewer
from core.records import SealedBytes
from core.videos import Asset, VideoId, Words

ExportId = NewType("ExportId", UUID)

EXPORT = "export"
"""The kind of an outbox row about an export: for the engine to make it, and for its person's card."""

SENDING = "archive"
"""The kind of an outbox row that has an export sent as a file into its person's private chat."""

LASTS_MS = 24 * 3_600_000
"""How long an archive is kept, from when it was asked for, and then from when it was ready."""

OF_NO_VIDEO = VideoId(UUID(int=0))
"""In the place of the video that other bytes belong to."""


@dataclass(frozen=True)
class Export:
    """An export as its person knows it. `size_bytes` is None until it is ready; `files` counts what is in it.

    `ends_at_ms` is when it is erased at the latest: sooner when something is erased that is in it.
    """

    id: ExportId
    asked_at_ms: int
    ends_at_ms: int
    size_bytes: int | None = None
    files: int = 0

    @property
    def is_ready(self) -> bool:
        """Say whether its bytes can be had."""
        return self.size_bytes is not None


@dataclass(frozen=True)
class Asked:
    """An export that is to be made: for whom, and in which language its page speaks (BCP 47).

    `changes` counts what was erased since it was asked for: one that was read before that isn't kept.
    """

    id: ExportId
    person: PersonId
    language: str
    changes: int


@dataclass(frozen=True)
class Extent:
    """What an export would hold now: how many videos and files of theirs, and how large those are together."""

    videos: int
    files: int
    size_bytes: int


class ReadsExports(Protocol):
    """What the reading door gives of exports, and of one's own words for them."""

    async def export(self, viewer: Viewer) -> Export | None:
        """Give the viewer's own export, made or being made; None where there is none."""

    async def export_bytes(self, viewer: Viewer, surface: Surface) -> tuple[Asset, Decision] | None:
        """Find the bytes of the viewer's own export and ask the gate; None for a miss and a refusal alike."""

    async def extent(self, viewer: Viewer) -> Extent:
        """Say how much an export of the viewer would hold now."""

    async def own_words(self, viewer: Viewer, video: VideoId) -> Words | None:
        """Give all that the viewer wrote for their own video; None for a miss."""

    async def own_revisions(self, viewer: Viewer, video: VideoId) -> Sequence[Mapping[str, Any]]:
        """Give all revisions of the viewer's own publications of a video, with their words; no moderator's."""

    async def own_reports(self, viewer: Viewer) -> Sequence[Mapping[str, Any]]:
        """Give what the viewer reported, in their own words; not what it was about."""

    async def own_decisions(self, viewer: Viewer) -> Sequence[Mapping[str, Any]]:
        """Give what the viewer decided as a moderator, with their own notes; not what it was about."""


class WritesExports(ReadsExports, Protocol):
    """What the writing door keeps of exports."""

    async def ask_export(self, export: ExportId, person: PersonId, language: str) -> None:
        """Keep that somebody wants an export, and have the engine make it. Raises LostRace("export_there")."""

    async def keep_export(self, asked: Asked, sealed: SealedBytes, ends_at_ms: int, files: int) -> bool:
        """Keep where an export's bytes are, and tell its person.

        No where it isn't wanted any more, or something was erased since it was read.
        """

    async def close_export(self, person: PersonId) -> bool:
        """Take a person's export from everybody at once; says whether there was one."""

    async def send_export(self, export: ExportId, person: PersonId, platform: Platform) -> None:
        """Have an export sent into its person's private chat on a platform."""

    async def drop_exports(self, closed: Sequence[ExportId]) -> None:
        """Forget closed exports whose bytes are removed."""


class KnowsExports(Protocol):
    """What flows and sweeps read of exports without a viewer."""

    async def export_asked(self, export: ExportId) -> Asked | None:
        """Give an export that is to be made; None for one that is ready, closed or unknown."""

    async def exports_asked(self) -> Sequence[ExportId]:
        """Name the exports that are to be made."""

    async def exports_over(self, now_ms: int) -> Sequence[tuple[ExportId, PersonId | None]]:
        """Name exports that are closed, or whose time is over, each with whose it still is."""
