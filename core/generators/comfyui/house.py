"""Whether an address is in the house: this machine, or one of the operator's own network."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from core.errors import BadSetting

_NAMES = frozenset({"localhost", "ip6-localhost"})


def check_in_the_house(url: str, setting: str) -> None:
    """Raise BadSetting("comfyui_not_in_the_house") for a public address, or for what is no address.

    A name can't be judged without asking for it, so only names without a dot or under .local, .lan, .internal and
    .home.arpa (RFC 8375) pass: those that no public zone has.
    """
    host = _host(url)
    if not host or not (_is_own_address(host) or _is_own_name(host)):
        raise BadSetting("comfyui_not_in_the_house", setting=setting, address=url)


def is_loopback(url: str) -> bool:
    """Say whether it is this machine."""
    host = _host(url)
    try:
        return host in _NAMES or ip_address(host).is_loopback
    except ValueError:
        return False


def other_machine(url: str) -> str:
    """Name the machine of the operator's that an address leads to; "" for this one."""
    return "" if is_loopback(url) else _host(url)


def _host(url: str) -> str:
    parts = urlsplit(url)
    return (parts.hostname or "") if parts.scheme in {"http", "https"} and not parts.username else ""


def _is_own_address(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_private and not address.is_unspecified


def _is_own_name(host: str) -> bool:
    if host.replace(".", "").isdigit() or ":" in host:
        return False
    return "." not in host or host.endswith((".local", ".lan", ".internal", ".home.arpa"))
