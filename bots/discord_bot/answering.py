"""Brings answers to people: acknowledged at once, shown where they asked, changed in place where they pressed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import discord

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker, Opens
from bots.chat.dispatch import Chat
from bots.chat.presses import action_of
from bots.chat.reply import Button, Buttons, Reply, Style, Text
from bots.discord_bot.forms import modal, press_of, typed
from bots.discord_bot.late import Late
from bots.discord_bot.places import place_of, place_of_message
from bots.discord_bot.posting import Languages, Posting
from bots.discord_bot.render import FILE, sources_of
from bots.discord_bot.showing import Showing, video_of
from bots.discord_bot.sources import SOURCES
from bots.discord_bot.turn import AnyTurn, DirectTurn, Trouble, Turn, TurnOver
from bots.texts.say import Say
from core.chats import NO_VIDEO, Posted
from core.gate import Surface
from core.people import Identity, Platform
from knowledge.facts import PolicyFacts

FORM_WITHIN_S = 2.0
"""A form must be the first response, within 3 s; what takes longer is acknowledged, and the form gets a button."""

QUICK_WITHIN_S = 1.0
"""A command that isn't declared slow is answered by the first response, unless it takes longer than this."""

SETTINGS = "settings"
"""The card that says how somebody is spoken to."""

AGAIN_AFTER_S = (1.0, 4.0, 15.0)

log = logging.getLogger("hushreel.discord")

Answer = Callable[[Asker], Awaitable[Reply]]


