"""Exports as rows, and what people's own words are in them. A closed export names nobody and has no key any more."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace
from core.exports import EXPORT, LASTS_MS, OF_NO_VIDEO, SENDING, Asked, Export, ExportId, Extent
from core.gate import Action, Decision, Subject, Surface, may
from core.people import PersonId, Platform, Viewer
from core.ports import Clock
from core.records import SealedBytes
from core.storage.captions import open_caption
from core.storage.database import Database
from core.storage.reporting import context_of, opened_report, theirs
from core.storage.tables import assets, cases, exports, identities, publications, reports, revisions, videos
from core.storage.telling import SURFACES, Telling
from core.storage.words import Wraps, open_words
from core.videos import Asset, AssetId, AssetRole, Making, VideoId, Words

MEDIA_TYPE = "application/zip"
_EMPTY: Mapping[str, Any] = MappingProxyType({"person": None, "wrapped_key": None, "nonce_prefix": None})
"""What a closed export says."""


async def close_exports(connection: AsyncConnection, whose: sa.Select[Any]) -> int:
    """Take the exports of some people from everybody, as something is erased that may be in them; gives how many.

    One that is being made is read anew. What was ready has no key from this transaction on.
    """
    named = exports.c.person.in_(whose)
    later = sa.update(exports).where(named, exports.c.wrapped_key.is_(None))
    await connection.execute(later.values(changes=exports.c.changes + 1))
    closed = sa.update(exports).where(named, exports.c.wrapped_key.is_not(None)).values(_EMPTY)
    return (await connection.execute(closed)).rowcount


async def sealed_export(connection: AsyncConnection, named: AssetId) -> tuple[Asset, SealedBytes] | None:
    """Give an export and where its sealed bytes are; None for one that isn't ready, is closed or unknown."""
    query = sa.select(exports).where(exports.c.id == named, exports.c.wrapped_key.is_not(None))
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    return _asset_of(row), SealedBytes(named, row.wrapped_key, row.nonce_prefix, row.size_bytes)


def _asset_of(row: Any) -> Asset:
    return Asset(AssetId(row.id), OF_NO_VIDEO, AssetRole.EXPORT, MEDIA_TYPE, row.size_bytes, 0, 0)


def _export_of(row: Any) -> Export:
    size_bytes = None if row.wrapped_key is None else row.size_bytes
    return Export(ExportId(row.id), row.asked_at_ms, row.ends_at_ms, size_bytes, row.files)


