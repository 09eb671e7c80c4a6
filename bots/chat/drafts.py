"""Drafts: what can be pressed on a video that is asked for and not begun, and what is put into one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TypeVar

from bots.chat.cards import SAYS, card_of, name, with_cut
from bots.chat.command import Asker, Opens
from bots.chat.plan import effects_for
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Form, FormField, Reply
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import BadInput, LostRace
from core.gate import Action
from core.generation.adding import add
from core.generation.choosing import leaves
from core.generation.draft import change, draft_of, say_portrayed, start
from core.generation.order import Wish
from core.generation.own import own_video
from core.intake.upload import Upload
from core.records import VideoView
from core.videos import PROMPT_LONGEST, TEXT_LONGEST, Effect, Making, Portrayed, Shape, VideoId
from knowledge.topics import hear

PART_LONGEST = 16
CHOICE_LONGEST = 16
OPEN_MS = 600_000
"""How long after it was asked for a draft takes what its owner sends next."""

_ASKING = re.compile("[?\uff1f\u00bf]")
_SECOND_MS = 1000
_LENGTH = re.compile(r"(\d{1,3})")
_PART = re.compile(r"(\d{1,4})\s*[-\u2013]\s*(\d{1,4})?")

Chosen = TypeVar("Chosen", bound=Enum)


async def open_draft(asker: Asker, services: Services) -> VideoView | None:
    """Give the asker's newest video if it is a draft of the last ten minutes, asked for on the same platform."""
    async with services.store.read() as reads:
        newest = next(iter(await reads.videos(asker.viewer, limit=1)), None)
    if newest is None or not is_draft(newest) or newest.video.asked_on is not asker.identity.platform:
        return None
    return newest if newest.video.asked_at_ms > services.clock.now_ms() - OPEN_MS else None


def is_draft(view: VideoView) -> bool:
    """Whether a video waits to be started by its owner."""
    return view.video.state is Making.ASKED


def asks(words: str) -> bool:
    """Whether words are a question, rather than what a draft shall show."""
    return bool(_ASKING.search(words)) or not hear(words).nothing


@dataclass(frozen=True)
class Addition:
    """What is put into a draft; `places` says where each file stands in it, as `core.generation.adding.add` has it."""

    words: str = ""
    files: Sequence[Upload] = ()
    places: Sequence[int] = ()


async def put_in(video: VideoId, more: Addition, asker: Asker, services: Services) -> Reply:
    """Put files and words into a draft, and show it; a sound or clip that is cut is told. Raises what `add` does."""
    cut_ms = await add(
        asker.viewer,
        video,
        more.files,
        more.words,
        asker.surface,
        store=services.store,
        vault=services.vault,
        workers=services.workers,
        generators=services.generators,
        ids=services.ids,
        places=more.places,
    )
    return with_cut(await card_of(video, asker, services), cut_ms)


async def press_start(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Begin with a draft as it is, in this house; what would leave it is sent by a press of its own.

    Raises LostRace("video_moved_on", state) for one that goes another way by now.
    """
    view = await draft_seen(VideoId(pressed.subject), asker, services)
    if leaves(view.video.route, services.generators):
        raise LostRace("video_moved_on", state=view.video.state.value)
    await start(
        asker.viewer,
        view.video.id,
        asker.surface,
        route=view.video.route,
        store=services.store,
        generators=services.generators,
        papers=services.papers,
        purse=services.purse,
    )
    return await card_of(view.video.id, asker, services)


async def draft_seen(video: VideoId, asker: Asker, services: Services) -> VideoView:
    """Give the asker's own draft. Raises NotFound, NotAllowed, LostRace("video_moved_on", state) for no draft."""
    async with services.store.read() as reads:
        return await draft_of(asker.viewer, video, asker.surface, reads)


async def press_change(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask what shall be different in a draft."""
    async with services.store.read() as reads:
        view = await own_video(asker.viewer, Action.RENAME, VideoId(pressed.subject), asker.surface, reads)
    press = await services.presses.offer("adjust", view.video.id, asker)
    return Reply((Form(Say("draft-form", {"video": name(view)}), press, _fields(view)),))


def _fields(view: VideoView) -> tuple[FormField, ...]:
    """Ask for at most five things: that is what Discord's modals hold."""
    video = view.video
    fields = [
        FormField("prompt", Say("draft-prompt"), PROMPT_LONGEST, view.prompt, required=False, many_lines=True),
        FormField("text", Say("draft-text"), TEXT_LONGEST, view.text, required=False),
        FormField("part", Say("draft-part"), PART_LONGEST, _part_of(view), required=False),
        _choice("shape", Say("draft-shape"), video.shape, tuple(Shape)),
    ]
    effects = effects_for(view)
    if effects:
        fields.append(_choice("effect", Say("draft-effect"), video.effect, (Effect.NONE, *effects)))
    return tuple(fields)


def _choice(field: str, label: Say, chosen: Enum, choices: tuple[Enum, ...]) -> FormField:
    options = tuple((str(one.value), Say(f"{field}-{one.name.lower()}")) for one in choices)
    return FormField(field, label, CHOICE_LONGEST, str(chosen.value), choices=options)


def _part_of(view: VideoView) -> str:
    begin, seconds = view.video.start_ms // _SECOND_MS, view.video.seconds
    return f"{begin}-{begin + seconds}" if begin else str(seconds)


async def press_adjust(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take what was filled in. Raises BadInput: part_malformed; option_malformed(option)."""
    video, form = VideoId(pressed.subject), pressed.form or {}
    start_ms, seconds = part(form.get("part", ""))
    wish = Wish(
        prompt=form.get("prompt", ""),
        shape=_picked(Shape, form, "shape"),
        seconds=seconds,
        effect=_picked(Effect, form, "effect") or Effect.NONE,
        text=form.get("text", ""),
        start_ms=start_ms,
    )
    await change(asker.viewer, video, wish, asker.surface, store=services.store, generators=services.generators)
    return await card_of(video, asker, services)


def part(typed: str) -> tuple[int, int | None]:
    """Read which part of a clip or sound is meant: "8" (a length), "12-20" or "12-" (from, to), in seconds.

    Gives where it begins in milliseconds, and its length in seconds or None. Raises BadInput("part_malformed").
    """
    text = typed.strip()
    if not text:
        return 0, None
    if found := _LENGTH.fullmatch(text):
        return 0, int(found[1])
    found = _PART.fullmatch(text)
    if found is None or (found[2] and int(found[2]) <= int(found[1])):
        raise BadInput("part_malformed")
    return int(found[1]) * _SECOND_MS, int(found[2]) - int(found[1]) if found[2] else None


def _picked(kind: type[Chosen], form: Mapping[str, str], field: str) -> Chosen | None:
    if not form.get(field):
        return None
    try:
        return kind(form[field])
    except ValueError:
        raise BadInput("option_malformed", option=field) from None


async def _press_portrayed(portrayed: Portrayed, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take who is in the pictures, and offer to start."""
    video = VideoId(pressed.subject)
    await say_portrayed(asker.viewer, video, portrayed, asker.surface, store=services.store)
    return await card_of(video, asker, services)


COMMANDS = ()
PRESSES = (
    Press("start", press_start, changes=True),
    Press("change", press_change, opens=Opens.FORM),
    Press("adjust", press_adjust, changes=True),
    *(Press(action, partial(_press_portrayed, one), changes=True) for one, action in SAYS.items()),
)
