"""A real S3 with versioning, as tests use it: what it keeps of what was deleted can be listed, read and searched."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import obstore
import pytest
import pytest_asyncio

from bots.settings import load
from bots.wiring.storing import Stored, place_of
from core.errors import BytesDamaged, StoreRefused
from core.storage.keys import MasterKey
from core.storage.places import BucketPlace, Habits, look_at, names_in, pour
from core.storage.probing import probe
from core.storage.sealing import CHUNK_BYTES, SEALED_CHUNK_BYTES
from core.storage.vault import SPAN_BYTES
from core.videos import AssetId
from tests import test_vault as on_a_folder
from tests.object_store import ObjectStoreServer, serving
from tests.parts import Parts, parts_in
from tests.test_vault import (  # the same promises, kept by a bucket
    test_a_decision_for_something_else_opens_nothing,  # noqa: F401
    test_a_flow_gets_the_inputs_of_its_own_video_only,  # noqa: F401
    test_a_range_at_each_border_of_a_chunk,  # noqa: F401
    test_a_stream_whose_bytes_are_gone_is_a_miss,  # noqa: F401
    test_an_asset_that_no_row_names_is_a_miss,  # noqa: F401
    test_bytes_come_back_whole_and_by_ranges,  # noqa: F401
)

SEALED = bytes(range(256)) * 4
OBJECTS = int(os.environ.get("HUSHREEL_OBJECTS", "20"))
"""With more than 1,000 the list has several pages."""

LARGE_BYTES = 20 * 1024 * 1024 + 17


class Now:
    """The time as it is: the server has no other."""

    def now_ms(self) -> int:
        """Give it in milliseconds (UTC)."""
        return time.time_ns() // 1_000_000

    async def sleep_until(self, at_ms: int) -> None:
        """Never asked for."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStoreServer]:
    """One server for the tests of this file."""
    with serving(tmp_path_factory.mktemp("s3") / "server") as running:
        running.make("plain", versioned=False)
        yield running


@pytest.fixture
def place(server: ObjectStoreServer, tmp_path: Path) -> BucketPlace:
    """A place of the test's own in a bucket with versioning."""
    return at(server, tmp_path, STORAGE_URL=f"s3://videos/{tmp_path.name}")


def at(server: ObjectStoreServer, folder: Path, **other: str) -> BucketPlace:
    """Read a place from settings, as a start does; `other` ones than the server's may be set."""
    given = server.settings | other
    environ = {f"HUSHREEL_{name}": value for name, value in given.items()} | {"XDG_DATA_HOME": str(folder)}
    found = place_of(load(environ, folder))
    assert isinstance(found, BucketPlace)
    return found


@pytest_asyncio.fixture
async def parts(tmp_path: Path, place: BucketPlace) -> AsyncIterator[Parts]:
    """The real parts of core, sealed bytes in the bucket."""
    async with parts_in(tmp_path / "data", stored=Stored(place, look_at(place), Habits())) as opened_parts:
        yield opened_parts


async def test_a_versioned_bucket_keeps_what_is_deleted(server: ObjectStoreServer, place: BucketPlace) -> None:
    """Deleted and gone for every reader, the bytes are still a version, and in a file of the server's."""
    store = look_at(place)
    await obstore.put_async(store, "one", SEALED)
    await obstore.delete_async(store, "one")
    kept = [one for one in server.versions() if one.name == f"{place.prefix}/one"]
    (older,) = [one for one in kept if not one.marker]
    assert [one.marker for one in kept if one.latest] == [True]
    assert server.content(older.name, older.id) == SEALED
    assert [path for path in server.files() if SEALED in path.read_bytes()]


async def test_many_parts_come_back_and_nothing_lies_there_unsealed(server: ObjectStoreServer, parts: Parts) -> None:
    """A film of several parts is whole by ranges; no file of the server's holds its plaintext, nor does ours."""
    owner, content = await parts.person(), on_a_folder.MARKER + os.urandom(LARGE_BYTES)
    asset = await on_a_folder.kept(parts, owner, content)
    stream = await on_a_folder.opened(parts, owner, asset)
    for start, end in ((0, 100), (SPAN_BYTES - 1, SPAN_BYTES + 1), (len(content) - 70_000, len(content))):
        assert await on_a_folder.read(stream, start, end) == content[start:end]
    files = [*server.files(), *(one for one in parts.folder.parent.rglob("*") if one.is_file())]
    assert not [path for path in files if on_a_folder.MARKER in path.read_bytes()]


async def test_what_was_damaged_is_named_and_not_served(parts: Parts, place: BucketPlace) -> None:
    """Cut, changed or exchanged in the bucket: reading says whose bytes are damaged."""
    owner, store = await parts.person(), look_at(place)
    asset = await on_a_folder.kept(parts, owner, os.urandom(2 * CHUNK_BYTES + 99))
    whole = bytes((await obstore.get_async(store, str(asset.id))).bytes())
    for broken in (b"", whole[:1], whole[:SEALED_CHUNK_BYTES], on_a_folder.flipped(whole, 0), whole[:-1]):
        await obstore.put_async(store, str(asset.id), broken)
        with pytest.raises(BytesDamaged):
            await on_a_folder.read(await on_a_folder.opened(parts, owner, asset), 0, asset.size_bytes)


