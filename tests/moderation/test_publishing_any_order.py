"""Publishing in any order, by anybody, beside an oracle: nobody sees what the design forbids, each move is told once.

A walk of 100,000 steps through the same rules is in tests/faults/test_publishing_walk.py.
"""

import random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.gate import Surface
from tests.parts import HERE
from tests.publishing_acts import Acts
from tests.publishing_machine import AUTHORS, FILMS_MOST, PEOPLE, PLACES
from tests.publishing_oracle import DAY_MS, Draft, Shown

authors, people, places = st.sampled_from(AUTHORS), st.sampled_from(tuple(PEOPLE)), st.sampled_from(tuple(PLACES))
numbers = st.integers(0, 99)
SURFACES_OF_MODERATORS = (HERE, HERE, HERE, Surface.DESK, Surface.DESK, Surface.DESK, Surface.WEB_MEMBER)
desks = st.sampled_from(SURFACES_OF_MODERATORS)
drafts = st.builds(
    lambda title, audience, said, until_days: (title, audience, said, until_days),
    st.sampled_from(("Lighthouse", "Another")),
    st.sampled_from(("community", "anyone")),
    st.sampled_from((True, True, True, False)),
    st.sampled_from((0, 1, 10, 40)),
)


APT = {
    "proposed": (0, 1, 2, 2, 3, 4, 5),
    "appealed": (0, 2, 3, 5, 5),
    "approved": (1, 1, 6),
    "shown": (1, 7),
    "removed": (1, 8),
    "paused": (11,),
    "banned": (10,),
    "held": (9, 9, 9, 2, 6),
}
"""What moderators mostly do with something in such a state, by the numbers of `moderate`."""


