"""From rows to core's records."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import CommunityId, Delivery, PersonId, Platform, Preferences
from core.records import Order, OutboxRow, Remains, Token
from core.rules import Limit, Rule
from core.storage.tables import assets, grants, identities, people, publications, videos
from core.videos import (
    Asset,
    AssetId,
    AssetRole,
    Audience,
    Effect,
    Making,
    Portrayed,
    Publication,
    PublicationId,
    Shape,
    Showing,
    Video,
    VideoId,
    Words,
)


def preferences_of(row: Any) -> Preferences:
    """Read what a row of people says that somebody chose."""
    zone = row.time_zone or Preferences().time_zone
    return Preferences(row.language, zone, Delivery(row.delivery), row.tidy, row.protect, row.notices)


def rule_of(row: Any) -> Rule:
    """Read the columns of a rule; "" allows no route at all."""
    return Rule(None if row.allowed is None else frozenset(row.allowed.split()), row.stays, row.untrained)


def columns_of(rule: Rule) -> dict[str, Any]:
    """Give the columns of a rule."""
    allowed = None if rule.allowed is None else " ".join(sorted(rule.allowed))
    return {"stays": rule.stays, "untrained": rule.untrained, "allowed": allowed}


def limit_of(row: Any) -> Limit | None:
    """Read the columns of a community's own budget."""
    return None if row.budget_micro is None else Limit(row.budget_micro, row.budget_currency)


def video_of(row: Any) -> Video:
    """Read a row of videos."""
    return Video(
        id=VideoId(row.id),
        owner=PersonId(row.owner),
        number=row.number,
        state=Making(row.state),
        route=row.route,
        shape=Shape(row.shape),
        seconds=row.seconds,
        seed=row.seed,
        asked_at_ms=row.asked_at_ms,
        ends_at_ms=row.ends_at_ms,
        effect=Effect(row.effect),
        start_ms=row.start_ms,
        finished_at_ms=row.finished_at_ms,
        failure=row.failure,
        asked_on=Platform(row.asked_on),
        portrayed=Portrayed(row.portrayed),
        begun_in=None if row.begun_in is None else CommunityId(row.begun_in),
    )


def order_of(video: Video, words: Words) -> Order:
    """Put an order together again: what stands in the row, and its sealed words."""
    return Order(
        prompt=words.prompt,
        shape=video.shape,
        seconds=video.seconds,
        seed=video.seed,
        route=video.route,
        effect=video.effect,
        text=words.text,
        start_ms=video.start_ms,
        extras=words.extras,
    )


def asset_of(row: Any) -> Asset:
    """Read a row of assets."""
    return Asset(
        id=AssetId(row.id),
        video=VideoId(row.video),
        role=AssetRole(row.role),
        media_type=row.media_type,
        size_bytes=row.size_bytes,
        width=row.width,
        height=row.height,
        duration_ms=row.duration_ms,
    )


def publication_of(row: Any) -> Publication:
    """Read a row of publications."""
    return Publication(
        id=PublicationId(row.id),
        video=VideoId(row.video),
        community=CommunityId(row.community),
        audience=Audience(row.audience),
        revision=row.revision,
        state=Showing(row.state),
        shown_revision=row.shown_revision,
        reported=row.reported,
        appeal_open=row.appeal_open,
        escalated=row.escalated,
    )


def shown_of(row: Any, now_ms: int) -> Publication:
    """Read a row of publications as the gate is to see it now: nothing is shown beyond its end, swept or not."""
    found = publication_of(row)
    is_over = row.keeps_until_ms is not None and row.keeps_until_ms <= now_ms
    return replace(found, shown_revision=None) if is_over else found


def outbox_of(row: Any) -> OutboxRow:
    """Read a row of the outbox."""
    person = None if row.person is None else PersonId(row.person)
    return OutboxRow(row.id, row.surface, row.kind, row.subject, person, row.attempts)


def token_of(row: Any) -> Token:
    """Read a row of tokens."""
    return Token(row.action, row.subject, PersonId(row.person), row.revision, row.expires_at_ms)


_NAMED: sa.BindParameter[Any] = sa.bindparam("videos", expanding=True)
_ASSETS = sa.select(assets).where(assets.c.video.in_(_NAMED)).order_by(assets.c.id)
_PUBLICATIONS = sa.select(publications).where(publications.c.video.in_(_NAMED)).order_by(publications.c.id)
_HOLDS = sa.or_(grants.c.until_ms.is_(None), grants.c.until_ms > sa.bindparam("now_ms"))
_NOW = sa.select(identities.c.person).where(identities.c.origin == grants.c.person).scalar_subquery()
GRANTEE = sa.func.coalesce(_NOW, grants.c.person)
"""Who has a grant now: it was given to an account, which may have been connected with another one since."""

_GRANTS = sa.select(grants.c.video, GRANTEE.label("person")).where(grants.c.video.in_(_NAMED), _HOLDS)
"""Written once: making a statement takes longer than running it."""


async def assets_of(connection: AsyncConnection, videos: Sequence[UUID]) -> dict[UUID, tuple[Asset, ...]]:
    """Give the assets of some videos, by video."""
    found = await connection.execute(_ASSETS, {"videos": videos})
    return _by_video([asset_of(row) for row in found], videos)


async def publications_of(
    connection: AsyncConnection, videos: Sequence[UUID], now_ms: int
) -> dict[UUID, tuple[Publication, ...]]:
    """Give the publications of some videos as the gate is to see them now, by video."""
    found = await connection.execute(_PUBLICATIONS, {"videos": videos})
    return _by_video([shown_of(row, now_ms) for row in found], videos)


async def granted_of(
    connection: AsyncConnection, videos: Sequence[UUID], now_ms: int
) -> dict[UUID, frozenset[PersonId]]:
    """Give the people with a grant that holds now, by video."""
    rows = (await connection.execute(_GRANTS, {"videos": videos, "now_ms": now_ms})).all()
    return {video: frozenset(PersonId(row.person) for row in rows if row.video == video) for video in videos}


def _by_video(found: Sequence[Any], videos: Sequence[UUID]) -> dict[UUID, tuple[Any, ...]]:
    by_video: dict[UUID, list[Any]] = {video: [] for video in videos}
    for one in found:
        by_video[one.video].append(one)
    return {video: tuple(its) for video, its in by_video.items()}


_REMAINS = (
    sa.select(videos.c.id, videos.c.owner, videos.c.number, videos.c.origin, people.c.departure)
    .join(people, people.c.id == videos.c.owner)
    .where(videos.c.id.in_(_NAMED), videos.c.state == Making.ERASING.value)
)


async def remains_of(connection: AsyncConnection, closed: Sequence[VideoId]) -> dict[VideoId, Remains]:
    """Read what is left of videos being erased, by video; those of which nothing is are left out."""
    rows = {row.id: row for row in await connection.execute(_REMAINS, {"videos": closed})}
    parts = await assets_of(connection, closed)
    return {video: _remains(rows[video], parts[video]) for video in closed if video in rows}


def _remains(row: Any, parts: tuple[Asset, ...]) -> Remains:
    origin = None if row.origin is None else PersonId(row.origin)
    return Remains(PersonId(row.owner), row.number, parts, origin, leaving=row.departure is not None)
