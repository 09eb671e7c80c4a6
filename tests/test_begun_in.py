"""Where a video was begun: its community's rule and budget follow it, wherever it is sent from."""

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from bots.chat.command import Asker
from bots.chat.label import Route
from bots.chat.reply import Form, Reply
from core.communities import Place
from core.errors import RouteRefused
from core.gate import Surface
from core.generation.sending import check_may_begin
from core.hosting.choose import choose_customs
from core.hosting.presence import joined, moved
from core.people import CommunityId, Identity, Platform, Role, Viewer
from core.routes import Generator
from core.rules import Rule
from core.videos import VideoId
from tests.chatting import SEA, Chatting, chatting_in, video_of
from tests.keeping import give
from tests.parts import HERE, Parts
from tests.spending import Paying
from tests.talk import buttons, spoken
from tests.test_sending_chat import labels, with_kling

DISCORD = Platform.DISCORD
NOWHERE = "none"

HOLDS = """
begun  private  A                  B
none   -        community:A        community:B
A      begun:A  community:A        community:B,begun:A
B      begun:B  community:A,begun:B  community:B
"""
"""Whose rules hold beside the person's own, by where a video was begun and where Send is pressed, and as what."""

BARS = """
nothing         -
stays           leaves
untrained       may_train
motion-alone    not_allowed
"""
"""What a rule has against Kling: it leaves the house, and its papers contradict each other on training."""

RULES = {
    "nothing": Rule(),
    "stays": Rule(stays=True),
    "untrained": Rule(untrained=True),
    "motion-alone": Rule(frozenset({"motion"})),
}


def read_holds() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Read the first table: (begun in, pressed in) to (whose, of which community)."""
    (_, *places), *rows = [line.split() for line in HOLDS.strip().splitlines()]
    return {
        (begun, place): []
        if cell == "-"
        else [(whose, of) for whose, of in (one.split(":") for one in cell.split(","))]
        for begun, *cells in rows
        for place, cell in zip(places, cells, strict=True)
    }


AGAINST = dict(line.split() for line in BARS.strip().splitlines())


def expected(begun: str, pressed: str, own: str, rules: dict[str, str]) -> tuple[str, ...]:
    """Look up what stands in Kling's way, as errors tell it, with what fits instead."""
    holding = [("person", own), *((whose, rules[of]) for whose, of in read_holds()[begun, pressed])]
    why = sorted(f"{whose}-{AGAINST[rule]}" for whose, rule in holding if AGAINST[rule] != "-")
    return ("route_barred", "motion", *why) if why else ()


@pytest.mark.timeout(900)
async def test_every_rule_that_holds_is_asked_and_no_other(parts: Parts) -> None:
    """Begun in none, A or B; pressed in private, in A or in B; under each rule of A, of B and of the person."""
    paying, owner = Paying(parts), await parts.person()
    theirs = {name: await joined(DISCORD, name, store=parts.store) for name in "AB"}
    admins = {name: replace(await parts.person("admin"), roles={theirs[name]: Role.ADMIN}) for name in theirs}
    drafts = {name: await paying.draft(owner, theirs.get(name)) for name in (NOWHERE, *theirs)}
    viewers = {"private": owner} | {name: replace(owner, roles={theirs[name]: Role.MEMBER}) for name in theirs}
    for own, in_a, in_b in product(RULES, repeat=3):
        async with parts.store.write() as writes:
            await writes.keep_rule(owner, RULES[own])
        for name, rule in zip("AB", (in_a, in_b), strict=True):
            await choose_customs(
                admins[name], theirs[name], HERE, ruled=partial(_instead, RULES[rule]), store=parts.store
            )
        for begun, pressed in product(drafts, viewers):
            why = await refused(paying, drafts[begun], viewers[pressed])
            assert why == expected(begun, pressed, own, {"A": in_a, "B": in_b}), (begun, pressed, own, in_a, in_b)


def _instead(rule: Rule, _before: Rule) -> Rule:
    return rule


async def refused(paying: Paying, video: VideoId, viewer: Viewer) -> tuple[str, ...]:
    """Give the error of sending a draft to Kling, what fits instead, and why; nothing where it may be sent."""
    generators: dict[str, Generator] = {**paying.parts.generators, "kling": paying.kling}
    async with paying.parts.store.read() as reads:
        view = await reads.video(viewer, video, HERE)
        assert view is not None
        try:
            await check_may_begin(view, viewer, HERE, reads, generators=generators, papers=lambda _: {})
        except RouteRefused as error:
            return (error.code, *error.data["can"], *error.data["why"])
    return ()


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation where motion and Kling are set up, and two servers that we are in."""
    async with chatting_in(tmp_path) as opened:
        for server in "AB":
            await joined(DISCORD, server, store=opened.parts.store)
        yield with_kling(opened)


async def arrive(talk: Chatting, name: str, server: str | None = None, *, admin: bool = False) -> Asker:
    """Speak in a server, or in private."""
    place = Place(DISCORD, server, admin) if server else None
    return await talk.chat.arrive(Identity(DISCORD, name), Surface.CHAT_PRIVATE, "en", place)


async def chosen(talk: Chatting, key: str, server: str = "A") -> None:
    """Choose part of a server's rule, as its admin."""
    admin = await arrive(talk, "1", server, admin=True)
    card = await talk.press(await talk.chat.ask("setup", {}, admin), "ways", admin)
    (found,) = [one for one in buttons(card) if one.label.key == key]
    await talk.chat.press(found.press, admin)


