"""A whole conversation over real parts: what adapters call, and the flows that run behind it, step after step."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Button, Reply
from bots.chat.services import Services
from core.erasure.erase import Eraser
from core.errors import LostRace
from core.gate import Surface
from core.intake.upload import Upload
from core.people import Identity, Platform
from core.videos import VideoId
from tests.fakes.tiny import Tiny
from tests.parts import Parts
from tests.talk import buttons, spoken, talk_in

Result = TypeVar("Result")
SEA = "a calm sea at sunset"


class StepAfterStep:
    """`Steps` of a flow that nothing interrupts."""

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run `do`."""
        del name
        return await do()


@dataclass(frozen=True)
class Chatting:
    """The chat with its parts."""

    chat: Chat
    services: Services
    parts: Parts
    eraser: Eraser

    async def arrive(self, name: str = "owner") -> Asker:
        """Arrive as somebody."""
        return await self.chat.arrive(Identity(Platform.DEMO, name), Surface.CHAT_PRIVATE)

    async def create(self, asker: Asker, prompt: str = SEA, image: Upload | None = None) -> VideoId:
        """Ask for a video; it stays in the queue."""
        self.parts.clock.advance(1_000)
        return video_of(await self.chat.ask("create", {"prompt": prompt, "image": image}, asker))

    async def make(self, video: VideoId) -> None:
        """Let a queued video begin, and the flow make it."""
        async with self.parts.store.write() as writes:
            with suppress(LostRace):
                await writes.move_video(video, "start")
        await self.parts.maker().make(StepAfterStep(), str(video))

    async def ready(self, asker: Asker, prompt: str = SEA, image: Upload | None = None) -> VideoId:
        """Have a video that is ready."""
        video = await self.create(asker, prompt, image)
        await self.make(video)
        return video

    async def erase(self, video: VideoId) -> None:
        """Let the flow erase a closed video."""
        await self.eraser.erase(StepAfterStep(), str(video))

    async def press(
        self, reply: Reply | None, label: str, asker: Asker, form: Mapping[str, str] | None = None
    ) -> Reply:
        """Press the button of a reply that has this label."""
        assert reply is not None
        return await self.chat.press(button(reply, label).press, asker, form)

    async def card(self, video: VideoId, asker: Asker) -> Reply:
        """Give the card of a video that is there."""
        card = await self.chat.card(video, asker)
        assert card is not None
        return card


def video_of(reply: Reply) -> VideoId:
    """Give the video whose card a reply is."""
    assert reply.card is not None, spoken(reply)
    return VideoId(UUID(reply.card.removeprefix("video:")))


def button(reply: Reply, label: str) -> Button:
    """Give the button whose label's key ends like this."""
    (found,) = [one for one in buttons(reply) if one.label.key == f"button-{label}"]
    return found


@asynccontextmanager
async def chatting_in(folder: Path) -> AsyncIterator[Chatting]:
    """Open everything in a folder."""
    async with talk_in(folder) as talk:
        parts = talk.parts
        parts.generators = {"motion": Tiny(parts.workers)}
        services = replace(talk.services, generators=parts.generators)
        eraser = Eraser(parts.store, parts.vault, parts.revocations, services.shutting.issuer)
        yield Chatting(Chat(services), services, parts, eraser)
