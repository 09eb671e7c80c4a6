"""Uploads in pieces over the wire: resumed at the right byte, stopped without a trace, and nobody else's."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from tests.service import Service, eventually
from tests.wire.kept import nothing_kept
from tests.wire.pictures import png
from tests.wire.visitor import Answer, Visitor, made, said, visiting

pytestmark = pytest.mark.timeout(500)

LARGE_BYTES = 300_000_000
PIECE = bytes(range(256)) * 4_096
GROWS_AT_MOST_BYTES = 64 * 2**20


def sealed(service: Service) -> list[Path]:
    """The files of sealed bytes, drafts included."""
    return [path for path in (service.data_dir / "blobs").rglob("*") if path.is_file()]


def offset(answer: Answer) -> int:
    """How far an upload is."""
    return int(answer.headers["Upload-Offset"])


async def begun(visitor: Visitor, size: int, name: str = "clip.mp4") -> str:
    """Begin an upload, and give its place."""
    answer = await visitor.begin(name, size)
    assert answer.status == 201, answer.body
    return answer.headers["Location"]


async def ended(visitor: Visitor, *places: str) -> None:
    """End uploads that a test leaves."""
    for place in places:
        assert (await visitor.tus("DELETE", place)).status == 204


async def send_and_break(visitor: Visitor, place: str, start: int, content: bytes, claimed: int) -> None:
    """Claim a piece of `claimed` bytes, send only `content`, and drop the connection."""
    host, port = visitor.base.removeprefix("http://").split(":")
    _reader, writer = await asyncio.open_connection(host, int(port))
    cookie = next(one for one in visitor.session.cookie_jar if one.key == f"hushreel_{visitor.who}")
    head = (
        f"PATCH {place} HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {visitor.base}\r\n"
        f"Cookie: {cookie.key}={cookie.value}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {start}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nContent-Length: {claimed}\r\n\r\n"
    )
    writer.write(head.encode() + content)
    await writer.drain()
    await reached(visitor, place, start + len(content))
    writer.transport.abort()


async def reached(visitor: Visitor, place: str, size: int) -> None:
    """Wait until so much of an upload is there."""
    for _ in range(500):
        if offset(await visitor.tus("HEAD", place)) == size:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(place)


async def test_a_broken_connection_goes_on_at_the_right_byte(owner: Visitor) -> None:
    """After each of three broken connections HEAD tells what came, and the picture that is put together is whole."""
    content = png(1_600, 1_000)
    place, at = await begun(owner, len(content), "sea.png"), 0
    for _ in range(3):
        await send_and_break(owner, place, at, content[at : at + 10_001], len(content) - at)
        at = offset(await owner.tus("HEAD", place))
    assert at == 30_003
    assert offset(await owner.append(place, at, content[at:])) == len(content)
    reply = await owner.send("ask", {"command": "create", "options": {"seconds": 3}, "files": {"image": [place[-22:]]}})
    assert reply.json()["card"], said(reply.json())


async def test_an_upload_that_is_ended_leaves_no_byte(folder: Path) -> None:
    """Half a file lies sealed while it comes, and after DELETE not even a draft of it."""
    with Service(folder) as service:
        async with visiting(service.demo) as owner:
            with nothing_kept(service.data_dir):
                place = await begun(owner, len(PIECE) * 4)
                await owner.append(place, 0, PIECE)
                await owner.append(place, len(PIECE), PIECE)
                eventually(lambda: sealed(service), within_s=60)
                await ended(owner, place)
                assert sealed(service) == []
            assert (await owner.tus("HEAD", place)).status == 404


async def test_two_tabs_send_side_by_side(service: Service, owner: Visitor) -> None:
    """Two uploads of one person don't mix, whichever piece comes first."""
    contents = [png(900, 600), png(800, 800)]
    places = [await begun(owner, len(content), "sea.png") for content in contents]
    async with visiting(service.demo) as tab:
        for start in range(0, max(map(len, contents)), 4_096):
            pieces = [
                (one, place, content[start : start + 4_096])
                for one, place, content in zip((owner, tab), places, contents, strict=True)
                if start < len(content)
            ]
            answers = await asyncio.gather(*(one.append(place, start, piece) for one, place, piece in pieces))
            assert {answer.status for answer in answers} == {204}
        for one, place in zip((owner, tab), places, strict=True):
            reply = await one.send("ask", {"command": "create", "options": {}, "files": {"image": [place[-22:]]}})
            assert reply.json()["card"], said(reply.json())


