"""The writing door: conditional moves, each with its event and its outbox rows, in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chats import Posted
from core.errors import LostRace, NotFound
from core.people import CommunityId, Identity, PersonId, Platform, Preferences, Viewer
from core.ports import Clock, Ids
from core.records import Lane, Order, Remains, SealedBytes, Token
from core.storage.agreeing import AgreementWrites
from core.storage.convening import CommunityWrites, PortrayedWrites
from core.storage.departing import DepartureWrites
from core.storage.exporting import ExportWrites, close_exports
from core.storage.forgetting import forget_videos
from core.storage.inbox import InboxWrites
from core.storage.interviews import InterviewWrites
from core.storage.joining import origin_of
from core.storage.judging import CaseWrites
from core.storage.knocking import KnockWrites
from core.storage.linking import PairingWrites
from core.storage.moving import SETTLED, close_videos, move_video
from core.storage.oversight import OversightWrites
from core.storage.posting import drop_posted, keep_posted
from core.storage.queue import first_in_line, next_finish
from core.storage.reading import SqlReads
from core.storage.receipting import ReceiptWrites
from core.storage.rows import remains_of
from core.storage.ruling import RuleWrites
from core.storage.seeing import SeenWrites
from core.storage.spending import SpendingWrites
from core.storage.subjects import Subjects, subjects_of
from core.storage.submitting import SubmissionWrites
from core.storage.tables import (
    assets,
    identities,
    jobs,
    people,
    tokens,
    videos,
)
from core.storage.telling import Telling
from core.storage.tokens import keep_token, take_token, void_tokens
from core.storage.words import Wraps, open_words, seal_words
from core.videos import (
    MAKING_MOVES,
    Asset,
    AssetId,
    AssetRole,
    Making,
    Video,
    VideoId,
    Words,
    starts_of,
)


class SqlWrites(
    SqlReads,
    AgreementWrites,
    RuleWrites,
    CommunityWrites,
    PortrayedWrites,
    OversightWrites,
    CaseWrites,
    InterviewWrites,
    InboxWrites,
    PairingWrites,
    DepartureWrites,
    KnockWrites,
    SeenWrites,
    ReceiptWrites,
    ExportWrites,
    SubmissionWrites,
    SpendingWrites,
):
    """`Writes` over one transaction that holds the write lock."""

    def __init__(self, connection: AsyncConnection, master_key: Wraps, clock: Clock, ids: Ids, gone: set[UUID]) -> None:
        """Write through `connection`; who is `gone` writes nothing any more."""
        super().__init__(connection, master_key, clock)
        self._ids = ids
        self._telling = Telling(connection, clock, ids, gone)

    async def _subjects_of(self, rows: Sequence[Any]) -> Mapping[UUID, Subjects]:
        """Read anew each time: what is written in this transaction changes it."""
        return await subjects_of(self._connection, rows, self._clock.now_ms())

    @property
    def told(self) -> bool:
        """Whether something was written to the outbox."""
        return self._telling.told

    async def meet(self, identity: Identity) -> PersonId:
        """Give the person of an identity, and make one at the first meeting."""
        met = await self.met(identity)
        if met is not None:
            return met
        person = PersonId(self._ids.new())
        await self._connection.execute(sa.insert(people).values(id=person))
        values = {"platform": identity.platform.value, "external_id": identity.external_id}
        await self._connection.execute(sa.insert(identities).values(values | {"person": person, "origin": person}))
        await self.take_invitations(identity, person)
        return person

    async def prefer(self, viewer: Viewer, preferences: Preferences) -> None:
        """Keep what the viewer chose."""
        values = asdict(preferences) | {"delivery": preferences.delivery.value}
        await self._connection.execute(sa.update(people).where(people.c.id == viewer.person).values(values))

    async def add_video(
        self,
        owner: PersonId,
        video: VideoId,
        order: Order,
        words: Words,
        ends_at_ms: int,
        *,
        asked_on: Platform = Platform.DEMO,
        begun_in: CommunityId | None = None,
        out_of: VideoId | None = None,
    ) -> Video:
        """Keep a new video in state ASKED under the owner's next number, its words sealed by a key of its own.

        Raises LostRace("account_moved") where the account that asked isn't the owner's any more.
        """
        owner, origin = await origin_of(self._connection, owner, asked_on)
        if out_of is not None:
            origin = (await self._row(out_of)).origin
        counted = (
            sa.update(people)
            .where(people.c.id == owner)
            .values(last_number=people.c.last_number + 1)
            .returning(people.c.last_number)
        )
        number = (await self._connection.execute(counted)).scalar_one()
        wrapped_key, sealed = seal_words(words, video, self._master_key)
        made = Video(
            id=video,
            owner=owner,
            number=number,
            state=Making.ASKED,
            route=order.route,
            shape=order.shape,
            seconds=order.seconds,
            seed=order.seed,
            asked_at_ms=self._clock.now_ms(),
            ends_at_ms=ends_at_ms,
            effect=order.effect,
            start_ms=order.start_ms,
            asked_on=asked_on,
            begun_in=begun_in,
        )
        codes = {"state": made.state.value, "asked_on": asked_on.value, "portrayed": made.portrayed.value}
        values = asdict(made) | codes | _choices(order) | {"origin": origin}
        await self._connection.execute(sa.insert(videos).values(values | {"wrapped_key": wrapped_key, "words": sealed}))
        await self._telling.note(video, "ask", owner)
        return made

    async def add_asset(self, asset: Asset, sealed: SealedBytes) -> None:
        """Keep where an asset's sealed bytes are, and its wrapped key; a repeated step overwrites its own row."""
        where = {"wrapped_key": sealed.wrapped_key, "nonce_prefix": sealed.nonce_prefix}
        values = asdict(asset) | {"role": asset.role.value} | where
        statement = insert(assets).values(values)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))

    async def drop_inputs(self, video: VideoId) -> Sequence[AssetId]:
        """Take the rows of a draft's inputs out; gives them, whose bytes are nobody's then."""
        named = sa.and_(assets.c.video == video, assets.c.role == AssetRole.INPUT.value)
        gone = await self._connection.execute(sa.delete(assets).where(named).returning(assets.c.id))
        return [AssetId(one) for one in gone.scalars()]

    async def trim(self, video: VideoId) -> Sequence[AssetId]:
        """Take inputs and the owner's words but the title out of a video whose output is kept by a publication.

        One that is gone by now, or going, has none.
        """
        ready = sa.and_(videos.c.id == video, videos.c.state == Making.READY.value, ~videos.c.trimmed)
        row = (await self._connection.execute(sa.select(videos).where(ready))).one_or_none()
        if row is None:
            return ()
        values = self._resealed(row, lambda words: Words(title=words.title))
        await self._connection.execute(sa.update(videos).where(videos.c.id == video).values(values | {"trimmed": True}))
        await close_exports(self._connection, sa.select(videos.c.owner).where(videos.c.id == video))
        await self._telling.note(video, "trim", None)
        await self._telling.tell_owner("video", video, row.owner)
        return await self.drop_inputs(video)

    async def rename(self, video: VideoId, title: str) -> None:
        """Seal a new title."""
        row = await self._row(video)
        values = self._resealed(row, lambda words: replace(words, title=title))
        await self._connection.execute(sa.update(videos).where(videos.c.id == video).values(values))
        await self._telling.note(video, "rename", PersonId(row.owner))
        await self._telling.tell_owner("video", video, row.owner)

    async def change_order(self, video: VideoId, order: Order, *, actor: PersonId) -> None:
        """Change what is asked for, its words and title kept otherwise. Raises LostRace unless it is still ASKED."""
        row = await self._row(video)
        values = _choices(order) | self._resealed(
            row, lambda words: replace(words, prompt=order.prompt, text=order.text, extras=order.extras)
        )
        still = sa.and_(videos.c.id == video, videos.c.state == Making.ASKED.value)
        changed = await self._connection.execute(sa.update(videos).where(still).values(values))
        if not changed.rowcount:
            raise LostRace("video_moved_on", state=row.state)
        await self._telling.note(video, "change_order", actor)
        await self._telling.tell_owner("video", video, row.owner)

    async def _row(self, video: VideoId) -> Any:
        row = (await self._connection.execute(sa.select(videos).where(videos.c.id == video))).one_or_none()
        if row is None:
            raise NotFound("video_not_found")
        return row

    def _resealed(self, row: Any, change: Callable[[Words], Words]) -> dict[str, bytes]:
        """Give the columns of a video's changed words, under a new key."""
        before = open_words(row.words, row.wrapped_key, row.id, self._master_key)
        wrapped_key, sealed = seal_words(change(before), row.id, self._master_key)
        return {"wrapped_key": wrapped_key, "words": sealed}

    async def move_video(
        self,
        video: VideoId,
        verb: str,
        *,
        actor: PersonId | None = None,
        reason: str = "",
        failure: str | None = None,
        ends_at_ms: int | None = None,
    ) -> Making:
        """Make one move of MAKING_MOVES as a conditional update, with its event and its outbox rows."""
        values: dict[str, Any] = {}
        if starts_of(MAKING_MOVES, verb)[0].end in SETTLED:
            values["finished_at_ms"] = self._clock.now_ms()
        if failure is not None:
            values["failure"] = failure
        if ends_at_ms is not None:
            values["ends_at_ms"] = ends_at_ms
        return await move_video(self._connection, self._telling, video, verb, actor=actor, reason=reason, values=values)

    async def set_end(self, video: VideoId, ends_at_ms: int, *, actor: PersonId) -> None:
        """Set another end date, with its event."""
        changed = (
            sa.update(videos)
            .where(videos.c.id == video, videos.c.state != Making.ERASING.value)
            .values(ends_at_ms=ends_at_ms)
            .returning(videos.c.owner)
        )
        owner = (await self._connection.execute(changed)).scalar_one_or_none()
        if owner is None:
            raise LostRace("video_moved_on", state=Making.ERASING.value)
        await self._telling.note(video, "set_end", actor)
        await self._telling.tell_owner("video", video, owner)

    async def tell(self, surface: str, kind: str, subject: UUID, person: PersonId | None = None) -> None:
        """Write an outbox row, carried out after this transaction."""
        await self._telling.tell(surface, kind, subject, person)

    async def tell_all(self, surface: str, kind: str, subjects: Sequence[UUID]) -> None:
        """Write the same outbox row for each of several subjects."""
        await self._telling.tell_all(surface, kind, subjects)

    async def enqueue(self, video: VideoId, person: PersonId, lane: Lane) -> int:
        """Give a queued video its virtual finishing time: the engine's priority."""
        finish = await next_finish(self._connection, person, lane)
        values = {"video": video, "person": person, "lane": lane.value, "finish": finish}
        await self._connection.execute(sa.insert(jobs).values(values))
        return finish

    async def first_in_line(self, lane: Lane) -> VideoId | None:
        """Name the queued video of place 1; None when none is queued."""
        return await first_in_line(self._connection, lane)

    async def offer(self, token: str, bound: Token) -> None:
        """Keep a button's token, hashed; expired ones go."""
        self._telling.check_there(bound.person)
        await keep_token(self._connection, token, bound, self._clock.now_ms())

    async def spend(self, token: str, person: PersonId) -> Token | None:
        """Take a token out, once; None for one that is spent, expired, unknown or somebody else's."""
        return await take_token(self._connection, token, tokens.c.person == person, self._clock.now_ms())

    async def void(self, action: str, subject: UUID) -> int:
        """Take every token out that was offered for one action with one thing; gives how many."""
        return await void_tokens(self._connection, action, subject)

    async def redeem(self, token: str, action: str) -> Token | None:
        """Take a token for one action out, whoever brings it; None for one that is spent, expired or unknown."""
        return await take_token(self._connection, token, tokens.c.action == action, self._clock.now_ms())

    async def keep_posted(self, posted: Posted) -> None:
        """Keep a message, or what changed of it; its token is sealed."""
        self._telling.check_there(posted.person)
        await keep_posted(self._connection, posted, self._master_key)

    async def drop_posted(self, posted: UUID) -> None:
        """Forget a message that is gone or holds nothing any more."""
        await drop_posted(self._connection, posted)

    async def remains(self, video: VideoId) -> Remains | None:
        """Give what is left of a video being erased, in this transaction; None when nothing is."""
        return (await remains_of(self._connection, [video])).get(video)

    async def all_remains(self, closed: Sequence[VideoId]) -> Mapping[VideoId, Remains]:
        """Give what is left of videos being erased, by video."""
        return await remains_of(self._connection, closed)

    async def close_videos(self, closing: Sequence[VideoId], reason: str) -> None:
        """Do to several videos what the move "erase" does to one, but for beginning their flows: all or none."""
        owners = await close_videos(self._connection, self._telling, closing, reason)
        await self._telling.tell_owners("video", owners)
        await close_exports(self._connection, sa.select(videos.c.owner).where(videos.c.id.in_(closing)))

    async def forget_video(self, video: VideoId) -> None:
        """Delete keys, words and every row of a video in state ERASING, and keep nothing but its owner's counter."""
        await self.forget_videos([video])

    async def forget_videos(self, gone: Sequence[VideoId]) -> None:
        """Do so with many videos, in the same few statements."""
        departures = await self.departures_of(gone)
        await forget_videos(self._connection, gone)
        await self.close_gone(gone)
        for departure in departures:
            await self.begin_forgetting(departure)


def _choices(order: Order) -> dict[str, Any]:
    """Give the columns of an order that are no words."""
    return {
        "route": order.route,
        "shape": order.shape.value,
        "seconds": order.seconds,
        "seed": order.seed,
        "effect": order.effect.value,
        "start_ms": order.start_ms,
    }
