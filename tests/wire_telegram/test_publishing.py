"""Publishing over the wire: asked in a group, decided in a review chat, shown in a channel, and taken back again."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Media, Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.service import Service
from tests.wire_telegram.living import made
from tests.wire_telegram.test_groups import MODERATORS, SHOWCASE, card_of, key, picker

pytestmark = pytest.mark.timeout(600)

HOUR_S = 3_600.0
POSTED_WITHIN_S = 60.0
PROMPT = "a calm sea at sunset"


@dataclass(frozen=True)
class Square:
    """A group of the chief's, the channel where it shows videos, the chat where Bob decides, and Eve, who reads."""

    fake: TelegramWire
    harbour: Group
    channel: Group
    desk: Group
    chief: Person
    ada: Person
    bob: Person
    eve: Person

    def films(self) -> list[Media]:
        """The videos that stand in the channel."""
        return [one.media for one in self.channel.messages() if one.media is not None and one.media.kind == "video"]

    async def until(self, true: Callable[[], object], what: str, within_s: float = 30.0) -> None:
        """Wait until something is so."""
        await self.fake.world.until(true, within_s, what)


@pytest.fixture
def square(fake: TelegramWire, town: Town, ada: Person, bob: Person) -> Square:
    """All of them, with nothing set up."""
    chief, eve = town.person("chief"), town.person("eve")
    harbour = town.group("Harbour", chief, ada, bob, eve)
    channel, desk = town.channel("Films of the harbour", chief, eve), town.group("Harbour desk", chief, bob)
    return Square(fake, harbour, channel, desk, chief, ada, bob, eve)


async def set_up(square: Square) -> None:
    """Choose both places and a moderator."""
    card, chief = await card_of(square.chief, square.harbour), square.chief
    for label, chosen in ((SHOWCASE, square.channel), ("Review place", square.desk), (MODERATORS, square.bob)):
        question = await picker(chief, card, label)
        answer = await chief.shares(question, _key_for(question, chosen), chosen)
        card = await answer.offers("Hide behind a click")


def _key_for(question: Message, chosen: Group | Person) -> str:
    """Give the label of the picker's key for a channel, a group, or people."""
    keys = [str(one["text"]) for row in (question.now.markup or {})["keyboard"] for one in row if isinstance(one, dict)]
    is_channel = isinstance(chosen, Group) and chosen.chat.kind == "channel"
    return next((one for one in keys if "channel" in one), keys[0]) if is_channel else key(question)


async def proposed(square: Square) -> None:
    """Ask for it in the group, and fill in the rest in private."""
    ada = square.ada
    answer = Answer(ada.world, ada.private)
    await ada.command("publish last", square.harbour, waits=None)
    await answer.says("Nothing is published yet", 90)
    card = answer.message
    if "No real person" in card.labels:
        card = await (await ada.presses(card, "No real person")).offers("Send to moderators")
    await (await ada.presses(card, "Send to moderators")).says("its moderators have had")


async def approved(square: Square) -> None:
    """Let the moderator look and approve, and wait until it goes out."""
    desk, bob = square.desk, square.bob
    await square.until(lambda: [one for one in desk.messages() if one.media], "a review card")
    card = desk.messages()[-1]
    look = await bob.presses(card, "Look")
    assert "private chat" in look.toast
    await square.until(lambda: [one for one in bob.inbox() if one.media], "the video")
    await bob.presses(card, "Approve")
    assert square.films() == []
    await square.until(square.films, "the post", POSTED_WITHIN_S)
    await square.until(lambda: not desk.messages(), "an empty desk")
    await square.until(lambda: not [one for one in bob.inbox() if one.media], "nothing to look at")


async def taken_back(square: Square) -> None:
    """Take it back from what its owner was told of the decision."""
    ada = square.ada

    def told() -> list[Message]:
        return [one for one in ada.inbox() if "Take down" in one.labels]

    await square.until(told, "the decision")
    assert "is shown until" in told()[-1].words
    asked = await (await ada.presses(told()[-1], "Take down")).offers("Take it back now")
    await (await ada.presses(asked, "Take it back now")).says("was taken back")


async def test_published_seen_and_taken_back(square: Square, house: Service) -> None:
    """Nobody sees it before a moderator approves it; then it stands in the channel, until its owner takes it back.

    Below 48 hours the post is deleted, above them it is emptied; the group reads one line and no more.
    """
    fake, channel, ada = square.fake, square.channel, square.ada
    await set_up(square)
    _, film = await made(ada, f"{PROMPT} seconds: 1")
    await proposed(square)
    assert fake.seen.who_saw(film.content) == {"ada"}
    await approved(square)
    assert fake.seen.who_saw(film.content) == {"ada", "bob", "chief", "eve"}
    (post,) = channel.messages()
    assert post.media is not None
    assert post.media.file.filename == "video.mp4"
    for word in (PROMPT, "ada", str(ada.id), "#1"):
        assert word not in post.text
    await taken_back(square)
    await square.until(lambda: not channel.messages(), "an empty channel")
    await proposed(square)
    await approved(square)
    (again,) = channel.messages()
    fake.clock.advance(49 * HOUR_S)
    await taken_back(square)
    await square.until(lambda: again.media is not None and again.media.kind == "photo", "an emptied post")
    assert "taken back" in again.words
    assert all(one.media is None for one in square.harbour.messages())
    assert fake.seen.who_saw(PROMPT) == {"ada"}
    assert square.eve.inbox() == []
    assert house.process is not None
