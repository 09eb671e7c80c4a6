"""Nothing leads in that isn't in the table of ways in, and nothing stands there that doesn't."""

import re
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bots.__main__ import main
from bots.chat.catalog import CATALOGUE, PRESSES, offered
from bots.chat.command import Access
from bots.chat.dispatch import Chat
from bots.discord_bot import doors as discord_doors
from bots.discord_bot import render as discord_render
from bots.discord_bot import sources as discord_sources
from bots.discord_bot.client import HushreelClient
from bots.discord_bot.slash import MENUS, payload
from bots.settings import Settings, load
from bots.telegram_bot import questionnaire, render, sources, welcome
from bots.telegram_bot.bot import ALLOWED
from bots.telegram_bot.hearing import CANCEL, START, STARTS
from bots.texts.lookup import Texts
from bots.web.app import application
from bots.web.catalogue import MAY_GIVE
from bots.web.guard import DemoGuard
from bots.web.live import LivePages
from bots.web.policy import Papers
from bots.wiring.conversation import services
from bots.wiring.house import open_house
from bots.wiring.promises import policy_facts
from bots.wiring.routes import hook_routes
from bots.wiring.telegram import telegram_for
from bots.wiring.web import demo_routes, public_routes
from core.gate import Action
from core.intake.held import Held
from core.knocks import MARK
from knowledge.nearby import Nearby
from tests.authorization.table import TABLE, kinds, ways

PUBLIC = {
    "PUBLIC_URL": "https://videos.example.org",
    "TELEGRAM_TOKEN": "1:x",
    "TELEGRAM_WEBHOOK_URL": "https://videos.example.org/hooks/telegram",
    "KLING_API_KEY": "key",
    "OPERATOR_NAME": "Ada",
    "OPERATOR_CONTACT": "ada@example.org",
}


def agree(kind: str, found: Collection[str]) -> None:
    """Fail with what to do where the code and the table differ."""
    told = ways(kind)
    unlisted, gone = sorted(set(found) - set(told)), sorted(set(told) - set(found))
    where = f"tests/authorization/{TABLE.name}"
    assert not unlisted, (
        f"{', '.join(unlisted)}: a way in that nobody decided about. Add a row under [{kind}] of {where}: "
        "who may use it, what it is about and what the gate is asked, as the design has it (the columns are explained "
        "at the top of that file)."
    )
    assert not gone, f"{', '.join(gone)}: in [{kind}] of {where}, and nothing in the code. Take the row out."


def test_the_table_can_be_read() -> None:
    """Every row says who, about what and which actions of the gate, in the table's own words."""
    assert kinds() == {"commands", "presses", "calls", "routes", "discord", "telegram", "cli"}
    for kind in kinds():
        for way in ways(kind).values():
            assert way.asks or way.about not in {"video", "asset", "library", "grant", "desk"}, (
                f"{way}: what is the gate asked?"
            )
            assert not way.acts or way.about == "video", f"{way}: acts is about states of a video"


def test_every_command_is_in_the_table() -> None:
    """Commands, and where they are offered."""
    agree("commands", [one.name for one in CATALOGUE])
    for command in CATALOGUE:
        way = ways("commands")[command.name]
        access = {"admin": Access.ADMIN, "moderator": Access.MODERATOR}.get(way.who, Access.ANYONE)
        assert command.access is access, f"{way}: the table says {way.who}, the code {command.access}"
    allowed = frozenset[Access]().union(*MAY_GIVE.values())
    slash = {str(one["name"]) for one in payload(CATALOGUE, Texts())}
    here = {
        "discord": slash,
        "telegram": {one.name for one in CATALOGUE},
        "demo": {one.name for one in offered(connects=False) if one.listed and one.access in allowed},
    }
    for name, way in ways("commands").items():
        assert way.on == {surface for surface, names in here.items() if name in names}, way


def test_every_press_is_in_the_table() -> None:
    """Buttons, and whether they change anything."""
    agree("presses", PRESSES)
    for name, way in ways("presses").items():
        assert not way.acts or PRESSES[name].changes, f"{way}: a press that changes a video spends a token"
        assert PRESSES[name].of_community == (way.about == "community"), way
        on_posts = way.about == "publication" and way.asks == (Action.REPORT,)
        assert PRESSES[name].shared == (way.who == "moderator" or on_posts), way


