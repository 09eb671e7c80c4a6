"""When something shall happen, as people of each language type it."""

from datetime import UTC, datetime

import pytest

from bots.chat.moments import moment
from core.errors import BadInput

NOW_MS = 1_795_600_000_000
MINUTE_MS = 60_000
CHRISTMAS_EVE = (2026, 12, 24)


def typed_at(typed: str, language: str) -> datetime:
    """Read what was typed in UTC."""
    return datetime.fromtimestamp(moment(typed, NOW_MS, "UTC", language) / 1000, UTC)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3 days", 4_320),
        ("in 2 weeks", 20_160),
        ("3 días", 4_320),
        ("3 DIAS", 4_320),
        ("2 semanas", 20_160),
        ("dentro de 12 horas", 720),
        ("daqui a 30 minutos", 30),
        ("3 天", 4_320),
        ("2周后", 20_160),
        ("12小时", 720),
        ("3 дня", 4_320),
        ("7 дней", 10_080),
        ("через 2 недели", 20_160),
        ("5 часов", 300),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_length_of_time_is_read_in_any_of_our_languages(typed: str, minutes: int, language: str) -> None:
    """A word for a unit means one thing, whoever types it."""
    assert moment(typed, NOW_MS, "UTC", language) == NOW_MS + minutes * MINUTE_MS


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("2026-12-24", "en es pt zh ru"),
        ("2026/12/24", "en es pt zh ru"),
        ("2026年12月24日", "en es pt zh ru"),
        ("24.12.2026", "en es pt zh ru"),
        ("24/12/2026", "en es pt zh ru"),
        ("24-12-2026", "en es pt zh ru"),
    ],
)
def test_a_date_is_read_as_it_is_written_there(typed: str, languages: str) -> None:
    """Year first, or day first where no month could be meant; without a time it is the end of that day."""
    for language in languages.split():
        assert typed_at(typed, language) == datetime(*CHRISTMAS_EVE, 23, 59, tzinfo=UTC)
        assert typed_at(f"{typed} 18:30", language) == datetime(*CHRISTMAS_EVE, 18, 30, tzinfo=UTC)


def test_a_date_that_could_be_two_days_is_read_where_the_language_says_which() -> None:
    """3/4/2027 is the third of April in Spanish, Portuguese and Russian; in English and Chinese it is asked again."""
    for language in ("es-MX", "pt", "ru"):
        assert typed_at("3/4/2027", language) == datetime(2027, 4, 3, 23, 59, tzinfo=UTC)
    for language in ("en", "zh", "de"):
        with pytest.raises(BadInput, match="end_malformed"):
            moment("3/4/2027", NOW_MS, "UTC", language)
        assert typed_at("4/4/2027", language) == datetime(2027, 4, 4, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["", "3", "días", "3 lunas", "24/13/2026", "31/02/2026", "2026-12", "24/12/26", "24/12-2026", "3d 12h"]
)
def test_what_is_no_moment_is_asked_again(typed: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(BadInput, match="end_malformed"):
        moment(typed, NOW_MS, "UTC", "es")
