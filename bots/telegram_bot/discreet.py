"""In a group: one discreet line, and the answer in the private chat. Nothing private is ever written to a group."""

import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

import telegram
from telegram.constants import ChatAction, ChatType, MessageEntityType
from telegram.error import BadRequest, Forbidden, TelegramError

from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.telegram_bot.borrowing import Borrowing
from bots.telegram_bot.places import ABOUT_A_GROUP, GROUPS, HERE, SAID_IN, is_oneself
from bots.texts.lookup import Texts
from bots.texts.say import Say
from core.hosting.opening import open_for
from core.hosting.presence import joined
from core.people import Identity
from core.ports import Clock, Store

LINE_AGAIN_MS = 60_000
"""Somebody who asks several things in a group gets one line a minute there; each answer comes in private."""
LINES_MOST = 10
"""Lines a minute in one group. Telegram takes 20 messages a minute there, and not all of them are ours."""

START = "group"
"""What the button's link carries: the same for everything, so that it doesn't tell what was asked."""

_START, _HELP = "start", "/help"

log = logging.getLogger("hushreel.telegram")

Hear = Callable[[telegram.Update], Awaitable[None]]


class Answers(Protocol):
    """What this uses of `bots.telegram_bot.answering`."""

    async def asked(self, update: telegram.Update, answer: Callable[[Asker], Awaitable[Reply]]) -> object:
        """Show an answer in the private chat with whom an update is of."""


class Discreet:
    """Takes what is said to us in a group over into the private chat."""

    def __init__(
        self,
        bot: telegram.Bot,
        answers: Answers,
        hear: Hear,
        borrowing: Borrowing,
        *,
        texts: Texts,
        store: Store,
        clock: Clock,
        commands: frozenset[str],
    ) -> None:
        """Have `hear` take the words as if they had been said in private; `commands` are those that we know."""
        self._bot = bot
        self._answers = answers
        self._hear = hear
        self._borrowing = borrowing
        self._texts = texts
        self._store = store
        self._clock = clock
        self._commands = commands | {_START}
        self._said: dict[tuple[int, int], int] = {}

    async def in_group(self, update: telegram.Update, command: str | None = None) -> None:
        """Answer a command, a mention, a reply or a picture to us in private, and say so; leave all else alone."""
        message = update.message
        if message is None or message.chat.type not in GROUPS or not self._is_to_us(message, command):
            return
        if message.from_user is None or not is_oneself(message):
            await self._line(message, "telegram-group-anonymous")
            return
        if command in ABOUT_A_GROUP:
            await self._open(message.chat, message.from_user)
        if not await self._can_write_to(message.from_user):
            await self._line(message, "telegram-group-start")
            return
        await self._line(message, "telegram-group-private")
        await self._answer(update, message, message.from_user, command)

    def _is_to_us(self, message: telegram.Message, command: str | None) -> bool:
        """Say whether somebody speaks to us: as an administrator of a group we hear everything, other bots too."""
        is_bot = message.sender_chat is None and message.from_user is not None and message.from_user.is_bot
        if message.is_automatic_forward or is_bot:
            return False
        if command is None:
            return self._is_mentioned(message) or self._is_replied_to(message)
        words = message.text or message.caption or ""
        _, _, whom = words.partition(" ")[0].partition("@")
        return whom.casefold() == self._bot.username.casefold() if whom else command in self._commands

    def _is_mentioned(self, message: telegram.Message) -> bool:
        found = message.parse_entities() | message.parse_caption_entities()
        return any(
            (one.type == MessageEntityType.MENTION and words.casefold() == self._bot.name.casefold())
            or (one.user is not None and one.user.id == self._bot.id)
            for one, words in found.items()
        )

    def _is_replied_to(self, message: telegram.Message) -> bool:
        replied = message.reply_to_message
        return replied is not None and replied.from_user is not None and replied.from_user.id == self._bot.id

    async def _open(self, group: telegram.Chat, user: telegram.User) -> None:
        """Have their private chat be about this group; what they may do there is asked at each step."""
        community = await joined(HERE, str(group.id), store=self._store)
        await open_for(Identity(HERE, str(user.id)), community, store=self._store, clock=self._clock)

    async def _can_write_to(self, user: telegram.User) -> bool:
        """Show that an answer comes, and so learn whether they ever started us: a bot can't write first."""
        try:
            await self._bot.send_chat_action(user.id, ChatAction.TYPING)
        except (Forbidden, BadRequest):
            return False
        except TelegramError as error:
            log.warning("whether somebody can be written to is not known: %s", type(error).__name__)
        return True

    async def _answer(
        self, update: telegram.Update, message: telegram.Message, user: telegram.User, command: str | None
    ) -> None:
        words = (message.text or message.caption or "") if command else self._unmentioned(message)
        said = words.partition(" ")[2].strip() if command else words
        borrowed = self._borrowing.find(message, command, said)
        if borrowed is not None:
            await self._answers.asked(update, lambda asker: self._borrowing.draft(borrowed, asker))
            return
        await self._hear(in_private(update, message, user, words or _HELP))

    def _unmentioned(self, message: telegram.Message) -> str:
        """Give the words of a message without our own name."""
        words = message.text or message.caption or ""
        named = message.parse_entities() | message.parse_caption_entities()
        for one in named.values():
            if one.casefold() == self._bot.name.casefold():
                words = words.replace(one, "")
        return words.strip()

    async def _line(self, message: telegram.Message, key: str) -> None:
        """Say one line in the group, in the topic where they asked. Where that can't be done, nothing is said there."""
        user = message.from_user
        if not self._may_say(message.chat.id, user.id if user else 0):
            return
        language = (user.language_code if user else None) or "en"
        label = self._texts.say(language, Say("button-open-chat"), str)
        button = telegram.InlineKeyboardButton(label, url=f"{self._bot.link}?start={START}")
        try:
            await self._bot.send_message(
                message.chat.id,
                self._texts.say(language, Say(key), str),
                message_thread_id=message.message_thread_id if message.is_topic_message else None,
                reply_parameters=telegram.ReplyParameters(message.message_id, allow_sending_without_reply=True),
                reply_markup=telegram.InlineKeyboardMarkup.from_button(button),
                disable_notification=True,
            )
        except TelegramError as error:
            log.warning("group %d got no line: %s", message.chat.id, type(error).__name__)

    def _may_say(self, group: int, user: int) -> bool:
        """Keep groups clean: one line a person and a minute, and not too many in all."""
        now_ms = self._clock.now_ms()
        self._said = {who: until_ms for who, until_ms in self._said.items() if until_ms > now_ms}
        if (group, user) in self._said or sum(one == group for one, _ in self._said) >= LINES_MOST:
            return False
        self._said[group, user] = now_ms + LINE_AGAIN_MS
        return True


def in_private(update: telegram.Update, message: telegram.Message, user: telegram.User, words: str) -> telegram.Update:
    """Give an update as if these words had been said to us in private. It has no message of its own: its id is 0.

    It tells where they were said: what is begun by them is begun there.
    """
    entities = []
    if words.startswith("/"):
        length = len(words.partition(" ")[0])
        entities = [telegram.MessageEntity(telegram.MessageEntity.BOT_COMMAND, 0, length)]
    private = telegram.Chat(user.id, ChatType.PRIVATE)
    there = {SAID_IN: message.chat}
    said = telegram.Message(0, message.date, private, from_user=user, text=words, entities=entities, api_kwargs=there)
    said.set_bot(message.get_bot())
    return telegram.Update(update.update_id, message=said)
