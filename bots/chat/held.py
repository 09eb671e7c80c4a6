"""What an owner is told when a case closes their video to others, and when it is open again; never who reported it."""

from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import name
from bots.chat.command import Asker
from bots.chat.reply import Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.videos import VideoId


async def notice(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell how it stands now; None for whom it is no business, and of what is gone."""
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(subject), asker.surface)
    if view is None or view.video.owner != asker.person:
        return None
    panel = Panel(view.video.id, asker, services)
    said = Text(Say("held-notice" if view.hold else "held-no-more", {"video": name(view)}))
    return Reply((said, *panel.row(panel.show(Say("button-private"), "privacy", "privacy", Style.MAIN))))
