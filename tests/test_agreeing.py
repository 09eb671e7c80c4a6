"""A clause that promises less than somebody agreed to: shown before and after, before anything more is taken in."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.drafts import Addition
from bots.chat.reply import Reply
from core.people import Viewer
from knowledge.clauses import Clause, RenderedClause, clauses
from knowledge.differences import newest, weakened
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from tests.chatting import SEA, Chatting, chatting_in, video_of
from tests.connecting import DISCORD, TELEGRAM, connecting_in
from tests.fakes.pictures import FakeUpload
from tests.talk import spoken

CHANGED = "hushreel-privacy/2.1"
PAPER, SECTION = CHANGED.split("/")
OLDER = {PAPER: 1, "hushreel-terms": 1}


def weaker() -> list[Clause]:
    """Our clauses, as if what one of them says since its newest words were less than before."""
    return [replace(one, weaker=(one.since,) if one.id == CHANGED else ()) for one in clauses().values()]


@pytest.fixture
async def chatting(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A whole conversation, under papers of which one clause promises less since its second words."""
    async with chatting_in(tmp_path) as whole:
        services = replace(whole.services, clauses=weaker())
        yield replace(whole, chat=Chat(services), services=services)


async def agreed(chatting: Chatting, asker: Asker) -> dict[str, int]:
    """What somebody agreed to."""
    async with chatting.parts.store.read() as reads:
        return dict(await reads.agreements(asker.viewer))


async def older(chatting: Chatting, name: str = "owner") -> Asker:
    """Arrive as somebody who agreed to the first version."""
    asker = await chatting.arrive(name)
    async with chatting.parts.store.write() as writes:
        await writes.agree(asker.person, OLDER)
    return asker


async def many(chatting: Chatting, asker: Asker) -> int:
    """Count somebody's videos."""
    async with chatting.parts.store.read() as reads:
        return len(await reads.videos(asker.viewer))


def is_asking(reply: Reply) -> bool:
    """Say whether a reply asks to agree."""
    return "come to promise you less" in spoken(reply)


async def test_whoever_gives_something_for_the_first_time_is_not_asked(chatting: Chatting) -> None:
    """It is under the papers of that day, which is kept; asking a question keeps nothing."""
    owner = await chatting.arrive()
    await chatting.chat.say("is my video private?", owner)
    assert await agreed(chatting, owner) == {}
    await chatting.ready(owner)
    assert await agreed(chatting, owner) == newest()
    await chatting.ready(owner)


async def test_a_weaker_clause_is_asked_about_before_the_next_upload(chatting: Chatting) -> None:
    """It is shown as it was and as it is, nothing is taken in; after I agree the same wish is made."""
    owner = await older(chatting)
    asking = await chatting.chat.ask("create", {"prompt": SEA}, owner)
    said = spoken(asking)
    before, now = (one.text for one in _sides(OLDER))
    assert is_asking(asking)
    assert f"Before: {before}" in said
    assert f"Now: {now}" in said
    assert before != now
    assert "/policy/history" in said
    assert await many(chatting, owner) == 0
    done = await chatting.press(asking, "agree", owner)
    assert "you agree is kept" in spoken(done)
    assert await agreed(chatting, owner) == newest()
    await chatting.create(owner)
    assert await many(chatting, owner) == 1


def _sides(before: dict[str, int]) -> tuple[RenderedClause, RenderedClause]:
    (one,) = weakened(before, PolicyFacts(retention_ms=7 * 86_400_000, demo=True), "en", weaker())
    assert one.before is not None
    return one.before, one.now


async def test_many_weaker_clauses_fit_into_one_message(chatting: Chatting) -> None:
    """Three are shown with both sides, the rest are counted and stand on the page; Discord takes 4,000 characters."""
    all_weaker = [replace(one, weaker=(2,)) if one.document == PAPER else one for one in clauses().values()]
    chat = Chat(replace(chatting.services, clauses=all_weaker))
    said = spoken(await chat.ask("create", {"prompt": SEA}, await older(chatting)))
    assert said.count("Now: ") == 3
    assert re.search(r"And \d+ more", said)
    assert len(said) <= 4_000


