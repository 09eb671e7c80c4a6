"""Copies at generators elsewhere: items of a video's receipt, and what becomes of each when its generator is asked."""

from dataclasses import dataclass, replace

from core.receipts import Item, ItemState
from core.records import Outcome
from core.routes import Remote
from core.submissions import Submission

GENERATORS_COPY = "generators_copy"
"""What a generator elsewhere got, and what it made of that."""

NOT_OURS = "not_ours_to_delete"
"""Why a copy at a generator stays: nobody promises that it goes."""

_STATES = {
    Outcome.DELETED: ItemState.DONE,
    Outcome.EXPIRES: ItemState.EXPIRES,
    Outcome.NEVER: ItemState.CANNOT_RECALL,
}


def copy_of(order: Submission) -> Item:
    """Give the item of an order that left: waiting until its generator was asked."""
    return Item(GENERATORS_COPY, order.route, copy=order.external_id, task=order.task or "")


@dataclass(frozen=True)
class RemoteCopies:
    """Asks a generator to erase what it holds."""

    remote: Remote

    async def erase(self, item: Item) -> Item:
        """Have a copy erased, and give its item as it is then: done, expiring on a day, or not ours to delete.

        Raises RemoteError where it is to be asked again later.
        """
        erased = await self.remote.erase(await self._task(item))
        expires, paper = erased.outcome is Outcome.EXPIRES, self.remote.label().clauses.get("keeps_outputs", "")
        return replace(
            item,
            state=_STATES[erased.outcome],
            until_ms=erased.until_ms if expires else None,
            paper=paper if expires else "",
            why=NOT_OURS if erased.outcome is Outcome.NEVER else "",
            task="",
        )

    async def _task(self, item: Item) -> str:
        """Give the task's id; where nobody knows it, ours for a generator that finds a task by that, else ""."""
        if item.task or item.copy is None or not self.remote.finds:
            return item.task
        return await self.remote.find(item.copy) or str(item.copy)
