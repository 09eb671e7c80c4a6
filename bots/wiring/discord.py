"""Joins the parts that speak to Discord, where a token is set."""

from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bots.chat.dispatch import Chat
from bots.discord_bot.at_once import AtOnce
from bots.discord_bot.client import client_for
from bots.discord_bot.connection import Connection, point_at
from bots.discord_bot.doors import Doors, Operator
from bots.discord_bot.hearing import Hearing
from bots.discord_bot.notices import KINDS, Notices
from bots.discord_bot.servers import Servers
from bots.discord_bot.slash import payload
from bots.discord_bot.sync import FILE, Sync
from bots.discord_bot.uploads import Files
from bots.texts.lookup import Texts
from bots.wiring.banner import Invited
from bots.wiring.house import House
from core.engine.relay import Relay
from core.ports import Deliverer
from core.records import OutboxRow

SIGN_IN_S = 2.0
"""How long the banner waits for Discord."""


@dataclass(frozen=True)
class Bot:
    """What serves people in Discord."""

    connection: Connection
    relay: Relay

    async def sign_in(self) -> Invited | None:
        """Sign in before the banner; None when Discord takes its time. Raises BadSetting for what it refuses."""
        if not await self.connection.sign_in(SIGN_IN_S):
            return None
        connection = self.connection
        return Invited(connection.name, connection.invite, connection.invite_for_oneself)

    def loops(self) -> list[Coroutine[Any, Any, None]]:
        """Give what runs until the end."""
        return [self.connection.run(), self.relay.run()]


@dataclass(frozen=True)
class _Kinds:
    """Hands outbox rows to who carries their kind."""

    notices: Notices
    rest: Deliverer

    async def deliver(self, row: OutboxRow) -> None:
        await (self.notices if row.kind in KINDS else self.rest).deliver(row)


class _Nothing:
    async def deliver(self, row: OutboxRow) -> None:
        del row

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        del channel, messages


@asynccontextmanager
async def to_discord(house: House, chat: Chat) -> AsyncIterator[Bot | None]:
    """Build everything for a block, not connected yet; None where no token is set."""
    settings = house.settings
    if settings.discord_token is None:
        yield None
        return
    point_at(settings.discord_api_base, settings.discord_gateway)
    client, texts = client_for(settings.discord_shards), Texts()
    token, sync = settings.discord_token.get_secret_value(), Sync(settings.data_dir / FILE)
    connection = Connection(client, token, sync, payload(chat.catalogue, texts))
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        answers = AtOnce(chat, texts, connection.mentions, settings.public_url)
        posting = _Nothing()
        files = Files(session, settings.discord_api_base)
        doors = Doors(
            chat,
            answers,
            files=files,
            texts=texts,
            posted=house.store.ledger,
            clock=house.clock,
            operator=Operator(settings.operator_name, settings.operator_contact),
        )
        servers = Servers(house.store, client.get_guild, posting)
        client.hand(Hearing(chat, answers, doors, files, texts), servers)
        kinds = _Kinds(Notices(client, house.store, servers, texts), posting)
        try:
            yield Bot(connection, Relay(house.store.ledger, {"discord": kinds}, house.clock))
        finally:
            await connection.close()
