"""Files come from Telegram alone, whole or not at all, and their addresses stay where they are used."""

import traceback
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bots.telegram_bot.uploads import MOST_BYTES, Files
from core.errors import BadInput
from tests.fakes.pictures import corners, encoded
from tests.telegram_heard import TOKEN, Json, message, photo, read, said, voice
from tests.telegram_living import Living, living_in

PICTURE = encoded(corners(), "PNG")
FILE = {"file_id": "x", "file_unique_id": "x", "file_size": 5, "file_name": "sea.mov"}
SIZED = FILE | {"width": 9, "height": 9, "duration": 1}


@pytest_asyncio.fixture
async def living(tmp_path: Path) -> AsyncIterator[Living]:
    """A chat with real parts behind an inbox."""
    async with living_in(tmp_path) as found:
        yield found


async def content(files: Files, file_id: str) -> bytes:
    """Read a file."""
    return b"".join([piece async for piece in files.pieces(file_id)])


async def test_a_file_is_asked_for_when_it_is_read(living: Living) -> None:
    """Nothing is asked of Telegram before bytes are needed."""
    update = read(said(**photo(living.put(PICTURE), len(PICTURE))), living.bot)
    assert update.message is not None
    sent = living.hearing.files.of(update.message)
    assert sent is not None
    assert living.holding.asked == []
    assert b"".join([piece async for piece in sent.chunks()]) == PICTURE


@pytest.mark.parametrize(
    ("what", "name"),
    [
        (photo("x", 5), ""),
        (voice("x", 5), ""),
        ({"audio": SIZED}, "sea.mov"),
        ({"video": SIZED}, "sea.mov"),
        ({"animation": SIZED, "document": FILE}, "sea.mov"),
        ({"video_note": {"file_id": "x", "file_unique_id": "x", "length": 9, "duration": 1, "file_size": 5}}, ""),
        ({"document": FILE}, "sea.mov"),
    ],
)
def test_every_kind_of_file_is_taken(what: Json, name: str) -> None:
    """Of a picture the largest; a GIF is one file though it comes twice."""
    update = read(said(**what))
    assert update.message is not None
    sent = Files(update.get_bot(), None).of(update.message)  # type: ignore[arg-type]
    assert sent is not None
    assert (sent.file_id, sent.name, sent.declared_size) == ("x", name, 5)


@pytest.mark.parametrize("said_bytes", [-1_000, 1_000], ids=["long", "short"])
async def test_a_file_of_another_length_is_refused(living: Living, said_bytes: int) -> None:
    """What isn't as long as Telegram said makes no video."""
    answer = await living.hear(said(**photo(living.put(PICTURE), len(PICTURE) + said_bytes)))
    assert "Nothing of it was kept" in answer
    assert await living.chatting.parts.store.ledger.unfinished() == []


async def test_a_file_that_breaks_off_is_refused(living: Living) -> None:
    """A download that stops half-way makes no video, and what came of it is gone."""
    name = living.put(PICTURE)
    living.holding.broken.add(name)
    assert "broke off" in await living.hear(said(**photo(name, len(PICTURE))))
    assert living.chatting.parts.sealed_files == []


async def test_what_telegram_does_not_hand_over_is_said_before_it_is_asked_for(living: Living) -> None:
    """Above 20 MB there is a sentence with the ways out, and no download."""
    answer = await living.hear(said(**photo("x", MOST_BYTES + 1)))
    assert "20 MB" in answer
    assert "Bot API server" in answer
    assert living.holding.asked == []


async def test_what_telegram_finds_too_big_is_said_too(living: Living) -> None:
    """Where Telegram told no size, it says so when it is asked."""
    living.holding.large.add("x")
    file = {"file_id": "x", "file_unique_id": "x"}
    assert "20 MB" in await living.hear(said(document=file))


@pytest.mark.parametrize("break_it", ["gone", "half"])
async def test_an_address_is_in_no_error(living: Living, break_it: str) -> None:
    """Whatever breaks, neither the error nor what led to it holds the address, which holds the token."""
    name = living.put(PICTURE) if break_it == "half" else "nowhere"
    living.holding.broken.add(name)
    with pytest.raises(BadInput) as refused:
        await content(living.hearing.files, name)
    told = "".join(traceback.format_exception(refused.value))
    assert TOKEN not in told
    assert "/file/" not in told
    assert refused.value.__cause__ is None


async def test_a_local_server_hands_over_paths_of_any_size(tmp_path: Path) -> None:
    """A Bot API server of one's own puts files on this machine; Telegram's limit is none there."""
    async with living_in(tmp_path, is_local=True) as living:
        name = living.put(PICTURE)
        (tmp_path / name).write_bytes(PICTURE)
        living.hearing.files.check(MOST_BYTES * 10)
        assert await content(living.hearing.files, name) == PICTURE
        (tmp_path / name).unlink()
        with pytest.raises(BadInput):
            await content(living.hearing.files, name)


async def test_a_path_of_this_machine_is_not_read_for_telegrams_own_server(living: Living, tmp_path: Path) -> None:
    """Without a local server of one's own, what Telegram calls a file is fetched, whatever its name."""
    secret = tmp_path / "secret"
    secret.write_bytes(b"not yours")
    living.holding.local = tmp_path
    living.holding.files["secret"] = b""
    with pytest.raises(BadInput):
        await content(living.hearing.files, "secret")


def test_words_have_no_file() -> None:
    """A message without a file gives none."""
    update = read({"update_id": 1, "message": message("hello")})
    assert update.message is not None
    assert Files(update.get_bot(), None).of(update.message) is None  # type: ignore[arg-type]
