"""What the doors and the ledger do with communities."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.communities import (
    Arrival,
    Choices,
    Community,
    Customs,
    Loss,
    Opening,
    Place,
    Spot,
)
from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Action, Ground, Surface, may_on
from core.people import CommunityId, Identity, PersonId, Platform, Viewer
from core.ports import Clock, Ids
from core.storage.banning import is_banned
from core.storage.database import Database
from core.storage.hosting import (
    arrival_of,
    at,
    begin_community,
    communities_where,
    community_where,
    end_communities,
    identity_of,
    keep_choices,
    keep_losses,
    keep_moderators,
    move_begun,
    move_community,
    move_places,
    told_losses,
)
from core.storage.moving import state_of
from core.storage.opening import are_over, drop_opening, drop_openings_into, end_openings, keep_opening, opening_of
from core.storage.tables import communities, videos
from core.storage.telling import SURFACES, Telling
from core.storage.words import Wraps
from core.videos import Making, Portrayed, VideoId

_UNSAID = (Portrayed.UNSAID.value, Portrayed.OWN.value)


class CommunityReads:
    """The reading door's part that is about communities: each passes the gate before it leaves."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def arrival(self, identity: Identity, place: Place | None) -> Arrival:
        """Give all that is known of somebody who speaks, at one go."""
        found = await arrival_of(self._connection, identity, place)
        if found.community is None:
            return found
        now_ms = self._clock.now_ms()
        banned = await is_banned(self._connection, [identity], found.community, self._master_key, now_ms)
        return replace(found, banned=banned)

    async def community(self, viewer: Viewer, community: CommunityId, surface: Surface) -> Community:
        """Give what is chosen, to whom may choose. Raises NotFound("community_not_found"), NotAllowed otherwise."""
        ground = Ground(community)
        if not may_on(viewer, Action.FIND, ground, surface).allowed:
            raise NotFound("community_not_found")
        leave = may_on(viewer, Action.CONFIGURE, ground, surface)
        if not leave.allowed:
            raise NotAllowed("not_admin")
        found = await community_where(self._connection, communities.c.id == community)
        if found is None:
            raise NotFound("community_not_found")
        return found

    async def community_named(self, slug: str) -> CommunityId | None:
        """Give the community that a web address names, while its admins let it show to anyone; None otherwise."""
        open_now = sa.and_(communities.c.world, communities.c.ended_at_ms.is_(None))
        query = sa.select(communities.c.id).where(communities.c.slug == slug, open_now)
        found = (await self._connection.execute(query)).scalar_one_or_none()
        return None if found is None else CommunityId(found)

    async def address_of(self, viewer: Viewer, community: CommunityId, surface: Surface) -> str:
        """Give a community's name in web addresses, to its members; "" for others and for one that has ended."""
        if not may_on(viewer, Action.FIND, Ground(community), surface).allowed:
            return ""
        named = sa.and_(communities.c.id == community, communities.c.ended_at_ms.is_(None))
        query = sa.select(communities.c.slug).where(named)
        return (await self._connection.execute(query)).scalar_one_or_none() or ""

    async def customs(self, viewer: Viewer, community: CommunityId, surface: Surface) -> Customs:
        """Give what holds for members, to members; to everybody else what holds where nothing is chosen."""
        if not may_on(viewer, Action.FIND, Ground(community), surface).allowed:
            return Customs()
        found = await community_where(self._connection, communities.c.id == community)
        return found.choices.customs if found else Customs()


