"""/setup on Telegram: asked for in the group, done in private, by those who are its admins at each step."""

from pathlib import Path

import pytest

from bots.chat.reply import Choice, Pick, Reply, Style
from bots.texts.say import Say
from core.communities import Choices, Pictures
from core.gate import Surface
from core.hosting.opening import OPEN_FOR_MS
from core.hosting.presence import left
from core.people import Identity, Platform
from core.rules import Limit
from tests.chatting import button
from tests.spending import dollars
from tests.talk import buttons, spoken
from tests.telegram_town import (
    ADMIN,
    BOT,
    CHANNEL,
    CLUB,
    DESK,
    MEMBER,
    TITLES,
    Json,
    Refused,
    Town,
    member,
    town_in,
)
from tests.test_budget_chat import within
from tests.test_sending_chat import form, with_kling

OTHER = -1009


async def card_of(town: Town, user: int = ADMIN, group: int = CLUB) -> Reply:
    """Give /setup in a group, and read what comes in private."""
    await town.say("/setup", user, group)
    chat, reply = town.shown[-1]
    assert chat == user
    return reply


def pick(reply: Reply | None, name: str) -> Pick:
    """The picker of a card for something."""
    assert reply is not None
    (found,) = [one for one in reply.parts if isinstance(one, Pick) and one.say == Say(f"setup-pick-{name}")]
    return found


async def opened(town: Town, card: Reply | None, name: str, user: int = ADMIN) -> Json:
    """Open the picker for something, and give the message with its keyboard."""
    assert await town.press(pick(card, name).press, user) is None
    sent = town.sky.sent[-1]
    assert int(sent["chat_id"]) == user
    return sent


def requests(sent: Json) -> list[int]:
    """The numbers of a keyboard's pickers: of a group and of a channel, or of people."""
    keys = [one for row in sent["reply_markup"]["keyboard"] for one in row if isinstance(one, dict)]
    found = [one.get("request_chat") or one.get("request_users") for one in keys]
    return sorted(one["request_id"] for one in found if one)


async def chosen(town: Town, group: int = CLUB) -> Choices:
    """What is kept for a group."""
    return (await town.known(group)).choices


async def test_a_group_is_set_up_in_private_from_beginning_to_end(tmp_path: Path) -> None:
    """Showcase channel, review chat, moderators, spoilers and pictures; the group reads one line and nothing else."""
    async with town_in(tmp_path) as town:
        card: Reply | None = await card_of(town)
        assert card is not None
        assert "This is how I work in **Harbour *club* <1>**." in spoken(card)
        _, channel = requests(await opened(town, card, "showcase"))
        card = await town.share(chat_shared={"request_id": channel, "chat_id": CHANNEL})
        assert (await chosen(town)).showcase == str(CHANNEL)
        assert "Chosen now: Harbour films." in spoken(card)
        group, _ = requests(await opened(town, card, "review"))
        card = await town.share(chat_shared={"request_id": group, "chat_id": DESK})
        (people,) = requests(await opened(town, card, "moderators"))
        card = await town.share(users_shared={"request_id": people, "users": [{"user_id": MEMBER}, {"user_id": 14}]})
        for key in ("setup-spoilers-on", "setup-pictures-anyone"):
            (switch,) = [one for one in buttons(card) if one.label.key == key]
            card = await town.press(switch.press)
            assert card is not None
            assert key in [one.label.key for one in buttons(card) if one.style is Style.MAIN]
        kept = await chosen(town)
        assert (kept.showcase, kept.review, kept.moderators) == (str(CHANNEL), str(DESK), (str(MEMBER), "14"))
        assert (kept.customs.spoilers, kept.customs.pictures) == (True, Pictures.ANYONE)
        assert len(town.sky.said(CLUB)) == 1
        assert {int(one["chat_id"]) for one in town.sky.sent} == {CLUB, ADMIN}


async def test_what_is_chosen_is_named_by_telegram_and_can_be_given_up(tmp_path: Path) -> None:
    """Names are asked for where the picker opens and kept nowhere; a button of the card chooses none."""
    async with town_in(tmp_path) as town:
        card: Reply | None = await card_of(town)
        assert pick(card, "showcase").none == ""
        _, channel = requests(await opened(town, card, "showcase"))
        card = await town.share(chat_shared={"request_id": channel, "chat_id": CHANNEL})
        (people,) = requests(await opened(town, card, "moderators"))
        card = await town.share(users_shared={"request_id": people, "users": [{"user_id": MEMBER}, {"user_id": 99}]})
        assert "Chosen now: Harbour films." in (await opened(town, card, "showcase"))["text"]
        assert f"Chosen now: Person {MEMBER}." in (await opened(town, card, "moderators"))["text"]
        for name in ("showcase", "moderators"):
            card = await town.press(pick(card, name).none)
            assert pick(card, name).chosen == ()
        assert await chosen(town) == Choices()
        for file in town.chatting.parts.folder.rglob("*.db*"):
            for name in (*TITLES.values(), f"Person {MEMBER}"):
                assert name.encode() not in file.read_bytes()


