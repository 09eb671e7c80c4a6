"""What was made, erased and confirmed in a house that is killed again and again, and what must be true of it."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from bots.wiring.house import House, open_house
from core.erasure.copies import CHATS
from core.erasure.receipts import OURS
from core.erasure.verify import verify
from core.people import PersonId, Viewer
from core.receipts import Position, Shown
from core.storage.journal import ErasureJournal, check
from core.videos import AssetId, VideoId
from tests.departing import cells
from tests.faults.gone_life import reached, settings_in
from tests.parts import HERE
from tests.receipting import file_of

Line = dict[str, Any]
BLOBS = {("assets", "id"), ("exports", "id")}
"""The columns that name sealed bytes."""

FILES_IN_CHATS = "chat_files"


@dataclass
class Books:
    """What was said in all lives of a house, and the receipts as they were read."""

    folder: Path
    made: dict[str, Line] = field(default_factory=dict)
    posted: dict[str, list[UUID]] = field(default_factory=dict)
    asked: list[Line] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)
    due: list[Line] = field(default_factory=list)
    came: list[Line] = field(default_factory=list)
    read: dict[str, tuple[str, ...]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    """Videos of which a receipt said that nothing here holds anything of them."""

    def hear(self, said: Iterable[Line]) -> None:
        """Take what a life said."""
        for line in said:
            match line["what"]:
                case "made":
                    self.made[line["video"]] = line
                case "posted":
                    self.posted.setdefault(line["video"], []).append(UUID(line["message"]))
                case "asks":
                    self.asked.append(line)
                case "told":
                    self.told.append(line)
                case "due":
                    self.due.append(line)
                case "came":
                    self.came.append(line)

    def marks(self, videos: Iterable[str]) -> frozenset[bytes]:
        """Give what could bring some videos back."""
        return frozenset(bytes.fromhex(mark) for one in videos for mark in self.made[one]["marks"])

    @property
    def staying(self) -> set[str]:
        """Name the videos that nobody ever erases."""
        going = {one for line in self.asked for one in line["videos"]}
        return {video for video, line in self.made.items() if line["stays"]} - going

    async def check_start(self, *, every: bool = False) -> None:
        """Open the house as a start does, and see what is so before any flow runs.

        What a receipt called gone once is looked at again only where `every` video is to be.
        """
        if every:
            self.closed.clear()
        async with open_house(settings_in(self.folder), lambda: None) as house:
            await self._check_closed(house)
            await self._check_receipts(house)
            await self._check_there(house)
            journaled = set(cast("ErasureJournal", house.journal).read())
        gone = {UUID(one) for line in self.told for video in line["videos"] for one in self._ids(video)}
        assert gone <= journaled
        self._check_whole(journaled)

    def _ids(self, video: str) -> list[str]:
        return [video, *self.made[video]["assets"]]

    async def _check_closed(self, house: House) -> None:
        """See that what was told erased, or fell due, is a miss for its owner and for others."""
        others = {line["person"] for line in self.made.values()}
        async with house.store.read() as reads:
            for line in (*self.told, *self.due):
                if self.closed.issuperset(line["videos"]):
                    continue
                for person in {line["person"], min(others)}:
                    viewer = Viewer(PersonId(UUID(person)))
                    for video in line["videos"]:
                        assert await reads.video(viewer, VideoId(UUID(video)), HERE) is None, line
                        for asset in self.made[video]["assets"]:
                            assert await reads.asset(viewer, AssetId(UUID(asset)), HERE) is None, line

    async def _check_there(self, house: House) -> None:
        """See that what nobody erased is there for its owner."""
        async with house.store.read() as reads:
            for video in self.staying:
                viewer = Viewer(PersonId(UUID(self.made[video]["person"])))
                assert await reads.video(viewer, VideoId(UUID(video)), HERE) is not None, video

    async def _check_receipts(self, house: House) -> None:
        """Read each receipt as whoever may, and see that it verifies, goes on from what it was, and tells the truth."""
        found: list[tuple[list[str], Shown]] = []
        async with house.store.read() as reads:
            for line in self.told:
                shown = await reads.receipt_held(line["receipt"], line["secret"])
                assert shown is not None, line
                found.append((line["videos"], shown))
            for line in self.due:
                for video in set(line["videos"]) - self.closed:
                    viewer = Viewer(PersonId(UUID(line["person"])))
                    shown = await reads.receipt_versions(viewer, VideoId(UUID(video)))
                    if shown is not None:
                        found.append(([video], shown))
        held = self._held_in_chats()
        newly: set[str] = set()
        for videos, shown in found:
            if self._check_receipt(shown, videos, held):
                newly |= set(videos) - self.closed
        assert self.found(newly) == []
        self.closed |= newly

    def _check_receipt(self, shown: Shown, videos: list[str], held: Collection[UUID]) -> bool:
        """See that a receipt is true; says whether by it nothing here holds anything of the videos."""
        bodies = tuple(one.body for one in shown.versions)
        before = self.read.get(shown.id, ())
        if bodies != before:
            assert bodies[: len(before)] == before, "a version was unsaid"
            told = verify(file_of(list(shown.versions)))
            assert (told.number, told.version) == (shown.id, len(bodies))
            position = Position(**json.loads(bodies[-1])["journal"])
            check(settings_in(self.folder).erasure_journal, position)
            self.read[shown.id] = bodies
        newest = json.loads(bodies[-1])
        waits = [one for one in newest["items"] if one["state"] == "waiting"]
        assert (newest["state"] == "open") == bool(waits)
        files = [one for one in newest["items"] if one["where"] in CHATS and one["what"] == FILES_IN_CHATS]
        done = sum(one["state"] == "done" for one in files)
        copies = [one for video in videos for one in self.posted.get(video, ())]
        assert done <= len(files) - sum(not reached(one) for one in copies if files), (
            "a file that stays was called gone"
        )
        assert done + sum(one in held for one in copies) <= max(len(files), len(copies))
        return not any(one["where"] in OURS for one in waits)

    def _held_in_chats(self) -> set[UUID]:
        with closing(sqlite3.connect(self.folder / "data" / "hushreel.db")) as tables:
            rows = tables.execute("SELECT id FROM posted UNION SELECT id FROM recalls").fetchall()
        return {UUID(one) for (one,) in rows}

    def _check_whole(self, journaled: Collection[UUID]) -> None:
        """See that nothing was closed by half: gate, receipt and journal are one."""
        query = """SELECT videos.id, state, receipts.id, receipts.erasing, departure FROM videos
            JOIN people ON people.id = owner LEFT JOIN receipts ON receipts.video = videos.id"""
        with closing(sqlite3.connect(self.folder / "data" / "hushreel.db")) as tables:
            rows = tables.execute(query).fetchall()
            (half,) = tables.execute("SELECT count(*) FROM departures WHERE receipt IS NULL").fetchone()
        assert half == 0
        for video, state, receipt, erasing, departure in rows:
            if state == "erasing":
                assert bool(departure) or (receipt and erasing), video
                assert UUID(video) in journaled
            else:
                assert receipt is None
                assert departure is None

    def found(self, videos: Iterable[str]) -> list[tuple[str, str]]:
        """Say which files hold something that could bring one of some videos back."""
        marks = {mark: one for one in videos for mark in self.marks([one])}
        if not marks:
            return []
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".said"]
        contents = {path: path.read_bytes() for path in files}
        return [
            (path.name, video) for path, content in contents.items() for mark, video in marks.items() if mark in content
        ]

    def is_quiet(self) -> bool:
        """Say whether nothing that was begun is under way, looked at from outside."""
        rows = (
            "receipts WHERE erasing",
            "videos WHERE state = 'erasing'",
            "departures",
            "exports WHERE person IS NULL OR wrapped_key IS NULL",
            "outbox WHERE surface IN ('engine', 'nowhere')",
        )
        uri = f"file:{self.folder / 'data' / 'hushreel.db'}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as tables:
            return not any(tables.execute(f"SELECT 1 FROM {one} LIMIT 1").fetchone() for one in rows)  # noqa: S608

    def __str__(self) -> str:
        """Count, for whoever watches."""
        due = sum(len(line["videos"]) for line in self.due)
        return f"{len(self.made)} videos, {len(self.told)} receipts told, {due} fell due, {len(self.closed)} gone"

    def check_end(self) -> None:
        """See that everything that was begun is finished: nothing of the erased is in any file, all others are."""
        every = cells(self.folder / "data" / "hushreel.db")
        there = {value for table, column, value in every if (table, column) in {("videos", "id"), ("people", "id")}}
        gone = set(self.made) - self.staying
        told = {one for line in self.told for one in line["videos"]}
        gone -= ({one for line in self.asked for one in line["videos"]} - told) & there
        assert gone.isdisjoint(there)
        assert self.found(gone) == []
        staying = set(self.made) - gone
        assert {video for _, video in self.found(staying)} == staying
        assert staying <= there
        self._check_people(every, there)
        named = {str(UUID(value)) for table, column, value in every if (table, column) in BLOBS}
        assert {path.name for path in (self.folder / "data" / "blobs").iterdir()} == named

    def _check_people(self, every: Collection[tuple[str, str, str]], there: set[str]) -> None:
        """See that nothing names who was forgotten, and that nothing too old is left."""
        left = [line for line in self.came if line["person"] not in there]
        assert {line["person"] for line in self.told if line.get("account")} <= {line["person"] for line in left}
        marks = {mark for line in left for mark in (line["person"], str(UUID(line["person"])), line["account"])}
        assert [(table, column) for table, column, value in every if any(mark in value for mark in marks)] == []
        assert [row for row in every if row[2] == "aged"] == []
        assert [row for row in every if row[0] == "departures"] == []
        assert {value for table, column, value in every if (table, column) == ("exports", "person")} <= there
