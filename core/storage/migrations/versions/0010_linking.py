"""Where each account's things come from, codes that connect two accounts, and wrong codes that somebody typed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Go forward. Before this, each person had one account: everything comes from that one."""
    op.add_column("identities", sa.Column("origin", sa.Uuid(), nullable=True))
    op.add_column("identities", sa.Column("joined_at_ms", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_identities_origin"), "identities", ["origin"], unique=True)
    op.add_column("videos", sa.Column("origin", sa.Uuid(), nullable=True))
    op.add_column("receipts", sa.Column("origin", sa.Uuid(), nullable=True))
    op.execute("UPDATE identities SET origin = person")
    op.execute("UPDATE videos SET origin = owner")
    op.execute("UPDATE receipts SET origin = person")
    op.create_table(
        "pairings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("first", sa.Uuid(), nullable=False),
        sa.Column("first_platform", sa.String(), nullable=False),
        sa.Column("first_name", sa.LargeBinary(), nullable=True),
        sa.Column("second", sa.Uuid(), nullable=True),
        sa.Column("second_platform", sa.String(), nullable=True),
        sa.Column("second_name", sa.LargeBinary(), nullable=True),
        sa.Column("made_at_ms", sa.Integer(), nullable=False),
        sa.Column("until_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["people.id"], name=op.f("fk_pairings_first")),
        sa.ForeignKeyConstraint(["second"], ["people.id"], name=op.f("fk_pairings_second")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairings")),
        sa.UniqueConstraint("digest", name=op.f("uq_pairings_digest")),
    )
    op.create_index(op.f("ix_pairings_first"), "pairings", ["first"], unique=False)
    op.create_index(op.f("ix_pairings_second"), "pairings", ["second"], unique=False)
    op.create_table(
        "wrong_codes",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_wrong_codes_person")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_wrong_codes")),
    )
    op.create_index(op.f("ix_wrong_codes_person"), "wrong_codes", ["person"], unique=False)