def test_every_call_of_the_conversation_is_in_the_table() -> None:
    """What adapters can ask of the conversation: a door that only one platform has ends in one of these."""
    agree("calls", [name for name in vars(Chat) if not name.startswith("_")])


def test_every_door_of_discord_is_in_the_table() -> None:
    """Menus, buttons of its own, and events of the gateway."""
    buttons = (discord_doors.PREFIX, discord_render.FILE, discord_sources.SOURCES)
    events = {name for kind in HushreelClient.__mro__[:2] for name in vars(kind) if name.startswith("on_")}
    agree(
        "discord",
        [
            *(f"menu {one}" for one in MENUS),
            *(f"button {one}" for one in buttons),
            *(f"event {one}" for one in events),
        ],
    )


def test_every_door_of_telegram_is_in_the_table() -> None:
    """Kinds of updates, commands of its own, what links may open, and buttons of its own."""
    buttons = (questionnaire.ASK, render.FILE, sources.SOURCES, welcome.TRY)
    agree(
        "telegram",
        [
            *(f"update {one}" for one in ALLOWED),
            *(f"command {one}" for one in (START, CANCEL)),
            *(f"start {one}" for one in (*STARTS, MARK)),
            *(f"button {one}" for one in buttons),
        ],
    )


def test_every_command_at_the_machine_is_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """`hushreel COMMAND`, as its help lists them."""
    assert main([]) == 0
    listed = capsys.readouterr().out.partition("\ncommands:\n")[2]
    agree("cli", re.findall(r"^    (\w+) ", listed, re.MULTILINE))


def settings(folder: Path, **given: str) -> Settings:
    """Read settings that keep everything in a folder."""
    kept = {"DATA_DIR": "data", "KEY_FILE": "keys/master.key", "ERASURE_JOURNAL": "keys/erasure.journal"}
    values = {name: str(folder / place) for name, place in kept.items()} | given
    return load({f"HUSHREEL_{name}": value for name, value in values.items()}, folder)


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[dict[str, web.Application]]:
    """Join the web application as wiring does, for the demo and for a public address with Telegram posting to it."""
    public = settings(folder, **PUBLIC)
    async with AsyncExitStack() as closing:
        house = await closing.enter_async_context(open_house(public, lambda: None))
        parts = services(house, Nearby(policy_facts(public)))
        chat, held = Chat(parts), Held(house.vault, house.ids)
        closing.push_async_callback(held.close)
        hooks = await closing.enter_async_context(telegram_for(house, parts, Texts()))
        papers = Papers(policy_facts(public), Texts()).routes()
        open_to_all = [*papers, *public_routes(house, chat, str(public.public_url)), *hooks.routes]
        open_to_all += hook_routes(house.store, house.remote)
        demo = await demo_routes(house, chat, LivePages(), held, DemoGuard("t", 1))
        yield {
            "web": application(open_to_all, ready=lambda: True),
            "demo": application([*papers, *demo], ready=lambda: True),
        }


def addresses(app: web.Application) -> Iterator[str]:
    """Give method and path of every route; a GET that answers HEAD as well stands once."""
    routes = [(one.method, one.resource.canonical) for one in app.router.routes() if one.resource is not None]
    for method, path in routes:
        if method != "HEAD" or ("GET", path) not in routes:
            yield f"{method} {path}"


async def test_every_route_is_in_the_table(tmp_path: Path) -> None:
    """Addresses of the demo, and those of a public address."""
    async with served(tmp_path) as apps:
        found = {name: set(addresses(app)) for name, app in apps.items()}
    agree("routes", set.union(*found.values()))
    for route, way in ways("routes").items():
        assert way.on == {name for name, routes in found.items() if route in routes}, way


def test_a_way_in_without_a_row_is_told_with_what_to_do() -> None:
    """Whoever adds a button reads where its row belongs, and what it has to say."""
    with pytest.raises(AssertionError, match=r"wipe: a way in .* Add a row under \[presses\] of tests/authorization/"):
        agree("presses", [*PRESSES, "wipe"])
    with pytest.raises(AssertionError, match=r"erase: in \[presses\].* Take the row out"):
        agree("presses", set(PRESSES) - {"erase"})
