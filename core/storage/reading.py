"""The reading door: what a viewer may find, and nothing else."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import NotFound
from core.gate import Action, Decision, Subject, Surface, may
from core.people import Preferences, Viewer
from core.ports import Clock
from core.records import Event, Receipt, VideoView
from core.storage.rows import asset_of, assets_of, granted_of, publications_of, receipt_of, video_of
from core.storage.tables import assets, events, jobs, people, receipts, videos
from core.storage.words import Wraps, open_words
from core.videos import Asset, AssetId, AssetRole, Making, Video, VideoId, title_for_others, title_for_owner

_UNFINISHED = (Making.ASKED.value, Making.QUEUED.value, Making.MAKING.value)


class SqlReads:
    """`Reads` over one transaction. Each row passes the gate before it leaves."""

    def __init__(self, connection: AsyncConnection, master_key: Wraps, clock: Clock) -> None:
        """Read through `connection`; words are opened by `master_key`."""
        self._connection = connection
        self._master_key = master_key
        self._clock = clock

    async def preferences(self, viewer: Viewer) -> Preferences:
        """Give what the viewer chose, or the defaults."""
        query = sa.select(people.c.language, people.c.time_zone).where(people.c.id == viewer.person)
        row = (await self._connection.execute(query)).one_or_none()
        default = Preferences()
        if row is None:
            return default
        return Preferences(row.language or default.language, row.time_zone or default.time_zone)

    async def video(self, viewer: Viewer, video: VideoId, surface: Surface) -> VideoView | None:
        """Give one video, or None for a miss and for somebody else's alike."""
        rows = await self._rows(sa.select(videos).where(videos.c.id == video))
        return next(iter(await self._views(viewer, rows, surface)), None)

    async def video_by_number(self, viewer: Viewer, number: int) -> VideoView | None:
        """Give the viewer's own #number."""
        mine = videos.c.owner == viewer.person
        rows = await self._rows(sa.select(videos).where(mine, videos.c.number == number))
        return next(iter(await self._views(viewer, rows, Surface.CHAT_PRIVATE)), None)

    async def videos(self, viewer: Viewer, *, before: VideoId | None = None, limit: int = 10) -> Sequence[VideoView]:
        """Give the viewer's own videos, newest first, after a page's last one."""
        query = sa.select(videos).where(videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        if before is not None:
            number = sa.select(videos.c.number).where(videos.c.id == before, videos.c.owner == viewer.person)
            query = query.where(videos.c.number < number.scalar_subquery())
        rows = await self._rows(query.order_by(videos.c.number.desc()).limit(limit))
        return await self._views(viewer, rows, Surface.CHAT_PRIVATE)

    async def unfinished(self, viewer: Viewer) -> int:
        """Count the viewer's own videos that are asked, queued or being made."""
        query = sa.select(sa.func.count()).where(videos.c.owner == viewer.person, videos.c.state.in_(_UNFINISHED))
        return int((await self._connection.execute(query)).scalar_one())

    async def asset(self, viewer: Viewer, asset: AssetId, surface: Surface) -> tuple[Asset, Decision] | None:
        """Find an asset and ask the gate whether the viewer may open it; None for a miss and a refusal alike."""
        row = (await self._connection.execute(sa.select(assets).where(assets.c.id == asset))).one_or_none()
        if row is None:
            return None
        found = asset_of(row)
        decision = await self._ask(viewer, Action.OPEN, found.video, surface, found)
        return (found, decision) if decision is not None and decision.allowed else None

    async def decide(self, viewer: Viewer, action: Action, video: VideoId, surface: Surface) -> Decision:
        """Ask the gate. Raises NotFound when the viewer may not even find the video."""
        find = await self._ask(viewer, Action.FIND, video, surface)
        decision = await self._ask(viewer, action, video, surface)
        if find is None or decision is None or not find.allowed:
            raise NotFound("video_not_found")
        return decision

    async def events(self, viewer: Viewer, video: VideoId) -> Sequence[Event]:
        """Give the history of the viewer's own video, oldest first."""
        if await self._owned(viewer, video) is None:
            return ()
        query = sa.select(events).where(events.c.subject == video).order_by(events.c.sequence)
        rows = await self._connection.execute(query)
        return tuple(Event(row.subject, row.verb, row.actor, row.reason, row.at_ms) for row in rows)

    async def receipt(self, viewer: Viewer, video: VideoId) -> Receipt | None:
        """Give the receipt of a video that the viewer erased."""
        query = sa.select(receipts).where(receipts.c.video == video, receipts.c.person == viewer.person)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else receipt_of(row)

    async def _owned(self, viewer: Viewer, video: VideoId) -> Video | None:
        query = sa.select(videos).where(videos.c.id == video, videos.c.owner == viewer.person)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else video_of(row)

    async def _rows(self, query: sa.Select[Any]) -> Sequence[Any]:
        rows: Sequence[Any] = (await self._connection.execute(query)).all()
        return rows

    async def _ask(
        self, viewer: Viewer, action: Action, video: VideoId, surface: Surface, asset: Asset | None = None
    ) -> Decision | None:
        """Ask in the light of each publication; the first that allows wins. None for a miss."""
        rows = await self._rows(sa.select(videos).where(videos.c.id == video))
        if not rows:
            return None
        subjects = await self._subjects(rows[0], asset)
        decisions = [may(viewer, action, subject, surface) for subject in subjects]
        return next((one for one in decisions if one.allowed), decisions[0])

    async def _subjects(self, row: Any, asset: Asset | None) -> list[Subject]:
        published = (await publications_of(self._connection, [row.id]))[row.id]
        granted = (await granted_of(self._connection, [row.id], self._clock.now_ms()))[row.id]
        video = video_of(row)
        return [
            Subject(
                video.id,
                video.owner,
                video.state,
                granted,
                publication,
                row.hold,
                asset.id if asset else None,
                asset.role if asset else None,
            )
            for publication in (published or (None,))
        ]

    async def _views(self, viewer: Viewer, rows: Sequence[Any], surface: Surface) -> list[VideoView]:
        ids: list[UUID] = [row.id for row in rows]
        parts = await assets_of(self._connection, ids)
        published = await publications_of(self._connection, ids)
        granted = await granted_of(self._connection, ids, self._clock.now_ms())
        found = []
        for row in rows:
            video = video_of(row)
            light = [
                Subject(video.id, video.owner, video.state, granted[row.id], one, row.hold)
                for one in (published[row.id] or (None,))
            ]

            def allowed(role: AssetRole | None = None, light: list[Subject] = light) -> bool:
                asked = [_with_role(subject, role) for subject in light]
                action = Action.FIND if role is None else Action.OPEN
                return any(may(viewer, action, subject, surface).allowed for subject in asked)

            if not allowed():
                continue
            words = open_words(row.words, row.wrapped_key, video.id, self._master_key)
            own = allowed(AssetRole.INPUT)
            found.append(
                VideoView(
                    video=video,
                    title=title_for_owner(words) if own else title_for_others(words),
                    prompt=words.prompt if own else "",
                    assets=tuple(part for part in parts[row.id] if allowed(part.role)),
                    granted=granted[row.id] if own else frozenset(),
                    publications=published[row.id],
                    hold=row.hold,
                    place=await self._place(video) if own else None,
                )
            )
        return found

    async def _place(self, video: Video) -> int | None:
        """Count who starts before: smaller virtual finishing times, and of equal ones the elder."""
        if video.state is not Making.QUEUED:
            return None
        mine = sa.select(jobs.c.finish).where(jobs.c.video == video.id).scalar_subquery()
        ahead = sa.or_(jobs.c.finish < mine, sa.and_(jobs.c.finish == mine, jobs.c.video < video.id))
        query = sa.select(sa.func.count()).join_from(jobs, videos).where(videos.c.state == Making.QUEUED.value, ahead)
        return int((await self._connection.execute(query)).scalar_one()) + 1


def _with_role(subject: Subject, role: AssetRole | None) -> Subject:
    return Subject(
        subject.video, subject.owner, subject.state, subject.granted, subject.publication, subject.hold, None, role
    )
