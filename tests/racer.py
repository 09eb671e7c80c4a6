"""Contradicting changes, and one side of a race for them: `python -m tests.racer DATA_DIR KEY_FILE SIDE`.

The side reads rounds of pairs as JSON lines on standard input, and answers each by the numbers of those that it won.
"""

import asyncio
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from core.errors import LostRace
from core.people import PersonId
from core.storage.database import open_database
from core.storage.keys import MasterKey
from core.storage.store import SqlStore
from core.videos import PublicationId, VideoId
from tests.fakes.time import FakeClock, SeededIds

Pair = tuple[str, str, str, str]
"""What kind of thing, its id or token, and what each side wants to do with it."""

AT_ONCE = 16
SPENDER = PersonId(UUID(int=1))


async def attempt(store: SqlStore, pair: Pair, side: int) -> bool:
    """Try one side's change in a transaction of its own, and say whether it won."""
    kind, subject, verb = pair[0], pair[1], pair[2 + side]
    try:
        async with store.write() as writes:
            match kind:
                case "publication":
                    await writes.move_publication(PublicationId(UUID(subject)), 1, verb)
                case "video":
                    await writes.move_video(VideoId(UUID(subject)), verb)
                case _:
                    return await writes.spend(subject, SPENDER) is not None
    except LostRace:
        return False
    return True


async def race(store: SqlStore, pairs: Sequence[Pair], sides: Sequence[int]) -> dict[int, list[int]]:
    """Let some sides try every pair, many at once, in any order; give the numbers of the pairs that each won."""
    won: dict[int, list[int]] = {side: [] for side in sides}
    room = asyncio.Semaphore(AT_ONCE)

    async def run(number: int, side: int) -> None:
        async with room:
            if await attempt(store, pairs[number], side):
                won[side].append(number)

    async with asyncio.TaskGroup() as running:
        for number in range(len(pairs)):
            for side in random.sample(sides, len(sides)):
                running.create_task(run(number, side))
    return won


async def main(data: Path, key_file: Path, side: int) -> None:
    """Race as one process, one round after the other until standard input ends."""
    database = open_database(data / "hushreel.db")
    store = SqlStore(database, MasterKey.load(key_file, data), FakeClock(), SeededIds(1 + side))
    while line := await asyncio.to_thread(sys.stdin.readline):
        won = await race(store, json.loads(line), [side])
        sys.stdout.write(json.dumps(won[side]) + "\n")
        sys.stdout.flush()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
