"""What somebody gets that others share with them: the notice, the list, the five answers."""

from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import giver, key, name, received_until
from bots.chat.command import Asker
from bots.chat.papers import path_of
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Button, Choice, Link, Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import CommandName, Say, Value
from core.errors import NotFound
from core.gate import Action
from core.grants import GIVEN, Grant
from core.ports import Reads
from core.records import VideoView
from core.sharing.seen import mute
from core.videos import VideoId
from knowledge.clauses import OURS

LISTED_MOST = 20


async def shared_list(asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer what others share with the asker, the newest first; nothing where nobody does."""
    async with services.store.read() as reads:
        found = [await _received(one, asker, reads) for one in await reads.shared(asker.viewer, LISTED_MOST)]
    entries = tuple(_entry(*one, asker, services) for one in found if one)
    return (Choice(Say("shared-lead"), entries),) if entries else ()


async def _received(video: VideoId, asker: Asker, reads: Reads) -> tuple[VideoView, Grant] | None:
    view, grant = await reads.video(asker.viewer, video, asker.surface), await reads.grant(asker.viewer, video)
    return (view, grant) if view and grant else None


def _entry(view: VideoView, grant: Grant, asker: Asker, services: Services) -> Button:
    label = Say("shared-entry", {"video": name(view), "seconds": view.video.seconds, "person": giver(grant)})
    return Panel(view.video.id, asker, services).show(label, "videos", "videos")


async def notice(kind: str, subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell somebody that a video is shared with them; None for what is past, or no notice of this kind."""
    if kind != GIVEN:
        return None
    async with services.store.read() as reads:
        found = await _received(VideoId(subject), asker, reads)
    if found is None:
        return None
    view, grant = found
    panel = Panel(view.video.id, asker, services)
    values: dict[str, Value | Say] = {"person": giver(grant), "video": name(view)}
    return Reply(
        (
            Text(Say("shared-notice", values | {"until": received_until(view, grant)})),
            *panel.row(
                panel.show(Say("button-show-it"), "videos", "videos", Style.MAIN),
                await panel.offer(Say("button-mute"), "videos", "mute"),
                Panel(asker.person, asker, services).show(Say("button-notices-off"), "settings", "notices_off"),
            ),
        )
    )


async def press_mute(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Refuse notices from whoever shared a video."""
    await mute(asker.viewer, VideoId(pressed.subject), store=services.store)
    return Reply((Text(Say("shared-muted", {"command": CommandName("videos")})),))


async def shared_privacy(view: VideoView, asker: Asker, reads: Reads) -> Reply:
    """Give the five answers to the receiver of a video: nothing of them tells with whom else it is shared.

    Raises NotFound("video_not_found") for what isn't shared with them.
    """
    grant = await reads.grant(asker.viewer, view.video.id)
    decision = await reads.decide(asker.viewer, Action.PRIVACY, view.video.id, asker.surface)
    if grant is None or not decision.allowed:
        raise NotFound("video_not_found")
    return Reply(
        (
            Text(Say("privacy-of", {"video": name(view)})),
            Text(Say("shared-sees", {"person": giver(grant)})),
            Text(Say("shared-uses")),
            Text(Say("shared-copies")),
            Text(Say("shared-how-long", {"until": received_until(view, grant)})),
            Text(Say("shared-undone")),
            Link(Say("privacy-whole-policy"), path_of(OURS[0], asker)),
        )
    )


def over(video: VideoId) -> Reply:
    """Stand in the place of a card of somebody else's video that can't be opened any more."""
    return Reply((Text(Say("shared-over")),), card=key(video))


COMMANDS = ()
PRESSES = (Press("mute", press_mute, changes=True),)