class Publishing(RuleBasedStateMachine):
    """People of two communities, one of which is moderated."""

    @initialize()
    def open(self) -> None:
        """Begin with a film."""
        self.acts = Acts()
        self.touched = ""
        self.chance = random.Random(len(PEOPLE))  # noqa: S311 - repeatable
        self.looks = 1.0
        self.acts.create("ana")

    def teardown(self) -> None:
        """Look at everything once more, and close."""
        if not hasattr(self, "acts"):
            return
        try:
            for name in self.acts.oracle.films:
                self.acts.run(self.acts.check_gate(name))
            for who in ("", *PEOPLE):
                self.look(who, self.chance.choice(tuple(Surface)), list(self.acts.oracle.films))
        finally:
            self.acts.close()

    def look(self, who: str, surface: Surface, names: list[str]) -> None:
        """Look at some films as somebody somewhere."""
        self.acts.run(self.acts.check_looks(who, surface, self.chance.choice(tuple(PLACES)), names))

    def film(self, number: int) -> str:
        """Choose a film."""
        names = list(self.acts.oracle.films)
        self.touched = names[number % len(names)]
        return self.touched

    def show(self, number: int) -> tuple[str, Shown, int]:
        """Choose a publication, and mostly the revision that counts."""
        found = [(name, show) for name, film in self.acts.oracle.films.items() for show in film.shows.values()]
        self.touched, show = found[number % len(found)]
        options = (show.now, show.seen or show.now, show.now, min(show.drafts))
        return self.touched, show, options[number // 7 % 4]

    def has_films(self) -> bool:
        """Whether there is any film."""
        return bool(self.acts.oracle.films)

    def has_shows(self) -> bool:
        """Whether there is any publication."""
        return any(film.shows for film in self.acts.oracle.films.values())

    @precondition(lambda self: len(self.acts.oracle.films) < FILMS_MOST)
    @rule(owner=authors)
    def create(self, owner: str) -> None:
        """Make a film."""
        self.acts.create(owner)

    @precondition(has_films)
    @rule(number=numbers, who=people, for_ms=st.sampled_from((None, DAY_MS)), given=st.booleans())
    def grant(self, number: int, who: str, for_ms: int | None, given: bool) -> None:  # noqa: FBT001 - drawn
        """Give a grant, or take it back."""
        if given:
            self.acts.grant(self.film(number), who, for_ms)
        else:
            self.acts.take(self.film(number), who)

    @precondition(has_films)
    @rule(number=numbers, who=people, own=st.integers(0, 3), place=places)
    def begin(self, number: int, who: str, own: int, place: str) -> None:
        """Ask for a draft."""
        name = self.film(number)
        self.acts.begin(self.acts.oracle.films[name].owner if own else who, name, place)

    @precondition(has_shows)
    @rule(number=numbers, who=people, own=st.integers(0, 3), drawn=drafts)
    def change(self, number: int, who: str, own: int, drawn: tuple[str, str, bool, int]) -> None:
        """Fill in a draft."""
        name, show, revision = self.show(number)
        title, audience, said, until_days = drawn
        until_ms = self.acts.oracle.now_ms + until_days * DAY_MS
        wanted = Draft(revision, "draft", title, audience, said, until_ms)
        self.acts.change(self.acts.oracle.films[name].owner if own else who, name, show, revision, wanted)

    @precondition(has_shows)
    @rule(number=numbers, who=people, own=st.integers(0, 3))
    def send(self, number: int, who: str, own: int) -> None:
        """Send a draft in."""
        name, show, revision = self.show(number)
        self.acts.send(self.acts.oracle.films[name].owner if own else who, name, show, revision)

    @precondition(has_films)
    @rule(number=numbers, place=places)
    def publish(self, number: int, place: str) -> None:
        """Go the whole way, as far as it leads."""
        name = self.film(number)
        owner = self.acts.oracle.films[name].owner
        self.acts.begin(owner, name, place)
        show = self.acts.oracle.films[name].shows.get(place)
        if show is not None:
            until_ms = self.acts.oracle.now_ms + 10 * DAY_MS
            self.acts.change(owner, name, show, show.now, Draft(show.now, title="Sent", said=True, until_ms=until_ms))
            self.acts.send(owner, name, show, show.now)

    @precondition(has_films)
    @rule(number=numbers, who=people, own=st.integers(0, 3), place=st.sampled_from((None, *PLACES)))
    def unpublish(self, number: int, who: str, own: int, place: str | None) -> None:
        """Take back."""
        name = self.film(number)
        self.acts.unpublish(self.acts.oracle.films[name].owner if own else who, name, place)

    @precondition(has_shows)
    @rule(number=numbers, who=people, fit=st.integers(0, 7), surface=desks, what=st.integers(0, 11))
    def moderate(self, number: int, who: str, fit: int, surface: Surface, what: int) -> None:
        """Do what moderators do, mostly as one of the place."""
        name, show, revision = self.show(number)
        who = f"{('first', 'second')[number % 2]} of {show.place}" if fit else who
        acts = self.acts
        match self.apt(name, show, what) if fit > 1 else what:
            case 0:
                acts.claim(who, name, show, surface)
            case 1:
                acts.skip(who, name, show, surface)
            case 2 | 3 | 4:
                acts.decide(who, name, show, revision, surface, yes=True)
            case 5:
                acts.decide(who, name, show, revision, surface, yes=False)
            case 6:
                acts.undo(who, name, show, revision, surface)
            case 7:
                acts.remove(who, name, show, revision, surface)
            case 8:
                acts.reinstate(who, name, show, revision, surface)
            case 9:
                acts.hold(who, name, show, surface, on=fit == 1)
            case 10:
                acts.ban(who, name, show, surface, on=fit == 1)
            case _:
                acts.pause(who, show.place, paused=fit == 1)

    def apt(self, name: str, show: Shown, what: int) -> int:
        """Choose what fits how it stands."""
        oracle = self.acts.oracle
        standing = {
            "paused": oracle.places[show.place].paused,
            "banned": oracle.banned(oracle.films[name].owner, show.place),
            "held": oracle.films[name].held,
        }
        fitting = APT.get(next((one for one, holds in standing.items() if holds), show.state), range(12))
        return fitting[what % len(fitting)]

    @precondition(has_shows)
    @rule(number=numbers, who=people, own=st.integers(0, 3))
    def appeal(self, number: int, who: str, own: int) -> None:
        """Appeal."""
        name, show, revision = self.show(number)
        self.acts.appeal(self.acts.oracle.films[name].owner if own else who, name, show, revision)

    @rule(by_ms=st.sampled_from((1_000, 30_000, 300_001, DAY_MS // 2, DAY_MS, 8 * DAY_MS)), short=st.integers(0, 2))
    def wait(self, by_ms: int, short: int) -> None:
        """Let time pass, mostly little, and the clock do its part."""
        self.acts.wait(min(by_ms, DAY_MS // 2) if short else by_ms)
        self.acts.post()
        self.acts.end()
        self.acts.trim()
        self.acts.sweep()

    @rule()
    def post(self) -> None:
        """Let what is due go out, and what is over go: at that moment the gate closes."""
        self.acts.wait(30_000)
        self.acts.post()
        self.acts.end()
        self.acts.trim()
        self.acts.sweep()

    @precondition(has_films)
    @rule(number=numbers, rare=st.integers(0, 4))
    def erase(self, number: int, rare: int) -> None:
        """Erase a film, in two steps that others come between."""
        name = self.film(number)
        if self.acts.oracle.films[name].erased:
            self.acts.forget(name)
        elif not rare:
            self.acts.erase(name)

    @invariant()
    def everything_agrees(self) -> None:
        """Events, outbox and rows are what the oracle expects, and so is what everybody may do and one may look at."""
        if not hasattr(self, "acts"):
            return
        acts = self.acts
        acts.check_told()
        acts.check_rows()
        names = [self.touched] if self.touched in acts.oracle.films else []
        for name in names:
            acts.run(acts.check_gate(name))
        if self.chance.random() < self.looks:
            self.look(self.chance.choice(("", *PEOPLE)), self.chance.choice(tuple(Surface)), names)


Publishing.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestPublishing = Publishing.TestCase
