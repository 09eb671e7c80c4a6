"""What waits for the operator, because nobody else can decide it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bots.wiring.doctor.finding import Finding, fine, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.tables import Unreadable, reading
from core.cases import OPERATOR_AFTER_MS

_WAITS = """
    SELECT count(*), min(since_ms) FROM (
        SELECT waiting_since_ms AS since_ms FROM publications WHERE escalated AND waiting_since_ms IS NOT NULL
        UNION ALL
        SELECT opened_at_ms FROM cases WHERE state = 'open' AND (community IS NULL OR opened_at_ms <= ?)
    )
"""


def undecided(patient: Patient) -> Iterator[Finding]:
    """Nothing waits for whoever runs this."""
    try:
        with reading(patient) as connection:
            ((count, since_ms),) = connection.execute(_WAITS, (patient.now_ms - OPERATOR_AFTER_MS,)).fetchall()
    except Unreadable:
        count, since_ms = 0, None
    if not count or since_ms is None:
        yield fine("undecided_none")
        return
    since = datetime.fromtimestamp(since_ms / 1_000, UTC)
    yield warning("undecided", count=count, since=f"{since:%Y-%m-%d %H:%M} UTC")
