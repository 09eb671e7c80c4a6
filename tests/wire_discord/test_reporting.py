"""Reporting on Discord by the wire: the menu of a post, a form, a case in the review channel, and its outcome."""

import pytest

from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.places import Channel
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server
from tests.service import Service
from tests.wire_discord.living import made, photo
from tests.wire_discord.test_publishing import (
    PROMPT,
    SHOWN_WITHIN_S,
    channels,
    filled,
    people,
    posts,
    proposed,
    set_up,
)

pytestmark = [
    pytest.mark.timeout(240),
]

__all__ = ["channels", "people"]

WORDS = "That is my face, and nobody asked me"


def tells_who(person: Person, message: Message) -> bool:
    """Whether a message ever told who somebody is, or what they wrote."""
    said = "\n".join(one.text for one in message.versions)
    return str(person.id) in said or WORDS in said


async def upheld(fake: DiscordWire, mod: Person, review: Channel, film: bytes) -> list[Message]:
    """Let the moderator look, and take it down with a reason; gives what they and the channel were shown."""
    await fake.world.until(lambda: [one for one in posts(fake, review) if "was reported" in one.text], 30, "a case")
    (card,) = posts(fake, review)
    look = await mod.press(card, "Look")
    assert (await look.shows_file()).content == film
    assert look.message.ephemeral
    form = await mod.press(card, "Take it down")
    decided = await mod.submit(form.modal, {"why": "rules", "note": ""})
    assert "upheld" in decided.text
    return [card, decided.message]


async def test_a_report_is_held_decided_and_answered(
    fake: DiscordWire,
    house: Service,
    club: Server,
    people: tuple[Person, Person, Person],
    channels: tuple[Channel, Channel],
) -> None:
    """A likeness leaves the channel with the report; upheld, its reporter hears it, and nobody else who it was."""
    (ada, bob, mod), (showcase, review) = people, channels
    chief = club.town.person("chief")
    club.admins(chief)
    await set_up(chief, club, showcase, review, mod)
    _, film = await made(ada, club, PROMPT, photo())
    await proposed(ada, club)
    await mod.press(await filled(fake, review), "Approve")
    post = await filled(fake, showcase, SHOWN_WITHIN_S)
    private = await bob.menu("Is this private?", post)
    assert "5 **" in private.text
    asked = await bob.menu("Report", post)
    answer = await bob.submit(asked.modal, {"complaint": "likeness", "words": WORDS})
    assert "has arrived" in answer.text
    assert answer.message.ephemeral
    await fake.world.until(lambda: posts(fake, showcase) == [], 30, "an empty showcase")
    shown = await upheld(fake, mod, review, film.content)
    await fake.world.until(lambda: [one for one in bob.inbox() if "You were right" in one.text], 30, "the outcome")
    await fake.world.until(lambda: posts(fake, review) == [], 30, "an empty review channel")
    assert post.deleted_ms is not None
    assert not [one for one in (*ada.inbox(), *chief.inbox(), *shown) if tells_who(bob, one)]
    assert fake.seen.who_saw(WORDS) <= {"bob", "mod"}
    assert fake.world.reasons == []
    assert WORDS not in house.log