class ExportReads:
    """The reading door's part that is about exports."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def export(self, viewer: Viewer) -> Export | None:
        """Give the viewer's own export, made or being made; None where there is none."""
        row = await self._export_row(viewer)
        return None if row is None else _export_of(row)

    async def export_bytes(self, viewer: Viewer, surface: Surface) -> tuple[Asset, Decision] | None:
        """Find the bytes of the viewer's own export and ask the gate; None for a miss and a refusal alike."""
        row = await self._export_row(viewer)
        if row is None or row.wrapped_key is None:
            return None
        found, whose = _asset_of(row), PersonId(row.person)
        about = Subject(OF_NO_VIDEO, whose, Making.READY, asset=found.id, role=found.role)
        decision = may(viewer, Action.EXPORT, about, surface)
        return (found, decision) if decision.allowed else None

    async def _export_row(self, viewer: Viewer) -> Any:
        living = sa.and_(exports.c.person == viewer.person, exports.c.ends_at_ms > self._clock.now_ms())
        return (await self._connection.execute(sa.select(exports).where(living))).one_or_none()

    async def extent(self, viewer: Viewer) -> Extent:
        """Say how much an export of the viewer would hold now."""
        living = sa.and_(videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        size = sa.func.coalesce(sa.func.sum(assets.c.size_bytes), 0)
        query = sa.select(sa.func.count(videos.c.id.distinct()), sa.func.count(assets.c.id), size)
        query = query.select_from(videos.outerjoin(assets, assets.c.video == videos.c.id)).where(living)
        counted = (await self._connection.execute(query)).one()
        return Extent(*(int(one) for one in counted))

    async def own_words(self, viewer: Viewer, video: VideoId) -> Words | None:
        """Give all that the viewer wrote for their own video; None for a miss."""
        own = (videos.c.id == video, videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        row = (await self._connection.execute(sa.select(videos).where(*own))).one_or_none()
        return None if row is None else open_words(row.words, row.wrapped_key, video, self._master_key)

    async def own_revisions(self, viewer: Viewer, video: VideoId) -> Sequence[Mapping[str, Any]]:
        """Give all revisions of the viewer's own publications of a video, with their words; no moderator's."""
        own = (videos.c.id == video, videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        query = sa.select(revisions, publications.c.community).join_from(revisions, publications).join(videos)
        rows = await self._connection.execute(query.where(*own).order_by(publications.c.id, revisions.c.number))
        return [self._own_revision(row) for row in rows.all()]

    def _own_revision(self, row: Any) -> Mapping[str, Any]:
        named = (row.publication, row.number)
        caption, _ = open_caption(row.wrapped_key, row.words, named, self._master_key)
        return {
            "community": str(row.community),
            "revision": row.number,
            "state": row.state,
            "audience": row.audience,
            "portrayed": row.portrayed,
            "reason": row.why,
            "proposed_at_ms": row.proposed_at_ms,
            "until_ms": row.until_ms,
            "title": caption.title,
            "description": caption.description,
            "tags": list(caption.tags),
            "credit": caption.credit,
            "said": caption.said,
        }

    async def own_reports(self, viewer: Viewer) -> Sequence[Mapping[str, Any]]:
        """Give what the viewer reported, in their own words; not what it was about."""
        query = sa.select(reports, cases.c.wrapped_key.label("case_key"), cases.c.state).join_from(reports, cases)
        rows = await self._connection.execute(query.where(theirs(viewer.person)).order_by(reports.c.at_ms))
        return [self._own_report(row) for row in rows.all()]

    def _own_report(self, row: Any) -> Mapping[str, Any]:
        key = None if row.case_key is None else self._master_key.unwrap(row.case_key, context_of(row.case))
        words = opened_report(row, key)
        return {"at_ms": row.at_ms, "complaint": row.complaint, "words": words, "case": row.state}

    async def own_decisions(self, viewer: Viewer) -> Sequence[Mapping[str, Any]]:
        """Give what the viewer decided as a moderator, with their own notes; not what it was about."""
        were = sa.select(identities.c.origin).where(identities.c.person == viewer.person)
        mine = sa.or_(revisions.c.decided_by == viewer.person, revisions.c.decided_by.in_(were))
        query = sa.select(revisions, publications.c.community).join_from(revisions, publications).where(mine)
        rows = await self._connection.execute(query.order_by(publications.c.id, revisions.c.number))
        return [
            {"community": str(row.community), "state": row.state, "reason": row.why, "note": self._own_note(row)}
            for row in rows.all()
        ]

    def _own_note(self, row: Any) -> str:
        named = (row.publication, row.number)
        return open_caption(row.wrapped_key, row.words, named, self._master_key)[1]


class ExportWrites(ExportReads):
    """The writing door's part that is about exports."""

    _telling: Telling

    async def ask_export(self, export: ExportId, person: PersonId, language: str) -> None:
        """Keep that somebody wants an export, and have the engine make it. Raises LostRace("export_there")."""
        self._telling.check_there(person)
        now_ms = self._clock.now_ms()
        over = sa.update(exports).where(exports.c.person == person, exports.c.ends_at_ms <= now_ms)
        await self._connection.execute(over.values(_EMPTY))
        there = sa.select(exports.c.id).where(exports.c.person == person)
        if (await self._connection.execute(there)).first() is not None:
            raise LostRace("export_there")
        values = {"id": export, "person": person, "language": language, "asked_at_ms": now_ms}
        await self._connection.execute(sa.insert(exports).values(values | {"ends_at_ms": now_ms + LASTS_MS}))
        await self._telling.note(person, "ask_export", person)
        await self._telling.tell("engine", EXPORT, export)
        await self._telling.tell_owner(EXPORT, export, person)

    async def keep_export(self, asked: Asked, sealed: SealedBytes, ends_at_ms: int, files: int) -> bool:
        """Keep where an export's bytes are, and tell its person; no where it isn't wanted or true any more."""
        same = (exports.c.id == asked.id, exports.c.person == asked.person, exports.c.changes == asked.changes)
        values = {
            "wrapped_key": sealed.wrapped_key,
            "nonce_prefix": sealed.nonce_prefix,
            "size_bytes": sealed.size_bytes,
            "ends_at_ms": ends_at_ms,
            "files": files,
        }
        kept = sa.update(exports).where(*same, exports.c.wrapped_key.is_(None)).values(values)
        if not (await self._connection.execute(kept)).rowcount:
            return False
        await self._telling.note(asked.person, "finish_export", None)
        await self._telling.tell_owner(EXPORT, asked.id, asked.person)
        return True

    async def close_export(self, person: PersonId) -> bool:
        """Take a person's export from everybody at once; says whether there was one."""
        closed = sa.update(exports).where(exports.c.person == person).values(_EMPTY).returning(exports.c.id)
        found = (await self._connection.execute(closed)).scalar_one_or_none()
        if found is None:
            return False
        await self._telling.note(person, "close_export", person)
        await self._telling.tell_owner(EXPORT, found, person)
        return True

    async def send_export(self, export: ExportId, person: PersonId, platform: Platform) -> None:
        """Have an export sent into its person's private chat on a platform."""
        await self._telling.note(person, "send_export", person)
        await self._telling.tell(SURFACES[platform.value], SENDING, export, person)

    async def drop_exports(self, closed: Sequence[ExportId]) -> None:
        """Forget closed exports whose bytes are removed."""
        named = sa.and_(exports.c.id.in_(closed), exports.c.person.is_(None))
        await self._connection.execute(sa.delete(exports).where(named))


class KnownExports:
    """The ledger's part that is about exports; each call is a transaction of its own."""

    _database: Database

    async def export_asked(self, export: ExportId) -> Asked | None:
        """Give an export that is to be made; None for one that is ready, closed or unknown."""
        named = (exports.c.id == export, exports.c.person.is_not(None), exports.c.wrapped_key.is_(None))
        async with self._database.reading() as connection:
            row = (await connection.execute(sa.select(exports).where(*named))).one_or_none()
        return None if row is None else Asked(ExportId(row.id), PersonId(row.person), row.language, row.changes)

    async def exports_asked(self) -> Sequence[ExportId]:
        """Name the exports that are to be made."""
        waiting = sa.and_(exports.c.person.is_not(None), exports.c.wrapped_key.is_(None))
        async with self._database.reading() as connection:
            rows = await connection.execute(sa.select(exports.c.id).where(waiting).order_by(exports.c.asked_at_ms))
            return [ExportId(one) for one in rows.scalars()]

    async def exports_over(self, now_ms: int) -> Sequence[tuple[ExportId, PersonId | None]]:
        """Name exports that are closed, or whose time is over, each with whose it still is."""
        over = sa.or_(exports.c.person.is_(None), exports.c.ends_at_ms <= now_ms)
        async with self._database.reading() as connection:
            rows = (await connection.execute(sa.select(exports.c.id, exports.c.person).where(over))).all()
        return [(ExportId(row.id), None if row.person is None else PersonId(row.person)) for row in rows]
