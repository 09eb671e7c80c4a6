"""While a video is made, nobody outside is asked, and no file holds a word or a byte of it."""

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fakes.descriptors import Opened, descriptors_of, open_for_writing
from tests.fakes.offline import CALLS
from tests.fakes.pictures import MARK, encoded
from tests.service import Service
from tests.wire.pictures import photo
from tests.wire.visitor import made, visiting
from tests.wire.watch import Seen, watching

OFFLINE = (sys.executable, "-m", "tests.fakes.offline")
PROMPT = "slow orbit around the quokkazine"
NAME = "wombatorium.jpg"
SHARED_MEMORY = Path("/dev/shm")

pytestmark = pytest.mark.timeout(180)


@dataclass(frozen=True)
class Story:
    """A video that was made by a whole service that can't reach out, watched all the time."""

    folder: Path
    seen: Seen
    opened: Opened
    given: bytes
    video: bytes
    poster: bytes
    alive: bool


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def story(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Story]:
    """Create a video out of a prompt and a picture, and open it."""
    assert os.uname().machine in CALLS, "tests/fakes/offline.py knows no call numbers of this machine"
    folder = tmp_path_factory.mktemp("offline")
    for name in ("data", "keys", "tmp"):
        (folder / name).mkdir()
    given = encoded(photo(1_200, 800), "JPEG", quality=90, comment=MARK)
    with watching(folder, SHARED_MEMORY) as seen, Service(folder, started_by=OFFLINE) as service:
        assert service.process is not None
        with descriptors_of(service.process.pid) as opened:
            async with visiting(service.demo) as owner:
                _, media = await made(owner, [(NAME, given)], prompt=PROMPT)
                video, poster = [(await owner.get(f"{owner.base}{media[part]}")).body for part in ("video", "poster")]
        alive = service.process.poll() is None
    yield Story(folder, seen, opened, given, video, poster, alive)


def pieces(content: bytes) -> list[bytes]:
    """Take 20 pieces of 48 bytes out of some bytes, none of them uniform."""
    step = len(content) // 21
    taken = [content[start : start + 48] for start in range(step, step * 21, step)]
    return [piece for piece in taken if len(set(piece)) > 8]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_video_is_made_without_any_connection_to_the_outside(story: Story) -> None:
    """Service and workers make a whole video where the kernel kills whoever connects or asks for a name."""
    assert story.alive
    assert story.video[4:8] == b"ftyp"
    assert story.poster.startswith(b"\xff\xd8\xff")


@pytest.mark.asyncio(loop_scope="module")
async def test_no_plaintext_reaches_a_file_while_a_video_is_made(story: Story) -> None:
    """Words, file name, and bytes of picture, video and poster: in no file at any moment."""
    marks = [PROMPT.encode(), b"quokkazine", NAME.encode(), b"wombatorium", MARK]
    marks += [piece for content in (story.given, story.video, story.poster) for piece in pieces(content)]
    assert len(marks) > 50
    assert {mark: story.seen.where(mark) for mark in marks if story.seen.where(mark)} == {}


@pytest.mark.asyncio(loop_scope="module")
async def test_no_file_is_written_but_those_of_the_data_folder_and_the_key(story: Story) -> None:
    """Neither a temporary file nor one without a name is opened for writing, by the service or a worker.

    Python keeps its own compiled sources beside them.
    """
    paths = {path for path in story.opened.paths if "/__pycache__/" not in path}
    assert len(story.opened.pids) > 1, "no worker was looked at"
    assert any(path.startswith(str(story.folder / "data")) for path in paths), "nothing was looked at"
    assert {path for path in paths if not path.startswith(str(story.folder))} == set()
    assert not any(path.startswith(str(story.folder / "tmp")) for path in paths | story.seen.names)


@pytest.mark.parametrize(
    "reaching_out",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('example.org', 443)",
    ],
)
def test_reaching_out_would_have_been_fatal(reaching_out: str) -> None:
    """What the story relies on: under its filter a connection, a datagram or asking for a name ends the process."""
    ended = subprocess.run(
        [*OFFLINE, sys.executable, "-c", f"import socket; {reaching_out}"],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ended.returncode == -signal.SIGSYS


def test_a_file_without_a_name_would_have_been_seen(tmp_path: Path) -> None:
    """What the story relies on: a temporary file that is in no folder shows among the open descriptors."""
    nameless = os.open(tmp_path, os.O_TMPFILE | os.O_RDWR)
    assert any(path.startswith(str(tmp_path)) for path in open_for_writing(os.getpid()))
    os.close(nameless)
    assert not any(path.startswith(str(tmp_path)) for path in open_for_writing(os.getpid()))
