"""The whole story on Telegram: made, shown, asked about, given a date and erased, seen by its owner alone."""

import json
from pathlib import Path

import pytest

from core.generation.origin import Origin
from tests.conftest import NOT_BESIDE
from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.given import document
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Media
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.marked import origin_told
from tests.service import Service
from tests.wire_telegram.living import MADE_WITHIN_S, MAKE_IT, drafted, living, made, picture

pytestmark = pytest.mark.timeout(400)

PROMPT = "slowly towards the lighthouse"
QUESTION = "Is my lighthouse video private?"
MARKER = "a camera that nobody else has"
FIVE = tuple(f"{number} " for number in range(1, 6))


def saw_progress(card: Answer) -> None:
    """Check that the card told of the video before it came, and that it is one message."""
    versions = card.message.versions
    assert [one.media is not None for one in versions] == sorted(one.media is not None for one in versions)
    assert "I have it" in "".join(one.words for one in versions if one.media is None)
    assert len(card.messages) == 1


def is_whole(film: Media) -> None:
    """Check that the video came with everything that Telegram's apps show it by."""
    assert film.file.filename.endswith(".mp4")
    assert film.streaming
    assert (film.width, film.height) == (720, 1280)
    assert film.duration > 0
    assert film.thumbnail is not None


async def asks(owner: Person, place: Group | None, fake: TelegramWire) -> None:
    """Ask for the five answers, by command, button and plain question, and for their sources."""
    told = Answer(fake.world, owner.private)
    await owner.command("privacy last", place, waits=None)
    await told.says("No other member can open it.")
    assert "Ada Operator" in told.text
    assert all(one in told.text for one in FIVE)
    label = next(one for one in told.message.labels if one.startswith("Sources"))
    sources = await owner.presses(told.message, label)
    await sources.redrawn()
    assert len(sources.text) > len("Sources")
    asked = Answer(fake.world, owner.private)
    await owner.command(f"ask {QUESTION}", place, waits=None)
    await asked.says("No other member can open it.")
    plain = await owner.says(QUESTION)
    await plain.says("No other member can open it.")


async def deletes(owner: Person, place: Group | None, film: bytes, fake: TelegramWire) -> None:
    """Erase the video: the receipt comes, and the file leaves the chat."""
    sure = Answer(fake.world, owner.private)
    await owner.command("delete last", place, waits=None)
    await sure.says("Delete for good")
    gone = await owner.presses(sure.message, "Delete for good")
    await gone.says("Receipt R-", within_s=60)
    await fake.world.until(lambda: not _holding(owner, film), 30, "the file's leaving")
    await fake.world.until(lambda: gone.documents, 30, "the receipt")
    (receipt,) = [json.loads(one.content) for one in gone.documents]
    assert PROMPT not in receipt["body"]
    missed = Answer(fake.world, owner.private)
    await owner.command("videos #1", place, waits=None)
    await missed.seen()
    assert PROMPT not in missed.text


def _holding(owner: Person, film: bytes) -> list[int]:
    return [one.id for one in owner.inbox() if one.media is not None and one.media.content == film]


async def test_in_a_private_chat(fake: TelegramWire, house: Service, ada: Person) -> None:
    """A photo with a caption becomes a video in its own card; everything about it is its owner's alone."""
    await (await ada.starts()).says("/privacy")
    card = await drafted(ada, PROMPT, picture(MARKER))
    begun = await ada.presses(card.message, MAKE_IT)
    film = await begun.shows_film(MADE_WITHIN_S)
    is_whole(film)
    saw_progress(card)
    assert MARKER.encode() not in film.content
    assert origin_told(film.content) is Origin.COMPOSITE
    await asks(ada, None, fake)
    dated = await ada.command("enddate last")
    later = await ada.presses(dated.message, "7 days later")
    await later.says("is ready")
    await deletes(ada, None, film.content, fake)
    assert fake.seen.who_saw("lighthouse") == fake.seen.who_saw(film.content) == {"ada"}
    assert all(version.viewers == {ada.id} for one in fake.seen.by_bot for version in one.versions)
    assert fake.refused == []
    assert PROMPT not in house.log


