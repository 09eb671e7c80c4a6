"""Bad days of Discord's gateway: it comes back, and nobody is answered twice."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.service import Service
from tests.wire_discord.living import living

pytestmark = pytest.mark.timeout(180)

BACK_WITHIN_S = 60.0


def first_responses(fake: DiscordWire, *answers: Answer) -> list[int]:
    """Count the first responses to each."""
    return [
        sum(one.path.startswith(f"/interactions/{answer.asked.id}/") for one in fake.requests) for answer in answers
    ]


async def test_a_replayed_event_is_answered_once(fake: DiscordWire, house: Service, club: Server, ada: Person) -> None:
    """After a break the gateway sends the last events again; each has one answer, plain words too."""
    asked = [await ada.command(club, "about") for _ in range(3)]
    ada.say(None, "Can others see my videos?")
    await ada.next_message(None)
    fake.gateway.repeated = 20
    await fake.gateway.drop()
    await fake.world.until(lambda: fake.gateway.resumed, BACK_WITHIN_S, "a resume")
    asked.append(await ada.command(club, "about"))
    await asyncio.sleep(2)
    assert first_responses(fake, *asked) == [1, 1, 1, 1]
    assert len(ada.inbox()) == 1
    assert house.process is not None


async def test_what_came_during_a_break_is_answered_after_it(
    fake: DiscordWire, house: Service, club: Server, ada: Person
) -> None:
    """A command given while the connection is broken reaches the service with the resume."""
    await fake.gateway.drop()
    answer = await ada.command(club, "about")
    assert first_responses(fake, answer) == [1]
    assert len(fake.gateway.identified) == 1
    assert house.process is not None


async def test_a_slow_gateway_is_waited_for(fake: DiscordWire, house: Service, club: Server, ada: Person) -> None:
    """With every event a second late, the first response still comes within Discord's 3 s."""
    fake.gateway.lag_s = 1.0
    asking: dict[str, dict[str, Any]] = {"about": {}, "create": {"prompt": "a calm sea", "seconds": 3}}
    for name, given in asking.items():
        answer = await ada.command(club, name, **given)
        assert answer.asked.first_response_ms is not None
        assert answer.asked.first_response_ms < 3000
    assert house.process is not None


async def _invalid(fake: DiscordWire) -> None:
    await fake.gateway.invalidate()


async def _invalid_but_resumable(fake: DiscordWire) -> None:
    await fake.gateway.invalidate(resumable=True)


async def _asked_to_reconnect(fake: DiscordWire) -> None:
    await fake.gateway.reconnect()


async def _refused_to_resume(fake: DiscordWire) -> None:
    fake.gateway.refuses_resumes = True
    await fake.gateway.drop()


async def _closed(fake: DiscordWire) -> None:
    await fake.gateway.drop(4000)


async def _begun_anew(fake: DiscordWire) -> None:
    port = fake.port
    await fake.stop()
    await asyncio.sleep(1)
    await fake.start(port)


@pytest.mark.parametrize(
    "happens",
    [_invalid, _invalid_but_resumable, _asked_to_reconnect, _refused_to_resume, _closed, _begun_anew],
    ids=lambda one: one.__name__.strip("_"),
)
async def test_it_comes_back(
    fake: DiscordWire,
    house: Service,
    club: Server,
    ada: Person,
    happens: Callable[[DiscordWire], Awaitable[None]],
) -> None:
    """Whatever ends a session, there is another one, and a command has one answer."""
    before = await ada.command(club, "about")
    sessions = len(fake.gateway.identified) + len(fake.gateway.resumed)
    await happens(fake)
    await fake.world.until(
        lambda: len(fake.gateway.identified) + len(fake.gateway.resumed) > sessions, BACK_WITHIN_S, "another session"
    )
    await fake.gateway.until_connected(within_s=BACK_WITHIN_S)
    after = await ada.command(club, "about")
    assert first_responses(fake, before, after) == [1, 1]
    assert house.process is not None
    assert "Traceback" not in house.log


async def test_two_shards_share_the_servers(fake: DiscordWire, town: Town, ada: Person, tmp_path: Path) -> None:
    """With two shards each server is answered by its own, once; private chats by the first."""
    servers: dict[int, Server] = {}
    while len(servers) < 2:
        await asyncio.sleep(0.001)
        made = town.guild("club", ada)
        servers.setdefault((made.id >> 22) % 2, made)
    async with living(tmp_path / "house", fake, shards=2, DISCORD_SHARDS="2"):
        assert sorted(tuple(one["shard"]) for one in fake.gateway.identified) == [(0, 2), (1, 2)]
        asked = [await ada.command(place, "about") for place in (servers[0], servers[1], None)]
        await fake.gateway.drop()
        await fake.world.until(lambda: len(fake.gateway.resumed) == 2, BACK_WITHIN_S, "two resumes")
        asked += [await ada.command(place, "about") for place in (servers[0], servers[1], None)]
        assert first_responses(fake, *asked) == [1] * 6
