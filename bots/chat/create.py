"""/create, and what can be pressed on a video that is being made: Cancel."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, with_cut
from bots.chat.command import Asker, Command, asked
from bots.chat.label import Route, route_name
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Button, Reply, Style
from bots.chat.services import Services
from bots.chat.told import sorry
from bots.texts.say import Say
from core.errors import NotFound, PersonError, RouteRefused
from core.generation.cancel import cancel
from core.generation.choosing import route_of
from core.generation.create import create
from core.generation.order import Wish, order_of
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
    route: Route | None = asked(default=None)
    files: tuple[Upload, ...] = ()
    others: bool = False

    @property
    def uploads(self) -> list[Upload]:
        """Give all files in the order in which they are used."""
        given = (self.image, *self.files, self.end_image, self.video, self.audio)
        return [one for one in given if one is not None]


async def answer_create(request: Create, asker: Asker, services: Services) -> Reply:
    """Queue the video, or keep a draft of it, and show its card; or say what can't be drawn, and offer what can."""
    named = request.route.value if request.route else None
    async with services.store.read() as reads:
        route = await route_of(named, asker.viewer, asker.surface, reads, generators=services.generators)
    wish = Wish(request.prompt, request.shape, request.seconds, route=route, begun_in=asker.community)
    try:
        return await _begin(wish, request.uploads, asker, services, request)
    except RouteRefused as refused:
        if refused.code != "cannot_draw":
            raise
        panel = Panel(services.wishes.keep(asker.person, wish, services.ids), asker, services)
        dream = await panel.offer(Say("button-abstract"), "create", "abstract", Style.MAIN)
        instead = await _instead(wish, asker, services)
        return Reply((*sorry(refused).parts, *panel.row(dream, *instead)))


async def _instead(wish: Wish, asker: Asker, services: Services) -> list[Button]:
    """Offer each other way that may be used and can do what was asked."""
    buttons = []
    for route in services.generators:
        other = replace(wish, route=route)
        if route == wish.route or not await _fits(other, asker, services):
            continue
        panel = Panel(services.wishes.keep(asker.person, other, services.ids), asker, services)
        buttons.append(await panel.offer(Say("button-use", {"route": route_name(route)}), "create", "instead"))
    return buttons


async def _fits(wish: Wish, asker: Asker, services: Services) -> bool:
    try:
        order_of(wish, (), seed=0, generators=services.generators)
        async with services.store.read() as reads:
            await route_of(wish.route, asker.viewer, asker.surface, reads, generators=services.generators)
    except PersonError:
        return False
    return True


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
    return await _wished(lambda wish: replace(wish, abstract=True), pressed, asker, services)


async def press_instead(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Have it made by the other way that the button named. Raises NotFound("wish_forgotten")."""
    return await _wished(lambda wish: wish, pressed, asker, services)


async def _wished(changed: Callable[[Wish], Wish], pressed: Pressed, asker: Asker, services: Services) -> Reply:
    wish = services.wishes.of(asker.person, pressed.subject)
    if wish is None:
        raise NotFound("wish_forgotten")
    reply = await _begin(changed(wish), [], asker, services, Create())
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
    Press("instead", press_instead, changes=True, takes_in=True),
    Press("cancel", press_cancel, changes=True),
)
