"""Canaries whose sealed bytes lie in a bucket that keeps every version: what stays there opens for nobody.

HUSHREEL_CANARIES_IN_BUCKET sets how many people there are, HUSHREEL_SEED which marks they have.
"""

import os
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import obstore
import pytest
from obstore.store import ObjectStore, S3Store

from core.people import FORGETS_AFTER_MS
from core.storage.keys import MasterKey
from core.storage.vault import SealedVault
from tests.canaries.crowd import Crowd
from tests.canaries.erasing import leave
from tests.canaries.marks import Mark
from tests.canaries.people import Leaving, canaries, seeded
from tests.canaries.reading import SEALED_BYTES, note_sealed, read, sums
from tests.canaries.run import MODERATORS, assets_of, counted, say
from tests.canaries.search import Finder
from tests.departing import village_in
from tests.object_store import BUCKET, KEY, REGION, SECRET, ObjectStoreServer, serving
from tests.parts import Parts, parts_in

pytestmark = pytest.mark.timeout(0)

MANY = int(os.environ.get("HUSHREEL_CANARIES_IN_BUCKET", "6"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261130"))
STAYING = (Leaving.STAYS, Leaving.EXPIRES)


async def test_older_versions_open_for_nobody_once_their_keys_are_gone(tmp_path: Path) -> None:
    """The bucket keeps sealed bytes of who was erased; nothing else of them is in a file of its server or of ours."""
    with serving(tmp_path / "s3") as server:
        async with parts_in(tmp_path / "house" / "data") as opened:
            bucket = _bucket(server)
            crowd = await _lived(_with_bucket(opened, bucket))
            await _noted(crowd, bucket)
            for one in crowd.everybody:
                if one.forgotten:
                    await leave(crowd, one)
            await crowd.settle()
            await crowd.village.run()
            gone = {one.number for one in crowd.everybody if one.forgotten}
            sealed = [mark for mark in _marks(crowd, gone) if mark.what == SEALED_BYTES]
            others = [mark for mark in _marks(crowd, gone) if mark.what != SEALED_BYTES and not mark.is_id]
            assert {found.person for found in Finder(sealed).in_folder(tmp_path / "s3")} == gone
            assert counted(Finder(others).in_folder(tmp_path)) == {}
            assert counted(Finder(sealed).in_folder(tmp_path / "house")) == {}
            await _is_all_there(crowd)
            say(f"{len(others)} marks of {len(gone)} people searched for beside a bucket: none found")


def _bucket(server: ObjectStoreServer) -> ObjectStore:
    return S3Store(
        BUCKET,
        endpoint=server.endpoint,
        region=REGION,
        access_key_id=KEY,
        secret_access_key=SECRET,
        client_options={"allow_http": True},
    )


def _with_bucket(parts: Parts, bucket: ObjectStore) -> Parts:
    key = MasterKey.load(parts.folder.parent / "keys" / "master.key", parts.folder)
    return replace(parts, vault=SealedVault(bucket, key, parts.store.ledger, parts.revocations))


async def _lived(parts: Parts) -> Crowd:
    marks = seeded(SEED)
    people = canaries(MANY + MODERATORS, marks)
    crowd = Crowd(await village_in(parts), people[:MANY], people[MANY:])
    await crowd.arrive()
    parts.clock.advance(2 * FORGETS_AFTER_MS)
    await crowd.live(say)
    await crowd.settle()
    await crowd.village.run()
    return crowd


async def _noted(crowd: Crowd, bucket: ObjectStore) -> None:
    """Keep what everybody reads, and mark what is sealed of those who go."""
    parts = crowd.village.parts
    for one in crowd.everybody:
        one.facts, opened = await read(crowd, one, told=False)
        one.facts["sums"] = sums(opened)
        if one.forgotten:
            names: list[UUID] = [*await assets_of(parts, one)]
            sealed = {name: bytes(await (await obstore.get_async(bucket, str(name))).bytes_async()) for name in names}
            note_sealed(parts.folder, one, sealed)


def _marks(crowd: Crowd, people: set[int]) -> list[Mark]:
    return [mark for mark in crowd.everybody[0].marks.given if mark.person in people]


async def _is_all_there(crowd: Crowd) -> None:
    for one in crowd.everybody:
        if one.leaving in STAYING:
            facts, opened = await read(crowd, one, told=False)
            assert facts | {"sums": sums(opened)} == one.facts
