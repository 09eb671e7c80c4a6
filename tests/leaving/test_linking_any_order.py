"""Codes, confirmations, partings, strangers and time in any order: each account sees what is its person's, no more."""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.errors import PersonError
from core.linking.connect import CONFIRMED_WITHIN_MS, TYPED_WITHIN_MS, WRONG_MOST, give_code, standing, type_code
from core.linking.decide import join, refuse
from core.linking.part import part
from core.linking.upkeep import KNOWN_FOR_MS, close_unanswered
from core.pairings import PairingId
from core.people import Identity, Platform, Viewer
from core.videos import VideoId
from tests.keeping import ORDER, WORDS
from tests.parts import RETENTION_MS, Parts, parts_in

Result = TypeVar("Result")
ACCOUNTS = ("discord:1", "discord:2", "telegram:1", "telegram:2")
accounts = st.sampled_from(ACCOUNTS)


@dataclass
class Code:
    """What the test knows of a code: who gave it, who typed it first, until when the next step can be done."""

    code: str
    first: str
    until_ms: int
    made_ms: int
    second: str | None = None
    is_over: bool = False


@dataclass
class Expected:
    """Who is whose person and which videos came from whom, kept by the test's own simple means."""

    videos: dict[str, set[VideoId]] = field(default_factory=lambda: {one: set() for one in ACCOUNTS})
    partner: dict[str, str] = field(default_factory=dict)
    codes: list[Code] = field(default_factory=list)

    def library(self, account: str) -> set[VideoId]:
        """What an account may see: its own videos, and those of the one that it is connected with."""
        return self.videos[account] | (self.videos[self.partner[account]] if account in self.partner else set())

    def family(self, account: str) -> set[str]:
        """The accounts of one person."""
        return {account, self.partner.get(account, account)}

    def has_room(self, one: str, other: str) -> bool:
        """Whether two people have no account on the same platform."""
        platforms = [_platform(account) for account in (*self.family(one), *self.family(other))]
        return len(platforms) == len(set(platforms))


