"""What publications say and wait for, revision by revision; bans; what a community's admins chose for publishing."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_PUBLICATIONS: tuple[sa.Column[object], ...] = (
    sa.Column("slug", sa.String(), nullable=True),
    sa.Column("waiting_since_ms", sa.Integer(), nullable=True),
    sa.Column("shown_at_ms", sa.Integer(), nullable=True),
    sa.Column("keeps_until_ms", sa.Integer(), nullable=True),
    sa.Column("claimed_by", sa.Uuid(), nullable=True),
    sa.Column("claimed_until_ms", sa.Integer(), nullable=True),
)
_COMMUNITIES: tuple[sa.Column[object], ...] = (
    sa.Column("moderated", sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column("world", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("quota", sa.Integer(), server_default="5", nullable=False),
    sa.Column("paused", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("rules", sa.String(), server_default="", nullable=False),
)
_VIDEOS: tuple[sa.Column[object], ...] = (
    sa.Column("inputs_end_at_ms", sa.Integer(), nullable=True),
    sa.Column("trimmed", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("shown", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("kept_until_ms", sa.Integer(), nullable=True),
)
_INDEXES = (
    ("publications", "community", "waiting_since_ms", "id"),
    ("publications", "community", "shown_at_ms", "id"),
    ("publications", "community", "audience", "shown_at_ms", "id"),
    ("videos", "owner", "shown"),
    ("videos", "kept_until_ms", "ends_at_ms"),
    ("videos", "hold", "ends_at_ms"),
    ("videos", "trimmed", "ends_at_ms"),
    ("videos", "trimmed", "inputs_end_at_ms"),
    ("revisions", "state", "until_ms"),
    ("revisions", "post_at_ms"),
)


def upgrade() -> None:
    """Go forward. No version before this one could publish: there is no publication to bring along."""
    for column in _PUBLICATIONS:
        op.add_column("publications", column)
    with op.batch_alter_table("publications") as batch:
        batch.create_unique_constraint(op.f("uq_publications_slug"), ["slug"])
    for column in _COMMUNITIES:
        op.add_column("communities", column)
    for column in _VIDEOS:
        op.add_column("videos", column)
    op.create_table(
        "revisions",
        sa.Column("publication", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("portrayed", sa.String(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), server_default="", nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("proposed_at_ms", sa.Integer(), nullable=True),
        sa.Column("post_at_ms", sa.Integer(), nullable=True),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["publication"], ["publications.id"], name=op.f("fk_revisions_publication")),
        sa.PrimaryKeyConstraint("publication", "number", name=op.f("pk_revisions")),
    )
    for table, *names in _INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(names)}"), table, names, unique=False)
    op.create_table(
        "bans",
        sa.Column("community", sa.Uuid(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("community", "token", name=op.f("pk_bans")),
    )
    op.create_index(op.f("ix_bans_until_ms"), "bans", ["until_ms"], unique=False)
