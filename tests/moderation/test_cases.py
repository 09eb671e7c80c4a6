"""Cases: decided once, in time, by whom they fall to; a hold ends with its decision or the video, and not before."""

import asyncio
import logging
from uuid import UUID

import pytest

from core.cases import DAY_MS, DUE_AFTER_MS, KEPT_FOR_MS, CaseState, Complaint, Said
from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Docket, Surface, may_judge
from core.people import STRANGER, CommunityId, PersonId, Role, Viewer
from core.publications import Publishing, Why
from core.publishing.cases import forget_old, ring_due
from core.publishing.review import Ruling
from core.publishing.withdraw import unpublish
from core.videos import Showing
from tests.casing import Court, court_in
from tests.parts import HERE, Parts

OPERATOR = Viewer(operator=True)
HOUR_MS = 3_600_000


@pytest.fixture
async def court(parts: Parts) -> Court:
    """A community with its people, and whoever decides."""
    return await court_in(parts)


async def test_a_case_that_is_upheld_takes_the_post_down_and_opens_the_hold(court: Court) -> None:
    """Only the removal stays of what is no grave complaint; the reason reaches the author as of any removal."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.HARM, "Look at 0:03."))
    assert not await court.is_held(shown.video)
    upheld = await court.judging.uphold(court.moderator, case, Ruling(Why.HARM, "Not here."), HERE)
    assert (upheld.state, upheld.why) == (CaseState.UPHELD, "harm")
    told = await court.town.now(shown.id)
    assert (told.publication.state, told.revision.note, told.hold) == (Showing.REMOVED, "Not here.", False)


async def test_what_is_grave_stays_closed_when_upheld_until_the_operator_lifts_it(court: Court) -> None:
    """No moderator opens it again, and the operator does by the case."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.INTIMATE))
    await court.judging.uphold(court.moderator, case, Ruling(), HERE)
    assert await court.is_held(shown.video)
    with pytest.raises(NotAllowed, match="case_holds"):
        await court.town.reviewing.hold(court.moderator, shown.id, HERE, on=False)
    with pytest.raises(NotFound):
        await court.judging.lift(court.moderator, case, HERE)
    court.parts.clock.advance(DUE_AFTER_MS)
    await court.judging.lift(OPERATOR, case, Surface.CLI)
    assert not await court.is_held(shown.video)


async def test_a_case_that_is_dismissed_shows_again_what_was_held(court: Court) -> None:
    """Members see it as before."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.LIKENESS))
    assert not await court.on_feed(shown.video)
    await court.judging.dismiss(court.moderator, case, HERE)
    assert await court.on_feed(shown.video)


async def test_a_case_is_decided_once(court: Court) -> None:
    """Who is later reads how it stands."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM))
    await court.judging.dismiss(court.moderator, case, HERE)
    for late in (
        court.judging.dismiss(court.second, case, HERE),
        court.judging.uphold(court.second, case, Ruling(), HERE),
    ):
        with pytest.raises(LostRace, match="case_moved_on"):
            await late
    assert (await court.town.now(shown.id)).publication.state is Showing.SHOWN


async def test_of_two_that_decide_at_once_one_wins(court: Court) -> None:
    """The other one reads that somebody was quicker; at the writing door too."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM))
    tries = [
        court.judging.uphold(court.moderator, case, Ruling(), HERE),
        court.judging.dismiss(court.second, case, HERE),
    ]
    became = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(one).__name__ for one in became) == ["Case", "LostRace"]
    with pytest.raises(LostRace, match="case_moved_on"):
        async with court.parts.store.write() as writes:
            await writes.decide_case(case, CaseState.UPHELD, "", actor=court.second.person)


@pytest.mark.parametrize("name", ["member", "elsewhere", "owner"])
async def test_nobody_else_decides_a_case(court: Court, name: str) -> None:
    """A member, a moderator elsewhere and the author get the answer of a case that isn't there."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM))
    viewer = getattr(court.town, name)
    for attempt in (
        court.judging.uphold(viewer, case, Ruling(), HERE),
        court.judging.dismiss(viewer, case, HERE),
        court.judging.reopen(viewer, case, HERE),
        court.judging.look(viewer, case, HERE),
    ):
        with pytest.raises(NotFound, match="case_not_found"):
            await attempt
    assert await court.judging.waiting(viewer, court.community, HERE) == []


