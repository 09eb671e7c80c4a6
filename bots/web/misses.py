"""How often somebody asked for what isn't there: whoever only guesses is turned away before the database is asked."""

from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address

from aiohttp import web

from core.ports import Clock

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
