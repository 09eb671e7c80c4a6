"""Asking a community to show a video: a draft, its proposal, and sending it in."""

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import BadInput, LimitReached, LostRace, NotAllowed, NotFound
from core.gate import Action, Surface
from core.people import CommunityId, Viewer
from core.ports import Clock, Ids, Store, Writes
from core.publications import (
    CREDIT_LONGEST,
    DESCRIPTION_LONGEST,
    OTHERS_WITHIN_MS,
    SAID_LONGEST,
    SHOWN_FOR_MS,
    SHOWN_MOST_MS,
    TAG_LONGEST,
    TAGS_MOST,
    Proposal,
    PublicationView,
    Publishing,
)
from core.publishing.overseen import tell_operator
from core.videos import (
    TITLE_LONGEST,
    Audience,
    Making,
    Portrayed,
    Publication,
    PublicationId,
    Showing,
    VideoId,
)

QUOTA_MS = 86_400_000
_REDRAFTED = frozenset({Showing.DECLINED, Showing.WITHDRAWN, Showing.EXPIRED})
_SAID = frozenset({Portrayed.SELF, Portrayed.AGREED, Portrayed.NOBODY})


@dataclass(frozen=True)
class Proposing:
    """What asking needs."""

    store: Store
    clock: Clock
    ids: Ids

    async def begin(self, viewer: Viewer, video: VideoId, community: CommunityId, surface: Surface) -> PublicationView:
        """Give the draft of a video for a community; what waits, or was removed, is given as it stands.

        Raises NotFound, NotAllowed: held, banned, publishing_paused, not_member, and case_open for what left while a
        case is open; LostRace("video_moved_on") unless it is ready.
        """
        async with self.store.write() as writes:
            await self._check(viewer, video, community, surface, writes)
            found = await writes.publication_of(viewer, video, community)
            if found is None:
                await self._draft(video, community, writes)
            elif found.publication.state in _REDRAFTED:
                if found.publication.reported:
                    raise NotAllowed("case_open")
                number = found.publication.revision
                await writes.move_publication(found.publication.id, number, "redraft", actor=viewer.person)
            elif found.publication.state is Showing.SHOWN and viewer.person is not None:
                await writes.revise(found.publication.id, found.publication.revision, actor=viewer.person)
            begun = await writes.publication_of(viewer, video, community)
        if begun is None:
            raise NotFound("video_not_found")
        return begun

    async def _check(
        self, viewer: Viewer, video: VideoId, community: CommunityId, surface: Surface, writes: Writes
    ) -> Publishing:
        """Ask the gate, and what holds in the community."""
        decision = await writes.decide(viewer, Action.PUBLISH, video, surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        if community not in viewer.roles:
            raise NotAllowed("not_member")
        if community in viewer.banned_from:
            raise NotAllowed("banned")
        view = await writes.video(viewer, video, surface)
        if view is None or view.video.state is not Making.READY:
            raise LostRace("video_moved_on", state=view.video.state.value if view else "gone")
        rules = await writes.publishing(viewer, community, surface)
        if rules.paused:
            raise NotAllowed("publishing_paused")
        return rules

    async def _draft(self, video: VideoId, community: CommunityId, writes: Writes) -> None:
        name = PublicationId(self.ids.new())
        first = Publication(name, video, community, Audience.COMMUNITY, 1, Showing.DRAFT)
        await writes.add_publication(first, Proposal(until_ms=self.clock.now_ms() + SHOWN_FOR_MS))

    async def change(
        self,
        viewer: Viewer,
        publication: PublicationId,
        revision: int,
        surface: Surface,
        changed: Callable[[Proposal], Proposal],
    ) -> PublicationView:
        """Keep another proposal for the viewer's own draft.

        Raises NotFound, NotAllowed as `begin` does, LostRace("publication_moved_on"); BadInput: title_too_long,
        description_too_long, tags_too_many, tag_too_long, credit_too_long, said_too_long, until_malformed,
        world_closed.
        """
        async with self.store.write() as writes:
            before = await _own(viewer, publication, surface, writes)
            rules = await self._check(viewer, before.publication.video, before.publication.community, surface, writes)
            proposal = changed(before.revision.proposal)
            self._check_words(proposal)
            self._check_terms(proposal, rules)
            await writes.propose(publication, revision, proposal)
            return await _own(viewer, publication, surface, writes)

    async def send(
        self, viewer: Viewer, publication: PublicationId, revision: int, surface: Surface
    ) -> PublicationView:
        """Propose a draft to the community's moderators, or show it where nobody moderates by choice.

        Where no act of a moderator was seen for a week, it is proposed all the same, and the admins are told once. A
        moderator's own falls to the operator where no other one is known to decide.
        Raises as `change` does, BadInput("portrayed_unsaid"), LimitReached("publishing_quota", limit).
        """
        async with self.store.write() as writes:
            found = await _own(viewer, publication, surface, writes)
            community = found.publication.community
            rules = await self._check(viewer, found.publication.video, community, surface, writes)
            proposal = found.revision.proposal
            self._check_terms(proposal, rules)
            if proposal.portrayed not in _SAID:
                raise BadInput("portrayed_unsaid")
            if await writes.proposed_since(viewer, community, self.clock.now_ms() - QUOTA_MS) >= rules.quota:
                raise LimitReached("publishing_quota", limit=rules.quota)
            verb = "propose" if rules.reviewed else "show"
            await writes.move_publication(publication, revision, verb, actor=viewer.person)
            await self._look_after(viewer, found, rules, writes)
            sent = await _own(viewer, publication, surface, writes)
        await tell_operator(sent, self.store)
        return sent

    async def _look_after(self, viewer: Viewer, found: PublicationView, rules: Publishing, writes: Writes) -> None:
        """See to it that somebody decides: the operator, where a moderator proposes and no other one is known."""
        community = found.publication.community
        if rules.idle and not rules.moderated:
            await writes.note_idle(community)
        alone = await writes.decides_alone(viewer, community, self.clock.now_ms() - OTHERS_WITHIN_MS)
        await writes.escalate(found.publication.id, on=alone)

    def _check_terms(self, proposal: Proposal, rules: Publishing) -> None:
        now_ms = self.clock.now_ms()
        until_ms = proposal.until_ms
        if until_ms is None or not now_ms < until_ms <= now_ms + SHOWN_MOST_MS:
            raise BadInput("until_malformed", latest_ms=now_ms + SHOWN_MOST_MS)
        if proposal.audience is Audience.ANYONE and not rules.world:
            raise BadInput("world_closed")

    def _check_words(self, proposal: Proposal) -> None:
        caption = proposal.caption
        title, description, credit = (len(one) for one in (caption.title, caption.description, caption.credit))
        if title > TITLE_LONGEST:
            raise BadInput("title_too_long", limit=TITLE_LONGEST, given=title)
        if description > DESCRIPTION_LONGEST:
            raise BadInput("description_too_long", limit=DESCRIPTION_LONGEST, given=description)
        if credit > CREDIT_LONGEST:
            raise BadInput("credit_too_long", limit=CREDIT_LONGEST, given=credit)
        if len(caption.said) > SAID_LONGEST:
            raise BadInput("said_too_long", limit=SAID_LONGEST, given=len(caption.said))
        if len(caption.tags) > TAGS_MOST:
            raise BadInput("tags_too_many", limit=TAGS_MOST, given=len(caption.tags))
        for tag in caption.tags:
            if len(tag) > TAG_LONGEST:
                raise BadInput("tag_too_long", limit=TAG_LONGEST, given=len(tag))


async def _own(viewer: Viewer, publication: PublicationId, surface: Surface, writes: Writes) -> PublicationView:
    """Give the viewer's own publication. Raises NotFound("video_not_found") for anybody else's too."""
    found = await writes.publication(viewer, publication, surface)
    if found is None:
        raise NotFound("video_not_found")
    own = await writes.publication_of(viewer, found.publication.video, found.publication.community)
    if own is None:
        raise NotFound("video_not_found")
    return own
