"""Reports: who may say what about which video, what it closes at once, and what its reporter hears."""

import pytest

from core.cases import (
    DAY_MS,
    REPORTS_A_DAY,
    WORDS_LONGEST,
    WRONG_WITHIN_MS,
    CaseState,
    Complaint,
    Meant,
    Reporter,
    Said,
)
from core.errors import BadInput, LimitReached, LostRace, NotFound
from core.gate import Surface
from core.grants import Receiver
from core.pairings import Side
from core.people import STRANGER, Identity, Platform, Viewer
from core.publications import Publishing
from core.publishing.cases import forget_old
from core.publishing.report import outcome, outcome_for
from core.publishing.review import Ruling
from core.sharing.share import share
from core.videos import VideoId
from tests.casing import Court, court_in
from tests.keeping import ask_file
from tests.parts import HERE, Parts
from tests.publishing import ready

OPERATOR = Viewer(operator=True)
SPAM = Said(Complaint.SPAM)


@pytest.fixture
async def court(parts: Parts) -> Court:
    """A community with its people, and whoever decides."""
    return await court_in(parts)


async def shared_with(court: Court, viewer: Viewer, name: str) -> VideoId:
    """Share a video of the owner's with somebody."""
    video = await ready(court.parts, court.town.owner)
    receiver = Receiver(Identity(Platform.DEMO, name), name)
    await share(
        court.town.owner,
        video,
        [receiver],
        None,
        HERE,
        giver="Ann",
        store=court.parts.store,
        clock=court.parts.clock,
    )
    async with court.parts.store.read() as reads:
        assert await reads.grant(viewer, video) is not None
    return video


@pytest.mark.parametrize("complaint", list(Complaint))
async def test_what_is_grave_is_closed_at_once(court: Court, complaint: Complaint) -> None:
    """Intimate pictures, somebody's likeness and minors can't wait; everything else stays shown until it is decided."""
    shown = await court.shown()
    received = await court.report(shown.id, Said(complaint, "why"))
    grave = complaint in {Complaint.INTIMATE, Complaint.LIKENESS, Complaint.MINOR}
    assert (received.holds, received.again) == (grave, False)
    assert await court.on_feed(shown.video) is not grave
    assert (await court.town.now(shown.id)).hold is grave


async def test_the_owner_is_told_that_it_is_held_and_not_by_whom(court: Court) -> None:
    """Rows for them say that there is a decision to read; nothing of their history names the reporter."""
    shown = await court.shown()
    await court.report(shown.id, Said(Complaint.INTIMATE, "that is me"))
    told = ask_file(court.parts, "SELECT kind, person FROM outbox")
    owner, member = court.town.owner.person, court.town.member.person
    assert owner is not None
    assert member is not None
    assert ("decision", owner.hex) in told
    assert all(person != member.hex for _, person in told)
    actors = {row[0] for row in ask_file(court.parts, "SELECT actor FROM events WHERE verb IN ('hold', 'open_case')")}
    assert actors == {None}


async def test_reports_of_one_video_in_one_community_are_one_case(court: Court) -> None:
    """Whoever decides reads all of them, and never from whom; the same person's second one isn't kept."""
    shown = await court.shown()
    first = await court.report(shown.id, Said(Complaint.SPAM, "an advert"))
    second = await court.report(shown.id, Said(Complaint.HARM, "threats"), by=court.second)
    again = await court.report(shown.id, Said(Complaint.OTHER, "still"))
    assert first.case == second.case == again.case
    assert (second.again, again.again) == (False, True)
    found = await court.seen(first.case)
    assert found is not None
    assert [(one.complaint, one.words) for one in found.reports] == [
        (Complaint.SPAM, "an advert"),
        (Complaint.HARM, "threats"),
    ]
    assert str(court.town.member.person) not in repr(found)


async def test_words_are_sealed_and_nowhere_else(court: Court) -> None:
    """Neither the file of the database nor an event holds what somebody wrote."""
    shown = await court.shown()
    await court.report(shown.id, Said(Complaint.SPAM, "xylophonic-words"))
    await court.parts.store.scrub()
    assert b"xylophonic-words" not in (court.parts.folder / "hushreel.db").read_bytes()


async def test_nobody_reports_what_they_arent_shown(court: Court) -> None:
    """A draft, what waits, somebody else's community and a stranger's try: the answer is that it isn't there."""
    waits, shown = await court.sent(), await court.shown()
    tries = [(court.town.member, waits), (court.town.elsewhere, shown), (STRANGER, shown)]
    for viewer, one in tries:
        reporter = Reporter(viewer.person)
        with pytest.raises(NotFound, match="publication_not_found"):
            await court.reporting.about_publication(viewer, one.id, SPAM, reporter, HERE)
    with pytest.raises(NotFound, match="publication_not_found"):
        await court.reporting.about_publication(
            STRANGER, shown.id, SPAM, Reporter(address="192.0.2.1", secret="s"), Surface.WEB_WORLD
        )
    video = await ready(court.parts, court.town.owner)
    with pytest.raises(NotFound, match="video_not_found"):
        await court.reporting.about_video(court.town.member, video, SPAM, Reporter(court.town.member.person), HERE)


