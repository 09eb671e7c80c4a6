"""Each button of review cards, pressed by everybody, twice, too late, and from a card of before."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from bots.chat import review
from bots.chat.presses import SHOWN_FOR_MS
from bots.chat.reply import Form, Reply
from core.gate import Surface
from core.publishing.withdraw import unpublish
from core.videos import PublicationId, Showing
from tests.keeping import ask_file
from tests.moderating import GONE, REVIEWERS, STRANGERS, Moderating, moderating_in, shared
from tests.parts import HERE
from tests.talk import spoken

ACTIONS = tuple(press.action for press in review.PRESSES)
"""Buttons of a publication's card; those of cases and posts are in tests/authorization/test_cases.py."""
FORM = {"why": "harm", "note": "Not here."}
NOBODYS = PublicationId(UUID(int=77))
CHANGED = "Something else came first."

STATES = ("proposed", "approved", "shown", "declined", "removed", "appealed", "withdrawn")

MOVES = {
    "proposed": {"approve": Showing.APPROVED, "declined": Showing.DECLINED},
    "approved": {"undo": Showing.PROPOSED},
    "shown": {"removed": Showing.REMOVED},
    "declined": {},
    "removed": {"reinst": Showing.SHOWN},
    "appealed": {"approve": Showing.SHOWN, "declined": Showing.DECLINED},
    "withdrawn": {},
}
"""What each button that decides leads to, by the state that it is pressed in; every other one moves nothing."""

EVENTS = {"undo": 3}
"""Taking an approval back withdraws it, begins another draft and proposes that."""

SECOND = {"moderator": "second", "second": "admin", "admin": "moderator"}
"""Another reviewer for each."""


@pytest.fixture
async def moderating(tmp_path: Path) -> AsyncIterator[Moderating]:
    """A conversation in a community with its people."""
    async with moderating_in(tmp_path) as opened:
        yield opened


async def standing(moderating: Moderating, state: str, by: str = "second") -> PublicationId:
    """Have a publication in a state, decided by one of its reviewers."""
    town, judge = moderating.town, getattr(moderating.town, by)
    if state == "shown":
        return await moderating.shown()
    named = await (moderating.shown() if state == "removed" else moderating.proposed())
    video = (await town.now(named)).publication.video
    match state:
        case "approved":
            await town.reviewing.approve(judge, named, 1, HERE)
        case "declined" | "appealed" | "removed":
            action = "removed" if state == "removed" else "declined"
            await moderating.press(shared(moderating, action, named), by, FORM)
        case "withdrawn":
            await unpublish(town.owner, video, HERE, store=moderating.talk.parts.store)
    if state == "appealed":
        async with moderating.talk.parts.store.write() as writes:
            await writes.move_publication(named, 1, "appeal", actor=town.owner.person)
    return named


def rows(moderating: Moderating) -> list[tuple[object, ...]]:
    """Give everything that a press could change."""
    queries = (
        "SELECT publication, number, state, why FROM revisions ORDER BY 1, 2",
        "SELECT id, state, claimed_by FROM publications ORDER BY 1",
        "SELECT id, hold FROM videos ORDER BY 1",
        "SELECT token FROM bans",
        "SELECT count(*) FROM events",
        "SELECT count(*) FROM outbox",
    )
    return [row for query in queries for row in ask_file(moderating.talk.parts, query)]


@pytest.mark.parametrize("state", STATES)
async def test_a_strangers_press_answers_like_one_about_nothing(moderating: Moderating, state: str) -> None:
    """Author, member, moderator elsewhere and a passer-by: the very same answer, and no change."""
    named = await standing(moderating, state)
    before = rows(moderating)
    for who in STRANGERS:
        asker = await moderating.asker(who)
        for action in ACTIONS:
            real, none = [
                await moderating.talk.chat.press(shared(moderating, action, one), asker, FORM)
                for one in (named, NOBODYS)
            ]
            assert real == none, (who, action)
            own_queue = (who, action) == ("elsewhere", "next")
            assert (GONE in spoken(real)) != own_queue, (who, action)
    assert rows(moderating) == before


@pytest.mark.parametrize("state", STATES)
async def test_each_button_moves_what_the_table_says(moderating: Moderating, state: str) -> None:
    """By each reviewer: the move of the table with one event, and a second press makes none."""
    for who in REVIEWERS:
        for action, end in MOVES[state].items():
            named = await standing(moderating, state, SECOND[who])
            before = moderating.events(named)
            assert answered(await moderating.press(shared(moderating, action, named), who, FORM))
            assert await moderating.state(named) is end, (who, action)
            after = moderating.events(named)
            assert len(after) - len(before) == EVENTS.get(action, 1)
            assert answered(await moderating.press(shared(moderating, action, named), who, FORM))
            assert moderating.events(named) == after, (who, action)
            moderating.talk.parts.clock.advance(86_400_000)


