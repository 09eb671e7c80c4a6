"""`hushreel doctor` looks into a real bucket with versioning."""

from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest

from bots.wiring.doctor.blobs import sealed_bytes
from bots.wiring.doctor.storage import storage
from tests.doctoring import codes, patient
from tests.erasing import house_of
from tests.faults.test_object_store_life import assets_of, on, store_of
from tests.object_store import ObjectStoreServer, serving
from tests.parts import parts_in


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStoreServer]:
    """A server of the test's own."""
    with serving(tmp_path_factory.mktemp("looked-into") / "server") as running:
        yield running


async def test_the_doctor_looks_into_the_bucket(server: ObjectStoreServer, tmp_path: Path) -> None:
    """Versions are a warning; what the tables name and the bucket lacks is a problem; another key is one too."""
    settings = on(server, tmp_path)
    given = {**server.settings, "STORAGE_URL": f"s3://videos/{tmp_path.name}"}
    stored = await store_of(settings)
    async with parts_in(settings.data_dir, stored=stored) as parts:
        house = house_of(parts)
        video = await house.made(await parts.person(), 1_000)
        lost, *_ = await assets_of(house, video)
    assert codes(storage, patient(tmp_path, **given)) == ["storage_versions"]
    assert codes(sealed_bytes, patient(tmp_path, **given)) == []
    await obstore.delete_async(stored.bucket, lost)
    assert codes(sealed_bytes, patient(tmp_path, **given)) == ["blobs_lost"]
    assert codes(storage, patient(tmp_path, **{**given, "STORAGE_SECRET": "another"})) == ["bucket_key_refused"]
    (tmp_path / "data" / "blobs" / lost).write_bytes(b"x")
    assert codes(storage, patient(tmp_path, **given)) == ["storage_left", "storage_versions"]
