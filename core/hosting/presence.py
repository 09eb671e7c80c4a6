"""Where we are: a community begins when we are taken into a server or group, and ends when we leave it."""

from collections.abc import Collection

from core.people import CommunityId, Platform
from core.ports import Store


async def joined(platform: Platform, external_id: str, *, store: Store) -> CommunityId:
    """Begin the community of a server or group; one that is there already goes on."""
    known = await store.ledger.community_at(platform, external_id)
    if known is not None:
        return known.id
    async with store.write() as writes:
        return await writes.begin_community(platform, external_id)


async def left(platform: Platform, external_id: str, *, store: Store) -> bool:
    """End a community, with all that its admins chose. Says whether there was one."""
    return await _end(platform, {external_id}, store)


async def moved(platform: Platform, old: str, new: str, *, store: Store) -> None:
    """Follow a group that the platform gave another id: its community goes on there, with all that was chosen."""
    async with store.write() as writes:
        await writes.move_community(platform, old, new)


async def present_in(platform: Platform, external_ids: Collection[str], *, store: Store) -> int:
    """Bring our communities to a complete list of the servers that we are in: begin new ones, end those left since.

    A server with an outage belongs on the list. Gives how many communities ended.
    """
    known = {one.external_id for one in await store.ledger.communities(platform)}
    async with store.write() as writes:
        for new in sorted(set(external_ids) - known):
            await writes.begin_community(platform, new)
    gone = known - set(external_ids)
    await _end(platform, gone, store)
    return len(gone)


async def _end(platform: Platform, external_ids: Collection[str], store: Store) -> bool:
    if not external_ids:
        return False
    async with store.write() as writes:
        ended = await writes.end_communities(platform, external_ids)
    if ended:
        await store.scrub()
    return bool(ended)
