"""What falls to the operator because nobody else can decide it, and communities in which nobody moderates."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from core.cases import OPERATOR_AFTER_MS, CaseId, Complaint, Reporter, Said
from core.communities import Loss, Spot
from core.errors import NotAllowed, NotFound
from core.gate import Surface
from core.oversight import IDLE_AFTER_MS
from core.people import OPERATOR, Identity, Platform, Role, Viewer
from core.publications import OTHERS_WITHIN_MS, PublicationView, Publishing
from core.publishing.appeal import appeal
from core.publishing.cases import Judging
from core.publishing.report import Reporting
from core.publishing.review import Ruling
from core.videos import AssetRole, Showing
from tests.keeping import ask_file
from tests.moderating import value
from tests.parts import HERE, Parts
from tests.publishing import Town, ready, town_in
from tests.publishing_chat import keys, publication_of, square_in
from tests.talk import spoken

DESK = Surface.DESK
THE_OPERATOR = Viewer(OPERATOR, operator=True)
TOLD = "the operator can decide this too"


@pytest.fixture
async def town(parts: Parts) -> Town:
    """A server of Discord's with its people: in the demo nobody is the operator."""
    return await server_in(parts)


async def server_in(parts: Parts) -> Town:
    """Begin a community that isn't the demo's."""
    town = await town_in(parts)
    async with parts.store.write() as writes:
        home = await writes.begin_community(Platform.DISCORD, "100")
        for name in ("owner", "moderator"):
            await writes.meet(Identity(Platform.DISCORD, name))
    moved = {
        name: Viewer(getattr(town, name).person, {home: role})
        for name, role in {
            "owner": Role.MEMBER,
            "member": Role.MEMBER,
            "moderator": Role.MODERATOR,
            "second": Role.MODERATOR,
            "admin": Role.ADMIN,
        }.items()
    }
    for name, viewer in moved.items():
        setattr(town, name, viewer)
    return replace(town, community=home)


async def own(town: Town, viewer: Viewer) -> PublicationView:
    """Have a moderator propose a video of their own."""
    theirs = replace(town, owner=viewer)
    return await theirs.proposed(await ready(town.parts, viewer))


async def declined(town: Town, moderator: Viewer) -> PublicationView:
    """Have a moderator decline somebody's video."""
    view = await town.proposed(await town.ready())
    await town.reviewing.decline(moderator, view.publication.id, 1, Ruling(), HERE)
    return view


async def appealed(town: Town, view: PublicationView) -> PublicationView:
    """Appeal as the author."""
    named = view.publication.id
    return await appeal(town.owner, named, 1, HERE, store=town.parts.store, clock=town.parts.clock)


async def theirs(town: Town, viewer: Viewer = THE_OPERATOR, surface: Surface = DESK) -> list[PublicationView]:
    """Give what waits for the operator, as somebody reads it."""
    async with town.parts.store.read() as reads:
        found = await reads.escalated(viewer, surface)
        assert await reads.escalated_waiting(viewer, surface) == len(found)
    return list(found)


async def state(town: Town, view: PublicationView) -> Showing:
    """Say how it stands."""
    return (await town.now(view.publication.id)).publication.state


def verbs(town: Town, view: PublicationView) -> list[tuple[str, str | None]]:
    """Give what happened to a publication, and who did it."""
    named = view.publication.id.hex
    return ask_file(town.parts, f"SELECT verb, actor FROM events WHERE subject = '{named}' ORDER BY sequence")  # noqa: S608


async def test_the_appeal_of_a_community_with_one_moderator_falls_to_the_operator(town: Town) -> None:
    """It alone, and not what else waits there; who decided first still can't, and the operator's word settles it."""
    others = await town.proposed(await town.ready())
    view = await appealed(town, await declined(town, town.moderator))
    assert view.publication.escalated
    (found,) = await theirs(town)
    assert found.publication.id == view.publication.id
    with pytest.raises(NotAllowed, match="own_decision"):
        await town.reviewing.approve(town.moderator, view.publication.id, 1, HERE)
    for refused in (
        town.reviewing.approve(THE_OPERATOR, others.publication.id, 1, DESK),
        town.reviewing.look(THE_OPERATOR, others.publication.id, 1, DESK),
        town.reviewing.approve(THE_OPERATOR, view.publication.id, 1, Surface.CHAT_PRIVATE),
        town.reviewing.ban(THE_OPERATOR, view.publication.id, DESK),
    ):
        with pytest.raises(NotFound):
            await refused
    await town.reviewing.approve(THE_OPERATOR, view.publication.id, 1, DESK)
    assert await state(town, view) is Showing.SHOWN
    assert await theirs(town) == []
    with pytest.raises(NotFound):
        await town.reviewing.remove(THE_OPERATOR, view.publication.id, 1, Ruling(), DESK)


