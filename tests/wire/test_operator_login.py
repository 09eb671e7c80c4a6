"""`hushreel operator login` beside the real service: a link opens the operator's desk once, with what fell to them."""

import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import ClientSession

from core.gate import Surface
from core.people import Identity, Platform, Role, Viewer
from core.publications import Caption, PublicationView
from core.publishing.appeal import appeal
from core.publishing.review import Ruling
from core.videos import Showing
from tests.service import Service
from tests.wire.published import HERE, Published, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.visitor import Json, Visitor

pytestmark = pytest.mark.timeout(240)
LINK = re.compile(r"(https?://[\w.:]+)(/desk/[\w-]{22})\n")


@asynccontextmanager
async def server(service: Service) -> AsyncIterator[Published]:
    """Give a server of Discord's with two members and a moderator."""
    async with publishing_in(service) as demo:
        async with demo.store.write() as writes:
            home = await writes.begin_community(Platform.DISCORD, "100")
            met = [await writes.meet(Identity(Platform.DISCORD, name)) for name in ("1", "2")]
        owner, moderator = (
            Viewer(one, {home: role}) for one, role in zip(met, (Role.MEMBER, Role.MODERATOR), strict=True)
        )
        yield replace(demo, community=home, owner=owner, moderator=moderator)


async def appealed(town: Published, title: str) -> PublicationView:
    """Have a video declined by the only moderator, and its author appeal."""
    named = (await town.proposed(await town.ready(), Caption(title))).publication
    await town.reviewing.decline(town.moderator, named.id, 1, Ruling(), HERE)
    return await appeal(town.owner, named.id, 1, HERE, store=town.store, clock=town.clock)


def login(service: Service) -> tuple[str, str]:
    """Give the command, and give origin and path of the link that it prints."""
    done = service.run("operator", "login")
    assert done.returncode == 0, done.stderr
    found = LINK.search(done.stdout)
    assert found, done.stdout
    return found[1], found[2]


def words(action: str, view: PublicationView) -> Json:
    """Write what the page sends."""
    return {"action": action, "items": [{"publication": str(view.publication.id), "revision": 1}]}


async def test_the_operator_decides_what_fell_to_them_and_reaches_nothing_else(folder: Path) -> None:
    """By a link that opens once; the desk has the appeal, whose video opens after a Look alone, and which they decide.

    What else waits in that community isn't there, by no address.
    """
    with Service(folder, PUBLIC) as service:
        async with server(service) as town, ClientSession(service.base) as session:
            view = await appealed(town, "Lighthouse")
            other = await town.proposed(await town.ready(), Caption("Not theirs"))
            origin, path = login(service)
            assert origin == PUBLIC["PUBLIC_URL"]
            visitor, sent = Visitor(session, service.base, ""), {"Origin": origin}
            assert (await visitor.get(f"{service.base}{path}")).status == 200
            opened = await visitor.get(f"{service.base}{path}", sent, "POST")
            assert (opened.status, "Secure" in opened.headers["Set-Cookie"]) == (204, True)
            assert (await visitor.get(f"{service.base}{path}", sent, "POST")).status == 404
            mine = {"Cookie": opened.headers["Set-Cookie"].partition(";")[0]}
            desk = f"{service.base}/desk"
            page = (await visitor.get(desk, mine)).body.decode()
            assert "What falls to the operator" in page
            assert "Lighthouse" in page
            assert "Not theirs" not in page
            assert "words that nobody else reads" not in page
            video = f"{desk}/{view.publication.id}/video"
            assert (await visitor.get(video, mine)).status == 404
            for one in ("poster", "video"):
                assert (await visitor.get(f"{desk}/{other.publication.id}/{one}", mine)).status == 404
            outcomes = []
            for asked in (words("look", view), words("approve", other), words("look", other)):
                async with session.post("/desk/act", json=asked, headers=mine | sent) as answer:
                    outcomes += (await answer.json())["outcomes"]
            assert [one["done"] for one in outcomes] == [True, False, False]
            assert (await visitor.get(video, mine)).status == 200
            async with session.post("/desk/act", json=words("approve", view), headers=mine | sent) as answer:
                (outcome,) = (await answer.json())["outcomes"]
            assert (outcome["done"], outcome["undo"], outcome["stays"]) == (True, "", False)
            assert (await town.now(view.publication.id)).publication.state is Showing.SHOWN
            assert (await town.now(other.publication.id)).publication.state is Showing.PROPOSED
            assert "after an appeal" in (await visitor.get(f"{desk}/history", mine)).body.decode()
            assert (await visitor.get(video, mine)).status == 404
            async with town.store.read() as reads:
                history = await reads.history(town.moderator, view.publication.id, Surface.DESK)
            assert [one.verb for one in history][-3:] == ["claim", "look", "grant_appeal"]
        assert path.rpartition("/")[2] not in service.log


