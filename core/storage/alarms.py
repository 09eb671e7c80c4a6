"""What sweeps read of cases, without a viewer; each call is a transaction of its own."""

from collections.abc import Sequence

import sqlalchemy as sa

from core.cases import ALARMS_AFTER_MS, OPERATOR_AFTER_MS, Alarm, CaseId, CaseState, Filing
from core.people import CommunityId
from core.storage.database import Database
from core.storage.judging import old_case, old_source
from core.storage.tables import cases, reports
from core.videos import PublicationId


class KnownCases:
    """The ledger's part that is about cases."""

    _database: Database

    async def alarms_due(self, now_ms: int, limit: int) -> Sequence[Alarm]:
        """Name open cases that are to be called to mind now."""
        due = [
            sa.and_(cases.c.rung == number, cases.c.opened_at_ms <= now_ms - after_ms)
            for number, after_ms in enumerate(ALARMS_AFTER_MS)
        ]
        query = sa.select(cases).where(cases.c.state == CaseState.OPEN.value, sa.or_(*due))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(cases.c.opened_at_ms).limit(limit))).all()
        return [
            Alarm(
                CaseId(row.id),
                None if row.community is None else CommunityId(row.community),
                sum(row.opened_at_ms <= now_ms - after_ms for after_ms in ALARMS_AFTER_MS),
                operators=row.community is None or row.opened_at_ms <= now_ms - OPERATOR_AFTER_MS,
            )
            for row in rows
        ]

    async def filed_about(self, publication: PublicationId) -> Filing | None:
        """Say where the open case about a publication is filed; None where there is none."""
        query = sa.select(cases).where(cases.c.publication == publication, cases.c.state == CaseState.OPEN.value)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        return Filing(
            CaseId(row.id),
            None if row.community is None else CommunityId(row.community),
            row.due_at_ms,
            row.rung,
        )

    async def old_cases(self, now_ms: int) -> bool:
        """Say whether anything of cases is to be forgotten."""
        async with self._database.reading() as connection:
            for query in (
                sa.select(cases.c.id).where(old_case(now_ms)),
                sa.select(reports.c.id).where(old_source(now_ms)),
            ):
                if (await connection.execute(query.limit(1))).first() is not None:
                    return True
        return False
