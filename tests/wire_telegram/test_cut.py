"""A video that strangers play on the web is cut when its owner confirms on Telegram: deleted, or all forgotten."""

import re
from pathlib import Path

import pytest
from aiohttp import ClientSession

from core.people import Identity, Platform
from core.videos import Audience
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.wire.cut import all_cut, playing
from tests.wire.published import CLIP, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.test_showcase import LONG_BYTES
from tests.wire_telegram.living import living
from tests.wire_telegram.pressing import said

pytestmark = pytest.mark.timeout(400)


async def test_a_press_on_telegram_cuts_what_plays_on_the_web(fake: TelegramWire, ada: Person, tmp_path: Path) -> None:
    """A one-time link ends by delete; the web showcase by forgetme: nobody has the whole, and nobody keeps a line."""
    async with living(tmp_path / "house", fake, **PUBLIC) as house, ClientSession(house.base) as session:
        async with publishing_in(house) as demo:
            published = await demo.by(Identity(Platform.TELEGRAM, str(ada.user.id)))
            address = await published.address()
            shown = await published.shown(await published.ready(CLIP + bytes(LONG_BYTES)), audience=Audience.ANYONE)
            await published.ready(CLIP + bytes(LONG_BYTES))
        card = await said(await ada.command("videos video: last"))
        found = re.search(r"(/v/[\w-]{22})", card.message.text)
        assert found, card.message.text
        async with playing(session, found[1], "POST") as linked:
            asked = await said(await ada.command("delete video: last"))
            await (await said(await ada.presses(asked.message, "Delete for good"))).says("deleted")
            await all_cut(house, linked)
        async with playing(session, f"/c/{address}/{shown.slug}/video") as watched:
            asked = await said(await ada.command("forgetme"))
            await (await said(await ada.presses(asked.message, "Erase everything"))).says("Type FORGET")
            await (await ada.says("forget")).says("don't know you any more")
            await all_cut(house, watched)
