"""What is done to a clip and from where in it a video begins; how a person wants to get their videos."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; what is there already has no effect, begins at the start, and comes as a file."""
    op.add_column("people", sa.Column("delivery", sa.String(), server_default="file", nullable=False))
    op.add_column("videos", sa.Column("effect", sa.String(), server_default="none", nullable=False))
    op.add_column("videos", sa.Column("start_ms", sa.Integer(), server_default="0", nullable=False))
