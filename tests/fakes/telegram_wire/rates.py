"""Telegram's rates: about 30 messages a second over all, one a second to a person, 20 a minute to a group.

Telegram states them as averages and allows short bursts: each is a bucket that fills again at its rate.
"""

import math
from dataclasses import dataclass, field

from tests.fakes.telegram_wire.clock import Clock
from tests.fakes.telegram_wire.refusals import too_many


@dataclass
class _Bucket:
    room: float
    rate_s: float
    left: float
    at_s: float

    def take(self, now_s: float) -> float:
        """Take one; gives 0, or for how long it isn't there, in seconds."""
        self.left = min(self.room, self.left + max(0.0, now_s - self.at_s) * self.rate_s)
        self.at_s = now_s
        if self.left >= 1:
            self.left -= 1
            return 0.0
        return (1 - self.left) / self.rate_s


@dataclass
class Rates:
    """Counts what is sent and edited. `on` set to False lets everything through; `over` counts refusals."""

    clock: Clock
    on: bool = True
    over: int = 0
    overall_burst: int = 45
    chat_burst: int = 8
    group_burst: int = 22
    _buckets: dict[int, _Bucket] = field(default_factory=dict)

    def check(self, method: str, chat_id: object) -> None:
        """Count one request. Raises Refused where it has to wait."""
        counted = method.startswith(("send", "edit", "copy", "forward")) and method != "sendChatAction"
        if not self.on or not counted or not isinstance(chat_id, int):
            return
        room, rate_s = (self.group_burst, 20 / 60) if chat_id < 0 else (self.chat_burst, 1.0)
        waits_s = self._take(chat_id, room, rate_s) or self._take(0, self.overall_burst, 30.0)
        if waits_s:
            self.over += 1
            raise too_many(math.ceil(waits_s))

    def _take(self, key: int, room: int, rate_s: float) -> float:
        now_s = self.clock.now_ms / 1000
        return self._buckets.setdefault(key, _Bucket(room, rate_s, room, now_s)).take(now_s)
