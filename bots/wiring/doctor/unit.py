"""The systemd unit, where one is installed: what it must say so that nothing is lost or leaked."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bots.wiring.doctor.finding import Finding, fine, warning
from bots.wiring.doctor.patient import Patient

NAME = "hushreel.service"
FOLDERS = "/etc/systemd/system:/run/systemd/system:/usr/local/lib/systemd/system:/usr/lib/systemd/system"
"""Where systemd looks, the first first (systemd.unit(5)); SYSTEMD_UNIT_PATH names others."""

NEEDED: Mapping[str, frozenset[str]] = {
    "Restart": frozenset({"on-failure", "always", "on-abnormal"}),
    "LimitCORE": frozenset({"0"}),
    "MemorySwapMax": frozenset({"0"}),
    "NoNewPrivileges": frozenset({"yes", "true", "on", "1"}),
    "ProtectSystem": frozenset({"strict"}),
    "PrivateTmp": frozenset({"yes", "true", "on", "1"}),
    "UMask": frozenset({"0077"}),
}
FORBIDDEN: Mapping[str, frozenset[str]] = {
    "MemoryDenyWriteExecute": frozenset({"yes", "true", "on", "1"}),
    "KillMode": frozenset({"process", "none"}),
}
"""What stops the workers from starting, or leaves them alive behind a service that is gone."""


def unit(patient: Patient) -> Iterator[Finding]:
    """The unit restarts what fails, keeps memory off the disk, and lets the workers work."""
    folders = patient.environ.get("SYSTEMD_UNIT_PATH") or FOLDERS
    file = next((one for one in (Path(folder, NAME) for folder in folders.split(":") if folder) if one.is_file()), None)
    if file is None:
        yield fine("unit_none")
        return
    said = read(file)
    lacking = [f"{name}={min(right)}" for name, right in NEEDED.items() if said.get(name) not in right]
    wrong = [f"{name}={said[name]}" for name, bad in FORBIDDEN.items() if said.get(name) in bad]
    if lacking:
        yield warning("unit_lacks", path=file, lines=", ".join(lacking))
    if wrong:
        yield warning("unit_hinders", path=file, lines=", ".join(wrong))
    if said.get("User", "root") == "root" and said.get("DynamicUser") != "yes":
        yield warning("unit_root", path=file)
    elif not lacking and not wrong:
        yield fine("unit_good", path=file)


def read(file: Path) -> Mapping[str, str]:
    """Read the [Service] section of a unit and of its drop-ins; of several lines the last one counts."""
    found: dict[str, str] = {}
    for one in (file, *sorted(file.with_name(f"{file.name}.d").glob("*.conf"))):
        section = ""
        for line in one.read_text("utf-8").splitlines():
            if line.startswith("["):
                section = line.strip()
            elif section == "[Service]" and "=" in line and not line.startswith(("#", ";")):
                name, _, value = line.partition("=")
                found[name.strip()] = value.strip()
    return found
