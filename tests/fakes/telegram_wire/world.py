"""The state of the fake's Telegram, and its record of everything that could be seen."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tests.fakes.telegram_wire.clock import Clock
from tests.fakes.telegram_wire.happening import Happening
from tests.fakes.telegram_wire.limits import QUERY_LASTS_MS
from tests.fakes.telegram_wire.messages import Kept, Message, Version
from tests.fakes.telegram_wire.places import CHANNEL, KICKED, PRIVATE, SUPERGROUP, Chat, User
from tests.fakes.telegram_wire.refusals import Json, bad, forbidden

BOT_ID = 7_000_000_001
_FIRST_PERSON, _FIRST_GROUP, _FIRST_SUPERGROUP = 7_100_000_001, -4_000_000_001, -1_002_000_000_001
"""Beyond 32 bits, as Telegram's are today."""


@dataclass(eq=False)
class Query:
    """A press on a button, and how the bot answered: `toast` is what flashes up, `alert` whether it wants an OK."""

    id: str
    user: User
    message: Message | None
    data: str
    at_ms: int
    answered_ms: int | None = None
    toast: str = ""
    alert: bool = False
    url: str | None = None

    def too_old(self, now_ms: int) -> bool:
        """Whether it can't be answered any more."""
        return self.answered_ms is not None or now_ms > self.at_ms + QUERY_LASTS_MS


class World(Happening):
    """Everything that there is. `tell` hands over an update: (its kind, what happened)."""

    def __init__(self) -> None:
        """Begin with the bot alone."""
        super().__init__()
        self.clock = Clock()
        self.me = User(BOT_ID, "hushreel_bot", None, bot=True)
        self.users: dict[int, User] = {self.me.id: self.me}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Message] = {}
        self.files: dict[str, Kept] = {}
        self.paths: dict[str, Kept] = {}
        self.queries: dict[str, Query] = {}
        self.menus: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.actions: list[tuple[int, str]] = []
        self.tell: Callable[[str, Json], None] = lambda *_: None
        self._people, self._ids = count(_FIRST_PERSON), count(101)
        self._groups, self._supergroups = count(_FIRST_GROUP, -1), count(_FIRST_SUPERGROUP, -1)
        self._file_numbers = count(1)

    def add_user(self, name: str, language: str | None) -> User:
        """Let somebody join Telegram, with a private chat that they haven't started."""
        user = User(next(self._people), name, language)
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, PRIVATE, user=user)
        return user

    def add_chat(self, kind: str, title: str) -> Chat:
        """Make a group or a channel."""
        identity = next(self._supergroups) if kind in {SUPERGROUP, CHANNEL} else next(self._groups)
        self.chats[identity] = Chat(identity, kind, title)
        return self.chats[identity]

    def next_id(self, chat: Chat) -> int:
        """Number a message: supergroups and channels count for themselves, all others together."""
        return next(chat.own_ids if chat.kind in {SUPERGROUP, CHANNEL} else self._ids)

    def chat(self, chat_id: object) -> Chat:
        """Find a chat as the bot names it. Raises Refused."""
        found = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if found is None or found.deleted:
            raise bad("chat not found")
        if found.moved_to is not None:
            raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=found.moved_to)
        if found.user is not None and not found.started and not self._shares_group_with(found.user):
            raise bad("chat not found")
        return found

    def _shares_group_with(self, user: User) -> bool:
        return any(one.kind != PRIVATE and one.has(user) and one.has(self.me) for one in self.chats.values())

    def check_reachable(self, chat: Chat) -> None:
        """Refuse where the bot isn't, or isn't let in any more. Raises Refused."""
        if chat.user is not None:
            if chat.user.deactivated:
                raise forbidden("user is deactivated")
            if not chat.started:
                raise forbidden("bot can't initiate conversation with a user")
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
            return
        if chat.standing(self.me).status == KICKED:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if not chat.has(self.me):
            raise forbidden(f"bot is not a member of the {chat.kind} chat")

    def check_writable(self, chat: Chat, thread: int | None) -> None:
        """Refuse where the bot can't write. Raises Refused."""
        self.check_reachable(chat)
        if chat.kind == CHANNEL and "can_post_messages" not in chat.standing(self.me).rights:
            raise bad("need administrator rights in the channel chat")
        if chat.muted and not chat.administers(self.me):
            raise bad("not enough rights to send text messages to the chat")
        if thread is not None and thread not in chat.topics:
            raise bad("message thread not found")
        if thread is not None and chat.topics[thread].closed:
            raise bad("TOPIC_CLOSED")

    def keep(self, message: Message) -> Message:
        """Keep a message."""
        self.messages[message.chat.id, message.id] = message
        self.changed()
        return message

    def hold(self, content: bytes, filename: str, content_type: str) -> Kept:
        """Keep a file, so that its id works."""
        kept = Kept(f"BQAC{secrets.token_urlsafe(36)}", f"AgAD{secrets.token_hex(5)}", content, filename, content_type)
        self.files[kept.file_id] = kept
        return kept

    def path_of(self, kept: Kept) -> str:
        """Give the path under which a file can be fetched."""
        path = f"documents/file_{next(self._file_numbers)}.{kept.filename.rsplit('.', 1)[-1]}"
        self.paths[path] = kept
        return path

    def in_chat(self, chat: Chat) -> list[Message]:
        """Give a chat's messages that are still there."""
        return [one for one in self.messages.values() if one.chat is chat and one.deleted_ms is None]


class Seen:
    """The record of what could be seen: `fake.seen`."""

    def __init__(self, world: World) -> None:
        """Read this world."""
        self._world = world

    @property
    def messages(self) -> list[Message]:
        """Every message that there ever was, deleted ones too, oldest first."""
        return list(self._world.messages.values())

    @property
    def by_bot(self) -> list[Message]:
        """Every message of the bot."""
        return [one for one in self.messages if one.author is self._world.me]

    def who_saw(self, wanted: str | bytes) -> frozenset[str]:
        """Name all who could see some words or a file's bytes, in messages or in what flashed up, at any time.

        Those who come later into a group count as well.
        """
        found: set[int] = set()
        for message in self.messages:
            for version in message.versions:
                if _has(version, wanted):
                    found |= version.viewers
            if message.deleted_ms is None and _has(message.now, wanted):
                found |= message.chat.viewers
        if isinstance(wanted, str):
            found |= {one.user.id for one in self._world.queries.values() if wanted in one.toast}
        return frozenset(self._world.users[one].name for one in found)


def _has(version: Version, wanted: str | bytes) -> bool:
    if isinstance(wanted, str):
        return wanted in version.text
    media = version.media
    return media is not None and (
        wanted in media.content or (media.thumbnail is not None and wanted in media.thumbnail.content)
    )
