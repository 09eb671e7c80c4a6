"""/takedown: whoever has no account says that a video does harm, and has a page of their own that tells the outcome.

It works without JavaScript. Nothing of whoever sends it is kept but a keyed token of their network address, for a day.
"""

from dataclasses import dataclass
from http import HTTPStatus
from unicodedata import normalize
from urllib.parse import urlsplit

from aiohttp import web

from bots.chat.told import told
from bots.texts.lookup import Texts
from bots.texts.say import Say, When
from bots.web.forms import SENDS_HERE, about, sent
from bots.web.misses import WITHIN_MS, Misses, address_of
from bots.web.pages import (
    TAKEDOWN,
    TAKEDOWN_GONE,
    TAKEDOWN_STATE,
    TOO_MANY,
    speaker,
    worded,
)
from core.cases import WORDS_LONGEST, Complaint, Outcome, Reporter, Said
from core.errors import BadInput, LimitReached, LostRace, NotFound, PersonError
from core.gate import Surface
from core.people import STRANGER, CommunityId, Viewer
from core.ports import Clock, Ids, Reads, Store
from core.publishing.report import Reporting, outcome_for
from core.videos import PublicationId
from knowledge.languages import spoken

LINK_LONGEST = 500


@dataclass(frozen=True)
class Stand:
    """Where the form stands, and what is shown to whoever fills it in. `community` is the one that is meant, or any."""

    home: str
    language: str
    zone: str = "UTC"
    viewer: Viewer = STRANGER
    surface: Surface = Surface.WEB_WORLD
    community: CommunityId | None = None
    back: str = ""


@dataclass(frozen=True)
class Typed:
    """What was typed into the form. `complaint` is a code, "" for none."""

    link: str = ""
    complaint: str = ""
    words: str = ""
    good_faith: bool = False


@dataclass(frozen=True)
class Wrong:
    """What has to be mended: which field, and how."""

    field: str
    say: Say