@pytest.mark.parametrize("state", STATES)
async def test_every_other_button_moves_nothing(moderating: Moderating, state: str) -> None:
    """Pressed in a state that it doesn't start from, twice by each reviewer, a button shows how it is."""
    named = await standing(moderating, state)
    before, moved = await moderating.state(named), _moves(moderating, named)
    for action in (one for one in ACTIONS if one not in MOVES[state]):
        for who in REVIEWERS:
            for _ in range(2):
                assert answered(await moderating.press(shared(moderating, action, named), who, FORM)), (who, action)
    assert await moderating.state(named) is before
    assert _moves(moderating, named) == moved


def _moves(moderating: Moderating, named: PublicationId) -> list[str]:
    """Give the verbs of a publication's history that aren't only a moderator's looking."""
    return [one for one in moderating.events(named) if one not in {"claim", "look"}]


def answered(reply: Reply) -> bool:
    """Whether there is something to read, and no crash behind it."""
    said = spoken(reply)
    return bool(said) and "Something broke" not in said


@pytest.mark.parametrize("action", ["approve", "declined", "look", "undo", "removed", "reinst"])
async def test_a_card_of_an_earlier_revision_decides_nothing(moderating: Moderating, action: str) -> None:
    """After an undo the same words wait as another revision: a button of before shows that card and moves nothing."""
    named = await standing(moderating, "approved")
    await moderating.press(shared(moderating, "undo", named))
    before = rows(moderating)
    late = await moderating.press(shared(moderating, action, named, 1), "second", FORM)
    assert spoken(late).startswith(CHANGED)
    assert late.card == f"look:{named}"
    assert rows(moderating) == before
    assert (await moderating.town.now(named)).publication.revision == 2


async def test_a_button_that_is_too_old_brings_the_card_to_reviewers_alone(moderating: Moderating) -> None:
    """Expired, it does nothing: a moderator gets the card with fresh buttons, a stranger only hears that it is old."""
    named = await standing(moderating, "proposed")
    old = {one: shared(moderating, one, named) for one in ACTIONS}
    ask_file(moderating.talk.parts, f"UPDATE videos SET ends_at_ms = ends_at_ms + {3 * SHOWN_FOR_MS}")  # noqa: S608
    moderating.talk.parts.clock.advance(2 * SHOWN_FOR_MS + 3_600_000)
    before = rows(moderating)
    for action, value in old.items():
        mine, theirs = [await moderating.press(value, who, FORM) for who in ("moderator", "member")]
        assert mine.card == f"look:{named}", action
        assert theirs.card is None, action
        assert "Lighthouse" not in spoken(theirs), action
    assert rows(moderating) == before


async def test_in_a_shared_chat_nothing_is_shown_or_decided(moderating: Moderating) -> None:
    """Where everybody would read the answer, the gate refuses moderators too."""
    named = await standing(moderating, "proposed")
    asker = await moderating.asker("moderator", Surface.CHAT_SHARED)
    before = rows(moderating)
    for action in ACTIONS:
        reply = await moderating.talk.chat.press(shared(moderating, action, named), asker, FORM)
        assert GONE in spoken(reply), action
    assert rows(moderating) == before


async def test_of_two_that_press_at_once_one_decides_and_the_other_sees_it(moderating: Moderating) -> None:
    """Approve and decline at the same moment: one event, and the second gets the present state."""
    for _ in range(5):
        named = await standing(moderating, "proposed")
        replies = await asyncio.gather(
            moderating.press(shared(moderating, "approve", named), "moderator"),
            moderating.press(shared(moderating, "declined", named), "second", FORM),
            moderating.press(shared(moderating, "approve", named), "admin"),
        )
        late = [one for one in replies if spoken(one).startswith(CHANGED)]
        assert len(late) == 2
        decided = await moderating.state(named)
        assert decided in {Showing.APPROVED, Showing.DECLINED}
        words = "is approved" if decided is Showing.APPROVED else "was declined"
        assert all(words in spoken(one) for one in replies)
        assert [one for one in moderating.events(named) if one in {"approve", "decline"}] == [
            "approve" if decided is Showing.APPROVED else "decline"
        ]
        moderating.talk.parts.clock.advance(86_400_000)


async def test_two_that_look_at_once_don_t_both_have_it(moderating: Moderating) -> None:
    """One gets the video, the other is told who has it, and until when."""
    named = await standing(moderating, "proposed")
    look = shared(moderating, "look", named)
    said = [spoken(one) for one in await asyncio.gather(*(moderating.press(look, who) for who in REVIEWERS))]
    assert sum("yours to decide until" in one for one in said) == 1
    assert sum("Somebody else looks at it until" in one for one in said) == 2
    assert moderating.events(named).count("look") == 1


@pytest.mark.parametrize("action", ["decline", "remove"])
async def test_the_form_opens_for_reviewers_alone(moderating: Moderating, action: str) -> None:
    """Nobody else is even asked for a reason."""
    named = await standing(moderating, "shown" if action == "remove" else "proposed")
    for who in (*REVIEWERS, *STRANGERS):
        reply = await moderating.press(shared(moderating, action, named), who)
        assert any(isinstance(part, Form) for part in reply.parts) == (who in REVIEWERS)
