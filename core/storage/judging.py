"""What the writing door does with reports and cases: each change conditional, with its event and its outbox rows."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from core.cases import (
    CASE,
    DAY_MS,
    DECIDED_CASES,
    DUE_AFTER_MS,
    HOLDS,
    KEPT_FOR_MS,
    WRONG_TWICE,
    WRONG_WITHIN_MS,
    Alarm,
    CaseId,
    CaseState,
    Meant,
    Received,
    Reporter,
    Said,
)
from core.errors import LostRace
from core.people import CommunityId, PersonId
from core.storage.joining import origin_of
from core.storage.publishing import PublicationWrites
from core.storage.reporting import CaseReads, digest_of, new_key, seal_report, source_of, theirs
from core.storage.restoredholds import is_held_since_restore
from core.storage.tables import cases, communities, events, identities, publications, reports, videos
from core.storage.telling import SURFACES, Telling
from core.videos import Making, PublicationId, Showing, VideoId

DECISION = "decision"
"""The kind of an outbox row that has an owner told what became of their publication."""

BY_CASE = "case"
"""Why a video is held or let go where a case does it."""

_HAS_CASE = sa.exists().where(cases.c.publication == publications.c.id, cases.c.state == CaseState.OPEN.value)
_HOLDING = [complaint.value for complaint in HOLDS]


class CaseWrites(CaseReads, PublicationWrites):
    """The writing door's part that is about cases."""

    _telling: Telling

    async def reports_since(self, reporter: Reporter, since_ms: int) -> int:
        """Count what somebody reported since a time."""
        query = sa.select(sa.func.count()).where(self._by(reporter), reports.c.at_ms > since_ms)
        return int((await self._connection.execute(query)).scalar_one())

    async def is_often_wrong(self, reporter: Reporter) -> bool:
        """Say whether somebody's reports were dismissed twice or more lately, and never upheld."""
        lately = cases.c.closed_at_ms > self._clock.now_ms() - WRONG_WITHIN_MS
        query = sa.select(cases.c.state).join_from(reports, cases).where(self._by(reporter), lately)
        states = list((await self._connection.execute(query)).scalars())
        dismissed = states.count(CaseState.DISMISSED.value)
        return dismissed >= WRONG_TWICE and CaseState.UPHELD.value not in states

    def _by(self, reporter: Reporter) -> sa.ColumnElement[bool]:
        if reporter.person is not None:
            return theirs(reporter.person)
        return reports.c.source == source_of(reporter.address, self._master_key)

    async def report(self, meant: Meant, said: Said, reporter: Reporter, *, holds: bool) -> Received:
        """Keep a report, in the open case about the same thing or in a new one; the same reporter's again isn't kept.

        Raises LostRace("video_moved_on", state) for what is being erased.
        """
        video, community = await self._place(meant)
        row = await self._open_about(video, meant.publication)
        if row is not None and await self._said_before(row.id, reporter):
            return Received(CaseId(row.id), row.due_at_ms, row.holds, again=True)
        if row is None:
            row = await self._begin(video, meant.publication, community)
            await self._telling.note(row.id, "open_case", None, said.complaint.value)
        else:
            await self._telling.note(row.id, "report", None, said.complaint.value)
        await self._add(row, said, reporter)
        closes = holds and video is not None
        if closes and video is not None:
            named = sa.update(cases).where(cases.c.id == row.id)
            await self._connection.execute(named.values(held=True, holds=True))
            await self._hold(video, meant.publication)
        await self._tell_place(meant.publication)
        return Received(CaseId(row.id), row.due_at_ms, bool(closes or row.holds))

    async def _hold(self, video: VideoId, publication: PublicationId | None) -> None:
        """Close a video, and tell its owner that it is, and not by whom."""
        changed = await self.hold_video(video, on=True, actor=None, reason=BY_CASE)
        if not changed:
            return
        kind, subject = (CASE, video) if publication is None else (DECISION, publication)
        query = sa.select(videos.c.owner).where(videos.c.id == video)
        owner = (await self._connection.execute(query)).scalar_one()
        await self._telling.tell_owner(kind, subject, PersonId(owner))

    async def _place(self, meant: Meant) -> tuple[VideoId | None, CommunityId | None]:
        """Give the video that is meant and the community that decides; None for the operator."""
        video, community = meant.video, None
        if meant.publication is not None:
            row = await self._revising.row(meant.publication)
            video, community = VideoId(row.video), await self._moderated(CommunityId(row.community))
        if video is not None:
            query = sa.select(videos.c.state).where(videos.c.id == video)
            state = (await self._connection.execute(query)).scalar_one_or_none()
            if state in {None, Making.ERASING.value}:
                raise LostRace("video_moved_on", state=state or "gone")
        return video, community

    async def _moderated(self, community: CommunityId) -> CommunityId | None:
        """Give a community that somebody moderates; None for another one."""
        asked = sa.or_(communities.c.moderated, communities.c.review.is_not(None), communities.c.moderators != "")
        query = sa.select(communities.c.id).where(communities.c.id == community, communities.c.ended_at_ms.is_(None))
        found = (await self._connection.execute(query.where(asked))).scalar_one_or_none()
        return None if found is None else community

    async def _open_about(self, video: VideoId | None, publication: PublicationId | None) -> Any:
        if video is None:
            return None
        where = cases.c.publication.is_(None) if publication is None else cases.c.publication == publication
        query = sa.select(cases).where(cases.c.video == video, where, cases.c.state == CaseState.OPEN.value)
        return (await self._connection.execute(query)).one_or_none()

    async def _said_before(self, case: UUID, reporter: Reporter) -> bool:
        if reporter.person is None:
            return False
        query = sa.select(reports.c.id).where(reports.c.case == case, theirs(reporter.person)).limit(1)
        return (await self._connection.execute(query)).first() is not None

    async def _begin(
        self, video: VideoId | None, publication: PublicationId | None, community: CommunityId | None
    ) -> Any:
        case, now_ms = self._ids.new(), self._clock.now_ms()
        values = {
            "id": case,
            "community": community,
            "video": video,
            "publication": publication,
            "state": CaseState.OPEN.value,
            "opened_at_ms": now_ms,
            "due_at_ms": now_ms + DUE_AFTER_MS,
            "wrapped_key": new_key(case, self._master_key),
        }
        await self._connection.execute(sa.insert(cases).values(values))
        await self._mark(publication, reported=True)
        return await self._case_row(case)

    async def _add(self, row: Any, said: Said, reporter: Reporter) -> None:
        name, person = self._ids.new(), None
        self._telling.check_there(reporter.person)
        if reporter.person is not None:
            _, person = await origin_of(self._connection, reporter.person, reporter.platform)
        values = {
            "id": name,
            "case": row.id,
            "person": person,
            "source": source_of(reporter.address, self._master_key),
            "digest": digest_of(reporter.secret) if reporter.secret else None,
            "complaint": said.complaint.value,
            "words": seal_report(said.words, name, row.id, row.wrapped_key, self._master_key),
            "at_ms": self._clock.now_ms(),
        }
        await self._connection.execute(sa.insert(reports).values(values))

    async def decide_case(
        self, case: CaseId, state: CaseState, why: str, *, actor: PersonId | None, removed: int | None = None
    ) -> None:
        """Uphold or dismiss an open case, lift the hold that nothing keeps any more, and tell its reporters.

        Raises LostRace("case_moved_on", state).
        """
        grave = sa.exists().where(reports.c.case == case, reports.c.complaint.in_(_HOLDING))
        keeps = sa.and_(grave, cases.c.video.is_not(None)) if state is CaseState.UPHELD else sa.false()
        values = {
            "state": state.value,
            "why": why,
            "decided_by": actor,
            "closed_at_ms": self._clock.now_ms(),
            "holds": keeps,
            "removed": removed,
        }
        row = await self._move(case, {CaseState.OPEN}, values)
        await self._telling.note(case, "uphold" if state is CaseState.UPHELD else "dismiss", actor, why)
        await self._mark(row.publication, reported=False)
        await self._settle_hold(row, actor)
        await self._tell_reporters(case, state)
        await self._tell_place(row.publication)

    async def reopen_case(self, case: CaseId, *, actor: PersonId | None) -> None:
        """Take a decision back; what was closed at once is closed again. Raises LostRace("case_moved_on", state)."""
        before = await self._case_row(case)
        another = await self._open_about(before.video, before.publication)
        if before.wrapped_key is None or another is not None or await self._is_draft(before.publication):
            raise LostRace("case_moved_on", state=before.state)
        values = {"state": CaseState.OPEN.value, "decided_by": None, "closed_at_ms": None, "holds": cases.c.held}
        row = await self._move(case, DECIDED_CASES, values)
        await self._telling.note(case, "reopen", actor)
        await self._mark(row.publication, reported=True)
        await self._settle_hold(row, actor)
        await self._tell_place(row.publication)

    async def _is_draft(self, publication: UUID | None) -> bool:
        """Say whether nothing of a publication was sent or is shown any more: a draft is its owner's alone."""
        draft = sa.and_(publications.c.state == Showing.DRAFT.value, publications.c.shown_revision.is_(None))
        query = sa.select(publications.c.id).where(publications.c.id == publication, draft)
        return (await self._connection.execute(query)).first() is not None

    async def lift_case(self, case: CaseId, *, actor: PersonId | None) -> None:
        """Let an upheld case keep its video closed no longer. Raises LostRace("case_moved_on", state)."""
        row = await self._move(case, {CaseState.UPHELD}, {"holds": False}, cases.c.holds)
        await self._telling.note(case, "lift_case", actor)
        await self._settle_hold(row, actor)

    async def ring(self, alarm: Alarm) -> bool:
        """Note that a case was called to mind, and tell whom it falls to; says whether it wasn't yet."""
        named = sa.and_(cases.c.id == alarm.case, cases.c.rung < alarm.rung, cases.c.state == CaseState.OPEN.value)
        rung = sa.update(cases).where(named).values(rung=alarm.rung).returning(cases)
        row = (await self._connection.execute(rung)).one_or_none()
        if row is None:
            return False
        await self._telling.note(alarm.case, "alarm", None, str(alarm.rung))
        await self._tell_place(row.publication)
        if row.community is not None:
            query = sa.select(communities.c.platform).where(communities.c.id == row.community)
            platform = (await self._connection.execute(query)).scalar_one()
            await self._telling.tell(SURFACES[platform], CASE, row.publication)
        return True

    async def shown_number(self, publication: PublicationId) -> int | None:
        """Give the revision that is shown, to take it down; for no reply. Raises LostRace for a miss."""
        number: int | None = (await self._revising.row(publication)).shown_revision
        return number

    async def mark_held(self, publication: PublicationId, *, on: bool) -> None:
        """Let moderators of a community reach what they hold there, in whatever state, until it is lifted."""
        if on:
            await self._mark(publication, reported=True)
            return
        video = sa.select(publications.c.video).where(publications.c.id == publication).scalar_subquery()
        lifted = sa.update(publications).where(publications.c.video == video, ~_HAS_CASE)
        await self._connection.execute(lifted.values(reported=False))

    async def drop_old_cases(self) -> int:
        """Forget what was closed long ago, and the tokens of addresses after a day; gives how many rows changed."""
        now_ms = self._clock.now_ms()
        old = sa.select(cases.c.id).where(old_case(now_ms))
        for table, column in ((reports, reports.c.case), (events, events.c.subject)):
            await self._connection.execute(sa.delete(table).where(column.in_(old)))
        over = sa.delete(cases).where(old_case(now_ms), ~cases.c.holds)
        dropped = (await self._connection.execute(over)).rowcount
        emptied = sa.update(cases).where(old_case(now_ms)).values(wrapped_key=None)
        dropped += (await self._connection.execute(emptied)).rowcount
        named = sa.update(reports).where(old_source(now_ms)).values(source=None)
        return dropped + (await self._connection.execute(named)).rowcount

    async def close_gone(self, forgotten: Sequence[VideoId]) -> None:
        """Close the cases about videos that were forgotten: words and keys go, and so do the names of what it was."""
        about = sa.select(cases).where(cases.c.video.in_(forgotten))
        for row in (await self._connection.execute(about)).all():
            gone: dict[str, Any] = {"video": None, "publication": None, "wrapped_key": None, "holds": False}
            if row.state == CaseState.OPEN.value:
                gone |= {"state": CaseState.GONE.value, "closed_at_ms": self._clock.now_ms()}
                await self._telling.note(row.id, "close_gone", None)
                await self._tell_reporters(row.id, CaseState.GONE)
            await self._connection.execute(sa.update(cases).where(cases.c.id == row.id).values(gone))
            await self._connection.execute(sa.update(reports).where(reports.c.case == row.id).values(words=None))

    async def _move(
        self, case: UUID, starts: Collection[CaseState], values: dict[str, Any], *where: sa.ColumnElement[bool]
    ) -> Any:
        states = cases.c.state.in_([state.value for state in starts])
        moved = sa.update(cases).where(cases.c.id == case, states, *where).values(values).returning(cases)
        row = (await self._connection.execute(moved)).one_or_none()
        if row is None:
            raise LostRace("case_moved_on", state=(await self._case_row(case)).state)
        return row

    async def _case_row(self, case: UUID) -> Any:
        row = (await self._connection.execute(sa.select(cases).where(cases.c.id == case))).one_or_none()
        if row is None:
            raise LostRace("case_moved_on", state=CaseState.GONE.value)
        return row

    async def _mark(self, publication: UUID | None, *, reported: bool) -> None:
        named = sa.update(publications).where(publications.c.id == publication)
        await self._connection.execute(named.values(reported=reported))

    async def _settle_hold(self, row: Any, actor: PersonId | None) -> None:
        """Hold a video while a case or a moderator keeps it closed, and let it go when nothing does any more."""
        if row.video is None:
            return
        own = sa.and_(publications.c.video == row.video, publications.c.reported)
        query = sa.select(publications.c.id).where(own, ~_HAS_CASE).limit(1)
        moderators = (await self._connection.execute(query)).first() is not None
        closed = moderators or await is_held_since_restore(self._connection, row.video)
        holds = row.holds or closed or await self._is_held_by_case(row.video)
        await self.hold_video(row.video, on=holds, actor=actor, reason=BY_CASE)

    async def _tell_place(self, publication: UUID | None) -> None:
        if publication is None:
            return
        query = sa.select(publications.c.community).where(publications.c.id == publication)
        community = (await self._connection.execute(query)).scalar_one_or_none()
        if community is not None:
            await self._telling.tell_community(publication, CommunityId(community))

    async def _tell_reporters(self, case: UUID, state: CaseState) -> None:
        """Tell each person who reported, on every platform of theirs, unless they were told just that."""
        named = sa.and_(reports.c.case == case, reports.c.told != state.value)
        now = sa.select(identities.c.person).where(identities.c.origin == reports.c.person).scalar_subquery()
        rows = await self._connection.execute(sa.select(now.label("person")).where(named))
        people = dict.fromkeys(PersonId(row.person) for row in rows.all() if row.person is not None)
        await self._connection.execute(sa.update(reports).where(named).values(told=state.value))
        for person in people:
            await self._telling.tell_owner(CASE, case, person)


def old_case(now_ms: int) -> sa.ColumnElement[bool]:
    """Name cases that are to be forgotten; of one that keeps its video closed an empty row stays as long as that."""
    empty = sa.and_(cases.c.holds, cases.c.wrapped_key.is_(None))
    return sa.and_(cases.c.closed_at_ms <= now_ms - KEPT_FOR_MS, ~empty)


def old_source(now_ms: int) -> sa.ColumnElement[bool]:
    """Name reports whose address's token is a day old."""
    return sa.and_(reports.c.source.is_not(None), reports.c.at_ms <= now_ms - DAY_MS)
