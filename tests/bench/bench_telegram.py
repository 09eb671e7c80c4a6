"""Telegram: /privacy through the real service, beside a bare echo bot of the same library on the same fake."""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

from tests.bench.resting import until_resting
from tests.bench.row import Row
from tests.fakes.telegram_wire.happening import NothingHappened
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.wire_telegram.living import living

PEOPLE = 200
ROUNDS = 3
PRESSES = 100
RATIO_LEAST = 0.4
REST_MOST_MS = 3_000
REST_WAITED_S = 30.0
"""A button that still spins after this counts as if it rested then: Telegram takes no answer any more."""

ALL_WITHIN_S = 120.0


@dataclass(frozen=True)
class Reached:
    """How many are answered a second, and how much of a core one answer takes, in seconds."""

    rate: float
    cpu_s: float


def rows() -> list[Row]:
    """Measure both in turns, each alone with the fake."""
    return asyncio.run(_rows())


async def _rows() -> list[Row]:
    measured = [(await _ours(), await _echo()) for _ in range(ROUNDS)]
    rate = statistics.median(one.rate for (one, _), _ in measured)
    bare_rate = statistics.median(one.rate for _, one in measured)
    cpu_s = statistics.median(one.cpu_s for (one, _), _ in measured)
    bare_cpu_s = statistics.median(one.cpu_s for _, one in measured)
    slowest_ms = max(slowest for (_, slowest), _ in measured)
    how = f"{PEOPLE} people in one moment, Telegram's 30 a second kept, the median of {ROUNDS} rounds"
    own = "processor time of the bot's process alone: within the rates both wait most of the time"
    return [
        Row("/echo of a bare python-telegram-bot", bare_rate, "a second", "", reached=True, note=how),
        Row("/privacy", rate, "a second", "", reached=True, note=how),
        Row(
            "/privacy beside /echo",
            rate / bare_rate,
            "x",
            f"at least {RATIO_LEAST}",
            rate / bare_rate >= RATIO_LEAST,
            how,
        ),
        Row("/echo: processor time of one", bare_cpu_s * 1000, "ms", "", reached=True, note=own),
        Row("/privacy: processor time of one", cpu_s * 1000, "ms", "", reached=True, note=own),
        Row(
            "what a core answers: /privacy beside /echo",
            bare_cpu_s / cpu_s,
            "x",
            f"at least {RATIO_LEAST}",
            bare_cpu_s / cpu_s >= RATIO_LEAST,
            own,
        ),
        Row(
            f"{PRESSES} presses at once: the slowest rest of a button",
            slowest_ms,
            "ms",
            f"at most {REST_MOST_MS}",
            slowest_ms <= REST_MOST_MS,
            "by the fake's clock, from the press to answerCallbackQuery, while the messages wait for their turn",
        ),
    ]


async def _ours() -> tuple[Reached, int]:
    """Give what is reached, and how long the slowest of many buttons spun, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        async with TelegramWire(checks_spec=False) as fake:
            people = _people(fake)
            async with living(Path(folder), fake) as service:
                reached = await _reached(people, "/privacy", await until_resting(service))
                slowest_ms = max(await asyncio.gather(*(_rested(one) for one in people[:PRESSES])))
    return reached, slowest_ms


async def _rested(person: Person) -> int:
    message = person.inbox()[-1]
    label = next(one["text"] for one in message.now.buttons if "callback_data" in one)
    answer = await person.presses(message, label, waits=None)
    with suppress(NothingHappened):
        await answer.seen(REST_WAITED_S)
    query = answer.query
    assert query is not None
    return round(REST_WAITED_S * 1000) if query.answered_ms is None else query.answered_ms - query.at_ms


async def _echo() -> Reached:
    async with TelegramWire(checks_spec=False) as fake, _echoing(fake) as bot:
        return await _reached(_people(fake), "hello", psutil.Process(bot.pid))


@asynccontextmanager
async def _echoing(fake: TelegramWire) -> AsyncIterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.fakes.telegram_echo_bot", fake.api_base, fake.token]
    with await asyncio.to_thread(partial(subprocess.Popen, command, text=True)) as bot:
        try:
            await fake.until_asked()
            yield bot
        finally:
            bot.kill()  # asked to end, it would ask the fake a last time, which waits for it here


def _people(fake: TelegramWire) -> list[Person]:
    town = Town(fake)
    return [town.person(f"person{number:03}") for number in range(PEOPLE)]


async def _reached(people: list[Person], text: str, process: psutil.Process) -> Reached:
    """Let everybody ask twice, and measure the second time: what is loaded at the first isn't measured."""

    async def ask(one: Person) -> None:
        await one.says(text, waits=ALL_WITHIN_S)

    await _each(people, ask)
    cpu_before_s, began = _cpu_s(process), time.perf_counter()
    await _each(people, ask)
    return Reached(len(people) / (time.perf_counter() - began), (_cpu_s(process) - cpu_before_s) / len(people))


async def _each(people: list[Person], do: Callable[[Person], Awaitable[object]]) -> None:
    await asyncio.gather(*(do(one) for one in people))


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
