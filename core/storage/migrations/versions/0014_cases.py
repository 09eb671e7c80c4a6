"""Reports, and the cases that they are decided in."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_INDEXES = (
    ("cases", "video"),
    ("cases", "publication"),
    ("cases", "state", "community", "due_at_ms"),
    ("cases", "state", "rung", "opened_at_ms"),
    ("cases", "closed_at_ms"),
    ("reports", "case"),
    ("reports", "person", "at_ms"),
    ("reports", "source", "at_ms"),
)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "cases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("community", sa.Uuid(), nullable=True),
        sa.Column("video", sa.Uuid(), nullable=True),
        sa.Column("publication", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at_ms", sa.Integer(), nullable=False),
        sa.Column("due_at_ms", sa.Integer(), nullable=False),
        sa.Column("rung", sa.Integer(), server_default="0", nullable=False),
        sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("holds", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("why", sa.String(), server_default="", nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("removed", sa.Integer(), nullable=True),
        sa.Column("closed_at_ms", sa.Integer(), nullable=True),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=True),
        sa.Column("source", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("complaint", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("told", sa.String(), server_default="", nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_reports_case_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("digest", name=op.f("uq_reports_digest")),
    )
    for table, *columns in _INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)
