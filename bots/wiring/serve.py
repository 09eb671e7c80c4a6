"""`hushreel run`: the web first, then the engine behind it, until Ctrl-C."""

import asyncio
import gc
import os
import secrets
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from aiohttp import web

from bots.chat.archive import archive_page
from bots.chat.dispatch import Chat
from bots.chat.services import Services
from bots.settings import Settings
from bots.texts.lookup import Texts
from bots.web.app import application
from bots.web.guard import DemoGuard
from bots.web.live import LivePages
from bots.web.policy import Papers
from bots.wiring import logs
from bots.wiring.banner import Found, Invited, banner
from bots.wiring.conversation import services
from bots.wiring.embedding import load
from bots.wiring.house import House, open_house
from bots.wiring.promises import check_promises, policy_facts
from bots.wiring.rewording import Rewording
from bots.wiring.routes import hook_routes
from bots.wiring.web import demo_routes, operator_routes, public_routes
from core.engine.deliver import ToEngine
from core.engine.launch import launch
from core.engine.relay import Relay
from core.erasure.aging import Aging
from core.erasure.elsewhere import RemoteCopies
from core.erasure.erase import Eraser
from core.erasure.follow import Follower, keep_following
from core.erasure.person import Forgetter
from core.erasure.sweep import keep_sweeping
from core.errors import BadSetting, OperatorError
from core.exporting.export import Exporter, ExportSweep
from core.generation.line import begin_first
from core.generation.make import Maker
from core.generation.remote import RemoteMaker
from core.generation.upkeep import keep_restarting, sweep_strays
from core.intake.held import Held
from core.linking.upkeep import keep_closing
from core.ports import Flow
from core.publishing.upkeep import keep_publishing
from core.routes import FLOWS
from core.sharing.unshare import keep_ending
from knowledge.nearby import Nearby

if TYPE_CHECKING:
    from bots.wiring.discord import Discord
    from bots.wiring.telegram import Telegram

log = structlog.get_logger()

SHUTDOWN_S = 1.0
BACKLOG = 128
READ_UP_AFTER_S = 120.0
DEMO_SECRET_BYTES = 24
ELSEWHERE_AT_MOST_MS = 6 * 3_600_000
"""How long a video may take elsewhere, its turn there included: then it fails, and whether it was paid is told."""


async def serve(settings: Settings) -> int:
    """Serve until Ctrl-C or SIGTERM, and return 0. Raises an OperatorError for what the operator has to mend."""
    logs.prepare(settings.log_format)
    check_promises(settings)
    stopped = _stop_signal()
    relays: list[Relay] = []

    def wake() -> None:
        for relay in relays:
            relay.wake()

    async with open_house(settings, wake) as house:
        listening = _listen(*settings.listen)
        live, working = LivePages(), asyncio.Event()
        relays.append(Relay(house.store.ledger, {"web": live}, house.clock))
        nearby = Nearby(policy_facts(settings), by_meaning=settings.embedding == "minilm")
        rewording = Rewording(settings)
        parts = services(house, nearby, rewording)
        nearby.listen()
        async with (
            _telegram(house, parts) as telegram,
            _web(house, Chat(parts), live, listening, working, telegram) as demo_path,
            _discord(house, parts) as discord,
        ):
            invited, found = await asyncio.gather(_invited(discord), _found(telegram))
            port = listening.getsockname()[1]
            sys.stdout.write(banner(settings, port, demo_path, discord=invited, telegram=found) + "\n")
            sys.stdout.flush()
            loops = [relays[0].run(), work(house, relays, working), _read_up(nearby, rewording, working)]
            if discord:
                relays.append(Relay(house.store.ledger, {"discord": discord.deliverer}, house.clock))
                loops += [relays[-1].run(), discord.connection.run(), discord.watching.run()]
            if telegram:
                relays.append(Relay(house.store.ledger, {"telegram": telegram.deliverer}, house.clock))
                loops += [relays[-1].run(), *telegram.loops()]
            gc.freeze()  # what stays is looked through no more: that took a quarter of a second, with all waiting
            await _until(stopped, *loops)
    return 0


@asynccontextmanager
async def _discord(house: House, parts: Services) -> AsyncIterator["Discord | None"]:
    """Join what answers on Discord, where a token is set."""
    if house.settings.discord_token is None:
        yield None
        return
    from bots.wiring.discord import discord_for  # noqa: PLC0415 - half a second that only whoever has a token needs

    async with discord_for(house, parts, Texts()) as joined:
        yield joined


@asynccontextmanager
async def _telegram(house: House, parts: Services) -> AsyncIterator["Telegram | None"]:
    """Join what answers on Telegram, where a token is set."""
    if house.settings.telegram_token is None:
        yield None
        return
    from bots.wiring.telegram import telegram_for  # noqa: PLC0415 - likewise

    async with telegram_for(house, parts, Texts()) as joined:
        yield joined


async def _invited(discord: "Discord | None") -> Invited | None:
    return await discord.invited() if discord else None


async def _found(telegram: "Telegram | None") -> Found | None:
    return await telegram.found() if telegram else None


def _stop_signal() -> asyncio.Event:
    stopped = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(one, stopped.set)
    return stopped


