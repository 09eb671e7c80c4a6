"""/connect and /unlink in a conversation: nothing is joined without the first side, and both sides are told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.catalog import PRESSES
from bots.chat.dispatch import Chat
from core.linking.codes import LENGTH, LETTERS
from core.linking.connect import CONFIRMED_WITHIN_MS, TYPED_WITHIN_MS, WRONG_MOST
from core.linking.upkeep import KNOWN_FOR_MS, close_unanswered
from core.people import Platform
from tests.connecting import DISCORD, TELEGRAM, Connecting, connecting_in, labelled
from tests.talk import buttons, spoken

WRONG = "AAAAAAAA"


@pytest.fixture
async def connecting(tmp_path: Path) -> AsyncIterator[Connecting]:
    """The chat on two platforms."""
    async with connecting_in(tmp_path) as connecting:
        yield connecting


async def is_joined(connecting: Connecting) -> bool:
    """Whether the first accounts of both platforms are one person."""
    return (await connecting.arrive(DISCORD)).person == (await connecting.arrive(TELEGRAM)).person


async def test_a_code_typed_and_confirmed_makes_one_library(connecting: Connecting) -> None:
    """The first side sees who typed the code, by platform and name, and only its press joins; both sides are told."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    given = await connecting.connect(first)
    assert "will ever ask you for it" in spoken(given)
    code = await connecting.code(first)
    assert len(code) == LENGTH
    waiting = await connecting.connect(second, f" {code[:4].lower()}-{code[4:]} ")
    assert "Ann (@ann) on Discord" in spoken(waiting).replace("**", "")
    assert not await is_joined(connecting)
    (asked,) = await connecting.notices(DISCORD)
    assert "Anja (@anja) on Telegram" in spoken(asked).replace("**", "")
    assert spoken(await connecting.connect(first)) == spoken(asked)
    joined = await connecting.press(asked, "button-join", first)
    assert "connected from now on" in spoken(joined)
    assert await is_joined(connecting)
    assert "It was confirmed on Discord" in await connecting.told(TELEGRAM)
    assert "Your accounts are connected" in spoken(await connecting.connect(await connecting.arrive(TELEGRAM)))


@pytest.mark.parametrize("presser", [DISCORD, TELEGRAM])
async def test_either_side_stops_it_before(connecting: Connecting, presser: Platform) -> None:
    """Not me on the first side and Stop on the second join nothing; the other one is told, and the code is void."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    code = await connecting.code(first)
    waiting = await connecting.connect(second, code)
    (asked,) = await connecting.notices(DISCORD)
    if presser is DISCORD:
        stopped = await connecting.press(asked, "button-not-me", first)
        assert "it was said: not me" in await connecting.told(TELEGRAM)
    else:
        stopped = await connecting.press(waiting, "button-stop-joining", second)
        assert "stopped" in await connecting.told(DISCORD)
    assert "Nothing was joined" in spoken(stopped)
    late = await connecting.press(asked, "button-join", first)
    assert "Nothing waits to be decided" in spoken(late)
    assert "used, or is too old" in spoken(await connecting.connect(second, code))
    assert not await is_joined(connecting)


async def test_a_code_used_twice_is_refused_and_told(connecting: Connecting) -> None:
    """A stranger who types a code that joined two accounts joins nothing; both accounts hear of it, once."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    code = await connecting.code(first)
    await connecting.connect(second, code)
    await connecting.press(await connecting.connect(first), "button-join", first)
    await connecting.notices(TELEGRAM)
    stranger = await connecting.arrive(TELEGRAM, "9")
    assert "used, or is too old" in spoken(await connecting.connect(stranger, code))
    for platform in (DISCORD, TELEGRAM):
        assert "a code of yours that was used" in await connecting.told(platform)
    assert "no such code" in spoken(await connecting.connect(stranger, code))
    assert (await connecting.arrive(TELEGRAM, "9")).person == stranger.person


