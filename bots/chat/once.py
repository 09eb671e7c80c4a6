"""One-time links: how a video is handed over where the platform shall keep no copy of it."""

from bots.chat.command import Asker
from bots.chat.reply import Link, Part, Text
from bots.chat.services import Services
from bots.chat.told import told
from bots.texts.say import Say
from core.errors import LimitReached, NotFound
from core.records import VideoView
from core.videos import AssetId, AssetRole, VideoId

ACTION = "open_once"
FOR_MS = 24 * 3_600_000
"""How long a link that nobody opened can be opened."""


async def link_to(view: VideoView, asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer a link that opens a video once, for the asker alone; on a full disk say that there is none."""
    try:
        token = await services.presses.link(ACTION, view.video.id, asker, FOR_MS)
    except LimitReached as full:
        return (Text(told(full)),)
    return (Text(Say("once-lead", {"hours_ms": FOR_MS})), Link(Say("button-open-once"), f"/v/{token}"))


async def open_once(token: str, asker: Asker, services: Services) -> AssetId:
    """Spend a link, and name the video's bytes: the gate is asked again where they are opened.

    Raises NotFound("link_not_found") for a link that is spent, too old, unknown or somebody else's.
    """
    async with services.store.write() as writes:
        bound = await writes.spend(token, asker.person)
        if bound is None or bound.action != ACTION:
            raise NotFound("link_not_found")
        services.presses.forget(ACTION, bound.subject, asker)
        view = await writes.video(asker.viewer, VideoId(bound.subject), asker.surface)
    outputs = [asset.id for asset in view.assets if asset.role is AssetRole.OUTPUT] if view else []
    if not outputs:
        raise NotFound("link_not_found")
    return outputs[0]
