"""A video that strangers play on the web is cut when its owner confirms on Telegram: deleted, or all forgotten."""

import re
from pathlib import Path

import pytest
from aiohttp import ClientSession

from core.people import Identity, Platform
from core.videos import Audience
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.wire.cut import all_cut, playing
from tests.wire.published import CLIP, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.test_showcase import LONG_BYTES
from tests.wire_telegram.living import living
from tests.wire_telegram.pressing import said

pytestmark = pytest.mark.timeout(400)

WAITS_S = 60.0
"""However busy the machine is."""


async def offered(fake: TelegramWire, person: Person, label: str) -> Message:
    """Wait for a message with this button."""

    def found() -> list[Message]:
        return [one for one in person.inbox() if label in one.labels]

    await fake.world.until(found, WAITS_S, label)
    return found()[-1]


async def test_a_press_on_telegram_cuts_what_plays_on_the_web(fake: TelegramWire, ada: Person, tmp_path: Path) -> None:
    """A one-time link ends by delete; the web showcase by forgetme: nobody has the whole, and nobody keeps a line."""
    async with living(tmp_path / "house", fake, **PUBLIC) as house, ClientSession(house.base) as session:
        async with publishing_in(house) as demo:
            published = await demo.by(Identity(Platform.TELEGRAM, str(ada.user.id)))
            address = await published.address()
            shown = await published.shown(await published.ready(CLIP + bytes(LONG_BYTES)), audience=Audience.ANYONE)
            await published.ready(CLIP + bytes(LONG_BYTES))
        card = await said(await ada.command("videos video: last", waits=WAITS_S))
        found = re.search(r"(/v/[\w-]{22})", card.message.text)
        assert found, card.message.text
        async with playing(session, found[1], "POST") as linked:
            await ada.command("delete video: last", waits=WAITS_S)
            confirmed = await ada.presses(await offered(fake, ada, "Delete for good"), "Delete for good", waits=WAITS_S)
            await confirmed.says("deleted", WAITS_S)
            await all_cut(house, linked)
        async with playing(session, f"/c/{address}/{shown.slug}/video") as watched:
            await ada.command("forgetme", waits=WAITS_S)
            form = await ada.presses(await offered(fake, ada, "Erase everything"), "Erase everything", waits=WAITS_S)
            await form.says("Type FORGET", WAITS_S)
            await (await ada.says("forget", waits=WAITS_S)).says("don't know you any more", WAITS_S)
            await all_cut(house, watched)
