"""The way to a community's desk: a one-time link for one moderator, and for a short while."""

import logging

from bots.chat.command import Asker
from bots.chat.presses import NO_REVISION
from bots.chat.reply import Link, Part
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import NotFound
from core.gate import Action, Ground, Surface, may_on
from core.people import OPERATOR, CommunityId, Role, Viewer
from core.ports import Clock, Ids, Store
from core.records import Token

log = logging.getLogger("hushreel.oversight")

ACTION, OPERATORS = "desk", "operator"
"""What links are for: a community's desk, and the operator's."""

LINK_FOR_MS = 5 * 60_000
"""How long a link that nobody opened can be opened."""


async def desk_link(asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer the desk of the community that a moderator speaks in; nothing to others, and where there is no web."""
    path = desk_path(asker)
    if path is not None and not services.policy.demo:
        path = await _once(asker, services) if services.policy.links else None
    return () if path is None else (Link(Say("button-desk"), path),)


async def _once(asker: Asker, services: Services) -> str:
    community = asker.community
    if community is None:
        raise NotFound("community_not_found")
    token = await services.presses.link(ACTION, community, asker, LINK_FOR_MS)
    return f"/desk/{token}"


async def operators_link(store: Store, clock: Clock, ids: Ids) -> str:
    """Give the path of a link that opens the operator's desk, once: for the command line alone."""
    token = ids.token()
    bound = Token(OPERATORS, OPERATOR, OPERATOR, NO_REVISION, clock.now_ms() + LINK_FOR_MS)
    async with store.write() as writes:
        await writes.offer(token, bound)
    return f"/desk/{token}"


def desk_path(asker: Asker) -> str | None:
    """Give the desk's own path, to whom the gate lets look through what waits where they speak."""
    community = asker.community
    if community is None or not may_on(asker.viewer, Action.DECIDE, Ground(community), Surface.DESK).allowed:
        return None
    return "/desk"


async def open_desk(token: str, services: Services) -> Viewer:
    """Spend a link, and give its moderator, as a moderator of the one community that it is for; or the operator.

    It was given to whom the platform called a moderator then: what comes of it must end within minutes.
    Raises NotFound("link_not_found") for a link that is spent, too old or unknown.
    """
    async with services.store.write() as writes:
        bound = await writes.redeem(token, ACTION) or await writes.redeem(token, OPERATORS)
    if bound is None:
        raise NotFound("link_not_found")
    if bound.action == OPERATORS:
        log.info("the operator signed in at their desk")
        return Viewer(OPERATOR, operator=True)
    services.presses.forget(ACTION, bound.subject, bound.person)
    return Viewer(bound.person, {CommunityId(bound.subject): Role.MODERATOR})
