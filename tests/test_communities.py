"""Communities over a real database: begun, chosen for, lost from, ended; and nobody reads what isn't theirs to read."""

from dataclasses import replace
from functools import partial

import pytest

from core.communities import Choices, Customs, Loss, Pictures, Place, Spot, role_in
from core.errors import BadInput, NotAllowed, NotFound
from core.gate import Surface
from core.hosting.choose import choose_customs, choose_moderators, choose_spot, look
from core.hosting.losing import moderator_lost, places_lost
from core.hosting.opening import OPEN_FOR_MS, close, open_for
from core.hosting.presence import joined, left, moved, present_in
from core.people import CommunityId, Identity, Platform, Role, Viewer
from tests.parts import HERE, Parts

DISCORD = Platform.DISCORD
SERVER, OTHER = "1001", "1002"
WHO = Identity(DISCORD, "77")


async def admin_of(parts: Parts, community: CommunityId) -> Viewer:
    """Somebody who may manage a community."""
    return replace(await parts.person("admin"), roles={community: Role.ADMIN})


async def set_up(parts: Parts) -> tuple[CommunityId, Viewer]:
    """A community where everything is chosen, and its admin."""
    community = await joined(DISCORD, SERVER, store=parts.store)
    admin = await admin_of(parts, community)
    await choose_spot(admin, community, Spot.SHOWCASE, "31", HERE, store=parts.store)
    await choose_spot(admin, community, Spot.REVIEW, "32", HERE, store=parts.store)
    await choose_moderators(admin, community, ["41", "77"], HERE, store=parts.store)
    await choose_customs(admin, community, HERE, spoilers=True, pictures=Pictures.ANYONE, store=parts.store)
    return community, admin


async def told(parts: Parts) -> list[str]:
    """The kinds of outbox rows for Discord, taken out."""
    kinds = []
    while rows := await parts.store.ledger.claim(frozenset({"discord"}), 1_000, 100):
        for row in rows:
            kinds.append(row.kind)
            await parts.store.ledger.settle(row.id)
    return kinds


@pytest.mark.parametrize(
    ("place", "role"),
    [
        (Place(DISCORD, SERVER, is_admin=True), Role.ADMIN),
        (Place(DISCORD, SERVER, roles=frozenset({"41"})), Role.MODERATOR),
        (Place(DISCORD, SERVER, roles=frozenset({"42"})), Role.MEMBER),
        (Place(DISCORD, SERVER), Role.MEMBER),
    ],
)
def test_what_somebody_is_follows_from_what_the_platform_tells_now(place: Place, role: Role) -> None:
    """Who may manage the server is its admin; who has a chosen role moderates; everybody else is a member."""
    assert role_in(("41", "78"), WHO, place) is role
    assert role_in(("41", "77"), WHO, Place(DISCORD, SERVER)) is Role.MODERATOR


async def test_an_arrival_is_told_at_one_go(parts: Parts) -> None:
    """Person, preferences, community and role come together; without a community there is no role."""
    async with parts.store.write() as writes:
        person = await writes.meet(WHO)
    community, _ = await set_up(parts)
    async with parts.store.read() as reads:
        here = await reads.arrival(WHO, Place(DISCORD, SERVER))
        assert (here.person, here.community, here.role) == (person, community, Role.MODERATOR)
        assert here.preferences == await reads.preferences(Viewer(person))
        private, elsewhere = (
            await reads.arrival(WHO, None),
            await reads.arrival(WHO, Place(DISCORD, OTHER, is_admin=True)),
        )
        for found in (private, elsewhere):
            assert (found.person, found.community, found.role) == (person, None, None)
        stranger = await reads.arrival(Identity(DISCORD, "99"), Place(DISCORD, SERVER, roles=frozenset({"41"})))
        assert (stranger.person, stranger.community, stranger.role) == (None, community, Role.MODERATOR)
        assert (await reads.arrival(Identity(Platform.DEMO, "77"), None)).person is None


async def test_what_was_chosen_is_read_by_admins_alone(parts: Parts) -> None:
    """Its admin reads all of it; a moderator and a member what holds for them; others as if there were no community."""
    community, admin = await set_up(parts)
    chosen = Choices("31", "32", ("41", "77"), Customs(spoilers=True, pictures=Pictures.ANYONE))
    assert (await look(admin, community, HERE, store=parts.store)).choices == chosen
    async with parts.store.read() as reads:
        for role in (Role.MEMBER, Role.MODERATOR):
            member = replace(await parts.person("member"), roles={community: role})
            with pytest.raises(NotAllowed, match="not_admin"):
                await reads.community(member, community, HERE)
            assert await reads.customs(member, community, HERE) == chosen.customs
            assert await reads.customs(member, community, Surface.WEB_WORLD) == Customs()
        elsewhere = await admin_of(parts, CommunityId(parts.ids.new()))
        for outsider in (elsewhere, Viewer(), replace(admin, banned_from=frozenset({community}))):
            assert await reads.customs(outsider, community, HERE) == Customs()
            refusals = []
            for asked in (community, CommunityId(parts.ids.new())):
                with pytest.raises(NotFound) as refused:
                    await reads.community(outsider, asked, HERE)
                refusals.append(str(refused.value))
            assert refusals[0] == refusals[1]


