"""Reporting without an account, over the wire: a form without JavaScript, and a page that tells what comes of it."""

import re
from collections.abc import AsyncIterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from core.cases import DUE_AFTER_MS, REPORTS_A_DAY, Case, Complaint
from core.gate import Surface
from core.people import OPERATOR, Viewer
from core.publications import Caption, PublicationView, Why
from core.publishing.cases import Judging
from core.publishing.review import Ruling
from core.videos import Audience
from knowledge.languages import LANGUAGES
from tests.service import Service
from tests.wire.published import Published, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.visitor import NONE, Answer, Visitor

pytestmark = pytest.mark.timeout(240)
ORIGIN = {"Origin": PUBLIC["PUBLIC_URL"]}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
GOOD = {"complaint": "rights", "words": "My own film, taken from my page.", "good_faith": "yes"}
DESK = Surface.DESK
THE_OPERATOR = Viewer(OPERATOR, operator=True)


@pytest_asyncio.fixture
async def published(service: Service) -> AsyncIterator[Published]:
    """The demo's community."""
    async with publishing_in(service) as opened:
        yield opened


async def send(
    session: ClientSession, address: str, fields: Mapping[str, str], headers: Mapping[str, str] = NONE
) -> Answer:
    """Send the form as a browser without JavaScript does."""
    body = urlencode(fields)
    async with session.post(address, data=body, headers={**FORM, **headers}, allow_redirects=False) as answer:
        return Answer(answer.status, dict(answer.headers), await answer.read())


def text(answer: Answer) -> str:
    """Read a page."""
    return unescape(answer.body.decode())


async def cases(published: Published) -> list[Case]:
    """Give the community's open cases as its moderator reads them."""
    async with published.store.read() as reads:
        return list(await reads.cases(published.moderator, published.community, DESK))


async def shown(published: Published, title: str) -> PublicationView:
    """Show a video to anyone."""
    return await published.shown(await published.ready(), Caption(title), Audience.ANYONE)


async def test_a_report_without_an_account_is_received_and_its_outcome_told(folder: Path) -> None:
    """From the showcase to the form, sent once, to a page of its own: open, and in the end what was decided.

    Nothing of the video, of its owner or of who decides is on it; it is found by its secret alone.
    """
    with Service(folder, PUBLIC) as service:
        async with publishing_in(service) as published, ClientSession(service.base) as session:
            visitor, view = Visitor(session, service.base, ""), await shown(published, "Two faces")
            page = f"/c/{view.community_slug}/{view.slug}"
            (link,) = re.findall(r'href="(/takedown\?about=[^"]+)"', text(await visitor.get(f"{service.base}{page}")))
            assert link == f"/takedown?about={page}"
            form = await visitor.get(f"{service.base}{link}")
            assert f'value="{page}"' in text(form)
            assert "form-action 'self'" in form.headers["Content-Security-Policy"]
            assert "<script" not in text(form)
            sent = await send(session, "/takedown", GOOD | {"link": PUBLIC["PUBLIC_URL"] + page}, ORIGIN)
            assert sent.status == 303
            place = sent.headers["Location"]
            assert re.fullmatch(r"/takedown/[\w-]{22}", place)
            (case,) = await cases(published)
            assert (case.publication, case.reports[0].complaint) == (view.publication.id, Complaint.RIGHTS)
            assert case.reports[0].words == GOOD["words"]
            assert case.due_at_ms == case.opened_at_ms + DUE_AFTER_MS
            receipt = await visitor.get(f"{service.base}{place}")
            assert (receipt.status, receipt.headers["Referrer-Policy"]) == (200, "no-referrer")
            assert "It isn't decided yet" in text(receipt)
            judging = Judging(published.store, published.clock)
            await judging.uphold(published.moderator, case.id, Ruling(Why.OTHER, "Theirs, indeed"), DESK)
            told = text(await visitor.get(f"{service.base}{place}"))
            assert "You were right about what you reported" in told
            for word in ("Two faces", "Theirs, indeed", view.slug, str(published.moderator.person), str(case.id)):
                assert word not in told
            assert (await visitor.get(f"{service.base}{page}")).status == 404
            for wrong in ("a" * 22, place.rpartition("/")[2][:-1], str(case.id)):
                assert (await visitor.get(f"{service.base}/takedown/{wrong}")).status == 404
        assert place.rpartition("/")[2] not in service.log


