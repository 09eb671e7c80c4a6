"""A community's showcase on Telegram: what is shown stands in its channel once, and leaves it when it is taken back."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from core.chats import CopyKind, post_of
from core.communities import Customs
from core.gate import Surface
from tests.fakes.telegram_wire.trouble import CUT_AFTER, CUT_BEFORE
from tests.fakes.tiny import VIDEO
from tests.parts import HERE
from tests.telegram_showcase import CAPTION, Showcase, showcase_in

HOUR_S = 3_600.0


@pytest_asyncio.fixture
async def square(tmp_path: Path) -> AsyncIterator[Showcase]:
    """A group with its channel and its desk."""
    async with showcase_in(tmp_path / "house") as begun:
        yield begun


async def test_a_post_stands_once_and_names_nobody(square: Showcase) -> None:
    """Title, words and video, and nothing that leads to who made it: no name, number, prompt or file name."""
    await square.shown()
    await square.quiet()
    (post,) = square.channel.messages()
    assert post.media is not None
    assert (post.media.content, post.media.file.filename, post.media.spoiler) == (VIDEO, "video.mp4", False)
    assert CAPTION.title in post.words
    assert CAPTION.description in post.words
    told = "\n".join(one.text for one in post.versions)
    for word in ("ada", "#1", "calm sea", str(square.story.ada.id)):
        assert word not in told
    assert post.versions[0].media is None
    assert CAPTION.title not in post.versions[0].text
    assert square.story.fake.seen.who_saw(CAPTION.title) <= {"ada", "bob", "chief", "eve"}


async def test_nobody_sees_it_before_it_is_approved(square: Showcase) -> None:
    """While it waits, and while its approval can be undone, the channel stays empty."""
    view = await square.proposed(await square.ready())
    await square.quiet()
    assert square.channel.messages() == []
    await square.approve(view)
    await square.story.until(square.films, "the post")


async def test_taken_back_it_is_deleted(square: Showcase) -> None:
    """Nothing stands in the channel, and nothing is kept of it."""
    video, publication = await square.shown()
    await square.unpublish(video)
    await square.story.until(lambda: not square.channel.messages(), "an empty channel")
    await square.quiet()
    assert await square.story.house.store.ledger.posted_named(post_of(publication)) is None


async def test_above_48_hours_it_is_emptied(square: Showcase) -> None:
    """Telegram deletes nothing so old: another picture takes the video's place, and the words say that it left."""
    video, publication = await square.shown()
    (post,) = square.films()
    square.story.fake.clock.advance(49 * HOUR_S)
    await square.unpublish(video)
    await square.story.until(lambda: post.media and post.media.kind == "photo", "another picture")
    await square.quiet()
    assert post.deleted_ms is None
    assert "taken back" in post.words
    assert CAPTION.title not in post.words
    assert await square.story.house.store.ledger.posted_named(post_of(publication)) is None


async def test_an_approved_edit_changes_the_words_alone(square: Showcase) -> None:
    """The video isn't sent again, and the words of before stay until the others are approved."""
    video, _ = await square.shown()
    (post,) = square.films()
    again = await square.proposed(video, replace(CAPTION, title="Lighthouse at dusk"))
    await square.quiet()
    assert CAPTION.title in post.words
    await square.approve(again)
    await square.story.until(lambda: "at dusk" in post.words, "the other title")
    assert square.films() == [post]
    assert square.story.films() == 2


async def test_a_community_that_hides_pictures_gets_a_spoiler(square: Showcase) -> None:
    """The video is behind Telegram's own cover."""
    await square.choose(customs=Customs(spoilers=True))
    await square.shown()
    (post,) = square.films()
    assert post.media is not None
    assert post.media.spoiler


@pytest.mark.parametrize("what", [429, 500, CUT_BEFORE, CUT_AFTER])
@pytest.mark.parametrize("method", ["editMessageMedia", "sendMessage"])
async def test_whatever_telegram_makes_of_it_the_video_stands_once(
    square: Showcase, method: str, what: int | str
) -> None:
    """A message may be there twice, as a card that tells nothing; the video is not."""
    view = await square.proposed(await square.ready())
    await square.story.until(lambda: any(one.media for one in square.desk.messages()), "the review card")
    square.story.fake.trouble.plan(what, method=method, chat=square.channel.id)
    await square.approve(view)
    await square.story.until(square.films, "the post")
    await square.quiet()
    assert len(square.films()) == 1
    assert len(square.channel.messages()) <= 2
    assert all(one.media or CAPTION.title not in one.text for one in square.channel.messages())


