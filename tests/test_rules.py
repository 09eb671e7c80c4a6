"""Rules about what may make videos: somebody's own, and a community's, kept, joined, and chosen by whom it is up to."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.command import Asker
from bots.chat.label import Route
from bots.chat.reply import Form, Reply
from core.communities import Place
from core.exporting.gather import gather
from core.exports import Asked, ExportId
from core.gate import Surface
from core.people import Identity, Platform
from core.rules import Rule
from tests.chatting import SEA, Chatting, chatting_in, video_of
from tests.connecting import DISCORD, TELEGRAM, connecting_in
from tests.talk import buttons, spoken
from tests.test_sending_chat import with_kling

SERVER = "1001"
RULES = st.builds(
    Rule,
    st.one_of(st.none(), st.frozensets(st.sampled_from(["motion", "kling", "comfyui"]))),
    st.booleans(),
    st.booleans(),
)


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation where motion and Kling are set up."""
    async with chatting_in(tmp_path) as opened:
        yield with_kling(opened)


async def arrive(talk: Chatting, name: str, *, admin: bool = False, server: str | None = SERVER) -> Asker:
    """Speak in a server, or in private."""
    place = Place(Platform.DISCORD, server, admin) if server else None
    return await talk.chat.arrive(Identity(Platform.DISCORD, name), Surface.CHAT_PRIVATE, "en", place)


async def pressed(talk: Chatting, reply: Reply, key: str, asker: Asker) -> Reply:
    """Press the button with this label."""
    (found,) = [one for one in buttons(reply) if one.label.key == key]
    return await talk.chat.press(found.press, asker)


@given(RULES, RULES)
def test_two_rules_together_break_neither(one: Rule, other: Rule) -> None:
    """What both allow is allowed, and what either demands is demanded, whichever comes first."""
    both = one.with_that(other)
    assert both == other.with_that(one)
    assert both.with_that(one) == both
    assert (both.stays, both.untrained) == (one.stays or other.stays, one.untrained or other.untrained)
    for route in ("motion", "kling", "comfyui"):
        allowed = [rule.allowed is None or route in rule.allowed for rule in (one, other, both)]
        assert allowed[2] == (allowed[0] and allowed[1])


async def test_a_communitys_rule_holds_for_what_is_asked_for_there(talk: Chatting) -> None:
    """Its admins choose it behind /setup; members hear why and what fits, and elsewhere it holds nobody."""
    admin, member = await arrive(talk, "1", admin=True), await arrive(talk, "2")
    card = await pressed(talk, await talk.chat.ask("setup", {}, admin), "button-ways", admin)
    await pressed(talk, card, "ways-stays-on", admin)
    refused = spoken(await talk.chat.ask("create", {"prompt": SEA, "route": Route.KLING}, member))
    assert "in this community nothing may leave this house" in refused
    assert "What fits: built-in motion" in refused
    alone = await arrive(talk, "2", server=None)
    draft = await talk.chat.ask("create", {"prompt": SEA, "route": Route.KLING}, alone)
    assert "This leaves the house." in spoken(draft)
    ready = await talk.press(await talk.press(draft, "papers", alone), "agree", alone)
    assert "in this community" in spoken(await talk.press(ready, "send", await arrive(talk, "2")))
    assert (await talk.parts.seen(alone.viewer, video_of(draft))).video.state.value == "asked"


async def test_a_community_allows_ways_in_a_form(talk: Chatting) -> None:
    """What its admins leave out is refused there, motion included, and the nearest way is named."""
    admin, member = await arrive(talk, "1", admin=True), await arrive(talk, "2")
    card = await pressed(talk, await talk.chat.ask("setup", {}, admin), "button-ways", admin)
    asked = await pressed(talk, card, "button-allow", admin)
    (form,) = [one for one in asked.parts if isinstance(one, Form)]
    kept = await talk.chat.press(form.press, admin, {"motion": "no", "kling": "yes"})
    assert "Ways that may be used: Kling" in spoken(kept)
    await pressed(talk, await pressed(talk, kept, "ways-stays-on", admin), "ways-untrained-on", admin)
    refused = spoken(await talk.chat.ask("create", {"prompt": SEA}, member))
    assert "No way of making videos fits here. The nearest is built-in motion" in refused
    assert "this community doesn't allow it" in refused


async def test_members_can_neither_see_nor_change_a_communitys_rule(talk: Chatting) -> None:
    """The button of an admin's card is nobody else's, and /setup shows members nothing."""
    admin, member = await arrive(talk, "1", admin=True), await arrive(talk, "2")
    card = await pressed(talk, await talk.chat.ask("setup", {}, admin), "button-ways", admin)
    assert "somebody else's" in spoken(await pressed(talk, card, "ways-stays-on", member))
    found = await talk.parts.store.ledger.community_at(Platform.DISCORD, SERVER)
    assert found is not None
    assert found.choices.customs.rule == Rule()


async def test_a_rule_goes_with_a_community_that_ends(talk: Chatting) -> None:
    """Where we come again, nothing of it holds."""
    admin = await arrive(talk, "1", admin=True)
    card = await pressed(talk, await talk.chat.ask("setup", {}, admin), "button-ways", admin)
    await pressed(talk, card, "ways-stays-on", admin)
    async with talk.parts.store.write() as writes:
        await writes.end_communities(Platform.DISCORD, {SERVER})
    again = await arrive(talk, "1", admin=True)
    async with talk.parts.store.read() as reads:
        assert await reads.rule_here(again.viewer, Surface.CHAT_PRIVATE) == Rule()


async def test_of_two_accounts_that_meet_the_stricter_rule_holds_and_stays_after_they_part(tmp_path: Path) -> None:
    """Connecting never lets more leave than either side let, nor does parting."""
    async with connecting_in(tmp_path) as connecting:
        store = connecting.talk.parts.store
        first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
        async with store.write() as writes:
            await writes.keep_rule(second.viewer, Rule(frozenset({"motion"}), stays=True))
        code = await connecting.code(first)
        await connecting.connect(second, code)
        await connecting.press(await connecting.connect(first), "button-join", first)
        async with store.write() as writes:
            now = await writes.rule(first.viewer)
            assert now == Rule(frozenset({"motion"}), stays=True)
            await writes.keep_rule(first.viewer, replace(now, untrained=True))
        unlink = await connecting.chat.ask("unlink", {}, first)
        await connecting.press(unlink, "button-part", first)
        for asker in (first, second):
            async with store.read() as reads:
                assert await reads.rule(asker.viewer) == Rule(frozenset({"motion"}), stays=True, untrained=True)


async def test_ones_own_rule_is_in_the_archive(talk: Chatting) -> None:
    """All that somebody has here is in it, this too."""
    owner = await talk.arrive()
    async with talk.parts.store.write() as writes:
        await writes.keep_rule(owner.viewer, Rule(frozenset({"motion", "kling"}), untrained=True))
    asked = Asked(ExportId(talk.parts.ids.new()), owner.person, "en", 0)
    content = await gather(asked, (), (), store=talk.parts.store, clock=talk.parts.clock)
    assert content.data["you"]["rule"] == {"allowed": ["kling", "motion"], "stays": False, "untrained": True}
