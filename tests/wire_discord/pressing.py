"""Presses on every button by everybody: by its owner where it stands, by others as forgers would."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bots.chat.presses import action_of
from tests.fakes.discord_wire.answers import Answer, Modal
from tests.fakes.discord_wire.limits import TEXT_SELECT
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.town import Person, Place

STRANGE = "That button is somebody else's."
BUTTON = 2


@dataclass(frozen=True)
class Found:
    """A press as it stands in a message: the component's `custom_id` and `kind`, and its option's `value` in a menu."""

    press: str
    custom_id: str
    kind: int
    value: str | None = None


@dataclass
class Tour:
    """One owner presses, and each time the others try the same press before, each on a message that they see."""

    owner: Person
    others: dict[Person, Message]
    pressed: set[str] = field(default_factory=set)

    async def press(self, message: Message, action: str, *picked: Any) -> Answer:
        """Press the button of an action in a message of the owner; `picked` are a picker's values."""
        found = find(message, action)
        values = (found.value,) if found.value else picked
        await self._refused(found, *values)
        self.pressed.add(action)
        return await self.owner.press(message, found.custom_id, *values)

    async def submit(self, modal: Modal, given: dict[str, Any]) -> Answer:
        """Send a form of the owner."""
        press = modal.data["custom_id"]
        for one, board in self.others.items():
            there = await one.press(board, press, forged=True)
            check_refused(there)
            check_refused(await one.submit(Modal(modal.data, there.asked), forged=True))
        self.pressed.add(action_of(press) or "")
        return await self.owner.submit(modal, given)

    async def _refused(self, found: Found, *values: Any) -> None:
        for one, board in self.others.items():
            check_refused(await one.press(board, found.press, forged=True))
            if found.kind != BUTTON:
                check_refused(await one.press(board, found.custom_id, *values, forged=True, kind=found.kind))


async def board(person: Person, place: Place) -> Message:
    """Let somebody mention the bot, and give the message that answers before everybody: they can press there."""
    before = list(person.town.world.messages.values())
    person.say(place, "hello", mentions_bot=True)
    return await person.next_message(place, before)


def check_refused(answer: Answer) -> None:
    """Check that a press of a stranger says whose button it is, to them alone, and nothing else."""
    assert answer.text == STRANGE, answer.text
    assert not answer.redrawn
    assert answer.files == ()
    assert answer.message.ephemeral == (answer.asked.guild is not None)


def presses(message: Message) -> Iterator[Found]:
    """Give everything that can be pressed in a message."""
    for part in message.parts:
        if part["type"] == TEXT_SELECT:
            for one in part["options"]:
                yield Found(one["value"], part["custom_id"], TEXT_SELECT, one["value"])
        elif "custom_id" in part:
            yield Found(part["custom_id"], part["custom_id"], part["type"])


def find(message: Message, action: str) -> Found:
    """Find the press of an action; raises LookupError."""
    known = {action_of(one.press): one for one in reversed(list(presses(message)))}
    if action not in known:
        raise LookupError(f"no {action!r} among {list(known)}: {message.text}")
    return known[action]
