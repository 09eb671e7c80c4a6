"""A file that somebody hands in, as every surface gives it: lazily, chunk by chunk."""

from collections.abc import AsyncIterator
from typing import Protocol, runtime_checkable

from core.work import Source


@runtime_checkable
class Upload(Protocol):
    """Bytes that can be read once. `name` is the person's own file name: sealed or forgotten, never logged."""

    name: str
    declared_size: int | None

    def chunks(self) -> AsyncIterator[bytes]:
        """Give the bytes in order."""


@runtime_checkable
class Staged(Upload, Protocol):
    """An upload that was sealed while it came: whoever holds it removes it. `source` is all of it."""

    source: Source
