"""Paying for what leaves the house: reserved when a video begins, within the budgets, and not at all where they end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from core.errors import LimitReached, RouteRefused
from core.generation.order import order_in
from core.people import CommunityId, PersonId
from core.ports import Clock, Writes
from core.records import Cost, VideoView
from core.routes import Remote
from core.spending import Budgets, Spending, Whose, lowered, month_of


class _Named(TypedDict, total=False):
    """Whose spending is asked for."""

    person: PersonId
    community: CommunityId


@dataclass(frozen=True)
class Purse:
    """What generators elsewhere cost, and what may be spent on them in a month; without `budgets`, anything.

    What stays in the house costs nobody's bill, and isn't in the books.
    """

    generators: Mapping[str, Remote]
    budgets: Budgets | None
    clock: Clock

    async def reserve(self, view: VideoView, writes: Writes) -> None:
        """Keep what a video costs, in the transaction that begins it; its community's budget is where it was begun.

        Raises LimitReached("budget_reached", whose, needed_micro, left_micro, currency, renews_ms), and
        RouteRefused("price_unknown") where there is a budget and no price: an unknown sum fits into none.
        """
        remote = self.generators.get(view.video.route)
        if remote is None or not remote.label().leaves_the_house:
            return
        cost = remote.estimate(order_in(view), media=tuple(asset.media for asset in view.inputs))
        begun_in = view.video.begun_in
        spending = Spending(view.video.id, view.video.owner, begun_in, view.video.route, cost)
        budgets = lowered(self.budgets, await writes.limit_of(begun_in) if begun_in else None)
        if budgets is not None:
            await self._check(spending, budgets, writes)
        await writes.reserve(spending)

    async def _check(self, spending: Spending, budgets: Budgets, writes: Writes) -> None:
        needed_micro = _known(spending.cost, budgets)
        begins_ms, renews_ms = month_of(self.clock.now_ms())
        for whose, limit_micro, named in _limits(spending, budgets):
            spent_micro = await writes.spent(budgets.currency, begins_ms, **named)
            if spent_micro + needed_micro > limit_micro:
                raise LimitReached(
                    "budget_reached",
                    whose=whose,
                    needed_micro=needed_micro,
                    left_micro=max(0, limit_micro - spent_micro),
                    currency=budgets.currency,
                    renews_ms=renews_ms,
                )


def _known(cost: Cost, budgets: Budgets) -> int:
    if cost.amount_micro is None or cost.currency != budgets.currency:
        raise RouteRefused("price_unknown")
    return cost.amount_micro


def _limits(spending: Spending, budgets: Budgets) -> Iterator[tuple[Whose, int, _Named]]:
    """Give the budgets that a video has to fit into, the nearest first, and how its sum is asked for."""
    if budgets.person_micro is not None:
        yield Whose.PERSON, budgets.person_micro, {"person": spending.person}
    if budgets.community_micro is not None and spending.community is not None:
        yield Whose.COMMUNITY, budgets.community_micro, {"community": spending.community}
    if budgets.everybody_micro is not None:
        yield Whose.EVERYBODY, budgets.everybody_micro, {}
