"""What Telegram answers when it refuses: a status, a description, and parameters where it gives some."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Refused(Exception):
    """One refusal, told to the bot as `why`."""

    status: int
    why: str
    parameters: Json = field(default_factory=dict)

    def __str__(self) -> str:
        """Say why."""
        return self.why

    @property
    def body(self) -> Json:
        """The answer's JSON."""
        told: Json = {"ok": False, "error_code": self.status, "description": self.why}
        return told | ({"parameters": self.parameters} if self.parameters else {})


def bad(why: str, **parameters: int) -> Refused:
    """Refuse what can't be done, or what breaks a limit."""
    return Refused(400, f"Bad Request: {why}", dict(parameters))


def forbidden(why: str) -> Refused:
    """Refuse to reach somebody or some place."""
    return Refused(403, f"Forbidden: {why}")


def conflict(why: str) -> Refused:
    """Refuse a second way of getting updates."""
    return Refused(409, f"Conflict: {why}")


def too_many(retry_after_s: int) -> Refused:
    """Ask to wait."""
    return Refused(429, f"Too Many Requests: retry after {retry_after_s}", {"retry_after": retry_after_s})
