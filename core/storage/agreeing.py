"""Agreements, as rows: a person, a paper, its version, and when."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.agreements import Versions
from core.people import PersonId, Viewer
from core.ports import Clock
from core.storage.tables import agreements
from core.storage.telling import Telling

_KEY = ("person", "paper")


class AgreementReads:
    """The reading door's part that is about agreements: everybody finds their own alone."""

    _connection: AsyncConnection

    async def agreements(self, viewer: Viewer) -> Versions:
        """Give the newest version of each paper that the viewer agreed to; empty before their first upload."""
        return {} if viewer.person is None else await _agreed_by(self._connection, viewer.person)


class AgreementWrites(AgreementReads):
    """The writing door's part that is about agreements."""

    _clock: Clock
    _telling: Telling

    async def agree(self, person: PersonId, versions: Versions) -> None:
        """Keep that somebody agreed to these versions now. Raises NotAllowed("account_erased") for who is gone."""
        self._telling.check_there(person)
        await _keep(self._connection, person, versions, self._clock.now_ms())

    async def disagree(self, person: PersonId, papers: Collection[str]) -> None:
        """Keep no longer that somebody agreed to these papers: they are asked again."""
        named = sa.and_(agreements.c.person == person, agreements.c.paper.in_(papers))
        await self._connection.execute(sa.delete(agreements).where(named))


async def join_agreements(connection: AsyncConnection, stays: PersonId, goes: PersonId, now_ms: int) -> None:
    """Let one person have agreed to what both sides did: the older version of each paper, so that they are asked."""
    kept, other = await _agreed_by(connection, stays), await _agreed_by(connection, goes)
    await _keep(connection, stays, {paper: min(other[paper], kept.get(paper, other[paper])) for paper in other}, now_ms)
    await connection.execute(sa.delete(agreements).where(agreements.c.person == goes))


async def part_agreements(connection: AsyncConnection, stays: PersonId, home: PersonId) -> None:
    """Let whoever goes home have agreed to what the one person did, when they did."""
    columns = [agreements.c.paper, agreements.c.version, agreements.c.agreed_at_ms]
    theirs = sa.select(sa.literal(home, sa.Uuid()), *columns).where(agreements.c.person == stays)
    await connection.execute(sa.insert(agreements).from_select(["person", "paper", "version", "agreed_at_ms"], theirs))


async def _agreed_by(connection: AsyncConnection, person: PersonId) -> dict[str, int]:
    rows = await connection.execute(sa.select(agreements).where(agreements.c.person == person))
    return {row.paper: row.version for row in rows}


async def _keep(connection: AsyncConnection, person: PersonId, versions: Versions, now_ms: int) -> None:
    for paper, version in versions.items():
        values = {"person": person, "paper": paper, "version": version, "agreed_at_ms": now_ms}
        kept = insert(agreements).values(values).on_conflict_do_update(index_elements=_KEY, set_=values)
        await connection.execute(kept)