async def test_nobody_but_an_admin_chooses(parts: Parts) -> None:
    """A moderator's choice is refused, an outsider's finds nothing, and nothing was changed."""
    community, admin = await set_up(parts)
    before = await look(admin, community, HERE, store=parts.store)
    moderator = replace(await parts.person("moderator"), roles={community: Role.MODERATOR})
    for viewer, refusal in ((moderator, NotAllowed), (await parts.person("member"), NotFound)):
        with pytest.raises(refusal):
            await choose_spot(viewer, community, Spot.REVIEW, None, HERE, store=parts.store)
        with pytest.raises(refusal):
            await choose_moderators(viewer, community, ["99"], HERE, store=parts.store)
        with pytest.raises(refusal):
            await choose_customs(viewer, community, HERE, spoilers=False, store=parts.store)
    with pytest.raises(NotFound):
        await choose_customs(admin, community, Surface.FEED, spoilers=False, store=parts.store)
    assert await look(admin, community, HERE, store=parts.store) == before


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ([str(number) for number in range(1, 12)], "too_many_moderators"),
        (["<@1>"], "id_malformed"),
        (["role:"], "id_malformed"),
        (["9" * 33], "id_malformed"),
        ([f"{SERVER}"], "everybody_moderates"),
    ],
)
async def test_moderators_that_can_not_be_are_refused(parts: Parts, chosen: list[str], code: str) -> None:
    """Too many, none of the platform's ids, and the role that everyone has: each is refused and nothing changes."""
    community, admin = await set_up(parts)
    with pytest.raises(BadInput, match=code):
        await choose_moderators(admin, community, chosen, HERE, store=parts.store)
    assert (await look(admin, community, HERE, store=parts.store)).choices.moderators == ("41", "77")


async def test_showcase_and_review_are_two_places(parts: Parts) -> None:
    """What waits for a decision can't be shown where all see it; a place can be given up again."""
    community, admin = await set_up(parts)
    with pytest.raises(BadInput, match="places_alike"):
        await choose_spot(admin, community, Spot.REVIEW, "31", HERE, store=parts.store)
    with pytest.raises(BadInput, match="id_malformed"):
        await choose_spot(admin, community, Spot.REVIEW, "general chat", HERE, store=parts.store)
    await choose_spot(admin, community, Spot.SHOWCASE, None, HERE, store=parts.store)
    await choose_spot(admin, community, Spot.REVIEW, "31", HERE, store=parts.store)
    choices = (await look(admin, community, HERE, store=parts.store)).choices
    assert (choices.showcase, choices.review) == (None, "31")


async def test_leaving_ends_a_community_and_keeps_no_id_of_the_platform(parts: Parts) -> None:
    """What was chosen goes at once, from every file; who comes back begins anew, under another name."""
    community, admin = await set_up(parts)
    await choose_spot(admin, community, Spot.SHOWCASE, "310203040506070809", HERE, store=parts.store)
    assert await left(DISCORD, SERVER, store=parts.store)
    assert not await left(DISCORD, SERVER, store=parts.store)
    assert await parts.store.ledger.community(community) is None
    with pytest.raises(NotFound, match="community_not_found"):
        await look(admin, community, HERE, store=parts.store)
    assert not [
        path for path in parts.folder.rglob("*") if path.is_file() and b"310203040506070809" in path.read_bytes()
    ]
    again = await joined(DISCORD, SERVER, store=parts.store)
    assert again != community
    fresh = await look(await admin_of(parts, again), again, HERE, store=parts.store)
    assert (fresh.choices, fresh.set_up_by) == (Choices(), None)


async def test_a_start_ends_what_was_left_meanwhile(parts: Parts) -> None:
    """Servers that are on the list go on as they were, those that aren't end, and new ones begin."""
    community, admin = await set_up(parts)
    await joined(DISCORD, OTHER, store=parts.store)
    telegram = await joined(Platform.TELEGRAM, SERVER, store=parts.store)
    assert await present_in(DISCORD, {SERVER, "1003"}, store=parts.store) == 1
    found = {one.external_id for one in await parts.store.ledger.communities(DISCORD)}
    assert found == {SERVER, "1003"}
    assert (await look(admin, community, HERE, store=parts.store)).choices.showcase == "31"
    assert await present_in(DISCORD, {SERVER, "1003"}, store=parts.store) == 0
    assert await present_in(DISCORD, set(), store=parts.store) == 2
    assert await parts.store.ledger.community(telegram) is not None


