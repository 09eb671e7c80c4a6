"""What was spent this month on videos that leave the house, where there is a budget: by somebody, in a community."""

from bots.chat.command import Asker
from bots.chat.reply import Field
from bots.chat.services import Services
from bots.texts.say import Money, Say, When
from core.communities import Community
from core.spending import lowered, month_of


async def spent(asker: Asker, services: Services) -> tuple[Field, ...]:
    """Give the line of /settings about it; none where nobody limits what a person may spend."""
    budgets = services.purse.budgets if services.purse else None
    if budgets is None or budgets.person_micro is None:
        return ()
    begins_ms, renews_ms = month_of(services.clock.now_ms())
    async with services.store.read() as reads:
        spent_micro = await reads.own_spending(asker.viewer, budgets.currency, begins_ms)
    sums = {"spent": Money(spent_micro, budgets.currency), "most": Money(budgets.person_micro, budgets.currency)}
    return (Field(Say("settings-spent"), Say("settings-spent-value", {**sums, "renews": When(renews_ms)})),)


async def spent_here(found: Community, asker: Asker, services: Services) -> tuple[Field, ...]:
    """Give the lines of /setup about a community's budget: how much, who set it, and what is left; a sum, no names.

    None where nothing costs anything, and where nobody limits anything.
    """
    own, label = found.choices.customs.budget, Say("setup-budget")
    budgets = lowered(services.purse.budgets, own) if services.purse else None
    if budgets is None:
        return ()
    if budgets.community_micro is None:
        return (Field(label, Say("setup-budget-none")),)
    begins_ms, renews_ms = month_of(services.clock.now_ms())
    async with services.store.read() as reads:
        spent_micro = await reads.community_spending(asker.viewer, found.id, asker.surface, budgets.currency, begins_ms)
    left_micro = max(0, budgets.community_micro - spent_micro)
    sums = {"left": Money(left_micro, budgets.currency), "most": Money(budgets.community_micro, budgets.currency)}
    is_own = own is not None and (own.amount_micro, own.currency) == (budgets.community_micro, budgets.currency)
    who = "own" if is_own else "operator"
    return (Field(label, Say(f"setup-budget-{who}", {**sums, "renews": When(renews_ms)})),)
