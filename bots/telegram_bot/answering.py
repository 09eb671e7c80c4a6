"""Brings answers to people: in their private chat, changed in place where they pressed, and never twice."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace

import telegram

from bots.chat.cards import video_of
from bots.chat.catalog import PRESSES
from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.posting.languages import Languages
from bots.chat.presses import action_of, is_shared
from bots.chat.reply import Form, Reply
from bots.telegram_bot.interview import Interview
from bots.telegram_bot.posted import HERE, Rows
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.questionnaire import ASK
from bots.telegram_bot.render import FILE, sources_of
from bots.telegram_bot.replying import Replying
from bots.telegram_bot.sources import SOURCES
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.turn import Trouble, Turn, TurnOver, turn_of
from bots.telegram_bot.words import Words
from core.chats import NO_VIDEO, Posted
from core.communities import Place
from core.gate import Surface
from core.people import Identity, Viewer
from core.videos import VideoId
from knowledge.facts import PolicyFacts

SETTINGS = "settings"
"""The card that says how somebody is spoken to."""

NEWEST = 10
"""Among how many of somebody's videos the one is looked for that came of an update whose answer broke off."""

REST_AGAIN_AFTER_S = (0.3, 1.0, 3.0)
"""When a press that Telegram didn't take an answer to is answered again; it gives up soon itself."""

REFERENCE_LENGTH = 8
_SECOND_MS = 1000

log = logging.getLogger("hushreel.telegram")

Answer = Callable[[Asker], Awaitable[Reply]]
Door = Callable[[telegram.Update, Asker], Awaitable[Reply | None]]
"""Answers a press of a kind that only Telegram has; None where it said everything itself."""

PlaceOfPress = Callable[[str, int], Awaitable[Place | None]]


