"""Whose bytes they are, over the wire: the owner's player gets ranges, anybody else gets what an unknown id gets."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.service import Service
from tests.wire.pictures import png
from tests.wire.visitor import Answer, Visitor, buttons, made, said, visiting

pytestmark = pytest.mark.timeout(500)

MARKER = "zyxomma"
WORDS = f"a calm sea at sunset {MARKER}"


@dataclass(frozen=True)
class Made:
    """A video of the owner's: its id, and the addresses of its bytes below a person's own."""

    id: str
    output: str
    poster: str


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def video(service: Service) -> AsyncIterator[Made]:
    """One ready video, and a member who watched all the while and was told nothing."""
    async with visiting(service.demo) as owner, visiting(service.demo, "member") as member:
        name, media = await made(owner, [("sea.png", png())], prompt=WORDS)
        yield Made(name, *(media[part].removeprefix("/demo/owner/") for part in ("video", "poster")))
        assert set(member.cards) == {""}


def alike(one: Answer, other: Answer) -> bool:
    """Whether two answers can't be told apart, the time of day left out."""
    headers = [{name: value for name, value in each.headers.items() if name != "Date"} for each in (one, other)]
    return (one.status, headers[0], one.body) == (other.status, headers[1], other.body)


async def test_the_owner_gets_every_range(owner: Visitor, video: Made) -> None:
    """A player can seek: whole, first bytes, a middle, the last bytes; beyond the end is refused; HEAD has no body."""
    whole = await owner.get(video.output)
    size = len(whole.body)
    assert whole.status == 200
    assert whole.headers["Content-Type"] == "video/mp4"
    assert whole.body[4:8] == b"ftyp"
    for asked, start, end in (
        ("bytes=0-99", 0, 100),
        ("bytes=70000-", 70_000, size),
        ("bytes=65530-131080", 65_530, 131_081),
        ("bytes=-500", size - 500, size),
        (f"bytes=10-{size * 2}", 10, size),
    ):
        answer = await owner.get(video.output, {"Range": asked})
        assert answer.status == 206
        assert answer.body == whole.body[start:end]
        assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/{size}"
    for beyond in (f"bytes={size}-", "bytes=-0"):
        assert (await owner.get(video.output, {"Range": beyond})).status == 416
    head = await owner.get(video.output, method="HEAD")
    assert (head.status, head.headers["Content-Length"], head.body) == (200, str(size), b"")
    assert (await owner.get(video.poster)).body[:3] == b"\xff\xd8\xff"


async def test_a_blurred_poster_is_another_picture_and_is_not_kept(owner: Visitor, video: Made) -> None:
    """A small JPEG made for this answer alone; of what is no poster there is none."""
    blurred = await owner.get(video.poster.replace("assets/", "blurred/"))
    assert (blurred.status, blurred.headers["Content-Type"]) == (200, "image/jpeg")
    assert blurred.headers["Cache-Control"] == "no-store"
    assert blurred.body[:3] == b"\xff\xd8\xff"
    assert len(blurred.body) < 20_000
    assert (await owner.get(video.output.replace("assets/", "blurred/"))).status == 404


@pytest.mark.parametrize("who", ["member", "moderator"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("wanted", ["", "bytes=0-99", "bytes=-1", "bytes=999999999-"])
async def test_others_get_what_an_unknown_id_gets(
    service: Service, video: Made, who: str, method: str, wanted: str
) -> None:
    """Status, headers and body of the owner's asset, its download and its receipt are those of a random id."""
    headers = {"Range": wanted} if wanted else {}
    async with visiting(service.demo, who) as visitor:
        blurred = video.poster.replace("assets/", "blurred/")
        for real in (video.output, video.poster, blurred, f"{video.output}?download", f"receipt/{video.id}"):
            unknown = re.sub(r"[0-9a-f-]{36}", str(uuid4()), real)
            found = await visitor.get(real, headers, method)
            assert found.status == 404
            assert alike(found, await visitor.get(unknown, headers, method))


async def test_no_command_of_others_finds_it(member: Visitor, video: Made) -> None:
    """Asked by number, by its words, by its title, or in plain words, somebody else's video does not exist."""
    for reference in ("#1", MARKER, "last", video.id):
        for command in ("videos", "privacy", "delete", "enddate"):
            reply = await member.ask(command, video=reference, until="20d")
            assert MARKER not in str(reply).replace(f"“{reference}”", "").replace(reference, "")
            assert video.id not in str(reply).replace(reference, "")
            assert "media" not in {part["kind"] for part in reply["parts"]}
    reply = (await member.send("say", {"text": "is my video private?"})).json()
    assert MARKER not in str(reply)


async def test_a_strangers_press_does_nothing(owner: Visitor, member: Visitor, video: Made) -> None:
    """A button of the owner's, pressed by somebody else, says nothing of the video and changes nothing."""
    card = await owner.ask("videos", video="#1")
    asked = await owner.ask("delete", video="#1")
    pressed = [one["press"] for reply in (card, asked) for one in buttons(reply)]
    assert pressed
    for press in pressed:
        reply = await member.press(press)
        assert MARKER not in str(reply)
        assert video.id not in str(reply)
        assert said(reply)
    assert (await owner.get(video.output, method="HEAD")).status == 200
