"""Where somebody's rows are found who leaves, in tables that grow with the house."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"

PLACES = (
    ("events", "actor"),
    ("views", "person"),
    ("publications", "claimed_by"),
    ("revisions", "decided_by"),
    ("receipts", "person"),
    ("receipts", "origin"),
)


def upgrade() -> None:
    """Go forward."""
    for table, column in PLACES:
        named = sa.text(f"{column} IS NOT NULL")
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], sqlite_where=named)
