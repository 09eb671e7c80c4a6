"""Receipts in versions, with a secret; copies that are taken back without a person; how far the journal had come."""

import json
import secrets

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_OURS = {
    **dict.fromkeys(("video", "poster", "preview", "inputs"), "sealed_store"),
    **dict.fromkeys(("prompt", "title", "file_names", "keys", "history"), "database"),
}


def upgrade() -> None:
    """Go forward. Receipts of before stay as they were signed; those that were owed get their number now."""
    op.drop_index(op.f("ix_receipts_signature"), "receipts")
    with op.batch_alter_table("receipts") as batch:
        batch.alter_column("video", existing_type=sa.Uuid(), nullable=True)
        batch.alter_column("person", existing_type=sa.Uuid(), nullable=True)
        batch.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch.add_column(sa.Column("erasing", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("digest", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("sealed_secret", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("facts", sa.Text(), nullable=True))
        batch.add_column(sa.Column("looks", sa.Integer(), server_default="0", nullable=False))
        batch.add_column(sa.Column("look_at_ms", sa.Integer(), nullable=True))
        batch.create_index(op.f("ix_receipts_erasing"), ["erasing"])
        batch.create_index(op.f("ix_receipts_look_at_ms"), ["look_at_ms"])
    op.create_table(
        "receipt_versions",
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("issued_at_ms", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["receipt"], ["receipts.id"], name=op.f("fk_receipt_versions_receipt")),
        sa.PrimaryKeyConstraint("receipt", "version", name=op.f("pk_receipt_versions")),
    )
    op.create_table(
        "recalls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["receipt"], ["receipts.id"], name=op.f("fk_recalls_receipt")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalls")),
    )
    op.create_index(op.f("ix_recalls_receipt"), "recalls", ["receipt"], unique=False)
    op.create_table(
        "journal_checkpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_checkpoint")),
    )
    _number_owed()


def _number_owed() -> None:
    """Make what was owed an open receipt without a version: whoever erases goes on from there."""
    receipts = sa.table(
        "receipts",
        *(sa.column(name) for name in ("id", "body", "signature", "facts")),
        sa.column("version", sa.Integer),
        sa.column("erasing", sa.Boolean),
        sa.column("look_at_ms", sa.Integer),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(receipts.c.id, receipts.c.body).where(receipts.c.signature == "")).all():
        owed = json.loads(row.body)
        roles, chats = (owed, []) if isinstance(owed, list) else (owed["roles"], owed["chats"])
        drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
        values = {
            "id": f"R-{drawn[:4]}-{drawn[4:]}",
            "body": "",
            "facts": json.dumps({"items": [*_ours(), *map(_chat, chats)], "files": sorted(roles)}),
            "version": 0,
            "erasing": True,
            "look_at_ms": 0,
        }
        connection.execute(sa.update(receipts).where(receipts.c.id == row.id).values(values))


def _ours() -> list[dict[str, str]]:
    return [{"what": what, "where": where, "state": "waiting"} for what, where in _OURS.items()]


def _chat(one: dict[str, str]) -> dict[str, str]:
    what = "sent_files" if one["kind"] == "upload" else "chat_files"
    return {"what": what, "where": one["platform"], "state": "waiting", "copy": one["id"]}
