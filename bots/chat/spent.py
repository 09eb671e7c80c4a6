"""What somebody spent this month on videos that leave the house, where there is a budget for it."""

from bots.chat.command import Asker
from bots.chat.reply import Field
from bots.chat.services import Services
from bots.texts.say import Money, Say, When
from core.spending import month_of


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
