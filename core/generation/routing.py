"""Which route makes a video: what a person's rule, communities' rules and the routes that are set up have in common.

Pure. Nothing leaves the house by itself: where nobody named a route, one that stays in the house is taken, and motion
before others; where only others fit, the person is asked. Where nothing fits, it is said what stands in the way of each
route, and what would fit.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from core.records import PrivacyLabel, Trains
from core.rules import Rule

FIRST = "motion"
_NO_RULE = Rule()


class Whose(Enum):
    """Who could take an obstacle away."""

    PERSON = "person"
    COMMUNITY = "community"
    """The one that they speak in."""

    BEGUN = "begun"
    """Another one, in which the video was begun."""

    OPERATOR = "operator"


class Bar(Enum):
    """What stands in a route's way."""

    NOT_SET_UP = "not_set_up"
    NOT_ALLOWED = "not_allowed"
    LEAVES = "leaves"
    MAY_TRAIN = "may_train"


Obstacle = tuple[Whose, Bar]


@dataclass(frozen=True)
class Routed:
    """This one makes it."""

    route: str


@dataclass(frozen=True)
class Choice:
    """Only routes that leave the house fit: the person picks one of them, or none."""

    routes: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """Nothing fits, or what was named doesn't: why, and what would.

    `obstacles` has what stands in the way of the route that was named, or of each. `instead` fits as things are;
    `nearest` would with the least change: the person's own rule first, then a community's, then the operator's work.
    """

    obstacles: Mapping[str, frozenset[Obstacle]]
    instead: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def route_for(
    named: str | None,
    labels: Mapping[str, PrivacyLabel],
    person: Rule,
    community: Rule,
    begun: Rule = _NO_RULE,
    *,
    others: Collection[str] = (),
) -> Routed | Choice | Refused:
    """Choose among the routes that are set up, by their labels, in the operator's order; `named` is what was asked for.

    `community` is the rule where they speak, `begun` that of another community, in which the video was begun; `Rule()`
    where there is none. `others` are routes that could be set up, so that a refusal
    can name them.
    """
    known = [*labels, *(name for name in others if name not in labels)]
    if named is not None and named not in known:
        known.append(named)
    rules = ((Whose.PERSON, person), (Whose.COMMUNITY, community), (Whose.BEGUN, begun))
    in_the_way = {name: _obstacles(name, labels.get(name), rules) for name in known}
    fitting = _house_first((name for name in known if not in_the_way[name]), labels)
    if named is not None:
        if named in fitting:
            return Routed(named)
        return Refused({named: in_the_way[named]}, instead=fitting, nearest=_nearest(in_the_way))
    if not fitting:
        return Refused(in_the_way, nearest=_nearest(in_the_way))
    return Choice(fitting) if labels[fitting[0]].leaves_the_house else Routed(fitting[0])


def _obstacles(name: str, label: PrivacyLabel | None, rules: Iterable[tuple[Whose, Rule]]) -> frozenset[Obstacle]:
    if label is None:
        return frozenset({(Whose.OPERATOR, Bar.NOT_SET_UP)})
    return frozenset((whose, bar) for whose, rule in rules for bar in _broken(rule, name, label))


def _broken(rule: Rule, name: str, label: PrivacyLabel) -> Iterable[Bar]:
    if rule.allowed is not None and name not in rule.allowed:
        yield Bar.NOT_ALLOWED
    if rule.stays and label.leaves_the_house:
        yield Bar.LEAVES
    if rule.untrained and label.trains is not Trains.NO:
        yield Bar.MAY_TRAIN


def _house_first(names: Iterable[str], labels: Mapping[str, PrivacyLabel]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (labels[name].leaves_the_house, name != FIRST)))


def _nearest(in_the_way: Mapping[str, frozenset[Obstacle]]) -> tuple[str, ...]:
    """Give the routes with the least in their way; none for those that fit already."""

    def effort(name: str) -> tuple[int, ...]:
        whose = [Whose.COMMUNITY if one is Whose.BEGUN else one for one, _ in in_the_way[name]]
        return tuple(whose.count(one) for one in (Whose.OPERATOR, Whose.COMMUNITY, Whose.PERSON))

    barred = [name for name, obstacles in in_the_way.items() if obstacles]
    least = min((effort(name) for name in barred), default=())
    return tuple(name for name in barred if effort(name) == least)
