"""Sharing on Discord by wire: a member whom the owner picks plays the video, a third one finds none, and it ends."""

from pathlib import Path

import pytest

from tests.discord_bot.test_sharing import NO_SUCH_VIDEO, picker
from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server
from tests.wire_discord.living import living

pytestmark = pytest.mark.timeout(400)

MADE_WITHIN_S = 240.0
"""However busy the machine is."""


@pytest.fixture
def people(ada: Person, bob: Person, mod: Person) -> tuple[Person, Person, Person]:
    """The owner, the one who is picked, and a third one."""
    return ada, bob, mod


async def told(fake: DiscordWire, person: Person, words: str) -> Message:
    """Wait for a message in somebody's private chat that says something."""

    def found() -> list[Message]:
        return [one for one in person.inbox() if words in one.content]

    await fake.world.until(found, 30, words)
    return found()[-1]


async def plays(fake: DiscordWire, person: Person) -> Answer:
    """Open what was shared, from its notice."""
    notice = await told(fake, person, "shared")
    shown = await person.press(notice, "Show it")
    await shown.shows_file(60)
    return shown


async def test_a_member_plays_what_is_shared_and_a_third_one_finds_nothing(
    fake: DiscordWire, club: Server, people: tuple[Person, Person, Person], tmp_path: Path
) -> None:
    """Shared, played, taken back: Bob's next try fails, his chat holds no file, and nobody else ever got one."""
    ada, bob, mod = people
    async with living(tmp_path / "house", fake):
        await bob.command(club, "help")
        card = await ada.command(club, "create", prompt="a calm sea at sunset", seconds=1)
        film = await card.shows_file(MADE_WITHIN_S)
        for stranger in (bob, mod):
            assert NO_SUCH_VIDEO in (await stranger.command(club, "videos", video="#1")).text
        sharing = await ada.press(card.message, "Share")
        await ada.press(sharing.message, picker(sharing.message), bob.user)
        shown = await plays(fake, bob)
        assert "sunset" not in shown.text
        assert NO_SUCH_VIDEO in (await mod.command(club, "privacy", video="#1")).text
        assert "shared" not in (await mod.command(club, "videos")).text
        assert "Stopped." in (await ada.command(club, "unshare", video="#1")).text
        await shown.says("isn't open to you any more")
        assert not shown.message.files
        notice = await told(fake, bob, "shared")
        assert NO_SUCH_VIDEO in (await bob.press(notice, "Show it")).text
        assert fake.seen.who_saw(film.content) == {ada.name, bob.name}
        assert fake.seen.who_saw("sunset") <= {ada.name}
