"""The card of a video in each state of its life; the same key redraws it in place."""

from dataclasses import replace
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.command import Asker
from bots.chat.label import begin_buttons, label_of, route_name
from bots.chat.once import link_to
from bots.chat.plan import is_pictured, made_of, plan
from bots.chat.publication import lines
from bots.chat.publications import all_of, in_order
from bots.chat.receipts import page_link, receipt_card
from bots.chat.reply import Button, Choice, Field, Fields, Link, Media, Part, Progress, Reply, Style, Text
from bots.chat.sent import is_cleared, order_of
from bots.chat.services import Services
from bots.chat.told import told
from bots.texts.say import PersonName, Say, Value, VideoName, When
from core.errors import NotFound, RouteRefused
from core.gate import is_in_review
from core.generation.choosing import leaves, route_of
from core.generation.declined import DECLINED, MAY_BE_CHARGED, MENDED_BY_WORDS
from core.generation.given import Given, room_for
from core.generation.order import order_in
from core.generation.routing import FIRST
from core.generation.sending import is_unsaid
from core.grants import Grant
from core.people import Delivery
from core.receipts import Opened
from core.records import Offers, VideoView
from core.videos import MAKING_MOVES, Asset, AssetRole, Making, Portrayed, VideoId, Visibility, starts_of, visibility

SAYS = {Portrayed.SELF: "whoself", Portrayed.AGREED: "whoagree", Portrayed.NOBODY: "whonone"}
"""What a person can say of who is in pictures, by the press that says it."""

CANCELLABLE = frozenset(move.start for move in starts_of(MAKING_MOVES, "cancel"))
MENDED_BY_CHANGE = frozenset({"start_past_end", "text_cannot_be_drawn", "worker_limit"}) | MENDED_BY_WORDS
"""Codes of failures that another length, part, text, wording or picture mends."""

UNREADABLE = frozenset({"picture_unreadable", "sound_unreadable", "clip_unreadable"})
FAILURES = frozenset({"disk_full", "marking_failed"}) | MENDED_BY_CHANGE | UNREADABLE | DECLINED
"""Codes of failures that have words of their own."""

_SECOND_MS = 1000
_KEY = "video:"

ENDING_SHARE = 0.95
"""From here on the pictures are there and are being put together with the sound."""


def key(video: VideoId) -> str:
    """Give the key under which a video's card is redrawn."""
    return f"{_KEY}{video}"


def video_of(reply: Reply) -> VideoId | None:
    """Give the video whose card a reply is; None for another one."""
    if reply.card is None or not reply.card.startswith(_KEY):
        return None
    return VideoId(UUID(reply.card.removeprefix(_KEY)))


def name(view: VideoView) -> VideoName:
    """Give a video's name as its viewer may know it."""
    return VideoName(view.video.number, view.title)


async def card_of(video: VideoId, asker: Asker, services: Services) -> Reply:
    """Draw the card of a video, or the receipt of one that is erased. Raises NotFound("video_not_found")."""
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, video, asker.surface)
        receipt = None if view else await reads.receipt(asker.viewer, video)
    if view is not None:
        return await draw(view, asker, services)
    if receipt is not None and not receipt.erasing:
        return receipt_card(receipt, services)
    raise NotFound("video_not_found")


