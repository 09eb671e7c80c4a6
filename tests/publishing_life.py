"""A town that publishes and takes back until it is killed: `python -m tests.publishing_life DATA_DIR SEED VIDEOS`.

Says as JSON lines what it is about to do and what it has done; time passes 60 times as fast, so that approvals go out.
With SEED "settle" it only lets what was approved go out, and ends.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from core.errors import HushreelError
from core.publications import Publishing
from core.publishing.review import Ruling
from core.publishing.upkeep import keep_publishing, post_due
from core.publishing.withdraw import unpublish
from core.videos import PublicationId, Showing, VideoId
from tests.fakes.time import FakeClock
from tests.parts import HERE, Parts, parts_in
from tests.publishing import Town, town_in

FASTER = 60
SETTLING, SETTLING_EVERY_S = 20, 0.1


class FastClock(FakeClock):
    """Real time, 60 times as fast."""

    def now_ms(self) -> int:
        """Give it."""
        return int(time.time() * 1_000 * FASTER)


class Life:
    """What people do, one thing after the other, each told before and after."""

    def __init__(self, town: Town, chance: random.Random) -> None:
        """Live in a town."""
        self.town = town
        self.chance = chance
        self.publications: dict[VideoId, PublicationId] = {}

    async def live(self, videos: int) -> None:
        """Begin with so many videos, and go on until killed."""
        for _ in range(videos):
            await self.town.ready()
        async with self.town.parts.store.read() as reads:
            mine = [view.video.id for view in await reads.videos(self.town.owner, limit=1_000)]
            for video in mine:
                for one in await reads.publications(self.town.owner, video):
                    self.publications[video] = one.publication.id
        tell("ready", "")
        while True:
            await self.once(self.chance.choice(mine))

    async def once(self, video: VideoId) -> None:
        """Do something that fits how a video stands, or be told that it went on meanwhile."""
        town = self.town
        if video not in self.publications or self.chance.random() < 0.2:
            await self.tried("send", video, lambda: self._send(video))
            return
        named = self.publications[video]
        now = (await town.now(named)).publication
        reviewing = town.reviewing
        acts: dict[str, Callable[[], Awaitable[object]]] = {
            "send": lambda: self._send(video),
            "unpublish": lambda: unpublish(town.owner, video, HERE, store=town.parts.store),
            "approve": lambda: reviewing.approve(town.moderator, named, now.revision, HERE),
            "undo": lambda: reviewing.undo(town.moderator, named, now.revision, HERE),
            "remove": lambda: reviewing.remove(town.moderator, named, now.shown_revision or 1, Ruling(), HERE),
            "reinstate": lambda: reviewing.reinstate(town.moderator, named, now.revision, HERE),
            "hold": lambda: reviewing.hold(town.moderator, named, HERE, on=self.chance.random() < 0.3),
        }
        fits = {
            Showing.PROPOSED: ("approve", "approve", "approve", "unpublish"),
            Showing.APPROVED: ("unpublish", "undo", "hold"),
            Showing.SHOWN: ("unpublish", "remove", "hold", "send"),
            Showing.REMOVED: ("reinstate",),
        }.get(now.state, ("send",))
        what = self.chance.choice(fits)
        await self.tried(what, video, acts[what])

    async def tried(self, what: str, video: VideoId, do: Callable[[], Awaitable[object]]) -> None:
        """Tell before and after."""
        tell("begins", what, video)
        try:
            await do()
        except HushreelError as refused:
            tell("refused", refused.code, video)
        else:
            tell("did", what, video)

    async def _send(self, video: VideoId) -> None:
        self.publications[video] = (await self.town.proposed(video)).publication.id


def tell(kind: str, what: str, video: VideoId | None = None) -> None:
    """Say a line, at once."""
    sys.stdout.write(json.dumps([kind, what, video.hex if video else ""]) + "\n")
    sys.stdout.flush()


async def settle(parts: Parts) -> None:
    """Let everything go out that was approved: its time comes within half a second."""
    for _ in range(SETTLING):
        await post_due(store=parts.store, clock=parts.clock)
        await asyncio.sleep(SETTLING_EVERY_S)


async def main(folder: Path, seed: str, videos: int) -> None:
    """Live, or settle."""
    clock = FastClock()
    async with parts_in(folder, clock.now_ms(), clock) as parts:
        if seed == "settle":
            await settle(parts)
            return
        town = await town_in(parts)
        await town.choose(Publishing(quota=1_000_000))
        async with asyncio.TaskGroup() as group:
            group.create_task(
                keep_publishing(store=parts.store, vault=parts.vault, revocations=parts.revocations, clock=clock)
            )
            group.create_task(Life(town, random.Random(int(seed))).live(videos))  # noqa: S311 - repeatable


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
