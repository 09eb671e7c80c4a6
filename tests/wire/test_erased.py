"""What stays of a video: sealed bytes while it lives, and after its erasure nothing, in no file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from tests.service import Service, eventually
from tests.wire.kept import files_with
from tests.wire.pictures import photo, png
from tests.wire.visitor import Json, Visitor, dangerous, made, parts, visiting
from tests.wire.watch import watching

pytestmark = pytest.mark.timeout(500)

PROMPT = "slow orbit around the quokkazine"
NAME = "wombatorium.jpg"
COMMENT = "taken beside the numbatarium"
GONE_WITHIN_S = 60
SHARED_MEMORY = Path("/dev/shm")


def upload() -> bytes:
    """Write a photo with words in it."""
    out = BytesIO()
    photo(1_600, 1_000).save(out, "JPEG", quality=92, comment=COMMENT.encode())
    return out.getvalue()


def slices(content: bytes) -> list[bytes]:
    """Take 20 pieces of 48 bytes out of some bytes, none of them uniform."""
    step = len(content) // 21
    taken = [content[start : start + 48] for start in range(step, step * 21, step)]
    return [piece for piece in taken if len(set(piece)) > 8]


def secrets(database: Path) -> set[bytes]:
    """Give every long binary value of every row: wrapped keys, sealed words, hashes of tokens."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)) as reading:
        tables = [row[0] for row in reading.execute("select name from sqlite_master where type = 'table'")]
        rows = [row for table in tables for row in reading.execute(f'select * from "{table}"')]  # noqa: S608
    return {value for row in rows for value in row if isinstance(value, bytes) and len(value) > 16}


def sealed(data_dir: Path) -> Iterator[bytes]:
    """Give the files of sealed bytes."""
    return (path.read_bytes() for path in (data_dir / "blobs").rglob("*") if path.is_file())


def receipt_links(card: Json) -> list[str]:
    """Give the addresses of the signed file on a card: it is there once the receipt says that all is gone here."""
    return [part["href"] for part in parts(card, "link") if "/receipt/" in part["href"]]


async def erase(owner: Visitor) -> tuple[str, Json]:
    """Delete the newest video, confirm, and wait for the receipt; gives the card's key and the receipt."""
    asked = await owner.ask("delete", video="last")
    pressed = await owner.press(dangerous(asked))
    key = pressed["card"]
    card = await owner.until(key, receipt_links, within_s=GONE_WITHIN_S)
    (link,) = receipt_links(card)
    return key, (await owner.get(f"{owner.base}{link}")).json()


async def test_no_plaintext_is_ever_in_a_file_and_after_delete_nothing_is(folder: Path) -> None:
    """Words, file name and bytes of a photo and its video: in no file at any moment, sealed bytes gone in the end."""
    service = Service(folder)
    for name in ("data", "keys", "tmp"):
        (folder / name).mkdir(parents=True)
    photo_bytes = upload()
    with watching(folder, SHARED_MEMORY) as seen, service:
        async with visiting(service.demo) as owner:
            video, media = await made(owner, [(NAME, photo_bytes)], prompt=PROMPT)
            outputs = [(await owner.get(f"{owner.base}{media[part]}")).body for part in ("video", "poster")]
            before = secrets(service.data_dir / "hushreel.db")
            ciphertext = [piece for content in sealed(service.data_dir) for piece in slices(content)]
            _, receipt = await erase(owner)
            assert receipt["signature"]
            engine = list(service.data_dir.glob("engine.db*"))
            assert engine
            gone = before - secrets(service.data_dir / "hushreel.db")
            for marker in (*ciphertext, *gone):
                assert files_with(marker, folder) == [], "a receipt was given too early"
            eventually(lambda: not any(video.encode() in file.read_bytes() for file in engine), GONE_WITHIN_S)
        service.stop()
    assert ciphertext, "nothing was sealed"
    assert gone, "no key was forgotten"
    words = [word.encode() for word in (PROMPT, "quokkazine", NAME, "wombatorium", COMMENT)]
    plaintext = [piece for content in (photo_bytes, *outputs) for piece in slices(content)]
    assert {marker: seen.where(marker) for marker in (*words, *plaintext) if seen.where(marker)} == {}
    for marker in (*words, *plaintext, *ciphertext, *gone):
        assert files_with(marker, folder) == [], marker
    assert not any(word.decode() in service.printed + service.log for word in words)
    assert list((folder / "tmp").iterdir()) == []


def test_the_watch_sees_a_file_that_is_there_for_a_moment(tmp_path: Path) -> None:
    """What the other test relies on: bytes that a file held before it was overwritten are seen."""
    with watching(tmp_path) as seen:
        (tmp_path / "new").mkdir()
        path = tmp_path / "short.txt"
        path.write_bytes(b"x" * 5_000 + b"quokkazine")
        eventually(lambda: seen.where(b"quokkazine"), 5)
        path.write_bytes(b"")
        path.unlink()
    assert seen.where(b"quokkazine") == {path}


@pytest.mark.parametrize("receipt_is", ["whole", "changed"])
async def test_a_receipt_can_be_checked_afterwards(folder: Path, receipt_is: str) -> None:
    """`hushreel receipt verify` says yes to the file that was given, and no to one with another number in it."""
    with Service(folder) as service:
        async with visiting(service.demo) as owner:
            await made(owner, [("sea.png", png())])
            _, receipt = await erase(owner)
        text = json.dumps(receipt)
        file = folder / "receipt.json"
        file.write_text(text if receipt_is == "whole" else text.replace("1", "2"))
        ran = service.run("receipt", "verify", str(file))
        assert ran.returncode == (0 if receipt_is == "whole" else 1), ran.stderr
