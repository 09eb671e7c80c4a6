"""Submissions: orders to a generator elsewhere are written down before they leave."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "submissions",
        sa.Column("video", sa.Uuid(), sa.ForeignKey("videos.id"), primary_key=True),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("external_id", sa.Uuid(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=False),
        sa.Column("sent_at_ms", sa.Integer()),
        sa.Column("task", sa.String()),
    )