def with_cut(card: Reply, cut_ms: int | None) -> Reply:
    """Say on a card that only the first minute is kept of a clip or sound of `cut_ms`; None for one that is whole."""
    if cut_ms is None:
        return card
    cut = Text(Say("card-first-minute", {"given": cut_ms // _SECOND_MS * _SECOND_MS}))
    return replace(card, parts=(*card.parts, cut))


async def draw(view: VideoView, asker: Asker, services: Services) -> Reply:
    """Draw the card of a video that is there."""
    if view.video.owner != asker.person:
        return Reply(await _received(view, asker, services), card=key(view.video.id))
    match view.video.state:
        case Making.READY:
            parts = await _ready(view, asker, services)
        case Making.ASKED:
            parts = await _draft(view, asker, services)
        case Making.FAILED | Making.CANCELLED:
            parts = await _stopped(view, asker, services)
        case _:
            parts = await _unfinished(view, asker, services)
    return Reply(parts, card=key(view.video.id))


async def _draft(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Say what would be made, and offer to make it: nothing has begun."""
    panel = Panel(view.video.id, asker, services)
    unsaid = is_unsaid(view, services.generators)
    barred = await _barred(view, asker, services)
    start = () if unsaid or barred else await begin_buttons(view, panel, asker, services)
    cancel = await panel.offered(Say("button-cancel"), "create", "cancel")
    takes_more = any(room_for([Given.of(asset) for asset in view.inputs]).values())
    files = (panel.show(Say("button-files"), "create", "files"),) if takes_more else ()
    several = len(services.generators) > 1
    ways = (Field(Say("plan-route"), route_name(view.video.route)),) if several else ()
    reroute = (panel.show(Say("button-route"), "create", "route"),) if several else ()
    offered = services.remote[view.video.route].offers() if view.video.route in services.remote else Offers()
    extras = (panel.show(Say("button-extras"), "create", "extras"),) if offered != Offers() else ()
    return (
        Text(Say("card-draft", {"video": name(view)})),
        Fields((*plan(view), *ways, *_end(view).fields)),
        *label_of(view, asker, services),
        *_left_out(view, services),
        *(() if takes_more else (Text(Say("draft-full")),)),
        *barred,
        *(await _who_is_in_it(view, panel) if unsaid else ()),
        *panel.row(*start, panel.show(Say("button-change"), "create", "change"), *reroute, *files, *cancel),
        *panel.row(*extras),
    )


async def _barred(view: VideoView, asker: Asker, services: Services) -> tuple[Text, ...]:
    """Say why a draft may not be made by its route here and now, and what would fit; nothing where it may."""
    route, generators = view.video.route, services.generators
    try:
        async with services.store.read() as reads:
            await route_of(route, asker.viewer, asker.surface, reads, generators=generators, video=view.video.id)
    except RouteRefused as refused:
        return (Text(told(refused)),)
    return ()


async def _who_is_in_it(view: VideoView, panel: Panel) -> tuple[Choice]:
    """Ask who is in pictures that somebody else posted, or that leave the house, before anything is made."""
    asked = "draft-who" if view.video.portrayed is Portrayed.UNSAID else "draft-who-own"
    options = [await panel.offer(Say(f"portrayed-{one.value}"), "create", action) for one, action in SAYS.items()]
    return (Choice(Say(asked), tuple(options)),)


async def _unfinished(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    lead = Text(Say("card-making", {"video": name(view), "seconds": view.video.seconds}))
    panel = Panel(view.video.id, asker, services)
    if view.video.state is Making.UNSURE:
        look = panel.show(Say("button-look-again"), "videos", "videos", Style.MAIN)
        return (lead, Progress(Say("progress-unsure", {"route": route_name(view.video.route)})), *panel.row(look))
    cancel = await panel.offered(Say("button-cancel"), "create", "cancel")
    return (lead, *_left_out(view, services), _progress(view, services), *panel.row(*cancel))


def _progress(view: VideoView, services: Services) -> Progress:
    if view.video.state is not Making.MAKING:
        place = view.place
        return Progress(Say("progress-next") if place in (None, 1) else Say("progress-place", {"place": place - 1}))
    share = services.progress.share(view.video.id)
    if not share:
        return Progress(Say("progress-begin"))
    if share >= ENDING_SHARE:
        return Progress(Say("progress-end"), share)
    return Progress(Say("progress-share", {"percent": round(share * 100)}), share)


async def _ready(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    video, panel = view.video, Panel(view.video.id, asker, services)
    again = await panel.offered(Say("button-again"), "create", "again")
    async with services.store.read() as reads:
        shared = bool(await reads.grants(asker.viewer, video.id))
    return (
        Text(Say("card-ready", {"video": name(view), "seconds": video.seconds, "who": _who(view, shared=shared)})),
        *await _shown(view, asker, services),
        Text(_made(view, services)),
        *_left_out(view, services),
        *await _published(view, asker, services),
        _end(view),
        *panel.row(
            panel.show(Say("button-private"), "privacy", "privacy", Style.MAIN),
            panel.show(Say("button-share"), "share", "share"),
            *((panel.show(Say("button-publish"), "publish", "publish"),) if asker.community else ()),
            *again,
            panel.show(Say("button-more"), "videos", "more"),
        ),
    )


def _made(view: VideoView, services: Services) -> Say:
    """Say what made a video, and whether anything left the house for it; on the careful side where nobody knows now."""
    route = view.video.route
    if route == FIRST:
        return Say(f"made-motion-{made_of(view)}")
    here = route in services.generators and not leaves(route, services.generators)
    return Say("made-own" if here else "made-away", {"route": route_name(route)})


async def _received(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Show what somebody else shares with the asker: to play it, and to ask about it, and nothing more."""
    async with services.store.read() as reads:
        grant = await reads.grant(asker.viewer, view.video.id)
    if grant is None:
        raise NotFound("video_not_found")
    panel = Panel(view.video.id, asker, services)
    who: dict[str, Value | Say] = {"video": name(view), "seconds": view.video.seconds, "person": giver(grant)}
    return (
        Text(Say("shared-card", who)),
        *await _shown(view, asker, services),
        Fields((Field(Say("shared-until"), received_until(view, grant)),)),
        *panel.row(
            panel.show(Say("button-private"), "privacy", "privacy", Style.MAIN),
            panel.show(Say("button-report"), "report", "rpvideo"),
        ),
    )


def giver(grant: Grant) -> PersonName | Say:
    """Name who shares a video, as their platform did at that moment."""
    return PersonName(grant.giver) if grant.giver else Say("shared-somebody")


def received_until(view: VideoView, grant: Grant) -> Say:
    """Say to the receiver how long they can open a video at most: until the grant's date or the video's own end."""
    until_ms = min(one for one in (grant.until_ms, view.video.ends_at_ms) if one is not None)
    return Say("shared-latest", {"when": When(until_ms)})


async def _published(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Say where it is shown or waits to be, to its owner."""
    found = in_order(await all_of(view, asker, services), asker.community)
    return await lines(found, asker, services)


async def _stopped(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    video, panel = view.video, Panel(view.video.id, asker, services)
    label = "button-again-paid" if video.failure in MAY_BE_CHARGED else "button-again"
    again = await panel.offered(Say(label), "create", "again", Style.MAIN)
    erase = panel.show(Say("button-delete"), "delete", "delete")
    if video.state is Making.CANCELLED:
        told = Text(Say("card-cancelled", {"video": name(view)}))
    else:
        why = Say(f"failure-{video.failure if video.failure in FAILURES else 'unexpected'}")
        told = Text(Say("card-failed", {"video": name(view), "why": why}))
    rework: tuple[Button, ...] = ()
    if video.failure in MENDED_BY_CHANGE:
        rework = await panel.offered(Say("button-rework"), "create", "rework", Style.MAIN)
    return (told, _end(view), *panel.row(*rework, *again, erase))


async def more(view: VideoView, asker: Asker, services: Services) -> Reply:
    """Draw the card with what else can be done with a video."""
    panel = Panel(view.video.id, asker, services)
    downloads = [Link(Say("button-download"), download_path(asset)) for asset in _assets(view, AssetRole.OUTPUT)]
    buttons = panel.row(
        panel.show(Say("button-enddate"), "enddate", "enddate"),
        panel.show(Say("button-rename"), "videos", "rename"),
        panel.show(Say("button-delete"), "delete", "delete"),
        panel.show(Say("button-back"), "videos", "videos"),
    )
    rework = await panel.offered(Say("button-rework"), "create", "rework")
    extend = await _extended(view, asker, services) if view.video.state is Making.READY else ()
    lead = Text(Say("card-more", {"video": name(view)}))
    parts = (lead, *await _shown(view, asker, services), _end(view), *downloads, *panel.row(*rework, *extend), *buttons)
    return Reply(parts, card=key(view.video.id))


async def _extended(view: VideoView, asker: Asker, services: Services) -> tuple[Button, ...]:
    """Offer to lengthen a video here, and to go on from it with whoever made it, as long as that has it."""
    route, panel = view.video.route, Panel(view.video.id, asker, services)
    here = await panel.offered(Say("button-extend"), "create", "extend")
    if route not in services.remote or not services.remote[route].offers().continues:
        return here
    order = await order_of(view, asker, services)
    if order is None or is_cleared(order, services.clock.now_ms()):
        return here
    return (*here, *await panel.offered(Say("button-go-on", {"route": route_name(route)}), "create", "goon"))


def erasing_card(view: VideoView, opened: Opened, services: Services) -> Reply:
    """Say that a video is being erased, by which receipt; that takes this card's place when nothing is left of it."""
    lead = Text(Say("card-erasing", {"number": str(view.video.number), "receipt": opened.number}))
    return Reply((lead, *page_link(opened.number, opened.secret, services)), card=key(view.video.id))


async def tidied_card(video: VideoId, asker: Asker, services: Services, *, uploads_left: bool) -> Reply | None:
    """Say that a video left the chat, and offer to show it again; None for one that isn't there to be shown.

    `uploads_left` says that what its owner sent for it could not leave the chat.
    """
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, video, asker.surface)
        is_theirs = view is not None and (
            view.video.owner == asker.person or await reads.grant(asker.viewer, video) is not None
        )
    if view is None or not is_theirs or view.video.state is not Making.READY:
        return None
    panel = Panel(video, asker, services)
    again = panel.show(Say("button-show-again"), "videos", "videos", Style.MAIN)
    left = (Text(Say("card-uploads-left")),) if uploads_left else ()
    lead = Text(Say("card-tidied", {"video": name(view)}))
    row = panel.row(again, panel.show(Say("button-private"), "privacy", "privacy"))
    return Reply((lead, *left, _end(view), *row), card=key(video))


def download_path(asset: Asset) -> str:
    """Give the address under which an asset is saved instead of shown."""
    return f"/assets/{asset.id}?download"


async def _shown(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Show the video, or a link that opens it once: as its viewer wants it delivered."""
    media = _media(view)
    if media and asker.preferences.delivery is Delivery.LINK:
        return await link_to(view, asker, services)
    return media


def _media(view: VideoView) -> tuple[Media, ...]:
    outputs, posters = _assets(view, AssetRole.OUTPUT), _assets(view, AssetRole.POSTER)
    alt = Say("card-alt", {"video": name(view)})
    poster = posters[0].id if posters else None
    return tuple(Media(one.id, poster, alt, one.width, one.height, one.duration_ms or 0) for one in outputs)


def _assets(view: VideoView, role: AssetRole) -> list[Asset]:
    return [asset for asset in view.assets if asset.role is role]


def _who(view: VideoView, *, shared: bool) -> Say:
    """Say how far the video can be seen, from its grants and publications; moderators who decide are named too.

    A share that waits for its receiver counts.
    """
    if view.hold:
        return Say("seen-held")
    seen = visibility(view.granted, view.publications)
    if seen is Visibility.PRIVATE and shared:
        seen = Visibility.SELECTED
    reviewed = any(is_in_review(one) for one in view.publications)
    if reviewed and seen is Visibility.PRIVATE:
        return Say("seen-private-reviewed")
    if reviewed and seen is Visibility.SELECTED:
        return Say("seen-selected-reviewed")
    return Say(f"seen-{seen.value}")


def _end(view: VideoView) -> Fields:
    return Fields((Field(Say("card-ends"), When(view.video.ends_at_ms)),))


def _left_out(view: VideoView, services: Services) -> tuple[Text, ...]:
    """Say which of the owner's words the generator can't do. Nobody else gets words of the prompt."""
    generator = services.generators.get(view.video.route)
    if generator is None or not view.prompt:
        return ()
    try:
        cannot = generator.check(order_in(view), media=[asset.media for asset in view.inputs]).cannot
    except RouteRefused as refused:
        return (Text(told(refused)),) if view.video.state is Making.ASKED else ()
    if not cannot:
        return ()
    return (Text(Say("card-unchanged" if is_pictured(view) else "card-left-out", {"cannot": cannot})),)
