"""Messages of ours that are there: changed, looked at and taken away by what is kept of them."""

from typing import Any, cast

import discord

from bots.discord_bot.turn import edited, mended
from core.chats import CopyKind, Posted

_ORIGINAL = cast("int", "@original")
"""Discord's name for the first answer to an interaction, whose id isn't known yet."""


class Messages:
    """Our messages as Discord has them. All raise TurnOver for what is out of reach and Trouble for what may pass."""

    def __init__(self, client: discord.Client) -> None:
        """Reach them through `client`."""
        self._client = client

    async def change(self, row: Posted, **content: Any) -> str:
        """Change a message, and give its id; `files` replace all that it holds, left out they stay."""
        async with mended():
            if row.message and row.kind is CopyKind.DIRECT:
                found: discord.Message = await self._partial(row).edit(**edited(content))
            else:
                found = await self._webhook(row).edit_message(self._named(row), **edited(content))
            return str(found.id)

    async def holds_file(self, row: Posted) -> bool:
        """Say whether a message holds a file."""
        async with mended():
            if row.message and row.kind is CopyKind.DIRECT:
                return bool((await self._partial(row).fetch()).attachments)
            return bool((await self._webhook(row).fetch_message(self._named(row))).attachments)

    async def send(self, channel: str, nonce: str, **content: Any) -> str:
        """Send to a private chat, and give the id; the same nonce soon after sends nothing twice."""
        async with mended():
            sent = await self._client.get_partial_messageable(int(channel)).send(nonce=nonce, **content)
            return str(sent.id)

    async def open_chat(self, user: str) -> str:
        """Give the private chat with somebody."""
        async with mended():
            return str((await self._client.create_dm(discord.Object(int(user)))).id)

    def _partial(self, row: Posted) -> discord.PartialMessage:
        return self._client.get_partial_messageable(int(row.channel)).get_partial_message(int(row.message or 0))

    def _webhook(self, row: Posted) -> discord.Webhook:
        return discord.Webhook.partial(self._client.application_id or 0, row.token, client=self._client)

    def _named(self, row: Posted) -> int:
        return int(row.message) if row.message else _ORIGINAL
