"""Publishing: proposed, decided, shown, taken back; what is shown stays as approved, and a decision is made once."""

from dataclasses import replace

import pytest

from core.errors import BadInput, LimitReached, NotAllowed, NotFound
from core.gate import Surface
from core.people import Role, Viewer
from core.publications import (
    LEFT_LEAST_MS,
    POSTED_AFTER_MS,
    SHOWN_FOR_MS,
    WAITS_MOST_MS,
    Caption,
    Publishing,
    Why,
)
from core.publishing.review import Ruling
from core.publishing.upkeep import expire_due, post_due, trim_due
from core.publishing.withdraw import unpublish
from core.videos import Audience, Portrayed, PublicationId, Showing, VideoId
from tests.keeping import ask_file
from tests.parts import HERE, RETENTION_MS, Parts
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


async def test_the_whole_way(town: Town) -> None:
    """Proposed, approved, and shown 30 s later: members see the approved words, nobody before that."""
    video = await town.ready()
    named = (await town.proposed(video)).publication
    assert not await on_feed(town, video)
    assert await town.seen(town.member, named.id, Surface.FEED) is None
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    assert await post(town) == 0
    town.parts.clock.advance(POSTED_AFTER_MS)
    assert await post(town) == 1
    assert await on_feed(town, video)
    seen = await town.seen(town.member, named.id, Surface.FEED)
    assert seen is not None
    assert seen.revision.proposal.caption == CAPTION
    assert (seen.number, seen.claim, seen.record, seen.waiting_since_ms, seen.revision.decided_by) == (
        0,
        None,
        None,
        None,
        None,
    )


async def test_where_nobody_moderates_it_is_shown_at_once(town: Town) -> None:
    """A community that asked for no moderation shows what its members send."""
    await town.choose(Publishing(moderated=False))
    video = await town.ready()
    assert (await town.proposed(video)).publication.state is Showing.SHOWN
    assert await on_feed(town, video)


async def test_what_is_shown_stays_as_approved_while_an_edit_waits(town: Town) -> None:
    """An edit is another revision: the old words are seen until the new ones are approved, or for good if declined."""
    shown = (await town.shown(await town.ready())).publication
    edited = await town.draft(shown.video, Caption("Another title"))
    assert (edited.publication.revision, edited.publication.shown_revision) == (2, 1)
    await town.proposing.send(town.owner, shown.id, 2, HERE)
    seen = await town.seen(town.member, shown.id, Surface.FEED)
    assert seen is not None
    assert seen.revision.proposal.caption == CAPTION
    await town.reviewing.decline(town.moderator, shown.id, 2, Ruling(Why.RULES), HERE)
    assert (await town.now(shown.id)).publication.shown_revision == 1
    again = await town.draft(shown.video, Caption("A third title"))
    assert again.publication.revision == 3
    await town.proposing.send(town.owner, shown.id, 3, HERE)
    await town.reviewing.approve(town.moderator, shown.id, 3, HERE)
    town.parts.clock.advance(POSTED_AFTER_MS)
    await post(town)
    seen = await town.seen(town.member, shown.id, Surface.FEED)
    assert seen is not None
    assert seen.revision.proposal.caption == Caption("A third title")


async def test_taking_back_an_edit_leaves_what_is_shown(town: Town) -> None:
    """Withdrawing the waiting revision alone leaves the shown one; unpublish takes both."""
    shown = (await town.shown(await town.ready())).publication
    await town.draft(shown.video)
    await town.proposing.send(town.owner, shown.id, 2, HERE)
    async with town.parts.store.write() as writes:
        await writes.move_publication(shown.id, 2, "withdraw", actor=town.owner.person)
    now = (await town.now(shown.id)).publication
    assert (now.state, now.revision, now.shown_revision) == (Showing.SHOWN, 1, 1)
    assert await on_feed(town, shown.video)
    await town.draft(shown.video)
    await town.proposing.send(town.owner, shown.id, 3, HERE)
    assert await unpublish(town.owner, shown.video, HERE, store=town.parts.store) == 1
    assert not await on_feed(town, shown.video)
    async with town.parts.store.read() as reads:
        assert await reads.queue(town.moderator, town.community, HERE) == []


