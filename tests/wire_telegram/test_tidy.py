"""Tidy chats over the wire: at 47 hours videos and what people sent for them leave, a card stays."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from tests.fakes.telegram_wire.answers import FILM
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.service import Service
from tests.wire_telegram.living import made, picture, start
from tests.wire_telegram.pressing import said

pytestmark = pytest.mark.timeout(600)

HOUR_S = 3600
SWEPT_WITHIN_S = 30.0
SHOW_AGAIN = "Show again"


async def later(house: Service, fake: TelegramWire, hours: float) -> None:
    """Let hours pass while the service is down: its messages are that much older when it starts again."""
    await asyncio.to_thread(house.stop)
    fake.clock.advance(hours * HOUR_S)
    with closing(sqlite3.connect(house.data_dir / "hushreel.db")) as database, database:
        database.execute("update posted set posted_at_ms = posted_at_ms - ?", (round(hours * HOUR_S * 1000),))
    await start(house, fake)


def films(person: Person) -> list[Message]:
    """Give the messages that hold a video now."""
    return [one for one in person.inbox() if one.media is not None and one.media.kind in FILM]


def sent_by(person: Person, fake: TelegramWire) -> list[Message]:
    """Give what somebody sent with a file and that is still there."""
    return [one for one in fake.world.in_chat(person.private) if one.author is person.user and one.media is not None]


async def test_at_47_hours_everything_with_a_file_leaves(fake: TelegramWire, house: Service, ada: Person) -> None:
    """The video and the photo go by themselves; a card with Show again stays, and brings the video back."""
    _, film = await made(ada, "slowly", picture())
    assert len(sent_by(ada, fake)) == 1
    await later(house, fake, 46)
    await asyncio.sleep(2)
    assert len(films(ada)) == 1
    await later(house, fake, 1.1)
    await fake.world.until(lambda: not films(ada) and not sent_by(ada, fake), SWEPT_WITHIN_S, "a tidy chat")
    (card,) = [one for one in ada.inbox() if SHOW_AGAIN in one.labels]
    again = await ada.presses(card, SHOW_AGAIN)
    shown = await again.shows_film()
    assert shown.content == film.content
    assert len(films(ada)) == 1
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert fake.refused == []


async def test_asleep_for_longer_the_card_is_emptied_by_an_edit(
    fake: TelegramWire, house: Service, ada: Person
) -> None:
    """After 48 hours nothing can be deleted: the video leaves its message by an edit, what was sent is told of."""
    _, film = await made(ada, "slowly", picture())
    await later(house, fake, 60)
    await fake.world.until(
        lambda: all(one.media is None or one.media.content != film.content for one in ada.inbox()),
        SWEPT_WITHIN_S,
        "the video's leaving",
    )
    assert len(sent_by(ada, fake)) == 1
    card = next(one for one in ada.inbox() if SHOW_AGAIN in one.labels)
    assert "48 hours" in card.text
    assert fake.seen.who_saw(film.content) == {"ada"}


async def test_switched_off_everything_stays_and_that_is_said(fake: TelegramWire, house: Service, ada: Person) -> None:
    """Who doesn't want it tidy keeps all; /privacy says what that means."""
    settings = await ada.command("settings")
    await said(await ada.presses(settings.message, tidy_label(settings.message)))
    await made(ada, "slowly", picture())
    await later(house, fake, 47.5)
    await asyncio.sleep(3)
    assert len(films(ada)) == len(sent_by(ada, fake)) == 1
    told = await ada.command("privacy last")
    assert "Telegram" in told.text


def tidy_label(message: Message) -> str:
    """Find the switch."""
    return next(one for one in message.labels if "tidy" in one.lower() or "keep" in one.lower())


async def test_erasing_after_48_hours_says_what_it_did(fake: TelegramWire, house: Service, ada: Person) -> None:
    """A message that can't be deleted is emptied, and the receipt tells that."""
    _, film = await made(ada, "slowly")
    await later(house, fake, 46)
    fake.clock.advance(3 * HOUR_S)
    sure = await ada.command("delete last")
    gone = await ada.presses(sure.message, "Delete for good")
    await gone.says("Receipt R-", within_s=60)
    await fake.world.until(
        lambda: all(one.media is None or one.media.content != film.content for one in ada.inbox()), 30, "its leaving"
    )
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert house.process is not None
