"""`hushreel operator open` beside the real service: the file is the video, and its owner reads that it was opened."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from tests.service import Service
from tests.wire.published import CLIP, publishing_in
from tests.wire.visitor import Visitor, made

pytestmark = pytest.mark.timeout(240)
REASON = "order 7 of the court"


def rows(service: Service) -> int:
    """Count what is kept of openings."""
    with closing(sqlite3.connect(service.data_dir / "hushreel.db", timeout=10)) as database:
        found: int = database.execute("SELECT count(*) FROM break_glass").fetchone()[0]
        return found


def opening(service: Service, video: str, target: Path, *more: str) -> tuple[int, str]:
    """Give the command; gives its code and what it said."""
    done = service.run("operator", "open", video, "--reason", REASON, "--to", str(target), *more)
    return done.returncode, done.stdout + done.stderr


async def test_a_video_is_written_into_a_file_of_this_account_alone(
    service: Service, owner: Visitor, tmp_path: Path
) -> None:
    """Byte for byte; beside the service that goes on; the owner reads it in /whosaw."""
    video, media = await made(owner, prompt="a calm sea at sunset")
    target = tmp_path / "video.mp4"
    code, told = opening(service, video, target)
    assert code == 0, told
    assert "its owner is told" in told
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes() == (await owner.get(f"{owner.base}{media['video']}")).body
    assert REASON in str(await owner.ask("whosaw", video="last"))
    code, told = opening(service, video, tmp_path / "poster.jpg", "--what", "poster")
    assert (code, (tmp_path / "poster.jpg").read_bytes()[:3]) == (0, b"\xff\xd8\xff"), told


async def test_what_is_refused_leaves_no_file_and_no_note(service: Service, owner: Visitor, tmp_path: Path) -> None:
    """A file that is there, one in the data folder, an unknown video, something that is no id, and no reason."""
    video, _ = await made(owner, prompt="a calm sea at sunset")
    before = rows(service)
    there = tmp_path / "there"
    there.write_bytes(b"mine")
    for named, target, said in (
        (video, there, "isn't there yet"),
        (video, service.data_dir / "blobs" / "x", "in the data folder"),
        (video, tmp_path / "no" / "folder", "can't be made"),
        (str(UUID(int=5)), tmp_path / "unknown", "nothing to open"),
        ("beach", tmp_path / "beach", "no video's id"),
    ):
        code, told = opening(service, named, target)
        assert code in {1, 2}
        assert said in told
        assert target == there or not target.exists()
    done = service.run("operator", "open", video, "--reason", " ", "--to", str(tmp_path / "silent"))
    assert (done.returncode, "for a reason" in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "silent").exists()
    assert there.read_bytes() == b"mine"
    assert rows(service) == before


async def test_it_works_while_nothing_serves(folder: Path) -> None:
    """A stopped Hushreel: the file is written all the same, and the note and the notice are kept for its owner."""
    service = Service(folder)
    with service:
        async with publishing_in(service) as published:
            video = await published.ready()
    code, told = opening(service, str(video), folder / "video.mp4")
    assert code == 0, told
    assert (folder / "video.mp4").read_bytes() == CLIP
    assert rows(service) == 1
    with closing(sqlite3.connect(service.data_dir / "hushreel.db")) as database:
        assert database.execute("SELECT count(*) FROM outbox WHERE kind = 'break_glass'").fetchone() == (1,)
