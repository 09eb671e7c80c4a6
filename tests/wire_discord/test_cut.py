"""A video that strangers play on the web is cut when its owner confirms on Discord: deleted, or all forgotten."""

import re
from pathlib import Path

import pytest
from aiohttp import ClientSession

from core.people import Identity, Platform
from core.videos import Audience
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server
from tests.wire.cut import all_cut, playing
from tests.wire.published import CLIP, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.test_showcase import LONG_BYTES
from tests.wire_discord.living import living

pytestmark = pytest.mark.timeout(400)


def link_in(message: Message) -> str:
    """Give the path of the one-time link in a message."""
    found = re.search(r"(/v/[\w-]{22})", str(message.parts) + message.text)
    assert found, message.text
    return found[1]


async def test_a_press_on_discord_cuts_what_plays_on_the_web(
    fake: DiscordWire, club: Server, ada: Person, tmp_path: Path
) -> None:
    """A one-time link ends by delete; the web showcase by forgetme: nobody has the whole, and nobody keeps a line."""
    assert fake.world.bot_in(club.guild)
    async with living(tmp_path / "house", fake, 1, **PUBLIC) as house, ClientSession(house.base) as session:
        async with publishing_in(house) as demo:
            published = await demo.by(Identity(Platform.DISCORD, str(ada.id)))
            address = await published.address()
            shown = await published.shown(await published.ready(CLIP + bytes(LONG_BYTES)), audience=Audience.ANYONE)
            await published.ready(CLIP + bytes(LONG_BYTES))
        card = await ada.command(club, "videos", video="last")
        async with playing(session, link_in(card.message), "POST") as linked:
            asked = await ada.command(club, "delete", video="last")
            await (await ada.press(asked.message, "Delete for good")).says("deleted")
            await all_cut(house, linked)
        async with playing(session, f"/c/{address}/{shown.slug}/video") as watched:
            await _forget(ada, club)
            await all_cut(house, watched)


async def _forget(ada: Person, club: Server) -> None:
    asked = await ada.command(club, "forgetme")
    form = await ada.press(asked.message, "Erase everything")
    await (await ada.submit(form.modal, {"word": "FORGET"})).says("don't know you any more")
