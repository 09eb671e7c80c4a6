"""/videos and /enddate: one's own videos, their cards, their titles and their end dates."""

from dataclasses import dataclass, replace
from functools import partial

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, draw, key, more, name
from bots.chat.command import Asker, Command, Opens, VideoRef, asked
from bots.chat.invite import used
from bots.chat.moments import moment
from bots.chat.presses import Press, Pressed
from bots.chat.refs import find
from bots.chat.reply import Button, Choice, Form, FormField, Reply, Text
from bots.chat.services import Services
from bots.chat.shared import shared_list
from bots.texts.say import CommandName, Say, When
from core.erasure.enddate import latest_end_ms, set_end
from core.gate import Action
from core.generation.own import own_video
from core.generation.rename import rename
from core.knocks import read
from core.records import VideoView
from core.videos import TITLE_LONGEST, VideoId

PAGE = 10
UNTIL_LONGEST = 32
LATEST = "end_max"
_DAY_MS = 86_400_000
_LATER_DAYS = {"end_1d": 1, "end_7d": 7}
"""Buttons that lengthen a video's life by some days, by their actions."""


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
    """Show the newest page, or the card of the video that is meant; with an invitation, ask to see what it is for."""
    if request.video:
        token = read(request.video.text)
        if token is not None:
            return await used(token, asker, services)
        return await draw(await find(request.video, asker, services), asker, services)
    return await _page(None, asker, services)


async def _page(before: VideoId | None, asker: Asker, services: Services) -> Reply:
    async with services.store.read() as reads:
        found = await reads.videos(asker.viewer, before=before, limit=PAGE + 1)
        newer = await reads.page_start(asker.viewer, before, PAGE) if before else None
    shared = () if before else await shared_list(asker, services)
    if not found:
        if before:
            return await _page(None, asker, services)
        return Reply((Text(Say("videos-none", {"command": CommandName("create")})), *shared), card="videos")
    shown = found[:PAGE]
    entries = Choice(Say("videos-lead"), tuple(_entry(view, asker, services) for view in shown))
    turn: list[Button] = []
    if before:
        turn.append(Panel(newer or asker.person, asker, services).show(Say("button-newer"), "videos", "page"))
    earlier = Panel(shown[-1].video.id, asker, services)
    if len(found) > PAGE:
        turn.append(earlier.show(Say("button-earlier"), "videos", "page"))
    return Reply((entries, *earlier.row(*turn), *shared), card="videos")


def _entry(view: VideoView, asker: Asker, services: Services) -> Button:
    state = Say(f"state-{view.video.state.value}")
    label = Say("videos-entry", {"video": name(view), "seconds": view.video.seconds, "state": state})
    return Panel(view.video.id, asker, services).show(label, "videos", "videos")


