"""What becomes of groups and channels on Telegram: joined, left, grown, and chosen places lost; nothing else is."""

from pathlib import Path

import pytest

from core.communities import Choices, Loss, Spot
from core.hosting.choose import choose_moderators, choose_spot
from core.people import Identity, Platform, Role, Viewer
from tests.parts import HERE
from tests.telegram_town import (
    ADMIN,
    BOT,
    CHANNEL,
    CLUB,
    DESK,
    FORBIDDEN,
    NEVER_STARTED,
    NOT_FOUND,
    Json,
    Refused,
    Town,
    begun,
    member,
    town_in,
)

GROWN = -100_2001
CHOSEN = Choices(str(CHANNEL), str(DESK), ("12",))


async def set_up(town: Town, group: int = CLUB) -> Viewer:
    """Choose a channel, a desk and a moderator for a group, as its admin does."""
    store = town.chatting.parts.store
    async with store.write() as writes:
        person = await writes.meet(Identity(Platform.TELEGRAM, str(ADMIN)))
    community = await begun(town, group)
    viewer = Viewer(person, {community: Role.ADMIN})
    await choose_spot(viewer, community, Spot.SHOWCASE, str(CHANNEL), HERE, store=store)
    await choose_spot(viewer, community, Spot.REVIEW, str(DESK), HERE, store=store)
    await choose_moderators(viewer, community, ["12"], HERE, store=store)
    return viewer


@pytest.mark.parametrize("status", ["member", "administrator"])
async def test_a_group_that_adds_us_begins_and_nothing_is_said_there(tmp_path: Path, status: str) -> None:
    """The community is there as soon as we are, once; nobody's list of members is asked for or kept."""
    async with town_in(tmp_path) as town:
        await town.changed(CLUB, member(status), before="left")
        first = await town.known()
        await town.changed(CLUB, member("administrator"), before=status)
        assert await town.known() == first
        assert town.sky.sent == []
        assert set(town.sky.asked) <= {"getMe"}


@pytest.mark.parametrize("now", [member("left"), member("kicked"), member("restricted", is_member=False)])
async def test_a_group_that_puts_us_out_ends_with_all_that_was_chosen(tmp_path: Path, now: Json) -> None:
    """Nothing of it is kept in any file; who takes us in again begins anew."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        first = await town.known()
        town.sky.refusing[CLUB] = Refused(*FORBIDDEN)
        await town.changed(CLUB, now)
        assert await town.community() is None
        await town.deliver()
        for file in town.chatting.parts.folder.rglob("*.db*"):
            assert str(CHANNEL).encode() not in file.read_bytes()
        await town.changed(CLUB, member("member"), before="left")
        again = await town.known()
        assert (again.id != first.id, again.choices) == (True, Choices())


async def test_a_restriction_puts_nobody_out(tmp_path: Path) -> None:
    """Restricted members are members, and a channel and a private chat are no communities."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        await town.changed(CLUB, member("restricted", is_member=True))
        assert (await town.known()).choices == CHOSEN
        await town.changed(CHANNEL, member("administrator", can_post_messages=True))
        await town.changed(ADMIN, member("kicked"))
        assert await town.community(CHANNEL) is None
        assert await town.community(ADMIN) is None


@pytest.mark.parametrize("order", [("to", "from"), ("from", "to"), ("to",), ("from",)])
@pytest.mark.parametrize("begins", ["before", "after", "never"])
async def test_a_group_that_grows_keeps_all_that_was_chosen(
    tmp_path: Path, order: tuple[str, ...], begins: str
) -> None:
    """Its community goes on under the new id, in whatever order Telegram tells of it, and isn't there twice."""
    async with town_in(tmp_path) as town:
        town.sky.kinds |= {CLUB: "group", GROWN: "supergroup"}
        await set_up(town)
        before = await town.known()
        if begins == "before":
            await town.changed(GROWN, member("member"), before="left")
        for one in order:
            is_old = one == "to"
            chat, more = CLUB if is_old else GROWN, {f"migrate_{one}_chat_id": GROWN if is_old else CLUB}
            await town.groups.heard(town.update(message=town.written(chat, ADMIN) | more))
        if begins == "after":
            await town.changed(GROWN, member("member"), before="left")
        town.sky.refusing[CLUB] = Refused(400, "group upgraded", migrate_to_chat_id=GROWN)
        await town.changed(CLUB, member("left"))
        after = await town.known(GROWN)
        assert (after.id, after.choices, after.set_up_by) == (before.id, before.choices, before.set_up_by)
        assert await town.community() is None
        assert len(await town.chatting.parts.store.ledger.communities(Platform.TELEGRAM)) == 1


async def test_a_group_that_grew_unseen_is_not_taken_for_left(tmp_path: Path) -> None:
    """Where we are told first that we left, Telegram is asked whether the group lives on."""
    async with town_in(tmp_path) as town:
        town.sky.kinds |= {CLUB: "group", GROWN: "supergroup"}
        await set_up(town)
        town.sky.refusing[CLUB] = Refused(400, "group upgraded", migrate_to_chat_id=GROWN)
        await town.changed(CLUB, member("left"))
        assert (await town.known(GROWN)).choices == CHOSEN


