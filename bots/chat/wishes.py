"""What was asked for and not yet begun, while a button offers another way; in memory only, words and all."""

from collections import OrderedDict
from uuid import UUID

from core.generation.order import Wish
from core.people import PersonId
from core.ports import Ids

MOST = 1_000


class Wishes:
    """The newest MOST wishes of all people. What a restart or newer wishes push out is asked for again."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[UUID, tuple[PersonId, Wish]] = OrderedDict()

    def keep(self, person: PersonId, wish: Wish, ids: Ids) -> UUID:
        """Remember a wish under a new name."""
        name = ids.new()
        self._kept[name] = (person, wish)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return name

    def of(self, person: PersonId, name: UUID) -> Wish | None:
        """Give a person's own wish; None for one that isn't theirs or isn't known any more."""
        owner, wish = self._kept.get(name, (None, None))
        return wish if owner == person else None

    def forget_all(self, person: PersonId) -> None:
        """Drop every wish of somebody."""
        for name in [name for name, (owner, _) in self._kept.items() if owner == person]:
            del self._kept[name]

    def forget(self, name: UUID) -> None:
        """Drop a wish that was carried out."""
        self._kept.pop(name, None)
