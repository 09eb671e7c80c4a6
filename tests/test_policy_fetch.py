"""A paper that is fetched by its address: from the public internet alone, whole, in time, and as what it is."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from datetime import date
from ipaddress import ip_address
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web

from bots.settings import load
from bots.texts.operator import sentence
from bots.wiring import fetching
from bots.wiring.fetching import Reach, fetch, is_public, looked_up
from bots.wiring.papers import Given, PaperRefused, add
from knowledge.copies.reading import BYTES_MOST, Paper, read
from knowledge.copies.refusing import Refused
from tests.papers_made import pdf
from tests.papers_served import INSIDE, LOOPBACK, Site, site

TERMS = "<h2>4. Rights</h2><p>4.7.3 You let us<ol type=a><li>a<li>b<li>c<li>d<li>e<li>train models.</ol>"
GBK = "<meta charset=gbk><p>1. 条款<p>2. 隐私"


async def page(_: web.Request) -> web.Response:
    """A paper as a page, with a script in it."""
    return web.Response(text=f"<script>4.9 no</script>{TERMS}", content_type="text/html")


async def vague(_: web.Request) -> web.Response:
    """A file of which its server knows nothing."""
    return web.Response(body=pdf(("1. One", "2. Two")), content_type="application/octet-stream")


async def chinese(_: web.Request) -> web.Response:
    """A page in a charset that it names itself."""
    return web.Response(body=GBK.encode("gb18030"), content_type="text/html")


async def picture(_: web.Request) -> web.Response:
    """No paper at all."""
    return web.Response(body=b"\x89PNG", content_type="image/png")


async def packed(_: web.Request) -> web.Response:
    """Small on the way, large behind it."""
    bomb = zlib.compress(bytes(1 << 20))
    return web.Response(body=bomb, content_type="text/html", headers={"Content-Encoding": "deflate"})


async def endless(request: web.Request) -> web.StreamResponse:
    """More than a paper may be, without a length."""
    response = web.StreamResponse(headers={"Content-Type": "text/plain"})
    await response.prepare(request)
    for _ in range(BYTES_MOST // (1 << 20) + 4):
        await response.write(b"a" * (1 << 20))
    return response


async def slow(request: web.Request) -> web.StreamResponse:
    """A letter now and then."""
    response = web.StreamResponse(headers={"Content-Type": "text/plain"})
    await response.prepare(request)
    while True:
        await response.write(b"a")
        await asyncio.sleep(0.05)


async def onward(request: web.Request) -> web.Response:
    """Leads wherever the request says."""
    return web.Response(status=302, headers={"Location": request.query["to"]})


async def circle(request: web.Request) -> web.Response:
    """Leads to itself."""
    return web.Response(status=307, headers={"Location": request.path})


PAGES = {
    "/terms": page,
    "/paper.pdf": vague,
    "/chinese": chinese,
    "/picture": picture,
    "/packed": packed,
    "/endless": endless,
    "/slow": slow,
    "/onward": onward,
    "/circle": circle,
}


@pytest_asyncio.fixture
async def served(tmp_path: Path) -> AsyncIterator[Site]:
    """A site on this machine."""
    async with site(tmp_path, PAGES) as found:
        yield found


async def refused(address: str, reach: Reach) -> str:
    """The code with which an address is refused."""
    with pytest.raises(Refused) as told:
        await fetch(address, reach)
    return told.value.code


async def test_what_is_fetched_is_read_as_what_it_is(served: Site) -> None:
    """By its type, else by its ending, in its own charset; a redirect is followed."""
    numbers = []
    for path in ("/terms", "/paper.pdf", "/chinese", "/onward?to=/terms%23part"):
        found = await fetch(served.at(path), served.reach())
        numbers.append([one.number for one in read(found)])
    letters = [f"4.7.3({one})" for one in "abcdef"]
    assert numbers == [["4", "4.7.3", *letters], ["1", "2"], ["1", "2"], ["4", "4.7.3", *letters]]
    assert read(await fetch(served.at("/chinese"), served.reach()))[0].text == "条款"


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1"),  # noqa: S104
        *("::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:0:0:0:0:80ff:fffe"),
    ],
)
async def test_addresses_that_are_nobodys_on_the_internet_are_not_reached(served: Site, host: str) -> None:
    """This machine, its network, a cloud's own service, and IPv6 addresses that stand for them: nothing is asked."""
    named = f"[{host}]" if ":" in host else host
    served.hosts["papers.example"] = [host]
    for address in (served.at("/terms", named), served.at("/terms")):
        assert await refused(address, served.reach(is_public)) == "paper_address_private"
    assert served.asked == []


@pytest.mark.parametrize("host", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "64:ff9b::101:101", "2002:101:101::"])
def test_addresses_of_the_internet_are_public(host: str) -> None:
    """Whatever they are written as."""
    assert is_public(ip_address(host))


