"""Communities: servers and groups that we are in, and what their admins chose; and who is in a video's pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "communities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("joined_at_ms", sa.Integer(), nullable=False),
        sa.Column("ended_at_ms", sa.Integer(), nullable=True),
        sa.Column("showcase", sa.String(), nullable=True),
        sa.Column("review", sa.String(), nullable=True),
        sa.Column("moderators", sa.String(), nullable=False, server_default=""),
        sa.Column("spoilers", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("pictures", sa.String(), nullable=False, server_default="own"),
        sa.Column("set_up_by", sa.Uuid(), nullable=True),
        sa.Column("lost", sa.String(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communities")),
        sa.UniqueConstraint("platform", "external_id", name=op.f("uq_communities_platform_external_id")),
    )
    op.add_column("videos", sa.Column("portrayed", sa.String(), nullable=False, server_default="own"))
