"""What tests of money share: Kling with prices, drafts for it, and what becomes of them."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from core.generation.draft import start
from core.generation.paying import Purse
from core.generators.kling.legacy import Legacy
from core.generators.kling.route import KlingSettings
from core.people import CommunityId, Viewer
from core.records import Order
from core.spending import Budgets, Per, Price, Prices
from core.submissions import Submission
from core.videos import Shape, VideoId, Words
from tests.parts import HERE, RETENTION_MS, Parts

SECOND_MICRO = 90_000
VIDEO_MICRO = 5 * SECOND_MICRO
STD = Price("kling", SECOND_MICRO, "USD", Per.SECOND, date(2026, 1, 1), "std")
PRICES = Prices((STD,))
HERON = Order("a heron lifts off a pond", Shape.WIDE, 5, seed=7, route="kling")


def dollars(person: float | None = None, community: float | None = None, everybody: float | None = None) -> Budgets:
    """Give budgets in dollars."""
    person_micro, community_micro, everybody_micro = (
        None if one is None else round(one * 1_000_000) for one in (person, community, everybody)
    )
    return Budgets("USD", person_micro, community_micro, everybody_micro)


@dataclass(frozen=True)
class Paying:
    """The parts, with Kling at a price and budgets."""

    parts: Parts
    budgets: Budgets | None = None
    prices: Prices = PRICES

    @property
    def kling(self) -> Legacy:
        """Kling as an operator sets it up; nothing is sent anywhere."""
        settings = KlingSettings("kling-v1", "http://127.0.0.1:1", prices=self.prices)
        return Legacy(settings, "access", "secret", self.parts.workers, self.parts.clock)

    @property
    def purse(self) -> Purse:
        """What pays."""
        return Purse({"kling": self.kling}, self.budgets, self.parts.clock)

    async def draft(self, viewer: Viewer, community: CommunityId | None = None) -> VideoId:
        """Keep a draft that Kling shall make, of five seconds, begun in a community or in none."""
        assert viewer.person
        video = VideoId(self.parts.ids.new())
        async with self.parts.store.write() as writes:
            ends_at_ms = self.parts.clock.now_ms() + RETENTION_MS
            words = Words(HERON.prompt)
            await writes.add_video(viewer.person, video, HERON, words, ends_at_ms, begun_in=community)
        return video

    async def start(self, viewer: Viewer, video: VideoId) -> None:
        """Press Send."""
        await start(
            viewer,
            video,
            HERE,
            route="kling",
            store=self.parts.store,
            generators={"kling": self.kling},
            papers=lambda _: {},
            purse=self.purse,
        )

    async def begun(self, viewer: Viewer, community: CommunityId | None = None) -> VideoId:
        """Ask for a video, send it, and let its flow begin."""
        video = await self.draft(viewer, community)
        await self.start(viewer, video)
        await self.begin(video)
        return video

    async def begin(self, video: VideoId) -> None:
        """Let the flow of a video begin, which intends to let it leave."""
        async with self.parts.store.write() as writes:
            await writes.move_video(video, "start")
            await writes.intend(Submission(video, "kling", self.parts.ids.new(), self.parts.clock.now_ms() + 1_000))

    async def sent(self, viewer: Viewer, community: CommunityId | None = None) -> VideoId:
        """Do so, and let it leave."""
        video = await self.begun(viewer, community)
        async with self.parts.store.write() as writes:
            assert await writes.send(video)
        return video

    async def move(self, video: VideoId, verb: str) -> None:
        """Make one move."""
        async with self.parts.store.write() as writes:
            await writes.move_video(video, verb)

    def rows(self, columns: str = "state, amount_micro, currency") -> list[tuple[object, ...]]:
        """Read the books past our doors."""
        with closing(sqlite3.connect(self.parts.folder / "hushreel.db")) as connection:
            return connection.execute(f"SELECT {columns} FROM spending ORDER BY at_ms, rowid").fetchall()  # noqa: S608
