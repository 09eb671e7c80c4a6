"""A real S3 with versioning, as tests use it: what it keeps of what was deleted can be listed, read and searched."""

from pathlib import Path

from obstore.store import S3Store

from tests.object_store import BUCKET, KEY, REGION, SECRET, serving

SEALED = bytes(range(256)) * 4


async def test_a_versioned_bucket_keeps_what_is_deleted(tmp_path: Path) -> None:
    """Deleted and gone for every reader, the bytes are still a version, and in a file of the server's."""
    with serving(tmp_path / "s3") as server:
        store = S3Store(
            BUCKET,
            endpoint=server.endpoint,
            region=REGION,
            access_key_id=KEY,
            secret_access_key=SECRET,
            client_options={"allow_http": True},
        )
        await store.put_async("one", SEALED)
        await store.delete_async("one")
        (older,) = [one for one in server.versions() if not one.marker]
        assert [one.marker for one in server.versions() if one.latest] == [True]
        assert server.content("one", older.id) == SEALED
        assert [path for path in server.files() if SEALED in path.read_bytes()]
    assert server.process.poll() is not None
