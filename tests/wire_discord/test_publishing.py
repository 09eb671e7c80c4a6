"""Publishing on Discord by the wire: asked, looked at, shown to the club, taken back; who saw what is recorded."""

import pytest
import pytest_asyncio

from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.places import VIEW, Channel
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server
from tests.service import Service
from tests.wire_discord.living import made, photo
from tests.wire_discord.pressing import find

pytestmark = [
    pytest.mark.timeout(240),
]

PROMPT = "slowly towards the marzipan lighthouse"
SECRET = "marzipan"
TITLE = "Lighthouse at noon"
SHOWN_WITHIN_S = 60.0
"""An approval goes out after half a minute."""


async def set_up(chief: Person, club: Server, showcase: Channel, review: Channel, mod: Person) -> None:
    """Choose both places and who moderates, as an admin does."""
    card = await chief.command(club, "setup")
    for action, picked in (("setshow", showcase), ("setview", review), ("setmods", mod.user)):
        await chief.press(card.message, find(card.message, action).custom_id, picked)


async def pressed(person: Person, answer: Answer, action: str) -> Answer:
    """Press the button of an action in the newest message of an answer; gives what stands there then."""
    return await person.press(answer.message, find(answer.message, action).custom_id)


async def proposed(ada: Person, club: Server) -> None:
    """Ask for a video to be shown, with words and without a name."""
    draft = await ada.command(club, "publish", video="last")
    form = await pressed(ada, draft, "pubwords")
    written = await ada.submit(form.modal, {"title": TITLE, "description": "A tower and the sea"})
    chosen = await pressed(ada, written, "pubnone")
    sent = await pressed(ada, chosen, "pubsend")
    assert "its moderators have had" in sent.text


async def filled(fake: DiscordWire, channel: Channel, within_s: float = 30.0) -> Message:
    """Wait for a message of the bot with a file in a channel."""
    await fake.world.until(lambda: any(one.files for one in posts(fake, channel)), within_s, "a file in the channel")
    return next(one for one in posts(fake, channel) if one.files)


def posts(fake: DiscordWire, channel: Channel) -> list[Message]:
    """Give the bot's messages that everybody in a channel sees now."""
    found = [one for one in fake.seen.messages if one.channel is channel and one.author.bot and not one.ephemeral]
    return [one for one in found if one.deleted_ms is None]


@pytest_asyncio.fixture
async def channels(fake: DiscordWire, club: Server, mod: Person) -> tuple[Channel, Channel]:
    """A showcase for everybody, and a review channel for those who moderate and for us."""
    showcase, review = club.channel("showcase"), club.channel("review", hidden_from_everyone=True)
    for one in (mod, fake.me):
        club.set_permissions(review, one, allow=VIEW)
    return showcase, review


@pytest.fixture
def people(ada: Person, bob: Person, mod: Person) -> tuple[Person, Person, Person]:
    """The owner, another member, and a moderator."""
    return ada, bob, mod


async def test_from_asking_to_taking_back(
    fake: DiscordWire,
    house: Service,
    club: Server,
    people: tuple[Person, Person, Person],
    channels: tuple[Channel, Channel],
) -> None:
    """Moderators see a card, members nothing until it is approved, then the post; taken back, it is gone."""
    (ada, bob, mod), (showcase, review) = people, channels
    chief = club.town.person("chief")
    club.admins(chief)
    await set_up(chief, club, showcase, review, mod)
    _, film = await made(ada, club, PROMPT, photo())
    await proposed(ada, club)
    card = await filled(fake, review)
    assert TITLE in card.text
    assert posts(fake, showcase) == []
    assert bob.name not in fake.seen.who_saw(TITLE) | fake.seen.who_saw(card.files[0].content)
    look = await mod.press(card, "Look")
    assert (await look.shows_file()).content == film.content
    assert look.message.ephemeral
    assert fake.seen.who_saw(film.content) == {"ada", "mod"}
    await mod.press(card, "Approve")
    await fake.world.until(lambda: not card.files, 30, "a card without its poster")
    post = await filled(fake, showcase, SHOWN_WITHIN_S)
    assert post.files[0].content == film.content
    assert post.files[0].filename == "video.mp4"
    assert TITLE in post.text
    assert "bob" in fake.seen.who_saw(film.content)
    assert not [one for one in (str(ada.id), ada.name, "Ada", "#1") if one in post.text]
    await fake.world.until(lambda: posts(fake, review) == [], 30, "an empty review channel")
    asked = await ada.command(club, "unpublish", video="last")
    await ada.press(asked.message, "Take it back now")
    await fake.world.until(lambda: posts(fake, showcase) == [], 30, "an empty showcase")
    assert fake.seen.who_saw(SECRET) <= {"ada"}
    assert fake.world.reasons == []
    assert TITLE not in house.log
    assert SECRET not in house.log
