"""The fake of Discord refuses what Discord refuses, each limit with its own status and code."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.interactions import CHOICES, DEFER, MODAL, SEND, UPDATE
from tests.fakes.discord_wire.places import Channel
from tests.fakes.discord_wire.refusals import Json
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town

FORM = 50035
COMMAND = {"name": "say", "description": "Say it", "type": 1}
EPHEMERAL = {"flags": 64}
FILE = tuple[str, bytes]


class Api:
    """The bot's requests, written by hand: (status, body) of each answer."""

    def __init__(self, fake: DiscordWire, session: aiohttp.ClientSession) -> None:
        """Ask `fake`."""
        self.fake = fake
        self.session = session

    async def ask(self, method: str, path: str, body: object = None, *files: FILE) -> tuple[int, Any]:
        """Send one request, as a form where there are files."""
        headers, form = {"Authorization": f"Bot {self.fake.token}"}, None
        if files:
            form = aiohttp.FormData()
            form.add_field("payload_json", json.dumps(body))
            for number, (name, content) in enumerate(files):
                form.add_field(f"files[{number}]", content, filename=name)
        given = None if files else body
        async with self.session.request(
            method, self.fake.api_base + path, headers=headers, data=form, json=given
        ) as answer:
            return answer.status, await answer.json() if answer.status != 204 else None

    async def respond(self, asked: Answer, kind: int, data: Json | None = None, *files: FILE) -> tuple[int, Any]:
        """Give a first response."""
        path = f"/interactions/{asked.asked.id}/{asked.asked.token}/callback"
        return await self.ask("POST", path, {"type": kind} | ({"data": data} if data else {}), *files)

    async def by_token(self, asked: Answer, method: str, path: str, data: Json | None = None) -> tuple[int, Any]:
        """Use an interaction's token."""
        return await self.ask(method, f"/webhooks/{self.fake.me.id}/{asked.asked.token}{path}", data)

    async def declare(self, *commands: Json) -> tuple[int, Any]:
        """Put a whole set of commands."""
        return await self.ask("PUT", f"/applications/{self.fake.me.id}/commands", list(commands))


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[DiscordWire]:
    """A Discord that checks its own rules alone, without the specification, and counts no requests."""
    async with DiscordWire(checks_spec=False) as running:
        running.rates.on = False
        yield running


@pytest_asyncio.fixture
async def api(fake: DiscordWire) -> AsyncIterator[Api]:
    """The bot, with one command."""
    async with aiohttp.ClientSession() as session:
        made = Api(fake, session)
        assert (await made.declare(COMMAND))[0] == 200
        yield made


@pytest.fixture
def ada(fake: DiscordWire) -> Person:
    """A person."""
    return Town(fake).person("ada")


@pytest.fixture
def club(ada: Person) -> Server:
    """Her server, with the bot."""
    return ada.town.guild("club", ada)


async def _asked(ada: Person, club: Server | Channel | None) -> Answer:
    return await ada.command(club, "say", waits=None)


def _button(name: str) -> Json:
    return {"type": 2, "style": 1, "label": "x", "custom_id": name}


def _row(*parts: Json) -> Json:
    return {"type": 1, "components": list(parts)}


MESSAGES: dict[str, Json] = {
    "content": {"content": "x" * 2001},
    "eleven embeds": {"embeds": [{"title": "x"}] * 11},
    "embeds over 6000": {"embeds": [{"description": "x" * 3001}] * 2},
    "title": {"embeds": [{"title": "x" * 257}]},
    "field": {"embeds": [{"fields": [{"name": "x", "value": "x" * 1025}]}]},
    "six rows": {"content": "x", "components": [_row(_button(str(n))) for n in range(6)]},
    "six buttons": {"content": "x", "components": [_row(*(_button(str(n)) for n in range(6)))]},
    "same custom_id": {"content": "x", "components": [_row(_button("a")), _row(_button("a"))]},
    "custom_id": {"content": "x", "components": [_row(_button("x" * 101))]},
    "label": {"content": "x", "components": [_row(_button("a") | {"label": "x" * 81})]},
    "text input": {"content": "x", "components": [_row({"type": 4, "custom_id": "a", "style": 1, "label": "x"})]},
}