async def test_nobody_reports_their_own(court: Court) -> None:
    """An owner hides or deletes."""
    shown = await court.shown()
    with pytest.raises(BadInput, match="report_own"):
        await court.report(shown.id, SPAM, by=court.town.owner)
    reporter = Reporter(court.town.owner.person)
    with pytest.raises(BadInput, match="report_own"):
        await court.reporting.about_video(court.town.owner, shown.video, SPAM, reporter, HERE)


async def test_a_shared_video_is_the_operators_case(court: Court) -> None:
    """No moderator hears of it; upheld, nobody is given it any more."""
    video = await shared_with(court, court.town.member, "member")
    reporter = Reporter(court.town.member.person)
    said = Said(Complaint.INTIMATE, "me")
    received = await court.reporting.about_video(court.town.member, video, said, reporter, HERE)
    assert received.holds
    assert await court.seen(received.case) is None
    (case,) = await court.judging.waiting(OPERATOR, None, Surface.CLI)
    assert (case.video, case.community, case.publication) == (video, None, None)
    await court.judging.uphold(OPERATOR, received.case, Ruling(), Surface.CLI)
    async with court.parts.store.read() as reads:
        assert list(await reads.grants(court.town.owner, video)) == []


async def test_words_alone_are_a_case_of_the_operators(court: Court) -> None:
    """Where somebody has no link, they say what is meant; without words there is nothing to look for."""
    reporter = Reporter(address="192.0.2.1", secret="a-secret")
    received = await court.reporting.in_words(Said(Complaint.MINOR, "the video of the school"), reporter)
    assert not received.holds
    (case,) = await court.judging.waiting(OPERATOR, None, Surface.DESK)
    assert (case.video, [one.words for one in case.reports]) == (None, ["the video of the school"])
    with pytest.raises(BadInput, match="report_words_missing"):
        await court.reporting.in_words(Said(Complaint.MINOR, " "), reporter)
    await court.judging.dismiss(OPERATOR, received.case, Surface.DESK)
    assert (await outcome_for("a-secret", store=court.parts.store)).state is CaseState.DISMISSED


async def test_words_have_a_limit_and_something_else_needs_some(court: Court) -> None:
    """Both are said before anything is kept."""
    shown = await court.shown()
    with pytest.raises(BadInput, match="report_words_too_long"):
        await court.report(shown.id, Said(Complaint.SPAM, "x" * (WORDS_LONGEST + 1)))
    with pytest.raises(BadInput, match="report_words_missing"):
        await court.report(shown.id, Said(Complaint.OTHER, "  "))
    assert ask_file(court.parts, "SELECT count(*) FROM reports") == [(0,)]


async def test_one_person_sends_five_reports_a_day(court: Court) -> None:
    """The sixth is refused, and tomorrow there are five again."""
    await court.town.choose(Publishing(quota=10))
    for _ in range(REPORTS_A_DAY):
        await court.report((await court.shown()).id, SPAM)
    shown = await court.shown()
    with pytest.raises(LimitReached, match="report_quota"):
        await court.report(shown.id, SPAM)
    court.parts.clock.advance(DAY_MS)
    await court.report(shown.id, SPAM)


async def test_one_address_sends_five_reports_a_day_and_is_forgotten_after_it(court: Court) -> None:
    """Its token is keyed: the address itself is in no file; after a day no token of it is."""
    for number in range(REPORTS_A_DAY):
        await court.reporting.in_words(Said(Complaint.SPAM, "x"), Reporter(address="192.0.2.1", secret=f"s{number}"))
    with pytest.raises(LimitReached, match="report_quota"):
        await court.reporting.in_words(Said(Complaint.SPAM, "x"), Reporter(address="192.0.2.1", secret="t"))
    await court.reporting.in_words(Said(Complaint.SPAM, "x"), Reporter(address="192.0.2.2", secret="u"))
    await court.parts.store.scrub()
    assert b"192.0.2.1" not in (court.parts.folder / "hushreel.db").read_bytes()
    court.parts.clock.advance(DAY_MS)
    await forget_old(store=court.parts.store, clock=court.parts.clock)
    assert ask_file(court.parts, "SELECT count(*) FROM reports WHERE source IS NOT NULL") == [(0,)]


