"""/videos and /enddate: one's own videos, their cards, their titles and their end dates."""

from dataclasses import dataclass

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, draw, more, name
from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.moments import moment
from bots.chat.presses import Press, Pressed
from bots.chat.refs import find
from bots.chat.reply import Button, Choice, Form, FormField, Reply, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, Say
from core.erasure.enddate import set_end
from core.errors import NotFound
from core.generation.rename import rename
from core.ports import Reads
from core.records import VideoView
from core.videos import TITLE_LONGEST, VideoId

PAGE = 10
UNTIL_LONGEST = 32


@dataclass(frozen=True)
class Videos:
    """Look through one's videos, or at one of them."""

    video: VideoRef | None = asked(default=None)


@dataclass(frozen=True)
class EndDate:
    """Choose when a video is erased."""

    video: VideoRef = asked()
    until: str | None = asked(default=None, longest=UNTIL_LONGEST)


async def answer_videos(request: Videos, asker: Asker, services: Services) -> Reply:
    """Show the newest page, or the card of the video that is meant."""
    if request.video:
        return await draw(await find(request.video, asker, services), asker, services)
    return await _page(None, asker, services)


async def _page(before: VideoId | None, asker: Asker, services: Services) -> Reply:
    async with services.store.read() as reads:
        found = await reads.videos(asker.viewer, before=before, limit=PAGE + 1)
        newer = await _start_before(before, asker, reads) if before else None
    if not found:
        if before:
            return await _page(None, asker, services)
        return Reply((Text(Say("videos-none", {"command": CommandName("create")})),), card="videos")
    shown = found[:PAGE]
    entries = Choice(Say("videos-lead"), tuple(_entry(view, asker, services) for view in shown))
    turn: list[Button] = []
    if before:
        turn.append(Panel(newer or asker.person, asker, services).show(Say("button-newer"), "videos", "page"))
    earlier = Panel(shown[-1].video.id, asker, services)
    if len(found) > PAGE:
        turn.append(earlier.show(Say("button-earlier"), "videos", "page"))
    return Reply((entries, *earlier.row(*turn)), card="videos")


def _entry(view: VideoView, asker: Asker, services: Services) -> Button:
    state = Say(f"state-{view.video.state.value}")
    label = Say("videos-entry", {"video": name(view), "seconds": view.video.seconds, "state": state})
    return Panel(view.video.id, asker, services).show(label, "videos", "videos")


async def _start_before(before: VideoId, asker: Asker, reads: Reads) -> VideoId | None:
    """Give what the page before a page begins after; None for the first page."""
    start: VideoId | None = None
    while page := await reads.videos(asker.viewer, before=start, limit=PAGE):
        if before in {view.video.id for view in page}:
            return start
        start = page[-1].video.id
    return None


async def press_page(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Turn to another page; the person's own id stands for the first one."""
    return await _page(None if pressed.subject == asker.person else VideoId(pressed.subject), asker, services)


async def press_videos(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show the card of the button's video."""
    return await card_of(VideoId(pressed.subject), asker, services)


async def press_more(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show what else can be done with a video."""
    return await more(await _view(pressed, asker, services), asker, services)


async def press_rename(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for another title."""
    view = await _view(pressed, asker, services)
    field = FormField("title", Say("rename-title"), TITLE_LONGEST, view.title, required=False)
    press = await services.presses.offer("retitle", view.video.id, asker)
    return Reply((Form(Say("rename-form", {"video": name(view)}), press, (field,)),))


async def press_retitle(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the title that was typed."""
    video, typed = VideoId(pressed.subject), pressed.form or {}
    await rename(asker.viewer, video, typed.get("title", ""), asker.surface, store=services.store)
    return await card_of(video, asker, services)


async def answer_enddate(request: EndDate, asker: Asker, services: Services) -> Reply:
    """Move the end date of the video that is meant, and show its card; without a date, ask for one."""
    view = await find(request.video, asker, services)
    if not request.until:
        return await _ask_until(view, asker, services)
    return await _move_end(view.video.id, request.until, asker, services)


async def press_enddate(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for another end date."""
    return await _ask_until(await _view(pressed, asker, services), asker, services)


async def _ask_until(view: VideoView, asker: Asker, services: Services) -> Reply:
    field = FormField("until", Say("enddate-until"), UNTIL_LONGEST)
    press = await services.presses.offer("move_end", view.video.id, asker)
    title = Say("enddate-form", {"video": name(view), "most_ms": services.retention_max_ms})
    return Reply((Form(title, press, (field,)),))


async def press_move_end(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the end date that was typed."""
    return await _move_end(VideoId(pressed.subject), (pressed.form or {}).get("until", ""), asker, services)


async def _move_end(video: VideoId, typed: str, asker: Asker, services: Services) -> Reply:
    ends_at_ms = moment(typed, services.clock.now_ms(), asker.preferences.time_zone, asker.language)
    await set_end(
        asker.viewer,
        video,
        asker.surface,
        ends_at_ms,
        store=services.store,
        clock=services.clock,
        retention_max_ms=services.retention_max_ms,
    )
    return await card_of(video, asker, services)


async def _view(pressed: Pressed, asker: Asker, services: Services) -> VideoView:
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface)
    if view is None:
        raise NotFound("video_not_found")
    return view


COMMANDS = (Command("videos", Videos, answer_videos), Command("enddate", EndDate, answer_enddate))
PRESSES = (
    Press("videos", press_videos),
    Press("page", press_page),
    Press("more", press_more),
    Press("rename", press_rename),
    Press("retitle", press_retitle, changes=True),
    Press("enddate", press_enddate),
    Press("move_end", press_move_end, changes=True),
)
