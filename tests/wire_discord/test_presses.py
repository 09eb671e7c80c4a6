"""Every button, menu and form of the catalogue, pressed by its owner, and by everybody else with the same value."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bots.chat import (
    budget,
    casing,
    decided,
    extras,
    forgetme,
    invite,
    mydata,
    publish,
    report,
    review,
    rules,
    seen,
    sending,
    share,
    shared,
    terms,
    unpublish,
    ways,
)
from bots.chat.account import Language
from bots.chat.catalog import PRESSES
from core.people import Delivery
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Place, Server, Town
from tests.service import Service
from tests.wire_discord.living import MADE_WITHIN_S, living, photo
from tests.wire_discord.pressing import Tour, board

pytestmark = pytest.mark.timeout(500)

PROMPT = "sea at dusk, marzipan clouds"
SECRET = "marzipan"
TITLE = "A title that nobody else reads"
PICTURE_MENU = "Make a video of this picture"
PUBLIC_URL = "https://videos.example.org"
DRAFTS = 11
OF_READY = frozenset(
    {"start", "privacy", "more", "rework", "extend", "again", "rename", "retitle", "delete", "erase"}
    | {"enddate", "until", "move_end", "end_1d", "end_7d", "end_max"}
)
"""What is pressed from the start of a video to its end."""

ELSEWHERE = frozenset(
    {"noshow", "noview", "nomods", "tidy_on", "tidy_off", "protect_on", "protect_off"}
    | {"join", "notme", "standing", "unlink", "part"}
    | {"objection", "agree"}
    | {"instead", "goon"}
)
"""What Discord doesn't offer (its pickers take back by themselves, its chats aren't tidied), and what takes a second
platform: tests/wire_telegram/test_connect.py. A letter is offered where a generator got something, an agreement where a
clause promises less: tests/test_chat_objection.py, tests/test_agreeing.py; tests/authorization presses both. Where
motion is all there is, nothing is made another way, nor goes on elsewhere: tests/contract/test_going_on.py."""

OTHERS = frozenset(
    press.action
    for subject in (
        *(share, shared, seen, invite, publish, unpublish, decided),
        *(terms, review, casing, report, forgetme, mydata),
        *(budget, extras, rules, sending, ways),
    )
    for press in subject.PRESSES
)
"""What is about several people or all that is one's own, and about routes beside motion: test_sharing, test_publishing,
test_reporting, test_forgetme, test_kling_story and tests/discord_bot/test_mydata.py, each with a story of its own."""


@pytest_asyncio.fixture
async def house(fake: DiscordWire, club: Server, tmp_path: Path) -> AsyncIterator[Service]:
    """The running service, with pages that can be reached: links are offered."""
    assert fake.world.bot_in(club.guild)
    async with living(tmp_path / "house", fake, PUBLIC_URL=PUBLIC_URL) as running:
        yield running


@dataclass(frozen=True)
class Cast:
    """Who is there: the owner of the videos, an admin of the club, a member, a moderator, and a moderator elsewhere."""

    ada: Person
    chief: Person
    bob: Person
    mod: Person
    eve: Person
    club: Server
    den: Server

    async def others(self) -> dict[Person, Message]:
        """Give a message of the bot to each of the others: in the club, or in their own server."""
        return {one: await board(one, self.den if one is self.eve else self.club) for one in self._others}

    async def others_in_private(self) -> dict[Person, Message]:
        """Give a message of the bot to each of the others, in their private chats."""
        return {one: (await one.command(None, "settings")).message for one in self._others}

    @property
    def _others(self) -> tuple[Person, ...]:
        return self.bob, self.mod, self.eve


@pytest.fixture
def people(town: Town, club: Server, ada: Person, bob: Person, mod: Person) -> Cast:
    """Everybody."""
    chief, eve = town.person("chief"), town.person("eve")
    club.admins(chief)
    den = town.guild("den", town.person("other owner"), eve)
    den.moderators(eve)
    den.admins(eve)
    return Cast(ada, chief, bob, mod, eve, club, den)


async def drafts(tour: Tour, place: Place) -> None:
    """Page through drafts, change one, add a picture to it, and stop another one."""
    owner = tour.owner
    for _ in range(DRAFTS):
        card = await owner.command(place, "create", prompt=PROMPT, more=True, seconds=2)
    listed = await owner.command(place, "videos")
    earlier = await tour.press(listed.message, "page")
    assert "(#1)" in earlier.text
    shown = await tour.press(earlier.message, "videos")
    assert "marzipan" in shown.text
    form = await tour.press(card.message, "change")
    changed = await tour.submit(form.modal, {"text": "tucked away", "part": "3"})
    assert "tucked away" in changed.text
    form = await tour.press(card.message, "files")
    added = await tour.submit(form.modal, {"files": [photo()]})
    await added.says("1 picture")
    stopped = await tour.press(shown.message, "cancel")
    await stopped.says("was stopped")


async def ready(tour: Tour, place: Place) -> None:
    """Make a draft, and press everything that a ready video has."""
    card = await tour.owner.command(place, "create", prompt=PROMPT, more=True, seconds=2)
    begun = await tour.press(card.message, "start")
    film = await begun.shows_file(MADE_WITHIN_S)
    message = card.message
    assert "No other member can open it." in (await tour.press(message, "privacy")).text
    more = await tour.press(message, "more")
    for action in ("rework", "extend"):
        copy = await tour.press(more.message, action)
        await (await tour.press(copy.message, "cancel")).says("was stopped")
    await dates(tour, message)
    await tour.press(message, "more")
    form = await tour.press(message, "rename")
    renamed = await tour.submit(form.modal, {"title": TITLE})
    await renamed.says(TITLE)
    await (await tour.press(message, "again")).says("I have it")
    await erased(tour, message, film.content)


async def dates(tour: Tour, message: Message) -> None:
    """Choose every suggested end date, and one that is typed."""
    for action in ("end_1d", "end_7d", "end_max"):
        await (await tour.press(message, "enddate")).says("Choose another date")
        await (await tour.press(message, action)).says("is ready")
        await tour.press(message, "more")
    await tour.press(message, "enddate")
    form = await tour.press(message, "until")
    await (await tour.submit(form.modal, {"until": "2d"})).says("is ready")


async def erased(tour: Tour, message: Message, film: bytes) -> None:
    """Erase the video: its file leaves the card for the receipt."""
    await tour.press(message, "more")
    await tour.press(message, "delete")
    gone = await tour.press(message, "erase")
    await gone.says("Receipt R-", within_s=60)
    assert all(one.content != film for one in message.files)


async def wished(tour: Tour, place: Place) -> None:
    """Ask for what can't be drawn, and take an abstract scene."""
    offered = await tour.owner.command(place, "create", prompt="two marmosets sign a contract", seconds=2)
    begun = await tour.press(offered.message, "abstract")
    await begun.says("I have it")
    await (await tour.press(begun.message, "cancel")).says("was stopped")


