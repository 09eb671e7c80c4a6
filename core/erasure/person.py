"""Erasing a person: closed at once with all that is theirs, then taken out of every table, then forgotten."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from core.departures import Departed, DepartureId, Leaving
from core.erasure.closed import OURS, beyond_us
from core.erasure.copies import changes, item_of, items_of
from core.erasure.elsewhere import copy_of
from core.erasure.erase import Shutting, insist
from core.erasure.holdings import HOLDINGS, Holding
from core.erasure.receipts import DATABASE, Closed, Issuer, journaled, open_receipt, ours_gone
from core.errors import NotAllowed, NotFound
from core.gate import Action, Subject, Surface, may
from core.linking.decide import tell_unanswered
from core.people import FORGETS_AFTER_MS, Identity, PersonId, Viewer
from core.ports import Reads, Steps, Store, Writes
from core.receipts import Item, ItemState, Opened

THEIRS = tuple(Item(what, DATABASE) for what in ("account", "sharing", "name_in_reports", "name_in_decisions"))
"""What goes here of a person beside their videos."""

BANS_PAPER = "hushreel-privacy/12.8"
"""The clause by which a ban outlives whom it is for."""

log = logging.getLogger("hushreel.erasure")


@dataclass(frozen=True)
class Leave:
    """Who asks to be forgotten, by which account and where."""

    viewer: Viewer
    identity: Identity
    surface: Surface


async def request(leave: Leave, shutting: Shutting) -> Opened:
    """Begin to forget whoever asks: when this returns, nobody is they any more, and the journal knows.

    All their videos are closed, and the next word of each account of theirs is the first of a new person. Gives the
    receipt's number and secret. Raises NotFound("account_unknown"), NotAllowed("forget_too_soon", until_ms) within a
    day of connecting, and as the gate says.
    """
    async with shutting.store.write() as writes:
        person = await check(leave, writes, shutting.issuer.clock.now_ms())
        departed, opened = await begin(person, writes, shutting, await writes.leaving(leave.viewer))
    await shutting.revocations.revoke(departed.assets)
    return opened


async def check(leave: Leave, reads: Reads, now_ms: int) -> PersonId:
    """Give the person that may be forgotten now. Raises as `request` does."""
    accounts = await reads.accounts(leave.viewer)
    own = next((one for one in accounts if one.identity == leave.identity), None)
    if leave.viewer.person is None or own is None:
        raise NotFound("account_unknown")
    if not own.may_forget(now_ms):
        raise NotAllowed("forget_too_soon", until_ms=(own.joined_at_ms or 0) + FORGETS_AFTER_MS)
    in_state = {state: video for video, state in await reads.owned(leave.viewer)}
    for state, video in in_state.items():
        decision = may(leave.viewer, Action.DELETE, Subject(video, leave.viewer.person, state), leave.surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
    return leave.viewer.person


async def begin(person: PersonId, writes: Writes, shutting: Shutting, leaving: Leaving) -> tuple[Departed, Opened]:
    """Close everything of a person within a transaction, and give the receipt; `leaving` says what they had.

    The journal is on its disk before the transaction is kept: a restored backup forgets again.
    """
    departure = DepartureId(shutting.issuer.ids.new())
    while pairing := await writes.pairing(Viewer(person)):
        await tell_unanswered(pairing, writes)
    departed = await writes.begin_departure(departure, person)
    now_ms, messages = shutting.issuer.clock.now_ms(), await writes.messages_of(departure)
    copies = [
        *(item_of(one, now_ms) for one in messages),
        *items_of(await writes.messages_about(departure), now_ms),
        *(copy_of(one) for one in (await writes.sent(departed.videos)).values()),
    ]
    for one in HOLDINGS:
        if one.at_once:
            await one.forget(departure, writes)
    erased = [departure, *departed.people, *departed.videos, *departed.assets]
    position = await journaled(erased, writes, shutting.journal)
    stays = [Item("bans", DATABASE, ItemState.EXPIRES, leaving.banned_until_ms, BANS_PAPER)] if leaving.bans else []
    items = (*THEIRS, *(OURS if departed.videos else ()), *copies, *stays, *beyond_us(shutting.issuer))
    opened = await open_receipt(writes, Closed(items, position, erased, departed.roles), shutting.issuer)
    await writes.receipt_it(departure, opened.number)
    await writes.recall(opened.number, [one.id for one in messages])
    await writes.cut_off(departure)
    return departed, opened


@dataclass(frozen=True)
class Forgetter:
    """The flow `forget` and what it needs. It begins when the last video of somebody who leaves is gone."""

    store: Store
    issuer: Issuer
    holdings: Sequence[Holding] = HOLDINGS

    async def forget(self, steps: Steps, subject: str) -> None:
        """Take somebody who left out of every table; each step may run again after a crash.

        Who they were is forgotten last, when nothing else names it. The receipt says so after no file holds it.
        """
        departure = DepartureId(UUID(subject))
        if not await self.store.ledger.is_departing(departure):
            return
        await steps.step("rows", partial(insist, departure, partial(self._empty, departure)))
        await steps.step("scrub", partial(insist, departure, self.store.scrub))
        await steps.step("receipt", partial(insist, departure, partial(self._tell, departure)))

    async def _empty(self, departure: DepartureId) -> None:
        for one in self.holdings:
            async with self.store.write() as writes:
                await one.forget(departure, writes)

    async def _tell(self, departure: DepartureId) -> None:
        ledger, now_ms = self.store.ledger, self.issuer.clock.now_ms()
        async with self.store.write() as writes:
            receipt = await writes.departure_receipt(departure)
            if receipt is not None:
                await ours_gone(receipt, writes, self.issuer, await changes(receipt, ledger, now_ms))
            await writes.end_departure(departure)
