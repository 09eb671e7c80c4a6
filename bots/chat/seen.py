"""/whosaw: who opened a video, when and through what, and what can't be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from bots.chat.buttons import Panel
from bots.chat.cards import name
from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.presses import Press, Pressed
from bots.chat.publications import called
from bots.chat.refs import find
from bots.chat.reply import Field, Fields, Part, Reply, Text
from bots.chat.services import Services
from bots.chat.share import key_of, own_view
from bots.texts.say import PersonName, Say, When
from core.grants import Look, Opening
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
    lines = sorted([*((one.at_ms, _opening(one)) for one in seen.openings), *looks], key=lambda line: -line[0])
    panel = Panel(view.video.id, asker, services)
    back = panel.row(panel.show(Say("button-share"), "share", "share"))
    plays = (Text(Say("whosaw-plays", {"count": seen.plays})),) if seen.plays else ()
    told = _told(view, [line for _, line in lines[:SHOWN_MOST]]) if lines or not plays else ()
    posts = (Text(Say("whosaw-posts")),) if view.publications else ()
    return Reply((*told, *plays, Text(Say("whosaw-limits")), *posts, *back), card=key_of(view.video.id))


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


COMMANDS = (Command("whosaw", WhoSaw, answer_who_saw),)
PRESSES = (Press("whosaw", press_who_saw),)
