"""Updates as Telegram sends them, and a place where their answers go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from telegram import Bot, Message, Update

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.telegram_bot.hearing import Answer
from core.gate import Surface
from core.people import Identity, Platform
from core.videos import VideoId

ANA, BO = 101, 102
ME = "hushreel_bot"
TOKEN = "900:AA-nothing-opens-with-this"
NOW_S = 1_795_000_000
_NUMBERS = count(70_000_000)
_MESSAGES = count(1)
Json = dict[str, Any]


def user(who: int, language: str = "en") -> Json:
    """Describe a person."""
    return {"id": who, "is_bot": False, "first_name": f"P{who}", "language_code": language}


def message(text: str = "", *, by: int = ANA, group: int | None = None, **more: Any) -> Json:
    """Describe a message in the private chat with us, or in a group."""
    chat = {"id": group, "type": "supergroup", "title": "Film club"} if group else {"id": by, "type": "private"}
    told: Json = {"message_id": next(_MESSAGES), "date": NOW_S, "chat": chat, "from": user(by)}
    if text:
        told |= {"text": text, "entities": _entities(text)}
    return told | more


def _entities(text: str) -> list[Json]:
    if text.startswith("/"):
        return [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    at = text.find("@")
    return [{"type": "mention", "offset": at, "length": len(text[at:].split(maxsplit=1)[0])}] if at >= 0 else []


def told(kind: str = "message", **what: Any) -> Json:
    """Describe an update."""
    return {"update_id": next(_NUMBERS), kind: what}


def said(text: str = "", **more: Any) -> Json:
    """Describe an update with a message."""
    return told(**message(text, **more))


def press(data: str, *, by: int = ANA) -> Json:
    """Describe a press of a button in the private chat."""
    return told("callback_query", **{"id": "5", "from": user(by), "chat_instance": "1", "data": data})


def photo(file_id: str, size: int, **more: Any) -> Json:
    """Describe what a message with a picture says."""
    sizes = [
        {"file_id": f"small-{file_id}", "file_unique_id": "a", "width": 90, "height": 51, "file_size": 900},
        {"file_id": file_id, "file_unique_id": "b", "width": 1280, "height": 720, "file_size": size},
    ]
    return {"photo": sizes, **more}


def voice(file_id: str, size: int, **more: Any) -> Json:
    """Describe what a voice message says."""
    return {"voice": {"file_id": file_id, "file_unique_id": "c", "duration": 2, "file_size": size}, **more}


def read(update: Json, bot: Bot | None = None) -> Update:
    """Read an update as the library does."""
    return Update.de_json(update, bot or Bot(TOKEN))


@dataclass
class Answered:
    """Stands where answers are brought to people: asks for them, and keeps them, with whom each is for."""

    chat: Chat
    replies: list[Reply] = field(default_factory=list)
    whose: list[int] = field(default_factory=list)
    pressed_data: list[str] = field(default_factory=list)
    rested: list[str] = field(default_factory=list)

    async def asked(self, update: Update, answer: Answer, messages: Sequence[Message] = ()) -> None:
        """Ask for the answer."""
        del messages
        reply = await answer(await self.asker_of(update))
        assert update.effective_user is not None
        self.replies.append(reply)
        self.whose.append(update.effective_user.id)

    def to(self, person: int) -> list[Reply]:
        """Give a person's answers, oldest first."""
        return [reply for reply, one in zip(self.replies, self.whose, strict=True) if one == person]

    async def told(self, update: Update, answer: Answer) -> None:
        """Ask for the answer."""
        await self.asked(update, answer)

    def rest(self, query: str) -> None:
        """Note the button that rests."""
        self.rested.append(query)

    async def pressed(self, update: Update) -> None:
        """Note the press."""
        assert update.callback_query is not None
        self.pressed_data.append(update.callback_query.data or "")

    async def placed(self, update: Update, press: str, asker: Asker) -> Asker:
        """Note the press behind a form, which is about no group here."""
        del update
        self.pressed_data.append(press)
        return asker

    async def asker_of(self, update: Update) -> Asker:
        """Meet whoever speaks."""
        assert update.effective_user is not None
        identity = Identity(Platform.TELEGRAM, str(update.effective_user.id))
        return await self.chat.arrive(identity, Surface.CHAT_PRIVATE)


@dataclass
class Asking:
    """Stands where a form's questions are asked: one question, if `open`."""

    is_open: bool = False
    ends: Any = None
    answers: list[str] = field(default_factory=list)
    waiting: VideoId | None = None

    async def waits_for_files(self, asker: Asker, chat_id: int) -> VideoId | None:
        """Name what waits for files."""
        del asker, chat_id
        return self.waiting

    async def answer(self, text: str, asker: Asker, chat_id: int) -> Any:
        """Take an answer."""
        del asker, chat_id
        if not self.is_open:
            return None
        self.answers.append(text)
        return self.ends

    async def put_aside(self, asker: Asker, chat_id: int) -> Reply | None:
        """Let a command come between."""
        del asker, chat_id
        return None

    async def cancel(self, asker: Asker, chat_id: int) -> bool:
        """End what is asked."""
        del asker, chat_id
        was_open, self.is_open, self.waiting = self.is_open, False, None
        return was_open

    async def settled(self, reply: Reply, asker: Asker, chat_id: int) -> Reply:
        """Take away what was carried out."""
        await self.cancel(asker, chat_id)
        return reply


@dataclass
class Elsewhere:
    """Stands where groups are: notes what it is told."""

    fates: list[Update] = field(default_factory=list)
    commands: list[str | None] = field(default_factory=list)

    async def heard(self, update: Update) -> None:
        """Note what became of a group."""
        self.fates.append(update)

    async def in_group(self, update: Update, command: str | None = None) -> None:
        """Note what was said in a group."""
        del update
        self.commands.append(command)


def events(updates: Sequence[Json]) -> Mapping[int, Json]:
    """Give updates by their numbers."""
    return {one["update_id"]: one for one in updates}
