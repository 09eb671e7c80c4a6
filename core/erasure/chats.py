"""Files that chats hold of a video: which of them went with it, and which are out of reach."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.chats import CopyKind, Posted
from core.people import Platform
from core.ports import Clock, Ledger
from core.videos import VideoId

WAIT_S = 5.0
"""How long an erasure waits for chats to be emptied: its receipt then says what still waits."""
EVERY_S = 0.1

REMOVED = "removed"
EMPTIED = "emptied"
WAITING = "waiting"
LEFT = "left"

UPLOADS_REACHED_MS = 48 * 3_600_000
"""How long a platform lets us remove what somebody else sent: Telegram's limit, the only one that there is."""


@dataclass(frozen=True)
class ChatFile:
    """A file in a chat as the steps of a flow remember it: the id of its message's row, and until when we reach it.

    `until_ms` is UTC; 0 stands for a message that can be changed at any time.
    """

    id: str
    platform: str
    kind: str
    until_ms: int

    def within_reach(self, now_ms: int) -> bool:
        """Say whether its message can still be changed or removed."""
        return not self.until_ms or now_ms < self.until_ms


async def files_in_chats(video: VideoId, ledger: Ledger) -> list[dict[str, Any]]:
    """List the files that chats hold of a video, as data that steps can remember."""
    return [asdict(_file(one)) for one in await _posted(video, ledger) if _holds_file(one)]


async def wait_for_chats(video: VideoId, files: Sequence[Mapping[str, Any]], ledger: Ledger, clock: Clock) -> None:
    """Give deliverers a moment to take files out of chats; what stays afterwards is told, not waited for."""
    for _ in range(round(WAIT_S / EVERY_S)):
        if all(one["done"] != WAITING for one in await chats_now(video, files, ledger, clock)):
            return
        await asyncio.sleep(EVERY_S)


async def chats_now(
    video: VideoId, files: Sequence[Mapping[str, Any]], ledger: Ledger, clock: Clock
) -> list[dict[str, str]]:
    """Say of each file, as receipts do, whether its message is gone, is empty, waits, or is left out of our reach."""
    if not files:
        return []
    now = {str(one.id): one for one in await _posted(video, ledger)}
    return [_told(ChatFile(**one), now.get(one["id"]), clock.now_ms()) for one in files]


def _told(file: ChatFile, now: Posted | None, now_ms: int) -> dict[str, str]:
    if now is None:
        done = REMOVED
    elif not _holds_file(now):
        done = EMPTIED
    else:
        done = WAITING if file.within_reach(now_ms) else LEFT
    return {"platform": file.platform, "kind": file.kind, "done": done}


def _holds_file(one: Posted) -> bool:
    """Say whether a message holds a file: one of ours that we put into it, or what they sent."""
    return one.media is not None or one.kind is CopyKind.UPLOAD


def _file(one: Posted) -> ChatFile:
    return ChatFile(str(one.id), one.platform.value, one.kind.value, _reached_until(one))


def _reached_until(one: Posted) -> int:
    match one.kind:
        case CopyKind.EPHEMERAL:
            return one.token_until_ms or 1
        case CopyKind.REVIEW:
            return one.token_until_ms
        case CopyKind.UPLOAD:
            return one.posted_at_ms + UPLOADS_REACHED_MS
        case _:
            return 0


async def _posted(video: VideoId, ledger: Ledger) -> list[Posted]:
    return [one for platform in Platform for one in await ledger.posted_about(platform, video)]
