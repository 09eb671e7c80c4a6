"""What a person sees of the bot's answer to something that they did."""

from dataclasses import dataclass

from tests.fakes.discord_wire.interactions import CHOICES, DEFER_UPDATE, UPDATE, Interaction
from tests.fakes.discord_wire.limits import LABEL, TEXT_DISPLAY, walk
from tests.fakes.discord_wire.messages import Attachment, Message
from tests.fakes.discord_wire.refusals import Json
from tests.fakes.discord_wire.world import World


@dataclass(frozen=True)
class Modal:
    """A form on somebody's screen."""

    data: Json
    asked: Interaction

    @property
    def title(self) -> str:
        """What stands on top."""
        return str(self.data["title"])

    @property
    def fields(self) -> dict[str, Json]:
        """The fields by custom_id, each with its label as "said"."""
        found: dict[str, Json] = {}
        for part in self.data["components"]:
            for inner in walk([part]):
                if inner.get("custom_id"):
                    label = part.get("label") if part["type"] == LABEL else inner.get("label")
                    found[inner["custom_id"]] = {**inner, "said": label}
        return found

    def field(self, wanted: str) -> Json:
        """Find a field by custom_id or label; raises LookupError."""
        for identity, one in self.fields.items():
            if wanted in (identity, one["said"]):
                return one
        raise LookupError(f"no field {wanted!r} among {[(key, one['said']) for key, one in self.fields.items()]}")

    @property
    def text(self) -> str:
        """All words that can be read."""
        parts = list(walk(self.data["components"]))
        told = [str(one.get("content")) for one in parts if one["type"] == TEXT_DISPLAY]
        keys = ("label", "description", "placeholder", "value")
        return "\n".join([self.title, *told, *(str(one[key]) for one in parts for key in keys if one.get(key))])


@dataclass(frozen=True)
class Answer:
    """The bot's answer so far. It is live: what the bot changes later shows here."""

    asked: Interaction
    world: World
    sources_before: int = 0

    @property
    def modal(self) -> Modal:
        """The form that opened; raises AssertionError where none did."""
        assert self.asked.modal is not None, self
        return Modal(self.asked.modal, self.asked)

    @property
    def choices(self) -> list[Json]:
        """What autocomplete offers."""
        return list(self.asked.choices or [])

    @property
    def messages(self) -> list[Message]:
        """The messages that answer, oldest first; the one that a button stood on counts once it was redrawn."""
        shown = [self.asked.original, *self.asked.followups]
        if self.asked.source is not None and self.redrawn:
            shown.insert(0, self.asked.source)
        return [one for one in shown if one is not None and one.deleted_ms is None and not one.loading]

    @property
    def redrawn(self) -> bool:
        """Whether the message that the button stood on changed."""
        source = self.asked.source
        return source is not None and len(source.versions) > self.sources_before

    @property
    def message(self) -> Message:
        """The last message that answers; raises AssertionError where none does."""
        assert self.messages, f"no message answers: {self.asked}"
        return self.messages[-1]

    @property
    def text(self) -> str:
        """All words of all messages that answer."""
        return "\n".join(one.text for one in self.messages)

    @property
    def files(self) -> tuple[Attachment, ...]:
        """All files of all messages that answer."""
        return tuple(file for one in self.messages for file in one.files)

    @property
    def can_be_seen(self) -> bool:
        """Whether the person sees more than that the bot is thinking."""
        asked = self.asked
        if asked.modal is not None or asked.response in {CHOICES, UPDATE}:
            return True
        if asked.response == DEFER_UPDATE:
            return self.redrawn or bool(asked.followups) or (asked.source is not None and bool(asked.source.deleted_ms))
        return bool(self.messages)

    async def seen(self, within_s: float = 10.0) -> "Answer":
        """Wait until there is something to see."""
        await self.world.until(lambda: self.can_be_seen, within_s, f"an answer to {self.asked.data}")
        return self

    async def says(self, words: str, within_s: float = 30.0) -> "Answer":
        """Wait until some words stand in an answer."""
        try:
            await self.world.until(lambda: words in self.text, within_s, f"{words!r}")
        except AssertionError as missing:
            raise AssertionError(f"{missing}; it says: {self.text}") from missing
        return self

    async def shows_file(self, within_s: float = 60.0) -> Attachment:
        """Wait until a file is there, and give the last."""
        try:
            await self.world.until(lambda: self.files, within_s, "a file")
        except AssertionError as missing:
            raise AssertionError(f"{missing}; it says: {self.text}") from missing
        return self.files[-1]
