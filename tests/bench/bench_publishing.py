"""Showcase, review, library, privacy and the sweeps in a house of many videos, beside one of 1,000.

HUSHREEL_BENCH_VIDEOS sets how many: 1,000,000 is the figure of the design; a small run takes 10,000.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from core.gate import Surface
from core.people import STRANGER, Role, Viewer
from core.publications import Key
from tests.bench.crowd import WAITS_EVERY, Crowd, crowd_in
from tests.bench.row import Row
from tests.parts import HERE, Parts, parts_in

FEW = 1_000
MANY = int(os.environ.get("HUSHREEL_BENCH_VIDEOS", "10000"))
ROUNDS = 200
MOST = 1.5
COUNTED = "review, how many wait"
"""Grows with what waits."""

Do = Callable[[], Awaitable[object]]


def rows() -> list[Row]:
    """Measure the same reads in turns in two houses."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rows(Path(folder)))


async def _rows(folder: Path) -> list[Row]:
    async with parts_in(folder / "few" / "data") as few, parts_in(folder / "many" / "data") as many:
        small, large = asks(few, await crowd_in(few, FEW)), asks(many, await crowd_in(many, MANY))
        found = [await _against(name, small[name], large[name]) for name in small]
    return [row for pair in found for row in pair]


def asks(parts: Parts, crowd: Crowd) -> Mapping[str, Do]:
    """Give what is read: by a member, the world, a moderator, an owner, and the clock."""
    return {**_of_community(parts, crowd), **_of_owner(parts, crowd), **_of_clock(parts)}


def _of_community(parts: Parts, crowd: Crowd) -> Mapping[str, Do]:
    member, moderator = (Viewer(crowd.asker, {crowd.community: role}) for role in (Role.MEMBER, Role.MODERATOR))
    home = crowd.community

    async def shown(viewer: Viewer, surface: Surface, before: Key | None = None) -> None:
        async with parts.store.read() as reads:
            assert len(await reads.showcase(viewer, home, surface, before=before)) == crowd.page

    async def waits(after: Key | None = None) -> None:
        async with parts.store.read() as reads:
            assert len(await reads.queue(moderator, home, Surface.DESK, after=after)) == crowd.line

    async def linked() -> None:
        async with parts.store.read() as reads:
            assert await reads.publication_at(member, home, crowd.slug, Surface.WEB_MEMBER) is not None

    async def counted() -> None:
        async with parts.store.read() as reads:
            assert await reads.waiting(moderator, home, Surface.DESK) > 0

    return {
        "showcase, first page": lambda: shown(member, Surface.WEB_MEMBER),
        "showcase, a page in the middle": lambda: shown(member, Surface.WEB_MEMBER, crowd.middle_of_showcase),
        "showcase of the world, first page": lambda: shown(STRANGER, Surface.WEB_WORLD),
        "one by its link": linked,
        "review, the longest waiting": waits,
        "review, a page in the middle": lambda: waits(crowd.middle_of_queue),
        COUNTED: counted,
    }


def _of_owner(parts: Parts, crowd: Crowd) -> Mapping[str, Do]:
    member = Viewer(crowd.asker, {crowd.community: Role.MEMBER})

    async def library() -> None:
        async with parts.store.read() as reads:
            assert len(await reads.videos(Viewer(crowd.asker))) == crowd.own

    async def account() -> None:
        async with parts.store.read() as reads:
            assert (await reads.account(Viewer(crowd.asker))).videos == crowd.own

    async def privacy() -> None:
        async with parts.store.read() as reads:
            assert await reads.video(member, crowd.video, HERE) is not None

    return {
        "library, first page": library,
        "privacy over all": account,
        "privacy of one that is shown": privacy,
    }


def _of_clock(parts: Parts) -> Mapping[str, Do]:
    ledger, now_ms = parts.store.ledger, parts.clock.now_ms()

    async def ends() -> None:
        assert await ledger.to_post(now_ms, 50) == []
        assert await ledger.to_expire(now_ms, 50) == []

    async def overdue() -> None:
        assert await ledger.overdue(now_ms, 50) == []
        assert await ledger.to_trim(now_ms, 50) == []

    return {"what goes out or ends now": ends, "what is overdue now": overdue}


async def _against(name: str, do_small: Do, do_large: Do) -> tuple[Row, Row]:
    """Ask both in turns, and compare the 95th percentiles."""
    small_ms, large_ms = [], []
    for _ in range(ROUNDS):
        small_ms.append(await _taken_ms(do_small))
        large_ms.append(await _taken_ms(do_large))
    p95_small, p95_large = (statistics.quantiles(times, n=20)[-1] for times in (small_ms, large_ms))
    ratio = p95_large / p95_small
    medians = statistics.median(large_ms) / statistics.median(small_ms)
    note = f"p95 of {ROUNDS} each, in turns; the medians {medians:.2f} x"
    target, reached = ("", True) if name == COUNTED else (f"at most {MOST:g}", ratio <= MOST)
    note += f"; {MANY // WAITS_EVERY:,} wait, and are counted from an index" if name == COUNTED else ""
    return (
        Row(f"{name}: {MANY:,} videos / {FEW:,}", ratio, "x", target, reached, note),
        Row(f"{name}: {MANY:,} videos", p95_large, "ms", "", reached=True, note="p95"),
    )


async def _taken_ms(do: Do) -> float:
    begun = time.perf_counter()
    await do()
    return (time.perf_counter() - begun) * 1_000
