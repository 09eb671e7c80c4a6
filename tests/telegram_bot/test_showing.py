"""Videos in Telegram's messages: a card first, then the video by an edit, with all that an app shows of it."""

import io
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
import telegram
from PIL import Image
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bots.chat.reply import Media
from bots.telegram_bot.files import SPARE_BYTES
from bots.telegram_bot.posted import HERE
from bots.telegram_bot.turn import (
    OtherKind,
    Stays,
    TooLarge,
    Trouble,
    TurnOver,
    Unreachable,
    Vanished,
    mended,
    turn_of,
)
from bots.texts.say import Say
from core.chats import CopyKind
from core.communities import Place
from core.errors import LimitReached
from core.gate import Surface
from core.hosting.choose import choose_customs
from core.people import Identity
from core.records import Material, Order
from core.videos import AssetRole
from core.work import Memory, Product
from tests.fakes.pictures import corners, encoded
from tests.fakes.tiny import FACTS, PREVIEW, VIDEO, Tiny
from tests.telegram_story import Story, two_people


class Pictured(Tiny):
    """Gives a poster that is a picture."""

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Give the same each time."""
        del order, inputs, on_progress
        poster = Memory.of(encoded(corners(1280, 720), "JPEG"))
        return Product({"video": Memory.of(VIDEO), "poster": poster, "preview": Memory.of(PREVIEW)}, FACTS)


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def test_a_video_is_put_into_its_card_by_an_edit(story: Story) -> None:
    """The card comes first, without a file; its id is kept, then the file; the row names both."""
    card, video = await story.ready(story.ada)
    assert card.versions[0].media is None
    assert card.media is not None
    assert card.media.content == VIDEO
    (row,) = await story.rows(video)
    assert (row.message, row.channel, row.kind) == (str(card.id), str(story.ada.id), CopyKind.DIRECT)
    assert row.media is not None
    assert story.fake.seen.who_saw(VIDEO) == {"ada"}


async def test_an_app_is_told_what_a_video_is_like(story: Story) -> None:
    """Sides, length and that it can be streamed are set, and a small picture of it goes along."""
    card = (await story.ada.command("create a calm sea at sunset")).message
    await story.make(await story.newest(story.ada), Pictured)
    await story.until(lambda: card.media, "the video")
    shown = card.media
    assert shown is not None
    assert (shown.width, shown.height, shown.duration) == (FACTS["width"], FACTS["height"], 5)
    assert shown.streaming
    assert not shown.spoiler
    assert shown.file.filename == "video.mp4"
    assert shown.thumbnail is not None
    small = Image.open(io.BytesIO(shown.thumbnail.content))
    assert (small.format, small.size) == ("JPEG", (320, 180))
    assert (story.ada.id, "upload_video") in story.fake.world.actions


async def test_a_file_is_given_again_through_the_gate(story: Story) -> None:
    """Download shows the card once more, with the file; nobody else gets it by the same press."""
    card, video = await story.ready(story.ada)
    await story.press(story.ada, card, "More")
    await story.until(lambda: "Download" in card.labels, "the page with more")
    press = card.button("Download")["callback_data"]
    await story.ada.presses(card, "Download")
    await story.until(lambda: len(story.ada.inbox()) > 1 and story.ada.inbox()[1].media, "the video again")
    assert len(await story.rows(video)) == 2
    other, _ = await story.ready(story.bob)
    answer = await (await story.bob.presses(other, press, forged=True)).redrawn()
    assert not answer.films


async def test_a_video_is_a_spoiler_where_the_community_asks(story: Story) -> None:
    """Asked for from a group whose admins want that, a video hides behind a press in the private chat as well."""
    group = Place(HERE, "-100", is_admin=True)

    async def from_the_group(_: telegram.Update) -> Place | None:
        return group

    boss = Identity(HERE, str(story.bob.id))
    admin = await story.chat.arrive(boss, Surface.CHAT_PRIVATE, "en", group)
    assert admin.community is not None
    store = story.house.store
    await choose_customs(admin.viewer, admin.community, Surface.CHAT_PRIVATE, spoilers=True, store=store)
    card, _ = await story.ready(story.ada)
    await story.press(story.ada, card, "More")
    await story.shows(card, "Download")
    story.hearing.answering.place_of = from_the_group
    await story.press(story.ada, card, "Download")
    await story.until(lambda: len(story.ada.inbox()) > 1 and story.ada.inbox()[1].media, "the video again")
    again = story.ada.inbox()[1].media
    assert again is not None
    assert again.spoiler
    assert card.media is not None
    assert not card.media.spoiler


async def test_what_can_not_be_made_to_fit_names_the_other_way(tmp_path: Path) -> None:
    """Where nothing makes a video small enough its card says so, once."""
    async with two_people(tmp_path / "house", max_bytes=SPARE_BYTES + len(VIDEO) - 1) as story:
        card = (await story.ada.command("create a calm sea at sunset")).message
        video = await story.newest(story.ada)
        await story.make(video)
        await story.until(lambda: "Too large for this chat" in card.words, "the way out")
        assert "/settings" in card.words
        (row,) = await story.rows(video)
        assert row.media is None
        versions = len(card.versions)
        await story.posting.redraw(video, row.person)
        assert len(card.versions) == versions


async def test_other_cards_go_on_while_one_is_stuck(story: Story) -> None:
    """An upload that hangs holds up nobody else's card."""
    stuck = (await story.ada.command("create a calm sea at sunset")).message
    story.fake.trouble.plan("time out", method="editMessageMedia", chat=story.ada.id, times=1)
    await story.make(await story.newest(story.ada))
    card, _ = await story.ready(story.bob)
    assert card.media is not None
    assert stuck.media is None


