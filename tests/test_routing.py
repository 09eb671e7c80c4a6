"""Routing: every combination of a person's rule, a community's rule and routes, against a table that knows no code."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.generation.routing import Bar, Choice, Refused, Routed, Whose, route_for
from core.generators.motion.route import LABEL
from core.records import PrivacyLabel, Trains
from core.rules import Rule

NAMES = ("kling", "motion", "comfyui", "fal")

TABLE = """
where  trains    no-rule  stays   untrained  stays+untrained
house  no        ok       ok      ok         ok
house  unknown   ok       ok      may_train  may_train
house  conflict  ok       ok      may_train  may_train
house  yes       ok       ok      may_train  may_train
away   no        ok       leaves  ok         leaves
away   unknown   ok       leaves  may_train  leaves,may_train
away   conflict  ok       leaves  may_train  leaves,may_train
away   yes       ok       leaves  may_train  leaves,may_train
"""
"""What a rule has against a route, by where it works and whether it trains."""

COLUMNS = {
    (False, False): "no-rule",
    (True, False): "stays",
    (False, True): "untrained",
    (True, True): "stays+untrained",
}


def read_table() -> dict[tuple[str, str, str], frozenset[str]]:
    """Read the table above: (where, trains, rule) to what is against it."""
    head, *rows = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (where, trains, column): frozenset() if cell == "ok" else frozenset(cell.split(","))
        for where, trains, *cells in rows
        for column, cell in zip(head[2:], cells, strict=True)
    }


AGAINST = read_table()


def labelled(*, leaves: bool, trains: Trains) -> PrivacyLabel:
    """Write a label of which only these two say anything."""
    return PrivacyLabel("a host", "", leaves, "nothing", "nothing", trains, "nothing_kept")


RULES = st.builds(
    Rule,
    allowed=st.none() | st.frozensets(st.sampled_from(NAMES)),
    stays=st.booleans(),
    untrained=st.booleans(),
)
LABELS = st.builds(
    lambda leaves, trains: labelled(leaves=leaves, trains=trains), st.booleans(), st.sampled_from(Trains)
)
SET_UP = st.dictionaries(st.sampled_from(NAMES), LABELS)


def expected(name: str, label: PrivacyLabel, rules: Mapping[str, Rule]) -> set[tuple[str, str]]:
    """Look up what both rules have against a route."""
    where = "away" if label.leaves_the_house else "house"
    found = {
        (whose, bar)
        for whose, rule in rules.items()
        for bar in AGAINST[where, label.trains.value, COLUMNS[rule.stays, rule.untrained]]
    }
    return found | {
        (whose, "not_allowed") for whose, rule in rules.items() if rule.allowed is not None and name not in rule.allowed
    }


@given(st.none() | st.sampled_from(NAMES), SET_UP, RULES, RULES)
def test_what_is_chosen_is_what_the_table_allows(
    named: str | None, labels: dict[str, PrivacyLabel], person: Rule, community: Rule
) -> None:
    """A route is given exactly where the table has nothing against it; else all that it has, of whose rule, is said."""
    rules = {"person": person, "community": community}
    against = {name: expected(name, label, rules) for name, label in labels.items()}
    against |= {name: {("operator", "not_set_up")} for name in NAMES if name not in labels}
    fits = {name for name, bars in against.items() if not bars}
    at_home = {name for name in fits if not labels[name].leaves_the_house}
    answer = route_for(named, labels, person, community, others=NAMES)
    match answer:
        case Routed(route):
            assert route in fits
            assert route == named if named else route in at_home
            assert named or route == "motion" or "motion" not in at_home
        case Choice(routes):
            assert (named, at_home, set(routes)) == (None, set(), fits)
            assert routes
        case Refused(obstacles, instead, nearest):
            assert named not in fits if named else not fits
            said = {name: {(whose.value, bar.value) for whose, bar in bars} for name, bars in obstacles.items()}
            assert said == ({named: against[named]} if named else against)
            assert set(instead) == fits
            assert list(instead) == sorted(instead, key=lambda name: name not in at_home)
            assert bool(nearest) == bool(set(NAMES) - fits)
            assert not fits.intersection(nearest)


@given(st.none() | st.sampled_from(NAMES), SET_UP, RULES, RULES)
def test_the_nearest_would_do_with_the_least_change(
    named: str | None, labels: dict[str, PrivacyLabel], person: Rule, community: Rule
) -> None:
    """Where a person's own rule is all that is in the way, that is said rather than anybody else's work."""
    answer = route_for(named, labels, person, community, others=NAMES)
    if isinstance(answer, Refused):
        free = {name for name in NAMES if isinstance(route_for(name, labels, Rule(), community), Routed)}
        barred = free - set(answer.instead)
        assert not barred or set(answer.nearest) <= barred
        for name in answer.nearest:
            assert isinstance(route_for(name, labels | {name: labels.get(name, LABEL)}, Rule(), Rule()), Routed)


@pytest.mark.parametrize(("leaves", "trains"), list(product((False, True), Trains)))
def test_every_label_meets_every_rule(*, leaves: bool, trains: Trains) -> None:
    """All labels times all rules of two people, without chance."""
    label = labelled(leaves=leaves, trains=trains)
    rules = [
        Rule(*one) for one in product((None, frozenset({"kling"}), frozenset[str]()), (False, True), (False, True))
    ]
    for person, community in product(rules, rules):
        against = expected("kling", label, {"person": person, "community": community})
        answer = route_for("kling", {"kling": label}, person, community)
        assert isinstance(answer, Routed) == (not against)
        if isinstance(answer, Refused):
            assert {(whose.value, bar.value) for whose, bar in answer.obstacles["kling"]} == against


def test_motion_is_what_nobody_has_to_ask_for() -> None:
    """It comes first, wherever the operator put it, and nothing leaves because something else is set up."""
    labels = {"kling": labelled(leaves=True, trains=Trains.CONFLICT), "motion": LABEL}
    assert route_for(None, labels, Rule(), Rule()) == Routed("motion")
    assert route_for("kling", labels, Rule(), Rule()) == Routed("kling")
    del labels["motion"]
    assert route_for(None, labels, Rule(), Rule()) == Choice(("kling",))


def test_a_refusal_says_why_and_what_would() -> None:
    """Kling under "no training": its papers contradict each other, motion would do, and whose rule it is."""
    labels = {"kling": labelled(leaves=True, trains=Trains.CONFLICT), "motion": LABEL}
    answer = route_for("kling", labels, Rule(untrained=True), Rule(stays=True))
    assert answer == Refused(
        {"kling": frozenset({(Whose.PERSON, Bar.MAY_TRAIN), (Whose.COMMUNITY, Bar.LEAVES)})},
        instead=("motion",),
        nearest=("kling",),
    )
    nobody = route_for("fal", {}, Rule(), Rule())
    assert nobody == Refused({"fal": frozenset({(Whose.OPERATOR, Bar.NOT_SET_UP)})}, nearest=("fal",))
