"""What the writing door does with publications, holds and bans."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Action, Ground, Surface, may_on
from core.oversight import RESTORED
from core.people import CommunityId, PersonId, Viewer
from core.ports import Clock, Ids
from core.publications import Proposal, Publishing
from core.storage.banning import accounts_of, drop_bans, keep_bans
from core.storage.captions import seal_caption
from core.storage.granting import NOTED_AGAIN_MS
from core.storage.restoredholds import is_held_since_restore
from core.storage.revising import WAITING, Act, Revising, mark_video
from core.storage.showing import PublicationReads
from core.storage.tables import cases, communities, events, publications, revisions, videos
from core.storage.telling import Telling
from core.storage.words import Wraps
from core.videos import Making, Publication, PublicationId, Showing, VideoId


class PublicationWrites(PublicationReads):
    """The writing door's part that is about publications."""

    _connection: AsyncConnection
    _telling: Telling
    _master_key: Wraps
    _clock: Clock
    _ids: Ids

    @property
    def _revising(self) -> Revising:
        return Revising(self._connection, self._telling, self._master_key, self._clock.now_ms())

    async def add_publication(self, publication: Publication, proposal: Proposal | None = None) -> None:
        """Keep a new publication with its first revision, under a random name for its link."""
        values = asdict(publication) | {"audience": publication.audience.value, "state": publication.state.value}
        shown_at_ms = self._clock.now_ms() if publication.shown_revision is not None else None
        waits = {"waiting_since_ms": self._clock.now_ms()} if publication.state in WAITING else {}
        names = {"slug": self._ids.token(), "shown_at_ms": shown_at_ms}
        await self._connection.execute(sa.insert(publications).values(values | names | waits))
        first = proposal or Proposal(audience=publication.audience)
        row = {"publication": publication.id, "number": publication.revision, "state": publication.state.value}
        row |= _columns(first, (publication.id, publication.revision), self._master_key)
        await self._connection.execute(sa.insert(revisions).values(row))
        await mark_video(self._connection, publication.video)

    async def propose(self, publication: PublicationId, revision: int, proposal: Proposal) -> None:
        """Keep another proposal for a draft. Raises LostRace("publication_moved_on", state)."""
        row = await self._revising.row(publication)
        if (row.revision, row.state) != (revision, Showing.DRAFT.value):
            raise LostRace("publication_moved_on", state=row.state)
        named = sa.and_(revisions.c.publication == publication, revisions.c.number == revision)
        values = _columns(proposal, (publication, revision), self._master_key)
        await self._connection.execute(sa.update(revisions).where(named).values(values))
        if row.shown_revision is None:
            audience = sa.update(publications).where(publications.c.id == publication)
            await self._connection.execute(audience.values(audience=proposal.audience.value))
        await self._telling.note(publication, "change_proposal", PersonId(row.owner))

    async def revise(self, publication: PublicationId, revision: int, *, actor: PersonId) -> int:
        """Begin a new draft beside what is shown, which stays as approved; gives its number. Raises LostRace."""
        return await self._revising.revise(publication, revision, actor)

    async def move_publication(
        self,
        publication: PublicationId,
        revision: int,
        verb: str,
        *,
        actor: PersonId | None = None,
        reason: str = "",
        note: str = "",
    ) -> Showing:
        """Make one move of SHOWING_MOVES on a revision, with its event and its outbox rows.

        Raises LostRace("publication_moved_on", state), NotAllowed: held, banned.
        """
        return await self._revising.move(publication, revision, Act(verb, actor, reason, note))

    async def claim_publication(
        self, publication: PublicationId, revision: int, moderator: PersonId, until_ms: int
    ) -> None:
        """Take a waiting revision for one moderator. Raises NotAllowed("claimed", until_ms), LostRace."""
        now_ms = self._clock.now_ms()
        free = sa.or_(
            publications.c.claimed_by.is_(None),
            publications.c.claimed_by == moderator,
            publications.c.claimed_until_ms <= now_ms,
        )
        named = sa.and_(publications.c.id == publication, publications.c.revision == revision)
        waits = publications.c.state.in_([state.value for state in WAITING])
        claimed = sa.update(publications).where(named, waits, free)
        values = {"claimed_by": moderator, "claimed_until_ms": until_ms}
        if (await self._connection.execute(claimed.values(values))).rowcount:
            await self._telling.note(publication, "claim", moderator)
            return
        row = await self._revising.row(publication)
        if (row.revision, row.waiting_since_ms is None) != (revision, False):
            raise LostRace("publication_moved_on", state=row.state)
        raise NotAllowed("claimed", until_ms=row.claimed_until_ms)

    async def release_publication(self, publication: PublicationId, moderator: PersonId) -> None:
        """Give back what a moderator took; what isn't theirs stays."""
        theirs = sa.and_(publications.c.id == publication, publications.c.claimed_by == moderator)
        values = {"claimed_by": None, "claimed_until_ms": None}
        await self._connection.execute(sa.update(publications).where(theirs).values(values))

    async def note_look(self, seen: PublicationId | VideoId, *, moderator: PersonId) -> None:
        """Note that a moderator opened what is to be decided, unless that was noted within ten minutes."""
        same = sa.and_(events.c.subject == seen, events.c.verb == "look", events.c.actor == moderator)
        lately = sa.select(events.c.sequence).where(same, events.c.at_ms > self._clock.now_ms() - NOTED_AGAIN_MS)
        if (await self._connection.execute(lately.limit(1))).first() is None:
            await self._telling.note(seen, "look", moderator)

    async def hold_video(self, video: VideoId, *, on: bool, actor: PersonId | None, reason: str = "") -> bool:
        """Close the gate to all but the owner and the case's reviewers, or open it again; says whether it changed.

        Raises NotAllowed for opening: case_holds for what a case keeps closed, restore_holds for what a restore does.
        """
        if not on and await self._is_held_by_case(video):
            raise NotAllowed("case_holds")
        if not on and await is_held_since_restore(self._connection, video):
            raise NotAllowed("restore_holds")
        named = sa.and_(videos.c.id == video, videos.c.state != Making.ERASING.value, videos.c.hold != on)
        held = sa.update(videos).where(named).values(hold=on).returning(videos.c.owner)
        owner = (await self._connection.execute(held)).scalar_one_or_none()
        if owner is None:
            return False
        await self._telling.note(video, "hold" if on else "lift", actor, reason)
        await self._telling.tell_owner("video", video, owner)
        await self._telling.tell_communities([video])
        return True

    async def hold_restored(self, video: VideoId) -> bool:
        """Put a video on hold that came back without the record of what was erased; says whether it is there."""
        await self.hold_video(video, on=True, actor=None, reason=RESTORED)
        if await is_held_since_restore(self._connection, video):
            return True
        there = sa.select(videos.c.id).where(videos.c.id == video, videos.c.hold)
        if (await self._connection.execute(there)).first() is None:
            return False
        await self._telling.note(video, "hold", None, RESTORED)
        return True

    async def lift_restored(self, video: VideoId, *, actor: PersonId) -> bool:
        """Lift such a hold; says whether there was one. What a report or a moderator keeps closed stays so."""
        if not await is_held_since_restore(self._connection, video):
            return False
        await self._telling.note(video, "lift", actor, RESTORED)
        reported = sa.select(publications.c.id).where(publications.c.video == video, publications.c.reported)
        if (await self._connection.execute(reported.limit(1))).first() is None and not await self._is_held_by_case(
            video
        ):
            named = sa.update(videos).where(videos.c.id == video, videos.c.hold).values(hold=False)
            owner = (await self._connection.execute(named.returning(videos.c.owner))).scalar_one_or_none()
            if owner is not None:
                await self._telling.tell_owner("video", video, owner)
                await self._telling.tell_communities([video])
        return True

    async def _is_held_by_case(self, video: UUID) -> bool:
        query = sa.select(cases.c.id).where(cases.c.video == video, cases.c.holds).limit(1)
        return (await self._connection.execute(query)).first() is not None

    async def reopen(self, publication: PublicationId, revision: int, *, actor: PersonId) -> int:
        """Withdraw an approved revision, and begin a draft that says the same; gives its number. Raises LostRace."""
        return await self._revising.reopen(publication, revision, actor)

    async def author(self, publication: PublicationId) -> PersonId:
        """Give whose video it is, to keep a ban; for no reply. Raises LostRace for a miss."""
        return PersonId((await self._revising.row(publication)).owner)

    async def proposed_since(self, viewer: Viewer, community: CommunityId, since_ms: int) -> int:
        """Count what the viewer proposed or showed in a community since a time."""
        query = (
            sa.select(sa.func.count())
            .select_from(revisions.join(publications).join(videos))
            .where(videos.c.owner == viewer.person, publications.c.community == community)
            .where(revisions.c.proposed_at_ms >= since_ms)
        )
        return int((await self._connection.execute(query)).scalar_one())

    async def choose_publishing(
        self, viewer: Viewer, community: CommunityId, publishing: Publishing, surface: Surface
    ) -> None:
        """Keep what an admin chose for publishing, with its event. Raises NotFound, NotAllowed("not_admin")."""
        ground = Ground(community)
        if not may_on(viewer, Action.FIND, ground, surface).allowed:
            raise NotFound("community_not_found")
        if not may_on(viewer, Action.CONFIGURE, ground, surface).allowed:
            raise NotAllowed("not_admin")
        chosen = {name: value for name, value in asdict(publishing).items() if name != "idle"}
        await self._keep_publishing(viewer, community, chosen, "choose_publishing")

    async def pause_publishing(self, viewer: Viewer, community: CommunityId, *, paused: bool, surface: Surface) -> None:
        """Stop new publishing, or let it go on: moderators may. Raises NotFound, NotAllowed("not_moderator")."""
        ground = Ground(community)
        if not may_on(viewer, Action.FIND, ground, surface).allowed:
            raise NotFound("community_not_found")
        if not may_on(viewer, Action.DECIDE, ground, surface).allowed:
            raise NotAllowed("not_moderator")
        await self._keep_publishing(viewer, community, {"paused": paused}, "pause" if paused else "resume")

    async def _keep_publishing(self, viewer: Viewer, community: CommunityId, values: dict[str, Any], verb: str) -> None:
        named = sa.and_(communities.c.id == community, communities.c.ended_at_ms.is_(None))
        if not (await self._connection.execute(sa.update(communities).where(named).values(values))).rowcount:
            raise NotFound("community_not_found")
        await self._telling.note(community, verb, viewer.person)

    async def ban(self, community: CommunityId, person: PersonId, until_ms: int, *, actor: PersonId) -> None:
        """Keep keyed tokens of all accounts of somebody: they count until a time, whatever becomes of the person."""
        accounts = await accounts_of(self._connection, person)
        await keep_bans(self._connection, accounts, community, until_ms, self._master_key)
        await self._telling.note(community, "ban", actor)

    async def unban(self, community: CommunityId, person: PersonId, *, actor: PersonId) -> bool:
        """Take the bans of somebody's accounts away; says whether there was one."""
        accounts = await accounts_of(self._connection, person)
        if not await drop_bans(self._connection, accounts, community, self._master_key):
            return False
        await self._telling.note(community, "unban", actor)
        return True


def _columns(proposal: Proposal, named: tuple[UUID, int], master_key: Wraps) -> dict[str, Any]:
    sealed = seal_caption(proposal.caption, "", named, master_key)
    return sealed | {
        "audience": proposal.audience.value,
        "portrayed": proposal.portrayed.value,
        "until_ms": proposal.until_ms,
    }
