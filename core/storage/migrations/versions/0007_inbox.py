"""The inbox: events of a platform until they are answered, and albums until they are whole."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "inbox",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("taken", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("carried", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("kept_at_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "number", name=op.f("pk_inbox")),
    )
    op.create_index(op.f("ix_inbox_album"), "inbox", ["album"])
    op.create_index(op.f("ix_inbox_kept_at_ms"), "inbox", ["kept_at_ms"])
    op.create_table(
        "albums",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("closes_at_ms", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("video", sa.Uuid(), nullable=True),
        sa.Column("messages", sa.String(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("platform", "name", name=op.f("pk_albums")),
    )
