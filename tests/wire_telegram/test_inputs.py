"""What people send becomes what they mean: sounds with pictures, albums in any order of arrival, files too large."""

import asyncio
from pathlib import Path

import pytest

from tests.fakes.sounds import Tone, sound
from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.given import Given, animation, audio, document, video, video_note, voice
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.faults.handed import clip
from tests.service import Service
from tests.wire_telegram.films import BLUE, GREEN, RED, is_mostly, looked_at, plain
from tests.wire_telegram.living import BY_WEBHOOK, MADE_WITHIN_S, MAKE_IT, living, picture, start

pytestmark = pytest.mark.timeout(600)

ALBUM_QUIET_S = 1.5
PITCH_HZ = 440


def note(seconds: float = 2.0) -> Given:
    """A voice note as Telegram's apps record it: Opus in Ogg."""
    return voice(sound("ogg", Tone("libopus", layout="mono", seconds=seconds)), round(seconds))


async def draft(answer: Answer) -> Answer:
    """Wait for a draft."""
    await answer.offers(MAKE_IT)
    return answer


async def begun(person: Person, card: Answer) -> bytes:
    """Start a draft, and give the video."""
    answer = await person.presses(card.message, MAKE_IT)
    return (await answer.shows_film(MADE_WITHIN_S)).content


@pytest.mark.parametrize("first", ["photo", "voice"])
async def test_a_voice_note_and_a_photo_become_a_video_with_that_sound(house: Service, ada: Person, first: str) -> None:
    """One after the other, in either order, they are one video: the picture, as long as the sound, and the sound."""
    given = [plain(RED), note()] if first == "photo" else [note(), plain(RED)]
    await draft(await ada.sends(given[0]))
    card = await draft(await ada.sends(given[1]))
    seen = looked_at(await begun(ada, card))
    assert is_mostly(seen.first, RED)
    assert seen.pitch_hz == pytest.approx(PITCH_HZ, abs=5)
    assert house.process is not None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("way", ["at once", "one by one"])
async def test_an_album_of_two_becomes_start_and_end(
    house: Service, ada: Person, order: tuple[int, int], way: str
) -> None:
    """Whatever arrives first, the picture that was picked first is the start, and the other the end."""
    pictures = [plain(RED), plain(BLUE)]
    if way == "at once":
        card = await ada.album(pictures, "from here to there", order=order, waits=30)
    else:
        card = Answer(ada.world, ada.private)
        sent = ada.album_of(pictures, "from here to there")
        ada.tells(sent[order[0]])
        await asyncio.sleep(ALBUM_QUIET_S / 2)
        ada.tells(sent[order[1]])
    await draft(card)
    assert len(card.messages) == 1
    seen = looked_at(await begun(ada, card))
    assert is_mostly(seen.first, RED)
    assert is_mostly(seen.last, BLUE)
    assert house.process is not None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_a_late_item_reopens_the_draft(house: Service, ada: Person, order: tuple[int, int]) -> None:
    """An item that comes when the album was taken for whole goes where it belongs, as long as nothing is begun."""
    sent = ada.album_of([plain(RED), plain(BLUE)])
    card = Answer(ada.world, ada.private)
    ada.tells(sent[order[0]])
    await draft(card)
    await asyncio.sleep(ALBUM_QUIET_S)
    again = Answer(ada.world, ada.private)
    ada.tells(sent[order[1]])
    await draft(again)
    seen = looked_at(await begun(ada, again))
    assert is_mostly(seen.first, RED)
    assert is_mostly(seen.last, BLUE)
    assert house.process is not None


async def test_an_item_that_comes_when_the_video_is_begun_is_a_draft_of_its_own(house: Service, ada: Person) -> None:
    """What is being made stays as it was started, and that is said."""
    sent = ada.album_of([plain(RED), plain(BLUE)])
    card = Answer(ada.world, ada.private)
    ada.tells(sent[0])
    await draft(card)
    await begun(ada, card)
    late = Answer(ada.world, ada.private)
    ada.tells(sent[1])
    await draft(late)
    assert "late" in late.text
    seen = looked_at(await begun(ada, late))
    assert is_mostly(seen.first, BLUE)
    assert house.process is not None


