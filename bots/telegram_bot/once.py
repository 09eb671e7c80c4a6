"""What an update asks for is changed once, also when a crash has it answered a second time."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace

from bots.chat.dispatch import Chat
from bots.chat.services import Services
from core.errors import LostRace
from core.people import Platform
from core.ports import Reads, Store, Writes


class OneCarrying:
    """A store for one update: its first transaction notes that the update's change is made, or doesn't begin."""

    def __init__(self, store: Store, number: int) -> None:
        """Put an update's number before the writing door of `store`."""
        self.ledger = store.ledger
        self.was_carried = False
        """Whether an earlier try had made the change."""
        self._store = store
        self._number = number
        self._begun = False

    def read(self) -> AbstractAsyncContextManager[Reads]:
        """Open the reading door."""
        return self._store.read()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writes]:
        """Open the writing door. Raises LostRace("update_carried") where an earlier try came through it."""
        async with self._store.write() as writes:
            if not self._begun and not await writes.carry(Platform.TELEGRAM, self._number):
                self.was_carried = True
                raise LostRace("update_carried")
            yield writes
        self._begun = True

    async def scrub(self) -> None:
        """Truncate the write-ahead log."""
        await self._store.scrub()


@dataclass(frozen=True)
class Once:
    """Makes a conversation for one update."""

    services: Services

    def chat(self, number: int) -> tuple[Chat, OneCarrying]:
        """Give the conversation, and what tells whether an earlier try had made its change."""
        carrying = OneCarrying(self.services.store, number)
        return Chat(replace(self.services, store=carrying)), carrying
