"""Publishing in any order beside an oracle: two communities, their people, and what is compared after each act."""

import asyncio
import atexit
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Awaitable, Collection
from contextlib import AsyncExitStack, closing
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

from core.errors import HushreelError, NotFound
from core.gate import Action, Subject, Surface
from core.people import STRANGER, Identity, Platform, Role, Viewer
from core.publications import Publishing
from core.publishing.propose import Proposing
from core.publishing.review import Reviewing
from core.videos import AssetRole, Audience, Making, Publication, Showing
from tests.erasing import house_of
from tests.gate_sentences import said
from tests.parts import HERE, Parts, parts_in
from tests.publishing_oracle import MODERATES, Oracle, Place, Shown

Result = TypeVar("Result")
PEOPLE: dict[str, dict[str, Role]] = {
    "ana": {"home": Role.MEMBER, "away": Role.MEMBER},
    "ben": {"home": Role.MEMBER},
    "cat": {"away": Role.MEMBER},
    "first of home": {"home": Role.MODERATOR},
    "second of home": {"home": Role.MODERATOR, "away": Role.MEMBER},
    "first of away": {"away": Role.MODERATOR},
    "second of away": {"away": Role.ADMIN},
}
PLATFORMS = {"ana": Platform.DEMO, "ben": Platform.TELEGRAM} | dict.fromkeys(("cat", "first of home"), Platform.DISCORD)
SURFACES = {Platform.DEMO: "web", Platform.DISCORD: "discord", Platform.TELEGRAM: "telegram"}
PLACES = {"home": Platform.DISCORD, "away": Platform.DEMO}
AUTHORS = ("ana", "ben", "cat", "first of home")
FILMS_MOST = 5
QUOTA = 3


