"""The way to a community's showcase on the web: a one-time link for one member, who is asked for again and again."""

from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.reply import Link, Part
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import NotFound
from core.gate import Action, Ground, Surface, may_on
from core.people import CommunityId, PersonId, Viewer

ACTION = "showcase"
LINK_FOR_MS = 5 * 60_000
"""How long a link that nobody opened can be opened."""

HERE = Surface.WEB_MEMBER


async def showcase_link(asker: Asker, services: Services) -> tuple[Part, ...]:
    """Offer the showcase of the community that a member speaks in; nothing elsewhere, and where there is no web."""
    community = asker.community
    if community is None or not services.links:
        return ()
    if not may_on(asker.viewer, Action.FIND, Ground(community), HERE).allowed:
        return ()
    if services.policy.demo:
        return (Link(Say("button-showcase"), "/c"),)
    token = await services.presses.link(ACTION, community, asker, LINK_FOR_MS)
    return (Link(Say("button-showcase"), f"/c/in/{token}"),)


@dataclass(frozen=True)
class Member:
    """Whoever opened a link to a showcase, and as whom they look at it: as one of its members, and no more."""

    person: PersonId
    community: CommunityId
    viewer: Viewer
    slug: str


async def enter(token: str, services: Services) -> Member:
    """Spend a link, and ask the platform whether its person is a member now. Raises NotFound("link_not_found")."""
    async with services.store.write() as writes:
        bound = await writes.redeem(token, ACTION)
    if bound is None:
        raise NotFound("link_not_found")
    services.presses.forget(ACTION, bound.subject, bound.person)
    found = await member(bound.person, CommunityId(bound.subject), services)
    if found is None:
        raise NotFound("link_not_found")
    return found


async def member(person: PersonId, community: CommunityId, services: Services) -> Member | None:
    """Ask a community's platform whether somebody is a member now; None where they aren't, or it doesn't tell."""
    found = await services.store.ledger.community(community)
    identity = await services.store.ledger.identity_of(person, found.platform) if found else None
    place = await services.members.place_of(found, identity) if found and identity else None
    if place is None or identity is None:
        return None
    async with services.store.read() as reads:
        arrived = await reads.arrival(identity, place)
        if arrived.community != community or arrived.role is None:
            return None
        banned = frozenset({community} if arrived.banned else ())
        viewer = Viewer(None, {community: arrived.role}, banned)
        slug = await reads.address_of(viewer, community, HERE)
    return Member(person, community, viewer, slug) if slug else None