async def test_a_moderators_own_video_is_dismissed_by_another_one(court: Court) -> None:
    """The rule of publications holds for cases: where somebody else decides, they do."""
    shown = await court.shown(court.moderator)
    case = await court.reported(shown.id, Said(Complaint.INTIMATE))
    with pytest.raises(NotAllowed, match="own_publication"):
        await court.judging.dismiss(court.moderator, case, HERE)
    await court.judging.dismiss(court.second, case, HERE)
    assert not await court.is_held(shown.video)


async def test_a_decision_is_undone_by_reopening(court: Court) -> None:
    """Dismissed wrongly, it is closed again; upheld wrongly, dismissing shows it again."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.INTIMATE))
    await court.judging.dismiss(court.moderator, case, HERE)
    await court.judging.reopen(court.second, case, HERE)
    assert await court.is_held(shown.video)
    await court.judging.uphold(court.second, case, Ruling(), HERE)
    await court.judging.reopen(court.second, case, HERE)
    await court.judging.dismiss(court.moderator, case, HERE)
    assert await court.on_feed(shown.video)


async def test_no_moderator_reads_a_draft_by_reopening_a_case(court: Court) -> None:
    """What its owner drafts anew after a decision is theirs alone until they send it."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM))
    await court.judging.dismiss(court.moderator, case, HERE)
    await unpublish(court.town.owner, shown.video, HERE, store=court.parts.store)
    await court.town.proposing.begin(court.town.owner, shown.video, court.community, HERE)
    with pytest.raises(LostRace, match="case_moved_on"):
        await court.judging.reopen(court.moderator, case, HERE)
    assert await court.town.seen(court.moderator, shown.id, HERE) is None


@pytest.mark.parametrize("surface", list(Surface))
@pytest.mark.parametrize("late", [False, True])
def test_the_gate_gives_a_case_to_its_moderators_and_the_operator_alone(surface: Surface, late: bool) -> None:  # noqa: FBT001 - drawn
    """Moderators at the desk and in private chats, of their own community; the operator their own and late ones."""
    home, away, erased = CommunityId(UUID(int=1)), CommunityId(UUID(int=2)), Viewer(operator=True, erased=True)
    person = PersonId(UUID(int=3))
    chat, machine = {Surface.DESK, Surface.CHAT_PRIVATE}, {Surface.DESK, Surface.CLI}
    for role in Role:
        viewer = Viewer(person, {home: role})
        banned = Viewer(person, {home: role}, frozenset({home}))
        moderates = role is not Role.MEMBER and surface in chat
        assert may_judge(viewer, Docket(home, late), surface) == moderates
        for one, docket in ((viewer, Docket(away, late)), (viewer, Docket(None, late)), (banned, Docket(home, late))):
            assert not may_judge(one, docket, surface)
    assert may_judge(OPERATOR, Docket(home, late), surface) == (late and surface in machine)
    assert may_judge(OPERATOR, Docket(None, late), surface) == (surface in machine)
    assert not may_judge(erased, Docket(None, late), surface)
    assert not may_judge(STRANGER, Docket(None, late), surface)


async def test_an_owner_who_withdraws_leaves_nothing_that_nobody_can_lift(court: Court) -> None:
    """The case's reviewers reach it whatever became of the publication; meanwhile nothing new of it is proposed."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.LIKENESS))
    await unpublish(court.town.owner, shown.video, HERE, store=court.parts.store)
    assert await court.town.seen(court.moderator, shown.id, HERE) is not None
    await court.judging.dismiss(court.moderator, case, HERE)
    assert not await court.is_held(shown.video)
    assert await court.town.seen(court.moderator, shown.id, HERE) is None


async def test_a_moderators_own_hold_is_lifted_after_the_owner_withdrew(court: Court) -> None:
    """Who holds without a report reaches what they hold until they lift it."""
    shown = await court.shown()
    await court.town.reviewing.hold(court.moderator, shown.id, HERE)
    await unpublish(court.town.owner, shown.video, HERE, store=court.parts.store)
    assert await court.town.reviewing.hold(court.second, shown.id, HERE, on=False)
    assert await court.town.seen(court.moderator, shown.id, HERE) is None


async def test_no_new_draft_while_a_case_is_open(court: Court) -> None:
    """What left while a case is open isn't proposed anew in that community before it is decided."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM))
    await unpublish(court.town.owner, shown.video, HERE, store=court.parts.store)
    with pytest.raises(NotAllowed, match="case_open"):
        await court.town.proposing.begin(court.town.owner, shown.video, court.community, HERE)
    await court.judging.dismiss(court.moderator, case, HERE)
    await court.town.proposing.begin(court.town.owner, shown.video, court.community, HERE)


