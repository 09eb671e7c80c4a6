"""Rules about ways to make a video: of people, and of communities."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Go forward."""
    for table in ("people", "communities"):
        op.add_column(table, sa.Column("stays", sa.Boolean(), nullable=False, server_default=sa.false()))
        op.add_column(table, sa.Column("untrained", sa.Boolean(), nullable=False, server_default=sa.false()))
        op.add_column(table, sa.Column("allowed", sa.String()))
