"""The machine: Linux and Python, what is installed, memory, swap, core dumps, open files, the account."""

import os
import re
import resource
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bots.wiring.doctor.finding import Finding, fine, problem, warning
from bots.wiring.doctor.patient import Patient
from core.workers.tasks import CORES

HOUSE = Path(__file__).parents[3]
PYTHON_LEAST = (3, 11)
OPEN_FILES_LEAST, OPEN_FILES_GOOD = 256, 1_024
MIB = 2**20
MEMORY_LEAST_BYTES, MEMORY_GOOD_BYTES = 1_024 * MIB, 2_048 * MIB
"""The service takes 300 MiB at most while idle (docs/benchmarks.md); a long clip takes several hundred more."""

_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)( *;)?", re.MULTILINE)
_UNLIMITED = 2**62
_SWAPS, _MEMINFO = Path("/proc/swaps"), Path("/proc/meminfo")


def python(_: Patient) -> Iterator[Finding]:
    """Linux with memfd, and a Python that is new enough."""
    found = ".".join(str(one) for one in sys.version_info[:3])
    if sys.platform != "linux":
        yield problem("no_linux", platform=sys.platform)
    elif sys.version_info < PYTHON_LEAST:
        yield problem("python_old", found=found)
    else:
        yield _memory_files(found)


def _memory_files(found: str) -> Finding:
    try:
        os.close(os.memfd_create("doctor", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING))
    except OSError as error:
        return problem("memfd_refused", why=os.strerror(error.errno or 0))
    return fine("python_good", found=found)


def installed(_: Patient) -> Iterator[Finding]:
    """What is installed is what lock/run.txt pins."""
    lock = HOUSE / "lock" / "run.txt"
    if not lock.is_file():
        yield fine("lock_elsewhere")
        return
    pinned: dict[str, set[str]] = {}
    elsewhere = set()
    for name, pin, marker in _PIN.findall(lock.read_text("utf-8")):
        pinned.setdefault(name, set()).add(pin)
        elsewhere |= {name} if marker else set()
    have = {name: _version(name) for name in pinned}
    missing = [name for name, found in have.items() if found is None and name not in elsewhere]
    other = [name for name, found in have.items() if found is not None and found not in pinned[name]]
    if missing:
        yield problem("library_missing", names=", ".join(missing))
    if other:
        yield warning("library_other", names=", ".join(other))
    if not missing and not other:
        yield fine("libraries_good", count=len(pinned))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def memory(patient: Patient) -> Iterator[Finding]:
    """Memory and cores are enough for a rendering beside the service."""
    most = min(_machine_bytes(), group_bytes(patient.process_file("cgroup"), Path("/sys/fs/cgroup")), _space_bytes())
    shown = f"{most / MIB:,.0f}"
    if most < MEMORY_LEAST_BYTES:
        yield problem("memory_short", mib=shown, least=f"{MEMORY_LEAST_BYTES // MIB:,}")
    elif most < MEMORY_GOOD_BYTES:
        yield warning("memory_tight", mib=shown, good=f"{MEMORY_GOOD_BYTES // MIB:,}")
    elif CORES == 1:
        yield warning("one_core")
    else:
        yield fine("memory_good", mib=shown, cores=CORES)


def _machine_bytes() -> int:
    return int(re.findall(r"^MemTotal:\s+(\d+) kB", _MEMINFO.read_text("ascii"), re.MULTILINE)[0]) * 1024


def _space_bytes() -> int:
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return _UNLIMITED if limit == resource.RLIM_INFINITY else limit


def group_bytes(groups: str, mounted: Path) -> int:
    """Give the tightest memory limit of a process's control groups (text of /proc/PID/cgroup), of version 1 or 2."""
    limits = [_UNLIMITED]
    for number, kinds, path in (row.split(":", 2) for row in groups.splitlines()):
        top = mounted / "memory" if "memory" in kinds.split(",") else mounted
        if number != "0" and top == mounted:
            continue
        group = top / path.lstrip("/")
        for folder in (group, *group.parents):
            limits += [_limit(folder / name) for name in ("memory.max", "memory.limit_in_bytes")]
    return min(limits)


def _limit(file: Path) -> int:
    try:
        text = file.read_text("ascii").strip()
    except OSError:
        return _UNLIMITED
    return int(text) if text.isdigit() else _UNLIMITED


def swap(patient: Patient) -> Iterator[Finding]:
    """What is in memory can't be swapped to a disk in the clear."""
    plain = [name for name in _swaps() if not _sealed(name)]
    if not plain:
        yield fine("swap_good")
    elif patient.serving and _limit(_group_of(patient) / "memory.swap.max") == 0:
        yield fine("swap_forbidden")
    else:
        yield warning("swap_plain", names=", ".join(plain))


def _swaps() -> list[str]:
    return [row.split()[0] for row in _SWAPS.read_text("utf-8").splitlines()[1:]]


def _sealed(name: str) -> bool:
    """Say whether swap lies in memory (zram) or behind dm-crypt."""
    device = Path(name).resolve().name
    mark = Path("/sys/block", device, "dm", "uuid")
    return device.startswith("zram") or (mark.is_file() and mark.read_text("ascii").startswith("CRYPT"))


def _group_of(patient: Patient) -> Path:
    own = [row[3:] for row in patient.process_file("cgroup").splitlines() if row.startswith("0::")]
    return Path("/sys/fs/cgroup", own[0].lstrip("/")) if own else Path("/nonexistent")


def core_dumps(patient: Patient) -> Iterator[Finding]:
    """A crash writes no memory to a disk."""
    limit = re.search(r"^Max core file size\s+(\S+)", patient.process_file("limits"), re.MULTILINE)
    yield fine("core_dumps_off") if limit is None or limit[1] == "0" else warning("core_dumps_on")


def open_files(patient: Patient) -> Iterator[Finding]:
    """Enough files may be open at once."""
    limit = re.search(r"^Max open files\s+(\d+)", patient.process_file("limits"), re.MULTILINE)
    most = int(limit[1]) if limit else OPEN_FILES_GOOD
    if most < OPEN_FILES_LEAST:
        yield problem("open_files_few", most=most, good=OPEN_FILES_GOOD)
    elif most < OPEN_FILES_GOOD:
        yield warning("open_files_tight", most=most, good=OPEN_FILES_GOOD)
    else:
        yield fine("open_files_good", most=most)


def account(patient: Patient) -> Iterator[Finding]:
    """It doesn't run as root, and whoever looks may see what the service sees."""
    owner = _owner(patient.settings.data_dir)
    if os.geteuid() != 0:
        yield fine("account_good")
    elif owner:
        yield fine("account_looks", owner=str(owner))
    else:
        yield warning("account_root")


def _owner(folder: Path) -> int:
    try:
        return folder.stat().st_uid
    except OSError:
        return 0
