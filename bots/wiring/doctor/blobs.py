"""The sealed bytes: each file that the tables name is there in full length, and no other one stays."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

from bots.wiring.doctor.finding import Finding, fine, problem, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.tables import Unreadable, reading
from core.storage.sealing import PREFIX_BYTES, Seal
from core.videos import AssetId

STRAY_AFTER_MS = 3_600_000
"""What is younger may belong to a video that is just being kept."""


def sealed_bytes(patient: Patient) -> Iterator[Finding]:
    """Each picture and video that the tables name is there in full length, and nothing else is."""
    blobs = patient.settings.data_dir / "blobs"
    try:
        before, lying, after = _named(patient), _lying(blobs), _named(patient)
    except (Unreadable, OSError):
        yield fine("blobs_none")
        return
    kept = {name: length for name, length in before.items() if name in after and length is not None}
    lost = sum(name not in lying for name in kept)
    cut = sum(name in lying and lying[name].st_size != length for name, length in kept.items())
    old_ms = patient.now_ms - STRAY_AFTER_MS
    strays = sum(name not in after and about.st_mtime_ns // 1_000_000 < old_ms for name, about in lying.items())
    if lost or cut:
        yield problem("blobs_lost", lost=lost, cut=cut, path=blobs)
    if strays:
        yield warning("blobs_stray", count=strays, path=blobs)
    if not lost and not cut and not strays:
        yield fine("blobs_good", count=len(kept))


def _named(patient: Patient) -> Mapping[str, int | None]:
    """Give the files that rows name, with the length that each must have; None for one that is being erased."""
    query = "SELECT assets.id, size_bytes, state FROM assets JOIN videos ON videos.id = video"
    with reading(patient) as connection:
        rows = connection.execute(query).fetchall()
    return {
        str(UUID(name)): None if state == "erasing" else _sealed_length(AssetId(UUID(name)), size_bytes)
        for name, size_bytes, state in rows
    }


def _sealed_length(asset: AssetId, size_bytes: int) -> int:
    return Seal(bytes(32), bytes(PREFIX_BYTES), asset, size_bytes).sealed_bytes


def _lying(blobs: Path) -> Mapping[str, os.stat_result]:
    found = {}
    with os.scandir(blobs) as entries:
        for one in entries:
            try:
                found[one.name] = one.stat()
            except FileNotFoundError:
                continue
    return found
