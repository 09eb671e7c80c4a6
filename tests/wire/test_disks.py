"""Disks that are full or read-only, and two services on one folder: one clear sentence, and nothing half-kept."""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.faults.houses import check_settled, decode
from tests.service import Service, eventually
from tests.wire.kept import kept
from tests.wire.pictures import png
from tests.wire.test_erased import receipt_links
from tests.wire.visitor import Visitor, dangerous, made, parts, said, settled, visiting

pytestmark = pytest.mark.timeout(300)

Mount = Callable[[Path, str], None]
FULL_S = 20.0
"""Long enough for a video of 10 s to be rendered meanwhile."""

SETTLED_WITHIN_S = 120.0


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts a tmpfs, or mounts one again with other options. Only root may."""
    if os.geteuid() != 0:
        pytest.skip("full and read-only disks are mounted, which takes root")
    mounted: list[Path] = []

    def do(folder: Path, options: str) -> None:
        if folder in mounted:
            subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)  # noqa: S607
            return
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=False)  # noqa: S607
        if done.returncode:
            pytest.skip("full and read-only disks are mounted, which this container forbids")
        mounted.append(folder)

    yield do
    for folder in mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607


@asynccontextmanager
async def living(service: Service) -> AsyncIterator[Visitor]:
    """Visit as the owner, and see that the process outlives the block."""
    async with visiting(service.demo) as owner:
        yield owner
        assert service.process is not None
        assert service.process.poll() is None
        assert (await owner.get(f"{service.base}/healthz")).body == b"ok"


def filled(folder: Path) -> Path:
    """Fill a disk to its last byte."""
    rest = folder / "rest"
    with rest.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return rest


async def test_a_full_disk_is_told_and_nothing_stays(folder: Path, mount: Mount) -> None:
    """A picture for which no room is left is refused in a sentence; with room again, the same order is carried out."""
    service = Service(folder)
    mount(service.data_dir, "size=32m")
    with service:
        async with living(service) as owner:
            await made(owner, [("sea.png", png())])
            eventually(lambda: kept(service.data_dir)["outbox"] == 0)
            before = kept(service.data_dir)
            rest = filled(service.data_dir)
            reply = await owner.ask("create", [("sea.png", png(2_000, 1_500))], seconds=3)
            assert reply["card"] is None
            assert 0 < len(said(reply)) < 300
            rest.unlink()
            assert kept(service.data_dir) == before
            await made(owner, [("sea.png", png())])


async def test_a_disk_that_fills_while_a_video_is_made_costs_time_only(folder: Path, mount: Mount) -> None:
    """While there is no room, nothing can be noted and everything answers; with room again, the video is settled."""
    service = Service(folder)
    mount(service.data_dir, "size=32m")
    with service:
        async with living(service) as owner:
            reply = await owner.ask("create", [("sea.png", png())], seconds=10)
            await owner.until(reply["card"], lambda card: any(part["share"] for part in parts(card, "progress")))
            rest = filled(service.data_dir)
            await asyncio.sleep(FULL_S)
            assert (await owner.ask("videos"))["parts"]
            rest.unlink()
            card = await owner.until(reply["card"], settled, within_s=SETTLED_WITHIN_S)
            assert said(card)
            assert "#1" in said(card)
            for media in parts(card, "media"):
                decode((await owner.get(f"{owner.base}{media['video']}")).body)
            books = check_settled(service)
            assert len(books.states) == books.asked == 1


async def test_a_disk_that_fills_while_a_video_is_erased_costs_time_only(folder: Path, mount: Mount) -> None:
    """Closed at once; with room again the rest follows: no row, no sealed byte, no flow, and the receipt."""
    service = Service(folder)
    mount(service.data_dir, "size=32m")
    with service:
        async with living(service) as owner:
            video, media = await made(owner, [("sea.png", png())])
            pressed = await owner.press(dangerous(await owner.ask("delete", video="last")))
            rest = filled(service.data_dir)
            assert (await owner.get(f"{owner.base}{media['video']}")).status == 404
            await asyncio.sleep(FULL_S / 2)
            assert (await owner.ask("videos"))["parts"]
            rest.unlink()
            await owner.until(pressed["card"], receipt_links, within_s=SETTLED_WITHIN_S)
            books = check_settled(service)
            assert (books.states, books.receipts, books.blobs) == ({}, 1, frozenset())
            engine = list(service.data_dir.glob("engine.db*"))
            eventually(lambda: not any(video.encode() in file.read_bytes() for file in engine))


def test_a_read_only_data_folder_is_refused_in_one_line(folder: Path, mount: Mount) -> None:
    """The start ends with one line that names the folder and what is wrong."""
    service = Service(folder)
    mount(service.data_dir, "ro")
    ran = service.run("run")
    assert ran.returncode == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert line.startswith("hushreel: ")
    assert str(service.data_dir) in line


def test_a_second_service_on_the_same_data_is_refused_in_one_line(folder: Path) -> None:
    """`hushreel run` on a folder that is served ends with one line, and the first goes on."""
    with Service(folder) as first:
        second = first.run("run")
        assert second.returncode == 2
        assert second.stdout == ""
        (line,) = second.stderr.splitlines()
        assert line.startswith("hushreel: ")
        assert first.process is not None
        assert first.process.poll() is None
