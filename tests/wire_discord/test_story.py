"""The whole story on Discord: made, shown, asked about, given a date and erased, seen by its owner alone."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from core.generation.origin import Origin
from tests.conftest import NOT_BESIDE
from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.asking import Upload
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Place, Server, Town
from tests.marked import origin_told
from tests.service import Service
from tests.wire_discord.living import living, made, photo

pytestmark = pytest.mark.timeout(400)

PROMPT = "slowly towards the lighthouse"
QUESTION = "Is my lighthouse video private?"
TOKEN_LASTS_S = 15 * 60
ENDS_IN_S = TOKEN_LASTS_S - 4
WORDS_MOST = 20
ANSWERED_WITHIN_S = 5.0
MARKER = "a camera that nobody else has"


async def tell(owner: Person, place: Place, fake: DiscordWire, *, hidden: bool) -> None:
    """Tell the story and check who saw it. `hidden`: its answers are for the owner alone among others."""
    picture = photo(MARKER)
    card, film = await made(owner, place, PROMPT, picture)
    assert film.filename.endswith(".mp4")
    assert film.description
    assert card.asked.first_response_ms is not None
    assert card.asked.first_response_ms < 3000
    assert MARKER.encode() not in film.content
    assert origin_told(film.content) is Origin.COMPOSITE
    assert len(card.message.files) == 1
    saw_progress(card)
    await asks(owner, place)
    dated = await owner.command(place, "enddate", video="last")
    later = await owner.press(dated.message, "7 days later")
    assert "<t:" in later.text
    await deletes(owner, place, card, film.content)
    assert fake.seen.who_saw(PROMPT) <= {owner.name}
    assert fake.seen.who_saw("lighthouse") <= {owner.name}
    assert fake.seen.who_saw(film.content) == {owner.name}
    assert fake.seen.who_saw(picture.content) == frozenset()
    answers = [one for one in fake.seen.messages if one.author.bot]
    assert answers
    assert all(version.viewers == {owner.id} for one in answers for version in one.versions)
    assert all(one.ephemeral == hidden for one in answers)
    assert fake.refused == []
    assert fake.world.reasons == []


def saw_progress(card: Answer) -> None:
    """Check that the card told of the video before it came, and that it is one message."""
    versions = card.message.versions
    assert [bool(one.attachments) for one in versions] == sorted(bool(one.attachments) for one in versions)
    assert "I have it" in "".join(one.content for one in versions if not one.attachments)
    assert len(card.messages) == 1


async def asks(owner: Person, place: Place) -> None:
    """Ask for the five answers, by command, button and plain question, and for their sources."""
    told = await owner.command(place, "privacy", video="last")
    assert "No other member can open it." in told.text
    assert "Ada Operator" in told.text
    assert all(f"{number} **" in told.text for number in range(1, 6))
    label = next(one for one in told.message.labels if one.startswith("Sources"))
    sources = await owner.press(told.message, label)
    assert len(sources.text) > len("Sources")
    asked = await owner.command(place, "ask", question=QUESTION)
    assert "No other member can open it." in asked.text


async def deletes(owner: Person, place: Place, card: Answer, film: bytes) -> None:
    """Erase the video: the receipt comes, and the file leaves the card."""
    sure = await owner.command(place, "delete", video="last")
    gone = await owner.press(sure.message, "Delete for good")
    await gone.says("Receipt R-", within_s=60)
    world = card.world
    await world.until(lambda: all(film != one.content for one in card.message.files), 30, "the file's leaving")
    kept = {file.filename: file.content for file in (*gone.files, *card.files)}
    receipt = json.loads(kept["hushreel-receipt.json"])
    assert PROMPT not in receipt["body"]
    missed = await owner.command(place, "videos", video="#1")
    assert PROMPT not in missed.text


async def test_in_a_server(fake: DiscordWire, house: Service, club: Server, ada: Person) -> None:
    """In a server each answer is for its owner alone, and no other member sees a word or a byte."""
    await tell(ada, club, fake, hidden=True)
    assert PROMPT not in house.log


async def test_in_a_private_chat(fake: DiscordWire, house: Service, ada: Person) -> None:
    """In the private chat with the bot answers stay, and two see them: the owner and the bot."""
    await tell(ada, None, fake, hidden=False)
    assert PROMPT not in house.log


@pytest.mark.parametrize("place", ["server", "group chat"])
async def test_as_a_user_install(fake: DiscordWire, house: Service, town: Town, bob: Person, place: str) -> None:
    """Where only the person brought the bot along, in a server or a private chat of others, nobody else sees it."""
    eve = town.person("eve", installed=True)
    den, zoe = town.guild("den", bob, eve, bot=False), town.person("zoe")
    await tell(eve, den if place == "server" else town.group_chat(eve, bob, zoe), fake, hidden=True)
    assert PROMPT not in house.log


async def test_a_video_that_comes_after_fifteen_minutes_comes_to_the_private_chat(
    fake: DiscordWire, house: Service, club: Server, ada: Person
) -> None:
    """When the token of an answer has ended before the video is ready, the video comes another way, to its owner."""
    fake.clock.advance(-ENDS_IN_S)  # what is asked now was asked long ago by the service's own clock
    card = await ada.command(club, "create", prompt=PROMPT, image=photo())
    fake.clock.advance(TOKEN_LASTS_S + 1)
    found = await ada.next_message(None, within_s=150)
    await fake.world.until(lambda: found.files, 150, "the video")
    assert card.files == ()
    assert house.process is not None
    assert fake.seen.who_saw(found.files[0].content) == {"ada"}
    assert fake.seen.who_saw("lighthouse") <= {"ada"}


async def told_at_a_word(person: Person, club: Server) -> Answer:
    """Speak until an answer tells of a late video: the first one after it is ready does."""
    for _ in range(WORDS_MOST):
        spoken = await person.command(club, "about")
        with suppress(AssertionError):
            return await spoken.says("Show me", ANSWERED_WITHIN_S)
    raise AssertionError(f"nothing was told at {WORDS_MOST} words")


async def test_with_the_private_chat_closed_the_next_word_brings_a_late_video(
    fake: DiscordWire, house: Service, club: Server, ada: Person
) -> None:
    """Where a late video can't be sent, its owner is told at their next command, and a press shows it to them alone."""
    ada.user.takes_messages = False
    fake.clock.advance(-ENDS_IN_S)
    await ada.command(club, "create", prompt=PROMPT, image=photo())
    fake.clock.advance(TOKEN_LASTS_S + 1)
    await fake.world.until(lambda: any(one.code == 50007 for one in fake.refused), 150, "a refused private message")
    told = await told_at_a_word(ada, club)
    notice = next(one for one in told.messages if any("Show me" in label for label in one.labels))
    shown = await ada.press(notice, next(label for label in notice.labels if "Show me" in label))
    film = await shown.shows_file()
    assert shown.message.ephemeral
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert house.process is not None


