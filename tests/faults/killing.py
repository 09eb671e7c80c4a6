"""Lives that are killed at points they are known to pass, each point in its turn; and how often each was.

Processes are forked from one that has imported everything: a start is what is killed, not the reading of modules.
"""

import json
import multiprocessing
import os
import random
import re
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.faults.gone_life import command, live
from tests.faults.points import Aim

SEED = int(os.environ.get("HUSHREEL_SEED", "20261130"))
_KILLS = [int(one) for one in os.environ.get("HUSHREEL_GONE_KILLS", "3").split(",")]
_OF = ("delete", "forgetme", "sweep", "backup", "restore")
LIVES_AT_MOST_S = 600.0
MISSES_AT_MOST = 2
_BESIDE = re.compile(
    r"connect |.*(?:\.probe|serving\.lock|migrate\.py|line\.py|dbos:(?!record|init|_update)|in the library)"
)
"""What every start passes, and what isn't ours: nobody aims there."""

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.gone_life", "core.engine.durable", "bots.cli", "bots.wiring.restoring"])


def begun(kind: str, folder: Path, seed: int, said: Path, aim: Aim | None) -> BaseProcess:
    """Begin a life."""
    return started(live, kind, folder, seed, said, aim)


def commanded(arguments: list[str], environment: dict[str, str], said: Path, aim: Aim | None) -> BaseProcess:
    """Begin a `hushreel` command, which may be told its word."""
    return started(command, arguments, environment, said, aim)


def started(do: Callable[..., None], *given: object) -> BaseProcess:
    """Begin to do something in a process of its own."""
    process = _FORKS.Process(target=do, args=given, daemon=True)
    process.start()
    return process


def said_in(said: Path) -> list[dict[str, Any]]:
    """Read what a life said; a line that was cut off was not said."""
    lines = said.read_text().splitlines(keepends=True) if said.exists() else []
    return [json.loads(line) for line in lines if line.endswith("\n")]


def ended(process: BaseProcess) -> int | None:
    """Wait until a process ended; gives its exit code."""
    process.join(LIVES_AT_MOST_S)
    if process.is_alive():
        process.kill()
        process.join()
        raise AssertionError("it neither ended nor died")
    return process.exitcode


def kills_of(what: str) -> int:
    """Give how many kills are to fall into something: HUSHREEL_GONE_KILLS is one number, or five in this order."""
    return (_KILLS * len(_OF))[_OF.index(what)]


@dataclass
class Killing:
    """Chooses points, and counts the kills at each. A kill comes at once, or up to `longest_s` later."""

    chance: random.Random
    longest_s: float
    points: Counter[str] = field(default_factory=Counter)
    killed: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def kills(self) -> int:
        """How often something was killed."""
        return self.killed.total()

    def learn(self, process: BaseProcess, said: Path) -> None:
        """Let something live to its end, and learn which points it passes how often."""
        assert ended(process) == 0, said
        self._learn(said)

    def _learn(self, said: Path) -> None:
        for line in said_in(said):
            if line["what"] == "over":
                self.points |= Counter({one: times for one, times in line["points"].items() if not _BESIDE.match(one)})

    def aim(self) -> Aim:
        """Choose one of the points that was killed at least often."""
        there = [one for one in sorted(self.points) if self.missed[one] < MISSES_AT_MOST]
        fewest = min(self.killed[one] for one in there)
        point = self.chance.choice([one for one in there if self.killed[one] == fewest])
        nth = 1 if self.missed[point] else self.chance.randint(1, self.points[point])
        return Aim(point, nth, self.chance.choice((0.0, self.chance.uniform(0, self.longest_s))))

    def lived(self, process: BaseProcess, said: Path, aim: Aim) -> bool:
        """Let something live until it dies at a point; says whether it did, or lived to its end without passing it."""
        code = ended(process)
        if code != -signal.SIGKILL:
            assert code == 0, (code, aim)
            self.missed[aim.point] += 1
            self._learn(said)
            return False
        assert {"what": "dies", "point": aim.point} in said_in(said)
        self.killed[aim.point] += 1
        return True

    def report(self, what: str) -> None:
        """Print how many kills fell at which points."""
        print(f"{what}: {self.kills} kills at {len(self.killed)} of {len(self.points)} points")  # noqa: T201
        for point, times in sorted(self.killed.items()):
            print(f"{times:4} {point}")  # noqa: T201