async def test_a_lost_place_is_chosen_no_more_and_told_once(parts: Parts) -> None:
    """The place is emptied with one notice; the same loss again, and a place that nobody chose, leave none."""
    community, admin = await set_up(parts)
    assert set(await told(parts)) == {"places"}
    await places_lost(DISCORD, SERVER, {"31": Loss.DELETED, "999": Loss.DELETED}, store=parts.store)
    await places_lost(DISCORD, SERVER, {"31": Loss.DELETED}, store=parts.store)
    await places_lost(DISCORD, OTHER, {"32": Loss.DELETED}, store=parts.store)
    assert await told(parts) == ["notice"]
    found = await look(admin, community, HERE, store=parts.store)
    assert found.lost == ((Spot.SHOWCASE, Loss.DELETED),)
    assert found.choices == Choices(None, "32", ("41", "77"), Customs(spoilers=True, pictures=Pictures.ANYONE))
    assert (await look(admin, community, HERE, store=parts.store)).lost == ()


async def test_two_losses_before_anybody_was_told_are_both_told(parts: Parts) -> None:
    """The second doesn't hide the first."""
    community, admin = await set_up(parts)
    await places_lost(DISCORD, SERVER, {"31": Loss.DELETED}, store=parts.store)
    await places_lost(DISCORD, SERVER, {"32": Loss.CLOSED}, store=parts.store)
    found = await look(admin, community, HERE, store=parts.store)
    assert dict(found.lost) == {Spot.SHOWCASE: Loss.DELETED, Spot.REVIEW: Loss.CLOSED}


async def test_a_role_that_is_gone_moderates_no_more(parts: Parts) -> None:
    """The others stay; a role that nobody chose changes nothing."""
    community, admin = await set_up(parts)
    await moderator_lost(DISCORD, SERVER, "41", store=parts.store)
    await moderator_lost(DISCORD, SERVER, "43", store=parts.store)
    assert (await look(admin, community, HERE, store=parts.store)).choices.moderators == ("77",)


async def test_a_group_with_a_new_id_goes_on_under_it(parts: Parts) -> None:
    """Everything that was chosen stays; what began under the new id meanwhile gives way unless it was set up itself."""
    community, admin = await set_up(parts)
    await joined(DISCORD, OTHER, store=parts.store)
    await moved(DISCORD, SERVER, OTHER, store=parts.store)
    assert await parts.store.ledger.community_at(DISCORD, SERVER) is None
    found = await look(admin, community, HERE, store=parts.store)
    assert (found.external_id, found.choices.showcase) == (OTHER, "31")
    again = await joined(DISCORD, SERVER, store=parts.store)
    await choose_spot(await admin_of(parts, again), again, Spot.REVIEW, "32", HERE, store=parts.store)
    await moved(DISCORD, SERVER, OTHER, store=parts.store)
    (only,) = await parts.store.ledger.communities(DISCORD)
    assert only.id == community
    await moved(DISCORD, "none", "nowhere", store=parts.store)
    assert [one.id for one in await parts.store.ledger.communities(DISCORD)] == [community]


async def test_a_place_with_a_new_id_stays_chosen(parts: Parts) -> None:
    """Wherever it was chosen on that platform, and for nothing else."""
    community, _ = await set_up(parts)
    telegram = await joined(Platform.TELEGRAM, SERVER, store=parts.store)
    there = await admin_of(parts, telegram)
    await choose_spot(there, telegram, Spot.REVIEW, "31", HERE, store=parts.store)
    found = await parts.store.ledger.communities_choosing(DISCORD, "31")
    assert [one.id for one in found] == [community]
    await moved(DISCORD, "31", "310", store=parts.store)
    assert await parts.store.ledger.communities_choosing(DISCORD, "31") == []
    (known,) = await parts.store.ledger.communities_choosing(DISCORD, "310")
    assert (known.choices.showcase, known.choices.review) == ("310", "32")
    assert (await look(there, telegram, HERE, store=parts.store)).choices.review == "31"


async def test_a_private_chat_is_about_one_community_for_an_hour(parts: Parts) -> None:
    """The last one counts; it ends with the hour, with the community, and when it is closed."""
    first, second = await joined(DISCORD, SERVER, store=parts.store), await joined(DISCORD, OTHER, store=parts.store)
    ledger, keep = parts.store.ledger, partial(open_for, store=parts.store, clock=parts.clock)
    await keep(WHO, first)
    await keep(WHO, second, action="setshow", request=6)
    found = await ledger.opening(WHO)
    assert found
    assert (found.community, found.action, found.request) == (second, "setshow", 6)
    assert await ledger.opening(Identity(Platform.TELEGRAM, WHO.external_id)) is None
    assert await ledger.end_openings() == 0
    parts.clock.advance(OPEN_FOR_MS)
    assert await ledger.opening(WHO) is None
    assert [await ledger.end_openings() for _ in range(2)] == [1, 0]
    await keep(Identity(DISCORD, "78"), first)
    assert await close(Identity(DISCORD, "78"), store=parts.store)
    assert not await close(Identity(DISCORD, "78"), store=parts.store)
    await keep(WHO, first)
    await left(DISCORD, SERVER, store=parts.store)
    assert await ledger.opening(WHO) is None
