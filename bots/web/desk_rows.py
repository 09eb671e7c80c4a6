"""What the desk says of an item: enough to decide by, and nothing of its author but what they did here."""

from typing import Any

from bots.chat.reasons import reason_of
from bots.texts.plain import plain
from bots.texts.say import PersonName, Say, When
from bots.web.pages import Speak
from core.people import Viewer
from core.publications import Decided, PublicationView
from core.videos import AssetRole, Showing

Json = dict[str, Any]
_UNITS_MS = (86_400_000, 3_600_000, 60_000, 1_000)


def row(view: PublicationView, viewer: Viewer, now_ms: int, speak: Speak) -> Json:
    """Describe an item that waits, for the moderator who looks."""
    caption = view.revision.proposal.caption
    return {
        "publication": str(view.publication.id),
        "revision": view.publication.revision,
        "state": _state(view, viewer),
        "held": view.hold,
        "title": plain(caption.title) or speak(Say("showcase-untitled")),
        "description": plain(caption.description),
        "said": speak(Say("showcase-said", {"words": caption.said})) if caption.said else "",
        "tags": [plain(one) for one in caption.tags],
        **_size(view),
        "facts": [speak(one) for one in _facts(view, viewer, now_ms)],
        "notes": [speak(one) for one in _notes(view, viewer)],
    }


def _size(view: PublicationView) -> Json:
    poster = next((one for one in view.assets if one.role is AssetRole.POSTER), None)
    return {"width": poster.width, "height": poster.height} if poster else {"width": 16, "height": 9}


def _state(view: PublicationView, viewer: Viewer) -> str:
    """Give what an open page compares: a row that is the same is left alone."""
    return f"{view.publication.revision} {view.publication.state.value} {view.hold} {_taken(view, viewer)}"


def _taken(view: PublicationView, viewer: Viewer) -> bool:
    return view.claim is not None and view.claim.moderator != viewer.person


def _facts(view: PublicationView, viewer: Viewer, now_ms: int) -> tuple[Say, ...]:
    proposal, publication, record = view.revision.proposal, view.publication, view.record
    kind = "new" if publication.shown_revision is None else "edit"
    if publication.state is Showing.APPEALED:
        kind = "appeal"
    waited_ms = whole(now_ms - (view.waiting_since_ms or now_ms))
    credit = proposal.caption.credit
    return (
        Say(f"desk-kind-{kind}"),
        Say("desk-waits", {"waited_ms": waited_ms}),
        Say("desk-length", {"length_ms": view.seconds * 1_000}),
        Say(f"desk-audience-{proposal.audience.value}"),
        Say(f"desk-faces-{proposal.portrayed.value}"),
        Say("desk-credit", {"name": PersonName(credit)}) if credit else Say("desk-anonymous"),
        *(Say("desk-record", vars(record)) for record in (record,) if record),
        *((Say("desk-fell-to-you"),) if viewer.operator else ()),
    )


def whole(length_ms: int) -> int:
    """Round a time down to its largest unit: days, hours, minutes, or seconds, of which it is one at least."""
    unit_ms = next((one for one in _UNITS_MS if length_ms >= one), _UNITS_MS[-1])
    return max(unit_ms, length_ms // unit_ms * unit_ms)


def _notes(view: PublicationView, viewer: Viewer) -> list[Say]:
    """Say what stands in the way, and of an appeal what was decided first."""
    notes = [Say("desk-held")] if view.hold else []
    if view.claim is not None and _taken(view, viewer):
        notes.append(Say("desk-claimed", {"until": When(view.claim.until_ms)}))
    if view.publication.state is Showing.APPEALED:
        notes.append(Say("desk-first-removed" if view.was_removed else "desk-first-declined", _why(view)))
        if view.revision.note:
            notes.append(Say("desk-first-note", {"note": view.revision.note}))
    return notes


def _why(view: PublicationView) -> dict[str, Say]:
    return {"why": reason_of(view.revision.why)}


def past(one: Decided, speak: Speak) -> Json:
    """Describe a decision of the past."""
    title = speak(Say("desk-not-yours")) if one.title is None else plain(one.title) or speak(Say("showcase-untitled"))
    verb = speak(Say(f"desk-verb-{one.verb}"))
    return {
        "when": speak(Say("desk-when", {"at": When(one.at_ms)})),
        "what": verb,
        "title": title,
        "who": speak(Say("desk-by-you" if one.own else "desk-by-another")),
    }
