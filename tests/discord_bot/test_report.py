"""Reports on Discord: the menu of a post, the form, the case in the review channel, and what a member is told of it."""

import re
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from core.cases import ALARMS_AFTER_MS
from core.communities import Spot
from core.publishing.cases import ring_due
from core.publishing.withdraw import unpublish
from core.videos import PublicationId, Showing, VideoId
from tests.discord_square import CAPTION, SEEN, Plaza, Square, plaza
from tests.discord_story import WITHIN_S
from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.town import Person
from tests.fakes.time import FakeClock
from tests.fakes.tiny import VIDEO

REPORT, PRIVATE = "Report", "Is this private?"
LIKENESS, SPAM = "likeness", "spam"
WORDS = "That is my face, and nobody asked me"


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Plaza]:
    """A club with a showcase and a review channel."""
    async with plaza(tmp_path / "house") as built:
        yield built


@pytest_asyncio.fixture
async def square(town: Plaza) -> AsyncIterator[Square]:
    """The bot in it."""
    async with town.run() as running:
        yield running


async def posted(square: Square) -> tuple[VideoId, PublicationId, Message]:
    """Have a video of Ada's shown."""
    _, video = await square.story.ready(square.story.ada, None)
    view, post = await square.shown(video)
    return video, view.publication.id, post


async def reported(person: Person, post: Message, complaint: str) -> Answer:
    """Report a post by its menu, and give what is said to that."""
    asked = await person.menu(REPORT, post)
    return await person.submit(asked.modal, {"complaint": complaint, "words": WORDS})


async def case_card(square: Square) -> Message:
    """Wait for the card of a case in the review channel."""

    def cards() -> list[Message]:
        return [one for one in square.there(square.review) if "was reported" in one.text]

    await square.story.fake.world.until(cards, WITHIN_S, "a case")
    (card,) = cards()
    return card


def names(person: Person, message: Message) -> bool:
    """Whether a message ever told who somebody is."""
    said = "\n".join(one.text for one in message.versions)
    return str(person.id) in said or re.search(rf"\b{person.name}\b", said) is not None


async def told(square: Square, person: Person, words: str) -> None:
    """Wait until somebody was told something in private."""
    world = square.story.fake.world
    await world.until(lambda: [one for one in person.inbox() if words in one.text], WITHIN_S, words)


async def test_a_likeness_is_closed_at_once_and_decided_by_a_moderator(square: Square) -> None:
    """The post goes with the report; the case has one card, which goes when it is decided; who reported hears of it."""
    bob, mod, ada = square.story.bob, square.mod, square.story.ada
    _, publication, post = await posted(square)
    answer = await reported(bob, post, LIKENESS)
    assert "has arrived" in answer.text
    assert "nobody but its owner" in answer.text
    assert answer.message.ephemeral
    await square.empty(square.showcase)
    card = await case_card(square)
    assert WORDS not in card.text
    assert card.files == ()
    look = await mod.press(card, "Look")
    assert (await look.shows_file(WITHIN_S)).content == VIDEO
    form = await mod.press(card, "Take it down")
    decided = await mod.submit(form.modal, {"why": "rules", "note": "Ask before you film"})
    assert "upheld" in decided.text
    await told(square, bob, "You were right")
    await square.empty(square.review)
    await square.story.fake.world.until(lambda: not look.files, WITHIN_S, "an empty look")
    assert (await square.now(publication)).publication.state is Showing.REMOVED
    seen = square.story.fake.seen
    assert seen.who_saw(WORDS) <= {"bob", "mod"}
    others = [*ada.inbox(), *square.ever(square.review), *square.ever(square.showcase), look.message, decided.message]
    assert not [one for one in others if names(bob, one)]


async def test_its_owner_hears_that_it_is_held_and_not_by_whom(square: Square) -> None:
    """Their private chat says that a report closed it; nothing there names who it was or what was written."""
    _, _, post = await posted(square)
    await reported(square.story.bob, post, LIKENESS)
    ada = square.story.ada
    await told(square, ada, "On hold after")
    assert not [one for one in ada.inbox() if WORDS in one.text or names(square.story.bob, one)]