class Linking(RuleBasedStateMachine):
    """Four accounts, two on each platform."""

    @initialize()
    def open(self) -> None:
        """Begin with nobody connected."""
        self.loop = asyncio.new_event_loop()
        self.closing = AsyncExitStack()
        folder = Path(self.closing.enter_context(tempfile.TemporaryDirectory()))
        self.parts: Parts = self.run(self.closing.enter_async_context(parts_in(folder / "data")))
        self.expected = Expected()
        self.wrong: list[tuple[Any, int]] = []

    def teardown(self) -> None:
        """Close what was opened."""
        if hasattr(self, "loop"):
            self.run(self.closing.aclose())
            self.loop.close()

    def run(self, doing: Any) -> Any:
        """Do something of core's."""
        return self.loop.run_until_complete(doing)

    def viewer(self, account: str) -> Viewer:
        """Speak from an account."""

        async def met() -> Viewer:
            async with self.parts.store.write() as writes:
                return Viewer(await writes.meet(Identity(_platform(account), account.split(":")[1])))

        viewer: Viewer = self.run(met())
        return viewer

    @property
    def now_ms(self) -> int:
        """The time."""
        return self.parts.clock.now_ms()

    @rule(account=accounts)
    def create(self, account: str) -> None:
        """Ask for a video from an account."""
        viewer, video = self.viewer(account), VideoId(self.parts.ids.new())

        async def keep() -> None:
            async with self.parts.store.write() as writes:
                ends_at_ms = self.now_ms + RETENTION_MS
                assert viewer.person
                await writes.add_video(viewer.person, video, ORDER, WORDS, ends_at_ms, asked_on=_platform(account))

        self.run(keep())
        self.expected.videos[account].add(video)

    @rule(account=accounts)
    def give(self, account: str) -> None:
        """Ask for a code."""
        parts, viewer = self.parts, self.viewer(account)
        given = give_code(viewer, _platform(account), "n", store=parts.store, clock=parts.clock, ids=parts.ids)
        code = self.tried(given)
        assert (code is None) == (account in self.expected.partner)
        if code is not None:
            for before in self.expected.codes:
                before.is_over = before.is_over or before.first == account
            self.expected.codes.append(Code(code, account, self.now_ms + TYPED_WITHIN_MS, self.now_ms))

    @rule(account=accounts, which=st.integers(0, 3))
    def type(self, account: str, which: int) -> None:
        """Type a code that somebody gave, or none that anybody did."""
        viewer, known = self.viewer(account), self.expected.codes[-1 - which :][:1]
        code = known[0].code if known else "AAAAAAAA"
        store, clock = self.parts.store, self.parts.clock
        typed = self.tried(type_code(viewer, _platform(account), "n", code, store=store, clock=clock))
        if self._is_too_many(viewer):
            assert typed is None
            return
        if not known or self._is_spent(known[0]):
            self.wrong.append((viewer.person, self.now_ms))
            self.expected.codes = [one for one in self.expected.codes if one not in known]
            assert typed is None
            return
        assert (typed is not None) == self._takes(known[0], account, viewer)

    def _is_too_many(self, viewer: Viewer) -> bool:
        recent = [at_ms for person, at_ms in self.wrong if person == viewer.person]
        return sum(at_ms > self.now_ms - TYPED_WITHIN_MS for at_ms in recent) >= WRONG_MOST

    def _is_spent(self, code: Code) -> bool:
        return code.is_over or self.now_ms >= code.until_ms

    def _takes(self, code: Code, account: str, viewer: Viewer) -> bool:
        """Whether a code that is open is taken from an account, and what that makes of it."""
        if account in self.expected.family(code.first):
            return False
        if code.second is not None:
            if account in self.expected.family(code.second):
                return True
            self.wrong.append((viewer.person, self.now_ms))
            code.is_over = True
            return False
        if not self.expected.has_room(code.first, account):
            code.is_over = True
            return False
        code.second, code.until_ms = account, self.now_ms + CONFIRMED_WITHIN_MS
        return True

    @rule(presser=accounts)
    def confirm(self, presser: str) -> None:
        """Press a confirmation, as whoever was shown it or as another account."""
        pairing, code = self._shown()
        if pairing is None:
            return
        joined = self.tried(join(self.viewer(presser), pairing, store=self.parts.store, clock=self.parts.clock))
        assert (joined is not None) == (code is not None and presser in self.expected.family(code.first))
        if code is not None and code.second is not None and joined is not None:
            self.expected.partner |= {code.first: code.second, code.second: code.first}
            for one in self.expected.codes:
                one.is_over = one.is_over or bool({one.first, one.second} & {code.first, code.second})

    @rule(presser=accounts)
    def refuse(self, presser: str) -> None:
        """Press Not me, or Stop, as whoever was shown it or as another account."""
        pairing, code = self._shown()
        if pairing is None or code is None or code.second is None:
            return
        told = self.tried(refuse(self.viewer(presser), pairing, store=self.parts.store), done=True)
        assert (told is not None) == (presser in {code.first, code.second})
        code.is_over = code.is_over or told is not None

    def _shown(self) -> tuple[PairingId | None, Code | None]:
        """Give what the first account that is asked something is asked, and what the test knows of it."""
        for account in ACCOUNTS:
            _, pairing = self.run(standing(self.viewer(account), store=self.parts.store))
            if pairing is not None and pairing.second is not None:
                sides = (pairing.first.person, pairing.second.person)
                return pairing.id, next(one for one in self.expected.codes if self._sides(one) == sides)
        return None, None

    def _sides(self, code: Code) -> tuple[Any, Any] | None:
        if self._is_spent(code) or code.second is None:
            return None
        return self.viewer(code.first).person, self.viewer(code.second).person

    @rule(first=accounts, second=accounts)
    def connect(self, first: str, second: str) -> None:
        """Go the whole way, as far as it leads."""
        self.ask(first, second)
        self.confirm(first)

    @rule(first=accounts, second=accounts)
    def ask(self, first: str, second: str) -> None:
        """Type a fresh code, and leave it to be decided."""
        self.give(first)
        self.type(second, 0)

    @rule(account=accounts)
    def part(self, account: str) -> None:
        """Part an account from the one that it is connected with."""
        parted = self.tried(part(self.viewer(account), _platform(account), store=self.parts.store))
        assert (parted is not None) == (account in self.expected.partner)
        if parted is not None:
            other = self.expected.partner.pop(account)
            del self.expected.partner[other]

    @rule(by_ms=st.sampled_from([1_000, TYPED_WITHIN_MS, CONFIRMED_WITHIN_MS, KNOWN_FOR_MS + 1]))
    def wait(self, by_ms: int) -> None:
        """Let time pass, and what is over be swept."""
        self.parts.clock.advance(by_ms)
        self.run(close_unanswered(store=self.parts.store, clock=self.parts.clock))
        kept = [one for one in self.expected.codes if one.made_ms >= self.now_ms - KNOWN_FOR_MS]
        self.expected.codes = kept

    def tried(self, doing: Any, *, done: Any = None) -> Any:
        """Do something that may be refused; None where it was."""
        try:
            return self.run(doing) or done
        except PersonError:
            return None

    @invariant()
    def everybody_sees_their_own_and_nothing_else(self) -> None:
        """Each account's library is what came from its person's accounts; every video has one owner who sees it."""
        if not hasattr(self, "expected"):
            return
        for account in ACCOUNTS:
            assert self._library(account) == self.expected.library(account), account

    def _library(self, account: str) -> set[VideoId]:
        viewer = self.viewer(account)

        async def read() -> set[VideoId]:
            async with self.parts.store.read() as reads:
                return {view.video.id for view in await reads.videos(viewer, limit=1_000)}

        found: set[VideoId] = self.run(read())
        return found


def _platform(account: str) -> Platform:
    return Platform(account.split(":", maxsplit=1)[0])


Linking.TestCase.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLinking = Linking.TestCase