async def test_a_new_writer_takes_over_from_one_that_hangs(owner: Visitor) -> None:
    """The older writer adds nothing after that, although its connection is open and goes on sending."""
    place = await begun(owner, 400)
    slow = asyncio.Event()

    async def hanging() -> AsyncIterator[bytes]:
        yield b"a" * 100
        await slow.wait()
        yield b"b" * 100

    older = asyncio.create_task(owner.append(place, 0, hanging()))
    await reached(owner, place, 100)
    assert (await owner.append(place, 100, b"c" * 200)).status == 204
    slow.set()
    assert (await older).status == 409
    assert offset(await owner.tus("HEAD", place)) == 300
    await ended(owner, place)


async def test_another_place_than_where_the_file_stands_is_refused(owner: Visitor) -> None:
    """A piece before or after it answers 409 with the right place, and changes nothing."""
    place = await begun(owner, 1_000)
    await owner.append(place, 0, b"x" * 10)
    for wrong in (0, 9, 11, 999):
        answer = await owner.append(place, wrong, b"y")
        assert (answer.status, offset(answer)) == (409, 10)
    await ended(owner, place)


async def test_another_persons_upload_is_like_an_unknown_one(owner: Visitor, member: Visitor) -> None:
    """Its id tells nothing to anybody else, and can't be sent to, ended or used."""
    place = await begun(owner, 10)
    await owner.append(place, 0, b"0123456789")
    for there in (place.replace("/owner/", "/member/"), "/demo/member/uploads/aaaaaaaaaaaaaaaaaaaaaa"):
        assert (await member.tus("HEAD", there)).status == 404
        assert (await member.append(there, 10, b"x")).status == 404
        assert (await member.tus("DELETE", there)).status == 404
        words = {"command": "create", "files": {"image": [there[-22:]]}}
        assert "gone" in said((await member.send("ask", words)).json())
    assert offset(await owner.tus("HEAD", place)) == 10
    await ended(owner, place)


async def test_too_large_and_too_many_are_refused_in_a_sentence(owner: Visitor) -> None:
    """413 for a file or for all of them together, 429 for the twelfth; each with a sentence that names the limit."""
    large = await owner.begin("long.mov", 500_000_001)
    assert (large.status, "500 MB" in said(large.reply())) == (413, True)
    places = [await begun(owner, 500_000_000) for _ in range(2)]
    more = await owner.begin("one.mov", 1)
    assert (more.status, "1,000 MB" in said(more.reply())) == (413, True)
    await ended(owner, *places)
    places = [await begun(owner, 10) for _ in range(11)]
    many = await owner.begin("one.mov", 10)
    assert (many.status, "11 files" in said(many.reply())) == (429, True)
    overlong = await owner.append(places[0], 0, b"x" * 11)
    assert (overlong.status, bool(said(overlong.reply()))) == (413, True)
    await ended(owner, *places)


async def test_what_is_no_upload_is_refused(owner: Visitor) -> None:
    """A length or an offset that is no number, a piece of another kind, half a file in a command: a sentence each."""
    for length in ("", "-1", "1e3", "9" * 16, "\u0663"):
        answer = await owner.tus("POST", "uploads", headers={"Upload-Length": length})
        assert (answer.status, bool(said(answer.reply()))) == (400, True)
    place = await begun(owner, 10)
    for headers in ({"Upload-Offset": "x"}, {}, {"Upload-Offset": "0", "Content-Type": "text/plain"}):
        assert (await owner.tus("PATCH", place, b"x", headers)).status == 400
    reply = (await owner.send("ask", {"command": "create", "files": {"image": [place[-22:]]}})).json()
    assert "as a whole" in said(reply)
    await ended(owner, place)


