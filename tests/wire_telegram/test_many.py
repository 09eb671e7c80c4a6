"""Many people at once: within Telegram's rates each is answered, once, with their own."""

import asyncio

import pytest

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.limits import QUERY_LASTS_MS
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.service import Service

pytestmark = pytest.mark.timeout(600)

PEOPLE = 200
COMMANDS = ("privacy", "help", "videos", "about", "settings")
ALL_WITHIN_S = 90.0
QUIET_S = 3.0
"""How long nothing more may come when everybody was answered: a doubled answer would be late."""


async def test_two_hundred_people_at_once(fake: TelegramWire, house: Service, town: Town) -> None:
    """200 people ask in one moment: nothing is lost, nothing doubled, and Telegram refuses nothing as too much."""
    people = [town.person(f"person{number:03}") for number in range(PEOPLE)]
    answers = [
        await one.command(COMMANDS[number % len(COMMANDS)], waits=None)
        if number % 2
        else await one.says(f"who can open the sea of {one.name}?", waits=None)
        for number, one in enumerate(people)
    ]
    await asyncio.gather(*(one.seen(ALL_WITHIN_S) for one in answers))
    await asyncio.sleep(QUIET_S)
    assert [len(one.inbox()) for one in people] == [1] * PEOPLE
    assert all(version.viewers == {one.id} for one in people for sent in one.inbox() for version in sent.versions)
    assert fake.refused == []
    assert fake.rates.over == 0
    assert "Traceback" not in house.log


async def test_presses_of_many_rest_at_once(fake: TelegramWire, house: Service, town: Town) -> None:
    """However many messages wait for their turn, each button rests before Telegram gives up on its press."""
    people = [town.person(f"person{number:03}") for number in range(PEOPLE)]
    cards = await asyncio.gather(*(one.command("settings", waits=ALL_WITHIN_S) for one in people))
    pressed = await asyncio.gather(*(_press(one, card) for one, card in zip(people, cards, strict=True)))
    for one in pressed:
        await one.seen(30)
        assert one.query is not None
        assert one.query.answered_ms is not None
        assert one.query.answered_ms - one.query.at_ms < QUERY_LASTS_MS
    await asyncio.gather(*(one.redrawn(ALL_WITHIN_S) for one in pressed))
    assert fake.refused == []
    assert "Traceback" not in house.log


async def _press(person: Person, card: Answer) -> Answer:
    return await person.presses(card.message, card.message.labels[0], waits=None)
