"""Videos kept in the database without making them: sealed words, an asset that names no bytes, a place in the queue."""

import sqlite3
from contextlib import closing
from typing import Any
from uuid import UUID, uuid4

from core.people import CommunityId, PersonId
from core.records import Lane, Order, SealedBytes, Token
from core.videos import (
    Asset,
    AssetId,
    AssetRole,
    Audience,
    Publication,
    PublicationId,
    Shape,
    Showing,
    VideoId,
    Words,
)
from tests.parts import RETENTION_MS, Parts

WORDS = Words("a narwhalish harbour", "Pangolinesque", ("axolotlian.png",))
ORDER = Order(WORDS.prompt, Shape.WIDE, 3, seed=11)
HOME, ELSEWHERE = (CommunityId(UUID(int=number)) for number in (1, 2))


def ask_file(parts: Parts, query: str) -> list[tuple[Any, ...]]:
    """Ask the file itself, past our doors."""
    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as connection, connection:
        return connection.execute(query).fetchall()


def give(parts: Parts, video: VideoId, person: PersonId, until_ms: int | None = None) -> None:
    """Write a grant behind the doors' backs, without a name that could be read."""
    until = "NULL" if until_ms is None else until_ms
    values = f"'{video.hex}', '{person.hex}', {until}, '{uuid4().hex}', x'00', 0"
    ask_file(parts, f"INSERT INTO grants (video, person, until_ms, id, names, given_at_ms) VALUES ({values})")  # noqa: S608


async def owner_of(parts: Parts) -> PersonId:
    """Meet the owner."""
    viewer = await parts.person()
    assert viewer.person
    return viewer.person


async def kept(parts: Parts, owner: PersonId, words: Words = WORDS) -> VideoId:
    """Keep a video with an asset, in the queue, with a button."""
    video, asset = VideoId(parts.ids.new()), AssetId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_video(owner, video, ORDER, words, parts.clock.now_ms() + RETENTION_MS)
        part = Asset(asset, video, AssetRole.INPUT, "image/png", 3, 1, 1)
        await writes.add_asset(part, SealedBytes(asset, b"wrapped-" + asset.bytes, b"prefix", 3))
        await writes.move_video(video, "queue", actor=owner)
        await writes.enqueue(video, owner, Lane.RENDER)
        bound = Token("delete", video, owner, 1, parts.clock.now_ms() + 1_000)
        await writes.offer(parts.ids.token(), bound)
    return video


async def shown(parts: Parts, video: VideoId, community: CommunityId) -> PublicationId:
    """Show a video in a community."""
    name = PublicationId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_publication(Publication(name, video, community, Audience.COMMUNITY, 1, Showing.DRAFT))
        await writes.move_publication(name, 1, "show")
    return name
