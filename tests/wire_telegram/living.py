"""The real `hushreel run` in a process of its own, connected to our Telegram on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.given import Given, photo
from tests.fakes.telegram_wire.messages import Media
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.service import Service
from tests.wire.pictures import taken_somewhere
from tests.wire_telegram.leaks import check_token_kept

MADE_WITHIN_S = 180.0
MAKE_IT = "Make it"
"""What stands on the button that begins with a draft."""

FRONT = "https://videos.example.org"
"""What Telegram would know of a service that it posts updates to: a proxy before it speaks TLS."""

BY_WEBHOOK = {
    "TELEGRAM_WEBHOOK_URL": f"{FRONT}/hooks/telegram",
    "TELEGRAM_WEBHOOK_SECRET": "said-by-telegram-alone",
}


@asynccontextmanager
async def living(folder: Path, fake: TelegramWire, **settings: str) -> AsyncIterator[Service]:
    """Start a service on a folder as an operator would, wait until it listens to Telegram, and stop it in the end.

    When it has stopped, the token must be nowhere.
    """
    service = Service(folder, settings=fake.settings | settings)
    try:
        await start(service, fake)
        yield service
    finally:
        if service.process is not None:
            await asyncio.to_thread(service.stop)
    check_token_kept(fake, service)


async def start(service: Service, fake: TelegramWire) -> None:
    """Start a service, again after a stop or a kill, and wait until it listens to Telegram."""
    fake.updates.forget_listener()
    await asyncio.to_thread(service.start)
    fake.updates.fronts[FRONT] = service.base
    await fake.world.until(lambda: fake.updates.is_asked and fake.world.menus, 30, "somebody who listens")


def picture(marker: str = "camera of mine") -> Given:
    """A phone's picture that names its place and a camera, as nobody's app would send it: with all traces."""
    return photo(taken_somewhere(marker))


async def made(person: Person, prompt: str, given: Given | None = None) -> tuple[Answer, Media]:
    """Make a video and wait until it is in its card; give the card and the file."""
    if given is None:
        card = await person.command(f"create {prompt}")
        return card, await card.shows_film(MADE_WITHIN_S)
    card = await drafted(person, prompt, given)
    begun = await person.presses(card.message, MAKE_IT)
    return card, await begun.shows_film(MADE_WITHIN_S)


async def drafted(person: Person, prompt: str, given: Given) -> Answer:
    """Send a file with a caption, and wait for the draft."""
    card = await person.sends(given, prompt)
    await card.offers(MAKE_IT)
    return card
