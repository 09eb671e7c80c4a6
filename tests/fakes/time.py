"""A clock that tests move, and names that they foretell."""

import random
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from uuid import UUID

START_MS = 1_795_000_000_000
"""A Wednesday in November 2026."""

_VERSION_AND_VARIANT = (0x7 << 76) | (0b10 << 62)


@dataclass
class FakeClock:
    """A clock that stands still until it is moved."""

    at_ms: int = START_MS

    def now_ms(self) -> int:
        """Give the time that it was set to."""
        return self.at_ms

    def advance(self, by_ms: int) -> None:
        """Let time pass."""
        self.at_ms += by_ms


@dataclass
class SeededIds:
    """UUIDv7s and tokens that are the same in each run, sorted in the order they were made."""

    seed: int = 0
    _made: int = 0
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """Seed the randomness."""
        self._random = random.Random(self.seed)  # noqa: S311 - meant to be foretold

    def new(self) -> UUID:
        """Make the next id (RFC 9562: time, version 7, variant)."""
        self._made += 1
        time_and_count = ((START_MS + self._made) << 80) | _VERSION_AND_VARIANT
        return UUID(int=time_and_count | self._random.getrandbits(62))

    def token(self) -> str:
        """Make the next token."""
        return urlsafe_b64encode(self._random.randbytes(16)).decode().rstrip("=")
