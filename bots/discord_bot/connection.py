"""The life of the connection to Discord: signing in, going on after every break, and what only the operator mends."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.discord_bot.client import HushreelClient, ShardedClient
from bots.discord_bot.slash import Json
from bots.discord_bot.sync import Sync
from bots.texts.operator import line
from core.errors import BadSetting, OperatorError

TOKEN = "HUSHREEL_DISCORD_TOKEN"  # noqa: S105 - a setting's name
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
CLOSE_WITHIN_S = 2.0

NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, attach_files=True, embed_links=True
)
"""For the button under a mention, and for what a community shows and reviews in its channels.

Answers to commands need no permission of ours.
"""

_TOKEN_CLOSED = 4004
_SHARDS_CLOSED = frozenset({4010, 4011})
_INTENTS_CLOSED = frozenset({4013, 4014})
_REFUSED = 400
_TRIED_AGAIN = frozenset({408, 429})

log = logging.getLogger("hushreel.discord")


def point_at(api_base: str | None, gateway: str | None) -> None:
    """Let the library speak to other addresses than its own, in the whole process."""
    if api_base is not None:
        Route.BASE = api_base
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


class Connection:
    """Keeps one application connected."""

    def __init__(self, client: HushreelClient | ShardedClient, token: str, sync: Sync, payload: Sequence[Json]) -> None:
        """Connect `client`, and keep what can be asked (`payload`) known to Discord."""
        self.mentions: dict[str, int] = {}
        """The ids of slash commands by name, empty until Discord told them."""
        self._client = client
        self._token = token
        self._sync = sync
        self._payload = payload
        self._signing: asyncio.Task[None] | None = None
        self._is_late = False

    async def sign_in(self, within_s: float) -> bool:
        """Sign in, and say whether that was done in time; otherwise it goes on, and `run` waits for it.

        Raises BadSetting for what only the operator can mend.
        """
        self._signing = asyncio.create_task(self._client.login(self._token))
        done, _ = await asyncio.wait([self._signing], timeout=within_s)
        self._is_late = True
        if not done:
            return False
        error = self._signing.exception()
        if error is not None:
            _check(error)
            log.warning("Discord is away: %s", type(error).__name__)
            self._signing = None
            await self._begin_anew()
        self._is_late = error is not None
        return not self._is_late

    @property
    def name(self) -> str:
        """The bot's name; "" before it signed in."""
        return self._client.user.name if self._client.user else ""

    @property
    def invite(self) -> str:
        """Give the address by which a server adds the bot, with the smallest permissions; "" before it signed in."""
        return self._address(NEEDED, ("bot", "applications.commands"), 0)

    @property
    def invite_for_oneself(self) -> str:
        """Give the address by which a person adds the bot for themselves; "" before it signed in."""
        return self._address(discord.utils.MISSING, ("applications.commands",), 1)

    def _address(self, permissions: discord.Permissions, scopes: tuple[str, ...], context: int) -> str:
        if self._client.application_id is None:
            return ""
        address = discord.utils.oauth_url(self._client.application_id, permissions=permissions, scopes=scopes)
        return f"{address}&integration_type={context}"

    async def run(self) -> None:
        """Stay connected until cancelled. Raises BadSetting for what only the operator can mend."""
        pause_s = FIRST_PAUSE_S
        try:
            while True:
                began = asyncio.get_running_loop().time()
                try:
                    await self._connected()
                except Exception as error:  # noqa: BLE001 - whatever broke the connection, it is made again
                    _check(error)
                    log.warning("Discord is away: %s", type(error).__name__)
                if asyncio.get_running_loop().time() - began > LONGEST_PAUSE_S:
                    pause_s = FIRST_PAUSE_S
                await asyncio.sleep(pause_s)
                pause_s = min(LONGEST_PAUSE_S, pause_s * 2)
                await self._begin_anew()
        finally:
            await self.close()

    async def _connected(self) -> None:
        signing = self._signing or asyncio.create_task(self._client.login(self._token))
        self._signing = None
        try:
            await signing
        finally:
            signing.cancel()
        if self._is_late:
            log.info(line("discord-connected", name=self.name, server=self.invite))
            self._is_late = False
        syncing = asyncio.create_task(self._keep_synced())
        try:
            await self._client.connect()
        finally:
            syncing.cancel()

    async def _keep_synced(self) -> None:
        """Tell Discord what can be asked, again and again until it knows."""
        pause_s = FIRST_PAUSE_S
        while True:
            try:
                self.mentions.update(await self._sync.commands(self._client, self._payload))
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                status = error.status if isinstance(error, discord.HTTPException) else 0
                log.warning("commands not sent to Discord: %s %s", type(error).__name__, status or "")
                if status == _REFUSED:
                    return
            else:
                return
            await asyncio.sleep(pause_s)
            pause_s = min(LONGEST_PAUSE_S, pause_s * 2)

    async def _begin_anew(self) -> None:
        """Make the client fit to sign in again (`discord.Client.clear`)."""
        await self.close()
        self._client.clear()
        # The library keeps its pool of connections, which closing has closed.
        self._client.http.connector = discord.utils.MISSING

    async def close(self) -> None:
        """Let answers that are on their way arrive, and leave; wait for neither longer than CLOSE_WITHIN_S."""
        if self._signing is not None:
            self._signing.cancel()
            await asyncio.wait([self._signing])
        if answering := _answering():
            await asyncio.wait(answering, timeout=CLOSE_WITHIN_S)
        closing = asyncio.create_task(self._client.close())
        await asyncio.wait([closing], timeout=CLOSE_WITHIN_S)
        closing.cancel()
        await asyncio.gather(closing, return_exceptions=True)
        if answering := _answering():
            for task in answering:
                task.cancel()
            await asyncio.wait(answering)


def _answering() -> set[asyncio.Task[Any]]:
    """Give the tasks in which the library hands events on, by the name that it gives them."""
    return {task for task in asyncio.all_tasks() if task.get_name().startswith("discord.py: on_")}


def _check(error: BaseException) -> None:
    """Raise BadSetting for what trying again doesn't mend.

    Codes: discord_token_refused, discord_intents_refused, discord_shards_refused; discord_api_strange(status).
    """
    if isinstance(error, OperatorError):
        raise error
    code = error.code if isinstance(error, discord.ConnectionClosed) else None
    if isinstance(error, discord.LoginFailure) or code == _TOKEN_CLOSED:
        raise BadSetting("discord_token_refused", setting=TOKEN) from error
    if isinstance(error, discord.PrivilegedIntentsRequired) or code in _INTENTS_CLOSED:
        raise BadSetting("discord_intents_refused", setting=TOKEN) from error
    if code in _SHARDS_CLOSED:
        raise BadSetting("discord_shards_refused", setting="HUSHREEL_DISCORD_SHARDS") from error
    if isinstance(error, discord.HTTPException) and error.status // 100 == 4 and error.status not in _TRIED_AGAIN:  # noqa: PLR2004 - HTTP's class of refusals
        raise BadSetting("discord_api_strange", setting="HUSHREEL_DISCORD_API_BASE", status=error.status) from error