async def test_a_second_delivery_changes_nothing(square: Showcase) -> None:
    """A row that is carried twice finds everything as it shall be."""
    _, publication = await square.shown()
    await square.quiet()
    (post,) = square.films()
    before = len(post.versions)
    await square.story.carrying.feeding.bring(publication)
    assert square.channel.messages() == [post]
    assert len(post.versions) == before


async def test_held_it_leaves_and_lifted_it_comes_back(square: Showcase) -> None:
    """A hold takes the post down at once; lifting it posts what was shown."""
    video, _ = await square.shown()
    for on, left in ((True, 0), (False, 1)):
        async with square.story.house.store.write() as writes:
            await writes.hold_video(video, on=on, actor=None)
        await square.quiet()
        assert len(square.films()) == left


async def test_erased_with_its_video(square: Showcase) -> None:
    """The post goes with the video, and the receipt counts it among the copies that were removed."""
    video, _ = await square.shown()
    card = next(one for one in square.story.ada.inbox() if one.media)
    await square.story.erased(square.story.ada, card, video)
    await square.story.until(lambda: not square.channel.messages(), "an empty channel")
    await square.story.until(lambda: "Receipt R-" in square.story.ada.inbox()[-1].words, "the receipt")


async def test_no_showcase_no_post_until_one_is_chosen(tmp_path: Path) -> None:
    """What is shown already is posted when a place is chosen, and moves with it."""
    async with showcase_in(tmp_path / "house", is_chosen=False) as square:
        view = await square.proposed(await square.ready())
        await square.approve(view)
        await square.quiet()
        assert square.channel.messages() == []
        await square.choose(showcase=str(square.channel.id))
        await square.story.until(square.films, "the post")
        await square.choose(showcase=str(square.desk.id))
        await square.story.until(lambda: square.films(square.desk), "the post elsewhere")
        assert square.channel.messages() == []
        await square.choose(showcase=None)
        await square.story.until(lambda: not square.films(square.desk), "no post")


async def test_a_channel_that_is_closed_to_us_keeps_the_rest_going(square: Showcase) -> None:
    """Where we may not post, nothing is tried for ever."""
    view = await square.proposed(await square.ready())
    square.channel.kick_bot()
    await square.approve(view)
    await square.quiet()
    assert square.channel.messages() == []


async def test_a_community_that_puts_us_out_is_shown_no_more(square: Showcase) -> None:
    """Its channel is another chat, where we still are: posts leave it, and so do cards in the review chat."""
    await square.shown()
    await square.proposed(await square.ready())
    await square.story.until(square.cards, "a review card")
    square.harbour.kick_bot()
    await square.story.until(lambda: not square.channel.messages(), "an empty channel")
    await square.story.until(lambda: not square.cards(), "an empty desk")


async def test_a_post_that_an_admin_deleted_there_is_removed(square: Showcase) -> None:
    """Telegram tells us only when we change it: nothing is sent in its place, and it counts as their decision."""
    video, publication = await square.shown()
    (post,) = square.films()
    square.channel.delete_messages(post)
    await square.proposed(video, replace(CAPTION, title="Lighthouse at dusk"))
    await square.quiet()
    assert square.channel.messages() == []
    assert await square.story.house.store.ledger.posted_named(post_of(publication)) is None
    feed = await square.story.house.store.ledger.feed(publication)
    assert feed is not None
    assert feed.shown is None


async def test_tidying_chats_and_redrawing_cards_leaves_posts_alone(square: Showcase) -> None:
    """At 47 hours the owner's own video leaves their chat; what the community shows stays, whatever is drawn."""
    video, publication = await square.shown()
    (post,) = square.films()
    before = post.now
    square.story.fake.clock.advance(47 * HOUR_S + 60)
    await square.story.tidy.look()
    assert not [one for one in square.story.ada.inbox() if one.media]
    ada = await square.story.asker(square.story.ada)
    await square.story.posting.redraw(video, ada.person)
    assert post.now == before
    row = await square.story.house.store.ledger.posted_named(post_of(publication))
    assert row is not None
    assert (row.kind, row.media is not None, row.tidied) == (CopyKind.POST, True, False)


async def test_the_owner_is_told_where_copies_are(square: Showcase) -> None:
    """The post is a copy like any other: the owner's five answers name it."""
    video, _ = await square.shown()
    ada = await square.story.asker(square.story.ada)
    assert ada.surface is Surface.CHAT_PRIVATE is HERE
    reply = await square.story.chat.private(video, ada)
    assert reply.parts
