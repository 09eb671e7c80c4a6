"""Interviews: questions asked one after the other in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "interviews",
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("notes", sa.LargeBinary(), nullable=False),
        sa.Column("begun_at_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("person", "platform", "chat", name=op.f("pk_interviews")),
    )
    op.create_index(op.f("ix_interviews_subject"), "interviews", ["subject"], unique=False)
    op.create_index(op.f("ix_interviews_begun_at_ms"), "interviews", ["begun_at_ms"], unique=False)
