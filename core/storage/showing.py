"""What the reading door gives of publications: each row passes the gate before it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import NotFound
from core.gate import Action, Ground, Subject, Surface, may, may_on
from core.oversight import IDLE_AFTER_MS
from core.people import CommunityId, PersonId, Viewer
from core.ports import Clock
from core.publications import (
    DECIDED,
    Claim,
    Decided,
    Ended,
    Key,
    Proposal,
    PublicationView,
    Publishing,
    Record,
    Revision,
)
from core.records import Event
from core.storage.captions import open_caption
from core.storage.rows import assets_of, publication_of, shown_of
from core.storage.tables import communities, events, publications, revisions, videos
from core.storage.words import Wraps
from core.videos import (
    SHOWABLE_ROLES,
    SHOWING_MOVES,
    Asset,
    Audience,
    Making,
    Portrayed,
    PublicationId,
    Showing,
    VideoId,
    is_due,
)

_VIDEO = (
    *(videos.c[name] for name in ("owner", "number", "seconds", "hold", "ends_at_ms", "kept_until_ms")),
    videos.c.state.label("making"),
)
WITH_VIDEO = (
    sa.select(publications, *_VIDEO, communities.c.slug.label("community_slug"))
    .join_from(publications, videos)
    .outerjoin(communities, communities.c.id == publications.c.community)
)
_CHOSEN = ("moderated", "world", "quota", "paused", "rules")
_REVIEWS = (Action.CLAIM, Action.DECIDE)
_REVIEWED = frozenset(Showing) - {Showing.DRAFT, Showing.WITHDRAWN, Showing.EXPIRED}
"""States of a newest revision that moderators are given; of another one they get what is shown."""


class PublicationReads:
    """The reading door's part that is about publications."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def publishing(self, viewer: Viewer, community: CommunityId, surface: Surface) -> Publishing:
        """Give what holds for publishing, to members. Raises NotFound("community_not_found")."""
        if not may_on(viewer, Action.FIND, Ground(community), surface).allowed:
            raise NotFound("community_not_found")
        wanted = (communities.c[name] for name in (*_CHOSEN, "active_at_ms", "joined_at_ms"))
        named = sa.and_(communities.c.id == community, communities.c.ended_at_ms.is_(None))
        row = (await self._connection.execute(sa.select(*wanted).where(named))).one_or_none()
        if row is None:
            raise NotFound("community_not_found")
        since_ms = max(row.joined_at_ms, row.active_at_ms or 0)
        chosen = Publishing(*row[: len(_CHOSEN)])
        return replace(chosen, idle=self._clock.now_ms() - since_ms > IDLE_AFTER_MS)

    async def publication(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> PublicationView | None:
        """Give a publication, or None for a miss and for what the viewer may not find alike."""
        found = await self._found(viewer, surface, WITH_VIDEO.where(publications.c.id == publication))
        return next(iter(found), None)

    async def allows(self, viewer: Viewer, action: Action, publication: PublicationId, surface: Surface) -> bool:
        """Ask the gate about a video in the light of one publication; no for a miss."""
        query = WITH_VIDEO.where(publications.c.id == publication)
        return bool(await self._found(viewer, surface, query, action))

    async def publication_of(self, viewer: Viewer, video: VideoId, community: CommunityId) -> PublicationView | None:
        """Give the viewer's own publication of a video in a community; None where there is none."""
        own = sa.and_(videos.c.owner == viewer.person, publications.c.community == community)
        query = WITH_VIDEO.where(publications.c.video == video, own)
        return next(iter(await self._found(viewer, Surface.CHAT_PRIVATE, query)), None)

    async def publications(self, viewer: Viewer, video: VideoId) -> Sequence[PublicationView]:
        """Give all publications of the viewer's own video."""
        query = WITH_VIDEO.where(publications.c.video == video, videos.c.owner == viewer.person)
        return await self._found(viewer, Surface.CHAT_PRIVATE, query.order_by(publications.c.id))

    async def first_shown(self, viewer: Viewer, video: VideoId) -> int | None:
        """Give since when the viewer's own video was shown to others first (UTC ms); None where it never was."""
        theirs = sa.and_(publications.c.video == video, videos.c.owner == viewer.person)
        opened = events.c.verb.in_([move.verb for move in SHOWING_MOVES if move.end is Showing.SHOWN])
        subjects = sa.select(publications.c.id).join(videos).where(theirs)
        query = sa.select(sa.func.min(events.c.at_ms)).where(events.c.subject.in_(subjects), opened)
        found: int | None = (await self._connection.execute(query)).scalar_one()
        return found

    async def queue(
        self, viewer: Viewer, community: CommunityId, surface: Surface, *, after: Key | None = None, limit: int = 10
    ) -> Sequence[PublicationView]:
        """Give what waits for a decision in a community, the longest waiting first, to its moderators."""
        order = (publications.c.waiting_since_ms, publications.c.id)
        waits = sa.and_(publications.c.community == community, publications.c.waiting_since_ms.is_not(None))
        query = WITH_VIDEO.where(waits).order_by(*order).limit(limit)
        if after is not None:
            query = query.where(sa.tuple_(*order) > sa.tuple_(after.at_ms, after.publication))
        return await self._found(viewer, surface, query, Action.CLAIM)

    async def waiting(self, viewer: Viewer, community: CommunityId, surface: Surface) -> int:
        """Count what waits for a decision, for a community's moderators; 0 for everybody else."""
        if not may_on(viewer, Action.DECIDE, Ground(community), surface).allowed:
            return 0
        waits = sa.and_(publications.c.community == community, publications.c.waiting_since_ms.is_not(None))
        return int((await self._connection.execute(sa.select(sa.func.count()).where(waits))).scalar_one())

    async def showcase(
        self, viewer: Viewer, community: CommunityId, surface: Surface, *, before: Key | None = None, limit: int = 24
    ) -> Sequence[PublicationView]:
        """Give what a community shows to this viewer, the newest first."""
        order = (publications.c.shown_at_ms, publications.c.id)
        shown = sa.and_(publications.c.community == community, publications.c.shown_at_ms.is_not(None))
        query = WITH_VIDEO.where(shown).order_by(*(one.desc() for one in order)).limit(limit)
        if community not in viewer.roles or community in viewer.banned_from:
            query = query.where(publications.c.audience == Audience.ANYONE.value)
        if before is not None:
            query = query.where(sa.tuple_(*order) < sa.tuple_(before.at_ms, before.publication))
        return await self._found(viewer, surface, query.where(~videos.c.hold))

    async def decisions(
        self, viewer: Viewer, community: CommunityId, surface: Surface, limit: int = 50
    ) -> Sequence[Decided]:
        """Give what was decided last in a community, the newest first, to its moderators; nothing to others."""
        if not may_on(viewer, Action.DECIDE, Ground(community), surface).allowed:
            return ()
        undone = sa.and_(events.c.verb == "withdraw", events.c.reason == Ended.UNDONE.value)
        query = sa.select(events).join(publications, publications.c.id == events.c.subject)
        query = query.where(publications.c.community == community, sa.or_(events.c.verb.in_(DECIDED), undone))
        rows = (await self._connection.execute(query.order_by(events.c.sequence.desc()).limit(limit))).all()
        seen = {
            name: await self.publication(viewer, PublicationId(name), surface) for name in {r.subject for r in rows}
        }
        return [decided_of(row, viewer, seen[row.subject]) for row in rows]

    async def publication_at(
        self, viewer: Viewer, community: CommunityId, slug: str, surface: Surface
    ) -> PublicationView | None:
        """Give what a permanent link names while it is shown; None for a miss and for what isn't theirs alike."""
        named = sa.and_(publications.c.slug == slug, publications.c.community == community)
        query = WITH_VIDEO.where(named, publications.c.shown_revision.is_not(None))
        return next(iter(await self._found(viewer, surface, query)), None)

    async def publication_named(
        self, viewer: Viewer, community: CommunityId, slug: str, surface: Surface
    ) -> PublicationView | None:
        """Give what a permanent link named, shown or not, to whom may find it; None for a miss and a refusal alike."""
        named = sa.and_(publications.c.slug == slug, publications.c.community == community)
        return next(iter(await self._found(viewer, surface, WITH_VIDEO.where(named))), None)

    async def history(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> Sequence[Event]:
        """Give a publication's history to its moderators, oldest first, without who did it; nothing to others."""
        if not await self.allows(viewer, Action.CLAIM, publication, surface):
            return ()
        query = sa.select(events).where(events.c.subject == publication).order_by(events.c.sequence)
        rows = await self._connection.execute(query)
        return tuple(Event(row.subject, row.verb, None, row.reason, row.at_ms) for row in rows)

    async def _found(
        self,
        viewer: Viewer,
        surface: Surface,
        query: sa.Select[Any],
        action: Action = Action.FIND,
        *,
        at_issue: bool = False,
    ) -> list[PublicationView]:
        rows = (await self._connection.execute(query)).all()
        now_ms = self._clock.now_ms()
        subjects = [replace(_subject(row, now_ms), at_issue=at_issue) for row in rows]
        seen = [
            (row, subject)
            for row, subject in zip(rows, subjects, strict=True)
            if may(viewer, action, subject, surface).allowed
        ]
        parts = await assets_of(self._connection, [row.video for row, _ in seen])
        sides = [_Side.of(viewer, row, subject, surface) for row, subject in seen]
        said = await self._said([(row.id, side.number) for (row, _), side in zip(seen, sides, strict=True)])
        return [
            await self._publication_view(row, side, said[row.id, side.number], parts[row.video])
            for (row, _), side in zip(seen, sides, strict=True)
        ]

    async def _publication_view(self, row: Any, side: "_Side", said: Any, assets: Sequence[Asset]) -> PublicationView:
        return PublicationView(
            publication=publication_of(row),
            revision=self._revision(said, side),
            number=row.number if side.own else 0,
            seconds=row.seconds,
            assets=tuple(one for one in assets if one.role in SHOWABLE_ROLES),
            slug=row.slug or "",
            community_slug=row.community_slug or "",
            hold=row.hold,
            waiting_since_ms=row.waiting_since_ms if side.decides else None,
            shown_at_ms=row.shown_at_ms,
            claim=_claim(row, self._clock.now_ms()) if side.reviews else None,
            record=await self._record(row) if side.reviews else None,
            keeps_until_ms=row.keeps_until_ms if side.own else None,
            was_removed=row.state == Showing.APPEALED.value and await self._was_removed(row),
        )

    async def _said(self, named: Sequence[tuple[UUID, int]]) -> dict[tuple[UUID, int], Any]:
        """Read some revisions. SQLite finds two lists by the key, and goes through everything for a list of pairs."""
        publication, number = (frozenset(column) for column in zip(*named, strict=True)) if named else ((), ())
        chosen = sa.and_(revisions.c.publication.in_(publication), revisions.c.number.in_(number))
        rows = await self._connection.execute(sa.select(revisions).where(chosen)) if named else ()
        return {(row.publication, row.number): row for row in rows}

    def _revision(self, row: Any, side: "_Side") -> Revision:
        caption, note = open_caption(row.wrapped_key, row.words, (row.publication, row.number), self._master_key)
        proposal = Proposal(caption, Audience(row.audience), Portrayed(row.portrayed), row.until_ms)
        if not side.decides:
            return Revision(row.number, Showing(row.state), proposal)
        decided_by = None if row.decided_by is None else PersonId(row.decided_by)
        return Revision(row.number, Showing(row.state), proposal, row.why, note, decided_by, post_at_ms=row.post_at_ms)

    async def _was_removed(self, row: Any) -> bool:
        """Say whether the last decision before an appeal took down what was shown."""
        decided = sa.and_(events.c.subject == row.id, events.c.verb.in_(["remove", "decline"]))
        query = sa.select(events.c.verb).where(decided).order_by(events.c.sequence.desc()).limit(1)
        return (await self._connection.execute(query)).scalar_one_or_none() == "remove"

    async def _record(self, row: Any) -> Record:
        """Count what became of an author's revisions in one community; nothing of any other one is read."""
        states = (Showing.SHOWN, Showing.DECLINED, Showing.REMOVED)
        counts = [sa.func.count().filter(revisions.c.state == state.value) for state in states]
        query = sa.select(*counts).select_from(revisions.join(publications).join(videos))
        theirs = sa.and_(videos.c.owner == row.owner, publications.c.community == row.community)
        found = (await self._connection.execute(query.where(theirs))).one()
        return Record(*(int(count) for count in found))


@dataclass(frozen=True)
class _Side:
    """What a viewer is to a publication, and the revision that they see: the newest, or else the one that is shown."""

    own: bool
    reviews: bool
    number: int

    @property
    def decides(self) -> bool:
        """Whether what was decided about it is their business."""
        return self.own or self.reviews

    @classmethod
    def of(cls, viewer: Viewer, row: Any, subject: Subject, surface: Surface) -> "_Side":
        """Ask the gate."""
        own = viewer.person is not None and viewer.person == subject.owner
        reviews = any(may(viewer, action, subject, surface).allowed for action in _REVIEWS)
        newest = own or (reviews and Showing(row.state) in _REVIEWED) or row.shown_revision is None
        return cls(own, reviews, row.revision if newest else row.shown_revision)


def _subject(row: Any, now_ms: int) -> Subject:
    """Give what the gate is asked about; a grant is of the video, and says nothing about where it is published."""
    state = Making(row.making)
    return Subject(
        VideoId(row.video),
        PersonId(row.owner),
        state,
        publication=shown_of(row, now_ms),
        hold=row.hold,
        over=is_due(state, row.ends_at_ms, row.kept_until_ms, now_ms, hold=row.hold),
    )


def decided_of(row: Any, viewer: Viewer, view: PublicationView | None) -> Decided:
    """Read a decision out of an event, for whoever looks."""
    title = view.revision.proposal.caption.title if view else None
    return Decided(PublicationId(row.subject), row.verb, row.reason, row.at_ms, row.actor == viewer.person, title)


def _claim(row: Any, now_ms: int) -> Claim | None:
    if row.claimed_by is None or row.claimed_until_ms <= now_ms:
        return None
    return Claim(PersonId(row.claimed_by), row.claimed_until_ms)
