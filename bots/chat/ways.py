"""Another way to make a video: chosen on a draft's card, or offered where the first one can't do what was asked."""

from collections.abc import Mapping

from bots.chat.cards import card_of, name
from bots.chat.command import Asker, Opens
from bots.chat.drafts import draft_seen
from bots.chat.label import route_name
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Form, FormField, Reply
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import BadInput
from core.generation.draft import reroute
from core.videos import VideoId

FIELD = "route"
ROUTE_LONGEST = 16


def route_choices(services: Services) -> tuple[tuple[str, Say], ...]:
    """Name the ways that are set up here."""
    return tuple((route, route_name(route)) for route in services.generators)


async def press_route(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask which way a draft shall be made. Raises LostRace("video_moved_on", state) when it is no draft any more."""
    view = await draft_seen(VideoId(pressed.subject), asker, services)
    press = await services.presses.offer("reroute", view.video.id, asker)
    field = FormField(
        FIELD, Say("draft-route"), ROUTE_LONGEST, view.video.route, required=False, choices=route_choices(services)
    )
    return Reply((Form(Say("draft-route-form", {"video": name(view)}), press, (field,)),))


async def press_reroute(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Have a draft made another way, and show what that means."""
    video, route = VideoId(pressed.subject), _picked(pressed.form or {}, services)
    await reroute(asker.viewer, video, route, asker.surface, store=services.store, generators=services.generators)
    return await card_of(video, asker, services)


def _picked(form: Mapping[str, str], services: Services) -> str:
    route = form.get(FIELD, "")
    if route not in services.generators:
        raise BadInput("option_malformed", option=FIELD)
    return route


COMMANDS = ()
PRESSES = (Press("route", press_route, opens=Opens.FORM), Press("reroute", press_reroute, changes=True))
