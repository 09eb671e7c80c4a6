"""A conversation in a community: its people speak there, and what they publish is reviewed by the use cases."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from bots.chat.reply import Button, Form, Reply
from core.communities import Place, Spot
from core.gate import Surface
from core.people import CommunityId, Identity, Platform
from core.publications import POSTED_AFTER_MS, PublicationView, Publishing
from core.publishing.review import Reviewing, Ruling
from core.publishing.upkeep import post_due
from core.videos import PublicationId, VideoId
from tests.chatting import Chatting, chatting_in
from tests.parts import HERE
from tests.publishing import ready
from tests.talk import buttons, spoken

SERVER, ELSEWHERE = "1001", "1002"
MODERATORS = "41"


@dataclass
class Square:
    """The community with its conversation. `told` is what its platform tells of readers, by place."""

    talk: Chatting
    community: CommunityId
    told: dict[Spot, int] = field(default_factory=dict)
    name: str = ""
    platform: Platform = Platform.DISCORD

    @property
    def chat(self) -> Chat:
        """The conversation, with what the platform tells."""

        async def readers(_community: CommunityId, spot: Spot) -> int | None:
            return self.told.get(spot)

        async def called(_community: CommunityId) -> str:
            return self.name

        return Chat(replace(self.talk.services, readers=readers, called=called))

    async def arrive(
        self, name: str = "7", *, admin: bool = False, moderator: bool = False, server: str | None = SERVER
    ) -> Asker:
        """Speak in the community, in another one, or in private."""
        roles = frozenset({MODERATORS} if moderator else ())
        place = Place(self.platform, server, admin, roles, self.name) if server else None
        return await self.chat.arrive(Identity(self.platform, name), HERE, "en", place, f"Name {name}")

    async def ready(self, asker: Asker) -> VideoId:
        """Keep a video that is ready."""
        self.talk.parts.clock.advance(1_000)
        return await ready(self.talk.parts, asker.viewer)

    async def publish(self, asker: Asker, video: str = "last") -> Reply:
        """Give /publish."""
        return await self.chat.ask("publish", {"video": VideoRef(video)}, asker)

    async def press(self, reply: Reply, key: str, asker: Asker, form: dict[str, str] | None = None) -> Reply:
        """Press the button whose label has this key."""
        return await self.chat.press(button(reply, key).press, asker, form)

    async def drafted(self, asker: Asker) -> Reply:
        """Have a draft in which everything is said."""
        return await self.press(await self.publish(asker), "portrayed-nobody", asker)

    async def sent(self, asker: Asker) -> Reply:
        """Have one that waits for the moderators."""
        return await self.press(await self.drafted(asker), "button-to-moderators", asker)

    async def shown(self, asker: Asker) -> Reply:
        """Have one that is shown."""
        card = await self.sent(asker)
        await self.approve(card)
        return await self.card(card, asker)

    async def approve(self, card: Reply) -> None:
        """Approve the revision that waits, and let it go out."""
        await self.approved(card)
        await self.go_out()

    async def approved(self, card: Reply, moderator: str = "8") -> None:
        """Approve the revision that waits; it goes out later."""
        now, decider = await self.now(card), await self.arrive(moderator, moderator=True)
        await self.reviewing.approve(decider.viewer, now.publication.id, now.publication.revision, HERE)

    async def go_out(self) -> None:
        """Let what was approved go out."""
        self.talk.parts.clock.advance(POSTED_AFTER_MS)
        await post_due(store=self.talk.parts.store, clock=self.talk.parts.clock)

    async def decline(self, card: Reply, ruling: Ruling, moderator: str = "8") -> None:
        """Decline what waits."""
        now, decider = await self.now(card), await self.arrive(moderator, moderator=True)
        await self.reviewing.decline(decider.viewer, now.publication.id, now.publication.revision, ruling, HERE)

    async def remove(self, card: Reply, ruling: Ruling) -> None:
        """Take down what is shown."""
        now, moderator = (await self.now(card)).publication, await self.arrive("8", moderator=True)
        assert now.shown_revision is not None
        await self.reviewing.remove(moderator.viewer, now.id, now.shown_revision, ruling, HERE)

    @property
    def reviewing(self) -> Reviewing:
        """The use cases of moderators."""
        return Reviewing(self.talk.parts.store, self.talk.parts.clock)

    async def now(self, card: Reply) -> PublicationView:
        """See the publication of a card as its owner does."""
        owner = await self.arrive()
        async with self.talk.parts.store.read() as reads:
            found = await reads.publication(owner.viewer, publication_of(card), HERE)
        assert found is not None
        return found

    async def card(self, card: Reply, asker: Asker) -> Reply:
        """Draw a publication's card anew."""
        drawn = await self.chat.publication(publication_of(card), asker)
        assert drawn is not None
        return drawn

    async def video(self, video: VideoId, asker: Asker) -> Reply:
        """Draw a video's card."""
        drawn = await self.chat.card(video, asker)
        assert drawn is not None
        return drawn

    async def notice(self, card: Reply, asker: Asker) -> str | None:
        """Say what the outbox has for somebody of a decision."""
        told = await self.chat.notice("decision", publication_of(card), asker)
        return spoken(told) if told else None

    async def choose(self, publishing: Publishing) -> None:
        """Choose what holds for publishing."""
        admin = await self.arrive("1", admin=True)
        async with self.talk.parts.store.write() as writes:
            await writes.choose_publishing(admin.viewer, self.community, publishing, HERE)

    async def on_feed(self, video: VideoId) -> bool:
        """Whether another member sees the video in the community's channel."""
        member = await self.arrive("9")
        async with self.talk.parts.store.read() as reads:
            return await reads.video(member.viewer, video, Surface.FEED) is not None


def publication_of(card: Reply) -> PublicationId:
    """Give the publication whose card a reply is."""
    assert card.card is not None, spoken(card)
    return PublicationId(UUID(card.card.removeprefix("publication:")))


def button(reply: Reply, key: str) -> Button:
    """Give the button of a reply whose label has this key."""
    (found,) = [one for one in buttons(reply) if one.label.key == key]
    return found


def keys(reply: Reply) -> list[str]:
    """Give the keys of all labels of a reply's buttons."""
    return [one.label.key for one in buttons(reply)]


def form(reply: Reply) -> Form:
    """Give the form of a reply."""
    (found,) = [part for part in reply.parts if isinstance(part, Form)]
    return found


@asynccontextmanager
async def square_in(folder: Path, platform: Platform = Platform.DISCORD) -> AsyncIterator[Square]:
    """Open everything in a folder, begin the community, and choose who moderates it."""
    async with chatting_in(folder) as talk:
        admin = await talk.chat.arrive(Identity(platform, "1"), HERE, "en", Place(platform, SERVER, is_admin=True))
        assert admin.community is not None
        async with talk.parts.store.write() as writes:
            found = await writes.community(admin.viewer, admin.community, HERE)
            chosen = replace(found.choices, moderators=(MODERATORS,))
            await writes.choose(admin.viewer, admin.community, chosen, HERE)
        yield Square(talk, admin.community, platform=platform)
