"""Whoever answers for a place decides a case: uphold it, dismiss it, or take that back; and the clock of cases."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from core.cases import DECIDED_CASES, Case, CaseId, CaseState
from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Surface
from core.people import CommunityId, PersonId, Viewer
from core.ports import Clock, Reads, Store, Writes
from core.publications import OTHERS_WITHIN_MS
from core.publishing.review import Ruling, check_ruling

AT_ONCE = 50

log = logging.getLogger("hushreel.cases")


@dataclass(frozen=True)
class Judging:
    """What deciding cases needs. Each call asks the gate in the transaction of its change.

    Raises NotFound("case_not_found") for a miss and a refusal alike, LostRace("case_moved_on", state) for a case that
    somebody else was quicker with.
    """

    store: Store
    clock: Clock

    async def waiting(self, viewer: Viewer, community: CommunityId | None, surface: Surface) -> Sequence[Case]:
        """Give open cases of a community, or the operator's, what is due first coming first."""
        async with self.store.read() as reads:
            return await reads.cases(viewer, community, surface)

    async def look(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case:
        """Give a case, and note that whoever decides opens its video: their reading of its bytes comes next."""
        async with self.store.write() as writes:
            found = await _case(viewer, case, surface, writes)
            seen = found.publication or found.video
            if seen is not None and viewer.person is not None:
                await writes.note_look(seen, moderator=viewer.person)
            return found

    async def uphold(self, viewer: Viewer, case: CaseId, ruling: Ruling, surface: Surface) -> Case:
        """Agree: what is shown is taken down, or sharing ends. What is grave stays closed until it is deleted.

        Raises BadInput("note_too_long").
        """
        check_ruling(ruling)
        async with self.store.write() as writes:
            found = await _open(viewer, case, surface, writes)
            removed = await self._take_down(found, ruling, viewer.person, writes)
            await writes.decide_case(
                case, CaseState.UPHELD, ruling.why.value, actor=viewer.person, removed=removed or found.removed
            )
            return await _case(viewer, case, surface, writes)

    async def _take_down(self, case: Case, ruling: Ruling, actor: PersonId | None, writes: Writes) -> int | None:
        """Take down what the case is about; gives the revision that was shown, None where nothing was."""
        if case.publication is None:
            if case.video is not None:
                await writes.withdraw(case.video, None, actor=actor)
            return None
        shown = await writes.shown_number(case.publication)
        if shown is None:
            return None
        await writes.move_publication(
            case.publication, shown, "remove", actor=actor, reason=ruling.why.value, note=ruling.note
        )
        return shown

    async def dismiss(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case:
        """Disagree: what was held is open again, and what this case took down is shown again.

        Raises NotAllowed("own_publication") for a moderator's own where another one decides.
        """
        async with self.store.write() as writes:
            found = await _open(viewer, case, surface, writes)
            await self._check_own(found, viewer, writes)
            await writes.decide_case(case, CaseState.DISMISSED, "", actor=viewer.person)
            await _show_again(found, viewer.person, writes)
            return await _case(viewer, case, surface, writes)

    async def reopen(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case:
        """Take a decision back: it waits again, and what was closed at once is closed again."""
        async with self.store.write() as writes:
            found = await _case(viewer, case, surface, writes)
            if found.state not in DECIDED_CASES:
                raise LostRace("case_moved_on", state=found.state.value)
            await writes.reopen_case(case, actor=viewer.person)
            return await _case(viewer, case, surface, writes)

    async def lift(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case:
        """Let what an upheld case keeps closed be open to its owner's people again; for the operator alone."""
        async with self.store.write() as writes:
            await _case(viewer, case, surface, writes)
            if not viewer.operator:
                raise NotFound("case_not_found")
            await writes.lift_case(case, actor=viewer.person)
            return await _case(viewer, case, surface, writes)

    async def _check_own(self, case: Case, viewer: Viewer, writes: Writes) -> None:
        """Leave a moderator's own video to another one, where there is one, as reviewing does."""
        if case.publication is None or case.community is None or viewer.person is None:
            return
        if await writes.author(case.publication) != viewer.person:
            return
        if await writes.others_decide(case.community, viewer.person, self.clock.now_ms() - OTHERS_WITHIN_MS):
            raise NotAllowed("own_publication")


async def _show_again(case: Case, actor: PersonId | None, writes: Writes) -> None:
    """Show again what an earlier decision of this case took down, unless its video is held or its author banned."""
    if case.publication is None or case.removed is None:
        return
    try:
        await writes.move_publication(case.publication, case.removed, "reinstate", actor=actor)
    except (LostRace, NotAllowed) as refused:
        log.info("case %s: publication %s stays as it is: %s", case.id, case.publication, refused.code)


async def _case(viewer: Viewer, case: CaseId, surface: Surface, reads: Reads) -> Case:
    found = await reads.case(viewer, case, surface)
    if found is None:
        raise NotFound("case_not_found")
    return found


async def _open(viewer: Viewer, case: CaseId, surface: Surface, reads: Reads) -> Case:
    found = await _case(viewer, case, surface, reads)
    if found.state is not CaseState.OPEN:
        raise LostRace("case_moved_on", state=found.state.value)
    return found


async def ring_due(*, store: Store, clock: Clock) -> int:
    """Call to mind what waits: its community, and from 36 hours on the operator too; gives how many alarms rang."""
    rung = 0
    for alarm in await store.ledger.alarms_due(clock.now_ms(), AT_ONCE):
        async with store.write() as writes:
            if not await writes.ring(alarm):
                continue
        rung += 1
        if alarm.operators:
            log.warning("case %s of community %s waits: alarm %d", alarm.case, alarm.community, alarm.rung)
    return rung


async def forget_old(*, store: Store, clock: Clock) -> int:
    """Forget cases that were closed long ago, and addresses after a day; gives how many rows changed."""
    if not await store.ledger.old_cases(clock.now_ms()):
        return 0
    async with store.write() as writes:
        dropped = await writes.drop_old_cases()
    await store.scrub()
    return dropped
