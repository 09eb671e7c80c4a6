"""Updates by webhook: with the secret alone, answered once, and kept before Telegram forgets them."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person
from tests.service import Service
from tests.waiting import until
from tests.wire_telegram.living import BY_WEBHOOK, FRONT, living, made, picture, start

pytestmark = pytest.mark.timeout(400)

HOOK = "/hooks/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"
QUIET_S = 2.0


@pytest_asyncio.fixture
async def house(fake: TelegramWire, tmp_path: Path) -> AsyncIterator[Service]:
    """The running service, to which Telegram posts."""
    async with living(tmp_path / "house", fake, **BY_WEBHOOK) as running:
        yield running
    assert "Traceback" not in running.log


async def test_the_story_goes_by_webhook_too(fake: TelegramWire, house: Service, ada: Person) -> None:
    """A photo becomes a video; nobody polls."""
    _, film = await made(ada, "slowly", picture())
    assert fake.seen.who_saw(film.content) == {"ada"}
    assert fake.updates.webhook is not None
    assert fake.updates.webhook.secret == BY_WEBHOOK["TELEGRAM_WEBHOOK_SECRET"]
    assert fake.updates.polls == 0
    assert {status for _, status in fake.updates.sent} == {200}
    assert house.process is not None


@pytest.mark.parametrize("secret", [None, "", "wrong", "said-by-telegram-alonf", "said-by-telegram-alone\u00e9"])
async def test_without_the_secret_nothing_is_heard(
    fake: TelegramWire, house: Service, ada: Person, secret: str | None
) -> None:
    """Whoever knows the address but not the secret is refused, and nothing of theirs is answered."""
    fake.updates.held = True
    await ada.command("videos", waits=None)
    forged = fake.updates.pending.popleft()
    headers = {} if secret is None else {SECRET: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(house.base + HOOK, json=forged, headers=headers) as told,
    ):
        assert told.status == 403
    await asyncio.sleep(QUIET_S)
    assert ada.inbox() == []


async def test_what_comes_twice_and_in_any_order_is_answered_once(
    fake: TelegramWire, house: Service, ada: Person, bob: Person
) -> None:
    """Telegram posts an update again whose answer got lost, and side by side."""
    fake.updates.held, fake.updates.repeated = True, 4
    for one in (ada, bob):
        await one.command("about", waits=None)
        await one.says("Can others see my videos?", waits=None)
    fake.updates.release(reverse=True)
    await fake.world.until(lambda: len(ada.inbox()) == len(bob.inbox()) == 2, 30, "two answers each")
    await asyncio.sleep(QUIET_S)
    assert [len(ada.inbox()), len(bob.inbox())] == [2, 2]
    assert house.process is not None


async def test_what_came_while_we_were_away_is_posted_again(fake: TelegramWire, house: Service, ada: Person) -> None:
    """Telegram insists; whoever wrote meanwhile is answered after the start, once."""
    await asyncio.to_thread(house.kill)
    answer = Answer(fake.world, ada.private)
    await ada.command("about", waits=None)
    await asyncio.sleep(0.5)
    await start(house, fake)
    await answer.seen(30)
    await asyncio.sleep(QUIET_S)
    assert len(ada.inbox()) == 1


def was_posted(fake: TelegramWire, number: int) -> bool:
    """Whether so many updates were taken."""
    return len({update for update, status in fake.updates.sent if status == 200}) >= number


def has_answers(person: Person, number: int) -> bool:
    """Whether so many answers came."""
    return len(person.inbox()) >= number


async def test_what_was_kept_is_answered_after_a_kill(fake: TelegramWire, house: Service, ada: Person) -> None:
    """An update that we said to have is answered, also when we were killed in the same moment."""
    for number in range(4):
        await ada.command("about", waits=None)
        await until(partial(was_posted, fake, number + 1))
        await asyncio.to_thread(house.kill)
        await start(house, fake)
        await until(partial(has_answers, ada, number + 1), 30)
    await asyncio.sleep(QUIET_S)
    assert 4 <= len(ada.inbox()) <= 8
    assert fake.refused == []


async def test_polling_again_takes_the_webhook_away(fake: TelegramWire, tmp_path: Path, ada: Person) -> None:
    """Who goes back to polling needs to do nothing but leave the settings out."""
    folder = tmp_path / "house"
    async with living(folder, fake, **BY_WEBHOOK):
        await (await ada.command("about")).seen()
    async with living(folder, fake):
        await until(lambda: fake.updates.webhook is None)
        await (await ada.command("about")).seen()
    assert FRONT in fake.updates.fronts
