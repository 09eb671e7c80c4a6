"""Canaries who come by Telegram's wire to the real process: a photo, its video, an archive, sharing, and leaving."""

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image

from tests.canaries.marks import Marks
from tests.fakes.telegram_wire.given import photo
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.wire_telegram.pressing import said
from tests.wire_telegram.test_tidy import films, sent_by

SIDE_PX = 96
PICK = "Share with"
WITHIN_S = 600.0
"""However busy the machine is, an answer comes within this."""


@dataclass
class Wired:
    """One of them. `film` is their video as they got it."""

    number: int
    person: Person
    leaves: bool
    marks: Marks
    film: bytes = b""

    async def lives(self, neighbour: "Wired") -> None:
        """Send a photo and have a video made of it, share it, ask who can see it, and have all packed."""
        drafted = await self.person.sends(photo(self._taken()), f"slowly {self._word('prompt')}", waits=WITHIN_S)
        card = await drafted.offers("Make it", WITHIN_S)
        film = await (await self.person.presses(card, "Make it", waits=WITHIN_S)).shows_film(WITHIN_S)
        self.film = film.content
        self.marks.content(self.number, "film", film.content)
        await self._shares(neighbour)
        question = await self.person.says(f"is {self._word('words of a question')} private?", waits=WITHIN_S)
        assert question.text
        await self.person.command("mydata", waits=WITHIN_S)
        await self.person.presses(await self.hears("into one archive"), "Make the archive", waits=WITHIN_S)
        await self.hears("Your archive is ready")

    async def _shares(self, neighbour: "Wired") -> None:
        asked = await self.person.command("share last", waits=WITHIN_S)
        await self.person.presses(await asked.offers(PICK, WITHIN_S), PICK, waits=None)
        keyboard = await self.hears("With whom shall it be shared?")
        await self.person.shares(keyboard, "Choose people", neighbour.person, waits=WITHIN_S)
        await neighbour.hears("shared")

    async def hears(self, words: str) -> Message:
        """Wait for a message that says something."""

        def found() -> list[Message]:
            return [one for one in self.person.inbox() if words in one.text]

        await self.person.world.until(found, WITHIN_S, words)
        return found()[-1]

    def _word(self, what: str) -> str:
        return self.marks.word(self.number, what)

    def _taken(self) -> bytes:
        """Take a picture of noise whose Exif and comment are marked."""
        noise = np.frombuffer(self.marks.chance.randbytes(SIDE_PX * SIDE_PX * 3), np.uint8)
        traces = Image.Exif()
        traces[0x010F] = self._word("Exif of a photo")
        written = io.BytesIO()
        comment = self._word("comment of a photo").encode()
        Image.fromarray(noise.reshape(SIDE_PX, SIDE_PX, 3)).resize((640, 400)).save(
            written, "JPEG", exif=traces, comment=comment
        )
        self.marks.content(self.number, "file of a photo", written.getvalue())
        return written.getvalue()

    async def goes(self, fake: TelegramWire) -> None:
        """Leave by /forgetme, and see one's chat emptied."""
        await self.person.command("forgetme", waits=WITHIN_S)
        asked = await self.hears("Shall I erase everything")
        form = await said(await self.person.presses(asked, "Erase everything", waits=WITHIN_S), WITHIN_S)
        await form.says("Type FORGET", WITHIN_S)
        done = await self.person.says("forget", waits=WITHIN_S)
        await done.says("don't know you any more", WITHIN_S)
        await fake.world.until(
            lambda: not films(self.person) and not sent_by(self.person, fake), WITHIN_S, "an empty chat"
        )


def wired(many: int, first: int, town: Town, marks: Marks) -> list[Wired]:
    """Make so many people; every second one leaves. Their names and Telegram's ids are marks too."""
    found = []
    for number in range(first, first + many):
        person = town.person(marks.word(number, "name on Telegram", of_video=False))
        marks.account(number, "account on Telegram", person.id)
        found.append(Wired(number, person, number % 2 == 1, marks))
    return found
