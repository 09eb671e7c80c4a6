"""Cases at the desk: what is reported, beside what waits, and decided one by one; nothing names whoever reported."""

from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from aiohttp import web

from bots.chat.told import told
from bots.texts.plain import plain
from bots.texts.say import Say
from bots.web.blurred import BlurServer
from bots.web.desk_rows import whole
from bots.web.desk_scope import HERE, PAGE, Sits
from bots.web.media import Found, MediaServer
from bots.web.pages import Speak
from core.cases import Case, CaseId, CaseState
from core.errors import LostRace, NotAllowed, NotFound, PersonError
from core.people import PersonId
from core.ports import Clock, Reads, Store
from core.publications import CLAIMED_FOR_MS, PublicationView
from core.publishing.cases import Judging
from core.publishing.review import Ruling
from core.videos import AssetRole

Json = dict[str, Any]
LOOKED_MOST = 1_000
_VERBS = {"approve": "dismiss", "decline": "uphold", "undo": "reopen"}
"""What the desk's keys mean where the item is a case: to approve is to leave it, to decline to take it down."""


@dataclass
class Looked:
    """Who looks at which case now: its video opens to whom a look of theirs was noted, for five minutes."""

    clock: Clock
    _until_ms: OrderedDict[tuple[PersonId | None, CaseId], int] = field(default_factory=OrderedDict)

    def begin(self, person: PersonId | None, case: CaseId) -> None:
        """Note a look; those of longest ago make room."""
        self._until_ms[person, case] = self.clock.now_ms() + CLAIMED_FOR_MS
        self._until_ms.move_to_end((person, case))
        while len(self._until_ms) > LOOKED_MOST:
            self._until_ms.popitem(last=False)

    def is_open(self, person: PersonId | None, case: CaseId) -> bool:
        """Whether somebody looks at it."""
        return self._until_ms.get((person, case), 0) > self.clock.now_ms()


@dataclass(frozen=True)
class Cases:
    """What the desk does with cases."""

    store: Store
    clock: Clock
    media: MediaServer
    blurs: BlurServer
    looked: Looked

    async def rows(self, seat: Sits, reads: Reads, speak: Speak) -> list[Json]:
        """Describe the open cases, what is due first coming first; for the operator also what they alone can open."""
        found = await reads.cases(seat.viewer, seat.community, HERE, limit=PAGE)
        rows = [await self._row(one, seat, reads, speak) for one in found]
        if seat.community is None:
            closed = await reads.decided_cases(seat.viewer, None, HERE, limit=PAGE)
            rows += [_closed(one, speak) for one in closed if one.holds]
        return rows

    async def _row(self, case: Case, seat: Sits, reads: Reads, speak: Speak) -> Json:
        view = await reads.publication_at_issue(seat.viewer, case.id, HERE)
        now_ms = self.clock.now_ms()
        return {
            "case": str(case.id),
            "state": f"{case.state.value} {len(case.reports)} {case.holds} {now_ms >= case.due_at_ms}",
            "title": _title(case, view, speak),
            "description": plain(view.revision.proposal.caption.description) if view else "",
            "facts": [speak(one) for one in _facts(case, now_ms)],
            "notes": [speak(Say("desk-held"))] if case.holds else [],
            "words": [speak(_words(one.complaint.value, one.words)) for one in case.reports if one.words],
            "poster": case.video is not None and not case.holds,
            "video": case.video is not None,
            "open": True,
        }

    async def do(self, action: str, case: CaseId, ruling: Ruling, seat: Sits, speak: Speak) -> Json:
        """Do it, and say what came of it, as for every item of the desk."""
        verb = _VERBS.get(action, action)
        try:
            await self._do(verb, case, ruling, seat)
        except PersonError as error:
            gone = isinstance(error, NotFound | LostRace)
            return {"done": False, "stays": not gone, "text": speak(_refusal(error)), "undo": ""}
        stays = verb in {"look", "skip"}
        undo = "undo" if verb in {"dismiss", "uphold"} else ""
        return {"done": True, "stays": stays, "text": speak(Say(f"desk-case-done-{verb}")), "undo": undo}

    async def _do(self, verb: str, case: CaseId, ruling: Ruling, seat: Sits) -> None:
        judging = Judging(self.store, self.clock)
        match verb:
            case "look":
                await judging.look(seat.viewer, case, HERE)
                self.looked.begin(seat.viewer.person, case)
            case "uphold":
                await judging.uphold(seat.viewer, case, ruling, HERE)
            case "dismiss":
                await judging.dismiss(seat.viewer, case, HERE)
            case "reopen":
                await judging.reopen(seat.viewer, case, HERE)
            case "lift":
                await judging.lift(seat.viewer, case, HERE)
            case "skip":
                return
            case _:
                raise NotAllowed("press_unknown")

    async def poster(self, request: web.Request, seat: Sits) -> web.StreamResponse:
        """Send the still picture of what is reported, so blurred that nobody can be recognised."""
        async with self.store.read() as reads:
            found = await reads.asset_at_issue(seat.viewer, _case(request), AssetRole.POSTER, HERE)
        return await self.blurs.send(found)

    async def video(self, request: web.Request, seat: Sits) -> web.StreamResponse:
        """Send the video of a case to whom a look of theirs was noted, for as long as that and the case are open."""
        case = _case(request)

        async def ask() -> Found | None:
            if not self.looked.is_open(seat.viewer.person, case):
                return None
            async with self.store.read() as reads:
                return await reads.asset_at_issue(seat.viewer, case, AssetRole.OUTPUT, HERE)

        return await self.media.send(request, seat.viewer, ask)


def _case(request: web.Request) -> CaseId:
    try:
        return CaseId(UUID(request.match_info["case"]))
    except ValueError:
        raise web.HTTPNotFound from None


def _title(case: Case, view: PublicationView | None, speak: Speak) -> str:
    if view is not None:
        return plain(view.revision.proposal.caption.title) or speak(Say("showcase-untitled"))
    return speak(Say("desk-case-words" if case.video is None else "desk-case-shared"))


def _facts(case: Case, now_ms: int) -> Sequence[Say]:
    left_ms = case.due_at_ms - now_ms
    counted = Counter(one.complaint for one in case.reports)
    return (
        Say("desk-kind-case", {"count": len(case.reports)}),
        *(Say(f"complaint-{one.value}") for one in counted),
        Say("desk-waits", {"waited_ms": whole(now_ms - case.opened_at_ms)}),
        Say("desk-case-due", {"left_ms": whole(left_ms)}) if left_ms > 0 else Say("desk-case-late"),
    )


def _words(complaint: str, words: str) -> Say:
    return Say("desk-case-said", {"complaint": Say(f"complaint-{complaint}"), "words": words})


def _closed(case: Case, speak: Speak) -> Json:
    """Describe an upheld case that keeps its video closed: the operator alone can open it again."""
    return {
        "case": str(case.id),
        "state": case.state.value,
        "title": speak(Say("desk-case-kept")),
        "description": "",
        "facts": [speak(Say(f"complaint-{one.value}")) for one in Counter(each.complaint for each in case.reports)],
        "notes": [speak(Say("desk-case-kept-why"))],
        "words": [],
        "poster": False,
        "video": False,
        "open": case.state is CaseState.OPEN,
    }


def _refusal(error: PersonError) -> Say:
    return Say("desk-late") if isinstance(error, LostRace) else told(error)