async def test_the_operator_decides_reports_that_are_nobody_elses(folder: Path) -> None:
    """What only words describe stands at their desk; dismissed, its reporter reads so; taken back, it is open again."""
    with Service(folder, PUBLIC) as service:
        async with ClientSession(service.base) as session:
            origin, path = login(service)
            visitor, sent = Visitor(session, service.base, ""), {"Origin": origin}
            form = {"complaint": "harm", "words": "A film of a fight, shown in a group.", "good_faith": "yes"}
            async with session.post("/takedown", data=form, headers=sent, allow_redirects=False) as answer:
                report = answer.headers["Location"]
            opened = await visitor.get(f"{service.base}{path}", sent, "POST")
            mine = {"Cookie": opened.headers["Set-Cookie"].partition(";")[0]}
            page = (await visitor.get(f"{service.base}/desk", mine)).body.decode()
            assert "A film of a fight, shown in a group." in page
            assert "1 case is open." in page
            (case,) = re.findall(r'data-case="([0-9a-f-]{36})"', page)
            said = []
            for action in ("approve", "undo"):
                words = {"action": action, "items": [{"case": case}]}
                async with session.post("/desk/act", json=words, headers=mine | sent) as pressed:
                    (outcome,) = (await pressed.json())["outcomes"]
                    assert outcome["done"]
                said.append((await visitor.get(f"{service.base}{report}")).body.decode())
            assert "found no reason to take it down" in said[0]
            assert "It isn&#39;t decided yet" in said[1]


async def test_without_a_public_address_it_answers_this_machine_alone(folder: Path) -> None:
    """At the port of the settings, with a cookie that needs no https; other names for it and proxies are refused."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Service(
        folder, {"LISTEN": f"0.0.0.0:{port}", "OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "a@x.org"}
    ) as service:
        base = f"http://127.0.0.1:{port}"
        origin, path = login(service)
        assert origin == base
        async with ClientSession(base) as session:
            visitor = Visitor(session, base, "")
            for headers in (
                {},
                {"Origin": "https://elsewhere.example.org"},
                {"Origin": base, "X-Forwarded-For": "1.2.3.4"},
            ):
                assert (await visitor.get(f"{base}{path}", headers, "POST")).status == 403
            assert (await visitor.get(f"{base}{path}", {"Host": "evil.example.org"})).status == 403
            opened = await visitor.get(f"{base}{path}", {"Origin": base}, "POST")
            assert (opened.status, "Secure" in opened.headers["Set-Cookie"]) == (204, False)
            mine = {"Cookie": opened.headers["Set-Cookie"].partition(";")[0]}
            assert "What falls to the operator" in (await visitor.get(f"{base}/desk", mine)).body.decode()
            assert (await visitor.get(f"{base}/desk", mine | {"Host": "evil.example.org"})).status == 403


def test_where_there_is_no_desk_the_command_says_why(folder: Path) -> None:
    """In the demo nobody is the operator; port 0 is known to the service alone; and without data nothing is made."""
    demo = Service(folder)
    assert "The demo has no operator's desk" in demo.run("operator", "login").stderr
    for settings, said in (
        ({"LISTEN": "0.0.0.0:0"}, "Only the running service knows its port"),
        (PUBLIC, "no database"),
    ):
        done = Service(folder, settings).run("operator", "login")
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
    assert not demo.data_dir.exists()
