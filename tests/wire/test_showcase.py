"""The showcase over the wire: what is shown, to whom, page by page; what is taken back is gone at once."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientPayloadError, ClientSession, StreamReader

from core.publications import Caption, Publishing
from core.videos import AssetRole, Audience
from tests.service import Service
from tests.wire.published import CAPTION, CLIP, Published, publishing_in
from tests.wire.test_public_address import PUBLIC
from tests.wire.visitor import Visitor, visiting

pytestmark = pytest.mark.timeout(240)
PEOPLE = ("owner", "member", "moderator")
LONG_BYTES = 24 * 2**20
"""More than the machine keeps on the way between two of its own processes."""

PARTS = ("", "/poster", "/video")


@pytest_asyncio.fixture
async def published(service: Service) -> AsyncIterator[Published]:
    """The demo's community."""
    async with publishing_in(service) as opened:
        yield opened


async def read_on(stream: StreamReader, into: bytearray) -> None:
    """Read to the end of an answer, and keep what came even if it breaks off."""
    while chunk := await stream.readany():
        into += chunk


async def statuses(visitor: Visitor, slug: str) -> list[int]:
    """Try a permanent link, its poster and its video."""
    return [(await visitor.get(f"c/{slug}{part}")).status for part in PARTS]


async def test_what_is_shown_is_the_same_for_everybody(service: Service, published: Published) -> None:
    """Its owner, another member and a moderator read one page, of which nothing leads to the owner but their credit."""
    video = await published.ready()
    slug = (await published.shown(video)).slug
    pages = {}
    for who in PEOPLE:
        async with visiting(service.demo, who) as visitor:
            assert await statuses(visitor, slug) == [200, 200, 200]
            page = (await visitor.get("c")).body.decode()
            pages[who] = page.replace(f"/demo/{who}/", "/demo/").split("<main>")[1]
            assert CAPTION.title in page
            assert CAPTION.description in page
            assert "stays anonymous" in page
            assert not re.search(f"{video}|{published.owner.person}|[0-9a-f]{{8}}-[0-9a-f]{{4}}-7", page)
            poster = await visitor.get(f"c/{slug}/poster")
            assert (poster.body[:3], poster.headers["Cache-Control"]) == (b"\xff\xd8\xff", "no-store")
            assert (await visitor.get(f"c/{slug}/video", {"Range": "bytes=0-7"})).body[4:8] == b"ftyp"
    assert pages["owner"] == pages["member"] == pages["moderator"]
    async with published.store.read() as reads:
        assert await reads.plays(published.owner, video) == 2 * len(PEOPLE)
    await published.unpublish(video)


async def test_nothing_that_waits_is_shown(owner: Visitor, member: Visitor, published: Published) -> None:
    """A proposed video has no address that opens, for others nor on the showcase of its owner."""
    video = await published.ready()
    slug = (await published.proposed(video)).slug
    for visitor in (owner, member):
        assert await statuses(visitor, slug) == [404, 404, 404]
        assert slug not in (await visitor.get("c")).body.decode()


async def test_a_cached_page_after_unpublish(member: Visitor, published: Published) -> None:
    """Regression of others: no answer may be stored; page, poster and video answer 404 as soon as it is taken back."""
    video = await published.ready()
    slug = (await published.shown(video)).slug
    before = [await member.get(f"c/{slug}{part}") for part in PARTS]
    assert [one.status for one in before] == [200, 200, 200]
    for answer in before:
        assert answer.headers["Cache-Control"] == "no-store"
        assert not {"ETag", "Last-Modified", "Expires", "Age"} & answer.headers.keys()
    await published.unpublish(video)
    assert await statuses(member, slug) == [404, 404, 404]
    assert slug not in (await member.get("c")).body.decode()
    unknown = [await member.get(f"c/{'a' * 22}{part}") for part in PARTS]
    gone = [await member.get(f"c/{slug}{part}") for part in PARTS]
    assert [one.body for one in gone] == [one.body for one in unknown]


async def test_a_preview_that_outlives_its_video(member: Visitor, published: Published) -> None:
    """Regression of others: when a shown video is deleted, its poster, preview and page are gone with it."""
    video = await published.ready()
    view = await published.shown(video)
    assets = [f"assets/{one.id}" for one in view.assets]
    assert {(await member.get(path)).status for path in assets} == {200}
    async with published.store.write() as writes:
        await writes.move_video(video, "erase", actor=published.owner.person)
    assert await statuses(member, view.slug) == [404, 404, 404]
    assert {(await member.get(path)).status for path in assets} == {404}


