"""/forgetme over the wire: the word is asked for as a question, the chat is emptied, and nobody is written to after."""

import sqlite3
from contextlib import closing

import pytest

from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.service import Service
from tests.waiting import until
from tests.wire_telegram.living import made, picture
from tests.wire_telegram.pressing import said
from tests.wire_telegram.test_tidy import films, sent_by

pytestmark = pytest.mark.timeout(600)


def left(house: Service) -> dict[str, int]:
    """Count what the database holds of people and of those who leave."""
    tables = ("people", "identities", "videos", "departures", "recalls")
    with closing(sqlite3.connect(house.data_dir / "hushreel.db")) as database:
        return {one: database.execute(f"select count(*) from {one}").fetchone()[0] for one in tables}  # noqa: S608


async def test_everything_goes_and_the_next_word_is_the_first(
    fake: TelegramWire, house: Service, ada: Person, bob: Person
) -> None:
    """Another word erases nothing; the right one empties the chat; bob, who did nothing, has what he had."""
    _, kept = await made(bob, "a lake seconds: 1")
    _, film = await made(ada, "slowly", picture())
    asked = await ada.command("forgetme")
    await asked.says("Shall I erase everything")
    form = await said(await ada.presses(asked.message, "Erase everything"))
    await form.says("Type FORGET")
    wrong = await ada.says("yes, do it")
    await wrong.says("nothing was erased")
    again = await ada.command("forgetme")
    await again.says("Shall I erase everything")
    await said(await ada.presses(again.message, "Erase everything"))
    done = await ada.says("forget")
    await done.says("don't know you any more")
    assert "Your receipt: R-" in done.text
    await fake.world.until(lambda: not films(ada) and not sent_by(ada, fake), 60, "an empty chat")
    await until(lambda: not left(house)["departures"])
    assert left(house) == {"people": 1, "identities": 1, "videos": 1, "departures": 0, "recalls": 0}
    told = len(ada.inbox())
    new = await ada.command("videos")
    await new.says("You have no video here")
    assert len(ada.inbox()) == told + 1
    assert [one.media.content for one in films(bob) if one.media] == [kept.content]
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert {one.method for one in fake.refused} == {"deleteMessage"}, "tried again, to see that it is gone"
    assert {one.refused for one in fake.refused} == {"Bad Request: message to delete not found"}
