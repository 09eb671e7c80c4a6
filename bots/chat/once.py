"""One-time links: how a video is handed over where the platform shall keep no copy of it."""

from bots.chat.command import Asker
from bots.chat.reply import Link, Part, Text
from bots.chat.services import Services
from bots.chat.told import told
from bots.texts.say import CommandName, Say
from core.errors import LimitReached, NotFound
from core.gate import Surface
from core.people import Viewer
from core.ports import Reads
from core.records import Token, VideoView
from core.videos import AssetId, AssetRole, VideoId

ACTION = "open_once"
FOR_MS = 24 * 3_600_000
"""How long a link that nobody opened can be opened."""

LINKED = Surface.WEB_MEMBER
"""Where a link from outside shows its video: to the person that it was given to, and as that person sees it."""


async def link_to(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer a link that opens a video once; where none could be opened or kept, say so."""
    if not services.links:
        return (Text(Say("once-none", {"settings": CommandName("settings")})),)
    try:
        token = await services.presses.link(ACTION, view.video.id, asker, FOR_MS)
    except LimitReached as full:
        return (Text(told(full)),)
    lead = "once-lead-anybody" if services.policy.links else "once-lead"
    return (Text(Say(lead, {"hours_ms": FOR_MS})), Link(Say("button-open-once"), f"/v/{token}"))


async def open_once(token: str, asker: Asker, services: Services) -> AssetId:
    """Spend a link, and name the video's bytes: the gate is asked again where they are opened.

    Raises NotFound("link_not_found") for a link that is spent, too old, unknown or somebody else's.
    """
    async with services.store.write() as writes:
        bound = await writes.spend(token, asker.person)
        if bound is None or bound.action != ACTION:
            raise NotFound("link_not_found")
        return await _output(bound, asker.viewer, asker.surface, writes, services)


async def open_link(token: str, services: Services) -> tuple[AssetId, Viewer]:
    """Spend a link for whoever has it. Gives the video's bytes by name, and the person as whom the gate is asked.

    Raises NotFound("link_not_found") for a link that is spent, too old or unknown, and for a video that is gone.
    """
    async with services.store.write() as writes:
        bound = await writes.redeem(token, ACTION)
        if bound is None:
            raise NotFound("link_not_found")
        receiver = Viewer(bound.person)
        return await _output(bound, receiver, LINKED, writes, services), receiver


async def _output(bound: Token, viewer: Viewer, surface: Surface, reads: Reads, services: Services) -> AssetId:
    services.presses.forget(ACTION, bound.subject, bound.person)
    view = await reads.video(viewer, VideoId(bound.subject), surface)
    outputs = [asset.id for asset in view.assets if asset.role is AssetRole.OUTPUT] if view else []
    if not outputs:
        raise NotFound("link_not_found")
    return outputs[0]
