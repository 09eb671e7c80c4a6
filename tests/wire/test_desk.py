"""The desk over the wire: only moderators find it, each item is decided by itself, and nothing goes round the check."""

import re
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from bots.chat.desk import ACTION
from core.errors import NotAllowed
from core.gate import Surface
from core.publications import Caption, PublicationView, Why
from core.publishing.review import Ruling
from core.records import Token
from core.videos import Showing
from tests.service import Service
from tests.wire.published import STILL, Published, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.visitor import Json, Visitor, parts, said, visiting

pytestmark = pytest.mark.timeout(240)
ACTIONS = ("look", "approve", "decline", "hold", "lift", "skip", "undo")
RULING = Ruling(Why.RULES)
ORIGIN = {"Origin": PUBLIC["PUBLIC_URL"]}


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


def asking(action: str, views: Sequence[PublicationView], **ruling: str) -> Json:
    """Write what the page sends."""
    items = [{"publication": str(one.publication.id), "revision": one.publication.revision} for one in views]
    return {"action": action, "items": items, **ruling}


async def act(moderator: Visitor, action: str, *views: PublicationView, **ruling: str) -> list[Json]:
    """Press something, and give what came of each item."""
    found: list[Json] = (await moderator.send("desk/act", asking(action, views, **ruling))).json()["outcomes"]
    return found


async def proposed(published: Published, title: str = "Lighthouse") -> PublicationView:
    """Have something that waits."""
    return await published.proposed(await published.ready(), Caption(title))


async def waiting(published: Published) -> int:
    """Count what waits."""
    async with published.store.read() as reads:
        return await reads.waiting(published.moderator, published.community, Surface.DESK)


def told(card: Json) -> int:
    """Read how many wait, as a page says it."""
    return int((re.findall(r"\d+", said(card)) or ["0"])[0])


async def state(published: Published, view: PublicationView) -> Showing:
    """Say how a publication stands now."""
    return (await published.now(view.publication.id)).publication.state


async def test_others_find_no_desk(owner: Visitor, member: Visitor, published: Published) -> None:
    """For members each address of the desk is one that doesn't exist, and nothing that they send decides."""
    view = await proposed(published)
    for visitor in (owner, member):
        for path in ("", "/history", "/events", f"/{view.publication.id}/video", f"/{view.publication.id}/poster"):
            assert (await visitor.get(f"desk{path}")).status == 404
        for action in ACTIONS:
            assert (await visitor.send("desk/act", asking(action, [view]))).status == 404
    assert await state(published, view) is Showing.PROPOSED


async def test_an_item_says_enough_to_decide_by(moderator: Visitor, published: Published) -> None:
    """Title, kind, age, audience, faces and record stand there; the prompt, the number and the author don't."""
    view = await proposed(published, "A boat at night")
    page = (await moderator.get("desk")).body.decode()
    for words in (
        "A boat at night",
        "New",
        "Waits",
        "this community",
        "no real person",
        "Credit: anonymous",
        "0 declined",
    ):
        assert words in page
    assert "words that nobody else reads" not in page
    assert str(published.owner.person) not in page
    assert str(view.publication.video) not in page
    video = await moderator.get(f"desk/{view.publication.id}/video")
    assert (video.status, video.headers["Cache-Control"]) == (200, "no-store")
    async with published.store.read() as reads:
        (look,) = await reads.looks(published.owner, view.publication.video)
    assert look.community == published.community
    poster = await moderator.get(f"desk/{view.publication.id}/poster")
    assert (poster.status, poster.body[:3], poster.headers["Cache-Control"]) == (200, b"\xff\xd8\xff", "no-store")
    assert len(poster.body) < len(STILL) // 4


async def test_approve_and_undo(moderator: Visitor, published: Published) -> None:
    """An approval goes out in 30 s and can be taken back until then; what waits again is another revision."""
    view = await proposed(published)
    (outcome,) = await act(moderator, "approve", view)
    assert (outcome["done"], outcome["stays"], outcome["undo"]) == (True, False, "undo")
    assert await state(published, view) is Showing.APPROVED
    (outcome,) = await act(moderator, "undo", view)
    assert outcome["done"]
    now = (await published.now(view.publication.id)).publication
    assert (now.state, now.revision) == (Showing.PROPOSED, view.publication.revision + 1)
    (late,) = await act(moderator, "approve", view)
    assert (late["done"], late["stays"]) == (False, False)
    assert await state(published, view) is Showing.PROPOSED


