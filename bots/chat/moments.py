"""Reads when something shall happen, as people type it: 3d, 12 hours, 3 días, 2026-12-24, 24/12/2026 18:30."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from core.errors import BadInput
from knowledge.languages import folded, ours

_UNITS = {
    1: "m min mins minute minutes minuto minutos 分 分钟 мин минут минуту минуты",
    60: "h hr hrs hour hours hora horas 小时 个小时 ч час часа часов",
    1_440: "d day days dia dias 天 日 д дн день дня дней",
    10_080: "w week weeks semana semanas 周 星期 个星期 нед неделя неделю недели недель",
}
"""Words for lengths of time by their minutes, in all our languages: none means two things."""

_MINUTES = {folded(word): minutes for minutes, words in _UNITS.items() for word in words.split()}
_MINUTE_MS = 60_000
_FROM_NOW = re.compile(
    r"(?:in|en|dentro de|em|daqui a|через)?\s*(\d{1,4})\s*([^\W\d_]+?)\.?\s*(?:from now|后|以后|之后)?"
)
_DAY = re.compile(
    r"(?P<year>\d{4})(?:[-/.]|\s?年\s?)(?P<month>\d{1,2})(?:[-/.]|\s?月\s?)(?P<day>\d{1,2})\s?[日号]?"
    r"|(?P<day_first>\d{1,2})(?P<sign>[-/.])(?P<then_month>\d{1,2})(?P=sign)(?P<last_year>\d{4})"
)
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_DAY_FIRST = ("es", "pt", "ru")
_MONTHS = 12


def moment(typed: str, now_ms: int, time_zone: str, language: str) -> int:
    """Give UTC milliseconds. A date without a time means the end of that day in `time_zone` (an IANA name).

    24.12.2026 is a date everywhere; 3/4/2026 only in languages that put the day first. Raises BadInput("end_malformed")
    for what is neither.
    """
    text = " ".join(folded(typed).split())
    if (found := _FROM_NOW.fullmatch(text)) and found[2] in _MINUTES:
        return now_ms + int(found[1]) * _MINUTES[found[2]] * _MINUTE_MS
    if not (day := _DAY.match(text)):
        raise BadInput("end_malformed")
    rest = text[day.end() :].lstrip("t ,")
    time = _TIME.fullmatch(rest) if rest else None
    if rest and not time:
        raise BadInput("end_malformed")
    hour, minute = (int(time[1]), int(time[2])) if time else (23, 59)
    try:
        at = datetime(*_date(day, language), hour, minute, tzinfo=ZoneInfo(time_zone))
    except ValueError:
        raise BadInput("end_malformed") from None
    return round(at.timestamp() * 1000)


def _date(found: re.Match[str], language: str) -> tuple[int, int, int]:
    """Give year, month and day. Raises BadInput where the language doesn't say which of two numbers is the day."""
    if found["year"]:
        return int(found["year"]), int(found["month"]), int(found["day"])
    day, month = int(found["day_first"]), int(found["then_month"])
    if found["sign"] != "." and not ours(language, _DAY_FIRST) and day <= _MONTHS and day != month:
        raise BadInput("end_malformed")
    return int(found["last_year"]), month, day
