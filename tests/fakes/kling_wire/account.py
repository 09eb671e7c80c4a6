"""Whose requests Kling answers: tokens, credit, and how many tasks at a time."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass

from tests.fakes.kling_wire.refusals import Refused
from tests.fakes.time import FakeClock

ACCESS_KEY, SECRET_KEY, API_KEY = "fake-access-key-3141", "fake-secret-key-of-kling-2718", "fake-api-key-1618"
LONGEST_S = 1800
KEYS = {
    "legacy": {"KLING_ACCESS_KEY": ACCESS_KEY, "KLING_SECRET_KEY": SECRET_KEY},
    "newer": {"KLING_API_KEY": API_KEY},
}
"""The settings of `tests.service.Service` that make it this account's, by the contract that they are for."""


@dataclass
class Account:
    """One customer. `credit` is what is left of its resource pack, in videos; `at_once` how many tasks may run."""

    clock: FakeClock
    credit: int = 1000
    at_once: int = 3
    spent: int = 0
    in_debt: bool = False

    def check_token(self, header: str | None) -> None:
        """Check a token of the older contract. Raises Refused."""
        token = _bearer(header)
        try:
            head, claims, signature = token.split(".")
            expected = hmac.new(SECRET_KEY.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
            known, told = json.loads(_decoded(head)), json.loads(_decoded(claims))
            genuine = hmac.compare_digest(_decoded(signature), expected) and known == {"alg": "HS256", "typ": "JWT"}
        except ValueError:
            raise Refused(1002, "Authorization is invalid") from None
        if not genuine or told["iss"] != ACCESS_KEY or told["exp"] - told["nbf"] > LONGEST_S + 60:
            raise Refused(1000, "signature is invalid")
        now_s = self.clock.now_ms() / 1000
        if told["nbf"] > now_s:
            raise Refused(1003, "token is not yet valid")
        if told["exp"] <= now_s:
            raise Refused(1004, "token is expired")

    def check_key(self, header: str | None) -> None:
        """Check a key of the newer contract. Raises Refused."""
        if not hmac.compare_digest(_bearer(header), API_KEY):
            raise Refused(1002, "api key is invalid")

    def begin(self, running: int) -> None:
        """Let one more task begin. Raises Refused."""
        if self.in_debt:
            raise Refused(1101, "account in arrears")
        if self.credit <= 0:
            raise Refused(1102, "resource pack exhausted")
        if running >= self.at_once:
            raise Refused(1303, "parallel task over resource pack limit")
        self.credit -= 1
        self.spent += 1

    def give_back(self) -> None:
        """Charge nothing for a task that failed."""
        self.credit += 1
        self.spent -= 1


def _bearer(header: str | None) -> str:
    if not header:
        raise Refused(1001, "Authorization is empty")
    kind, _, value = header.partition(" ")
    if kind != "Bearer" or not value:
        raise Refused(1002, "Authorization is invalid")
    return value


def _decoded(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))