async def test_a_quota_is_each_persons_for_a_day(town: Town) -> None:
    """More than the community's quota waits for tomorrow; nothing is lost."""
    await town.choose(Publishing(quota=1))
    await town.proposed(await town.ready())
    second = await town.ready()
    with pytest.raises(LimitReached, match="publishing_quota"):
        await town.proposed(second)
    town.parts.clock.advance(86_400_001)
    async with town.parts.store.read() as reads:
        assert await reads.publication_of(town.owner, second, town.community) is not None
    await town.proposed(second)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"caption": Caption("t" * 81)}, "title_too_long"),
        ({"caption": Caption("t", "d" * 501)}, "description_too_long"),
        ({"caption": Caption("t", "d", tuple("abcdef"))}, "tags_too_many"),
        ({"caption": Caption("t", "d", ("x" * 33,))}, "tag_too_long"),
        ({"caption": Caption("t", "d", (), "c" * 81)}, "credit_too_long"),
        ({"audience": Audience.ANYONE}, "world_closed"),
        ({"until_ms": 0}, "until_malformed"),
    ],
)
async def test_what_can_not_be_proposed_is_said(town: Town, changed: dict[str, object], code: str) -> None:
    """Too long, too many, too late or not allowed here: one code each, and the draft stays as it was."""
    before = await town.draft(await town.ready())
    with pytest.raises(BadInput, match=code):
        await town.proposing.change(
            town.owner,
            before.publication.id,
            1,
            HERE,
            lambda now: replace(now, **changed),  # type: ignore[arg-type]
        )
    assert (await town.now(before.publication.id)).revision == before.revision


async def test_nothing_is_sent_before_it_is_said_who_is_in_it(town: Town) -> None:
    """Who is in the pictures is asked once, and not to be gone round."""
    begun = await town.proposing.begin(town.owner, await town.ready(), town.community, HERE)
    assert begun.revision.proposal.portrayed is Portrayed.UNSAID
    with pytest.raises(BadInput, match="portrayed_unsaid"):
        await town.proposing.send(town.owner, begun.publication.id, 1, HERE)


async def test_only_members_publish_and_only_their_own(town: Town) -> None:
    """A video that isn't theirs isn't there; a community that isn't theirs takes nothing."""
    video = await town.ready()
    with pytest.raises(NotFound):
        await town.proposing.begin(town.member, video, town.community, HERE)
    with pytest.raises(NotAllowed, match="not_member"):
        await town.proposing.begin(Viewer(town.owner.person), video, town.community, HERE)


async def test_a_pause_stops_new_publishing(town: Town) -> None:
    """Moderators pause: nothing new is sent, what waits can be decided."""
    video = await town.ready()
    async with town.parts.store.write() as writes:
        with pytest.raises(NotAllowed, match="not_moderator"):
            await writes.pause_publishing(town.member, town.community, paused=True, surface=HERE)
        await writes.pause_publishing(town.moderator, town.community, paused=True, surface=HERE)
    with pytest.raises(NotAllowed, match="publishing_paused"):
        await town.proposed(video)


async def test_shown_it_outlives_its_date_and_its_inputs_do_not(town: Town) -> None:
    """A publication keeps output, poster and preview; inputs and words but the title end on the promised date."""
    shown = (await town.shown(await town.ready())).publication
    town.parts.clock.advance(RETENTION_MS + 1)
    assert await town.parts.store.ledger.overdue(town.parts.clock.now_ms(), 10) == []
    parts = town.parts
    for expected in (1, 0):
        trimmed = await trim_due(store=parts.store, vault=parts.vault, revocations=parts.revocations, clock=parts.clock)
        assert trimmed == expected
    view = await parts.seen(town.owner, shown.video)
    assert (view.prompt, view.title, view.inputs) == ("", "Lighthouse", ())
    assert len(view.assets) == 3
    assert await on_feed(town, shown.video)


async def test_one_that_goes_before_its_inputs_are_taken_out_keeps_no_others(town: Town) -> None:
    """A video that was erased since it was found due has nothing to take out, and that is no error."""
    video = await town.ready()
    async with town.parts.store.write() as writes:
        await writes.move_video(video, "erase")
        assert await writes.trim(video) == ()
        await writes.forget_video(video)
        assert await writes.trim(video) == ()


