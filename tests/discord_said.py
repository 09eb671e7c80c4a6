"""Events as Discord sends them, as the library's own objects."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

import discord

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.discord_bot.client import HushreelClient, ShardedClient, client_for
from bots.discord_bot.hearing import Answer
from core.gate import Surface
from core.people import Identity, Platform

ME = 900
ANA, BO = 101, 102
CHANNEL = 7_000
_IDS = count(5_000_000)
Json = dict[str, Any]


def user(who: int) -> Json:
    """Describe a person."""
    return {"id": str(who), "username": f"p{who}", "discriminator": "0", "avatar": None, "global_name": None}


@dataclass
class Said:
    """Makes events for one client."""

    client: HushreelClient | ShardedClient = field(default_factory=lambda: client_for(None))

    def interaction(self, kind: int, data: Json, *, by: int = ANA, channel: int = CHANNEL) -> discord.Interaction:
        """Make an interaction in a private chat with the bot."""
        sent = {
            "id": str(next(_IDS)),
            "application_id": str(ME),
            "type": kind,
            "token": "t" * 40,
            "version": 1,
            "channel_id": str(channel),
            "channel": {"id": str(channel), "type": 1},
            "user": user(by),
            "data": data,
            "locale": "en-US",
            "app_permissions": "0",
            "attachment_size_limit": 10_485_760,
            "entitlements": [],
            "authorizing_integration_owners": {},
            "context": 1,
        }
        return discord.Interaction(data=cast("Any", sent), state=self.client._connection)  # noqa: SLF001 - made by it

    def command(self, name: str, *options: Json, by: int = ANA, attachments: Json | None = None) -> discord.Interaction:
        """Give a slash command."""
        resolved = {"attachments": attachments} if attachments else {}
        return self.interaction(
            2, {"id": "1", "name": name, "type": 1, "options": list(options), "resolved": resolved}, by=by
        )

    def typing(self, name: str, option: str, value: str, *, by: int = ANA) -> discord.Interaction:
        """Type an option."""
        given = {"name": option, "type": 3, "value": value, "focused": True}
        return self.interaction(4, {"id": "1", "name": name, "type": 1, "options": [given]}, by=by)

    def menu(self, name: str, message: Json, *, by: int = ANA) -> discord.Interaction:
        """Pick an entry of a message's menu."""
        target = message["id"]
        data = {"id": "2", "name": name, "type": 3, "target_id": target, "resolved": {"messages": {target: message}}}
        return self.interaction(2, data, by=by, channel=int(message["channel_id"]))

    def press(self, custom_id: str, *, by: int = ANA) -> discord.Interaction:
        """Press a button."""
        return self.interaction(3, {"custom_id": custom_id, "component_type": 2}, by=by)

    def message(self, content: str, *, by: int = ANA, guild: int | None = None, **more: Any) -> discord.Message:
        """Write in a private chat with the bot, or in a server that isn't known yet."""
        state = self.client._connection  # noqa: SLF001 - made by it
        channel: Any = discord.DMChannel._from_message(state, CHANNEL)  # noqa: SLF001 - made by it
        if guild is not None:
            channel = self.client.get_partial_messageable(CHANNEL, guild_id=guild)
        return discord.Message(state=state, channel=channel, data=cast("Any", message(content, by=by) | more))


def message(content: str = "", *, by: int = ANA, attachments: list[Json] | None = None) -> Json:
    """Describe a message."""
    return {
        "id": str(next(_IDS)),
        "channel_id": str(CHANNEL),
        "author": user(by),
        "content": content,
        "timestamp": "2026-11-29T06:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": attachments or [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "components": [],
    }


def attachment(url: str, size: int, name: str = "sea.png", kind: str = "image/png") -> Json:
    """Describe an attached file."""
    return {
        "id": str(next(_IDS)),
        "filename": name,
        "size": size,
        "url": url,
        "proxy_url": url,
        "content_type": kind,
    }


@dataclass
class Answered:
    """Stands where answers are brought to people: asks for them, and keeps them."""

    chat: Chat
    replies: list[Reply] = field(default_factory=list)
    whispers: list[bool] = field(default_factory=list)
    pressed_ids: list[int] = field(default_factory=list)

    async def asked(self, interaction: discord.Interaction, answer: Answer, *, whisper: bool = True) -> None:
        """Ask for the answer."""
        self.replies.append(await answer(await self.asker_of(interaction)))
        self.whispers.append(whisper)

    async def asked_form(self, interaction: discord.Interaction, answer: Answer, behind: Answer) -> None:
        """Ask for the answer that is a form, and not for what it stands behind where it takes long."""
        del behind
        await self.asked(interaction, answer)

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Note the press."""
        self.pressed_ids.append(interaction.id)

    async def told(self, message: discord.Message, answer: Answer) -> None:
        """Ask for the answer."""
        self.replies.append(await answer(await self.asker_of(message)))

    async def asker_of(self, source: discord.Interaction | discord.Message) -> Asker:
        """Meet whoever speaks."""
        who = source.author if isinstance(source, discord.Message) else source.user
        return await self.chat.arrive(Identity(Platform.DISCORD, str(who.id)), Surface.CHAT_PRIVATE)
