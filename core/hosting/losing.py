"""What goes away by itself: chosen places that were deleted or closed to us, roles that are gone."""

from collections.abc import Mapping

from core.communities import Loss, Spot
from core.people import Platform
from core.ports import Store


async def places_lost(platform: Platform, external_id: str, places: Mapping[str, Loss], *, store: Store) -> None:
    """Empty what was chosen out of these places of a server, and have its admins told once."""
    found = await store.ledger.community_at(platform, external_id)
    if found is None:
        return
    chosen = [(spot, found.choices.at(spot)) for spot in Spot]
    lost = [(spot, places[place]) for spot, place in chosen if place is not None and place in places]
    if lost:
        async with store.write() as writes:
            await writes.lose_spots(found.id, lost)


async def moderator_lost(platform: Platform, external_id: str, moderator: str, *, store: Store) -> None:
    """Take a role that is gone out of a community's moderators."""
    found = await store.ledger.community_at(platform, external_id)
    if found is not None and moderator in found.choices.moderators:
        async with store.write() as writes:
            await writes.lose_moderator(platform, external_id, moderator)