@pytest.mark.parametrize("body", MESSAGES.values(), ids=MESSAGES.keys())
async def test_a_message_over_a_limit_is_refused(api: Api, ada: Person, club: Server, body: Json) -> None:
    """The same limits hold in a channel, in a first response, and in an edit; the person sees nothing of it."""
    where = f"/channels/{club.general.id}/messages"
    assert (await api.ask("POST", where, body))[1]["code"] == FORM
    asked = await _asked(ada, club)
    assert (await api.respond(asked, SEND, body))[1]["code"] == FORM
    assert (await api.respond(asked, SEND, {"content": "well"}))[0] == 204
    assert (await api.by_token(asked, "PATCH", "/messages/@original", body))[1]["code"] == FORM
    assert [one.content for one in api.fake.seen.by(ada.user)] == ["well"]


async def test_an_empty_message_is_refused(api: Api, club: Server) -> None:
    """Nothing to show is no message."""
    assert await api.ask("POST", f"/channels/{club.general.id}/messages", {"content": ""}) == (
        400,
        {"message": "Cannot send an empty message", "code": 50006},
    )


async def test_a_first_response_comes_once_and_in_time(api: Api, ada: Person, club: Server) -> None:
    """A second acknowledgement is 40060, one after three seconds 10062."""
    asked, late = await _asked(ada, club), await _asked(ada, club)
    assert (await api.respond(asked, DEFER, EPHEMERAL))[0] == 204
    assert (await api.respond(asked, SEND, {"content": "x"}))[1]["code"] == 40060
    api.fake.clock.advance(3.1)
    assert (await api.respond(late, DEFER))[1]["code"] == 10062
    assert late.messages == []


async def test_a_token_lasts_fifteen_minutes(api: Api, ada: Person, club: Server) -> None:
    """Edits go until then, and no longer; before a first response there is nothing to edit."""
    asked, unanswered = await _asked(ada, club), await _asked(ada, club)
    assert (await api.by_token(unanswered, "POST", "", {"content": "x"}))[1]["code"] == 10015
    await api.respond(asked, DEFER)
    api.fake.clock.advance(14 * 60)
    assert (await api.by_token(asked, "PATCH", "/messages/@original", {"content": "x"}))[0] == 200
    api.fake.clock.advance(61)
    assert (await api.by_token(asked, "PATCH", "/messages/@original", {"content": "y"}))[1]["code"] == 50027
    assert asked.text == "x"


async def test_a_deferral_decides_who_sees(api: Api, ada: Person, club: Server) -> None:
    """The first follow-up takes the deferral's place and its choice; the next may choose anew."""
    asked = await _asked(ada, club)
    await api.respond(asked, DEFER, EPHEMERAL)
    await api.by_token(asked, "POST", "", {"content": "first"})
    await api.by_token(asked, "POST", "", {"content": "second"})
    assert [(one.content, one.ephemeral) for one in asked.messages] == [("first", True), ("second", False)]


async def test_files_are_as_large_as_a_place_allows(api: Api, ada: Person, club: Server) -> None:
    """A byte more is 413 with 40005, in a channel and by a token."""
    club.guild.upload_bytes = 1000
    fits, more = ("a.bin", b"x" * 1000), ("a.bin", b"x" * 1001)
    where, asked = f"/channels/{club.general.id}/messages", await _asked(ada, club)
    status, told = await api.ask("POST", where, {}, more)
    assert (status, told["code"]) == (413, 40005)
    assert (await api.ask("POST", where, {}, fits))[0] == 200
    assert (await api.respond(asked, SEND, {}, more))[1]["code"] == 40005
    assert (await api.respond(asked, SEND, {}, fits))[0] == 204


@pytest.mark.parametrize(
    "modal",
    [
        {"title": "x" * 46, "custom_id": "a"},
        {"title": "x", "custom_id": "x" * 101},
        {"title": "x", "custom_id": "a", "components": []},
        {"title": "x", "custom_id": "a", "components": [_row(_button("b"))]},
    ],
)
async def test_a_modal_over_a_limit_is_refused(api: Api, ada: Person, club: Server, modal: Json) -> None:
    """Title 45, one to five parts, and only what belongs in a form."""
    row = _row({"type": 4, "custom_id": "n", "style": 1, "label": "Name"})
    asked = await _asked(ada, club)
    assert (await api.respond(asked, MODAL, {"components": [row]} | modal))[1]["code"] == FORM
    six = [_row({"type": 4, "custom_id": str(n), "style": 1, "label": "Name"}) for n in range(6)]
    assert (await api.respond(asked, MODAL, {"title": "x", "custom_id": "a", "components": six}))[1]["code"] == FORM
    assert (await api.respond(asked, MODAL, {"title": "x", "custom_id": "a", "components": [row]}))[0] == 204


