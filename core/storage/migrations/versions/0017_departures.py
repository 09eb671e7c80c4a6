"""People who are forgotten: under which departure; what they saw names nobody then."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "departures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("begun_at_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departures")),
    )
    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("departure", sa.Uuid(), nullable=True))
        batch.create_index(op.f("ix_people_departure"), ["departure"])
    with op.batch_alter_table("views") as batch:
        batch.alter_column("person", existing_type=sa.Uuid(), nullable=True)
