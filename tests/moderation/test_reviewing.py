"""Review: an item is one moderator's at a time, decided once, undone in time, and appealed to somebody else."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from core.errors import HushreelError, LostRace, NotAllowed, NotFound
from core.gate import Surface
from core.publications import (
    CLAIMED_FOR_MS,
    POSTED_AFTER_MS,
    Key,
    PublicationView,
    Why,
)
from core.publishing.appeal import appeal
from core.publishing.review import Ruling
from core.publishing.upkeep import post_due
from core.videos import Showing, VideoId
from tests.keeping import ask_file
from tests.parts import HERE, Parts
from tests.publishing import CAPTION, Town, town_in


@pytest.fixture
async def town(parts: Parts) -> Town:
    """A community with its people."""
    return await town_in(parts)


async def post(town: Town) -> int:
    """Let what was approved go out."""
    return await post_due(store=town.parts.store, clock=town.parts.clock)


async def on_feed(town: Town, video: VideoId) -> bool:
    """Whether another member sees the video in the community's channel."""
    async with town.parts.store.read() as reads:
        return await reads.video(town.member, video, Surface.FEED) is not None


async def test_a_moderator_removes_what_is_shown_while_an_edit_waits(town: Town) -> None:
    """Removing names the shown revision: the edit beside it goes too, and nothing of it can be approved any more."""
    shown = (await town.shown(await town.ready())).publication
    await town.draft(shown.video)
    await town.proposing.send(town.owner, shown.id, 2, HERE)
    await town.reviewing.remove(town.moderator, shown.id, 1, Ruling(Why.HARM, "Not here."), HERE)
    assert not await on_feed(town, shown.video)
    with pytest.raises(HushreelError):
        await town.reviewing.approve(town.moderator, shown.id, 2, HERE)
    told = await town.now(shown.id)
    assert (told.publication.state, told.revision.why, told.revision.note) == (Showing.REMOVED, "harm", "Not here.")


async def test_removing_is_undone_by_reinstating(town: Town) -> None:
    """What was removed can be shown again, at once."""
    shown = (await town.shown(await town.ready())).publication
    await town.reviewing.remove(town.moderator, shown.id, 1, Ruling(), HERE)
    await town.reviewing.reinstate(town.moderator, shown.id, 1, HERE)
    assert await on_feed(town, shown.video)


async def test_an_approval_is_taken_back_before_it_goes_out(town: Town) -> None:
    """Undone within 30 s, the same words wait again as another revision, and the old approval shows nothing."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    undone = await town.reviewing.undo(town.moderator, named.id, 1, HERE)
    assert undone is not None
    assert (undone.publication.state, undone.publication.revision) == (Showing.PROPOSED, 2)
    assert undone.revision.proposal.caption == CAPTION
    town.parts.clock.advance(10 * POSTED_AFTER_MS)
    assert await post(town) == 0
    assert not await on_feed(town, named.video)
    with pytest.raises(LostRace):
        await town.reviewing.undo(town.moderator, named.id, 2, HERE)


async def test_who_opens_an_item_has_it_for_five_minutes(town: Town) -> None:
    """Two that press at once can't both win; when the time is over, or it is skipped, another one may."""
    named = (await town.proposed(await town.ready())).publication
    mine = await town.reviewing.claim(town.moderator, named.id, HERE)
    assert mine is not None
    assert mine.claim is not None
    for late in (
        town.reviewing.claim(town.second, named.id, HERE),
        town.reviewing.approve(town.second, named.id, 1, HERE),
    ):
        with pytest.raises(NotAllowed, match="claimed"):
            await late
    town.parts.clock.advance(CLAIMED_FOR_MS + 1)
    await town.reviewing.claim(town.second, named.id, HERE)
    await town.reviewing.skip(town.second, named.id, HERE)
    await town.reviewing.claim(town.moderator, named.id, HERE)
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)


async def test_an_appeal_goes_to_another_moderator_once(town: Town) -> None:
    """Whoever declined can't decide the appeal; its outcome is final."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.decline(town.moderator, named.id, 1, Ruling(Why.CONSENT, "Two faces."), HERE)
    await appeal(town.owner, named.id, 1, HERE, store=town.parts.store, clock=town.parts.clock)
    with pytest.raises(NotAllowed, match="own_decision"):
        await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    await town.reviewing.approve(town.second, named.id, 1, HERE)
    assert await on_feed(town, named.video)


async def test_an_appeal_that_is_refused_is_the_last(town: Town) -> None:
    """Declined again, its moderators don't see it any more, and its author can't appeal, but can send another one."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.decline(town.moderator, named.id, 1, Ruling(), HERE)
    await appeal(town.owner, named.id, 1, HERE, store=town.parts.store, clock=town.parts.clock)
    assert await town.reviewing.decline(town.second, named.id, 1, Ruling(Why.RULES, "No."), HERE) is None
    told = await town.now(named.id)
    assert (told.publication.state, told.revision.note) == (Showing.DECLINED, "No.")
    with pytest.raises(NotAllowed, match="appeal_closed"):
        await appeal(town.owner, named.id, 1, HERE, store=town.parts.store, clock=town.parts.clock)
    assert (await town.draft(named.video)).publication.revision == 2


