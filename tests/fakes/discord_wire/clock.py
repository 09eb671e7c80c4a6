"""The fake's own time, which tests move on, and ids made from it as Discord makes them."""

import time
from itertools import count

DISCORD_BEGAN_MS = 1_420_070_400_000


class Clock:
    """Time that goes on by itself, and that `advance` moves on at once."""

    def __init__(self) -> None:
        """Begin at the machine's own time."""
        self._ahead_ms = 0
        self._ids = count(1)

    @property
    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return int(time.time() * 1000) + self._ahead_ms

    def advance(self, seconds: float) -> None:
        """Let this many seconds pass without waiting."""
        self._ahead_ms += int(seconds * 1000)

    def snowflake(self) -> int:
        """Make an id that no other has."""
        return (self.now_ms - DISCORD_BEGAN_MS) << 22 | next(self._ids) & 0x3FFFFF

    @property
    def stamp(self) -> str:
        """The time as Discord writes it."""
        seconds, ms = divmod(self.now_ms, 1000)
        return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{ms:03}000+00:00"
