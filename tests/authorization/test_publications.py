"""Every button about a publication or a grant, pressed by everybody: a valid one of their own, or a shared one."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
import pytest_asyncio

from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.chat.told import sorry
from core.errors import NotFound
from core.gate import Action, Surface
from core.people import CommunityId, Role
from core.videos import Making, Publication, PublicationId, Showing
from tests.authorization.house import FRIEND, House
from tests.authorization.table import Way, about, ways
from tests.gate_sentences import said

pytestmark = pytest.mark.asyncio(loop_scope="module")

VERBS = {
    Showing.DRAFT: (),
    Showing.PROPOSED: ("propose",),
    Showing.APPROVED: ("propose", "approve"),
    Showing.SHOWN: ("show",),
    Showing.WITHDRAWN: ("show", "withdraw"),
    Showing.DECLINED: ("propose", "decline"),
    Showing.REMOVED: ("show", "remove"),
}
"""The moves that lead a new publication into each state."""

PRESSED = about("presses", "publication")
OWNERS = [one for one in PRESSED if ways("presses")[one].who == "owner"]
SHARED = [one for one in PRESSED if ways("presses")[one].who == "moderator"]
NOT_THERE = sorry(NotFound("publication_not_found"))
Shown = Mapping[Showing, Publication]


async def publications(house: House) -> dict[Showing, Publication]:
    """Add one of the owner's in each state."""
    found = {}
    for state, verbs in VERBS.items():
        drafted = await house.show(await house.add(Making.READY), *verbs)
        appeals = state in {Showing.DECLINED, Showing.REMOVED}
        found[state] = replace(
            drafted, state=state, shown_revision=1 if state is Showing.SHOWN else None, appeal_open=appeals
        )
    house.settle(kept=[one.video for one in found.values()])
    return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shown(house: House) -> Shown:
    """Give one in each state, that nothing changes."""
    return await publications(house)


async def pressed(house: House, way: Way, found: Shown, asker: Asker) -> list[Reply]:
    """Press about one that isn't there, and then about each of these."""
    missing = PublicationId(house.connecting.talk.parts.ids.new())
    return await house.press(way, [missing, *(one.id for one in found.values())], asker)


def moderates(asker: Asker, community: CommunityId) -> bool:
    """Say whether somebody decides in a community."""
    return asker.viewer.roles.get(community) in {Role.MODERATOR, Role.ADMIN}


async def test_the_answers_about_a_post_are_for_whom_it_is_shown_to(house: House, shown: Shown) -> None:
    """In any state but shown nobody gets another answer than about one that isn't there, and no row changes."""
    before = house.rows()
    for who, asker in {**house.others, "the owner": house.owner}.items():
        for state, one in shown.items():
            subject = house.subject(one.video, publication=one)
            sees = said(asker.viewer, Action.FIND, subject, Surface.FEED)
            lets = sees and said(asker.viewer, Action.PRIVACY, subject, asker.surface)
            assert (await house.chat.shown(one.id, asker) != NOT_THERE) == lets, (who, state)
    assert house.rows() == before


@pytest.mark.parametrize("action", OWNERS)
async def test_a_button_about_a_publication_is_its_owners_alone(house: House, shown: Shown, action: str) -> None:
    """Everybody else, its moderators too, hears what they hear of one that isn't there, and no row changes."""
    before = house.rows()
    for who, asker in house.others.items():
        nothing, *replies = await pressed(house, ways("presses")[action], shown, asker)
        assert nothing == NOT_THERE, who
        for state, reply in zip(shown, replies, strict=True):
            assert reply == nothing, (who, state)
    assert house.rows() == before


@pytest.mark.parametrize("action", SHARED)
async def test_a_button_of_a_review_card_counts_for_moderators_alone(house: House, shown: Shown, action: str) -> None:
    """Members, strangers, moderators elsewhere and the owner hear of none, and no row changes."""
    before = house.rows()
    for who, asker in {**house.others, "the owner": house.owner, "the other account": house.other}.items():
        if moderates(asker, house.community):
            continue
        nothing, *replies = await pressed(house, ways("presses")[action], shown, asker)
        for state, reply in zip(shown, replies, strict=True):
            assert reply == nothing, (who, state)
    assert house.rows() == before


@pytest.mark.parametrize("action", OWNERS)
async def test_the_owner_is_answered_about_a_publication(house: House, action: str) -> None:
    """In each state, by either account."""
    found = await publications(house)
    for asker in (house.owner, house.other):
        nothing, *replies = await pressed(house, ways("presses")[action], found, asker)
        assert nothing == NOT_THERE
        assert NOT_THERE not in replies
    house.settle()


@pytest.mark.parametrize("action", SHARED)
async def test_a_moderator_gets_what_the_gate_says(house: House, action: str) -> None:
    """Of what their community was never asked, and of what was taken back, they hear nothing."""
    way = ways("presses")[action]
    asker, found = house.others["a moderator"], await publications(house)
    before = house.rows()
    nothing, *replies = await pressed(house, way, found, asker)
    for one, reply in zip(found.values(), replies, strict=True):
        subject = house.subject(one.video, publication=one)
        lets = all(said(asker.viewer, asked, subject, asker.surface) for asked in way.asks)
        assert action == "next" or (reply != nothing) == lets, (one.state, reply)
        if not lets:
            assert rows_of(house.rows(), one) == rows_of(before, one), one.state
    if action == "banned":
        await house.press(ways("presses")["unban"], [one.id for one in found.values()], asker)
    house.settle()


def rows_of(rows: Mapping[str, list[tuple[object, ...]]], one: Publication) -> list[tuple[object, ...]]:
    """Give the rows that name a publication."""
    return [row for table in rows.values() for row in table if one.id.hex in row]


async def test_a_publication_is_drawn_for_its_owner_and_its_review_place(house: House, shown: Shown) -> None:
    """Nobody else gets the owner's card; for the review place there is one only while something waits."""
    for state, one in shown.items():
        assert await house.chat.publication(one.id, house.owner) is not None
        for who, asker in house.others.items():
            assert await house.chat.publication(one.id, asker) is None, (who, state)
        waits = await house.chat.review_card(one.id, "en") is not None
        assert waits == (state in {Showing.PROPOSED, Showing.APPROVED}), state


async def test_a_share_is_ended_by_the_owner_and_refused_by_its_receiver(house: House) -> None:
    """Anybody else's press is answered as one about no share, and no row changes."""
    video, missing = await house.add(Making.READY, needs="shared"), house.connecting.talk.parts.ids.new()
    async with house.connecting.talk.parts.store.read() as reads:
        (grant,) = await reads.grants(house.owner.viewer, video)
    stop, mute = ways("presses")["unshare1"], ways("presses")["mute"]
    before = house.rows()
    for who, asker in house.others.items():
        nothing, reply = await house.press(stop, [missing, grant.id], asker)
        assert reply == nothing or asker.viewer.erased, who
    assert house.rows() == before
    for who, asker in {**house.others, "the owner": house.owner}.items():
        nothing, reply = await house.press(mute, [missing, video], asker)
        assert (reply == nothing or asker is house.owner) == (who != FRIEND), who
        if who != FRIEND:
            assert house.rows() == before, who
        before = house.rows()
    (stopped,) = await house.press(stop, [grant.id], house.owner)
    assert house.rows() != before
    assert stopped != sorry(NotFound("share_not_with"))
