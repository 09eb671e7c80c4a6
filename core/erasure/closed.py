"""What of a video is to be erased, and where it can't be: the items of its receipt."""

from collections.abc import Sequence

from core.chats import Posted
from core.erasure.copies import items_of
from core.erasure.receipts import DATABASE, DISK, PEOPLE, SEALED_STORE, Closed
from core.receipts import Item, ItemState
from core.records import Remains
from core.videos import VideoId

OURS = (
    *(Item(what, SEALED_STORE) for what in ("video", "poster", "preview", "inputs")),
    *(Item(what, DATABASE) for what in ("prompt", "title", "file_names", "keys", "history")),
)
"""What of a video goes here, and from where."""

BEYOND_US = (
    Item("saved_by_people", PEOPLE, ItemState.CANNOT_RECALL, why="theirs"),
    Item("spare_cells_and_snapshots_hold_sealed_bytes_only", DISK, ItemState.CANNOT_RECALL, why="keys_are_gone"),
)
"""What nobody can call back, whatever was erased."""


def closed_of(video: VideoId, remains: Remains, messages: Sequence[Posted], now_ms: int) -> Closed:
    """Say of a video that was closed what is to be erased, and where it can't be; `messages` are all about it."""
    return Closed(
        items=(*OURS, *items_of(messages, now_ms), *BEYOND_US),
        erased=[video, *(asset.id for asset in remains.assets)],
        files=[asset.role.value for asset in remains.assets],
        video=video,
        number=remains.number,
        person=remains.owner,
        origin=remains.origin,
    )
