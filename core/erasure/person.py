"""Erasing a person: closed at once with all that is theirs, then taken out of every table, then forgotten."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from core.departures import Departed, DepartureId
from core.erasure.erase import insist
from core.erasure.holdings import HOLDINGS, Holding
from core.errors import NotAllowed, NotFound
from core.gate import Action, Subject, Surface, may
from core.linking.decide import tell_unanswered
from core.people import FORGETS_AFTER_MS, Identity, PersonId, Viewer
from core.ports import Clock, Ids, Journal, Revocations, Steps, Store, Writes

log = logging.getLogger("hushreel.erasure")


@dataclass(frozen=True)
class Leave:
    """Who asks to be forgotten: by which account, where, and in which language their chats are emptied."""

    viewer: Viewer
    identity: Identity
    surface: Surface
    language: str = "en"


@dataclass(frozen=True)
class Forgetting:
    """Begins to forget people. What it needs stands here; each call takes the store that spends its token."""

    journal: Journal
    revocations: Revocations
    clock: Clock
    ids: Ids
    holdings: Sequence[Holding] = HOLDINGS

    async def request(self, leave: Leave, store: Store) -> DepartureId:
        """Begin to forget whoever asks: when this returns, nobody is they any more, and the journal knows.

        All their videos are closed, and the next word of each account of theirs is the first of a new person.

        Raises NotFound("account_unknown"), NotAllowed("forget_too_soon", until_ms) within a day of connecting, and as
        the gate says.
        """
        async with store.write() as writes:
            person = await self._check(leave, writes)
            departure, departed = await self.begin(person, leave.language, writes)
        await self.revocations.revoke(departed.assets)
        log.info("departure %s begins", departure)
        return departure

    async def _check(self, leave: Leave, writes: Writes) -> PersonId:
        accounts = await writes.accounts(leave.viewer)
        own = next((one for one in accounts if one.identity == leave.identity), None)
        if leave.viewer.person is None or own is None:
            raise NotFound("account_unknown")
        if not own.may_forget(self.clock.now_ms()):
            raise NotAllowed("forget_too_soon", until_ms=(own.joined_at_ms or 0) + FORGETS_AFTER_MS)
        for video, state in await writes.owned(leave.viewer):
            subject = Subject(video, leave.viewer.person, state)
            decision = may(leave.viewer, Action.DELETE, subject, leave.surface)
            if not decision.allowed:
                raise NotAllowed(decision.reason.value)
        return leave.viewer.person

    async def begin(self, person: PersonId, language: str, writes: Writes) -> tuple[DepartureId, Departed]:
        """Close everything of a person within a transaction, and write the journal's line, in this order.

        The journal is on its disk before the transaction is kept: a restored backup forgets again.
        """
        departure = DepartureId(self.ids.new())
        while pairing := await writes.pairing(Viewer(person)):
            await tell_unanswered(pairing, writes)
        departed = await writes.begin_departure(departure, person)
        for one in self.holdings:
            if one.at_once:
                await one.forget(departure, writes)
        await writes.cut_off(departure, language)
        await self.journal.append([departure, *departed.people, *departed.videos, *departed.assets])
        return departure, departed


@dataclass(frozen=True)
class Forgetter:
    """The flow `forget` and what it needs. It begins when the last video of somebody who leaves is gone."""

    store: Store
    holdings: Sequence[Holding] = HOLDINGS

    async def forget(self, steps: Steps, subject: str) -> None:
        """Take somebody who left out of every table; each step may run again after a crash.

        What they were is forgotten last, after nothing else names it, and that they left after no file holds it.
        """
        departure = DepartureId(UUID(subject))
        if not await self.store.ledger.is_departing(departure):
            return
        await steps.step("rows", partial(insist, departure, partial(self._empty, departure)))
        await steps.step("scrub", partial(insist, departure, self.store.scrub))
        await steps.step("end", partial(insist, departure, partial(self._end, departure)))

    async def _empty(self, departure: DepartureId) -> None:
        for one in self.holdings:
            async with self.store.write() as writes:
                await one.forget(departure, writes)

    async def _end(self, departure: DepartureId) -> None:
        async with self.store.write() as writes:
            await writes.end_departure(departure)
