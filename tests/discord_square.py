"""A club on our own Discord with a showcase and a review channel, where Ada publishes and moderators decide."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bots.discord_bot.posted import HERE
from core.communities import Spot
from core.erasure.erase import request
from core.gate import Surface
from core.hosting.choose import choose_moderators, choose_spot
from core.people import CommunityId, Identity, Role, Viewer
from core.publications import Caption, Proposal, PublicationView, Publishing
from core.publishing.propose import Proposing
from core.publishing.review import Reviewing
from core.videos import Audience, Portrayed, PublicationId, VideoId
from tests.discord_story import WITHIN_S, Story, told_in
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.places import Channel
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.fakes.tiny import Pictured

SEEN = Surface.CHAT_PRIVATE
CAPTION = Caption("Lighthouse at noon", "A tower and the sea", ("sea",), "Ada of the sea")


@dataclass
class Square:
    """The club, its channels, and who is who in it."""

    story: Story
    showcase: Channel
    review: Channel
    mod: Person
    community: CommunityId
    owner: Viewer
    moderator: Viewer
    admin: Viewer

    @property
    def proposing(self) -> Proposing:
        """The use cases of owners."""
        house = self.story.running.house
        return Proposing(house.store, house.clock, house.ids)

    @property
    def reviewing(self) -> Reviewing:
        """The use cases of moderators."""
        house = self.story.running.house
        return Reviewing(house.store, house.clock)

    async def proposed(
        self, video: VideoId, caption: Caption = CAPTION, audience: Audience = Audience.COMMUNITY
    ) -> PublicationView:
        """Ask for a video of Ada's to be shown."""
        begun = (await self.proposing.begin(self.owner, video, self.community, SEEN)).publication

        def filled(one: Proposal) -> Proposal:
            return replace(one, caption=caption, portrayed=Portrayed.NOBODY, audience=audience)

        await self.proposing.change(self.owner, begun.id, begun.revision, SEEN, filled)
        return await self.proposing.send(self.owner, begun.id, begun.revision, SEEN)

    async def approve(self, view: PublicationView) -> None:
        """Have a moderator approve what waits, and let it go out at once."""
        named = view.publication
        await self.reviewing.approve(self.moderator, named.id, named.revision, SEEN)
        async with self.story.running.house.store.write() as writes:
            await writes.move_publication(named.id, named.revision, "post")

    async def shown(self, video: VideoId, caption: Caption = CAPTION) -> tuple[PublicationView, Message]:
        """Have a video shown, and give its post with the video in it."""
        view = await self.proposed(video, caption)
        await self.approve(view)
        return view, await self.post()

    async def post(self) -> Message:
        """Wait for a post with a video in it."""
        return await self.filled(self.showcase)

    async def filled(self, channel: Channel) -> Message:
        """Wait for a message with a file in a channel."""
        world = self.story.fake.world
        await world.until(lambda: any(one.files for one in self.there(channel)), WITHIN_S, "a file")
        return next(one for one in self.there(channel) if one.files)

    async def empty(self, channel: Channel) -> None:
        """Wait until nothing of ours is in a channel."""
        await self.story.fake.world.until(lambda: not self.there(channel), WITHIN_S, "an empty channel")

    def there(self, channel: Channel) -> Sequence[Message]:
        """Give the bot's messages in a channel."""
        return [one for one in self.ever(channel) if one.deleted_ms is None]

    def ever(self, channel: Channel) -> Sequence[Message]:
        """Give all messages of the bot that ever were in a channel, answers to one person alone apart."""
        found = [one for one in self.story.fake.seen.messages if one.channel is channel and one.author.bot]
        return [one for one in found if not one.ephemeral]

    async def now(self, publication: PublicationId) -> PublicationView:
        """See a publication as its owner does."""
        async with self.story.running.house.store.read() as reads:
            found = await reads.publication(self.owner, publication, SEEN)
        assert found is not None
        return found

    async def choose(self, spot: Spot, channel: Channel | None) -> None:
        """Choose a place, or none."""
        place = str(channel.id) if channel else None
        await choose_spot(self.admin, self.community, spot, place, SEEN, store=self.story.running.house.store)

    async def unmoderated(self) -> None:
        """Let members publish without asking."""
        async with self.story.running.house.store.write() as writes:
            await writes.choose_publishing(self.admin, self.community, Publishing(moderated=False, world=True), SEEN)

    async def close(self, video: VideoId) -> None:
        """Begin to erase a video, as its owner confirms."""
        house = self.story.running.house
        await request(self.owner, video, SEEN, house.shutting)


@dataclass
class Plaza:
    """What outlives the process: the folder, our Discord, and the club in it."""

    folder: Path
    fake: DiscordWire
    town: Town
    club: Server
    ada: Person
    bob: Person
    mod: Person
    showcase: Channel
    review: Channel

    @asynccontextmanager
    async def run(self) -> AsyncIterator[Square]:
        """Start the bot, and have the club set up."""
        async with told_in(self.folder, self.fake, self.town, self.club, self.ada, self.bob) as story:
            story.makes = Pictured
            store = story.running.house.store
            async with store.write() as writes:
                community = await writes.begin_community(HERE, str(self.club.id))
                names = [self.ada.id, self.mod.id, self.club.guild.owner.id]
                owner, moderator, admin = [await writes.meet(Identity(HERE, str(one))) for one in names]
            roles = (Role.MEMBER, Role.MODERATOR, Role.ADMIN)
            people = (owner, moderator, admin)
            viewers = [Viewer(one, {community: role}) for one, role in zip(people, roles, strict=True)]
            square = Square(story, self.showcase, self.review, self.mod, community, *viewers)
            chosen = await store.ledger.community(community)
            assert chosen is not None
            if chosen.set_up_by is None:
                await square.choose(Spot.SHOWCASE, self.showcase)
                await square.choose(Spot.REVIEW, self.review)
                await choose_moderators(square.admin, community, [str(self.mod.id)], SEEN, store=store)
            yield square


@asynccontextmanager
async def plaza(folder: Path) -> AsyncIterator[Plaza]:
    """Build the club. In the end the specification must have refused nothing."""
    async with DiscordWire() as fake:
        town = Town(fake)
        ada, bob, mod = (town.person(name) for name in ("ada", "bob", "mod"))
        club = town.guild("club", town.person("owner"), ada, bob, mod)
        showcase, review = club.channel("showcase"), club.channel("review", hidden_from_everyone=True)
        club.set_permissions(review, club.moderators(mod), allow=1 << 10)
        club.set_permissions(review, fake.me, allow=1 << 10)
        yield Plaza(folder, fake, town, club, ada, bob, mod, showcase, review)
        assert fake.refusals == []
