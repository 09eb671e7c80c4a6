"""The route of one video: what was asked for, the person's rule, communities' rules, and the routes that are set up."""

from collections.abc import Mapping

from core.errors import RouteRefused
from core.gate import Surface
from core.generation.routing import Choice, Obstacle, Refused, Routed, route_for
from core.people import Viewer
from core.ports import Reads
from core.routes import Generator
from core.rules import Rule
from core.videos import VideoId


async def route_of(
    named: str | None,
    viewer: Viewer,
    surface: Surface,
    reads: Reads,
    *,
    generators: Mapping[str, Generator],
    video: VideoId | None = None,
) -> str:
    """Give the route that may make a video: the one that was named, else one that stays in the house.

    The rule of the community that a `video` of theirs was begun in holds for it wherever they speak now.
    Where only routes that leave it fit, the first of them: its draft says what that means, and waits.
    Raises RouteRefused: route_barred(route, why, can), no_route_fits(route, why); `why` are codes like "person-leaves".
    """
    labels = {name: one.label() for name, one in generators.items()}
    begun = Rule() if video is None else await reads.rule_begun(viewer, video)
    found = route_for(named, labels, await reads.rule(viewer), await reads.rule_here(viewer, surface), begun)
    match found:
        case Routed(route):
            return route
        case Choice(routes):
            return routes[0]
        case Refused():
            raise _refused(named, found)


def leaves(route: str, generators: Mapping[str, Generator]) -> bool:
    """Say whether what is given leaves the house by a route; not by one that isn't set up: nothing is sent there."""
    generator = generators.get(route)
    return generator is not None and generator.label().leaves_the_house


def _refused(named: str | None, found: Refused) -> RouteRefused:
    route = named or next(iter(found.nearest), "")
    why = tuple(sorted(map(_code, found.obstacles.get(route, ()))))
    if found.instead:
        return RouteRefused("route_barred", route=route, why=why, can=found.instead)
    return RouteRefused("no_route_fits", route=route, why=why)


def _code(obstacle: Obstacle) -> str:
    whose, bar = obstacle
    return f"{whose.value}-{bar.value}"
