"""Communities as rows, and everything about whoever speaks in one, in one statement."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.communities import Arrival, Choices, Community, Customs, Loss, Pictures, Place, Spot, role_in
from core.people import CommunityId, Identity, PersonId, Platform, Preferences
from core.rules import Rule
from core.storage.rows import columns_of, limit_of, preferences_of, rule_of
from core.storage.tables import communities, identities, people, videos

_EMPTIED: dict[str, Any] = {
    "showcase": None,
    "review": None,
    "moderators": "",
    "spoilers": False,
    "pictures": Pictures.OWN.value,
    "rules": "",
    "slug": None,
    "set_up_by": None,
    "lost": "",
    "active_at_ms": None,
    "idle_told": False,
    **columns_of(Rule()),
    "budget_micro": None,
    "budget_currency": None,
}


_THEIRS = sa.and_(
    identities.c.platform == sa.bindparam("platform"), identities.c.external_id == sa.bindparam("external_id")
)
_HERE = sa.and_(
    communities.c.platform == sa.bindparam("place_platform"), communities.c.external_id == sa.bindparam("place_id")
)
_CHOSEN = (
    *(people.c[name] for name in ("id", "language", "time_zone", "delivery", "tidy", "protect", "notices")),
    identities.c.origin,
)
_FOUND = (
    sa.select(sa.literal(1).label("one"))
    .subquery()
    .outerjoin(identities, _THEIRS)
    .outerjoin(people, people.c.id == identities.c.person)
)
_MET = sa.select(*_CHOSEN).select_from(_FOUND)
_MET_HERE = sa.select(*_CHOSEN, communities.c.id.label("community"), communities.c.moderators).select_from(
    _FOUND.outerjoin(communities, _HERE)
)
"""Written once: making a statement takes longer than running it."""


async def arrival_of(connection: AsyncConnection, identity: Identity, place: Place | None) -> Arrival:
    """Give person, preferences, community and role of somebody who speaks."""
    values = {"platform": identity.platform.value, "external_id": identity.external_id}
    if place is None:
        met = (await connection.execute(_MET, values)).one()
        return Arrival(*_person_of(met), origin=met.origin)
    values |= {"place_platform": place.platform.value, "place_id": place.external_id}
    row = (await connection.execute(_MET_HERE, values)).one()
    if row.community is None:
        return Arrival(*_person_of(row), origin=row.origin)
    role = role_in(row.moderators.split(), identity, place)
    return Arrival(*_person_of(row), CommunityId(row.community), role, row.origin)


def _person_of(row: Any) -> tuple[PersonId | None, Preferences]:
    return (None, Preferences()) if row.id is None else (PersonId(row.id), preferences_of(row))


async def communities_where(connection: AsyncConnection, *named: sa.ColumnElement[bool]) -> Sequence[Community]:
    """Give the communities that fit and have not ended."""
    query = sa.select(communities).where(communities.c.ended_at_ms.is_(None), *named)
    return [_community_of(row) for row in await connection.execute(query.order_by(communities.c.id))]


async def community_where(connection: AsyncConnection, *named: sa.ColumnElement[bool]) -> Community | None:
    """Give the community that fits, unless it has ended."""
    return next(iter(await communities_where(connection, *named)), None)


def at(platform: Platform, external_id: str) -> sa.ColumnElement[bool]:
    """Name the community of a server or group."""
    return sa.and_(communities.c.platform == platform.value, communities.c.external_id == external_id)


async def begin_community(connection: AsyncConnection, new: Community, slug: str) -> bool:
    """Keep a community that begins; says whether it is new: one that is there already is left alone.

    `slug` is its name in web addresses: random, so that it tells neither our id nor the platform's.
    """
    values = {
        "id": new.id,
        "platform": new.platform.value,
        "external_id": new.external_id,
        "joined_at_ms": new.joined_at_ms,
        "slug": slug,
    }
    kept = await connection.execute(insert(communities).values(values).on_conflict_do_nothing())
    return bool(kept.rowcount)


async def end_communities(
    connection: AsyncConnection, platform: Platform, external_ids: Collection[str], now_ms: int
) -> Sequence[CommunityId]:
    """End communities: what was chosen and the platform's id go; an id of our own and two times stay."""
    named = sa.and_(communities.c.platform == platform.value, communities.c.external_id.in_(external_ids))
    values = _EMPTIED | {"external_id": None, "ended_at_ms": now_ms}
    ended = await connection.execute(sa.update(communities).where(named).values(values).returning(communities.c.id))
    gone = [CommunityId(one) for one in ended.scalars()]
    await move_begun(connection, gone, None)
    return gone


