"""Tasks at Kling: how they go on by the clock, where their results are, and when they are cleared."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.fakes.kling_wire.account import Account
from tests.fakes.kling_wire.refusals import Json
from tests.fakes.time import FakeClock

WAITS_MS, WORKS_MS = 10_000, 60_000
ADDRESS_LASTS_MS = 24 * 3_600_000
CLEARED_MS = 30 * 24 * 3_600_000
RISK = "Failure to pass the risk control system"


@dataclass
class Task:
    """One task. `kind` is a path of the older contract, or of the newer one; `fails` is what it will fail with."""

    name: str
    kind: str
    external: str
    body: Json
    began_ms: int
    seconds: int = 5
    fails: str = ""
    settled: bool = False

    @property
    def video(self) -> str:
        """The id of its result."""
        return f"v{self.name}"


@dataclass
class Tasks:
    """All tasks of one account."""

    clock: FakeClock
    account: Account
    known: dict[str, Task] = field(default_factory=dict)
    made: int = 0

    def begin(self, kind: str, external: str, body: Json, fails: str) -> Task:
        """Begin a task. Raises Refused where the account may not."""
        self.account.begin(sum(1 for one in self.alive() if self.state(one) in {"submitted", "processing"}))
        self.made += 1
        task = Task(f"82{self.made:08}", kind, external, body, self.clock.now_ms(), fails=fails)
        self.known[task.name] = task
        return task

    def alive(self) -> Iterator[Task]:
        """Give every task that isn't cleared yet."""
        oldest_ms = self.clock.now_ms() - CLEARED_MS
        self.known = {name: one for name, one in self.known.items() if one.began_ms >= oldest_ms}
        return iter(self.known.values())

    def find(self, name: str, kind: str = "") -> Task | None:
        """Find a task by its id or, of one kind, by the customer's own."""
        for one in self.alive():
            if (not kind or one.kind == kind) and (one.name == name or (kind and name and one.external == name)):
                return one
        return None

    def state(self, task: Task) -> str:
        """Say how far a task is: submitted, processing, failed, done."""
        age_ms = self.clock.now_ms() - task.began_ms
        if age_ms < WAITS_MS:
            return "submitted"
        if age_ms < WAITS_MS + WORKS_MS:
            return "processing"
        if task.fails and not task.settled:
            task.settled = True
            self.account.give_back()
        return "failed" if task.fails else "done"

    def videos(self) -> dict[str, int]:
        """Give results that can be gone on from, by their ids."""
        return {one.video: one.seconds for one in self.alive() if self.state(one) == "done"}

    def of(self, external: str) -> list[Task]:
        """Give every task that was begun under a customer's own id, cleared or not."""
        return [one for one in self.known.values() if one.external == external]
