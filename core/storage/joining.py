"""Two people become one, and two again: every row that names a person, in the transaction of the one who decided.

An account's `origin` is the person that it was before it met another one. Videos and receipts keep the origin of the
account that they came from, so that going apart needs no memory of how it was: everything goes back to its origin.
What others granted stays granted to an origin, and is read as granted to whoever that is now.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chats import NO_VIDEO, CopyKind
from core.errors import LostRace, NotFound
from core.pairings import PARTED, Side
from core.people import PersonId, Platform, Viewer
from core.storage.agreeing import join_agreements, part_agreements
from core.storage.ruling import join_rules, part_rules
from core.storage.tables import (
    exports,
    identities,
    interviews,
    jobs,
    outbox,
    people,
    posted,
    publications,
    receipts,
    reports,
    spending,
    tokens,
    videos,
)
from core.storage.telling import SURFACES, Telling

_NAMED_BY = (
    identities.c.person,
    jobs.c.person,
    posted.c.person,
    receipts.c.person,
    tokens.c.person,
    outbox.c.person,
    spending.c.person,
)
"""Where a person is named, beside videos, which get new numbers as well."""

_OURS_ALONE = (CopyKind.DIRECT.value, CopyKind.EPHEMERAL.value)


async def accounts_of(connection: AsyncConnection, person: PersonId) -> Sequence[Any]:
    """Give the rows of somebody's accounts, in the order of their platforms' names."""
    query = sa.select(identities).where(identities.c.person == person).order_by(identities.c.platform)
    return (await connection.execute(query)).all()


async def origin_of(connection: AsyncConnection, owner: PersonId, asked_on: Platform) -> tuple[PersonId, UUID]:
    """Give the person that an account belongs to now, and its origin.

    `owner` is who it was when somebody spoke by it: they may have been joined with another one since. Raises
    LostRace("account_moved") where they parted since; in the demo, and where nobody said a platform, nobody parts.
    """
    theirs = sa.or_(identities.c.person == owner, identities.c.origin == owner)
    query = sa.select(identities.c.person, identities.c.origin)
    rows = (await connection.execute(query.where(identities.c.platform == asked_on.value, theirs))).all()
    row = next((one for one in rows if one.person == owner), rows[0] if rows else None)
    if row is None and asked_on is Platform.DEMO:
        return owner, owner
    if row is None:
        raise LostRace("account_moved")
    return PersonId(row.person), row.origin


async def join(connection: AsyncConnection, telling: Telling, first: Side, second: Side, now_ms: int) -> None:
    """Make the second side's person the first. Raises LostRace("pairing_over") where that can't be any more."""
    await _check_apart(connection, first, second)
    cards = await _cards(connection, second.person)
    await _close_exports(connection, first.person, second.person)
    await _renumber(connection, first.person, second.person)
    await _end_interviews(connection, second.person)
    await join_agreements(connection, first.person, second.person, now_ms)
    await join_rules(connection, first.person, second.person)
    for column in _NAMED_BY:
        await connection.execute(sa.update(column.table).where(column == second.person).values(person=first.person))
    joined = sa.update(identities).where(identities.c.person == first.person).values(joined_at_ms=now_ms)
    await connection.execute(joined)
    for side in (first, second):
        await telling.note(side.person, "join", first.person)
    for row in cards:
        await telling.tell(SURFACES[row.platform], "video", row.video, first.person)


async def _end_interviews(connection: AsyncConnection, person: PersonId) -> None:
    """End what somebody is being asked: it is sealed for that person, and may be about what is another's by now."""
    await connection.execute(sa.delete(interviews).where(interviews.c.person == person))


async def _close_exports(connection: AsyncConnection, *whose: PersonId) -> None:
    """Close archives of all that somebody has here: they would be somebody else's by half, or half of somebody's."""
    named = sa.update(exports).where(exports.c.person.in_(whose))
    await connection.execute(named.values(person=None, wrapped_key=None, nonce_prefix=None))


async def _check_apart(connection: AsyncConnection, first: Side, second: Side) -> None:
    ours = await _platforms_of(connection, first.person)
    theirs = await _platforms_of(connection, second.person)
    if first.platform not in ours or second.platform not in theirs or ours & theirs:
        raise LostRace("pairing_over")


async def _platforms_of(connection: AsyncConnection, person: PersonId) -> set[Platform]:
    return {Platform(row.platform) for row in await accounts_of(connection, person)}


async def _renumber(connection: AsyncConnection, first: PersonId, second: PersonId) -> None:
    """Hand videos over, numbered after the new owner's own, in their order."""
    counted = sa.select(people.c.last_number).where(people.c.id == first)
    last = (await connection.execute(counted)).scalar_one()
    query = sa.select(videos.c.id).where(videos.c.owner == second).order_by(videos.c.number)
    moved = [
        {"moved": video, "numbered": number}
        for number, video in enumerate((await connection.execute(query)).scalars(), last + 1)
    ]
    if not moved:
        return
    changed = sa.update(videos).where(videos.c.id == sa.bindparam("moved"))
    await connection.execute(changed.values(owner=first, number=sa.bindparam("numbered")), moved)
    last_number = last + len(moved)
    await connection.execute(sa.update(people).where(people.c.id == first).values(last_number=last_number))


