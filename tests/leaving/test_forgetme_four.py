"""Who forgets themselves by chat, on Discord and on Telegram: half of a pair, a moderator, a reporter, an author."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.command import Asker
from bots.chat.reply import Form, Reply
from core.cases import CaseState
from core.erasure.person import Forgetter
from core.people import FORGETS_AFTER_MS, CommunityId, Platform
from core.publications import Why
from core.publishing.review import Ruling
from core.videos import Showing
from tests.chatting import StepAfterStep
from tests.connecting import DISCORD, TELEGRAM, Connecting, connecting_in
from tests.keeping import ask_file
from tests.publishing import ready
from tests.publishing_chat import MODERATORS, Square, button, form, keys, publication_of, square_in
from tests.talk import spoken

BOTH = [pytest.param(one, id=one.value) for one in (DISCORD, TELEGRAM)]
WORDS = "that is me, and I never agreed"


@pytest.fixture(params=BOTH)
async def square(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path, request.param) as square:
        yield square


async def asked(square: Square, who: Asker) -> Reply:
    """Give /forgetme."""
    return await square.chat.ask("forgetme", {}, who)


async def chosen(square: Square, *moderators: str) -> None:
    """Have an admin choose who moderates."""
    admin = await square.arrive("1", admin=True)
    async with square.talk.parts.store.write() as writes:
        found = await writes.community(admin.viewer, square.community, admin.surface)
        choices = replace(found.choices, moderators=moderators)
        await writes.choose(admin.viewer, square.community, choices, admin.surface)


async def forgotten(square: Square, who: Asker) -> None:
    """Type the word, and let all that was begun come to its end."""
    (opened,) = (await square.press(await asked(square, who), "button-forget", who)).parts
    assert isinstance(opened, Form)
    assert "don't know you any more" in spoken(await square.chat.press(opened.press, who, {"word": "FORGET"}))
    ledger = square.talk.parts.store.ledger
    for video in await ledger.erasing():
        await square.talk.erase(video)
    for departure in await ledger.departures():
        forgetter = Forgetter(square.talk.parts.store, square.talk.services.shutting.issuer)
        await forgetter.forget(StepAfterStep(), str(departure))
    assert await ledger.departures() == []


async def reported(square: Square, card: Reply, who: Asker) -> Reply:
    """Report what is shown, gravely: it is closed until somebody decides."""
    press = square.talk.services.presses.share("report", publication_of(card), 1)
    opened = form(await square.chat.press(press, who))
    return await square.chat.press(opened.press, who, {"complaint": "likeness", "words": WORDS})


@pytest.mark.parametrize("side", BOTH)
async def test_one_half_of_a_pair_takes_the_other_along(side: Platform, tmp_path: Path) -> None:
    """Whichever side types the word: videos made on both go, and both accounts are somebody new, each for itself."""
    async with connecting_in(tmp_path) as connecting:
        made = await _joined_with_videos(connecting)
        here = await connecting.arrive(side)
        square = Square(connecting.talk, CommunityId(connecting.talk.parts.ids.new()), platform=side)
        said = spoken(await connecting.chat.ask("forgetme", {}, here))
        assert "Your connected accounts go together: Discord and Telegram." in said
        assert "2" in said
        await forgotten(square, here)
        new = [await connecting.arrive(one) for one in (DISCORD, TELEGRAM)]
        assert len({here.person, *(one.person for one in new)}) == 3
        for one in new:
            assert await connecting.library(one) == {}
        assert ask_file(connecting.talk.parts, "SELECT count(*) FROM videos") == [(0,)]
        assert made == 2


async def _joined_with_videos(connecting: Connecting) -> int:
    """Make a video on either side, connect the two, and let a day go by."""
    for one in (DISCORD, TELEGRAM):
        await ready(connecting.talk.parts, (await connecting.arrive(one)).viewer)
    first, _ = await connecting.joined()
    connecting.talk.parts.clock.advance(FORGETS_AFTER_MS)
    return len(await connecting.library(await connecting.arrive(first.identity.platform)))


async def test_a_moderator_with_a_claim_leaves_it_to_the_next_one(square: Square) -> None:
    """Before the word they read what leaving means; afterwards what they looked at is the next one's, at once."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    leaving, next_one = await square.arrive("8", moderator=True), await square.arrive("9", moderator=True)
    await square.reviewing.claim(leaving.viewer, publication_of(card), leaving.surface)
    assert "Somebody else looks at it until" in spoken(await square.chat.ask("review", {}, next_one))
    await chosen(square, "8")
    assert "the only moderator whom its admins chose" in spoken(await asked(square, leaving))
    await chosen(square, "8", MODERATORS)
    assert (await square.now(card)).publication.state is Showing.PROPOSED
    await forgotten(square, leaving)
    assert "button-review-approve" in keys(await square.chat.ask("review", {}, next_one))


