"""Messages of ours that are there: changed, looked at and taken away by what is kept of them."""

from hashlib import sha256
from typing import Any, cast

import discord

from bots.discord_bot.turn import Trouble, TurnOver, edited, mended
from core.chats import IN_CHANNELS, CopyKind, Posted
from core.ports import Clock

NONCE_LONGEST = 25
LOOKED_BACK = 30
"""How many of the newest messages of a private chat are looked through for one whose id isn't known."""

_ORIGINAL = cast("int", "@original")
"""Discord's name for the first answer to an interaction, whose id isn't known yet."""


def nonce_of(row: Posted) -> str:
    """Give what names a message before it has an id: sent again soon after, nothing comes twice.

    What a channel shows is kept under the same id again after it was taken back: the time tells the two apart.
    """
    if row.kind in IN_CHANNELS:
        return sha256(row.id.bytes + row.posted_at_ms.to_bytes(8)).hexdigest()[:NONCE_LONGEST]
    return row.id.hex[-NONCE_LONGEST:]


def _stays(row: Posted) -> bool:
    """Say whether a message is one of a channel's or a private chat's own, which we can reach for good."""
    return row.kind is CopyKind.DIRECT or (row.kind in IN_CHANNELS and not row.token)


def _emptied(changed: discord.Message, content: dict[str, Any]) -> discord.Message:
    """Give a message as Discord says that it is now. Raises Trouble for one that was to be emptied and holds a file."""
    if changed.attachments and content.get("files") == []:
        raise Trouble("a file is still there")
    return changed


class Messages:
    """Our messages as Discord has them. All raise TurnOver for what is out of reach and Trouble for what may pass."""

    def __init__(self, client: discord.Client, clock: Clock) -> None:
        """Reach them through `client`."""
        self._client = client
        self._clock = clock

    async def change(self, row: Posted, **content: Any) -> str:
        """Change a message, and give its id; `files` replace all that it holds, left out they stay.

        A token that lives is the quicker way: Discord lets a channel's messages be edited five times in 5 s only.
        One that may not have been sent yet is looked for, and sent where it isn't found.
        """
        if _stays(row) and not self._has_token(row):
            return await self._change_direct(row, content)
        try:
            async with mended():
                changed = await self._webhook(row).edit_message(self._named(row), **edited(content))
            return str(_emptied(changed, content).id)
        except TurnOver:
            if not _stays(row):
                raise
        return await self._change_direct(row, content)

    def _has_token(self, row: Posted) -> bool:
        """Say whether a message can be reached by its token; one without an id must be: it may be a first answer."""
        return bool(row.token) and (row.message is None or self._clock.now_ms() < row.token_until_ms)

    async def _change_direct(self, row: Posted, content: dict[str, Any]) -> str:
        message = row.message or await self.found(row)
        if message is None:
            return await self._send(row, content)
        async with mended():
            changed = await self._partial(row, message).edit(**edited(content))
        return str(_emptied(changed, content).id)

    async def _send(self, row: Posted, content: dict[str, Any]) -> str:
        async with mended():
            sent = await self._chat(row).send(nonce=nonce_of(row), **content)
            return str(sent.id)

    async def found(self, row: Posted) -> str | None:
        """Find the message of a row whose id nobody noted: a crash came between sending and keeping.

        Where we may not read a channel's history, Discord gives nothing: only the nonce keeps it from coming twice.
        """
        async with mended():
            async for one in self._chat(row).history(limit=LOOKED_BACK):
                if str(one.nonce) == nonce_of(row) and one.author.id == self._me.id:
                    return str(one.id)
        return None

    async def delete(self, row: Posted) -> None:
        """Delete a message."""
        async with mended():
            if row.message and _stays(row):
                await self._partial(row, row.message).delete()
            else:
                await self._webhook(row).delete_message(self._named(row))

    async def holds_file(self, row: Posted) -> bool:
        """Say whether a message holds a file."""
        async with mended():
            if row.message and _stays(row):
                return bool((await self._partial(row, row.message).fetch()).attachments)
            return bool((await self._webhook(row).fetch_message(self._named(row))).attachments)

    async def open_chat(self, user: str) -> str:
        """Give the private chat with somebody."""
        async with mended():
            return str((await self._connected().create_dm(discord.Object(int(user)))).id)

    def server_of(self, row: Posted) -> str | None:
        """Give the id of the server that a message is in, as far as we are in it."""
        channel = self._client.get_channel(int(row.channel)) if row.channel else None
        guild = getattr(channel, "guild", None)
        return str(guild.id) if guild is not None else None

    def _connected(self) -> discord.Client:
        """Give the client once it has signed in: until then no address of ours is right."""
        if self._client.user is None or self._client.application_id is None:
            raise Trouble("not signed in")
        return self._client

    @property
    def _me(self) -> discord.abc.Snowflake:
        return discord.Object(self._client.user.id if self._client.user else 0)

    def _chat(self, row: Posted) -> discord.PartialMessageable:
        return self._connected().get_partial_messageable(int(row.channel))

    def _partial(self, row: Posted, message: str) -> discord.PartialMessage:
        return self._chat(row).get_partial_message(int(message))

    def _webhook(self, row: Posted) -> discord.Webhook:
        client = self._connected()
        return discord.Webhook.partial(client.application_id or 0, row.token, client=client)

    def _named(self, row: Posted) -> int:
        return int(row.message) if row.message else _ORIGINAL