async def test_decline_tells_the_author_why_and_not_by_whom(moderator: Visitor, published: Published) -> None:
    """The reason and the note reach the author's side; the history of the community names nobody else."""
    view = await proposed(published, "Two faces")
    (outcome,) = await act(moderator, "decline", view, why="consent", note="Please ask them.")
    assert outcome["done"]
    now = await published.now(view.publication.id)
    assert (now.publication.state, now.revision.why, now.revision.note) == (
        Showing.DECLINED,
        "consent",
        "Please ask them.",
    )
    theirs = await proposed(published, "Decided by another one")
    await published.reviewing.decline(published.second, theirs.publication.id, 1, RULING, Surface.DESK)
    history = (await moderator.get("desk/history")).body.decode()
    assert re.search(r"Two faces</strong>: declined <span[^>]*>you,", history)
    assert re.search(r"Decided by another one</strong>: declined <span[^>]*>another moderator,", history)
    assert str(published.second.person) not in history


async def test_a_bulk_path_that_skips_the_check(moderator: Visitor, published: Published) -> None:
    """Regression of others: among many at once, each item that one press couldn't decide is refused by itself.

    Claimed by another moderator, decided meanwhile, another revision, deleted, and one that never was.
    """
    good, claimed, moved, gone = [await proposed(published, f"Item {at}") for at in range(4)]
    await published.reviewing.claim(published.second, claimed.publication.id, Surface.DESK)
    await published.reviewing.decline(published.second, moved.publication.id, 1, RULING, Surface.DESK)
    async with published.store.write() as writes:
        await writes.move_video(gone.publication.video, "erase", actor=published.owner.person)
    words = asking("approve", [claimed, moved, gone, good])
    words["items"] += [
        {"publication": str(uuid4()), "revision": 1},
        {"publication": str(good.publication.id), "revision": 2},
    ]
    outcomes = (await moderator.send("desk/act", words)).json()["outcomes"]
    assert [one["done"] for one in outcomes] == [False, False, False, True, False, False]
    assert await state(published, claimed) is Showing.PROPOSED
    assert await state(published, moved) is Showing.DECLINED
    assert await state(published, good) is Showing.APPROVED


async def test_what_the_page_never_sends_is_refused(moderator: Visitor, published: Published) -> None:
    """Malformed words, unknown actions and too many items change nothing and break nothing."""
    view = await proposed(published)
    good = asking("approve", [view])
    for bad in (
        {},
        good | {"action": "publish"},
        good | {"items": []},
        good | {"items": good["items"] * 26},
        good | {"items": [{"publication": "none", "revision": 1}]},
        good | {"items": [{"publication": 7, "revision": 1}]},
        good | {"items": "all"},
        good | {"why": "because"},
        good | {"note": "x" * 501},
    ):
        assert (await moderator.send("desk/act", bad)).status == 400
    elsewhere = {"Origin": "https://elsewhere.example.org"}
    assert (await moderator.send("desk/act", good, headers=elsewhere)).status == 403
    assert await state(published, view) is Showing.PROPOSED


async def test_a_hold_closes_it_to_members_and_not_to_its_moderators(
    moderator: Visitor, member: Visitor, published: Published
) -> None:
    """Held, the item stays on the desk with its video, says so, can't be approved, and the hold can be ended."""
    view = await proposed(published)
    (outcome,) = await act(moderator, "hold", view)
    assert (outcome["done"], outcome["stays"], outcome["undo"]) == (True, True, "lift")
    assert "On hold" in (await moderator.get("desk")).body.decode()
    assert (await moderator.get(f"desk/{view.publication.id}/video", method="HEAD")).status == 200
    (outcome,) = await act(moderator, "approve", view)
    assert not outcome["done"]
    (outcome,) = await act(moderator, "lift", view)
    assert outcome["done"]
    del member


