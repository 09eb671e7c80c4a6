"""Tidy chats: who wants theirs tidy or protected, and which messages gave up their file."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Go forward."""
    op.add_column("people", sa.Column("tidy", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("people", sa.Column("protect", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("posted", sa.Column("tidied", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index(op.f("ix_posted_platform_posted_at_ms"), "posted", ["platform", "posted_at_ms"], unique=False)