async def test_its_private_parts_asked_for_in_a_group(
    fake: TelegramWire, house: Service, club: Group, ada: Person, bob: Person
) -> None:
    """In a group everybody sees a discreet line and a way into the private chat; the answers are there."""
    _, film = await made(ada, PROMPT, picture(MARKER))
    await asks(ada, club, fake)
    await deletes(ada, club, film.content, fake)
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert fake.seen.who_saw("No other member can open it.") == {"ada"}
    assert fake.seen.who_saw("Receipt R-") == {"ada"}
    assert club.messages()
    for one in club.messages():
        assert one.media is None
        assert "lighthouse" not in one.text
        assert [button.get("url", "").startswith("https://t.me/hushreel_bot") for button in one.now.buttons] != []
    assert bob.inbox() == []
    assert fake.refused == []
    assert PROMPT not in house.log


async def test_who_never_started_the_bot_is_told_where_they_asked(house: Service, town: Town, ada: Person) -> None:
    """A bot can't write first: the line in the group says so, and its button leads into the private chat."""
    new = town.person("new", started=False)
    club = town.group("club", ada, new)
    told = await new.command("privacy", club)
    assert "press Start" in told.text
    assert new.inbox() == []
    link = next(one["url"] for one in told.message.now.buttons)
    payload = str(link).partition("?start=")[2]
    welcome = await new.starts(payload)
    assert welcome.text
    assert house.process is not None


async def test_a_file_by_itself_asks_for_nothing_but_start(house: Service, ada: Person) -> None:
    """A photo without a word is enough for a draft, and a document of a picture too."""
    for given in (picture(), document(picture().content, "IMG_2024.jpg")):
        card = await ada.sends(given)
        await card.offers(MAKE_IT)
        stopped = await ada.command("cancel")
        await stopped.says("stopped")
    assert house.process is not None


async def test_every_language_reaches_its_person(house: Service, town: Town) -> None:
    """An answer comes in the language of the person's app, and so does the menu."""
    said, menus = set(), set()
    for language in ("en", "es", "pt-br", "zh-hans", "ru"):
        person = town.person(f"speaks {language}", language)
        said.add((await person.starts()).text)
        menus.add(tuple(one["description"] for one in person.menu()))
    assert len(said) == len(menus) == 5
    assert house.process is not None


async def test_the_menu_has_eight_at_most(house: Service, club: Group, ada: Person) -> None:
    """In private the eight that matter most, with /privacy; in a group few."""
    names = [one["command"] for one in ada.menu()]
    assert len(names) <= 8
    assert {"create", "privacy", "delete", "help"} <= set(names)
    assert len(ada.menu(club)) < len(names)
    assert house.process is not None


async def test_a_start_payload_is_no_authority(fake: TelegramWire, house: Service, ada: Person, bob: Person) -> None:
    """Whatever a link carries, nobody gets at somebody else's video by it."""
    _, film = await made(ada, "a calm sea, lighthouse seconds=3")
    for payload in ("1", "video-1", "delete", "%23 1", "x" * 64, "privacy"):
        answer = await bob.starts(payload)
        assert "lighthouse" not in answer.text
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert house.process is not None


async def test_a_token_that_is_refused_ends_the_start_with_one_line(fake: TelegramWire, tmp_path: Path) -> None:
    """A wrong token is named with its setting, and never printed."""
    wrong = f"{fake.me.id}:AAwrong-token-of-nobody"
    with pytest.raises(AssertionError, match="it ended with"):
        async with living(tmp_path / "house", fake, TELEGRAM_TOKEN=wrong):
            pass
    log = (tmp_path / "house" / "log.txt").read_text("utf-8")
    assert "HUSHREEL_TELEGRAM_TOKEN" in log
    assert "wrong-token" not in log


def test_telegrams_own_description_was_asked(fake: TelegramWire) -> None:
    """Each request of this suite is checked against the description of the Bot API."""
    if not fake.checked:
        pytest.skip(NOT_BESIDE)
