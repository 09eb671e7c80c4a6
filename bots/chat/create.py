"""/create, and what can be pressed on a video that is being made or was made: Cancel, Again."""

from dataclasses import dataclass, replace

from bots.chat.buttons import Panel
from bots.chat.cards import card_of
from bots.chat.command import Asker, Command, asked
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Reply, Style
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say
from core.errors import NotFound, RouteRefused
from core.generation.again import again
from core.generation.cancel import cancel
from core.generation.create import create
from core.generation.order import SECONDS_USUAL, Wish
from core.intake.upload import Upload
from core.videos import PROMPT_LONGEST, SECONDS_LONGEST, SECONDS_SHORTEST, Shape, VideoId


@dataclass(frozen=True)
class Create:
    """Ask for a video of words, a picture, or both."""

    prompt: str = asked(longest=PROMPT_LONGEST, default="")
    image: Upload | None = asked(default=None)
    shape: Shape | None = asked(default=None)
    seconds: int | None = asked(least=SECONDS_SHORTEST, most=SECONDS_LONGEST, default=None)


async def answer_create(request: Create, asker: Asker, services: Services) -> Reply:
    """Queue the video and show its card; or say what can't be drawn, and offer what can."""
    seconds = SECONDS_USUAL if request.seconds is None else request.seconds
    wish = Wish(request.prompt, request.shape or Shape.WIDE, seconds)
    try:
        return await _begin(wish, request.image, asker, services)
    except RouteRefused as refused:
        if refused.code != "cannot_draw":
            raise
        panel = Panel(services.wishes.keep(asker.person, wish, services.ids), asker, services)
        dream = await panel.offer(Say("button-abstract"), "create", "abstract", Style.MAIN)
        return Reply((*sorry(refused).parts, *panel.row(dream)))


async def _begin(wish: Wish, picture: Upload | None, asker: Asker, services: Services) -> Reply:
    video = await create(
        asker.viewer,
        wish,
        picture,
        store=services.store,
        vault=services.vault,
        workers=services.workers,
        generators=services.generators,
        clock=services.clock,
        ids=services.ids,
        retention_ms=services.retention_ms,
    )
    return await card_of(video, asker, services)


async def press_abstract(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Make an abstract scene where the words can't be drawn. Raises NotFound("wish_forgotten")."""
    wish = services.wishes.of(asker.person, pressed.subject)
    if wish is None:
        raise NotFound("wish_forgotten")
    reply = await _begin(replace(wish, abstract=True), None, asker, services)
    services.wishes.forget(pressed.subject)
    return reply


async def press_again(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Make the same once more with another seed, as a video of its own."""
    video = await again(
        asker.viewer,
        VideoId(pressed.subject),
        asker.surface,
        store=services.store,
        vault=services.vault,
        clock=services.clock,
        ids=services.ids,
        retention_ms=services.retention_ms,
    )
    return await card_of(video, asker, services)


async def press_cancel(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Stop a video that waits or is being made."""
    video = VideoId(pressed.subject)
    await cancel(
        asker.viewer,
        video,
        asker.surface,
        store=services.store,
        clock=services.clock,
        retention_ms=services.retention_ms,
    )
    return await card_of(video, asker, services)


COMMANDS = (Command("create", Create, answer_create, slow=True),)
PRESSES = (
    Press("abstract", press_abstract, changes=True),
    Press("again", press_again, changes=True),
    Press("cancel", press_cancel, changes=True),
)