async def test_where_another_moderator_decides_nothing_falls_to_the_operator(town: Town) -> None:
    """A decision of the last 30 days by somebody who is neither the author nor the first one is enough."""
    await declined(town, town.second)
    view = await appealed(town, await declined(town, town.moderator))
    assert not view.publication.escalated
    assert not (await own(town, town.moderator)).publication.escalated
    town.parts.clock.advance(OTHERS_WITHIN_MS + 1)
    assert (await own(town, town.moderator)).publication.escalated


async def test_a_lone_moderators_own_video_is_the_operators_to_decide(town: Town) -> None:
    """Its author can't decide it; the operator can, take that back for 30 seconds, and decline; and another one may."""
    await declined(town, town.moderator)
    view = await own(town, town.moderator)
    named = view.publication.id
    for refused in (
        town.reviewing.approve(town.moderator, named, 1, HERE),
        town.reviewing.decline(town.moderator, named, 1, Ruling(), HERE),
    ):
        with pytest.raises(NotAllowed, match="own_for_operator"):
            await refused
    await town.reviewing.approve(THE_OPERATOR, named, 1, DESK)
    again = await town.reviewing.undo(THE_OPERATOR, named, 1, DESK)
    assert again is not None
    assert (again.publication.revision, again.publication.escalated) == (2, True)
    await town.reviewing.look(THE_OPERATOR, named, 2, DESK)
    with pytest.raises(NotAllowed, match="claimed"):
        await town.reviewing.approve(town.second, named, 2, HERE)
    await town.reviewing.skip(THE_OPERATOR, named, DESK)
    assert await town.reviewing.approve(town.second, named, 2, HERE)


async def test_what_the_operator_declined_is_appealed_to_another_moderator(town: Town) -> None:
    """Whoever decided first doesn't decide the appeal: neither do they, and their decision makes nobody a moderator."""
    view = await own(town, town.moderator)
    named = view.publication.id
    await town.reviewing.decline(THE_OPERATOR, named, 1, Ruling(), DESK)
    mine = replace(town, owner=town.moderator)
    assert not (await appealed(mine, view)).publication.escalated
    with pytest.raises(NotFound):
        await town.reviewing.decline(THE_OPERATOR, named, 1, Ruling(), DESK)
    await town.reviewing.decline(town.second, named, 1, Ruling(), HERE)
    assert await state(mine, view) is Showing.DECLINED
    with pytest.raises(NotAllowed, match="appeal_closed"):
        await appealed(mine, view)


async def test_what_is_sent_again_falls_to_whom_it_should_then(town: Town) -> None:
    """A draft made of it is the operator's no more; once another one decides here, the next revision is theirs."""
    view = await own(town, town.moderator)
    named, mine = view.publication.id, replace(town, owner=town.moderator)
    await town.reviewing.decline(THE_OPERATOR, named, 1, Ruling(), DESK)
    await declined(town, town.second)
    sent = await mine.proposed(view.publication.video)
    assert (sent.publication.revision, sent.publication.escalated) == (2, False)
    assert await theirs(town) == []


async def test_every_look_is_noted_and_no_input_is_in_it(town: Town) -> None:
    """Event by event with the operator's own mark; what they get has output, poster and preview alone."""
    view = await appealed(town, await declined(town, town.moderator))
    await town.reviewing.look(THE_OPERATOR, view.publication.id, 1, DESK)
    await town.reviewing.decline(THE_OPERATOR, view.publication.id, 1, Ruling(), DESK)
    mark = OPERATOR.hex
    assert verbs(town, view)[-4:] == [("escalate", None), ("claim", mark), ("look", mark), ("decline_again", mark)]
    other = await own(town, town.moderator)
    (seen,) = await theirs(town)
    assert {one.role for one in seen.assets} == {AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW}
    assert (seen.number, seen.publication.id) == (0, other.publication.id)
    async with town.parts.store.read() as reads:
        (past,) = await reads.decided_by_operator(THE_OPERATOR, DESK)
        assert (past.verb, past.own, past.title) == ("decline_again", True, None)


