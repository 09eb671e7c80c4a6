"""Presses on every button by everybody: by its owner where it stands, by others as forgers would."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bots.chat.presses import action_of
from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.town import Person

STRANGE = "That button is somebody else's."


@dataclass
class Tour:
    """One owner presses, and each time the others send the same value before, each from a message that they see."""

    owner: Person
    others: dict[Person, Message]
    pressed: set[str] = field(default_factory=set)

    async def press(self, message: Message, action: str) -> Answer:
        """Press the button of an action in a message of the owner, and wait for what it changes."""
        data = find(message, action)
        for one, board in self.others.items():
            check_refused(await said(await one.presses(board, data, forged=True)), board)
        self.pressed.add(action)
        return await said(await self.owner.presses(message, data))

    async def fill(self, question: Answer, *answers: str) -> Answer:
        """Answer the questions of a form, one by one; "" skips one. Gives what the last answer brought."""
        last = question
        for text in answers:
            last = await (self._skip(last.message) if not text else said(await self.owner.says(text)))
        return last

    async def _skip(self, question: Message) -> Answer:
        data = next(one for one in presses(question) if one.startswith("ask:"))
        for one, board in self.others.items():
            stray = await said(await one.presses(board, data, forged=True))
            assert question.words not in stray.text
        return await said(await self.owner.presses(question, data))


async def said(answer: Answer, within_s: float = 20.0) -> Answer:
    """Wait until a message is new or changed."""
    return await answer.redrawn(within_s)


async def board(person: Person) -> Message:
    """Give a message of the bot in somebody's private chat: they can press there."""
    return (await person.command("about")).message


def check_refused(answer: Answer, before: Message) -> None:
    """Check that a press of a stranger says whose button it is, to them alone, and nothing else."""
    assert answer.text == STRANGE, answer.text
    assert answer.message is not before
    assert answer.films == []
    assert answer.message.chat is answer.chat


def presses(message: Message) -> Iterator[str]:
    """Give the value of every button of a message."""
    for one in message.now.buttons:
        if "callback_data" in one:
            yield str(one["callback_data"])


def find(message: Message, action: str) -> str:
    """Find the press of an action; raises LookupError."""
    known = {action_of(one): one for one in reversed(list(presses(message)))}
    if action not in known:
        raise LookupError(f"no {action!r} among {list(known)}: {message.text}")
    return known[action]
