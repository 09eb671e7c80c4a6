"""Each button of review cards, pressed by everybody, twice, too late, and from a card of before."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from bots.chat.catalog import PRESSES
from bots.chat.presses import SHOWN_FOR_MS
from bots.chat.reply import Form, Reply
from core.gate import Surface
from core.publishing.withdraw import unpublish
from core.videos import PublicationId, Showing
from knowledge.languages import LANGUAGES
from tests.keeping import ask_file
from tests.moderating import GONE, REVIEWERS, STRANGERS, Moderating, moderating_in, shared
from tests.parts import HERE
from tests.talk import spoken

ACTIONS = tuple(action for action, press in PRESSES.items() if press.shared)
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
    """Author, member, moderator elsewhere and a passer-by: word for word the same in each language, and no change."""
    named = await standing(moderating, state)
    askers = [await moderating.asker(who) for who in STRANGERS]
    before = rows(moderating)
    for asker in askers:
        for action in ACTIONS:
            real, none = [
                await moderating.talk.chat.press(shared(moderating, action, one), asker, FORM)
                for one in (named, NOBODYS)
            ]
            assert real == none, (asker.identity, action)
            assert GONE in spoken(real)
            assert {spoken(real, language=one) for one in LANGUAGES} == {
                spoken(none, language=one) for one in LANGUAGES
            }
    assert rows(moderating) == before


@pytest.mark.parametrize("state", STATES)
async def test_each_button_moves_what_the_table_says_and_nothing_else(moderating: Moderating, state: str) -> None:
    """By each reviewer, in each state: the move of the table with one event, or none at all, and a second time none."""
    for who in REVIEWERS:
        for action in ACTIONS:
            named = await standing(moderating, state, SECOND[who])
            before = await moderating.state(named)
            first = await moderating.press(shared(moderating, action, named), who, FORM)
            after = await moderating.state(named)
            assert after is MOVES[state].get(action, before), (who, action)
            history = moderating.events(named)
            twice = await moderating.press(shared(moderating, action, named), who, FORM)
            assert await moderating.state(named) is after, (who, action)
            told = [one for one in moderating.events(named)[len(history) :] if one not in {"claim", "look"}]
            assert told == [], (who, action)
            assert answered(first)
            assert answered(twice)
            await clean(moderating)


def answered(reply: Reply) -> bool:
    """Whether there is something to read in every language, and no crash behind it."""
    said = {language: spoken(reply, "UTC", language) for language in LANGUAGES}
    return all(said.values()) and "Something broke" not in said["en"]


async def clean(moderating: Moderating) -> None:
    """Lift what was held and banned, and let a day pass, so that the next one begins anew."""
    async with moderating.talk.parts.store.write() as writes:
        await writes.unban(moderating.town.community, moderating.town.owner.person, actor=moderating.town.admin.person)  # type: ignore[arg-type]
    moderating.talk.parts.clock.advance(86_400_000)


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


@pytest.mark.parametrize("action", ACTIONS)
async def test_a_button_that_is_too_old_brings_the_card_to_reviewers_alone(moderating: Moderating, action: str) -> None:
    """Expired, it does nothing: a moderator gets the card with fresh buttons, a stranger only hears that it is old."""
    named = await standing(moderating, "proposed")
    old = shared(moderating, action, named)
    moderating.talk.parts.clock.advance(2 * SHOWN_FOR_MS + 3_600_000)
    before = rows(moderating)
    mine, theirs = [await moderating.press(old, who, FORM) for who in ("moderator", "member")]
    assert mine.card == f"look:{named}"
    assert theirs.card is None
    assert "Lighthouse" not in spoken(theirs)
    assert rows(moderating) == before


@pytest.mark.parametrize("action", ACTIONS)
async def test_in_a_shared_chat_nothing_is_shown_or_decided(moderating: Moderating, action: str) -> None:
    """Where everybody would read the answer, the gate refuses moderators too."""
    named = await standing(moderating, "proposed")
    asker = await moderating.asker("moderator", Surface.CHAT_SHARED)
    reply = await moderating.talk.chat.press(shared(moderating, action, named), asker, FORM)
    assert GONE in spoken(reply)
    assert await moderating.state(named) is Showing.PROPOSED


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
