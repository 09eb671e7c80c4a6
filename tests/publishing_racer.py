"""Two sides of a race for one publication, as use cases make them: `python -m tests.publishing_racer DATA_DIR SIDE`.

The people are read from a JSON line on standard input, then rounds of races as lines; each is answered by the numbers
of those in which the side's act was done.
"""

import asyncio
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from core.erasure.erase import Shutting, request
from core.erasure.receipts import Issuer
from core.errors import HushreelError
from core.people import CommunityId, PersonId, Role, Viewer
from core.publishing.review import Reviewing, Ruling
from core.publishing.withdraw import unpublish
from core.storage.database import open_database
from core.storage.journal import ErasureJournal
from core.storage.keys import MasterKey, ReceiptKey
from core.storage.revocations import RevocationSequence
from core.storage.store import SqlStore
from core.videos import PublicationId, VideoId
from tests.fakes.time import FakeClock, SeededIds
from tests.parts import HERE

Race = tuple[str, str, str]
"""Which race, the publication and its video."""

AT_ONCE = 16
KINDS = ("two moderators", "owner and moderator", "delete and approve", "hold and post")


@dataclass(frozen=True)
class Side:
    """Who races, and on what."""

    store: SqlStore
    shutting: Shutting
    owner: Viewer
    first: Viewer
    second: Viewer

    async def attempt(self, race: Race, side: int) -> bool:
        """Try one side's act, and say whether it was done."""
        kind, publication, video = race[0], PublicationId(UUID(race[1])), VideoId(UUID(race[2]))
        reviewing = Reviewing(self.store, FakeClock())
        try:
            match kind, side:
                case ("two moderators", 1):
                    await reviewing.decline(self.second, publication, 1, Ruling(), HERE)
                case ("owner and moderator", 0):
                    await unpublish(self.owner, video, HERE, store=self.store)
                case ("delete and approve", 0):
                    await request(self.owner, video, HERE, self.shutting)
                case ("hold and post", 0):
                    await reviewing.hold(self.first, publication, HERE)
                case ("hold and post", 1):
                    async with self.store.write() as writes:
                        await writes.move_publication(publication, 1, "post")
                case _:
                    await reviewing.approve(self.first, publication, 1, HERE)
        except HushreelError:
            return False
        return True

    async def run(self, races: Sequence[Race], sides: Sequence[int]) -> dict[int, list[int]]:
        """Let some sides try every race, many at once, in any order; give the numbers of those that each did."""
        done: dict[int, list[int]] = {side: [] for side in sides}
        room = asyncio.Semaphore(AT_ONCE)

        async def one(number: int, side: int) -> None:
            async with room:
                if await self.attempt(races[number], side):
                    done[side].append(number)

        async with asyncio.TaskGroup() as running:
            for number in range(len(races)):
                for side in random.sample(sides, len(sides)):
                    running.create_task(one(number, side))
        return done


def viewers(people: Sequence[str]) -> Sequence[Viewer]:
    """Read the owner and two moderators from their ids and the community's, the last."""
    *names, community = (UUID(one) for one in people)
    roles = (Role.MEMBER, Role.MODERATOR, Role.MODERATOR)
    return [Viewer(PersonId(one), {CommunityId(community): role}) for one, role in zip(names, roles, strict=True)]


async def main(data: Path, side: int) -> None:
    """Race as one process, one round after the other until standard input ends."""
    database = open_database(data / "hushreel.db")
    key = MasterKey.load(data.parent / "keys" / "master.key", data)
    store = SqlStore(database, key, FakeClock(), SeededIds(1 + side))
    journal = ErasureJournal(data.parent / "keys" / "erasure.journal", data, FakeClock())
    revocations = RevocationSequence(data / "revoked.log")
    issuer = Issuer(ReceiptKey.load(data.parent / "keys" / "receipt.key"), FakeClock(), SeededIds(2 + side))
    racer = Side(store, Shutting(store, journal, revocations, issuer), *viewers(json.loads(sys.stdin.readline())))
    while line := await asyncio.to_thread(sys.stdin.readline):
        done = await racer.run(json.loads(line), [side])
        sys.stdout.write(json.dumps(done[side]) + "\n")
        sys.stdout.flush()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
