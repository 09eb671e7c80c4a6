"""An album is answered once it is whole, by one process, in the order of its messages, whatever came first."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from bots.telegram_bot.drafting import places_in
from core.inbox import ALBUM_QUIET_MS, Album, Event
from core.people import Platform
from core.records import VideoView
from core.storage.database import Database, open_database
from core.storage.inbox import SqlInbox
from core.storage.keys import MasterKey
from core.storage.migrate import migrate
from core.videos import Making
from tests.chatting import video_of
from tests.fakes.clips import Shot, clip
from tests.fakes.pictures import encoded
from tests.fakes.time import FakeClock, SeededIds
from tests.talk import spoken
from tests.telegram_heard import Json, photo, said
from tests.telegram_living import Living, living_in
from tests.waiting import until

NAME = "101:9"
RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 160, 60)


@dataclass
class Kept:
    """Two processes on one database."""

    clock: FakeClock
    one: SqlInbox
    other: SqlInbox


@pytest_asyncio.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    """An inbox for each of two processes."""
    await migrate(tmp_path / "hushreel.db")
    clock, key = FakeClock(), MasterKey(b"k" * 32)
    databases: list[Database] = [open_database(tmp_path / "hushreel.db") for _ in range(2)]
    one, other = (SqlInbox(database, key, clock, Platform.TELEGRAM) for database in databases)
    yield Kept(clock, one, other)
    for database in databases:
        await database.close()


async def test_one_of_two_processes_closes_an_album(kept: Kept) -> None:
    """Each process got an item; when it was quiet long enough, one of them takes both."""
    await kept.one.keep([Event(1, "first", NAME)])
    kept.clock.advance(1_000)
    await kept.other.keep([Event(2, "second", NAME)])
    kept.clock.advance(ALBUM_QUIET_MS - 1)
    assert await kept.one.close_album(NAME) is None
    kept.clock.advance(1)
    taken = await asyncio.gather(kept.one.close_album(NAME), kept.other.close_album(NAME))
    assert sorted(len(one or ()) for one in taken) == [0, 2]


async def test_a_late_item_opens_an_album_again(kept: Kept) -> None:
    """What comes after the end is taken by itself, and it is known what became of the others."""
    await kept.one.keep([Event(1, "first", NAME)])
    kept.clock.advance(ALBUM_QUIET_MS)
    assert [one.number for one in await kept.one.close_album(NAME) or ()] == [1]
    became = Album(SeededIds().new(), (11,))
    await kept.one.album_became(NAME, became)
    assert list(await kept.one.close_album(NAME) or ()) == []
    await kept.other.keep([Event(2, "late", NAME)])
    assert await kept.other.close_album(NAME) is None
    kept.clock.advance(ALBUM_QUIET_MS)
    assert [one.number for one in await kept.other.close_album(NAME) or ()] == [2]
    assert await kept.other.album(NAME) == became


async def test_what_a_process_took_and_did_not_answer_is_free_after_a_start(kept: Kept) -> None:
    """Killed while it answered, an album is taken up by the next start."""
    await kept.one.keep([Event(1, "first", NAME), Event(2, "second", NAME)])
    kept.clock.advance(ALBUM_QUIET_MS)
    assert len(await kept.one.close_album(NAME) or ()) == 2
    assert await kept.other.begin() == ([], [NAME])
    assert len(await kept.other.close_album(NAME) or ()) == 2
    await kept.other.answered([1, 2])
    assert await kept.one.begin() == ([], [])


@pytest.mark.parametrize(
    ("before", "new", "places"),
    [((11, 12), (13,), (2,)), ((12, 13), (11,), (0,)), ((11, 13), (12,), (1,)), ((11, 14), (12, 13), (1, 2))],
)
def test_late_items_have_their_places(before: tuple[int, ...], new: tuple[int, ...], places: tuple[int, ...]) -> None:
    """Where an item belongs follows from its message, not from when it came."""
    assert places_in(before, new) == places


@pytest_asyncio.fixture
async def living(tmp_path: Path) -> AsyncIterator[Living]:
    """A chat with real parts behind an inbox."""
    async with living_in(tmp_path) as found:
        yield found


def item(living: Living, colour: tuple[int, int, int], message_id: int, **more: str) -> Json:
    """Send one picture of an album."""
    picture = encoded(Image.new("RGB", (160, 96), colour), "PNG")
    return said(media_group_id="9", message_id=message_id, **photo(living.put(picture), len(picture)), **more)


async def drawn(living: Living, inputs: int) -> VideoView:
    """Wait for the answer that has so many inputs, and give its video."""
    await until(lambda: living.answered.replies, 20)
    view = await living.view(video_of(living.answered.replies[-1]))
    assert len(view.inputs) == inputs
    return view


async def colours(living: Living, view: VideoView) -> list[str]:
    """Name the strongest colour of each input, in order."""
    return [await living.colour(view, number) for number in range(len(view.inputs))]


@pytest.mark.parametrize("order", list(permutations(range(3)))[::2], ids=str)
async def test_pictures_stand_in_the_order_of_their_messages(living: Living, order: tuple[int, ...]) -> None:
    """Whatever comes first, the first picture that was sent is the first of the video."""
    items = [item(living, RED, 11, caption="a slow move"), item(living, GREEN, 12), item(living, BLUE, 13)]
    for number in order:
        await living.incoming.keep([items[number]])
    view = await drawn(living, 3)
    assert await colours(living, view) == ["red", "green", "blue"]
    assert (view.video.state, view.prompt) == (Making.ASKED, "a slow move")
    assert len(living.answered.replies) == 1


async def test_a_late_item_reopens_the_draft_in_its_place(living: Living) -> None:
    """A first picture that comes after the end of the album stands first in the draft that there is."""
    await living.incoming.keep([item(living, BLUE, 12)])
    first = await drawn(living, 1)
    await living.incoming.keep([item(living, RED, 11)])
    await until(lambda: len(living.answered.replies) == 2, 20)
    view = await drawn(living, 2)
    assert view.video.id == first.video.id
    assert await colours(living, view) == ["red", "blue"]
    assert len(living.chatting.parts.sealed_files) == 2


async def test_a_late_item_of_a_video_that_is_begun_is_a_draft_of_its_own(living: Living) -> None:
    """What is being made doesn't change any more; that is said, and nothing is lost."""
    await living.incoming.keep([item(living, RED, 11)])
    first = await drawn(living, 1)
    await living.press("start")
    await living.incoming.keep([item(living, BLUE, 12)])
    await until(lambda: len(living.answered.replies) == 2, 20)
    view = await drawn(living, 1)
    assert view.video.id != first.video.id
    assert "came late" in spoken(living.answered.replies[-1])


async def test_what_does_not_go_together_is_kept_apart(living: Living) -> None:
    """Pictures and a clip of one album are two drafts: which is made is for whoever sent them to press."""
    film = clip(Shot())
    sent = {"file_id": living.put(film), "file_unique_id": "f", "file_size": len(film)}
    sized = sent | {"width": 160, "height": 90, "duration": 1, "mime_type": "video/mp4"}
    await living.incoming.keep([item(living, RED, 11), said(media_group_id="9", message_id=12, video=sized)])
    await until(lambda: living.answered.replies, 30)
    assert "draft of its own" in spoken(living.answered.replies[-1])
    asker = await living.asker()
    drafts = [await living.view(one) for one in await living.chatting.chat.unfinished(asker)]
    assert [[one.media.value for one in draft.inputs] for draft in drafts] == [["picture"], ["clip"]]
