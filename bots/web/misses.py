"""How often somebody asked for what isn't there: whoever only guesses is turned away before the database is asked."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeVar

from aiohttp import web

from core.errors import NotFound
from core.ports import Clock

Opened = TypeVar("Opened")

MOST = 30
WITHIN_MS = 10 * 60_000
ADDRESSES_MOST = 10_000
_SITE_BITS = 64


@dataclass
class Misses:
    """Counts misses by address, in memory alone; the addresses that were heard of longest ago are forgotten first."""

    clock: Clock
    _counted: OrderedDict[str, tuple[int, int]] = field(default_factory=OrderedDict)

    def too_many(self, address: str) -> bool:
        """Whether this address has missed as often as it may for now."""
        count, since_ms = self._counted.get(address, (0, 0))
        return count >= MOST and self.clock.now_ms() - since_ms < WITHIN_MS

    def miss(self, address: str) -> None:
        """Count one more."""
        now_ms = self.clock.now_ms()
        count, since_ms = self._counted.pop(address, (0, now_ms))
        self._counted[address] = (count + 1, since_ms) if now_ms - since_ms < WITHIN_MS else (1, now_ms)
        while len(self._counted) > ADDRESSES_MOST:
            self._counted.popitem(last=False)

    async def spend(self, request: web.Request, spend: Callable[[str], Awaitable[Opened]]) -> Opened:
        """Give what `spend` gives for the token of a link. Whatever can't be spent is one and the same HTTPNotFound.

        Raises HTTPTooManyRequests for an address that has missed too often, before anything is asked.
        """
        address = address_of(request)
        if self.too_many(address):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(WITHIN_MS // 1000)})
        try:
            return await spend(request.match_info["token"])
        except NotFound:
            self.miss(address)
            raise web.HTTPNotFound from None


def address_of(request: web.Request) -> str:
    """Tell from where a request comes: of a proxy on a private network, the last address that it names itself.

    IPv6 addresses count by their network, of which one household has all.
    """
    peer = _address(request.remote or "")
    if peer is not None and peer.is_private:
        named = [_address(one) for line in request.headers.getall("X-Forwarded-For", []) for one in line.split(",")]
        peer = named[-1] if named and named[-1] is not None else peer
    if isinstance(peer, IPv6Address):
        return str(int(peer) >> (peer.max_prefixlen - _SITE_BITS))
    return str(peer)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
