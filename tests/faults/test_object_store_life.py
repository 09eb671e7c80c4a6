"""Erased, backed up and put back on a bucket with versioning: what stays there, and what is told of it."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import obstore
import pytest

from bots.settings import Settings
from bots.wiring.backups import back_up
from bots.wiring.house import open_house
from bots.wiring.restoring import restore
from bots.wiring.storing import Stored, opened
from core.errors import StoreRefused
from core.generation.upkeep import sweep_strays
from core.people import Viewer
from core.storage.keys import MasterKey
from core.videos import VideoId
from tests.erasing import House, MortalSteps, house_of
from tests.faults.test_object_store import Now
from tests.object_store import ObjectStoreServer, serving
from tests.parts import parts_in
from tests.service import Service
from tests.wire.test_erased import erase
from tests.wire.visitor import made, visiting

NOBODYS = "019ab000-0000-7000-8000-000000000001"
pytestmark = pytest.mark.timeout(500)
PLAIN = (b"MARKERPROMPT", b"MARKERTITLE", b"MARKERBYTES")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStoreServer]:
    """One server for the tests of this file."""
    with serving(tmp_path_factory.mktemp("life") / "server") as running:
        yield running


def on(server: ObjectStoreServer, folder: Path, **other: str) -> Settings:
    """Give the settings of a house in a folder whose sealed bytes lie under the folder's name in the bucket."""
    given = {**server.settings, "STORAGE_URL": f"s3://videos/{folder.name}", **other}
    named = {name.lower(): value for name, value in given.items()}
    keys = folder / "keys"
    paths = {"data_dir": folder / "data", "key_file": keys / "master.key", "erasure_journal": keys / "erasure.journal"}
    return Settings.model_validate(named | paths)


async def store_of(settings: Settings) -> Stored:
    """Open the store as a start does."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return await opened(settings, MasterKey.load(settings.key_file, settings.data_dir), Now())


def told_by(house: House, stored: Stored) -> House:
    """Let a house's receipts know what its store keeps."""
    issuer = replace(house.shutting.issuer, habits=stored.habits)
    return replace(house, shutting=replace(house.shutting, issuer=issuer), eraser=replace(house.eraser, issuer=issuer))


def shown_in(server: ObjectStoreServer, folder: Path) -> set[str]:
    """Give what the bucket shows to whoever lists it, our own mark apart."""
    names = {one.name for one in server.versions() if one.latest and not one.marker}
    own = {name.removeprefix(f"{folder.name}/") for name in names if name.startswith(f"{folder.name}/")}
    return own - {"key.fingerprint"}


async def assets_of(house: House, video: VideoId) -> set[str]:
    """Name the assets of a video."""
    return {str(one) for one in await house.parts.store.ledger.assets(video)}


async def contents(house: House, owner: Viewer, video: VideoId) -> list[bytes]:
    """Read all assets of a video through the gate."""
    view = await house.parts.seen(owner, video)
    return [await house.parts.opened(owner, view, number) for number in range(len(view.assets))]


