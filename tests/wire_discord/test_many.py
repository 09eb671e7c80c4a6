"""Many people at once: each is answered in time, once, with their own."""

import asyncio
from typing import Any

import pytest

from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.interactions import FIRST_WITHIN_MS
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.service import Service

pytestmark = pytest.mark.timeout(500)

PEOPLE, EACH = 20, 10
COMMANDS = ("privacy", "help", "videos", "create", "about", "settings", "privacy", "help", "videos", "privacy")


async def asked(person: Person, club: Server, name: str, number: int) -> Answer:
    """Give one command, in the server or in private, without waiting."""
    given: dict[str, Any] = {"prompt": f"sea, {person.name} dusk", "more": True} if name == "create" else {}
    return await person.command(club if number % 2 else None, name, waits=None, **given)


async def test_two_hundred_commands_at_once(fake: DiscordWire, house: Service, club: Server, town: Town) -> None:
    """20 people give 200 commands at once to a service at work: all answered within 3 s, none lost, none doubled."""
    people = [town.person(f"person{number:02}") for number in range(PEOPLE)]
    club.join(*people)
    await people[0].command(club, "privacy")
    answers = [
        await asked(person, club, COMMANDS[(number + turn) % EACH], number + turn)
        for turn in range(EACH)
        for number, person in enumerate(people)
    ]
    assert len(answers) == PEOPLE * EACH
    await asyncio.gather(*(one.seen(60) for one in answers))
    late = [one.asked.first_response_ms for one in answers]
    assert all(one is not None and one < FIRST_WITHIN_MS for one in late), sorted(late, key=str)
    assert all(len(one.messages) == 1 for one in answers)
    shown = [one for one in fake.seen.messages if one.author.bot]
    assert len(shown) == len(answers) + 1
    assert all(len(version.viewers) == 1 for one in shown for version in one.versions)
    assert fake.refused == []
    for person in people:
        assert fake.seen.who_saw(f"{person.name} dusk") <= {person.name}
    assert "Traceback" not in house.log
