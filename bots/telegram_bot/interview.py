"""Forms in a chat: their questions one after the other, kept in the database, so that a restart changes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bots.chat.command import Asker
from bots.chat.presses import subject_of
from bots.chat.reply import Form, Reply, Text
from bots.telegram_bot.questionnaire import ASK, Questionnaire, Verb
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import Say
from core.interviews import Interview as Kept
from core.people import Platform
from core.ports import Clock, Ids, Reads, Store, Writes
from core.videos import VideoId

_ID_LENGTH = 8
_PRESSED = re.compile(rf"{ASK}(?P<id>[\w-]{{{_ID_LENGTH}}}):(?P<at>\d{{1,2}}):(?P<verb>[a-z])(?P<number>\d{{1,2}})")
_TELEGRAM = Platform.TELEGRAM


@dataclass(frozen=True)
class Done:
    """All questions are answered: `chat.press(press, asker, typed)` has the answer."""

    press: str
    typed: Mapping[str, str]


class Interview:
    """Asks what forms ask. There is one open for a person in a chat at most; a new one takes its place."""

    def __init__(self, store: Store, texts: Texts, clock: Clock, ids: Ids) -> None:
        """Keep what is asked and answered in `store`."""
        self._store = store
        self._texts = texts
        self._clock = clock
        self._ids = ids

    async def begin(self, form: Form, asker: Asker, chat_id: int) -> Reply:
        """Begin a form, and give its first question. Raises ValueError for a form without fields."""
        if not form.fields:
            raise ValueError(form.press)
        words = Words(self._texts, asker.language, asker.preferences.time_zone)
        begun = Questionnaire.of(form, self._ids.token()[:_ID_LENGTH], words)
        async with self._store.write() as writes:
            await self._keep(begun, asker, chat_id, writes)
        return begun.asked()

    async def answer(self, text: str, asker: Asker, chat_id: int) -> Reply | Done | None:
        """Take plain words as the answer to the open question; None where nothing is asked.

        What is complete stays until other words come, so that the same words heard once more, after a crash, give the
        same answer; `settled` takes it away once that is carried out.
        """
        async with self._store.read() as reads:
            if await self._open(asker, chat_id, reads) is None:
                return None
        async with self._store.write() as writes:
            now = await self._open(asker, chat_id, writes)
            if now is None or now.aside:
                return None
            if now.is_complete:
                if now.ended_by == text:
                    return Done(now.press, now.typed)
                await writes.end_interview(asker.viewer, _TELEGRAM, str(chat_id))
                return None
            then = now.answered(text)
            if isinstance(then, Say):
                return now.asked(then)
            return await self._go_on(replace(then, ended_by=text if then.is_complete else ""), asker, chat_id, writes)

    async def pressed(self, data: str, asker: Asker, chat_id: int) -> Reply | Done:
        """Answer a button below a question. One of an earlier question asks the open one; it may be over by now."""
        found = _PRESSED.fullmatch(data)
        async with self._store.write() as writes:
            now = await self._open(asker, chat_id, writes)
            if now is None or found is None or found["id"] != now.id:
                return _over() if now is None or now.is_complete else await self._on(now, asker, chat_id, writes)
            verb = next((one for one in Verb if one.value == found["verb"]), Verb.GO_ON)
            if verb is Verb.CANCEL and not now.is_complete:
                await writes.end_interview(asker.viewer, _TELEGRAM, str(chat_id))
                return cancelled(was_asked=True)
            if now.is_complete:
                return Done(now.press, now.typed)
            if int(found["at"]) != now.at:
                return await self._on(now, asker, chat_id, writes)
            return await self._go_on(now.pressed(verb, int(found["number"])), asker, chat_id, writes)

    async def waits_for_files(self, asker: Asker, chat_id: int) -> VideoId | None:
        """Name the draft whose form waits for files in this chat; None where no question is answered by them."""
        async with self._store.read() as reads:
            now = await self._open(asker, chat_id, reads)
        if now is None or now.is_complete or not now.questions[now.at].files:
            return None
        subject = subject_of(now.press)
        return VideoId(subject) if subject else None

    async def put_aside(self, asker: Asker, chat_id: int) -> Reply | None:
        """Let a command come between: plain words are no answers any more until a button of the question is pressed.

        Gives what says so, with a button to go on; None where nothing is asked.
        """
        async with self._store.read() as reads:
            if await self._open(asker, chat_id, reads) is None:
                return None
        async with self._store.write() as writes:
            now = await self._open(asker, chat_id, writes)
            if now is None or now.aside or now.is_complete:
                return None
            await self._keep(replace(now, aside=True), asker, chat_id, writes)
            return now.waiting()

    async def cancel(self, asker: Asker, chat_id: int) -> bool:
        """End whatever is asked, with all its words; says whether something was."""
        async with self._store.write() as writes:
            now = await self._open(asker, chat_id, writes)
            await writes.end_interview(asker.viewer, _TELEGRAM, str(chat_id))
            return now is not None and not now.is_complete

    async def settled(self, reply: Reply, asker: Asker, chat_id: int) -> Reply:
        """Take away what is complete and was carried out with `reply`, and give what is to be shown.

        Where the reply says that something told didn't fit, all of it is asked again below that, with what was told to
        keep.
        """
        async with self._store.write() as writes:
            now = await self._open(asker, chat_id, writes)
            if now is None or not now.is_complete:
                return reply
            if not reply.mendable:
                await writes.end_interview(asker.viewer, _TELEGRAM, str(chat_id))
                return reply
            asked = await self._on(now.reopened(), asker, chat_id, writes)
            return replace(asked, parts=(*reply.parts, *asked.parts))

    async def _open(self, asker: Asker, chat_id: int, reads: Reads) -> Questionnaire | None:
        found = await reads.interview(asker.viewer, _TELEGRAM, str(chat_id))
        return Questionnaire.read(found.notes) if found else None

    async def _on(self, now: Questionnaire, asker: Asker, chat_id: int, writes: Writes) -> Reply:
        """Ask the open question once more."""
        await self._keep(replace(now, aside=False), asker, chat_id, writes)
        return now.asked()

    async def _go_on(self, then: Questionnaire, asker: Asker, chat_id: int, writes: Writes) -> Reply | Done:
        await self._keep(then, asker, chat_id, writes)
        return Done(then.press, then.typed) if then.is_complete else then.asked()

    async def _keep(self, now: Questionnaire, asker: Asker, chat_id: int, writes: Writes) -> None:
        before = await writes.interview(asker.viewer, _TELEGRAM, str(chat_id))
        is_same = before is not None and Questionnaire.read(before.notes).id == now.id
        begun_at_ms = before.begun_at_ms if before and is_same else self._clock.now_ms()
        subject = subject_of(now.press) or asker.person
        await writes.keep_interview(Kept(asker.person, _TELEGRAM, str(chat_id), subject, now.written(), begun_at_ms))


def cancelled(*, was_asked: bool) -> Reply:
    """Answer /cancel."""
    return Reply((Text(Say("telegram-cancelled" if was_asked else "telegram-cancel-none")),))


def _over() -> Reply:
    return Reply((Text(Say("telegram-ask-over")),))