@dataclass
class Answering:
    """What hearing hands over, answered."""

    chat: Chat
    showing: Showing
    posting: Posting
    late: Late
    languages: Languages
    policy: PolicyFacts

    async def asker_of(self, source: discord.Interaction[Any] | discord.Message) -> Asker:
        """Meet whoever speaks."""
        if isinstance(source, discord.Interaction):
            user, place, language = source.user, place_of(source), str(source.locale)
        else:
            user, place, language = source.author, place_of_message(source), ""
        identity = Identity(Platform.DISCORD, str(user.id))
        asker = await self.chat.arrive(identity, Surface.CHAT_PRIVATE, language or "en", place)
        if language:
            self.languages.note(asker.person, language)
        elif asker.preferences.language is None:
            asker = replace(asker, language=self.languages.of(asker.person))
        return asker

    async def asked(self, interaction: discord.Interaction[Any], answer: Answer, *, whisper: bool = True) -> None:
        """Answer a command; in a server, everything is a whisper.

        What may take long is acknowledged before any other await, the rest only when it isn't there soon.
        """
        del whisper
        await (self._asked_slow if self._is_slow(interaction) else self._asked_quick)(
            Turn(interaction), interaction, answer
        )

    async def _asked_quick(self, turn: Turn, interaction: discord.Interaction[Any], answer: Answer) -> None:
        arriving = asyncio.create_task(self._arrived(interaction, answer))
        done, _ = await asyncio.wait([arriving], timeout=QUICK_WITHIN_S)
        if not done and not await self._acknowledge(turn):
            arriving.cancel()
            return
        asker, reply = await arriving
        with self.posting.answering(asker.person):
            await self._show(turn, reply, asker)
            await self._tell_late(turn, asker)

    async def _arrived(self, interaction: discord.Interaction[Any], answer: Answer) -> tuple[Asker, Reply]:
        asker = await self.asker_of(interaction)
        reply = await answer(asker)
        return await self._as_chosen(interaction, asker, reply), reply

    async def _as_chosen(self, interaction: discord.Interaction[Any], asker: Asker, reply: Reply) -> Asker:
        """Meet somebody anew whose answer may have changed how they are spoken to."""
        return await self.asker_of(interaction) if reply.card == SETTINGS else asker

    async def _asked_slow(self, turn: Turn, interaction: discord.Interaction[Any], answer: Answer) -> None:
        """Acknowledge, and keep that an answer is owed: a crash in its midst must not leave its asker waiting."""
        acknowledging = asyncio.create_task(turn.acknowledge())
        try:
            asker = await self.asker_of(interaction)
            with self.posting.answering(asker.person):
                rows = self.showing.rows
                row = await rows.keep(rows.fresh(asker.person, NO_VIDEO, turn, turn.token))
                if await self._acknowledged(acknowledging, row):
                    await self._show(turn, await answer(asker), asker, row)
                    await self._tell_late(turn, asker)
        finally:
            acknowledging.cancel()

    def _is_slow(self, interaction: discord.Interaction[Any]) -> bool:
        """Say whether an answer may take long."""
        data: Any = interaction.data or {}
        is_menu = data.get("type") == discord.AppCommandType.message.value
        return is_menu or any(one.slow for one in self.chat.catalogue if one.name == data.get("name"))

    async def _acknowledged(self, acknowledging: asyncio.Task[None], row: Posted) -> bool:
        """Wait for the acknowledgement. One that came too late ends it: Discord has told the asker so."""
        try:
            await acknowledging
        except (TurnOver, Trouble) as error:
            log.warning("an interaction was not acknowledged: %s", error)
            await self.showing.rows.drop(row)
            return False
        return True

    async def pressed(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a button, a menu or a form of a reply."""
        turn, press = Turn(interaction), press_of(interaction)
        if press.startswith((FILE, SOURCES)):
            await self._looked_up(turn, interaction, press)
        elif interaction.type is discord.InteractionType.component and _opens(press) is Opens.FORM:
            await self._form(turn, interaction, press)
        else:
            await self._work(turn, interaction, press)

    async def _work(self, turn: Turn, interaction: discord.Interaction[Any], press: str) -> None:
        if not await self._acknowledge(turn):
            return
        asker = await self.asker_of(interaction)
        with self.posting.answering(asker.person):
            form = typed(interaction)
            reply = await self.chat.press(press, asker, form or None)
            asker = await self._as_chosen(interaction, asker, reply)
            await self._show_pressed(turn, reply, asker)
            await self._tell_late(turn, asker)

    async def _form(self, turn: Turn, interaction: discord.Interaction[Any], press: str) -> None:
        """Open a form as the first response; where that takes too long, acknowledge, and give a button to it."""
        asker = await self.asker_of(interaction)
        pressing = asyncio.create_task(self.chat.press(press, asker))
        with suppress(TimeoutError):
            async with asyncio.timeout(FORM_WITHIN_S):
                await asyncio.shield(pressing)
        if pressing.done():
            drawn = self.showing.speaking.draw(pressing.result(), asker)
            if drawn.form is not None:
                with suppress(TurnOver, Trouble):
                    await turn.ask(modal(drawn.form, self.showing.speaking.words(asker)))
                return
        if not await self._acknowledge(turn):
            return
        with self.posting.answering(asker.person):
            reply = await pressing
            form = self.showing.speaking.draw(reply, asker).form
            if form is not None:
                open_it = Button(Say("button-open-form"), "videos", press, Style.MAIN)
                reply = Reply((Text(form.title), Buttons((open_it,))))
            await self._show_pressed(turn, reply, asker)

    async def _looked_up(self, turn: Turn, interaction: discord.Interaction[Any], press: str) -> None:
        """Unfold clauses, or hand a video over as a file."""
        if not await self._acknowledge(turn):
            return
        asker = await self.asker_of(interaction)
        speaking = self.showing.speaking
        with self.posting.answering(asker.person):
            if press.startswith(FILE):
                await self._show(turn, await self.chat.file(press.removeprefix(FILE), asker), asker)
                return
            drawn = sources_of(press, speaking.words(asker), self.policy, speaking.public_url)
            if drawn is None:
                await self._show(turn, await self.chat.press(press, asker), asker)
            else:
                with suppress(TurnOver, Trouble):
                    await turn.show(**await self.showing.content(drawn, asker))

    async def told(self, message: discord.Message, answer: Answer) -> None:
        """Answer plain words in a private chat."""
        turn = DirectTurn(message.channel, message.channel.id, str(message.id))
        with suppress(TurnOver, Trouble):
            await turn.acknowledge()
        asker = await self.asker_of(message)
        with self.posting.answering(asker.person):
            await self._show(turn, await answer(asker), asker)
            await self._tell_late(turn, asker)

    async def _acknowledge(self, turn: Turn) -> bool:
        try:
            await turn.acknowledge()
        except (TurnOver, Trouble) as error:
            log.warning("an interaction was not acknowledged: %s", error)
            return False
        return True

    async def _show_pressed(self, turn: Turn, reply: Reply, asker: Asker) -> None:
        """Change the message that was pressed where the reply is its card, or another page; else show a new one."""
        video, row = video_of(reply), await self.showing.rows.at(turn.channel, turn.pressed)
        if row is not None and row.video == video and row.person == asker.person:
            await self._redraw(turn, reply, asker, row)
        elif row is None and reply.card is not None and video is None:
            drawn = self.showing.speaking.draw(reply, asker)
            content = await self.showing.content(drawn, asker)
            await self._insist(lambda: turn.redraw(**content))
        else:
            await self._show(turn, reply, asker)

    async def _redraw(self, turn: Turn, reply: Reply, asker: Asker, row: Posted) -> None:
        try:
            async with self.showing.lock(row.video):
                row = await self.showing.rows.reached(row, turn)
                self.showing.reached(row, turn)
                moves = await self.showing.redraw(row, reply, asker, keeps_file=True)
        except TurnOver as over:
            log.info("a pressed message is out of reach: %s", over)
            await self._show(turn, reply, asker)
            return
        except Trouble:
            moves = True
        if moves:
            self.posting.watch(row.video, asker.person)

    async def _show(self, turn: AnyTurn, reply: Reply, asker: Asker, row: Posted | None = None) -> None:
        """Show a reply; a card that Discord didn't take now is drawn again until it does."""
        video = video_of(reply)
        if video is None:
            await self._insist(lambda: self.showing.show(turn, reply, asker, row))
            return
        try:
            moves = await self.showing.show(turn, reply, asker, row)
        except TurnOver as over:
            log.info("an answer found nobody there: %s", over)
            moves = True
        except Trouble as trouble:
            log.warning("an answer is shown again in a moment: %s", trouble)
            moves = True
        if moves:
            self.posting.watch(video, asker.person)

    async def _insist(self, do: Callable[[], Awaitable[object]]) -> None:
        """Try again a few times what Discord didn't do."""
        for pause_s in (*AGAIN_AFTER_S, None):
            try:
                await do()
            except TurnOver as over:
                log.info("an answer found nobody there: %s", over)
            except Trouble as trouble:
                if pause_s is not None:
                    await asyncio.sleep(pause_s)
                    continue
                log.warning("an answer was not shown: %s", trouble)
            return

    async def _tell_late(self, turn: AnyTurn, asker: Asker) -> None:
        """Tell of results that found their owner's private chat closed."""
        reply = await self.late.told(asker)
        if reply is not None:
            await self._show(turn, reply, asker)


def _opens(press: str) -> Opens:
    """Say what pressing gives, by the action in a button's value."""
    found = PRESSES.get(action_of(press) or "")
    return found.opens if found else Opens.WORK
