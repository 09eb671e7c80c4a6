"""Cases as rows: what whoever decides is given, and what reporters are told. Words are sealed by a key per case."""

import hashlib
import hmac
import os
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.ext.asyncio import AsyncConnection

from core.cases import DECIDED_CASES, OPERATOR_AFTER_MS, Case, CaseId, CaseState, Complaint, Outcome, Report
from core.gate import Docket, Surface, may_judge
from core.people import CommunityId, PersonId, Viewer
from core.ports import Clock
from core.storage.tables import cases, identities, reports, videos
from core.storage.words import KEY_BITS, NONCE_BYTES, Wraps
from core.videos import Making, PublicationId, VideoId

_OPEN = cases.c.state == CaseState.OPEN.value
_WITH_VIDEO = sa.select(cases).outerjoin(videos, videos.c.id == cases.c.video)
_LIVING = sa.or_(cases.c.video.is_(None), videos.c.state != Making.ERASING.value)


class CaseReads:
    """The reading door's part that is about cases."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def case(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case | None:
        """Give a case to whom it falls to; None for a miss and for everybody else alike."""
        return next(iter(await self._cases(viewer, surface, _WITH_VIDEO.where(cases.c.id == case))), None)

    async def cases(
        self, viewer: Viewer, community: CommunityId | None, surface: Surface, *, limit: int = 10
    ) -> Sequence[Case]:
        """Give open cases, what is due first coming first, to whom they fall to."""
        query = _WITH_VIDEO.where(_OPEN, _LIVING, self._falls_to(community))
        return await self._cases(viewer, surface, query.order_by(cases.c.due_at_ms, cases.c.id).limit(limit))

    async def decided_cases(
        self, viewer: Viewer, community: CommunityId | None, surface: Surface, *, limit: int = 20
    ) -> Sequence[Case]:
        """Give what was decided last, the newest first, to whom it falls to."""
        decided = cases.c.state.in_([state.value for state in DECIDED_CASES])
        query = _WITH_VIDEO.where(decided, self._falls_to(community))
        return await self._cases(viewer, surface, query.order_by(cases.c.closed_at_ms.desc(), cases.c.id).limit(limit))

    async def waiting_cases(self, viewer: Viewer, community: CommunityId | None, surface: Surface) -> int:
        """Count open cases as `cases` gives them; 0 for whom they are no business."""
        if not may_judge(viewer, Docket(community), surface):
            return 0
        query = sa.select(sa.func.count()).select_from(cases.outerjoin(videos, videos.c.id == cases.c.video))
        query = query.where(_OPEN, _LIVING, self._falls_to(community))
        return int((await self._connection.execute(query)).scalar_one())

    async def cases_about(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> Sequence[Case]:
        """Give the cases about a publication to whom they fall to, the newest first: one at most is open."""
        query = _WITH_VIDEO.where(cases.c.publication == publication, _LIVING)
        return await self._cases(viewer, surface, query.order_by(cases.c.opened_at_ms.desc(), cases.c.id.desc()))

    async def outcome(self, viewer: Viewer, case: CaseId) -> Outcome | None:
        """Say how a case stands to a person who reported it; None for everybody else."""
        return await self._outcome(sa.and_(cases.c.id == case, theirs(viewer.person)))

    async def outcome_for(self, secret: str) -> Outcome | None:
        """Say how a case stands to whoever has the secret that its reporter was given; None for a miss."""
        return await self._outcome(reports.c.digest == digest_of(secret))

    async def _outcome(self, named: sa.ColumnElement[bool]) -> Outcome | None:
        query = sa.select(cases, reports.c.at_ms, videos.c.state.label("making")).join_from(cases, reports)
        query = query.outerjoin(videos, videos.c.id == cases.c.video).where(named)
        row = (await self._connection.execute(query.order_by(reports.c.at_ms).limit(1))).one_or_none()
        if row is None:
            return None
        over = row.making == Making.ERASING.value and row.state == CaseState.OPEN.value
        state = CaseState.GONE if over else CaseState(row.state)
        return Outcome(CaseId(row.id), state, row.at_ms, row.due_at_ms, row.closed_at_ms)

    def _falls_to(self, community: CommunityId | None) -> sa.ColumnElement[bool]:
        """Name a community's cases; without one, those that are the operator's business."""
        if community is not None:
            return cases.c.community == community
        late = cases.c.opened_at_ms <= self._clock.now_ms() - OPERATOR_AFTER_MS
        return sa.or_(cases.c.community.is_(None), late)

    async def _cases(self, viewer: Viewer, surface: Surface, query: sa.Select[Any]) -> list[Case]:
        rows = (await self._connection.execute(query)).all()
        now_ms = self._clock.now_ms()
        return [
            case_of(row, await self._reports(row))
            for row in rows
            if may_judge(viewer, case_of(row, ()).docket(now_ms), surface)
        ]

    async def _reports(self, row: Any) -> Sequence[Report]:
        query = sa.select(reports).where(reports.c.case == row.id).order_by(reports.c.at_ms, reports.c.id)
        found = (await self._connection.execute(query)).all()
        key = None if row.wrapped_key is None else self._master_key.unwrap(row.wrapped_key, context_of(row.id))
        return [Report(Complaint(one.complaint), opened_report(one, key), one.at_ms) for one in found]


def case_of(row: Any, told: Sequence[Report]) -> Case:
    """Read a row of cases."""
    return Case(
        id=CaseId(row.id),
        community=None if row.community is None else CommunityId(row.community),
        video=None if row.video is None else VideoId(row.video),
        publication=None if row.publication is None else PublicationId(row.publication),
        state=CaseState(row.state),
        opened_at_ms=row.opened_at_ms,
        due_at_ms=row.due_at_ms,
        holds=row.holds,
        reports=told,
        why=row.why,
        closed_at_ms=row.closed_at_ms,
        removed=row.removed,
        decided_by=None if row.decided_by is None else PersonId(row.decided_by),
    )


def theirs(person: PersonId | None) -> sa.ColumnElement[bool]:
    """Name the reports that somebody made: by any account of theirs."""
    return reports.c.person.in_(sa.select(identities.c.origin).where(identities.c.person == person))


def new_key(case: UUID, master_key: Wraps) -> bytes:
    """Make a case's key, wrapped."""
    return master_key.wrap(AESGCM.generate_key(KEY_BITS), context_of(case))


def seal_report(words: str, report: UUID, case: UUID, wrapped_key: bytes, master_key: Wraps) -> bytes:
    """Seal somebody's words by the key of their case."""
    nonce, key = os.urandom(NONCE_BYTES), master_key.unwrap(wrapped_key, context_of(case))
    return nonce + AESGCM(key).encrypt(nonce, words.encode(), report.bytes)


def opened_report(row: Any, key: bytes | None) -> str:
    """Open somebody's words with the key of their case; "" where they are gone."""
    if key is None or row.words is None:
        return ""
    return AESGCM(key).decrypt(row.words[:NONCE_BYTES], row.words[NONCE_BYTES:], row.id.bytes).decode()


def context_of(case: UUID) -> bytes:
    """Give what binds a wrapped key to its case."""
    return b"case:" + case.bytes


def digest_of(secret: str) -> bytes:
    """Give how a reporter's secret is kept."""
    return hashlib.sha256(secret.encode()).digest()


def source_of(address: str, master_key: Wraps) -> bytes | None:
    """Give the keyed token of a network address; None for none."""
    if not address:
        return None
    return hmac.digest(master_key.derive(b"report sources"), address.encode(), hashlib.sha256)
