"""/setup, its part about money: how much a community lets be spent in a month, below what the operator set."""

import re
from decimal import Decimal

from bots.chat.command import Asker, Opens
from bots.chat.community import setup_as_it_is, setup_card
from bots.chat.presses import Press, Pressed
from bots.chat.reply import Form, FormField, Reply
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import BadInput
from core.hosting.choose import choose_budget
from core.people import CommunityId
from core.rules import Limit
from core.spending import Budgets, lowered

FIELD = "amount"
AMOUNT_LONGEST = 12

_MICROS = 1_000_000
_AMOUNT = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?", re.ASCII)


async def press_limit(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask how much may be spent in a month. Raises NotFound("community_not_found"), NotAllowed("not_admin")."""
    community = CommunityId(pressed.subject)
    budgets = await _budgets(community, asker, services)
    press = await services.presses.offer("limited", community, asker)
    field = FormField(FIELD, Say("budget-amount", {"currency": budgets.currency}), AMOUNT_LONGEST)
    return Reply((Form(Say("budget-form"), press, (field,)),))


async def press_limited(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Take what was typed. Raises BadInput: amount_malformed, budget_not_lower(most_micro, currency)."""
    community = CommunityId(pressed.subject)
    budgets = await _budgets(community, asker, services)
    return await _choose(Limit(amount((pressed.form or {}).get(FIELD, "")), budgets.currency), pressed, asker, services)


async def press_unlimited(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Let what the operator set hold again."""
    return await _choose(None, pressed, asker, services)


def amount(typed: str) -> int:
    """Read an amount, such as 5, 2.50 or 2,50, as millionths. Raises BadInput("amount_malformed")."""
    text = typed.strip()
    if not _AMOUNT.fullmatch(text):
        raise BadInput("amount_malformed")
    return int(Decimal(text.replace(",", ".")) * _MICROS)


async def _budgets(community: CommunityId, asker: Asker, services: Services) -> Budgets:
    """Give what holds in a community now. Raises BadInput("budget_unset") where no money has a limit here."""
    async with services.store.read() as reads:
        own = (await reads.community(asker.viewer, community, asker.surface)).choices.customs.budget
    budgets = lowered(services.purse.budgets, own) if services.purse else None
    if budgets is None:
        raise BadInput("budget_unset")
    return budgets


async def _choose(budget: Limit | None, pressed: Pressed, asker: Asker, services: Services) -> Reply:
    community = CommunityId(pressed.subject)
    operators = services.purse.budgets if services.purse else None
    await choose_budget(asker.viewer, community, budget, asker.surface, operators=operators, store=services.store)
    return await setup_card(community, asker, services)


COMMANDS = ()
PRESSES = (
    Press("limit", press_limit, opens=Opens.FORM, as_it_is=setup_as_it_is, of_community=True),
    Press("limited", press_limited, changes=True, as_it_is=setup_as_it_is, of_community=True),
    Press("nolimit", press_unlimited, changes=True, as_it_is=setup_as_it_is, of_community=True),
)