async def test_taken_back_it_stays_for_a_day_at_least(town: Town) -> None:
    """When nothing keeps it any more, what was left of its time is left, and 24 hours at least."""
    shown = (await town.shown(await town.ready())).publication
    town.parts.clock.advance(RETENTION_MS - 1_000)
    await unpublish(town.owner, shown.video, HERE, store=town.parts.store)
    view = await town.parts.seen(town.owner, shown.video)
    assert view.video.ends_at_ms == town.parts.clock.now_ms() + LEFT_LEAST_MS
    town.parts.clock.advance(1_000)
    assert await town.parts.store.ledger.to_trim(town.parts.clock.now_ms(), 10) == [shown.video]
    town.parts.clock.advance(LEFT_LEAST_MS)
    assert await town.parts.store.ledger.overdue(town.parts.clock.now_ms(), 10) == [shown.video]


async def test_waiting_keeps_a_video_for_14_days_at_most(town: Town) -> None:
    """A decision that never comes keeps nothing for longer; a hold keeps nothing at all."""
    waiting, held = await town.ready(), await town.ready()
    await town.proposed(waiting)
    named = (await town.proposed(held)).publication
    await town.reviewing.hold(town.moderator, named.id, HERE)
    town.parts.clock.advance(RETENTION_MS + 1)
    assert await town.parts.store.ledger.overdue(town.parts.clock.now_ms(), 10) == [held]
    town.parts.clock.advance(WAITS_MOST_MS - RETENTION_MS)
    assert set(await town.parts.store.ledger.overdue(town.parts.clock.now_ms(), 10)) == {held, waiting}


async def test_a_publication_ends_on_its_own_date(town: Town) -> None:
    """Thirty days unless chosen: then it is taken back by itself."""
    shown = (await town.shown(await town.ready())).publication
    town.parts.clock.advance(SHOWN_FOR_MS)
    assert await expire_due(store=town.parts.store, clock=town.parts.clock) == 1
    assert (await town.now(shown.id)).publication.state is Showing.EXPIRED
    assert not await on_feed(town, shown.video)


async def test_nothing_is_shown_beyond_its_date_even_before_it_is_taken_back(town: Town) -> None:
    """At that millisecond the gate closes to members; its owner still has the video, whose own date is later."""
    view = await town.shown(await town.ready())
    until_ms = town.parts.clock.now_ms() + 60_000
    ask_file(town.parts, f"UPDATE revisions SET until_ms = {until_ms}")  # noqa: S608 - a time of ours
    ask_file(town.parts, f"UPDATE publications SET keeps_until_ms = {until_ms}")  # noqa: S608 - a time of ours
    town.parts.clock.advance(59_999)
    assert await on_feed(town, view.publication.video)
    town.parts.clock.advance(1)
    assert not await on_feed(town, view.publication.video)
    assert (await town.parts.seen(town.owner, view.publication.video)).assets
    assert await expire_due(store=town.parts.store, clock=town.parts.clock) == 1


async def edited(town: Town, named: PublicationId, video: VideoId, until_ms: int) -> int:
    """Have an edit beside what is shown that waits for the moderators; gives its revision."""
    number = (await town.draft(video)).publication.revision
    await town.proposing.change(town.owner, named, number, HERE, lambda now: replace(now, until_ms=until_ms))
    await town.proposing.send(town.owner, named, number, HERE)
    return number


async def test_an_edit_that_waits_outlives_what_was_shown(town: Town) -> None:
    """What is shown leaves on its date; the edit beside it waits on, since when it did, and can still be approved."""
    shown = (await town.shown(await town.ready())).publication
    town.parts.clock.advance(SHOWN_FOR_MS - 1_000)
    number = await edited(town, shown.id, shown.video, town.parts.clock.now_ms() + SHOWN_FOR_MS)
    since_ms = (await town.now(shown.id)).waiting_since_ms
    town.parts.clock.advance(1_000)
    assert await expire_due(store=town.parts.store, clock=town.parts.clock) == 1
    now = await town.now(shown.id)
    assert (now.publication.state, now.publication.revision, now.waiting_since_ms) == (
        Showing.PROPOSED,
        number,
        since_ms,
    )
    assert now.publication.shown_revision is None
    assert not await on_feed(town, shown.video)
    await town.reviewing.approve(town.moderator, shown.id, number, HERE)
    town.parts.clock.advance(POSTED_AFTER_MS)
    await post(town)
    assert await on_feed(town, shown.video)


