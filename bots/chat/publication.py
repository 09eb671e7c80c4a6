"""The card of one publication as its owner sees it, in each of its states; the same key redraws it in place."""

from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker
from bots.chat.proposal import draft_parts, said_in
from bots.chat.publications import Own, own, said_of
from bots.chat.reasons import reason_of
from bots.chat.reply import Button, Field, Fields, Link, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import Say, When
from core.errors import NotFound
from core.publications import PublicationView
from core.videos import Audience, PublicationId, Showing

OPEN = frozenset({Showing.PROPOSED, Showing.APPROVED, Showing.APPEALED})
"""What waits, and can be taken back by itself."""

AGAIN = frozenset({Showing.DECLINED, Showing.WITHDRAWN, Showing.EXPIRED})
"""What can become a draft again."""

REFUSED = frozenset({Showing.DECLINED, Showing.REMOVED})


def key(publication: UUID) -> str:
    """Give the key under which a publication's card is redrawn."""
    return f"publication:{publication}"


async def card(publication: PublicationId, asker: Asker, services: Services) -> Reply:
    """Draw the card of the asker's own publication. Raises NotFound("publication_not_found")."""
    found = await own(publication, asker, services)
    if found is None:
        raise NotFound("publication_not_found")
    return await draw(found, asker, services)


async def as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Draw the card as it is now; None for whom it isn't."""
    found = await own(PublicationId(subject), asker, services)
    return await draw(found, asker, services) if found else None


async def draw(found: Own, asker: Asker, services: Services) -> Reply:
    """Draw the card of a publication that is there."""
    state = found.view.publication.state
    held = (Text(Say("publication-held")),) if found.view.hold else ()
    if state is Showing.DRAFT:
        parts = await draft_parts(found, asker, services)
    else:
        parts = (
            *lead(found),
            *words(found.view),
            *_page(found.view, services),
            *await _buttons(found, asker, services),
        )
    return Reply((*held, *parts), card=key(found.view.publication.id))


def lead(found: Own) -> tuple[Part, ...]:
    """Say how a publication stands: the decision with its reason, what still is shown, until when."""
    state, view = found.view.publication.state, found.view
    is_operators = view.publication.escalated and view.waiting_since_ms is not None
    told = (
        Text(Say(_key_of(view), {**said_of(found), "when": When(_moment(found))})),
        *((Text(Say("publication-escalated")),) if is_operators else ()),
    )
    stays = (Text(Say("publication-stays")),) if _is_beside(view) else ()
    if state not in REFUSED:
        return (*told, *stays)
    return (*told, *_reasons(view), *stays, *_what_now(found))


def _key_of(view: PublicationView) -> str:
    state = view.publication.state
    if state is Showing.WITHDRAWN and view.revision.why in {"held", "banned"}:
        return f"publication-kept-{view.revision.why}"
    return f"publication-{state.value}"


def _moment(found: Own) -> int:
    """Give the time that a state's sentence tells: since when it waits, when it goes out, or until when it is shown."""
    view, ends_at_ms = found.view, found.video.video.ends_at_ms
    match view.publication.state:
        case Showing.PROPOSED | Showing.APPEALED:
            return view.waiting_since_ms or ends_at_ms
        case Showing.APPROVED:
            return view.revision.post_at_ms or ends_at_ms
        case Showing.SHOWN:
            return view.revision.proposal.until_ms or ends_at_ms
        case _:
            return ends_at_ms


def _is_beside(view: PublicationView) -> bool:
    """Say whether an earlier revision is shown beside the one that this is about."""
    return view.publication.shown_revision not in (None, view.publication.revision)


def _reasons(view: PublicationView) -> tuple[Part, ...]:
    """Give the reason and the moderator's own words; never who it was."""
    reason = Text(Say("publication-reason", {"why": reason_of(view.revision.why)}))
    note = view.revision.note
    return (reason, *((Text(Say("publication-note", {"note": note})),) if note else ()))


