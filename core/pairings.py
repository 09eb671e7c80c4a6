"""Two accounts of one human: a code given on one side, typed on the other, confirmed on the first; and apart again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NewType, Protocol
from uuid import UUID

from core.people import PersonId, Platform, PlatformAccount, Viewer

PairingId = NewType("PairingId", UUID)

NAME_LONGEST = 80
"""Characters of an account's name that are shown to the other side."""

NOTICE = "notice:"
"""How the kinds of outbox rows begin that are told to one person: what is told, and of which other platform."""

PARTED = "parted"
"""The kind of an outbox row about a card that shows a video of the other side after the two went apart."""


class Told(Enum):
    """What one side is told while the other one does something."""

    ASKED = "asked"
    JOINED = "joined"
    REFUSED = "refused"
    STOPPED = "stopped"
    UNANSWERED = "unanswered"
    THIRD = "third"
    TAKEN = "taken"
    OVER = "over"
    PARTED = "parted"


def kind_of(told: Told, other: Platform) -> str:
    """Give the kind of the outbox row that tells one side of the other, which is on the platform `other`."""
    return f"{NOTICE}{told.value}:{other.value}"


def told_by(kind: str) -> tuple[Told, Platform] | None:
    """Read what `kind_of` wrote; None for rows about anything else."""
    if not kind.startswith(NOTICE):
        return None
    told, _, other = kind.removeprefix(NOTICE).partition(":")
    return Told(told), Platform(other)


class PairingState(Enum):
    """How far a code has come. Only the first side's confirmation leads from ASKED to JOINED."""

    OPEN = "open"
    ASKED = "asked"
    JOINED = "joined"
    OVER = "over"


@dataclass(frozen=True)
class Side:
    """One account of a pairing. `name` is what its platform told with the event, "" once the pairing is decided."""

    person: PersonId
    platform: Platform
    name: str = ""


@dataclass(frozen=True)
class Pairing:
    """A code and what became of it. Times are UTC milliseconds; `until_ms` is the end of the step that it waits for."""

    id: PairingId
    state: PairingState
    first: Side
    made_at_ms: int
    until_ms: int
    second: Side | None = None

    def waits(self, now_ms: int) -> bool:
        """Say whether somebody can still type the code, or confirm."""
        return self.state in (PairingState.OPEN, PairingState.ASKED) and now_ms < self.until_ms


class ReadsPairings(Protocol):
    """What the reading door gives of somebody's own accounts and pairings."""

    async def accounts(self, viewer: Viewer) -> Sequence[PlatformAccount]:
        """Give the viewer's own accounts."""

    async def pairing(self, viewer: Viewer) -> Pairing | None:
        """Give the pairing that waits in which the viewer is a side; None where none does."""


class WritesPairings(ReadsPairings, Protocol):
    """What the writing door keeps of pairings."""

    async def add_pairing(self, pairing: Pairing, code: str) -> None:
        """Keep a code as a digest. Whatever the first side had open before is over."""

    async def pairing_by_code(self, code: str) -> Pairing | None:
        """Give what a code belongs to, whoever typed it; None for a code that isn't known, or not any more."""

    async def pairing_asked(self, viewer: Viewer, pairing: PairingId) -> Pairing | None:
        """Give a typed code that nobody decided yet, in time or not, to each of its sides; None otherwise."""

    async def ask_pairing(self, pairing: Pairing, second: Side, until_ms: int) -> None:
        """Keep who typed the code, until the first side decides; names are sealed."""

    async def close_pairing(self, pairing: Pairing, state: PairingState) -> None:
        """Keep that it is decided: no name of it stays."""

    async def drop_pairing(self, pairing: PairingId) -> None:
        """Forget it."""

    async def pairings_unanswered(self) -> Sequence[Pairing]:
        """Give those whose time to confirm is over."""

    async def drop_old_pairings(self, before_ms: int) -> None:
        """Forget codes that were given before a time, and old counts of wrong ones."""

    async def wrong_codes(self, viewer: Viewer, since_ms: int) -> int:
        """Count the wrong codes that the viewer typed since a time."""

    async def count_wrong_code(self, viewer: Viewer) -> None:
        """Note that the viewer typed a wrong code now."""

    async def tell_side(self, side: Side, kind: str, subject: UUID) -> None:
        """Write an outbox row for one side."""

    async def join(self, first: Side, second: Side) -> None:
        """Make both sides one person, the first; each thing keeps where it came from.

        Raises LostRace("pairing_over") when a side is another person by now, or both have an account on one platform.
        """

    async def part(self, viewer: Viewer) -> Sequence[Side]:
        """Give each of two accounts its own things back. Gives both sides. Raises NotFound("not_connected")."""
