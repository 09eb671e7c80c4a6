"""Fetches somebody else's paper from the web: over HTTPS, and from public addresses alone, wherever it leads.

An address can lead to another one, and a name to this machine's own network. So each hop's name is looked up once, the
hop is refused if one of its addresses isn't public, and it is reached at the addresses that were looked at.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from pathlib import PurePosixPath

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bots import VERSION
from knowledge.copies.reading import BYTES_MOST, ENDINGS, FILE_LARGEST_MIB, Paper
from knowledge.copies.refusing import Refused

SECONDS_MOST = 60
REDIRECTS_MOST = 5
_OK = 200
_MOVED = frozenset({301, 302, 303, 307, 308})
_TRANSLATED = IPv6Network("64:ff9b::/96")
_IPV4_MASK = 0xFFFFFFFF
_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/jsonl": "divided",
    "application/x-ndjson": "divided",
}
_VAGUE = {"text/plain": "text", "application/octet-stream": None, "": None}
"""Content types beside which the address's ending counts, and what is read where that says nothing either."""

Address = IPv4Address | IPv6Address


def is_public(address: Address) -> bool:
    """Say whether an address is one of the internet's; one that stands for an IPv4 address is as that one."""
    if isinstance(address, IPv6Address):
        within = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in _TRANSLATED:
            within = IPv4Address(int(address) & _IPV4_MASK)
        if within:
            return is_public(within)
    return address.is_global and not address.is_multicast


async def looked_up(host: str, port: int) -> Sequence[str]:
    """Give the addresses of a host as this machine looks them up. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True)
class Reach:
    """How hosts are looked up, which addresses may be reached, and whose certificates are believed."""

    look_up: Callable[[str, int], Awaitable[Sequence[str]]] = looked_up
    allows: Callable[[Address], bool] = is_public
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)


async def fetch(address: str, reach: Reach) -> Paper:
    """Fetch a paper within a minute.

    Raises Refused, paper_ and: address_malformed, address_insecure, address_private, not_fetched, redirected_too_often,
    kind_unknown, packed, too_large, too_slow.
    """
    try:
        async with asyncio.timeout(SECONDS_MOST):
            return await _follow(_url(address), reach)
    except TimeoutError:
        raise Refused("paper_too_slow", seconds=SECONDS_MOST) from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise Refused("paper_not_fetched", problem=_problem(error)) from None


async def _follow(url: URL, reach: Reach) -> Paper:
    for _ in range(REDIRECTS_MOST + 1):
        known = await _checked(url, reach)
        async with _session(known, reach.trust) as session, session.get(url, allow_redirects=False) as response:
            if response.status not in _MOVED:
                return await _taken(response, url)
            url = _url(response.headers.get("Location", ""), url)
    raise Refused("paper_redirected_too_often", most=REDIRECTS_MOST)


def _url(given: str, base: URL | None = None) -> URL:
    """Read an address, or where a redirect leads. Raises Refused."""
    try:
        url = URL(given) if base is None else base.join(URL(given))
        has_port = bool(url.port)
    except ValueError:
        raise Refused("paper_address_malformed") from None
    if url.scheme != "https":
        raise Refused("paper_address_insecure")
    if not url.raw_host or not has_port or url.user is not None or url.password is not None:
        raise Refused("paper_address_malformed")
    return url.with_fragment(None)


async def _checked(url: URL, reach: Reach) -> Mapping[str, Sequence[str]]:
    """Look a hop's host up. Raises Refused where one of its addresses may not be reached."""
    host = url.raw_host or ""
    found = await reach.look_up(host, url.port or 0)
    if not found or not all(reach.allows(ip_address(one)) for one in found):
        raise Refused("paper_address_private", host=host)
    return {host: found}


@dataclass
class _Pinned(AbstractResolver):
    """Knows the addresses that were looked at, and no others."""

    known: Mapping[str, Sequence[str]]

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Give what was looked at. Raises OSError for another host."""
        del family
        if host not in self.known:
            raise OSError(host)
        return [
            ResolveResult(
                hostname=host,
                host=one,
                port=port,
                family=socket.AF_INET6 if isinstance(ip_address(one), IPv6Address) else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for one in self.known[host]
        ]

    async def close(self) -> None:
        """Hold nothing."""


def _session(known: Mapping[str, Sequence[str]], trust: ssl.SSLContext) -> aiohttp.ClientSession:
    """Open connections to the checked addresses alone: no proxy, no cookies, nothing unpacked."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(resolver=_Pinned(known), ssl=trust, use_dns_cache=False),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": f"Hushreel/{VERSION}", "Accept-Encoding": "identity"},
        timeout=aiohttp.ClientTimeout(total=SECONDS_MOST),
        auto_decompress=False,
    )


async def _taken(response: aiohttp.ClientResponse, url: URL) -> Paper:
    if response.status != _OK:
        raise Refused("paper_not_fetched", problem=f"HTTP {response.status}")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise Refused("paper_packed")
    kind = _kind(response, url)
    content = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        content += chunk
        if len(content) > BYTES_MOST:
            raise Refused("paper_too_large", most_mib=FILE_LARGEST_MIB)
    return Paper(kind, bytes(content), response.charset or "")


def _kind(response: aiohttp.ClientResponse, url: URL) -> str:
    said = response.content_type if "Content-Type" in response.headers else ""
    ending = ENDINGS.get(PurePosixPath(url.path).suffix.lower())
    kind = _KINDS.get(said) or ((ending or _VAGUE[said]) if said in _VAGUE else None)
    if kind is None:
        raise Refused("paper_kind_unknown", endings=" ".join(ENDINGS))
    return kind


def _problem(error: Exception) -> str:
    """Say in one line what went wrong, in words of the library's or the system's, and none of the server's."""
    match error:
        case aiohttp.ClientConnectorCertificateError() | ssl.SSLError():
            return "its certificate can't be trusted"
        case OSError(strerror=str() as words):
            return words
    return type(error).__name__
