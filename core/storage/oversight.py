"""What falls to the operator, as rows; and whether anybody moderates a community."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.cases import Case, CaseId, CaseState
from core.communities import Loss, Spot
from core.gate import Action, Decision, Subject, Surface, may
from core.people import OPERATOR, CommunityId, PersonId, Platform, Role, Viewer
from core.publications import DECIDED, Decided, Key, PublicationView
from core.storage.database import Database
from core.storage.hosting import community_where
from core.storage.reporting import CaseReads
from core.storage.restoredholds import held_since_restores
from core.storage.rows import assets_of, publications_of
from core.storage.showing import WITH_VIDEO, PublicationReads, decided_of
from core.storage.subjects import is_over
from core.storage.tables import communities, events, publications, videos
from core.storage.telling import SURFACES, Telling
from core.videos import Asset, AssetRole, Making, PublicationId, VideoId

_REAL = communities.c.platform != Platform.DEMO.value
_WAITS = sa.and_(publications.c.escalated, publications.c.waiting_since_ms.is_not(None))


class OversightReads(CaseReads, PublicationReads):
    """The reading door's part that is about what falls to the operator."""

    async def escalated(
        self, viewer: Viewer, surface: Surface, *, after: Key | None = None, limit: int = 10
    ) -> Sequence[PublicationView]:
        """Give what waits for the operator's decision, the longest waiting first; nothing to anybody else."""
        if not viewer.operator:
            return ()
        order = (publications.c.waiting_since_ms, publications.c.id)
        query = WITH_VIDEO.where(_WAITS).order_by(*order).limit(limit)
        if after is not None:
            query = query.where(sa.tuple_(*order) > sa.tuple_(after.at_ms, after.publication))
        return await self._found(viewer, surface, query, Action.CLAIM)

    async def escalated_waiting(self, viewer: Viewer, surface: Surface) -> int:
        """Count what waits for the operator's decision; 0 for everybody else."""
        if not await self.escalated(viewer, surface, limit=1):
            return 0
        return await _count(self._connection)

    async def decided_by_operator(self, viewer: Viewer, surface: Surface, limit: int = 50) -> Sequence[Decided]:
        """Give what the operator decided last, the newest first; nothing to anybody else."""
        if not (viewer.operator and surface is Surface.DESK):
            return ()
        query = sa.select(events).where(events.c.actor == OPERATOR, events.c.verb.in_(DECIDED))
        rows = (await self._connection.execute(query.order_by(events.c.sequence.desc()).limit(limit))).all()
        seen = {
            name: await self.publication(viewer, PublicationId(name), surface) for name in {r.subject for r in rows}
        }
        return [decided_of(row, viewer, seen[row.subject]) for row in rows]

    async def decides_alone(self, viewer: Viewer, community: CommunityId, since_ms: int) -> bool:
        """Say whether the viewer moderates a community where no other moderator decided since a time."""
        if viewer.person is None or viewer.roles.get(community, Role.MEMBER) is Role.MEMBER:
            return False
        query = sa.select(communities.c.id).where(communities.c.id == community, _REAL)
        if (await self._connection.execute(query)).first() is None:
            return False
        return not await self.others_decide(community, viewer.person, since_ms)

    async def others_decide(
        self, community: CommunityId, moderator: PersonId, since_ms: int, *besides: PersonId
    ) -> bool:
        """Say whether a moderator decided in a community since a time who is none of these. The operator is none."""
        query = (
            sa.select(events.c.sequence)
            .join(publications, publications.c.id == events.c.subject)
            .where(publications.c.community == community, events.c.at_ms >= since_ms)
            .where(events.c.verb.in_(DECIDED), events.c.actor.not_in([moderator, OPERATOR, *besides]))
        )
        return (await self._connection.execute(query.limit(1))).first() is not None

    async def publication_at_issue(self, viewer: Viewer, case: CaseId, surface: Surface) -> PublicationView | None:
        """Give what an open case is about to whom it falls to; None for a miss, and where it is no publication."""
        found = await self._at_issue(viewer, case, surface)
        if found is None or found.publication is None:
            return None
        query = WITH_VIDEO.where(publications.c.id == found.publication)
        seen = await self._found(viewer, surface, query, at_issue=self._is_operators(found))
        return next(iter(seen), None)

    async def asset_at_issue(
        self, viewer: Viewer, case: CaseId, role: AssetRole, surface: Surface
    ) -> tuple[Asset, Decision] | None:
        """Find what an open case is about, and ask the gate whether the viewer may open it; None for both misses."""
        found = await self._at_issue(viewer, case, surface)
        if found is None or found.video is None:
            return None
        row = (await self._connection.execute(sa.select(videos).where(videos.c.id == found.video))).one()
        parts = (await assets_of(self._connection, [found.video]))[found.video]
        about = (await publications_of(self._connection, [found.video], self._clock.now_ms()))[found.video]
        asset = next((one for one in parts if one.role is role), None)
        if asset is None:
            return None
        subject = Subject(
            found.video,
            PersonId(row.owner),
            Making(row.state),
            publication=next((one for one in about if one.id == found.publication), None),
            hold=row.hold,
            asset=asset.id,
            role=role,
            at_issue=self._is_operators(found),
            over=is_over(row, self._clock.now_ms()),
        )
        decision = may(viewer, Action.OPEN, subject, surface)
        return (asset, decision) if decision.allowed else None

    async def _at_issue(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case | None:
        found = await self.case(viewer, case, surface)
        return found if found is not None and found.state is CaseState.OPEN else None

    def _is_operators(self, case: Case) -> bool:
        docket = case.docket(self._clock.now_ms())
        return docket.community is None or docket.late


class OversightWrites(OversightReads):
    """The writing door's part that is about what falls to the operator."""

    _telling: Telling

    async def escalate(self, publication: PublicationId, *, on: bool = True) -> bool:
        """Let the operator decide what waits, or leave it to moderators; says whether it is the operator's then."""
        real = sa.select(communities.c.id).where(_REAL)
        waits = publications.c.waiting_since_ms.is_not(None) if on else sa.true()
        named = sa.and_(publications.c.id == publication, publications.c.escalated != on, waits)
        changed = sa.update(publications).where(named, publications.c.community.in_(real)).values(escalated=on)
        if (await self._connection.execute(changed)).rowcount and on:
            await self._telling.note(publication, "escalate", None)
        query = sa.select(publications.c.escalated).where(publications.c.id == publication)
        return bool((await self._connection.execute(query)).scalar_one_or_none())

    async def note_idle(self, community: CommunityId) -> bool:
        """Leave one notice for a community's admins that nobody moderates it; says whether this was the first time."""
        found = await community_where(self._connection, communities.c.id == community)
        if found is None:
            return False
        noted = dict(found.lost) | {Spot.REVIEW: Loss.IDLE}
        lost = " ".join(f"{spot.value}:{loss.value}" for spot, loss in noted.items())
        first = sa.update(communities).where(communities.c.id == community, ~communities.c.idle_told)
        if not (await self._connection.execute(first.values(idle_told=True, lost=lost))).rowcount:
            return False
        await self._telling.note(community, "idle", None)
        if found.platform is not Platform.DEMO:
            await self._telling.tell(SURFACES[found.platform.value], "notice", community)
        return True


class KnownOversight:
    """The ledger's part that is about what falls to the operator."""

    _database: Database

    async def restored_holds(self) -> Sequence[tuple[VideoId, int]]:
        """Name the videos that a restore put on hold, each with since when (UTC ms), the oldest first."""
        async with self._database.reading() as connection:
            return [(VideoId(row.subject), row.since_ms) for row in await held_since_restores(connection)]

    async def escalated_count(self) -> int:
        """Count what waits for the operator's decision, for the log."""
        async with self._database.reading() as connection:
            return await _count(connection)


async def _count(connection: AsyncConnection) -> int:
    return int((await connection.execute(sa.select(sa.func.count()).where(_WAITS))).scalar_one())
