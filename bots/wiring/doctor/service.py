"""What is set up: the settings, the papers over them, secrets' files, the address, and the process that serves."""

import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from bots.setting_files import PREFIX, dotenv
from bots.settings import SECRETS, Settings
from bots.wiring.doctor.finding import Finding, fine, problem, refused, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.papers import PaperRefused
from bots.wiring.promises import check_promises
from core.errors import BadSetting, PromiseBroken

RETENTION_SHORT_MS = 600_000
_LISTENING = "0A"
"""TCP_LISTEN in /proc/net/tcp (the kernel's include/net/tcp_states.h)."""

_WORLD = frozenset({"0.0.0.0", "::", "0"})  # noqa: S104 - looked for, not listened on
_SECRET_FILES = frozenset(f"{name}_file" for name in SECRETS)
_OWN_NAMES = frozenset(Settings.model_fields) | _SECRET_FILES


def settings(patient: Patient) -> Iterator[Finding]:
    """Every setting is known, readable and fits the others."""
    yield from (refused(one) for one in patient.refusals)
    bare = [name for name in _bare_names(patient) if name.lower() in _OWN_NAMES]
    yield from (problem("prefix_missing", name=name, setting=PREFIX + name) for name in bare)
    if not patient.refusals and not bare:
        yield fine("settings_good")


def _bare_names(patient: Patient) -> list[str]:
    try:
        return [name for name in dotenv(patient.folder / ".env") if not name.startswith(PREFIX)]
    except BadSetting:
        return []


def secrets(patient: Patient) -> Iterator[Finding]:
    """Nobody else on the machine can read the files with tokens."""
    given = patient.environ
    named = [given[name] for name in given if _names_secret_file(name)]
    files = [patient.folder / ".env", patient.folder / "hushreel.toml", *(Path(one) for one in named)]
    open_ones = [file for file in files if _open(file) and (str(file) in named or _holds_secret(file))]
    yield from (problem("secret_open", path=file) for file in open_ones)
    if not open_ones:
        yield fine("secrets_good")


def _names_secret_file(setting: str) -> bool:
    return setting.startswith(PREFIX) and setting.removeprefix(PREFIX).lower() in _SECRET_FILES


def _open(file: Path) -> bool:
    try:
        return bool(file.stat().st_mode & 0o007)
    except OSError:
        return False


def _holds_secret(file: Path) -> bool:
    try:
        text = file.read_text("utf-8", "replace").casefold()
    except OSError:
        return False
    return any(name in text for name in SECRETS)


def papers(patient: Patient) -> Iterator[Finding]:
    """Each clause of our policy is true of these settings."""
    try:
        check_promises(patient.settings)
    except (PromiseBroken, PaperRefused) as broken:
        yield refused(broken)
    else:
        yield fine("papers_good")


def retention(patient: Patient) -> Iterator[Finding]:
    """People have the time to see what they made."""
    kept_ms = patient.settings.retention
    yield (
        warning("retention_short", kept_ms=kept_ms)
        if kept_ms < RETENTION_SHORT_MS
        else fine("retention_good", kept_ms=kept_ms)
    )


def address(patient: Patient) -> Iterator[Finding]:
    """It listens where it can, and openly only behind https."""
    host, port = patient.settings.listen
    if not _is_own(host):
        yield problem("address_strange", host=host)
    elif host in _WORLD and patient.settings.public_url is None:
        yield problem("address_open", port=str(port))
    elif host in _WORLD:
        yield warning("address_beside_proxy", port=str(port))
    else:
        yield fine("address_good", address=f"{host}:{port}")


def _is_own(host: str) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((host, 0))
    except OSError:
        return False
    return True


def port(patient: Patient) -> Iterator[Finding]:
    """Nothing else has the port, and this account may take it."""
    host, wanted = patient.settings.listen
    lowest = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text("ascii"))
    if wanted == 0 or patient.serving is not None:
        yield fine("port_good")
    elif _is_own(host) and _taken(host, wanted):
        yield problem("port_taken", port=str(wanted))
    elif wanted < lowest and not _may_bind(patient):
        yield problem("port_low", port=str(wanted), lowest=str(lowest))
    else:
        yield fine("port_good")


def _taken(host: str, wanted: int) -> bool:
    """Look into the kernel's table (proc_pid_net(5)) for a listener at the same port, here or at every address."""
    own = {ip_address(one[4][0]) for one in socket.getaddrinfo(host, wanted, type=socket.SOCK_STREAM)}
    rows = [
        row.split()
        for name in ("tcp", "tcp6")
        if (table := Path("/proc/net", name)).is_file()
        for row in table.read_text("ascii").splitlines()[1:]
    ]
    places = [row[1].split(":") for row in rows if row[3] == _LISTENING]
    listening = {_address(place) for place, number in places if int(number, 16) == wanted}
    return any(one in own or one.is_unspecified for one in listening) or bool(
        listening and any(one.is_unspecified for one in own)
    )


def _address(place: str) -> IPv4Address | IPv6Address:
    """Read an address as the table writes it: words of 32 bits in the machine's own order."""
    words = [int(place[at : at + 8], 16).to_bytes(4, sys.byteorder) for at in range(0, len(place), 8)]
    return ip_address(b"".join(words))


def _may_bind(patient: Patient) -> bool:
    """Ask for CAP_NET_BIND_SERVICE (bit 10; capabilities(7))."""
    rows = [row.split() for row in patient.process_file("status").splitlines() if row.startswith("CapEff:")]
    return bool(rows and int(rows[0][1], 16) >> 10 & 1)


def serving(patient: Patient) -> Iterator[Finding]:
    """Whether a Hushreel serves this data now."""
    if patient.serving is None:
        yield fine("serving_not")
        return
    begun = datetime.fromtimestamp(Path("/proc", str(patient.serving)).stat().st_mtime, UTC)
    yield fine("serving_since", pid=str(patient.serving), since=f"{begun:%Y-%m-%d %H:%M} UTC")
