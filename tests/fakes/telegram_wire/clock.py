"""The fake's own time, which tests move on."""

import time


class Clock:
    """Time that goes on by itself, and that `advance` moves on at once."""

    def __init__(self) -> None:
        """Begin at the machine's own time."""
        self._ahead_ms = 0

    @property
    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return int(time.time() * 1000) + self._ahead_ms

    @property
    def now_s(self) -> int:
        """Seconds since 1970, as Telegram writes dates."""
        return self.now_ms // 1000

    def advance(self, seconds: float) -> None:
        """Let this many seconds pass without waiting."""
        self._ahead_ms += int(seconds * 1000)
