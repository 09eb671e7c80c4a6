"""A community's name in web addresses: random, so that it tells neither our id nor the platform's."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_SLUG_BYTES = 16


def upgrade() -> None:
    """Go forward. Communities that we are in get a name; those that ended need none."""
    with op.batch_alter_table("communities") as batch:
        batch.add_column(sa.Column("slug", sa.String(), nullable=True))
        batch.create_unique_constraint(op.f("uq_communities_slug"), ["slug"])
    communities = sa.table(
        "communities", sa.column("id", sa.Uuid), sa.column("slug", sa.String), sa.column("ended_at_ms", sa.Integer)
    )
    living = sa.select(communities.c.id).where(communities.c.ended_at_ms.is_(None))
    for name in op.get_bind().execute(living).scalars().all():
        named = sa.update(communities).where(communities.c.id == name).values(slug=secrets.token_urlsafe(_SLUG_BYTES))
        op.execute(named)
