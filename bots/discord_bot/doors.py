"""Ways in that only Discord has: the menu of a message, and a mention in a server."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

import aiohttp
import discord

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply, Text
from bots.discord_bot.slash import MENU_PICTURE, MENU_REPORT
from bots.discord_bot.uploads import Attached, Files
from bots.texts.lookup import Texts
from bots.texts.operator import line
from bots.texts.say import CommandName, Say
from core.chats import CopyKind, KnowsPosted
from core.errors import BadInput, NotAllowed, PersonError
from core.people import Platform
from core.ports import Clock
from core.videos import PublicationId

PREFIX = "door:"
"""How the custom ids of doors' buttons begin."""

KEPT_MS = 600_000
"""How long a question from a mention waits in memory, at most."""
KEPT_MOST = 1_000

_ANSWER = "answer"

log = logging.getLogger("hushreel.discord")

Data = Mapping[str, Any]
Way = Callable[[Asker], Awaitable[Reply]]


class Answers(Protocol):
    """What doors use of `bots.discord_bot.answering`."""

    async def asked(
        self, interaction: discord.Interaction, answer: Callable[[Asker], Awaitable[Reply]], *, whisper: bool = True
    ) -> None:
        """Acknowledge, and show the answer."""

    async def asked_form(self, interaction: discord.Interaction, answer: Way, behind: Way) -> None:
        """Open the form that is the answer as the first response; what takes too long is `behind` another one."""

    async def asker_of(self, source: discord.Interaction | discord.Message) -> Asker:
        """Meet whoever speaks."""


@dataclass(frozen=True)
class Asked:
    """A question from a mention: in memory alone, until it is answered or `until_ms`."""

    words: str
    uploads: Sequence[Attached]
    until_ms: int


@dataclass(frozen=True)
class Operator:
    """Who answers for this service."""

    name: str
    contact: str


