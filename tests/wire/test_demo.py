"""Who gets into /demo, over the wire."""

from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

import pytest
from aiohttp import ClientSession, CookieJar

from tests.service import Service
from tests.wire.hops import forwarding, hop, unchanged
from tests.wire.visitor import Answer, Visitor, visiting

READ = (
    "",
    "catalogue",
    "events",
    "complete?command=privacy&option=video",
    f"assets/{uuid4()}",
    f"receipt/{uuid4()}",
    "v/token",
    "c",
    "c/events",
    f"c/{'a' * 22}",
    f"c/{'a' * 22}/poster",
    f"c/{'a' * 22}/video",
    "desk",
    "desk/events",
    "desk/history",
    f"desk/{uuid4()}/video",
)
STREAMS = ("events", "c/events", "desk/events")
SENT = ("ask", "say", "press", "uploads", "v/token", "desk/act")
PEOPLE = ("owner", "member", "moderator")
FORWARDING = (
    "Forwarded: for=203.0.113.7",
    "X-Forwarded-For: 203.0.113.7",
    "X-Forwarded-Host: videos.example.org",
    "X-Forwarded-Proto: https",
    "X-Real-IP: 203.0.113.7",
    "Via: 1.1 proxy",
)


def refused(answer: Answer) -> bool:
    """Whether an answer gives nothing away: a sentence, and no cookie."""
    return answer.status == 403 and "Set-Cookie" not in answer.headers and len(answer.body) < 200


async def everywhere(visitor: Visitor, headers: Mapping[str, str]) -> list[Answer]:
    """Try each address of a person with these headers."""
    read = [await visitor.get(path, headers) for path in READ]
    return read + [await visitor.send(path, {}, headers=headers) for path in SENT]


async def test_the_printed_address_lets_in_once_and_needs_its_secret(service: Service) -> None:
    """With its secret the address seats three people; without it, or with another, nobody."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        visitor = Visitor(session, service.base, "owner")
        for secret in ("", "?t=", "?t=guess", f"?t={service.demo[-5:]}"):
            assert refused(await visitor.get(f"{service.base}/demo{secret}"))
        assert refused(await visitor.get(""))
        door = await visitor.get(service.demo)
        assert door.status == 200
        cookies = [cookie for cookie in session.cookie_jar if cookie.key.startswith("hushreel_")]
        assert {(cookie.key, cookie["path"]) for cookie in cookies} == {
            (f"hushreel_{who}", f"/demo/{who}") for who in PEOPLE
        }
        assert all(cookie["httponly"] and cookie["samesite"] == "Strict" for cookie in cookies)
        assert (await visitor.get("")).status == 200


@pytest.mark.parametrize("host", ["videos.example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:{port}"])
async def test_another_host_is_refused(service: Service, owner: Visitor, host: str) -> None:
    """A name that isn't this machine's own is refused on each address, with the cookie and with the secret."""
    headers = {"Host": host.format(port=service.port)}
    assert all(refused(answer) for answer in await everywhere(owner, headers))
    assert refused(await owner.get(service.demo, headers))


@pytest.mark.parametrize("origin", ["https://videos.example.org", "null", "http://127.0.0.1:1", "http://127.0.0.1"])
async def test_another_origin_is_refused(service: Service, owner: Visitor, origin: str) -> None:
    """Another site's page is refused on each address."""
    headers = {"Origin": origin}
    assert all(refused(answer) for answer in await everywhere(owner, headers))
    assert refused(await owner.get(service.demo, headers))


async def test_what_is_sent_needs_an_origin_of_the_same_site(owner: Visitor) -> None:
    """A post without Origin, or one that the browser calls cross-site, is refused."""
    async with owner.session.post(f"{owner.home}/ask", data={"words": "{}"}) as answer:
        assert answer.status == 403
    for site in ("cross-site", "same-site"):
        assert refused(await owner.send("ask", {}, headers={"Sec-Fetch-Site": site}))


@pytest.mark.parametrize("header", FORWARDING)
async def test_traces_of_a_proxy_are_refused(service: Service, owner: Visitor, header: str) -> None:
    """A request that was forwarded for somebody is refused on each address."""
    headers = dict([header.split(": ")])
    assert all(refused(answer) for answer in await everywhere(owner, headers))
    assert refused(await owner.get(service.demo, headers))


async def test_a_proxy_that_keeps_its_own_host_is_refused(service: Service) -> None:
    """Through a proxy under its own address, the secret opens nothing."""
    async with hop(service.port, unchanged) as port, ClientSession() as session:
        visitor = Visitor(session, f"http://127.0.0.1:{port}", "owner")
        assert refused(await visitor.get(service.demo.replace(str(service.port), str(port), 1)))


