"""The library: what a conversation asks of one person's videos, 10,000 beside few."""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from core.storage.keys import MasterKey
from core.storage.words import seal_words
from core.videos import VideoId
from tests.bench.row import Row
from tests.keeping import WORDS, kept
from tests.parts import Parts
from tests.talk import Talk, buttons, talk_in

FEW, SOME, MANY = 10, 250, 10_000
"""SOME is more than the 200 titles that are looked through, and has pages to turn."""

BESIDE = {
    "first page": FEW,
    "one by its number": FEW,
    "/privacy over all": FEW,
    "what is unfinished": FEW,
    "next page": SOME,
    "page before": SOME,
    "one by its title": SOME,
    "suggestions while typing": SOME,
    "a question in plain words": SOME,
}
ROUNDS = 80
MOST = 1.5
Do = Callable[[], Awaitable[object]]


def rows() -> list[Row]:
    """Measure the same commands in turns on libraries of several sizes."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rows(Path(folder)))


async def _rows(folder: Path) -> list[Row]:
    async with talk_in(folder / "few") as few, talk_in(folder / "some") as some, talk_in(folder / "many") as many:
        asks = {size: await _grown(talk, size) for talk, size in ((few, FEW), (some, SOME), (many, MANY))}
        found = [await _against(name, size, asks[size][name], asks[MANY][name]) for name, size in BESIDE.items()]
    return [row for pair in found for row in pair]


async def _against(name: str, size: int, do_small: Do, do_large: Do) -> tuple[Row, Row]:
    """Ask both in turns, and compare the 95th percentiles."""
    small_ms, large_ms = [], []
    for _ in range(ROUNDS):
        small_ms.append(await _taken_ms(do_small))
        large_ms.append(await _taken_ms(do_large))
    p95_small, p95_large = (statistics.quantiles(times, n=20)[-1] for times in (small_ms, large_ms))
    medians = statistics.median(large_ms) / statistics.median(small_ms)
    ratio = p95_large / p95_small
    note = f"p95 of {ROUNDS} each, in turns; the medians {medians:.2f} x"
    return (
        Row(f"{name}: {MANY:,} videos / {size}", ratio, "x", f"at most {MOST:g}", ratio <= MOST, note),
        Row(f"{name}: {MANY:,} videos", p95_large, "ms", "", reached=True, note="p95"),
    )


async def _taken_ms(do: Do) -> float:
    begun = time.perf_counter()
    await do()
    return (time.perf_counter() - begun) * 1_000


async def _grown(talk: Talk, size: int) -> Mapping[str, Do]:
    """Fill the libraries of two people, and give what one of them asks."""
    asker, other = await talk.asker(), await talk.asker("another")
    for one in (asker, other):
        await _fill(talk.parts, one, size)
    chat = Chat(talk.services)
    pages = [await chat.ask("videos", {}, asker)]
    if size > FEW:
        for _ in range(2):
            pages.append(await chat.press(buttons(pages[-1])[-1].press, asker))
    title = VideoRef(f"title {size - 20}")
    return {
        "first page": lambda: chat.ask("videos", {}, asker),
        "one by its number": lambda: chat.ask("videos", {"video": VideoRef("#3")}, asker),
        "/privacy over all": lambda: chat.ask("privacy", {}, asker),
        "what is unfinished": lambda: chat.unfinished(asker),
        "next page": lambda: chat.press(buttons(pages[1])[-1].press, asker),
        "page before": lambda: chat.press(buttons(pages[2])[-2].press, asker),
        "one by its title": lambda: chat.ask("videos", {"video": title}, asker),
        "suggestions while typing": lambda: chat.complete("videos", "video", "title", asker),
        "a question in plain words": lambda: chat.say(f"is {title.text} private?", asker),
    }


async def _fill(parts: Parts, asker: Asker, size: int) -> None:
    """Keep one video as the service does, then rows like it, each with words under a key of its own."""
    first = await kept(parts, asker.person)
    async with parts.store.write() as writes:
        await writes.move_video(first, "cancel", actor=asker.person)
    key = MasterKey.load(parts.folder.parent / "keys" / "master.key", parts.folder)
    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as connection, connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM videos WHERE id = ?", (first.hex,)).fetchone())
        marks = ", ".join(f":{name}" for name in row)
        for number in range(2, size + 1):
            video = VideoId(parts.ids.new())
            wrapped_key, words = seal_words(replace(WORDS, title=f"title {number}"), video, key)
            own = {"id": video.hex, "number": number, "wrapped_key": wrapped_key, "words": words}
            connection.execute(f"INSERT INTO videos VALUES ({marks})", row | own)  # noqa: S608 - names of columns
        connection.execute("UPDATE people SET last_number = ? WHERE id = ?", (size, asker.person.hex))
