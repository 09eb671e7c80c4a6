"""Buttons: who may press them, how often, and for how long."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.cards import draw
from bots.chat.catalog import CATALOGUE, PRESSES
from bots.chat.command import Asker, VideoRef
from bots.chat.presses import LONGEST_BYTES, OFFERED_FOR_MS, SHOWN_FOR_MS, Presses
from core.errors import NotAllowed
from core.gate import Surface
from core.people import Identity, PersonId, Platform, Preferences, Viewer
from core.videos import Making
from tests.chatting import Chatting, button, chatting_in, video_of
from tests.fakes.time import FakeClock, SeededIds
from tests.keeping import ask_file
from tests.talk import buttons, spoken

DAY_MS = 86_400_000


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


def somebody(number: int) -> Asker:
    """A person who never met anybody."""
    person = PersonId(UUID(int=number))
    return Asker(Viewer(person), person, Identity(Platform.DEMO, str(number)), Surface.CHAT_PRIVATE, Preferences())


def signer(talk: Chatting, clock: FakeClock | None = None, key: bytes = b"k" * 32) -> Presses:
    """Make presses without any that were offered."""
    return Presses(key, talk.parts.store, clock or talk.parts.clock, SeededIds(7))


async def test_each_value_fits_telegram_and_names_what_it_is_for(talk: Chatting) -> None:
    """Every action of the catalogue, shown or changing, fits 64 bytes and reads back as it was made."""
    owner = await talk.arrive()
    subject = UUID(int=2**128 - 1)
    for action, press in PRESSES.items():
        presses = talk.services.presses
        value = await presses.offer(action, subject, owner) if press.changes else presses.show(action, subject, owner)
        if press.shared:
            value = presses.share(action, subject, 2**40 - 1)
        assert len(value.encode()) <= LONGEST_BYTES
        read = presses.read(value, owner)
        assert (read.action, read.subject, read.expired) == (action, subject, False)
        assert press.takes(read)


async def test_a_changed_value_means_nothing(talk: Chatting) -> None:
    """No single changed character of a signed value is taken: not another action, object, owner, or day."""
    owner = await talk.arrive()
    value = talk.services.presses.show("videos", UUID(int=5), owner)
    for place in range(len(value)):
        bent = value[:place] + ("A" if value[place] != "A" else "B") + value[place + 1 :]
        with pytest.raises(NotAllowed):
            talk.services.presses.read(bent, owner)
    with pytest.raises(NotAllowed):
        signer(talk, key=b"x" * 32).read(value, owner)


@given(
    st.one_of(
        st.text(max_size=80), st.text(min_size=30, max_size=62).map("1s".__add__), st.text("1crAZ_-", max_size=64)
    )
)
def test_any_text_is_refused_or_read(text: str) -> None:
    """Whatever a platform hands over as a press is answered, never a crash."""
    presses = Presses(b"k" * 32, None, FakeClock(), SeededIds())  # type: ignore[arg-type]  # no store is needed to read
    with pytest.raises(NotAllowed):
        presses.read(text, somebody(1))


async def test_a_strangers_press_says_whose_it_is_not_and_nothing_else(talk: Chatting) -> None:
    """Each button of the owner's cards, pressed by another member: the same sentence, no card, nothing changed."""
    owner, member = await talk.arrive(), await talk.arrive("member")
    waiting, ready = await talk.create(owner), await talk.ready(owner)
    replies = [await talk.card(one, owner) for one in (waiting, ready)]
    replies += [await talk.press(replies[1], "more", owner), await talk.chat.ask("videos", {}, owner)]
    replies.append(await talk.chat.ask("delete", {"video": VideoRef("last")}, owner))
    pressed = [one for reply in replies for one in buttons(reply)]
    assert len(pressed) > 10
    said = {spoken(await talk.chat.press(one.press, member)) for one in pressed}
    assert said == {"That button is somebody else's."}
    assert [view.video.state for view in [await talk.parts.seen(owner.viewer, one) for one in (waiting, ready)]] == [
        Making.QUEUED,
        Making.READY,
    ]


async def test_a_second_press_shows_how_it_is_now(talk: Chatting) -> None:
    """Cancel and Again act once: the second press changes nothing, says so, and gives the card."""
    owner = await talk.arrive()
    video = await talk.create(owner)
    card = await talk.card(video, owner)
    stopped = await talk.press(card, "cancel", owner)
    assert "was stopped" in spoken(stopped)
    twice = await talk.press(card, "cancel", owner)
    assert spoken(twice).startswith("That was done already.")
    assert "was stopped" in spoken(twice)
    assert twice.card == stopped.card
    again = await talk.press(stopped, "again", owner)
    assert video_of(again) != video
    assert video_of(await talk.press(stopped, "again", owner)) == video
    async with talk.parts.store.read() as reads:
        assert len(await reads.videos(owner.viewer)) == 2


