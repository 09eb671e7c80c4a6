"""Where the settings say that sealed bytes lie, opened and looked at."""

import asyncio
import logging
import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from obstore.store import ObjectStore

from bots.settings import Settings, keep_out
from core.errors import KeyRefused
from core.ports import Clock
from core.storage.keys import MasterKey
from core.storage.places import BucketPlace, FolderPlace, Habits, Place, look_at
from core.storage.probing import probe
from core.storage.vault import open_bucket

ANY_REGION = "us-east-1"
"""What stores of one region alone are told."""


log = logging.getLogger("hushreel.storage")


@dataclass(frozen=True)
class Stored:
    """The store of sealed bytes, and what was seen of it."""

    place: Place
    bucket: ObjectStore
    habits: Habits


def place_of(settings: Settings) -> Place:
    """Give where sealed bytes lie. Raises KeyRefused("key_inside_data", path) for a folder that holds a key."""
    folder = settings.storage_folder
    if folder is not None:
        for kept in (settings.key_file, settings.backup_key_file, settings.erasure_journal):
            if kept.resolve().is_relative_to(folder.resolve()):
                raise KeyRefused("key_inside_data", path=str(kept))
        return FolderPlace(folder)
    keep_out(os.environ)
    url = urlsplit(settings.storage_url or "")
    return BucketPlace(
        bucket=url.netloc,
        prefix=url.path.strip("/"),
        region=settings.storage_region or ANY_REGION,
        key=settings.storage_key.get_secret_value() if settings.storage_key else "",
        secret=settings.storage_secret.get_secret_value() if settings.storage_secret else "",
        endpoint=settings.storage_at,
    )


def look(settings: Settings) -> ObjectStore:
    """Look at the store beside whoever writes there, and touch nothing. Raises KeyRefused."""
    return look_at(place_of(settings))


async def opened(settings: Settings, key: MasterKey, clock: Clock) -> Stored:
    """Open the store to write there; a folder has to be there, a bucket is tried. Raises KeyRefused, StoreRefused."""
    place = place_of(settings)
    if isinstance(place, FolderPlace):
        return Stored(place, open_bucket(place.path), Habits())
    habits = await asyncio.to_thread(probe, place, key, clock, claim=True)
    if habits.keeps_versions:
        log.warning("%s keeps older versions of what is deleted: see docs/operating/object-store.md", place)
    return Stored(place, look_at(place), habits)
