"""Where an answer goes: an interaction that is answered in private, or a private chat with us."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any, TypeVar

import aiohttp
import discord

from core.chats import CopyKind

Told = TypeVar("Told")

TOKEN_LIVES = timedelta(minutes=14, seconds=30)
"""Discord lets a token answer for 15 minutes; the last half minute is left for what is on its way."""

MAX_BYTES = 10 * 1024 * 1024
"""What Discord takes of a file where it names no other limit."""

_GONE = frozenset({10003, 10008, 10015, 10062, 50001, 50013, 50027})
"""Unknown channel, message, webhook or interaction; no access, no permission; a token that is over."""

_UNKNOWN_MESSAGE = 10008
_VANISHED = frozenset({10003, _UNKNOWN_MESSAGE})
"""Unknown channel or message: there is nothing any more that could hold a file."""

_ACKNOWLEDGED = 40060
_TOO_LARGE = 40005
_TOO_LARGE_STATUS = 413

CALL_S = 60.0
"""How long one call to Discord may take, the upload of a file included."""

FIRST_CALL_S = 1.4
"""How long one try of a first response may take; Discord waits 3 s for it."""
FIRST_PAUSES_S = (0.05, 0.25)


class TurnOver(Exception):
    """Nothing can be said or changed here any more. Only this adapter reads it."""


class Vanished(TurnOver):
    """The message isn't there any more, or its channel with it. Only this adapter reads it."""

    @property
    def is_message(self) -> bool:
        """Whether the message alone is gone, as far as Discord tells."""
        return self.args == (_UNKNOWN_MESSAGE,)


class Trouble(Exception):
    """Discord didn't do it now; later it may. Only this adapter reads it."""


class TooLarge(Trouble):
    """Discord takes no file of this size there. Only this adapter reads it."""


class Taken(Trouble):
    """The first response came through before, though its answer was lost. Only this adapter reads it."""


@asynccontextmanager
async def mended(within_s: float = CALL_S) -> AsyncIterator[None]:
    """Turn what goes wrong with Discord into TurnOver for what is over, and into Trouble for the rest."""
    try:
        async with asyncio.timeout(within_s):
            yield
    except discord.HTTPException as error:
        if error.code == _ACKNOWLEDGED:
            raise Taken(error.code) from error
        if error.code == _TOO_LARGE or error.status == _TOO_LARGE_STATUS:
            raise TooLarge(error.status) from error
        if error.code in _VANISHED:
            raise Vanished(error.code) from error
        if error.code in _GONE or isinstance(error, discord.NotFound | discord.Forbidden):
            raise TurnOver(error.code) from error
        raise Trouble(error.status) from error
    except (aiohttp.ClientError, OSError, TimeoutError, discord.RateLimited) as error:
        raise Trouble(type(error).__name__) from error


class Turn:
    """One interaction to answer. In a private chat with us the answer is a message that we can change for good."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        """Answer `interaction`."""
        self._interaction = interaction
        self._responded = False
        self._shown = False
        self.kind = CopyKind.DIRECT if interaction.context.dm_channel else CopyKind.EPHEMERAL
        self.channel = str(interaction.channel_id or 0)
        self.token = interaction.token
        until = interaction.created_at + TOKEN_LIVES
        self.until_ms = int(until.timestamp() * 1000)
        self.max_bytes = interaction.filesize_limit or MAX_BYTES
        self.pressed = str(interaction.message.id) if interaction.message else None

    @property
    def is_their_own(self) -> bool:
        """Whether the message that was pressed is before the presser alone: one before others is never changed."""
        message = self._interaction.message
        return message is not None and (self.kind is CopyKind.DIRECT or message.flags.ephemeral)

    @property
    def waits(self) -> bool:
        """Whether the next answer is the first, which the token finds without an id."""
        return self.pressed is None and not self._shown

    async def acknowledge(self) -> None:
        """Tell Discord within its 3 s that an answer comes; a press leaves its message as it is until then."""
        if self._responded:
            return
        fresh = self.pressed is None
        with suppress(Taken):
            await _insisted(lambda: self._interaction.response.defer(ephemeral=self._hidden, thinking=fresh))
        self._responded = True

    async def ask(self, modal: discord.ui.Modal) -> None:
        """Open a form: only as the first response."""
        with suppress(Taken):
            await _insisted(lambda: self._interaction.response.send_modal(modal))
        self._responded = True

    async def show(self, nonce: str = "", **content: Any) -> str:
        """Show a message: as the first response, in the place of "thinking", or below; gives its id.

        An interaction needs no `nonce`: its first answer can't be doubled.
        """
        del nonce
        if not self._responded:
            sent = await self._respond(content)
        elif self.waits:
            async with mended():
                sent = (await self._interaction.edit_original_response(**edited(content))).id
        else:
            async with mended():
                sent = (await self._interaction.followup.send(ephemeral=self._hidden, wait=True, **content)).id
        self._shown = True
        return str(sent)

    async def _respond(self, content: dict[str, Any]) -> int:
        """Answer by the first response. One that came through without telling is changed into itself: it has an id.

        Files can be sent once only: with them there is one try, and the caller's next one changes what came through.
        """

        async def send() -> int:
            told = await self._interaction.response.send_message(ephemeral=self._hidden, **content)
            return told.message_id or 0

        try:
            if "files" in content:
                async with mended():
                    sent = await send()
            else:
                sent = await _insisted(send)
        except Taken:
            self._responded = True
            if "files" in content:
                raise
            async with mended():
                return (await self._interaction.edit_original_response(**edited(content))).id
        self._responded = True
        return sent

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

    def __init__(self, channel: discord.abc.Messageable, channel_id: int, message_id: int) -> None:
        """Answer the message `message_id` in `channel`."""
        self._channel = channel
        self._message_id = message_id
        self._shown = 0
        self.channel = str(channel_id)

    async def acknowledge(self) -> None:
        """Show that an answer is being thought about."""
        async with mended():
            await self._channel.typing()

    async def show(self, nonce: str = "", **content: Any) -> str:
        """Send a message, and give its id; a second try of the same one (by its `nonce`) sends nothing twice."""
        async with mended():
            sent = await self._channel.send(nonce=nonce or f"{self._message_id}-{self._shown}", **content)
        self._shown += 1
        return str(sent.id)


AnyTurn = Turn | DirectTurn


async def _insisted(do: Callable[[], Awaitable[Told]]) -> Told:
    """Respond within the 3 s, again where the connection broke or nothing came back."""
    for pause_s in FIRST_PAUSES_S:
        try:
            async with mended(FIRST_CALL_S):
                return await do()
        except Taken:
            raise
        except Trouble:
            await asyncio.sleep(pause_s)
    async with mended():
        return await do()


def edited(content: dict[str, Any]) -> dict[str, Any]:
    """Give the arguments of an edit for those of a sending: files are attachments there."""
    changed = {name: value for name, value in content.items() if name != "files"}
    if "files" in content:
        changed["attachments"] = content["files"]
    return changed
