"""Where things lie: the data folder, its file system and its room, and what copies it elsewhere."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from bots.wiring.doctor.finding import Finding, fine, problem, warning
from bots.wiring.doctor.patient import Patient

MIB = 2**20
ROOM_LEAST_BYTES, ROOM_GOOD_BYTES = 256 * MIB, 2_048 * MIB
NAMES_LEAST, NAMES_GOOD = 1_000, 20_000
NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "afs", "lustre"}) | frozenset(
    f"fuse.{name}" for name in ("sshfs", "rclone", "s3fs", "glusterfs", "ceph")
)
MOUNTS = Path("/proc/self/mountinfo")
MEMORY = frozenset({"tmpfs", "ramfs"})
SYNCED = frozenset({"dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "nextcloud", "owncloud"})
MARKS = (".git", ".hg", ".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")
"""Files and folders by which versioned and synced folders are known."""

_OCTAL = re.compile(r"\\(\d{3})")


def _existing(path: Path) -> Path:
    """Give the nearest folder of a path that is there."""
    return next(one for one in (path, *path.parents) if one.exists())


def data_folder(patient: Patient) -> Iterator[Finding]:
    """The data folder can be written to, belongs to who looks, and is closed to others."""
    folder = patient.settings.data_dir
    try:
        there = folder.exists()
        found = _existing(folder)
        about = found.stat()
    except OSError as error:
        yield problem("file_refused", path=folder, why=os.strerror(error.errno or 0))
        return
    if not stat.S_ISDIR(about.st_mode) or not os.access(found, os.W_OK | os.X_OK):
        yield problem("folder_closed", path=found, owner=str(about.st_uid), own=str(os.geteuid()))
    elif not there:
        yield fine("folder_new", path=folder)
    else:
        yield from _owned(folder, about)


def _owned(folder: Path, about: os.stat_result) -> Iterator[Finding]:
    strange = next((one for one in sorted(folder.iterdir()) if one.stat().st_uid != about.st_uid), None)
    if strange is not None:
        yield problem("folder_mixed", path=strange, folder=folder, owner=str(about.st_uid))
    elif about.st_mode & 0o077:
        yield warning("folder_open", path=folder)
    else:
        yield fine("folder_good", path=folder)


def file_system(patient: Patient) -> Iterator[Finding]:
    """Data, key and journal lie on a disk of this machine that is still there after a restart."""
    settings, found = patient.settings, []
    for path in (settings.data_dir, settings.key_file, settings.erasure_journal):
        kind = kind_of(_existing(path), MOUNTS.read_text("utf-8"))
        if kind in MEMORY:
            found.append(problem("file_system_memory", path=path, kind=kind))
        if kind in NETWORK:
            found.append(problem("file_system_network", path=path, kind=kind))
        if kind == "overlay":
            found.append(warning("file_system_layer", path=path))
    yield from found or [fine("file_system_good")]


def kind_of(path: Path, mounts: str) -> str:
    """Name the file system that a path is on (mounts: text of /proc/self/mountinfo, see proc(5)); the last one wins."""
    kind = ""
    longest = -1
    for row in mounts.splitlines():
        before, _, after = row.partition(" - ")
        top = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), before.split()[4]))
        if path.resolve().is_relative_to(top) and len(top.parts) >= longest:
            kind, longest = after.split()[0], len(top.parts)
    return kind


def synced(patient: Patient) -> Iterator[Finding]:
    """Neither data nor key lie where something copies or publishes them."""
    settings, found = patient.settings, []
    for name, path in (("key_synced", settings.key_file), ("data_synced", settings.data_dir)):
        by = next((mark for folder in path.parents for mark in _marks(folder)), None)
        if by is not None:
            found.append(problem(name, path=path, by=by) if name == "key_synced" else warning(name, path=path, by=by))
    yield from found or [fine("synced_not")]


def _marks(folder: Path) -> Iterator[Path]:
    try:
        yield from (folder / one for one in MARKS if (folder / one).exists())
    except OSError:
        return
    if folder.name.casefold() in SYNCED:
        yield folder


def room(patient: Patient) -> Iterator[Finding]:
    """There is room for videos, and for the names of their files."""
    folder = _existing(patient.settings.data_dir)
    about = os.statvfs(folder)
    free_bytes, names = about.f_bavail * about.f_frsize, about.f_favail if about.f_files else NAMES_GOOD
    free = f"{free_bytes / MIB:,.0f}"
    if free_bytes < ROOM_LEAST_BYTES:
        yield problem("room_short", path=folder, mib=free)
    elif names < NAMES_LEAST:
        yield problem("names_short", path=folder, names=names)
    elif free_bytes < ROOM_GOOD_BYTES:
        yield warning("room_tight", path=folder, mib=free)
    elif names < NAMES_GOOD:
        yield warning("names_tight", path=folder, names=names)
    else:
        yield fine("room_good", mib=free)
