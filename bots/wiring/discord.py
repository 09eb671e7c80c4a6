"""Discord's side of the house: who hears, who answers, and who keeps cards true, joined around one connection."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import aiohttp

from bots.chat.dispatch import Chat
from bots.chat.posting.fitting import Fitting
from bots.chat.posting.languages import Languages
from bots.chat.services import Services
from bots.discord_bot import feeding, reviewing
from bots.discord_bot.alarms import Alarms
from bots.discord_bot.answering import Answering
from bots.discord_bot.client import HushreelClient, ShardedClient, client_for
from bots.discord_bot.connection import Connection, point_at
from bots.discord_bot.doors import Doors, Operator
from bots.discord_bot.feeding import Feeding
from bots.discord_bot.files import Files
from bots.discord_bot.hearing import Hearing
from bots.discord_bot.late import Late
from bots.discord_bot.looking import Looking
from bots.discord_bot.lookout import Lookout
from bots.discord_bot.messages import Messages
from bots.discord_bot.notices import KINDS, Notices
from bots.discord_bot.personal import Personal, is_personal
from bots.discord_bot.placing import Placing
from bots.discord_bot.posted import Rows
from bots.discord_bot.posting import RECEIPT, VIDEO, Posting
from bots.discord_bot.readers import Readers
from bots.discord_bot.recalling import Recalling
from bots.discord_bot.replying import Replying
from bots.discord_bot.reviewing import Reviewing
from bots.discord_bot.servers import Servers
from bots.discord_bot.showing import Showing
from bots.discord_bot.slash import payload
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.standing import Standing
from bots.discord_bot.sync import FILE, Sync
from bots.discord_bot.taking import Taking
from bots.discord_bot.uploads import Files as Uploads
from bots.discord_bot.watching import Watching
from bots.settings import Settings
from bots.texts.lookup import Texts
from bots.wiring.banner import Invited
from bots.wiring.house import House
from core.cases import CASE
from core.people import Platform
from core.ports import Deliverer
from core.receipts import RECALL
from core.records import OutboxRow
from core.videos import VideoId

SIGN_IN_WITHIN_S = 5.0
"""How long the start waits for Discord; after that the rest is ready, and Discord comes when it comes."""

LAST_ANSWERS_S = 3.0
"""How long the end waits for answers that are under way."""


@dataclass(frozen=True)
class ToDiscord:
    """The `Deliverer` of surface "discord": cards, what channels show, and notices to admins and to people."""

    posting: Posting
    notices: Notices
    personal: Personal
    feeding: Feeding
    reviewing: Reviewing
    alarms: Alarms
    recalling: Recalling

    async def deliver(self, row: OutboxRow) -> None:
        """Hand a row to whom it is for."""
        await self._deliverer(row).deliver(row)
        if row.kind in (VIDEO, RECEIPT):
            await self.reviewing.looking.erased(VideoId(row.subject))

    def _deliverer(self, row: OutboxRow) -> Deliverer:
        if row.kind == RECALL:
            return self.recalling
        if row.kind == CASE and row.person is None:
            return self.alarms
        if is_personal(row):
            return self.personal
        in_channels: dict[str, Deliverer] = {feeding.KIND: self.feeding, reviewing.KIND: self.reviewing}
        return in_channels.get(row.kind, self.notices if row.kind in KINDS else self.posting)


@dataclass(frozen=True)
class Discord:
    """A connection and what answers behind it."""

    connection: Connection
    watching: Watching
    deliverer: ToDiscord

    async def invited(self) -> Invited | None:
        """Sign in, and say who we are there; None while Discord is away. Raises BadSetting."""
        if not await self.connection.sign_in(SIGN_IN_WITHIN_S):
            return None
        return Invited(self.connection.name, self.connection.invite, self.connection.invite_for_oneself)


@asynccontextmanager
async def discord_for(house: House, services: Services, texts: Texts) -> AsyncIterator[Discord]:
    """Join everything that answers on Discord. Needs a token in the settings."""
    settings = house.settings
    point_at(settings.discord_api_base, settings.discord_gateway)
    client = client_for(settings.discord_shards)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        joined = _joined(house, services, texts, client, Uploads(session, settings.discord_api_base))
        try:
            yield joined
        finally:
            await joined.deliverer.posting.answered.all_over(LAST_ANSWERS_S)
            joined.deliverer.feeding.close()
            await joined.connection.close()


def _joined(
    house: House, services: Services, texts: Texts, client: HushreelClient | ShardedClient, uploads: Uploads
) -> Discord:
    settings, readers = house.settings, Readers(house.store, client.get_guild)
    services.members.ways[Platform.DISCORD] = readers.place_of
    chat = Chat(replace(services, readers=readers.count, called=readers.called))
    connection = _connection(settings, chat, texts, client)
    messages = Messages(client, house.clock)
    rows = Rows(house.store, house.clock, house.ids)
    speaking = Speaking(texts, connection.mentions, settings.public_url, client.get_guild)
    files = Files(Fitting(house.store, house.vault, house.workers, house.marking))
    looking = Looking(house.store, rows, messages, files, speaking, house.clock, house.ids)
    showing = Showing(speaking, rows, Placing(chat, speaking, rows, messages, files), looking)
    late = Late(house.store, rows, messages, showing, services.presses, house.clock, house.ids)
    languages = Languages()
    posting = Posting(chat, house.store, rows, showing, late, languages)
    replying = Replying(showing, posting, late)
    standing = Standing(rows, messages, Lookout(house.store, client.get_guild))
    posts = Feeding(house.store, house.clock, speaking, files, standing, client.get_guild)
    cards = Reviewing(chat, house.store, house.clock, speaking, files, standing, looking, client.get_guild)
    answering = Answering(chat, speaking, rows, replying, posting, languages, services.policy, uploads, cards)
    doors = Doors(
        chat,
        answering,
        files=uploads,
        texts=texts,
        posted=house.store.ledger,
        clock=house.clock,
        operator=Operator(settings.operator_name, settings.operator_contact),
    )
    servers = Servers(house.store, client.get_guild, Taking(posting, posts, cards))
    client.hand(Hearing(chat, answering, doors, uploads, texts), servers)
    notices = Notices(client, house.store, servers, texts, (posts, cards))
    alarms = Alarms(chat, house.store, speaking, notices)
    to_people = (posting, notices, Personal(posting), posts, cards, alarms, Recalling(house.store, messages))
    return Discord(connection, Watching(posting), ToDiscord(*to_people))


def _connection(settings: Settings, chat: Chat, texts: Texts, client: HushreelClient | ShardedClient) -> Connection:
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    return Connection(client, token, Sync(settings.data_dir / FILE), payload(chat.offered, texts))
