"""What becomes of a typed code: the first side joins or refuses, the second may stop; both sides are told."""

from core.errors import LostRace, PersonError
from core.pairings import Pairing, PairingId, PairingState, Side, Told, kind_of
from core.people import Viewer
from core.ports import Clock, Store, Writes


async def join(viewer: Viewer, pairing: PairingId, *, store: Store, clock: Clock) -> Side:
    """Join the account that typed the viewer's code, and give it. Raises LostRace("pairing_over")."""
    async with store.write() as writes:
        found = await writes.pairing_asked(viewer, pairing)
        second = await _joined(viewer, found, writes, clock.now_ms())
    await store.scrub()
    if isinstance(second, PersonError):
        raise second
    return second


async def _joined(viewer: Viewer, found: Pairing | None, writes: Writes, now_ms: int) -> Side | PersonError:
    """Join, or give back why not: what a refusal changes is kept."""
    if found is None or found.second is None or found.first.person != viewer.person:
        return LostRace("pairing_over")
    if not found.waits(now_ms):
        await tell_unanswered(found, writes)
        return LostRace("pairing_over")
    await writes.close_pairing(found, PairingState.JOINED)
    for one in (found.first, found.second):
        while other := await writes.pairing(Viewer(one.person)):
            await tell_unanswered(other, writes)
    await writes.join(found.first, found.second)
    joined = Side(found.first.person, found.second.platform)
    await writes.tell_side(joined, kind_of(Told.JOINED, found.first.platform), found.id)
    return found.second


async def refuse(viewer: Viewer, pairing: PairingId, *, store: Store) -> None:
    """Refuse as the first side, or stop as the second: nothing is joined, and the other one is told.

    Raises LostRace("pairing_over").
    """
    async with store.write() as writes:
        found = await writes.pairing_asked(viewer, pairing)
        if found is None or found.second is None:
            raise LostRace("pairing_over")
        await writes.close_pairing(found, PairingState.OVER)
        if found.first.person == viewer.person:
            await writes.tell_side(found.second, kind_of(Told.REFUSED, found.first.platform), found.id)
        else:
            await writes.tell_side(found.first, kind_of(Told.STOPPED, found.second.platform), found.id)
    await store.scrub()


async def tell_unanswered(found: Pairing, writes: Writes) -> None:
    """Close a pairing that nobody confirmed in time, and tell both sides that nothing was joined."""
    await writes.close_pairing(found, PairingState.OVER)
    if found.second is not None:
        await writes.tell_side(found.first, kind_of(Told.UNANSWERED, found.second.platform), found.id)
        await writes.tell_side(found.second, kind_of(Told.UNANSWERED, found.first.platform), found.id)
