"""What canaries read through the gate, and what the tables hold of them sealed: before, and after."""

import hashlib
import io
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from core.gate import Surface
from core.people import Platform, Viewer
from core.records import VideoView
from core.videos import Asset
from tests.canaries.crowd import Crowd
from tests.canaries.people import Canary, Leaving
from tests.parts import HERE, Parts

Facts = dict[str, Any]
SEALED_BYTES = "bytes, sealed"
Sealed = dict[str, tuple[str, ...]]

SEALED_BY_VIDEO: Sealed = {
    "videos": ("id", "wrapped_key", "words"),
    "assets": ("video", "wrapped_key", "nonce_prefix"),
    "grants": ("video", "names"),
    "invitations": ("video", "names", "digest"),
    "knocks": ("video", "names"),
}
"""Tables whose rows go with a video: the column that names it, and what is sealed."""

SEALED_BY_PERSON: Sealed = {
    "grants": ("person", "names"),
    "knocks": ("person", "names"),
    "interviews": ("person", "notes"),
    "reports": ("person", "words"),
    "exports": ("person", "wrapped_key", "nonce_prefix"),
    "receipts": ("person", "sealed_secret"),
}

SEALED_BY_POST: Sealed = {"revisions": ("publication", "wrapped_key", "words")}


async def read(crowd: Crowd, one: Canary, *, told: bool = True) -> tuple[Facts, list[bytes]]:
    """Give what somebody reads of their own and of what others give them, and all bytes that they can open.

    Without `told` that is what a restore gives back: their own videos, words, files and receipts.
    """
    parts = crowd.village.parts
    async with parts.store.read() as reads:
        views = sorted(await reads.videos(one.viewer, limit=100), key=lambda view: view.video.number)
    facts: Facts = {"videos": [_of(view) for view in views]}
    opened = [await bytes_of(parts, one.viewer, asset) for view in views for asset in view.assets]
    if one.deleted is not None:
        async with parts.store.read() as reads:
            receipt = await reads.receipt(one.viewer, one.deleted)
        facts["receipt"] = receipt.id if receipt else None
    if not told:
        return facts, opened
    facts |= await _shared(crowd, one) | await _published(crowd, one)
    async with parts.store.read() as reads:
        interview = await reads.interview(one.viewer, Platform.DISCORD, one.account.external_id)
    facts["interview"] = interview.notes if interview else None
    return facts, opened


def _of(view: VideoView) -> Facts:
    sizes = [(str(asset.id), asset.role.value, asset.size_bytes) for asset in view.assets]
    return {
        "number": view.video.number,
        "state": view.video.state.value,
        "title": view.title,
        "prompt": view.prompt,
        "text": view.text,
        "assets": sorted(sizes),
    }


async def _shared(crowd: Crowd, one: Canary) -> Facts:
    """Say with whom they share, who asks, and what others share with them; nothing of who is to go."""
    parts, staying = crowd.village.parts, {each.picture for each in crowd.everybody if each.leaving is Leaving.STAYS}
    async with parts.store.read() as reads:
        grants = await reads.grants(one.viewer, one.picture) if one.picture else ()
        knocks = await reads.knocks(one.viewer, one.picture) if one.picture else ()
        shared = [video for video in await reads.shared(one.viewer, 100) if video in staying]
        given = [await reads.grant(one.viewer, video) for video in shared]
        films = [await reads.video(one.viewer, video, HERE) for video in shared]
    return {
        "grants": [(grant.name, grant.giver) for grant in grants if grant.name not in crowd.words_of_the_gone],
        "knocks": [knock.name for knock in knocks if knock.name not in crowd.words_of_the_gone],
        "given": sorted((grant.name, grant.giver) for grant in given if grant),
        "films": sorted(str(asset.id) for view in films if view for asset in view.assets),
    }


async def _published(crowd: Crowd, one: Canary) -> Facts:
    """Say how their publication stands to them, and to any member who passes by."""
    if one.publication is None:
        return {}
    async with crowd.village.parts.store.read() as reads:
        own = await reads.publication(one.viewer, one.publication, HERE)
        passer = Viewer(None, dict(one.viewer.roles))
        seen = await reads.publication(passer, one.publication, Surface.FEED)
    assert own is not None
    return {
        "state": own.publication.state.value,
        "caption": asdict(own.revision.proposal.caption),
        "note": "" if own.revision.note in crowd.words_of_the_gone else own.revision.note,
        "why": own.revision.why,
        "hold": own.hold,
        "seen": asdict(seen.revision.proposal.caption) if seen else None,
    }


async def bytes_of(parts: Parts, viewer: Viewer, asset: Asset) -> bytes:
    """Open an asset through the gate, to its end."""
    async with parts.store.read() as reads:
        found = await reads.asset(viewer, asset.id, HERE)
    assert found is not None
    stream = await parts.vault.open(asset.id, found[1])
    return b"".join([chunk async for chunk in stream.read(0, asset.size_bytes)])


async def archive_of(parts: Parts, one: Canary) -> list[bytes]:
    """Give the files of somebody's archive; none where there is none."""
    async with parts.store.read() as reads:
        found = await reads.export_bytes(one.viewer, HERE)
    if found is None:
        return []
    stream = await parts.vault.open(found[0].id, found[1])
    content = b"".join([chunk async for chunk in stream.read(0, found[0].size_bytes)])
    with ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]


async def told_moderators(crowd: Crowd) -> bytes:
    """Give what is said in reports, as whoever decides reads it: moderators, and the operator."""
    operator = Viewer(operator=True)
    async with crowd.village.parts.store.read() as reads:
        cases = list(await reads.cases(crowd.moderators[0].viewer, crowd.village.community, HERE))
        cases += await reads.cases(operator, None, Surface.DESK)
    return json.dumps([[report.words for report in case.reports] for case in cases]).encode()


def sums(opened: Iterable[bytes]) -> list[str]:
    """Give the SHA-256 sums of what was opened."""
    return [hashlib.sha256(content).hexdigest() for content in opened]


def note_sealed(folder: Path, one: Canary, assets: Mapping[UUID, bytes]) -> None:
    """Mark all that files hold of somebody sealed: keys, words, names, and pieces of `assets`; and ids."""
    videos = [video for video in (one.picture, one.failed, one.cancelled) if video]
    people = [one.viewer.person] if one.viewer.person else []
    posts = [one.publication] if one.publication else []
    with closing(sqlite3.connect(folder / "hushreel.db")) as tables:
        _note_rows(tables, one, SEALED_BY_VIDEO, videos)
        _note_rows(tables, one, SEALED_BY_PERSON, people, of_video=False)
        _note_rows(tables, one, SEALED_BY_POST, posts)
    for asset, content in assets.items():
        one.marks.id(one.number, "asset", asset)
        one.marks.sealed(one.number, SEALED_BYTES, content)
    for video in videos:
        one.marks.id(one.number, "video", video)
    for person in people:
        one.marks.id(one.number, "person", person, of_video=False)


def _note_rows(
    tables: sqlite3.Connection, one: Canary, by: Sealed, ids: Sequence[UUID], *, of_video: bool = True
) -> None:
    for table, (column, *kept) in by.items():
        places = ", ".join("?" for _ in ids)
        query = f"SELECT {', '.join(kept)} FROM {table} WHERE {column} IN ({places})"  # noqa: S608 - names of our own
        for row in tables.execute(query, [each.hex for each in ids]):
            for name, value in zip(kept, row, strict=True):
                one.marks.sealed(one.number, f"{table}.{name}, sealed", value or b"", of_video=of_video)
