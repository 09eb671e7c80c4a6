"""Presses that come after a restart, twice, too late, with forged values or without the right any more."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bots.chat.presses import action_of
from bots.discord_bot.render import FILE
from tests.fakes.discord_wire.answers import Answer, Modal
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Place, Server, Town
from tests.service import Service
from tests.wire_discord.living import MADE_WITHIN_S, living, made, photo, start
from tests.wire_discord.pressing import STRANGE, board, find, presses

pytestmark = pytest.mark.timeout(500)

PROMPT = "sea at dusk, marzipan clouds"
UNKNOWN = "That button is too old, or not one of mine."
FILE_GONE = "That file is gone."
DONE_ALREADY = "That was done already."
PLACES = pytest.mark.parametrize("where", ["server", "private chat"])


def place_of(where: str, club: Server) -> Place:
    """Give the place that is meant."""
    return club if where == "server" else None


async def draft(person: Person, place: Place) -> Answer:
    """Keep a draft."""
    return await person.command(place, "create", prompt=PROMPT, more=True, seconds=2)


async def press(person: Person, message: Message, action: str) -> Answer:
    """Press the button of an action."""
    return await person.press(message, find(message, action).custom_id)


@PLACES
async def test_after_a_restart_buttons_and_forms_mean_what_they_meant(
    fake: DiscordWire, house: Service, club: Server, ada: Person, where: str
) -> None:
    """A kill between two presses, and one while a form is open: what was drawn before is answered after."""
    place = place_of(where, club)
    card, listed = await draft(ada, place), await ada.command(place, "videos")
    form, files = await press(ada, card.message, "change"), await press(ada, card.message, "files")
    await asyncio.to_thread(house.kill)
    await start(house, fake)
    changed = await ada.submit(form.modal, {"text": "tucked away"})
    await changed.says("tucked away")
    added = await ada.submit(files.modal, {"files": [photo()]})
    await added.says("1 picture")
    shown = await press(ada, listed.message, "videos")
    await shown.says("tucked away")
    stopped = await press(ada, card.message, "cancel")
    await stopped.says("was stopped")
    assert fake.seen.who_saw("marzipan") == {"ada"}


@PLACES
async def test_what_changes_something_does_it_once(
    fake: DiscordWire, house: Service, club: Server, ada: Person, where: str
) -> None:
    """Two presses at once, and one more after a restart: one copy is made, the others show how it is now."""
    place = place_of(where, club)
    card = await draft(ada, place)
    again = find(card.message, "cancel")
    both = [await ada.press(card.message, again.custom_id, waits=None) for _ in range(2)]
    await asyncio.gather(*(one.seen() for one in both))
    await both[0].says("was stopped")
    rework = find(card.message, "again")
    await ada.press(card.message, rework.custom_id)
    twice = await ada.press(card.message, rework.custom_id, forged=True)
    await twice.says(DONE_ALREADY)
    await asyncio.to_thread(house.kill)
    await start(house, fake)
    third = await ada.press(card.message, again.custom_id, forged=True)
    await third.says(DONE_ALREADY)
    listed = await ada.command(place, "videos")
    assert len(list(presses(listed.message))) == 2
    assert fake.seen.who_saw("marzipan") == {"ada"}


@PLACES
async def test_a_form_that_is_sent_twice_changes_once(house: Service, club: Server, ada: Person, where: str) -> None:
    """The second sending of an open form changes nothing, and says so above the card as it is."""
    place = place_of(where, club)
    card = await draft(ada, place)
    form = await press(ada, card.message, "change")
    await ada.submit(form.modal, {"text": "the first words"})
    second = await ada.submit(form.modal, {"text": "the second words"})
    await second.says(DONE_ALREADY)
    await second.says("the first words")
    assert "the second words" not in card.text
    assert house.process is not None


@PLACES
async def test_files_that_are_sent_twice_or_too_late_are_not_taken(
    fake: DiscordWire, house: Service, club: Server, ada: Person, where: str
) -> None:
    """A form's files come to its draft once; a form that is still open when the making has begun adds nothing."""
    place = place_of(where, club)
    card = await draft(ada, place)
    form = await press(ada, card.message, "files")
    first = await ada.submit(form.modal, {"files": [photo()]})
    await first.says("1 picture")
    second = await ada.submit(form.modal, {"files": [photo("another")]})
    await second.says(DONE_ALREADY)
    await second.says("1 picture")
    late = await press(ada, card.message, "files")
    await press(ada, card.message, "start")
    third = await ada.submit(late.modal, {"files": [photo("a third")]})
    await third.says("Something else came first")
    assert fake.seen.who_saw("marzipan") == {"ada"}
    assert "Traceback" not in house.log