class Doors:
    """Builds the same requests as commands do."""

    def __init__(
        self,
        chat: Chat,
        answers: Answers,
        *,
        files: Files,
        texts: Texts,
        posted: KnowsPosted,
        clock: Clock,
        operator: Operator,
    ) -> None:
        """Ask `posted` which of our messages shows which video."""
        self._chat = chat
        self._answers = answers
        self._files = files
        self._texts = texts
        self._posted = posted
        self._clock = clock
        self._operator = operator
        self._asked: OrderedDict[int, Asked] = OrderedDict()

    async def menu(self, interaction: discord.Interaction, menu: str) -> None:
        """Answer an entry of a message's menu."""
        data = cast("dict[str, Any]", interaction.data or {})
        message = data["resolved"]["messages"][str(data["target_id"])]
        here = str(interaction.channel_id), str(data["target_id"])
        if menu == MENU_REPORT:
            await self._answers.asked_form(
                interaction,
                self._told(lambda asker: self._report(*here, asker)),
                self._told(lambda asker: self._report(*here, asker, at_once=False)),
            )
            return

        async def answer(asker: Asker) -> Reply:
            if menu == MENU_PICTURE:
                return await self._picture(message, asker)
            return await self._private(*here, asker)

        await self._answers.asked(interaction, self._told(answer))

    def _told(self, answer: Callable[[Asker], Awaitable[Reply]]) -> Callable[[Asker], Awaitable[Reply]]:
        """Make a refusal an answer."""

        async def told(asker: Asker) -> Reply:
            try:
                return await answer(asker)
            except PersonError as error:
                return self._chat.explain(error, asker)

        return told

    async def _picture(self, message: Data, asker: Asker) -> Reply:
        """Keep a draft of a message's pictures, so that words can be added before it is made."""
        is_theirs = str(message["author"]["id"]) == asker.identity.external_id
        if not is_theirs and not await self._chat.may_use_others(asker):
            raise NotAllowed("picture_of_another")
        pictures = tuple(self._files.resolved(one) for one in message.get("attachments", ()) if _is_picture(one))
        if not pictures:
            raise BadInput("message_without_picture")
        return await self._chat.ask("create", {"files": pictures, "more": True, "others": not is_theirs}, asker)

    async def _private(self, channel: str, message: str, asker: Asker) -> Reply:
        """Answer for a message with the asker's own video, or for what is shown here; the same for all others."""
        posted = await self._posted.posted_as(Platform.DISCORD, channel, message)
        if posted is not None and posted.kind is CopyKind.POST and posted.person != asker.person:
            return await self._chat.shown(PublicationId(posted.id), asker)
        if posted is None or posted.person != asker.person:
            return Reply((Text(Say("door-not-mine", {"command": CommandName("privacy")})),))
        return await self._chat.private(posted.video, asker)

    async def _report(self, channel: str, message: str, asker: Asker, *, at_once: bool = True) -> Reply:
        """Ask what is wrong with a post of ours, by a button where not `at_once`; of all others, say who can act."""
        posted = await self._posted.posted_as(Platform.DISCORD, channel, message)
        if posted is not None and posted.kind is CopyKind.POST:
            publication = PublicationId(posted.id)
            if at_once:
                return await self._chat.report(publication, asker)
            return await self._chat.ask("report", {"video": str(publication)}, asker)
        who = {"operator": self._operator.name, "contact": self._operator.contact}
        return Reply((Text(Say("door-report", who)),))

    async def mentioned(self, message: discord.Message, me: int) -> None:
        """Offer to answer in private: nothing that somebody asks is answered before others."""
        asker = await self._answers.asker_of(message)
        words = message.content.replace(f"<@{me}>", "").replace(f"<@!{me}>", "").strip()
        self._keep(message.id, words, [self._files.attached(one) for one in message.attachments])
        lead = self._texts.say(asker.language, Say("door-answer-lead", {"person": message.author.mention}), str)
        label = self._texts.say(asker.language, Say("button-answer-privately"), str)
        view = discord.ui.View(timeout=None)
        custom_id = f"{PREFIX}{_ANSWER}:{message.author.id}:{message.id}"
        view.add_item(discord.ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle.primary))
        view.stop()  # the library needs no memory of it: presses are routed by their custom ids
        try:
            await message.channel.send(
                lead, view=view, nonce=str(message.id), allowed_mentions=discord.AllowedMentions.none()
            )
        except discord.Forbidden:
            log.warning(line("discord-may-not-send", channel=message.channel.id))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("a mention got no button: %s", type(error).__name__)

    def _keep(self, message: int, words: str, uploads: Sequence[Attached]) -> None:
        now_ms = self._clock.now_ms()
        self._asked[message] = Asked(words, uploads, now_ms + KEPT_MS)
        while len(self._asked) > KEPT_MOST or next(iter(self._asked.values())).until_ms <= now_ms:
            self._asked.popitem(last=False)

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Answer a mention's question to its asker alone."""
        data = cast("dict[str, Any]", interaction.data or {})
        kind, _, rest = str(data.get("custom_id", "")).removeprefix(PREFIX).partition(":")
        owner, _, message = rest.partition(":")

        async def answer(asker: Asker) -> Reply:
            if kind != _ANSWER or not (owner.isdecimal() and message.isdecimal()):
                raise NotAllowed("press_unknown")
            if owner != asker.identity.external_id:
                raise NotAllowed("press_strange")
            return await self._answered(int(message), asker)

        await self._answers.asked(interaction, self._told(answer))

    async def _answered(self, message: int, asker: Asker) -> Reply:
        asked = self._asked.pop(message, None)
        if asked is None or asked.until_ms <= self._clock.now_ms():
            return Reply((Text(Say("door-question-gone", {"command": CommandName("ask")})),))
        if not asked.words and not asked.uploads:
            return await self._chat.ask("help", {}, asker)
        return await self._chat.say(asked.words, asker, asked.uploads)


def _is_picture(attachment: Data) -> bool:
    """Whether Discord takes it for a picture; intake looks at the bytes."""
    kind = attachment.get("content_type")
    return str(kind).startswith("image/") if kind else bool(attachment.get("height"))
