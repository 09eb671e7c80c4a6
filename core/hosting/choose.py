"""What the admins of a community choose: places, moderators, spoilers, pictures, a budget, and about publishing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from core.communities import MODERATORS_MOST, Choices, Community, Pictures, Spot
from core.errors import BadInput
from core.gate import Surface
from core.people import CommunityId, Viewer
from core.ports import Reads, Store
from core.publications import RULES_LONGEST, Publishing
from core.rules import Limit, Rule
from core.spending import Budgets

_ID = re.compile(r"-?[A-Za-z0-9]{1,32}")


async def look(viewer: Viewer, community: CommunityId, surface: Surface, *, store: Store) -> Community:
    """Give what is chosen, and note that what was lost is told now.

    Raises NotFound("community_not_found"), NotAllowed("not_admin").
    """
    async with store.read() as reads:
        found = await reads.community(viewer, community, surface)
    if found.lost:
        async with store.write() as writes:
            await writes.told_losses(community)
    return found


async def choose_spot(
    viewer: Viewer, community: CommunityId, spot: Spot, place: str | None, surface: Surface, *, store: Store
) -> None:
    """Choose a place, or none. Raises BadInput: places_alike, id_malformed; and as `look` does."""
    async with store.write() as writes:
        now = await _now(viewer, community, surface, writes)
        other = next(now.at(one) for one in Spot if one is not spot)
        if place is not None:
            _check(place)
            if place == other:
                raise BadInput("places_alike")
        await writes.choose(viewer, community, now.moved(spot, place), surface)


async def choose_moderators(
    viewer: Viewer, community: CommunityId, moderators: Sequence[str], surface: Surface, *, store: Store
) -> None:
    """Choose roles and people by the platform's ids.

    Raises BadInput: too_many_moderators(limit, given), id_malformed, everybody_moderates; and as `look` does.
    """
    chosen = tuple(dict.fromkeys(moderators))
    if len(chosen) > MODERATORS_MOST:
        raise BadInput("too_many_moderators", limit=MODERATORS_MOST, given=len(chosen))
    for one in chosen:
        _check(one)
    async with store.write() as writes:
        found = await writes.community(viewer, community, surface)
        if found.external_id in chosen:
            raise BadInput("everybody_moderates")
        await writes.choose(viewer, community, replace(found.choices, moderators=chosen), surface)


async def choose_customs(
    viewer: Viewer,
    community: CommunityId,
    surface: Surface,
    *,
    spoilers: bool | None = None,
    pictures: Pictures | None = None,
    ruled: Callable[[Rule], Rule] | None = None,
    store: Store,
) -> None:
    """Choose what holds for every member; what is None stays. Raises as `look` does."""
    async with store.write() as writes:
        now = await _now(viewer, community, surface, writes)
        before = now.customs
        customs = replace(
            before,
            spoilers=before.spoilers if spoilers is None else spoilers,
            pictures=before.pictures if pictures is None else pictures,
            rule=before.rule if ruled is None else ruled(before.rule),
        )
        await writes.choose(viewer, community, replace(now, customs=customs), surface)


async def choose_budget(
    viewer: Viewer,
    community: CommunityId,
    budget: Limit | None,
    surface: Surface,
    *,
    operators: Budgets | None,
    store: Store,
) -> None:
    """Choose what videos that are begun here may cost in a month; None: what the `operators` budget lets be spent.

    Raises BadInput("budget_not_lower", most_micro, currency) for more than that; and as `look` does.
    """
    most_micro = operators.community_micro if operators else None
    if budget and most_micro is not None and budget.amount_micro > most_micro:
        raise BadInput("budget_not_lower", most_micro=most_micro, currency=budget.currency)
    async with store.write() as writes:
        now = await _now(viewer, community, surface, writes)
        chosen = replace(now, customs=replace(now.customs, budget=budget))
        await writes.choose(viewer, community, chosen, surface)


async def choose_publishing(
    viewer: Viewer,
    community: CommunityId,
    surface: Surface,
    changed: Callable[[Publishing], Publishing],
    *,
    store: Store,
) -> None:
    """Choose what holds for publishing from now on; what is shown already stays as it is.

    Raises BadInput("rules_too_long", limit, given); and as `look` does.
    """
    async with store.write() as writes:
        chosen = changed(await writes.publishing(viewer, community, surface))
        if len(chosen.rules) > RULES_LONGEST:
            raise BadInput("rules_too_long", limit=RULES_LONGEST, given=len(chosen.rules))
        await writes.choose_publishing(viewer, community, chosen, surface)


async def _now(viewer: Viewer, community: CommunityId, surface: Surface, reads: Reads) -> Choices:
    return (await reads.community(viewer, community, surface)).choices


def _check(external_id: str) -> None:
    """Raise BadInput("id_malformed") for what can't be a platform's id."""
    if not _ID.fullmatch(external_id):
        raise BadInput("id_malformed")
