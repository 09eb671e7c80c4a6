"""/report: saying that a video does harm, by its link, by its post, or because somebody shared it; and hearing back."""

from dataclasses import dataclass
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import giver, name
from bots.chat.command import Asker, Command, Opens, asked
from bots.chat.presses import NO_REVISION, Press, Pressed
from bots.chat.reply import Button, Buttons, Choice, Form, FormField, Reply, Style, Text
from bots.chat.reviewfacts import title
from bots.chat.services import Services
from bots.texts.say import CommandName, Say, When
from core.cases import WORDS_LONGEST, CaseId, CaseState, Complaint, Outcome, Received, Reporter, Said
from core.errors import BadInput, NotFound
from core.gate import Action, Surface
from core.people import CommunityId
from core.ports import Reads
from core.publications import PublicationView
from core.publishing.report import Reporting, outcome
from core.videos import PublicationId, VideoId

COMMAND = "report"
REFERENCE_LONGEST = 300
OFFERED_MOST = 10
COMPLAINT_LONGEST = 16


@dataclass(frozen=True)
class Report:
    """Say that a video does harm. `video` is its link, the end of that, or the id that a post stands for."""

    video: str | None = asked(default=None, longest=REFERENCE_LONGEST)


async def answer_report(request: Report, asker: Asker, services: Services) -> Reply:
    """Name what is meant and ask for the report; without anything, say what can be reported and how."""
    if request.video is None:
        return await _what(asker, services)
    async with services.store.read() as reads:
        view = await _meant(request.video, asker, reads)
        found = None if view is None else await _surface(view.publication.id, asker, reads)
    if view is None or found is None:
        raise NotFound("publication_not_found")
    press = services.presses.share("report", view.publication.id, view.revision.number)
    lead = Text(Say("report-publication", {"title": title(view)}))
    return Reply((lead, Text(Say("report-means")), Buttons((_button(press),))))


def _button(press: str) -> Button:
    return Button(Say("button-report"), COMMAND, press, Style.MAIN)


async def _what(asker: Asker, services: Services) -> Reply:
    """Say how to name what is shown somewhere, and offer what others share with the asker."""
    entries = []
    async with services.store.read() as reads:
        for video in await reads.shared(asker.viewer, OFFERED_MOST):
            view, grant = await reads.video(asker.viewer, video, asker.surface), await reads.grant(asker.viewer, video)
            if view is not None and grant is not None:
                label = Say("report-entry", {"video": name(view), "person": giver(grant)})
                entries.append(Panel(video, asker, services).show(label, COMMAND, "rpvideo"))
    how = Text(Say("report-how", {"command": CommandName(COMMAND)}))
    shared = (Choice(Say("report-shared"), tuple(entries)),) if entries else ()
    return Reply((how, *shared))


async def _meant(reference: str, asker: Asker, reads: Reads) -> PublicationView | None:
    """Find what is shown by its link, the end of that, or the id that its post stands for; None for a miss."""
    *before, end = reference.strip().partition("?")[0].partition("#")[0].rstrip("/").split("/")
    named = await reads.community_named(before[-1]) if before else None
    places: list[tuple[CommunityId, Surface]] = []
    if asker.community is not None:
        places.append((asker.community, asker.surface))
    if named is not None:
        places.append((named, Surface.WEB_WORLD))
    for community, surface in places:
        found = await reads.publication_at(asker.viewer, community, end, surface)
        if found is not None:
            return found
    try:
        return await reads.publication(asker.viewer, PublicationId(UUID(end)), asker.surface)
    except ValueError:
        return None


async def _surface(publication: PublicationId, asker: Asker, reads: Reads) -> Surface | None:
    """Say where the asker can see what they report: here, or as anyone on the web; None for nowhere."""
    for surface in (asker.surface, Surface.WEB_WORLD):
        if await reads.allows(asker.viewer, Action.REPORT, publication, surface):
            return surface
    return None