class CommunityWrites(CommunityReads):
    """The writing door's part that is about communities."""

    _telling: Telling
    _ids: Ids
    _clock: Clock

    async def begin_community(self, platform: Platform, external_id: str) -> CommunityId:
        """Give the community of a server or group that we are in, and begin it at the first time."""
        found = await community_where(self._connection, at(platform, external_id))
        if found is not None:
            return found.id
        new = Community(CommunityId(self._ids.new()), platform, external_id, self._clock.now_ms())
        await begin_community(self._connection, new, self._ids.token())
        await self._telling.note(new.id, "begin_community", None)
        return new.id

    async def end_communities(self, platform: Platform, external_ids: Collection[str]) -> int:
        """End communities: their choices and the platform's ids go at once. Gives how many there were."""
        ended = await end_communities(self._connection, platform, external_ids, self._clock.now_ms())
        for community in ended:
            await drop_openings_into(self._connection, community)
            await self._telling.note(community, "end_community", None)
        return len(ended)

    async def move_community(self, platform: Platform, old: str, new: str) -> None:
        """Follow a group that has another id now: as a community, and wherever it is a chosen place.

        Under the new id a community may have begun already; what was chosen counts more than what came first.
        """
        found = await community_where(self._connection, at(platform, old))
        fresh = await community_where(self._connection, at(platform, new))
        if found is not None and fresh is not None:
            stays, ends = (found, fresh) if fresh.set_up_by is None else (fresh, found)
            await move_begun(self._connection, [ends.id], stays.id)
            await self.end_communities(platform, {new if fresh.set_up_by is None else old})
        if found is not None and (fresh is None or fresh.set_up_by is None):
            await move_community(self._connection, found, new)
            await self._telling.note(found.id, "move_community", None)
        await move_places(self._connection, platform, old, new)

    async def keep_opening(self, opening: Opening) -> None:
        """Keep which community a private chat is about, in place of any other; those that are over go."""
        await keep_opening(self._connection, opening, self._clock.now_ms())

    async def close_opening(self, identity: Identity) -> None:
        """Forget which community a private chat is about."""
        await drop_opening(self._connection, identity)

    async def choose(self, viewer: Viewer, community: CommunityId, choices: Choices, surface: Surface) -> None:
        """Keep what an admin chose, with its event. Raises as `community` does."""
        found = await self.community(viewer, community, surface)
        await keep_choices(self._connection, community, choices, viewer.person)
        await self._telling.note(community, "choose", viewer.person)
        if (choices.showcase, choices.review) != (found.choices.showcase, found.choices.review):
            await self._telling.tell(SURFACES[found.platform.value], "places", community)

    async def lose_spots(self, community: CommunityId, lost: Sequence[tuple[Spot, Loss]]) -> None:
        """Empty chosen places that went away, and leave one notice for its admins; nothing else is lost."""
        found = await community_where(self._connection, communities.c.id == community)
        gone = [(spot, loss) for spot, loss in lost if found and found.choices.at(spot) is not None]
        if found is None or not gone:
            return
        await keep_losses(self._connection, found, gone)
        for spot, loss in gone:
            await self._telling.note(community, f"lose_{spot.value}", None, loss.value)
        await self._telling.tell(SURFACES[found.platform.value], "notice", community)

    async def lose_moderator(self, platform: Platform, external_id: str, moderator: str) -> None:
        """Take a role that is gone out of a community's moderators."""
        found = await community_where(self._connection, at(platform, external_id))
        if found is not None and moderator in found.choices.moderators:
            await keep_moderators(self._connection, found, found.choices.without(moderator).moderators)
            await self._telling.note(found.id, "lose_moderator", None)

    async def told_losses(self, community: CommunityId) -> None:
        """Note that an admin was told what was lost."""
        await told_losses(self._connection, community)


class PortrayedWrites:
    """The writing door's part that is about who is in pictures that somebody else posted."""

    _connection: AsyncConnection
    _telling: Telling

    async def keep_portrayed(self, video: VideoId, portrayed: Portrayed) -> None:
        """Keep what is known, with a new video."""
        kept = sa.update(videos).where(videos.c.id == video).values(portrayed=portrayed.value)
        await self._connection.execute(kept)

    async def say_portrayed(self, video: VideoId, portrayed: Portrayed, *, actor: PersonId) -> None:
        """Keep what the owner says. Raises LostRace("video_moved_on", state) unless it is a draft that lacks it."""
        lacking = sa.and_(videos.c.portrayed.in_(_UNSAID), videos.c.state == Making.ASKED.value)
        said = sa.update(videos).where(videos.c.id == video, lacking).values(portrayed=portrayed.value)
        owner = (await self._connection.execute(said.returning(videos.c.owner))).scalar_one_or_none()
        if owner is None:
            state = await state_of(self._connection, video)
            raise LostRace("video_moved_on", state=state.value if state else "gone")
        await self._telling.note(video, "say_portrayed", actor, portrayed.value)
        await self._telling.tell_owner("video", video, owner)


class KnownCommunities:
    """The ledger's part that is about communities; each call is a transaction of its own."""

    _database: Database
    _clock: Clock

    async def communities(self, platform: Platform) -> Sequence[Community]:
        """Give all communities that we are in on a platform."""
        async with self._database.reading() as connection:
            return await communities_where(connection, communities.c.platform == platform.value)

    async def community_at(self, platform: Platform, external_id: str) -> Community | None:
        """Give the community of a server or group; None where there is none."""
        async with self._database.reading() as connection:
            return await community_where(connection, at(platform, external_id))

    async def communities_choosing(self, platform: Platform, place: str) -> Sequence[Community]:
        """Give the communities for which a place is chosen; on Telegram a place may be chosen for several."""
        chosen = sa.or_(*(communities.c[spot.value] == place for spot in Spot))
        async with self._database.reading() as connection:
            return await communities_where(connection, communities.c.platform == platform.value, chosen)

    async def community(self, community: CommunityId) -> Community | None:
        """Give a community; None when it has ended."""
        async with self._database.reading() as connection:
            return await community_where(connection, communities.c.id == community)

    async def opening(self, identity: Identity) -> Opening | None:
        """Give which community somebody's private chat is about now."""
        async with self._database.reading() as connection:
            return await opening_of(connection, identity, self._clock.now_ms())

    async def end_openings(self) -> int:
        """Drop every opening that is over; gives how many. Writes only where there is one."""
        now_ms = self._clock.now_ms()
        async with self._database.reading() as connection:
            if not await are_over(connection, now_ms):
                return 0
        async with self._database.writing() as connection:
            return await end_openings(connection, now_ms)

    async def identity_of(self, person: PersonId, platform: Platform) -> Identity | None:
        """Give somebody's account on a platform, to write to them."""
        async with self._database.reading() as connection:
            return await identity_of(connection, person, platform)