async def _until(stopped: asyncio.Event, *loops: Coroutine[Any, Any, None]) -> None:
    """Run loops side by side until `stopped`; one that breaks ends all, so that nothing goes on half-alive.

    Raises the OperatorError that one of them ended with, alone: one line is what the operator can act on.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(loop) for loop in loops]
            await stopped.wait()
            for task in tasks:
                task.cancel()
    except ExceptionGroup as broken:  # raised anew in `except*`, an error would stand in a group again
        found = broken.subgroup(OperatorError)
        raise broken if found is None else _first(found) from None


def _first(broken: ExceptionGroup[OperatorError]) -> OperatorError:
    """Give the first error of a group, however deep it lies."""
    first = broken.exceptions[0]
    return _first(first) if isinstance(first, ExceptionGroup) else first


def _listen(host: str, port: int) -> socket.socket:
    """Take the address. Raises BadSetting(listen_refused, setting, address, problem) when it can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        problem = os.strerror(error.errno) if error.errno and error.errno > 0 else "unknown address"
        address = f"{host}:{port}"
        raise BadSetting("listen_refused", setting="HUSHREEL_LISTEN", address=address, problem=problem) from None


@asynccontextmanager
async def _web(  # noqa: PLR0917 - each is another part of the house
    house: House,
    chat: Chat,
    live: LivePages,
    listening: socket.socket,
    working: asyncio.Event,
    telegram: "Telegram | None",
) -> AsyncIterator[str | None]:
    """Answer on a socket; gives the path of the demo with its secret, or None where there may be no demo."""
    routes, demo_path = Papers(policy_facts(house.settings), Texts()).routes(), None
    routes += telegram.routes if telegram else ()
    if house.settings.public_url:
        routes += public_routes(house, chat, house.settings.public_url)
        routes += hook_routes(house.store, house.remote)
    elif not house.settings.demo:
        routes += operator_routes(house, chat, listening.getsockname()[1])
    held = Held(house.vault, house.ids)
    if house.settings.demo:
        secret = secrets.token_urlsafe(DEMO_SECRET_BYTES)
        demo_path = f"/demo?t={secret}"
        guard = DemoGuard(secret, listening.getsockname()[1])
        routes += await demo_routes(house, chat, live, held, guard)
    app = application(routes, ready=working.is_set)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=SHUTDOWN_S)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        yield demo_path
    finally:
        await runner.cleanup()
        await held.close()


async def _read_up(nearby: Nearby, rewording: Rewording, working: asyncio.Event) -> None:
    """Index papers, and open the language model, once whoever waited is served or somebody asks what needs them."""
    wanted, loop = asyncio.Event(), asyncio.get_running_loop()

    def wake() -> None:
        loop.call_soon_threadsafe(wanted.set)

    nearby.wanted = rewording.wanted = wake
    await working.wait()
    with suppress(TimeoutError):
        await asyncio.wait_for(wanted.wait(), READ_UP_AFTER_S)
    await asyncio.to_thread(load, nearby)
    await asyncio.to_thread(rewording.load)


async def work(house: House, relays: list[Relay], working: asyncio.Event) -> None:
    """Make and erase what is asked, and what an earlier run left unfinished."""
    ledger = house.store.ledger
    await sweep_strays(house.clock.now_ms(), store=house.store, vault=house.vault)
    await _sweep_elsewhere(house)
    lines = {lane: partial(begin_first, house.store, lane) for lane in FLOWS}
    engine = await launch(house.settings.data_dir / "engine.db", _flows(house), lines=lines)
    try:
        relay = Relay(ledger, {"engine": ToEngine(engine, ledger)}, house.clock)
        relays.append(relay)
        working.set()
        async with asyncio.TaskGroup() as group:
            group.create_task(relay.run())
            group.create_task(keep_restarting(ledger=ledger, engine=engine))
            group.create_task(keep_closing(store=house.store, clock=house.clock))
            group.create_task(keep_ending(store=house.store))
            group.create_task(keep_sweeping(house.shutting, _eraser(house)))
            group.create_task(ExportSweep(house.store, house.vault, house.revocations, house.clock).keep_sweeping())
            group.create_task(keep_following(_follower(house)))
            group.create_task(Aging(house.store, house.revocations, house.clock).keep_sweeping())
            group.create_task(
                keep_publishing(store=house.store, vault=house.vault, revocations=house.revocations, clock=house.clock)
            )
    finally:
        await engine.close()


async def _sweep_elsewhere(house: House) -> None:
    """Delete what an earlier run left with generators elsewhere; nothing new is there before the engine launches."""
    for name, route in house.remote.items():
        live = [str(one) for one in await house.store.ledger.under_way(name)]
        try:
            await route.sweep(house.clock.now_ms() / 1000, live=live)
        except OSError as error:
            log.warning("sweep_failed", route=name, error=type(error).__name__)


def _flows(house: House) -> dict[str, Flow]:
    maker = Maker(
        house.store,
        house.vault,
        house.local,
        house.progress,
        house.clock,
        house.ids,
        house.settings.retention,
        house.marking,
    )
    sender = RemoteMaker(
        house.store,
        house.vault,
        house.remote,
        house.progress,
        house.clock,
        house.ids,
        house.settings.retention,
        ELSEWHERE_AT_MOST_MS,
        house.marking,
    )
    eraser = _eraser(house)
    forgetter = Forgetter(house.store, house.shutting.issuer)
    exporter = Exporter(house.store, house.vault, house.revocations, house.clock, house.progress, archive_page)
    return {
        "make": maker.make,
        "send": sender.make,
        "erase": eraser.erase,
        "forget": forgetter.forget,
        "export": exporter.export,
    }


def _follower(house: House) -> Follower:
    copies = {name: RemoteCopies(route) for name, route in house.remote.items()}
    return Follower(house.store, house.shutting.issuer, copies)


def _eraser(house: House) -> Eraser:
    return Eraser(house.store, house.vault, house.revocations, house.shutting.issuer)
