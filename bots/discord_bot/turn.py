"""Where an answer goes: an interaction that is answered in private, or a private chat with us."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import aiohttp
import discord

from core.chats import CopyKind

TOKEN_LIVES = timedelta(minutes=14, seconds=30)
"""Discord lets a token answer for 15 minutes; the last half minute is left for what is on its way."""

MAX_BYTES = 10 * 1024 * 1024
"""What Discord takes of a file where it names no other limit."""

_GONE = frozenset({10003, 10008, 10015, 10062, 50001, 50013, 50027})
"""Unknown channel, message, webhook or interaction; no access, no permission; a token that is over."""

_ACKNOWLEDGED = 40060
CANNOT_WRITE = 50007

CALL_S = 60.0
"""How long one call to Discord may take, the upload of a file included."""


class TurnOver(Exception):
    """Nothing can be said or changed here any more. Only this adapter reads it."""


class Trouble(Exception):
    """Discord didn't do it now; later it may. Only this adapter reads it."""


@asynccontextmanager
async def mended() -> AsyncIterator[None]:
    """Turn what goes wrong with Discord into TurnOver for what is over, and into Trouble for the rest."""
    try:
        async with asyncio.timeout(CALL_S):
            yield
    except discord.HTTPException as error:
        if error.code in _GONE or isinstance(error, discord.NotFound | discord.Forbidden):
            raise TurnOver(error.code) from error
        raise Trouble(error.status) from error
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise Trouble(type(error).__name__) from error


class Turn:
    """One interaction to answer. In a private chat with us the answer is a message that we can change for good."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        """Answer `interaction`."""
        self._interaction = interaction
        self._shown = False
        self.kind = CopyKind.DIRECT if interaction.context.dm_channel else CopyKind.EPHEMERAL
        self.channel = str(interaction.channel_id or 0)
        self.token = interaction.token
        until = interaction.created_at + TOKEN_LIVES
        self.until_ms = int(until.timestamp() * 1000)
        self.max_bytes = interaction.filesize_limit or MAX_BYTES
        self.pressed = str(interaction.message.id) if interaction.message else None

    @property
    def waits(self) -> bool:
        """Whether the next answer is the first, which the token finds without an id."""
        return self.pressed is None and not self._shown

    async def acknowledge(self) -> None:
        """Tell Discord within its 3 s that an answer comes; a press leaves its message as it is until then."""
        fresh = self.pressed is None
        async with mended():
            try:
                await self._interaction.response.defer(ephemeral=self._hidden, thinking=fresh)
            except discord.HTTPException as error:
                if error.code != _ACKNOWLEDGED:
                    raise
            except discord.InteractionResponded:
                return

    async def ask(self, modal: discord.ui.Modal) -> None:
        """Open a form: only as the first response."""
        async with mended():
            await self._interaction.response.send_modal(modal)

    async def show(self, **content: Any) -> str:
        """Show a message: as the first response, in the place of "thinking", or below; gives its id."""
        async with mended():
            if not self._interaction.response.is_done():
                told = await self._interaction.response.send_message(ephemeral=self._hidden, **content)
                sent = told.message_id
            elif self.waits:
                sent = (await self._interaction.edit_original_response(**edited(content))).id
            else:
                sent = (await self._interaction.followup.send(ephemeral=self._hidden, wait=True, **content)).id
        self._shown = True
        return str(sent)

    async def redraw(self, **content: Any) -> None:
        """Change the message whose button was pressed."""
        async with mended():
            await self._interaction.edit_original_response(**edited(content))

    @property
    def _hidden(self) -> bool:
        return self.kind is CopyKind.EPHEMERAL


class DirectTurn:
    """A message that somebody wrote to us in private."""

    kind = CopyKind.DIRECT
    token = ""
    until_ms = 0
    max_bytes = MAX_BYTES
    pressed = None
    waits = False

    def __init__(self, channel: discord.abc.Messageable, channel_id: int, nonce: str) -> None:
        """Answer in `channel`; the first message carries `nonce`, so that a second try says nothing twice."""
        self._channel = channel
        self._nonce: str | None = nonce
        self.channel = str(channel_id)

    async def acknowledge(self) -> None:
        """Show that an answer is being thought about."""
        async with mended():
            await self._channel.typing()

    async def show(self, **content: Any) -> str:
        """Send a message; gives its id."""
        nonce, self._nonce = self._nonce, None
        async with mended():
            sent = await self._channel.send(**{"nonce": nonce, **content})
            return str(sent.id)


AnyTurn = Turn | DirectTurn


def edited(content: dict[str, Any]) -> dict[str, Any]:
    """Give the arguments of an edit for those of a sending: files are attachments there, and nothing has a nonce."""
    changed = {name: value for name, value in content.items() if name not in {"files", "nonce"}}
    if "files" in content:
        changed["attachments"] = content["files"]
    return changed
