"""The real service on a bucket with versioning: made, erased, backed up, put back; told as it is."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.object_store import ObjectStoreServer, serving
from tests.service import Service, eventually
from tests.wire.test_erased import erase
from tests.wire.visitor import made, visiting

pytestmark = pytest.mark.timeout(500)
WITHIN_S = 60
WORDS = (b"quokkazine", b"wombatorium")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStoreServer]:
    """One server for the tests of this file."""
    with serving(tmp_path_factory.mktemp("life") / "server") as running:
        yield running


def assets_in(server: ObjectStoreServer) -> set[str]:
    """Give the names of sealed bytes that the bucket shows to whoever lists it."""
    shown = {one.name for one in server.versions() if one.latest and not one.marker}
    return {name for name in shown if not name.endswith(("key.fingerprint", "hushreel.probe"))}


def holding(server: ObjectStoreServer, folder: Path, content: bytes) -> list[Path]:
    """Give the files, the server's and ours, that hold some bytes."""
    ours = [one for one in folder.rglob("*") if one.is_file()]
    return [path for path in (*server.files(), *ours) if content in path.read_bytes()]


async def test_made_erased_backed_up_and_put_back(server: ObjectStoreServer, tmp_path: Path) -> None:
    """Nothing plain is in any file of the store's; what is erased is an older version, sealed, and the receipt says so.

    After a lost disk the backup puts back what was not erased, into the bucket; and the next start removes the rest.
    """
    service, shelf = Service(tmp_path / "house", dict(server.settings)), tmp_path / "shelf"
    shelf.mkdir()
    with service:
        async with visiting(service.demo) as owner:
            _, media = await made(owner, prompt="a calm sea, quokkazine", seconds=2)
            content = (await owner.get(f"{owner.base}{media['video']}")).body
            first = assets_in(server)
            await made(owner, prompt="a forest, wombatorium", seconds=2)
            second = assets_in(server) - first
            assert first
            assert second
            assert not (service.data_dir / "blobs").exists()
            done = service.run("backup", str(shelf))
            assert done.returncode == 0, done.stderr
            _, receipt = await erase(owner)
            assert "older_versions_hold_sealed_bytes_only" in json.dumps(receipt)
        eventually(lambda: assets_in(server) == first, WITHIN_S)
        service.stop()
    kept = {one.name: one.id for one in server.versions() if not one.marker and one.name in second}
    assert set(kept) == second, "a bucket with versioning keeps what was deleted"
    for word in (*WORDS, content[:64], content[-64:]):
        assert holding(server, tmp_path, word) == []
    shutil.rmtree(service.data_dir)
    put_back = service.run("restore", *map(str, shelf.iterdir()))
    assert put_back.returncode == 0, put_back.stderr
    service.start()
    async with visiting(service.demo) as owner:
        assert (await owner.get(f"{owner.base}{media['video']}")).body == content
        eventually(lambda: assets_in(server) == first, WITHIN_S)
        await made(owner, prompt="a fire at night", seconds=2)
    service.stop()
    assert "Traceback" not in service.log
    assert server.settings["STORAGE_SECRET"] not in service.log + service.printed


def test_the_doctor_tells_of_versions_and_no_secret(server: ObjectStoreServer, tmp_path: Path) -> None:
    """A bucket with versioning is a warning that names the mend; the line before it is another key's problem."""
    service = Service(tmp_path / "house", {**server.settings, "STORAGE_URL": "s3://videos/looked-at"})
    told = {one["check"]: one for one in json.loads(service.run("doctor", "--json").stdout)["checks"]}
    assert (told["storage"]["level"], told["storage"]["code"]) == ("warning", "storage_versions")
    service.settings["STORAGE_SECRET"] = "of-somebody-else"
    done = service.run("doctor", "--json")
    told = {one["check"]: one for one in json.loads(done.stdout)["checks"]}
    assert (told["storage"]["level"], told["storage"]["code"]) == ("problem", "bucket_key_refused")
    assert "of-somebody-else" not in done.stdout + done.stderr


def test_a_start_that_cannot_reach_its_bucket_says_so_in_one_line(server: ObjectStoreServer, tmp_path: Path) -> None:
    """Exit code 2, one line with the mend, no secret in it, and nothing is swept."""
    service = Service(tmp_path / "house", {**server.settings, "STORAGE_ENDPOINT": "http://127.0.0.1:1"})
    done = service.run("run")
    assert done.returncode == 2
    assert "HUSHREEL_STORAGE_ENDPOINT" in done.stderr
    assert server.settings["STORAGE_SECRET"] not in done.stdout + done.stderr
