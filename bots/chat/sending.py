"""Send: what has to be agreed to before anything leaves the house, and the press that lets one video leave."""

from uuid import UUID

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, key
from bots.chat.command import Asker
from bots.chat.drafts import draft_seen
from bots.chat.label import fingerprint, route_name
from bots.chat.papers import path_of
from bots.chat.presses import OneChange, Press, Pressed
from bots.chat.reply import Link, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import HushreelError, LostRace, RouteRefused
from core.generation.agreed import agree_to_papers, papers_to_agree
from core.generation.choosing import leaves
from core.generation.draft import start
from core.ports import Store
from core.records import VideoView
from core.videos import VideoId
from knowledge.wording import words_in


async def press_papers(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Show the papers of a draft's route that somebody has to agree to; its card where there are none."""
    view = await draft_seen(VideoId(pressed.subject), asker, services)
    return await _papers(view, asker, services)


async def _papers(view: VideoView, asker: Asker, services: Services) -> Reply:
    route, panel = view.video.route, Panel(view.video.id, asker, services)
    if not leaves(route, services.generators):
        return await card_of(view.video.id, asker, services)
    papers, words = services.papers(route), words_in(asker.language)
    async with services.store.read() as reads:
        missing = await papers_to_agree(asker.viewer, services.generators[route].label(), papers, reads)
        known = papers.keys() & (await reads.agreements(asker.viewer)).keys()
    if not missing:
        return await card_of(view.video.id, asker, services)
    lead = Text(Say("consent-changed" if known else "consent-lead", {"route": route_name(route)}))
    titles = {one: words.say(f"document-{one}") for one in missing}
    links = [Link(Say("consent-paper", {"paper": title}), path_of(one, asker)) for one, title in titles.items()]
    agree = await panel.offer(Say("button-agree"), "create", "accept", Style.MAIN, revision=fingerprint(route, papers))
    back = panel.show(Say("button-back"), "videos", "videos")
    means = Text(Say("consent-means", {"route": route_name(route)}))
    return Reply((lead, *links, means, *panel.row(agree, back)), card=key(view.video.id))


async def press_accept(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Keep that they agree to the papers as they were shown, and show the draft with its Send."""
    view = await _leaving(VideoId(pressed.subject), asker, services)
    route = view.video.route
    papers = services.papers(route)
    store = _seen(fingerprint(route, papers), services)
    await agree_to_papers(asker.viewer, papers, papers, store=store)
    return await card_of(view.video.id, asker, services)


async def press_send(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Let a draft leave the house, by the route and under the papers that its card showed; or ask to agree first."""
    view = await _leaving(VideoId(pressed.subject), asker, services)
    route = view.video.route
    try:
        await start(
            asker.viewer,
            view.video.id,
            asker.surface,
            route=route,
            store=_seen(fingerprint(route, services.papers(route)), services),
            generators=services.generators,
            papers=services.papers,
            purse=services.purse,
        )
    except RouteRefused as refused:
        if refused.code != "route_not_agreed":
            raise
        return await _papers(view, asker, services)
    return await card_of(view.video.id, asker, services)


async def _leaving(video: VideoId, asker: Asker, services: Services) -> VideoView:
    """Give a draft that would leave the house. Raises as `draft_seen` does, LostRace for one that stays."""
    view = await draft_seen(video, asker, services)
    if not leaves(view.video.route, services.generators):
        raise LostRace("video_moved_on", state=view.video.state.value)
    return view


def _seen(what: int, services: Services) -> Store:
    """Give the store that only takes a press below what is still so: the same route, the same papers."""
    store = services.store
    return store.of(what) if isinstance(store, OneChange) else store


async def _as_it_is(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    try:
        return await card_of(VideoId(subject), asker, services)
    except HushreelError:
        return None


COMMANDS = ()
PRESSES = (
    Press("papers", press_papers),
    Press("accept", press_accept, changes=True, as_it_is=_as_it_is),
    Press("send", press_send, changes=True, as_it_is=_as_it_is),
)
