"""Groups and channels: set up by their administrators, asked anew each time; nothing private is ever said there."""

import asyncio

import pytest

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.service import Service
from tests.wire_telegram.living import picture, start
from tests.wire_telegram.pressing import find, presses, said

pytestmark = pytest.mark.timeout(400)

QUIET_S = 2.0
SHOWCASE, MODERATORS = "Showcase place", "Moderators"
NOT_YOURS = "manage"
NOT_SET_UP = "isn't set up"


@pytest.fixture
def chief(town: Town) -> Person:
    """Who owns the groups."""
    return town.person("chief")


@pytest.fixture
def harbour(town: Town, chief: Person, ada: Person, bob: Person) -> Group:
    """A group of the chief's."""
    return town.group("Harbour", chief, ada, bob)


async def card_of(admin: Person, group: Group) -> Message:
    """Open the card that sets a group up."""
    answer = Answer(admin.world, admin.private)
    await admin.command("setup", group, waits=None)
    await answer.says("Harbour")
    return answer.message


async def picker(admin: Person, card: Message, label: str) -> Message:
    """Open a picker of the card."""
    asked = await admin.presses(card, next(one for one in card.labels if one.startswith(label)))
    await asked.redrawn()
    return asked.message


def key(message: Message) -> str:
    """Give the label of a picker's key."""
    return str((message.now.markup or {})["keyboard"][0][0]["text"])


@pytest.mark.usefixtures("house")
async def test_an_administrator_chooses_in_private(
    fake: TelegramWire, town: Town, harbour: Group, chief: Person, bob: Person
) -> None:
    """Places and people are picked by Telegram's own pickers; the group sees one line."""
    channel = town.channel("Films of the harbour", chief)
    card = await card_of(chief, harbour)
    question = await picker(chief, card, SHOWCASE)
    chosen = await chief.shares(question, key(question), channel)
    await chosen.says("Films of the harbour")
    question = await picker(chief, chosen.message, MODERATORS)
    picked = await chief.shares(question, key(question), bob)
    await picked.says("1")
    assert [one.media for one in harbour.messages()] == [None]
    assert SHOWCASE not in harbour.messages()[0].text
    assert fake.seen.who_saw(SHOWCASE) == {"chief"}
    assert bob.inbox() == []
    assert channel.messages() == []
    assert fake.refused == []


async def test_rights_are_asked_at_each_use(
    house: Service, harbour: Group, chief: Person, ada: Person, bob: Person
) -> None:
    """A member sets nothing up, and whoever is no administrator any more changes nothing."""
    refused = Answer(bob.world, bob.private)
    await bob.command("setup", harbour)
    await refused.says(NOT_YOURS)
    assert SHOWCASE not in refused.text
    harbour.admins(ada)
    card = await card_of(ada, harbour)
    spoil = find(card, "spoil")
    harbour.demote(ada)
    late = await said(await ada.presses(card, spoil))
    assert NOT_YOURS in late.text
    forged = await said(await bob.presses((await bob.command("about")).message, spoil, forged=True))
    assert SHOWCASE not in forged.text
    harbour.admins(ada)
    await (await ada.presses(card, spoil)).says(SHOWCASE)
    assert chief.inbox() == []
    assert house.process is not None


async def test_a_place_must_be_ones_own_and_open(
    house: Service, town: Town, harbour: Group, chief: Person, bob: Person
) -> None:
    """A channel where we may not post, or that somebody else administers, isn't taken."""
    closed = town.group("closed", chief, kind="channel", bot=False)
    others = town.channel("of bob", bob, chief)
    card = await card_of(chief, harbour)
    for place in (closed, others):
        question = await picker(chief, card, SHOWCASE)
        answer = await chief.shares(question, key(question), place)
        assert place.chat.title not in answer.text
    again = await card_of(chief, harbour)
    assert "none chosen" in again.text
    assert house.process is not None


async def test_thrown_out_the_group_is_over(fake: TelegramWire, house: Service, harbour: Group, chief: Person) -> None:
    """What was set up is gone when the bot was put out, also while it was away; let in again it begins anew."""
    card = await card_of(chief, harbour)
    await (await chief.presses(card, find(card, "spoil"))).redrawn()
    harbour.kick_bot()
    await asyncio.sleep(QUIET_S)
    gone = await said(await chief.presses(card, next(iter(presses(card)))))
    await gone.says(NOT_SET_UP)
    harbour.add_bot()
    again = await card_of(chief, harbour)
    await asyncio.to_thread(house.kill)
    fake.updates.held = True
    harbour.kick_bot()
    fake.updates.pending.clear()
    fake.updates.release()
    await start(house, fake)
    await asyncio.sleep(QUIET_S)
    late = await said(await chief.presses(again, next(iter(presses(again)))))
    await late.says(NOT_SET_UP)


