"""Every button about reports and cases, pressed by everybody: a shared one of a post or a card, or one of their own."""

from uuid import UUID

import pytest
import pytest_asyncio

from bots.chat.casecard import tag_of
from bots.chat.command import Asker
from bots.chat.reply import Form, Reply
from bots.chat.told import sorry
from core.cases import CaseId, Complaint, Reporter, Said
from core.communities import Place
from core.errors import NotFound
from core.gate import Action
from core.people import Identity, Platform, Role
from core.publishing.report import Reporting
from core.videos import Making, Publication
from tests.authorization.house import FRIEND, House
from tests.authorization.table import about, ways
from tests.authorization.test_publications import VERBS, publications
from tests.gate_sentences import said
from tests.parts import HERE

pytestmark = pytest.mark.asyncio(loop_scope="module")

NO_PUBLICATION = sorry(NotFound("publication_not_found"))
NO_CASE = sorry(NotFound("case_not_found"))
DECIDING = [one for one in about("presses", "case") if ways("presses")[one].who == "moderator"]


async def opened(house: House, member: Asker) -> tuple[Publication, CaseId]:
    """Have something that the community shows reported by a member."""
    parts = house.connecting.talk.parts
    shown = await house.show(await house.add(Making.READY), "show")
    house.settle(kept=[shown.video])
    received = await Reporting(parts.store, parts.clock).about_publication(
        member.viewer,
        shown.id,
        Said(Complaint.INTIMATE),
        Reporter(member.person, member.identity.platform),
        member.surface,
    )
    return shown, received.case


Opened = tuple[Publication, CaseId]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def case(house: House) -> Opened:
    """Give an open case, that nothing changes."""
    return await opened(house, house.others["another member"])


async def pressed(house: House, action: str, shown: Publication, case: CaseId, asker: Asker) -> Reply:
    """Press the button of a case's card."""
    value = house.connecting.talk.services.presses.share(action, shown.id, tag_of(case))
    return await house.chat.press(value, asker, ways("presses")[action].form or None)


@pytest.mark.parametrize("action", ["report", "reported"])
async def test_a_post_is_reported_by_whom_it_is_shown_to(house: House, action: str) -> None:
    """Who isn't shown it hears of none, in each of its states, and no row changes; a form is given to all others."""
    way, found = ways("presses")[action], await publications(house)
    missing = UUID(int=0)
    for who, asker in {**house.others, "the owner": house.owner}.items():
        for state, one in found.items():
            before = house.rows()
            nothing, reply = await house.press(way, [missing, one.id], asker)
            assert nothing == NO_PUBLICATION
            lets = said(asker.viewer, Action.REPORT, house.subject(one.video, publication=one), asker.surface)
            assert (reply != nothing) == lets, (who, state, reply)
            assert action == "reported" or not lets or isinstance(reply.parts[0], Form)
            assert (house.rows() != before) == (lets and action == "reported"), (who, state)
    assert len(found) == len(VERBS)


async def test_the_call_for_doors_asks_the_same(house: House) -> None:
    """A menu of a platform's own ends in a form, or in the answer for what isn't there."""
    for state, one in (await publications(house)).items():
        for who, asker in house.others.items():
            lets = said(asker.viewer, Action.REPORT, house.subject(one.video, publication=one), asker.surface)
            assert (await house.chat.report(one.id, asker) != NO_PUBLICATION) == lets, (who, state)


@pytest.mark.parametrize("action", DECIDING)
async def test_a_case_is_decided_by_the_moderators_of_its_community_alone(
    house: House, case: Opened, action: str
) -> None:
    """Members, the reporter, the owner, strangers and admins elsewhere hear of none, and no row changes."""
    before = house.rows()
    for who, asker in {**house.others, "the owner": house.owner, "the other account": house.other}.items():
        if not _decides(asker, house):
            assert await pressed(house, action, *case, asker) == NO_CASE, who
    assert house.rows() == before


def _decides(asker: Asker, house: House) -> bool:
    return asker.viewer.roles.get(house.community) in {Role.MODERATOR, Role.ADMIN}


@pytest.mark.parametrize("action", DECIDING)
async def test_a_moderator_is_answered_about_a_case(house: House, action: str) -> None:
    """While its video is held, and once it was withdrawn."""
    name = Identity(Platform.DISCORD, str(house.connecting.talk.parts.ids.new().int))
    member = await house.chat.arrive(name, HERE, place=Place(Platform.DISCORD, "100"))
    shown, reported = await opened(house, member)
    moderator = house.others["a moderator"]
    async with house.connecting.talk.parts.store.write() as writes:
        await writes.move_publication(shown.id, 1, "withdraw")
    assert await pressed(house, action, shown, reported, moderator) != NO_CASE
    assert await pressed(house, action, shown, CaseId(UUID(int=0)), moderator) == NO_CASE


async def test_how_a_report_stands_is_its_reporters_alone(house: House, case: Opened) -> None:
    """Nobody else hears that there is one, moderators too."""
    for who, asker in {**house.others, "the owner": house.owner}.items():
        nothing, reply = await house.press(ways("presses")["rpstate"], [UUID(int=0), case[1]], asker)
        assert nothing == NO_CASE
        assert (reply != nothing) == (who == "another member"), who


@pytest.mark.parametrize("action", ["rpvideo", "rpvsend"])
async def test_a_shared_video_is_reported_by_its_receiver(house: House, action: str) -> None:
    """Nobody else gets further than about a video that isn't there, and no row changes; its owner gets its card."""
    video = await house.add(Making.READY, needs="shared")
    house.settle(kept=[video])
    for who, asker in {**house.others, "the owner": house.owner}.items():
        before = house.rows()
        nothing, reply = await house.press(ways("presses")[action], [UUID(int=0), video], asker)
        lets = who == FRIEND or asker is house.owner
        assert (reply != nothing) == lets, (who, reply)
        assert (house.rows() != before) == (who == FRIEND and action == "rpvsend"), who
