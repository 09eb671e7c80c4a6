"""The reading door: what a viewer may find, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chats import Posted
from core.errors import NotFound
from core.gate import Action, Decision, Surface, may
from core.people import Identity, PersonId, Preferences, Viewer
from core.ports import Clock
from core.records import Account, Event, Titled, VideoView
from core.storage.agreeing import AgreementReads
from core.storage.convening import CommunityReads
from core.storage.exporting import ExportReads
from core.storage.granting import GrantReads
from core.storage.interviews import InterviewReads
from core.storage.knocking import KnockReads
from core.storage.leaving import DepartureReads
from core.storage.linking import PairingReads
from core.storage.listing import account_of, making_of, page_start, places_of, titles_of
from core.storage.oversight import OversightReads
from core.storage.posting import MINE_ABOUT, for_reader, posted_of
from core.storage.receipting import ReceiptReads
from core.storage.rows import asset_of, assets_of, preferences_of, video_of
from core.storage.ruling import RuleReads
from core.storage.seeing import SeenReads
from core.storage.spending import SpendingReads
from core.storage.subjects import Subjects, decided, opens, subjects_of
from core.storage.submitting import SubmissionReads
from core.storage.tables import assets, events, identities, people, videos
from core.storage.words import Wraps, open_words
from core.videos import (
    NO_NUMBER,
    UNFINISHED,
    Asset,
    AssetId,
    AssetRole,
    Extras,
    Making,
    VideoId,
    title_for_others,
    title_for_owner,
)

_OWN = videos.c.owner == sa.bindparam("owner")
_BY_ID = sa.select(videos).where(videos.c.id == sa.bindparam("video"))
_BY_NUMBER = sa.select(videos).where(_OWN, videos.c.number == sa.bindparam("number"))
_NEWEST = (
    sa.select(videos)
    .where(_OWN, videos.c.state != Making.ERASING.value)
    .order_by(videos.c.number.desc())
    .limit(sa.bindparam("limit", type_=sa.Integer))
)
"""Written once: making a statement takes longer than running it."""


class SqlReads(
    AgreementReads,
    RuleReads,
    CommunityReads,
    OversightReads,
    InterviewReads,
    PairingReads,
    GrantReads,
    KnockReads,
    SeenReads,
    ReceiptReads,
    DepartureReads,
    ExportReads,
    SpendingReads,
    SubmissionReads,
):
    """`Reads` over one transaction. Each row passes the gate before it leaves."""

    def __init__(self, connection: AsyncConnection, master_key: Wraps, clock: Clock) -> None:
        """Read through `connection`; words are opened by `master_key`."""
        self._connection = connection
        self._master_key = master_key
        self._clock = clock
        self._known: dict[UUID, Subjects] = {}

    async def met(self, identity: Identity) -> PersonId | None:
        """Give the person of an identity; None before their first meeting."""
        query = sa.select(identities.c.person).where(
            identities.c.platform == identity.platform.value, identities.c.external_id == identity.external_id
        )
        found = (await self._connection.execute(query)).scalar_one_or_none()
        return None if found is None else PersonId(found)

    async def preferences(self, viewer: Viewer) -> Preferences:
        """Give what the viewer chose, or the defaults."""
        query = sa.select(people).where(people.c.id == viewer.person)
        row = (await self._connection.execute(query)).one_or_none()
        return Preferences() if row is None else preferences_of(row)

    async def video(self, viewer: Viewer, video: VideoId, surface: Surface) -> VideoView | None:
        """Give one video, or None for a miss and for somebody else's alike."""
        rows = await self._rows(_BY_ID, video=video)
        return next(iter(await self._views(viewer, rows, surface)), None)

    async def video_by_number(self, viewer: Viewer, number: int) -> VideoView | None:
        """Give the viewer's own #number."""
        rows = await self._rows(_BY_NUMBER, owner=viewer.person, number=number)
        return next(iter(await self._views(viewer, rows, Surface.CHAT_PRIVATE)), None)

    async def videos(self, viewer: Viewer, *, before: VideoId | None = None, limit: int = 10) -> Sequence[VideoView]:
        """Give the viewer's own videos, newest first, after a page's last one."""
        query = _NEWEST
        if before is not None:
            number = sa.select(videos.c.number).where(videos.c.id == before, videos.c.owner == viewer.person)
            query = query.where(videos.c.number < number.scalar_subquery())
        rows = await self._rows(query, owner=viewer.person, limit=limit)
        return await self._views(viewer, rows, Surface.CHAT_PRIVATE)

    async def unfinished(self, viewer: Viewer) -> int:
        """Count the viewer's own videos that are asked, queued or being made."""
        states = [state.value for state in UNFINISHED]
        query = sa.select(sa.func.count()).where(videos.c.owner == viewer.person, videos.c.state.in_(states))
        return int((await self._connection.execute(query)).scalar_one())

    async def titles(self, viewer: Viewer, limit: int) -> Sequence[Titled]:
        """Give number and title of the viewer's newest videos, newest first."""
        return await titles_of(self._connection, viewer, limit, self._master_key, self._clock.now_ms())

    async def page_start(self, viewer: Viewer, last: VideoId, size: int) -> VideoId | None:
        """Give the video after which the page begins that ends with `last`; None where that is the first page."""
        return await page_start(self._connection, viewer, last, size)

    async def making(self, viewer: Viewer) -> Sequence[VideoId]:
        """Name the viewer's own videos that are not settled yet, the oldest first."""
        return await making_of(self._connection, viewer)

    async def account(self, viewer: Viewer) -> Account:
        """Count what the viewer has here, and what of it anybody else can open."""
        return await account_of(self._connection, viewer, self._clock.now_ms())

    async def asset(self, viewer: Viewer, asset: AssetId, surface: Surface) -> tuple[Asset, Decision] | None:
        """Find an asset and ask the gate whether the viewer may open it; None for a miss and a refusal alike."""
        row = (await self._connection.execute(sa.select(assets).where(assets.c.id == asset))).one_or_none()
        if row is None:
            return None
        found = asset_of(row)
        subjects = await self._subjects(found.video)
        decision = decided(viewer, Action.OPEN, subjects, surface, found) if subjects else None
        return (found, decision) if decision is not None and decision.allowed else None

    async def decide(self, viewer: Viewer, action: Action, video: VideoId, surface: Surface) -> Decision:
        """Ask the gate. Raises NotFound when the viewer may not even find the video."""
        subjects = await self._subjects(video)
        if not subjects or not decided(viewer, Action.FIND, subjects, surface).allowed:
            raise NotFound("video_not_found")
        return decided(viewer, action, subjects, surface)

    async def events(self, viewer: Viewer, video: VideoId) -> Sequence[Event]:
        """Give the history of the viewer's own video, oldest first."""
        subjects = await self._subjects(video)
        if not subjects or not decided(viewer, Action.EXPORT, subjects, Surface.EXPORT).allowed:
            return ()
        query = sa.select(events).where(events.c.subject == video).order_by(events.c.sequence)
        rows = await self._connection.execute(query)
        return tuple(Event(row.subject, row.verb, row.actor, row.reason, row.at_ms) for row in rows)

    async def posted(self, viewer: Viewer, video: VideoId) -> Sequence[Posted]:
        """Give our messages about the viewer's own video, the oldest first; none of anybody else's."""
        rows = await self._rows(MINE_ABOUT, person=viewer.person, video=video)
        return [for_reader(posted_of(row, self._master_key), viewer.person) for row in rows]

    async def _rows(self, query: sa.Select[Any], **values: Any) -> Sequence[Any]:
        rows: Sequence[Any] = (await self._connection.execute(query, values)).all()
        return rows

    async def _subjects(self, video: VideoId) -> Subjects:
        """Give what the gate is asked about: of what was read in this transaction already, without a statement."""
        if video in self._known:
            return self._known[video]
        rows = await self._rows(_BY_ID, video=video)
        return (await self._subjects_of(rows)).get(video, ())

    async def _subjects_of(self, rows: Sequence[Any]) -> Mapping[UUID, Subjects]:
        subjects = await subjects_of(self._connection, rows, self._clock.now_ms())
        self._known.update(subjects)
        return subjects

    async def _views(self, viewer: Viewer, rows: Sequence[Any], surface: Surface) -> list[VideoView]:
        subjects = await self._subjects_of(rows)
        found = [row for row in rows if decided(viewer, Action.FIND, subjects[row.id], surface).allowed]
        parts = await assets_of(self._connection, [row.id for row in found])
        places = await places_of(self._connection, [row.id for row in found if row.state == Making.QUEUED.value])
        return [
            self._view(viewer, row, subjects[row.id], parts[row.id], surface, place=places.get(row.id)) for row in found
        ]

    def _view(
        self,
        viewer: Viewer,
        row: Any,
        subjects: Subjects,
        parts: Sequence[Asset],
        surface: Surface,
        *,
        place: int | None,
    ) -> VideoView:
        video = video_of(row)
        words = open_words(row.words, row.wrapped_key, video.id, self._master_key)
        own = opens(viewer, AssetRole.INPUT, subjects, surface)
        seen = subjects if own else [one for one in subjects if may(viewer, Action.FIND, one, surface).allowed]
        return VideoView(
            video=video if own else replace(video, number=NO_NUMBER, begun_in=None),
            title=title_for_owner(words) if own else title_for_others(words),
            prompt=words.prompt if own else "",
            assets=tuple(part for part in parts if opens(viewer, part.role, subjects, surface)),
            granted=subjects[0].granted if own else frozenset(),
            publications=tuple(one.publication for one in seen if one.publication is not None),
            hold=row.hold,
            place=place if own else None,
            text=words.text if own else "",
            extras=words.extras if own else Extras(),
        )
