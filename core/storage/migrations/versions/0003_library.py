"""Indexes: how many videos a person has and which one ends first, and which receipts are owed, without a scan."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Go forward."""
    op.create_index(op.f("ix_videos_owner_state_ends_at_ms"), "videos", ["owner", "state", "ends_at_ms"], unique=False)
    op.create_index(op.f("ix_receipts_signature"), "receipts", ["signature"], unique=False)
