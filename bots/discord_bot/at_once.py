"""Brings answers as one message each, without files and without redrawing."""

import logging
from collections.abc import Awaitable, Callable, Mapping

import discord

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.discord_bot.forms import press_of, typed
from bots.discord_bot.places import place_of
from bots.discord_bot.render import draw
from bots.discord_bot.words import Words
from bots.texts.lookup import Texts
from core.gate import Surface
from core.people import Identity, Platform

log = logging.getLogger("hushreel.discord")

Answer = Callable[[Asker], Awaitable[Reply]]


class AtOnce:
    """Acknowledges, asks, and shows."""

    def __init__(self, chat: Chat, texts: Texts, mentions: Mapping[str, int], public_url: str | None) -> None:
        """Speak by `texts`."""
        self._chat = chat
        self._texts = texts
        self._mentions = mentions
        self._public_url = public_url

    async def asked(self, interaction: discord.Interaction, answer: Answer, *, whisper: bool = True) -> None:
        """Acknowledge, and show the answer to the asker alone."""
        await interaction.response.defer(ephemeral=whisper and interaction.guild_id is not None, thinking=True)
        asker = await self.asker_of(interaction)
        await self._show(interaction, await answer(asker), asker)

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Answer a button or a form."""
        form = typed(interaction) if interaction.type is discord.InteractionType.modal_submit else None
        await self.asked(interaction, lambda asker: self._chat.press(press_of(interaction), asker, form))

    async def told(self, message: discord.Message, answer: Answer) -> None:
        """Answer in a private chat."""
        asker = await self.asker_of(message)
        drawn = draw(await answer(asker), self._words(asker), self._public_url)
        drawn.view.stop()
        await message.channel.send(drawn.content, embeds=drawn.embeds, view=drawn.view)

    async def asker_of(self, source: discord.Interaction | discord.Message) -> Asker:
        """Meet whoever speaks."""
        who = source.author if isinstance(source, discord.Message) else source.user
        language = "en" if isinstance(source, discord.Message) else str(source.locale)
        place = None if isinstance(source, discord.Message) else place_of(source)
        return await self._chat.arrive(Identity(Platform.DISCORD, str(who.id)), Surface.CHAT_PRIVATE, language, place)

    async def _show(self, interaction: discord.Interaction, reply: Reply, asker: Asker) -> None:
        drawn = draw(reply, self._words(asker), self._public_url)
        drawn.view.stop()
        await interaction.followup.send(drawn.content, embeds=drawn.embeds, view=drawn.view)

    def _words(self, asker: Asker) -> Words:
        return Words(self._texts, asker.language, self._mentions, asker.preferences.time_zone)