def _what_now(found: Own) -> tuple[Part, ...]:
    view, until = found.view, When(found.video.video.ends_at_ms)
    is_shown = any(one.shown_revision is not None for one in found.video.publications)
    ends = () if is_shown else (Text(Say("publication-ends", {"when": until})),)
    if not view.publication.appeal_open:
        return (Text(Say("publication-final")), *ends)
    return (*ends, Text(Say("publication-appeal", {"until": until})))


def words(view: PublicationView) -> tuple[Fields]:
    """Give what a publication says: the words of its newest revision, and whom it is for."""
    proposal = view.revision.proposal
    caption = proposal.caption
    fields = (
        Field(Say("publish-title"), caption.title or Say("publish-untitled")),
        Field(Say("publish-description"), caption.description or Say("publish-none")),
        Field(Say("publish-tags"), caption.tags or Say("publish-none")),
        *said_in(caption),
        Field(Say("publish-name"), caption.credit or Say("publish-anonymous")),
        Field(Say("publish-audience"), Say(f"publish-audience-{proposal.audience.value}")),
    )
    return (Fields(fields),)


def _page(view: PublicationView, services: Services) -> tuple[Link, ...]:
    """Lead to its page on the web, where it is for anyone and there are such pages."""
    publication = view.publication
    is_open = publication.shown_revision is not None and publication.audience is Audience.ANYONE and not view.hold
    if not (is_open and services.links and view.slug and view.community_slug):
        return ()
    return (Link(Say("publication-page"), page_of(view.community_slug, view.slug)),)


def page_of(community_slug: str, slug: str) -> str:
    """Give the address of a publication's own page, which is there while it is shown to anyone."""
    return f"/c/{community_slug}/{slug}"


async def _buttons(found: Own, asker: Asker, services: Services) -> tuple[Part, ...]:
    publication = found.view.publication
    panel, state = Panel(publication.id, asker, services), publication.state
    number = publication.revision
    buttons: list[Button] = []
    if state is Showing.SHOWN or state in AGAIN:
        label = {Showing.SHOWN: "button-change", Showing.DECLINED: "button-fix"}.get(state, "button-publish-again")
        buttons.append(await panel.offer(Say(label), "publish", "pubagain", Style.MAIN, revision=number))
    if state in REFUSED and publication.appeal_open:
        buttons.append(await panel.offer(Say("button-appeal"), "publish", "appeal", revision=number))
    if state in REFUSED:
        buttons.append(panel.show(Say("button-leave-it"), "publish", "publeave"))
    if state in OPEN:
        buttons.append(await panel.offer(Say("button-take-back"), "unpublish", "pubback", revision=number))
    elif publication.shown_revision is not None:
        buttons.append(panel.show(Say("button-take-down"), "unpublish", "pubdown", Style.DANGER))
    video = Panel(publication.video, asker, services)
    return panel.row(*buttons, video.show(Say("button-to-video"), "videos", "videos"))


TOLD = frozenset({*OPEN, *REFUSED, Showing.SHOWN})
"""States of which a video's own card tells."""


async def lines(found: list[Own], asker: Asker, services: Services) -> tuple[Part, ...]:
    """Say on a video's card where it is shown or waits, each with a button to more."""
    parts: list[Part] = []
    for one in found:
        publication = one.view.publication
        if publication.state not in TOLD and publication.shown_revision is None:
            continue
        is_shown_alone = publication.state is Showing.DRAFT
        state = Showing.SHOWN if is_shown_alone else publication.state
        when = When(one.view.keeps_until_ms or _moment(one) if is_shown_alone else _moment(one))
        said = {"community": said_of(one)["community"], "when": when}
        panel = Panel(publication.id, asker, services)
        parts += [
            Text(Say(f"card-publication-{state.value}", said)),
            *panel.row(panel.show(Say("button-publication"), "publish", "pubopen")),
        ]
    return (*parts, *_kept(found))


def _kept(found: list[Own]) -> tuple[Text, ...]:
    """Say until when publications keep a video at most, where that is after the end of all else."""
    kept = [one.view.keeps_until_ms for one in found if one.view.keeps_until_ms is not None]
    if not kept or max(kept) <= found[0].video.video.ends_at_ms:
        return ()
    return (Text(Say("card-publication-kept", {"when": When(max(kept))})),)
