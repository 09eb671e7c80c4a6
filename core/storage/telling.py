"""What a transaction leaves behind beside its change: events, and outbox rows for those who have to know."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import NotAllowed
from core.grants import SHARED
from core.people import OPERATOR, CommunityId, PersonId, Platform
from core.ports import Clock, Ids
from core.publications import DECIDED
from core.storage.rows import GRANTEE
from core.storage.tables import cases, communities, events, grants, identities, outbox, posted, publications, videos
from core.videos import VideoId

SURFACES = {Platform.DEMO.value: "web", Platform.DISCORD.value: "discord", Platform.TELEGRAM.value: "telegram"}
"""The surface that each platform's outbox rows are for."""

SHOWING_KINDS = ("feed", "review")
"""What a community's channels are told of a publication by: look again what is so now."""


_MODERATES = DECIDED | {
    "claim",
    "look",
    "choose",
    "choose_publishing",
    "pause",
    "resume",
    "ban",
    "unban",
    "uphold",
    "dismiss",
}
"""What is an act of a community's moderators, its admins among them."""

_OF_VIDEOS = frozenset({"video", "receipt"})
"""Kinds of outbox rows about a video's cards, which others may have too."""


class Telling:
    """Events and outbox rows of one transaction."""

    def __init__(self, connection: AsyncConnection, clock: Clock, ids: Ids, gone: set[UUID]) -> None:
        """Write through `connection`, and nothing in the name of who is `gone`."""
        self._connection = connection
        self._clock = clock
        self._ids = ids
        self.gone = gone
        self.told = False
        """Whether something was written to the outbox."""

    async def note(self, subject: UUID, verb: str, actor: PersonId | None, reason: str = "") -> None:
        """Write an event: ids and codes, never words. Raises as `check_there` does."""
        self.check_there(actor)
        values = {"subject": subject, "verb": verb, "actor": actor, "reason": reason, "at_ms": self._clock.now_ms()}
        await self._connection.execute(sa.insert(events).values(values))
        if verb in _MODERATES and actor not in {None, OPERATOR}:
            await self._note_active(subject)

    def check_there(self, person: UUID | None) -> None:
        """Raise NotAllowed("account_erased") for somebody who was erased while they were being answered."""
        if person in self.gone:
            raise NotAllowed("account_erased")

    async def _note_active(self, subject: UUID) -> None:
        """Keep in a community's row that somebody moderated it now, by what they did there."""
        of_publication = sa.select(publications.c.community).where(publications.c.id == subject)
        of_case = sa.select(cases.c.community).where(cases.c.id == subject)
        named = sa.or_(
            communities.c.id == subject,
            communities.c.id == of_publication.scalar_subquery(),
            communities.c.id == of_case.scalar_subquery(),
        )
        values = {"active_at_ms": self._clock.now_ms(), "idle_told": False}
        await self._connection.execute(sa.update(communities).where(named).values(values))

    async def tell(self, surface: str, kind: str, subject: UUID, person: PersonId | None = None) -> None:
        """Write an outbox row."""
        values = {"id": self._ids.new(), "surface": surface, "kind": kind, "subject": subject, "person": person}
        await self._connection.execute(sa.insert(outbox).values(values))
        self.told = True

    async def note_all(self, subjects: Sequence[UUID], verb: str, reason: str) -> None:
        """Write the same event, of nobody's, for each of several subjects."""
        now_ms = self._clock.now_ms()
        same = {"verb": verb, "actor": None, "reason": reason, "at_ms": now_ms}
        if subjects:
            await self._connection.execute(sa.insert(events), [same | {"subject": one} for one in subjects])

    async def tell_all(self, surface: str, kind: str, subjects: Sequence[UUID]) -> None:
        """Write the same outbox row, to nobody in person, for each of several subjects."""
        await self._tell_each([(surface, kind, one, None) for one in subjects])

    async def _tell_each(self, told: Sequence[tuple[str, str, UUID, PersonId | None]]) -> None:
        names = ("surface", "kind", "subject", "person")
        rows = [dict(zip(names, one, strict=True)) | {"id": self._ids.new()} for one in told]
        if rows:
            await self._connection.execute(sa.insert(outbox), rows)
            self.told = True

    async def tell_readers(self, owners: Sequence[PersonId]) -> None:
        """Have the cards drawn anew that others have of all videos of some owners."""
        others = posted.c.person.not_in(owners)
        shown = sa.select(posted.c.video).join(videos, videos.c.id == posted.c.video)
        given = sa.select(grants.c.video).join(videos, videos.c.id == grants.c.video)
        named = sa.union(shown.where(videos.c.owner.in_(owners), others), given.where(videos.c.owner.in_(owners)))
        for video in sorted((await self._connection.execute(named)).scalars().all()):
            await self._tell_others(video, owners[0])

    async def tell_owner(self, kind: str, subject: UUID, owner: PersonId) -> None:
        """Write an outbox row for each platform that the owner has an identity on."""
        query = sa.select(identities.c.platform).where(identities.c.person == owner).distinct()
        for platform in sorted((await self._connection.execute(query)).scalars()):
            await self.tell(SURFACES[platform], kind, subject, owner)
        if kind in _OF_VIDEOS:
            await self._tell_others(subject, owner)

    async def tell_owners(self, kind: str, owned: Mapping[VideoId, PersonId]) -> None:
        """Do what `tell_owner` does for several videos, each with its owner, in few statements."""
        query = sa.select(identities.c.person, identities.c.platform).distinct()
        query = query.where(identities.c.person.in_(set(owned.values())))
        platforms = defaultdict(list)
        for person, platform in (await self._connection.execute(query)).all():
            platforms[person].append(platform)
        told = [(SURFACES[one], kind, video, who) for video, who in owned.items() for one in sorted(platforms[who])]
        await self._tell_each(told)
        if kind in _OF_VIDEOS:
            for video in await self._with_readers(owned):
                await self._tell_others(video, owned[video])

    async def _with_readers(self, owned: Mapping[VideoId, PersonId]) -> Sequence[VideoId]:
        """Name those of some videos that anybody but their owner has a card of, or was given."""
        shown = sa.select(posted.c.video, posted.c.person).where(posted.c.video.in_(owned))
        given = sa.select(grants.c.video, grants.c.person).where(grants.c.video.in_(owned))
        rows = (await self._connection.execute(sa.union(shown, given))).all()
        return sorted({row.video for row in rows if row.person != owned[row.video]})

    async def tell_reader(self, kind: str, video: UUID, reader: PersonId) -> None:
        """Write an outbox row for each platform where somebody may have a card of another person's video."""
        shown = sa.select(posted.c.platform).where(posted.c.video == video, posted.c.person == reader)
        demo = sa.select(identities.c.platform).where(
            identities.c.person == reader, identities.c.platform == Platform.DEMO.value
        )
        for platform in sorted((await self._connection.execute(sa.union(shown, demo))).scalars()):
            await self.tell(SURFACES[platform], kind, video, reader)

    async def _tell_others(self, video: UUID, owner: PersonId) -> None:
        """Have the cards of a video drawn anew that others have of it."""
        shown = sa.select(posted.c.person).where(posted.c.video == video, posted.c.person != owner)
        given = sa.select(GRANTEE.label("person")).where(grants.c.video == video)
        for reader in sorted(set((await self._connection.execute(sa.union(shown, given))).scalars()) - {owner}):
            await self.tell_reader(SHARED, video, PersonId(reader))

    async def tell_community(self, publication: UUID, community: CommunityId) -> None:
        """Have a community's own channels show what is so now of a publication."""
        query = sa.select(communities.c.platform).where(communities.c.id == community)
        platform = (await self._connection.execute(query)).scalar_one_or_none()
        if platform is not None:
            for kind in SHOWING_KINDS:
                await self.tell(SURFACES[platform], kind, publication)

    async def tell_communities(self, about: Sequence[VideoId]) -> None:
        """Have every community's channels show what is so now of some videos."""
        query = sa.select(publications.c.id, communities.c.platform)
        query = query.join(communities, communities.c.id == publications.c.community)
        query = query.where(publications.c.video.in_(about)).order_by(publications.c.id)
        shown = (await self._connection.execute(query)).all()
        await self._tell_each([(SURFACES[one.platform], kind, one.id, None) for one in shown for kind in SHOWING_KINDS])
