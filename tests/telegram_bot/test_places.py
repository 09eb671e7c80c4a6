"""From where somebody speaks on Telegram: rights are asked at each use, and only a group's own admins have them."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.presses import subject_of
from bots.telegram_bot.readers import Readers
from core.communities import Place, Spot
from core.gate import Surface
from core.hosting.choose import choose_spot
from core.hosting.opening import OPEN_FOR_MS, open_for
from core.hosting.presence import joined, left
from core.people import Identity, Platform, Viewer
from core.videos import Audience, Publication, PublicationId, Showing
from tests.publishing import ready
from tests.talk import buttons
from tests.telegram_town import (
    ADMIN,
    CHANNEL,
    CLUB,
    DESK,
    MEMBER,
    STRANGER,
    TITLES,
    Json,
    Town,
    begun,
    member,
    pressed,
    town_in,
)

HERE = Platform.TELEGRAM


async def spoken(town: Town, text: str, *, chat: int, user: int = ADMIN) -> Place | None:
    """The place of a message."""
    return await town.places.place_of(town.update(message=town.written(chat, user, text)))


@pytest.mark.parametrize(
    ("now", "is_admin"),
    [
        (member("creator"), True),
        (member("administrator"), True),
        (member("member"), False),
        (member("restricted", is_member=True), False),
        (member("left"), False),
        (member("kicked"), False),
    ],
)
async def test_who_administers_a_group_is_asked_of_telegram_each_time(
    tmp_path: Path,
    now: Json,
    is_admin: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """Creators and administrators are admins; what they were a moment ago counts nothing."""
    async with town_in(tmp_path) as town:
        town.sky.members[CLUB, ADMIN] = now
        assert await spoken(town, "hello", chat=CLUB) == Place(HERE, str(CLUB), is_admin, name=TITLES[CLUB])
        town.sky.members[CLUB, ADMIN] = member("member")
        assert await spoken(town, "hello", chat=CLUB) == Place(HERE, str(CLUB), name=TITLES[CLUB])


async def test_who_can_not_be_asked_about_is_no_admin(tmp_path: Path) -> None:
    """Telegram away, and somebody whom it doesn't know there: neither is believed to be one."""
    async with town_in(tmp_path) as town:
        assert await spoken(town, "hello", chat=CLUB, user=99) == Place(HERE, str(CLUB), name=TITLES[CLUB])
        town.sky.away = True
        assert await spoken(town, "hello", chat=CLUB) == Place(HERE, str(CLUB), name=TITLES[CLUB])


async def test_a_private_chat_and_a_channel_are_no_places(tmp_path: Path) -> None:
    """Nothing is asked of Telegram for plain words in private."""
    async with town_in(tmp_path) as town:
        await begun(town)
        town.sky.asked.clear()
        for text in ("is my video private?", "/privacy", "/setup", "/setups", " "):
            assert await spoken(town, text, chat=ADMIN) is None
        assert await spoken(town, "hello", chat=CHANNEL) is None
        assert town.sky.asked == []


async def test_a_private_setup_is_about_the_group_where_it_was_asked_for(tmp_path: Path) -> None:
    """For an hour, and for whoever asked; being opened gives no right."""
    async with town_in(tmp_path) as town:
        community, parts = await begun(town), town.chatting.parts
        for user in (ADMIN, MEMBER):
            await open_for(Identity(HERE, str(user)), community, store=parts.store, clock=parts.clock)
        for text in ("/setup", "/setup@hushreel_bot", "/setup now"):
            assert await spoken(town, text, chat=ADMIN) == Place(HERE, str(CLUB), is_admin=True, name=TITLES[CLUB])
        assert await spoken(town, "/setup", chat=MEMBER, user=MEMBER) == Place(HERE, str(CLUB), name=TITLES[CLUB])
        assert await spoken(town, "/privacy", chat=ADMIN) is None
        assert await spoken(town, "/setup", chat=99, user=99) is None
        parts.clock.advance(OPEN_FOR_MS)
        assert await spoken(town, "/setup", chat=ADMIN) is None


async def test_a_press_on_a_setup_card_is_about_its_community(tmp_path: Path) -> None:
    """Whatever was opened since; one that has ended, one of another platform and any other press are about none."""
    async with town_in(tmp_path) as town:
        store = town.chatting.parts.store
        await begun(town)
        await town.say("/setup", ADMIN)
        (switch, *_), card = buttons(town.shown[-1][1]), town.shown[-1][1]

        async def of(press: str, user: int = ADMIN) -> Place | None:
            return await town.places.place_of(town.update(callback_query=pressed(user, press)))

        assert await of(switch.press) == Place(HERE, str(CLUB), is_admin=True, name=TITLES[CLUB])
        assert await of(switch.press, MEMBER) == Place(HERE, str(CLUB), name=TITLES[CLUB])
        assert f"setup:{subject_of(switch.press)}" == card.card
        asker = await town.asker_of(town.update(callback_query=pressed(ADMIN, switch.press)))
        presses = town.chatting.services.presses
        assert await of(presses.show("privacy", (await town.known()).id, asker)) is None
        elsewhere = await joined(Platform.DISCORD, "5", store=store)
        assert await of(await presses.offer("setshow", elsewhere, asker)) is None
        await left(HERE, str(CLUB), store=store)
        assert await of(switch.press) is None
        for press in ("", "1c", "ask:1", "1csetshow" + "é" * 20, "x" * 64):
            assert await of(press) is None


