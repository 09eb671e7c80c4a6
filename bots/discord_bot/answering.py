"""Brings answers to people: acknowledged at once, shown where they asked, changed in place where they pressed."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import discord

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker, Opens
from bots.chat.dispatch import Chat
from bots.chat.posting.languages import Languages
from bots.chat.presses import action_of
from bots.chat.reply import Button, Buttons, Form, Reply, Style, Text
from bots.discord_bot.forms import files_of, modal, press_of, typed
from bots.discord_bot.places import place_of, place_of_message
from bots.discord_bot.posted import Rows
from bots.discord_bot.posting import Posting
from bots.discord_bot.render import FILE, sources_of
from bots.discord_bot.replying import AGAIN_AFTER_S, Replying
from bots.discord_bot.reviewing import Reviewing
from bots.discord_bot.sources import SOURCES
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.turn import AnyTurn, DirectTurn, Trouble, Turn, TurnOver
from bots.discord_bot.uploads import Files
from bots.discord_bot.words import Words
from bots.texts.say import Say
from core.chats import NO_VIDEO, Posted
from core.gate import Surface
from core.people import Identity, Platform
from knowledge.facts import PolicyFacts

FORM_WITHIN_S = 2.0
"""A form must be the first response, within 3 s; what takes longer is acknowledged, and the form gets a button."""

QUICK_WITHIN_S = 1.0
"""A command that isn't declared slow is answered by the first response, unless it takes longer than this."""

OWED_WITHIN_S = 1.5
LATE_OWED_WITHIN_S = 0.5
"""How long Discord gets no first response while it is kept that an answer is owed."""

AT_ONCE = 8
"""How many answers are worked on together; whoever comes meanwhile is told first that theirs comes.

With more, the loop goes round so slowly that first responses miss Discord's 3 s: measured with 200 commands at once on
two cores that had three other processes to serve, decision 90.
"""

SETTINGS = "settings"
"""The card that says how somebody is spoken to."""

REFERENCE_LENGTH = 8

log = logging.getLogger("hushreel.discord")

Source = discord.Interaction[Any] | discord.Message
Answer = Callable[[Asker], Awaitable[Reply]]


