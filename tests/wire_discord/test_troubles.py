"""Bad days of Discord's REST and files: whoever asked has an answer, once, and a video is put in once."""

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.fakes.discord_wire.interactions import FIRST_WITHIN_MS
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.fakes.discord_wire.trouble import CUT_AFTER, CUT_BEFORE, TIME_OUT
from tests.service import Service
from tests.wire_discord.living import photo

pytestmark = pytest.mark.timeout(600)

PASSING = (429, 500, 503, CUT_BEFORE, CUT_AFTER)
ON_THE_WAY_S = 300.0
"""A call that nobody answers is given up after a minute, and six videos are made in between."""


def times_put_in(message: Message) -> int:
    """Count how often a video was put into a message."""
    held = [any(one.filename.endswith(".mp4") for one in version.attachments) for version in message.versions]
    return sum(now and not before for before, now in zip([False, *held], held, strict=False))


@pytest.mark.parametrize("name", ["about", "create"])
async def test_a_first_response_in_trouble_is_tried_again(
    fake: DiscordWire, house: Service, club: Server, ada: Person, name: str
) -> None:
    """A first response that fails once comes through within Discord's 3 s, and is one message."""
    given: dict[str, Any] = {} if name == "about" else {"prompt": "a calm sea", "seconds": 3}
    for what in (*PASSING, TIME_OUT):
        fake.trouble.plan(what, path="^/interactions/")
        answer = await ada.command(club, name, **given)
        assert fake.trouble.hits[-1][2] == what
        assert answer.asked.first_response_ms is not None, what
        assert answer.asked.first_response_ms < FIRST_WITHIN_MS, what
        assert len(answer.messages) == 1, what
    assert "Traceback" not in house.log


async def test_edits_and_uploads_in_trouble_are_tried_again(
    fake: DiscordWire, house: Service, town: Town, club: Server
) -> None:
    """Whatever becomes of the calls that change a card, in the end it holds its video, put in once."""

    async def live(what: int | str) -> None:
        person = town.person(f"meets {what}")
        club.join(person)
        card = await person.command(club, "create", prompt="a calm sea", seconds=3)
        fake.trouble.plan(what, method="PATCH", path=card.asked.token, times=1 if what == TIME_OUT else 3)
        film = await card.shows_file(ON_THE_WAY_S)
        assert len(card.messages) == 1, what
        assert times_put_in(card.message) == 1, what
        assert fake.seen.who_saw(film.content) == {person.name}

    await asyncio.gather(*(live(what) for what in (*PASSING, TIME_OUT)))
    assert {what for _, _, what in fake.trouble.hits} == {*PASSING, TIME_OUT}
    assert "Traceback" not in house.log


async def test_a_card_in_a_private_chat_survives_trouble(fake: DiscordWire, house: Service, ada: Person) -> None:
    """In a private chat a message whose sending seemed to fail isn't sent twice."""
    for what in PASSING:
        before = ada.inbox()
        fake.trouble.plan(what, method="POST", path=f"^/channels/{ada.private.id}/messages$")
        ada.say(None, "Can others see my videos?")
        await ada.next_message(None, before, within_s=30)
        await asyncio.sleep(2)
        assert fake.trouble.hits[-1][2] == what
        assert len(ada.inbox()) == len(before) + 1, what
    assert "Traceback" not in house.log


async def test_a_picture_that_stops_half_way_is_not_kept(
    fake: DiscordWire, house: Service, club: Server, ada: Person
) -> None:
    """Who gives a picture that breaks off on its way is told so, and nothing of it is there."""
    fake.trouble.stop_files_after = 1000
    answer = await ada.command(club, "create", prompt="slowly", image=photo())
    await answer.says("broke off on its way")
    assert answer.message.ephemeral
    assert [path for path in (house.data_dir / "blobs").rglob("*") if path.is_file()] == []
    with closing(sqlite3.connect(f"file:{house.data_dir / 'hushreel.db'}?mode=ro", uri=True)) as database:
        assert database.execute("select count(*) from videos").fetchone() == (0,)
    fake.trouble.over()
    again = await ada.command(club, "create", prompt="slowly", seconds=3, image=photo())
    await again.shows_file(90)
