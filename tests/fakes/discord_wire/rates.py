"""Rate limits: fifty requests a second over all, and buckets for routes, told in headers."""

import time
from collections import deque
from dataclasses import dataclass, field

GLOBAL_A_SECOND = 50
_LIMITS = {
    ("POST", "channels/messages"): (5, 5.0),
    ("PATCH", "channels/messages"): (5, 5.0),
    ("DELETE", "channels/messages"): (5, 1.0),
    ("POST", "webhooks"): (5, 2.0),
    ("PATCH", "webhooks"): (5, 2.0),
    ("DELETE", "webhooks"): (5, 2.0),
}
_OTHERS = (30, 5.0)


@dataclass
class _Bucket:
    limit: int
    window_s: float
    left: int
    until: float


@dataclass(frozen=True)
class Verdict:
    """`headers` for the answer, and for a 429 how long to wait."""

    headers: dict[str, str]
    retry_after_s: float | None = None
    over_all: bool = False


@dataclass
class Rates:
    """Counts requests. `on` set to False lets everything through, without headers."""

    on: bool = True
    over: int = 0
    _last: deque[float] = field(default_factory=deque)
    _buckets: dict[str, _Bucket] = field(default_factory=dict)

    def ask(self, method: str, kind: str, major: str) -> Verdict:
        """Count one request; callbacks have no limit, and what goes by a token none over all."""
        if not self.on or kind == "interactions":
            return Verdict({})
        now = time.monotonic()
        if kind != "webhooks":
            while self._last and self._last[0] <= now - 1:
                self._last.popleft()
            if len(self._last) >= GLOBAL_A_SECOND:
                self.over += 1
                return Verdict({"X-RateLimit-Global": "true"}, max(0.05, self._last[0] + 1 - now), over_all=True)
            self._last.append(now)
        limit, window_s = _LIMITS.get((method, kind), _OTHERS)
        bucket = self._buckets.setdefault(f"{method} {kind} {major}", _Bucket(limit, window_s, limit, now + window_s))
        if now >= bucket.until:
            bucket.left, bucket.until = bucket.limit, now + bucket.window_s
        after = bucket.until - now
        if bucket.left == 0:
            self.over += 1
            return Verdict(_headers(bucket, f"{method}-{kind}", after), after)
        bucket.left -= 1
        return Verdict(_headers(bucket, f"{method}-{kind}", after))


def _headers(bucket: _Bucket, name: str, after_s: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(bucket.limit),
        "X-RateLimit-Remaining": str(bucket.left),
        "X-RateLimit-Reset": f"{time.time() + after_s:.3f}",
        "X-RateLimit-Reset-After": f"{after_s:.3f}",
        "X-RateLimit-Bucket": name.replace("/", "-"),
    }