async def test_a_code_that_comes_late_is_refused_and_told(connecting: Connecting) -> None:
    """After ten minutes a code joins nothing: who types it is told, and who gave it; a day later nobody knows it."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    code = await connecting.code(first)
    connecting.talk.parts.clock.advance(TYPED_WITHIN_MS)
    assert "used, or is too old" in spoken(await connecting.connect(second, code))
    assert "used or is too old" in await connecting.told(DISCORD)
    forgotten = await connecting.code(first)
    connecting.talk.parts.clock.advance(KNOWN_FOR_MS + 1)
    await close_unanswered(store=connecting.talk.parts.store, clock=connecting.talk.parts.clock)
    assert "no such code" in spoken(await connecting.connect(second, forgotten))
    assert await connecting.told(DISCORD) == ""


async def test_a_code_typed_by_a_third_person_is_void(connecting: Connecting) -> None:
    """Two accounts typed the same code: neither gets in, and all three are told."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    third = await connecting.arrive(TELEGRAM, "9")
    code = await connecting.code(first)
    await connecting.connect(second, code)
    asked = await connecting.connect(first)
    assert "Another account typed that code before you" in spoken(await connecting.connect(third, code))
    assert "A second account, on Telegram" in await connecting.told(TELEGRAM)
    assert "A second account, on Telegram" in await connecting.told(DISCORD)
    assert "Nothing waits" in spoken(await connecting.press(asked, "button-join", first))
    assert not await is_joined(connecting)


async def test_without_the_confirmation_nothing_is_joined(connecting: Connecting) -> None:
    """An hour after it was typed it is over: both sides are told, and a press that comes later joins nothing."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.connect(second, await connecting.code(first))
    asked = await connecting.connect(first)
    connecting.talk.parts.clock.advance(CONFIRMED_WITHIN_MS)
    parts = connecting.talk.parts
    assert await close_unanswered(store=parts.store, clock=parts.clock) == 1
    assert await close_unanswered(store=parts.store, clock=parts.clock) == 0
    for platform in (DISCORD, TELEGRAM):
        assert "Nobody confirmed in time" in await connecting.told(platform)
    await connecting.press(asked, "button-join", first)
    assert not await is_joined(connecting)


async def test_a_confirmation_that_comes_a_moment_late_is_told_to_both(connecting: Connecting) -> None:
    """A press after the hour, before anything was swept, joins nothing."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.connect(second, await connecting.code(first))
    asked = await connecting.connect(first)
    press = labelled(asked, "button-join").press
    connecting.talk.parts.clock.advance(CONFIRMED_WITHIN_MS)
    assert "Joined" not in spoken(await connecting.chat.press(press, first))
    assert not await is_joined(connecting)


async def test_only_who_gave_the_code_confirms(connecting: Connecting) -> None:
    """The second side, a stranger and a forger press the confirmation in vain; a second press shows how it is."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.connect(second, await connecting.code(first))
    press = labelled(await connecting.connect(first), "button-join").press
    for other in (second, await connecting.arrive(TELEGRAM, "9"), await connecting.arrive(DISCORD, "9")):
        assert "somebody else's" in spoken(await connecting.chat.press(press, other))
    forged = press[:-1] + ("A" if press[-1] != "A" else "B")
    assert "Joined" not in spoken(await connecting.chat.press(forged, first))
    assert not await is_joined(connecting)
    await connecting.chat.press(press, first)
    again = await connecting.chat.press(press, first)
    assert "done already" in spoken(again)
    assert "Your accounts are connected" in spoken(again)


async def test_five_wrong_codes_outlast_every_open_one(connecting: Connecting) -> None:
    """After five wrong ones even the right one is refused until all that were open are over; a typing slip is free."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    code = await connecting.code(first)
    for malformed in ("", "1234", "O0O0O0O0", "H7KM2PQXX"):
        assert "eight letters and digits" in spoken(await connecting.connect(second, malformed))
    for _ in range(WRONG_MOST):
        assert "no such code" in spoken(await connecting.connect(second, WRONG))
    assert f"{WRONG_MOST} codes that didn't fit" in spoken(await connecting.connect(second, code))
    connecting.talk.parts.clock.advance(TYPED_WITHIN_MS)
    assert "used, or is too old" in spoken(await connecting.connect(second, code))
    fresh = await connecting.code(first)
    assert "I am asking" in spoken(await connecting.connect(await connecting.arrive(TELEGRAM), fresh))


