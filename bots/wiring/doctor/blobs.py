"""The sealed bytes: each file that the tables name is there in full length, and no other one stays."""

import os
from collections.abc import Iterator, Mapping
from uuid import UUID

from obstore.exceptions import BaseError

from bots.wiring.doctor.finding import Finding, fine, problem, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.tables import Unreadable, reading
from bots.wiring.storing import place_of
from core.errors import KeyRefused
from core.storage.keys import FINGERPRINT
from core.storage.places import BucketPlace, Place, look_at, names_in
from core.storage.probing import PROBE
from core.storage.sealing import PREFIX_BYTES, Seal
from core.videos import AssetId

_MARKS = frozenset({FINGERPRINT, PROBE})
STRAY_AFTER_MS = 3_600_000
"""What is younger may belong to a video that is just being kept."""


def sealed_bytes(patient: Patient) -> Iterator[Finding]:
    """Each picture and video that the tables name is there in full length, and nothing else is."""
    try:
        place = place_of(patient.settings)
        before, lying, after = _named(patient), _lying(place), _named(patient)
    except (Unreadable, OSError, BaseError, KeyRefused):
        yield fine("blobs_none")
        return
    kept = {name: length for name, length in before.items() if name in after and length is not None}
    lost = sum(name not in lying for name in kept)
    cut = sum(name in lying and lying[name][0] != length for name, length in kept.items())
    old_ms = patient.now_ms - STRAY_AFTER_MS
    strays = sum(name not in after and written_ms < old_ms for name, (_, written_ms) in lying.items())
    if lost or cut:
        yield problem("blobs_lost", lost=lost, cut=cut, path=place)
    if strays:
        yield warning("blobs_stray", count=strays, path=place)
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


def _lying(place: Place) -> Mapping[str, tuple[int, int]]:
    """Give what lies there, our own marks apart: its length in bytes, and when it was written (UTC ms)."""
    if isinstance(place, BucketPlace):
        found = names_in(look_at(place, patient=False))
        return {name: (size, at_ms) for name, size, at_ms in found if name not in _MARKS}
    lying = {}
    with os.scandir(place.path) as entries:
        for one in entries:
            try:
                about = one.stat()
            except FileNotFoundError:
                continue
            lying[one.name] = (about.st_size, about.st_mtime_ns // 1_000_000)
    return lying