async def test_a_file_is_used_once(owner: Visitor) -> None:
    """The command that names a file uses it up: a second one is told that it is gone."""
    (upload,) = await owner.files([("sea.png", png())])  # type: ignore[misc]
    words = {"command": "create", "options": {"seconds": 3}, "files": {"image": [upload]}}
    assert (await owner.send("ask", words)).json()["card"]
    assert "gone" in said((await owner.send("ask", words)).json())


async def test_files_are_told_apart_by_the_name_of_their_option(owner: Visitor) -> None:
    """Two pictures under their names make a video; an option that takes no file, or two files for one, don't."""
    first, last = await owner.files([("a.png", png()), ("b.png", png(400, 400))])  # type: ignore[misc]
    for files in ({"prompt": [first]}, {"image": [first, last]}, {"nothing": [first]}):
        words = {"command": "create", "options": {}, "files": files}
        assert (await owner.send("ask", words)).json()["card"] is None
        first, last = await owner.files([("a.png", png()), ("b.png", png(400, 400))])  # type: ignore[misc]
    words = {"command": "create", "options": {"seconds": 3}, "files": {"end_image": [last], "image": [first]}}
    assert (await owner.send("ask", words)).json()["card"]


async def test_a_slow_drip_comes_through(owner: Visitor) -> None:
    """A piece that trickles in a few bytes at a time is as good as any other."""
    content = png(300, 200)
    place = await begun(owner, len(content), "sea.png")

    async def drip() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 97):
            yield content[start : start + 97]
            await asyncio.sleep(0.002)

    assert (await owner.append(place, 0, drip())).status == 204
    reply = (await owner.send("ask", {"command": "create", "files": {"": [place[-22:]]}})).json()
    assert reply["card"], said(reply)


async def test_a_kill_in_mid_upload_leaves_nothing(folder: Path) -> None:
    """One file half here and one whole when kill -9 comes: after the next start no byte of either lies anywhere."""
    service = Service(folder).start()
    async with visiting(service.demo) as owner:
        place = await begun(owner, len(PIECE) * 4)
        for number in range(3):
            await owner.append(place, number * len(PIECE), PIECE)
        whole = await begun(owner, len(PIECE))
        await owner.append(whole, 0, PIECE)
        eventually(lambda: len(sealed(service)) == 2, within_s=60)
        service.kill()
    with service:
        eventually(lambda: sealed(service) == [], within_s=60)
        async with visiting(service.demo) as owner:
            assert (await owner.tus("HEAD", place)).status == 404


async def test_memory_stays_flat_while_a_large_file_comes(folder: Path) -> None:
    """300 MB come in, and the service's own share of memory (PSS) grows by 64 MiB at most; then all is gone."""
    with Service(folder) as service:
        assert service.process is not None
        async with visiting(service.demo) as owner:
            await made(owner, [("sea.png", png())])
            # Papers and phrases take over 100 MB as soon as somebody asks what they might say.
            await owner.ask("ask", question="Who invented the umbrella?")
            await asyncio.to_thread(eventually, lambda: "papers_read" in service.log, within_s=200)
            before, kept = sealed(service), _pss(service.process.pid)
            place, most = await begun(owner, LARGE_BYTES), 0
            for start in range(0, LARGE_BYTES, len(PIECE)):
                answer = await owner.append(place, start, PIECE[: LARGE_BYTES - start])
                assert answer.status == 204, answer.body
                most = max(most, _pss(service.process.pid))
            assert offset(await owner.tus("HEAD", place)) == LARGE_BYTES
            assert most - kept <= GROWS_AT_MOST_BYTES, (kept, most)
            await ended(owner, place)
            assert sealed(service) == before


def _pss(process: int) -> int:
    return int(psutil.Process(process).memory_full_info().pss)
