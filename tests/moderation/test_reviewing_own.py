"""Moderators and their own videos; and what a moderator's looking leaves behind."""

import pytest

from core.errors import LostRace, NotAllowed, NotFound
from core.people import Role, Viewer
from core.publications import OTHERS_WITHIN_MS, Caption, PublicationView
from core.publishing.appeal import appeal
from core.publishing.review import Ruling
from core.videos import Publication, Showing
from tests.keeping import ask_file
from tests.moderating import STRANGERS
from tests.parts import HERE, Parts
from tests.publishing import Town, ready, town_in

DAY_MS = 86_400_000


@pytest.fixture
async def town(parts: Parts) -> Town:
    """A community with its people."""
    return await town_in(parts)


async def own(town: Town) -> Publication:
    """Have the moderator propose a video of their own."""
    author, town.owner = town.owner, town.moderator
    try:
        return (await town.proposed(await ready(town.parts, town.moderator))).publication
    finally:
        town.owner = author


async def decided_by(town: Town, viewer: Viewer) -> None:
    """Have somebody decide about another video."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.decline(viewer, named.id, 1, Ruling(), HERE)


async def test_alone_a_moderator_decides_about_their_own(town: Town) -> None:
    """Where nobody else is known to decide here, a team of one isn't stuck; their own decisions don't count."""
    await decided_by(town, town.moderator)
    named = await own(town)
    view = await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    assert view is not None
    assert view.publication.state is Showing.APPROVED


async def test_where_another_one_decides_it_is_left_to_them(town: Town) -> None:
    """Approve, decline, and opening a hold are refused; the other one decides, and looking stays free."""
    await decided_by(town, town.second)
    named = await own(town)
    await town.reviewing.look(town.moderator, named.id, 1, HERE)
    await town.reviewing.hold(town.moderator, named.id, HERE)
    for refused in (
        town.reviewing.approve(town.moderator, named.id, 1, HERE),
        town.reviewing.decline(town.moderator, named.id, 1, Ruling(), HERE),
        town.reviewing.hold(town.moderator, named.id, HERE, on=False),
    ):
        with pytest.raises(NotAllowed, match="own_publication"):
            await refused
    await town.reviewing.hold(town.second, named.id, HERE, on=False)
    await town.reviewing.skip(town.moderator, named.id, HERE)
    await town.reviewing.approve(town.second, named.id, 1, HERE)


async def test_what_another_one_took_down_is_not_reinstated_by_its_author(town: Town) -> None:
    """Removing one's own is free; showing it again, and granting one's own appeal, are somebody else's."""
    named = await own(town)
    await town.reviewing.approve(town.moderator, named.id, 1, HERE)
    async with town.parts.store.write() as writes:
        await writes.move_publication(named.id, 1, "post")
    await town.reviewing.remove(town.second, named.id, 1, Ruling(), HERE)
    with pytest.raises(NotAllowed, match="own_publication"):
        await town.reviewing.reinstate(town.moderator, named.id, 1, HERE)
    await appeal(town.moderator, named.id, 1, HERE, store=town.parts.store, clock=town.parts.clock)
    with pytest.raises(NotAllowed, match="own_publication"):
        await town.reviewing.approve(town.moderator, named.id, 1, HERE)


async def test_another_one_counts_for_30_days_and_in_this_community_alone(town: Town) -> None:
    """Decisions of long ago, and of other communities, leave a team of one free."""
    await decided_by(town, town.second)
    town.parts.clock.advance(OTHERS_WITHIN_MS + DAY_MS)
    home, there = town.community, next(iter(town.elsewhere.roles))
    town.community = there
    author, town.owner = town.owner, Viewer(town.owner.person, {there: Role.MEMBER})
    await decided_by(town, town.elsewhere)
    town.community, town.owner = home, author
    named = await own(town)
    assert await town.reviewing.approve(town.moderator, named.id, 1, HERE)


async def test_looking_is_noted_with_who_and_what(town: Town) -> None:
    """One event in the transaction of the claim; what isn't theirs to see, or another revision, leaves none."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.look(town.moderator, named.id, 1, HERE)
    with pytest.raises(NotAllowed, match="claimed"):
        await town.reviewing.look(town.second, named.id, 1, HERE)
    with pytest.raises(LostRace):
        await town.reviewing.look(town.moderator, named.id, 2, HERE)
    for name in STRANGERS[:-1]:
        with pytest.raises(NotFound):
            await town.reviewing.look(getattr(town, name), named.id, 1, HERE)
    (noted,) = ask_file(town.parts, "SELECT subject, actor FROM events WHERE verb = 'look'")
    assert town.moderator.person is not None
    assert noted == (named.id.hex, town.moderator.person.hex)


async def test_what_is_shown_is_looked_at_without_taking_it(town: Town) -> None:
    """Nothing waits there, so nobody has to wait."""
    named = (await town.shown(await town.ready())).publication
    for viewer in (town.moderator, town.second):
        view = await town.reviewing.look(viewer, named.id, 1, HERE)
        assert view is not None
        assert view.claim is None


async def test_a_draft_beside_what_is_shown_is_no_moderators_business(town: Town) -> None:
    """Until it is proposed, moderators are given what is shown; then the edit."""
    named = (await town.shown(await town.ready())).publication
    await town.draft(named.video, Caption("Other words"))

    async def title(viewer: Viewer) -> str:
        view = await town.seen(viewer, named.id, HERE)
        assert view is not None
        return view.revision.proposal.caption.title

    assert [await title(one) for one in (town.owner, town.moderator)] == ["Other words", "Lighthouse at noon"]
    await town.proposing.send(town.owner, named.id, 2, HERE)
    assert await title(town.moderator) == "Other words"


async def test_the_history_names_nobody_and_is_for_moderators(town: Town) -> None:
    """Verbs, reasons and times in order; no actor; nothing for the author, members and strangers."""
    named = (await town.proposed(await town.ready())).publication
    await town.reviewing.decline(town.moderator, named.id, 1, Ruling(), HERE)
    async with town.parts.store.read() as reads:
        history = await reads.history(town.second, named.id, HERE)
        others = [await reads.history(getattr(town, one), named.id, HERE) for one in STRANGERS[:-1]]
    assert [one.verb for one in history] == ["change_proposal", "propose", "decline"]
    assert {one.actor for one in history} == {None}
    assert others == [(), (), ()]


async def test_a_link_names_what_was_shown_for_moderators_alone(town: Town) -> None:
    """After a removal the link still leads its moderators to it; members, strangers and elsewhere find nothing."""
    shown = await town.shown(await town.ready())
    await town.reviewing.remove(town.moderator, shown.publication.id, 1, Ruling(), HERE)

    async def named(viewer: Viewer) -> PublicationView | None:
        async with town.parts.store.read() as reads:
            return await reads.publication_named(viewer, town.community, shown.slug, HERE)

    assert await named(town.second) is not None
    assert [await named(one) for one in (town.member, town.elsewhere, Viewer())] == [None, None, None]
