"""Taking a person out of every table: what goes at once, what chats still hold, and what the tables say of the rest.

Everybody whom somebody was stands in `people` under the departure that forgets them, until nothing names them any more.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from core.chats import IN_CHANNELS, Posted
from core.departures import Departed, DepartureId, Part, Then
from core.errors import NotFound
from core.people import PersonId, Platform, Preferences
from core.receipts import OpenReceipt
from core.storage.captions import open_caption, seal_caption
from core.storage.database import Database
from core.storage.granting import GrantWrites
from core.storage.moving import close_all
from core.storage.posting import posted_where
from core.storage.receipting import ReceiptWrites, open_receipt_of
from core.storage.tables import (
    assets,
    communities,
    departures,
    grants,
    identities,
    metadata,
    openings,
    outbox,
    people,
    posted,
    publications,
    receipts,
    revisions,
    videos,
)
from core.storage.telling import Telling
from core.storage.words import Wraps
from core.videos import AssetId, Showing, VideoId

_IN_A_CHANNEL = sa.and_(posted.c.kind.in_([kind.value for kind in IN_CHANNELS]), posted.c.token.is_(None))
"""A post, or a card for moderators: taken back where it stands. A moderator's look at a video is their own message."""

_CHOSEN = {"language": None, "time_zone": None, "delivery": Preferences().delivery.value}


def who(departure: UUID) -> sa.Select[Any]:
    """Name everybody whom somebody was who leaves."""
    return sa.select(people.c.id).where(people.c.departure == departure)