async def move_begun(connection: AsyncConnection, ended: Collection[CommunityId], into: CommunityId | None) -> None:
    """Let what was begun in communities that end belong to another one, or to none."""
    begun = videos.c.begun_in.in_(ended)
    await connection.execute(sa.update(videos).where(begun).values(begun_in=into))


async def move_community(connection: AsyncConnection, found: Community, external_id: str) -> None:
    """Keep another id of the platform's for a community, whose own id and choices stay."""
    moved = sa.update(communities).where(communities.c.id == found.id).values(external_id=external_id)
    await connection.execute(moved)


async def move_places(connection: AsyncConnection, platform: Platform, old: str, new: str) -> None:
    """Keep another id of a place wherever it is chosen."""
    for spot in Spot:
        chosen = sa.and_(communities.c.platform == platform.value, communities.c[spot.value] == old)
        await connection.execute(sa.update(communities).where(chosen).values({spot.value: new}))


async def keep_choices(
    connection: AsyncConnection, community: CommunityId, choices: Choices, actor: PersonId | None
) -> None:
    """Keep what was chosen, and who chose; a place that is chosen anew is lost no more."""
    budget = choices.customs.budget
    values = {
        "showcase": choices.showcase,
        "review": choices.review,
        "moderators": " ".join(choices.moderators),
        "spoilers": choices.customs.spoilers,
        "pictures": choices.customs.pictures.value,
        "set_up_by": actor,
        **columns_of(choices.customs.rule),
        "budget_micro": budget.amount_micro if budget else None,
        "budget_currency": budget.currency if budget else None,
    }
    await connection.execute(sa.update(communities).where(communities.c.id == community).values(values))


async def keep_losses(connection: AsyncConnection, found: Community, lost: Sequence[tuple[Spot, Loss]]) -> None:
    """Empty chosen places that went away, and note that nobody was told yet."""
    noted = dict(found.lost) | dict(lost)
    values: dict[str, Any] = {spot.value: None for spot, _ in lost}
    values["lost"] = " ".join(f"{spot.value}:{loss.value}" for spot, loss in noted.items())
    await connection.execute(sa.update(communities).where(communities.c.id == found.id).values(values))


async def keep_moderators(connection: AsyncConnection, found: Community, moderators: Sequence[str]) -> None:
    """Keep other moderators, whoever chose."""
    values = {"moderators": " ".join(moderators)}
    await connection.execute(sa.update(communities).where(communities.c.id == found.id).values(values))


async def told_losses(connection: AsyncConnection, community: CommunityId) -> None:
    """Note that an admin was told."""
    await connection.execute(sa.update(communities).where(communities.c.id == community).values(lost=""))


async def identity_of(connection: AsyncConnection, person: PersonId, platform: Platform) -> Identity | None:
    """Give somebody's account on a platform, whichever person it belongs to since it was connected with another one."""
    theirs = sa.or_(identities.c.person == person, identities.c.origin == person)
    query = sa.select(identities.c.external_id).where(theirs, identities.c.platform == platform.value)
    query = query.order_by(sa.desc(identities.c.person == person))
    found = (await connection.execute(query.limit(1))).scalar_one_or_none()
    return None if found is None else Identity(platform, found)


def _community_of(row: Any) -> Community:
    return Community(
        id=CommunityId(row.id),
        platform=Platform(row.platform),
        external_id=row.external_id,
        joined_at_ms=row.joined_at_ms,
        choices=Choices(
            row.showcase,
            row.review,
            tuple(row.moderators.split()),
            Customs(row.spoilers, Pictures(row.pictures), rule_of(row), limit_of(row)),
        ),
        set_up_by=None if row.set_up_by is None else PersonId(row.set_up_by),
        lost=tuple(_loss_of(one) for one in row.lost.split()),
    )


def _loss_of(noted: str) -> tuple[Spot, Loss]:
    spot, _, loss = noted.partition(":")
    return Spot(spot), Loss(loss)