async def test_a_group_that_becomes_a_supergroup_keeps_what_was_chosen(
    fake: TelegramWire, house: Service, town: Town, chief: Person, ada: Person
) -> None:
    """Its id changes and nothing else; the card from before works on."""
    small = town.small_group("Harbour", chief, ada)
    card = await card_of(chief, small)
    hidden = await said(await chief.presses(card, find(card, "spoil")))
    small.becomes_supergroup()
    await asyncio.sleep(QUIET_S)
    later = await card_of(chief, small)
    assert later.words == hidden.message.words
    open_again = await said(await chief.presses(card, find(hidden.message, "unspoil")))
    assert NOT_SET_UP not in open_again.text
    assert [one for one in fake.refused if "upgraded" not in str(one.refused)] == []
    assert house.process is not None


async def test_a_chosen_place_that_closes_is_told_of_once(
    fake: TelegramWire, house: Service, town: Town, harbour: Group, chief: Person
) -> None:
    """Put out of the showcase channel, we tell whoever set it up; the rest of what was chosen stays."""
    channel = town.channel("Films of the harbour", chief)
    card = await card_of(chief, harbour)
    question = await picker(chief, card, SHOWCASE)
    await (await chief.shares(question, key(question), channel)).says("Films of the harbour")
    before = len(chief.inbox())
    channel.kick_bot()
    await fake.world.until(lambda: len(chief.inbox()) > before, 30, "a notice")
    await asyncio.sleep(QUIET_S)
    assert len(chief.inbox()) == before + 1
    assert "Harbour" in chief.inbox()[-1].text
    again = await card_of(chief, harbour)
    assert "none chosen" in again.text
    assert house.process is not None


async def test_an_anonymous_administrator_is_asked_to_write_as_themselves(
    fake: TelegramWire, house: Service, harbour: Group
) -> None:
    """Who writes for the group can't be answered in private: the line says so, and nothing else comes."""
    harbour.says_anonymously("/setup")
    await fake.world.until(harbour.messages, 20, "a line")
    assert "as yourself" in harbour.messages()[0].text
    assert house.process is not None


async def test_in_a_group_there_is_one_discreet_line_a_minute(
    fake: TelegramWire, house: Service, harbour: Group, ada: Person
) -> None:
    """Several things asked in a row bring one line in the group, and each answer in private."""
    for name in ("privacy", "videos", "settings"):
        await ada.command(name, harbour, waits=None)
    await fake.world.until(lambda: len(ada.inbox()) == 3, 30, "three answers in private")
    await asyncio.sleep(QUIET_S)
    assert len(harbour.messages()) == 1
    assert fake.refused == []
    assert house.process is not None


async def test_a_picture_in_a_group_becomes_a_private_draft(
    fake: TelegramWire, house: Service, harbour: Group, ada: Person, bob: Person
) -> None:
    """One's own, where one asks for it; somebody else's is left alone, and nothing of it is fetched."""
    answer = Answer(ada.world, ada.private)
    await ada.sends(picture(), f"@{fake.me.username} slowly", harbour)
    await answer.offers("Make it")
    assert "everyone can see it" in answer.text
    posted = [one for one in fake.world.in_chat(harbour.chat) if one.media is not None]
    fetched = len([one for one in fake.requests if one.method == "getFile"])
    refused = Answer(bob.world, bob.private)
    await bob.command("create slowly", harbour, reply_to=posted[0], waits=None)
    await refused.says("posted by somebody else")
    assert len([one for one in fake.requests if one.method == "getFile"]) == fetched
    assert len(harbour.messages()) == 2
    assert house.process is not None


async def test_talk_that_isnt_ours_is_left_alone(
    fake: TelegramWire, house: Service, harbour: Group, ada: Person
) -> None:
    """As an administrator the bot hears everything, and answers nothing of it."""
    harbour.add_bot("can_manage_chat")
    for text in ("hello all", "/weather", "/privacy@another_bot"):
        await ada.says(text, harbour, waits=None)
    await asyncio.sleep(QUIET_S)
    assert harbour.messages() == ada.inbox() == []
    assert fake.refused == []
    assert house.process is not None


async def test_in_a_topic_the_line_stays_in_the_topic(
    fake: TelegramWire, house: Service, harbour: Group, ada: Person
) -> None:
    """In a group with topics the line answers where it was asked."""
    topic = harbour.topic("films")
    await ada.says("/privacy", harbour, thread=topic)
    assert [one.thread for one in harbour.messages()] == [topic]
    assert fake.refused == []
    assert house.process is not None