async def test_alarms_ring_once_each_also_after_a_restart(court: Court, caplog: pytest.LogCaptureFixture) -> None:
    """At 24, 36 and 44 hours; from 36 hours on the operator's log and list have it too."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM, "a secret word"))
    rings = []
    with caplog.at_level(logging.WARNING, "hushreel.cases"):
        for hours in (23, 1, 0, 12, 8, 40):
            court.parts.clock.advance(hours * HOUR_MS)
            rings.append(await ring_due(store=court.parts.store, clock=court.parts.clock))
            late = await court.judging.waiting(OPERATOR, None, Surface.CLI)
            assert bool(late) is (sum(rings) >= 2)
    assert rings == [0, 1, 0, 1, 1, 0]
    said = [record.getMessage() for record in caplog.records]
    assert [str(case) in one for one in said] == [True, True]
    assert "secret" not in "".join(said)


async def test_a_missed_time_rings_once(court: Court) -> None:
    """After two days asleep, one alarm stands for all."""
    shown = await court.shown()
    await court.reported(shown.id, Said(Complaint.SPAM))
    court.parts.clock.advance(2 * DAY_MS)
    assert await ring_due(store=court.parts.store, clock=court.parts.clock) == 1
    assert await ring_due(store=court.parts.store, clock=court.parts.clock) == 0


async def test_where_nobody_moderates_the_operator_decides(court: Court) -> None:
    """A community without review, place or moderators leaves its cases to the operator."""
    await court.town.choose(Publishing(moderated=False))
    shown = await court.sent()
    case = await court.reported(shown.id, Said(Complaint.INTIMATE))
    with pytest.raises(NotFound):
        await court.judging.dismiss(court.moderator, case, HERE)
    assert [one.id for one in await court.judging.waiting(OPERATOR, None, Surface.DESK)] == [case]
    assert [one.id for one in await court.judging.waiting(OPERATOR, court.community, Surface.DESK)] == []
    await court.judging.uphold(OPERATOR, case, Ruling(), Surface.DESK)
    assert (await court.town.now(shown.id)).publication.state is Showing.REMOVED


async def test_erasing_closes_its_case_and_leaves_no_word(court: Court) -> None:
    """The case stays as a number of times and codes; its key, its words and what it was about are gone."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.INTIMATE, "that is me"))
    await court.erase(shown.video)
    found = await court.seen(case)
    assert found is not None
    assert (found.state, found.video, found.publication, found.holds) == (CaseState.GONE, None, None, False)
    assert [one.words for one in found.reports] == [""]
    with pytest.raises(LostRace):
        await court.judging.reopen(court.moderator, case, HERE)


async def test_a_closed_case_is_forgotten_after_ninety_days(court: Court) -> None:
    """Rows, words and events; an open one stays."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.SPAM))
    await court.judging.dismiss(court.moderator, case, HERE)
    court.parts.clock.advance(KEPT_FOR_MS - 1)
    assert await forget_old(store=court.parts.store, clock=court.parts.clock) == 0
    court.parts.clock.advance(1)
    assert await forget_old(store=court.parts.store, clock=court.parts.clock) == 1
    assert await court.seen(case) is None


async def test_what_stays_closed_keeps_an_empty_row_alone(court: Court) -> None:
    """After ninety days neither words nor reporters are left, and the operator can lift it still."""
    shown = await court.shown()
    case = await court.reported(shown.id, Said(Complaint.INTIMATE, "that is me"))
    await court.judging.uphold(court.moderator, case, Ruling(), HERE)
    court.parts.clock.advance(KEPT_FOR_MS)
    assert await forget_old(store=court.parts.store, clock=court.parts.clock) == 1
    assert await forget_old(store=court.parts.store, clock=court.parts.clock) == 0
    found = await court.seen(case)
    assert found is not None
    assert (found.reports, found.holds) == ([], True)
    with pytest.raises(LostRace):
        await court.judging.reopen(court.moderator, case, HERE)
    await court.judging.lift(OPERATOR, case, Surface.CLI)
    assert not await court.is_held(shown.video)
