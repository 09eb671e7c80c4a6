"""The community that a video was begun in, and what a community lets be spent; of older videos nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Go forward."""
    op.add_column("videos", sa.Column("begun_in", sa.Uuid()))
    op.create_index("ix_videos_begun_in", "videos", ["begun_in"], sqlite_where=sa.text("begun_in IS NOT NULL"))
    op.add_column("communities", sa.Column("budget_micro", sa.BigInteger()))
    op.add_column("communities", sa.Column("budget_currency", sa.String()))
