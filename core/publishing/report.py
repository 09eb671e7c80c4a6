"""Somebody says that a video does harm: it becomes a case, and what can't wait is closed at once."""

from dataclasses import dataclass, replace

from core.cases import (
    DAY_MS,
    HOLDS,
    REPORTS_A_DAY,
    WORDS_LONGEST,
    CaseId,
    Complaint,
    Meant,
    Outcome,
    Received,
    Reporter,
    Said,
)
from core.errors import BadInput, LimitReached, NotFound
from core.gate import Action, Surface
from core.people import Viewer
from core.ports import Clock, Store, Writes
from core.videos import PublicationId, VideoId


@dataclass(frozen=True)
class Reporting:
    """What reporting needs. Each call asks the gate in the transaction of its change.

    Raises NotFound for what the viewer may not find, LostRace for what is being erased, BadInput: report_own,
    report_words_missing, report_words_too_long(limit, given), LimitReached("report_quota", limit).
    """

    store: Store
    clock: Clock

    async def about_publication(
        self, viewer: Viewer, publication: PublicationId, said: Said, reporter: Reporter, surface: Surface
    ) -> Received:
        """Report what a community shows."""
        _check(said)
        async with self.store.write() as writes:
            found = await writes.publication(viewer, publication, surface)
            if found is None or not await writes.allows(viewer, Action.REPORT, publication, surface):
                raise NotFound("publication_not_found")
            if viewer.person is not None and await writes.author(publication) == viewer.person:
                raise BadInput("report_own")
            meant = Meant(found.publication.video, publication)
            return await self._keep(meant, said, reporter, writes)

    async def about_video(
        self, viewer: Viewer, video: VideoId, said: Said, reporter: Reporter, surface: Surface
    ) -> Received:
        """Report a video that is shared with the viewer: the operator decides."""
        _check(said)
        async with self.store.write() as writes:
            view = await writes.video(viewer, video, surface)
            decision = await writes.decide(viewer, Action.REPORT, video, surface)
            if view is None:
                raise NotFound("video_not_found")
            if view.video.owner == viewer.person:
                raise BadInput("report_own")
            if not decision.allowed or await writes.grant(viewer, video) is None:
                raise NotFound("video_not_found")
            return await self._keep(Meant(video), said, reporter, writes)

    async def in_words(self, said: Said, reporter: Reporter) -> Received:
        """Report what only words name: the operator finds out what is meant."""
        _check(replace(said, complaint=Complaint.OTHER))
        async with self.store.write() as writes:
            return await self._keep(Meant(), said, reporter, writes)

    async def _keep(self, meant: Meant, said: Said, reporter: Reporter, writes: Writes) -> Received:
        if await writes.reports_since(reporter, self.clock.now_ms() - DAY_MS) >= REPORTS_A_DAY:
            raise LimitReached("report_quota", limit=REPORTS_A_DAY)
        holds = said.complaint in HOLDS and not await writes.is_often_wrong(reporter)
        return await writes.report(meant, replace(said, words=said.words.strip()), reporter, holds=holds)


async def outcome(viewer: Viewer, case: CaseId, *, store: Store) -> Outcome:
    """Say how a case stands to a person who reported it. Raises NotFound("case_not_found")."""
    async with store.read() as reads:
        found = await reads.outcome(viewer, case)
    if found is None:
        raise NotFound("case_not_found")
    return found


async def outcome_for(secret: str, *, store: Store) -> Outcome:
    """Say how a case stands to whoever has a reporter's secret. Raises NotFound("case_not_found")."""
    async with store.read() as reads:
        found = await reads.outcome_for(secret)
    if found is None:
        raise NotFound("case_not_found")
    return found


def _check(said: Said) -> None:
    if len(said.words) > WORDS_LONGEST:
        raise BadInput("report_words_too_long", limit=WORDS_LONGEST, given=len(said.words))
    if said.complaint is Complaint.OTHER and not said.words.strip():
        raise BadInput("report_words_missing")
