"""Telegram's side of the house: who hears, who answers, and who keeps chats true, joined around one bot."""

from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import aiohttp
from aiohttp import web
from telegram import Update

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.posting.fitting import Fitting
from bots.chat.posting.languages import Languages
from bots.chat.reply import Reply
from bots.chat.services import Services
from bots.telegram_bot.alarms import Alarms
from bots.telegram_bot.albums import Albums
from bots.telegram_bot.answering import Answering, Door
from bots.telegram_bot.borrowing import Borrowing
from bots.telegram_bot.bot import HushreelBot, bot_for
from bots.telegram_bot.carrying import Carrying, looked
from bots.telegram_bot.commands import menus
from bots.telegram_bot.connection import Connection
from bots.telegram_bot.discreet import Discreet
from bots.telegram_bot.feeding import Feeding
from bots.telegram_bot.files import LOCAL_MAX_BYTES, MAX_BYTES, Files
from bots.telegram_bot.groups import Groups
from bots.telegram_bot.hearing import Hearing
from bots.telegram_bot.inbox import Incoming
from bots.telegram_bot.interview import Interview, cancelled
from bots.telegram_bot.judging import Judging
from bots.telegram_bot.late import Late
from bots.telegram_bot.listening import Polling, Webhook
from bots.telegram_bot.messages import Messages
from bots.telegram_bot.notices import Notices
from bots.telegram_bot.once import Once
from bots.telegram_bot.personal import Personal
from bots.telegram_bot.picking import Picking
from bots.telegram_bot.places import Places
from bots.telegram_bot.placing import Placing
from bots.telegram_bot.posted import Rows
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.readers import Readers
from bots.telegram_bot.recalling import Recalling
from bots.telegram_bot.replying import Replying
from bots.telegram_bot.reviewing import Reviewing
from bots.telegram_bot.showing import Showing
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.standing import Standing
from bots.telegram_bot.sync import FILE, Sync
from bots.telegram_bot.tidy import Tidy
from bots.telegram_bot.tongues import Tongues
from bots.telegram_bot.uploads import Files as Uploads
from bots.telegram_bot.welcome import TRY, tried, welcome
from bots.texts.lookup import Texts
from bots.wiring.banner import Found
from bots.wiring.house import House
from core.people import Platform
from core.publishing.blurred import blurred

SIGN_IN_WITHIN_S = 5.0
"""How long the start waits for Telegram; after that the rest is ready, and Telegram comes when it comes."""


