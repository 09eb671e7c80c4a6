"""Reports on Telegram: a button below a post, the form in private, and the case where its moderators decide."""

import re
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from core.cases import ALARMS_AFTER_MS
from core.communities import Spot
from core.publishing.cases import ring_due
from core.videos import Showing
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.town import Person
from tests.telegram_showcase import CAPTION, Showcase, showcase_in

START = "press Start"
LIKENESS, SPAM = "Somebody's face or voice, without consent", "Spam or fraud"
WORDS = "That is my face, and nobody asked me"


@pytest_asyncio.fixture
async def square(tmp_path: Path) -> AsyncIterator[Showcase]:
    """A group with its channel and its desk."""
    async with showcase_in(tmp_path / "house") as begun:
        yield begun


def names(person: Person, message: Message) -> bool:
    """Whether a message ever told who somebody is."""
    said = "\n".join(one.text for one in message.versions)
    return str(person.id) in said or re.search(rf"\b{person.name}\b", said) is not None


async def asked(square: Showcase, person: Person) -> Message:
    """Press Report below the post, and give the first question in private."""
    (post,) = square.films()
    answer = await person.presses(post, "Report")
    assert "private chat" in answer.toast
    await square.story.until(lambda: [one for one in person.inbox() if "What is wrong?" in one.words], "a question")
    return person.inbox()[-1]


async def reported(square: Showcase, person: Person, label: str, words: str = WORDS) -> Message:
    """Report the post, and give what is said to that."""
    question = await asked(square, person)
    await (await person.presses(question, label)).says("What should be known")
    answer = await person.says(words)
    await answer.says("has arrived")
    return answer.message


async def case_card(square: Showcase) -> Message:
    """Wait for the card of a case in the review chat."""
    await square.story.until(lambda: [one for one in square.cards() if "Take it down" in one.labels], "a case")
    (card,) = square.cards()
    return card


async def upheld(square: Showcase, card: Message) -> None:
    """Agree with a report, as a moderator does: the reason is asked in private."""
    bob = square.story.bob
    await bob.presses(card, "Take it down")
    await square.story.until(lambda: [one for one in bob.inbox() if "1 of 2" in one.words], "a question")
    question = bob.inbox()[-1]
    await (await bob.presses(question, question.labels[0])).says("2 of 2")
    await (await bob.presses(bob.inbox()[-1], "Leave it empty")).says("upheld")


async def test_a_likeness_is_closed_at_once_and_decided_by_a_moderator(square: Showcase) -> None:
    """The post goes with the report; the case has one card, which goes when it is decided; who reported hears of it."""
    eve, bob = square.eve, square.story.bob
    _, publication = await square.shown()
    received = await reported(square, eve, LIKENESS)
    assert "nobody but its owner" in received.words
    await square.story.until(lambda: not square.films(), "an empty channel")
    card = await case_card(square)
    assert WORDS not in card.words
    assert card.media is None
    await bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(bob), "the video for who decides")
    await upheld(square, card)
    await square.story.until(lambda: [one for one in eve.inbox() if "You were right" in one.words], "the outcome")
    await square.story.until(lambda: not square.cards(), "an empty desk")
    await square.story.until(lambda: not square.looks(bob), "nothing to look at")
    assert (await square.now(publication)).publication.state is Showing.REMOVED
    await square.quiet()
    seen = square.story.fake.seen
    assert seen.who_saw(WORDS) <= {"eve", "bob"}
    for person in (square.story.ada, bob, square.chief):
        assert not [one for one in person.inbox() if names(eve, one)]
    assert square.harbour.messages() == []


async def test_its_owner_hears_that_it_is_held_and_not_by_whom(square: Showcase) -> None:
    """Their card says that a report closed it; nothing in their chat names who it was or what was written."""
    await square.shown()
    await reported(square, square.eve, LIKENESS)
    ada = square.story.ada
    await square.story.until(lambda: [one for one in ada.inbox() if "On hold after" in one.words], "the notice")
    assert not [one for one in ada.inbox() if WORDS in one.text or names(square.eve, one)]


