"""Reporting over the wire: a button below a post, questions in private, a case in the review chat, and its outcome."""

import pytest

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.town import Person
from tests.service import Service
from tests.wire_telegram.living import made
from tests.wire_telegram.test_publishing import POSTED_WITHIN_S, PROMPT, Square, approved, proposed, set_up, square

pytestmark = pytest.mark.timeout(600)

__all__ = ["square"]

LIKENESS = "Somebody's face or voice, without consent"
WORDS = "That is my face, and nobody asked me"


async def waits_for(square: Square, person: Person, words: str) -> Message:
    """Wait until somebody was told something in private, and give the newest message that says it."""

    def told() -> list[Message]:
        return [one for one in person.inbox() if words in one.words]

    await square.until(told, words)
    return told()[-1]


async def reported(square: Square) -> None:
    """Report the post as its reader, in private."""
    eve, (post,) = square.eve, square.channel.messages()
    square.eve.private.started = False
    refused = await eve.presses(post, "Report")
    assert "press Start" in refused.toast
    assert eve.inbox() == []
    await eve.starts()
    asked = await eve.presses(post, "Report")
    assert "private chat" in asked.toast
    question = await waits_for(square, eve, "What is wrong?")
    await (await eve.presses(question, LIKENESS)).says("What should be known")
    answer = await eve.says(WORDS)
    await answer.says("has arrived")
    assert "nobody but its owner" in answer.text


async def upheld(square: Square) -> Message:
    """Let the moderator look, and take it down with a reason; gives the case's card."""
    bob, desk = square.bob, square.desk
    await square.until(lambda: [one for one in desk.messages() if "Take it down" in one.labels], "a case")
    (card,) = desk.messages()
    look = await bob.presses(card, "Look")
    assert "private chat" in look.toast
    await square.until(lambda: [one for one in bob.inbox() if one.media], "the video")
    await bob.presses(card, "Take it down")
    question = await waits_for(square, bob, "Question 1 of 2")
    reasons = Answer(bob.world, bob.private)
    await bob.presses(question, question.labels[0])
    await reasons.says("Question 2 of 2")
    decided = await bob.presses(await waits_for(square, bob, "Question 2 of 2"), "Leave it empty")
    await decided.says("upheld")
    return card


def tells_who(person: Person, message: Message) -> bool:
    """Whether a message ever told who somebody is."""
    said = "\n".join(one.text for one in message.versions)
    return str(person.id) in said or WORDS in said


async def test_a_report_is_held_decided_and_answered(square: Square, house: Service) -> None:
    """A likeness leaves the channel with the report; upheld, its reporter hears it, and nobody else who it was."""
    fake, eve, bob, ada = square.fake, square.eve, square.bob, square.ada
    await set_up(square)
    _, film = await made(ada, f"{PROMPT} seconds: 1")
    await proposed(square)
    await approved(square)
    await reported(square)
    await square.until(lambda: not square.channel.messages(), "an empty channel", POSTED_WITHIN_S)
    card = await upheld(square)
    await waits_for(square, eve, "You were right")
    await square.until(lambda: not square.desk.messages(), "an empty desk")
    await square.until(lambda: not [one for one in bob.inbox() if one.media], "nothing to look at")
    assert card.deleted_ms is not None
    assert square.films() == []
    told = [*ada.inbox(), *square.chief.inbox(), *square.harbour.messages(), card]
    assert not [one for one in told if tells_who(eve, one)]
    assert fake.seen.who_saw(WORDS) <= {"eve", "bob"}
    assert film.content
    assert WORDS not in house.log
    assert house.process is not None
