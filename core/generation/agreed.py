"""Agreement before anything leaves the house: to the papers of a route, before its first use and when they change.

Kling's API terms demand it of whoever uses their API for others (section 5.1). The versions come from knowledge; here
they are numbers under names.
"""

from collections.abc import Collection

from core.agreements import Versions, not_agreed
from core.errors import LostRace, NotAllowed, RouteRefused
from core.people import Viewer
from core.ports import Reads, Store
from core.records import PrivacyLabel


async def papers_to_agree(viewer: Viewer, label: PrivacyLabel, papers: Versions, reads: Reads) -> Versions:
    """Give those of a route's papers that somebody has to agree to before they use it.

    A route that stays in the house asks for none: what holds there is agreed to with the first upload.
    """
    if not label.leaves_the_house:
        return {}
    return not_agreed(papers, await reads.agreements(viewer))


async def agree_to_papers(viewer: Viewer, shown: Versions, papers: Versions, *, store: Store) -> None:
    """Keep that somebody agrees to papers as they were shown to them.

    Raises LostRace("papers_changed") where `papers`, as they are now, aren't those, and
    NotAllowed("account_erased") for who is gone or was never there.
    """
    if viewer.person is None:
        raise NotAllowed("account_erased")
    if not_agreed(shown, papers):
        raise LostRace("papers_changed")
    async with store.write() as writes:
        await writes.agree(viewer.person, shown)


async def take_back(viewer: Viewer, papers: Collection[str], *, store: Store) -> None:
    """Take back that somebody agreed to papers: nothing more leaves before they agree anew. What left, has left."""
    if viewer.person is None:
        raise NotAllowed("account_erased")
    async with store.write() as writes:
        await writes.disagree(viewer.person, papers)


async def check_agreed(viewer: Viewer, label: PrivacyLabel, papers: Versions, reads: Reads) -> None:
    """See once more, right before something is sent, that it may be. Raises RouteRefused("route_not_agreed")."""
    if await papers_to_agree(viewer, label, papers, reads):
        raise RouteRefused("route_not_agreed")
