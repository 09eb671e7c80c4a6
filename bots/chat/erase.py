"""/delete: one confirmation, then the video is gone for good."""

from dataclasses import dataclass, replace

from bots.chat.buttons import Panel
from bots.chat.cards import download_path, erasing_card, key, name
from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.label import route_name
from bots.chat.presses import Press, Pressed
from bots.chat.refs import find
from bots.chat.reply import Link, Reply, Style, Text
from bots.chat.sent import cleared_at_ms, is_cleared, order_of
from bots.chat.services import Services
from bots.texts.say import Say, When
from core.erasure.erase import request as request_erasure
from core.errors import LostRace
from core.gate import Action, is_in_review
from core.generation.own import own_video
from core.records import VideoView
from core.videos import AssetRole, VideoId

CONFIRM_WITHIN_MS = 3_600_000


@dataclass(frozen=True)
class Delete:
    """Erase a video for good."""

    video: VideoRef = asked()


async def answer_delete(request: Delete, asker: Asker, services: Services) -> Reply:
    """Say what deleting means, and ask once."""
    return await _confirm(await find(request.video, asker, services), asker, services)


async def press_delete(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask once, from a button."""
    async with services.store.read() as reads:
        view = await own_video(asker.viewer, Action.DELETE, VideoId(pressed.subject), asker.surface, reads)
    return await _confirm(view, asker, services)


async def _confirm(view: VideoView, asker: Asker, services: Services) -> Reply:
    panel = Panel(view.video.id, asker, services)
    downloads = [
        Link(Say("button-download-first"), download_path(asset))
        for asset in view.assets
        if asset.role is AssetRole.OUTPUT
    ]
    erase = await panel.offer(Say("button-erase"), "delete", "erase", Style.DANGER, for_ms=CONFIRM_WITHIN_MS)
    keep = panel.show(Say("button-keep"), "videos", "videos")
    sure = Text(Say("delete-confirm", {"video": name(view)}))
    published = (Text(Say("delete-published")),) if _is_out(view) else ()
    elsewhere = await _elsewhere(view, asker, services)
    return Reply((sure, *published, *elsewhere, *downloads, *panel.row(erase, keep)), card=key(view.video.id))


def _is_out(view: VideoView) -> bool:
    """Say whether a community shows the video, or its moderators have it."""
    return any(one.shown_revision is not None or is_in_review(one) for one in view.publications)


async def _elsewhere(view: VideoView, asker: Asker, services: Services) -> tuple[Text, ...]:
    """Say what stays with a generator that doesn't let us delete, unless its papers say that it is gone by now."""
    order = await order_of(view, asker, services)
    if order is None or is_cleared(order, services.clock.now_ms()):
        return ()
    until_ms = cleared_at_ms(order)
    until = "none" if until_ms is None else When(until_ms)
    return (Text(Say("delete-elsewhere", {"route": route_name(view.video.route), "until": until})),)


async def press_erase(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Close the video for everybody at once, and have it erased."""
    view = await _view(pressed, asker, services)
    if view is None:
        raise LostRace("press_used")
    shutting = replace(services.shutting, store=services.store)  # which spends the button's token in the same change
    opened = await request_erasure(asker.viewer, view.video.id, asker.surface, shutting)
    return erasing_card(view, opened, services)


async def _view(pressed: Pressed, asker: Asker, services: Services) -> VideoView | None:
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface)
    return view if view and view.video.owner == asker.person else None


COMMANDS = (Command("delete", Delete, answer_delete),)
PRESSES = (Press("delete", press_delete), Press("erase", press_erase, changes=True))
