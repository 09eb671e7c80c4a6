"""The real time and real names."""

import secrets
import time
from uuid import UUID

import uuid_utils.compat

TOKEN_BYTES = 16


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        """Give UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000


class SystemIds:
    """Names out of the system's randomness."""

    def new(self) -> UUID:
        """Make a UUIDv7 (RFC 9562): sorted by time, for tables."""
        return uuid_utils.compat.uuid7()

    def token(self) -> str:
        """Make 128 random bits, URL-safe."""
        return secrets.token_urlsafe(TOKEN_BYTES)
