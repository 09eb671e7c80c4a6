"""Who gets into /demo: only a browser on this machine, by the address that `hushreel run` printed.

Every request is checked for Host, Origin and traces of a proxy. The secret of the address is exchanged for one cookie
a person, each scoped to that person's path: one person's cookie opens nothing of another's.
"""

import hashlib
import hmac
from dataclasses import dataclass
from enum import Enum

from aiohttp import web

from bots.texts.say import Say

_FORWARDING = frozenset(
    [
        "forwarded",
        "via",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-proto",
        "x-forwarded-port",
        "x-forwarded-server",
        "x-forwarded-prefix",
        "x-real-ip",
        "x-client-ip",
        "x-cluster-client-ip",
        "true-client-ip",
        "cf-connecting-ip",
        "cf-ray",
        "cf-visitor",
        "fastly-client-ip",
        "x-original-host",
        "x-original-url",
        "x-rewrite-url",
        "x-envoy-external-address",
        "x-amzn-trace-id",
        "x-cloud-trace-context",
        "x-appengine-user-ip",
        "fly-client-ip",
        "ngrok-trace-id",
        "x-vercel-forwarded-for",
    ]
)
_READING = frozenset({"GET", "HEAD"})
_OWN_SITES = frozenset({"same-origin", "none"})


class Who(Enum):
    """The three people to be."""

    OWNER = "owner"
    MEMBER = "member"
    MODERATOR = "moderator"


@dataclass(frozen=True)
class DemoGuard:
    """Checks requests to /demo. `secret` is made anew at each start, `port` is the one really bound."""

    secret: str
    port: int

    @property
    def hosts(self) -> frozenset[str]:
        """Names under which this machine's own browser, or an ssh tunnel to it, reaches us."""
        return _hosts(self.port)

    def check(self, request: web.Request) -> None:
        """Let a local browser through. Raises HTTPForbidden for any other Host, Origin, or a proxy's traces."""
        check_here(request, self.port, "The demo")

    def admit(self, request: web.Request) -> None:
        """Let in whoever has the secret. Raises HTTPForbidden without it."""
        if not hmac.compare_digest(request.query.get("t", "").encode(), self.secret.encode()):
            raise web.HTTPForbidden(text="This address lacks its secret: open the whole line that was printed.")

    def cookie(self, who: Who) -> str:
        """Make the cookie of one person; it can't be turned into another's."""
        return hmac.new(self.secret.encode(), who.value.encode(), hashlib.sha256).hexdigest()

    def seat(self, response: web.StreamResponse) -> None:
        """Set each person's cookie on that person's own path."""
        for who in Who:
            response.set_cookie(
                cookie_name(who), self.cookie(who), path=f"/demo/{who.value}", httponly=True, samesite="Strict"
            )

    def person(self, request: web.Request) -> Who:
        """Say whose path this is, and check that person's own cookie. Raises HTTPForbidden or HTTPNotFound."""
        who = named(request)
        given = request.cookies.get(cookie_name(who), "")
        if not hmac.compare_digest(given.encode(), self.cookie(who).encode()):
            raise web.HTTPForbidden(text="Open the demo by the address that was printed.")
        return who


def check_here(request: web.Request, port: int, what: str) -> None:
    """Let a browser of this machine's through, by the port really bound; `what` names in an answer what stays closed.

    Raises HTTPForbidden for any other Host, Origin, or a proxy's traces.
    """
    hosts, origin = _hosts(port), request.headers.get("Origin")
    if request.headers.get("Host", "").lower() not in hosts:
        raise web.HTTPForbidden(text=f"{what} answers on this machine only: open the address that was printed.")
    if any(name.lower() in _FORWARDING for name in request.headers):
        raise web.HTTPForbidden(text=f"{what} can't be reached through a proxy. Use an ssh tunnel instead.")
    is_ours = origin is None or origin.lower() in {f"http://{host}" for host in hosts}
    if request.method not in _READING:
        is_ours &= origin is not None and request.headers.get("Sec-Fetch-Site", "same-origin") in _OWN_SITES
    if not is_ours:
        raise web.HTTPForbidden(text=f"{what} takes no requests from other sites.")


def _hosts(port: int) -> frozenset[str]:
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def named(request: web.Request) -> Who:
    """Say whose path this is. Raises HTTPNotFound for a path of nobody."""
    try:
        return Who(request.match_info["who"])
    except ValueError:
        raise web.HTTPNotFound from None


def others(own: str) -> list[tuple[Who, Say]]:
    """Give the other people of the demo, with their names."""
    return [(who, Say(f"demo-{who.value}")) for who in Who if who.value != own]


def cookie_name(who: Who) -> str:
    """Name one person's cookie."""
    return f"hushreel_{who.value}"
