"""Receipts in whatever order chats and generators answer, fail, keep silent, lie or forget: they never say too much."""

import asyncio
import json
import shutil
import tempfile
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.chats import CopyKind, Posted
from core.erasure.closed import BEYOND_US, OURS
from core.erasure.copies import UPLOADS_REACHED_MS
from core.erasure.follow import Answer, Follower
from core.erasure.receipts import Closed, journaled, open_receipt, ours_gone
from core.erasure.verify import verify
from core.people import Platform
from core.receipts import OPEN_AT_MOST_MS, Item
from core.videos import AssetId
from tests.erasing import House, house_of
from tests.parts import parts_in
from tests.publishing_machine import _template

Result = TypeVar("Result")
FILE = AssetId(UUID(int=9))
GENERATOR = "kling"
KINDS = (CopyKind.DIRECT, CopyKind.EPHEMERAL, CopyKind.UPLOAD)
OPEN_FOR_MS = 900_000
HOUR_MS = 3_600_000


@dataclass
class Moody:
    """A generator that holds copies and says whatever the test wants; what it erased it doesn't hold."""

    holds: set[UUID] = field(default_factory=set)
    mood: str = "honest"

    async def erase(self, item: Item) -> Answer:
        """Erase, or not, and say something about it."""
        if self.mood == "broken":
            raise OSError
        if self.mood == "refuses":
            return Answer.REFUSED
        if self.mood == "lies":
            return Answer.CONFIRMED
        if self.mood == "looks elsewhere" or item.copy not in self.holds:
            return Answer.NOT_FOUND
        self.holds.discard(item.copy)
        if self.mood == "loses its answer":
            raise TimeoutError
        return Answer.CONFIRMED


MOODS = ("honest", "broken", "refuses", "lies", "looks elsewhere", "loses its answer")


