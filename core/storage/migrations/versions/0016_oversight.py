"""What fell to the operator, and since when nobody moderated a community."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_MODERATED = ("claim", "look", "choose", "choose_publishing", "pause", "resume", "ban", "unban")


def upgrade() -> None:
    """Go forward. Where somebody chose something lately, that counts; else the day on which we came."""
    with op.batch_alter_table("publications") as batch:
        batch.add_column(sa.Column("escalated", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.create_index(
            op.f("ix_publications_escalated_waiting_since_ms_id"), ["escalated", "waiting_since_ms", "id"]
        )
    with op.batch_alter_table("communities") as batch:
        batch.add_column(sa.Column("active_at_ms", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("idle_told", sa.Boolean(), server_default=sa.false(), nullable=False))
    communities = sa.table("communities", sa.column("id", sa.Uuid), sa.column("active_at_ms", sa.Integer))
    events = sa.table("events", sa.column("subject", sa.Uuid), sa.column("verb", sa.String), sa.column("at_ms"))
    own = sa.and_(events.c.subject == communities.c.id, events.c.verb.in_(_MODERATED))
    last = sa.select(sa.func.max(events.c.at_ms)).where(own).scalar_subquery()
    op.execute(sa.update(communities).values(active_at_ms=last))
