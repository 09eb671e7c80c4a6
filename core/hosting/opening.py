"""Setting a community up from a private chat: which one that chat is about, for an hour."""

from core.communities import Opening
from core.people import CommunityId, Identity
from core.ports import Clock, Store

OPEN_FOR_MS = 3_600_000


async def open_for(
    identity: Identity, community: CommunityId, *, action: str = "", request: int = 0, store: Store, clock: Clock
) -> None:
    """Have somebody's private chat be about a community, and with `action` and `request` wait for what they pick.

    It opens nothing by itself: whether they may configure it is asked of the platform at each step.
    """
    async with store.write() as writes:
        await writes.keep_opening(Opening(identity, community, clock.now_ms() + OPEN_FOR_MS, action, request))


async def close(identity: Identity, *, store: Store) -> bool:
    """Forget which community somebody's private chat is about; says whether it was about one."""
    if await store.ledger.opening(identity) is None:
        return False
    async with store.write() as writes:
        await writes.close_opening(identity)
    return True
