"""What the operator writes of money: PRICES and BUDGETS, one line each, as they would say it."""

import re
from datetime import date
from decimal import Decimal

from pydantic_core import PydanticCustomError

from core.spending import Budgets, Per, Price, Whose

BILLED = ("kling",)
"""Routes whose owners send the operator a bill."""

PRICE_FORM = "kling std = 0.056 USD a second since 2026-11-01"
BUDGET_FORM = "person = 5 USD a month, community = 50 USD a month, everybody = 200 USD a month"

_MICROS = 1_000_000
_AMOUNT = r"(?P<amount>\d{1,7}(?:\.\d{1,6})?) (?P<currency>[A-Z]{3})"
_PRICE = re.compile(
    rf"(?P<route>[a-z]+)(?: (?P<mode>[a-z0-9+-]+))? ?= ?{_AMOUNT} a (?P<per>second|video)"
    r" since (?P<since>\d{4}-\d\d-\d\d)"
)
_BUDGET = re.compile(rf"(?P<whose>person|community|everybody) ?= ?{_AMOUNT} a month")


def read_prices(text: object) -> object:
    """Read prices, one a line or between commas. A price of 0 is none: what nobody knows isn't free."""
    if not isinstance(text, str):
        return text
    found: dict[tuple[str, str, date], Price] = {}
    for number, entry in _entries(text):
        match = _PRICE.fullmatch(entry)
        price = _price(match) if match else None
        if price is None or (price.route, price.mode, price.since) in found:
            raise _malformed(number)
        found[price.route, price.mode, price.since] = price
    return tuple(found.values())


def read_budgets(text: object) -> object:
    """Read budgets, one a line or between commas, all in one currency; 0 lets nothing be spent."""
    if not isinstance(text, str):
        return text
    found: dict[Whose, int] = {}
    currencies: set[str] = set()
    for number, entry in _entries(text):
        match = _BUDGET.fullmatch(entry)
        if match is None or not _is_currency(match["currency"]) or Whose(match["whose"]) in found:
            raise _malformed(number)
        found[Whose(match["whose"])] = _micro(match)
        currencies.add(match["currency"])
        if len(currencies) > 1:
            raise _malformed(number)
    if not found:
        return None
    return Budgets(currencies.pop(), **{f"{whose.value}_micro": micro for whose, micro in found.items()})


def _entries(text: str) -> list[tuple[int, str]]:
    entries = [" ".join(one.split()) for one in re.split(r"[,\n]", text)]
    return list(enumerate((one for one in entries if one), 1))


def _price(match: re.Match[str]) -> Price | None:
    amount_micro = _micro(match)
    try:
        since = date.fromisoformat(str(match["since"]))
    except ValueError:
        return None
    currency, route = str(match["currency"]), str(match["route"])
    if not amount_micro or not _is_currency(currency) or route not in BILLED:
        return None
    return Price(route, amount_micro, currency, Per(match["per"]), since, match["mode"] or "")


def _micro(match: re.Match[str]) -> int:
    return int(Decimal(str(match["amount"])) * _MICROS)


def _is_currency(code: str) -> bool:
    from babel.numbers import list_currencies  # noqa: PLC0415 - only where there is money

    return code in list_currencies()


def _malformed(number: int) -> PydanticCustomError:
    return PydanticCustomError("entry", "entry", {"number": number})
