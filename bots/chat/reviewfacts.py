"""What moderators are told of a publication: its author's words, how it stands, and how it came here."""

from collections.abc import Sequence
from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.reasons import reason_of
from bots.chat.reply import Field, Fields, Part, Text
from bots.chat.services import Services
from bots.texts.say import Say, When
from core.publications import PublicationView
from core.records import Event
from core.videos import Showing

_WAITS = frozenset({Showing.PROPOSED, Showing.APPEALED})
_TOLD = frozenset(
    {
        *("propose", "show", "approve", "post", "decline", "remove", "reinstate", "appeal", "withdraw", "expire"),
        *("decline_again", "remove_again", "grant_appeal"),
    }
)
_EVENTS_MOST = 6
_UNITS_MS = (86_400_000, 3_600_000, 60_000, 1_000)


@dataclass(frozen=True)
class Seen:
    """A publication with what its card says beside it. `asker` is None for the card in a review place."""

    view: PublicationView
    history: Sequence[Event]
    services: Services
    asker: Asker | None = None

    @property
    def waits(self) -> bool:
        """Whether it is to be decided."""
        return self.view.revision.state in _WAITS


def title(view: PublicationView) -> str | Say:
    """Give the title of what is decided, in its author's words where there are any."""
    return view.revision.proposal.caption.title or Say("review-untitled")


def told(seen: Seen) -> tuple[Part, ...]:
    """Say all that a moderator needs to decide; of what is decided, how and why."""
    view = seen.view
    held = (Text(Say("review-held")),) if view.hold else ()
    if seen.waits or view.revision.state is Showing.SHOWN:
        return (lead(seen), *held, Fields(_fields(seen)), *_appealed(seen))
    return (lead(seen), *held, *_why(view))


def lead(seen: Seen) -> Text:
    """Say what it is, and how it stands."""
    view = seen.view
    state, named = view.revision.state, {"title": title(view)}
    if state is Showing.APPROVED:
        left_ms = rounded((view.revision.post_at_ms or 0) - seen.services.clock.now_ms())
        return Text(Say("review-approved", {"title": title(view), "ms": left_ms}))
    if state is Showing.PROPOSED:
        is_edit = view.publication.shown_revision is not None
        return Text(Say("review-edit" if is_edit else "review-new", named))
    return Text(Say(f"review-state-{state.value}", named))


def _fields(seen: Seen) -> tuple[Field, ...]:
    view, proposal = seen.view, seen.view.revision.proposal
    caption = proposal.caption
    words = [Field(Say("review-description"), caption.description)] if caption.description else []
    tags = [Field(Say("review-tags"), tuple(caption.tags))] if caption.tags else []
    until = [Field(Say("review-until"), When(proposal.until_ms))] if proposal.until_ms else []
    return (
        *words,
        *tags,
        Field(Say("review-length"), Say("plan-seconds", {"seconds": view.seconds})),
        Field(Say("review-audience"), Say(f"review-audience-{proposal.audience.value}")),
        Field(Say("review-portrayed"), Say(f"review-portrayed-{proposal.portrayed.value}")),
        Field(Say("review-credit"), caption.credit or Say("review-anonymous")),
        *until,
        *_waiting(seen),
        *_record(view),
    )


def _waiting(seen: Seen) -> tuple[Field, ...]:
    """Say since when it waits: in one's own chat for how long, in a place that isn't drawn anew since when."""
    since_ms = seen.view.waiting_since_ms
    if since_ms is None:
        return ()
    if seen.asker is None:
        return (Field(Say("review-waits"), Say("review-since", {"when": When(since_ms)})),)
    waits_ms = rounded(seen.services.clock.now_ms() - since_ms)
    return (Field(Say("review-waits"), Say("review-for", {"ms": waits_ms})),)


def rounded(length_ms: int) -> int:
    """Round a length down to whole days, hours, minutes or seconds, and one second at least."""
    unit_ms = next((one for one in _UNITS_MS if length_ms >= one), _UNITS_MS[-1])
    return max(length_ms // unit_ms, 1) * unit_ms


def _record(view: PublicationView) -> tuple[Field, ...]:
    """Say what became of the author's publications in this community alone."""
    found = view.record
    if found is None:
        return ()
    if not (found.shown or found.declined or found.removed):
        return (Field(Say("review-record"), Say("review-record-none")),)
    counts = {"shown": found.shown, "declined": found.declined, "removed": found.removed}
    return (Field(Say("review-record"), Say("review-record-counts", counts)),)


def _appealed(seen: Seen) -> tuple[Part, ...]:
    """Say what was decided the first time, and how it came here."""
    if seen.view.revision.state is not Showing.APPEALED:
        return ()
    told = [one for one in seen.history if one.verb in _TOLD][-_EVENTS_MOST:]
    past = tuple(Say(f"review-past-{one.verb}", {"when": When(one.at_ms)}) for one in told)
    return (*_why(seen.view), *([Text(Say("review-history", {"what": past}))] if past else []))


def _why(view: PublicationView) -> tuple[Text, ...]:
    """Say the reason of the last decision, and the moderator's own words."""
    why, note = view.revision.why, view.revision.note
    reason = (Text(Say("review-reason", {"why": reason_of(why)})),) if why else ()
    return (*reason, *([Text(Say("review-note", {"note": note}))] if note else []))
