"""What a showcase channel in Discord shows: what the community shows now, once, and nothing of its author."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from bots.discord_bot.files import SPARE_BYTES
from bots.discord_bot.readers import Readers
from core.chats import CopyKind, Posted, post_of
from core.communities import Spot
from core.publications import Caption
from core.publishing.withdraw import unpublish
from core.storage.database import Database, open_database
from core.storage.tables import outbox
from core.videos import Showing, VideoId
from tests.discord_square import CAPTION, SEEN, Plaza, Square, plaza
from tests.discord_story import WITHIN_S
from tests.fakes.discord_wire.places import ATTACH, SEND, VIEW
from tests.fakes.discord_wire.trouble import CUT_AFTER, CUT_BEFORE
from tests.fakes.tiny import VIDEO

PROMPT = "a calm sea at sunset"


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Plaza]:
    """A club with a showcase."""
    async with plaza(tmp_path / "house") as built:
        yield built


@pytest_asyncio.fixture
async def square(town: Plaza) -> AsyncIterator[Square]:
    """The bot in it."""
    async with town.run() as running:
        yield running


async def ready(square: Square) -> VideoId:
    """Have a video of Ada's that is ready."""
    _, video = await square.story.ready(square.story.ada, None)
    return video


async def withdrawn(square: Square, video: VideoId) -> None:
    """Take it back, as its owner."""
    await unpublish(square.owner, video, SEEN, store=square.story.running.house.store)


async def kept(square: Square, video: VideoId) -> list[Posted]:
    """Give what is kept of posts of a video."""
    return [row for row in await square.story.rows(video) if row.kind is CopyKind.POST]


async def settled(square: Square) -> None:
    """Wait until every outbox row is carried."""
    database = open_database(square.story.running.house.settings.data_dir / "hushreel.db")
    waiting = sa.select(sa.func.count()).where(outbox.c.surface == "discord")
    async with asyncio.timeout(WITHIN_S):
        while await _counted(database, waiting):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.05)
    await database.close()


async def _counted(database: Database, query: sa.Select[Any]) -> int:
    async with database.reading() as connection:
        return int((await connection.execute(query)).scalar_one())


async def test_what_is_approved_is_posted_in_two_steps(square: Square) -> None:
    """Nobody sees a thing before the approval; then the message comes without the video, and the video into it."""
    video = await ready(square)
    view = await square.proposed(video)
    await square.story.running.bot.deliverer.feeding.bring(view.publication.id)
    assert square.ever(square.showcase) == []
    await square.approve(view)
    post = await square.post()
    assert [one.content for one in post.files] == [VIDEO]
    assert CAPTION.title in post.content
    first = post.versions[0]
    assert first.attachments == ()
    assert CAPTION.title not in first.text
    assert post.enforced
    (row,) = await kept(square, video)
    assert (row.person, row.message, row.id) == (square.owner.person, str(post.id), post_of(view.publication.id))


async def test_a_post_holds_nothing_of_its_author(square: Square) -> None:
    """No name, id, mention, number, prompt or file name leads to whoever made it; the alt text is theirs."""
    video = await ready(square)
    _, post = await square.shown(video, replace(CAPTION, credit=""))
    ada = square.story.ada
    said = "".join(one.text for one in post.versions)
    assert not [one for one in (str(ada.id), ada.name, "Ada", PROMPT, "#1", str(video)) if one in said]
    assert post.files[0].filename == "video.mp4"
    assert CAPTION.description in (post.files[0].description or "")
    assert post.mentions == ()


async def test_taken_back_it_is_gone(square: Square) -> None:
    """The owner's /unpublish deletes the post, and no row of it is left; posted again it is another message."""
    video = await ready(square)
    view, post = await square.shown(video)
    await withdrawn(square, video)
    await square.empty(square.showcase)
    async with asyncio.timeout(WITHIN_S):
        while await kept(square, video):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.01)
    assert (await square.now(view.publication.id)).publication.state is Showing.WITHDRAWN
    _, again = await square.shown(video)
    assert again is not post
    assert len(square.there(square.showcase)) == 1


async def test_a_new_revision_changes_the_same_message(square: Square) -> None:
    """What is shown stays as approved until another revision is; then the same message says it."""
    video = await ready(square)
    _, post = await square.shown(video)
    other = Caption("Lighthouse at night", "A lamp and the sea")
    view = await square.proposed(video, other)
    await square.story.running.bot.deliverer.feeding.bring(view.publication.id)
    assert CAPTION.title in post.content
    await square.approve(view)
    await square.story.fake.world.until(lambda: other.title in post.content, WITHIN_S, "the other title")
    assert len(square.ever(square.showcase)) == 1
    assert len(post.files) == 1
    assert other.description in (post.files[0].description or "")