async def press_report(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask what is wrong with what is shown. Raises NotFound("publication_not_found") for whom it isn't shown to."""
    async with services.store.read() as reads:
        if await _surface(PublicationId(pressed.subject), asker, reads) is None:
            raise NotFound("publication_not_found")
    return _form(services.presses.share("reported", pressed.subject, pressed.revision))


async def press_reported(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take a report of what is shown."""
    named, said = PublicationId(pressed.subject), _said(pressed)
    async with services.store.read() as reads:
        surface = await _surface(named, asker, reads)
    if surface is None:
        raise NotFound("publication_not_found")
    received = await _reporting(services).about_publication(asker.viewer, named, said, _reporter(asker), surface)
    return _received(received, asker, services)


async def press_video(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask what is wrong with a video that is shared with the asker. Raises NotFound("video_not_found")."""
    async with services.store.read() as reads:
        if await reads.grant(asker.viewer, VideoId(pressed.subject)) is None:
            raise NotFound("video_not_found")
    return _form(await services.presses.offer("rpvsend", pressed.subject, asker))


async def press_video_reported(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take a report of a video that is shared with the asker."""
    named, said = VideoId(pressed.subject), _said(pressed)
    received = await _reporting(services).about_video(asker.viewer, named, said, _reporter(asker), asker.surface)
    return _received(received, asker, services)


def _form(press: str) -> Reply:
    complaints = tuple((one.value, complaint(one)) for one in Complaint)
    which = FormField(
        "complaint", Say("report-ask-complaint"), COMPLAINT_LONGEST, Complaint.OTHER.value, choices=complaints
    )
    words = FormField("words", Say("report-ask-words"), WORDS_LONGEST, required=False, many_lines=True)
    return Reply((Form(Say("report-form"), press, (which, words)),))


def complaint(one: Complaint) -> Say:
    """Give the words of what somebody says is wrong."""
    return Say(f"complaint-{one.value}")


def _said(pressed: Pressed) -> Said:
    """Read the form. Raises BadInput("option_malformed", option)."""
    typed = pressed.form or {}
    try:
        return Said(Complaint(typed.get("complaint", "")), typed.get("words", "").strip())
    except ValueError:
        raise BadInput("option_malformed", option="complaint") from None


def _reporting(services: Services) -> Reporting:
    return Reporting(services.store, services.clock)


def _reporter(asker: Asker) -> Reporter:
    return Reporter(asker.person, asker.identity.platform)


def _received(received: Received, asker: Asker, services: Services) -> Reply:
    """Say that it came, what happens now, until when, and how one hears of it."""
    lead = Text(Say("report-again" if received.again else "report-received"))
    now = (Text(Say("report-held")),) if received.holds else ()
    due = Text(Say("report-due", {"due": When(received.due_at_ms)}))
    panel = Panel(received.case, asker, services)
    how = panel.show(Say("button-report-state"), COMMAND, "rpstate")
    return Reply((lead, *now, due, Text(Say("report-hears")), *panel.row(how)), card=_key(received.case))


def _key(case: UUID) -> str:
    return f"report:{case}"


async def press_state(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Say how it stands with what the asker reported. Raises NotFound("case_not_found")."""
    found = await outcome(asker.viewer, CaseId(pressed.subject), store=services.store)
    panel = Panel(found.case, asker, services)
    again = panel.row(panel.show(Say("button-report-state"), COMMAND, "rpstate"))
    return Reply((_told(found), *(again if found.state is CaseState.OPEN else ())), card=_key(found.case))


def _told(found: Outcome) -> Text:
    """Say how it stands: nothing of the video, of its owner, or of who decided."""
    values = {"when": When(found.reported_at_ms), "due": When(found.due_at_ms)}
    return Text(Say(f"report-state-{found.state.value}", values))


async def notice(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell a reporter what came of it, or an owner that their video is on hold, as it stands now.

    None while a case waits, and for whom it is no business.
    """
    async with services.store.read() as reads:
        found = await reads.outcome(asker.viewer, CaseId(subject))
        view = await reads.video(asker.viewer, VideoId(subject), asker.surface) if found is None else None
    if view is not None and view.hold and view.video.owner == asker.person:
        return Reply((Text(Say("report-owner-held", {"video": name(view)})),))
    if found is None or found.state is CaseState.OPEN:
        return None
    return Reply((_told(found),))


async def report(publication: PublicationId, asker: Asker, services: Services) -> Reply:
    """Ask what is wrong with what a post shows, for a platform's own door. Raises NotFound as a press does."""
    return await press_report(Pressed(publication, revision=NO_REVISION), asker, services)


COMMANDS = (Command(COMMAND, Report, answer_report),)
PRESSES = (
    Press("report", press_report, opens=Opens.FORM, shared=True),
    Press("reported", press_reported, shared=True),
    Press("rpvideo", press_video, opens=Opens.FORM),
    Press("rpvsend", press_video_reported, changes=True),
    Press("rpstate", press_state),
)