async def test_a_chosen_place_that_grows_stays_chosen(tmp_path: Path) -> None:
    """Wherever it was chosen, and also when it is noticed only at the next look."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        await set_up(town, GROWN)
        desk = -100_2003
        await town.groups.heard(town.update(message=town.written(DESK, ADMIN, migrate_to_chat_id=desk)))
        for group in (CLUB, GROWN):
            assert (await town.known(group)).choices.review == str(desk)
        town.sky.kinds[desk] = "supergroup"
        town.sky.refusing[desk] = Refused(400, "group upgraded", migrate_to_chat_id=DESK)
        await town.groups.look(await town.known())
        assert (await town.known()).choices.review == str(DESK)


CLOSING = [
    (CHANNEL, member("kicked"), Spot.SHOWCASE),
    (CHANNEL, member("administrator", can_post_messages=False), Spot.SHOWCASE),
    (DESK, member("left"), Spot.REVIEW),
    (DESK, member("restricted", is_member=True, can_send_messages=False), Spot.REVIEW),
]


@pytest.mark.parametrize(("place", "now", "spot"), CLOSING)
async def test_a_place_that_closes_is_chosen_no_more_and_told_once(
    tmp_path: Path, place: int, now: Json, spot: Spot
) -> None:
    """Whoever set it up gets one private notice that names group, place and command; all else stays chosen."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        await town.deliver()
        await town.changed(place, now, before="administrator")
        await town.changed(place, now, before="administrator")
        assert (await town.known()).choices == CHOSEN.moved(spot, None)
        await town.deliver()
        (notice,) = town.sky.said(ADMIN)
        assert "For <b>Harbour *club* &lt;1&gt;</b>, I can't post" in notice
        assert f"({'Showcase' if spot is Spot.SHOWCASE else 'Review'} place)" in notice
        assert "/setup" in notice
        assert {one["chat_id"] for one in town.sky.sent} == {ADMIN}
        assert (await town.known()).lost == ()
        assert await town.deliver() == []


async def test_a_deleted_channel_is_called_deleted(tmp_path: Path) -> None:
    """It is noticed at the next look, and what Telegram doesn't answer now is not taken for lost."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        await town.deliver()
        town.sky.refusing[CHANNEL] = Refused(500, "Internal Server Error")
        await town.groups.present()
        assert (await town.known()).choices == CHOSEN
        town.sky.refusing[CHANNEL] = Refused(*NOT_FOUND)
        await town.groups.present()
        assert (await town.known()).lost == ((Spot.SHOWCASE, Loss.DELETED),)
        await town.deliver()
        (notice,) = town.sky.said(ADMIN)
        assert "was deleted (Showcase place)" in notice


async def test_a_group_where_members_may_not_write_is_closed_to_us(tmp_path: Path) -> None:
    """A plain member may what all may; an administrator may write whatever others may."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        town.sky.permissions[DESK] = {"can_send_messages": True}
        await town.deliver()
        assert (await town.known()).choices == CHOSEN
        town.sky.permissions[DESK] = {"can_send_messages": False}
        town.sky.members[DESK, BOT["id"]] = member("administrator")
        await town.groups.look(await town.known())
        assert (await town.known()).choices == CHOSEN
        town.sky.members[DESK, BOT["id"]] = member("member")
        await town.groups.look(await town.known())
        assert (await town.known()).choices.review is None


async def test_a_start_notices_what_happened_while_we_were_away(tmp_path: Path) -> None:
    """Groups that put us out end, those that grew go on, and a Telegram that is away ends nothing."""
    async with town_in(tmp_path) as town:
        for group in (CLUB, DESK, GROWN):
            town.sky.kinds[group] = "supergroup"
            await set_up(town, group)
        new = -100_2009
        town.sky.kinds[new] = "supergroup"
        town.sky.away = True
        await town.groups.present()
        town.sky.away = False
        for group in (CLUB, DESK, GROWN):
            assert (await town.known(group)).choices == CHOSEN
        town.sky.members[DESK, BOT["id"]] = member("left")
        town.sky.refusing[GROWN] = Refused(400, "group upgraded", migrate_to_chat_id=new)
        await town.groups.present()
        assert await town.community(DESK) is None
        assert (await town.known(CLUB)).choices == CHOSEN.moved(Spot.REVIEW, None)
        assert (await town.known(new)).choices == CHOSEN


async def test_what_nobody_can_be_told_waits_for_the_next_setup(tmp_path: Path) -> None:
    """Whoever set it up has blocked us: the notice isn't lost, and the row isn't tried for ever."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        await town.deliver()
        town.sky.unstarted.add(ADMIN)
        await town.changed(CHANNEL, member("kicked"))
        await town.deliver()
        assert (await town.known()).lost == ((Spot.SHOWCASE, Loss.CLOSED),)
        town.sky.unstarted.clear()
        await town.say("/setup", ADMIN)
        await town.changed(CHANNEL, member("kicked"))
        assert await town.deliver() == []
        assert (await town.known()).lost == ()
        assert town.sky.said(ADMIN) == []
    assert NEVER_STARTED[0] == 403


async def test_a_notice_of_another_platform_and_of_an_ended_community_are_nobodys(tmp_path: Path) -> None:
    """The row is settled without a word."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        await town.deliver()
        await town.changed(CHANNEL, member("kicked"))
        town.sky.refusing[CLUB] = Refused(*FORBIDDEN)
        await town.changed(CLUB, member("kicked"))
        assert await town.deliver() != []
        assert town.sky.sent == []


async def test_other_updates_change_nothing(tmp_path: Path) -> None:
    """A message, a new title, a topic that was closed: nothing of ours hangs on them."""
    async with town_in(tmp_path) as town:
        await set_up(town)
        before = await town.known()
        told: list[Json] = [{"new_chat_title": "Other"}, {"forum_topic_closed": {}}, {"text": "hello"}]
        for more in told:
            await town.groups.heard(town.update(message=town.written(CLUB, ADMIN) | more))
        assert await town.known() == before