async def test_what_is_grave_is_closed_as_soon_as_it_is_sent(folder: Path) -> None:
    """Intimate, likeness, minor: page, poster and video answer 404 at once; what isn't grave stays until decided."""
    with Service(folder, PUBLIC) as service:
        async with publishing_in(service) as published, ClientSession(service.base) as session:
            visitor = Visitor(session, service.base, "")
            for complaint, status in (("spam", 200), ("intimate", 404)):
                view = await shown(published, complaint)
                page = f"/c/{view.community_slug}/{view.slug}"
                fields = GOOD | {"link": page, "complaint": complaint, "words": ""}
                assert (await send(session, "/takedown", fields, ORIGIN)).status == 303
                for one in ("", "/poster", "/video"):
                    assert (await visitor.get(f"{service.base}{page}{one}")).status == status, (complaint, one)


async def test_what_no_page_shows_goes_to_the_operator_in_words(folder: Path) -> None:
    """Without an address words are needed; at an address where nothing is shown, that is said, and nothing else."""
    with Service(folder, PUBLIC) as service:
        async with publishing_in(service) as published, ClientSession(service.base) as session:
            hidden = await published.shown(await published.ready(), Caption("For members"))
            waits = await published.proposed(await published.ready(), Caption("Waits"), Audience.ANYONE)
            refused = [
                await send(session, "/takedown", GOOD | {"link": link}, ORIGIN)
                for link in (
                    *(f"/c/{one.community_slug}/{one.slug}" for one in (hidden, waits)),
                    "/c/nowhere/nothing",
                    f"/c/{hidden.community_slug}",
                    "https://elsewhere.example.org/watch?v=1",
                    "http://[::1",
                )
            ]
            assert [one.status for one in refused] == [400] * 6
            assert all("Nothing is shown at that address now." in text(one) for one in refused)
            empty = await send(session, "/takedown", GOOD | {"words": " "}, ORIGIN)
            assert (empty.status, "Say in a few words what is wrong" in text(empty)) == (400, True)
            assert await cases(published) == []
            assert (await send(session, "/takedown", GOOD, ORIGIN)).status == 303
            async with published.store.read() as reads:
                (case,) = await reads.cases(THE_OPERATOR, None, DESK)
            assert (case.community, case.video, case.reports[0].words) == (None, None, GOOD["words"])


async def test_what_is_missing_is_said_beside_what_was_typed(folder: Path) -> None:
    """The field is named, for screen readers too, what was typed is still there, and nothing was kept."""
    with Service(folder, PUBLIC) as service:
        async with ClientSession(service.base) as session:
            for field, fields, said in (
                ("complaint", {"words": "Look <b>here</b>", "good_faith": "yes"}, "Choose what is wrong."),
                ("good_faith", {"words": "Look <b>here</b>", "complaint": "spam"}, "Confirm that you say this in good"),
                ("words", GOOD | {"words": "Look <b>here</b>" + "x" * 500}, "500 are the most"),
            ):
                answer = await send(session, "/takedown", fields, ORIGIN)
                page = answer.body.decode()
                assert answer.status == 400
                assert f'href="#{field}"' in page
                assert f'id="{field}"' in page
                assert said in text(answer)
                assert "Look &lt;b&gt;here&lt;/b&gt;" in page
                assert 'role="alert"' in page


