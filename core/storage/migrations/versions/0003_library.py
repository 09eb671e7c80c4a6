"""An index that answers how many videos a person has and which one ends first, without opening a row."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Go forward."""
    op.create_index(op.f("ix_videos_owner_state_ends_at_ms"), "videos", ["owner", "state", "ends_at_ms"], unique=False)
