"""An author asks somebody else to look again: once for each decision."""

from core.errors import NotAllowed, NotFound
from core.gate import Action, Surface
from core.people import OPERATOR, Viewer
from core.ports import Clock, Store, Writes
from core.publications import OTHERS_WITHIN_MS, PublicationView
from core.publishing.overseen import tell_operator
from core.videos import PublicationId


async def appeal(
    viewer: Viewer, publication: PublicationId, revision: int, surface: Surface, *, store: Store, clock: Clock
) -> PublicationView:
    """Put a declined or removed revision before another moderator; while it waits, its video isn't erased, for 14 days.

    Where no other one is known to decide in its community, it falls to the operator, unless they decided it first;
    and also where whoever decided it was forgotten since: they may be a moderator there again, as somebody new.
    Raises NotFound, NotAllowed("appeal_closed"), LostRace("publication_moved_on", state).
    """
    async with store.write() as writes:
        found = await writes.publication(viewer, publication, surface)
        if found is None or not await writes.allows(viewer, Action.APPEAL, publication, surface):
            raise NotFound("publication_not_found")
        if not found.publication.appeal_open:
            raise NotAllowed("appeal_closed")
        await writes.move_publication(publication, revision, "appeal", actor=viewer.person)
        alone = found.revision.decider_left or (
            found.revision.decided_by != OPERATOR
            and not await _others_decide(viewer, found, clock.now_ms() - OTHERS_WITHIN_MS, writes)
        )
        await writes.escalate(publication, on=alone)
        after = await writes.publication(viewer, publication, surface)
    if after is None:
        raise NotFound("publication_not_found")
    await tell_operator(after, store)
    return after


async def _others_decide(viewer: Viewer, found: PublicationView, since_ms: int, writes: Writes) -> bool:
    """Say whether somebody is known to decide there who neither decided this first nor is its author."""
    first = found.revision.decided_by or OPERATOR
    return await writes.others_decide(found.publication.community, first, since_ms, viewer.person or OPERATOR)
