"""What reaches us from Telegram, and who answers it."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from telegram import Message, Update
from telegram.constants import ChatType

from bots.chat.command import Asker, Command, VideoRef
from bots.chat.dispatch import Chat
from bots.chat.drafts import Addition
from bots.chat.presses import is_shared
from bots.chat.reply import Reply
from bots.chat.told import sorry
from bots.telegram_bot.drafting import Arrived, drafted, late, video_of
from bots.telegram_bot.once import Once
from bots.telegram_bot.options import Called, called, options_of
from bots.telegram_bot.uploads import Files
from core.errors import BadInput, LostRace, NotFound, PersonError
from core.inbox import Album
from core.knocks import read
from core.people import Platform
from core.ports import Store
from core.videos import VideoId

START, CANCEL = "start", "cancel"
STARTS = frozenset({"privacy", "help", "about", "videos", "settings"})
"""What a link may open by its payload: a word that anybody could type, never a right."""

log = logging.getLogger("hushreel.telegram")

Answer = Callable[[Asker], Awaitable[Reply]]


class Done(Protocol):
    """A form whose questions are all answered: the press behind it, and what was typed."""

    @property
    def press(self) -> str:
        """The press that takes what was typed."""

    @property
    def typed(self) -> Mapping[str, str]:
        """What was typed, by field."""


class Answers(Protocol):
    """Brings answers to people: `bots.telegram_bot.answering`."""

    async def asked(self, update: Update, answer: Answer, messages: Sequence[Message] = ()) -> object:
        """Answer a command or files in a private chat; `messages` are those of an album."""

    def rest(self, query: str) -> None:
        """Let a pressed button rest at once."""

    async def pressed(self, update: Update) -> object:
        """Answer a button."""

    async def told(self, update: Update, answer: Answer) -> object:
        """Answer plain words in a private chat."""

    async def placed(self, update: Update, press: str, asker: Asker) -> Asker:
        """Meet somebody anew, in the group that a form's button is about."""


class Interviews(Protocol):
    """Asks a form's questions one by one: `bots.telegram_bot.interview`."""

    async def answer(self, text: str, asker: Asker, chat_id: int) -> Any:
        """Take an answer: the next question, `Done` after the last one, None where nothing is asked."""

    async def waits_for_files(self, asker: Asker, chat_id: int) -> VideoId | None:
        """Name the draft whose form waits for files."""

    async def put_aside(self, asker: Asker, chat_id: int) -> Reply | None:
        """Let a command come between; gives what says so, None where nothing is asked."""

    async def cancel(self, asker: Asker, chat_id: int) -> bool:
        """End what is asked; False where nothing is."""

    async def settled(self, reply: Reply, asker: Asker, chat_id: int) -> Reply:
        """Take away what was answered and carried out with `reply`; gives what is to be shown."""


class Groups(Protocol):
    """What becomes of groups and channels: `bots.telegram_bot.groups`."""

    async def heard(self, update: Update) -> None:
        """Take notice of an update about our membership, or of a group that moved."""


class Discreet(Protocol):
    """What is said to us in a group: `bots.telegram_bot.discreet`."""

    async def in_group(self, update: Update, command: str | None = None) -> None:
        """Answer in private what is said to us; leave all else alone."""


