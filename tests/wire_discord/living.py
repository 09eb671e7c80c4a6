"""The real `hushreel run` in a process of its own, connected to our Discord on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.asking import Upload
from tests.fakes.discord_wire.messages import Attachment
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Place
from tests.service import Service
from tests.wire.pictures import taken_somewhere

MADE_WITHIN_S = 180.0


@asynccontextmanager
async def living(folder: Path, fake: DiscordWire, shards: int = 1, **settings: str) -> AsyncIterator[Service]:
    """Start a service on a folder as an operator would, wait until it answers on Discord, and stop it in the end."""
    service = Service(folder, settings=fake.settings | settings)
    try:
        await start(service, fake, shards)
        yield service
    finally:
        if service.process is not None:
            await asyncio.to_thread(service.stop)


async def start(service: Service, fake: DiscordWire, shards: int = 1) -> None:
    """Start a service, again after a stop or a kill, and wait until it answers on Discord."""
    before = len(fake.gateway.identified)
    await asyncio.to_thread(service.start)
    await fake.world.until(lambda: len(fake.gateway.identified) >= before + shards, 30, "a new session")
    await fake.gateway.until_connected(shards)
    await fake.world.until(lambda: fake.world.commands, 30, "commands")


def photo(marker: str = "camera of mine") -> Upload:
    """A phone's picture that names its place and a camera."""
    return Upload("IMG_2024.jpg", taken_somewhere(marker), "image/jpeg")


async def made(person: Person, place: Place, prompt: str, picture: Upload | None = None) -> tuple[Answer, Attachment]:
    """Make a video and wait until it is in its card; give the card and the file."""
    given: dict[str, Any] = {"image": picture} if picture else {}
    card = await person.command(place, "create", prompt=prompt, **given)
    return card, await card.shows_file(MADE_WITHIN_S)