async def test_a_half_read_video_stops_when_it_is_taken_back(
    owner: Visitor, member: Visitor, published: Published
) -> None:
    """Who is in the middle of it gets no further chunk, while its owner goes on having all of it."""
    video = await published.ready(CLIP + bytes(LONG_BYTES))
    view = await published.shown(video)
    (output,) = [one for one in view.assets if one.role is AssetRole.OUTPUT]
    got = bytearray()
    async with member.session.get(f"{member.home}/c/{view.slug}/video") as answer:
        assert int(answer.headers["Content-Length"]) == output.size_bytes
        got += await answer.content.readexactly(1_024)
        await published.unpublish(video)
        with pytest.raises(ClientPayloadError):
            await read_on(answer.content, got)
    assert len(got) < output.size_bytes
    whole = await owner.get(f"assets/{output.id}")
    assert (whole.status, len(whole.body)) == (200, output.size_bytes)


async def test_pages_by_key(owner: Visitor, published: Published) -> None:
    """Each video stands on one page, the newest first; a key whose video was taken back leads to the first page."""
    videos = [await published.ready() for _ in range(30)]
    slugs = [(await published.shown(one, Caption(f"Number {at}"))).slug for at, one in enumerate(videos)]
    seen, path = [], "c"
    while path:
        page = (await owner.get(path)).body.decode()
        seen += re.findall(r'<li id="([\w-]{22})">', page)
        found = re.search(r'href="/demo/owner/(c\?before=[\w-]+)" rel="next"', page)
        path = found[1] if found else ""
    assert [one for one in seen if one in slugs] == slugs[::-1]
    assert len(seen) == len(set(seen))
    await published.unpublish(videos[20])
    moved = await owner.get(f"c?before={slugs[20]}")
    assert (moved.status, moved.headers["Location"]) == (302, "/demo/owner/c")


async def test_words_of_people_are_never_markup(owner: Visitor, published: Published) -> None:
    """A title, a description, tags and a credit stand in the page as the words that they are."""
    cross = '"><script>alert(1)</script>'
    video = await published.ready()
    slug = (await published.shown(video, Caption(cross, cross, (cross,), cross))).slug
    for path in ("c", f"c/{slug}"):
        page = (await owner.get(path)).body.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


async def test_the_world_gets_what_is_for_anyone(folder: Path) -> None:
    """At the public address strangers see what is for anyone, under random names, and not what is for the community.

    When its admins close the showcase to the world, all of it is gone at once.
    """
    with Service(folder, PUBLIC) as service:
        async with publishing_in(service) as published, ClientSession(service.base) as session:
            stranger = Visitor(session, service.base, "")
            for_all = await published.shown(await published.ready(), audience=Audience.ANYONE)
            for_members = await published.shown(await published.ready())
            address = await published.address()
            home = f"{service.base}/c/{address}"
            assert re.fullmatch(r"[\w-]{22}", address)
            front = await stranger.get(home)
            assert (front.status, front.headers["X-Robots-Tag"]) == (200, "noindex")
            assert "Set-Cookie" not in front.headers
            assert for_all.slug in front.body.decode()
            assert for_members.slug not in front.body.decode()
            assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", front.body.decode())
            everything = [f"{home}/{for_all.slug}{part}" for part in PARTS]
            assert [(await stranger.get(one)).status for one in everything] == [200, 200, 200]
            assert [(await stranger.get(f"{home}/{for_members.slug}{part}")).status for part in PARTS] == [
                404,
                404,
                404,
            ]
            assert (await stranger.get(f"{service.base}/c/{published.community}")).status == 404
            await published.choose(Publishing(quota=10_000, world=False))
            assert [(await stranger.get(one)).status for one in (home, *everything)] == [404, 404, 404, 404]


async def test_captions_are_there_as_long_as_the_video(service: Service, published: Published) -> None:
    """The page has a track and the words below the video; taken back, the track is a 404 like the video."""
    video = await published.ready()
    slug = (await published.shown(video, Caption("Quay", said="Look & see\nA boat"))).slug
    silent = (await published.shown(await published.ready(), Caption("Quiet"))).slug
    async with visiting(service.demo, "member") as visitor:
        page = (await visitor.get(f"c/{slug}")).body.decode()
        assert f'<track kind="captions" src="/demo/member/c/{slug}/captions"' in page
        assert "What is said: Look &amp; see" in page
        answer = await visitor.get(f"c/{slug}/captions")
        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/vtt; charset=utf-8")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.body.decode().count("-->") == 2
        assert "<track" not in (await visitor.get(f"c/{silent}")).body.decode()
        assert (await visitor.get(f"c/{silent}/captions")).status == 404
        await published.unpublish(video)
        assert (await visitor.get(f"c/{slug}/captions")).status == 404