async def test_nobody_else_reads_what_waits_for_the_operator(town: Town) -> None:
    """Neither moderators nor strangers, and the operator at no other place than their desk."""
    other = await town.proposed(await town.ready())
    view = await own(town, town.moderator)
    people = (town.owner, town.moderator, town.admin, Viewer(), Viewer(OPERATOR))
    for viewer, surface in product(people, Surface):
        assert await theirs(town, viewer, surface) == []
    for surface in set(Surface) - {DESK, Surface.CLI}:
        assert await theirs(town, THE_OPERATOR, surface) == []
    async with town.parts.store.read() as reads:
        found = await reads.queue(THE_OPERATOR, town.community, DESK)
        assert [one.publication.id for one in found] == [view.publication.id] != [other.publication.id]
        assert await reads.waiting(THE_OPERATOR, town.community, DESK) == 0
        assert await reads.decided_by_operator(town.moderator, DESK) == ()


async def test_the_log_names_what_fell_by_its_id(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """One line with id and count; no word of anybody's."""
    view = await own(town, town.moderator)
    (line,) = [one.getMessage() for one in caplog.records if one.name == "hushreel.oversight"]
    assert line == f"publication {view.publication.id} falls to the operator; waiting for them: 1"


async def test_in_the_demo_nothing_falls_to_anybody(parts: Parts) -> None:
    """Nobody is the operator there: alone, its moderator decides, and an appeal waits for another one."""
    town = await town_in(parts)
    view = await own(town, town.moderator)
    assert not view.publication.escalated
    assert await town.reviewing.approve(town.moderator, view.publication.id, 1, HERE)
    assert not (await appealed(town, await declined(town, town.moderator))).publication.escalated


async def sent(town: Town) -> Showing:
    """Publish a video, and say how it stands then."""
    return (await town.proposed(await town.ready())).publication.state


async def test_without_a_moderator_for_a_week_direct_publishing_is_looked_at_first(town: Town) -> None:
    """Proposed and not shown, told once, and shown at once again after an act of an admin or a moderator."""
    direct = Publishing(moderated=False, quota=100)
    await town.choose(direct)
    assert await sent(town) is Showing.SHOWN
    town.parts.clock.advance(IDLE_AFTER_MS)
    assert await sent(town) is Showing.SHOWN
    town.parts.clock.advance(1)
    assert await sent(town) is Showing.PROPOSED
    assert await sent(town) is Showing.PROPOSED
    notices = "SELECT count(*) FROM outbox WHERE kind = 'notice'"
    assert ask_file(town.parts, notices) == [(1,)]
    known = await town.parts.store.ledger.community(town.community)
    assert known is not None
    assert known.lost == ((Spot.REVIEW, Loss.IDLE),)
    async with town.parts.store.read() as reads:
        (waits, _) = await reads.queue(town.moderator, town.community, HERE)
    await town.reviewing.look(town.moderator, waits.publication.id, 1, HERE)
    assert await sent(town) is Showing.SHOWN
    town.parts.clock.advance(IDLE_AFTER_MS + 1)
    await town.choose(direct)
    assert await sent(town) is Showing.SHOWN
    town.parts.clock.advance(IDLE_AFTER_MS + 1)
    assert await sent(town) is Showing.PROPOSED
    assert ask_file(town.parts, notices) == [(2,)]


async def test_what_the_operator_does_makes_no_community_a_moderated_one(town: Town) -> None:
    """A look and a decision of theirs don't count; nor does what an author does."""
    await town.choose(Publishing(moderated=False, quota=100))
    town.parts.clock.advance(IDLE_AFTER_MS + 1)
    view = await own(town, town.moderator)
    await town.reviewing.decline(THE_OPERATOR, view.publication.id, 1, Ruling(), DESK)
    assert await sent(town) is Showing.PROPOSED


async def test_where_moderators_are_asked_a_week_without_them_changes_nothing(town: Town) -> None:
    """What waits, waits; and nobody is told that it would."""
    town.parts.clock.advance(IDLE_AFTER_MS + 1)
    assert await sent(town) is Showing.PROPOSED
    assert ask_file(town.parts, "SELECT count(*) FROM events WHERE verb = 'idle'") == [(0,)]


async def test_the_author_reads_who_decides_and_the_moderator_why_not(tmp_path: Path) -> None:
    """On the card of their own video while it waits; on the review's card a press says that it is the operator's."""
    async with square_in(tmp_path) as square:
        moderator = await square.arrive(moderator=True)
        await square.ready(moderator)
        card = await square.sent(moderator)
        assert TOLD in spoken(card)
        review = await square.chat.ask("review", {}, moderator)
        assert "the operator decides" in spoken(await square.chat.press(value(review, "approve"), moderator))
        await square.reviewing.decline(THE_OPERATOR, publication_of(card), 1, Ruling(), DESK)
        assert TOLD not in spoken(await square.card(card, moderator))


async def test_the_preview_says_that_moderators_look_first_after_all(tmp_path: Path) -> None:
    """Before anything is sent, and the button says where it goes; with moderators there, it is shown at once."""
    async with square_in(tmp_path) as square:
        await square.choose(Publishing(moderated=False))
        owner = await square.arrive()
        await square.ready(owner)
        draft = await square.drafted(owner)
        assert "nobody has moderated it for 7 days" not in spoken(draft)
        assert "button-show-now" in keys(draft)
        square.talk.parts.clock.advance(IDLE_AFTER_MS + 1)
        await square.ready(owner)
        draft = await square.drafted(owner)
        assert "nobody has moderated it for 7 days. So moderators look first." in spoken(draft)
        assert {"button-to-moderators"} == {"button-to-moderators", "button-show-now"} & set(keys(draft))
        admin = await square.arrive("1", admin=True)
        await square.press(draft, "button-to-moderators", owner)
        assert "Nobody moderated here for 7 days." in spoken(await square.chat.ask("setup", {}, admin))


async def reported(town: Town, view: PublicationView | None = None) -> CaseId:
    """Have a member report what is shown, or somebody what only words name."""
    reporting = Reporting(town.parts.store, town.parts.clock)
    said, reporter = Said(Complaint.RIGHTS, "It is mine."), Reporter(town.member.person, Platform.DEMO)
    if view is None:
        return (await reporting.in_words(said, reporter)).case
    return (await reporting.about_publication(town.member, view.publication.id, said, reporter, HERE)).case


async def opens(town: Town, viewer: Viewer, case: CaseId, role: AssetRole, surface: Surface = DESK) -> bool:
    """Say whether somebody may open bytes of what a case is about."""
    async with town.parts.store.read() as reads:
        return await reads.asset_at_issue(viewer, case, role, surface) is not None


async def test_a_communitys_case_becomes_the_operators_after_36_hours(town: Town) -> None:
    """Before, they neither find nor open it; then output and poster, at the desk, as long as the case is open."""
    view = await town.shown(await town.ready())
    case = await reported(town, view)
    assert [await opens(town, one, case, AssetRole.OUTPUT) for one in (THE_OPERATOR, town.moderator)] == [False, True]
    town.parts.clock.advance(OPERATOR_AFTER_MS)
    assert await opens(town, THE_OPERATOR, case, AssetRole.OUTPUT)
    assert await opens(town, THE_OPERATOR, case, AssetRole.POSTER)
    assert not await opens(town, THE_OPERATOR, case, AssetRole.INPUT)
    for surface in set(Surface) - {DESK, Surface.CLI}:
        assert not await opens(town, THE_OPERATOR, case, AssetRole.OUTPUT, surface)
    for viewer in (town.owner, town.member, town.elsewhere, Viewer(), Viewer(OPERATOR)):
        assert not await opens(town, viewer, case, AssetRole.OUTPUT)
    async with town.parts.store.read() as reads:
        seen = await reads.publication_at_issue(THE_OPERATOR, case, DESK)
        assert await reads.publication(THE_OPERATOR, view.publication.id, DESK) is None
    assert seen is not None
    assert (seen.revision.proposal.caption.title, seen.number) == ("Lighthouse at noon", 0)
    judging = Judging(town.parts.store, town.parts.clock)
    await judging.look(THE_OPERATOR, case, DESK)
    await judging.uphold(THE_OPERATOR, case, Ruling(), DESK)
    assert [one for one in verbs(town, view) if one[1] == OPERATOR.hex] == [
        ("look", OPERATOR.hex),
        ("remove", OPERATOR.hex),
    ]
    assert not await opens(town, THE_OPERATOR, case, AssetRole.OUTPUT)


async def test_a_case_in_words_alone_is_the_operators(town: Town) -> None:
    """Without a video there is nothing to open; it is read, and decided."""
    case = await reported(town)
    assert not await opens(town, THE_OPERATOR, case, AssetRole.OUTPUT)
    async with town.parts.store.read() as reads:
        (found,) = await reads.cases(THE_OPERATOR, None, DESK)
        assert await reads.publication_at_issue(THE_OPERATOR, case, DESK) is None
    assert (found.id, found.reports[0].words) == (case, "It is mine.")