async def test_names_of_this_machine_are_looked_up_as_such() -> None:
    """However the number of this machine is written, the real look-up and the real rule refuse it."""
    for host in ("localhost", "127.1", "2130706433", "0x7f000001"):
        assert await refused(f"https://{host}/terms", Reach()) == "paper_address_private", host
    assert LOOPBACK in await looked_up(LOOPBACK, 443)


async def test_one_private_address_among_public_ones_is_enough(served: Site) -> None:
    """A name that is both is refused."""
    served.hosts["papers.example"] = ["93.184.215.14", "192.168.1.1"]
    assert await refused(served.at("/terms"), served.reach()) == "paper_address_private"


async def test_a_redirect_into_the_network_is_refused(served: Site) -> None:
    """The first page is asked, the one that it leads to never: neither by a name nor by a number."""
    for to in (served.at("/terms", INSIDE), "https://169.254.169.254/latest", "https://[::ffff:10.0.0.1]/"):
        assert await refused(served.at(f"/onward?to={to}"), served.reach()) == "paper_address_private", to
    for to in (f"http://{LOOPBACK}/", "file:///etc/passwd", "ftp://papers.example/"):
        assert await refused(served.at(f"/onward?to={to}"), served.reach()) == "paper_address_insecure", to
    assert set(served.asked) == {"/onward"}
    assert await refused(served.at("/circle"), served.reach()) == "paper_redirected_too_often"
    assert served.asked.count("/circle") == fetching.REDIRECTS_MOST + 1


async def test_a_name_is_reached_at_the_address_that_was_looked_at(served: Site) -> None:
    """A name that means another machine a moment later is looked up once a hop."""
    answers = iter([[LOOPBACK], ["10.1.2.3"]])

    async def look_up(host: str, port: int) -> list[str]:
        del host, port
        return next(answers)

    reach = Reach(look_up, served.reach().allows, served.trust)
    assert (await fetch(served.at("/terms"), reach)).kind == "html"
    assert next(answers) == ["10.1.2.3"]


async def test_what_is_too_much_or_no_paper_is_refused(served: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too large without saying so, packed, a picture, not there, too slow, or from who isn't who they say."""
    told = {path: await refused(served.at(path), served.reach()) for path in ("/endless", "/packed", "/picture", "/no")}
    assert told == {
        "/endless": "paper_too_large",
        "/packed": "paper_packed",
        "/picture": "paper_kind_unknown",
        "/no": "paper_not_fetched",
    }
    untrusted = Reach(served.look_up, served.reach().allows)
    with pytest.raises(Refused) as found:
        await fetch(served.at("/terms"), untrusted)
    assert found.value.data["problem"] == "its certificate can't be trusted"
    monkeypatch.setattr(fetching, "SECONDS_MOST", 0.3)
    assert await refused(served.at("/slow"), served.reach()) == "paper_too_slow"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://papers.example/terms", "paper_address_insecure"),
        ("ftp://papers.example/terms", "paper_address_insecure"),
        ("https://me:secret@papers.example/", "paper_address_malformed"),
        ("https://", "paper_address_malformed"),
        ("https://[::1", "paper_address_malformed"),
        ("https://papers.example:99999/", "paper_address_malformed"),
    ],
)
async def test_what_is_no_address_of_a_paper_is_refused(served: Site, address: str, code: str) -> None:
    """Before anything is looked up."""
    assert await refused(address, served.reach()) == code


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b"\xff\xfe1\0.\0 \0x\0", ""),
        (b"\xef\xbb\xbf1. x", ""),
        ("1. caf\u00e9".encode("cp1252"), "iso-8859-1"),
        ("1. \u0434\u0430".encode("koi8-r"), "KOI8-R"),
    ],
)
def test_letters_are_read_as_a_mark_or_the_server_says(content: bytes, charset: str) -> None:
    """Of a file that isn't in UTF-8."""
    (section,) = read(Paper("text", content, charset))
    assert section.text in {"x", "caf\u00e9", "\u0434\u0430"}


@pytest.mark.parametrize("charset", ["", "zip", "rot13", "idna", "undefined", "unicode_escape", "utf-7", "base64"])
def test_letters_in_nobody_knows_what_are_refused(charset: str) -> None:
    """Python would decode by names that no page may name."""
    with pytest.raises(Refused) as told:
        read(Paper("text", b"1. caf\xe9", charset))
    assert told.value.code == "paper_not_text"


async def test_an_address_is_added_as_a_file_is(served: Site, tmp_path: Path) -> None:
    """What was fetched is kept and decides; what is refused is told in one line with the address, and not kept."""
    settings = load({"XDG_DATA_HOME": str(tmp_path / "share")}, tmp_path)
    given = Given(served.at("/terms"), "kling-app-terms", "2026-04-21", date(2026, 11, 30))
    done = await add(settings, given, served.reach())
    assert {one.clause.section: one.state.value for one in done.findings}["4.7.3(f)"] == "read"
    with pytest.raises(PaperRefused) as told:
        await add(settings, given, served.reach(is_public))
    assert sentence(told.value).startswith(f"{given.source} leads to papers.example")
    assert len(list((tmp_path / "share").rglob("*@*.json"))) == 1
