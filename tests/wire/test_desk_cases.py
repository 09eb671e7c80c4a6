"""Cases at the desk, over the wire: read, looked into, decided and taken back, one by one, by whom they fall to."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
import pytest_asyncio

from core.cases import CaseId, Complaint, Reporter, Said
from core.gate import Surface
from core.people import Identity, Platform, Role, Viewer
from core.publications import Caption, PublicationView
from core.publishing.report import Reporting
from core.videos import Showing
from tests.service import Service
from tests.wire.published import Published, publishing_in
from tests.wire.visitor import Json, Visitor, visiting

pytestmark = pytest.mark.timeout(240)


@pytest_asyncio.fixture
async def published(service: Service) -> AsyncIterator[Published]:
    """The demo's community."""
    async with publishing_in(service) as opened:
        yield opened


@pytest_asyncio.fixture
async def moderator(service: Service) -> AsyncIterator[Visitor]:
    """A moderator, in another browser."""
    async with visiting(service.demo, "moderator") as visitor:
        yield visitor


async def reported(
    published: Published, title: str, complaint: Complaint = Complaint.RIGHTS
) -> tuple[PublicationView, CaseId]:
    """Have something shown, and reported by somebody else."""
    view = await published.shown(await published.ready(), Caption(title))
    async with published.store.write() as writes:
        person = await writes.meet(Identity(Platform.DEMO, f"who reports {title}"))
    member, reporter = Viewer(person, {published.community: Role.MEMBER}), Reporter(person, Platform.DEMO)
    said = Said(complaint, f"About {title}: it is mine.")
    reporting = Reporting(published.store, published.clock)
    received = await reporting.about_publication(member, view.publication.id, said, reporter, Surface.CHAT_PRIVATE)
    return view, received.case


async def act(visitor: Visitor, action: str, case: CaseId, **ruling: str) -> Json:
    """Press something on a case, and give what came of it."""
    words = {"action": action, "items": [{"case": str(case)}], **ruling}
    answer: Json = (await visitor.send("desk/act", words)).json()
    (outcome,) = answer["outcomes"]
    return dict(outcome)


async def state(published: Published, view: PublicationView) -> Showing:
    """Say how a publication stands now."""
    return (await published.now(view.publication.id)).publication.state


async def test_a_case_says_what_is_wrong_and_until_when(moderator: Visitor, published: Published) -> None:
    """Title, complaint, words, times; nobody who reported, and not the author. Its video opens after a Look alone."""
    view, case = await reported(published, "Two faces")
    page = (await moderator.get("desk")).body.decode()
    assert f'data-case="{case}"' in page
    for words in ("Two faces", "Reported once", "Somebody&#39;s work or rights", "it is mine.", "Decision due in"):
        assert words in page
    assert str(published.owner.person) not in page
    assert "who reports" not in page
    video, poster = f"desk/case/{case}/video", f"desk/case/{case}/poster"
    assert (await moderator.get(video)).status == 404
    assert (await moderator.get(poster)).body[:3] == b"\xff\xd8\xff"
    outcome = await act(moderator, "look", case)
    assert (outcome["done"], outcome["stays"]) == (True, True)
    assert (await moderator.get(video)).status == 200
    await act(moderator, "approve", case)
    for path in (video, poster, f"desk/case/{uuid4()}/video", "desk/case/none/poster"):
        assert (await moderator.get(path)).status == 404
    assert await state(published, view) is Showing.SHOWN


async def test_take_down_leave_and_take_that_back(moderator: Visitor, published: Published) -> None:
    """Taken down with a reason for the author; decided again, it is shown once more; a second decision is too late."""
    view, case = await reported(published, "Mine, they say")
    outcome = await act(moderator, "decline", case, why="rules", note="It is theirs.")
    assert (outcome["done"], outcome["stays"], outcome["undo"]) == (True, False, "undo")
    now = await published.now(view.publication.id)
    assert (now.publication.state, now.revision.note) == (Showing.REMOVED, "It is theirs.")
    late = await act(moderator, "approve", case)
    assert (late["done"], late["stays"]) == (False, False)
    assert (await act(moderator, "undo", case))["done"]
    assert (await act(moderator, "approve", case))["done"]
    assert await state(published, view) is Showing.SHOWN


async def test_what_is_grave_stays_closed_and_no_moderator_opens_it(moderator: Visitor, published: Published) -> None:
    """Held from the report on, without its poster; upheld, it stays so, and lifting is the operator's."""
    view, case = await reported(published, "Without consent", Complaint.INTIMATE)
    page = (await moderator.get("desk")).body.decode()
    assert "On hold" in page
    assert f"case/{case}/poster" not in page
    assert (await act(moderator, "decline", case))["done"]
    assert not (await act(moderator, "lift", case))["done"]
    assert (await published.now(view.publication.id)).hold


async def test_others_find_no_case(owner: Visitor, member: Visitor, published: Published) -> None:
    """For members the addresses are of nothing, and what they send decides nothing."""
    view, case = await reported(published, "Still there")
    for visitor in (owner, member):
        for path in ("poster", "video"):
            assert (await visitor.get(f"desk/case/{case}/{path}")).status == 404
        words = {"action": "decline", "items": [{"case": str(case)}]}
        assert (await visitor.send("desk/act", words)).status == 404
    assert await state(published, view) is Showing.SHOWN


async def test_a_case_among_items_is_decided_by_itself(moderator: Visitor, published: Published) -> None:
    """One that never was and one that isn't named as ours change nothing of the others."""
    view, case = await reported(published, "One of several")
    waits = await published.proposed(await published.ready(), Caption("Waits"))
    items = [
        {"case": str(uuid4())},
        {"publication": str(waits.publication.id), "revision": 1},
        {"case": str(case)},
    ]
    answer = (await moderator.send("desk/act", {"action": "approve", "items": items})).json()
    assert [one["done"] for one in answer["outcomes"]] == [False, True, True]
    assert await state(published, waits) is Showing.APPROVED
    assert await state(published, view) is Showing.SHOWN
    for bad in ({"case": "none"}, {"case": 7}, {"case": None}):
        assert (await moderator.send("desk/act", {"action": "approve", "items": [bad]})).status == 400