async def part(connection: AsyncConnection, telling: Telling, viewer: Viewer) -> Sequence[Side]:
    """Give each account its own things back. Gives the sides, the one that stays first."""
    accounts = await accounts_of(connection, viewer.person) if viewer.person else ()
    going = [row for row in accounts if row.origin != viewer.person]
    if viewer.person is None or not going:
        raise NotFound("not_connected")
    stay = [Side(viewer.person, Platform(row.platform)) for row in accounts if row not in going]
    gone = [Side(PersonId(row.origin), Platform(row.platform)) for row in going]
    both = (*stay, *gone)
    await _end_interviews(connection, viewer.person)
    await _close_exports(connection, viewer.person)
    for side in gone:
        await _send_home(connection, viewer.person, side)
    alone = sa.update(identities).where(identities.c.person.in_([one.person for one in both]))
    await connection.execute(alone.values(joined_at_ms=None))
    for side in both:
        await telling.note(side.person, "part", viewer.person)
        await _tell_cards(connection, telling, side, both)
    return both


async def _send_home(connection: AsyncConnection, person: PersonId, side: Side) -> None:
    """Give an account back to the person that it was, with all that came from it."""
    home, platform = side.person, side.platform.value
    account = sa.and_(identities.c.person == person, identities.c.platform == platform)
    await connection.execute(sa.update(identities).where(account).values(person=home))
    await part_agreements(connection, person, home)
    await part_rules(connection, person, home)
    for table, owner in ((videos, videos.c.owner), (receipts, receipts.c.person)):
        back = sa.update(table).where(owner == person, table.c.origin == home)
        await connection.execute(back.values({owner: home}))
    owned = sa.select(videos.c.id).where(videos.c.owner == home)
    published = sa.select(publications.c.id).where(publications.c.video.in_(owned))

    reported = sa.select(reports.c.case).where(reports.c.person == home)

    def of_theirs(table: sa.Table) -> sa.ColumnElement[bool]:
        return sa.or_(table.c.subject.in_(owned), table.c.subject.in_(published))

    waiting = sa.and_(posted.c.video == NO_VIDEO, posted.c.platform == platform)
    for statement in (
        sa.update(jobs).where(jobs.c.person == person, jobs.c.video.in_(owned)).values(person=home),
        sa.update(spending).where(spending.c.person == person, spending.c.video.in_(owned)).values(person=home),
        sa.update(posted).where(posted.c.person == person, posted.c.video.in_(owned) | waiting).values(person=home),
        sa.update(outbox).where(outbox.c.person == person, of_theirs(outbox)).values(person=home),
        sa.update(outbox).where(outbox.c.person == person, outbox.c.subject.in_(reported)).values(person=home),
        sa.delete(tokens).where(tokens.c.person == person, of_theirs(tokens)),
    ):
        await connection.execute(statement)
    await _count_on(connection, home)


async def _count_on(connection: AsyncConnection, home: PersonId) -> None:
    """Let the next number come after every one that came back."""
    counted = sa.select(sa.func.max(videos.c.number)).where(videos.c.owner == home)
    highest = (await connection.execute(counted)).scalar_one() or 0
    behind = sa.and_(people.c.id == home, people.c.last_number < highest)
    await connection.execute(sa.update(people).where(behind).values(last_number=highest))


async def _cards(connection: AsyncConnection, person: PersonId) -> Sequence[Any]:
    """Name the platforms and videos of the cards that somebody has in chats."""
    query = sa.select(posted.c.platform, posted.c.video).distinct()
    query = query.where(posted.c.person == person, posted.c.video != NO_VIDEO, posted.c.kind.in_(_OURS_ALONE))
    return (await connection.execute(query.order_by(posted.c.platform, posted.c.video))).all()


async def _tell_cards(connection: AsyncConnection, telling: Telling, side: Side, both: Sequence[Side]) -> None:
    """Have cards of the other side's videos emptied, and drawn anew those of its own: they get buttons of its own."""
    here = sa.and_(posted.c.platform == side.platform.value, posted.c.kind.in_(_OURS_ALONE))
    query = sa.select(posted.c.video, posted.c.person).distinct().where(here, posted.c.video != NO_VIDEO)
    query = query.where(posted.c.person.in_([one.person for one in both])).order_by(posted.c.video)
    for row in (await connection.execute(query)).all():
        kind = "video" if row.person == side.person else PARTED
        await telling.tell(SURFACES[side.platform.value], kind, row.video, side.person)
