"""Doors that only Discord has: a mention in a server is answered in private, a message's menu for its presser alone."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio

from bots.discord_bot.doors import KEPT_MS
from bots.wiring.system import SystemClock
from tests.discord_run import Running, bot_in
from tests.fakes.discord_wire.asking import Upload
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.fakes.pictures import corners, encoded
from tests.fakes.time import FakeClock
from tests.waiting import until

PICTURE, PRIVATE, REPORT = "Make a video of this picture", "Is this private?", "Report"
BUTTON = "Answer me privately"
SEA = Upload("sea.png", encoded(corners(), "PNG"), "image/png")


@dataclass
class Club:
    """A server with two members and the bot."""

    fake: DiscordWire
    running: Running
    server: Server
    ana: Person
    bo: Person
    clock: FakeClock


@pytest_asyncio.fixture
async def club(tmp_path: Path) -> AsyncIterator[Club]:
    """A server, and the bot that runs in it."""
    async with DiscordWire() as fake:
        town = Town(fake)
        ana, bo = town.person("ana"), town.person("bo")
        server = town.guild("club", town.person("owner"), ana, bo)
        clock = FakeClock(SystemClock().now_ms())
        async with bot_in(tmp_path, fake, clock) as running:
            await fake.gateway.until_connected()
            await until(lambda: fake.world.commands)
            yield Club(fake, running, server, ana, bo, clock)
        assert fake.refusals == []


async def test_a_mention_gets_a_button_and_no_answer(club: Club) -> None:
    """Asked before others, the bot says that it answers in private only; the answer is seen by its asker alone."""
    club.ana.say(club.server, "is my video private?", mentions_bot=True)
    offer = await club.ana.next_message(club.server)
    assert club.bo.sees(offer)
    assert "private" in offer.content
    assert "video" not in offer.content
    answer = await club.ana.press(offer, BUTTON)
    assert "no video" in answer.text
    assert [club.ana.sees(answer.message), club.bo.sees(answer.message)] == [True, False]


async def test_a_mentions_button_is_its_askers_alone(club: Club) -> None:
    """Another member's press learns whose button it is, and nothing of the question; the asker's works after it."""
    club.ana.say(club.server, "does Kling train on my pictures?", mentions_bot=True)
    offer = await club.ana.next_message(club.server)
    other = await club.bo.press(offer, BUTTON)
    assert "somebody else's" in other.text
    assert "Kling" not in other.text
    assert "Kling" in (await club.ana.press(offer, BUTTON)).text
    assert "gone" in (await club.ana.press(offer, BUTTON)).text


async def test_the_question_is_nowhere_but_in_memory(club: Club) -> None:
    """The button carries no word of the question, and after ten minutes the question is forgotten."""
    club.ana.say(club.server, "is my wedding video private?", mentions_bot=True)
    offer = await club.ana.next_message(club.server)
    assert "wedding" not in str(offer.part(BUTTON))
    club.clock.advance(KEPT_MS)
    assert KEPT_MS == 600_000
    answer = await club.ana.press(offer, BUTTON)
    assert "gone" in answer.text


async def test_a_mention_without_words_helps(club: Club) -> None:
    """Whoever only names the bot is told what it can do."""
    club.ana.say(club.server, "", mentions_bot=True)
    offer = await club.ana.next_message(club.server)
    assert "create" in (await club.ana.press(offer, BUTTON)).text


async def test_words_that_name_nobody_are_left_alone(club: Club) -> None:
    """What members say among themselves gets no answer."""
    club.ana.say(club.server, "is my video private?")
    assert (await club.ana.command(club.server, "about")).text
    assert [one for one in club.fake.world.messages.values() if one.author.bot and club.bo.sees(one)] == []


async def test_where_it_may_not_write_the_log_says_what_to_tick(club: Club, caplog: object) -> None:
    """A mention in a channel that is closed to the bot's words breaks nothing."""
    general = club.server.general
    club.server.set_permissions(general, club.fake.me, deny=1 << 11)
    club.ana.say(club.server, "hello", mentions_bot=True)
    await until(lambda: "Send Messages" in str(getattr(caplog, "text", "")))
    assert (await club.ana.command(club.server, "about")).text


async def test_a_picture_of_ones_own_becomes_a_draft(club: Club) -> None:
    """The menu of one's own message makes a draft of its picture, seen by oneself; another's is left alone."""
    posted = club.ana.say(club.server, "my sea", SEA)
    draft = await club.ana.menu(PICTURE, posted)
    assert "draft" in draft.text
    assert not club.bo.sees(draft.message)
    assert "somebody else" in (await club.bo.menu(PICTURE, posted)).text


async def test_a_file_that_stops_half_way_makes_nothing(club: Club) -> None:
    """A download that breaks off is said, and nothing is kept of it."""
    club.fake.trouble.stop_files_after = 100
    answer = await club.ana.command(club.server, "create", image=SEA)
    assert "broke off" in answer.text
    assert await club.running.house.store.ledger.unfinished() == []


async def test_other_messages_are_not_judged(club: Club) -> None:
    """Of a message that isn't ours we say that we know nothing; Report says who can act."""
    posted = club.bo.say(club.server, "look at this")
    assert "isn't mine" in (await club.ana.menu(PRIVATE, posted)).text
    assert "Ada Operator" in (await club.ana.menu(REPORT, posted)).text


async def test_is_this_private_in_the_private_chat(club: Club) -> None:
    """On the card of one's own video the five answers come."""
    card = await club.ana.command(None, "create", prompt="a calm sea at sunset")
    answer = await club.ana.menu(PRIVATE, card.message)
    assert "1 **" in answer.text
