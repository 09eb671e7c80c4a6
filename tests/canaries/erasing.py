"""Canaries leave, each in their way; and what the tables and files say when everything that goes is gone."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from core.erasure.enddate import set_end
from core.videos import VideoId
from tests.canaries.crowd import Crowd
from tests.canaries.people import Canary, Leaving
from tests.parts import HERE, RETENTION_MS
from tests.service import Service
from tests.waiting import until

GONE_WITHIN_S = 3_600.0
LOOKS_EVERY_S = 0.5
_UNDER_WAY = (
    "SELECT count(*) FROM departures",
    "SELECT count(*) FROM videos WHERE state = 'erasing'",
    "SELECT count(*) FROM receipts WHERE erasing",
    "SELECT count(*) FROM outbox WHERE surface IN ('engine', 'telegram')",
    "SELECT count(*) FROM exports WHERE person IS NULL OR size_bytes IS NULL",
    "SELECT count(*) FROM videos WHERE state IN ('queued', 'making')",
    "SELECT count(*) FROM videos WHERE ends_at_ms <= unixepoch() * 1000 AND kept_until_ms IS NULL",
)


async def leave(crowd: Crowd, one: Canary) -> None:
    """Ask for what erases somebody, by the use case that it has."""
    match one.leaving:
        case Leaving.EMPTIES:
            for video in await _own(crowd, one):
                await crowd.delete(one, video)
            await _forget(crowd, one)
        case Leaving.FORGETS:
            await _forget(crowd, one)
        case Leaving.EXPIRES:
            for video in await _own(crowd, one):
                await _end(crowd, one, video)


async def _forget(crowd: Crowd, one: Canary) -> None:
    """Ask by each account: one that was parted is somebody of its own again."""
    await crowd.village.leave(one.account)
    if one.parted:
        await crowd.village.leave(one.other)


async def _own(crowd: Crowd, one: Canary) -> list[VideoId]:
    async with crowd.village.parts.store.read() as reads:
        return [video for video, _ in await reads.owned(one.viewer)]


async def _end(crowd: Crowd, one: Canary, video: VideoId) -> None:
    """Have a video end in a moment."""
    parts = crowd.village.parts
    await set_end(
        one.viewer,
        video,
        HERE,
        parts.clock.now_ms() + 1,
        store=parts.store,
        clock=parts.clock,
        retention_max_ms=RETENTION_MS,
    )


def under_way(data_dir: Path) -> list[int]:
    """Count what is still to go, by kind; and flows that the engine still knows, one as long as it hasn't begun."""
    flows = [1]
    with suppress(sqlite3.OperationalError):
        flows = _counts(data_dir / "engine.db", "SELECT count(*) FROM workflow_status")
    return [*_counts(data_dir / "hushreel.db", *_UNDER_WAY), *flows]


def _counts(file: Path, *queries: str) -> list[int]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=30)) as tables:
        return [int(tables.execute(query).fetchone()[0]) for query in queries]


async def until_gone(service: Service) -> None:
    """Wait until nothing is under way. Raises TimeoutError with what still was."""
    left: list[int] = []

    def gone() -> bool:
        left[:] = under_way(service.data_dir)
        return not any(left)

    try:
        await until(gone, GONE_WITHIN_S, LOOKS_EVERY_S)
    except TimeoutError:
        raise TimeoutError(f"still under way: {left}") from None
