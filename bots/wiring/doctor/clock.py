"""The clock: not behind what is kept already, and able to tell people's local time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bots.wiring.doctor.finding import Finding, fine, problem
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.tables import Unreadable, reading

SLACK_MS = 60_000
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Shanghai")


def clock(patient: Patient) -> Iterator[Finding]:
    """The time isn't earlier than what was kept already: end dates would be wrong by the same amount."""
    newest_ms = max((*_file_times_ms(patient), _newest_event_ms(patient)), default=0)
    if newest_ms > patient.now_ms + SLACK_MS:
        yield problem("clock_behind", now=_shown(patient.now_ms), newest=_shown(newest_ms))
    else:
        yield fine("clock_good", now=_shown(patient.now_ms))


def _file_times_ms(patient: Patient) -> list[int]:
    settings = patient.settings
    files = (settings.key_file, settings.erasure_journal, patient.database, Path(__file__))
    return [_changed_ms(file) for file in files]


def _changed_ms(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns // 1_000_000
    except OSError:
        return 0


def _newest_event_ms(patient: Patient) -> int:
    try:
        with reading(patient) as connection:
            return connection.execute("SELECT max(at_ms) FROM events").fetchone()[0] or 0
    except Unreadable:
        return 0


def _shown(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d %H:%M} UTC"


def time_zones(_: Patient) -> Iterator[Finding]:
    """The data by which local times are told is there."""
    try:
        for name in ZONES:
            ZoneInfo.no_cache(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        yield problem("zones_missing")
    else:
        yield fine("zones_good")