async def press_page(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Turn to another page; the person's own id stands for the first one."""
    return await _page(None if pressed.subject == asker.person else VideoId(pressed.subject), asker, services)


async def press_videos(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show the card of the button's video."""
    return await card_of(VideoId(pressed.subject), asker, services)


async def press_more(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show what else can be done with a video."""
    return await more(await _own(Action.RENAME, pressed, asker, services), asker, services)


async def press_rename(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for another title."""
    view = await _own(Action.RENAME, pressed, asker, services)
    field = FormField("title", Say("rename-title"), TITLE_LONGEST, view.title, required=False)
    press = await services.presses.offer("retitle", view.video.id, asker)
    return Reply((Form(Say("rename-form", {"video": name(view)}), press, (field,)),))


async def press_retitle(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the title that was typed."""
    video, typed = VideoId(pressed.subject), pressed.form or {}
    before = await _own(Action.RENAME, pressed, asker, services)
    await rename(asker.viewer, video, typed.get("title", ""), asker.surface, store=services.store)
    card = await card_of(video, asker, services)
    renamed = Say("rename-done", {"before": name(before)})
    again = Panel(video, asker, services).show(Say("button-rename"), "videos", "rename")
    return replace(card, parts=(Text(renamed), *card.parts, *Panel(video, asker, services).row(again)))


async def answer_enddate(request: EndDate, asker: Asker, services: Services) -> Reply:
    """Move the end date of the video that is meant, and show its card; without a date, suggest some."""
    view = await find(request.video, asker, services)
    if not request.until:
        return await _suggest(view, asker, services)
    return await _move_end(view.video.id, request.until, asker, services)


async def press_enddate(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Suggest other end dates."""
    return await _suggest(await _own(Action.ENDDATE, pressed, asker, services), asker, services)


async def _suggest(view: VideoView, asker: Asker, services: Services) -> Reply:
    """Offer what is likely meant, each with the date that it leads to, and a form for any other."""
    video, panel = view.video, Panel(view.video.id, asker, services)
    offers = [
        await panel.offer(Say(f"button-{action}", {"when": When(at_ms)}), "enddate", action)
        for action, at_ms in _suggestions(view, services).items()
    ]
    other = panel.show(Say("button-another-date"), "enddate", "until")
    back = panel.show(Say("button-back"), "videos", "videos")
    lead = Say("enddate-lead", {"video": name(view), "when": When(video.ends_at_ms)})
    return Reply((Choice(lead, (*offers, other, back)),), card=key(video.id))


def _suggestions(view: VideoView, services: Services) -> dict[str, int]:
    """Give the end dates that can be chosen by one press: the action of its button, and the date (UTC ms)."""
    now_ms, latest_ms = services.clock.now_ms(), latest_end_ms(view.video, services.retention_max_ms)
    later = {action: view.video.ends_at_ms + days * _DAY_MS for action, days in _LATER_DAYS.items()}
    found = {action: at_ms for action, at_ms in later.items() if now_ms < at_ms < latest_ms}
    return found | ({LATEST: latest_ms} if latest_ms > max(now_ms, view.video.ends_at_ms) else {})


async def press_until(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask for any end date."""
    view = await _own(Action.ENDDATE, pressed, asker, services)
    field = FormField("until", Say("enddate-until"), UNTIL_LONGEST)
    press = await services.presses.offer("move_end", view.video.id, asker)
    title = Say("enddate-form", {"video": name(view), "most_ms": services.retention_max_ms})
    return Reply((Form(title, press, (field,)),))


async def _press_suggested(action: str, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take a suggested end date. One that doesn't fit any more suggests anew."""
    view = await _own(Action.ENDDATE, pressed, asker, services)
    at_ms = _suggestions(view, services).get(action)
    if at_ms is None:
        return await _suggest(view, asker, services)
    return await _set_end(view.video.id, at_ms, asker, services)


async def press_move_end(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take the end date that was typed."""
    return await _move_end(VideoId(pressed.subject), (pressed.form or {}).get("until", ""), asker, services)


async def _move_end(video: VideoId, typed: str, asker: Asker, services: Services) -> Reply:
    ends_at_ms = moment(typed, services.clock.now_ms(), asker.preferences.time_zone, asker.language)
    return await _set_end(video, ends_at_ms, asker, services)


async def _set_end(video: VideoId, ends_at_ms: int, asker: Asker, services: Services) -> Reply:
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


async def _own(action: Action, pressed: Pressed, asker: Asker, services: Services) -> VideoView:
    async with services.store.read() as reads:
        return await own_video(asker.viewer, action, VideoId(pressed.subject), asker.surface, reads)


COMMANDS = (Command("videos", Videos, answer_videos), Command("enddate", EndDate, answer_enddate))
PRESSES = (
    Press("videos", press_videos),
    Press("page", press_page),
    Press("more", press_more),
    Press("rename", press_rename, opens=Opens.FORM),
    Press("retitle", press_retitle, changes=True),
    Press("enddate", press_enddate),
    Press("until", press_until, opens=Opens.FORM),
    Press("move_end", press_move_end, changes=True),
    *(Press(action, partial(_press_suggested, action), changes=True) for action in (*_LATER_DAYS, LATEST)),
)
