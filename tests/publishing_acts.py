"""Acts of publishing upon core and oracle alike: what each may be refused for, and what it changes where it is done."""

from dataclasses import replace
from uuid import uuid4

from core.erasure.erase import expire as begin_erasure
from core.gate import Action, Surface
from core.people import Role
from core.publications import BANNED_FOR_MS, CLAIMED_FOR_MS, SHOWN_FOR_MS, Caption, Proposal
from core.publishing.appeal import appeal
from core.publishing.review import Ruling
from core.publishing.upkeep import expire_due, post_due, trim_due
from core.publishing.withdraw import unpublish
from core.videos import Audience, Portrayed, VideoId
from tests.parts import HERE, RETENTION_MS
from tests.publishing import ready
from tests.publishing_machine import PEOPLE, QUOTA, World
from tests.publishing_oracle import OPEN, WAITS, Draft, Film, Shown

MISS = "publication_not_found"
LOST = "publication_moved_on"
REDRAFTED = frozenset({"declined", "withdrawn", "expired"})


class Acts(World):
    """What people and the clock do."""

    def create(self, owner: str) -> None:
        """Keep a video that is ready."""
        video = self.run(ready(self.parts, self.viewer(owner)))
        name = f"film {len(self.ids)}"
        self.ids[name] = video
        for asset, role in self.rows.execute("SELECT id, role FROM assets WHERE video = ?", (video.hex,)):
            self.ids[f"{name}/{role}"] = VideoId(type(video)(asset))
        self.oracle.films[name] = Film(owner, self.oracle.now_ms + RETENTION_MS)
        self.skip_told()

    def grant(self, name: str, who: str, for_ms: int | None) -> None:
        """Give a grant, as sharing does."""
        until_ms = None if for_ms is None else self.oracle.now_ms + for_ms
        values = (self.ids[name].hex, self.ids[who].hex, until_ms, uuid4().hex, b"", self.oracle.now_ms)
        columns = "video, person, until_ms, id, names, given_at_ms"
        self.rows.execute(f"INSERT OR REPLACE INTO grants ({columns}) VALUES (?, ?, ?, ?, ?, ?)", values)  # noqa: S608
        self.oracle.films[name].grants[who] = until_ms

    def take(self, name: str, who: str) -> None:
        """Take a grant back."""
        self.rows.execute("DELETE FROM grants WHERE video = ? AND person = ?", (self.ids[name].hex, self.ids[who].hex))
        self.oracle.films[name].grants.pop(who, None)

    def asks(self, who: str, name: str, place: str) -> set[str]:
        """What keeps somebody from asking a place to show a film."""
        if not self.may(who, Action.FIND, name, HERE):
            return {"video_not_found"}
        film = self.oracle.films[name]
        problems = set()
        if not self.may(who, Action.PUBLISH, name, HERE):
            problems |= {"held" if film.held else "unrelated"}
        if place not in PEOPLE[who]:
            problems |= {"not_member", "community_not_found"}
        if self.oracle.places[place].paused:
            problems |= {"publishing_paused"}
        return problems

    def begin(self, who: str, name: str, place: str) -> None:
        """Ask for a draft."""
        asked = self.proposing.begin(self.viewer(who), self.ids[name], self.ids[place], HERE)
        if not self.tried(asked, self.asks(who, name, place)):
            return
        film, subject = self.oracle.films[name], f"{name}@{place}"
        show = film.shows.get(place)
        if show is None:
            until_ms = self.oracle.now_ms + SHOWN_FOR_MS
            film.shows[place] = Shown(place, {1: Draft(1, until_ms=until_ms)})
            query = "SELECT id FROM publications WHERE video = ? AND community = ?"
            (row,) = self.rows.execute(query, (self.ids[name].hex, self.ids[place].hex))
            self.ids[subject] = VideoId(type(self.ids[name])(row[0]))
        elif show.state in REDRAFTED:
            self.oracle.move(name, show, show.now, "redraft", who)
        elif show.state == "shown":
            self.oracle.again(show, show.now)
            self.oracle.events.append((subject, "revise"))
            self.oracle.tell(self.oracle.surfaces[film.owner], "publication", subject)

    def owns(self, who: str, name: str, show: Shown) -> set[str]:
        """What keeps somebody from changing a draft: it isn't theirs, or may not be published."""
        if self.oracle.films[name].owner != who or self.oracle.films[name].erased:
            return {"video_not_found"}
        return self.asks(who, name, show.place)

    def change(self, who: str, name: str, show: Shown, number: int, wanted: Draft) -> None:
        """Fill in a draft."""
        problems = self.owns(who, name, show)
        if problems != {"video_not_found"}:
            problems |= {LOST} if (number, show.state) != (show.now, "draft") else set()
            problems |= self.terms(show, wanted)

        def changed(_: Proposal) -> Proposal:
            portrayed = Portrayed.NOBODY if wanted.said else Portrayed.UNSAID
            return Proposal(Caption(wanted.title), Audience(wanted.audience), portrayed, wanted.until_ms)

        subject = f"{name}@{show.place}"
        asked = self.proposing.change(self.viewer(who), self.ids[subject], number, HERE, changed)
        if self.tried(asked, problems):
            show.drafts[number] = replace(wanted, number=number, asked_at_ms=show.drafts[number].asked_at_ms)
            self.oracle.events.append((subject, "change_proposal"))

    def terms(self, show: Shown, wanted: Draft) -> set[str]:
        """What a place doesn't take."""
        world = wanted.audience == "anyone" and not self.oracle.places[show.place].world
        late = {"until_malformed"} if wanted.until_ms <= self.oracle.now_ms else set()
        return late | ({"world_closed"} if world else set())

    def send(self, who: str, name: str, show: Shown, number: int) -> None:
        """Send a draft in."""
        film, problems = self.oracle.films[name], self.owns(who, name, show)
        if problems != {"video_not_found"}:
            problems |= self.terms(show, show.current) | self.oracle.opening(film, show)
            problems |= set() if show.current.said else {"portrayed_unsaid"}
            problems |= {LOST} if (number, show.state) != (show.now, "draft") else set()
            problems |= {"publishing_quota"} if self.oracle.asked_lately(who, show.place) >= QUOTA else set()
        asked = self.proposing.send(self.viewer(who), self.ids[f"{name}@{show.place}"], number, HERE)
        if self.tried(asked, problems):
            place = self.oracle.places[show.place]
            idle = place.is_idle(self.oracle.now_ms) and not place.moderated
            self.oracle.move(name, show, number, "propose" if idle or place.moderated else "show", who)
            if idle and not place.idle_told:
                place.idle_told = True
                self.oracle.events.append((show.place, "idle"))
            others = place.others_decide({who}, self.oracle.now_ms)
            self.oracle.escalate(name, show, on=PEOPLE[who][show.place] is not Role.MEMBER and not others)

    def unpublish(self, who: str, name: str, place: str | None) -> None:
        """Take back from one place, or from all."""
        film, problems = self.oracle.films[name], set[str]()
        if not self.may(who, Action.FIND, name, HERE):
            problems = {"video_not_found"}
        elif film.owner != who:
            problems = {"unrelated"}
        elif place is not None and not film.shows:
            problems = {MISS}
        community = None if place is None else self.ids[place]
        asked = unpublish(self.viewer(who), self.ids[name], HERE, store=self.parts.store, community=community)
        if self.tried(asked, problems):
            for show in film.shows.values():
                if place in {None, show.place}:
                    self._withdraw(name, show, who)

    def _withdraw(self, name: str, show: Shown, who: str) -> None:
        waits, seen = show.state in OPEN, show.seen
        if waits:
            self.oracle.move(name, show, show.now, "withdraw", who)
        if seen is not None:
            self.oracle.move(name, show, seen, "withdraw", who)

    def reaches(self, who: str, action: Action, name: str, show: Shown, surface: Surface) -> set[str]:
        """What keeps somebody from acting as a moderator: it isn't there for them."""
        return set() if self.may(who, action, name, surface, show.place) else {MISS}

    def claim(self, who: str, name: str, show: Shown, surface: Surface) -> None:
        """Take an item."""
        problems = self.reaches(who, Action.CLAIM, name, show, surface)
        if not problems:
            problems = set() if show.state in WAITS else {LOST}
            problems |= {"claimed"} if self._taken(who, show) else set()
        asked = self.reviewing.claim(self.viewer(who), self.ids[f"{name}@{show.place}"], surface)
        if self.tried(asked, problems):
            show.claim = (who, self.oracle.now_ms + CLAIMED_FOR_MS)
            self.oracle.events.append((f"{name}@{show.place}", "claim"))

    def _taken(self, who: str, show: Shown) -> bool:
        return show.claim is not None and show.claim[0] != who and show.claim[1] > self.oracle.now_ms

    def skip(self, who: str, name: str, show: Shown, surface: Surface) -> None:
        """Give an item back."""
        asked = self.reviewing.skip(self.viewer(who), self.ids[f"{name}@{show.place}"], surface)
        if self.tried(asked, self.reaches(who, Action.CLAIM, name, show, surface)):
            show.claim = None if show.claim is not None and show.claim[0] == who else show.claim

    def _judges(self, who: str, name: str, show: Shown, surface: Surface) -> set[str]:
        """What keeps somebody from deciding."""
        problems = self.reaches(who, Action.DECIDE, name, show, surface)
        if problems:
            return problems
        problems = {"claimed"} if self._taken(who, show) else set()
        appealed = show.state == "appealed"
        problems |= {"own_decision"} if appealed and show.current.decided_by == who else set()
        return problems | self._own(who, name, show, overrules=appealed)

    def _own(self, who: str, name: str, show: Shown, *, overrules: bool) -> set[str]:
        if self.oracle.films[name].owner != who:
            return set()
        if show.escalated:
            return {"own_for_operator"}
        others = self.oracle.places[show.place].others_decide({who}, self.oracle.now_ms)
        return {"own_publication"} if overrules or others else set()

    def _lost(self, show: Shown, number: int, state: str) -> set[str]:
        is_it = number in {show.now, show.seen} and show.drafts[number].state == state
        return set() if is_it else {LOST}

    def decide(self, who: str, name: str, show: Shown, number: int, surface: Surface, *, yes: bool) -> None:
        """Approve or decline, an appeal too."""
        problems = self._judges(who, name, show, surface)
        appealed = show.state == "appealed"
        if yes:
            verb = "grant_appeal" if appealed else "approve"
        else:
            verb = {"": "decline", "decline": "decline_again", "remove": "remove_again"}[show.first if appealed else ""]
        if problems != {MISS}:
            problems |= self._lost(show, number, "appealed" if appealed else "proposed")
            problems |= self.oracle.opening(self.oracle.films[name], show) if yes else set()
        subject = self.ids[f"{name}@{show.place}"]
        asked = (
            self.reviewing.approve(self.viewer(who), subject, number, surface)
            if yes
            else self.reviewing.decline(self.viewer(who), subject, number, Ruling(), surface)
        )
        if self.tried(asked, problems):
            self.oracle.move(name, show, number, verb, who, told=verb != "approve")

    def undo(self, who: str, name: str, show: Shown, number: int, surface: Surface) -> None:
        """Take an approval back."""
        problems = self.reaches(who, Action.DECIDE, name, show, surface)
        if not problems:
            problems = set() if (number, show.state) == (show.now, "approved") else {LOST}
            problems |= self.oracle.opening(self.oracle.films[name], show)
        asked = self.reviewing.undo(self.viewer(who), self.ids[f"{name}@{show.place}"], number, surface)
        if self.tried(asked, problems):
            self.oracle.move(name, show, number, "withdraw", who, told=False)
            another = self.oracle.again(show, number)
            self.oracle.events.append((f"{name}@{show.place}", "redraft"))
            self.oracle.move(name, show, another, "propose", who, told=False)

    def remove(self, who: str, name: str, show: Shown, number: int, surface: Surface) -> None:
        """Take down what is shown."""
        problems = self.reaches(who, Action.REMOVE, name, show, surface) or self._lost(show, number, "shown")
        asked = self.reviewing.remove(self.viewer(who), self.ids[f"{name}@{show.place}"], number, Ruling(), surface)
        if self.tried(asked, problems):
            self.oracle.move(name, show, number, "remove", who)

    def reinstate(self, who: str, name: str, show: Shown, number: int, surface: Surface) -> None:
        """Undo a removal."""
        problems = self.reaches(who, Action.REINSTATE, name, show, surface)
        if not problems:
            problems = self._lost(show, number, "removed") | self.oracle.opening(self.oracle.films[name], show)
            problems |= self._own(who, name, show, overrules=True)
        asked = self.reviewing.reinstate(self.viewer(who), self.ids[f"{name}@{show.place}"], number, surface)
        if self.tried(asked, problems):
            self.oracle.move(name, show, number, "reinstate", who)

    def hold(self, who: str, name: str, show: Shown, surface: Surface, *, on: bool) -> None:
        """Close the gate, or open it again."""
        problems = self.reaches(who, Action.HOLD, name, show, surface)
        if not problems and not on:
            problems = self._own(who, name, show, overrules=False)
        asked = self.reviewing.hold(self.viewer(who), self.ids[f"{name}@{show.place}"], surface, on=on)
        film = self.oracle.films[name]
        if self.tried(asked, problems) and film.held != on:
            film.held = on
            for one in film.shows.values():
                one.held_here = on and one is show
            self.oracle.events.append((name, "hold" if on else "lift"))
            self.oracle.tell_video(name)
            for one in film.shows.values():
                self.oracle.tell_place(name, one)

    def ban(self, who: str, name: str, show: Shown, surface: Surface, *, on: bool) -> None:
        """Take publishing in a place from an author, or give it back."""
        subject = self.ids[f"{name}@{show.place}"]
        asked = (self.reviewing.ban if on else self.reviewing.unban)(self.viewer(who), subject, surface)
        bans, owner = self.oracle.places[show.place].bans, self.oracle.films[name].owner
        if self.tried(asked, self.reaches(who, Action.BAN, name, show, surface)):
            if on or owner in bans:
                self.oracle.events.append((show.place, "ban" if on else "unban"))
            bans.pop(owner, None)
            bans |= {owner: self.oracle.now_ms + BANNED_FOR_MS} if on else {}

    def appeal(self, who: str, name: str, show: Shown, number: int) -> None:
        """Ask somebody else to look again."""
        problems = self.reaches(who, Action.APPEAL, name, show, HERE)
        if not problems:
            closed = not show.may_appeal or show.state not in {"declined", "removed"}
            decided = number in {show.now, show.seen} and show.drafts[number].state in {"declined", "removed"}
            problems = ({"appeal_closed"} if closed else set()) | (set() if decided else {LOST})
        first = show.current.decided_by
        asked = appeal(
            self.viewer(who),
            self.ids[f"{name}@{show.place}"],
            number,
            HERE,
            store=self.parts.store,
            clock=self.parts.clock,
        )
        if self.tried(asked, problems):
            self.oracle.move(name, show, number, "appeal", who)
            others = self.oracle.places[show.place].others_decide({who, first or ""}, self.oracle.now_ms)
            self.oracle.escalate(name, show, on=not others)

    def pause(self, who: str, place: str, *, paused: bool) -> None:
        """Stop new publishing, or let it go on."""
        role = PEOPLE[who].get(place)
        problems = {"community_not_found"} if role is None else ({"not_moderator"} if role.value == "member" else set())

        async def pausing() -> None:
            async with self.parts.store.write() as writes:
                await writes.pause_publishing(self.viewer(who), self.ids[place], paused=paused, surface=HERE)

        if self.tried(pausing(), problems):
            self.oracle.places[place].paused = paused
            self.oracle.events.append((place, "pause" if paused else "resume"))

    def post(self) -> None:
        """Let what was approved go out."""
        self.run(post_due(store=self.parts.store, clock=self.parts.clock))
        for name, film, show in self.oracle.all_shown():
            due = show.state == "approved" and (show.current.post_at_ms or 0) <= self.oracle.now_ms
            if due and not film.held:
                banned = self.oracle.banned(film.owner, show.place)
                self.oracle.move(name, show, show.now, "withdraw" if banned else "post", None)

    def end(self) -> None:
        """Let what is over go."""
        self.run(expire_due(store=self.parts.store, clock=self.parts.clock))
        for name, _, show in self.oracle.all_shown():
            if show.seen is not None and show.drafts[show.seen].until_ms <= self.oracle.now_ms:
                self.oracle.move(name, show, show.seen, "expire", None)

    def trim(self) -> None:
        """Take inputs and words out of what only a publication keeps."""
        parts = self.parts
        self.run(trim_due(store=parts.store, vault=parts.vault, revocations=parts.revocations, clock=parts.clock))
        for name, film in self.oracle.films.items():
            over = (film.inputs_end_ms or film.ends_ms) <= self.oracle.now_ms
            if over and not film.trimmed and not film.erased:
                film.trimmed = True
                self.oracle.events.append((name, "trim"))
                self.oracle.tell_video(name)

    def erase(self, name: str) -> None:
        """Shut the gate for good."""
        film = self.oracle.films[name]
        asked = begin_erasure(self.ids[name], self.shutting)
        if not self.tried(asked, {"video_moved_on"} if film.erased else set()):
            return
        film.erased = True
        self.oracle.events.append((name, "erase"))
        self.oracle.tell_video(name)
        self.oracle.tell("engine", "erase", name)
        for show in film.shows.values():
            self.oracle.tell_place(name, show)
            show.waits_since_ms = None

    def sweep(self) -> None:
        """Erase what is overdue."""
        found = set(self.run(self.parts.store.ledger.overdue(self.oracle.now_ms, 100)))
        assert found == {self.ids[name] for name in self.oracle.overdue()}
        for name in sorted(self.oracle.overdue()):
            self.erase(name)

    def forget(self, name: str) -> None:
        """Take the rows of an erased film out: what tells channels to look again stays, and nothing else."""

        async def forgetting() -> None:
            async with self.parts.store.write() as writes:
                await writes.forget_video(self.ids[name])

        film = self.oracle.films[name]
        if not self.tried(forgetting(), set() if film.erased else {"video_moved_on"}):
            return
        subjects = [self.ids[one].hex for one in (name, *(f"{name}@{place}" for place in film.shows))]
        marks = ", ".join("?" * len(subjects))
        kinds = self.rows.execute(f"SELECT DISTINCT kind FROM outbox WHERE subject IN ({marks})", subjects)  # noqa: S608
        assert {kind for (kind,) in kinds} <= {"erase", "feed", "review"}
        del self.oracle.films[name]
        for place in self.oracle.places.values():
            place.decided = [one for one in place.decided if one[0] != name]
        self.skip_told()

    def wait(self, by_ms: int) -> None:
        """Let time pass."""
        self.parts.clock.advance(by_ms)
        self.oracle.now_ms += by_ms
