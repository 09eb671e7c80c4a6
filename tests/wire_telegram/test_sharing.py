"""Sharing on Telegram by wire: somebody whom the owner picks plays the video, a third one finds none, and it ends."""

from pathlib import Path

import pytest

from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.wire_telegram.living import living, made

pytestmark = pytest.mark.timeout(400)

NO_SUCH_VIDEO = "no such video"
PICK = "Share with"


async def told(fake: TelegramWire, person: Person, words: str) -> Message:
    """Wait for a message in somebody's private chat that says something."""

    def found() -> list[Message]:
        return [one for one in person.inbox() if words in one.text]

    await fake.world.until(found, 30, words)
    return found()[-1]


def holding(person: Person) -> list[Message]:
    """Give the messages in somebody's private chat that hold a video."""
    return [one for one in person.inbox() if one.media is not None]


async def test_somebody_plays_what_is_shared_and_a_third_one_finds_nothing(
    fake: TelegramWire, town: Town, ada: Person, bob: Person, tmp_path: Path
) -> None:
    """Picked by Telegram's own keyboard, played, taken back: Bob's next try fails, and no file stays in his chat."""
    third = town.person("third")
    async with living(tmp_path / "house", fake):
        await bob.starts()
        await third.starts()
        card, _ = await made(ada, "a calm sea at sunset seconds: 1")
        for stranger in (bob, third):
            assert NO_SUCH_VIDEO in (await stranger.command("videos #1")).text
        asked = await ada.presses(card.message, "Share")
        sharing = await asked.offers(PICK)
        await ada.presses(sharing, PICK, waits=None)
        keyboard = await told(fake, ada, "With whom shall it be shared?")
        await ada.shares(keyboard, "Choose people", bob)
        await told(fake, ada, "and I am telling them")
        notice = await told(fake, bob, "shared")
        await bob.presses(notice, "Show it")
        await fake.world.until(lambda: holding(bob), 60, "the video")
        for one in (notice, *holding(bob)):
            assert "sunset" not in one.text
            assert "#1" not in one.text
        assert NO_SUCH_VIDEO in (await third.command("privacy #1")).text
        assert "Stopped." in (await ada.command("unshare #1")).text
        await told(fake, bob, "isn't open to you any more")
        await fake.world.until(lambda: not holding(bob), 30, "the file's leaving")
        again = await bob.presses(notice, "Show it")
        await again.says(NO_SUCH_VIDEO)
        assert holding(ada)
        assert not holding(third)
