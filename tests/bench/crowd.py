"""A house of many videos by many authors, most of them shown in one community, some waiting: rows like a real one's."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from core.people import CommunityId, Identity, PersonId, Platform, Role, Viewer
from core.publications import Caption, Key
from core.storage.captions import seal_caption
from core.storage.keys import MasterKey
from core.storage.words import Wraps, seal_words
from core.videos import PublicationId, VideoId
from tests.parts import RETENTION_MS, Parts
from tests.publishing import WORDS, ready

EACH = 50
"""So many videos has each author: more authors make a larger house."""

WAITS_EVERY, WORLD_EVERY = 20, 10
OWN = 10
AT_ONCE = 10_000
DAY_MS = 86_400_000


@dataclass(frozen=True)
class Crowd:
    """Who asks in it, and where."""

    community: CommunityId
    asker: PersonId
    video: VideoId
    slug: str
    middle_of_showcase: Key
    middle_of_queue: Key
    page: int = 24
    line: int = 10
    own: int = OWN


async def crowd_in(parts: Parts, many: int) -> Crowd:
    """Fill a house with so many videos."""
    asker = (await parts.person("asker")).person
    assert asker is not None
    async with parts.store.write() as writes:
        community = await writes.begin_community(Platform.DEMO, "home")
        authors = [await writes.meet(Identity(Platform.DEMO, f"author {one}")) for one in range(many // EACH)]
    own = [await ready(parts, Viewer(asker, {community: Role.MEMBER})) for _ in range(OWN)]
    key = MasterKey.load(parts.folder.parent / "keys" / "master.key", parts.folder)
    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as rows:
        rows.execute("PRAGMA synchronous = OFF")
        rows.row_factory = sqlite3.Row
        like = _Like(parts, rows, own[0], community, key)
        for start in range(0, many - OWN, AT_ONCE):
            like.keep(authors, range(start, min(start + AT_ONCE, many - OWN)))
        rows.execute("ANALYZE")
        shown, waits = (_middle(rows, column) for column in ("shown_at_ms", "waiting_since_ms"))
        query = "SELECT slug, video FROM publications WHERE shown_at_ms = ?"
        slug, video = rows.execute(query, (shown.at_ms,)).fetchone()
    return Crowd(community, asker, VideoId(UUID(video)), slug, shown, waits)


class _Like:
    """Rows like those of one video that the service kept."""

    def __init__(
        self, parts: Parts, rows: sqlite3.Connection, first: VideoId, community: CommunityId, key: Wraps
    ) -> None:
        self._parts, self._rows, self._key = parts, rows, key
        self._community = community
        self._video = dict(rows.execute("SELECT * FROM videos WHERE id = ?", (first.hex,)).fetchone())
        found = rows.execute("SELECT * FROM assets WHERE video = ? AND role != 'input'", (first.hex,))
        self._assets = [dict(row) for row in found.fetchall()]

    def keep(self, authors: list[PersonId], numbers: range) -> None:
        """Keep some more, in one transaction."""
        kept: dict[str, list[Mapping[str, Any]]] = {}
        for number in numbers:
            for table, row in self._one(authors[number // EACH], number):
                kept.setdefault(table, []).append(row)
        with self._rows:
            for table, found in kept.items():
                marks = ", ".join(f":{name}" for name in found[0])
                names = ", ".join(found[0])
                self._rows.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", found)  # noqa: S608

    def _one(self, author: PersonId, number: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
        ids, at_ms = self._parts.ids, self._parts.clock.now_ms() - DAY_MS + number
        video, name = VideoId(ids.new()), PublicationId(ids.new())
        waits = number % WAITS_EVERY == 0
        audience = "anyone" if number % WORLD_EVERY == 1 else "community"
        state, until_ms = ("proposed" if waits else "shown"), at_ms + 30 * DAY_MS
        ends_ms = at_ms + RETENTION_MS
        own = {"id": video.hex, "owner": author.hex, "origin": author.hex, "number": number % EACH + 1}
        wrapped_key, words = seal_words(WORDS, video, self._key)
        sealed_words = {"wrapped_key": wrapped_key, "words": words}
        marks = {"shown": not waits, "kept_until_ms": until_ms, "ends_at_ms": ends_ms, "asked_at_ms": at_ms}
        yield "videos", self._video | own | marks | sealed_words
        for asset in self._assets:
            yield "assets", asset | {"id": ids.new().hex, "video": video.hex}
        yield (
            "publications",
            {
                "id": name.hex,
                "video": video.hex,
                "community": self._community.hex,
                "audience": audience,
                "revision": 1,
                "state": state,
                "shown_revision": None if waits else 1,
                "slug": ids.token(),
                "waiting_since_ms": at_ms if waits else None,
                "shown_at_ms": None if waits else at_ms,
                "keeps_until_ms": until_ms,
            },
        )
        asked = {"audience": audience, "portrayed": "nobody", "until_ms": until_ms, "proposed_at_ms": at_ms}
        sealed = seal_caption(Caption("Lighthouse at noon", "A tower", ("sea",)), "", (name, 1), self._key)
        yield "revisions", {"publication": name.hex, "number": 1, "state": state} | asked | sealed


def _middle(rows: sqlite3.Connection, column: str) -> Key:
    """Give where the middle page begins."""
    query = (
        f"SELECT {column}, id FROM publications WHERE {column} IS NOT NULL ORDER BY {column} LIMIT 1"  # noqa: S608
        f" OFFSET (SELECT count({column}) / 2 FROM publications)"
    )
    at_ms, name = rows.execute(query).fetchone()
    return Key(at_ms, PublicationId(UUID(name)))
