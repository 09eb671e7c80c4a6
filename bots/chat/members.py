"""Who is a member of a community: asked of its platform each time, never kept. Wiring adds each platform's way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from core.communities import Community, Place
from core.people import Identity, Platform

AsksMember = Callable[[Community, Identity], Awaitable[Place | None]]
"""Gives a community as the place of one of its members; None for everybody else, and where nobody tells."""


@dataclass(frozen=True)
class Members:
    """The platforms that can be asked."""

    ways: dict[Platform, AsksMember] = field(default_factory=dict)

    async def place_of(self, community: Community, identity: Identity) -> Place | None:
        """Ask. None where the community's platform isn't set up here."""
        ask = self.ways.get(community.platform)
        return await ask(community, identity) if ask else None
