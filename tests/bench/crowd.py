"""A house of many videos by many authors, most of them shown in one community, some waiting: rows like a real one's."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from core.people import CommunityId, PersonId, Platform, Role, Viewer
from core.publications import Caption, Key
from core.storage.captions import seal_caption
from core.storage.keys import MasterKey
from core.storage.words import seal_words
from core.videos import PublicationId, VideoId
from tests.parts import RETENTION_MS, Parts
from tests.publishing import WORDS, ready

EACH = 50
"""So many videos has each author: more authors make a larger house."""

WAITS_EVERY, WORLD_EVERY = 20, 10
OWN = 10
DAY_MS = 86_400_000
NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :many) "
READ = """
SELECT id, video FROM (SELECT * FROM publications WHERE shown_at_ms NOTNULL ORDER BY shown_at_ms DESC LIMIT 300)
UNION SELECT id, video FROM (SELECT * FROM publications WHERE shown_at_ms <= :shown ORDER BY shown_at_ms DESC LIMIT 60)
UNION SELECT id, video FROM (
    SELECT * FROM publications WHERE waiting_since_ms NOTNULL ORDER BY waiting_since_ms LIMIT 30)
UNION SELECT id, video FROM (
    SELECT * FROM publications WHERE waiting_since_ms >= :waits ORDER BY waiting_since_ms LIMIT 30)
"""
"""What is on the pages that are read: its words are sealed as they must be, all others' are never opened."""


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
    """Fill a house with so many videos, of which a twentieth waits."""
    asker = (await parts.person("asker")).person
    assert asker is not None
    async with parts.store.write() as writes:
        community = await writes.begin_community(Platform.DEMO, "home")
    own = [await ready(parts, Viewer(asker, {community: Role.MEMBER})) for _ in range(OWN)]
    key = MasterKey.load(parts.folder.parent / "keys" / "master.key", parts.folder)
    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as rows:
        rows.execute("PRAGMA synchronous = OFF")
        rows.row_factory = sqlite3.Row
        _fill(rows, own[0], {"many": many - OWN, "home": community.hex, "now_ms": parts.clock.now_ms()})
        shown, waits = (_middle(rows, column) for column in ("shown_at_ms", "waiting_since_ms"))
        with rows:
            for name, video in rows.execute(READ, {"shown": shown.at_ms, "waits": waits.at_ms}).fetchall():
                _seal(rows, PublicationId(UUID(name)), VideoId(UUID(video)), key)
        rows.execute("ANALYZE")
        query = "SELECT slug, video FROM publications WHERE shown_at_ms = ?"
        slug, video = rows.execute(query, (shown.at_ms,)).fetchone()
    return Crowd(community, asker, VideoId(UUID(video)), slug, shown, waits)


def _fill(rows: sqlite3.Connection, first: VideoId, values: Mapping[str, object]) -> None:
    """Keep rows like those of one video that the service kept."""
    at_ms, waits = f":now_ms - {DAY_MS} + n", f"n % {WAITS_EVERY} = 0"
    until_ms = f"({at_ms} + {30 * DAY_MS})"
    author = f"printf('a%031x', (n - 1) / {EACH})"
    audience = f"CASE n % {WORLD_EVERY} WHEN 1 THEN 'anyone' ELSE 'community' END"
    state = f"CASE WHEN {waits} THEN 'proposed' ELSE 'shown' END"
    video, publication = "printf('b%031x', n)", "printf('c%031x', n)"
    own = {"id": video, "owner": author, "origin": author, "number": f"(n - 1) % {EACH} + 1"}
    ends = {"ends_at_ms": f"{at_ms} + {RETENTION_MS}", "asked_at_ms": at_ms}
    marks = {"shown": f"NOT ({waits})", "kept_until_ms": until_ms}
    with rows:
        _keep(rows, "people", {"id": author}, values, where=f"n % {EACH} = 1")
        _keep(rows, "videos", own | ends | marks, values, like=("id = ?", first))
        for role in ("output", "poster"):
            part = {"id": f"printf('{'de'[role == 'poster']}%031x', n)", "video": video}
            _keep(rows, "assets", part, values, like=(f"role = '{role}' AND video = ?", first))
        stands = {
            "id": publication,
            "video": video,
            "community": ":home",
            "audience": audience,
            "revision": "1",
            "state": state,
            "shown_revision": f"CASE WHEN {waits} THEN NULL ELSE 1 END",
            "slug": "lower(hex(randomblob(16)))",
            "waiting_since_ms": f"CASE WHEN {waits} THEN {at_ms} END",
            "shown_at_ms": f"CASE WHEN {waits} THEN NULL ELSE {at_ms} END",
            "keeps_until_ms": until_ms,
        }
        _keep(rows, "publications", stands, values)
        asked = {"portrayed": "'nobody'", "until_ms": until_ms, "proposed_at_ms": at_ms, "audience": audience}
        words = {"wrapped_key": "randomblob(60)", "words": "randomblob(90)"}
        _keep(rows, "revisions", {"publication": publication, "number": "1", "state": state} | asked | words, values)


def _keep(
    rows: sqlite3.Connection,
    table: str,
    chosen: Mapping[str, str],
    values: Mapping[str, object],
    *,
    like: tuple[str, UUID] | None = None,
    where: str = "1",
) -> None:
    """Keep a row for each number: columns that are chosen, and the others like those of a row that is there."""
    known: dict[str, object] = {}
    if like is not None:
        known = dict(rows.execute(f"SELECT * FROM {table} WHERE {like[0]}", (like[1].hex,)).fetchone())  # noqa: S608
    taken = {name: f":like_{name}" for name in known} | dict(chosen)
    given = dict(values) | {f"like_{name}": value for name, value in known.items()}
    columns = ", ".join(taken)
    wanted = ", ".join(taken.values())
    rows.execute(f"INSERT INTO {table} ({columns}) {NUMBERS} SELECT {wanted} FROM numbers WHERE {where}", given)  # noqa: S608


def _seal(rows: sqlite3.Connection, name: PublicationId, video: VideoId, key: MasterKey) -> None:
    sealed = seal_caption(Caption("Lighthouse at noon", "A tower", ("sea",)), "", (name, 1), key)
    rows.execute("UPDATE revisions SET wrapped_key = ?, words = ? WHERE publication = ?", (*sealed.values(), name.hex))
    rows.execute(
        "UPDATE videos SET wrapped_key = ?, words = ? WHERE id = ?", (*seal_words(WORDS, video, key), video.hex)
    )


def _middle(rows: sqlite3.Connection, column: str) -> Key:
    """Give where the middle page begins."""
    query = (
        f"SELECT {column}, id FROM publications WHERE {column} IS NOT NULL ORDER BY {column} LIMIT 1"  # noqa: S608
        f" OFFSET (SELECT count({column}) / 2 FROM publications)"
    )
    at_ms, name = rows.execute(query).fetchone()
    return Key(at_ms, PublicationId(UUID(name)))
