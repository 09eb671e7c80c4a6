"""A long walk through the rules of tests/moderation/test_publishing_any_order.py, beside the same oracle.

HUSHREEL_STEPS sets how many steps (100,000 is the whole of it), HUSHREEL_SEED which.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from core.gate import Surface
from core.videos import SHOWING_MOVES
from tests.moderation.test_publishing_any_order import SURFACES_OF_MODERATORS, Publishing
from tests.publishing_machine import AUTHORS, FILMS_MOST, PEOPLE, PLACES
from tests.publishing_oracle import DAY_MS

STEPS = int(os.environ.get("HUSHREEL_STEPS", "1000"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261129"))
ENOUGH = 10_000
"""In so many steps each move is made."""

STEPS_EACH = 500
"""After so many another town begins: what was forgotten is then nobody's any more."""

LOOKS = 0.3
"""After how many of the steps somebody reads everything; what everybody may do is asked after each."""

Draw = Callable[[random.Random], dict[str, object]]
WAITS_MS = (1_000, 30_000, 300_001, DAY_MS // 2, DAY_MS, DAY_MS, DAY_MS, 8 * DAY_MS)


def _who(chance: random.Random) -> dict[str, object]:
    return {"number": chance.randrange(100), "who": chance.choice(list(PEOPLE)), "own": chance.randrange(4)}


RULES: Mapping[str, tuple[int, Draw]] = {
    "create": (5, lambda chance: {"owner": chance.choice(AUTHORS)}),
    "grant": (
        4,
        lambda chance: {
            "number": chance.randrange(100),
            "who": chance.choice(list(PEOPLE)),
            "for_ms": chance.choice((None, DAY_MS)),
            "given": chance.random() < 0.7,
        },
    ),
    "begin": (6, lambda chance: _who(chance) | {"place": chance.choice(list(PLACES))}),
    "change": (
        6,
        lambda chance: (
            _who(chance)
            | {
                "drawn": (
                    chance.choice(("Lighthouse", "Another")),
                    chance.choice(("community", "anyone")),
                    chance.random() < 0.8,
                    chance.choice((0, 1, 10, 40)),
                )
            }
        ),
    ),
    "send": (6, _who),
    "publish": (12, lambda chance: {"number": chance.randrange(100), "place": chance.choice(list(PLACES))}),
    "unpublish": (4, lambda chance: _who(chance) | {"place": chance.choice((None, *PLACES))}),
    "moderate": (
        40,
        lambda chance: {
            "number": chance.randrange(100),
            "who": chance.choice(list(PEOPLE)),
            "fit": chance.randrange(8),
            "surface": chance.choice(SURFACES_OF_MODERATORS),
            "what": chance.randrange(12),
        },
    ),
    "appeal": (8, _who),
    "wait": (5, lambda chance: {"by_ms": chance.choice(WAITS_MS), "short": chance.randrange(3)}),
    "post": (8, lambda _: {}),
    "erase": (8, lambda chance: {"number": chance.randrange(100), "rare": chance.randrange(5)}),
}
NEEDS = {"change", "send", "moderate", "appeal"}


def step(machine: Publishing, chance: random.Random) -> str:
    """Take one step that can be taken, and compare everything after it."""
    names = list(RULES)
    while True:
        (name,) = chance.choices(names, [weight for weight, _ in RULES.values()])
        if name == "create" and len(machine.acts.oracle.films) >= FILMS_MOST:
            continue
        if name in NEEDS and not machine.has_shows():
            continue
        if name in {"wait", "post", "create"} or machine.has_films():
            break
    getattr(machine, name)(**RULES[name][1](chance))
    machine.everything_agrees()
    return name


@pytest.mark.timeout(STEPS + 300)
def test_a_long_walk_agrees_at_each_step() -> None:
    """Every viewer on every surface gets what the oracle says; each move is told once."""
    chance, taken, moved = random.Random(SEED), Counter[str](), Counter[str]()  # noqa: S311 - repeatable
    while taken.total() < STEPS:
        machine = Publishing()
        machine.open()
        machine.chance, machine.looks = chance, LOOKS
        try:
            for _ in range(min(STEPS_EACH, STEPS - taken.total())):
                taken[step(machine, chance)] += 1
            for who in ("", *PEOPLE):
                for surface in Surface:
                    machine.look(who, surface, list(machine.acts.oracle.films))
            moved += machine.acts.oracle.moved
        finally:
            machine.teardown()
        print(f"{taken.total():,} steps: {dict(moved)}")  # noqa: T201
    every = {move.verb for move in SHOWING_MOVES}
    assert set(moved) == every or STEPS < ENOUGH