@dataclass(frozen=True)
class Hearing:
    """Routes what comes in by its kind. `picked` takes chats and people that were picked.

    `welcome` greets, `cancelled` says whether something was asked that is asked no more, `me` is our user name.
    """

    chat: Chat
    once: Once
    answers: Answers
    files: Files
    interviews: Interviews
    groups: Groups
    discreet: Discreet
    picked: Callable[[Update, Asker], Awaitable[Reply | None]]
    welcome: Callable[[], Reply]
    cancelled: Callable[[bool], Reply]
    store: Store
    me: Callable[[], str]

    def seen(self, update: Update) -> None:
        """Take notice of an update whose turn comes later: its button spins no longer than that takes.

        A button that is everybody's spins until it is answered: what flashes up then is for its presser alone.
        """
        if update.callback_query is not None and not is_shared(update.callback_query.data or ""):
            self.answers.rest(update.callback_query.id)

    async def heard(self, update: Update) -> None:
        """Answer one update; what Telegram invents later is left alone."""
        message = update.message
        if update.callback_query is not None:
            await self.answers.pressed(update)
        elif update.my_chat_member is not None:
            await self.groups.heard(update)
        elif message is None or (message.from_user is None and message.sender_chat is None):
            log.info("an update of an unknown kind was left alone")
        elif message.chat.type == ChatType.PRIVATE:
            await self._in_private(update, message)
        else:
            await self._in_group(update, message)

    async def album(self, updates: Sequence[Update], earlier: Album | None) -> Album | None:
        """Answer an album's items, in the order of their messages; gives what became of all of them."""
        messages = [one.message for one in updates if one.message is not None]
        arrived = self._arrived(messages)
        became: list[VideoId] = []

        async def answer(chat: Chat, asker: Asker) -> Reply:
            if earlier is not None:
                reply = await late(arrived, earlier, asker, chat)
            else:
                reply = await self._come(messages[0], arrived, asker, chat)
            video = video_of(reply)
            became.extend([VideoId(video)] if video else [])
            return reply

        await self.answers.asked(updates[0], self._once(updates[0], answer), messages)
        if not became:
            return earlier
        is_same = earlier is not None and earlier.video == became[-1]
        before = earlier.messages if earlier and is_same else ()
        return Album(became[-1], tuple(sorted({*before, *arrived.messages})))

    async def _in_group(self, update: Update, message: Message) -> None:
        if message.migrate_to_chat_id or message.migrate_from_chat_id:
            await self.groups.heard(update)
            return
        asked = called(message.text or message.caption or "")
        await self.discreet.in_group(update, asked.name if asked else None)

    async def _in_private(self, update: Update, message: Message) -> None:
        if message.from_user is None or message.from_user.is_bot:
            return
        asked = called(message.text or message.caption or "")
        if message.chat_shared is not None or message.users_shared is not None:
            await self.answers.told(update, self._picked(update))
        elif asked is not None and asked.bot.lower() in {"", self.me().lower()}:
            await self.answers.asked(update, self._asked(update, message, asked))
        elif self.files.of(message) is not None:
            arrived = self._arrived([message])
            await self.answers.asked(
                update, self._once(update, lambda chat, asker: self._drafted(message, arrived, asker, chat))
            )
        elif message.text:
            await self.answers.told(update, self._once(update, self._words(update, message, message.text)))
        elif _is_something(message):
            await self.answers.told(update, _no_use)

    async def _drafted(self, message: Message, arrived: Arrived, asker: Asker, chat: Chat) -> Reply:
        video = await self._pointed_at(message, asker)
        if video is not None and await chat.is_draft(video, asker):
            return await chat.add(video, Addition(arrived.words, arrived.files), asker)
        return await self._come(message, arrived, asker, chat)

    async def _come(self, message: Message, arrived: Arrived, asker: Asker, chat: Chat) -> Reply:
        """Take files that simply come; they answer a form that waits for some."""
        waiting = await self.interviews.waits_for_files(asker, message.chat_id)
        reply = await drafted(arrived, asker, chat, waiting)
        if waiting is not None and video_of(reply):
            await self.interviews.cancel(asker, message.chat_id)
        return reply

    def _words(self, update: Update, message: Message, text: str) -> Callable[[Chat, Asker], Awaitable[Reply]]:
        async def answer(chat: Chat, asker: Asker) -> Reply:
            found = await self.interviews.answer(text, asker, message.chat_id)
            if isinstance(found, Reply):
                return found
            if found is not None:
                placed = await self.answers.placed(update, found.press, asker)
                reply = await self.chat.press(found.press, placed, found.typed)
                return await self.interviews.settled(reply, asker, message.chat_id)
            video = await self._pointed_at(message, asker)
            if video is not None and await chat.is_draft(video, asker):
                return await chat.add(video, Addition(text), asker)
            draft = await chat.wordless_draft(text, asker)
            if draft is not None:
                return await chat.add(draft, Addition(text), asker)
            return await chat.say(text, asker)

        return answer

    def _picked(self, update: Update) -> Answer:
        async def answer(asker: Asker) -> Reply:
            return await self.picked(update, asker) or await _no_use(asker)

        return answer

    def _asked(self, update: Update, message: Message, asked: Called) -> Answer:
        """Answer a command that was typed in a private chat."""
        if asked.name == START:
            return self._started(asked.rest)
        if asked.name == CANCEL:
            return self._cancelled(update, message)

        async def answer(chat: Chat, asker: Asker) -> Reply:
            command = self._command(asked.name)
            if command is None:
                raise NotFound("command_unknown", command=asked.name)
            reply = await chat.ask(command.name, await self._given(command, asked.rest, message, asker), asker)
            aside = await self.interviews.put_aside(asker, message.chat_id)
            return replace(reply, parts=(*reply.parts, *aside.parts)) if aside else reply

        return self._once(update, answer)

    def _started(self, payload: str) -> Answer:
        async def answer(asker: Asker) -> Reply:
            if payload in STARTS and self._command(payload):
                return await self.chat.ask(payload, {}, asker)
            if read(payload) is not None:
                return await self.chat.ask("videos", {"video": VideoRef(payload)}, asker)
            return self.welcome()

        return answer

    def _cancelled(self, update: Update, message: Message) -> Answer:
        async def answer(chat: Chat, asker: Asker) -> Reply:
            was_asked = await self.interviews.cancel(asker, message.chat_id)
            draft = None if was_asked else await chat.draft(asker)
            return await chat.cancel(draft, asker) if draft is not None else self.cancelled(was_asked)

        return self._once(update, answer)

    async def _given(self, command: Command, typed: str, message: Message, asker: Asker) -> dict[str, object]:
        """Read a command's options: what was typed, files with it, and what it replies to."""
        given = options_of(command, typed)
        own = [one for one in (message, message.reply_to_message) if one and one.from_user == message.from_user]
        files = tuple(file for one in own if (file := self.files.of(one)) is not None)
        if files and any(option.is_upload for option in command.options()):
            given["files"] = files
        video = next((one.name for one in command.options() if one.plain_kind is VideoRef), None)
        if video is not None and video not in given:
            number = await self._number(await self._pointed_at(message, asker), asker)
            given |= {video: VideoRef(f"#{number}")} if number else {}
        return given

    async def _pointed_at(self, message: Message, asker: Asker) -> VideoId | None:
        """Give the asker's own video whose card they reply to."""
        replied = message.reply_to_message
        if replied is None:
            return None
        posted = await self.store.ledger.posted_as(Platform.TELEGRAM, str(message.chat_id), str(replied.message_id))
        return posted.video if posted and posted.person == asker.person else None

    async def _number(self, video: VideoId | None, asker: Asker) -> int | None:
        if video is None:
            return None
        async with self.store.read() as reads:
            view = await reads.video(asker.viewer, video, asker.surface)
        return view.video.number if view and view.video.owner == asker.person else None

    def _command(self, name: str) -> Command | None:
        return next((one for one in self.chat.catalogue if one.name == name), None)

    def _arrived(self, messages: Sequence[Message]) -> Arrived:
        files = [(file, one.message_id) for one in messages if (file := self.files.of(one)) is not None]
        words = next((one.caption for one in messages if one.caption), "")
        return Arrived([file for file, _ in files], tuple(number for _, number in files), words)

    def _once(self, update: Update, ask: Callable[[Chat, Asker], Awaitable[Reply]]) -> Answer:
        """Answer with what an update changes made once; a second try after a crash shows what the first one did."""

        async def answer(asker: Asker) -> Reply:
            chat, carrying = self.once.chat(update.update_id)
            try:
                reply = await ask(chat, asker)
            except PersonError as error:
                reply = self.chat.explain(error, asker)
            return await self._as_it_is(asker) if carrying.was_carried else reply

        return answer

    async def _as_it_is(self, asker: Asker) -> Reply:
        making = await self.chat.unfinished(asker)
        card = await self.chat.card(making[-1], asker) if making else None
        return card or sorry(LostRace("update_carried"))


async def _no_use(asker: Asker) -> Reply:
    """Say what can be sent instead of a sticker, a contact, a place."""
    del asker
    return sorry(BadInput("telegram_no_use"))


def _is_something(message: Message) -> bool:
    """Whether somebody sent something that we can't use, rather than Telegram noting that something happened."""
    return bool(message.effective_attachment)
