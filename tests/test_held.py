"""Files that are held while they come: sealed, silent ones gone by themselves, those in use kept as long as needed."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import NotFound
from core.intake.held import AHEAD, Held
from core.intake.upload import Staged
from core.people import PersonId
from tests.parts import Parts
from tests.waiting import until

SOON_S = 0.05
NAME = "quokkazine.mp4"


async def pieces(*given: bytes) -> AsyncIterator[bytes]:
    """Give pieces in order."""
    for one in given:
        yield one


async def person(parts: Parts) -> PersonId:
    """Somebody."""
    viewer = await parts.person()
    assert viewer.person is not None
    return viewer.person


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300_000), cuts=st.lists(st.integers(1, 100_000), max_size=5))
async def test_what_was_sent_is_what_is_held(parts: Parts, content: bytes, cuts: list[int]) -> None:
    """However a file is cut into pieces, its bytes come back in order, and lie sealed meanwhile."""
    who, held, at = await person(parts), Held(parts.vault, parts.ids), 0
    upload = held.begin(who, NAME, len(content))
    for cut in (*cuts, len(content)):
        piece = content[at : at + cut]
        await held.find(who, upload).append(at, pieces(piece))
        at += len(piece)
    async with held.taken(who, [upload]) as (file,):
        assert isinstance(file, Staged)
        assert (file.name, file.declared_size) == (NAME, len(content))
        assert b"".join([chunk async for chunk in file.chunks()]) == content
        (kept,) = parts.sealed_files
        assert len(content) < 64 or content[:64] not in kept.read_bytes()
    assert parts.sealed_files == []


async def test_a_silence_ends_an_upload(parts: Parts) -> None:
    """A half one and a whole one that nobody uses are gone by themselves, and whoever comes late is told so."""
    who, held = await person(parts), Held(parts.vault, parts.ids, silence_s=SOON_S)
    half, whole = held.begin(who, NAME, 10), held.begin(who, NAME, 3)
    arrival = held.find(who, half)
    await arrival.append(0, pieces(b"abc"))
    await held.find(who, whole).append(0, pieces(b"abc"))
    await asyncio.sleep(SOON_S * 6)
    for upload in (half, whole):
        with pytest.raises(NotFound, match="upload_not_found"):
            held.find(who, upload)
    with pytest.raises(NotFound, match="upload_not_found"):
        await arrival.append(3, pieces(b"d"))
    assert parts.sealed_files == []


async def test_a_file_in_use_is_held_as_long_as_that_takes(parts: Parts) -> None:
    """No silence takes a file away from the command that reads it, and nobody else gets it meanwhile."""
    who, held = await person(parts), Held(parts.vault, parts.ids, silence_s=SOON_S)
    upload = held.begin(who, NAME, 3)
    await held.find(who, upload).append(0, pieces(b"abc"))
    async with held.taken(who, [upload]) as (file,):
        await asyncio.sleep(SOON_S * 4)
        assert b"".join([chunk async for chunk in file.chunks()]) == b"abc"
        with pytest.raises(NotFound, match="upload_not_found"):
            held.find(who, upload)
    assert parts.sealed_files == []


async def test_an_end_reaches_a_sender_that_waits(parts: Parts) -> None:
    """A sender that is ahead of the disk is told when the upload ends; the store removes its draft by itself."""
    who, held = await person(parts), Held(parts.vault, parts.ids)
    upload = held.begin(who, NAME, 10**8)
    many = [bytes(2**16)] * (AHEAD * 100)
    sending = asyncio.create_task(held.find(who, upload).append(0, pieces(*many)))
    await asyncio.sleep(0)
    await held.find(who, upload).end()
    with pytest.raises(NotFound, match="upload_not_found"):
        await sending
    await until(lambda: not parts.sealed_files)


async def test_closing_leaves_nothing(parts: Parts) -> None:
    """When the service stops, what is held goes."""
    who, held = await person(parts), Held(parts.vault, parts.ids)
    for size in (3, 10):
        await held.find(who, held.begin(who, NAME, size)).append(0, pieces(b"abc"))
    await held.close()
    await until(lambda: not parts.sealed_files)
    assert not parts.sealed_files