async def test_every_way_in_asks(chatting: Chatting) -> None:
    """Plain words with a picture, what becomes of a video that is there, a file for a draft; ending one doesn't."""
    owner = await chatting.arrive()
    video = await chatting.ready(owner)
    draft = await chatting.chat.ask("create", {"prompt": SEA, "more": True}, owner)
    more = await chatting.press(await chatting.card(video, owner), "more", owner)
    await older(chatting)
    there = await many(chatting, owner)
    assert is_asking(await chatting.chat.say(SEA, owner, [FakeUpload(b"not looked at")]))
    for label in ("extend", "rework"):
        assert is_asking(await chatting.press(more, label, owner)), label
    assert await many(chatting, owner) == there
    assert is_asking(await chatting.chat.add(video_of(draft), Addition(files=(FakeUpload(b"nor this"),)), owner))
    assert not is_asking(await chatting.chat.ask("privacy", {}, owner))
    assert not is_asking(await chatting.chat.ask("videos", {}, owner))
    assert not is_asking(await chatting.press(draft, "cancel", owner))


async def test_a_press_that_waited_for_the_agreement_still_works(chatting: Chatting) -> None:
    """Its token isn't spent by being asked."""
    owner = await chatting.arrive()
    card = await chatting.card(await chatting.ready(owner), owner)
    await older(chatting)
    await chatting.press(await chatting.press(card, "again", owner), "agree", owner)
    await chatting.press(card, "again", owner)
    assert await many(chatting, owner) == 2


async def test_agreeing_twice_is_agreeing_once(chatting: Chatting) -> None:
    """The second press says that it was done."""
    owner = await older(chatting)
    asking = await chatting.chat.ask("create", {"prompt": SEA}, owner)
    await chatting.press(asking, "agree", owner)
    assert "done already" in spoken(await chatting.press(asking, "agree", owner))


async def test_nobody_agrees_for_somebody_else(chatting: Chatting) -> None:
    """Somebody else's button does nothing to what its person agreed to."""
    owner, member = await older(chatting), await older(chatting, "member")
    asking = await chatting.chat.ask("create", {"prompt": SEA}, owner)
    await chatting.press(asking, "agree", member)
    assert await agreed(chatting, owner) == OLDER
    assert await agreed(chatting, member) == OLDER


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_shown_in_each_language(language: str) -> None:
    """Both sides in words of that language."""
    (one,) = weakened(OLDER, PolicyFacts(demo=True), language, weaker())
    assert one.before is not None
    assert one.before.text != one.now.text
    assert one.now.section == SECTION


def test_papers_that_did_not_become_weaker_ask_nobody() -> None:
    """Changed words alone ask nobody; nor does a weaker clause whoever agreed to it."""
    assert list(weakened(OLDER, PolicyFacts(demo=True))) == []
    assert list(weakened(newest(), PolicyFacts(demo=True), "en", weaker())) == []
    assert list(weakened({}, PolicyFacts(demo=True), "en", weaker())) == []


async def test_two_accounts_that_become_one_agreed_to_what_both_did(tmp_path: Path) -> None:
    """The older version of each paper counts, and each has what the one person agreed to when they part again."""
    async with connecting_in(tmp_path) as connecting:
        first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
        store = connecting.talk.parts.store
        async with store.write() as writes:
            await writes.agree(first.person, newest())
            await writes.agree(second.person, OLDER)
        await connecting.joined()
        async with store.read() as reads:
            assert dict(await reads.agreements(Viewer(first.person))) == OLDER
            assert dict(await reads.agreements(Viewer(second.person))) == {}
        async with store.write() as writes:
            await writes.part(Viewer(first.person))
        async with store.read() as reads:
            for one in (first, second):
                assert dict(await reads.agreements(Viewer(one.person))) == OLDER