async def test_an_album_outlives_a_kill_between_its_items(fake: TelegramWire, house: Service, ada: Person) -> None:
    """What came before a crash and what comes after it are one album."""
    sent = ada.album_of([plain(RED), plain(BLUE)])
    card = Answer(ada.world, ada.private)
    ada.tells(sent[1])
    await asyncio.sleep(0.5)
    await asyncio.to_thread(house.kill)
    ada.tells(sent[0])
    await start(house, fake)
    await draft(card)
    await asyncio.sleep(ALBUM_QUIET_S)
    seen = looked_at(await begun(ada, card))
    assert is_mostly(seen.first, RED)
    assert is_mostly(seen.last, BLUE)


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_albums_of_several_people_are_told_apart(fake: TelegramWire, tmp_path: Path, way: str) -> None:
    """Items of three people that arrive mixed up, also side by side by a webhook, are three drafts."""
    town = Town(fake)
    people = [town.person(f"person{number}") for number in range(3)]
    async with living(tmp_path / "house", fake, **(BY_WEBHOOK if way == "webhook" else {})):
        cards = [Answer(fake.world, one.private) for one in people]
        sent = [one.album_of([plain(GREEN), plain(BLUE)]) for one in people]
        for number in (1, 0):
            for one, items in zip(people, sent, strict=True):
                one.tells(items[number])
        for card in cards:
            await draft(card)
        await asyncio.sleep(ALBUM_QUIET_S)
        assert [len(card.messages) for card in cards] == [1, 1, 1]
        assert all(len(one.inbox()) == 1 for one in people)


async def test_what_doesnt_go_together_is_asked(fake: TelegramWire, house: Service, ada: Person) -> None:
    """Two clips and a picture aren't guessed at: whatever is answered, nothing is made by itself."""
    moving = video(clip()[1], 2)
    card = await ada.album([moving, plain(RED), moving], waits=30)
    assert card.text
    await asyncio.sleep(3)
    assert card.films == []
    assert fake.refused == []
    assert house.process is not None


@pytest.mark.parametrize("kind", ["video", "animation", "video_note", "audio", "document"])
async def test_every_kind_of_file_makes_a_draft(house: Service, ada: Person, kind: str) -> None:
    """A clip, a GIF, a round video, a piece of music and a file without preview are all taken."""
    film = clip()[1]
    given = {
        "video": video(film, 2),
        "animation": animation(film, 2),
        "video_note": video_note(film, 2),
        "audio": audio(sound("mp3", Tone("libmp3lame", seconds=2.0)), seconds=2),
        "document": document(picture().content, "scan.jpg"),
    }[kind]
    card = await draft(await ada.sends(given, "slowly"))
    assert await begun(ada, card)
    assert house.process is not None


async def test_a_file_that_telegram_doesnt_hand_over_is_told_of(
    fake: TelegramWire, house: Service, ada: Person
) -> None:
    """Above 20 MB the ways out are said before anything is asked of Telegram."""
    answer = await ada.sends(video(bytes(21 * 2**20)))
    assert "20 MB" in answer.text
    assert [one for one in fake.requests if one.method == "getFile"] == []
    assert house.process is not None


async def test_a_picture_that_stops_half_way_is_not_kept(fake: TelegramWire, house: Service, ada: Person) -> None:
    """Who sends a picture that breaks off on its way to us is told so, and nothing of it is there."""
    fake.trouble.stop_files_after = 1000
    answer = await ada.sends(picture(), "slowly")
    await answer.says("broke off on its way")
    assert [path for path in (house.data_dir / "blobs").rglob("*") if path.is_file()] == []
    fake.trouble.over()
    assert await begun(ada, await draft(await ada.sends(picture(), "slowly")))


async def test_a_self_hosted_server_hands_over_more(fake: TelegramWire, tmp_path: Path) -> None:
    """With a server of one's own a file of 21 MB is taken, from its folder, and what is made comes back by it."""
    assert fake.requests == []
    folder = tmp_path / "server"
    content = clip()[1] + bytes(21 * 2**20)
    async with TelegramWire(local_folder=folder) as local:
        ada = Town(local).person("ada")
        async with living(tmp_path / "house", local, TELEGRAM_LOCAL_SERVER="true"):
            card = await draft(await ada.sends(video(content, 2)))
            assert await begun(ada, card)
    assert local.refusals == []
