"""What the buttons of review cards do. Each is every moderator's: the gate decides whose press counts."""

from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from bots.chat.command import Asker, Opens
from bots.chat.presses import Press, Pressed
from bots.chat.reasons import reason_of
from bots.chat.reply import Form, FormField, Reply, Text
from bots.chat.reviewcard import confirmed, drawn, looked, over
from bots.chat.reviewing import next_card, reads_card, seen_of
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say, When
from core.errors import BadInput, NotAllowed, NotFound
from core.publications import BANNED_FOR_MS, NOTE_LONGEST, PublicationView, Why
from core.publishing.review import Reviewing, Ruling
from core.videos import PublicationId

WHY_LONGEST = 16
_CANNOT = {"held": "review-cannot-held", "banned": "review-cannot-banned"}
"""What the gate refuses for the author's sake, in words for a moderator."""

Decide = Callable[[Reviewing, Asker, Pressed], Awaitable[PublicationView | None]]


async def _press(decide: Decide, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Decide, and draw the card as it is then; what can't be done is said above it."""
    try:
        view = await decide(reviewing(services), asker, pressed)
    except NotAllowed as refused:
        return await _refused(refused, pressed, asker, services)
    if view is None:
        return over(pressed.subject, pressed.revision, services)
    return drawn(await seen_of(view, asker, services))


def reviewing(services: Services) -> Reviewing:
    """Give the use cases of moderators."""
    return Reviewing(services.store, services.clock)


async def _refused(refused: NotAllowed, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Say what stands in the way, above the card as it is, unless the card says it."""
    said = Text(Say(_CANNOT[refused.code])) if refused.code in _CANNOT else sorry(refused).parts[0]
    seen = await reads_card(PublicationId(pressed.subject), asker, services)
    card = drawn(seen)
    return card if said in card.parts else drawn(seen, said)


async def _approve(use: Reviewing, asker: Asker, pressed: Pressed) -> PublicationView | None:
    return await use.approve(asker.viewer, PublicationId(pressed.subject), pressed.revision, asker.surface)


async def _undo(use: Reviewing, asker: Asker, pressed: Pressed) -> PublicationView | None:
    return await use.undo(asker.viewer, PublicationId(pressed.subject), pressed.revision, asker.surface)


async def _reinstate(use: Reviewing, asker: Asker, pressed: Pressed) -> PublicationView | None:
    return await use.reinstate(asker.viewer, PublicationId(pressed.subject), pressed.revision, asker.surface)


async def _decline(use: Reviewing, asker: Asker, pressed: Pressed) -> PublicationView | None:
    named, ruling = PublicationId(pressed.subject), ruling_of(pressed)
    return await use.decline(asker.viewer, named, pressed.revision, ruling, asker.surface)


async def _remove(use: Reviewing, asker: Asker, pressed: Pressed) -> PublicationView | None:
    named, ruling = PublicationId(pressed.subject), ruling_of(pressed)
    return await use.remove(asker.viewer, named, pressed.revision, ruling, asker.surface)


def ruling_of(pressed: Pressed) -> Ruling:
    """Read the form of a decision. Raises BadInput("option_malformed", option)."""
    typed = pressed.form or {}
    try:
        return Ruling(Why(typed.get("why", "")), typed.get("note", "").strip())
    except ValueError:
        raise BadInput("option_malformed", option="why") from None


async def press_look(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take it for five minutes, and show the video to this moderator alone."""
    named = PublicationId(pressed.subject)
    try:
        view = await reviewing(services).look(asker.viewer, named, pressed.revision, asker.surface)
    except NotAllowed as refused:
        return await _refused(refused, pressed, asker, services)
    if view is None:
        return over(pressed.subject, pressed.revision, services)
    return looked(await seen_of(view, asker, services))


async def press_reinstate(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show again what was removed."""
    return await _press(_reinstate, pressed, asker, services)


async def press_card(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show the card as it is now. Raises NotFound("publication_not_found")."""
    return drawn(await reads_card(PublicationId(pressed.subject), asker, services))


async def _ask_why(action: str, title: str, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for the reason. Raises NotFound("publication_not_found") for whom may not decide."""
    await reads_card(PublicationId(pressed.subject), asker, services)
    press = services.presses.share(action, pressed.subject, pressed.revision)
    reasons = tuple((one.value, reason_of(one.value)) for one in Why)
    why = FormField("why", Say("review-ask-why"), WHY_LONGEST, Why.RULES.value, choices=reasons)
    note = FormField("note", Say("review-ask-note"), NOTE_LONGEST, required=False, many_lines=True)
    return Reply((Form(Say(title), press, (why, note)),))


async def _hold(pressed: Pressed, asker: Asker, services: Services, *, on: bool) -> Reply:
    """Close the gate to all but its author and the reviewers, or open it again; a second time is fine."""
    named = PublicationId(pressed.subject)
    try:
        await reviewing(services).hold(asker.viewer, named, asker.surface, on=on)
    except NotAllowed as refused:
        return await _refused(refused, pressed, asker, services)
    return drawn(await reads_card(named, asker, services))


async def press_skip(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Give it back, and go on with the next one."""
    named = PublicationId(pressed.subject)
    await reviewing(services).skip(asker.viewer, named, asker.surface)
    return await next_card(named, asker, services)


async def press_next(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Go on with the next one that waits."""
    return await next_card(PublicationId(pressed.subject), asker, services)


async def press_ban(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Say what a ban means, and ask once. Raises NotFound("publication_not_found")."""
    seen = await reads_card(PublicationId(pressed.subject), asker, services)
    until = When(services.clock.now_ms() + BANNED_FOR_MS)
    return confirmed(seen, Say("review-ban-confirm", {"until": until}), "banned", "rvcard")


async def press_banned(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take publishing in this community from the author."""
    named = PublicationId(pressed.subject)
    until_ms = await reviewing(services).ban(asker.viewer, named, asker.surface)
    seen = await reads_card(named, asker, services)
    return confirmed(seen, Say("review-banned", {"until": When(until_ms)}), "unban", "rvcard")


async def press_unban(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Give publishing back to the author."""
    named = PublicationId(pressed.subject)
    had_one = await reviewing(services).unban(asker.viewer, named, asker.surface)
    said = Text(Say("review-unbanned" if had_one else "review-not-banned"))
    return drawn(await reads_card(named, asker, services), said)


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Draw the card as it is now, for whom may see it."""
    try:
        return drawn(await reads_card(PublicationId(subject), asker, services))
    except NotFound:
        return None


def _shared(action: str, handle: Callable[..., Awaitable[Reply]], opens: Opens = Opens.WORK) -> Press:
    return Press(action, handle, opens=opens, as_it_is=_as_it_is, shared=True)


PRESSES = (
    _shared("look", press_look),
    _shared("rvcard", press_card),
    _shared("approve", partial(_press, _approve)),
    _shared("decline", partial(_ask_why, "declined", "review-form-decline"), Opens.FORM),
    _shared("declined", partial(_press, _decline)),
    _shared("hold", partial(_hold, on=True)),
    _shared("lift", partial(_hold, on=False)),
    _shared("skip", press_skip),
    _shared("next", press_next),
    _shared("undo", partial(_press, _undo)),
    _shared("remove", partial(_ask_why, "removed", "review-form-remove"), Opens.FORM),
    _shared("removed", partial(_press, _remove)),
    _shared("reinst", press_reinstate),
    _shared("ban", press_ban),
    _shared("banned", press_banned),
    _shared("unban", press_unban),
)
