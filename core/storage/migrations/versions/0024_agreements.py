"""Agreements: whoever made something already did so under the papers of then."""

import time

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0022"

PAPERS = {"hushreel-privacy": 5, "hushreel-terms": 1}
"""The newest versions when this was written: none before it said less than an older one."""


def upgrade() -> None:
    """Go forward."""
    agreements = op.create_table(
        "agreements",
        sa.Column("person", sa.Uuid(), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("paper", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agreed_at_ms", sa.Integer(), nullable=False),
    )
    people = sa.table("people", sa.column("id", sa.Uuid()), sa.column("last_number", sa.Integer()))
    for paper, version in PAPERS.items():
        values = [people.c.id, sa.literal(paper), sa.literal(version), sa.literal(time.time_ns() // 1_000_000)]
        used = sa.select(*values).where(people.c.last_number > 0)
        op.execute(agreements.insert().from_select(["person", "paper", "version", "agreed_at_ms"], used))