@pytest.mark.parametrize("appeals_first", [True, False], ids=["appealed before", "appealed after"])
async def test_who_decided_and_left_decides_no_appeal_as_somebody_new(square: Square, *, appeals_first: bool) -> None:
    """Nobody knows any more who that was: the appeal is the operator's, and no moderator of the place can take it."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    await square.decline(card, Ruling(Why.RULES, "Rule 3."))
    if appeals_first:
        await square.press(await square.card(card, owner), "button-appeal", owner)
    await forgotten(square, await square.arrive("8", moderator=True))
    if not appeals_first:
        await square.press(await square.card(card, owner), "button-appeal", owner)
    now = await square.now(card)
    assert (now.publication.state, now.publication.escalated) == (Showing.APPEALED, True)
    assert (now.revision.decided_by, now.revision.note, now.revision.why) == (None, "", "rules")
    again = await square.arrive("8", moderator=True)
    seen = await square.chat.ask("review", {}, again)
    assert "has left, and nobody can know who that was" in spoken(seen)
    assert "button-review-approve" not in keys(seen)
    press = square.talk.services.presses.share("approve", publication_of(card), 1)
    assert "has left, and nobody can know who that was" in spoken(await square.chat.press(press, again))
    assert (await square.now(card)).publication.state is Showing.APPEALED


async def test_a_reporter_leaves_and_the_case_stays_without_them(square: Square) -> None:
    """Complaint and count are there, their words aren't; as somebody new they ask about it, and there is nothing."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.shown(owner)
    member = await square.arrive("9")
    state = button(await reported(square, card, member), "button-report-state").press
    moderator = await square.arrive("8", moderator=True)
    assert WORDS in spoken(await square.chat.ask("review", {}, moderator))
    await forgotten(square, member)
    said = spoken(await square.chat.ask("review", {}, moderator))
    assert "**1** case is open" in said
    assert WORDS not in said
    assert not await square.on_feed((await square.now(card)).publication.video)
    assert "It isn't decided yet" not in spoken(await square.chat.press(state, await square.arrive("9")))


async def test_a_reported_author_leaves_during_a_hold(square: Square) -> None:
    """A hold keeps nothing: the video goes, the case is closed as gone, and who reported reads that."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.shown(owner)
    member = await square.arrive("9")
    state = button(await reported(square, card, member), "button-report-state").press
    assert "Shall I erase everything" in spoken(await asked(square, owner))
    await forgotten(square, owner)
    assert ask_file(square.talk.parts, "SELECT state, video, wrapped_key FROM cases") == [
        (CaseState.GONE.value, None, None)
    ]
    assert ask_file(square.talk.parts, "SELECT count(*) FROM videos") == [(0,)]
    said = spoken(await square.chat.press(state, await square.arrive("9")))
    assert "isn't here any more" in said
    moderator = await square.arrive("8", moderator=True)
    assert WORDS not in spoken(await square.chat.ask("review", {}, moderator))
