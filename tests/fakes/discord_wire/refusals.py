"""What Discord answers when it refuses: a status, its own code, and a message."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass
class Refused(Exception):
    """One refusal; `why` is told to the bot as the message."""

    status: int
    code: int
    why: str

    @property
    def body(self) -> Json:
        """The answer's JSON."""
        return {"message": self.why, "code": self.code}


def malformed(why: str) -> Refused:
    """Refuse a body that breaks a limit or the specification."""
    return Refused(400, 50035, f"Invalid Form Body: {why}")


UNKNOWN_CHANNEL = Refused(404, 10003, "Unknown Channel")
UNKNOWN_MESSAGE = Refused(404, 10008, "Unknown Message")
UNKNOWN_USER = Refused(404, 10013, "Unknown User")
UNKNOWN_WEBHOOK = Refused(404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = Refused(404, 10062, "Unknown interaction")
TOO_MANY_CREATES = Refused(400, 30034, "Maximum number of application command creates per day reached (200)")
UNAUTHORIZED = Refused(401, 0, "401: Unauthorized")
TOO_LARGE = Refused(413, 40005, "Request entity too large")
ACKNOWLEDGED = Refused(400, 40060, "Interaction has already been acknowledged.")
TOO_MANY_FOLLOWUPS = Refused(400, 40094, "This interaction has reached the maximum number of follow-up messages")
MISSING_ACCESS = Refused(403, 50001, "Missing Access")
NOT_AUTHOR = Refused(403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = Refused(400, 50006, "Cannot send an empty message")
CANNOT_WRITE_TO = Refused(403, 50007, "Cannot send messages to this user")
MISSING_PERMISSIONS = Refused(403, 50013, "Missing Permissions")
TOKEN_EXPIRED = Refused(401, 50027, "Invalid Webhook Token")