@dataclass(frozen=True)
class Telegram:
    """A connection and what answers behind it; `routes` are the ways in for our web server."""

    connection: Connection
    deliverer: Carrying
    tidy: Tidy
    routes: Sequence[web.RouteDef]

    async def found(self) -> Found | None:
        """Sign in, and say who we are there; None while Telegram is away. Raises BadSetting."""
        if not await self.connection.sign_in(SIGN_IN_WITHIN_S):
            return None
        return Found(self.connection.name, self.connection.link)

    def loops(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Give what runs until the end."""
        return [self.connection.run(), self.deliverer.posting.run(), self.tidy.run()]


@dataclass(frozen=True)
class _Parts:
    """What stands around the bot."""

    house: House
    services: Services
    texts: Texts
    bot: HushreelBot
    chat: Chat
    session: aiohttp.ClientSession


@asynccontextmanager
async def telegram_for(house: House, services: Services, texts: Texts) -> AsyncIterator[Telegram]:
    """Join everything that answers on Telegram. Needs a token in the settings."""
    settings = house.settings
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    bot = bot_for(token, settings.telegram_api_base, is_local=settings.telegram_local_server)
    readers = Readers(bot, house.store.ledger)
    services.members.ways[Platform.TELEGRAM] = Places(bot, house.store.ledger).of_member
    told = replace(services, readers=readers.count, called=readers.called)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        joined = _joined(_Parts(house, told, texts, bot, Chat(told), session))
        try:
            yield joined
        finally:
            await joined.deliverer.feeding.close()
            await joined.connection.close()


def _joined(parts: _Parts) -> Telegram:
    house, bot, texts = parts.house, parts.bot, parts.texts
    posting, messages = _posting(parts)
    feeding, reviewing, judging = _community(parts, posting, messages)
    groups = Groups(bot, house.store, partial(looked, feeding=feeding, reviewing=reviewing))
    picking = Picking(bot, parts.chat, parts.services.presses, texts, house.store, house.clock)
    interview = Interview(house.store, texts, house.clock, house.ids)
    showing, places = posting.showing, Places(bot, house.store.ledger)
    answering = Answering(
        parts.chat,
        showing.speaking,
        posting.rows,
        Replying(messages, showing, posting, posting.late),
        posting,
        posting.languages,
        parts.services.policy,
        places.place_of,
        interview,
        doors={**picking.doors, **_trying(parts, showing.speaking)},
        place_of_press=places.of_press,
        judging=judging.pressed,
        own=judging.own,
    )
    connection, routes = _connection(parts, _hearing(parts, answering, interview, groups, picking), groups)
    notices = Notices(bot, house.store, groups, texts)
    alarms = Alarms(parts.chat, house.store, reviewing.tongues, notices)
    recalling = Recalling(house.store, messages)
    carrying = Carrying(house.store, posting, Personal(posting), notices, feeding, reviewing, alarms, recalling)
    return Telegram(connection, carrying, Tidy(posting), routes)


def _community(parts: _Parts, posting: Posting, messages: Messages) -> tuple[Feeding, Reviewing, Judging]:
    """Join what stands in a community's chats, and what answers there."""
    house, placing, speaking = parts.house, posting.showing.placing, posting.showing.speaking
    standing = Standing(posting.rows, messages)
    tongues = Tongues(house.store, parts.texts, posting.languages)
    blur = partial(blurred, store=house.store, vault=house.vault, workers=house.workers)
    most, links = placing.max_bytes, parts.services.links
    presses = parts.services.presses
    feeding = Feeding(house.store, standing, speaking, placing.files, tongues, presses, max_bytes=most, links=links)
    reviewing = Reviewing(house.store, standing, speaking, tongues, parts.chat.review_card, blur)
    judging = Judging(parts.chat, house.store, standing, speaking, placing.files, reviewing, max_bytes=most)
    return feeding, reviewing, judging


def _posting(parts: _Parts) -> tuple[Posting, Messages]:
    house, settings = parts.house, parts.house.settings
    speaking, messages = Speaking(parts.texts, settings.public_url), Messages(parts.bot)
    rows = Rows(house.store, house.clock, house.ids)
    files = Files(Fitting(house.store, house.vault, house.workers, house.marking))
    most = LOCAL_MAX_BYTES if settings.telegram_local_server else MAX_BYTES
    showing = Showing(speaking, rows, Placing(parts.chat, speaking, rows, messages, files, most))
    late = Late(house.store, rows, parts.services.presses)
    return Posting(parts.chat, house.store, rows, showing, late, Languages()), messages


def _trying(parts: _Parts, speaking: Speaking) -> Mapping[str, Door]:
    """Give the doors behind the buttons of the welcome."""

    async def door(update: Update, asker: Asker) -> Reply | None:
        press = update.callback_query.data or "" if update.callback_query else ""
        return await tried(press, parts.chat, asker, speaking.words(asker))

    return {TRY: door}


def _hearing(parts: _Parts, answering: Answering, interview: Interview, groups: Groups, picking: Picking) -> Hearing:
    house, bot = parts.house, parts.bot
    uploads = Uploads(bot, parts.session, is_local=house.settings.telegram_local_server)

    async def heard(update: Update) -> None:
        await hearing.heard(update)

    hearing = Hearing(
        chat=parts.chat,
        once=Once(parts.services),
        answers=answering,
        files=uploads,
        interviews=interview,
        groups=groups,
        discreet=Discreet(
            bot,
            answering,
            heard,
            Borrowing(parts.chat, uploads.of),
            texts=parts.texts,
            store=house.store,
            clock=house.clock,
            commands=frozenset(parts.services.commands),
        ),
        picked=picking.shared,
        welcome=lambda: welcome(parts.services.policy),
        cancelled=lambda was_asked: cancelled(was_asked=was_asked),
        store=house.store,
        me=lambda: bot.username,
    )
    return hearing


def _connection(parts: _Parts, hearing: Hearing, groups: Groups) -> tuple[Connection, Sequence[web.RouteDef]]:
    house, bot, settings = parts.house, parts.bot, parts.house.settings
    incoming = Incoming(house.inbox, hearing, Albums(house.inbox, hearing, bot), bot)
    told, sync = menus(parts.chat.offered, parts.texts), Sync(settings.data_dir / FILE)
    if settings.telegram_webhook_url is None:
        return Connection(bot, Polling(bot, incoming), incoming, sync, told, present=groups.present), ()
    given = settings.telegram_webhook_secret
    secret = given.get_secret_value() if given else house.master_key.derive(b"telegram webhook").hex()
    hook = Webhook(bot, incoming, settings.telegram_webhook_url, secret)
    return Connection(bot, hook, incoming, sync, told, present=groups.present), hook.routes()
