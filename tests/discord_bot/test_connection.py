"""The connection goes on after every break, answers nothing twice, and says in a line what the operator can mend."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bots.discord_bot.client import INTENTS
from bots.texts.lookup import Texts
from bots.texts.operator import sentence
from bots.wiring.conversation import services
from bots.wiring.discord import discord_for
from bots.wiring.house import open_house
from bots.wiring.promises import policy_facts
from core.errors import BadSetting
from knowledge.nearby import Nearby
from tests.discord_run import bot_in, elsewhere, settings_for
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Town
from tests.fakes.discord_wire.trouble import CUT_BEFORE
from tests.waiting import until


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[DiscordWire]:
    """Our own Discord."""
    async with DiscordWire() as wire:
        yield wire


async def refused(folder: Path, fake: DiscordWire, **more: str) -> BadSetting:
    """Give the error that the connection ends with."""
    async with asyncio.timeout(60), bot_in(folder, fake, None, **more) as running:
        with pytest.raises(BadSetting) as ending:
            await running.connected
    return ending.value


async def test_it_signs_in_and_says_how_to_be_added(tmp_path: Path, fake: DiscordWire) -> None:
    """The banner's line has the bot's name, and addresses with the smallest permissions for servers and persons."""
    settings = settings_for(tmp_path, fake)
    with elsewhere():
        async with open_house(settings, lambda: None) as house:
            joined = services(house, Nearby(policy_facts(settings)))
            async with discord_for(house, joined, Texts()) as bot:
                invited = await bot.invited()
    assert invited is not None
    assert invited.name == fake.me.name
    permissions = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 38
    assert f"permissions={permissions}" in invited.server
    assert "scope=bot+applications.commands" in invited.server
    assert invited.server.endswith("integration_type=0")
    assert "permissions" not in invited.person
    assert invited.person.endswith("integration_type=1")


def test_no_privileged_intent_is_asked_for() -> None:
    """Words of servers, lists of members and presences are none of our business."""
    assert [name for name, on in INTENTS if on] == ["guilds", "guild_messages", "dm_messages"]


async def test_a_refused_token_says_where_a_new_one_is(tmp_path: Path, fake: DiscordWire) -> None:
    """A token that Discord doesn't know ends the program with one line, by REST and by the gateway."""
    error = await refused(tmp_path / "a", fake, DISCORD_TOKEN="other")
    assert error.code == "discord_token_refused"
    assert "Reset Token" in sentence(error)
    async with bot_in(tmp_path / "b", fake) as running:
        await fake.gateway.until_connected()
        await fake.gateway.drop(4004)
        with pytest.raises(BadSetting, match="discord_token_refused"):
            await asyncio.wait_for(running.connected, 60)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        (4014, "discord_intents_refused"),
        (4013, "discord_intents_refused"),
        (4010, "discord_shards_refused"),
        (4011, "discord_shards_refused"),
    ],
)
async def test_what_discord_refuses_is_said_in_one_line(
    tmp_path: Path, fake: DiscordWire, code: int, named: str
) -> None:
    """Intents and numbers of connections that Discord refuses end the program, and the line names the mend."""
    async with bot_in(tmp_path, fake) as running:
        await fake.gateway.until_connected()
        await fake.gateway.drop(code)
        with pytest.raises(BadSetting, match=named) as ending:
            await asyncio.wait_for(running.connected, 60)
    assert "HUSHREEL_DISCORD" in sentence(ending.value)


async def test_an_address_that_is_not_discords_is_named(tmp_path: Path, fake: DiscordWire) -> None:
    """An interface that doesn't know the bot's own page isn't Discord's."""
    error = await refused(tmp_path, fake, DISCORD_API_BASE=fake.api_base.replace("/api/v10", "/other/api/v10"))
    assert error.code == "discord_api_strange"
    assert 400 <= error.data["status"] < 500


async def test_discord_that_is_away_is_tried_again(tmp_path: Path, fake: DiscordWire) -> None:
    """With Discord away at the start nothing ends: it is tried until it is there."""
    fake.trouble.plan(500, path="/users/@me", times=2)
    async with bot_in(tmp_path, fake) as running:
        await fake.gateway.until_connected()
        assert not running.connected.done()


async def test_after_a_break_nothing_is_answered_twice(tmp_path: Path, fake: DiscordWire) -> None:
    """Dropped, asked to come back or called invalid, the connection goes on; what is replayed gets no second answer."""
    ana = Town(fake).person("Ana")
    async with bot_in(tmp_path, fake):
        await fake.gateway.until_connected()
        await fake.world.until(lambda: bool(fake.world.commands), 10, "commands")
        for trouble in (fake.gateway.reconnect, fake.gateway.drop, fake.gateway.invalidate):
            fake.gateway.repeated = 50
            assert "create" in (await ana.command(None, "help")).text
            await trouble()
            await asyncio.sleep(0.1)
            await fake.gateway.until_connected()
            assert (await ana.command(None, "about")).text
    assert fake.refused == []


async def test_two_shards_share_the_servers(tmp_path: Path, fake: DiscordWire) -> None:
    """With HUSHREEL_DISCORD_SHARDS several connections are made, and each event comes to one of them."""
    ana = Town(fake).person("Ana")
    async with bot_in(tmp_path, fake, DISCORD_SHARDS="2"):
        await fake.gateway.until_connected(2)
        await fake.world.until(lambda: bool(fake.world.commands), 10, "commands")
        assert (await ana.command(None, "about")).text
    assert fake.refused == []


async def test_commands_are_sent_when_they_changed(tmp_path: Path, fake: DiscordWire) -> None:
    """A second start sends nothing; a lost or broken note of what was sent sends again, and ids are known each time."""

    async def start() -> int:
        before = len([one for one in fake.requests if one.path.endswith("/commands") and one.method == "PUT"])
        async with bot_in(tmp_path, fake) as running:
            await fake.gateway.until_connected()
            await fake.world.until(lambda: bool(running.bot.connection.mentions), 10, "commands")
            assert set(running.bot.connection.mentions) >= {"create", "privacy"}
        return len([one for one in fake.requests if one.path.endswith("/commands") and one.method == "PUT"]) - before

    assert [await start(), await start()] == [1, 0]
    note = tmp_path / "hushreel" / "data" / "discord-commands.json"
    note.write_text('{"application": 5')
    assert [await start(), await start()] == [1, 0]
    note.write_text('{"application": 5, "sha256": "x", "ids": {}}')
    assert await start() == 1
    note.unlink()
    assert await start() == 1
    assert fake.refused == []


async def test_commands_that_discord_did_not_take_are_sent_again(tmp_path: Path, fake: DiscordWire) -> None:
    """An outage while commands are sent is waited for."""
    fake.trouble.plan(CUT_BEFORE, method="PUT", times=1)
    async with bot_in(tmp_path, fake) as running:
        await until(lambda: running.bot.connection.mentions)
    assert [what for _, _, what in fake.trouble.hits] == [CUT_BEFORE]