async def test_a_video_without_its_small_picture_is_given_back(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the small picture fails, the video's bytes don't stay in memory."""
    _, video = await story.ready(story.ada)
    asker = await story.asker(story.ada)
    async with story.house.store.read() as reads:
        view = await reads.video(asker.viewer, video, asker.surface)
    assert view is not None
    ids = {asset.role: asset.id for asset in view.assets}
    media = Media(ids[AssetRole.OUTPUT], ids[AssetRole.POSTER], Say("card-alt"), 640, 360, 5_000)

    async def fails(*_: object, **__: object) -> bytes:
        raise LimitReached("worker_limit")

    monkeypatch.setattr("bots.telegram_bot.files.glimpse", fails)
    before = memories()
    with pytest.raises(LimitReached):
        await story.posting.showing.placing.files.handed(media, asker, 50_000_000)
    assert memories() == before


def memories() -> int:
    """Count the memory files that this process holds."""
    names = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    return sum("memfd:" in name for name in names)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (Forbidden("Forbidden: user is deactivated"), Unreachable),
        (BadRequest("Chat not found"), Unreachable),
        (BadRequest("Message to edit not found"), Vanished),
        (BadRequest("There is no caption in the message to edit"), OtherKind),
        (BadRequest("There is no text in the message to edit"), OtherKind),
        (BadRequest("Message can't be deleted for everyone"), Stays),
        (ChatMigrated(-100), TurnOver),
        (NetworkError("Request Entity Too Large"), TooLarge),
        (NetworkError("httpx.ConnectError: http://host/bot1:secret/getMe"), Trouble),
        (RetryAfter(7), Trouble),
        (BadRequest("Something new"), Trouble),
    ],
)
async def test_what_goes_wrong_is_told_by_its_kind(error: TelegramError, told: type[Exception]) -> None:
    """What is over is TurnOver, what may pass is Trouble; neither repeats Telegram's words."""
    with pytest.raises(told) as found:
        async with mended():
            raise error
    assert found.type is told
    assert "secret" not in f"{found.value} {found.value.__cause__} {found.value.args}"
    assert found.value.__suppress_context__
    assert getattr(found.value, "pause_s", 0) == (7 if isinstance(error, RetryAfter) else 0)


async def test_a_message_that_says_it_already_is_fine() -> None:
    """Telegram refuses an edit that changes nothing; that is no trouble."""
    async with mended():
        raise BadRequest("Message is not modified: specified new message content is the same")


def test_an_update_has_one_name_whenever_it_is_read() -> None:
    """The same update gives the same name, another one another; nobody's gives none."""
    user = telegram.User(5, "ada", is_bot=False)
    press = telegram.CallbackQuery("9", user, "c", data="x")
    first, again, other = (turn_of(telegram.Update(number, callback_query=press)) for number in (1, 1, 2))
    assert first == again
    assert first.name != other.name
    with pytest.raises(TurnOver):
        turn_of(telegram.Update(3))
