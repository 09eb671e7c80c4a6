"""Fifty people at work: each does something, looks at it for about a second, and does the next thing."""

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from core.generation.order import Wish
from core.videos import AssetId, AssetRole, VideoId
from tests.erasing import House
from tests.parts import HERE
from tests.talk import Talk

PEOPLE = 50
OPENED_BYTES = 256 * 1024
SIZE_BYTES = 300_000
PAUSE_S = (0.5, 1.5)
SEED = 20261130

Act = Callable[[], Awaitable[object]]


@dataclass
class Work:
    """How long each act took, in milliseconds: all of one time, by what it was."""

    taken_ms: dict[str, list[float]] = field(default_factory=dict)

    @property
    def acts(self) -> int:
        """How many there were."""
        return sum(len(one) for one in self.taken_ms.values())

    @property
    def p95_ms(self) -> float:
        """The 95th percentile of all."""
        every = [one for its in self.taken_ms.values() for one in its]
        return statistics.quantiles(every, n=20)[-1]


@dataclass
class Workers:
    """The people, and what they did since the last look."""

    acts: Sequence[Mapping[str, Act]]
    work: Work = field(default_factory=Work)

    def since(self) -> Work:
        """Give what was done since the last look, and begin anew."""
        done, self.work = self.work, Work()
        return done

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Let all work for the length of a block."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._live(number, its)) for number, its in enumerate(self.acts)]
            yield
            for task in tasks:
                task.cancel()

    async def _live(self, number: int, acts: Mapping[str, Act]) -> None:
        chance = random.Random(SEED + number)  # noqa: S311 - repeatable
        await asyncio.sleep(chance.uniform(0, PAUSE_S[1]))
        while True:
            name = chance.choice(sorted(acts))
            begun = time.perf_counter()
            await acts[name]()
            self.work.taken_ms.setdefault(name, []).append((time.perf_counter() - begun) * 1_000)
            await asyncio.sleep(chance.uniform(*PAUSE_S))


async def workers_in(talk: Talk, house: House) -> Workers:
    """Meet the people, each with a video that is ready."""
    chat, acts = Chat(talk.services), []
    for number in range(PEOPLE):
        asker = await talk.asker(f"worker {number}")
        video = await house.made(asker.viewer, SIZE_BYTES)
        view = await house.parts.seen(asker.viewer, video)
        (output,) = [one.id for one in view.assets if one.role is AssetRole.OUTPUT]
        acts.append(_acts(chat, house, asker, output))
    return Workers(acts)


def _acts(chat: Chat, house: House, asker: Asker, output: AssetId) -> Mapping[str, Act]:
    parts = house.parts

    async def opened() -> None:
        async with parts.store.read() as reads:
            found = await reads.asset(asker.viewer, output, HERE)
        assert found is not None
        stream = await parts.vault.open(output, found[1])
        async for _ in stream.read(0, OPENED_BYTES):
            pass

    async def ordered() -> None:
        video: VideoId = await parts.create(asker.viewer, Wish("a lighthouse at dusk", seconds=3))
        async with parts.store.write() as writes:
            await writes.move_video(video, "cancel", actor=asker.person)

    return {
        "library": lambda: chat.ask("videos", {}, asker),
        "privacy": lambda: chat.ask("privacy", {"video": VideoRef("#1")}, asker),
        "opening": opened,
        "order": ordered,
    }