async def test_a_response_fits_what_was_asked(api: Api, ada: Person, club: Server) -> None:
    """A command is not answered by choices or an update, and a modal after a deferral is too late."""
    asked = await _asked(ada, club)
    assert (await api.respond(asked, CHOICES, {"choices": []}))[1]["code"] == FORM
    assert (await api.respond(asked, UPDATE, {"content": "x"}))[1]["code"] == FORM
    await api.respond(asked, DEFER)
    assert (await api.respond(asked, MODAL, {"title": "x", "custom_id": "a"}))[1]["code"] == 40060


def _option(**more: Any) -> Json:
    return {"type": 3, "name": "text", "description": "x", **more}


CHOICES_OF_100 = [{"name": f"{n:x>100}", "value": f"{n:x>100}"} for n in range(25)]
COMMANDS: dict[str, Json] = {
    "upper case": {"name": "Say"},
    "long name": {"name": "x" * 33},
    "space": {"name": "say it"},
    "description": {"description": "x" * 101},
    "26 options": {"options": [_option(name=f"o{n}") for n in range(26)]},
    "26 choices": {"options": [_option(choices=[{"name": str(n), "value": str(n)} for n in range(26)])]},
    "8000 characters": {"options": [_option(name=name, choices=CHOICES_OF_100) for name in "ab"]},
    "locale": {"description_localizations": {"xx": "x"}},
    "required last": {"options": [_option(), _option(name="b", required=True)]},
}


@pytest.mark.parametrize("more", COMMANDS.values(), ids=COMMANDS.keys())
async def test_a_command_over_a_limit_is_refused(api: Api, more: Json) -> None:
    """The whole set is refused, and what was there stays."""
    assert (await api.declare(COMMAND | more))[1]["code"] == FORM
    assert [one["name"] for one in api.fake.world.commands] == ["say"]


async def test_two_hundred_commands_are_made_a_day(api: Api) -> None:
    """The 201st is refused until a day is over; unchanged ones don't count."""
    await api.declare(*(COMMAND | {"name": f"a{n}"} for n in range(100)))
    await api.declare(*(COMMAND | {"name": f"b{n}"} for n in range(99)))
    assert (await api.declare(*(COMMAND | {"name": f"b{n}"} for n in range(99))))[0] == 200
    assert (await api.declare(COMMAND | {"name": "c"}))[1]["code"] == 30034
    api.fake.clock.advance(24 * 3600 + 1)
    assert (await api.declare(COMMAND | {"name": "c"}))[0] == 200


async def test_too_many_requests_are_told_how_long_to_wait(api: Api, club: Server) -> None:
    """A bucket's sixth message is a 429 with Via, and the fifty-first request of a second one over all."""
    api.fake.rates.on = True
    answers = [await api.ask("POST", f"/channels/{club.general.id}/messages", {"content": "x"}) for _ in range(6)]
    assert [status for status, _ in answers] == [200] * 5 + [429]
    assert not answers[-1][1]["global"]
    assert 0 < answers[-1][1]["retry_after"] <= 5
    verdicts = [api.fake.rates.ask("GET", "any", str(n)) for n in range(50)]
    assert verdicts[-1].over_all
    assert verdicts[-1].retry_after_s


async def test_what_the_specification_refuses_is_recorded(fake: DiscordWire, shared: Path) -> None:
    """A request that breaks Discord's own document is answered 400 and stands in `refusals`."""
    async with DiscordWire() as strict, aiohttp.ClientSession() as session:
        assert strict.checked
        api = Api(strict, session)
        assert (await api.declare(COMMAND | {"description": "x" * 101}))[0] == 400
        assert (await api.ask("GET", "/nowhere"))[0] == 400
        assert [one.path for one in strict.refusals] == [f"/applications/{strict.me.id}/commands", "/nowhere"]
    assert shared.name == "shared"
    assert not fake.checked