def files_in(folder: Path) -> dict[Path, bytes]:
    """Read every file of a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_erased_backed_up_and_put_back(server: ObjectStoreServer, tmp_path: Path) -> None:
    """What is erased stays as older versions, sealed, without a key anywhere, and the receipt says so.

    After a lost disk everything is back from the backup but that, in the bucket; the rest of it is swept.
    """
    settings, shelf = on(server, tmp_path), tmp_path / "shelf"
    stored = await store_of(settings)
    assert stored.habits.keeps_versions
    shelf.mkdir()
    async with parts_in(settings.data_dir, stored=stored) as parts:
        house = told_by(house_of(parts), stored)
        house.journal.begin()
        owner = await parts.person()
        kept, erased = await house.made(owner), await house.made(owner)
        content, gone = await contents(house, owner, kept), await assets_of(house, erased)
        secrets = await house.secrets(erased)
        back_up(settings, shelf, parts.clock, lambda _done, _of: None)
        await house.ask(owner, erased)
        await house.eraser.erase(MortalSteps(), str(erased))
        assert shown_in(server, tmp_path) == await assets_of(house, kept)
        receipt = await house.receipt(owner, erased)
        assert receipt is not None
        assert "older_versions_hold_sealed_bytes_only" in receipt.body
        clock = parts.clock
    older = {one.name.split("/")[-1] for one in server.versions() if not one.marker}
    assert gone <= older, "a bucket with versioning keeps what was deleted"
    assert not (settings.data_dir / "blobs" / gone.pop()).exists()
    everywhere = [*server.files(), *(one for one in settings.data_dir.rglob("*") if one.is_file())]
    for mark in (*PLAIN, *secrets):
        assert not [path for path in everywhere if mark in path.read_bytes()]
    shutil.rmtree(settings.data_dir)
    (backup,) = shelf.iterdir()
    put_back = await restore(settings, backup, clock, replace=False, under_hold=False)
    assert put_back.settled.videos == 1
    await obstore.put_async(stored.bucket, NOBODYS, os.urandom(99))
    async with parts_in(settings.data_dir, seed=1, clock=clock, stored=stored) as parts:
        house, owner = house_of(parts), await parts.person()
        assert await contents(house, owner, kept) == content
        assert await parts.view(owner, erased) is None
        assert await sweep_strays(Now().now_ms() + 60_000, store=parts.store, vault=parts.vault) == 1
        assert shown_in(server, tmp_path) == await assets_of(house, kept)


async def test_a_restore_that_cannot_reach_the_bucket_changes_nothing(
    server: ObjectStoreServer, tmp_path: Path
) -> None:
    """Refused before anything is unpacked; the data are as they were, and so is the journal."""
    settings, shelf = on(server, tmp_path), tmp_path / "shelf"
    stored = await store_of(settings)
    shelf.mkdir()
    async with parts_in(settings.data_dir, stored=stored) as parts:
        house = house_of(parts)
        house.journal.begin()
        await house.made(await parts.person(), 1_000)
        back_up(settings, shelf, parts.clock, lambda _done, _of: None)
        clock = parts.clock
    before = files_in(tmp_path)
    (backup,) = shelf.iterdir()
    away = on(server, tmp_path, STORAGE_ENDPOINT="http://127.0.0.1:1")
    with pytest.raises(StoreRefused, match="bucket_unreachable"):
        await restore(away, backup, clock, replace=True, under_hold=False)
    after = files_in(tmp_path)
    assert {path for path, content in after.items() if before.get(path) != content} <= {
        settings.data_dir / "serving.lock"
    }
    with pytest.raises(StoreRefused, match="bucket_unreachable"):
        back_up(away, shelf, clock, lambda _done, _of: None)
    assert list(shelf.iterdir()) == [backup]


async def test_a_house_opens_on_a_bucket_and_makes_no_folder(server: ObjectStoreServer, tmp_path: Path) -> None:
    """Its receipts know what the bucket keeps; out of reach, the start is refused."""
    async with open_house(on(server, tmp_path), lambda: None) as house:
        assert house.shutting.issuer.habits.keeps_versions
        assert not (tmp_path / "data" / "blobs").exists()
    with pytest.raises(StoreRefused, match="bucket_unreachable"):
        async with open_house(on(server, tmp_path, STORAGE_ENDPOINT="http://127.0.0.1:1"), lambda: None):
            raise AssertionError


async def test_a_service_makes_and_erases_in_its_bucket(server: ObjectStoreServer, tmp_path: Path) -> None:
    """Made through the demo, it plays from the bucket; deleted, it isn't listed, and the receipt says what stays."""
    given = {**server.settings, "STORAGE_URL": f"s3://videos/{tmp_path.name}"}
    with Service(tmp_path / "house", given) as service:
        async with visiting(service.demo) as owner:
            _, media = await made(owner, prompt="a calm sea", seconds=2)
            assert (await owner.get(f"{owner.base}{media['video']}")).body
            assert shown_in(server, tmp_path)
            _, receipt = await erase(owner)
            assert "older_versions_hold_sealed_bytes_only" in str(receipt)
            assert shown_in(server, tmp_path) == set()
    assert not (service.data_dir / "blobs").exists()
    assert "keeps older versions" in service.log
    assert server.settings["STORAGE_SECRET"] not in service.log + service.printed
