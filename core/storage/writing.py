"""The writing door: conditional moves, each with its event and its outbox rows, in one transaction."""

import hashlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace, NotAllowed, NotFound
from core.people import Identity, PersonId, Platform, Preferences, Viewer
from core.ports import Clock, Ids
from core.records import Lane, Order, Receipt, SealedBytes, Token
from core.storage.queue import next_finish
from core.storage.reading import SqlReads
from core.storage.tables import (
    assets,
    events,
    grants,
    identities,
    jobs,
    outbox,
    people,
    publications,
    receipts,
    tokens,
    videos,
)
from core.storage.words import Wraps, open_words, seal_words
from core.videos import (
    MAKING_MOVES,
    SHOWING_MOVES,
    Asset,
    Making,
    Publication,
    PublicationId,
    Showing,
    Video,
    VideoId,
    Words,
    starts_of,
)

_SURFACES = {Platform.DEMO.value: "web", Platform.DISCORD.value: "discord", Platform.TELEGRAM.value: "telegram"}
_SETTLED = frozenset({Making.READY, Making.FAILED, Making.CANCELLED})
_UNFINISHED = frozenset({Making.ASKED, Making.QUEUED, Making.MAKING})


class SqlWrites(SqlReads):
    """`Writes` over one transaction that holds the write lock."""

    def __init__(self, connection: AsyncConnection, master_key: Wraps, clock: Clock, ids: Ids) -> None:
        """Write through `connection`."""
        super().__init__(connection, master_key, clock)
        self._ids = ids
        self.told = False
        """Whether something was written to the outbox."""

    async def meet(self, identity: Identity) -> PersonId:
        """Give the person of an identity, and make one at the first meeting."""
        named = (
            identities.c.platform == identity.platform.value,
            identities.c.external_id == identity.external_id,
        )
        found = (await self._connection.execute(sa.select(identities.c.person).where(*named))).scalar_one_or_none()
        if found is not None:
            return PersonId(found)
        person = PersonId(self._ids.new())
        await self._connection.execute(sa.insert(people).values(id=person))
        values = {"platform": identity.platform.value, "external_id": identity.external_id, "person": person}
        await self._connection.execute(sa.insert(identities).values(values))
        return person

    async def prefer(self, viewer: Viewer, preferences: Preferences) -> None:
        """Keep what the viewer chose."""
        values = {"language": preferences.language, "time_zone": preferences.time_zone}
        await self._connection.execute(sa.update(people).where(people.c.id == viewer.person).values(values))

    async def add_video(self, owner: PersonId, video: VideoId, order: Order, words: Words, ends_at_ms: int) -> Video:
        """Keep a new video in state ASKED under the owner's next number, its words sealed by a key of its own."""
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
        )
        await self._connection.execute(
            sa.insert(videos).values(
                id=made.id,
                owner=made.owner,
                number=made.number,
                state=made.state.value,
                route=made.route,
                shape=made.shape.value,
                seconds=made.seconds,
                seed=made.seed,
                asked_at_ms=made.asked_at_ms,
                ends_at_ms=made.ends_at_ms,
                wrapped_key=wrapped_key,
                words=sealed,
            )
        )
        await self._note(video, "ask", owner, "")
        return made

    async def add_asset(self, asset: Asset, sealed: SealedBytes) -> None:
        """Keep where an asset's sealed bytes are, and its wrapped key; a repeated step overwrites its own row."""
        values = {
            "id": asset.id,
            "video": asset.video,
            "role": asset.role.value,
            "media_type": asset.media_type,
            "size_bytes": asset.size_bytes,
            "width": asset.width,
            "height": asset.height,
            "duration_ms": asset.duration_ms,
            "wrapped_key": sealed.wrapped_key,
            "nonce_prefix": sealed.nonce_prefix,
        }
        statement = insert(assets).values(values)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))

    async def rename(self, video: VideoId, title: str) -> None:
        """Seal a new title."""
        row = (await self._connection.execute(sa.select(videos).where(videos.c.id == video))).one_or_none()
        if row is None:
            raise NotFound("video_not_found")
        before = open_words(row.words, row.wrapped_key, video, self._master_key)
        wrapped_key, sealed = seal_words(Words(before.prompt, title, before.file_names), video, self._master_key)
        values = {"wrapped_key": wrapped_key, "words": sealed}
        await self._connection.execute(sa.update(videos).where(videos.c.id == video).values(values))
        await self._note(video, "rename", PersonId(row.owner), "")
        await self._tell_owner("video", video, row.owner)

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
        moves = starts_of(MAKING_MOVES, verb)
        before = await self._state(video)
        end = moves[0].end
        values: dict[str, Any] = {"state": end.value}
        if end in _SETTLED:
            values["finished_at_ms"] = self._clock.now_ms()
        if failure is not None:
            values["failure"] = failure
        if ends_at_ms is not None:
            values["ends_at_ms"] = ends_at_ms
        starts = [move.start.value for move in moves]
        changed = sa.update(videos).where(videos.c.id == video, videos.c.state.in_(starts)).values(values)
        owner = (await self._connection.execute(changed.returning(videos.c.owner))).scalar_one_or_none()
        if owner is None:
            raise LostRace("video_moved_on", state=before.value if before else "gone")
        await self._note(video, verb, actor, reason)
        await self._tell_owner("video", video, owner)
        await self._tell_engine(video, verb, before)
        if end not in _UNFINISHED:
            await self._connection.execute(sa.delete(jobs).where(jobs.c.video == video))
        return end

    async def _state(self, video: VideoId) -> Making | None:
        found = await self._connection.execute(sa.select(videos.c.state).where(videos.c.id == video))
        state = found.scalar_one_or_none()
        return None if state is None else Making(state)

    async def _tell_engine(self, video: VideoId, verb: str, before: Making | None) -> None:
        if verb == "queue":
            await self.tell("engine", "make", video)
        if verb == "cancel" or (verb == "erase" and before in _UNFINISHED):
            await self.tell("engine", "cancel", video)
        if verb == "erase":
            await self.tell("engine", "erase", video)

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
        await self._note(video, "set_end", actor, "")
        await self._tell_owner("video", video, owner)

    async def add_publication(self, publication: Publication) -> None:
        """Keep a new publication with its first revision."""
        await self._connection.execute(
            sa.insert(publications).values(
                id=publication.id,
                video=publication.video,
                community=publication.community,
                audience=publication.audience.value,
                revision=publication.revision,
                state=publication.state.value,
                shown_revision=publication.shown_revision,
            )
        )

    async def move_publication(
        self,
        publication: PublicationId,
        revision: int,
        verb: str,
        *,
        actor: PersonId | None = None,
        reason: str = "",
    ) -> Showing:
        """Make one move of SHOWING_MOVES on a revision. A hold stops moves that open, an erasure all of them."""
        moves = starts_of(SHOWING_MOVES, verb)
        row = (
            await self._connection.execute(
                sa.select(publications.c.state, publications.c.video, videos.c.owner, videos.c.hold, videos.c.state)
                .join_from(publications, videos)
                .where(publications.c.id == publication)
            )
        ).one_or_none()
        if row is None or row[4] == Making.ERASING.value:
            raise LostRace("publication_moved_on", state="gone")
        if moves[0].opens and row.hold:
            raise NotAllowed("held")
        end = moves[0].end
        changed = (
            sa.update(publications)
            .where(
                publications.c.id == publication,
                publications.c.revision == revision,
                publications.c.state.in_([move.start.value for move in moves]),
            )
            .values(state=end.value, **_shown(end, revision))
        )
        if (await self._connection.execute(changed)).rowcount == 0:
            raise LostRace("publication_moved_on", state=row[0])
        await self._note(publication, verb, actor, reason)
        await self._tell_owner("publication", publication, row.owner)
        return end

    async def tell(self, surface: str, kind: str, subject: UUID, person: PersonId | None = None) -> None:
        """Write an outbox row, carried out after this transaction."""
        values = {"id": self._ids.new(), "surface": surface, "kind": kind, "subject": subject, "person": person}
        await self._connection.execute(sa.insert(outbox).values(values))
        self.told = True

    async def enqueue(self, video: VideoId, person: PersonId, lane: Lane) -> int:
        """Give a queued video its virtual finishing time: the engine's priority."""
        finish = await next_finish(self._connection, person, lane)
        values = {"video": video, "person": person, "lane": lane.value, "finish": finish}
        await self._connection.execute(sa.insert(jobs).values(values))
        return finish

    async def offer(self, token: str, bound: Token) -> None:
        """Keep a button's token, hashed; expired ones go."""
        await self._connection.execute(sa.delete(tokens).where(tokens.c.expires_at_ms < self._clock.now_ms()))
        await self._connection.execute(
            sa.insert(tokens).values(
                digest=_digest(token),
                action=bound.action,
                subject=bound.subject,
                person=bound.person,
                revision=bound.revision,
                expires_at_ms=bound.expires_at_ms,
            )
        )

    async def spend(self, token: str, person: PersonId) -> Token | None:
        """Take a token out, once; None for one that is spent, expired, unknown or somebody else's."""
        taken = (
            sa.delete(tokens)
            .where(
                tokens.c.digest == _digest(token),
                tokens.c.person == person,
                tokens.c.expires_at_ms > self._clock.now_ms(),
            )
            .returning(tokens)
        )
        row = (await self._connection.execute(taken)).one_or_none()
        if row is None:
            return None
        return Token(row.action, row.subject, PersonId(row.person), row.revision, row.expires_at_ms)

    async def forget_video(self, video: VideoId) -> None:
        """Delete keys, words and every row of a video in state ERASING, and keep nothing but its owner's counter."""
        state = await self._state(video)
        if state is None:
            return
        if state is not Making.ERASING:
            raise LostRace("video_moved_on", state=state.value)
        named = sa.select(publications.c.id).where(publications.c.video == video).scalar_subquery()
        for table in (events, tokens):
            gone = sa.or_(table.c.subject == video, table.c.subject.in_(named))
            await self._connection.execute(sa.delete(table).where(gone))
        waiting = sa.and_(outbox.c.subject == video, outbox.c.kind != "erase")
        await self._connection.execute(sa.delete(outbox).where(sa.or_(waiting, outbox.c.subject.in_(named))))
        for table in (publications, grants, jobs, assets):
            await self._connection.execute(sa.delete(table).where(table.c.video == video))
        await self._connection.execute(sa.delete(videos).where(videos.c.id == video))

    async def add_receipt(self, receipt: Receipt) -> None:
        """Keep a receipt and tell its owner; a second one for the same video is ignored."""
        values = {
            "id": receipt.id,
            "video": receipt.video,
            "person": receipt.person,
            "number": receipt.number,
            "issued_at_ms": receipt.issued_at_ms,
            "body": receipt.body,
            "signature": receipt.signature,
        }
        kept = await self._connection.execute(insert(receipts).values(values).on_conflict_do_nothing(["video"]))
        if kept.rowcount:
            await self._tell_owner("receipt", receipt.video, receipt.person)

    async def _note(self, subject: UUID, verb: str, actor: PersonId | None, reason: str) -> None:
        values = {
            "subject": subject,
            "verb": verb,
            "actor": actor,
            "reason": reason,
            "at_ms": self._clock.now_ms(),
        }
        await self._connection.execute(sa.insert(events).values(values))

    async def _tell_owner(self, kind: str, subject: UUID, owner: PersonId) -> None:
        found = await self._connection.execute(sa.select(identities.c.platform).where(identities.c.person == owner))
        platforms: Sequence[str] = sorted(set(found.scalars()))
        for platform in platforms:
            await self.tell(_SURFACES[platform], kind, subject, owner)


def _shown(end: Showing, revision: int) -> dict[str, int | None]:
    """Say what a move changes in what is seen: leaving `shown` closes first."""
    if end is Showing.SHOWN:
        return {"shown_revision": revision}
    leaves = {Showing.WITHDRAWN, Showing.REMOVED, Showing.EXPIRED}
    return {"shown_revision": None} if end in leaves else {}


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