async def begun_in(talk: Chatting, video: VideoId, asker: Asker) -> CommunityId | None:
    """Say where a video was begun."""
    return (await talk.parts.seen(asker.viewer, video)).video.begun_in


async def test_what_was_begun_in_a_community_is_not_sent_from_a_private_chat_either(talk: Chatting) -> None:
    """Its card says why and what fits, and has no Send; Send pressed on an older card says the same."""
    there = await arrive(talk, "2", "A")
    draft = await talk.chat.ask("create", {"prompt": SEA, "route": Route.KLING}, there)
    alone = await arrive(talk, "2")
    ready = await talk.press(await talk.press(draft, "papers", alone), "agree", alone)
    await chosen(talk, "ways-stays-on")
    why = "in the community where you began it, nothing may leave this house. What fits: built-in motion"
    assert why in spoken(await talk.press(ready, "send", alone))
    card = await talk.card(video_of(draft), alone)
    assert why in spoken(card)
    assert "send" not in labels(card)
    here = await talk.card(video_of(draft), there)
    assert "in this community nothing may leave this house" in spoken(here)
    assert "you began it" not in spoken(here)
    form = await talk.press(card, "route", alone)
    (asked,) = [one for one in form.parts if isinstance(one, Form)]
    mended = await talk.chat.press(asked.press, alone, {"route": "motion"})
    assert "start" in labels(mended)
    assert "in this community" not in spoken(mended)
    await chosen(talk, "ways-stays-off")
    assert "send" in labels(await talk.card(video_of(await rerouted_back(talk, mended, alone)), alone))


async def rerouted_back(talk: Chatting, card: Reply, asker: Asker) -> Reply:
    """Have a draft made by Kling after all."""
    (form,) = [one for one in (await talk.press(card, "route", asker)).parts if isinstance(one, Form)]
    return await talk.chat.press(form.press, asker, {"route": "kling"})


async def test_what_is_made_out_of_a_video_was_begun_where_that_was(talk: Chatting) -> None:
    """Again in private keeps the community; again in one of what was begun in none is begun there."""
    there, alone = await arrive(talk, "2", "A"), await arrive(talk, "2")
    first, second = await talk.ready(there), await talk.ready(alone)
    assert (await begun_in(talk, first, alone), await begun_in(talk, second, alone)) == (there.community, None)
    for video, asker in ((first, alone), (second, there)):
        anew = video_of(await talk.press(await talk.card(video, asker), "again", asker))
        assert await begun_in(talk, anew, alone) == there.community


async def test_a_wish_is_begun_where_it_was_uttered(talk: Chatting) -> None:
    """The button that offers another way may be pressed in private, as on Telegram; the video is the community's."""
    there, alone = await arrive(talk, "2", "A"), await arrive(talk, "2")
    offer = await talk.chat.ask("create", {"prompt": "two marmosets sign a contract"}, there)
    assert await begun_in(talk, video_of(await talk.press(offer, "abstract", alone)), alone) == there.community


async def test_with_a_community_that_ends_goes_that_something_was_begun_in_it(talk: Chatting) -> None:
    """Nothing of it holds after that, and nothing tells where it was."""
    there, alone = await arrive(talk, "2", "A"), await arrive(talk, "2")
    draft = await talk.chat.ask("create", {"prompt": SEA, "route": Route.KLING}, there)
    await chosen(talk, "ways-stays-on")
    async with talk.parts.store.write() as writes:
        await writes.end_communities(DISCORD, {"A"})
    assert await begun_in(talk, video_of(draft), alone) is None
    assert "papers" in labels(await talk.card(video_of(draft), alone))


@pytest.mark.parametrize("set_up", ["A", "B"])
async def test_a_group_that_has_another_id_now_keeps_what_was_begun_in_it(talk: Chatting, set_up: str) -> None:
    """Whichever of its two communities stays, the videos of both belong to that one."""
    asker = {name: await arrive(talk, "2", name) for name in "AB"}
    drafts = [await talk.chat.ask("create", {"prompt": SEA, "more": True}, one) for one in asker.values()]
    await chosen(talk, "ways-stays-on", set_up)
    await moved(DISCORD, "A", "B", store=talk.parts.store)
    found = {await begun_in(talk, video_of(one), asker["A"]) for one in drafts}
    assert found == {asker[set_up].community}


async def test_nobody_but_its_owner_is_told_where_it_was_begun(talk: Chatting) -> None:
    """Not even somebody with whom it is shared."""
    there, other = await arrive(talk, "2", "A"), await arrive(talk, "3")
    video = await talk.ready(there)
    give(talk.parts, video, other.person)
    assert await begun_in(talk, video, other) is None
    assert await begun_in(talk, video, there) == there.community
