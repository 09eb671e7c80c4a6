"""The review chat on Telegram: a card while something waits, decided by its moderators, and the video in private."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.chats import CopyKind
from core.people import Role
from core.publishing.review import Ruling
from core.videos import Showing
from tests.fakes.telegram_wire.answers import Answer
from tests.fakes.telegram_wire.messages import PHOTO
from tests.fakes.tiny import VIDEO
from tests.parts import HERE
from tests.telegram_showcase import CAPTION, POSTER, Showcase, showcase_in

HOUR_S = 3_600.0
START = "press Start"


@pytest_asyncio.fixture
async def square(tmp_path: Path) -> AsyncIterator[Showcase]:
    """A group with its channel and its desk."""
    async with showcase_in(tmp_path / "house") as begun:
        yield begun


async def test_a_card_waits_with_a_blurred_poster(square: Showcase) -> None:
    """The words and a picture of which nobody can be recognised; neither the poster, the video nor the prompt."""
    await square.proposed(await square.ready())
    card = await square.card()
    assert card.media is not None
    assert card.media.kind == PHOTO
    assert CAPTION.title in card.words
    assert {"Look", "Approve", "Decline", "Hold", "Skip"} <= set(card.labels)
    assert card.protected
    assert CAPTION.title not in card.versions[0].text
    seen = square.story.fake.seen
    assert seen.who_saw("calm sea") == {"ada"}
    assert "bob" not in seen.who_saw(VIDEO) | seen.who_saw(POSTER)
    assert "eve" not in seen.who_saw(CAPTION.title)


@pytest.mark.parametrize("how", ["declined", "withdrawn", "erased"])
async def test_what_waits_no_more_leaves_at_once(square: Showcase, how: str) -> None:
    """Whoever ended it: the card goes, and what a moderator looks at."""
    video = await square.ready()
    view = await square.proposed(video)
    card = await square.card()
    await square.story.bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(square.story.bob), "the video")
    named = view.publication
    if how == "declined":
        bob = await square.viewer(square.story.bob, Role.MODERATOR)
        await square.reviewing.decline(bob, named.id, named.revision, Ruling(), HERE)
    elif how == "withdrawn":
        await square.unpublish(video)
    else:
        owners = next(one for one in square.story.ada.inbox() if one.media)
        await square.story.erased(square.story.ada, owners, video)
    await square.story.until(lambda: not square.cards(), "an empty desk")
    await square.story.until(lambda: not square.looks(square.story.bob), "nothing to look at")
    await square.quiet()
    rows = await square.story.house.store.ledger.posted_about(square.story.posting.rows._platform, video)  # noqa: SLF001
    assert [one for one in rows if one.kind is CopyKind.REVIEW] == []


async def test_a_card_that_is_too_old_to_be_deleted_is_emptied(square: Showcase) -> None:
    """Above 48 hours another picture takes the poster's place, and there is nothing to press."""
    video = await square.ready()
    await square.proposed(video)
    card = await square.card()
    before = card.media
    square.story.fake.clock.advance(49 * HOUR_S)
    await square.unpublish(video)
    await square.story.until(lambda: not card.labels, "no buttons")
    assert card.media is not None
    assert before is not None
    assert card.media.content != before.content
    assert CAPTION.title not in card.text


async def test_held_the_poster_goes_and_the_card_stays(square: Showcase) -> None:
    """A press of Hold takes the picture out of the card at once, and the video out of a moderator's chat."""
    await square.proposed(await square.ready())
    card = await square.card()
    blurred = card.media
    await square.story.bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(square.story.bob), "the video")
    await square.story.bob.presses(card, "Hold")
    await square.story.until(lambda: "Lift the hold" in square.cards()[-1].labels, "the hold")
    assert blurred is not None
    assert all(one.media is None or one.media.content != blurred.content for one in square.cards())
    await square.story.until(lambda: not square.looks(square.story.bob), "nothing to look at")
    await square.quiet()
    await square.story.bob.presses(square.cards()[-1], "Look")
    await square.story.until(lambda: square.looks(square.story.bob), "the video for who reviews the case")


async def test_look_shows_the_video_to_that_moderator_alone(square: Showcase) -> None:
    """In their private chat, protected; the review chat gets a word that flashes up, and no video."""
    await square.proposed(await square.ready())
    card = await square.card()
    answer = await square.story.bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(square.story.bob), "the video")
    (look,) = square.looks(square.story.bob)
    assert "private chat" in answer.toast
    assert look.protected
    assert look.media is not None
    assert look.media.content == VIDEO
    assert look.versions[0].media is None
    assert square.films(square.desk) == []
    again = await square.story.bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(square.story.bob) not in ([look], []), "the video again")
    assert len(square.looks(square.story.bob)) == 1
    assert "private chat" in again.toast