@dataclass(frozen=True)
class TakedownServer:
    """The form, and the page that tells what came of a report."""

    store: Store
    clock: Clock
    ids: Ids
    texts: Texts
    misses: Misses

    async def form(self, request: web.Request, stand: Stand) -> web.StreamResponse:
        """Show the form; `?about=` is the address of what somebody came from."""
        link = request.query.get("about", "")
        return self._form(stand, Typed(link=link if link.startswith("/") and len(link) <= LINK_LONGEST else ""))

    async def send(self, request: web.Request, stand: Stand) -> web.StreamResponse:
        """Take a report, and lead to its page; what can't be taken is said beside what was typed."""
        typed = await _typed(request)
        try:
            secret = await self._report(typed, address_of(request), stand)
        except PersonError as error:
            status = HTTPStatus.TOO_MANY_REQUESTS if isinstance(error, LimitReached) else HTTPStatus.BAD_REQUEST
            return self._form(stand, typed, _wrong(error), status)
        raise web.HTTPSeeOther(f"{stand.home}/{secret}")

    async def state(self, request: web.Request, stand: Stand) -> web.StreamResponse:
        """Tell whoever has a report's secret how it stands. What isn't there is a 404, whatever it was."""
        address = address_of(request)
        if self.misses.too_many(address):
            return self._said(stand, TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS, {"Retry-After": str(WITHIN_MS // 1000)})
        try:
            found = await outcome_for(request.match_info["secret"], store=self.store)
        except NotFound:
            self.misses.miss(address)
            return self._said(stand, TAKEDOWN_GONE, HTTPStatus.NOT_FOUND)
        speak = speaker(self.texts, stand.language, stand.zone)
        response = worded(
            "takedown_state.html",
            TAKEDOWN_STATE,
            speak,
            spoken(stand.language),
            stand=stand,
            state=speak(_state(found)),
        )
        return about(response)

    async def _report(self, typed: Typed, address: str, stand: Stand) -> str:
        """Keep a report; gives the secret that tells its outcome. Raises as Reporting does, and as `_said`."""
        said = _said(typed)
        reporter = Reporter(address=address, secret=self.ids.token())
        reporting = Reporting(self.store, self.clock)
        if not typed.link.strip():
            await reporting.in_words(said, reporter)
            return reporter.secret
        async with self.store.read() as reads:
            publication = await _meant(typed.link.strip(), stand, reads)
        if publication is None:
            raise NotFound("publication_not_found")
        await reporting.about_publication(stand.viewer, publication, said, reporter, stand.surface)
        return reporter.secret

    def _form(
        self, stand: Stand, typed: Typed, wrong: Wrong | None = None, status: HTTPStatus = HTTPStatus.OK
    ) -> web.Response:
        speak = speaker(self.texts, stand.language, stand.zone)
        response = worded(
            "takedown.html",
            TAKEDOWN,
            speak,
            spoken(stand.language),
            stand=stand,
            typed=typed,
            wrong_field=wrong.field if wrong else "",
            wrong=speak(wrong.say) if wrong else "",
            complaints=[(one.value, speak(Say(f"complaint-{one.value}"))) for one in Complaint],
            words_hint=speak(Say("takedown-words-hint", {"limit": WORDS_LONGEST})),
            words_longest=WORDS_LONGEST,
            link_longest=LINK_LONGEST,
        )
        response.set_status(status)
        response.headers.update(SENDS_HERE)
        return about(response)

    def _said(
        self, stand: Stand, words: dict[str, Say], status: HTTPStatus, headers: dict[str, str] | None = None
    ) -> web.Response:
        response = worded("said.html", words, speaker(self.texts, stand.language), spoken(stand.language))
        response.set_status(status)
        response.headers.update(headers or {})
        return about(response)


async def _typed(request: web.Request) -> Typed:
    """Read the form. Raises as `sent` does."""
    given = await sent(request)
    return Typed(
        given.get("link", "")[:LINK_LONGEST],
        given.get("complaint", ""),
        normalize("NFC", given.get("words", "").replace("\r\n", "\n")),
        "good_faith" in given,
    )


def _said(typed: Typed) -> Said:
    """Give what somebody says. Raises BadInput: complaint_missing, good_faith_missing."""
    try:
        complaint = Complaint(typed.complaint)
    except ValueError:
        raise BadInput("complaint_missing") from None
    if not typed.good_faith:
        raise BadInput("good_faith_missing")
    return Said(complaint, typed.words)


_FIELDS = {
    "complaint_missing": "complaint",
    "good_faith_missing": "good_faith",
    "report_words_missing": "words",
    "report_words_too_long": "words",
}


def _wrong(error: PersonError) -> Wrong:
    """Say what has to be mended, and where."""
    if isinstance(error, NotFound | LostRace):
        return Wrong("link", Say("takedown-not-shown"))
    return Wrong(_FIELDS.get(error.code, ""), told(error))


async def _meant(link: str, stand: Stand, reads: Reads) -> PublicationId | None:
    """Find what is shown at an address of ours, to whoever stands here; None where nothing is."""
    try:
        pieces = [one for one in urlsplit(link).path.split("/") if one]
    except ValueError:
        return None
    if "c" not in pieces:
        return None
    named = pieces[pieces.index("c") + 1 :]
    if stand.community is not None:
        community, slug = stand.community, next(iter(named[1:] or named), "")
    else:
        found = await reads.community_named(named[0]) if named else None
        if found is None:
            return None
        community, slug = found, next(iter(named[1:]), "")
    view = await reads.publication_at(stand.viewer, community, slug, stand.surface)
    return view.publication.id if view else None


def _state(found: Outcome) -> Say:
    """Say how a report stands, as its reporter in a chat reads it."""
    moments = {"when": When(found.reported_at_ms), "due": When(found.due_at_ms)}
    return Say(f"report-state-{found.state.value}", moments)