async def test_other_sites_other_forms_and_too_much_are_refused(folder: Path) -> None:
    """No page of another site sends it for somebody; nothing but our form is read, and no more than it holds."""
    with Service(folder, PUBLIC) as service:
        async with publishing_in(service) as published, ClientSession(service.base) as session:
            for origin in ({}, {"Origin": "https://elsewhere.example.org"}, {"Origin": "null"}):
                assert (await send(session, "/takedown", GOOD, origin)).status == 403
            as_json = {"Content-Type": "application/json"}
            assert (await send(session, "/takedown", GOOD, ORIGIN | as_json)).status == 400
            assert (await send(session, "/takedown", GOOD | {"words": "x" * 20_000}, ORIGIN)).status == 413
            for body in (b"words=%ff&complaint=spam", b"a=1&" * 50, "words=ü".encode()):
                async with session.post("/takedown", data=body, headers=FORM | ORIGIN) as answer:
                    assert answer.status == 400
            assert await cases(published) == []
            async with published.store.read() as reads:
                assert await reads.waiting_cases(THE_OPERATOR, None, DESK) == 0


async def test_one_address_sends_five_a_day(folder: Path) -> None:
    """The sixth is refused and what was typed stays; another address goes on."""
    with Service(folder, PUBLIC) as service:
        async with ClientSession(service.base) as session:
            from_one = ORIGIN | {"X-Forwarded-For": "203.0.113.7"}
            for number in range(REPORTS_A_DAY):
                answer = await send(session, "/takedown", GOOD | {"words": f"Number {number}"}, from_one)
                assert answer.status == 303
            refused = await send(session, "/takedown", GOOD, from_one)
            assert (refused.status, GOOD["words"] in text(refused)) == (429, True)
            other = ORIGIN | {"X-Forwarded-For": "203.0.113.8"}
            assert (await send(session, "/takedown", GOOD, other)).status == 303
            assert "203.0.113" not in service.log
    assert b"203.0.113" not in (service.data_dir / "hushreel.db").read_bytes()


async def test_it_speaks_five_languages_and_our_policy_leads_there(folder: Path) -> None:
    """Form and page of a report, by what the browser asks for, with the language that the page is in."""
    with Service(folder, PUBLIC) as service:
        async with ClientSession(service.base) as session:
            visitor, titles = Visitor(session, service.base, ""), set()
            for language in LANGUAGES:
                asked = {"Accept-Language": language}
                form = text(await visitor.get(f"{service.base}/takedown", asked))
                assert f'<html lang="{language}">' in form
                titles |= set(re.findall("<h1>(.*)</h1>", form))
                policy = text(await visitor.get(f"{service.base}/policy/hushreel-privacy", asked))
                assert f'href="/takedown?lang={language}"' in policy
            assert len(titles) == len(LANGUAGES)


async def test_in_the_demo_each_person_has_it_under_their_own_path(
    owner: Visitor, member: Visitor, published: Published
) -> None:
    """From the showcase there; by the member's own page, and a post's address leads to the same."""
    view = await published.shown(await published.ready(), Caption("Shown in the demo"))
    page = text(await member.get("c"))
    assert f'href="/demo/member/takedown?about=/demo/member/c/{view.slug}"' in page
    sent = await send(
        member.session,
        f"{member.home}/takedown",
        GOOD | {"link": f"/demo/member/c/{view.slug}"},
        {"Origin": member.base},
    )
    assert (sent.status, sent.headers["Location"][:22]) == (303, "/demo/member/takedown/")
    (case,) = [one for one in await cases(published) if one.publication == view.publication.id]
    told = await member.get(member.base + sent.headers["Location"])
    assert "It isn't decided yet" in text(told)
    await Judging(published.store, published.clock).dismiss(published.moderator, case.id, DESK)
    told = await member.get(member.base + sent.headers["Location"])
    assert "found no reason to take it down" in text(told)
    elsewhere = {"Origin": "https://elsewhere.example.org"}
    assert (await send(owner.session, f"{owner.home}/takedown", GOOD, elsewhere)).status == 403
