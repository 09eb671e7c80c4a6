"""/forgetme over the wire: the word is typed into a modal, messages go, and nobody is written to afterwards."""

import sqlite3
from contextlib import closing

import pytest

from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server
from tests.service import Service
from tests.waiting import until
from tests.wire_discord.living import made, photo

pytestmark = pytest.mark.timeout(400)

PROMPT = "slowly towards the lighthouse"


def left(house: Service) -> list[int]:
    """Count people, accounts, videos and departures in the database."""
    tables = ("people", "identities", "videos", "departures")
    with closing(sqlite3.connect(house.data_dir / "hushreel.db")) as database:
        return [database.execute(f"select count(*) from {one}").fetchone()[0] for one in tables]  # noqa: S608


@pytest.mark.parametrize("private", [True, False], ids=["private chat", "server"])
async def test_everything_goes_and_the_next_word_is_the_first(
    fake: DiscordWire,
    house: Service,
    club: Server,
    ada: Person,
    private: bool,  # noqa: FBT001
) -> None:
    """The card with the video goes from either place; the receipt's number and secret are in the last answer."""
    place = None if private else club
    card, film = await made(ada, place, PROMPT, photo())
    shown = card.message
    asked = await ada.command(place, "forgetme")
    await asked.says("Shall I erase everything")
    form = await ada.press(asked.message, "Erase everything")
    wrong = await ada.submit(form.modal, {"word": "erase"})
    await wrong.says("nothing was erased")
    form = await ada.press(asked.message, "Erase everything")
    done = await ada.submit(form.modal, {"word": "FORGET"})
    await done.says("don't know you any more")
    assert "Its secret" in done.text
    await fake.world.until(lambda: shown.deleted_ms is not None, 60, "the message's leaving")
    await until(lambda: left(house) == [0, 0, 0, 0])
    new = await ada.command(place, "videos")
    await new.says("You have no video here")
    assert fake.seen.who_saw(film.content) == {ada.name}
    assert PROMPT not in house.log
    assert {(one.method, one.refused) for one in fake.refused} == {("GET", "Unknown Message")}, "looks at what is gone"