@dataclass
class Answering:
    """What hearing hands over, answered. `doors` are by how the data of their buttons begins.

    `place_of_press` tells which group a button is about, `judging` takes presses of buttons that are everybody's,
    and `own` shows what a moderator looks at, None for any other reply.
    """

    chat: Chat
    speaking: Speaking
    rows: Rows
    replying: Replying
    posting: Posting
    languages: Languages
    policy: PolicyFacts
    place_of: Callable[[telegram.Update], Awaitable[Place | None]]
    interview: Interview
    doors: Mapping[str, Door] = field(default_factory=dict)
    place_of_press: PlaceOfPress | None = None
    judging: Door | None = None
    own: Callable[[Reply, Asker], Awaitable[bool | None]] | None = None
    _resting: set[asyncio.Task[None]] = field(default_factory=set)

    async def asker_of(self, update: telegram.Update) -> Asker:
        """Meet whoever speaks. Raises TurnOver for an update of nobody's."""
        return await self._asker(update, await self.place_of(update))

    async def placed(self, update: telegram.Update, press: str, asker: Asker) -> Asker:
        """Meet somebody anew, in the group that a form's button is about; as they are where it is about none."""
        user = update.effective_user
        place = await self.place_of_press(press, user.id) if self.place_of_press and user else None
        return await self._asker(update, place) if place else asker

    async def _asker(self, update: telegram.Update, place: Place | None) -> Asker:
        user = update.effective_user
        if user is None:
            raise TurnOver("nobody")
        language = user.language_code
        identity, name = Identity(HERE, str(user.id)), _name_of(user)
        asker = await self.chat.arrive(identity, Surface.CHAT_PRIVATE, language or "en", place, name)
        if language:
            self.languages.note(asker.person, language)
        elif asker.preferences.language is None:
            asker = replace(asker, language=self.languages.of(asker.person))
        return asker

    async def asked(self, update: telegram.Update, answer: Answer, messages: Sequence[telegram.Message] = ()) -> bool:
        """Answer a command, words or files in private, and say whether that reached anybody.

        `messages` are all that it is an answer to, where that is more than the update's own. Raises Trouble when
        Telegram took no answer: the update is to be answered again then, and what came of it isn't begun twice.
        """
        turn, reached = turn_of(update), False
        own = update.effective_message
        files = [one for one in messages or ((own,) if own else ()) if one.effective_attachment is not None]
        async with self._answered(turn, update), self.replying.busy(turn):
            asker = await self.asker_of(update)
            with self.posting.answered.answering(asker.person):
                await self._keep_uploads(turn, files, asker)
                row, before = await self._owed(turn, asker, may_begin=bool(files) or self._is_slow(own))
                reply = before or await self._from(answer, asker, row)
                reached = await self._show(turn, reply, await self._as_chosen(update, asker, reply), row)
                video = video_of(reply)
                if video is not None:
                    await self.rows.uploaded_for(turn.channel, [one.message_id for one in files], video)
        return reached

    async def told(self, update: telegram.Update, answer: Answer) -> bool:
        """Answer plain words in a private chat."""
        return await self.asked(update, answer)

    async def pressed(self, update: telegram.Update) -> bool:
        """Answer a button of a reply."""
        turn, reached = turn_of(update), False
        press = update.callback_query.data or "" if update.callback_query else ""
        async with self._answered(turn, update), self.replying.busy(turn):
            asker = await self.asker_of(update)
            with self.posting.answered.answering(asker.person):
                reached = await self._pressed(turn, press, update, asker)
        return reached

    async def _pressed(self, turn: Turn, press: str, update: telegram.Update, asker: Asker) -> bool:
        doors = (door for begins, door in self.doors.items() if press.startswith(begins))
        door = self.judging if is_shared(press) else next(doors, None)
        if door is not None:
            reply = await door(update, asker)
            return reply is None or await self._show_pressed(turn, reply, asker)
        if press.startswith(ASK):
            reply = await self._next_question(turn, press, update, asker)
            return await self._show_pressed(turn, reply, await self._as_chosen(update, asker, reply))
        if press.startswith(FILE):
            return await self._show(turn, await self.chat.file(press.removeprefix(FILE), asker), asker)
        if press.startswith(SOURCES):
            words = self.speaking.words(asker)
            drawn = sources_of(press, words, self.policy, self.speaking.public_url)
            if drawn is not None:
                return await self.replying.show_drawn(turn, drawn, asker)
        found = PRESSES.get(action_of(press) or "")
        row, before = await self._owed(turn, asker, may_begin=found is not None and found.changes)
        reply = before or await self._from(lambda asker: self.chat.press(press, asker), asker, row)
        return await self._show_pressed(turn, reply, await self._as_chosen(update, asker, reply), row)

    async def _next_question(self, turn: Turn, press: str, update: telegram.Update, asker: Asker) -> Reply:
        """Take a button below a question as its answer; after the last one, give what the form is for."""
        found = await self.interview.pressed(press, asker, int(turn.channel))
        if isinstance(found, Reply):
            return found
        reply = await self.chat.press(found.press, await self.placed(update, found.press, asker), found.typed)
        return await self.interview.settled(reply, asker, int(turn.channel))

    def rest(self, query: str) -> None:
        """Let a pressed button rest, beside everything that waits; one whose press is too old has given up."""
        resting = asyncio.create_task(self._let_rest(query))
        self._resting.add(resting)
        resting.add_done_callback(self._resting.discard)

    async def _let_rest(self, query: str) -> None:
        for pause_s in REST_AGAIN_AFTER_S:
            with suppress(TurnOver):
                try:
                    await self.replying.messages.answer(query)
                except Trouble:
                    await asyncio.sleep(pause_s)
                    continue
            return

    async def _owed(self, turn: Turn, asker: Asker, *, may_begin: bool) -> tuple[Posted | None, Reply | None]:
        """Keep that an answer is owed, where a video may come of it; and give the one that came of it before.

        An update that was being answered when we broke off is taken up again. What it began isn't begun twice.
        """
        if not may_begin:
            return None, None
        row = await self.rows.named(turn.name)
        if row is None:
            return await self.rows.begin(turn, asker.person), None
        video = row.video if row.video != NO_VIDEO else await self._begun(row)
        return row, await self.chat.card(video, asker) if video else None

    async def _begun(self, row: Posted) -> VideoId | None:
        """Find the oldest video that was asked for since then and that no message shows."""
        async with self.posting.store.read() as reads:
            newest = await reads.videos(Viewer(row.person), limit=NEWEST)
        for view in reversed(newest):
            video = view.video
            is_later = video.asked_at_ms >= row.posted_at_ms and video.asked_on is HERE
            if is_later and not await self.rows.about(video.id):
                return video.id
        return None

    async def _from(self, answer: Answer, asker: Asker, row: Posted | None) -> Reply:
        """Ask for the answer. Where that breaks in a way of its own, nothing is owed any more but sorry."""
        try:
            return await answer(asker)
        except Exception:
            if row is not None:
                await self.rows.drop(row)
            raise

    async def _keep_uploads(self, turn: Turn, files: Sequence[telegram.Message], asker: Asker) -> None:
        for one in files:
            if str(one.chat.id) == turn.channel:
                sent_at_ms = int(one.date.timestamp() * _SECOND_MS)
                await self.rows.keep_upload(turn.channel, one.message_id, asker.person, sent_at_ms)

    def _is_slow(self, message: telegram.Message | None) -> bool:
        """Say whether words are a command that makes a video."""
        word, _, _ = (message.text if message and message.text else "").partition(" ")
        name = word.removeprefix("/").partition("@")[0] if word.startswith("/") else ""
        return any(one.slow for one in self.chat.catalogue if one.name == name)

    async def _as_chosen(self, update: telegram.Update, asker: Asker, reply: Reply) -> Asker:
        """Meet somebody anew whose answer may have changed how they are spoken to."""
        return await self.asker_of(update) if reply.card == SETTINGS else asker

    async def _show(self, turn: Turn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        reply = await self._first_question(turn, reply, asker)
        reached = await self._own(reply, asker) or await self.replying.show(turn, reply, asker, row)
        if reached:
            await self.replying.tell_late(turn, asker)
        return reached

    async def _show_pressed(self, turn: Turn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        reply = await self._first_question(turn, reply, asker)
        reached = await self._own(reply, asker) or await self.replying.show_pressed(turn, reply, asker, row)
        if reached:
            await self.replying.tell_late(turn, asker)
        return reached

    async def _own(self, reply: Reply, asker: Asker) -> bool:
        return bool(self.own is not None and await self.own(reply, asker))

    async def _first_question(self, turn: Turn, reply: Reply, asker: Asker) -> Reply:
        """Give the first question of a form in the place of the form."""
        form = next((part for part in reply.parts if isinstance(part, Form)), None)
        return reply if form is None else await self.interview.begin(form, asker, int(turn.channel))

    @asynccontextmanager
    async def _answered(self, turn: Turn, update: telegram.Update) -> AsyncIterator[None]:
        """Answer even what broke: with a reference to the log, which has ids and no words."""
        try:
            yield
        except Trouble:
            raise
        except TurnOver as over:
            log.info("update %d found nobody there: %s", update.update_id, over)
        except Exception as error:  # noqa: BLE001 - whoever asked gets an answer, whatever broke
            language = update.effective_user.language_code if update.effective_user else None
            words = Words(self.speaking.texts, language or "en")
            await self.replying.sorry(turn, _noted(error, update), words)


def _name_of(user: telegram.User) -> str:
    """Give what Telegram calls somebody now."""
    return f"{user.full_name} (@{user.username})" if user.username else user.full_name


def _noted(error: Exception, update: telegram.Update) -> str:
    """Log where it broke, without the error's own words: those may be the person's. Gives what it is found by."""
    reference = str(update.update_id)[-REFERENCE_LENGTH:]
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s: %s for update %d\n%s", reference, type(error).__name__, update.update_id, where)
    return reference
