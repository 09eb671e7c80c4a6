"""From where somebody speaks on Telegram: rights are asked at each use, and only a group's own admins have them."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.presses import subject_of
from core.communities import Place
from core.hosting.opening import OPEN_FOR_MS, open_for
from core.hosting.presence import joined, left
from core.people import Identity, Platform
from tests.talk import buttons
from tests.telegram_town import ADMIN, CHANNEL, CLUB, MEMBER, TITLES, Json, Town, begun, member, pressed, town_in

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


@given(st.text(max_size=64))
def test_any_value_names_something_or_nothing(value: str) -> None:
    """Reading what a press is about never breaks, whatever Telegram hands over."""
    for start in ("", "1c", "1s", "1csetshow"):
        named = subject_of(start + value)
        assert named is None or isinstance(named, UUID)
