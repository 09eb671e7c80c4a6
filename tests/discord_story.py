"""A bot in this process on our own Discord, whose videos are made at a word: for tests of how answers reach people."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bots.discord_bot.posted import HERE
from core.chats import Posted
from core.engine.relay import Relay
from core.erasure.erase import Eraser
from core.gate import Surface
from core.generation.make import Maker
from core.people import Identity
from core.videos import VideoId
from tests.chatting import StepAfterStep
from tests.discord_run import Running, bot_in
from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.fakes.tiny import Tiny
from tests.fakes.unmarked import Unmarked

WITHIN_S = 20.0


@dataclass
class Story:
    """The bot, the club that it is in, and its people."""

    running: Running
    fake: DiscordWire
    town: Town
    club: Server
    ada: Person
    bob: Person
    makes: type[Tiny] = field(default=Tiny, kw_only=True)

    async def newest(self, person: Person) -> VideoId:
        """Give somebody's newest video."""
        asker = await self.running.chat.arrive(Identity(HERE, str(person.id)), Surface.CHAT_PRIVATE)
        async with self.running.house.store.read() as reads:
            return (await reads.videos(asker.viewer, limit=1))[0].video.id

    async def make(self, video: VideoId) -> None:
        """Let a queued video be made."""
        house = self.running.house
        async with house.store.write() as writes:
            await writes.move_video(video, "start")
        generators = {"motion": self.makes(house.workers)}
        retention_ms = house.settings.retention
        joined = (house.store, house.vault, generators, house.progress, house.clock, house.ids)
        maker = Maker(*joined, retention_ms, Unmarked())
        await maker.make(StepAfterStep(), str(video))

    async def erase(self, video: VideoId) -> None:
        """Let the flow erase a closed video."""
        house = self.running.house
        eraser = Eraser(house.store, house.vault, house.revocations, house.shutting.issuer)
        await eraser.erase(StepAfterStep(), str(video))

    async def ready(self, person: Person, place: Server | None) -> tuple[Answer, VideoId]:
        """Have a card with a video in it."""
        card = await person.command(place, "create", prompt="a calm sea at sunset")
        video = await self.newest(person)
        await self.make(video)
        await card.shows_file(WITHIN_S)
        return card, video

    async def rows(self, video: VideoId) -> list[Posted]:
        """Give what is kept of the messages about a video."""
        return list(await self.running.house.store.ledger.posted_about(HERE, video))


@asynccontextmanager
async def told_in(
    folder: Path, fake: DiscordWire, town: Town, club: Server, *people: Person, **more: str
) -> AsyncIterator[Story]:
    """Run the bot on a folder for a block, with the relay that carries the outbox."""
    async with bot_in(folder, fake, None, **more) as running:
        relay = Relay(running.house.store.ledger, {"discord": running.bot.deliverer}, running.house.clock)
        carrying = asyncio.create_task(relay.run())
        try:
            await fake.gateway.until_connected(1)
            await fake.world.until(lambda: fake.world.commands, 20, "commands")
            yield Story(running, fake, town, club, *people)
        finally:
            carrying.cancel()
            await asyncio.wait([carrying])


@asynccontextmanager
async def club_story(folder: Path, **more: str) -> AsyncIterator[Story]:
    """Ada and Bob in the club, and the bot. In the end the specification must have refused nothing."""
    async with DiscordWire() as fake:
        town = Town(fake)
        ada, bob = town.person("ada"), town.person("bob")
        club = town.guild("club", town.person("owner"), ada, bob)
        async with told_in(folder, fake, town, club, ada, bob, **more) as told:
            yield told
        assert fake.refusals == []
