"""A channel as a reader: what stands there is opened and drawn for everybody who reads it, and for nobody by name."""

from uuid import UUID

from bots.chat.command import Asker
from bots.discord_bot.posted import HERE
from core.communities import Community, Place
from core.gate import Surface
from core.people import Identity, PersonId, Preferences, Role, Viewer

NOBODY = PersonId(UUID(int=0))


def everybody(community: Community, role: Role, surface: Surface, language: str) -> Asker:
    """Give who reads a channel of a community: whoever has `role` there, and no person."""
    return Asker(
        viewer=Viewer(None, {community.id: role}),
        person=NOBODY,
        identity=Identity(HERE, community.external_id),
        surface=surface,
        preferences=Preferences(),
        language=language,
        place=Place(HERE, community.external_id),
    )
