"""The card of a publication as moderators see it: in the community's review place, and in one's own chat."""

from collections.abc import Sequence
from uuid import UUID

from bots.chat.reply import Button, Buttons, Media, Part, Picture, Reply, Style, Text
from bots.chat.reviewfacts import Seen, lead, title, told
from bots.chat.services import Services
from bots.texts.say import Say, When
from core.publications import PublicationView
from core.publishing.review import someone_elses
from core.videos import Asset, AssetRole, Showing

COMMAND = "review"
_IN_PLACE, _OWN = "review:", "look:"


def placed_key(publication: UUID) -> str:
    """Give the key of the card that stands in a review place for everybody there."""
    return f"{_IN_PLACE}{publication}"


def own_key(publication: UUID) -> str:
    """Give the key of a card in a moderator's own chat: it may hold the video itself."""
    return f"{_OWN}{publication}"


def placed(seen: Seen) -> Reply | None:
    """Draw the card in a review place; None where nothing is to be decided or undone: the card goes."""
    view = seen.view
    if view.revision.state is Showing.APPROVED:
        parts: tuple[Part, ...] = (lead(seen), *_row(_shares(seen, "undo")))
    elif seen.waits:
        parts = (*told(seen), *_poster(view), *_row(_deciding(seen)))
    else:
        return None
    return Reply(parts, card=placed_key(view.publication.id), whisper=False)


def drawn(seen: Seen, *said: Part) -> Reply:
    """Draw the card in a moderator's own chat, below what is said about it."""
    return Reply((*said, *told(seen), *_shown(seen), *_buttons(seen)), card=own_key(seen.view.publication.id))


def looked(seen: Seen) -> Reply:
    """Draw the card with the video itself, for the moderator who looks."""
    view = seen.view
    outputs, posters = _assets(view, AssetRole.OUTPUT), _assets(view, AssetRole.POSTER)
    alt = Say("review-alt", {"title": title(view)})
    poster = posters[0].id if posters else None
    media = tuple(Media(one.id, poster, alt, one.width, one.height, one.duration_ms or 0) for one in outputs)
    until = () if view.claim is None else (Text(Say("review-yours", {"until": When(view.claim.until_ms)})),)
    return Reply((*told(seen), *media, *until, *_buttons(seen, looks=True)), card=own_key(view.publication.id))


def confirmed(seen: Seen, said: Say, *actions: str) -> Reply:
    """Say what something means or what was done, with what can be done about it."""
    return Reply((Text(said), *_row(_shares(seen, *actions))), card=own_key(seen.view.publication.id))


def over(subject: UUID, revision: int, services: Services) -> Reply:
    """Say that a decision is the last one, in the place of a card that its moderator may see no more."""
    label, style = _LABELS["next"]
    again = Button(label, COMMAND, services.presses.share("next", subject, revision), style)
    return Reply((Text(Say("review-over")), Buttons((again,))), card=f"{_OWN}{subject}")


def shares(action: str, seen: Seen, number: int | None = None) -> Button:
    """Make a button that is every moderator's, about the revision that the card shows, or another one."""
    label, style = _LABELS[action]
    revision = seen.view.revision.number if number is None else number
    value = seen.services.presses.share(action, seen.view.publication.id, revision)
    return Button(label, COMMAND, value, style)


_LABELS: dict[str, tuple[Say, Style]] = {
    "look": (Say("button-review-look"), Style.MAIN),
    "approve": (Say("button-review-approve"), Style.QUIET),
    "decline": (Say("button-review-decline"), Style.QUIET),
    "hold": (Say("button-review-hold"), Style.QUIET),
    "lift": (Say("button-review-lift"), Style.QUIET),
    "skip": (Say("button-review-skip"), Style.QUIET),
    "undo": (Say("button-review-undo"), Style.MAIN),
    "next": (Say("button-review-next"), Style.QUIET),
    "remove": (Say("button-review-remove"), Style.DANGER),
    "reinst": (Say("button-review-reinstate"), Style.MAIN),
    "ban": (Say("button-review-ban"), Style.QUIET),
    "banned": (Say("button-review-ban"), Style.DANGER),
    "unban": (Say("button-review-unban"), Style.QUIET),
    "rvcard": (Say("button-review-back"), Style.QUIET),
}
"""The words and the look of each button, by the action of its press."""


def _shares(seen: Seen, *actions: str) -> list[Button]:
    return [shares(action, seen) for action in actions]


def _row(buttons: Sequence[Button]) -> tuple[Part, ...]:
    return (Buttons(tuple(buttons)),) if buttons else ()


def _deciding(seen: Seen, *, looks: bool = False) -> list[Button]:
    """Give what can be done with what waits; what is held can't be approved."""
    look = () if looks else ("look",)
    held = ("decline", "lift") if seen.view.hold else ("approve", "decline", "hold")
    return _shares(seen, *look, *held, "skip")


def _buttons(seen: Seen, *, looks: bool = False) -> tuple[Part, ...]:
    """Give what this moderator can do with it now."""
    view, hold = seen.view, "lift" if seen.view.hold else "hold"
    look = () if looks else ("look",)
    if seen.waits:
        mine = not _elsewhere(seen)
        return (*_row(_deciding(seen, looks=looks) if mine else _shares(seen, "skip")), *_row(_shares(seen, "ban")))
    if view.revision.state is Showing.APPROVED:
        return _row(_shares(seen, "undo", hold, "next"))
    if view.publication.shown_revision is not None:
        remove = shares("remove", seen, view.publication.shown_revision)
        return _row([*_shares(seen, *look), remove, *_shares(seen, hold, "ban", "next")])
    lift = ("lift",) if view.hold and view.publication.reported else ()
    back = () if view.hold or view.revision.state is not Showing.REMOVED else ("reinst",)
    return _row(_shares(seen, *lift, *back, "ban", "next"))


def _shown(seen: Seen) -> tuple[Part, ...]:
    """Show the poster, blurred, while it is to be decided or shown, and why this moderator may not decide."""
    is_shown = seen.view.publication.shown_revision is not None
    poster = _poster(seen.view) if seen.waits or is_shown else ()
    return (*poster, *(_elsewhere(seen) if seen.waits else ()))


def _elsewhere(seen: Seen) -> tuple[Text, ...]:
    """Say why it is somebody else's to decide at the moment."""
    view, asker = seen.view, seen.asker
    if asker is None:
        return ()
    if view.claim is not None and view.claim.moderator != asker.person:
        return (Text(Say("error-claimed", {"until_ms": When(view.claim.until_ms)})),)
    refusal = someone_elses(view, asker.person)
    return (Text(Say(f"error-{refusal.code}")),) if refusal else ()


def _poster(view: PublicationView) -> tuple[Picture, ...]:
    """Give the poster, blurred; of what is held, none."""
    posters = () if view.hold else _assets(view, AssetRole.POSTER)
    return tuple(Picture(one.id, Say("review-poster")) for one in posters[:1])


def _assets(view: PublicationView, role: AssetRole) -> Sequence[Asset]:
    return [one for one in view.assets if one.role is role]
