"""Before anything leaves the house: who is in it is said, the route's papers are agreed to, and the rules allow it."""

from collections.abc import Callable, Mapping

from core.agreements import Versions
from core.errors import BadInput
from core.gate import Surface
from core.generation.agreed import check_agreed
from core.generation.choosing import leaves, route_of
from core.generation.order import order_in
from core.people import Viewer
from core.ports import Reads
from core.records import VideoView
from core.routes import Generator
from core.videos import Media, Portrayed

Papers = Callable[[str], Versions]
"""Gives the papers of a route, in the versions that are known now."""


def is_unsaid(view: VideoView, generators: Mapping[str, Generator]) -> bool:
    """Say whether it has to be said first who is in what was given: of others' pictures, and of whatever leaves."""
    match view.video.portrayed:
        case Portrayed.UNSAID:
            return True
        case Portrayed.OWN:
            seen = any(asset.media is not Media.SOUND for asset in view.inputs)
            return seen and leaves(view.video.route, generators)
        case _:
            return False


async def check_may_begin(
    view: VideoView,
    viewer: Viewer,
    surface: Surface,
    reads: Reads,
    *,
    generators: Mapping[str, Generator],
    papers: Papers,
) -> None:
    """See, in the transaction that begins it, that a draft may be made by its route.

    Raises BadInput("portrayed_unsaid"), RouteRefused: route_not_agreed, and what `route_of` and the route itself raise.
    """
    if is_unsaid(view, generators):
        raise BadInput("portrayed_unsaid")
    video = view.video
    route = await route_of(video.route, viewer, surface, reads, generators=generators, video=video.id)
    generators[route].check(order_in(view), media=[asset.media for asset in view.inputs])
    await check_agreed(viewer, generators[route].label(), papers(route), reads)
