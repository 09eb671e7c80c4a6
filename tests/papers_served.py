"""A site on this machine, with a certificate of its own: what a paper is fetched from."""

import datetime as dt
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bots.wiring.fetching import Address, Reach, is_public

SITE, INSIDE = "papers.example", "inside.example"
LOOPBACK = "127.0.0.1"

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """Where it is, and every request that came; `hosts` are the addresses that names are looked up as."""

    port: int
    trust: ssl.SSLContext
    asked: list[str] = field(default_factory=list)
    hosts: dict[str, Sequence[str]] = field(default_factory=lambda: {SITE: [LOOPBACK], INSIDE: ["10.1.2.3"]})

    def at(self, path: str, host: str = SITE) -> str:
        """Give an address on it."""
        return f"https://{host}:{self.port}{path}"

    async def look_up(self, host: str, port: int) -> Sequence[str]:
        """Look a host up; an address is itself."""
        del port
        return self.hosts.get(host) or [str(ip_address(host))]

    def reach(self, allows: Callable[[Address], bool] | None = None) -> Reach:
        """Reach the public internet, and this machine alone beside it."""
        return Reach(self.look_up, allows or _public_or_here, self.trust)


def _public_or_here(address: Address) -> bool:
    return is_public(address) or address == ip_address(LOOPBACK)


@asynccontextmanager
async def site(folder: Path, pages: Mapping[str, Answering]) -> AsyncIterator[Site]:
    """Serve `pages` over HTTPS while the block runs."""
    serving, trust = _certified(folder)
    app = web.Application(middlewares=[_noting])
    asked: list[str] = []
    app[_ASKED] = asked
    app.add_routes([web.get(path, answering) for path, answering in pages.items()])
    server = TestServer(app, scheme="https", host=LOOPBACK)
    await server.start_server(ssl=serving)
    try:
        yield Site(server.port or 0, trust, asked)
    finally:
        await server.close()


_ASKED = web.AppKey("asked", list[str])


@web.middleware
async def _noting(request: web.Request, handler: Answering) -> web.StreamResponse:
    request.app[_ASKED].append(request.path)
    return await handler(request)


def _certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Make a certificate for the site's names; give what serves with it, and what believes it alone."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SITE)])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(SITE), x509.DNSName(INSIDE)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    shown = certificate.public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    pair = folder / "site.pem"
    pair.write_bytes(secret + shown)
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(pair)
    return serving, ssl.create_default_context(cadata=shown.decode())
