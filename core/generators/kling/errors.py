"""What Kling's error codes mean here. The codes are of its API documentation (stored copy of August 2026)."""

from collections.abc import Mapping

from core.errors import Busy, Declined, LostSubmit, RemoteError
from core.generation.declined import (
    ACCESS_REFUSED,
    ACCOUNT_UNPAID,
    CONTENT_DECLINED,
    GENERATOR_FAILED,
    INPUT_DECLINED,
    MODEL_MISSING,
    REQUEST_DECLINED,
    RULES_DECLINED,
)

NOT_YET_VALID, EXPIRED = 1003, 1004
"""Of a token: clocks differ, or it was too old. Another one is tried once."""

UNKNOWN_THERE = 1203
"""What was asked for doesn't exist: a model, or a task."""

DECLINES: Mapping[int, str] = {
    **dict.fromkeys((1000, 1001, 1002, NOT_YET_VALID, EXPIRED), ACCESS_REFUSED),
    **dict.fromkeys((1100, 1101, 1102), ACCOUNT_UNPAID),
    1103: ACCESS_REFUSED,
    1200: REQUEST_DECLINED,
    1201: REQUEST_DECLINED,
    1202: MODEL_MISSING,
    UNKNOWN_THERE: MODEL_MISSING,
    1300: RULES_DECLINED,
    1301: CONTENT_DECLINED,
    1304: ACCESS_REFUSED,
}
"""1000-1004 authorisation; 1100-1102 the account, its debts, its resource packs; 1103 no permission for a resource;
1200, 1201 parameters; 1202, 1203 no such method or resource; 1300 platform's rules; 1301 content; 1304 list of IPs."""

WAITS_S: Mapping[int, float] = {1302: 1.0, 1303: 5.0}
"""Requests a second, and tasks at a time: it is not our turn. 1 s at least, as the documentation asks."""

BREAKDOWNS = frozenset({5000, 5001, 5002})
"""Internal error, maintenance, time-out inside. Nobody says that nothing was begun."""

_TOO_MANY, _SERVER_ERRORS, _REQUEST_TIMEOUT = 429, 500, 408
_STATUSES = {400: REQUEST_DECLINED, 401: ACCESS_REFUSED, 403: ACCESS_REFUSED, 404: MODEL_MISSING, 413: INPUT_DECLINED}
_USUAL_WAIT_S = 5.0
_BROKEN_WAIT_S = 15.0


def refusal(status: int, code: int, *, submitting: bool) -> RemoteError:
    """Turn what Kling answered, HTTP status and its own code (0 where none), into what it means.

    A breakdown on a submit may hide a task that was begun, and is LostSubmit; on a question it is Busy.
    """
    data = {"status": status, "their_code": code}
    if code in DECLINES:
        return Declined(DECLINES[code], **data)
    if code in WAITS_S or (status == _TOO_MANY and code not in BREAKDOWNS):
        return Busy(WAITS_S.get(code, _USUAL_WAIT_S), **data)
    if code in BREAKDOWNS or status >= _SERVER_ERRORS or status == _REQUEST_TIMEOUT or status < min(_STATUSES):
        return LostSubmit(**data) if submitting else Busy(_BROKEN_WAIT_S, **data)
    return Declined(_STATUSES.get(status, REQUEST_DECLINED), **data)


_OF_FAILURES = (("risk control", CONTENT_DECLINED), ("sensitive", CONTENT_DECLINED), ("image", INPUT_DECLINED))


def failure(message: str) -> str:
    """Say why a task failed, by what its `task_status_msg` names; those words themselves are kept nowhere."""
    told = message.lower()
    return next((code for mark, code in _OF_FAILURES if mark in told), GENERATOR_FAILED)