@cache
def _template() -> Path:
    """Give a folder with a key and a database that is migrated: each run begins with a copy."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)

    async def prepare() -> None:
        async with parts_in(folder / "data"):
            pass

    asyncio.run(prepare())
    return folder


class World:
    """Core and its oracle, side by side."""

    def __init__(self) -> None:
        """Begin with two communities, one of which is moderated, and nothing in them."""
        self.loop = asyncio.new_event_loop()
        self.open = AsyncExitStack()
        folder = Path(self.open.enter_context(tempfile.TemporaryDirectory())) / "data"
        shutil.copytree(_template(), folder.parent, dirs_exist_ok=True)
        self.parts: Parts = self.run(self.open.enter_async_context(parts_in(folder)))
        self.rows = self.open.enter_context(closing(sqlite3.connect(folder / "hushreel.db", isolation_level=None)))
        self.proposing = Proposing(self.parts.store, self.parts.clock, self.parts.ids)
        self.reviewing = Reviewing(self.parts.store, self.parts.clock)
        now_ms = self.parts.clock.now_ms()
        places = {
            "home": Place("discord", moderated=True, world=True, active_ms=now_ms),
            "away": Place("web", moderated=False, world=False, active_ms=now_ms),
        }
        told = {name: SURFACES[PLATFORMS.get(name, Platform.DEMO)] for name in PEOPLE}
        self.oracle = Oracle(places, told, now_ms)
        self.shutting = house_of(self.parts).shutting
        self.ids: dict[str, Any] = {}
        self.run(self._meet())
        self.seen = (0, 0)
        self.seen = self._last()

    async def _meet(self) -> None:
        async with self.parts.store.write() as writes:
            for name, platform in PLACES.items():
                self.ids[name] = await writes.begin_community(platform, name)
            for name in PEOPLE:
                identity = Identity(PLATFORMS.get(name, Platform.DEMO), name)
                self.ids[name] = await writes.meet(identity)
            for name, place in self.oracle.places.items():
                admin = Viewer(roles={self.ids[name]: Role.ADMIN})
                chosen = Publishing(place.moderated, place.world, QUOTA)
                await writes.choose_publishing(admin, self.ids[name], chosen, HERE)

    def close(self) -> None:
        """Close what was opened."""
        self.run(self.open.aclose())
        self.loop.close()

    def run(self, doing: Awaitable[Result]) -> Result:
        """Do something of core's."""
        return self.loop.run_until_complete(doing)

    def viewer(self, name: str) -> Viewer:
        """Speak as somebody; "" is a stranger."""
        if not name:
            return STRANGER
        return Viewer(self.ids[name], {self.ids[place]: role for place, role in PEOPLE[name].items()})

    def tried(self, doing: Awaitable[object], problems: set[str]) -> bool:
        """Do something: it is refused for one of the problems that the oracle sees, or done if it sees none."""
        code = ""
        try:
            self.run(doing)
        except HushreelError as refused:
            code = refused.code
        assert code in (problems or {""}), (code, problems)
        return not code

    def subject(self, name: str, place: str | None) -> Subject:
        """Say what the gate is asked about, as the oracle knows it."""
        film = self.oracle.films[name]
        show = film.shows[place] if place is not None else None
        granted = {who for who, until in film.grants.items() if until is None or until > self.oracle.now_ms}
        return Subject(
            self.ids[name],
            self.ids[film.owner],
            Making.ERASING if film.erased else Making.READY,
            frozenset(self.ids[who] for who in granted - {film.owner}),
            self._publication(name, show) if show is not None else None,
            film.held,
        )

    def _publication(self, name: str, show: Shown) -> Publication:
        return Publication(
            self.ids[f"{name}@{show.place}"],
            self.ids[name],
            self.ids[show.place],
            Audience(show.audience),
            show.now,
            Showing(show.state),
            show.seen,
            reported=show.held_here,
            appeal_open=show.may_appeal,
            escalated=show.escalated,
        )

    def may(self, who: str, action: Action, name: str, surface: Surface, place: str | None = None) -> bool:
        """Ask the sentences of the design about one publication, or about each of them."""
        shows = [place] if place is not None else self.oracle.films[name].shows
        subjects = [self.subject(name, one) for one in shows] or [self.subject(name, None)]
        return any(said(self.viewer(who), action, one, surface) for one in subjects)

    def _last(self) -> tuple[int, int]:
        (row,) = self.rows.execute("SELECT (SELECT max(sequence) FROM events), (SELECT max(sequence) FROM outbox)")
        return row[0] or 0, row[1] or 0

    def skip_told(self) -> None:
        """Look at nothing that was told until now."""
        self.seen = self._last()

    def check_told(self) -> None:
        """Compare events and outbox rows since the last look with what the oracle expects."""
        names = {value.hex: name for name, value in self.ids.items()}
        events = self.rows.execute("SELECT subject, verb FROM events WHERE sequence > ?", self.seen[:1]).fetchall()
        assert Counter((names[subject], verb) for subject, verb in events) == Counter(self.oracle.events)
        query = "SELECT surface, kind, subject FROM outbox WHERE sequence > ?"
        told = Counter(
            (surface, kind, names[subject]) for surface, kind, subject in self.rows.execute(query, self.seen[1:])
        )
        assert told == self.oracle.outbox
        for subject, verb in self.oracle.events:
            if verb in MODERATES:
                place = self.oracle.places[subject.rpartition("@")[2]]
                place.active_ms, place.idle_told = self.oracle.now_ms, False
        self.oracle.events.clear()
        self.oracle.outbox.clear()
        self.seen = self._last()

    def check_rows(self) -> None:
        """Compare how each publication stands."""
        query = (
            "SELECT p.state, p.revision, p.shown_revision, p.audience, p.waiting_since_ms, p.keeps_until_ms, v.hold,"
            " v.trimmed, v.state = 'erasing', v.ends_at_ms FROM publications p JOIN videos v ON v.id = p.video"
            " WHERE p.id = ?"
        )
        kept = 0
        for name, film in self.oracle.films.items():
            for show in film.shows.values():
                kept += 1
                found = self.rows.execute(query, (self.ids[f"{name}@{show.place}"].hex,)).fetchone()
                ends = (film.held, film.trimmed, film.erased, film.ends_ms)
                stands = (show.state, show.now, show.seen, show.audience, show.waits_since_ms, show.keeps_until_ms)
                assert found == stands + ends, (name, show, found)
        assert self.rows.execute("SELECT count(*) FROM publications").fetchone() == (kept,)

    async def check_gate(self, name: str) -> None:
        """Ask the reading door about one video for everybody on every surface, as if they looked there."""
        subjects = [self.subject(name, one) for one in self.oracle.films[name].shows] or [self.subject(name, None)]
        async with self.parts.store.read() as reads:
            for who in ("", *PEOPLE):
                viewer = self.viewer(who)
                for surface, action in product(Surface, (Action.FIND, Action.OPEN)):
                    try:
                        seen = (await reads.decide(viewer, action, self.ids[name], surface)).allowed
                    except NotFound:
                        seen = False
                    may = any(said(viewer, action, one, surface) for one in subjects)
                    assert seen == may, (who, action, name, surface)

    async def check_looks(self, who: str, surface: Surface, place: str, names: Collection[str]) -> None:
        """Look at some films as one viewer on one surface: bytes, words, publications; and through a place's lists."""
        async with self.parts.store.read() as reads:
            for name in names:
                film = self.oracle.films[name]
                view = await reads.video(self.viewer(who), self.ids[name], surface)
                assert (view is not None) == self.may(who, Action.FIND, name, surface), (who, name, surface)
                own = film.owner == who
                if view is not None:
                    assert bool(view.prompt) == (own and not film.trimmed and view.inputs != ())
                await self._check_bytes(reads, who, name, surface)
                for show in film.shows.values():
                    await self._check_view(reads, who, name, surface, show)
            await self._check_lists(reads, who, surface, place)

    async def _check_bytes(self, reads: Any, who: str, name: str, surface: Surface) -> None:
        subjects = [self.subject(name, one) for one in self.oracle.films[name].shows] or [self.subject(name, None)]
        for role in (AssetRole.INPUT, AssetRole.OUTPUT, AssetRole.POSTER):
            asset = self.ids.get(f"{name}/{role.value}")
            if asset is None:
                continue
            found = await reads.asset(self.viewer(who), asset, surface)
            opens = any(said(self.viewer(who), Action.OPEN, replace(one, role=role), surface) for one in subjects)
            gone = role is AssetRole.INPUT and self.oracle.films[name].trimmed
            assert (found is not None) == (opens and not gone), (who, name, role, surface)

    async def _check_view(self, reads: Any, who: str, name: str, surface: Surface, show: Shown) -> None:
        seen = await reads.publication(self.viewer(who), self.ids[f"{name}@{show.place}"], surface)
        assert (seen is not None) == self._finds(who, name, surface, show.place), (who, name, surface, show)
        if seen is None:
            return
        film = self.oracle.films[name]
        reviews = self.may(who, Action.DECIDE, name, surface, show.place)
        sent = reviews and show.state not in {"draft", "withdrawn", "expired"}
        number = show.now if film.owner == who or sent or show.seen is None else show.seen
        assert seen.revision.number == number
        assert seen.revision.proposal.caption.title == show.drafts[number].title
        assert (seen.number != 0) == (film.owner == who)
        assert (seen.record is not None) == reviews
        assert reviews or seen.claim is None
        assert reviews or film.owner == who or seen.waiting_since_ms is None

    def _finds(self, who: str, name: str, surface: Surface, place: str) -> bool:
        """Whether somebody finds a publication: a grant is of the video, and says nothing about where it is shown."""
        alone = replace(self.subject(name, place), granted=frozenset())
        return said(self.viewer(who), Action.FIND, alone, surface)

    async def _check_lists(self, reads: Any, who: str, surface: Surface, place: str) -> None:
        queue = await reads.queue(self.viewer(who), self.ids[place], surface)
        waits = {
            (show.waits_since_ms, self.ids[f"{name}@{place}"])
            for name, _, show in self.oracle.all_shown()
            if show.place == place
            and show.waits_since_ms is not None
            and self.may(who, Action.CLAIM, name, surface, place)
        }
        assert [one.publication.id for one in queue] == [name for _, name in sorted(waits)]
        showcase = await reads.showcase(self.viewer(who), self.ids[place], surface)
        assert {one.publication.id for one in showcase} == {
            self.ids[f"{name}@{place}"]
            for name, film, show in self.oracle.all_shown()
            if show.place == place
            and show.seen is not None
            and not film.held
            and self._finds(who, name, surface, place)
        }, (who, surface, place)
