"""Publishing said a second time, from sections 4 and 5 of the design: what each act needs, changes and leaves behind.

Plain Python over names, without core's tables or moves. Who sees what comes from tests/gate_sentences.py.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

DAY_MS = 86_400_000
OPEN = frozenset({"proposed", "approved", "appealed"})
WAITS = frozenset({"proposed", "appealed"})


@dataclass
class Draft:
    """One numbered revision."""

    number: int
    state: str = "draft"
    title: str = ""
    audience: str = "community"
    said: bool = False
    until_ms: int = 0
    post_at_ms: int | None = None
    asked_at_ms: int | None = None
    decided_by: str | None = None


@dataclass
class Shown:
    """A film in one place: its revisions, the newest that counts, and the one that is seen."""

    place: str
    drafts: dict[int, Draft]
    now: int = 1
    seen: int | None = None
    waits_since_ms: int | None = None
    keeps_until_ms: int | None = None
    claim: tuple[str, int] | None = None
    may_appeal: bool = False
    held_here: bool = False
    """Whether its moderators hold the film: they reach it until that is over."""

    first: str = ""
    """What the last decision before an appeal did: declined or removed."""

    @property
    def current(self) -> Draft:
        """The revision that counts."""
        return self.drafts[self.now]

    @property
    def state(self) -> str:
        """How it stands."""
        return self.current.state

    @property
    def audience(self) -> str:
        """Whom it is for: as shown, or as asked."""
        return self.drafts[self.seen or self.now].audience


@dataclass
class Film:
    """A video that is ready."""

    owner: str
    ends_ms: int
    inputs_end_ms: int | None = None
    held: bool = False
    erased: bool = False
    trimmed: bool = False
    grants: dict[str, int | None] = field(default_factory=dict)
    shows: dict[str, Shown] = field(default_factory=dict)


@dataclass
class Place:
    """A community and what was chosen there."""

    surface: str
    moderated: bool
    world: bool
    paused: bool = False
    bans: dict[str, int] = field(default_factory=dict)
    decided: list[tuple[str, str, int]] = field(default_factory=list)
    """Which film, by whom, and when."""

    def others_decide(self, who: str, now_ms: int) -> bool:
        """Whether somebody else decided here in the last 30 days, about what is there still."""
        return any(by != who and at_ms >= now_ms - 30 * DAY_MS for _, by, at_ms in self.decided)


@dataclass
class Oracle:
    """Everything that the test knows. Moves note their events and what the outbox must hold."""

    places: dict[str, Place]
    surfaces: dict[str, str]
    """The surface on which each person is told."""

    now_ms: int
    films: dict[str, Film] = field(default_factory=dict)
    events: list[tuple[str, str]] = field(default_factory=list)
    outbox: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    moved: Counter[str] = field(default_factory=Counter)
    """How often each move was made."""

    def all_shown(self) -> Iterator[tuple[str, Film, Shown]]:
        """Give each film that lives in each of its places."""
        for name, film in self.films.items():
            for show in film.shows.values():
                if not film.erased:
                    yield name, film, show

    def banned(self, person: str, place: str) -> bool:
        """Whether somebody may not publish in a place now."""
        return self.places[place].bans.get(person, 0) > self.now_ms

    def opening(self, film: Film, show: Shown) -> set[str]:
        """What stops every move towards visible."""
        held = {"held"} if film.held else set()
        return held | ({"banned"} if self.banned(film.owner, show.place) else set())

    def asked_lately(self, person: str, place: str) -> int:
        """How often somebody asked a place within a day; what was erased since is nobody's."""
        since_ms = self.now_ms - DAY_MS
        own = [film.shows[place] for film in self.films.values() if film.owner == person and place in film.shows]
        return sum((one.asked_at_ms or 0) >= since_ms for show in own for one in show.drafts.values())

    def tell(self, surface: str, kind: str, subject: str) -> None:
        """Expect a row of the outbox."""
        self.outbox[surface, kind, subject] += 1

    def tell_video(self, film: str) -> None:
        """Expect that its owner's cards are drawn anew, and those of whom it was given to, where they may have some.

        That is the demo's page: nobody here was sent a message.
        """
        self.tell(self.surfaces[self.films[film].owner], "video", film)
        for who in self.films[film].grants.keys() - {self.films[film].owner}:
            if self.surfaces[who] == "web":
                self.tell("web", "shared", film)

    def tell_place(self, film: str, show: Shown) -> None:
        """Expect that a place's channels are told to look again."""
        for kind in ("feed", "review"):
            self.tell(self.places[show.place].surface, kind, f"{film}@{show.place}")

    def move(self, name: str, show: Shown, number: int, verb: str, by: str | None, *, told: bool = True) -> None:
        """Make a move that is allowed: the state, what goes along with it, one event, its rows."""
        self.moved[verb] += 1
        film = self.films[name]
        kept = show.keeps_until_ms is not None
        draft = show.drafts[number]
        draft.post_at_ms = self.now_ms + 30_000 if verb == "approve" else None
        if verb in {"propose", "show"} and by == film.owner:
            draft.asked_at_ms = self.now_ms
        if verb in _DECISIONS:
            draft.decided_by = by
            self.places[show.place].decided.append((name, by or "", self.now_ms))
        show.may_appeal = {**dict.fromkeys(("decline", "remove"), True), **dict.fromkeys(_CLOSES, False)}.get(
            verb, show.may_appeal
        )
        show.first = verb if verb in {"decline", "remove"} else show.first
        _ENDS[verb](self, name, show, draft)
        show.claim = None
        show.waits_since_ms = self.now_ms if show.state in WAITS and verb in _WAITING else None
        self._keep(film, show, kept=kept)
        self.events.append((f"{name}@{show.place}", verb))
        owners = self.surfaces[film.owner]
        self.tell(owners, "publication", f"{name}@{show.place}")
        if by != film.owner and told:
            self.tell(owners, "decision", f"{name}@{show.place}")
        self.tell_place(name, show)

    def _keep(self, film: Film, show: Shown, *, kept: bool) -> None:
        """A publication keeps its film while it waits (14 days), goes out or is seen; then it has a day at least."""
        until = [self.now_ms + 14 * DAY_MS] if show.state in WAITS else []
        until += [show.current.until_ms] if show.state == "approved" else []
        until += [show.drafts[show.seen].until_ms] if show.seen is not None else []
        show.keeps_until_ms = max(until, default=None)
        if kept and not until and film.ends_ms < self.now_ms + DAY_MS:
            film.inputs_end_ms = film.inputs_end_ms or film.ends_ms
            film.ends_ms = self.now_ms + DAY_MS

    def become(self, draft: Draft, show: Shown, state: str) -> None:
        """A revision that counts."""
        draft.state, show.now = state, draft.number

    def again(self, show: Shown, number: int) -> int:
        """Begin another revision that says the same."""
        said = show.drafts[number]
        another = max(show.drafts) + 1
        show.drafts[another] = Draft(another, "draft", said.title, said.audience, said.said, said.until_ms)
        show.now = another
        return another

    def close(self, name: str, show: Shown, number: int) -> None:
        """Withdraw what goes along with another move: an event of its own."""
        show.drafts[number].state, show.drafts[number].post_at_ms = "withdrawn", None
        self.events.append((f"{name}@{show.place}", "withdraw"))

    def overdue(self) -> set[str]:
        """What has to be erased now: a hold keeps nothing."""
        return {
            name
            for name, film in self.films.items()
            if not film.erased
            and film.ends_ms <= self.now_ms
            and (film.held or not any((one.keeps_until_ms or 0) > self.now_ms for one in film.shows.values()))
        }


