"""People who live in the fake's Telegram, and what they do there."""

import json
from collections.abc import Iterable, Sequence
from secrets import token_hex

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.entities import plain
from tests.fakes.telegram_wire.given import Given
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Media, Message, Version
from tests.fakes.telegram_wire.places import CHANNEL, GROUP, KICKED, MEMBER, SUPERGROUP, Chat, Member, User
from tests.fakes.telegram_wire.refusals import Json
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.world import Query, World

Place = Group | None
"""Where something is done: a group, or None for the private chat with the bot."""


class NotOffered(AssertionError):
    """Telegram's own app would not let this person do that here."""


class Town:
    """Makes people and places on a fake."""

    def __init__(self, fake: TelegramWire) -> None:
        """Build in this Telegram."""
        self.fake = fake
        self.world = fake.world

    def person(self, name: str, language: str | None = "en", *, started: bool = True) -> "Person":
        """Make a person; `started`: they wrote to the bot before, so that it can write to them."""
        user = self.world.add_user(name, language)
        self.world.chats[user.id].started = started
        return Person(self.world, user)

    def group(self, title: str, owner: "Person", *members: "Person", kind: str = SUPERGROUP, bot: bool = True) -> Group:
        """Make a group."""
        group = Group(self.world, self.world.add_chat(kind, title), owner.user)
        group.join(*members)
        if bot:
            group.add_bot()
        return group

    def small_group(self, title: str, owner: "Person", *members: "Person") -> Group:
        """Make a group that isn't a supergroup yet."""
        return self.group(title, owner, *members, kind=GROUP)

    def channel(self, title: str, owner: "Person", *members: "Person") -> Group:
        """Make a channel, where the bot may post."""
        channel = self.group(title, owner, *members, kind=CHANNEL, bot=False)
        channel.add_bot("can_post_messages", "can_edit_messages", "can_delete_messages")
        return channel


