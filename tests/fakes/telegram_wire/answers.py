"""What a person sees of the bot after something that they did."""

from dataclasses import dataclass, field

from tests.fakes.telegram_wire.messages import ANIMATION, DOCUMENT, VIDEO, Media, Message
from tests.fakes.telegram_wire.places import Chat
from tests.fakes.telegram_wire.world import Query, World

FILM = frozenset({VIDEO, ANIMATION})


@dataclass
class Answer:
    """The bot's answer so far: its messages in a chat that are new or changed since. It is live.

    `query` is the press, where it answers one. In a chat where several people write, it holds what all of them got.
    """

    world: World
    chat: Chat
    query: Query | None = None
    before: dict[Message, int] = field(init=False)

    def __post_init__(self) -> None:
        """Remember what is there already."""
        self.before = {one: len(one.versions) for one in self.world.in_chat(self.chat)}

    @property
    def messages(self) -> list[Message]:
        """What answers, in the order in which it was last changed."""
        mine = [one for one in self.world.in_chat(self.chat) if one.author is self.world.me and not one.service]
        new = [one for one in mine if len(one.versions) > self.before.get(one, 0)]
        return sorted(new, key=lambda one: one.now.at_ms)

    @property
    def new(self) -> list[Message]:
        """What was sent since, oldest first."""
        return sorted((one for one in self.messages if one not in self.before), key=lambda one: one.id)

    @property
    def message(self) -> Message:
        """The message that was changed last; raises AssertionError where none was."""
        assert self.messages, "no message answers"
        return self.messages[-1]

    @property
    def text(self) -> str:
        """All words of all messages that answer, and what flashed up."""
        toast = self.query.toast if self.query is not None else ""
        return "\n".join([*(one.text for one in self.messages), *([toast] if toast else [])])

    @property
    def toast(self) -> str:
        """What flashed up on a press."""
        return self.query.toast if self.query is not None else ""

    @property
    def films(self) -> list[Media]:
        """The videos in the messages that answer."""
        return [one.media for one in self.messages if one.media is not None and one.media.kind in FILM]

    @property
    def documents(self) -> list[Media]:
        """The other files in the messages that answer."""
        return [one.media for one in self.messages if one.media is not None and one.media.kind == DOCUMENT]

    async def seen(self, within_s: float = 10.0) -> "Answer":
        """Wait until there is something to see; after a press, until the button stops to spin."""
        query = self.query
        if query is None:
            await self.world.until(lambda: self.messages, within_s, "an answer")
            return self
        await self.world.until(lambda: query.answered_ms is not None, within_s, f"an answer to {query.data}")
        return self

    async def redrawn(self, within_s: float = 10.0) -> "Answer":
        """Wait until a message is new or changed."""
        await self.world.until(lambda: self.messages, within_s, "a message")
        return self

    async def says(self, words: str, within_s: float = 30.0) -> "Answer":
        """Wait until some words stand in an answer."""
        try:
            await self.world.until(lambda: words in self.text, within_s, f"{words!r}")
        except AssertionError as missing:
            raise AssertionError(f"{missing}; it says: {self.text}") from missing
        return self

    async def offers(self, label: str, within_s: float = 30.0) -> Message:
        """Wait until a button stands below an answer, and give the newest message that has it."""
        await self.world.until(lambda: self._with(label), within_s, f"a button {label!r}")
        return self._with(label)[-1]

    def _with(self, label: str) -> list[Message]:
        return [one for one in self.messages if label in one.labels]

    async def shows_film(self, within_s: float = 180.0) -> Media:
        """Wait until a video is there, and give the last."""
        try:
            await self.world.until(lambda: self.films, within_s, "a video")
        except AssertionError as missing:
            raise AssertionError(f"{missing}; it says: {self.text}") from missing
        return self.films[-1]

    @property
    def showing(self) -> Message:
        """The message with the last video."""
        return next(one for one in reversed(self.messages) if one.media is not None and one.media.kind in FILM)
