"""/setup in a conversation: who gets it, what each press changes, and what happens to a press that comes too late."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker
from bots.chat.presses import OFFERED_FOR_MS
from bots.chat.reply import PICKED, Button, Pick, Reply, Style
from core.communities import Choices, Loss, Place
from core.gate import Surface
from core.hosting.losing import places_lost
from core.hosting.presence import left
from core.people import Identity, Platform, Role
from tests.chatting import Chatting, chatting_in
from tests.talk import buttons, spoken

SERVER, ELSEWHERE = "1001", "1002"


@pytest.fixture
async def chatting(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as chatting:
        yield chatting


async def arrive(
    chatting: Chatting,
    name: str = "7",
    *,
    admin: bool = False,
    roles: tuple[str, ...] = (),
    server: str | None = SERVER,
) -> Asker:
    """Speak in a server, or in private."""
    place = Place(Platform.DISCORD, server, admin, frozenset(roles)) if server else None
    return await chatting.chat.arrive(Identity(Platform.DISCORD, name), Surface.CHAT_PRIVATE, "en", place)


async def setup(chatting: Chatting, asker: Asker) -> Reply:
    """Give /setup."""
    return await chatting.chat.ask("setup", {}, asker)


def pick(reply: Reply, name: str) -> Pick:
    """The picker of a reply for something."""
    (found,) = [one for one in reply.parts if isinstance(one, Pick) and one.say.key == f"setup-pick-{name}"]
    return found


def switch(reply: Reply, name: str) -> Button:
    """The button of a reply whose label's key ends like this."""
    (found,) = [one for one in buttons(reply) if one.label.key == f"setup-{name}"]
    return found


async def chosen(chatting: Chatting) -> Choices:
    """What is kept."""
    found = await chatting.parts.store.ledger.community_at(Platform.DISCORD, SERVER)
    assert found is not None
    return found.choices


async def test_the_card_shows_what_is_chosen_and_each_press_redraws_it(chatting: Chatting) -> None:
    """Places, moderators, spoilers and whose pictures are chosen one after the other, on one card."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    assert card.card == f"setup:{admin.community}"
    assert "Showcase place: none chosen" in spoken(card)
    assert "Everyone who can read the review place" in spoken(card)
    assert "that its owner did not publish" in spoken(card)
    for name, picked in (("showcase", "31"), ("review", "32"), ("moderators", "41 8")):
        card = await chatting.chat.press(pick(card, name).press, admin, {PICKED: picked})
        assert card.card == f"setup:{admin.community}"
        assert pick(card, name).chosen == tuple(picked.split())
    for name in ("spoilers-on", "pictures-anyone"):
        card = await chatting.chat.press(switch(card, name).press, admin)
        assert switch(card, name).style is Style.MAIN
    assert "Moderators: 2 chosen" in spoken(card)
    assert "Showcase place: chosen, see below" in spoken(card)
    kept = await chosen(chatting)
    assert (kept.showcase, kept.review, kept.moderators) == ("31", "32", ("41", "8"))
    assert await chatting.chat.may_use_others(await arrive(chatting, "9"))
    assert (await chatting.chat.customs(await arrive(chatting, "9"))).spoilers
    card = await chatting.chat.press(pick(card, "showcase").press, admin, {PICKED: ""})
    assert "Showcase place: none chosen" in spoken(card)


async def test_only_who_may_manage_the_server_sets_it_up(chatting: Chatting) -> None:
    """A member and a moderator are told so; in private, and where I am no member, it is said where it is done."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    await chatting.chat.press(pick(card, "moderators").press, admin, {PICKED: "41"})
    for asker in (await arrive(chatting, "8"), await arrive(chatting, "8", roles=("41",))):
        assert "Only people who may manage this server" in spoken(await setup(chatting, asker))
    for asker in (await arrive(chatting, server=None), await arrive(chatting, "8", server=ELSEWHERE)):
        assert "is set up where it is" in spoken(await setup(chatting, asker))
    assert (await arrive(chatting, "8", roles=("41",))).viewer.roles == {admin.community: Role.MODERATOR}


async def test_an_admins_button_is_theirs_alone_and_only_while_they_are_one(chatting: Chatting) -> None:
    """Another admin, an admin elsewhere, and the same person without the right each change nothing."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    press = pick(card, "showcase").press
    other = await chatting.chat.press(press, await arrive(chatting, "8", admin=True), {PICKED: "66"})
    assert "somebody else's" in spoken(other)
    away = await chatting.chat.press(press, await arrive(chatting, admin=True, server=ELSEWHERE), {PICKED: "66"})
    assert "isn't set up here" in spoken(away)
    fallen = await chatting.chat.press(press, await arrive(chatting), {PICKED: "66"})
    assert "Only people who may manage this server" in spoken(fallen)
    forged = await chatting.chat.press(press[:-1] + ("A" if press[-1] != "A" else "B"), admin, {PICKED: "66"})
    assert forged.card == card.card
    assert await chosen(chatting) == Choices()


async def test_a_second_press_and_a_late_one_show_how_it_is(chatting: Chatting) -> None:
    """A press that was used, and one that is too old, change nothing and draw the card with fresh buttons."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    used, old = switch(card, "spoilers-on").press, pick(card, "showcase").press
    await chatting.chat.press(used, admin)
    again = await chatting.chat.press(used, admin)
    assert "done already" in spoken(again)
    assert again.card == card.card
    chatting.parts.clock.advance(OFFERED_FOR_MS + 3_600_000)
    late = await chatting.chat.press(old, admin, {PICKED: "31"})
    assert "too old" in spoken(late)
    assert pick(late, "showcase").press != old
    assert (await chosen(chatting)).showcase is None


async def test_what_can_not_be_chosen_is_said_above_the_card(chatting: Chatting) -> None:
    """Nothing changes, and the same button can be pressed again."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    card = await chatting.chat.press(pick(card, "showcase").press, admin, {PICKED: "31"})
    refused = await chatting.chat.press(pick(card, "review").press, admin, {PICKED: "31"})
    assert "can't be the same place" in spoken(refused)
    assert refused.card == card.card
    mended = await chatting.chat.press(pick(refused, "review").press, admin, {PICKED: "32"})
    assert pick(mended, "review").chosen == ("32",)


async def test_a_loss_that_nobody_was_told_is_told_at_the_next_setup(chatting: Chatting) -> None:
    """Once: the setup after that is silent about it."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    await chatting.chat.press(pick(card, "showcase").press, admin, {PICKED: "31"})
    await places_lost(Platform.DISCORD, SERVER, {"31": Loss.DELETED}, store=chatting.parts.store)
    assert "what you had chosen was deleted" in spoken(await setup(chatting, admin))
    assert "what you had chosen was deleted" not in spoken(await setup(chatting, admin))


async def test_a_card_of_a_server_that_was_left_changes_nothing(chatting: Chatting) -> None:
    """After the community ended its buttons find nothing, and members fall back to what holds without choices."""
    admin = await arrive(chatting, admin=True)
    card = await setup(chatting, admin)
    await chatting.chat.press(switch(card, "pictures-anyone").press, admin)
    card = await setup(chatting, admin)
    await left(Platform.DISCORD, SERVER, store=chatting.parts.store)
    gone = await arrive(chatting)
    assert "isn't set up here" in spoken(await chatting.chat.press(pick(card, "showcase").press, gone, {PICKED: "31"}))
    assert not await chatting.chat.may_use_others(gone)


def test_values_of_setups_buttons_fit() -> None:
    """Each action leaves room for a token in a button's 64 bytes."""
    assert all(len(action) <= 8 for action, press in PRESSES.items() if press.changes)
