"""Invitations: an owner makes one, whoever has it may ask, and the owner's answer alone opens the video."""

from core.errors import BadInput, NotAllowed, NotFound
from core.gate import Action, Surface
from core.grants import Receiver
from core.knocks import Answer, Invitation, Knock, KnockId, Met
from core.people import Identity, PersonId, Viewer
from core.ports import Clock, Ids, Store, Writes
from core.sharing.share import check_date, own_video, tidy
from core.videos import Making, VideoId


async def invite(viewer: Viewer, video: VideoId, surface: Surface, *, store: Store, ids: Ids) -> tuple[str, Invitation]:
    """Make a video's invitation, in the place of an earlier one; its token is given here and never again.

    Raises BadInput("share_not_ready"); NotFound and NotAllowed as the gate says.
    """
    token = ids.token()
    async with store.write() as writes:
        view, owner = await own_video(viewer, video, surface, writes)
        if view.video.state is not Making.READY:
            raise BadInput("share_not_ready")
        return token, await writes.invite(video, token, actor=owner)


async def uninvite(viewer: Viewer, video: VideoId, surface: Surface, *, store: Store) -> bool:
    """End a video's invitation; who waits for an answer is forgotten. Says whether there was anything to end.

    Raises NotFound and NotAllowed as the gate says.
    """
    async with store.write() as writes:
        decision = await writes.decide(viewer, Action.WITHDRAW, video, surface)
        if viewer.person is None:
            raise NotFound("video_not_found")
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        ended = await writes.end_invitation(video, actor=viewer.person)
    if ended:
        await store.scrub()
    return ended


async def ask_in(token: str, identity: Identity, name: str, *, store: Store) -> tuple[Met, VideoId | None]:
    """Ask to see what an invitation is for. `name` is what the asker's platform calls them now: its owner reads it.

    Gives the video where it is open to them already, and nothing of it otherwise.
    """
    async with store.write() as writes:
        return await writes.ask_in(token, identity, tidy(name))


async def let_in(
    viewer: Viewer, knock: KnockId, until_ms: int | None, surface: Surface, *, giver: str, store: Store, clock: Clock
) -> Knock:
    """Let somebody who asked see the video, until a time (UTC ms) or until its owner stops it.

    Raises NotFound("knock_over"), LostRace("knock_over"); as `share` does otherwise.
    """
    check_date(until_ms, clock)
    async with store.write() as writes:
        found, owner = await _waiting(viewer, knock, surface, Action.SHARE, writes)
        identity = await writes.answer_knock(knock, Answer.LET_IN, actor=owner)
        await writes.give(found.video, Receiver(identity, found.name), tidy(giver), until_ms, actor=owner)
    return found


async def turn_away(viewer: Viewer, knock: KnockId, surface: Surface, *, store: Store) -> Knock:
    """Let somebody who asked not see the video: they hear that it is not now. Raises as `let_in` does."""
    async with store.write() as writes:
        found, owner = await _waiting(viewer, knock, surface, Action.WITHDRAW, writes)
        await writes.answer_knock(knock, Answer.REFUSED, actor=owner)
    return found


async def _waiting(
    viewer: Viewer, knock: KnockId, surface: Surface, action: Action, writes: Writes
) -> tuple[Knock, PersonId]:
    found = await writes.knock(viewer, knock)
    view = await writes.video(viewer, found.video, surface) if found else None
    if found is None or view is None or viewer.person is None:
        raise NotFound("knock_over")
    decision = await writes.decide(viewer, action, found.video, surface)
    if not decision.allowed:
        raise NotAllowed(decision.reason.value)
    return found, viewer.person