@pytest.mark.parametrize("header", FORWARDING)
async def test_a_proxy_that_says_for_whom_is_refused(service: Service, header: str) -> None:
    """Through a proxy that sets our Host and adds a forwarding header, the secret opens nothing."""
    async with hop(service.port, forwarding(service.port, header)) as port, ClientSession() as session:
        visitor = Visitor(session, f"http://127.0.0.1:{port}", "owner")
        assert refused(await visitor.get(service.demo.replace(str(service.port), str(port), 1)))


@pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2"])
async def test_the_printed_tunnel_works(service: Service) -> None:
    """`ssh -L` copies bytes between the same port on two machines: the browser's Host and Origin stay ours.

    The other machine is 127.0.0.2 here, and the browser's name for it is what stands in its address bar.
    """
    async with hop(service.port, unchanged, "127.0.0.2", service.port), ClientSession() as session:
        there = f"http://127.0.0.2:{service.port}"
        bar = {"Host": f"127.0.0.1:{service.port}", "Origin": service.base}
        async with session.get(service.demo.replace("127.0.0.1", "127.0.0.2"), headers=bar) as door:
            assert door.status == 200
            bar["Cookie"] = "; ".join(f"{one.key}={one.value}" for one in door.cookies.values())
        async with session.get(f"{there}/demo/owner/catalogue", headers=bar) as catalogue:
            assert [one["name"] for one in (await catalogue.json())["commands"]]


@pytest.mark.parametrize("mine", PEOPLE)
@pytest.mark.parametrize("other", PEOPLE)
async def test_one_persons_cookie_opens_nothing_of_anothers(service: Service, mine: str, other: str) -> None:
    """On each address, only that person's own cookie lets in, whatever name or path it is sent with."""
    async with visiting(service.demo, mine) as visitor:
        cookie = next(one.value for one in visitor.session.cookie_jar if one.key == f"hushreel_{mine}")
    async with ClientSession() as session:
        stranger = Visitor(session, service.base, other)
        renamed = {"Cookie": f"hushreel_{mine}={cookie}; hushreel_{other}={cookie}"}
        answers = [await stranger.get(path, renamed) for path in READ if path not in STREAMS]
        answers += [await stranger.send(path, {}, headers=renamed) for path in SENT]
        assert all((answer.status != 403) == (mine == other) for answer in answers)
        if mine != other:
            assert all([refused(await stranger.get(path, renamed)) for path in STREAMS])


@pytest.mark.parametrize(
    "settings",
    [
        {"DISCORD_TOKEN": "a.b.c"},
        {"TELEGRAM_TOKEN": "1:abc"},
        {"PUBLIC_URL": "https://videos.example.org"},
        {"LISTEN": "0.0.0.0:0"},
    ],
)
async def test_with_a_platform_or_a_public_address_there_is_no_demo(folder: Path, settings: dict[str, str]) -> None:
    """Once a token or PUBLIC_URL is set, or others can reach the port, no address of the demo exists."""
    operator = {"OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"}
    with Service(folder, operator | settings) as service:
        assert "demo?t=" not in service.printed
        async with ClientSession() as session:
            visitor = Visitor(session, service.base, "owner")
            answers = [await visitor.get(f"{service.base}/demo?t="), *await everywhere(visitor, {})]
            assert {answer.status for answer in answers} <= {404, 405}
            assert (await visitor.get(f"{service.base}/healthz")).status == 200


async def test_health_tells_whether_it_lives_and_whether_it_works(service: Service) -> None:
    """/healthz answers at once, /readyz when work is taken on; neither asks who is there."""
    async with ClientSession() as session:
        visitor = Visitor(session, service.base, "owner")
        assert (await visitor.get(f"{service.base}/healthz")).body == b"ok"
        assert (await visitor.get(f"{service.base}/readyz")).status in {200, 503}


async def test_each_answer_forbids_foreign_content_and_caches(service: Service, owner: Visitor) -> None:
    """Pages, files, errors and refusals carry the content security policy and are never stored by a cache."""
    answers = [await owner.get(path) for path in ("", "catalogue", "assets/none", "../nobody/", "../nobody", "ask")]
    answers += [await owner.get(f"{service.base}{path}") for path in ("/healthz", "/static/chat.js", "/nowhere")]
    answers += [await owner.get("", {"Host": "elsewhere.example.org"})]
    for answer in answers:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Server" not in answer.headers