async def settled(tour: Tour, place: Place) -> None:
    """Choose a time zone, every language, every delivery, and whether others' sharing is told."""
    card = await tour.owner.command(place, "settings")
    form = await tour.press(card.message, "zone")
    await (await tour.submit(form.modal, {"time_zone": "Berlin"})).says("Europe/Berlin")
    languages = [one for one in Language if one is not Language.AUTOMATIC]
    said = {(await tour.press(card.message, f"speak_{one.value}")).text for one in languages}
    assert len(said) == len(languages)
    await tour.press(card.message, "speak_automatic")
    for one in (Delivery.LINK, Delivery.FILE):
        await tour.press(card.message, f"deliver_{one.value}")
    for action in ("notices_off", "notices_on"):
        await tour.press(card.message, action)


async def told(tour: Tour, club: Server, painter: Person) -> None:
    """Say each of what can be said of who is in somebody else's picture."""
    picture = painter.say(club, "look", photo())
    for action in ("whoself", "whoagree", "whonone"):
        asked = await tour.owner.menu(PICTURE_MENU, picture)
        await tour.press(asked.message, action)


async def set_up(tour: Tour, club: Server) -> None:
    """Choose places, moderators, spoilers and whose pictures may be used."""
    card = await tour.owner.command(club, "setup")
    for action in ("setshow", "setview"):
        await tour.press(card.message, action, club.general)
    await tour.press(card.message, "setmods", next(iter(tour.others)).user)
    for action in ("spoil", "unspoil", "picsown", "picsany"):
        answer = await tour.press(card.message, action)
        assert answer.redrawn
    assert "1" in card.text


def nobody_else_saw(fake: DiscordWire, owner: Person, *before_all: Message) -> None:
    """Check that each word and byte was its asker's alone: only the buttons before all were before all."""
    for one in fake.seen.messages:
        if one.author.bot and one not in before_all:
            assert all(len(version.viewers) == 1 for version in one.versions), one.text
    for secret in (SECRET, TITLE, "tucked away", "marmosets"):
        assert fake.seen.who_saw(secret) <= {owner.name}
    assert all(len(one.versions) == 1 for one in before_all)
    assert fake.refused == []


async def test_in_a_server_every_press_is_its_owners_alone(fake: DiscordWire, house: Service, people: Cast) -> None:
    """What is pressed before a video is made does what it says for its owner, and nothing for anybody else."""
    others = await people.others()
    choosing, tour = Tour(people.chief, others), Tour(people.ada, others)
    await set_up(choosing, people.club)
    await told(tour, people.club, people.bob)
    await drafts(tour, people.club)
    await wished(tour, people.club)
    await settled(tour, people.club)
    assert tour.pressed | choosing.pressed == set(PRESSES) - OTHERS - OF_READY - ELSEWHERE
    nobody_else_saw(fake, people.ada, *others.values())
    assert SECRET not in house.log


async def test_in_a_server_a_ready_video_is_its_owners_alone(fake: DiscordWire, house: Service, people: Cast) -> None:
    """Every button and form of a ready video, until it is erased."""
    others = await people.others()
    tour = Tour(people.ada, others)
    await ready(tour, people.club)
    assert tour.pressed >= OF_READY
    nobody_else_saw(fake, people.ada, *others.values())
    assert SECRET not in house.log


async def test_in_a_private_chat_every_press_is_its_owners_alone(
    fake: DiscordWire, house: Service, people: Cast
) -> None:
    """What was drawn in a private chat does nothing for others who send the same values from theirs."""
    tour = Tour(people.ada, await people.others_in_private())
    await drafts(tour, None)
    await wished(tour, None)
    await settled(tour, None)
    nobody_else_saw(fake, people.ada, *tour.others.values())
    assert SECRET not in house.log


async def test_in_a_private_chat_a_ready_video_is_its_owners_alone(
    fake: DiscordWire, house: Service, people: Cast
) -> None:
    """The same for a video that is there, until it is erased."""
    tour = Tour(people.ada, await people.others_in_private())
    await ready(tour, None)
    assert tour.pressed >= OF_READY
    nobody_else_saw(fake, people.ada, *tour.others.values())
    assert SECRET not in house.log