async def test_a_row_that_is_carried_twice_posts_once(square: Square) -> None:
    """The same row again changes nothing in Discord."""
    video = await ready(square)
    view, post = await square.shown(video)
    versions = len(post.versions)
    await square.story.running.bot.deliverer.feeding.bring(view.publication.id)
    assert len(square.ever(square.showcase)) == 1
    assert len(post.versions) == versions


@pytest.mark.parametrize("what", [CUT_BEFORE, CUT_AFTER, 500])
@pytest.mark.parametrize("method", ["POST", "PATCH"])
async def test_trouble_leaves_one_message(square: Square, method: str, what: int | str) -> None:
    """Whichever answer gets lost, there is one post with one video in the end."""
    video = await ready(square)
    square.story.fake.trouble.plan(what, method=method, path=f"channels/{square.showcase.id}/messages")
    await square.approve(await square.proposed(video))
    post = await square.post()
    assert len(square.ever(square.showcase)) == 1
    assert len(post.files) == 1


async def test_a_moderator_who_deletes_the_post_in_discord_has_taken_it_down(square: Square) -> None:
    """It counts as removed by the moderators: shown nowhere any more, and its author can appeal."""
    video = await ready(square)
    view, post = await square.shown(video)
    square.story.club.delete_messages(post)
    async with asyncio.timeout(WITHIN_S):
        while (await square.now(view.publication.id)).publication.state is not Showing.REMOVED:  # noqa: ASYNC110 - no event
            await asyncio.sleep(0.01)
    now = await square.now(view.publication.id)
    assert (now.revision.why, now.publication.appeal_open) == ("deleted_there", True)
    assert await kept(square, video) == []
    assert square.there(square.showcase) == []


async def test_an_erased_video_leaves_its_post(square: Square) -> None:
    """The confirmed delete takes the post back, and the receipt says that the chat's file is gone."""
    video = await ready(square)
    _, post = await square.shown(video)
    await square.close(video)
    await square.empty(square.showcase)
    await square.story.erase(video)
    assert post.deleted_ms is not None
    assert await kept(square, video) == []


async def test_an_erased_video_leaves_its_post_even_when_discord_comes_back_later(square: Square) -> None:
    """Every row of the video may be gone by then: the post is still known, and goes."""
    video = await ready(square)
    _, post = await square.shown(video)
    square.story.fake.trouble.plan(500, path=f"channels/{square.showcase.id}/messages/{post.id}", times=1_000)
    await square.close(video)
    await square.story.erase(video)
    assert post.files
    square.story.fake.trouble.over()
    await square.empty(square.showcase)


async def test_a_held_video_is_taken_back_and_posted_again(square: Square) -> None:
    """A hold takes the post away; lifting it reposts what was shown."""
    video = await ready(square)
    view, _ = await square.shown(video)
    await square.reviewing.hold(square.moderator, view.publication.id, SEEN)
    await square.empty(square.showcase)
    await square.reviewing.hold(square.moderator, view.publication.id, SEEN, on=False)
    assert (await square.post()).files


async def test_without_a_showcase_it_is_posted_when_one_is_chosen(square: Square) -> None:
    """Nothing is chosen: nothing is posted, and no row waits. Once a place is chosen, it shows what is shown."""
    await square.choose(Spot.SHOWCASE, None)
    video = await ready(square)
    await square.approve(await square.proposed(video))
    await settled(square)
    assert square.ever(square.showcase) == []
    await square.choose(Spot.SHOWCASE, square.showcase)
    assert (await square.post()).files


async def test_another_showcase_gets_the_posts_and_the_old_one_loses_them(square: Square) -> None:
    """Choosing another channel moves what is shown."""
    video = await ready(square)
    view, post = await square.shown(video)
    other = square.story.club.channel("gallery")
    await square.choose(Spot.SHOWCASE, other)
    assert (await square.filled(other)).files
    await square.empty(square.showcase)
    assert post.deleted_ms is not None
    assert (await square.now(view.publication.id)).publication.state is Showing.SHOWN


