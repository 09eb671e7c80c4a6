"""Reads the cases of a community for its moderators, and does what the buttons of their cards say."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from bots.chat.casecard import Filed, closed, drawn, looked, placed, tag_of
from bots.chat.command import Asker, Opens
from bots.chat.deciding import WHY_LONGEST, ruling_of
from bots.chat.presses import Press, Pressed
from bots.chat.reasons import reason_of
from bots.chat.reply import Form, FormField, Part, Reply, Text
from bots.chat.reviewing import first_card, moderated_by, nothing_waits
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say
from core.cases import Case, CaseId, CaseState
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
        found = await reads.cases_about(viewer, publication, Surface.CHAT_PRIVATE)
        case = next((one for one in found if one.state is CaseState.OPEN), None)
        filed = None if case is None else await _filed(case, viewer, Surface.CHAT_PRIVATE, services, reads)
    return None if filed is None else placed(filed, card)


async def waiting_first(community: CommunityId, asker: Asker, services: Services) -> Reply:
    """Show the case that is due first; where none is open, what waits for a decision."""
    return await _next(community, None, asker, services) or await first_card(community, asker, services)


async def _next(community: CommunityId, after: CaseId | None, asker: Asker, services: Services) -> Reply | None:
    """Show the open case after another one; None after the last."""
    async with services.store.read() as reads:
        found = await reads.cases(asker.viewer, community, asker.surface, limit=LOOKED_THROUGH)
        count = await reads.waiting_cases(asker.viewer, community, asker.surface)
        names = [one.id for one in found]
        rest = found[names.index(after) + 1 :] if after in names else found if after is None else []
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


async def _card(case: Case, pressed: Pressed, asker: Asker, services: Services, *said: Part) -> Reply:
    """Draw the card as it is now."""
    async with services.store.read() as reads:
        filed = await _filed(case, asker.viewer, asker.surface, services, reads)
    if filed is None:
        return closed(case, PublicationId(pressed.subject), services, *said)
    return drawn(filed, *said)


async def _read(subject: UUID, tag: int, asker: Asker, services: Services) -> Case:
    """Find the case that a press names. Raises NotFound("case_not_found") for a miss and a refusal alike."""
    async with services.store.read() as reads:
        found = await reads.cases_about(asker.viewer, PublicationId(subject), asker.surface)
    case = next((one for one in found if tag_of(one.id) == tag), None)
    if case is None:
        raise NotFound("case_not_found")
    return case


async def _named(pressed: Pressed, asker: Asker, services: Services) -> CaseId:
    return (await _read(pressed.subject, pressed.revision, asker, services)).id


def _judging(services: Services) -> Judging:
    return Judging(services.store, services.clock)


async def press_look(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show the video to this moderator alone, and note that."""
    named = await _named(pressed, asker, services)
    case = await _judging(services).look(asker.viewer, named, asker.surface)
    async with services.store.read() as reads:
        filed = await _filed(case, asker.viewer, asker.surface, services, reads)
    if filed is None or case.state is not CaseState.OPEN:
        return await _card(case, pressed, asker, services)
    return looked(filed)


async def press_uphold(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for the reason that its author reads. Raises NotFound("case_not_found")."""
    await _named(pressed, asker, services)
    press = services.presses.share("csupheld", pressed.subject, pressed.revision)
    reasons = tuple((one.value, reason_of(one.value)) for one in Why)
    why = FormField("why", Say("review-ask-why"), WHY_LONGEST, Why.RULES.value, choices=reasons)
    note = FormField("note", Say("review-ask-note"), NOTE_LONGEST, required=False, many_lines=True)
    return Reply((Form(Say("case-form-uphold"), press, (why, note)),))


async def press_upheld(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take down what the case is about."""
    named, ruling = await _named(pressed, asker, services), ruling_of(pressed)
    case = await _judging(services).uphold(asker.viewer, named, ruling, asker.surface)
    return await _card(case, pressed, asker, services)


async def press_dismiss(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Leave it shown; what stands in the way is said above the card."""
    before = await _read(pressed.subject, pressed.revision, asker, services)
    try:
        case = await _judging(services).dismiss(asker.viewer, before.id, asker.surface)
    except NotAllowed as refused:
        return await _card(before, pressed, asker, services, *sorry(refused).parts)
    return await _card(case, pressed, asker, services)


async def press_reopen(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take a decision back."""
    named = await _named(pressed, asker, services)
    case = await _judging(services).reopen(asker.viewer, named, asker.surface)
    return await _card(case, pressed, asker, services)


async def press_skip(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Go on with the next case, and after the last with what waits. Raises NotFound("case_not_found")."""
    community, named = moderated_by(asker), await _named(pressed, asker, services)
    if community is None:
        return nothing_waits()
    found = await _next(community, named, asker, services)
    return found or await first_card(community, asker, services)


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Draw the newest case about a publication as it is now, for whom may see it."""
    async with services.store.read() as reads:
        found = await reads.cases_about(asker.viewer, PublicationId(subject), asker.surface)
    if not found:
        return None
    return await _card(found[0], Pressed(subject), asker, services)


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