async def test_who_looks_has_it_until_they_skip(moderator: Visitor, published: Published) -> None:
    """Looking claims for five minutes: another moderator can't decide it meanwhile; skipping gives it back."""
    view = await proposed(published)
    (outcome,) = await act(moderator, "look", view)
    assert outcome["done"]
    with pytest.raises(NotAllowed, match="claimed"):
        await published.reviewing.approve(published.second, view.publication.id, 1, Surface.DESK)
    await act(moderator, "skip", view)
    await published.reviewing.claim(published.second, view.publication.id, Surface.DESK)
    (outcome,) = await act(moderator, "approve", view)
    assert not outcome["done"]
    assert "Another moderator looks at it" in outcome["text"]


async def test_pages_by_key(moderator: Visitor, published: Published) -> None:
    """25 a page, the longest waiting first, each once; a key that isn't ours is no page."""
    views = [await proposed(published, f"In line {at}") for at in range(30)]
    ids = [str(one.publication.id) for one in views]
    seen: list[str] = []
    path = "desk"
    while path:
        page = (await moderator.get(path)).body.decode()
        found = re.findall(r'data-publication="([0-9a-f-]{36})"', page)
        assert len(found) <= 25
        seen += found
        following = re.search(r'href="/demo/moderator/(desk\?after=[\w.-]+)" rel="next"', page)
        path = following[1] if following else ""
    assert [one for one in seen if one in ids] == ids
    for key in ("1", "x.y", f"1.{uuid4()}x", f"{'9' * 40}.{uuid4()}", f"٣.{uuid4()}"):
        assert (await moderator.get(f"desk?after={key}")).status == 404


async def test_an_open_page_is_told_that_something_waits(
    moderator: Visitor, member: Visitor, published: Published
) -> None:
    """The moderator's page says how many wait as soon as one does; nobody else's page says anything."""
    view = await proposed(published)
    count = await waiting(published)
    card = await moderator.until("waiting", lambda found: told(found) == count)
    (link,) = parts(card, "link")
    assert link["href"] == "/demo/moderator/desk"
    await act(moderator, "decline", view)
    await moderator.until("waiting", lambda found: told(found) == count - 1)
    assert set(member.cards) == {""}


async def test_a_desk_opens_by_a_link_once_and_for_ten_minutes(folder: Path) -> None:
    """At the public address a link is looked at for nothing, spent by its button, and begins a session of its own.

    Without the session, with a guessed one, or from another site, nothing of the desk answers.
    """
    with Service(folder, PUBLIC) as service:
        async with publishing_in(service) as published, ClientSession(service.base) as session:
            view = await proposed(published)
            token = published.ids.token()
            person, until_ms = published.moderator.person, published.clock.now_ms() + 60_000
            assert person is not None
            async with published.store.write() as writes:
                await writes.offer(token, Token(ACTION, published.community, person, 0, until_ms))
            visitor = Visitor(session, service.base, "")
            desk = f"{service.base}/desk"
            for _ in range(2):
                looked = await visitor.get(f"{desk}/{token}")
                assert (looked.status, "Set-Cookie" in looked.headers) == (200, False)
            assert (await visitor.get(f"{desk}/{token}", method="POST")).status == 403
            opened = await visitor.get(f"{desk}/{token}", ORIGIN, "POST")
            assert opened.status == 204
            cookie = opened.headers["Set-Cookie"]
            assert all(
                word in cookie for word in ("HttpOnly", "Secure", "SameSite=Strict", "Path=/desk", "Max-Age=600")
            )
            assert (await visitor.get(f"{desk}/{token}", ORIGIN, "POST")).status == 404
            mine = {"Cookie": cookie.partition(";")[0]}
            page = (await visitor.get(desk, mine)).body.decode()
            assert "Lighthouse" in page
            assert "closes by itself" in page
            for headers in ({}, {"Cookie": "hushreel_desk=guess"}, {"Cookie": f"hushreel_desk={token}"}):
                for path in ("", "/history", f"/{view.publication.id}/video"):
                    assert (await visitor.get(f"{desk}{path}", headers)).status == 403
            words = asking("approve", [view])
            for headers, status in ((mine, 403), (ORIGIN, 403), (mine | ORIGIN, 200)):
                async with session.post(f"{desk}/act", json=words, headers=headers) as answer:
                    assert answer.status == status
            assert await state(published, view) is Showing.APPROVED
        assert token not in service.log