async def test_a_channel_that_is_closed_to_us_shows_nothing_and_admins_are_told(square: Square) -> None:
    """We may not write there: the place counts as lost, the row doesn't wait, and nothing of it is kept."""
    video = await ready(square)
    square.story.club.set_permissions(square.showcase, square.story.fake.me, deny=SEND | ATTACH)
    await square.approve(await square.proposed(video))
    await settled(square)
    assert square.ever(square.showcase) == []
    assert await kept(square, video) == []
    found = await square.story.running.house.store.ledger.community(square.community)
    assert found is not None
    assert found.choices.showcase is None
    await square.story.fake.world.until(lambda: square.there(square.review), WITHIN_S, "a notice")


async def test_a_post_out_of_reach_goes_once_we_may_reach_it(square: Square) -> None:
    """While we can't see the channel, the post stays known; it goes as soon as we can."""
    video = await ready(square)
    _, post = await square.shown(video)
    square.story.club.set_permissions(square.showcase, square.story.fake.me, deny=VIEW)
    await withdrawn(square, video)
    await square.story.fake.world.until(lambda: square.story.fake.refused, WITHIN_S, "a refusal")
    assert post.deleted_ms is None
    assert len(await kept(square, video)) == 1
    square.story.club.set_permissions(square.showcase, square.story.fake.me, allow=VIEW)
    await square.empty(square.showcase)


async def test_what_is_too_large_is_posted_without_the_video_and_says_so(square: Square) -> None:
    """A video that nothing makes small enough isn't shown: the words are, with the reason, and nothing is tried on."""
    square.story.club.guild.upload_bytes = SPARE_BYTES + len(VIDEO) - 1
    video = await ready(square)
    square.story.running.bot.deliverer.feeding.learned(str(square.story.club.id), SPARE_BYTES + len(VIDEO) - 1)
    await square.approve(await square.proposed(video))
    world = square.story.fake.world
    await world.until(lambda: any("too large" in one.content for one in square.there(square.showcase)), WITHIN_S)
    (post,) = square.there(square.showcase)
    assert post.files == ()
    assert CAPTION.title in post.content
    await settled(square)
    (row,) = await kept(square, video)
    assert row.media is None


async def test_a_channel_that_is_deleted_decides_nothing(square: Square) -> None:
    """The posts in it are gone and forgotten; what was shown is still shown elsewhere."""
    video = await ready(square)
    view, _ = await square.shown(video)
    square.story.club.delete_channel(square.showcase)
    async with asyncio.timeout(WITHIN_S):
        while await kept(square, video):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.01)
    assert (await square.now(view.publication.id)).publication.state is Showing.SHOWN


async def test_readers_are_counted_where_everybody_can_read(square: Square) -> None:
    """The showcase is everybody's: the server's members but us. Who can read the hidden channel isn't known."""
    house = square.story.running.house
    readers = Readers(house.store, square.story.running.bot.deliverer.feeding.server)
    assert await readers.count(square.community, Spot.SHOWCASE) == len(square.story.club.guild.members) - 1
    assert await readers.count(square.community, Spot.REVIEW) is None
    assert await readers.called(square.community) == "club"
    await square.choose(Spot.SHOWCASE, None)
    assert await readers.count(square.community, Spot.SHOWCASE) is None


async def test_the_owners_card_is_never_drawn_into_the_post(square: Square) -> None:
    """What is drawn anew of a video for its owner leaves the community's message alone."""
    video = await ready(square)
    _, post = await square.shown(video)
    versions = len(post.versions)
    assert square.owner.person is not None
    await square.story.running.bot.deliverer.posting.redraw(video, square.owner.person)
    assert len(post.versions) == versions


@pytest.mark.parametrize("was_kept", [False, True])
async def test_after_a_crash_it_is_one_message(town: Plaza, *, was_kept: bool) -> None:
    """Sent and its id not kept, or filled and not known: the next start finds that same message."""
    async with town.run() as square:
        video = await ready(square)
        view, post = await square.shown(video)
        await settled(square)
        (row,) = await kept(square, video)
        async with square.story.running.house.store.write() as writes:
            await writes.keep_posted(row if was_kept else replace(row, message=None, media=None))
    async with town.run() as square:
        await square.story.running.bot.deliverer.feeding.bring(view.publication.id)
        (row,) = await kept(square, video)
        assert row.message == str(post.id)
        assert len(square.ever(square.showcase)) == 1
        assert len(post.files) == 1
        await withdrawn(square, video)
        await square.empty(square.showcase)
