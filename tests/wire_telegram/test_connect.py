"""One person on Discord and Telegram, by wire: the real process on both at once, joined and parted again."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fakes.discord_wire import town as discord
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.telegram_wire import town as telegram
from tests.fakes.telegram_wire.server import TelegramWire
from tests.service import Service
from tests.wire_discord.living import MADE_WITHIN_S
from tests.wire_telegram.leaks import check_token_kept
from tests.wire_telegram.living import made

pytestmark = pytest.mark.timeout(600)

CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{8}\b")


@dataclass
class Both:
    """A service on two platforms, and one human who lives on both; bob is on Telegram alone."""

    there: DiscordWire
    here: TelegramWire
    ada_there: discord.Person
    ada: telegram.Person
    bob: telegram.Person

    async def told_there(self, words: str) -> Message:
        """Wait for a message in ada's private chat on Discord."""

        def found() -> list[Message]:
            return [one for one in self.ada_there.inbox() if words in one.content]

        await self.there.world.until(found, 20, words)
        return found()[-1]

    async def code(self) -> str:
        """Get a code on Discord."""
        given = await self.ada_there.command(None, "connect")
        (code,) = set(CODE.findall(given.text))
        return str(code)


@pytest_asyncio.fixture
async def both(fake: TelegramWire, ada: telegram.Person, bob: telegram.Person, tmp_path: Path) -> AsyncIterator[Both]:
    """The running service. In the end neither specification refused a request, and the token is nowhere."""
    async with DiscordWire() as there:
        town = discord.Town(there)
        ada_there = town.person("ada")
        town.guild("club", town.person("owner"), ada_there)
        service = Service(tmp_path / "house", settings=there.settings | fake.settings)
        await asyncio.to_thread(service.start)
        try:
            await there.gateway.until_connected(1)
            await there.world.until(lambda: there.world.commands, 30, "commands")
            await fake.world.until(lambda: fake.updates.is_asked and fake.world.menus, 30, "somebody who listens")
            yield Both(there, fake, ada_there, ada, bob)
        finally:
            await asyncio.to_thread(service.stop)
        assert there.refusals == []
    check_token_kept(fake, service)
    assert "Traceback" not in service.log


async def test_one_library_on_both_and_everything_apart_again(both: Both) -> None:
    """What was made on Discord is watched on Telegram while both are one, and leaves that chat when they part."""
    card = await both.ada_there.command(None, "create", prompt="a calm sea at sunset", seconds=1)
    sea = await card.shows_file(MADE_WITHIN_S)
    _, lake = await made(both.ada, "a lake seconds: 1")
    waiting = await both.ada.command(f"connect {await both.code()}")
    await waiting.says("I am asking")
    asked = await both.told_there("typed your code")
    assert "on Telegram" in asked.content
    missed = await both.ada.command("videos #2")
    await missed.says("I find no such video")
    joined = await both.ada_there.press(asked, "It's mine: join")
    await joined.says("connected from now on")
    await both.here.world.until(lambda: _said(both.ada, "It was confirmed on Discord"), 20, "the outcome")
    await both.ada.command("videos #1")
    await both.here.world.until(lambda: len(_films(both.ada)) == 2, MADE_WITHIN_S, "the other side's video")
    there = await both.ada_there.command(None, "videos", video="#2")
    await there.shows_file(MADE_WITHIN_S)
    sure = await both.ada.command("unlink")
    await sure.says("Part your accounts")
    parted = await both.ada.presses(sure.message, "Part them now")
    await parted.says("Parted")
    await both.told_there("your accounts were parted")
    await both.here.world.until(lambda: _films(both.ada) == [lake.content], 30, "the other side's leaving")
    await there.says("only that one can open it")
    assert card.files[0].content == sea.content
    for gone in (await both.ada.command("videos #1"), await both.ada_there.command(None, "videos", video="#2")):
        await gone.says("I find no such video")


async def test_a_code_that_a_second_account_types_joins_nobody(both: Both) -> None:
    """Bob overheard it: neither he nor ada gets in, and everybody is told."""
    code = await both.code()
    waiting = await both.ada.command(f"connect {code}")
    await waiting.says("I am asking")
    asked = await both.told_there("typed your code")
    late = await both.bob.command(f"connect {code}")
    await late.says("Another account typed that code before you")
    await both.told_there("A second account, on Telegram")
    await both.here.world.until(lambda: _said(both.ada, "A second account"), 20, "what happened")
    pressed = await both.ada_there.press(asked, "It's mine: join")
    await pressed.says("Nothing waits to be decided")


def _said(person: telegram.Person, words: str) -> bool:
    return any(words in one.words for one in person.inbox())


def _films(person: telegram.Person) -> list[bytes]:
    return [one.media.content for one in person.inbox() if one.media is not None]
