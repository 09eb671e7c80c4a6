"""Reads the cases of a community for its moderators, and does what the buttons of their cards say."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from bots.chat.casecard import Filed, closed, drawn, looked, placed
from bots.chat.command import Asker, Opens
from bots.chat.deciding import WHY_LONGEST, ruling_of
from bots.chat.presses import NO_REVISION, Press, Pressed
from bots.chat.reasons import reason_of
from bots.chat.reply import Form, FormField, Part, Reply, Text
from bots.chat.reviewing import first_card, moderated_by, nothing_waits
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say
from core.cases import Case, CaseId
from core.errors import NotAllowed, NotFound
from core.gate import Surface
from core.people import CommunityId, Role, Viewer
from core.ports import Reads
from core.publications import NOTE_LONGEST, Why
from core.publishing.cases import Judging
from core.videos import PublicationId

LOOKED_THROUGH = 20
"""How many open cases Skip goes through before it begins again."""


async def place_case(publication: PublicationId, card: str, services: Services) -> Reply | None:
    """Draw the open case about a publication for its community's review place; None where there is none."""
    feed = await services.store.ledger.feed(publication)
    if feed is None:
        return None
    viewer = Viewer(None, {feed.publication.community: Role.MODERATOR})
    async with services.store.read() as reads:
        case = await reads.case_about(viewer, publication, Surface.CHAT_PRIVATE)
        filed = None if case is None else await _filed(case, viewer, Surface.CHAT_PRIVATE, services, reads)
    return None if filed is None else placed(filed, card)


async def waiting_first(community: CommunityId, asker: Asker, services: Services) -> Reply:
    """Show the case that is due first; where none is open, what waits for a decision."""
    return await _next(community, None, asker, services) or await first_card(community, asker, services)


async def _next(community: CommunityId, after: UUID | None, asker: Asker, services: Services) -> Reply | None:
    """Show the open case after another one; None after the last."""
    async with services.store.read() as reads:
        found = await reads.cases(asker.viewer, community, asker.surface, limit=LOOKED_THROUGH)
        count = await reads.waiting_cases(asker.viewer, community, asker.surface)
        names = [one.id for one in found]
        rest = found[names.index(CaseId(after)) + 1 :] if after in names else found if after is None else []
        for case in rest:
            filed = await _filed(case, asker.viewer, asker.surface, services, reads)
            if filed is not None:
                return drawn(filed, Text(Say("case-queue", {"count": count})))
    return None


async def _filed(case: Case, viewer: Viewer, surface: Surface, services: Services, reads: Reads) -> Filed | None:
    if case.publication is None:
        return None
    view = await reads.publication(viewer, case.publication, surface)
    return None if view is None else Filed(case, view, services)


async def _card(case: Case, asker: Asker, services: Services, *said: Part) -> Reply:
    """Draw the card as it is now."""
    async with services.store.read() as reads:
        filed = await _filed(case, asker.viewer, asker.surface, services, reads)
    return closed(case, services, *said) if filed is None else drawn(filed, *said)


async def _read(subject: UUID, asker: Asker, services: Services) -> Case:
    async with services.store.read() as reads:
        found = await reads.case(asker.viewer, CaseId(subject), asker.surface)
    if found is None:
        raise NotFound("case_not_found")
    return found


def _judging(services: Services) -> Judging:
    return Judging(services.store, services.clock)


async def press_look(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show the video to this moderator alone, and note that."""
    case = await _judging(services).look(asker.viewer, CaseId(pressed.subject), asker.surface)
    async with services.store.read() as reads:
        filed = await _filed(case, asker.viewer, asker.surface, services, reads)
    return closed(case, services) if filed is None else looked(filed)


async def press_uphold(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for the reason that its author reads. Raises NotFound("case_not_found")."""
    await _read(pressed.subject, asker, services)
    press = services.presses.share("csupheld", pressed.subject, NO_REVISION)
    reasons = tuple((one.value, reason_of(one.value)) for one in Why)
    why = FormField("why", Say("review-ask-why"), WHY_LONGEST, Why.RULES.value, choices=reasons)
    note = FormField("note", Say("review-ask-note"), NOTE_LONGEST, required=False, many_lines=True)
    return Reply((Form(Say("case-form-uphold"), press, (why, note)),))


async def press_upheld(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take down what the case is about."""
    ruling = ruling_of(pressed)
    case = await _judging(services).uphold(asker.viewer, CaseId(pressed.subject), ruling, asker.surface)
    return await _card(case, asker, services)


async def press_dismiss(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Leave it shown; what stands in the way is said above the card."""
    named = CaseId(pressed.subject)
    try:
        case = await _judging(services).dismiss(asker.viewer, named, asker.surface)
    except NotAllowed as refused:
        return await _card(await _read(named, asker, services), asker, services, *sorry(refused).parts)
    return await _card(case, asker, services)


async def press_reopen(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take a decision back."""
    case = await _judging(services).reopen(asker.viewer, CaseId(pressed.subject), asker.surface)
    return await _card(case, asker, services)


async def press_skip(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Go on with the next case, and after the last with what waits. Raises NotFound("case_not_found")."""
    community = moderated_by(asker)
    await _read(pressed.subject, asker, services)
    if community is None:
        return nothing_waits()
    found = await _next(community, pressed.subject, asker, services)
    return found or await first_card(community, asker, services)


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Draw the card as it is now, for whom may see it."""
    try:
        return await _card(await _read(subject, asker, services), asker, services)
    except NotFound:
        return None


def _shared(action: str, handle: Callable[..., Awaitable[Reply]], opens: Opens = Opens.WORK) -> Press:
    return Press(action, handle, opens=opens, as_it_is=_as_it_is, shared=True)


COMMANDS = ()
PRESSES = (
    _shared("cslook", press_look),
    _shared("csuphold", press_uphold, Opens.FORM),
    _shared("csupheld", press_upheld),
    _shared("csdismis", press_dismiss),
    _shared("csundo", press_reopen),
    _shared("csskip", press_skip),
)