@pytest.mark.parametrize("command", ["/publish last", "/unpublish last", "/review"])
async def test_publishing_in_private_is_about_the_group_where_it_was_asked_for(tmp_path: Path, command: str) -> None:
    """For its members alone, as Telegram says at that moment; being opened gives no right."""
    async with town_in(tmp_path) as town:
        parts = town.chatting.parts
        await town.say(command, MEMBER)
        opening = await parts.store.ledger.opening(Identity(HERE, str(MEMBER)))
        assert opening is not None
        assert (await spoken(town, command, chat=MEMBER, user=MEMBER)) == Place(HERE, str(CLUB), name=TITLES[CLUB])
        for now in (member("left"), member("kicked"), member("restricted", is_member=False)):
            town.sky.members[CLUB, MEMBER] = now
            assert await spoken(town, command, chat=MEMBER, user=MEMBER) is None
        town.sky.members[CLUB, MEMBER] = member("restricted", is_member=True)
        assert await spoken(town, command, chat=MEMBER, user=MEMBER) is not None
        town.sky.away = True
        assert await spoken(town, command, chat=MEMBER, user=MEMBER) is None


async def test_a_press_about_what_is_published_is_about_its_group(tmp_path: Path) -> None:
    """In whichever chat the button stands, for those who are in the group now, and for nobody else."""
    async with town_in(tmp_path) as town:
        community, parts = await begun(town), town.chatting.parts
        video = await ready(parts, await _met(town))
        named = PublicationId(parts.ids.new())
        async with parts.store.write() as writes:
            await writes.add_publication(Publication(named, video, community, Audience.COMMUNITY, 1, Showing.PROPOSED))
        shared = town.chatting.services.presses.share("approve", named, 1)

        async def of(press: str, user: int, chat: int | None = None) -> Place | None:
            told = pressed(user, press)
            if chat is not None:
                told["message"] |= {"chat": town.sky.chat(chat)}
            return await town.places.place_of(town.update(callback_query=told))

        for chat in (None, DESK, CHANNEL):
            assert await of(shared, MEMBER, chat) == Place(HERE, str(CLUB), name=TITLES[CLUB])
            assert await of(shared, ADMIN, chat) == Place(HERE, str(CLUB), is_admin=True, name=TITLES[CLUB])
            assert await of(shared, STRANGER, chat) is None
        town.sky.members[CLUB, MEMBER] = member("left")
        assert await of(shared, MEMBER, DESK) is None
        town.sky.members[CLUB, MEMBER] = member("member")
        await left(HERE, str(CLUB), store=parts.store)
        assert await of(shared, MEMBER, DESK) is None


async def test_how_many_can_read_a_place_is_asked_of_telegram(tmp_path: Path) -> None:
    """Without us; None where no place is chosen, and where Telegram doesn't tell; names are asked for as well."""
    async with town_in(tmp_path) as town:
        community, ledger = await begun(town), town.chatting.parts.store.ledger
        readers = Readers(town.bot, ledger)
        assert await readers.count(community, Spot.SHOWCASE) is None
        admin = await town.chatting.chat.arrive(
            Identity(HERE, str(ADMIN)), Surface.CHAT_PRIVATE, place=Place(HERE, str(CLUB), is_admin=True)
        )
        store = town.chatting.parts.store
        await choose_spot(admin.viewer, community, Spot.SHOWCASE, str(CHANNEL), Surface.CHAT_PRIVATE, store=store)
        assert await readers.count(community, Spot.SHOWCASE) == 2
        assert await readers.count(community, Spot.REVIEW) is None
        assert await readers.called(community) == TITLES[CLUB]
        elsewhere = await joined(Platform.DISCORD, "5", store=store)
        assert (await readers.count(elsewhere, Spot.SHOWCASE), await readers.called(elsewhere)) == (None, "")
        town.sky.away = True
        assert (await readers.count(community, Spot.SHOWCASE), await readers.called(community)) == (None, "")


async def test_whether_somebody_is_a_member_is_asked_of_telegram(tmp_path: Path) -> None:
    """As they are now; nobody for a stranger, for whoever left, and where Telegram doesn't tell."""
    async with town_in(tmp_path) as town:
        found = await town.chatting.parts.store.ledger.community(await begun(town))
        assert found is not None

        async def ask(user: int) -> Place | None:
            return await town.places.of_member(found, Identity(HERE, str(user)))

        assert await ask(MEMBER) == Place(HERE, str(CLUB), name=TITLES[CLUB])
        assert await ask(ADMIN) == Place(HERE, str(CLUB), is_admin=True, name=TITLES[CLUB])
        assert await ask(STRANGER) is None
        town.sky.members[CLUB, MEMBER] = member("left")
        assert await ask(MEMBER) is None
        town.sky.away = True
        assert await ask(ADMIN) is None


async def _met(town: Town) -> Viewer:
    async with town.chatting.parts.store.write() as writes:
        return Viewer(await writes.meet(Identity(HERE, str(STRANGER))))


@given(st.text(max_size=64))
def test_any_value_names_something_or_nothing(value: str) -> None:
    """Reading what a press is about never breaks, whatever Telegram hands over."""
    for start in ("", "1c", "1s", "1csetshow"):
        named = subject_of(start + value)
        assert named is None or isinstance(named, UUID)
