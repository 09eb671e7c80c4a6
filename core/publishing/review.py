"""What moderators do: take an item, decide it, hold it, take a post down, and undo that."""

from dataclasses import dataclass

from core.errors import BadInput, LostRace, NotAllowed, NotFound
from core.gate import Action, Surface
from core.people import OPERATOR, PersonId, Viewer
from core.ports import Clock, Store, Writes
from core.publications import (
    BANNED_FOR_MS,
    CLAIMED_FOR_MS,
    NOTE_LONGEST,
    OTHERS_WITHIN_MS,
    Ended,
    PublicationView,
    Why,
)
from core.videos import PublicationId, Showing


@dataclass(frozen=True)
class Ruling:
    """Why a moderator decides as they do: a canned reason, and what they add in own words, sent to the author."""

    why: Why = Why.OTHER
    note: str = ""


@dataclass(frozen=True)
class Reviewing:
    """What reviewing needs. Each call asks the gate in the transaction of its change.

    What is given is the item as its moderator may see it after the change: None where that is over.
    """

    store: Store
    clock: Clock

    async def claim(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> PublicationView | None:
        """Take a waiting item for five minutes. Raises NotFound, NotAllowed("claimed", until_ms), LostRace."""
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.CLAIM, publication, surface, writes)
            until_ms = self.clock.now_ms() + CLAIMED_FOR_MS
            await writes.claim_publication(publication, found.publication.revision, moderator, until_ms)
            return await writes.publication(viewer, publication, surface)

    async def look(
        self, viewer: Viewer, publication: PublicationId, revision: int, surface: Surface
    ) -> PublicationView | None:
        """Take an item, where it waits, and note that its moderator opens it: their reading of its bytes comes next.

        Raises as `claim` does, LostRace("publication_moved_on", state) for another revision.
        """
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.CLAIM, publication, surface, writes)
            if found.revision.number != revision:
                raise LostRace("publication_moved_on", state=found.publication.state.value)
            if found.waiting_since_ms is not None:
                until_ms = self.clock.now_ms() + CLAIMED_FOR_MS
                await writes.claim_publication(publication, revision, moderator, until_ms)
            await writes.note_look(publication, moderator=moderator)
            return await writes.publication(viewer, publication, surface)

    async def skip(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> None:
        """Give an item back. Raises NotFound."""
        async with self.store.write() as writes:
            _, moderator = await _item(viewer, Action.CLAIM, publication, surface, writes)
            await writes.release_publication(publication, moderator)

    async def approve(
        self, viewer: Viewer, publication: PublicationId, revision: int, surface: Surface
    ) -> PublicationView | None:
        """Let it be shown, in 30 s; of an appeal, at once. Raises as `decline` does."""
        async with self.store.write() as writes:
            found = await self._decided(viewer, publication, surface, writes)
            verb = "grant_appeal" if found.publication.state is Showing.APPEALED else "approve"
            await writes.move_publication(publication, revision, verb, actor=viewer.person)
            return await writes.publication(viewer, publication, surface)

    async def decline(
        self, viewer: Viewer, publication: PublicationId, revision: int, ruling: Ruling, surface: Surface
    ) -> PublicationView | None:
        """Don't let it be shown; of an appeal, let the first decision stand.

        Raises NotFound, NotAllowed: claimed(until_ms), own_decision, decider_left, own_publication;
        LostRace("publication_moved_on", state), BadInput("note_too_long").
        """
        check_ruling(ruling)
        async with self.store.write() as writes:
            found = await self._decided(viewer, publication, surface, writes)
            verb = _declining(found)
            await writes.move_publication(
                publication, revision, verb, actor=viewer.person, reason=ruling.why.value, note=ruling.note
            )
            return await writes.publication(viewer, publication, surface)

    async def undo(
        self, viewer: Viewer, publication: PublicationId, revision: int, surface: Surface
    ) -> PublicationView | None:
        """Take an approval back before it goes out: what waits then is a new revision that says the same."""
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.DECIDE, publication, surface, writes)
            again = await writes.reopen(publication, revision, actor=moderator)
            await writes.move_publication(publication, again, "propose", actor=moderator, reason=Ended.UNDONE.value)
            await writes.escalate(publication, on=found.publication.escalated)
            return await writes.publication(viewer, publication, surface)

    async def remove(
        self, viewer: Viewer, publication: PublicationId, revision: int, ruling: Ruling, surface: Surface
    ) -> PublicationView | None:
        """Take down what is shown, at once. Raises as `decline` does."""
        check_ruling(ruling)
        async with self.store.write() as writes:
            await _item(viewer, Action.REMOVE, publication, surface, writes)
            await writes.move_publication(
                publication, revision, "remove", actor=viewer.person, reason=ruling.why.value, note=ruling.note
            )
            return await writes.publication(viewer, publication, surface)

    async def reinstate(
        self, viewer: Viewer, publication: PublicationId, revision: int, surface: Surface
    ) -> PublicationView | None:
        """Show again what was removed. Raises as `decline` does, NotAllowed: held, banned, own_publication."""
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.REINSTATE, publication, surface, writes)
            await self._check_own(found, moderator, writes, overrules=True)
            await writes.move_publication(publication, revision, "reinstate", actor=viewer.person)
            return await writes.publication(viewer, publication, surface)

    async def hold(self, viewer: Viewer, publication: PublicationId, surface: Surface, *, on: bool = True) -> bool:
        """Close the gate to all but the owner and reviewers, or open it again; says whether that changed anything.

        Whoever holds it reaches it in whatever state until it is lifted. Raises NotFound, NotAllowed for opening it
        again: own_publication, case_holds, restore_holds.
        """
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.HOLD, publication, surface, writes)
            if not on:
                await self._check_own(found, moderator, writes)
            changed = await writes.hold_video(found.publication.video, on=on, actor=moderator)
            if changed:
                await writes.mark_held(publication, on=on)
            return changed

    async def ban(
        self, viewer: Viewer, publication: PublicationId, surface: Surface, *, for_ms: int = BANNED_FOR_MS
    ) -> int:
        """Take publishing in this community from the author; gives until when (UTC ms)."""
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.BAN, publication, surface, writes)
            until_ms = self.clock.now_ms() + for_ms
            author = await writes.author(publication)
            await writes.ban(found.publication.community, author, until_ms, actor=moderator)
            return until_ms

    async def unban(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> bool:
        """Give publishing back to the author; says whether it had been taken."""
        async with self.store.write() as writes:
            found, moderator = await _item(viewer, Action.BAN, publication, surface, writes)
            author = await writes.author(publication)
            return await writes.unban(found.publication.community, author, actor=moderator)

    async def _decided(
        self, viewer: Viewer, publication: PublicationId, surface: Surface, writes: Writes
    ) -> PublicationView:
        """Give what is to be decided, unless somebody else looks at it, or should decide it."""
        found, moderator = await _item(viewer, Action.DECIDE, publication, surface, writes)
        if found.claim is not None and found.claim.moderator != moderator:
            raise NotAllowed("claimed", until_ms=found.claim.until_ms)
        appealed = found.publication.state is Showing.APPEALED
        if (refusal := someone_elses(found, moderator)) is not None:
            raise refusal
        await self._check_own(found, moderator, writes, overrules=appealed)
        return found

    async def _check_own(
        self, found: PublicationView, moderator: PersonId, writes: Writes, *, overrules: bool = False
    ) -> None:
        """Leave a moderator's own video to another one, or to the operator; in the demo to themselves where alone.

        What overrules a decision is never theirs. Raises NotAllowed: own_publication, own_for_operator.
        """
        if await writes.author(found.publication.id) != moderator:
            return
        if found.publication.escalated:
            raise NotAllowed("own_for_operator")
        since_ms = self.clock.now_ms() - OTHERS_WITHIN_MS
        if overrules or await writes.others_decide(found.publication.community, moderator, since_ms):
            raise NotAllowed("own_publication")


def someone_elses(found: PublicationView, moderator: PersonId) -> NotAllowed | None:
    """Say why somebody else has to decide an appeal; None where nobody has to.

    own_decision: this moderator decided it first; decider_left: it may have been them, before they were forgotten.
    """
    if found.publication.state is not Showing.APPEALED:
        return None
    if found.revision.decided_by == moderator:
        return NotAllowed("own_decision")
    is_operators = found.publication.escalated and found.revision.decider_left
    return NotAllowed("decider_left") if is_operators and moderator != OPERATOR else None


def _declining(found: PublicationView) -> str:
    if found.publication.state is not Showing.APPEALED:
        return "decline"
    return "remove_again" if found.was_removed else "decline_again"


def check_ruling(ruling: Ruling) -> None:
    """Raise BadInput("note_too_long", limit, given) for words that are too long."""
    if len(ruling.note) > NOTE_LONGEST:
        raise BadInput("note_too_long", limit=NOTE_LONGEST, given=len(ruling.note))


async def _item(
    viewer: Viewer, action: Action, publication: PublicationId, surface: Surface, writes: Writes
) -> tuple[PublicationView, PersonId]:
    """Ask the gate about a publication. Raises NotFound("publication_not_found") for a miss and a refusal alike."""
    found = await writes.publication(viewer, publication, surface)
    if found is None or viewer.person is None:
        raise NotFound("publication_not_found")
    if not await writes.allows(viewer, action, publication, surface):
        raise NotFound("publication_not_found")
    return found, viewer.person
