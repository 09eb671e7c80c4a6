"""What Kling answers when it refuses: a status and a code of its own table."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

STATUSES = {
    **dict.fromkeys((1000, 1001, 1002, 1003, 1004), 401),
    **dict.fromkeys((1100, 1101, 1102), 429),
    1103: 403,
    **dict.fromkeys((1200, 1201, 1300, 1301), 400),
    **dict.fromkeys((1202, 1203), 404),
    **dict.fromkeys((1302, 1303, 1304), 429),
    5000: 500,
    5001: 503,
    5002: 504,
}


@dataclass
class Refused(Exception):
    """One refusal."""

    code: int
    why: str = "refused"

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return STATUSES[self.code]


def told(code: int, message: str, data: Any, number: int) -> Json:
    """Wrap an answer as both contracts do."""
    return {"code": code, "message": message, "request_id": f"fake-request-{number}", "data": data}