_End = Callable[[Oracle, str, Shown, Draft], None]
"""What a move makes of a revision."""


def _waits(state: str) -> _End:
    def end(oracle: Oracle, name: str, show: Shown, draft: Draft) -> None:
        del name
        oracle.become(draft, show, state)

    return end


def _shows(oracle: Oracle, name: str, show: Shown, draft: Draft) -> None:
    if show.seen not in {None, draft.number}:
        assert show.seen is not None
        oracle.close(name, show, show.seen)
    oracle.become(draft, show, "shown")
    show.seen = draft.number


def _closes(state: str) -> _End:
    def end(oracle: Oracle, name: str, show: Shown, draft: Draft) -> None:
        if draft.number == show.seen:
            if show.now != draft.number and show.state in OPEN:
                oracle.close(name, show, show.now)
            show.seen = None
            oracle.become(draft, show, state)
        elif show.seen is not None:
            draft.state, show.now = state, show.seen
        else:
            oracle.become(draft, show, state)

    return end


def _redrafts(oracle: Oracle, name: str, show: Shown, draft: Draft) -> None:
    del name
    oracle.again(show, draft.number)


_ENDS: Mapping[str, _End] = {
    "propose": _waits("proposed"),
    "approve": _waits("approved"),
    "appeal": _waits("appealed"),
    "decline": _waits("declined"),
    "decline_again": _waits("declined"),
    "show": _shows,
    "post": _shows,
    "reinstate": _shows,
    "grant_appeal": _shows,
    "withdraw": _closes("withdrawn"),
    "remove": _closes("removed"),
    "remove_again": _closes("removed"),
    "expire": _closes("expired"),
    "redraft": _redrafts,
}
_DECISIONS = frozenset({"approve", "decline", "remove", "reinstate", "grant_appeal", "decline_again", "remove_again"})
_CLOSES = ("decline_again", "remove_again", "grant_appeal", "redraft")
_WAITING = frozenset({"propose", "appeal"})
