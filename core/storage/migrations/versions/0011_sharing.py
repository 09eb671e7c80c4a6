"""People whom a video is shared with: grants with their names, invitations, what they opened, and whom they refuse.

No version before this one ever kept a grant: the table is made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Go forward."""
    op.add_column("people", sa.Column("notices", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.drop_table("grants")
    op.create_table(
        "grants",
        sa.Column("video", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("names", sa.LargeBinary(), nullable=False),
        sa.Column("given_at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["video"], ["videos.id"], name=op.f("fk_grants_video")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_grants_person")),
        sa.PrimaryKeyConstraint("video", "person", name=op.f("pk_grants")),
        sa.UniqueConstraint("id", name=op.f("uq_grants_id")),
    )
    op.create_index(op.f("ix_grants_person"), "grants", ["person"], unique=False)
    op.create_index(op.f("ix_grants_until_ms"), "grants", ["until_ms"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("video", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=True),
        sa.Column("names", sa.LargeBinary(), nullable=False),
        sa.Column("given_at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["video"], ["videos.id"], name=op.f("fk_invitations_video")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("video", "digest", name=op.f("uq_invitations_video_digest")),
    )
    op.create_index(op.f("ix_invitations_digest"), "invitations", ["digest"], unique=False)
    op.create_index(op.f("ix_invitations_until_ms"), "invitations", ["until_ms"], unique=False)
    op.create_table(
        "views",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("video", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("through", sa.String(), nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["video"], ["videos.id"], name=op.f("fk_views_video")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_views")),
    )
    op.create_index(op.f("ix_views_video_at_ms"), "views", ["video", "at_ms"], unique=False)
    op.create_table(
        "muted",
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("person", "owner", name=op.f("pk_muted")),
    )
