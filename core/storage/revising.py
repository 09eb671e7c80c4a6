"""Moves of a publication's revisions: each a conditional update, with its event and its outbox rows.

A publication has a current revision, of which `publications` keeps number and state, and shows at most one, which may
be an earlier one: what is shown stays as approved until another one is approved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace, NotAllowed
from core.people import CommunityId, PersonId
from core.publications import DECIDED, LEFT_LEAST_MS, POSTED_AFTER_MS, WAITS_MOST_MS, Caption, Ended
from core.storage.banning import accounts_of, is_banned
from core.storage.captions import open_caption, seal_caption
from core.storage.tables import publications, revisions, videos
from core.storage.telling import Telling
from core.storage.words import Wraps
from core.videos import SHOWING_MOVES, Making, PublicationId, Showing, starts_of

CLOSED = frozenset({Showing.WITHDRAWN, Showing.REMOVED, Showing.EXPIRED})
WAITING = frozenset({Showing.PROPOSED, Showing.APPEALED})
KEPT = WAITING | {Showing.APPROVED, Showing.SHOWN}
_OPENS_APPEAL = frozenset({"decline", "remove"})
_CLOSES_APPEAL = frozenset({"decline_again", "remove_again", "grant_appeal", "redraft"})
_PROPOSES = frozenset({"propose", "show"})
_SILENT = frozenset({"approve", "propose"})
"""What its owner isn't told of when somebody else does it: an approval may be taken back before it goes out."""


@dataclass(frozen=True)
class Act:
    """One move as somebody makes it: `reason` is a code, `note` words of a moderator's own."""

    verb: str
    actor: PersonId | None = None
    reason: str = ""
    note: str = ""


