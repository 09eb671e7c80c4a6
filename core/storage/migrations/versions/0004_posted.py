"""Messages of ours in chats, and which platform a video was asked on."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "posted",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("video", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("media", sa.Uuid(), nullable=True),
        sa.Column("token", sa.LargeBinary(), nullable=True),
        sa.Column("token_until_ms", sa.Integer(), nullable=False),
        sa.Column("posted_at_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posted")),
    )
    op.create_index(op.f("ix_posted_video"), "posted", ["video"], unique=False)
    op.create_index(op.f("ix_posted_person"), "posted", ["person"], unique=False)
    op.create_index(op.f("ix_posted_message"), "posted", ["message"], unique=False)
    op.add_column("videos", sa.Column("asked_on", sa.String(), nullable=False, server_default="demo"))
