"""/review: what moderators of a community decide, in chat."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID

from bots.chat import deciding
from bots.chat.casing import waiting_first
from bots.chat.command import Access, Asker, Command, asked
from bots.chat.desk import desk_link
from bots.chat.presses import Pressed
from bots.chat.reply import Button, Choice, Reply, Text
from bots.chat.reviewcard import COMMAND, drawn
from bots.chat.reviewfacts import title
from bots.chat.reviewing import moderated_by, reads_card, seen_of
from bots.chat.services import Services
from bots.texts.say import CommandName, Say
from core.errors import NotAllowed, NotFound
from core.gate import Surface
from core.people import CommunityId
from core.publications import PublicationView
from core.videos import PublicationId

REFERENCE_LONGEST = 300
CHOSEN_FROM = 10


class Task(Enum):
    """What a moderator wants to do."""

    QUEUE = "queue"
    REMOVE = "remove"
    REINSTATE = "reinstate"
    BAN = "ban"
    UNBAN = "unban"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True)
class Review:
    """Decide what a community shows. `publication` is its link, the end of that, or the id that a post stands for."""

    action: Task | None = asked(default=None)
    publication: str | None = asked(default=None, longest=REFERENCE_LONGEST)


async def answer_review(request: Review, asker: Asker, services: Services) -> Reply:
    """Do what is asked for, in the community that somebody speaks in; without anything, show what waits."""
    if asker.community is None:
        return Reply((Text(Say("review-elsewhere", {"command": CommandName(COMMAND)})),))
    community = moderated_by(asker)
    if community is None:
        raise NotAllowed("not_moderator")
    task = request.action or Task.QUEUE
    if task in {Task.PAUSE, Task.RESUME}:
        return await _pause(community, asker, services, paused=task is Task.PAUSE)
    if request.publication:
        view = await _meant(request.publication, community, asker, services)
        return await _about(task, view, asker, services)
    if task is Task.QUEUE:
        card = await waiting_first(community, asker, services)
        return replace(card, parts=(*card.parts, *await desk_link(asker, services)))
    return await _which(task, community, asker, services)


async def _pause(community: CommunityId, asker: Asker, services: Services, *, paused: bool) -> Reply:
    async with services.store.write() as writes:
        await writes.pause_publishing(asker.viewer, community, paused=paused, surface=asker.surface)
    again = Say("review-paused" if paused else "review-resumed", {"command": CommandName(COMMAND)})
    return Reply((Text(again),))


async def _meant(reference: str, community: CommunityId, asker: Asker, services: Services) -> PublicationView:
    """Find a publication by what stands for it. Raises NotFound("publication_not_found")."""
    name = reference.strip().partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    async with services.store.read() as reads:
        found = await reads.publication_named(asker.viewer, community, name, asker.surface)
    if found is not None:
        return (await reads_card(found.publication.id, asker, services)).view
    try:
        named = PublicationId(UUID(name))
    except ValueError:
        raise NotFound("publication_not_found") from None
    return (await reads_card(named, asker, services)).view


_AT_ONCE: dict[Task, Callable[[Pressed, Asker, Services], Awaitable[Reply]]] = {
    Task.REINSTATE: deciding.press_reinstate,
    Task.BAN: deciding.press_ban,
    Task.UNBAN: deciding.press_unban,
}
"""What is done to a publication that is named; everything else begins with its card."""


async def _about(task: Task, view: PublicationView, asker: Asker, services: Services) -> Reply:
    do = _AT_ONCE.get(task)
    if do is None:
        return drawn(await seen_of(view, asker, services))
    return await do(Pressed(view.publication.id, revision=view.revision.number), asker, services)


async def _which(task: Task, community: CommunityId, asker: Asker, services: Services) -> Reply:
    """Ask which one is meant: of what is shown one can be picked, everything else is named by its link."""
    if task in {Task.REINSTATE, Task.UNBAN}:
        return Reply((Text(Say("review-name-it")),))
    async with services.store.read() as reads:
        found = await reads.showcase(asker.viewer, community, Surface.CHAT_PRIVATE, limit=CHOSEN_FROM)
    if not found:
        return Reply((Text(Say("review-nothing-shown")),))
    action = "ban" if task is Task.BAN else "rvcard"
    lead = Say("review-which", {"action": Say(f"action-{task.value}")})
    return Reply((Choice(lead, tuple(_entry(one, action, services) for one in found)),))


def _entry(view: PublicationView, action: str, services: Services) -> Button:
    press = services.presses.share(action, view.publication.id, view.revision.number)
    return Button(Say("review-entry", {"title": title(view), "seconds": view.seconds}), COMMAND, press)


COMMANDS = (Command(COMMAND, Review, answer_review, access=Access.MODERATOR),)
PRESSES = deciding.PRESSES