async def test_an_edit_whose_own_date_is_over_goes_along(town: Town) -> None:
    """Nothing is left to be decided that could only be shown in the past."""
    shown = (await town.shown(await town.ready())).publication
    town.parts.clock.advance(SHOWN_FOR_MS - 1_000)
    await edited(town, shown.id, shown.video, town.parts.clock.now_ms() + 500)
    town.parts.clock.advance(1_000)
    assert await expire_due(store=town.parts.store, clock=town.parts.clock) == 1
    now = await town.now(shown.id)
    assert (now.publication.state, now.publication.shown_revision, now.waiting_since_ms) == (
        Showing.EXPIRED,
        None,
        None,
    )


async def test_the_showcase_is_what_is_shown_to_whom_looks(town: Town) -> None:
    """Members see the community's, the world what is for anyone; pages by key, the newest first."""
    await town.choose(Publishing(world=True))
    own = (await town.shown(await town.ready())).publication
    town.parts.clock.advance(1_000)
    drafted = await town.draft(await town.ready())
    named = drafted.publication
    await town.proposing.change(town.owner, named.id, 1, HERE, lambda now: replace(now, audience=Audience.ANYONE))
    await town.proposing.send(town.owner, named.id, 1, HERE)
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    town.parts.clock.advance(POSTED_AFTER_MS)
    await post(town)
    async with town.parts.store.read() as reads:
        members = await reads.showcase(town.member, town.community, Surface.WEB_MEMBER)
        world = await reads.showcase(Viewer(), town.community, Surface.WEB_WORLD)
        assert [one.publication.id for one in members] == [named.id, own.id]
        assert [one.publication.id for one in world] == [named.id]
        assert await reads.publication_at(Viewer(), town.community, world[0].slug, Surface.WEB_WORLD) is not None
        assert await reads.publication_at(Viewer(), town.community, members[1].slug, Surface.WEB_WORLD) is None
    await unpublish(town.owner, named.video, HERE, store=town.parts.store)
    async with town.parts.store.read() as reads:
        assert await reads.publication_at(town.member, town.community, world[0].slug, Surface.WEB_MEMBER) is None


async def test_a_new_first_showing_has_another_time_and_the_same_link(town: Town) -> None:
    """Nothing of a publication's own row tells whose it is: no number, no prompt, no file name, no other's words."""
    shown = (await town.shown(await town.ready())).publication
    told = repr(await town.seen(town.member, shown.id, Surface.FEED))
    assert town.owner.person is not None
    for secret in (str(town.owner.person), "quokka", "quollish", town.owner.person.hex):
        assert secret not in told


async def test_erasing_takes_every_revision_with_it(town: Town) -> None:
    """A video that is gone leaves no row of its publications, not in any state."""
    shown = (await town.shown(await town.ready())).publication
    async with town.parts.store.write() as writes:
        await writes.move_video(shown.video, "erase")
        await writes.forget_video(shown.video)
    for table in ("publications", "revisions", "videos"):
        assert ask_file(town.parts, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608


async def test_each_move_is_one_event(town: Town) -> None:
    """The history of a publication has one line for each transition, in order, with who made it."""
    shown = (await town.shown(await town.ready())).publication
    verbs = [row[0] for row in ask_file(town.parts, f"SELECT verb FROM events WHERE subject = '{shown.id.hex}'")]  # noqa: S608
    assert verbs == ["change_proposal", "propose", "approve", "post"]


async def test_the_admin_s_choices_are_the_admin_s(town: Town) -> None:
    """Nobody else chooses what holds for publishing; members may read it."""
    other = Viewer(town.moderator.person, {town.community: Role.MODERATOR})
    async with town.parts.store.write() as writes:
        with pytest.raises(NotAllowed, match="not_admin"):
            await writes.choose_publishing(other, town.community, Publishing(world=True), HERE)
    async with town.parts.store.read() as reads:
        assert await reads.publishing(town.member, town.community, HERE) == Publishing()
        with pytest.raises(NotFound):
            await reads.publishing(town.elsewhere, town.community, HERE)
