"""Reads when something shall happen, as people type it: 3d, 12h, 2026-12-24, 2026-12-24 18:30."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from core.errors import BadInput

_FROM_NOW = re.compile(r"(\d{1,4})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)", re.IGNORECASE)
_MINUTES = {"m": 1, "h": 60, "d": 1_440, "w": 10_080}
_MINUTE_MS = 60_000
_FORMATS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")
_DAY = "%Y-%m-%d"


def moment(typed: str, now_ms: int, time_zone: str) -> int:
    """Give UTC milliseconds. A date without a time means the end of that day in `time_zone` (an IANA name).

    Raises BadInput("end_malformed") for what is neither.
    """
    text = " ".join(typed.split())
    if found := _FROM_NOW.fullmatch(text):
        return now_ms + int(found[1]) * _MINUTES[found[2][0].lower()] * _MINUTE_MS
    zone = ZoneInfo(time_zone)
    for pattern in _FORMATS:
        if at := _read(text, pattern):
            return _ms(at.replace(tzinfo=zone))
    if day := _read(text, _DAY):
        return _ms(day.replace(hour=23, minute=59, tzinfo=zone))
    raise BadInput("end_malformed")


def _read(text: str, pattern: str) -> datetime | None:
    try:
        return datetime.strptime(text, pattern)  # noqa: DTZ007 - the zone is the reader's, set by the caller
    except ValueError:
        return None


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
