"""What a review channel in Discord shows while something waits, and what moderators alone see of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest_asyncio

from core.chats import CopyKind, Posted, review_of
from core.communities import Spot
from core.erasure.copies import items_of
from core.publications import PublicationView
from core.publishing.withdraw import unpublish
from core.receipts import ItemState
from core.videos import Showing, VideoId
from tests.discord_square import CAPTION, SEEN, Plaza, Square, plaza
from tests.discord_story import WITHIN_S
from tests.fakes.discord_wire.messages import Message
from tests.fakes.tiny import VIDEO

PROMPT = "a calm sea at sunset"


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Plaza]:
    """A club with a review channel."""
    async with plaza(tmp_path / "house") as built:
        yield built


@pytest_asyncio.fixture
async def square(town: Plaza) -> AsyncIterator[Square]:
    """The bot in it."""
    async with town.run() as running:
        yield running


async def waiting(square: Square) -> tuple[PublicationView, Message]:
    """Have a video of Ada's wait, and give its card with the poster in it."""
    _, video = await square.story.ready(square.story.ada, None)
    view = await square.proposed(video)
    return view, await square.filled(square.review)


async def kept(square: Square, video: VideoId) -> list[Posted]:
    """Give what is kept of messages for moderators."""
    return [row for row in await square.story.rows(video) if row.kind is CopyKind.REVIEW]


async def test_what_waits_has_a_card_for_those_who_read_the_channel(square: Square) -> None:
    """The card comes without anything, then with words and a blurred poster; members see nothing of it."""
    view, card = await waiting(square)
    (poster,) = card.files
    assert poster.filename.endswith(".jpg")
    assert poster.content != VIDEO
    assert CAPTION.title in card.text
    assert CAPTION.title not in card.versions[0].text
    assert card.versions[0].attachments == ()
    assert square.story.fake.seen.who_saw(poster.content) == {"mod", "owner"}
    assert PROMPT not in card.text
    (row,) = await kept(square, view.publication.video)
    assert (row.id, row.message) == (review_of(view.publication.id), str(card.id))


async def test_the_card_goes_with_its_poster_when_it_is_decided(square: Square) -> None:
    """Approved through its button: the poster leaves at once, and the card with its row once it went out."""
    view, card = await waiting(square)
    answer = await square.mod.press(card, "Approve")
    assert answer.message.ephemeral
    await square.story.fake.world.until(lambda: not card.files, WITHIN_S, "a card without a poster")
    assert CAPTION.description not in card.text
    named = (await square.now(view.publication.id)).publication
    assert named.state is Showing.APPROVED
    async with square.story.running.house.store.write() as writes:
        await writes.move_publication(named.id, named.revision, "post")
    await square.empty(square.review)
    async with asyncio.timeout(WITHIN_S):
        while await kept(square, view.publication.video):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.01)


async def test_the_card_goes_when_it_is_withdrawn_held_or_erased(square: Square) -> None:
    """Withdrawn or erased, the card leaves; held, its poster does, until that is lifted."""
    view, _ = await waiting(square)
    store, video = square.story.running.house.store, view.publication.video
    await unpublish(square.owner, video, SEEN, store=store)
    await square.empty(square.review)
    await square.proposed(video)
    await square.filled(square.review)
    async with store.write() as writes:
        await writes.hold_video(video, on=True, actor=None)
    held = square.there(square.review)
    await square.story.fake.world.until(lambda: not any(one.files for one in held), WITHIN_S, "no poster while held")
    async with store.write() as writes:
        await writes.hold_video(video, on=False, actor=None)
    await square.filled(square.review)
    await square.close(video)
    await square.empty(square.review)


async def test_a_look_is_for_one_moderator_and_the_video_leaves_it_afterwards(square: Square) -> None:
    """Look opens the video in a message for that moderator alone; once it is decided, it isn't there any more."""
    view, card = await waiting(square)
    look = await square.mod.press(card, "Look")
    film = await look.shows_file(WITHIN_S)
    assert film.content == VIDEO
    assert look.message.ephemeral
    assert square.story.fake.seen.who_saw(VIDEO) == {"ada", "mod"}
    rows = [row for row in await kept(square, view.publication.video) if row.token]
    assert len(rows) == 1
    await unpublish(square.owner, view.publication.video, SEEN, store=square.story.running.house.store)
    await square.story.fake.world.until(lambda: not look.files, WITHIN_S, "an empty look")
    await square.empty(square.review)


async def test_a_look_out_of_reach_is_never_called_done(square: Square) -> None:
    """Its token is over when its video is erased: the file may be there, so that it stays known, as one that stays."""
    view, card = await waiting(square)
    look = await square.mod.press(card, "Look")
    await look.shows_file(WITHIN_S)
    video = view.publication.video
    (row,) = [one for one in await kept(square, video) if one.token]
    store = square.story.running.house.store
    async with store.write() as writes:
        await writes.keep_posted(replace(row, token_until_ms=1))
    await square.close(video)
    await square.empty(square.review)
    await square.story.running.bot.deliverer.reviewing.looking.erased(video)
    assert row.id in [one.id for one in await kept(square, video)]
    (item,) = items_of([replace(row, token_until_ms=1)], 2)
    assert item.state is ItemState.CANNOT_RECALL


async def test_another_review_place_gets_what_waits(square: Square) -> None:
    """Choosing another channel moves the cards of all that waits."""
    _, card = await waiting(square)
    other = square.story.club.channel("back room", hidden_from_everyone=True)
    square.story.club.set_permissions(other, square.story.fake.me, allow=1 << 10)
    await square.choose(Spot.REVIEW, other)
    assert (await square.filled(other)).files
    await square.empty(square.review)
    assert card.deleted_ms is not None


async def test_a_card_that_a_moderator_deleted_stays_away(square: Square) -> None:
    """Deleting the card decides nothing: it still waits."""
    view, card = await waiting(square)
    square.story.club.delete_messages(card)
    async with asyncio.timeout(WITHIN_S):
        while await kept(square, view.publication.video):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.01)
    assert (await square.now(view.publication.id)).publication.state is Showing.PROPOSED


async def test_a_member_who_sees_no_card_can_not_press_it(square: Square) -> None:
    """A forged press of a member changes nothing and tells nothing."""
    view, card = await waiting(square)
    press = str(card.part("Approve")["custom_id"])
    board = square.story.bob.say(square.story.club, "hello")
    told = await square.story.bob.press(board, press, forged=True)
    assert CAPTION.title not in told.text
    assert (await square.now(view.publication.id)).publication.state is Showing.PROPOSED