@pytest.mark.parametrize("name", ["member", "elsewhere", "owner"])
async def test_nobody_else_decides(town: Town, name: str) -> None:
    """A member, a moderator elsewhere and the author get the answer of a publication that isn't there."""
    named = (await town.proposed(await town.ready())).publication
    viewer = getattr(town, name)
    tries: list[Callable[[], Awaitable[object]]] = [
        lambda: town.reviewing.claim(viewer, named.id, HERE),
        lambda: town.reviewing.approve(viewer, named.id, 1, HERE),
        lambda: town.reviewing.decline(viewer, named.id, 1, Ruling(), HERE),
        lambda: town.reviewing.remove(viewer, named.id, 1, Ruling(), HERE),
        lambda: town.reviewing.hold(viewer, named.id, HERE),
        lambda: town.reviewing.ban(viewer, named.id, HERE),
    ]
    for one in tries:
        with pytest.raises(NotFound):
            await one()
    assert (await town.now(named.id)).publication.state is Showing.PROPOSED


async def test_a_hold_closes_it_to_all_but_the_owner_and_reviewers(town: Town) -> None:
    """Held, the post is nobody's to see; lifted, it is shown as before."""
    shown = (await town.shown(await town.ready())).publication
    assert await town.reviewing.hold(town.moderator, shown.id, HERE)
    assert not await on_feed(town, shown.video)
    assert await town.seen(town.moderator, shown.id, HERE) is not None
    assert await town.seen(town.owner, shown.id, HERE) is not None
    assert await town.seen(town.member, shown.id, HERE) is None
    feed = await town.parts.store.ledger.feed(shown.id)
    assert feed is not None
    assert feed.shown is None
    assert await town.reviewing.hold(town.moderator, shown.id, HERE, on=False)
    assert await on_feed(town, shown.video)


async def test_a_ban_stops_what_waits_and_outlives_the_person(town: Town) -> None:
    """Banned, nothing of theirs goes out; the ban is a keyed token that names nobody, and ends by itself."""
    video = await town.ready()
    named = (await town.proposed(video)).publication
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    until_ms = await town.reviewing.ban(town.moderator, named.id, HERE)
    town.parts.clock.advance(POSTED_AFTER_MS)
    assert await post(town) == 0
    assert (await town.now(named.id)).publication.state is Showing.WITHDRAWN
    (kept,) = ask_file(town.parts, "SELECT token, until_ms FROM bans")
    assert kept[1] == until_ms
    assert town.owner.person is not None
    assert town.owner.person.bytes not in kept[0]
    banned = replace(town.owner, banned_from=frozenset({town.community}))
    with pytest.raises(NotAllowed, match="banned"):
        await town.proposing.begin(banned, video, town.community, HERE)


async def test_the_queue_is_the_longest_waiting_first_and_its_moderators_alone(town: Town) -> None:
    """Pages by key; nobody else is told that there is anything."""
    named = []
    for _ in range(5):
        town.parts.clock.advance(1_000)
        named.append((await town.proposed(await town.ready())).publication.id)
    async with town.parts.store.read() as reads:
        first = await reads.queue(town.moderator, town.community, Surface.DESK, limit=3)
        after = await reads.queue(town.moderator, town.community, Surface.DESK, after=key(first[-1]), limit=3)
        assert [one.publication.id for one in (*first, *after)] == named
        assert await reads.waiting(town.moderator, town.community, Surface.DESK) == 5
        for other in (town.member, town.elsewhere, town.owner):
            assert await reads.queue(other, town.community, Surface.DESK) == []
            assert await reads.waiting(other, town.community, Surface.DESK) == 0


def key(view: PublicationView) -> Key:
    """Where a page ends that ends with this one."""
    assert view.waiting_since_ms is not None
    return Key(view.waiting_since_ms, view.publication.id)


async def test_the_author_s_record_is_of_this_community_alone(town: Town) -> None:
    """A moderator sees what became of the author's publications here, and nothing of elsewhere."""
    await town.shown(await town.ready())
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.decline(town.moderator, named.id, 1, Ruling(), HERE)
    waiting = (await town.proposed(await town.ready())).publication
    seen = await town.seen(town.moderator, waiting.id, HERE)
    assert seen is not None
    assert seen.record is not None
    assert (seen.record.shown, seen.record.declined, seen.record.removed) == (1, 1, 0)


async def test_a_delete_wins_over_every_decision(town: Town) -> None:
    """Being erased, nothing of it can be approved, posted or reinstated."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    async with town.parts.store.write() as writes:
        await writes.move_video(named.video, "erase")
    town.parts.clock.advance(POSTED_AFTER_MS)
    assert await post(town) == 0
    with pytest.raises(HushreelError):
        await town.reviewing.undo(town.moderator, named.id, 1, HERE)
