"""What waits for the operator, because nobody else can decide it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bots.wiring.doctor.finding import Finding, fine, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.tables import Unreadable, reading

_WAITS = "SELECT count(*), min(waiting_since_ms) FROM publications WHERE escalated AND waiting_since_ms IS NOT NULL"


def undecided(patient: Patient) -> Iterator[Finding]:
    """Nothing waits for whoever runs this."""
    try:
        with reading(patient) as connection:
            ((count, since_ms),) = connection.execute(_WAITS).fetchall()
    except Unreadable:
        count, since_ms = 0, None
    if not count or since_ms is None:
        yield fine("undecided_none")
        return
    since = datetime.fromtimestamp(since_ms / 1_000, UTC)
    yield warning("undecided", count=count, since=f"{since:%Y-%m-%d %H:%M} UTC")
