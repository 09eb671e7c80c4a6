"""kill -9 at chosen points of delete, of forgetme, and of what end dates and ages begin by themselves.

HUSHREEL_GONE_KILLS sets how many of each of them, HUSHREEL_SEED which: tests/faults/killing.py. About every second one
comes a moment after its point.
"""

import asyncio
import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.gone_books import Books
from tests.faults.gone_life import DELETING, FORGETTING, FOUNDING, SETTLING, SWEEPING_FEW, SWEEPING_MANY, SWEEPING_TWICE
from tests.faults.houses import flows_known
from tests.faults.killing import SEED, Killing, begun, ended, kills_of, said_in
from tests.service import eventually

LONGEST_S = 0.03
TORN_EVERY = 5
TORN = b'{"at_ms": 1796'
FIRST, AFTER = 10_000_000, 20_000_000
"""Where the seeds of lives begin."""

WAYS = {
    "delete": (DELETING,),
    "forgetme": (FORGETTING,),
    "sweep": (SWEEPING_MANY, SWEEPING_FEW, SWEEPING_TWICE),
}
SETTLED_WITHIN_S = 1_200.0


@dataclass
class Killed:
    """A house that is killed again and again, and what is known of it."""

    folder: Path
    chance: random.Random
    books: Books = field(init=False)
    killings: dict[str, Killing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin to write down."""
        self.books = Books(self.folder)

    def learn(self, kinds: tuple[str, ...]) -> None:
        """Found it, and let each kind of life be lived once to its end."""
        said = self.folder / "found.said"
        assert ended(begun(FOUNDING, self.folder, SEED, said, None)) == 0
        self.books.hear(said_in(said))
        for number, kind in enumerate(kinds, 1):
            said = self.folder / f"{kind}.said"
            self.killings[kind] = Killing(self.chance, LONGEST_S)
            self.killings[kind].learn(begun(kind, self.folder, FIRST + number, said, None), said)
            self.books.hear(said_in(said))

    def live(self, kind: str, number: int) -> None:
        """Let a life begin where the one before was killed, and die at a point."""
        said, killing = self.folder / f"{number}.said", self.killings[kind]
        aim = killing.aim()
        killing.lived(begun(kind, self.folder, AFTER + number, said, aim), said, aim)
        self.books.hear(said_in(said))

    def settle(self) -> None:
        """Let a life go on with what others left, until nothing is under way and the engine forgot its flows."""
        process = begun(SETTLING, self.folder, SEED, self.folder / "settle.said", None)
        try:
            eventually(lambda: not process.is_alive() or self.books.is_quiet(), SETTLED_WITHIN_S)
            eventually(lambda: not process.is_alive() or flows_known(self.folder / "data") == 0, SETTLED_WITHIN_S)
            assert process.is_alive()
        finally:
            process.kill()
            process.join()


@pytest.mark.timeout(400 * max(map(kills_of, WAYS)) + 3_000)
@pytest.mark.parametrize("way", WAYS)
def test_what_was_told_is_so_wherever_it_was_killed(way: str, tmp_path: Path) -> None:
    """After each kill the gate is closed and receipts are true; in the end nothing of it is left, and all else is."""
    kinds, kills = WAYS[way], kills_of(way)
    house = Killed(tmp_path / "house", random.Random(f"{SEED} {way}"))  # noqa: S311 - repeatable
    house.learn(kinds)
    asyncio.run(house.books.check_start())
    killings, number = [house.killings[one] for one in kinds], 0
    while (killed := sum(one.kills for one in killings)) < kills:
        house.live(kinds[number % len(kinds)], number)
        if number % TORN_EVERY == 0:
            with (house.folder / "keys" / "erasure.journal").open("ab") as journal:
                journal.write(TORN)
        asyncio.run(house.books.check_start())
        number += 1
        print(f"kill {killed + 1} of {kills}: {house.books}")  # noqa: T201
    house.settle()
    asyncio.run(house.books.check_start(every=True))
    house.books.check_end()
    for kind in kinds:
        house.killings[kind].report(kind)