class Receipts(RuleBasedStateMachine):
    """One receipt over real tables, beside what chats and the generator really hold."""

    def __init__(self) -> None:
        """Open a receipt for three messages and a generator's copy."""
        super().__init__()
        self.loop, self.open = asyncio.new_event_loop(), AsyncExitStack()
        folder = Path(self.open.enter_context(tempfile.TemporaryDirectory())) / "data"
        shutil.copytree(_template(), folder.parent, dirs_exist_ok=True)
        self.house: House = house_of(self.run(self.open.enter_async_context(parts_in(folder))))
        self.generator = Moody({UUID(int=77)})
        self.follower = Follower(self.house.parts.store, self.house.shutting.issuer, {GENERATOR: self.generator})
        self.held: dict[UUID, Posted] = {}
        self.begun_ms = self.now_ms
        self.seen: list[list[dict[str, Any]]] = []
        self.ours_wait = True
        self.run(self._begin())

    def run(self, doing: Awaitable[Result]) -> Result:
        """Do something of core's."""
        return self.loop.run_until_complete(doing)

    @property
    def now_ms(self) -> int:
        """Give the time."""
        return self.house.parts.clock.now_ms()

    async def _begin(self) -> None:
        parts = self.house.parts
        owner = await parts.person()
        assert owner.person is not None
        video = await self.house.made(owner, 100)
        items = []
        async with parts.store.write() as writes:
            for kind in KINDS:
                name = parts.ids.new()
                media = None if kind is CopyKind.UPLOAD else FILE
                one = Posted(name, Platform.TELEGRAM, owner.person, video, kind, "5", str(name), media)
                until_ms = self.now_ms + OPEN_FOR_MS if kind is CopyKind.EPHEMERAL else 0
                one = replace(one, token_until_ms=until_ms, posted_at_ms=self.now_ms)
                await writes.keep_posted(one)
                self.held[name] = one
                items.append(Item("chat_files", "telegram", copy=name))
            items.append(Item("generators_copy", GENERATOR, copy=UUID(int=77)))
            await writes.move_video(video, "erase")
            position = await journaled([video], writes, self.house.journal)
            closed = Closed((*OURS, *items, *BEYOND_US), position, [video], (), video, 1, owner.person)
            self.opened = await open_receipt(writes, closed, self.house.shutting.issuer)
        self.video = video

    @precondition(lambda self: self.ours_wait)
    @rule()
    def erases_what_is_ours(self) -> None:
        """The flow is done with bytes and rows."""

        async def done() -> None:
            async with self.house.parts.store.write() as writes:
                receipt = await writes.open_receipt_of(self.video)
                assert receipt is not None
                await ours_gone(receipt, writes, self.house.shutting.issuer, {})

        self.run(done())
        self.ours_wait = False

    @rule(number=st.integers(0, len(KINDS) - 1))
    def takes_a_file_out_of_a_chat(self, number: int) -> None:
        """A deliverer did it, as long as the platform lets us."""
        name = list(self.held)[number] if number < len(self.held) else None
        if name is not None and self._is_reached(self.held[name]):

            async def dropped() -> None:
                async with self.house.parts.store.write() as writes:
                    await writes.drop_posted(name)

            self.run(dropped())
            del self.held[name]

    def _is_reached(self, one: Posted) -> bool:
        if one.kind is CopyKind.UPLOAD:
            return self.now_ms < one.posted_at_ms + UPLOADS_REACHED_MS
        return not one.token_until_ms or self.now_ms < one.token_until_ms

    @rule(mood=st.sampled_from(MOODS))
    def changes_its_mood(self, mood: str) -> None:
        """The generator answers otherwise from now on."""
        self.generator.mood = mood

    @rule(hours=st.sampled_from([0, 1, 20, 24 * 7, 24 * 60]))
    def lets_time_pass(self, hours: int) -> None:
        """Nobody looks meanwhile."""
        self.house.parts.clock.advance(hours * HOUR_MS)

    @rule()
    def looks(self) -> None:
        """The sweep has its turn."""
        self.run(self.follower.look())

    @invariant()
    def says_what_is_so(self) -> None:
        """What is done is gone, what is settled stays so, a receipt is closed once, and its file is verified."""

        async def shown() -> Any:
            async with self.house.parts.store.read() as reads:
                return await reads.receipt_held(self.opened.number, self.opened.secret)

        found = self.run(shown())
        told = [json.loads(one.body) for one in found.versions]
        earlier = [{"body": one.body, "signature": one.signature} for one in found.versions[:-1]]
        file = {"body": found.newest.body, "signature": found.newest.signature, "versions": earlier}
        assert verify(json.dumps(file)).version == len(told)
        assert [one["state"] for one in told[:-1]] == ["open"] * (len(told) - 1)
        states = [[item["state"] for item in one["items"]] for one in told]
        for before, after in pairwise(states):
            assert all(was in {"waiting", now} for was, now in zip(before, after, strict=True))
        waits = "waiting" in states[-1]
        assert told[-1]["state"] == ("open" if waits else "closed")
        self._nothing_too_much([one for one in told[-1]["items"] if one["where"] in {"telegram", GENERATOR}])
        assert self.seen == [one["items"] for one in told[: len(self.seen)]]
        self.seen = [one["items"] for one in told]

    def _nothing_too_much(self, items: list[dict[str, Any]]) -> None:
        done = {number for number, one in enumerate(items) if one["state"] == "done"}
        kinds = {one.kind for one in self.held.values()}
        assert not {number for number, kind in enumerate(KINDS) if kind in kinds} & done
        assert not (len(KINDS) in done and self.generator.holds)
        for one in items:
            if one["state"] == "unconfirmed":
                assert self.now_ms >= self.begun_ms + OPEN_AT_MOST_MS

    def teardown(self) -> None:
        """Whatever happened: once ours is gone and the time is over, one look closes it for good."""
        if self.ours_wait:
            self.erases_what_is_ours()
        self.house.parts.clock.advance(OPEN_AT_MOST_MS + 24 * HOUR_MS)
        self.looks()
        self.says_what_is_so()
        assert "waiting" not in [item["state"] for item in self.seen[-1]]
        versions = len(self.seen)
        self.house.parts.clock.advance(OPEN_AT_MOST_MS)
        self.looks()
        self.says_what_is_so()
        assert len(self.seen) == versions
        self.run(self.open.aclose())
        self.loop.close()


TestReceipts = Receipts.TestCase
TestReceipts.settings = settings(
    max_examples=40, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
