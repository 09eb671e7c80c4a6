"""Bad days of Telegram: whoever asked has an answer, and a video is put in once."""

import asyncio

import pytest

from tests.fakes.telegram_wire.answers import FILM, Answer
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.fakes.telegram_wire.trouble import CUT_AFTER, CUT_BEFORE, TIME_OUT
from tests.service import Service, eventually
from tests.wire_telegram.living import MADE_WITHIN_S, made, picture, start

pytestmark = pytest.mark.timeout(1200)

PASSING = (429, 500, 502, CUT_BEFORE, CUT_AFTER)
ON_THE_WAY_S = 900.0
"""A call that nobody answers is given up after a minute, and several videos are made in between."""

QUIET_S = 2.0


def times_put_in(message: Message) -> int:
    """Count how often a video was put into a message."""
    held = [one.media is not None and one.media.kind in FILM for one in message.versions]
    return sum(now and not before for before, now in zip([False, *held], held, strict=False))


@pytest.mark.parametrize("what", PASSING)
async def test_an_answer_in_trouble_is_tried_again(
    fake: TelegramWire, house: Service, ada: Person, what: int | str
) -> None:
    """An answer whose sending fails comes all the same, once; one whose receipt got lost may stand there twice."""
    fake.trouble.plan(what, method="sendMessage", chat=ada.id)
    answer = await ada.says("Can others see my videos?", waits=30)
    await asyncio.sleep(QUIET_S)
    assert fake.trouble.hits == [("sendMessage", what)]
    assert len(answer.new) == (2 if what == CUT_AFTER else 1)
    assert len({one.words for one in answer.new}) == 1
    assert house.process is not None


@pytest.mark.parametrize("method", ["sendMessage", "editMessageMedia", "editMessageText"])
async def test_a_delivery_in_trouble_ends_with_one_video(
    fake: TelegramWire, house: Service, town: Town, method: str
) -> None:
    """Whatever becomes of the calls that make a card, in the end one message holds the video, put in once."""

    async def live(what: int | str) -> None:
        person = town.person(f"meets {what}")
        fake.trouble.plan(what, method=method, chat=person.id, times=1 if what == TIME_OUT else 3)
        await person.command("create a calm sky seconds=2", waits=None)
        await fake.world.until(lambda: holding(person), ON_THE_WAY_S, f"a video after {what}")
        await asyncio.sleep(QUIET_S)
        (shown,) = holding(person)
        assert times_put_in(shown) == 1, what
        assert shown.media is not None
        assert fake.seen.who_saw(shown.media.content) == {person.name}

    await asyncio.gather(*(live(what) for what in (*PASSING, TIME_OUT)))
    assert house.process is not None


def holding(person: Person) -> list[Message]:
    """Give the messages in somebody's chat that hold a video now."""
    return [one for one in person.inbox() if one.media is not None and one.media.kind in FILM]


async def test_an_upload_that_breaks_off_is_sent_again(fake: TelegramWire, house: Service, ada: Person) -> None:
    """A connection that ends in the middle of the file: the card stays a card, and the video comes later."""
    fake.trouble.stop_uploads_after = 2_000
    await ada.command("create a calm sea seconds=3")
    await fake.world.until(lambda: fake.trouble.hits, MADE_WITHIN_S, "an upload that breaks off")
    assert holding(ada) == []
    fake.trouble.over()
    await fake.world.until(lambda: holding(ada), 120, "the video")
    assert len(holding(ada)) == 1
    assert house.process is not None


async def test_a_flood_wait_holds_everybody_up_and_loses_nobody(
    fake: TelegramWire, house: Service, ada: Person, bob: Person
) -> None:
    """When Telegram asks for 5 s of silence, all answers come after it, once."""
    fake.trouble.plan(429, method="sendMessage", retry_after_s=5)
    answers = [await one.command("about", waits=None) for one in (ada, bob)]
    await asyncio.gather(*(one.seen(40) for one in answers))
    await asyncio.sleep(QUIET_S)
    assert [len(one.new) for one in answers] == [1, 1]
    assert house.process is not None


async def test_updates_that_come_again_late_or_all_at_once_are_answered_once(
    fake: TelegramWire, house: Service, ada: Person
) -> None:
    """What is handed over a second time is known, also after a restart; what was held back is answered in order."""
    first = await ada.command("about")
    fake.updates.repeat(5)
    await asyncio.sleep(QUIET_S)
    assert len(first.new) == 1
    await asyncio.to_thread(house.kill)
    fake.updates.repeat(5)
    await start(house, fake)
    await asyncio.sleep(QUIET_S)
    assert len(first.new) == 1
    fake.updates.held = True
    late = [await ada.command(name, waits=None) for name in ("about", "help", "videos")]
    fake.updates.release()
    await fake.world.until(lambda: len(late[0].new) == 3, 20, "three answers")
    await asyncio.sleep(QUIET_S)
    assert len(late[0].new) == 3


async def test_asking_for_updates_in_trouble_goes_on(fake: TelegramWire, house: Service, ada: Person) -> None:
    """Errors, cut connections, and another program with the same token: it asks again."""
    for what in (500, 502, CUT_BEFORE, CUT_AFTER, 409):
        fake.trouble.plan(what, method="getUpdates")
        await (await ada.command("about", waits=None)).seen(60)
    assert {what for _, what in fake.trouble.hits} == {500, 502, CUT_BEFORE, CUT_AFTER, 409}
    assert house.process is not None


async def test_telegram_begun_anew(fake: TelegramWire, house: Service, ada: Person) -> None:
    """When Telegram was away altogether, what was asked meanwhile is answered afterwards."""
    port = fake.port
    await fake.stop()
    answer = await ada.command("about", waits=None)
    await asyncio.sleep(1)
    await fake.start(port)
    await answer.seen(60)
    assert len(answer.new) == 1
    assert house.process is not None


async def test_somebody_who_blocked_us_is_told_when_they_are_back(
    fake: TelegramWire, house: Service, ada: Person
) -> None:
    """A video that was finished while its owner blocked the bot is there when they speak again."""
    fake.trouble.lag_s = 0.2
    answer = await ada.command("create a calm sea seconds=5")
    ada.blocks()
    await asyncio.to_thread(eventually, lambda: "waits for its owner's next word" in house.log, MADE_WITHIN_S)
    fake.trouble.over()
    ada.unblocks()
    await ada.command("about")
    film = await answer.shows_film(MADE_WITHIN_S)
    assert len(holding(ada)) == 1
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert house.process is not None


async def test_an_account_that_is_gone_stops_nothing(
    fake: TelegramWire, house: Service, ada: Person, bob: Person
) -> None:
    """A deactivated account is left alone, and everybody else is answered."""
    await ada.command("create a calm sea seconds=3")
    ada.deactivates()
    await made(bob, "a calm sea seconds=3", picture())
    assert house.process is not None
    assert not [one for one in fake.requests if one.chat_id == ada.id][40:]


async def test_a_slow_telegram_is_waited_for(fake: TelegramWire, house: Service, ada: Person) -> None:
    """With each call a second late, a press still rests in time."""
    card = await ada.command("settings")
    fake.trouble.lag_s = 1.0
    pressed: Answer = await ada.presses(card.message, card.message.labels[-1], waits=10)
    assert pressed.query is not None
    assert pressed.query.answered_ms is not None
    assert pressed.query.answered_ms - pressed.query.at_ms < 3_000
    assert house.process is not None
