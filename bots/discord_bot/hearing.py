"""What reaches us from Discord, and who answers it: each event once, whatever the gateway replays."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, cast

import aiohttp
import discord

from bots.chat.command import Asker, Command
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.discord_bot.doors import PREFIX, Doors
from bots.discord_bot.options import Data, completes, focused, options_of
from bots.discord_bot.slash import menu_of
from bots.discord_bot.uploads import Files
from bots.texts.lookup import Texts
from core.errors import NotFound, PersonError

NAME_SHOWN = 32
REMEMBERED = 10_000
"""How many events are known again. A resumed gateway replays seconds, not days."""

SUGGESTED_MOST = 25
LABEL_LONGEST = 100
TYPED_LONGEST = 100
SUGGEST_WITHIN_S = 2.0

_SAID = frozenset({discord.MessageType.default, discord.MessageType.reply})
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

log = logging.getLogger("hushreel.discord")

Answer = Callable[[Asker], Awaitable[Reply]]


class Answers(Protocol):
    """Brings answers to people: `bots.discord_bot.answering`."""

    async def asked(self, interaction: discord.Interaction, answer: Answer, *, whisper: bool = True) -> None:
        """Acknowledge, and show the answer."""

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Answer a button, a menu or a form of a reply."""

    async def told(self, message: discord.Message, answer: Answer) -> None:
        """Answer plain words in a private chat."""

    async def asker_of(self, source: discord.Interaction | discord.Message) -> Asker:
        """Meet whoever speaks."""


class Seen:
    """The events that were answered already, the newest ones."""

    def __init__(self, most: int = REMEMBERED) -> None:
        """Remember `most` ids."""
        self._most = most
        self._ids: OrderedDict[int, None] = OrderedDict()

    def before(self, event: int) -> bool:
        """Whether this id came before; from now on it did."""
        if event in self._ids:
            return True
        self._ids[event] = None
        if len(self._ids) > self._most:
            self._ids.popitem(last=False)
        return False


class Hearing:
    """Routes what comes in by its kind."""

    def __init__(self, chat: Chat, answers: Answers, doors: Doors, files: Files, texts: Texts) -> None:
        """Hand commands to `chat`, through `answers`."""
        self._chat = chat
        self._answers = answers
        self._doors = doors
        self._files = files
        self._texts = texts
        self._seen = Seen()

    async def interaction(self, interaction: discord.Interaction) -> None:
        """Answer a command, a press, a form or what is being typed; what Discord invents later is left alone."""
        if self._seen.before(interaction.id):
            return
        match interaction.type:
            case discord.InteractionType.application_command:
                await self._command(interaction)
            case discord.InteractionType.autocomplete:
                await self._suggest(interaction)
            case discord.InteractionType.component | discord.InteractionType.modal_submit:
                await self._pressed(interaction)
            case _:
                log.info("an interaction of an unknown kind was left alone")

    async def message(self, message: discord.Message, me: int) -> None:
        """Answer plain words in a private chat with the bot; a mention in a server gets a button. `me` is our id."""
        if message.author.bot or message.type not in _SAID or self._seen.before(message.id):
            return
        # A server that isn't known yet has no guild, so only what certainly is a private chat is taken for one.
        if isinstance(message.channel, discord.DMChannel):
            words = message.content.replace(f"<@{me}>", "").strip()
            uploads = [self._files.attached(one) for one in message.attachments]
            await self._answers.told(message, lambda asker: self._chat.say(words, asker, uploads))
        elif me in message.raw_mentions:
            await self._doors.mentioned(message, me)

    async def _command(self, interaction: discord.Interaction) -> None:
        data = data_of(interaction)
        name = str(data["name"])
        if data.get("type") == discord.AppCommandType.message.value:
            menu = menu_of(name, self._texts)
            if menu is not None:
                await self._doors.menu(interaction, menu)
                return
        command = next((one for one in self._chat.catalogue if one.name == name), None)

        async def answer(asker: Asker) -> Reply:
            try:
                return await self._ask(command, name, data, asker)
            except PersonError as error:
                return self._chat.explain(error, asker)

        await self._answers.asked(interaction, answer, whisper=command is None or command.whisper)

    async def _ask(self, command: Command | None, name: str, data: Data, asker: Asker) -> Reply:
        if command is None:
            raise NotFound("command_unknown", command=name[:NAME_SHOWN])
        return await self._chat.ask(command.name, options_of(command, data, self._files), asker)

    async def _pressed(self, interaction: discord.Interaction) -> None:
        if str(data_of(interaction).get("custom_id", "")).startswith(PREFIX):
            await self._doors.pressed(interaction)
        else:
            await self._answers.pressed(interaction)

    async def _suggest(self, interaction: discord.Interaction) -> None:
        """Suggest the asker's own videos; nothing when that takes too long or breaks: they can type on."""
        choices: list[discord.app_commands.Choice[str]] = []
        try:
            async with asyncio.timeout(SUGGEST_WITHIN_S):
                choices = await self.suggestions(interaction)
        except Exception as error:  # noqa: BLE001 - typing goes on, whatever broke
            log.warning("nothing suggested: %s", type(error).__name__)
        try:
            await interaction.response.autocomplete(choices)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.info("suggestions came too late: %s", type(error).__name__)

    async def suggestions(self, interaction: discord.Interaction) -> list[discord.app_commands.Choice[str]]:
        """Give the asker's own videos that fit what is typed; nothing for what names no video."""
        data = data_of(interaction)
        command = next((one for one in self._chat.catalogue if one.name == data.get("name")), None)
        typing = focused(data)
        if command is None or typing is None or not completes(command, typing[0]):
            return []
        asker = await self._answers.asker_of(interaction)
        found = await self._chat.complete(command.name, typing[0], typing[1][:TYPED_LONGEST], asker)
        return [discord.app_commands.Choice(name=_fitting(label), value=value) for value, label in found][
            :SUGGESTED_MOST
        ]


def data_of(interaction: discord.Interaction) -> Data:
    """Give what an interaction carries, as Discord sent it."""
    return cast("dict[str, Any]", interaction.data or {})


def _fitting(label: str) -> str:
    return label if len(label) <= LABEL_LONGEST else label[: LABEL_LONGEST - 1] + _ELLIPSIS