@pytest.mark.parametrize(("label", "videos"), [("again", 2), ("erase", 0)])
async def test_presses_at_the_same_moment_act_once(talk: Chatting, label: str, videos: int) -> None:
    """Five presses of one button at once: one of them does it, and each is answered."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    reply = await talk.card(video, owner)
    if label == "erase":
        reply = await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner)
    replies = await asyncio.gather(*(talk.press(reply, label, owner) for _ in range(5)))
    assert sum(spoken(one).startswith("That was done already.") for one in replies) == 4
    async with talk.parts.store.read() as reads:
        assert len(await reads.videos(owner.viewer)) == videos


async def test_buttons_of_an_erased_video_show_its_receipt(talk: Chatting) -> None:
    """Whatever was left in the chat of a video that is gone leads to its receipt."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    card = await talk.card(video, owner)
    await talk.press(await talk.press(await talk.press(card, "more", owner), "delete", owner), "erase", owner)
    await talk.erase(video)
    for label in ("private", "again", "more"):
        assert "Receipt R-" in spoken(await talk.press(card, label, owner))


async def test_a_press_that_comes_too_late_shows_how_it_is_now(talk: Chatting) -> None:
    """Cancel on a card from before the video was ready: it stays ready, and the card is that of a ready video."""
    owner = await talk.arrive()
    video = await talk.create(owner)
    card = await talk.card(video, owner)
    await talk.make(video)
    late = await talk.press(card, "cancel", owner)
    assert spoken(late).startswith("Something else came first.")
    assert "is ready" in spoken(late)


async def test_an_expired_button_says_so_and_gives_the_card_again(talk: Chatting) -> None:
    """After its days a button does nothing but bring a fresh card, whose buttons work."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    ask_file(talk.parts, f"UPDATE videos SET ends_at_ms = ends_at_ms + {3 * SHOWN_FOR_MS}")  # noqa: S608 - ours
    card = await talk.card(video, owner)
    talk.parts.clock.advance(2 * SHOWN_FOR_MS + DAY_MS)
    for label in ("again", "private", "more"):
        old = await talk.press(card, label, owner)
        assert spoken(old).startswith("That button is too old.")
        assert old.card == card.card
    assert video_of(await talk.press(await talk.card(video, owner), "again", owner)) != video


async def test_a_card_that_is_drawn_again_keeps_its_token(talk: Chatting) -> None:
    """Redrawing costs no new token until the old one nears its end; then there is another."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    first = button(await talk.card(video, owner), "again").press
    assert button(await talk.card(video, owner), "again").press == first
    talk.parts.clock.advance(OFFERED_FOR_MS - DAY_MS // 2)
    assert button(await talk.card(video, owner), "again").press != first


async def test_a_token_is_only_good_for_what_it_was_offered_for(talk: Chatting) -> None:
    """A token put behind another action or object of its owner does nothing."""
    owner = await talk.arrive()
    one, other = await talk.create(owner), await talk.create(owner)
    token = button(await talk.card(one, owner), "cancel").press[-22:]
    presses = talk.services.presses
    for action, subject in (("cancel", other), ("erase", one)):
        forged = (await presses.offer(action, subject, owner))[:-22] + token
        await talk.chat.press(forged, owner)
    assert (await talk.parts.seen(owner.viewer, one)).video.state is Making.QUEUED
    assert (await talk.parts.seen(owner.viewer, other)).video.state is Making.QUEUED


async def test_every_button_is_of_a_command_that_people_have(talk: Chatting) -> None:
    """Whatever a card offers has its command in the catalogue; without a command, its buttons aren't there."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    names = {command.name for command in CATALOGUE}
    card = await talk.card(video, owner)
    more = await talk.press(card, "more", owner)
    assert {one.command for reply in (card, more) for one in buttons(reply)} <= names
    choosing = [one for one in CATALOGUE if any(option.plain_kind is VideoRef for option in one.options())]
    assert {one.name for one in choosing} <= PRESSES.keys()
    few = replace(talk.services, commands=("videos",))
    view = await talk.parts.seen(owner.viewer, video)
    assert {one.command for one in buttons(await draw(view, owner, few))} == {"videos"}
