"""The fake's gateway has bad days as Discord's has, and discord.py's own client lives through them."""

from collections.abc import AsyncIterator

import discord
import pytest
import pytest_asyncio

from tests.fakes.discord_wire.client import connected
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Listener(discord.Client):
    """Keeps what it hears."""

    def __init__(self, fake: DiscordWire) -> None:
        """Wake who waits in `fake`."""
        super().__init__(intents=INTENTS, max_messages=None, chunk_guilds_at_startup=False, guild_ready_timeout=0.1)
        self._fake = fake
        self.heard: list[str] = []

    def note(self, what: str) -> None:
        """Keep an event."""
        self.heard.append(what)
        self._fake.world.changed()

    async def on_message(self, message: discord.Message) -> None:
        """Keep a message."""
        self.note(f"message {message.id}")

    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """Keep deletions."""
        self.note(f"bulk {sorted(gone.message_ids)}")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Keep a channel's end."""
        self.note(f"channel {channel.id}")

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """Keep a role's end."""
        self.note(f"role {role.id}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Keep a server's end."""
        self.note(f"guild {guild.id}")


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[DiscordWire]:
    """A Discord with nobody in it."""
    async with DiscordWire() as running:
        yield running


@pytest.fixture
def ada(fake: DiscordWire) -> Person:
    """A person."""
    return Town(fake).person("ada")


@pytest.fixture
def club(ada: Person) -> Server:
    """Her server, with the bot."""
    return ada.town.guild("club", ada)


@pytest_asyncio.fixture
async def bot(fake: DiscordWire, club: Server) -> AsyncIterator[Listener]:
    """A connected client."""
    async with connected(Listener(fake), fake) as client:
        assert client.get_guild(club.id)
        yield client


async def _hears(fake: DiscordWire, bot: Listener, *wanted: str) -> None:
    await fake.world.until(lambda: set(wanted) <= set(bot.heard), 20, f"{wanted}, and not {bot.heard}")


async def test_a_reconnect_that_is_asked_for_resumes(
    fake: DiscordWire, bot: Listener, ada: Person, club: Server
) -> None:
    """The same session goes on, and what was said meanwhile is heard once."""
    await fake.gateway.reconnect()
    said = ada.say(club, "meanwhile")
    await fake.world.until(lambda: fake.gateway.resumed, 20, "a resume")
    await _hears(fake, bot, f"message {said.id}")
    assert bot.heard.count(f"message {said.id}") == 1
    assert len(fake.gateway.identified) == 1


async def test_an_invalid_session_begins_anew(fake: DiscordWire, bot: Listener, ada: Person, club: Server) -> None:
    """The client identifies again, and hears what is said from then on."""
    await fake.gateway.invalidate()
    await fake.world.until(lambda: len(fake.gateway.identified) == 2, 20, "a second identify")
    await fake.gateway.until_connected()
    said = ada.say(club, "anew")
    await _hears(fake, bot, f"message {said.id}")
    assert bot.heard.count(f"message {said.id}") == 1


async def test_a_resume_that_is_refused_begins_anew(
    fake: DiscordWire, bot: Listener, ada: Person, club: Server
) -> None:
    """A dropped connection whose session is forgotten ends in a fresh one."""
    fake.gateway.refuses_resumes = True
    await fake.gateway.drop()
    await fake.world.until(lambda: len(fake.gateway.identified) == 2, 20, "a second identify")
    await fake.gateway.until_connected()
    said = ada.say(club, "anew")
    await _hears(fake, bot, f"message {said.id}")
    assert bot.heard.count(f"message {said.id}") == 1


async def test_lag_holds_events_back_and_loses_none(
    fake: DiscordWire, bot: Listener, ada: Person, club: Server
) -> None:
    """They come late, in order."""
    fake.gateway.lag_s = 0.05
    said = [ada.say(club, str(number)) for number in range(5)]
    await _hears(fake, bot, *(f"message {one.id}" for one in said))
    assert bot.heard == [f"message {one.id}" for one in said]


async def test_what_ends_in_a_server_is_told(fake: DiscordWire, bot: Listener, ada: Person, club: Server) -> None:
    """Deleted messages, a role, a channel and the bot's own leave are heard, and nobody sees what is gone."""
    room, role = club.channel("room"), club.role("helpers")
    first, second, last = (ada.say(room, text) for text in ("one", "two", "three"))
    club.delete_messages(first, second)
    club.drop_role(role)
    assert [ada.sees(one) for one in (first, second, last)] == [False, False, True]
    await _hears(fake, bot, f"message {last.id}", f"bulk {sorted([first.id, second.id])}", f"role {role.id}")
    club.delete_channel(room)
    assert not ada.sees(last)
    club.remove_bot()
    await _hears(fake, bot, f"channel {room.id}", f"guild {club.id}")
    assert fake.seen.who_saw("three") == {"ada"}