async def test_a_budget_is_chosen_in_private_for_the_group(tmp_path: Path) -> None:
    """What is left is told, and a smaller sum is typed; who is an admin no more changes nothing."""
    async with town_in(tmp_path) as town:
        town.chatting = within(with_kling(town.chatting), dollars(community=1.2))
        card = await card_of(town)
        assert "US$1.20 of US$1.20 is left this month, as the operator set it" in spoken(card)
        asked = form(await town.press(button(card, "limit").press) or card)
        identity, chat = Identity(Platform.TELEGRAM, str(ADMIN)), town.chatting.chat
        for now, said in (("administrator", "US$0.50 of US$0.50 is left"), ("left", "Only people who may manage this")):
            town.sky.members[CLUB, ADMIN] = member(now)
            place = await town.places.of_press(asked.press, ADMIN)
            asker = await chat.arrive(identity, Surface.CHAT_PRIVATE, "en", place)
            assert said in spoken(await chat.press(asked.press, asker, {"amount": "0.50"}))
        assert (await chosen(town)).customs.budget == Limit(500_000, "USD")


@pytest.mark.parametrize("now", ["member", "left"])
async def test_rights_are_asked_at_each_step(tmp_path: Path, now: str) -> None:
    """Whoever is an admin no more changes nothing: not by a switch, not by a picker, not by what they picked before."""
    async with town_in(tmp_path) as town:
        card = await card_of(town)
        (switch,) = [one for one in buttons(card) if one.label.key == "setup-spoilers-on"]
        _, channel = requests(await opened(town, card, "showcase"))
        town.sky.members[CLUB, ADMIN] = member(now)
        refusals = [
            await town.press(switch.press),
            await town.press(pick(card, "review").press),
            await town.share(chat_shared={"request_id": channel, "chat_id": CHANNEL}),
            await card_of(town),
        ]
        for refused in refusals:
            assert refused is not None
            assert "Only people who may manage this server or group" in spoken(refused)
        assert await chosen(town) == Choices()


async def test_only_admins_get_the_card_and_nobody_elses_buttons_work(tmp_path: Path) -> None:
    """A member is told in private; another admin's press on a card that isn't theirs changes nothing."""
    async with town_in(tmp_path) as town:
        card = await card_of(town)
        assert "Only people who may manage" in spoken(await card_of(town, MEMBER))
        town.sky.members[CLUB, 21] = member("administrator")
        for press in (pick(card, "showcase").press, buttons(card)[0].press):
            strange = await town.press(press, 21)
            assert strange is not None
            assert "somebody else's" in spoken(strange)
        assert await chosen(town) == Choices()


async def test_a_place_must_be_theirs_and_open_to_us(tmp_path: Path) -> None:
    """Somebody else's channel, one that we aren't in, and one where we may not post: each is refused in words."""
    async with town_in(tmp_path) as town:
        card = await card_of(town)
        _, channel = requests(await opened(town, card, "showcase"))
        shared = {"request_id": channel, "chat_id": CHANNEL}
        town.sky.members[CHANNEL, ADMIN] = member("member")
        assert "You are no admin there" in spoken(await town.share(chat_shared=shared))
        town.sky.members[CHANNEL, ADMIN] = member("administrator")
        town.sky.members[CHANNEL, BOT["id"]] = member("administrator", can_post_messages=False)
        assert "I can't post there" in spoken(await town.share(chat_shared=shared))
        town.sky.refusing[CHANNEL] = Refused(500, "Internal Server Error")
        assert "I can't post there" in spoken(await town.share(chat_shared=shared))
        assert "I can't post there" in spoken(await town.share(chat_shared=shared | {"chat_id": -55}))
        assert await chosen(town) == Choices()
        town.sky.refusing.clear()
        town.sky.members[CHANNEL, BOT["id"]] = member("administrator", can_post_messages=True)
        await town.share(chat_shared=shared)
        assert (await chosen(town)).showcase == str(CHANNEL)


