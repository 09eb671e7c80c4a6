"""/create, and what can be pressed on a video that is being made: Cancel."""

from dataclasses import dataclass, replace

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, with_cut
from bots.chat.command import Asker, Command, asked
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Reply, Style
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say
from core.errors import NotFound, RouteRefused
from core.generation.cancel import cancel
from core.generation.create import create
from core.generation.order import Wish
from core.intake.upload import Upload
from core.videos import PROMPT_LONGEST, SECONDS_LONGEST, SECONDS_SHORTEST, Shape, VideoId


@dataclass(frozen=True)
class Create:
    """Ask for a video of words, pictures, a sound or a clip. `files` are handed over without saying what they are.

    `others`: the pictures are somebody else's, so that who is in them is asked before anything is made.
    """

    prompt: str = asked(longest=PROMPT_LONGEST, default="")
    image: Upload | None = asked(default=None)
    end_image: Upload | None = asked(default=None)
    audio: Upload | None = asked(default=None)
    video: Upload | None = asked(default=None)
    shape: Shape | None = asked(default=None)
    seconds: int | None = asked(least=SECONDS_SHORTEST, most=SECONDS_LONGEST, default=None)
    more: bool = asked(default=False)
    files: tuple[Upload, ...] = ()
    others: bool = False

    @property
    def uploads(self) -> list[Upload]:
        """Give all files in the order in which they are used."""
        given = (self.image, *self.files, self.end_image, self.video, self.audio)
        return [one for one in given if one is not None]


async def answer_create(request: Create, asker: Asker, services: Services) -> Reply:
    """Queue the video, or keep a draft of it, and show its card; or say what can't be drawn, and offer what can."""
    wish = Wish(request.prompt, request.shape, request.seconds)
    try:
        return await _begin(wish, request.uploads, asker, services, request)
    except RouteRefused as refused:
        if refused.code != "cannot_draw":
            raise
        panel = Panel(services.wishes.keep(asker.person, wish, services.ids), asker, services)
        dream = await panel.offer(Say("button-abstract"), "create", "abstract", Style.MAIN)
        return Reply((*sorry(refused).parts, *panel.row(dream)))


async def _begin(wish: Wish, files: list[Upload], asker: Asker, services: Services, request: Create) -> Reply:
    created = await create(
        asker.viewer,
        wish,
        files,
        store=services.store,
        vault=services.vault,
        workers=services.workers,
        generators=services.generators,
        clock=services.clock,
        ids=services.ids,
        retention_ms=services.retention_ms,
        draft=request.more,
        others=request.others,
        asked_on=asker.identity.platform,
    )
    return with_cut(await card_of(created.video, asker, services), created.cut_ms)


async def press_abstract(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Make an abstract scene where the words can't be drawn. Raises NotFound("wish_forgotten")."""
    wish = services.wishes.of(asker.person, pressed.subject)
    if wish is None:
        raise NotFound("wish_forgotten")
    reply = await _begin(replace(wish, abstract=True), [], asker, services, Create())
    services.wishes.forget(pressed.subject)
    return reply


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


COMMANDS = (Command("create", Create, answer_create, slow=True, takes_in=True),)
PRESSES = (
    Press("abstract", press_abstract, changes=True, takes_in=True),
    Press("cancel", press_cancel, changes=True),
)
