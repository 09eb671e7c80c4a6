"""Marks: what is put into a video, so that a machine reads what it is made of, and a change shows."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

from core.videos import Media
from core.work import Memory, Product, Source

MOST_ADDED_BYTES = 16 * 1024
"""What marking adds to a file at most: some 4 KiB, whatever its length."""


@dataclass(frozen=True)
class Credential:
    """A key that marks one video, and the chain of certificates that vouches for it, both as PEM."""

    chain: str
    key: str = field(repr=False)


class Credentials(Protocol):
    """What vouches that a video left this house as it is."""

    def issue(self) -> Credential:
        """Make a key for one video and vouch for it; nobody keeps that key."""


class Marker(Protocol):
    """Puts into a video what it is made of."""

    async def mark(self, product: Product, route: str, media: Collection[Media]) -> Product:
        """Give a product whose parts are marked; takes the given one's memories over.

        Raises NotMarked("marking_failed"): what isn't marked isn't delivered.
        """

    async def mark_copy(self, copy: Memory, original: Source) -> Memory:
        """Mark a video that was encoded again as its original is; where that isn't, the copy isn't either.

        Takes the copy over. Raises as `mark`.
        """
