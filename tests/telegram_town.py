"""A simulated Telegram behind the real library: groups, channels, who is what in them, and all that is sent there."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import telegram
from telegram.request import BaseRequest, RequestData

from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.telegram_bot.borrowing import Borrowing
from bots.telegram_bot.discreet import Discreet
from bots.telegram_bot.groups import Groups
from bots.telegram_bot.notices import KINDS, Notices
from bots.telegram_bot.picking import Picking
from bots.telegram_bot.places import Places
from bots.texts.lookup import Texts
from core.communities import Community
from core.gate import Surface
from core.hosting.presence import joined
from core.intake.upload import Upload
from core.people import CommunityId, Identity, Platform
from core.records import OutboxRow
from tests.chatting import Chatting, chatting_in
from tests.fakes.pictures import FakeUpload, corners, encoded

Json = dict[str, Any]

BOT: Json = {"id": 7000, "is_bot": True, "first_name": "Hushreel", "username": "hushreel_bot"}
CLUB, CHANNEL, DESK = -1001, -1002, -1003
ADMIN, MEMBER, STRANGER = 11, 12, 13
DATE_S = 1_790_000_000
TITLES = {CLUB: "Harbour *club* <1>", CHANNEL: "Harbour films", DESK: "Harbour desk"}
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")

NOT_FOUND = (400, "Bad Request: chat not found")
FORBIDDEN = (403, "Forbidden: bot was kicked")
NEVER_STARTED = (403, "Forbidden: bot can't initiate conversation with a user")
NO_TOPIC = (400, "Bad Request: message thread not found")


class Refused(Exception):
    """What Telegram answers instead of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        """Refuse with a code and words, as Telegram does."""
        super().__init__(description)
        self.body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
        self.code = code


@dataclass
class Sky(BaseRequest):
    """The far side of the library's requests. `away` answers nothing, `refusing` refuses by chat."""

    members: dict[tuple[int, int], Json] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    permissions: dict[int, Json] = field(default_factory=dict)
    refusing: dict[int, Refused] = field(default_factory=dict)
    unstarted: set[int] = field(default_factory=set)
    sent: list[Json] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    away: bool = False

    @property
    def read_timeout(self) -> float | None:
        """How long the library waits."""
        return None

    async def initialize(self) -> None:
        """Begin."""

    async def shutdown(self) -> None:
        """End."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        """Answer one request."""
        del method, timeouts, more
        name, given = url.rpartition("/")[2], request_data.parameters if request_data else {}
        self.asked.append(name)
        if self.away:
            raise telegram.error.NetworkError("away")
        try:
            result = self._result(name, given)
        except Refused as refused:
            return refused.code, json.dumps(refused.body).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _result(self, name: str, given: Json) -> Any:
        if name == "getMe":
            return BOT
        chat = int(given["chat_id"])
        if chat in self.refusing:
            raise self.refusing[chat]
        if chat in self.unstarted:
            raise Refused(*NEVER_STARTED)
        if chat < 0 and chat not in self.kinds:
            raise Refused(*NOT_FOUND)
        match name:
            case "getChatMember":
                return self._member(chat, int(given["user_id"]))
            case "getChat":
                more = {
                    "accent_color_id": 0,
                    "max_reaction_count": 1,
                    "accepted_gift_types": dict.fromkeys(GIFTS, False),
                }
                return self.chat(chat) | more | {"permissions": self.permissions.get(chat)}
            case "getChatMemberCount":
                return sum(where == chat for where, _ in self.members)
            case "sendChatAction":
                return True
            case _:
                self.sent.append(given | {"method": name})
                return {"message_id": len(self.sent), "date": DATE_S, "chat": self.chat(chat)}

    def _member(self, chat: int, user: int) -> Json:
        known = self.members.get((chat, user))
        if known is None:
            raise Refused(400, "Bad Request: member not found")
        return known | {"user": {"id": user, "is_bot": user == BOT["id"], "first_name": f"Person {user}"}}

    def chat(self, chat: int) -> Json:
        """A chat as Telegram tells it."""
        if chat > 0:
            return {"id": chat, "type": "private"}
        return {"id": chat, "type": self.kinds.get(chat, "supergroup"), "title": self.titles.get(chat, "Some group")}

    def said(self, chat: int) -> list[str]:
        """What was sent into a chat."""
        return [one["text"] for one in self.sent if int(one["chat_id"]) == chat]


_MANAGING = (
    "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
    "can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
)
_SENDING = (
    "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos can_send_video_notes "
    "can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews can_change_info "
    "can_invite_users can_pin_messages can_manage_topics can_edit_tag can_react_to_messages"
)
_TOLD: dict[str, Json] = {
    "administrator": dict.fromkeys(_MANAGING.split(), False),
    "creator": {"is_anonymous": False},
    "kicked": {"until_date": 0},
    "restricted": dict.fromkeys(_SENDING.split(), False) | {"until_date": 0, "is_member": False},
}
"""What Telegram tells beside a status."""


def member(status: str, **more: Any) -> Json:
    """Somebody's membership as Telegram tells it."""
    return {"status": status} | _TOLD.get(status, {}) | more