@PLACES
@pytest.mark.usefixtures("house")
async def test_buttons_of_an_erased_video_lead_to_its_receipt(
    fake: DiscordWire, club: Server, ada: Person, bob: Person, where: str
) -> None:
    """Whatever was left of a video that is gone: a press on it, and a form that was open, give the receipt."""
    place = place_of(where, club)
    card, film = await made(ada, place, PROMPT)
    old = list(presses(card.message))
    more = await press(ada, card.message, "more")
    form = await press(ada, more.message, "rename")
    old += list(presses(more.message))
    his = (await bob.command(place, "about")).message
    download = next(one for one in presses(more.message) if one.press.startswith(FILE))
    assert FILE_GONE in (await bob.press(his, download.press, forged=True)).text
    sure = await press(ada, more.message, "delete")
    old += list(presses(sure.message))
    gone = await press(ada, sure.message, "erase")
    await gone.says("Receipt R-", within_s=60)
    about = await ada.command(place, "about")
    for one in {one.press: one for one in old}.values():
        answer = await ada.press(about.message, one.press, forged=True)
        await answer.says(FILE_GONE if one.press.startswith(FILE) else "Receipt R-")
        assert "marzipan" not in answer.text
    late = await ada.submit(Modal(form.modal.data, replace(form.modal.asked, source=about.message)), {"title": "new"})
    await late.says("Receipt R-")
    assert fake.seen.who_saw(film.content) == {"ada"}


async def test_a_press_that_something_else_overtook_shows_how_it_is(house: Service, club: Server, ada: Person) -> None:
    """Cancel and Start of a card from before the video was ready change nothing: the ready card is shown."""
    card = await draft(ada, club)
    old = [find(card.message, action) for action in ("start", "cancel")]
    begun = await press(ada, card.message, "start")
    await begun.shows_file(MADE_WITHIN_S)
    about = await ada.command(club, "about")
    for one in old:
        answer = await ada.press(about.message, one.press, forged=True)
        await answer.says("is ready")
    assert house.process is not None


FORGED: dict[str, Any] = {
    "nothing": "x",
    "a door's": "door:answer:1:2",
    "a door's without numbers": "door:answer:%:%",
    "another door's": "door:other",
    "a file's": "file:00000000-0000-7000-8000-000000000000",
    "no file's": "file:../../etc",
    "sources": "sources:!!!!",
    "not ASCII": "1s\N{CYRILLIC SMALL LETTER A}" * 20,
    "a menu's": "choice:0",
    "long": "1c" + "A" * 98,
}


async def test_forged_values_are_answered_and_do_nothing(
    fake: DiscordWire, house: Service, club: Server, ada: Person, bob: Person
) -> None:
    """Values that we never made, bent ones, and those of another action: each is answered, and nothing changes."""
    card, his = await draft(ada, club), (await bob.command(club, "about")).message
    shown, mine = card.text, (await ada.command(club, "about")).message
    for what, forged in FORGED.items():
        answer = await bob.press(his, forged, forged=True)
        assert answer.text, what
        assert "marzipan" not in answer.text
    for one in presses(card.message):
        for bent in (one.press[:-1] + ("A" if one.press[-1] != "A" else "B"), "1s" + one.press[2:], one.press[:-5]):
            if bent != one.press:
                answer = await ada.press(mine, bent, forged=True)
                assert UNKNOWN in answer.text or DONE_ALREADY in answer.text or STRANGE in answer.text, answer.text
    assert card.text == shown
    assert fake.seen.who_saw("marzipan") == {"ada"}
    assert "Traceback" not in house.log


async def test_ones_own_press_on_a_message_before_others_stays_ones_own(
    fake: DiscordWire, house: Service, club: Server, ada: Person, bob: Person
) -> None:
    """Whoever sends their own buttons' values from a message that all see gets the answer alone."""
    seen = await board(bob, club)
    card, settings = await draft(ada, club), await ada.command(club, "settings")
    listed = await ada.command(club, "videos")
    everything = [*presses(card.message), *presses(settings.message), *presses(listed.message)]
    for one in everything:
        if action_of(one.press) not in {"zone", "change", "files"}:
            answer = await ada.press(seen, one.press, forged=True)
            assert not answer.redrawn
            assert answer.message.ephemeral
    assert len(seen.versions) == 1
    assert fake.seen.who_saw("marzipan") == {"ada"}
    assert house.process is not None


async def test_who_is_no_admin_any_more_changes_nothing(
    fake: DiscordWire, house: Service, club: Server, town: Town, ada: Person
) -> None:
    """The card of /setup answers by what somebody may now, and in another server or a private chat not at all."""
    chief = town.person("chief")
    role = club.admins(chief)
    card = await chief.command(club, "setup")
    spoil = find(card.message, "spoil")
    private = (await chief.command(None, "about")).message
    elsewhere = await chief.press(private, spoil.press, forged=True)
    assert card.message.text not in elsewhere.text
    club.drop_role(role)
    refused = await chief.press(card.message, spoil.press)
    assert "Only people who may manage this server" in refused.text or "isn't set up" in refused.text, refused.text
    role = club.admins(chief)
    chosen = await chief.press(card.message, spoil.press)
    assert DONE_ALREADY not in chosen.text
    assert fake.seen.who_saw("Review") <= {"chief"}
    assert ada.sees(card.message) is False
    assert house.process is not None


async def test_another_process_signs_alike(fake: DiscordWire, club: Server, ada: Person, tmp_path: Path) -> None:
    """A service on other data, with a key of its own, takes no button of the first one's."""
    async with living(tmp_path / "one", fake):
        card = await draft(ada, club)
    async with living(tmp_path / "two", fake):
        for one in presses(card.message):
            answer = await ada.press(card.message, one.press)
            assert "marzipan" not in "".join(message.text for message in answer.messages if message is not card.message)
            assert STRANGE in answer.text or UNKNOWN in answer.text
