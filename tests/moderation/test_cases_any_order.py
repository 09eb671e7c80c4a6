"""Reports and decisions in any order: no case is decided twice, and no hold ends but by its decision or erasure."""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.cases import DAY_MS, CaseId, CaseState, Complaint, Said
from core.errors import PersonError
from core.gate import Surface
from core.people import Viewer
from core.publications import Publishing
from core.publishing.cases import ring_due
from core.publishing.review import Ruling
from core.publishing.withdraw import unpublish
from core.videos import Publication, VideoId
from tests.casing import Court, court_in
from tests.keeping import ask_file
from tests.parts import HERE, parts_in

DATES = (
    ("videos", "ends_at_ms"),
    ("videos", "kept_until_ms"),
    ("publications", "keeps_until_ms"),
    ("revisions", "until_ms"),
)
"""When what is reported would end by itself."""

OPERATOR = Viewer(operator=True)
GRAVE = frozenset({Complaint.INTIMATE, Complaint.LIKENESS, Complaint.MINOR})
REPORTERS = ("member", "second", "admin")
DECIDERS = (*("moderator", "second", "admin") * 3, "member", "elsewhere", "owner")
FILMS_MOST = 3
numbers, seldom = st.integers(0, 99), st.integers(0, 5)
Result = TypeVar("Result")


