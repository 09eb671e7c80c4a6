"""Publications of the asker's own as answers need them: read through the gate, with how their community is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.services import Services
from bots.texts.say import PersonName, Say, VideoName
from core.errors import NotFound
from core.people import CommunityId
from core.ports import Reads
from core.publications import OTHERS_WITHIN_MS, PublicationView, Publishing
from core.records import VideoView
from core.videos import PublicationId

COMMUNITIES_MOST = 3
"""How many communities a video's card tells of."""


@dataclass(frozen=True)
class Own:
    """A publication of the asker's own with its video.

    `rules` are what holds for publishing in its community, None where the asker doesn't speak in it now; `called` is
    how its platform calls the community now, "" where that isn't told. `alone`: the asker moderates there, and no other
    moderator is known to decide.
    """

    view: PublicationView
    video: VideoView
    rules: Publishing | None
    called: str
    alone: bool = False


async def own(publication: PublicationId, asker: Asker, services: Services) -> Own | None:
    """Give a publication to its owner; None for a miss and for everybody else alike."""
    async with services.store.read() as reads:
        view = await reads.publication(asker.viewer, publication, asker.surface)
        if view is None or not view.number:
            return None
        video = await reads.video(asker.viewer, view.publication.video, asker.surface)
        community = view.publication.community
        rules = await _rules(community, asker, reads)
        alone = await reads.decides_alone(asker.viewer, community, services.clock.now_ms() - OTHERS_WITHIN_MS)
    if video is None:
        return None
    return Own(view, video, rules, await called(community, asker, services), alone)


async def all_of(video: VideoView, asker: Asker, services: Services) -> list[Own]:
    """Give every publication of the asker's own video; none of anybody else's."""
    if not video.publications or video.video.owner != asker.person:
        return []
    async with services.store.read() as reads:
        found = await reads.publications(asker.viewer, video.video.id)
    return [Own(one, video, None, await called(one.publication.community, asker, services)) for one in found]


async def called(community: CommunityId, asker: Asker, services: Services) -> str:
    """Give how a community is called: as the asker's platform says where they speak in it, else as it tells us."""
    here = asker.place.name if asker.place and asker.community == community else ""
    return here or await services.called(community)


async def _rules(community: CommunityId, asker: Asker, reads: Reads) -> Publishing | None:
    if community not in asker.viewer.roles:
        return None
    try:
        return await reads.publishing(asker.viewer, community, asker.surface)
    except NotFound:
        return None


def named(community: str) -> PersonName | Say:
    """Name a community at the beginning of a sentence."""
    return PersonName(community) if community else Say("publication-community")


def said_of(found: Own) -> Mapping[str, PersonName | VideoName | Say]:
    """Give the names that sentences about a publication need: its video's and its community's."""
    video = found.video
    return {"video": VideoName(video.video.number, video.title), "community": named(found.called)}


def in_order(found: Sequence[Own], here: CommunityId | None) -> list[Own]:
    """Put the one of the community in which somebody speaks first, and leave out what would be too many."""
    return sorted(found, key=lambda one: one.view.publication.community != here)[:COMMUNITIES_MOST]
