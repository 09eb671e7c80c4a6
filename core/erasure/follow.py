"""Open receipts: looked at again and again until what they wait for outside is gone, or their time is over."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol

from core.erasure.copies import CHATS, changes, given_up, unlisted
from core.erasure.receipts import OURS, Issuer, look_again_ms, next_version
from core.ports import Store
from core.receipts import Item, ItemState, OpenReceipt, ReceiptMoved

EVERY_S = 5.0
AT_ONCE = 50
ASKED_WITHIN_S = 30.0
"""How long a generator may take to answer."""

log = logging.getLogger("hushreel.erasure")


class Answer(Enum):
    """What a generator says when it is asked to erase a copy."""

    CONFIRMED = "confirmed"
    """It says that the copy is gone: believed when, asked once more, it knows no such copy."""

    NOT_FOUND = "not_found"
    """It knows no such copy: that may be so, or it looked in the wrong place. Alone it proves nothing."""

    REFUSED = "refused"


class AsksToErase(Protocol):
    """A generator, asked to erase what it holds. It may take its time, or raise whatever it likes."""

    async def erase(self, item: Item) -> Answer | Item:
        """Ask for one copy; gives an answer, or the item as it is now by what is known of that generator."""


@dataclass(frozen=True)
class Follower:
    """Looks at open receipts. `generators` are asked by the name that stands in an item's `where`."""

    store: Store
    issuer: Issuer
    generators: Mapping[str, AsksToErase] = field(default_factory=dict)

    async def look(self) -> int:
        """Look at what is due; gives how many receipts got a new version. One that fails keeps no other one."""
        changed, silent = 0, set[str]()
        for receipt in await self.store.ledger.receipts_due(self.issuer.clock.now_ms(), AT_ONCE):
            try:
                changed += await self._look_at(receipt, silent)
            except ReceiptMoved:
                log.info("receipt %s moved on by itself", receipt.id)
            except Exception as error:  # noqa: BLE001 - the others are due as well
                log.warning("receipt %s not looked at: %s", receipt.id, type(error).__name__)
        return changed

    async def _look_at(self, receipt: OpenReceipt, silent: set[str]) -> bool:
        """Issue the next version where something changed; else have what waits asked for again, and look later.

        Generators that are `silent` aren't asked: one that doesn't answer keeps other receipts waiting once only.
        """
        now_ms, ledger = self.issuer.clock.now_ms(), self.store.ledger
        found: dict[int, Item] = {}
        more: Sequence[Item] = ()
        if not any(one.waits and one.where in OURS for one in receipt.items):
            found = await changes(receipt, ledger, now_ms) | await self._asked(receipt, now_ms, silent)
            more = await unlisted(receipt, ledger, now_ms)
        async with self.store.write() as writes:
            if found or more:
                await next_version(receipt, found, writes, self.issuer, more=more)
                return True
            await writes.look_later(receipt, look_again_ms(receipt, now_ms))
        return False

    async def _asked(self, receipt: OpenReceipt, now_ms: int, silent: set[str]) -> dict[int, Item]:
        """Ask generators for their copies, and give the items of which something became."""
        found = {}
        for place, item in enumerate(receipt.items):
            if item.waits and item.copy is not None and item.where not in CHATS:
                now = await self._ask(item, silent)
                if now.waits and now_ms >= receipt.over_at_ms:
                    now = given_up(now)
                if not now.waits:
                    found[place] = now
        return found

    async def _ask(self, item: Item, silent: set[str]) -> Item:
        generator = self.generators.get(item.where)
        if generator is None or item.where in silent:
            return item
        try:
            async with asyncio.timeout(ASKED_WITHIN_S):
                first = await generator.erase(item)
                if isinstance(first, Item):
                    return _dated(first, self.issuer.clock.now_ms())
                answers = first, await generator.erase(item)
        except TimeoutError:
            silent.add(item.where)
            log.info("%s doesn't answer", item.where)
            return item
        except Exception as error:  # noqa: BLE001 - whatever a generator does, it is asked again
            log.info("copy %s at %s: %s", item.copy, item.where, type(error).__name__)
            return item
        is_gone = answers == (Answer.CONFIRMED, Answer.NOT_FOUND)
        return replace(item, state=ItemState.DONE, until_ms=None, paper="", task="") if is_gone else item


def _dated(item: Item, now_ms: int) -> Item:
    """Say of a copy that was erased elsewhere until when it was there."""
    return replace(item, until_ms=now_ms) if item.state is ItemState.DONE else item


async def keep_following(follower: Follower) -> None:
    """Look at once and then every few seconds, until cancelled."""
    while True:
        try:
            await follower.look()
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("receipts not looked through: %s", type(error).__name__)
        await asyncio.sleep(EVERY_S)
