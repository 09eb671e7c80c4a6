"""Every button of the catalogue, pressed by its owner, and by everybody else with the same value."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bots.chat.account import Language
from core.people import Delivery
from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.service import Service
from tests.wire_telegram.living import MADE_WITHIN_S, MAKE_IT, living, picture
from tests.wire_telegram.pressing import STRANGE, Tour, board, presses, said

pytestmark = pytest.mark.timeout(600)

PROMPT = "sea at dusk, marzipan clouds"
SECRET = "marzipan"
TITLE = "A title that nobody else reads"
PUBLIC_URL = "https://videos.example.org"
DRAFTS = 11
OF_READY = frozenset(
    {"start", "privacy", "more", "rework", "extend", "again", "rename", "delete", "erase"}
    | {"enddate", "until", "end_1d", "end_7d", "end_max"}
)
"""What is pressed from the start of a video to its end."""


@pytest_asyncio.fixture
async def house(fake: TelegramWire, tmp_path: Path) -> AsyncIterator[Service]:
    """The running service, with pages that can be reached: links are offered."""
    async with living(tmp_path / "house", fake, PUBLIC_URL=PUBLIC_URL) as running:
        yield running
    assert "Traceback" not in running.log


@pytest_asyncio.fixture
async def tour(house: Service, town: Town, ada: Person, bob: Person) -> Tour:
    """Ada presses; a stranger, an administrator of a group of hers, and somebody who never asked anything try too."""
    assert house.process is not None
    chief = town.person("chief")
    town.group("club", chief, ada, bob)
    return Tour(ada, {one: await board(one) for one in (bob, chief)})


async def draft(owner: Person) -> Message:
    """Keep a draft."""
    return (await said(await owner.command(f"create {PROMPT} more=yes seconds=2"))).message


async def test_drafts(fake: TelegramWire, tour: Tour) -> None:
    """Page through drafts, change one, start none, and stop one."""
    for _ in range(DRAFTS):
        card = await draft(tour.owner)
    listed = await tour.owner.command("videos")
    earlier = await tour.press(listed.message, "page")
    assert "(#1)" in earlier.text
    shown = await tour.press(earlier.message, "videos")
    assert SECRET in shown.text
    question = await tour.press(card, "change")
    changed = await tour.fill(question, "", "tucked away", "3", "")
    await changed.says("tucked away")
    stopped = await tour.press(shown.message, "cancel")
    await stopped.says("was stopped")
    nobody_else_saw(fake, tour.owner)


async def test_files_for_a_draft(fake: TelegramWire, tour: Tour) -> None:
    """Add files waits for them in the chat; they go into that draft and not into the newer one."""
    older, newer = await draft(tour.owner), await draft(tour.owner)
    waits = await tour.press(older, "files")
    await waits.says("Send the files here")
    given = await said(await tour.owner.sends(picture()))
    await given.says("1 picture")
    await given.says("(#1)")
    assert "1 picture" not in newer.text
    nobody_else_saw(fake, tour.owner)


async def test_a_ready_video(fake: TelegramWire, tour: Tour) -> None:
    """Make a draft, and press everything that a ready video has, until it is erased."""
    card = await draft(tour.owner)
    begun = await tour.press(card, "start")
    film = await begun.shows_film(MADE_WITHIN_S)
    message = begun.showing
    await (await tour.press(message, "privacy")).says("No other member can open it.")
    await tour.press(message, "more")
    for action in ("rework", "extend"):
        copy = await tour.press(message, action)
        await (await tour.press(await copy.offers(MAKE_IT), "cancel")).says("was stopped")
    await dates(tour, message)
    await tour.press(message, "more")
    renamed = await tour.fill(await tour.press(message, "rename"), TITLE)
    await renamed.says(TITLE)
    await on_its_face(message, tour)
    await (await tour.press(message, "again")).says("I have it")
    await (await tour.press(message, "more")).offers("Delete")
    await (await tour.press(message, "delete")).offers("Delete for good")
    gone = await tour.press(message, "erase")
    await gone.says("Receipt R-", within_s=60)
    assert tour.pressed >= OF_READY
    assert fake.seen.who_saw(film.content) == {"ada"}
    nobody_else_saw(fake, tour.owner)


async def on_its_face(message: Message, tour: Tour) -> None:
    """Wait until a card that was turned over shows its first page again."""
    await tour.owner.world.until(lambda: "More" in message.labels, 30, "the card's first page")


async def dates(tour: Tour, message: Message) -> None:
    """Choose every suggested end date, and one that is typed."""
    for action in ("end_1d", "end_7d", "end_max"):
        await (await tour.press(message, "enddate")).says("Choose another date")
        await (await tour.press(message, action)).says("is ready")
        await tour.press(message, "more")
    await tour.press(message, "enddate")
    typed = await tour.fill(await tour.press(message, "until"), "2d")
    await typed.says("is ready")
    await on_its_face(message, tour)


async def test_wishes_and_settings(fake: TelegramWire, tour: Tour) -> None:
    """Ask for what can't be drawn; choose a time zone, every language and every delivery."""
    offered = await tour.owner.command("create two marmosets sign a contract seconds=2")
    begun = await tour.press(offered.message, "abstract")
    await begun.says("I have it")
    await (await tour.press(begun.message, "cancel")).says("was stopped")
    card = await (await tour.owner.command("settings")).offers("Change the time zone")
    zone = await tour.fill(await tour.press(card, "zone"), "Berlin")
    card = await (await zone.says("Europe/Berlin")).offers("Change the time zone")
    languages = [one for one in Language if one is not Language.AUTOMATIC]
    told = {(await tour.press(card, f"speak_{one.value}")).text for one in languages}
    assert len(told) == len(languages)
    await tour.press(card, "speak_automatic")
    for one in (Delivery.LINK, Delivery.FILE):
        await tour.press(card, f"deliver_{one.value}")
    nobody_else_saw(fake, tour.owner)


async def test_a_press_from_a_group_answers_in_private(
    fake: TelegramWire, house: Service, club: Group, ada: Person, bob: Person
) -> None:
    """Values sent from a message in a group, by their owner or by others, never show anything there."""
    card = await draft(ada)
    await ada.command("about", club)
    line = club.messages()[-1]
    for data in list(presses(card)):
        await ada.presses(line, data, forged=True, waits=20)
        await bob.presses(line, data, forged=True, waits=20)
    await fake.world.until(lambda: any(one.words == STRANGE for one in bob.inbox()), 20, "an answer in private")
    assert fake.seen.who_saw(SECRET) == {"ada"}
    assert all(len(one.versions) == 1 for one in club.messages())
    assert house.process is not None


def nobody_else_saw(fake: TelegramWire, owner: Person) -> None:
    """Check that each word was its asker's alone."""
    assert all(len(version.viewers) == 1 for one in fake.seen.by_bot for version in one.versions)
    for secret in (SECRET, TITLE, "tucked away", "marmosets"):
        assert fake.seen.who_saw(secret) <= {owner.name}
    assert fake.refused == []