async def test_what_can_wait_stays_until_it_is_decided(square: Square) -> None:
    """Spam closes nothing: the post stands until a moderator leaves it, and the card goes."""
    _, _, post = await posted(square)
    await reported(square.story.bob, post, SPAM)
    card = await case_card(square)
    assert post.deleted_ms is None
    await square.mod.press(card, "Leave it")
    await square.empty(square.review)
    await told(square, square.story.bob, "found no reason")
    assert post.deleted_ms is None


async def test_a_member_does_not_decide_a_case(square: Square) -> None:
    """Forged presses of the case's buttons change nothing and show nothing."""
    _, publication, post = await posted(square)
    await reported(square.story.bob, post, SPAM)
    card = await case_card(square)
    board = square.story.bob.say(square.story.club, "hello")
    for label in ("Look", "Take it down", "Leave it"):
        answer = await square.story.bob.press(board, str(card.part(label)["custom_id"]), forged=True)
        assert CAPTION.title not in answer.text
        assert answer.files == ()
    assert (await square.now(publication)).publication.state is Showing.SHOWN


async def test_anything_else_keeps_the_honest_sentence(square: Square) -> None:
    """A member's message and our own card are no posts: the operator is named, and no form opens."""
    spoken = square.story.bob.say(square.story.club, "look at this")
    answer = await square.story.ada.menu(REPORT, spoken)
    assert "no post of mine" in answer.text
    assert "Ada Operator" in answer.text
    assert answer.message.ephemeral
    card, _ = await square.story.ready(square.story.ada, None)
    assert "no post of mine" in (await square.story.ada.menu(REPORT, card.message)).text


async def test_what_went_meanwhile_or_is_ones_own_is_not_reported(square: Square) -> None:
    """Of a post that was taken back there is nothing to report; of one's own it is said what takes it back."""
    video, _, post = await posted(square)
    own = await reported(square.story.ada, post, SPAM)
    assert "your own video" in own.text
    asked = await square.story.bob.menu(REPORT, post)
    await unpublish(square.owner, video, SEEN, store=square.story.running.house.store)
    late = await square.story.bob.submit(asked.modal, {"complaint": SPAM, "words": ""})
    assert "nothing of that here" in late.text


async def test_a_member_is_told_whether_a_post_is_private(square: Square) -> None:
    """The five answers of what they see, and nothing of its owner; the owner's own answers are theirs alone."""
    _, _, post = await posted(square)
    answer = await square.story.bob.menu(PRIVATE, post)
    assert answer.message.ephemeral
    assert CAPTION.title in answer.text
    for number in range(1, 6):
        assert f"{number} **" in answer.text
    assert "everyone who can read this channel" in answer.text
    assert not names(square.story.ada, answer.message)
    assert "calm sea" not in answer.text
    own = await square.story.ada.menu(PRIVATE, post)
    assert "1 **" in own.text
    assert "#1" in own.text


@pytest.mark.parametrize("is_chosen", [True, False])
async def test_a_case_that_waits_is_called_to_mind(square: Square, *, is_chosen: bool) -> None:
    """After 24, 36 and 44 hours, each once: in the review channel, without one to whoever set the server up."""
    _, _, post = await posted(square)
    await reported(square.story.bob, post, SPAM)
    await case_card(square)
    if not is_chosen:
        await square.choose(Spot.REVIEW, None)
    house, club = square.story.running.house, square.story.club
    chief = Person(club.town, club.guild.owner)
    clock, begun_ms = FakeClock(house.clock.now_ms()), house.clock.now_ms()

    def alarms() -> list[Message]:
        found = square.there(square.review) if is_chosen else chief.inbox()
        return [one for one in found if "has waited for" in one.text]

    def rang(times: int) -> bool:
        return len(alarms()) == times

    for number, after_ms in enumerate(ALARMS_AFTER_MS, 1):
        clock.advance(begun_ms + after_ms - clock.now_ms())
        for _ in range(2):
            await ring_due(store=house.store, clock=clock)
        await square.story.fake.world.until(partial(rang, number), WITHIN_S, "an alarm")
        assert f"{after_ms // 3_600_000} hours" in alarms()[-1].text
    assert CAPTION.title not in "".join(one.text for one in alarms())
