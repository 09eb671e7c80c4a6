"""Again, Change, Extend and Go on: a video of its own, out of another one, or of what that was made of."""

from collections.abc import Awaitable, Callable
from functools import partial

from bots.chat.cards import card_of
from bots.chat.command import Asker
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Reply
from bots.chat.services import Services
from core.generation.again import again, extend, go_on
from core.videos import VideoId


async def _copied(copy: Callable[..., Awaitable[VideoId]], pressed: Pressed, asker: Asker, services: Services) -> Reply:
    video = await copy(
        asker.viewer,
        VideoId(pressed.subject),
        asker.surface,
        store=services.store,
        vault=services.vault,
        clock=services.clock,
        ids=services.ids,
        retention_ms=services.retention_ms,
        generators=services.generators,
        asked_on=asker.identity.platform,
    )
    return await card_of(video, asker, services)


COMMANDS = ()
PRESSES = (
    Press("again", partial(_copied, again), changes=True, takes_in=True),
    Press("rework", partial(_copied, partial(again, draft=True)), changes=True, takes_in=True),
    Press("extend", partial(_copied, extend), changes=True, takes_in=True),
    Press("goon", partial(_copied, go_on), changes=True, takes_in=True),
)
