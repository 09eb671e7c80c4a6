"""What of a video is to be erased, and where it can't be: the items of its receipt."""

from collections.abc import Sequence

from core.chats import Posted
from core.erasure.copies import items_of
from core.erasure.elsewhere import copy_of
from core.erasure.receipts import DATABASE, DISK, OBJECT_STORE, PEOPLE, SEALED_STORE, Closed, Issuer
from core.receipts import Item, ItemState
from core.records import Remains
from core.submissions import Submission
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

OLDER_VERSIONS = Item(
    "older_versions_hold_sealed_bytes_only", OBJECT_STORE, ItemState.CANNOT_RECALL, why="keys_are_gone"
)
"""What stays in a bucket that keeps versions, until the operator's rule there removes it."""


def beyond_us(issuer: Issuer) -> Sequence[Item]:
    """Say what nobody can call back, as things are in this moment."""
    return (*BEYOND_US, OLDER_VERSIONS) if issuer.habits.keeps_versions else BEYOND_US


def closed_of(
    video: VideoId, remains: Remains, messages: Sequence[Posted], issuer: Issuer, order: Submission | None = None
) -> Closed:
    """Say of a video that was closed what is to be erased, and where it can't be.

    `messages` are all about it, `order` is the one that left for a generator elsewhere, if one did.
    """
    elsewhere = [copy_of(order)] if order else []
    return Closed(
        items=(*OURS, *elsewhere, *items_of(messages, issuer.clock.now_ms()), *beyond_us(issuer)),
        erased=[video, *(asset.id for asset in remains.assets)],
        files=[asset.role.value for asset in remains.assets],
        video=video,
        number=remains.number,
        person=remains.owner,
        origin=remains.origin,
    )