class Judged(RuleBasedStateMachine):
    """A community in which people report, decide, reopen, hold, lift, withdraw and erase."""

    @initialize()
    def open(self) -> None:
        """Begin with nothing shown."""
        self.loop = asyncio.new_event_loop()
        self.closing = AsyncExitStack()
        folder = Path(self.closing.enter_context(tempfile.TemporaryDirectory())) / "data"
        parts = self.run(self.closing.enter_async_context(parts_in(folder)))
        self.court: Court = self.run(court_in(parts))
        self.run(self.court.town.choose(Publishing(quota=99)))
        self.shown: list[Publication] = []
        self.erased: set[VideoId] = set()
        self.cases: dict[CaseId, CaseState] = {}
        self.about: dict[CaseId, VideoId] = {}
        self.keeps: set[CaseId] = set()
        self.grave: set[CaseId] = set()
        self.at_once: set[CaseId] = set()
        self.shown.extend(self.run(self.court.shown()) for _ in range(2))
        self.report(0, "member", Complaint.MINOR)

    def run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        """Wait for something."""
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        """Close everything."""
        if hasattr(self, "loop"):
            self.run(self.closing.aclose())
            self.loop.close()

    def tried(self, doing: Coroutine[Any, Any, object]) -> bool:
        """Do something that may be refused."""
        try:
            self.run(doing)
        except PersonError:
            return False
        return True

    def one(self, number: int) -> Publication:
        """Choose what is or was shown."""
        return self.shown[number % len(self.shown)]

    def case(self, number: int, *states: CaseState) -> CaseId:
        """Choose a case, mostly one in one of these states."""
        fitting = [case for case, state in self.cases.items() if state in states]
        chosen = fitting if fitting and number % 4 else list(self.cases)
        return chosen[number // 4 % len(chosen)]

    @precondition(lambda self: len(self.shown) < FILMS_MOST)
    @rule()
    def show(self) -> None:
        """Show another video."""
        self.shown.append(self.run(self.court.shown()))

    @precondition(lambda self: bool(self.shown))
    @rule(number=numbers, who=st.sampled_from(REPORTERS), complaint=st.sampled_from(Complaint))
    def report(self, number: int, who: str, complaint: Complaint) -> None:
        """Report one, of those that are still shown where any is."""
        closed = {self.about[case] for case in self.keeps} | self.erased
        open_now = [one for one in self.shown if one.video not in closed] or self.shown
        shown, by = open_now[number % len(open_now)], getattr(self.court.town, who)
        try:
            received = self.run(self.court.report(shown.id, Said(complaint, "why"), by))
        except PersonError:
            return
        if received.again:
            return
        assert self.cases.get(received.case, CaseState.OPEN) is CaseState.OPEN
        self.cases[received.case], self.about[received.case] = CaseState.OPEN, shown.video
        if complaint in GRAVE:
            self.grave.add(received.case)
        if received.holds:
            self.keeps.add(received.case)
            self.at_once.add(received.case)

    @precondition(lambda self: bool(self.cases))
    @rule(number=numbers, who=st.sampled_from(DECIDERS), act=st.sampled_from(("uphold", "dismiss", "reopen", "lift")))
    def judge(self, number: int, who: str, act: str) -> None:
        """Decide a case, take that back, or lift what stays closed."""
        if act == "reopen":
            self.reopen(number, who)
        elif act == "lift":
            self.lift_case(number)
        else:
            self.decide(number, who, upholds=act == "uphold")

    def decide(self, number: int, who: str, *, upholds: bool) -> None:
        """Decide one, whoever tries."""
        case, viewer = self.case(number, CaseState.OPEN), getattr(self.court.town, who)
        judging = self.court.judging
        doing = judging.uphold(viewer, case, Ruling(), HERE) if upholds else judging.dismiss(viewer, case, HERE)
        if not self.tried(doing):
            return
        assert self.cases[case] is CaseState.OPEN
        assert who in {"moderator", "second", "admin"}
        self.cases[case] = CaseState.UPHELD if upholds else CaseState.DISMISSED
        (self.keeps.add if upholds and case in self.grave else self.keeps.discard)(case)

    def reopen(self, number: int, who: str) -> None:
        """Take a decision back."""
        case = self.case(number, CaseState.UPHELD, CaseState.DISMISSED)
        if not self.tried(self.court.judging.reopen(getattr(self.court.town, who), case, HERE)):
            return
        assert self.cases[case] in {CaseState.UPHELD, CaseState.DISMISSED}
        self.cases[case] = CaseState.OPEN
        (self.keeps.add if case in self.at_once else self.keeps.discard)(case)

    def lift_case(self, number: int) -> None:
        """Let the operator lift what an upheld case keeps closed."""
        case = self.case(number, CaseState.UPHELD)
        if self.tried(self.court.judging.lift(OPERATOR, case, Surface.CLI)):
            assert self.cases[case] is CaseState.UPHELD
            self.keeps.discard(case)

    @precondition(lambda self: bool(self.shown))
    @rule(number=numbers, who=st.sampled_from(DECIDERS), on=st.booleans())
    def hold(self, number: int, who: str, on: bool) -> None:  # noqa: FBT001 - drawn
        """Hold or lift as moderators do without a case."""
        held = [one for one in self.shown if self.about and one.video in {self.about[case] for case in self.keeps}]
        chosen = held[number % len(held)] if held and number % 3 else self.one(number)
        self.tried(self.court.town.reviewing.hold(getattr(self.court.town, who), chosen.id, HERE, on=on))

    @precondition(lambda self: bool(self.shown))
    @rule(number=numbers, chance=seldom)
    def withdraw(self, number: int, chance: int) -> None:
        """Let the owner take it back, now and then."""
        if chance:
            return
        self.tried(unpublish(self.court.town.owner, self.one(number).video, HERE, store=self.court.parts.store))

    @precondition(lambda self: bool(self.shown))
    @rule(number=numbers, chance=seldom)
    def erase(self, number: int, chance: int) -> None:
        """Erase a video, now and then."""
        video = self.one(number).video
        if chance or video in self.erased:
            return
        self.run(self.court.erase(video))
        self.erased.add(video)
        for case, about in self.about.items():
            if about == video:
                self.keeps.discard(case)
                if self.cases[case] is CaseState.OPEN:
                    self.cases[case] = CaseState.GONE

    @rule(hours=st.sampled_from((1, 25, 40)))
    def wait(self, hours: int) -> None:
        """Let time go by: no alarm and no clock decides anything, and nobody's own date comes."""
        by_ms = hours * DAY_MS // 24
        self.court.parts.clock.advance(by_ms)
        for table, column in DATES:
            ask_file(self.court.parts, f"UPDATE {table} SET {column} = {column} + {by_ms}")  # noqa: S608 - names of ours
        self.run(ring_due(store=self.court.parts.store, clock=self.court.parts.clock))

    @invariant()
    def stands(self) -> None:
        """Every case stands as it was decided last, and what a case keeps closed is closed."""
        if not hasattr(self, "cases"):
            return
        rows = ask_file(self.court.parts, "SELECT id, state, holds FROM cases")
        assert {(one.hex, state.value, one in self.keeps) for one, state in self.cases.items()} == {
            (name, state, bool(holds)) for name, state, holds in rows
        }
        held = {name for (name,) in ask_file(self.court.parts, "SELECT id FROM videos WHERE hold")}
        assert {self.about[one].hex for one in self.keeps} <= held

    @invariant()
    def reached(self) -> None:
        """Whatever is open or held here is found by its moderators, in any state: nothing is held by nobody."""
        if not hasattr(self, "cases"):
            return
        for one in self.shown:
            if one.video in self.erased:
                continue
            waits = any(self.about[case] == one.video and state is CaseState.OPEN for case, state in self.cases.items())
            seen = self.run(self.court.town.seen(self.court.moderator, one.id, HERE))
            kept = any(self.about[case] == one.video for case in self.keeps)
            owners = self.run(self.court.town.now(one.id))
            assert seen is not None or not waits
            assert seen is not None or kept or not owners.hold


Judged.TestCase.settings = settings(
    max_examples=12, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
TestCases = Judged.TestCase
