"""Codes that connect two accounts, as rows: a code is a keyed digest, names are sealed until it is decided."""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.pairings import Pairing, PairingId, PairingState, Side
from core.people import Identity, PersonId, Platform, PlatformAccount, Viewer
from core.ports import Clock
from core.storage.joining import accounts_of, join, part
from core.storage.tables import pairings, wrong_codes
from core.storage.telling import SURFACES, Telling
from core.storage.words import Wraps

_WAITING = (PairingState.OPEN.value, PairingState.ASKED.value)
_NAMELESS: dict[str, Any] = {"first_name": None, "second_name": None}


class PairingReads:
    """The reading door's part that is about somebody's own accounts."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def accounts(self, viewer: Viewer) -> Sequence[PlatformAccount]:
        """Give the viewer's own accounts."""
        rows = await accounts_of(self._connection, viewer.person) if viewer.person else ()
        return [PlatformAccount(Identity(Platform(row.platform), row.external_id), row.joined_at_ms) for row in rows]

    async def pairing(self, viewer: Viewer) -> Pairing | None:
        """Give the pairing that waits in which the viewer is a side: one to be decided before one that is open."""
        waiting = (pairings.c.state.in_(_WAITING), pairings.c.until_ms > self._clock.now_ms())
        return next(iter(await self._pairings(_of(viewer), *waiting)), None)

    async def _pairings(self, *named: sa.ColumnElement[bool]) -> list[Pairing]:
        query = sa.select(pairings).where(*named).order_by(pairings.c.state, pairings.c.made_at_ms.desc())
        return [_pairing_of(row, self._master_key) for row in await self._connection.execute(query)]


class PairingWrites(PairingReads):
    """The writing door's part that is about codes, and about two accounts that become one person or two again."""

    _telling: Telling

    async def add_pairing(self, pairing: Pairing, code: str) -> None:
        """Keep a code as a digest. Whatever the first side had open before is over."""
        before = sa.and_(pairings.c.first == pairing.first.person, pairings.c.state.in_(_WAITING))
        over = _NAMELESS | {"state": PairingState.OVER.value}
        await self._connection.execute(sa.update(pairings).where(before).values(over))
        values = {
            "id": pairing.id,
            "digest": self._digest(code),
            "state": pairing.state.value,
            "first": pairing.first.person,
            "first_platform": pairing.first.platform.value,
            "first_name": _sealed(pairing.id, pairing.first, self._master_key),
            "made_at_ms": pairing.made_at_ms,
            "until_ms": pairing.until_ms,
        }
        await self._connection.execute(sa.insert(pairings).values(values))

    async def pairing_by_code(self, code: str) -> Pairing | None:
        """Give what a code belongs to, whoever typed it; None for a code that isn't known, or not any more."""
        return next(iter(await self._pairings(pairings.c.digest == self._digest(code))), None)

    async def pairing_asked(self, viewer: Viewer, pairing: PairingId) -> Pairing | None:
        """Give a typed code that nobody decided yet, in time or not, to each of its sides; None otherwise."""
        asked = pairings.c.state == PairingState.ASKED.value
        return next(iter(await self._pairings(pairings.c.id == pairing, asked, _of(viewer))), None)

    async def ask_pairing(self, pairing: Pairing, second: Side, until_ms: int) -> None:
        """Keep who typed the code, until the first side decides; names are sealed."""
        await self._change(
            pairing.id,
            {
                "state": PairingState.ASKED.value,
                "second": second.person,
                "second_platform": second.platform.value,
                "second_name": _sealed(pairing.id, second, self._master_key),
                "until_ms": until_ms,
            },
        )

    async def close_pairing(self, pairing: Pairing, state: PairingState) -> None:
        """Keep that it is decided: no name of it stays."""
        await self._change(pairing.id, _NAMELESS | {"state": state.value})

    async def _change(self, pairing: PairingId, values: dict[str, Any]) -> None:
        await self._connection.execute(sa.update(pairings).where(pairings.c.id == pairing).values(values))

    async def drop_pairing(self, pairing: PairingId) -> None:
        """Forget it."""
        await self._connection.execute(sa.delete(pairings).where(pairings.c.id == pairing))

    async def pairings_unanswered(self) -> Sequence[Pairing]:
        """Give those whose time to confirm is over."""
        asked = pairings.c.state == PairingState.ASKED.value
        return await self._pairings(asked, pairings.c.until_ms <= self._clock.now_ms())

    async def drop_old_pairings(self, before_ms: int) -> None:
        """Forget codes that were given before a time, and old counts of wrong ones."""
        await self._connection.execute(sa.delete(pairings).where(pairings.c.made_at_ms < before_ms))
        await self._connection.execute(sa.delete(wrong_codes).where(wrong_codes.c.at_ms < before_ms))

    async def wrong_codes(self, viewer: Viewer, since_ms: int) -> int:
        """Count the wrong codes that the viewer typed since a time."""
        query = sa.select(sa.func.count()).select_from(wrong_codes)
        query = query.where(wrong_codes.c.person == viewer.person, wrong_codes.c.at_ms > since_ms)
        return int((await self._connection.execute(query)).scalar_one())

    async def count_wrong_code(self, viewer: Viewer) -> None:
        """Note that the viewer typed a wrong code now."""
        values = {"person": viewer.person, "at_ms": self._clock.now_ms()}
        await self._connection.execute(sa.insert(wrong_codes).values(values))

    async def tell_side(self, side: Side, kind: str, subject: UUID) -> None:
        """Write an outbox row for one side."""
        await self._telling.tell(SURFACES[side.platform.value], kind, subject, side.person)

    async def join(self, first: Side, second: Side) -> None:
        """Make both sides one person, the first; each thing keeps where it came from. Raises LostRace."""
        await join(self._connection, self._telling, first, second, self._clock.now_ms())

    async def part(self, viewer: Viewer) -> Sequence[Side]:
        """Give each of two accounts its own things back. Gives both sides. Raises NotFound("not_connected")."""
        return await part(self._connection, self._telling, viewer)

    def _digest(self, code: str) -> bytes:
        return hmac.digest(self._master_key.derive(b"codes"), code.encode(), sha256)


def _of(viewer: Viewer) -> sa.ColumnElement[bool]:
    return sa.or_(pairings.c.first == viewer.person, pairings.c.second == viewer.person)


def _pairing_of(row: Any, master_key: Wraps) -> Pairing:
    first = Side(PersonId(row.first), Platform(row.first_platform))
    second = None if row.second is None else Side(PersonId(row.second), Platform(row.second_platform))
    return Pairing(
        id=PairingId(row.id),
        state=PairingState(row.state),
        first=_named(row.id, first, row.first_name, master_key),
        made_at_ms=row.made_at_ms,
        until_ms=row.until_ms,
        second=None if second is None else _named(row.id, second, row.second_name, master_key),
    )


def _named(pairing: UUID, side: Side, sealed: bytes | None, master_key: Wraps) -> Side:
    if sealed is None:
        return side
    return Side(side.person, side.platform, master_key.unwrap(sealed, _context(pairing, side)).decode())


def _sealed(pairing: UUID, side: Side, master_key: Wraps) -> bytes:
    return master_key.wrap(side.name.encode(), _context(pairing, side))


def _context(pairing: UUID, side: Side) -> bytes:
    return b"name:" + pairing.bytes + side.platform.value.encode()