async def test_who_never_started_us_is_told_how(square: Showcase) -> None:
    """Nothing is taken for them and nothing is noted as seen: they start our chat first."""
    square.story.bob.private.started = False
    view = await square.proposed(await square.ready())
    card = await square.card()
    for label in ("Look", "Decline"):
        answer = await square.story.bob.presses(card, label)
        assert START in answer.toast
        assert answer.query is not None
        assert answer.query.alert
    ada_sees = await square.now(view.publication.id)
    assert ada_sees.publication.state is Showing.PROPOSED
    assert (await square.claim(view.publication.id)) is None


async def test_approved_it_can_be_undone_and_then_stands(square: Showcase) -> None:
    """The card keeps no picture and offers Undo; undone it waits again; at its time it goes out, and the card goes."""
    view = await square.proposed(await square.ready())
    card = await square.card()
    await square.story.bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(square.story.bob), "the video")
    blurred = card.media
    answer = await square.story.bob.presses(card, "Approve")
    assert "approved" in answer.toast
    await square.story.until(lambda: "Undo" in card.labels, "Undo")
    assert card.media != blurred
    await square.story.until(lambda: not square.looks(square.story.bob), "nothing to look at")
    await square.story.bob.presses(card, "Undo")
    await square.story.until(lambda: "Approve" in card.labels, "the card that waits")
    await square.quiet()
    assert square.channel.messages() == []
    await square.story.bob.presses(card, "Approve")
    now = await square.now(view.publication.id)
    async with square.story.house.store.write() as writes:
        await writes.move_publication(now.publication.id, now.publication.revision, "post")
    await square.story.until(square.films, "the post")
    await square.story.until(lambda: not square.cards(), "an empty desk")


async def test_declining_asks_in_private_and_ends_it(square: Showcase) -> None:
    """The reason by a button, words typed; the group reads none of it, and the card is gone."""
    view = await square.proposed(await square.ready())
    card, bob = await square.card(), square.story.bob
    asked = Answer(bob.world, bob.private)
    toast = await bob.presses(card, "Decline")
    assert "private chat" in toast.toast
    await asked.says("Reason, sent to the author")
    await bob.presses(asked.message, "nudity or sex")
    await asked.says("In your own words")
    await bob.says("Not here, please")
    await square.story.until(lambda: not square.cards(), "an empty desk")
    found = await square.now(view.publication.id)
    assert found.publication.state is Showing.DECLINED
    assert (found.revision.why, found.revision.note) == ("adult", "Not here, please")
    assert square.story.fake.seen.who_saw("Not here, please") <= {"bob", "ada"}


@pytest.mark.parametrize("who", ["member", "left", "stranger"])
async def test_a_press_of_anybody_else_does_nothing(square: Showcase, who: str) -> None:
    """Who sits in the review chat but moderates nothing, and a moderator who left the group, are refused alike."""
    view = await square.proposed(await square.ready())
    card, presser = await square.card(), square.eve
    if who == "left":
        presser = square.story.bob
        square.harbour.leave(presser)
    elif who == "stranger":
        presser = square.story.town.person("mallory")
    square.desk.join(presser)
    for label in ("Approve", "Look", "Decline"):
        answer = await presser.presses(card, label)
        assert answer.toast
    await square.quiet()
    assert (await square.now(view.publication.id)).publication.state is Showing.PROPOSED
    assert square.looks(presser) == []
    assert square.cards() == [card]


async def test_tidying_chats_and_redrawing_cards_leaves_reviews_alone(square: Showcase) -> None:
    """At 47 hours the owner's video leaves their chat; what moderators have to decide stays."""
    video = await square.ready()
    await square.proposed(video)
    card = await square.card()
    await square.story.bob.presses(card, "Look")
    await square.story.until(lambda: square.looks(square.story.bob), "the video")
    (look,), before = square.looks(square.story.bob), card.now
    square.story.fake.clock.advance(47 * HOUR_S + 60)
    await square.story.tidy.look()
    ada = await square.story.asker(square.story.ada)
    await square.story.posting.redraw(video, ada.person)
    assert (card.now.text, card.now.media, card.now.viewers) == (before.text, before.media, before.viewers)
    assert square.looks(square.story.bob) == [look]


async def test_the_owner_is_told_that_moderators_have_a_blurred_poster(square: Showcase) -> None:
    """The five answers are given while a card waits."""
    video = await square.ready()
    await square.proposed(video)
    await square.card()
    reply = await square.story.chat.private(video, await square.story.asker(square.story.ada))
    assert not any("unexpected" in str(part) for part in reply.parts)


async def test_no_review_chat_no_card_until_one_is_chosen(tmp_path: Path) -> None:
    """What waits already comes when a place is chosen, and leaves with it."""
    async with showcase_in(tmp_path / "house", is_chosen=False) as square:
        await square.proposed(await square.ready())
        await square.quiet()
        assert square.cards() == []
        await square.choose(review=str(square.desk.id))
        await square.card()
        await square.choose(review=None)
        await square.story.until(lambda: not square.cards(), "an empty desk")
