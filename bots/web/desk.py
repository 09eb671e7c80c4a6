"""The desk: what waits for a community's moderators, page by page, decided by keyboard, one by one or several at once.

What is asked here is asked of core's use cases, item by item: there is no way to decide that goes round them.
"""

from dataclasses import dataclass
from uuid import UUID

from aiohttp import web

from bots.chat.reasons import reason_of
from bots.texts.lookup import Texts
from bots.texts.say import Say, When
from bots.web.blurred import BlurServer
from bots.web.desk_acts import Acts, Item, asked
from bots.web.desk_cases import Cases
from bots.web.desk_rows import past, row
from bots.web.desk_scope import HERE, PAGE, cases_waiting, past_of, queue, waiting, words_of
from bots.web.media import Found, MediaServer
from bots.web.pages import Speak, speaker, worded
from core.people import CommunityId, Viewer
from core.ports import Clock, Store
from core.publications import NOTE_LONGEST, Key, PublicationView, Why
from core.publishing.review import Reviewing
from core.sharing.seen import note_look
from core.videos import AssetRole, PublicationId
from knowledge.languages import spoken

MOST_DIGITS = 15


@dataclass(frozen=True)
class Seat:
    """A moderator at the desk of one community, or the operator at their own: then `community` is None.

    `home` is the path that the desk stands under; `until_ms` its end.
    """

    viewer: Viewer
    community: CommunityId | None
    home: str
    language: str
    zone: str = "UTC"
    back: str = ""
    events: str = ""
    until_ms: int | None = None


@dataclass(frozen=True)
class DeskServer:
    """Pages of the desk, and what is pressed there."""

    store: Store
    clock: Clock
    media: MediaServer
    blurs: BlurServer
    texts: Texts
    cases: Cases

    async def page(self, request: web.Request, seat: Seat) -> web.StreamResponse:
        """List what waits, the longest waiting first; `?after=` is where the page before ended."""
        after, speak = _key_of(request.query.get("after", "")), self._speaker(seat)
        async with self.store.read() as reads:
            found = await queue(seat, reads, after)
            counts = _counts(await waiting(seat, reads), await cases_waiting(seat, reads), speak)
            reported = [] if after else await self.cases.rows(seat, reads, speak)
        shown = found[:PAGE]
        next_page = f"{seat.home}?after={_key(shown[-1])}" if len(found) > PAGE else ""
        return worded(
            "desk.html",
            words_of(seat),
            speak,
            spoken(seat.language),
            seat=seat,
            rows=[row(one, seat.viewer, self.clock.now_ms(), speak) for one in shown],
            cases=reported,
            **counts,
            next_page=next_page,
            first_page=seat.home if after else "",
            reasons=[(why.value, speak(reason_of(why.value))) for why in Why],
            note_longest=NOTE_LONGEST,
            closes=speak(Say("desk-closes", {"until": When(seat.until_ms)})) if seat.until_ms else "",
        )

    async def history(self, _request: web.Request, seat: Seat) -> web.StreamResponse:
        """List what was decided last in this community, or by the operator."""
        async with self.store.read() as reads:
            found = await past_of(seat, reads)
        speak = self._speaker(seat)
        lines = [past(one, speak) for one in found]
        return worded("desk_history.html", words_of(seat), speak, spoken(seat.language), seat=seat, lines=lines)

    async def act(self, request: web.Request, seat: Seat) -> web.StreamResponse:
        """Do one thing to each of some items, and say of each what came of it."""
        action, items, ruling = await asked(request)
        acts = Acts(Reviewing(self.store, self.clock), seat.viewer, self._speaker(seat))
        outcomes = [
            await acts.do(action, item, ruling)
            if isinstance(item, Item)
            else await self.cases.do(action, item, ruling, seat, acts.speak)
            for item in items
        ]
        async with self.store.read() as reads:
            count, cases = await waiting(seat, reads), await cases_waiting(seat, reads)
        return web.json_response({"outcomes": outcomes, **_counts(count, cases, acts.speak)})

    async def poster(self, request: web.Request, seat: Seat) -> web.StreamResponse:
        """Send the still picture of an item, so blurred that nobody can be recognised."""
        publication = PublicationId(_uuid(request.match_info["publication"]))
        async with self.store.read() as reads:
            view = await reads.publication(seat.viewer, publication, HERE)
        posters = [one.id for one in view.assets if one.role is AssetRole.POSTER] if view else []
        if not posters:
            raise web.HTTPNotFound
        return await self.blurs.serve(seat.viewer, HERE, posters[0])

    async def video(self, request: web.Request, seat: Seat) -> web.StreamResponse:
        """Send the video of an item, for as long as this moderator may look at it.

        To the operator only what they took to look at, so that no look of theirs goes unnoted.
        """
        publication = PublicationId(_uuid(request.match_info["publication"]))

        async def ask() -> Found | None:
            async with self.store.read() as reads:
                view = await reads.publication(seat.viewer, publication, HERE)
                if view is None or (seat.viewer.operator and not _is_taken(view, seat.viewer)):
                    return None
                outputs = [one.id for one in view.assets if one.role is AssetRole.OUTPUT]
                return await reads.asset(seat.viewer, outputs[0], HERE) if outputs else None

        async def noted() -> None:
            await note_look(seat.viewer, publication, store=self.store)

        return await self.media.send(request, seat.viewer, ask, noted)

    def _speaker(self, seat: Seat) -> Speak:
        return speaker(self.texts, seat.language, seat.zone)


def _is_taken(view: PublicationView, viewer: Viewer) -> bool:
    return view.claim is not None and view.claim.moderator == viewer.person


def _counts(count: int, cases: int, speak: Speak) -> dict[str, str]:
    """Say how much waits, and how many cases are open, where there are any."""
    reported = speak(Say("desk-cases", {"count": cases})) if cases else ""
    return {"count": speak(Say("desk-count", {"count": count})), "cases_count": reported}


def _key(view: PublicationView) -> str:
    return f"{view.waiting_since_ms}.{view.publication.id}"


def _key_of(text: str) -> Key | None:
    """Read where a page ended; None for the first page. Raises HTTPNotFound for what isn't ours."""
    if not text:
        return None
    at_ms, _, publication = text.partition(".")
    if not (at_ms.isascii() and at_ms.isdigit() and len(at_ms) <= MOST_DIGITS):
        raise web.HTTPNotFound
    return Key(int(at_ms), PublicationId(_uuid(publication)))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise web.HTTPNotFound from None
