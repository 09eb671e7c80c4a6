"""The bearer of Kling's legacy contract: a JSON Web Token (RFC 7519) that its secret key signs, for half an hour."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping

from core.ports import Clock

LASTS_S = 1800
VALID_SINCE_S = 5
"""A token is dated back by as much, for clocks that differ."""

RENEWED_BEFORE_S = 300
_HEADER = {"alg": "HS256", "typ": "JWT"}


def signed(payload: bytes, secret: bytes, header: bytes) -> str:
    """Sign a payload by HMAC with SHA-256 in the compact form (RFC 7515, 7.1)."""
    covered = b".".join(map(_base64url, (header, payload)))
    return b".".join((covered, _base64url(hmac.digest(secret, covered, hashlib.sha256)))).decode()


class Tokens:
    """Gives the token that holds now; each is made RENEWED_BEFORE_S before the last one ends."""

    def __init__(self, access_key: str, secret_key: str, clock: Clock) -> None:
        """Take both keys; neither is shown by `repr`."""
        self._access_key, self._secret_key, self._clock = access_key, secret_key.encode(), clock
        self._token, self._ends_s = "", 0

    def bearer(self) -> str:
        """Give a token that holds for RENEWED_BEFORE_S at least."""
        now_s = self._clock.now_ms() // 1000
        if now_s >= self._ends_s - RENEWED_BEFORE_S:
            self._ends_s = now_s + LASTS_S
            claims = {"iss": self._access_key, "exp": self._ends_s, "nbf": now_s - VALID_SINCE_S}
            self._token = signed(_json(claims), self._secret_key, _json(_HEADER))
        return self._token

    def renew(self) -> None:
        """Have the next token made anew."""
        self._ends_s = 0


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _base64url(content: bytes) -> bytes:
    return urlsafe_b64encode(content).rstrip(b"=")