async def test_showcase_and_review_are_two_places(tmp_path: Path) -> None:
    """The refusal stands above the card."""
    async with town_in(tmp_path) as town:
        card = await card_of(town)
        for name in ("showcase", "review"):
            group, _ = requests(await opened(town, card, name))
            card = await town.share(chat_shared={"request_id": group, "chat_id": DESK})
        assert "can't be the same place" in spoken(card)
        assert await chosen(town) == Choices(str(DESK))


async def test_a_picker_counts_once_in_its_time_and_for_what_it_was_opened(tmp_path: Path) -> None:
    """A second answer, one of an earlier picker, one after an hour and one of nobody's picker change nothing."""
    async with town_in(tmp_path) as town:
        clock = town.chatting.parts.clock
        card = await card_of(town)
        late = "That choice came too late"
        assert late in spoken(await town.share(chat_shared={"request_id": 2, "chat_id": DESK}))
        old, _ = requests(await opened(town, card, "showcase"))
        clock.advance(1)
        new, _ = requests(await opened(town, card, "review"))
        assert late in spoken(await town.share(chat_shared={"request_id": old, "chat_id": DESK}))
        assert late in spoken(await town.share(MEMBER, chat_shared={"request_id": new, "chat_id": DESK}))
        await town.share(chat_shared={"request_id": new, "chat_id": DESK})
        assert late in spoken(await town.share(chat_shared={"request_id": new, "chat_id": CHANNEL}))
        assert await chosen(town) == Choices(None, str(DESK))
        clock.advance(1)
        _, channel = requests(await opened(town, card, "showcase"))
        clock.advance(OPEN_FOR_MS)
        assert late in spoken(await town.share(chat_shared={"request_id": channel, "chat_id": CHANNEL}))
        assert (await chosen(town)).showcase is None


async def test_cards_of_two_groups_stay_apart(tmp_path: Path) -> None:
    """Each card changes the group that it is about, whichever was opened last."""
    async with town_in(tmp_path) as town:
        town.sky.kinds[OTHER] = "supergroup"
        town.sky.members[OTHER, ADMIN] = member("creator")
        first = await card_of(town)
        second = await card_of(town, group=OTHER)
        assert first.card != second.card
        (switch,) = [one for one in buttons(first) if one.label.key == "setup-spoilers-on"]
        changed = await town.press(switch.press)
        assert changed is not None
        assert changed.card == first.card
        group, _ = requests(await opened(town, first, "review"))
        await town.share(chat_shared={"request_id": group, "chat_id": DESK})
        assert ((await chosen(town)).review, (await chosen(town)).customs.spoilers) == (str(DESK), True)
        assert await chosen(town, OTHER) == Choices()


async def test_who_never_started_us_goes_on_in_private(tmp_path: Path) -> None:
    """The group is remembered for an hour, so that /setup in private is enough after Start."""
    async with town_in(tmp_path) as town:
        town.sky.unstarted.add(ADMIN)
        await town.say("/setup", ADMIN)
        assert town.shown == []
        town.sky.unstarted.clear()
        await town.hear(town.update(message=town.written(ADMIN, ADMIN, "/setup")))
        _, reply = town.shown[-1]
        assert reply.card == f"setup:{(await town.known()).id}"
        town.chatting.parts.clock.advance(OPEN_FOR_MS)
        await town.hear(town.update(message=town.written(ADMIN, ADMIN, "/setup")))
        assert "is set up where it is" in spoken(town.shown[-1][1])


async def test_a_card_of_a_group_that_put_us_out_changes_nothing(tmp_path: Path) -> None:
    """Its buttons and its open picker find nothing, and what was opened is forgotten with the group."""
    async with town_in(tmp_path) as town:
        card = await card_of(town)
        group, _ = requests(await opened(town, card, "review"))
        await left(Platform.TELEGRAM, str(CLUB), store=town.chatting.parts.store)
        for press in (buttons(card)[0].press, pick(card, "showcase").press):
            gone = await town.press(press)
            assert gone is not None
            assert "isn't set up here" in spoken(gone)
        late = await town.share(chat_shared={"request_id": group, "chat_id": DESK})
        assert "came too late" in spoken(late)
        assert await town.community() is None


async def test_an_old_cards_picker_gives_the_card_anew(tmp_path: Path) -> None:
    """After a week its buttons are too old; fresh ones come along."""
    async with town_in(tmp_path) as town:
        card = await card_of(town)
        town.chatting.parts.clock.advance(8 * 86_400_000)
        fresh = await town.press(pick(card, "showcase").press)
        assert fresh is not None
        assert "too old" in spoken(fresh)
        assert pick(fresh, "showcase").press != pick(card, "showcase").press
        assert [one for one in fresh.parts if isinstance(one, Choice)]