async def test_a_second_code_makes_the_first_void(connecting: Connecting) -> None:
    """Each account has one open code."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    before, code = await connecting.code(first), await connecting.code(first)
    assert "used, or is too old" in spoken(await connecting.connect(second, before))
    assert "I am asking" in spoken(await connecting.connect(second, code))


async def test_ones_own_code_and_one_of_the_same_platform_join_nothing(connecting: Connecting) -> None:
    """A code typed where it was given is refused and stays; two accounts on one platform are refused, and both told."""
    first, same = await connecting.arrive(DISCORD), await connecting.arrive(DISCORD, "2")
    code = await connecting.code(first)
    assert "this account's own code" in spoken(await connecting.connect(first, code))
    assert "one account on each platform" in spoken(await connecting.connect(same, code))
    assert "one account on each platform" in await connecting.told(DISCORD)
    await connecting.joined()
    third = await connecting.arrive(TELEGRAM, "9")
    taken = await connecting.code(third)
    assert "one account on each platform" in spoken(await connecting.connect(await connecting.arrive(DISCORD), taken))


async def test_unlink_asks_once_and_parts(connecting: Connecting) -> None:
    """Stay connected changes nothing; the one press parts, the other side is told, and a second unlink has nothing."""
    first, second = await connecting.joined()
    await connecting.notices(TELEGRAM)
    sure = await connecting.chat.ask("unlink", {}, second)
    assert "Discord and Telegram" in spoken(sure)
    assert "Your accounts are connected" in spoken(await connecting.press(sure, "button-stay", second))
    from_card = await connecting.press(await connecting.connect(second), "button-unlink", second)
    assert spoken(from_card) == spoken(sure)
    parted = await connecting.press(sure, "button-part", second)
    assert "Parted" in spoken(parted)
    assert not await is_joined(connecting)
    assert "On Telegram your accounts were parted" in await connecting.told(DISCORD)
    assert "isn't connected" in spoken(await connecting.chat.ask("unlink", {}, await connecting.arrive(DISCORD)))
    again = await connecting.press(from_card, "button-part", await connecting.arrive(TELEGRAM))
    assert "somebody else's" in spoken(again)
    assert first.person == (await connecting.arrive(DISCORD)).person


async def test_on_one_platform_there_is_nothing_to_connect(connecting: Connecting) -> None:
    """Where I am on one platform only, and in the demo, it isn't offered; typed, it is said why, and gives no code."""
    services = connecting.talk.services
    alone = Chat(replace(services, policy=replace(services.policy, platforms=("discord",))))
    offered = {one.name for one in connecting.chat.offered} - {one.name for one in alone.offered}
    assert offered == {"connect", "unlink"}
    for asker in (await connecting.arrive(DISCORD), await connecting.talk.arrive()):
        said = await alone.ask("connect", {}, asker)
        assert "nothing to connect" in spoken(said)
        assert not buttons(said)


async def test_of_two_who_type_at_once_one_is_asked_about_and_then_none(connecting: Connecting) -> None:
    """Whoever is second makes the code void for both; two confirmations at once join once."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    third = await connecting.arrive(TELEGRAM, "9")
    code = await connecting.code(first)
    said = await asyncio.gather(*(connecting.connect(one, code) for one in (second, third)))
    assert sorted("before you" in spoken(one) for one in said) == [False, True]
    assert "Your code" in spoken(await connecting.connect(first))
    await connecting.connect(second, await connecting.code(first))
    press = labelled(await connecting.connect(first), "button-join").press
    said = await asyncio.gather(*(connecting.chat.press(press, first) for _ in range(5)))
    assert sum("connected from now on" in spoken(one) for one in said) == 1
    assert await is_joined(connecting)


def test_values_of_the_buttons_fit() -> None:
    """Each action leaves room for a token in a button's 64 bytes."""
    assert all(len(action) <= 8 for action, press in PRESSES.items() if press.changes)


def test_letters_of_codes_are_not_mixed_up() -> None:
    """40 random bits, without letters that look like digits."""
    assert len(set(LETTERS)) == 32
    assert set("01IO").isdisjoint(LETTERS)
