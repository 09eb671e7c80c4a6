"""Whether a whole account may be erased: not within a day of joining, by neither side."""

from core.people import Identity, Viewer
from core.ports import Clock, Store


async def may_forget(viewer: Viewer, identity: Identity, *, store: Store, clock: Clock) -> bool:
    """Say whether the viewer may erase their whole account from `identity`, one of their own; going apart frees it."""
    async with store.read() as reads:
        found = await reads.accounts(viewer)
    return any(one.identity == identity and one.may_forget(clock.now_ms()) for one in found)
