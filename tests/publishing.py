"""Videos that are ready, a community with members and moderators, and publications in it."""

from dataclasses import dataclass, replace
from uuid import UUID

from core.gate import Surface
from core.people import CommunityId, Identity, PersonId, Platform, Role, Viewer
from core.publications import Caption, PublicationView, Publishing
from core.publishing.propose import Proposing
from core.publishing.review import Reviewing
from core.records import Order, SealedBytes
from core.videos import (
    Asset,
    AssetId,
    AssetRole,
    Portrayed,
    PublicationId,
    Shape,
    VideoId,
    Words,
)
from tests.parts import HERE, RETENTION_MS, Parts

WORDS = Words("a quokka-like lighthouse keeper", "Lighthouse", ("quollish.png",))
ORDER = Order(WORDS.prompt, Shape.WIDE, 5, seed=3)
CAPTION = Caption("Lighthouse at noon", "A tower and the sea", ("sea", "light"), "")


@dataclass
class Town:
    """A community and its people. Roles are as the platform tells them with each event."""

    parts: Parts
    community: CommunityId
    owner: Viewer
    member: Viewer
    moderator: Viewer
    second: Viewer
    elsewhere: Viewer
    admin: Viewer

    @property
    def proposing(self) -> Proposing:
        """The use cases of owners."""
        return Proposing(self.parts.store, self.parts.clock, self.parts.ids)

    @property
    def reviewing(self) -> Reviewing:
        """The use cases of moderators."""
        return Reviewing(self.parts.store, self.parts.clock)

    async def ready(self) -> VideoId:
        """Keep a video of the owner's that is ready, with an input and what was made of it."""
        return await ready(self.parts, self.owner)

    async def draft(self, video: VideoId, caption: Caption = CAPTION) -> PublicationView:
        """Fill in what is asked for."""
        begun = await self.proposing.begin(self.owner, video, self.community, HERE)
        return await self.proposing.change(
            self.owner,
            begun.publication.id,
            begun.publication.revision,
            HERE,
            lambda proposal: replace(proposal, caption=caption, portrayed=Portrayed.NOBODY),
        )

    async def proposed(self, video: VideoId) -> PublicationView:
        """Send a draft to the moderators."""
        drafted = await self.draft(video)
        named = drafted.publication
        return await self.proposing.send(self.owner, named.id, named.revision, HERE)

    async def shown(self, video: VideoId) -> PublicationView:
        """Have it approved, and let it go out."""
        named = (await self.proposed(video)).publication
        await self.reviewing.approve(self.moderator, named.id, named.revision, HERE)
        async with self.parts.store.write() as writes:
            await writes.move_publication(named.id, named.revision, "post")
        return await self.now(named.id)

    async def now(self, publication: PublicationId) -> PublicationView:
        """See a publication as its owner does."""
        found = await self.seen(self.owner, publication, HERE)
        assert found is not None
        return found

    async def seen(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> PublicationView | None:
        """See a publication as somebody."""
        async with self.parts.store.read() as reads:
            return await reads.publication(viewer, publication, surface)

    async def choose(self, publishing: Publishing) -> None:
        """Choose what holds for publishing."""
        async with self.parts.store.write() as writes:
            await writes.choose_publishing(self.admin, self.community, publishing, HERE)


async def town_in(parts: Parts) -> Town:
    """Begin a community, and meet its people."""
    async with parts.store.write() as writes:
        home = await writes.begin_community(Platform.DEMO, "home")
        away = await writes.begin_community(Platform.DEMO, "away")
        names = ("owner", "member", "moderator", "second", "elsewhere", "admin")
        met = [await writes.meet(Identity(Platform.DEMO, name)) for name in names]
    roles = (Role.MEMBER, Role.MEMBER, Role.MODERATOR, Role.MODERATOR, Role.MODERATOR, Role.ADMIN)
    places = (home, home, home, home, away, home)
    people = [Viewer(one, {place: role}) for one, role, place in zip(met, roles, places, strict=True)]
    return Town(parts, home, *people)


async def ready(parts: Parts, viewer: Viewer) -> VideoId:
    """Keep a video that is ready, whose assets name no bytes."""
    owner = viewer.person
    assert owner is not None
    video = VideoId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_video(owner, video, ORDER, WORDS, parts.clock.now_ms() + RETENTION_MS)
        for role, media_type in _PARTS.items():
            asset = AssetId(parts.ids.new())
            part = Asset(asset, video, role, media_type, 3, 16, 9, 5_000 if role is AssetRole.OUTPUT else None)
            await writes.add_asset(part, SealedBytes(asset, b"wrapped-" + asset.bytes, b"prefix", 3))
        for verb in ("queue", "start", "finish"):
            await writes.move_video(video, verb, actor=PersonId(UUID(bytes=owner.bytes)))
    return video


_PARTS = {
    AssetRole.INPUT: "image/png",
    AssetRole.OUTPUT: "video/mp4",
    AssetRole.POSTER: "image/jpeg",
    AssetRole.PREVIEW: "video/mp4",
}