async def test_every_language_of_discord_reaches_its_person(house: Service, town: Town) -> None:
    """An answer comes in the language of the person's app."""
    said = set()
    for locale in ("en-US", "es-419", "pt-BR", "zh-CN", "ru"):
        person = town.person(f"speaks {locale}", locale)
        town.guild(f"of {locale}", person)
        said.add((await person.command(None, "about")).text)
    assert len(said) == 5
    assert house.process is not None


async def test_a_file_given_with_plain_words_in_a_private_chat_is_made(
    fake: DiscordWire, house: Service, ada: Person
) -> None:
    """A picture that is simply sent to the bot becomes a video."""
    before = ada.inbox()
    ada.say(None, PROMPT, photo(MARKER))
    answer = await ada.next_message(None, before)
    await fake.world.until(lambda: answer.files, 150, "the video")
    assert fake.seen.who_saw(answer.files[0].content) == {"ada"}
    assert house.process is not None


async def test_a_token_that_is_refused_ends_the_start_with_one_line(fake: DiscordWire, tmp_path: Path) -> None:
    """A wrong token is named with its setting, and never printed."""
    with pytest.raises(AssertionError, match="it ended with"):
        async with living(tmp_path / "house", fake, DISCORD_TOKEN="x.y.wrong-token"):
            pass
    log = (tmp_path / "house" / "log.txt").read_text("utf-8")
    assert "HUSHREEL_DISCORD_TOKEN" in log
    assert "wrong-token" not in log


def test_discords_own_specification_was_asked(fake: DiscordWire) -> None:
    """Each request of this suite is checked against Discord's OpenAPI."""
    if not fake.checked:
        pytest.skip(NOT_BESIDE)
    assert Upload("a", b"").content == b""