@dataclass
class Answering:
    """What hearing hands over, answered."""

    chat: Chat
    speaking: Speaking
    rows: Rows
    replying: Replying
    posting: Posting
    languages: Languages
    policy: PolicyFacts
    files: Files
    reviewing: Reviewing
    room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def asker_of(self, source: Source) -> Asker:
        """Meet whoever speaks."""
        if isinstance(source, discord.Interaction):
            user, place, language = source.user, place_of(source), str(source.locale)
        else:
            user, place, language = source.author, place_of_message(source), ""
        identity = Identity(Platform.DISCORD, str(user.id))
        name = f"{user.display_name} (@{user.name})"
        asker = await self.chat.arrive(identity, Surface.CHAT_PRIVATE, language or "en", place, name)
        if language:
            self.languages.note(asker.person, language)
        elif asker.preferences.language is None:
            asker = replace(asker, language=self.languages.of(asker.person))
        return asker

    async def asked(self, interaction: discord.Interaction[Any], answer: Answer, *, whisper: bool = True) -> None:
        """Answer a command; in a server, everything is a whisper.

        What may take long is acknowledged before it is begun, the rest only when it isn't there soon. Where many ask
        at once, everything may take long.
        """
        del whisper
        turn = Turn(interaction)
        async with self._answered(turn, interaction):
            if self.room.locked() or self._is_slow(interaction):
                await self._asked_slow(turn, interaction, answer)
            else:
                await self._asked_quick(turn, interaction, answer)

    async def _asked_quick(self, turn: Turn, interaction: discord.Interaction[Any], answer: Answer) -> None:
        arriving = asyncio.create_task(self._arrived(interaction, answer))
        try:
            async with self.room:
                done, _ = await asyncio.wait([arriving], timeout=QUICK_WITHIN_S)
            if done:
                asker, reply = await arriving
                with self.posting.answered.answering(asker.person):
                    await self._show(turn, reply, asker)
                return
            owed = await self._told_to_wait(turn, interaction, LATE_OWED_WITHIN_S)
            if owed is not None:
                with self.posting.answered.answering(owed[0].person):
                    await self._answer_owed(turn, arriving, owed[1])
        finally:
            arriving.cancel()

    async def _arrived_in_turn(self, source: Source, answer: Answer) -> tuple[Asker, Reply]:
        async with self.room:
            return await self._arrived(source, answer)

    async def _arrived(self, source: Source, answer: Answer) -> tuple[Asker, Reply]:
        asker = await self.asker_of(source)
        reply = await answer(asker)
        return await self._as_chosen(source, asker, reply), reply

    async def _as_chosen(self, source: Source, asker: Asker, reply: Reply) -> Asker:
        """Meet somebody anew whose answer may have changed how they are spoken to."""
        return await self.asker_of(source) if reply.card == SETTINGS else asker

    async def _asked_slow(self, turn: Turn, interaction: discord.Interaction[Any], answer: Answer) -> None:
        owed = await self._told_to_wait(turn, interaction, OWED_WITHIN_S)
        if owed is not None:
            asker, row = owed
            with self.posting.answered.answering(asker.person):
                is_slow = self._is_slow(interaction)
                arriving = (self._arrived if is_slow else self._arrived_in_turn)(interaction, answer)
                await self._answer_owed(turn, arriving, row)

    async def _told_to_wait(
        self, turn: Turn, interaction: discord.Interaction[Any], within_s: float
    ) -> tuple[Asker, Posted] | None:
        """Keep that an answer is owed, and then say that it comes: a crash must not leave its asker waiting.

        Where keeping it takes longer than `within_s`, or many ask at once, Discord is told before: it gives up after
        3 s. None when it has.
        """
        if self.room.locked():
            if not await self._acknowledge(turn):
                return None
            async with self.room:
                return await self._owed(turn, interaction)
        owing = asyncio.create_task(self._owed(turn, interaction))
        try:
            async with self.room:
                await asyncio.wait([owing], timeout=within_s)
            is_told = await self._acknowledge(turn)
            asker, row = await owing
        finally:
            owing.cancel()
        if not is_told:
            await self.rows.drop(row)
            return None
        return asker, row

    async def _owed(self, turn: Turn, interaction: discord.Interaction[Any]) -> tuple[Asker, Posted]:
        asker = await self.asker_of(interaction)
        return asker, await self.rows.keep(self.rows.fresh(asker.person, NO_VIDEO, turn, turn.token))

    async def _answer_owed(self, turn: AnyTurn, arriving: Awaitable[tuple[Asker, Reply]], row: Posted) -> None:
        """Answer what is owed. Where that breaks in a way of its own, nothing is owed any more but sorry."""
        try:
            asker, reply = await arriving
            await self._show(turn, reply, asker, row)
        except Exception:
            await self.rows.drop(row)
            raise

    def _is_slow(self, interaction: discord.Interaction[Any]) -> bool:
        """Say whether an answer may take long."""
        data: Any = interaction.data or {}
        is_menu = data.get("type") == discord.AppCommandType.message.value
        return is_menu or any(one.slow for one in self.chat.catalogue if one.name == data.get("name"))

    async def pressed(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a button, a menu or a form of a reply."""
        turn, press = Turn(interaction), press_of(interaction)
        async with self._answered(turn, interaction):
            if press.startswith((FILE, SOURCES)):
                await self._looked_up(turn, interaction, press)
            elif interaction.type is discord.InteractionType.component and _opens(press) is Opens.FORM:
                await self._form(turn, interaction, press)
            else:
                await self._work(turn, interaction, press)

    async def _work(self, turn: Turn, interaction: discord.Interaction[Any], press: str) -> None:
        if not await self._acknowledge(turn):
            return
        asker, form = await self.asker_of(interaction), typed(interaction)
        with self.posting.answered.answering(asker.person):
            uploads = [self.files.attached(one) for one in files_of(interaction)]
            reply = await self.chat.press(press, asker, form or None, uploads)
            await self._show_pressed(turn, reply, await self._as_chosen(interaction, asker, reply))
        await self._drawn_anew(turn, press)

    async def _drawn_anew(self, turn: Turn, press: str) -> None:
        """Draw the moderators' card anew whose button was pressed; what fails comes with its next row."""
        try:
            await self.reviewing.pressed(turn.channel, turn.pressed, press)
        except (Trouble, TurnOver) as trouble:
            log.info("a pressed card of moderators stays as it is: %s", trouble)

    async def asked_form(self, interaction: discord.Interaction[Any], answer: Answer, behind: Answer) -> None:
        """Open the form that is the answer as the first response, or show what else is answered.

        Where that takes too long, it is acknowledged, and what is `behind` it is shown: a button to the form.
        """
        turn = Turn(interaction)
        async with self._answered(turn, interaction):
            arriving = asyncio.create_task(self._arrived(interaction, answer))
            done, _ = await asyncio.wait([arriving], timeout=FORM_WITHIN_S)
            if done:
                asker, reply = arriving.result()
                form = self.speaking.draw(reply, asker).form
                if form is not None:
                    with suppress(TurnOver, Trouble):
                        await turn.ask(modal(form, self.speaking.words(asker)))
                    return
            else:
                arriving.cancel()
                if not await self._acknowledge(turn):
                    return
                asker, reply = await self._arrived(interaction, behind)
            with self.posting.answered.answering(asker.person):
                await self._show(turn, reply, asker)

    async def _form(self, turn: Turn, interaction: discord.Interaction[Any], press: str) -> None:
        """Open a form as the first response; where that takes too long, acknowledge, and give a button to it."""
        pressing = asyncio.create_task(self._arrived(interaction, lambda asker: self.chat.press(press, asker)))
        done, _ = await asyncio.wait([pressing], timeout=FORM_WITHIN_S)
        if done:
            asker, reply = pressing.result()
            form = self.speaking.draw(reply, asker).form
            if form is not None:
                with suppress(TurnOver, Trouble):
                    await turn.ask(modal(form, self.speaking.words(asker)))
                return
        if not await self._acknowledge(turn):
            pressing.cancel()
            return
        asker, reply = await pressing
        with self.posting.answered.answering(asker.person):
            form = self.speaking.draw(reply, asker).form
            await self._show_pressed(turn, _behind_a_button(form, press) if form else reply, asker)

    async def _looked_up(self, turn: Turn, interaction: discord.Interaction[Any], press: str) -> None:
        """Unfold clauses, or hand a video over as a file."""
        if not await self._acknowledge(turn):
            return
        asker, speaking = await self.asker_of(interaction), self.speaking
        with self.posting.answered.answering(asker.person):
            if press.startswith(FILE):
                await self._show(turn, await self.chat.file(press.removeprefix(FILE), asker), asker)
                return
            drawn = sources_of(press, speaking.words(asker), self.policy, speaking.public_url)
            if drawn is None:
                await self._show(turn, await self.chat.press(press, asker), asker)
            else:
                await self.replying.show_drawn(turn, drawn, asker)

    async def told(self, message: discord.Message, answer: Answer) -> None:
        """Answer plain words in a private chat; that an answer is owed is kept, as for slow commands."""
        turn = DirectTurn(message.channel, message.channel.id, message.id)
        async with self._answered(turn, message):
            typing = asyncio.create_task(_type(turn))
            try:
                asker = await self.asker_of(message)
                with self.posting.answered.answering(asker.person):
                    row = await self.rows.keep(self.rows.fresh(asker.person, NO_VIDEO, turn, ""))
                    await self._answer_owed(turn, self._arrived(message, answer), row)
            finally:
                typing.cancel()

    async def _acknowledge(self, turn: Turn) -> bool:
        """Say that an answer comes, and whether somebody waits for it: Discord gives up after 3 s."""
        for pause_s in (*AGAIN_AFTER_S, None):
            try:
                await turn.acknowledge()
            except TurnOver as over:
                log.warning("an interaction was not acknowledged in time: %s", over)
                return False
            except Trouble as trouble:
                log.warning("an interaction is not acknowledged yet: %s", trouble)
                if pause_s is None:
                    return False
                await asyncio.sleep(pause_s)
            else:
                return True
        return False

    async def _show(self, turn: AnyTurn, reply: Reply, asker: Asker, row: Posted | None = None) -> None:
        await self.replying.show(turn, reply, asker, row)
        await self.replying.tell_late(turn, asker)

    async def _show_pressed(self, turn: Turn, reply: Reply, asker: Asker) -> None:
        await self.replying.show_pressed(turn, reply, asker)
        await self.replying.tell_late(turn, asker)

    @asynccontextmanager
    async def _answered(self, turn: AnyTurn, source: Source) -> AsyncIterator[None]:
        """Answer even what broke: with a reference to the log, which has ids and no words."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - whoever asked gets an answer, whatever broke
            language = str(source.locale) if isinstance(source, discord.Interaction) else "en"
            words = Words(self.speaking.texts, language, self.speaking.mentions)
            await self.replying.sorry(turn, _noted(error, source), words)


async def _type(turn: DirectTurn) -> None:
    with suppress(TurnOver, Trouble):
        await turn.acknowledge()


def _noted(error: Exception, source: Source) -> str:
    """Log where it broke, without the error's own words: those may be the person's. Gives what it is found by."""
    reference = str(source.id)[-REFERENCE_LENGTH:]
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s: %s for interaction %s\n%s", reference, type(error).__name__, source.id, where)
    return reference


def _behind_a_button(form: Form, press: str) -> Reply:
    """Offer a form behind a button: it can be the first response alone, and something else was."""
    return Reply((Text(form.title), Buttons((Button(Say("button-open-form"), "videos", press, Style.MAIN),))))


def _opens(press: str) -> Opens:
    """Say what pressing gives, by the action in a button's value."""
    found = PRESSES.get(action_of(press) or "")
    return found.opens if found else Opens.WORK
