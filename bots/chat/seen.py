"""/whosaw: who opened a video, when and through what, and what can't be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import name
from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.presses import Press, Pressed
from bots.chat.publications import called
from bots.chat.refs import find
from bots.chat.reply import Field, Fields, Part, Reply, Text
from bots.chat.services import Services
from bots.chat.share import key_of, own_view
from bots.texts.say import PersonName, Say, Value, When
from core.grants import BreakGlass, Look, Opening
from core.records import VideoView
from core.sharing.seen import who_saw
from core.videos import VideoId

SHOWN_MOST = 20


@dataclass(frozen=True)
class WhoSaw:
    """See who opened a video."""

    video: VideoRef = asked()


async def answer_who_saw(request: WhoSaw, asker: Asker, services: Services) -> Reply:
    """Say who opened a video, when and through what, and what can't be seen."""
    return await _saw(await find(request.video, asker, services), asker, services)


async def press_who_saw(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Say who opened a video, from a button."""
    return await _saw(await own_view(VideoId(pressed.subject), asker, services), asker, services)


async def _saw(view: VideoView, asker: Asker, services: Services) -> Reply:
    seen = await who_saw(asker.viewer, view.video.id, asker.surface, store=services.store)
    looks = [(one.at_ms, await _look(one, asker, services)) for one in seen.looks[:SHOWN_MOST]]
    opened = [(one.at_ms, _broken(one)) for one in seen.break_glass]
    openings = [(one.at_ms, _opening(one)) for one in seen.openings]
    lines = sorted([*openings, *looks, *opened], key=lambda line: -line[0])
    panel = Panel(view.video.id, asker, services)
    back = panel.row(panel.show(Say("button-share"), "share", "share"))
    plays = (Text(Say("whosaw-plays", {"count": seen.plays})),) if seen.plays else ()
    told = _told(view, [line for _, line in lines[:SHOWN_MOST]]) if lines or not plays else ()
    posts = (Text(Say("whosaw-posts")),) if view.publications else ()
    return Reply(
        (*told, *plays, Text(Say("whosaw-limits")), Text(Say("whosaw-root")), *posts, *back), card=key_of(view.video.id)
    )


def _told(view: VideoView, lines: Sequence[Field]) -> tuple[Part, ...]:
    if not lines:
        return (Text(Say("whosaw-none", {"video": name(view)})),)
    return (Text(Say("whosaw-lead", {"video": name(view)})), Fields(tuple(lines)))


def _opening(one: Opening) -> Field:
    unnamed = Say("whosaw-left") if one.left else Say("whosaw-nameless")
    who = Say("share-person", {"person": PersonName(one.name)}) if one.name else unnamed
    return Field(who, Say("whosaw-when", {"when": When(one.at_ms), "through": Say(f"through-{one.through.value}")}))


async def _look(one: Look, asker: Asker, services: Services) -> Field:
    """Say that a moderator opened it to decide: of which community, and not who. Or that the operator did."""
    looked = Say("whosaw-looked", {"when": When(one.at_ms)})
    if one.community is None:
        return Field(Say("whosaw-operator"), looked)
    community = await called(one.community, asker, services)
    known = Say("whosaw-moderator", {"community": PersonName(community)})
    return Field(known if community else Say("whosaw-moderator-somewhere"), looked)


def _broken(one: BreakGlass) -> Field:
    """Say that the operator opened it at the machine, what of it, and for which reason."""
    values: dict[str, Value | Say] = {
        "when": When(one.at_ms),
        "what": Say(f"break-glass-{one.role.value}"),
        "reason": one.reason,
    }
    return Field(Say("whosaw-operator"), Say("whosaw-break-glass", values))


async def break_glass_notice(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell an owner that the operator opened their video at the machine, and why; None where it is gone."""
    video = VideoId(subject)
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, video, asker.surface)
        opened = await reads.break_glass(asker.viewer, video)
    if view is None or not opened:
        return None
    newest = opened[0]
    values: dict[str, Value | Say] = {
        "when": When(newest.at_ms),
        "what": Say(f"break-glass-{newest.role.value}"),
        "reason": newest.reason,
    }
    return Reply((Text(Say("break-glass-notice", values | {"video": name(view)})), Text(Say("whosaw-root"))))


COMMANDS = (Command("whosaw", WhoSaw, answer_who_saw),)
PRESSES = (Press("whosaw", press_who_saw),)
