"""Discord: /privacy through the real service, beside a bare echo bot of the same library on the same fake."""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from tests.bench.resting import until_resting
from tests.bench.row import Row
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.wire_discord.living import living

AT_ONCE = 20
COMMANDS = 400
BURST = 200
ROUNDS = 3
FIRST_RESPONSE_MOST_MS = 3_000
RATIO_LEAST = 0.4


def rows() -> list[Row]:
    """Measure both in turns, each alone with the fake."""
    return asyncio.run(_rows())


async def _rows() -> list[Row]:
    rates: list[float] = []
    echoes: list[float] = []
    for _ in range(ROUNDS):
        rate, slowest_ms = await _ours()
        rates.append(rate)
        echoes.append(await _echo())
    ours, bare = statistics.median(rates), statistics.median(echoes)
    how = f"{COMMANDS} commands, {AT_ONCE} at once, the median of {ROUNDS} rounds; the fake shares the two cores"
    return [
        Row("/echo of a bare discord.py bot", bare, "a second", "", reached=True, note=how),
        Row("/privacy", ours, "a second", "", reached=True, note=how),
        Row("/privacy beside /echo", ours / bare, "x", f"at least {RATIO_LEAST}", ours / bare >= RATIO_LEAST, how),
        Row(
            f"{BURST} commands at once: the slowest first response",
            slowest_ms,
            "ms",
            f"at most {FIRST_RESPONSE_MOST_MS}",
            slowest_ms <= FIRST_RESPONSE_MOST_MS,
            "by the fake's clock, from the gateway's event to the callback",
        ),
    ]


async def _ours() -> tuple[float, int]:
    """Give the rate, and how long the slowest of a burst waited for its first response, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        async with DiscordWire(checks_spec=False) as fake:
            server, people = _people(fake)
            async with living(Path(folder), fake) as service:
                await until_resting(service)
                await _each(people, lambda one: _privacy(one, server))
                rate = await _rate(people, lambda one: _privacy(one, server))
                slowest_ms = max(await asyncio.gather(*(_privacy(people[n % AT_ONCE], server) for n in range(BURST))))
    return rate, slowest_ms


async def _privacy(person: Person, server: Server) -> int:
    answer = await person.command(server, "privacy", waits=30.0)
    return answer.asked.first_response_ms or 0


async def _echo() -> float:
    async with DiscordWire(checks_spec=False) as fake:
        server, people = _people(fake)
        command = [sys.executable, "-m", "tests.fakes.discord_echo_bot", fake.api_base, fake.gateway_url, fake.token]
        with await asyncio.to_thread(partial(subprocess.Popen, command, stdout=subprocess.PIPE)) as bot:
            try:
                assert bot.stdout is not None
                await asyncio.to_thread(bot.stdout.readline)
                await fake.gateway.until_connected(1)
                await fake.world.until(lambda: fake.world.commands, 30, "the command")
                await _each(people, lambda one: one.command(server, "echo", text="hello", waits=30.0))
                return await _rate(people, lambda one: one.command(server, "echo", text="hello", waits=30.0))
            finally:
                bot.terminate()


def _people(fake: DiscordWire) -> tuple[Server, list[Person]]:
    town = Town(fake)
    people = [town.person(f"person{number}") for number in range(AT_ONCE)]
    return town.guild("club", town.person("owner"), *people), people


async def _each(people: list[Person], give: Callable[[Person], Awaitable[object]]) -> None:
    """Let everybody do it once: what is loaded at the first time isn't measured."""
    for one in people:
        await give(one)


async def _rate(people: list[Person], give: Callable[[Person], Awaitable[object]]) -> float:
    """Give how many a second are answered when everybody asks again as soon as they are answered."""

    async def again(one: Person) -> None:
        for _ in range(COMMANDS // len(people)):
            await give(one)

    began = time.perf_counter()
    await asyncio.gather(*(again(one) for one in people))
    return COMMANDS / (time.perf_counter() - began)


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