class Person:
    """A person, and what they do. Each deed waits until the person sees an answer, unless `waits` is None."""

    def __init__(self, world: World, user: User) -> None:
        """Act as `user`."""
        self.world = world
        self.user = user
        self.name = user.name
        self.id = user.id

    @property
    def private(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.id]

    def inbox(self) -> list[Message]:
        """The bot's messages in the private chat that are still there."""
        return [one for one in self.world.in_chat(self.private) if one.author is self.world.me]

    def sees(self, message: Message) -> bool:
        """Whether a message is on this person's screen."""
        return message.deleted_ms is None and self.id in message.chat.viewers

    async def starts(self, payload: str = "", *, waits: float | None = 10.0) -> Answer:
        """Press Start, perhaps by a link with a payload."""
        return await self.says(f"/start {payload}".strip(), waits=waits)

    async def command(
        self, text: str, place: Place = None, *, reply_to: Message | None = None, waits: float | None = 10.0
    ) -> Answer:
        """Give a command, as in "/privacy last"."""
        return await self.says(f"/{text.removeprefix('/')}", place, reply_to=reply_to, waits=waits)

    async def says(
        self,
        text: str,
        place: Place = None,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
        waits: float | None = 10.0,
    ) -> Answer:
        """Write something."""
        answer = Answer(self.world, self._chat(place))
        self._told(self._write(place, text, None, reply_to=reply_to, thread=thread))
        return answer if waits is None else await answer.seen(waits)

    async def sends(
        self,
        given: Given,
        caption: str = "",
        place: Place = None,
        *,
        reply_to: Message | None = None,
        waits: float | None = 10.0,
    ) -> Answer:
        """Send a file."""
        answer = Answer(self.world, self._chat(place))
        self._told(self._write(place, caption, given.kept_in(self.world), reply_to=reply_to))
        return answer if waits is None else await answer.seen(waits)

    async def album(
        self,
        items: Sequence[Given],
        caption: str = "",
        place: Place = None,
        *,
        order: Iterable[int] | None = None,
        waits: float | None = 10.0,
    ) -> Answer:
        """Send several files at once. `order`: in which of them the bot hears of them; None is the order sent."""
        answer = Answer(self.world, self._chat(place))
        sent = self.album_of(items, caption, place)
        for number in order if order is not None else range(len(sent)):
            self._told(sent[number])
        return answer if waits is None else await answer.seen(waits)

    def album_of(self, items: Sequence[Given], caption: str = "", place: Place = None) -> list[Message]:
        """Send several files at once, of which the bot hears when `tells` says so."""
        album = str(int(token_hex(6), 16))
        return [
            self._write(place, "" if number else caption, one.kept_in(self.world), album=album)
            for number, one in enumerate(items)
        ]

    def tells(self, message: Message) -> None:
        """Let the bot hear of a message of an album."""
        self._told(message)

    async def presses(
        self, message: Message, wanted: str, *, forged: bool = False, waits: float | None = 10.0
    ) -> Answer:
        """Press a button by its label or data. `forged`: send `wanted` as data that stands on no button there."""
        if not forged and not self.sees(message):
            raise NotOffered(f"{self.name} doesn't see that message")
        data = wanted if forged else str(message.button(wanted)["callback_data"])
        query = Query(str(int(token_hex(8), 16)), self.user, message, data, self.world.clock.now_ms)
        self.world.queries[query.id] = query
        answer = Answer(self.world, message.chat, query)
        told = message.payload
        if message.deleted_ms is not None:
            told = {"chat": message.chat.payload, "message_id": message.id, "date": 0}
        more = {"message": told, "chat_instance": str(message.chat.id), "data": data}
        self.world.tell("callback_query", {"id": query.id, "from": self.user.payload} | more)
        return answer if waits is None else await answer.seen(waits)

    async def shares(
        self, message: Message, label: str, *chosen: "Group | Person", waits: float | None = 10.0
    ) -> Answer:
        """Press a key that asks for a chat or for people, and choose."""
        key = next(one for row in (message.now.markup or {})["keyboard"] for one in row if one["text"] == label)
        answer = Answer(self.world, self.private)
        if "request_chat" in key:
            shared: Json = {"chat_shared": {"request_id": key["request_chat"]["request_id"], "chat_id": chosen[0].id}}
        else:
            people = [_picked(one, key["request_users"]) for one in chosen]
            shared = {"users_shared": {"request_id": key["request_users"]["request_id"], "users": people}}
        told = self._write(None, "", None)
        told.service = shared
        self._told(told)
        return answer if waits is None else await answer.seen(waits)

    def edits(self, message: Message, text: str) -> None:
        """Change one's own message."""
        message.add(self.world.clock.now_ms, words=text, entities=plain(text))
        self.world.tell("edited_message", message.payload)

    def deletes(self, *messages: Message) -> None:
        """Delete messages for both sides; the bot isn't told."""
        for one in messages:
            one.deleted_ms = self.world.clock.now_ms
        self.world.changed()

    def blocks(self) -> None:
        """Block the bot."""
        self._stands(MEMBER, KICKED)
        self.private.blocked = True

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.private.blocked = False
        self._stands(KICKED, MEMBER)

    def deactivates(self) -> None:
        """Delete one's account."""
        self.user.deactivated = True

    def menu(self, place: Place = None) -> list[Json]:
        """Give the commands that Telegram's own app offers this person there."""
        chat = self._chat(place)
        scopes: list[Json] = [{"type": "chat", "chat_id": chat.id}]
        if chat.user is not None:
            scopes.append({"type": "all_private_chats"})
        else:
            scopes += [{"type": "all_chat_administrators"}] if chat.administers(self.user) else []
            scopes.append({"type": "all_group_chats"})
        for scope in (*scopes, {"type": "default"}):
            for language in ((self.user.language or "")[:2], ""):
                found = self.world.menus.get((json.dumps(scope, sort_keys=True), language))
                if found:
                    return found
        return []

    def _stands(self, before: str, after: str) -> None:
        told = {"chat": self.private.payload, "from": self.user.payload, "date": self.world.clock.now_s}
        members = [Member(self.world.me, status).payload for status in (before, after)]
        self.world.tell("my_chat_member", told | {"old_chat_member": members[0], "new_chat_member": members[1]})

    def _chat(self, place: Place) -> Chat:
        return self.private if place is None else place.chat

    def _write(
        self,
        place: Place,
        words: str,
        media: Media | None,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
        album: str | None = None,
    ) -> Message:
        chat = self._chat(place)
        if chat.user is None and not chat.has(self.user):
            raise NotOffered(f"{self.name} isn't there")
        if chat.user is not None:
            chat.started, chat.blocked = True, False
        version = Version(self.world.clock.now_ms, words, plain(words), media, None, chat.viewers)
        written = Message(self.world.next_id(chat), chat, self.user, [version], thread, reply_to, album)
        return self.world.keep(written)

    def _told(self, message: Message) -> None:
        chat = message.chat
        if chat.user is not None or self._bot_hears(message):
            self.world.tell("channel_post" if chat.kind == CHANNEL else "message", message.payload)

    def _bot_hears(self, message: Message) -> bool:
        """Whether privacy mode lets the bot read a message in a group."""
        me, chat = self.world.me, message.chat
        if not chat.has(me):
            return False
        if chat.administers(me) or chat.kind == CHANNEL:
            return True
        replied = message.reply_to is not None and message.reply_to.author is me
        first = message.words.split(" ", 1)[0]
        command = first.startswith("/") and ("@" not in first or first.endswith(f"@{me.username}"))
        return replied or command or f"@{me.username}" in message.words


def _picked(one: "Group | Person", asked: Json) -> Json:
    """Write somebody who was picked, with as much of their name as was asked for."""
    told: Json = {"user_id": one.id}
    if isinstance(one, Person) and asked.get("request_name"):
        told["first_name"] = one.user.payload["first_name"]
    return told