def waits_for(departure: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Say whether a video of theirs is still there."""
    theirs = sa.select(people.c.id).where(people.c.departure == departure)
    return sa.exists().where(videos.c.owner.in_(theirs))


class DepartureWrites(GrantWrites, ReceiptWrites):
    """The writing door's part that is about somebody who leaves."""

    _telling: Telling
    _master_key: Wraps

    async def begin_departure(self, departure: DepartureId, person: PersonId) -> Departed:
        """Note that somebody leaves, under each id that they were, and close their videos to everybody."""
        origins = sa.select(identities.c.origin).where(identities.c.person == person, identities.c.origin.is_not(None))
        were = [person, *(await self._connection.execute(origins)).scalars()]
        named = sa.and_(people.c.id.in_(were), people.c.departure.is_(None))
        marked = sa.update(people).where(named).values(departure=departure, **_CHOSEN).returning(people.c.id)
        ids = [PersonId(one) for one in (await self._connection.execute(marked)).scalars()]
        if not ids:
            raise NotFound("account_unknown")
        values = {"id": departure, "begun_at_ms": self._clock.now_ms()}
        await self._connection.execute(sa.insert(departures).values(values))
        owned = await close_all(self._connection, self._telling, ids, "owner_left")
        theirs = sa.select(videos.c.id).where(videos.c.owner.in_(ids))
        query = sa.select(assets.c.id, assets.c.role).where(assets.c.video.in_(theirs)).order_by(assets.c.id)
        behind = (await self._connection.execute(query)).all()
        self._telling.gone.update(ids)
        if owned:
            await self._telling.tell("engine", "erase", departure)
        return Departed(ids, owned, [AssetId(row.id) for row in behind], [row.role for row in behind])

    async def cut_off(self, departure: DepartureId) -> None:
        """Take their accounts from them: nobody is told anything more."""
        theirs = who(departure)
        await self._connection.execute(sa.delete(posted).where(posted.c.person.in_(theirs), ~_IN_A_CHANNEL))
        labelled = sa.update(posted).where(posted.c.person.in_(theirs)).values(person=departure)
        await self._connection.execute(labelled)
        await self._connection.execute(sa.delete(outbox).where(outbox.c.person.in_(theirs)))
        await self._connection.execute(sa.delete(identities).where(identities.c.person.in_(theirs)))
        await self.begin_forgetting(departure)

    async def begin_forgetting(self, departure: UUID) -> None:
        """Have the flow begin that forgets who left, as soon as no video of theirs is there."""
        query = sa.select(waits_for(sa.literal(departure, sa.Uuid())))
        if not (await self._connection.execute(query)).scalar_one():
            await self._telling.tell("engine", "forget", departure)

    async def departures_of(self, gone: Sequence[VideoId]) -> Sequence[UUID]:
        """Give the departures of those owners of videos who leave."""
        query = sa.select(people.c.departure).join(videos, videos.c.owner == people.c.id).distinct()
        query = query.where(videos.c.id.in_(gone), people.c.departure.is_not(None))
        return list((await self._connection.execute(query)).scalars())

    async def forget_in(self, departure: DepartureId, part: Part) -> int:
        """Take who left out of one table as it says; gives how many rows changed. Once more changes nothing."""
        special: Mapping[str, Callable[[DepartureId], Awaitable[int]]] = {
            "grants": self._end_grants,
            "revisions": self._leave_decisions,
            "communities": self._drop_moderators,
            "openings": self._drop_openings,
            "receipts": self._disown,
        }
        first = await special[part.table](departure) if part.table in special else 0
        changed = [await self._forget_column(departure, part, name, then) for name, then in part.names.items()]
        return first + sum(changed)

    async def _forget_column(self, departure: DepartureId, part: Part, name: str, then: Then) -> int:
        table = metadata.tables[part.table]
        theirs = table.c[name].in_(who(departure))
        if then is Then.ROW:
            return (await self._connection.execute(sa.delete(table).where(theirs))).rowcount
        if then is Then.NAME:
            empty = dict.fromkeys((name, *part.emptied))
            return (await self._connection.execute(sa.update(table).where(theirs).values(empty))).rowcount
        if then is Then.LABEL:
            return (await self._connection.execute(sa.update(table).where(theirs).values({name: departure}))).rowcount
        return 0

    async def _end_grants(self, departure: DepartureId) -> int:
        """End what others shared with them, as when its date is over: the cards of its owners say so."""
        return await self._end(grants, grants.c.person.in_(who(departure)), "end_share")

    async def _leave_decisions(self, departure: DepartureId) -> int:
        """Hand appeals against their decisions to the operator, and take out what they wrote.

        Nobody knows afterwards whose decisions those were: they may be a moderator there again, as somebody new.
        """
        decided = sa.exists().where(
            revisions.c.publication == publications.c.id,
            revisions.c.number == publications.c.revision,
            revisions.c.decided_by.in_(who(departure)),
        )
        real = sa.select(communities.c.id).where(communities.c.platform != Platform.DEMO.value)
        open_ones = sa.and_(publications.c.state == Showing.APPEALED.value, ~publications.c.escalated, decided)
        handed = sa.update(publications).where(open_ones, publications.c.community.in_(real)).values(escalated=True)
        ids = (await self._connection.execute(handed.returning(publications.c.id))).scalars().all()
        await self._telling.note_all(sorted(ids), "escalate", "")
        return len(ids) + await self._drop_notes(departure)

    async def _drop_notes(self, departure: DepartureId) -> int:
        """Take out what they wrote as moderators; the code of the reason stays."""
        query = sa.select(revisions).where(revisions.c.decided_by.in_(who(departure)))
        dropped = 0
        for row in (await self._connection.execute(query)).all():
            named = (row.publication, row.number)
            caption, note = open_caption(row.wrapped_key, row.words, named, self._master_key)
            if note:
                mine = sa.and_(revisions.c.publication == row.publication, revisions.c.number == row.number)
                values = seal_caption(caption, "", named, self._master_key)
                await self._connection.execute(sa.update(revisions).where(mine).values(values))
                dropped += 1
        return dropped

    async def _drop_moderators(self, departure: DepartureId) -> int:
        """Take their accounts off the moderators that admins chose, while it is known which accounts those are."""
        dropped = 0
        for account in await self._accounts(departure):
            here = sa.and_(communities.c.platform == account.platform, communities.c.moderators != "")
            query = sa.select(communities.c.id, communities.c.moderators).where(here)
            for row in (await self._connection.execute(query)).all():
                others = [one for one in row.moderators.split() if one != account.external_id]
                if len(others) < len(row.moderators.split()):
                    named = sa.update(communities).where(communities.c.id == row.id)
                    await self._connection.execute(named.values(moderators=" ".join(others)))
                    await self._telling.note(row.id, "lose_moderator", None)
                    dropped += 1
        return dropped

    async def _drop_openings(self, departure: DepartureId) -> int:
        dropped = 0
        for account in await self._accounts(departure):
            mine = (openings.c.platform == account.platform, openings.c.external_id == account.external_id)
            dropped += (await self._connection.execute(sa.delete(openings).where(*mine))).rowcount
        return dropped

    async def _disown(self, departure: DepartureId) -> int:
        """Let their receipts belong to nobody: whoever kept a secret can still show its receipt."""
        ids = (await self._connection.execute(who(departure))).scalars()
        return sum([await self.disown_receipts(PersonId(one)) for one in ids])

    async def _accounts(self, departure: DepartureId) -> Sequence[Any]:
        query = sa.select(identities.c.platform, identities.c.external_id)
        return (await self._connection.execute(query.where(identities.c.person.in_(who(departure))))).all()

    async def messages_of(self, departure: DepartureId) -> Sequence[Posted]:
        """Give the messages that stand in chats of who leaves, or hold files that they sent."""
        mine = sa.and_(posted.c.person.in_(who(departure)), posted.c.message.is_not(None), ~_IN_A_CHANNEL)
        return await posted_where(self._connection, self._master_key, mine)

    async def messages_about(self, departure: DepartureId) -> Sequence[Posted]:
        """Give the messages in chats of others, and in channels, about videos of who leaves."""
        owned = sa.select(videos.c.id).where(videos.c.owner.in_(who(departure)))
        mine = posted.c.id.in_([one.id for one in await self.messages_of(departure)])
        return await posted_where(self._connection, self._master_key, posted.c.video.in_(owned), ~mine)

    async def receipt_it(self, departure: DepartureId, receipt: str) -> None:
        """Keep the number of the receipt that tells of a departure."""
        named = sa.update(departures).where(departures.c.id == departure)
        await self._connection.execute(named.values(receipt=receipt))

    async def departure_receipt(self, departure: DepartureId) -> OpenReceipt | None:
        """Give the receipt of a departure while something of ours waits; None for no such one."""
        query = sa.select(receipts).join(departures, departures.c.receipt == receipts.c.id)
        query = query.where(departures.c.id == departure, receipts.c.erasing)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else open_receipt_of(row)

    async def end_departure(self, departure: DepartureId) -> None:
        """Forget that somebody left."""
        await self._connection.execute(sa.delete(departures).where(departures.c.id == departure))


class KnownDepartures:
    """The ledger's part that is about departures; each call is a transaction of its own."""

    _database: Database

    async def departures(self) -> Sequence[DepartureId]:
        """Name those that nothing keeps any more from being finished: their videos are gone."""
        query = sa.select(departures.c.id).where(~waits_for(departures.c.id)).order_by(departures.c.begun_at_ms)
        async with self._database.reading() as connection:
            return [DepartureId(one) for one in (await connection.execute(query)).scalars()]

    async def departing(self, departure: UUID, limit: int) -> Sequence[VideoId]:
        """Name videos of somebody who leaves."""
        query = sa.select(videos.c.id).where(videos.c.owner.in_(who(departure))).limit(limit)
        async with self._database.reading() as connection:
            return [VideoId(one) for one in (await connection.execute(query)).scalars()]

    async def is_departing(self, departure: DepartureId) -> bool:
        """Say whether a departure isn't finished."""
        query = sa.select(departures.c.id).where(departures.c.id == departure)
        async with self._database.reading() as connection:
            return (await connection.execute(query)).first() is not None
