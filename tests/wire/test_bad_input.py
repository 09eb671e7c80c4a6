"""Bad input over the wire: a clear answer each time, the process alive, and nothing kept."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
import pytest_asyncio
from PIL import Image

from tests.service import Service
from tests.wire.kept import files_with, kept, nothing_kept
from tests.wire.pictures import claims_to_be, png, taken_somewhere
from tests.wire.visitor import File, Json, Visitor, made, parts, said, settled

pytestmark = pytest.mark.timeout(500)

LONGEST_ANSWER = 300
FILES = {
    "an empty file": ("empty.png", b""),
    "text named .jpg": ("letter.jpg", b"Dear Sir or Madam,\nthis is no picture.\n" * 20),
    "a claim of 30000 x 30000 pixels": ("huge.png", claims_to_be(30_000, 30_000)),
    "a truncated PNG": ("half.png", png()[: len(png()) // 2]),
    "a page named .png": ("page.png", b"<!doctype html><script>alert(1)</script>"),
    "a picture with a broken checksum": ("bent.png", png().replace(b"IDAT", b"IDAX", 1)),
    "one line of pixels": ("line.png", png(4_000, 1)),
    "more bytes than a picture may have": ("large.png", png() + bytes(40 * 2**20)),
}


def clear(reply: Json) -> bool:
    """Whether a reply is a short sentence and no card: no code, no trace."""
    text = said(reply)
    return 0 < len(text) <= LONGEST_ANSWER and reply["card"] is None and "error-" not in text and "Trace" not in text


@pytest_asyncio.fixture
async def still_there(service: Service, owner: Visitor) -> AsyncIterator[Visitor]:
    """You, on a service that must answer afterwards too, by the same process."""
    assert service.process is not None
    before, logged = service.process.pid, len(service.log)
    yield owner
    assert service.process.poll() is None
    assert service.process.pid == before
    assert (await owner.get(f"{service.base}/healthz")).body == b"ok"
    assert "Traceback" not in service.log[logged:]


@pytest.mark.parametrize("file", FILES.values(), ids=FILES.keys())
async def test_a_file_that_cannot_be_used_is_refused(service: Service, still_there: Visitor, file: File) -> None:
    """The file is refused in a sentence, and no row and no sealed byte stays."""
    with nothing_kept(service.data_dir):
        reply = await still_there.ask("create", [file], prompt="slow zoom")
        assert clear(reply), reply


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"prompt": "x" * 100_000},
        {"prompt": "   \n "},
        {"prompt": "a sea", "seconds": 100_000},
        {"prompt": "a sea", "seconds": "many"},
        {"prompt": "a sea", "shape": "round"},
        {"prompt": "a sea", "route": "nobody"},
    ],
)
async def test_words_that_cannot_be_used_are_refused(
    service: Service, still_there: Visitor, options: dict[str, object]
) -> None:
    """The words are refused in a sentence, and no row stays."""
    with nothing_kept(service.data_dir):
        reply = (await still_there.send("ask", {"command": "create", "options": options})).json()
        assert clear(reply), reply


async def test_a_very_long_message_is_answered(service: Service, still_there: Visitor) -> None:
    """100,000 characters of plain words get an answer, and no row stays."""
    with nothing_kept(service.data_dir):
        assert said((await still_there.send("say", {"text": "is it private? " * 7_000})).json())


async def test_two_hundred_files_at_once_are_refused(service: Service, still_there: Visitor) -> None:
    """The limit is named where the file beyond it begins, and none of them is kept."""
    files = [(f"{number}.png", png(64, 64)) for number in range(200)]
    with nothing_kept(service.data_dir):
        answers = [await still_there.upload(*file) for file in files]
        refused = [answer for answer in answers if answer.status == 429]
        assert len(refused) == 189
        assert clear(refused[0].reply()), refused[0].body
        assert "11" in said(refused[0].reply())
        for answer in answers[:11]:
            assert (await still_there.tus("DELETE", answer.headers["Location"])).status == 204


@pytest.mark.parametrize("words", ["\ud800 a sea", "a sea\0", "a \u202esea", "{ $title }", "<b>a sea</b>"])
async def test_odd_characters_are_words_like_any_others(still_there: Visitor, words: str) -> None:
    """Half a character, a NUL, marks of direction, Fluent or HTML: refused in a sentence, or kept as they are."""
    reply = await still_there.ask("create", [("sea.png", png())], prompt=words, seconds=3)
    if reply["card"] is None:
        assert clear(reply), reply
    else:
        card = await still_there.until(reply["card"], settled)
        assert parts(card, "media")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"files": 1}',
        b'{"files": {"": "x"}}',
        b'{"files": {"": [[]]}}',
        b'{"command": {}}',
        b" " * 1_040_000,
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain"])
async def test_a_request_that_is_none_is_refused(
    service: Service, still_there: Visitor, body: bytes, kind: str
) -> None:
    """What no page of ours would send is refused, and no row stays."""
    with nothing_kept(service.data_dir):
        for path in ("ask", "say", "press"):
            headers = {"Origin": still_there.base, "Content-Type": kind}
            async with still_there.session.post(f"{still_there.home}/{path}", data=body, headers=headers) as answer:
                assert answer.status in {200, 400}, await answer.text()
                assert answer.status == 400 or clear(await answer.json())


async def test_a_picture_keeps_nothing_of_where_it_was_taken(service: Service, still_there: Visitor) -> None:
    """Place, camera and comment of a photo are in no byte that we keep or give; its orientation is applied."""
    marker = "plover-4711"
    before = {path.name for path in (service.data_dir / "blobs").rglob("*")}
    await made(still_there, [("holiday.jpg", taken_somewhere(marker))])
    new = [path.name for path in (service.data_dir / "blobs").rglob("*") if path.is_file() and path.name not in before]
    contents = [(await still_there.get(f"assets/{name}")).body for name in new]
    stills = [content for content in contents if content[4:8] != b"ftyp"]
    assert stills
    for content in stills:
        picture = Image.open(BytesIO(content))
        assert not picture.getexif()
        assert marker.encode() not in content
    assert (400, 640) in {Image.open(BytesIO(content)).size for content in stills}
    assert files_with(marker.encode(), service.folder) == []


async def test_what_is_kept_can_be_counted(service: Service, still_there: Visitor) -> None:
    """The count that the other tests rely on sees a video come, so that it would see one stay."""
    before = kept(service.data_dir)
    await made(still_there, [("sea.png", png())])
    after = kept(service.data_dir)
    assert sum(after.values()) > sum(before.values())
    assert after["blobs"] == before["blobs"] + 4