class Revising:
    """Moves within one transaction."""

    def __init__(self, connection: AsyncConnection, telling: Telling, master_key: Wraps, now_ms: int) -> None:
        """Move through `connection`."""
        self._connection = connection
        self._telling = telling
        self._master_key = master_key
        self._now_ms = now_ms

    async def move(self, publication: PublicationId, number: int, act: Act) -> Showing:
        """Make one move of SHOWING_MOVES on a revision.

        Raises LostRace("publication_moved_on", state) for another state or revision and for a video being erased,
        NotAllowed: held, banned for a move that opens.
        """
        row = await self.row(publication)
        moves = starts_of(SHOWING_MOVES, act.verb)
        end = moves[0].end
        if moves[0].opens:
            await self._check_open(row)
        starts = frozenset(move.start for move in moves)
        number_now = await (self._redraft if end is Showing.DRAFT else self._move_row)(row, number, starts, end)
        await self._note_row(row, number, act)
        await self._summarise(row, number_now, act.verb, end)
        await self._tell(row, act)
        return end

    async def row(self, publication: PublicationId) -> Any:
        """Read a publication with its video. Raises LostRace("publication_moved_on", state) for one that is gone."""
        query = (
            sa.select(publications, videos.c.state.label("making"), videos.c.hold, videos.c.owner, videos.c.ends_at_ms)
            .join_from(publications, videos)
            .where(publications.c.id == publication)
        )
        row = (await self._connection.execute(query)).one_or_none()
        if row is None or row.making == Making.ERASING.value:
            raise LostRace("publication_moved_on", state="gone")
        return row

    async def _check_open(self, row: Any) -> None:
        if row.hold:
            raise NotAllowed("held")
        accounts = await accounts_of(self._connection, PersonId(row.owner))
        if await is_banned(self._connection, accounts, row.community, self._master_key, self._now_ms):
            raise NotAllowed("banned")

    async def _move_row(self, row: Any, number: int, starts: frozenset[Showing], end: Showing) -> int:
        if number not in (row.revision, row.shown_revision):
            raise LostRace("publication_moved_on", state=row.state)
        named = sa.and_(revisions.c.publication == row.id, revisions.c.number == number)
        states = revisions.c.state.in_([start.value for start in starts])
        moved = sa.update(revisions).where(named, states).values(state=end.value)
        if not (await self._connection.execute(moved)).rowcount:
            raise LostRace("publication_moved_on", state=row.state)
        return number

    async def _redraft(self, row: Any, number: int, starts: frozenset[Showing], _end: Showing) -> int:
        """Begin a new draft with the same words: old decisions don't reach it."""
        if number != row.revision or Showing(row.state) not in starts:
            raise LostRace("publication_moved_on", state=row.state)
        return await self._another(row.id, number)

    async def revise(self, publication: PublicationId, number: int, actor: PersonId) -> int:
        """Begin a new draft beside what is shown; gives its number. Raises LostRace unless just that is shown."""
        row = await self.row(publication)
        if not (row.state == Showing.SHOWN.value and number == row.revision == row.shown_revision):
            raise LostRace("publication_moved_on", state=row.state)
        another = await self._begin(publication, number)
        await self._telling.note(publication, "revise", actor)
        await self._telling.tell_owner("publication", publication, row.owner)
        return another

    async def reopen(self, publication: PublicationId, number: int, actor: PersonId) -> int:
        """Withdraw an approved revision, and begin a draft that says the same; gives its number. Raises LostRace."""
        row = await self.row(publication)
        if (row.state, row.revision) != (Showing.APPROVED.value, number):
            raise LostRace("publication_moved_on", state=row.state)
        await self.move(publication, number, Act("withdraw", actor, Ended.UNDONE.value))
        another = await self._begin(publication, number)
        await self._telling.note(publication, "redraft", actor, Ended.UNDONE.value)
        return another

    async def _begin(self, publication: PublicationId, number: int) -> int:
        another = await self._another(publication, number)
        values = {"revision": another, "state": Showing.DRAFT.value}
        await self._connection.execute(sa.update(publications).where(publications.c.id == publication).values(values))
        return another

    async def _another(self, publication: UUID, number: int) -> int:
        """Keep a draft that says the same as an earlier revision; gives its number."""
        highest = sa.select(sa.func.max(revisions.c.number)).where(revisions.c.publication == publication)
        another = int((await self._connection.execute(highest)).scalar_one()) + 1
        named = sa.and_(revisions.c.publication == publication, revisions.c.number == number)
        same = sa.select(revisions.c.audience, revisions.c.portrayed, revisions.c.until_ms).where(named)
        asked = dict((await self._connection.execute(same)).mappings().one())
        names = {"publication": publication, "number": another, "state": Showing.DRAFT.value}
        caption = await self._caption(publication, number)
        sealed = seal_caption(caption, "", (publication, another), self._master_key)
        await self._connection.execute(sa.insert(revisions).values(asked | names | sealed))
        return another

    async def _note_row(self, row: Any, number: int, act: Act) -> None:
        """Keep in the revision's row what the move says of it; what a moderator proposes again is in no quota."""
        values: dict[str, Any] = {"post_at_ms": self._now_ms + POSTED_AFTER_MS if act.verb == "approve" else None}
        if act.verb in _PROPOSES and act.actor in (None, row.owner):
            values["proposed_at_ms"] = self._now_ms
        if act.verb in DECIDED:
            values |= {"why": act.reason, "decided_by": act.actor}
        if act.verb == "withdraw":
            values["why"] = act.reason
        if act.note:
            caption = await self._caption(row.id, number)
            values |= seal_caption(caption, act.note, (row.id, number), self._master_key)
        named = sa.and_(revisions.c.publication == row.id, revisions.c.number == number)
        await self._connection.execute(sa.update(revisions).where(named).values(values))

    async def _caption(self, publication: UUID, number: int) -> Caption:
        named = sa.and_(revisions.c.publication == publication, revisions.c.number == number)
        query = sa.select(revisions.c.wrapped_key, revisions.c.words).where(named)
        row = (await self._connection.execute(query)).one()
        return open_caption(row.wrapped_key, row.words, (publication, number), self._master_key)[0]

    async def _summarise(self, row: Any, number: int, verb: str, end: Showing) -> None:
        """Keep in the publication's row how it stands now."""
        values: dict[str, Any] = {"revision": number, "state": end.value, "claimed_by": None, "claimed_until_ms": None}
        values["waiting_since_ms"] = self._now_ms if end in WAITING else None
        if verb in _OPENS_APPEAL:
            values["appeal_open"] = True
        if verb in _CLOSES_APPEAL:
            values["appeal_open"] = False
        if end is Showing.SHOWN:
            values |= await self._shown(row, number)
        if end in CLOSED:
            values |= await (self._expired if end is Showing.EXPIRED else self._closed)(row, number)
        shown = values.get("shown_revision", row.shown_revision)
        values["keeps_until_ms"] = await self._keeps_until(row.id, values["revision"], Showing(values["state"]), shown)
        await self._connection.execute(sa.update(publications).where(publications.c.id == row.id).values(values))
        await mark_video(self._connection, row.video)
        if row.keeps_until_ms is not None and values["keeps_until_ms"] is None:
            await self._let_go(row)

    async def _shown(self, row: Any, number: int) -> dict[str, Any]:
        """Show a revision in the place of the one that was shown before."""
        if row.shown_revision not in (None, number):
            await self._close_row(row, row.shown_revision, Ended.REPLACED)
        named = sa.and_(revisions.c.publication == row.id, revisions.c.number == number)
        audience = (await self._connection.execute(sa.select(revisions.c.audience).where(named))).scalar_one()
        shown_at_ms = row.shown_at_ms if row.shown_revision is not None else self._now_ms
        return {"shown_revision": number, "audience": audience, "shown_at_ms": shown_at_ms}

    async def _expired(self, row: Any, number: int) -> dict[str, Any]:
        """End what was shown until a date; an edit beside it goes on, unless its own date is over as well."""
        if row.revision != number and Showing(row.state) in KEPT:
            named = sa.and_(revisions.c.publication == row.id, revisions.c.number == row.revision)
            until_ms = (await self._connection.execute(sa.select(revisions.c.until_ms).where(named))).scalar_one()
            if until_ms is None or until_ms > self._now_ms:
                stays = ("revision", "state", "waiting_since_ms", "claimed_by", "claimed_until_ms")
                return {name: getattr(row, name) for name in stays} | {"shown_revision": None, "shown_at_ms": None}
        return await self._closed(row, number, Ended.OVER)

    async def _closed(self, row: Any, number: int, why: Ended = Ended.OWNER) -> dict[str, Any]:
        """Take back what is shown, and the edit beside it; an edit that is taken back leaves what is shown."""
        if number == row.shown_revision:
            if row.revision != number and Showing(row.state) in KEPT:
                await self._close_row(row, row.revision, why)
            return {"shown_revision": None, "shown_at_ms": None}
        if row.shown_revision is not None:
            return {"revision": row.shown_revision, "state": Showing.SHOWN.value}
        return {"shown_at_ms": None}

    async def _close_row(self, row: Any, number: int, why: Ended) -> None:
        """Withdraw another revision of the same publication along with this move, as a move with its own event."""
        named = sa.and_(revisions.c.publication == row.id, revisions.c.number == number)
        values = {"state": Showing.WITHDRAWN.value, "post_at_ms": None, "why": why.value}
        await self._connection.execute(sa.update(revisions).where(named).values(values))
        await self._telling.note(row.id, "withdraw", None, why.value)

    async def _keeps_until(
        self, publication: UUID, number: int, state: Showing, shown_revision: int | None
    ) -> int | None:
        """Say until when a publication keeps its video beyond the video's own end date; None where it doesn't."""
        waits = [self._now_ms + WAITS_MOST_MS] if state in WAITING else []
        goes_out = {number} if state is Showing.APPROVED else set()
        numbers = goes_out | ({shown_revision} if shown_revision is not None else set())
        named = sa.and_(revisions.c.publication == publication, revisions.c.number.in_(numbers))
        found = (await self._connection.execute(sa.select(revisions.c.until_ms).where(named))).scalars()
        return max([*waits, *(one for one in found if one is not None)], default=None)

    async def _let_go(self, row: Any) -> None:
        """Give a video that nothing keeps any more what was left of its time, and 24 hours at least."""
        at_least_ms = self._now_ms + LEFT_LEAST_MS
        if row.ends_at_ms >= at_least_ms:
            return
        values = {
            "ends_at_ms": at_least_ms,
            "inputs_end_at_ms": sa.func.coalesce(videos.c.inputs_end_at_ms, row.ends_at_ms),
        }
        await self._connection.execute(sa.update(videos).where(videos.c.id == row.video).values(values))

    async def _tell(self, row: Any, act: Act) -> None:
        await self._telling.note(row.id, act.verb, act.actor, act.reason)
        await self._telling.tell_owner("publication", row.id, row.owner)
        if act.actor != row.owner and act.verb not in _SILENT and act.reason != Ended.UNDONE.value:
            await self._telling.tell_owner("decision", row.id, row.owner)
        await self._telling.tell_community(row.id, CommunityId(row.community))


async def mark_video(connection: AsyncConnection, video: UUID) -> None:
    """Keep in a video's row what its publications say of it: lists and sweeps over all videos look there alone."""
    own = publications.c.video == video
    kept = sa.select(sa.func.max(publications.c.keeps_until_ms)).where(own).scalar_subquery()
    shown = sa.exists().where(own, publications.c.shown_revision.is_not(None))
    named = sa.update(videos).where(videos.c.id == video)
    await connection.execute(named.values(kept_until_ms=kept, shown=shown))


async def unlist(connection: AsyncConnection, closed: Sequence[UUID]) -> None:
    """Take videos that are being erased out of queues and showcases."""
    named = sa.update(publications).where(publications.c.video.in_(closed))
    await connection.execute(named.values(waiting_since_ms=None, shown_at_ms=None))
