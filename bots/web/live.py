"""Keeps the cards on open pages true: redraws them when something changed, and while something is being made."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from core.grants import SHARED
from core.people import PersonId
from core.records import OutboxRow
from core.videos import VideoId

Json = dict[str, Any]
Draw = Callable[[VideoId], Awaitable[Json | None]]
REDRAW_EVERY_S = 0.5


@dataclass(eq=False)
class OpenPage:
    """One tab of one person."""

    person: PersonId
    changed: asyncio.Queue[VideoId] = field(default_factory=lambda: asyncio.Queue(maxsize=1_000))
    others: set[VideoId] = field(default_factory=set)
    """Videos of other people of which this page was told."""


class LivePages:
    """The open pages, and the Deliverer for surface "web". Nothing is kept for people without one: cards redraw."""

    def __init__(self) -> None:
        """Begin with no page open."""
        self._pages: set[OpenPage] = set()

    @contextmanager
    def opened(self, person: PersonId) -> Iterator[OpenPage]:
        """Count a page in for the length of a block."""
        page = OpenPage(person)
        self._pages.add(page)
        try:
            yield page
        finally:
            self._pages.discard(page)

    async def deliver(self, row: OutboxRow) -> None:
        """Tell the owner's open pages that a card changed. Redrawing twice is harmless, so row ids need no memory."""
        for page in self._pages:
            if row.person in (None, page.person):
                if row.kind == SHARED:
                    page.others.add(VideoId(row.subject))
                with suppress(asyncio.QueueFull):
                    page.changed.put_nowait(VideoId(row.subject))


async def redraws(page: OpenPage, draw: Draw) -> AsyncIterator[Json]:
    """Give each card anew when it differs from what this page has; watch those with progress until they end."""
    drawn: dict[VideoId, Json] = {}
    moving: set[VideoId] = set()
    while True:
        due = set(moving)
        with suppress(TimeoutError):
            due.add(await asyncio.wait_for(page.changed.get(), REDRAW_EVERY_S if moving else None))
        for video in due:
            card = await draw(video)
            if card is None:
                moving.discard(video)
                continue
            (moving.add if _moves(card) else moving.discard)(video)
            if drawn.get(video) != card:
                drawn[video] = card
                yield card


def _moves(card: Json) -> bool:
    return any(part["kind"] == "progress" for part in card["parts"])