async def test_what_can_wait_stays_until_it_is_decided(square: Showcase) -> None:
    """Spam closes nothing: the post stands until a moderator leaves it, and the card goes."""
    await square.shown()
    await reported(square, square.eve, SPAM)
    card = await case_card(square)
    assert square.films()
    await square.story.bob.presses(card, "Leave it")
    await square.story.until(lambda: not square.cards(), "an empty desk")
    eve = square.eve
    await square.story.until(lambda: [one for one in eve.inbox() if "found no reason" in one.words], "the outcome")
    assert square.films()


async def test_who_never_started_us_is_told_how_and_nothing_is_kept(square: Showcase) -> None:
    """The press answers with words that wait for an OK; started, the same button asks."""
    square.eve.private.started = False
    await square.shown()
    (post,) = square.films()
    answer = await square.eve.presses(post, "Report")
    assert START in answer.toast
    assert answer.query is not None
    assert answer.query.alert
    assert square.eve.inbox() == []
    await square.eve.starts()
    assert "What is wrong?" in (await asked(square, square.eve)).words


async def test_whoever_reads_the_channel_may_report_and_nobody_else(square: Showcase) -> None:
    """A reader of the channel who isn't in the group reports; who is in neither learns nothing of it."""
    await square.shown()
    (post,) = square.films()
    stranger, reader = square.story.town.person("mallory"), square.story.town.person("rita")
    press = str(post.button("Report")["callback_data"])
    answer = await stranger.presses(post, press, forged=True)
    assert CAPTION.title not in answer.text
    assert stranger.inbox() == []
    square.channel.join(reader)
    await reported(square, reader, SPAM)
    await case_card(square)


async def test_a_member_does_not_decide_a_case(square: Showcase) -> None:
    """A forged press on the case's card changes nothing and shows nothing."""
    _, publication = await square.shown()
    await reported(square, square.eve, SPAM)
    card = await case_card(square)
    for wanted in ("Look", "Take it down", "Leave it"):
        press = str(card.button(wanted)["callback_data"])
        answer = await square.eve.presses(card, press, forged=True)
        assert CAPTION.title not in answer.text
    assert (await square.now(publication)).publication.state is Showing.SHOWN
    assert square.looks(square.eve) == []


async def test_a_post_that_went_meanwhile_is_not_reported(square: Showcase) -> None:
    """Taken back, its button says that there is nothing of it any more."""
    video, _ = await square.shown()
    (post,) = square.films()
    press = str(post.button("Report")["callback_data"])
    await square.unpublish(video)
    await square.story.until(lambda: not square.films(), "an empty channel")
    answer = await square.eve.presses(post, press, forged=True)
    assert "nothing of that here" in answer.toast


@pytest.mark.parametrize("is_chosen", [True, False])
async def test_a_case_that_waits_is_called_to_mind(square: Showcase, *, is_chosen: bool) -> None:
    """After 24, 36 and 44 hours, each once: in the review chat, and without one to whoever set the group up."""
    await square.shown()
    await reported(square, square.eve, SPAM)
    await square.quiet()
    if not is_chosen:
        await square.choose(**{Spot.REVIEW.value: None})
    house, passed_ms = square.story.house, 0

    def alarms() -> list[Message]:
        told = square.desk.messages() if is_chosen else square.chief.inbox()
        return [one for one in told if "has waited for" in one.words]

    def rang(times: int) -> bool:
        return len(alarms()) == times

    for number, after_ms in enumerate(ALARMS_AFTER_MS, 1):
        square.story.fake.clock.advance((after_ms - passed_ms) / 1000)
        passed_ms = after_ms
        for _ in range(2):
            await ring_due(store=house.store, clock=house.clock)
        await square.story.until(partial(rang, number), "an alarm")
        assert f"{after_ms // 3_600_000} hours" in alarms()[-1].words
        await square.quiet()
    assert len(alarms()) == len(ALARMS_AFTER_MS)
    assert CAPTION.title not in "".join(one.text for one in alarms())
