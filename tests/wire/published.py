"""Publications of the demo's people, written behind the back of a running service by the real use cases.

Its relay finds what they wrote within two seconds, as after any crash between a commit and its waking.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bots.web.demo_place import EXTERNAL_ID
from bots.wiring.system import SystemClock, SystemIds
from core.gate import Surface
from core.people import CommunityId, Delivery, Identity, Platform, Preferences, Role, Viewer
from core.publications import Caption, PublicationView, Publishing
from core.publishing.propose import Proposing
from core.publishing.review import Reviewing
from core.publishing.withdraw import unpublish
from core.records import Order
from core.storage.database import open_database
from core.storage.keys import MasterKey
from core.storage.revocations import RevocationSequence
from core.storage.store import SqlStore
from core.storage.vault import SealedVault, open_bucket
from core.videos import Asset, AssetId, AssetRole, Audience, Portrayed, PublicationId, Shape, VideoId, Words
from tests.faults.handed import clip, photo
from tests.parts import RETENTION_MS
from tests.service import Service

HERE = Surface.CHAT_PRIVATE
CAPTION = Caption("Lighthouse at noon", "A tower and the sea", ("sea", "light"), "")
ORDER = Order("words that nobody else reads", Shape.WIDE, 3, seed=3)


WIDTH_PX, HEIGHT_PX, DURATION_MS = 320, 180, 2_000
CLIP, STILL = clip()[1], photo(1)[1]


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 65_536):
        yield content[start : start + 65_536]


@dataclass(frozen=True)
class Published:
    """The demo's community, and what its people do in it."""

    store: SqlStore
    vault: SealedVault
    clock: SystemClock
    ids: SystemIds
    community: CommunityId
    owner: Viewer
    moderator: Viewer
    second: Viewer

    @property
    def reviewing(self) -> Reviewing:
        """What moderators do."""
        return Reviewing(self.store, self.clock)

    async def ready(self, output: bytes = CLIP) -> VideoId:
        """Keep a video of the owner's that is ready, with a clip and a still picture, sealed."""
        video, owner = VideoId(self.ids.new()), self.owner.person
        assert owner is not None
        parts = ((AssetRole.OUTPUT, "video/mp4", output), (AssetRole.POSTER, "image/jpeg", STILL))
        made = [(AssetId(self.ids.new()), *part) for part in parts]
        sealed = {one: await self.vault.seal(one, _pieces(content), len(content)) for one, _, _, content in made}
        async with self.store.write() as writes:
            await writes.add_video(owner, video, ORDER, Words(ORDER.prompt), self.clock.now_ms() + RETENTION_MS)
            for one, role, media_type, content in made:
                await writes.add_asset(
                    Asset(one, video, role, media_type, len(content), WIDTH_PX, HEIGHT_PX, DURATION_MS), sealed[one]
                )
            for verb in ("queue", "start", "finish"):
                await writes.move_video(video, verb, actor=owner)
        return video

    async def by(self, identity: Identity) -> "Published":
        """Give the same place, with somebody of another platform as the owner, who wants links."""
        async with self.store.write() as writes:
            person = await writes.meet(identity)
            await writes.prefer(Viewer(person), Preferences(delivery=Delivery.LINK))
        return replace(self, owner=Viewer(person, {self.community: Role.MEMBER}))

    async def newest(self) -> VideoId:
        """Name the video that the owner asked for last."""
        async with self.store.read() as reads:
            (found,) = await reads.videos(self.owner, limit=1)
        return found.video.id

    async def proposed(
        self, video: VideoId, caption: Caption = CAPTION, audience: Audience = Audience.COMMUNITY
    ) -> PublicationView:
        """Send a video to the moderators."""
        proposing = Proposing(self.store, self.clock, self.ids)
        begun = (await proposing.begin(self.owner, video, self.community, HERE)).publication
        await proposing.change(
            self.owner,
            begun.id,
            begun.revision,
            HERE,
            lambda before: replace(before, caption=caption, audience=audience, portrayed=Portrayed.NOBODY),
        )
        return await proposing.send(self.owner, begun.id, begun.revision, HERE)

    async def shown(
        self, video: VideoId, caption: Caption = CAPTION, audience: Audience = Audience.COMMUNITY
    ) -> PublicationView:
        """Have it approved, and let it go out at once."""
        named = (await self.proposed(video, caption, audience)).publication
        await self.reviewing.approve(self.moderator, named.id, named.revision, HERE)
        async with self.store.write() as writes:
            await writes.move_publication(named.id, named.revision, "post")
        return await self.now(named.id)

    async def now(self, publication: PublicationId) -> PublicationView:
        """See a publication as its owner does."""
        async with self.store.read() as reads:
            found = await reads.publication(self.owner, publication, HERE)
        assert found is not None
        return found

    async def unpublish(self, video: VideoId) -> None:
        """Take it back everywhere."""
        await unpublish(self.owner, video, HERE, store=self.store)

    async def choose(self, publishing: Publishing) -> None:
        """Choose what holds for publishing."""
        admin = Viewer(self.moderator.person, {self.community: Role.ADMIN})
        async with self.store.write() as writes:
            await writes.choose_publishing(admin, self.community, publishing, HERE)

    async def address(self) -> str:
        """Give the community's name in web addresses."""
        video = await self.ready()
        feed = await self.store.ledger.feed((await self.proposed(video)).publication.id)
        assert feed is not None
        return feed.community_slug


@asynccontextmanager
async def publishing_in(service: Service) -> AsyncIterator[Published]:
    """Open the database of a running service, as another process of the same account could."""
    clock, ids = SystemClock(), SystemIds()
    key = MasterKey.load(service.folder / "keys" / "master.key", service.data_dir)
    database = open_database(service.data_dir / "hushreel.db")
    try:
        store = SqlStore(database, key, clock, ids)
        revocations = RevocationSequence(service.folder / "of-the-test.log")
        vault = SealedVault(open_bucket(service.data_dir / "blobs"), key, store.ledger, revocations)
        async with store.write() as writes:
            community = await writes.begin_community(Platform.DEMO, EXTERNAL_ID)
            met = [await writes.meet(Identity(Platform.DEMO, name)) for name in ("owner", "moderator", "second")]
        roles = (Role.MEMBER, Role.MODERATOR, Role.MODERATOR)
        people = [Viewer(one, {community: role}) for one, role in zip(met, roles, strict=True)]
        published = Published(store, vault, clock, ids, community, *people)
        await published.choose(Publishing(quota=10_000, world=True))
        yield published
    finally:
        await database.close()
