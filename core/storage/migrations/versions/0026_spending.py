"""Spending: what videos made elsewhere cost, reserved before they leave."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "spending",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("video", sa.Uuid()),
        sa.Column("person", sa.Uuid()),
        sa.Column("community", sa.Uuid()),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("amount_micro", sa.BigInteger()),
        sa.Column("currency", sa.String()),
        sa.Column("at_ms", sa.Integer(), nullable=False),
    )
    op.create_index("ix_spending_video", "spending", ["video"])
    op.create_index("ix_spending_at_ms", "spending", ["at_ms"])
    op.create_index("ix_spending_person", "spending", ["person"], sqlite_where=sa.text("person IS NOT NULL"))
