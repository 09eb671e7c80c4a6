"""Prices and budgets: written as an operator would say them, refused in a line that says which and why."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bots.prices import BUDGET_FORM, PRICE_FORM
from bots.settings import Settings
from bots.texts.operator import sentence
from core.records import Cost
from core.spending import Budgets, Per, Price, Prices, month_of
from tests.fakes.time import START_MS
from tests.test_settings import read, refused

STD = Price("kling", 56_000, "USD", Per.SECOND, date(2026, 11, 1), "std")
ALL = BUDGET_FORM


def at(year: int, month: int, day: int) -> int:
    """Give the first moment of a day, UTC milliseconds."""
    return int(datetime(year, month, day, tzinfo=UTC).timestamp() * 1000)


def test_a_price_has_a_route_a_sum_a_currency_and_a_day(tmp_path: Path) -> None:
    """A mode where it has one; whole millionths, so that nothing is rounded."""
    assert read(tmp_path, PRICES=PRICE_FORM).prices == (STD,)
    text = "kling=0.000001 EUR a video since 2026-01-01,  kling pro+sound =12 EUR  a second since 2026-02-01 ,"
    assert read(tmp_path, PRICES=text).prices == (
        Price("kling", 1, "EUR", Per.VIDEO, date(2026, 1, 1)),
        Price("kling", 12_000_000, "EUR", Per.SECOND, date(2026, 2, 1), "pro+sound"),
    )


def test_the_file_has_one_a_line(tmp_path: Path) -> None:
    """Lists of hushreel.toml are read as what stands between commas."""
    lines = [f'prices = ["{PRICE_FORM}", "kling pro = 0.098 USD a second since 2026-11-01"]']
    lines += ['budgets = ["person = 5 USD a month", "everybody = 200.50 USD a month"]']
    (tmp_path / "hushreel.toml").write_text("\n".join(lines), "utf-8")
    found = read(tmp_path)
    assert [one.mode for one in found.prices] == ["std", "pro"]
    assert found.budgets == Budgets("USD", person_micro=5_000_000, everybody_micro=200_500_000)


@pytest.mark.parametrize(
    "entry",
    [
        "kling 0.056 USD a second since 2026-11-01",
        "kling std = 0.056 a second since 2026-11-01",
        "kling std = 0.056 usd a second since 2026-11-01",
        "kling std = 0.056 UDS a second since 2026-11-01",
        "kling std = 0 USD a second since 2026-11-01",
        "kling std = -1 USD a second since 2026-11-01",
        "kling std = 0.0000001 USD a second since 2026-11-01",
        "kling std = 0.056 USD an hour since 2026-11-01",
        "kling std = 0.056 USD a second",
        "kling std = 0.056 USD a second since 2026-13-01",
        "kling std = 0.056 USD a second since 01.11.2026",
        "motion = 0.056 USD a second since 2026-11-01",
        PRICE_FORM,
    ],
)
def test_another_price_is_refused_by_its_number(tmp_path: Path, entry: str) -> None:
    """The second of two that can't be read, that costs nothing, or that stands there already."""
    error = refused(tmp_path, PRICES=f"{PRICE_FORM}, {entry}")
    assert (error.code, error.data["setting"]) == ("setting_entry_malformed", "HUSHREEL_PRICES")
    assert "Entry 2 of HUSHREEL_PRICES" in sentence(error)
    assert PRICE_FORM in sentence(error)


@pytest.mark.parametrize(
    "entry",
    [
        "person = 5 USD",
        "person = 5 USD a day",
        "ada = 5 USD a month",
        "community = 5 EUR a month",
        "person = 6 USD a month",
        "person = five USD a month",
    ],
)
def test_another_budget_is_refused_by_its_number(tmp_path: Path, entry: str) -> None:
    """Whose, how much, and for a month; one of each, and all in one currency."""
    error = refused(tmp_path, PRICES=PRICE_FORM, BUDGETS=f"person = 5 USD a month, {entry}")
    assert error.code == "setting_entry_malformed"
    assert "Entry 2 of HUSHREEL_BUDGETS" in sentence(error)


def test_a_budget_needs_prices_in_its_currency(tmp_path: Path) -> None:
    """Otherwise nobody could tell when it is reached."""
    assert refused(tmp_path, BUDGETS=ALL).data == {"setting": "HUSHREEL_BUDGETS", "other": "HUSHREEL_PRICES"}
    error = refused(tmp_path, BUDGETS=ALL, PRICES=PRICE_FORM.replace("USD", "EUR"))
    assert error.code == "currencies_differ"
    assert "in USD" in sentence(error)
    assert "in EUR" in sentence(error)


def test_nothing_said_is_nothing_known(tmp_path: Path) -> None:
    """Neither a price nor a budget: what a video costs is unknown, and not 0."""
    found: Settings = read(tmp_path)
    assert (found.prices, found.budgets) == ((), None)
    assert found.price_list.cost("kling", "std", 5, START_MS) == Cost()
    assert read(tmp_path, PRICES=" , ", BUDGETS="").budgets is None


def test_the_newest_price_that_holds_is_taken() -> None:
    """From its day on; a mode's own before the one for every mode; of another route none."""
    known = Prices(
        (
            Price("kling", 1, "USD", Per.VIDEO, date(2026, 1, 1)),
            Price("kling", 10, "USD", Per.SECOND, date(2026, 11, 1), "std"),
            Price("kling", 20, "USD", Per.SECOND, date(2026, 12, 1), "std"),
        )
    )
    assert known.cost("kling", "std", 5, at(2026, 12, 1)) == Cost(100, "USD")
    assert known.cost("kling", "std", 5, at(2026, 12, 1) - 1) == Cost(50, "USD")
    assert known.cost("kling", "pro", 5, at(2026, 12, 1)) == Cost(1, "USD")
    assert known.cost("kling", "std", 5, at(2026, 1, 1)) == Cost(1, "USD")
    assert known.cost("kling", "std", 5, at(2025, 12, 31)) == Cost()
    assert known.cost("runway", "std", 5, at(2026, 12, 1)) == Cost()


def test_a_month_is_the_calendars() -> None:
    """From its first millisecond, in every length of month."""
    assert month_of(at(2026, 12, 1)) == (at(2026, 12, 1), at(2027, 1, 1))
    assert month_of(at(2026, 12, 1) - 1) == (at(2026, 11, 1), at(2026, 12, 1))
    assert month_of(at(2028, 2, 29)) == (at(2028, 2, 1), at(2028, 3, 1))
