"""The card of a case: what is reported, how often, how long it waits; and what can be done. It names nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bots.chat.reasons import reason_of
from bots.chat.reply import Button, Buttons, Field, Fields, Media, Part, Picture, Reply, Style, Text
from bots.chat.report import complaint
from bots.chat.reviewcard import own_key
from bots.chat.reviewfacts import rounded, title
from bots.chat.services import Services
from bots.texts.say import Say, When
from core.cases import Case, CaseId, CaseState
from core.publications import PublicationView
from core.videos import Asset, AssetRole, PublicationId

COMMAND = "review"
WORDS_SHOWN = 5
_TAG_BYTES = 5


@dataclass(frozen=True)
class Filed:
    """A case with the publication that it is about, as its reviewers see that."""

    case: Case
    view: PublicationView
    services: Services


def tag_of(case: CaseId) -> int:
    """Give the last, random bytes of a case's id: a press names its publication, and by them which of its cases."""
    return int.from_bytes(case.bytes[-_TAG_BYTES:])


def placed(filed: Filed, card: str) -> Reply:
    """Draw the card for a review place: what is reported and until when, without anybody's words."""
    parts = (_lead(filed), Fields(_fields(filed, in_place=True)), *_row(filed, "cslook", "csuphold", "csdismis"))
    return Reply(parts, card=card, whisper=False)


def drawn(filed: Filed, *said: Part) -> Reply:
    """Draw the card in a moderator's own chat, below what is said about it."""
    if filed.case.state is not CaseState.OPEN:
        return closed(filed.case, filed.view.publication.id, filed.services, *said)
    buttons = _row(filed, "cslook", "csuphold", "csdismis", "csskip")
    return Reply((*said, *_told(filed), *_poster(filed.view), *buttons), card=own_key(filed.view.publication.id))


def looked(filed: Filed) -> Reply:
    """Draw the card with the video itself, for the moderator who looks."""
    view = filed.view
    outputs, posters = _assets(view, AssetRole.OUTPUT), _assets(view, AssetRole.POSTER)
    alt, poster = Say("review-alt", {"title": title(view)}), posters[0].id if posters else None
    media = tuple(Media(one.id, poster, alt, one.width, one.height, one.duration_ms or 0) for one in outputs)
    buttons = _row(filed, "csuphold", "csdismis", "csskip")
    return Reply((*_told(filed), *media, *buttons), card=own_key(filed.view.publication.id))


def closed(case: Case, publication: PublicationId, services: Services, *said: Part) -> Reply:
    """Say how a case was decided, with what takes that back."""
    state = Text(Say(f"case-{case.state.value}"))
    why = (Text(Say("review-reason", {"why": reason_of(case.why)})),) if case.why else ()
    stays = (Text(Say("case-stays-closed")),) if case.holds else ()
    actions = ("csundo", "csskip") if case.state is not CaseState.GONE else ("csskip",)
    row = Buttons(tuple(share(action, publication, case, services) for action in actions))
    return Reply((*said, state, *why, *stays, row), card=own_key(publication))


def share(action: str, publication: PublicationId, case: Case, services: Services) -> Button:
    """Make a button that is every moderator's, about one case of a publication."""
    label, style = _LABELS[action]
    return Button(label, COMMAND, services.presses.share(action, publication, tag_of(case.id)), style)


_LABELS: dict[str, tuple[Say, Style]] = {
    "cslook": (Say("button-review-look"), Style.MAIN),
    "csuphold": (Say("button-case-uphold"), Style.QUIET),
    "csdismis": (Say("button-case-dismiss"), Style.QUIET),
    "csskip": (Say("button-review-next"), Style.QUIET),
    "csundo": (Say("button-case-reopen"), Style.QUIET),
}


def _row(filed: Filed, *actions: str) -> tuple[Buttons]:
    named = filed.view.publication.id
    return (Buttons(tuple(share(action, named, filed.case, filed.services) for action in actions)),)


def _lead(filed: Filed) -> Text:
    return Text(Say("case-lead", {"title": title(filed.view), "count": len(filed.case.reports)}))


def _told(filed: Filed) -> tuple[Part, ...]:
    """Say all that is needed to decide: complaints, times, and what the reporters wrote, the first of them first."""
    held = (Text(Say("review-held")),) if filed.view.hold else ()
    words = [one for one in filed.case.reports if one.words][:WORDS_SHOWN]
    said = tuple(Text(Say("case-words", {"complaint": complaint(one.complaint), "words": one.words})) for one in words)
    return (_lead(filed), *held, Fields(_fields(filed, in_place=False)), *said)


def _fields(filed: Filed, *, in_place: bool) -> tuple[Field, ...]:
    """Say what is wrong with it, and until when it is to be decided: in a place by dates, which stay true there."""
    case, now_ms = filed.case, filed.services.clock.now_ms()
    counted = Counter(one.complaint for one in case.reports)
    wrong = tuple(Say("case-complaint", {"what": complaint(one), "count": count}) for one, count in counted.items())
    complaints = Field(Say("case-complaints"), Say("case-list", {"what": wrong}))
    if in_place:
        return (complaints, Field(Say("case-due"), When(case.due_at_ms)))
    age = Field(Say("review-waits"), Say("review-for", {"ms": rounded(now_ms - case.opened_at_ms)}))
    left_ms = case.due_at_ms - now_ms
    left = Say("case-left", {"ms": rounded(left_ms)}) if left_ms > 0 else Say("case-late")
    return (complaints, age, Field(Say("case-due"), left))


def _poster(view: PublicationView) -> tuple[Picture, ...]:
    """Give the poster, blurred; of what is held, none."""
    posters = () if view.hold else _assets(view, AssetRole.POSTER)
    return tuple(Picture(one.id, Say("review-poster")) for one in posters[:1])


def _assets(view: PublicationView, role: AssetRole) -> Sequence[Asset]:
    return [one for one in view.assets if one.role is role]
