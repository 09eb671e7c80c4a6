"""A marker for products that are no films: it leaves them as they are."""

from collections.abc import Collection

from core.videos import Media
from core.work import Memory, Product, Source


class Unmarked:
    """The `Marker` of tests whose generators give a few bytes in the place of a video."""

    async def mark(self, product: Product, _route: str, _media: Collection[Media]) -> Product:
        """Give what was given."""
        return product

    async def mark_copy(self, copy: Memory, _original: Source) -> Memory:
        """Give what was given."""
        return copy
