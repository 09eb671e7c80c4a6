"""Presses that come after a restart, twice, too late, or with forged values."""

import asyncio
from pathlib import Path

import pytest

from bots.chat.presses import action_of
from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.service import Service
from tests.wire_telegram.living import living, made, start
from tests.wire_telegram.pressing import STRANGE, board, find, presses, said

pytestmark = pytest.mark.timeout(600)

SETTLED_S = 1.0
"""After this an answer that came is known to have come: a kill in the very moment has it said once more."""

PROMPT = "sea at dusk, marzipan clouds"
UNKNOWN = "That button is too old, or not one of mine."
DONE_ALREADY = "That was done already."
FORGED = {
    "nothing": "x",
    "a file's": "file:00000000-0000-7000-8000-000000000000",
    "no file's": "file:../../etc",
    "sources": "sources:!!!!",
    "a question's": "ask:AAAAAAAA:0:k0",
    "no question's": "ask:",
    "a thing to try": "try:everything",
    "a picker's": "pick:99",
    "no number": "unpick:x",
    "not ASCII": "1s\N{CYRILLIC SMALL LETTER A}" * 16,
    "long": "1c" + "A" * 62,
}


async def draft(person: Person) -> Message:
    """Keep a draft."""
    return (await said(await person.command(f"create {PROMPT} more=yes seconds=2"))).message


async def test_after_a_restart_buttons_and_questions_mean_what_they_meant(
    fake: TelegramWire, house: Service, ada: Person
) -> None:
    """A kill between two presses, and one while a question is open: what was drawn before is answered after."""
    card, listed = await draft(ada), (await ada.command("videos")).message
    await said(await ada.presses(card, find(card, "change")))
    await asyncio.sleep(SETTLED_S)
    await asyncio.to_thread(house.kill)
    await start(house, fake)
    second = await ada.says("tucked away")
    await second.says("Question 2 of")
    await asyncio.sleep(SETTLED_S)
    await asyncio.to_thread(house.kill)
    await start(house, fake)
    cancelled = await ada.command("cancel")
    assert cancelled.text
    shown = await said(await ada.presses(listed, find(listed, "videos")))
    await shown.says("marzipan")
    stopped = await ada.presses(card, find(card, "cancel"))
    await stopped.says("was stopped")
    assert fake.seen.who_saw("marzipan") == fake.seen.who_saw("tucked away") | {"ada"} == {"ada"}


async def test_what_changes_something_does_it_once(fake: TelegramWire, house: Service, ada: Person) -> None:
    """Two presses at once, and one more after a restart: one copy is made, the others show how it is now."""
    card = await draft(ada)
    cancel = find(card, "cancel")
    both = [await ada.presses(card, cancel, waits=None) for _ in range(2)]
    await both[0].says("was stopped")
    again = find(card, "again")
    await said(await ada.presses(card, again))
    twice = await ada.presses(card, again, forged=True)
    await twice.says(DONE_ALREADY)
    await asyncio.to_thread(house.kill)
    await start(house, fake)
    third = await ada.presses(card, cancel, forged=True)
    await third.says(DONE_ALREADY)
    listed = await ada.command("videos")
    await fake.world.until(lambda: _listed(listed), 30, "the list")
    assert _listed(listed) == [2]


def _listed(answer: Answer) -> list[int]:
    """Count the videos that messages list; a card that is drawn after the restart lists none."""
    counts = [sum(action_of(press) == "videos" for press in presses(one)) for one in answer.messages]
    return [count for count in counts if count]


async def test_buttons_of_an_erased_video_lead_to_its_receipt(
    fake: TelegramWire, house: Service, ada: Person, bob: Person
) -> None:
    """Whatever was left of a video that is gone: a press on it gives the receipt, and no file any more."""
    answer, film = await made(ada, PROMPT)
    card = answer.showing
    old = set(presses(card))
    more = await said(await ada.presses(card, find(card, "more")))
    old |= set(presses(more.message))
    his = await board(bob)
    download = next(one for one in old if one.startswith("file:"))
    refused = await said(await bob.presses(his, download, forged=True))
    assert refused.documents == refused.films == []
    sure = await said(await ada.presses(more.message, find(more.message, "delete")))
    old |= set(presses(sure.message))
    gone = await ada.presses(sure.message, find(sure.message, "erase"))
    await gone.says("Receipt R-", within_s=60)
    about = await board(ada)
    for one in old:
        late = await said(await ada.presses(about, one, forged=True))
        assert "marzipan" not in late.text
        assert late.films == []
        if not one.startswith("file:"):
            await late.says("Receipt R-")
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert house.process is not None


async def test_a_press_that_something_else_overtook_shows_how_it_is(house: Service, ada: Person) -> None:
    """Cancel and Start of a card from before the video was ready change nothing: the ready card is shown."""
    card = await draft(ada)
    old = [find(card, action) for action in ("start", "cancel")]
    begun = await ada.presses(card, old[0])
    await begun.shows_film()
    about = await board(ada)
    for one in old:
        late = await ada.presses(about, one, forged=True)
        await late.says("is ready")
    assert house.process is not None


async def test_forged_values_rest_and_do_nothing(fake: TelegramWire, house: Service, ada: Person, bob: Person) -> None:
    """Values that we never made, bent ones, and those of another action: each is answered, and nothing changes."""
    card, his, mine = await draft(ada), await board(bob), await board(ada)
    shown = card.text
    for what, forged in FORGED.items():
        answer = await bob.presses(his, forged, forged=True)
        assert answer.query is not None, what
        assert "marzipan" not in answer.text
    for one in presses(card):
        for bent in (one[:-1] + ("A" if one[-1] != "A" else "B"), "1s" + one[2:], one[:-5]):
            if bent != one:
                answer = await said(await ada.presses(mine, bent, forged=True))
                assert any(words in answer.text for words in (UNKNOWN, DONE_ALREADY, STRANGE)), answer.text
    assert card.text == shown
    assert fake.seen.who_saw("marzipan") == {"ada"}
    assert house.process is not None


async def test_a_press_on_a_message_that_is_gone_is_answered(house: Service, ada: Person) -> None:
    """Somebody deletes a card and their app still sends the press: the answer is a new message."""
    card = await draft(ada)
    ada.deletes(card)
    answer = await ada.presses(card, find_kept(card, "cancel"), forged=True)
    await answer.says("was stopped")
    assert house.process is not None


def find_kept(message: Message, action: str) -> str:
    """Find a press of a message that isn't there any more."""
    return find(message, action)


async def test_a_press_that_waited_too_long_still_does_its_work(
    fake: TelegramWire, house: Service, ada: Person
) -> None:
    """A press that reaches us after Telegram gave up on it can't rest; what it asked for is done all the same."""
    card = await draft(ada)
    fake.updates.held = True
    answer = await ada.presses(card, find(card, "cancel"), waits=None)
    fake.clock.advance(60)
    fake.updates.release()
    await answer.says("was stopped")
    assert {one.method for one in fake.refused} == {"answerCallbackQuery"}
    assert house.process is not None


async def test_another_process_takes_no_button_of_the_first(fake: TelegramWire, tmp_path: Path, ada: Person) -> None:
    """A service on other data, with a key of its own, shows nothing of the first one's."""
    async with living(tmp_path / "one", fake):
        card = await draft(ada)
    async with living(tmp_path / "two", fake):
        for one in list(presses(card)):
            answer = await said(await ada.presses(card, one))
            assert "marzipan" not in "".join(sent.text for sent in answer.new)
            assert STRANGE in answer.text or UNKNOWN in answer.text
