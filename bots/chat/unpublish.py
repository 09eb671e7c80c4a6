"""/unpublish and /hide: taking back what is shown and what waits, in one community or everywhere, at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from bots.chat.buttons import Panel
from bots.chat.cards import card_of, key, name
from bots.chat.command import Asker, Command, VideoRef, asked
from bots.chat.once import ACTION
from bots.chat.presses import Press, Pressed
from bots.chat.publication import as_it_is, card
from bots.chat.publications import Own, all_of, own, said_of
from bots.chat.publications import named as community_named
from bots.chat.publish import pressed_on
from bots.chat.refs import find
from bots.chat.reply import Part, Reply, Style, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import NotFound
from core.publishing.withdraw import hide, open_revisions, take_back, unpublish
from core.records import VideoView
from core.sharing.share import shared_with
from core.videos import PublicationId, VideoId

CONFIRM_WITHIN_MS = 3_600_000


@dataclass(frozen=True)
class Unpublish:
    """Take a video back from where it is shown. `everywhere`: from every community, wherever it is asked."""

    video: VideoRef = asked()
    everywhere: bool = asked(default=False)


@dataclass(frozen=True)
class Hide:
    """Take a video back from everybody, and delete nothing."""

    video: VideoRef = asked()


async def answer_unpublish(request: Unpublish, asker: Asker, services: Services) -> Reply:
    """Say what would be taken back, and ask once: here alone, or everywhere."""
    view = await find(request.video, asker, services)
    found = await _open(view, asker, services)
    here = [one for one in found if one.view.publication.community == asker.community]
    if here and not request.everywhere:
        return await _confirm_one(here[0], asker, services)
    return await _confirm_all(view, found, asker, services)


async def press_unpublish(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask once, from a button with a video."""
    view = await _video(pressed, asker, services)
    return await _confirm_all(view, await _open(view, asker, services), asker, services)


async def press_down(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask once, from a publication's card."""
    found = await own(PublicationId(pressed.subject), asker, services)
    if found is None:
        raise NotFound("publication_not_found")
    if not open_revisions(found.view):
        return await card(found.view.publication.id, asker, services)
    return await _confirm_one(found, asker, services)


async def _open(view: VideoView, asker: Asker, services: Services) -> list[Own]:
    return [one for one in await all_of(view, asker, services) if open_revisions(one.view)]


async def _confirm_one(found: Own, asker: Asker, services: Services) -> Reply:
    publication = found.view.publication
    panel = Panel(publication.id, asker, services)
    take = await panel.offer(
        Say("button-take-back-now"), "unpublish", "takedown", Style.DANGER, for_ms=CONFIRM_WITHIN_MS
    )
    keep = panel.show(Say("button-keep"), "publish", "pubopen")
    parts = (Text(Say("unpublish-one", said_of(found))), Text(Say("unpublish-means")), *panel.row(take, keep))
    return Reply(parts, card=f"publication:{publication.id}")


async def _confirm_all(view: VideoView, found: Sequence[Own], asker: Asker, services: Services) -> Reply:
    if not found:
        return Reply((Text(Say("unpublish-nothing", {"video": name(view)})),))
    panel = Panel(view.video.id, asker, services)
    take = await panel.offer(
        Say("button-take-back-now"), "unpublish", "takeall", Style.DANGER, for_ms=CONFIRM_WITHIN_MS
    )
    keep = panel.show(Say("button-keep"), "videos", "videos")
    parts: tuple[Part, ...] = (Text(Say("unpublish-all", {"video": name(view)})), *_listed(found))
    return Reply((*parts, Text(Say("unpublish-means")), *panel.row(take, keep)), card=key(view.video.id))


def _listed(found: Sequence[Own]) -> tuple[Text, ...]:
    """Name each community, and whether it is shown there or waits."""
    return tuple(
        Text(
            Say(
                "unpublish-waits" if one.view.publication.shown_revision is None else "unpublish-shown",
                {"community": community_named(one.called)},
            )
        )
        for one in found
    )


async def press_take_down(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take back what is shown and what waits in one community, whichever revision it is by now."""
    found = await own(PublicationId(pressed.subject), asker, services)
    if found is None:
        raise NotFound("publication_not_found")
    named = found.view.publication
    await unpublish(asker.viewer, named.video, asker.surface, store=services.store, community=named.community)
    return await card(named.id, asker, services)


async def press_take_all(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take it back from every community."""
    view = await _video(pressed, asker, services)
    taken = await unpublish(asker.viewer, view.video.id, asker.surface, store=services.store)
    return await _taken(view, taken, asker, services)


async def press_take_back(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take back just the revision that waits."""
    found, bound = await pressed_on(pressed, asker, services)
    named = found.view.publication
    await take_back(asker.viewer, named.id, named.revision, asker.surface, store=bound.store)
    return await card(named.id, asker, services)


async def answer_hide(request: Hide, asker: Asker, services: Services) -> Reply:
    """Say what would be taken back, and ask once."""
    return await _confirm_hiding(await find(request.video, asker, services), asker, services)


async def press_hide(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask once, from a button."""
    return await _confirm_hiding(await _video(pressed, asker, services), asker, services)


async def _confirm_hiding(view: VideoView, asker: Asker, services: Services) -> Reply:
    found = await _open(view, asker, services)
    shares = await shared_with(asker.viewer, view.video.id, store=services.store)
    shared = (Text(Say("hide-shared", {"count": len(shares)})),) if shares else ()
    panel = Panel(view.video.id, asker, services)
    take = await panel.offer(Say("button-hide"), "hide", "hideall", Style.DANGER, for_ms=CONFIRM_WITHIN_MS)
    keep = panel.show(Say("button-keep"), "videos", "videos")
    lead = Text(Say("hide-confirm", {"video": name(view)}))
    return Reply(
        (lead, *_listed(found), *shared, Text(Say("hide-means")), *panel.row(take, keep)), card=key(view.video.id)
    )


async def press_hide_all(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take it back from everybody."""
    view = await _video(pressed, asker, services)
    await hide(asker.viewer, view.video.id, asker.surface, link_action=ACTION, store=services.store)
    services.presses.forget_subject(ACTION, view.video.id)
    return await _closed(view, Say("hide-done", {"video": name(view)}), asker, services)


async def _taken(view: VideoView, taken: int, asker: Asker, services: Services) -> Reply:
    return await _closed(view, Say("unpublish-done", {"video": name(view), "count": taken}), asker, services)


async def _closed(view: VideoView, said: Say, asker: Asker, services: Services) -> Reply:
    drawn = await card_of(view.video.id, asker, services)
    return Reply((Text(said), *drawn.parts), card=drawn.card)


async def _video(pressed: Pressed, asker: Asker, services: Services) -> VideoView:
    async with services.store.read() as reads:
        view = await reads.video(asker.viewer, VideoId(pressed.subject), asker.surface)
    if view is None or view.video.owner != asker.person:
        raise NotFound("video_not_found")
    return view


COMMANDS = (Command("unpublish", Unpublish, answer_unpublish), Command("hide", Hide, answer_hide))
PRESSES = (
    Press("unpublish", press_unpublish),
    Press("hide", press_hide),
    Press("pubdown", press_down, as_it_is=as_it_is, of_publication=True),
    Press("pubback", press_take_back, changes=True, as_it_is=as_it_is, of_publication=True),
    Press("takedown", press_take_down, changes=True, as_it_is=as_it_is, of_publication=True),
    Press("takeall", press_take_all, changes=True),
    Press("hideall", press_hide_all, changes=True),
)