async def test_a_stream_that_breaks_leaves_no_name_and_no_parts(
    server: ObjectStoreServer, parts: Parts, place: BucketPlace
) -> None:
    """After many parts were sent, the source's error is raised; parts that nobody completed are taken back."""

    async def breaking() -> AsyncIterator[bytes]:
        for _ in range(LARGE_BYTES // CHUNK_BYTES):
            yield bytes(CHUNK_BYTES)
        raise on_a_folder.Breaks

    with pytest.raises(on_a_folder.Breaks):
        await parts.vault.seal(AssetId(parts.ids.new()), breaking(), 2 * LARGE_BYTES)
    assert [name for name, _, _ in names_in(look_at(place))] == []
    assert server.uploads() == []


async def test_staged_bytes_are_read_and_go(parts: Parts, place: BucketPlace) -> None:
    """What is staged can be read by ranges within its block, and has no name after it."""
    content = os.urandom(3 * CHUNK_BYTES + 5)
    async with parts.vault.stage(AssetId(parts.ids.new()), on_a_folder.pieces(content)) as staged:
        assert b"".join([piece async for piece in staged.read(10, len(content))]) == content[10:]
    assert list(names_in(look_at(place))) == []


async def test_the_sweep_finds_what_is_older_by_the_stores_clock(tmp_path: Path, place: BucketPlace) -> None:
    """What lies there before a time is found; what came after it isn't, nor is our mark."""
    habits = probe(place, key_in(tmp_path), Now(), claim=True)
    async with parts_in(tmp_path / "data", stored=Stored(place, look_at(place), habits)) as parts:
        await _swept(parts, place)


async def _swept(parts: Parts, place: BucketPlace) -> None:
    store, names = look_at(place), [AssetId(parts.ids.new()) for _ in range(OBJECTS)]
    for at_once in range(0, len(names), 20):
        await asyncio.gather(*(obstore.put_async(store, str(one), b"x") for one in names[at_once : at_once + 20]))
    now_ms = Now().now_ms()
    assert set(await parts.vault.sealed_before(now_ms + 10_000)) == set(names)
    late = AssetId(parts.ids.new())
    await obstore.put_async(store, str(late), b"x")
    assert late not in await parts.vault.sealed_before(now_ms)


async def test_a_folder_is_poured_twice_and_the_same_is_there(place: BucketPlace, tmp_path: Path) -> None:
    """What a crash interrupts can be done again: the names are there once, with their bytes."""
    folder = tmp_path / "blobs"
    folder.mkdir()
    for number in range(3):
        (folder / str(number)).write_bytes(SEALED * (number + 1))
    for _ in range(2):
        pour(folder, look_at(place))
    assert [(name, size) for name, size, _ in names_in(look_at(place))] == [("0", 1024), ("1", 2048), ("2", 3072)]


async def test_a_start_sees_whether_versions_are_kept(server: ObjectStoreServer, tmp_path: Path) -> None:
    """One bucket keeps them and one doesn't; a probe leaves no name behind but our mark."""
    seen = {}
    for bucket in ("videos", "plain"):
        settings_of = at(server, tmp_path, STORAGE_URL=f"s3://{bucket}/seen")
        seen[bucket] = probe(settings_of, key_in(tmp_path), Now(), claim=True).keeps_versions
        assert [name for name, _, _ in names_in(look_at(settings_of))] == ["key.fingerprint"]
    assert seen == {"videos": True, "plain": False}


async def test_a_bucket_of_other_data_is_refused(server: ObjectStoreServer, tmp_path: Path) -> None:
    """The mark of another key stops the start before anything is swept."""
    place = at(server, tmp_path, STORAGE_URL="s3://videos/theirs")
    probe(place, key_in(tmp_path / "theirs"), Now(), claim=True)
    with pytest.raises(StoreRefused, match="bucket_of_other_data"):
        probe(place, key_in(tmp_path / "ours"), Now(), claim=True)


def key_in(folder: Path) -> MasterKey:
    """Make a key of the test's own, or read it again."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    return MasterKey.load(folder / "keys" / "master.key", folder / "data")


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"STORAGE_URL": "s3://nobody-made-this"}, "bucket_missing"),
        ({"STORAGE_KEY": "another"}, "bucket_key_refused"),
        ({"STORAGE_SECRET": "another"}, "bucket_key_refused"),
        ({"STORAGE_ENDPOINT": "http://127.0.0.1:1"}, "bucket_unreachable"),
    ],
)
def test_what_is_set_wrong_is_told(server: ObjectStoreServer, tmp_path: Path, other: dict[str, str], code: str) -> None:
    """No bucket, another key, nobody there: each has its own sentence, and none holds a secret."""
    place = at(server, tmp_path, **{"STORAGE_URL": "s3://videos", **other})
    with pytest.raises(StoreRefused) as refused:
        probe(place, key_in(tmp_path), Now(), claim=True)
    assert refused.value.code == code
    assert place.secret not in repr(refused.value.data) + repr(place)


def test_the_environments_own_settings_are_kept_out(
    server: ObjectStoreServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """AWS_* of whoever started it neither lead elsewhere nor change a request."""
    for name, value in {
        "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:1",
        "AWS_SESSION_TOKEN": "somebody",
        "AWS_SKIP_SIGNATURE": "true",
        "AWS_VIRTUAL_HOSTED_STYLE_REQUEST": "true",
    }.items():
        monkeypatch.setenv(name, value)
    assert probe(
        at(server, tmp_path, STORAGE_URL="s3://videos/kept-out"), key_in(tmp_path), Now(), claim=True
    ).keeps_versions
