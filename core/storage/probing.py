"""Whether a bucket can be used: written to, read by ranges, deleted from; whose it is; whether it keeps versions."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from obstore.exceptions import BaseError
from obstore.store import ObjectStore

from core.errors import StoreRefused
from core.ports import Clock
from core.storage.keys import FINGERPRINT, MasterKey
from core.storage.places import BucketPlace, Habits, Place, look_at

PROBE = "hushreel.probe"
PROBE_BYTES = 64
_FROM, _TO = 16, 48
_SECOND_MS = 1_000
"""S3 tells times in whole seconds."""

_CODE = re.compile(r"<Code>(\w{1,80})</Code>")
_STATUS = re.compile(r"status code: (\d{3})")
_REASONS = {
    "NoSuchBucket": "bucket_missing",
    "InvalidAccessKeyId": "bucket_key_refused",
    "SignatureDoesNotMatch": "bucket_key_refused",
    "AccessDenied": "bucket_rights_missing",
    "RequestTimeTooSkewed": "bucket_clock_off",
    "AuthorizationHeaderMalformed": "bucket_region_other",
    "PermanentRedirect": "bucket_region_other",
}
_STATUSES = {"404": "bucket_missing", "403": "bucket_key_refused", "301": "bucket_region_other"}
_UNREACHABLE, _LED_AWAY = "error sending request", "redirect without LOCATION"
"""How obstore tells that nothing answered, and that another region was named; of other answers it tells the status."""


def probe(place: BucketPlace, key: MasterKey | None, clock: Clock, *, claim: bool) -> Habits:
    """Write, read a range of, and delete a few random bytes; they look as sealed ones do.

    With `claim`, a bucket that nobody marked is marked as this key's: the sweep at a start removes what no row of ours
    names, and must never meet somebody else's bytes. Raises StoreRefused with the place: bucket_missing,
    bucket_key_refused, bucket_rights_missing, bucket_clock_off, bucket_region_other, bucket_unreachable,
    bucket_of_other_data, bucket_reads_wrong, bucket_refused (why).
    """
    store = look_at(place, patient=False)
    try:
        if key is not None:
            _check_mark(place, store, key.fingerprint(), claim=claim)
        return _tried(place, store, clock)
    except (BaseError, OSError) as error:
        raise refusal(place, error) from None


def _tried(place: BucketPlace, store: ObjectStore, clock: Clock) -> Habits:
    content = os.urandom(PROBE_BYTES)
    written = store.put(PROBE, content)
    about = store.head(PROBE)
    behind_ms = int(about["last_modified"].timestamp() * 1000) - clock.now_ms()
    if bytes(store.get_range(PROBE, start=_FROM, end=_TO)) != content[_FROM:_TO]:
        raise StoreRefused("bucket_reads_wrong", place=str(place))
    store.delete(PROBE)
    return Habits(written["version"] is not None or about["version"] is not None, behind_ms - _SECOND_MS)


def _check_mark(place: BucketPlace, store: ObjectStore, own: bytes, *, claim: bool) -> None:
    found = _mark(store)
    if found is None and claim:
        store.put(FINGERPRINT, own)
        found = _mark(store)
    if found is not None and found != own:
        raise StoreRefused("bucket_of_other_data", place=str(place))


def _mark(store: ObjectStore) -> bytes | None:
    try:
        return bytes(store.get(FINGERPRINT).bytes()).strip()
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise
        return None


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Raise what a bucket refuses within a block as StoreRefused, as `probe` does."""
    try:
        yield
    except (BaseError, OSError) as error:
        if isinstance(place, BucketPlace):
            raise refusal(place, error) from None
        raise


def refusal(place: BucketPlace, error: Exception) -> StoreRefused:
    """Say by its code why a bucket can't be used. Of what the store answered nothing but its own code is repeated."""
    said = str(error)
    code, status = _CODE.search(said), _STATUS.search(said)
    if code is None and status is None and _UNREACHABLE in said:
        return StoreRefused("bucket_unreachable", place=str(place), host=place.host)
    if _LED_AWAY in said:
        return StoreRefused("bucket_region_other", place=str(place), host=place.host)
    why = code[1] if code else status[1] if status else type(error).__name__
    reason = _REASONS.get(why) or _STATUSES.get(why, "bucket_refused")
    return StoreRefused(reason, place=str(place), host=place.host, why=why)