async def test_who_was_wrong_twice_closes_nothing(court: Court) -> None:
    """Their reports are read as everybody's are; one that was right, or ninety days, and they count again."""
    for _ in range(2):
        case = await court.reported((await court.shown()).id, SPAM)
        await court.judging.dismiss(court.moderator, case, HERE)
    shown = await court.shown()
    grave = Said(Complaint.INTIMATE)
    assert not (await court.report(shown.id, grave)).holds
    assert (await court.report(shown.id, grave, by=court.second)).holds
    court.parts.clock.advance(WRONG_WITHIN_MS + 1)
    assert (await court.report((await court.shown()).id, grave)).holds


async def test_who_was_right_once_is_believed(court: Court) -> None:
    """Two that were dismissed count for nothing beside one that was upheld."""
    for decide in ("dismiss", "dismiss", "uphold"):
        case = await court.reported((await court.shown()).id, SPAM)
        ruling = (Ruling(),) if decide == "uphold" else ()
        await getattr(court.judging, decide)(court.moderator, case, *ruling, HERE)
    assert (await court.report((await court.shown()).id, Said(Complaint.MINOR))).holds


async def told_of(court: Court, kind: str) -> list[tuple[object, ...]]:
    """Give for whom rows of a kind wait."""
    return ask_file(court.parts, f"SELECT subject, person FROM outbox WHERE kind = '{kind}'")  # noqa: S608


async def test_a_reporter_hears_the_outcome_once_and_nothing_else(court: Court) -> None:
    """State and times; no name, no video. Decided the other way after all, they hear that as well."""
    shown = await court.shown()
    case = await court.reported(shown.id, SPAM)
    await court.reported(shown.id, SPAM, by=court.second)
    member, second = court.town.member, court.second
    assert member.person is not None
    assert second.person is not None
    await court.judging.dismiss(court.moderator, case, HERE)
    rows = {(case.hex, member.person.hex), (case.hex, second.person.hex)}
    assert set(await told_of(court, "case")) == rows
    await court.judging.reopen(court.moderator, case, HERE)
    await court.judging.dismiss(court.moderator, case, HERE)
    assert len(await told_of(court, "case")) == len(rows)
    told = await outcome(member, case, store=court.parts.store)
    assert (told.state, str(shown.video) in repr(told)) == (CaseState.DISMISSED, False)
    await court.judging.reopen(court.moderator, case, HERE)
    await court.judging.uphold(court.moderator, case, Ruling(), HERE)
    assert len(await told_of(court, "case")) == 2 * len(rows)
    for other in (court.town.owner, court.town.elsewhere, court.moderator, STRANGER):
        with pytest.raises(NotFound, match="case_not_found"):
            await outcome(other, case, store=court.parts.store)


async def test_a_secret_tells_how_it_stands_and_is_kept_hashed(court: Court) -> None:
    """Whoever has it reads state and times; a wrong one reads that there is none."""
    await court.reporting.in_words(Said(Complaint.SPAM, "x"), Reporter(address="192.0.2.1", secret="Vq8secret"))
    assert (await outcome_for("Vq8secret", store=court.parts.store)).state is CaseState.OPEN
    with pytest.raises(NotFound, match="case_not_found"):
        await outcome_for("Vq8secres", store=court.parts.store)
    await court.parts.store.scrub()
    assert b"Vq8secret" not in (court.parts.folder / "hushreel.db").read_bytes()


async def test_what_is_being_erased_isnt_reported_any_more(court: Court) -> None:
    """The report comes too late, and no case begins."""
    shown = await court.shown()
    async with court.parts.store.write() as writes:
        await writes.move_video(shown.video, "erase")
    with pytest.raises(NotFound):
        await court.report(shown.id, SPAM)
    with pytest.raises(LostRace):
        async with court.parts.store.write() as writes:
            await writes.report(Meant(shown.video), SPAM, Reporter(court.town.member.person), holds=True)


async def test_a_reporters_accounts_are_one_person_when_connected_and_two_when_parted(court: Court) -> None:
    """The report stays with the account that made it: who it is now hears of it."""
    async with court.parts.store.write() as writes:
        first = await writes.meet(Identity(Platform.DISCORD, "1"))
        second = await writes.meet(Identity(Platform.TELEGRAM, "2"))
    shown = await court.shown()
    roles = court.town.member.roles
    reporter = Reporter(second, Platform.TELEGRAM)
    received = await court.reporting.about_publication(Viewer(second, roles), shown.id, SPAM, reporter, HERE)
    async with court.parts.store.write() as writes:
        await writes.join(Side(first, Platform.DISCORD), Side(second, Platform.TELEGRAM))
    told = await outcome(Viewer(first), received.case, store=court.parts.store)
    assert told.state is CaseState.OPEN
    await court.judging.dismiss(court.moderator, received.case, HERE)
    async with court.parts.store.write() as writes:
        await writes.part(Viewer(first))
    assert set(await told_of(court, "case")) == {(received.case.hex, second.hex)}
    with pytest.raises(NotFound):
        await outcome(Viewer(first), received.case, store=court.parts.store)
