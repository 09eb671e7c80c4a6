"""Invitations that only let somebody ask to see a video, and who asked, by a sealed name; plays on public pages."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "knock_links",
        sa.Column("video", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["video"], ["videos.id"], name=op.f("fk_knock_links_video")),
        sa.PrimaryKeyConstraint("video", name=op.f("pk_knock_links")),
        sa.UniqueConstraint("digest", name=op.f("uq_knock_links_digest")),
    )
    op.create_index(op.f("ix_knock_links_until_ms"), "knock_links", ["until_ms"], unique=False)
    op.create_table(
        "knocks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("video", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("names", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("asked_at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["video"], ["videos.id"], name=op.f("fk_knocks_video")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knocks")),
        sa.UniqueConstraint("video", "person", name=op.f("uq_knocks_video_person")),
    )
    op.create_index(op.f("ix_knocks_asked_at_ms"), "knocks", ["asked_at_ms"], unique=False)
    op.add_column("publications", sa.Column("plays", sa.Integer(), server_default="0", nullable=False))
