"""Where sealed bytes lie: a folder of this machine, or a bucket of a store that speaks S3."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import obstore
from obstore.store import LocalStore, ObjectStore, S3Store

from core.storage.files import sync

PART_BYTES = 8 * 1024 * 1024
"""Of what is put into a bucket in parts: S3 takes none under 5 MiB but the last, and 10,000 at most."""

_CONNECT, _ANSWER, _WHOLE = timedelta(seconds=5), timedelta(seconds=60), timedelta(minutes=30)
_PATIENCE, _HURRY = timedelta(seconds=60), timedelta(seconds=5)


@dataclass(frozen=True)
class FolderPlace:
    """A folder of this machine, by its absolute path."""

    path: Path

    def __str__(self) -> str:
        """Give it as the operator knows it."""
        return str(self.path)


@dataclass(frozen=True)
class BucketPlace:
    """A bucket, and a prefix in it ("" for none), at an address that speaks S3."""

    bucket: str
    prefix: str
    region: str
    key: str = field(repr=False)
    secret: str = field(repr=False)
    endpoint: str

    @property
    def host(self) -> str:
        """Give the name of whoever keeps the bytes, as far as the address tells."""
        return urlsplit(self.endpoint).hostname or ""

    def __str__(self) -> str:
        """Give it as the operator knows it, without keys."""
        return f"s3://{self.bucket}{'/' if self.prefix else ''}{self.prefix}"


Place = FolderPlace | BucketPlace


@dataclass
class Habits:
    """What was seen of a store. The careful value of each stands until something else is seen.

    `keeps_versions`: what is deleted there stays as an older version. `clock_ms`: add it to a time of ours to be no
    later than what the store calls the same moment.
    """

    keeps_versions: bool = False
    clock_ms: int = 0


def look_at(place: Place, *, patient: bool = True) -> ObjectStore:
    """Give a place as an object store, and touch nothing in it. `patient` tries again for a minute what fails.

    obstore reads AWS_* of the environment by itself: whoever calls this has taken them out (bots/settings.py).
    """
    if isinstance(place, FolderPlace):
        return LocalStore(prefix=place.path)
    return S3Store(
        place.bucket,
        prefix=place.prefix or None,
        region=place.region,
        access_key_id=place.key,
        secret_access_key=place.secret,
        endpoint=place.endpoint,
        client_options={
            "allow_http": place.endpoint.startswith("http:"),
            "connect_timeout": _CONNECT,
            "read_timeout": _ANSWER,
            "timeout": _WHOLE,
        },
        retry_config={"max_retries": 5 if patient else 1, "retry_timeout": _PATIENCE if patient else _HURRY},
    )


def names_in(store: ObjectStore) -> Iterator[tuple[str, int, int]]:
    """Give every name in a store with its length in bytes and when it was written (UTC ms, by the store's clock)."""
    for batch in obstore.list(store):
        for one in batch:
            yield one["path"], one["size"], int(one["last_modified"].timestamp() * 1000)


def pour(folder: Path, store: ObjectStore) -> None:
    """Put every file of a folder into a store under its own name, on its disk when this returns.

    A name that is there already names the same bytes: each asset is sealed once. So it can be done again.
    """
    for file in sorted(folder.iterdir()):
        obstore.put(store, file.name, file, use_multipart=True, chunk_size=PART_BYTES)
        settle(store, file.name)


def settle(store: ObjectStore, name: str) -> None:
    """Bring a new file to the disk: LocalStore doesn't. Other stores have kept what they acknowledged."""
    if isinstance(store, LocalStore) and store.prefix is not None:
        folder = Path(store.prefix)
        sync(folder / name)
        sync(folder)