@dataclass
class Town:
    """A group with an admin and a member, a channel and a desk that the admin manages, and the bot in all of them."""

    sky: Sky
    bot: telegram.Bot
    chatting: Chatting
    places: Places
    groups: Groups
    notices: Notices
    picking: Picking
    discreet: Discreet = field(init=False)
    heard: list[telegram.Update] = field(default_factory=list)
    shown: list[tuple[int, Reply]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def asker_of(self, update: telegram.Update) -> Asker:
        """Meet whoever speaks, as answering does."""
        user = update.effective_user
        assert user is not None
        place, language = await self.places.place_of(update), user.language_code or "en"
        identity = Identity(Platform.TELEGRAM, str(user.id))
        return await self.chatting.chat.arrive(identity, Surface.CHAT_PRIVATE, language, place)

    async def asked(self, update: telegram.Update, answer: Callable[[Asker], Awaitable[Reply]]) -> None:
        """Note an answer and the private chat that it goes to."""
        assert update.effective_user is not None
        self.shown.append((update.effective_user.id, await answer(await self.asker_of(update))))

    async def hear(self, update: telegram.Update) -> None:
        """Note what is said in private; /setup and /help are answered, as hearing does."""
        self.heard.append(update)
        words = update.message.text if update.message else ""
        command = (words or "").removeprefix("/").partition("@")[0]
        if command in {"setup", "help"}:
            await self.asked(update, lambda asker: self.chatting.chat.ask(command, {}, asker))

    async def press(self, press: str, user: int = ADMIN) -> Reply | None:
        """Press a button in the private chat."""
        update = self.update(callback_query=pressed(user, press))
        asker = await self.asker_of(update)
        for begins, door in self.picking.doors.items():
            if press.startswith(begins):
                return await door(update, asker)
        return await self.chatting.chat.press(press, asker)

    async def share(self, user: int = ADMIN, **shared: Any) -> Reply:
        """Pick something by the keyboard of the private chat."""
        update = self.update(message=self.written(user, user) | shared)
        return await self.picking.shared(update, await self.asker_of(update))

    def update(self, **what: Json) -> telegram.Update:
        """An update as Telegram sends it."""
        read = telegram.Update.de_json({"update_id": next(self.numbers), **what}, self.bot)
        assert read is not None
        return read

    def written(self, chat: int, user: int, text: str = "", **more: Any) -> Json:
        """A message as Telegram tells it."""
        told = {"message_id": next(self.numbers), "date": DATE_S, "chat": self.sky.chat(chat), "from": person(user)}
        if text:
            length = len(text.partition(" ")[0])
            entities = [{"type": "bot_command", "offset": 0, "length": length}] if text[0] == "/" else []
            told |= {"text": text, "entities": entities}
        return told | more

    async def say(self, text: str, user: int = MEMBER, chat: int = CLUB, **more: Any) -> None:
        """Say something in a group, as hearing hands it over."""
        command = text[1:].partition(" ")[0].partition("@")[0] if text.startswith("/") else None
        await self.discreet.in_group(self.update(message=self.written(chat, user, text, **more)), command)

    async def changed(self, chat: int, now: Json, *, before: str = "member", kind: str | None = None) -> None:
        """Have our membership in a chat change."""
        if kind:
            self.sky.kinds[chat] = kind
        self.sky.members[chat, BOT["id"]] = now
        change = {
            "chat": self.sky.chat(chat),
            "from": person(ADMIN),
            "date": DATE_S,
            "old_chat_member": member(before) | {"user": BOT},
            "new_chat_member": now | {"user": BOT},
        }
        await self.groups.heard(self.update(my_chat_member=change))

    async def community(self, group: int = CLUB) -> Community | None:
        """What is kept of a group."""
        return await self.chatting.parts.store.ledger.community_at(Platform.TELEGRAM, str(group))

    async def known(self, group: int = CLUB) -> Community:
        """What is kept of a group that must be there."""
        found = await self.community(group)
        assert found is not None
        return found

    async def deliver(self) -> list[OutboxRow]:
        """Carry out every outbox row as the relay does; gives what there was."""
        carried, ledger = [], self.chatting.parts.store.ledger
        while rows := await ledger.claim(frozenset({"telegram"}), 1_000, 10):
            for row in rows:
                if row.kind in KINDS:
                    await self.notices.deliver(row)
                await ledger.settle(row.id)
                carried.append(row)
        return carried


def file_of(message: telegram.Message) -> Upload | None:
    """The picture of a message, as uploads give it."""
    return FakeUpload(encoded(corners(), "JPEG"), "") if message.photo else None


def person(user: int, language: str = "en") -> Json:
    """Somebody as Telegram tells them."""
    return {"id": user, "is_bot": False, "first_name": f"Person {user}", "language_code": language}


def pressed(user: int, press: str) -> Json:
    """The press of a button in somebody's private chat with us."""
    chat = {"id": user, "type": "private"}
    message = {"message_id": 1, "date": DATE_S, "chat": chat, "from": BOT, "text": "a card"}
    return {"id": "1", "from": person(user), "chat_instance": "1", "data": press, "message": message}


@asynccontextmanager
async def town_in(folder: Path) -> AsyncIterator[Town]:
    """Open the simulated Telegram with the real library before it and real tables behind it."""
    sky = Sky(kinds={CLUB: "supergroup", CHANNEL: "channel", DESK: "supergroup"}, titles=dict(TITLES))
    for chat in (CLUB, CHANNEL, DESK):
        sky.members[chat, ADMIN] = member("creator" if chat == CLUB else "administrator")
        sky.members[chat, MEMBER] = member("member")
        sky.members[chat, BOT["id"]] = member("member")
    sky.members[CHANNEL, BOT["id"]] = member("administrator", can_post_messages=True)
    async with chatting_in(folder) as chatting, telegram.Bot("7000:token", request=sky) as bot:
        texts, store, clock = Texts(), chatting.parts.store, chatting.parts.clock
        groups = Groups(bot, store)
        picking = Picking(bot, chatting.chat, chatting.services.presses, texts, store, clock)
        places, notices = Places(bot, store.ledger), Notices(bot, store, groups, texts)
        town = Town(sky, bot, chatting, places, groups, notices, picking)
        known = frozenset(chatting.services.commands)
        borrowing = Borrowing(chatting.chat, file_of)
        town.discreet = Discreet(bot, town, town.hear, borrowing, texts=texts, store=store, clock=clock, commands=known)
        yield town


async def begun(town: Town, group: int = CLUB) -> CommunityId:
    """Have us be in a group."""
    return await joined(Platform.TELEGRAM, str(group), store=town.chatting.parts.store)
