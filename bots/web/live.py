"""Keeps open pages true: redraws cards when something changed, and while something is being made."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from core.grants import SHARED
from core.people import PersonId
from core.records import OutboxRow
from core.videos import VideoId

Json = dict[str, Any]
REDRAW_EVERY_S = 0.5
WAITS, SHOWN = frozenset({"review"}), frozenset({"feed"})
"""Kinds of what a community's moderators, and its members, have to look at again."""


@dataclass(frozen=True)
class Changed:
    """What changed, by an outbox row's kind and subject."""

    kind: str
    subject: UUID


Draw = Callable[[Changed], Awaitable[Json | None]]


@dataclass(eq=False)
class OpenPage:
    """One tab of one person; it hears of these kinds, and a chat of all but what is for showcases."""

    person: PersonId
    hears: frozenset[str] | None = None
    changed: asyncio.Queue[Changed] = field(default_factory=lambda: asyncio.Queue(maxsize=1_000))
    others: set[VideoId] = field(default_factory=set)
    """Videos of other people of which this page was told."""

    def tell(self, change: Changed) -> None:
        """Put a change at the end of what is to be drawn; a page that doesn't read loses it."""
        heard = change.kind not in SHOWN if self.hears is None else change.kind in self.hears
        if heard:
            if change.kind == SHARED:
                self.others.add(VideoId(change.subject))
            with suppress(asyncio.QueueFull):
                self.changed.put_nowait(change)


class LivePages:
    """The open pages, and the Deliverer for surface "web". Nothing is kept for people without one: cards redraw."""

    def __init__(self) -> None:
        """Begin with no page open."""
        self._pages: set[OpenPage] = set()

    @contextmanager
    def opened(self, person: PersonId, hears: frozenset[str] | None = None) -> Iterator[OpenPage]:
        """Count a page in for the length of a block."""
        page = OpenPage(person, hears)
        self._pages.add(page)
        try:
            yield page
        finally:
            self._pages.discard(page)

    def follow(self, before: PersonId, now: PersonId) -> None:
        """Let the open pages of somebody be those of whom they are now: who was forgotten is somebody new."""
        for page in self._pages:
            if page.person == before:
                page.person = now

    async def deliver(self, row: OutboxRow) -> None:
        """Tell the open pages whom it concerns. Redrawing twice is harmless, so row ids need no memory."""
        for page in self._pages:
            if row.person in (None, page.person):
                page.tell(Changed(row.kind, row.subject))


async def redraws(page: OpenPage, draw: Draw) -> AsyncIterator[Json]:
    """Give each card anew when it differs from what this page has; watch those with progress until they end."""
    drawn: dict[str, Json] = {}
    moving: set[Changed] = set()
    while True:
        due = set(moving)
        with suppress(TimeoutError):
            due.add(await asyncio.wait_for(page.changed.get(), REDRAW_EVERY_S if moving else None))
        for change in due:
            card = await draw(change)
            if card is None:
                moving.discard(change)
                continue
            (moving.add if _moves(card) else moving.discard)(change)
            if card["card"] is None or drawn.get(card["card"]) != card:
                drawn[card["card"] or ""] = card
                yield card


def _moves(card: Json) -> bool:
    return any(part["kind"] == "progress" for part in card["parts"])
