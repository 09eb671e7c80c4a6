"""A group on our own Telegram with a showcase and a review chat, and videos of a member's on their way there."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.communities import Spot
from core.gate import Surface
from core.hosting.presence import joined
from core.people import CommunityId, Platform, Role, Viewer
from core.publications import Caption, Claim, PublicationView
from core.publishing.propose import Proposing
from core.publishing.review import Reviewing
from core.publishing.withdraw import unpublish
from core.videos import Audience, Portrayed, PublicationId, VideoId
from core.work import Memory, Product
from tests.fakes.pictures import corners, encoded
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.fakes.tiny import FACTS, PREVIEW, VIDEO, Tiny
from tests.parts import HERE
from tests.telegram_story import Story, told_in

CAPTION = Caption("Lighthouse at noon", "A tower and the sea", ("sea",), "")
POSTER = encoded(corners(160, 90), "JPEG")


class Postered(Tiny):
    """Videos of a few bytes whose posters are pictures."""

    async def make(self, *_: object) -> Product:
        """Give the same bytes each time."""
        parts = {"video": VIDEO, "poster": POSTER, "preview": PREVIEW}
        return Product({name: Memory.of(content) for name, content in parts.items()}, FACTS)


@dataclass
class Showcase:
    """Ada owns videos, Bob moderates, Eve reads the channel, and the chief owns every chat."""

    story: Story
    community: CommunityId
    harbour: Group
    channel: Group
    desk: Group
    chief: Person
    eve: Person

    async def viewer(self, person: Person, role: Role = Role.MEMBER) -> Viewer:
        """Somebody in the group."""
        return Viewer((await self.story.asker(person)).person, {self.community: role})

    @property
    def proposing(self) -> Proposing:
        """The use cases of owners."""
        return Proposing(self.story.house.store, self.story.house.clock, self.story.house.ids)

    @property
    def reviewing(self) -> Reviewing:
        """The use cases of moderators."""
        return Reviewing(self.story.house.store, self.story.house.clock)

    async def ready(self) -> VideoId:
        """Have a video of Ada's."""
        await self.story.ada.command("create a calm sea at sunset")
        video = await self.story.newest(self.story.ada)
        await self.story.make(video, Postered)
        return video

    async def proposed(self, video: VideoId, caption: Caption = CAPTION) -> PublicationView:
        """Send it to the moderators."""
        ada, proposing = await self.viewer(self.story.ada), self.proposing
        begun = await proposing.begin(ada, video, self.community, HERE)
        named = begun.publication
        await proposing.change(
            ada,
            named.id,
            named.revision,
            HERE,
            lambda one: replace(one, caption=caption, portrayed=Portrayed.NOBODY, audience=Audience.COMMUNITY),
        )
        return await proposing.send(ada, named.id, named.revision, HERE)

    async def approve(self, view: PublicationView) -> None:
        """Let a moderator approve it, and let it go out."""
        named = view.publication
        bob = await self.viewer(self.story.bob, Role.MODERATOR)
        await self.reviewing.approve(bob, named.id, named.revision, HERE)
        async with self.story.house.store.write() as writes:
            await writes.move_publication(named.id, named.revision, "post")

    async def shown(self, caption: Caption = CAPTION) -> tuple[VideoId, PublicationId]:
        """Have a video stand in the channel."""
        video = await self.ready()
        view = await self.proposed(video, caption)
        await self.approve(view)
        await self.story.until(self.films, "the post")
        return video, view.publication.id

    async def unpublish(self, video: VideoId) -> None:
        """Take it back, as Ada."""
        await unpublish(await self.viewer(self.story.ada), video, HERE, store=self.story.house.store)

    async def choose(self, **chosen: Any) -> None:
        """Choose as the chief does."""
        chief = await self.viewer(self.chief, Role.ADMIN)
        store = self.story.house.store
        async with store.write() as writes:
            now = await writes.community(chief, self.community, Surface.CHAT_PRIVATE)
            await writes.choose(chief, self.community, replace(now.choices, **chosen), Surface.CHAT_PRIVATE)

    async def now(self, publication: PublicationId) -> PublicationView:
        """See a publication as its owner does."""
        async with self.story.house.store.read() as reads:
            found = await reads.publication(await self.viewer(self.story.ada), publication, HERE)
        assert found is not None
        return found

    async def claim(self, publication: PublicationId) -> Claim | None:
        """Say who looks at it, as a moderator sees that."""
        viewer = Viewer(None, {self.community: Role.MODERATOR})
        async with self.story.house.store.read() as reads:
            found = await reads.publication(viewer, publication, HERE)
        assert found is not None
        return found.claim

    def cards(self) -> list[Message]:
        """The bot's messages in the review chat."""
        return self.desk.messages()

    async def card(self) -> Message:
        """Wait for a card with its poster in the review chat."""
        await self.story.until(lambda: [one for one in self.cards() if one.media and one.labels], "a review card")
        return self.cards()[-1]

    def looks(self, person: Person) -> list[Message]:
        """What somebody looks at in their private chat."""
        return [one for one in person.inbox() if one.media and one.media.kind == "video"]

    def films(self, where: Group | None = None) -> list[Message]:
        """The bot's messages with a video in a chat: the channel, unless another one is named."""
        return [one for one in (where or self.channel).messages() if one.media and one.media.kind == "video"]

    async def quiet(self) -> None:
        """Wait until every row of the outbox is carried."""
        await self.story.settled(self._is_quiet)

    async def _is_quiet(self) -> bool:
        path = self.story.house.settings.data_dir / "hushreel.db"
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return not database.execute("SELECT 1 FROM outbox WHERE surface = 'telegram'").fetchall()


@asynccontextmanager
async def showcase_in(folder: Path, *, is_chosen: bool = True) -> AsyncIterator[Showcase]:
    """Begin it. In the end the specification must have refused nothing."""
    async with TelegramWire() as fake:
        town = Town(fake)
        ada, bob, eve, chief = (town.person(name) for name in ("ada", "bob", "eve", "chief"))
        harbour = town.group("Harbour", chief, ada, bob, eve)
        channel, desk = town.channel("Films", chief, eve), town.group("Desk", chief, bob)
        async with told_in(folder, fake, town, ada, bob) as story:
            community = await joined(Platform.TELEGRAM, str(harbour.id), store=story.house.store)
            square = Showcase(story, community, harbour, channel, desk, chief, eve)
            await square.choose(moderators=(str(bob.id),))
            if is_chosen:
                await square.choose(**{Spot.SHOWCASE.value: str(channel.id), Spot.REVIEW.value: str(desk.id)})
            yield square
        assert fake.refusals == []
