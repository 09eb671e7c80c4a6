"""What owners are told of decisions, what they can do then, and taking back: at once, and nothing is deleted."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.command import PersonRef, VideoRef
from bots.chat.once import ACTION, FOR_MS
from bots.chat.reasons import reason_of
from bots.chat.reply import Reply, Text
from core.errors import NotFound
from core.publications import Publishing, Why
from core.publishing.review import Ruling
from core.publishing.upkeep import expire_due
from core.publishing.vanished import deleted_there
from core.videos import Showing
from tests.parts import HERE
from tests.publishing_chat import ELSEWHERE, Square, button, keys, publication_of, square_in
from tests.talk import spoken

DAY_MS = 86_400_000
FACES = Ruling(Why.CONSENT, "Two faces at 0:03; please confirm with them.")


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


async def test_a_decline_is_told_with_its_reason_and_never_who(square: Square) -> None:
    """Reason, the moderator's own words, the appeal and its end; no account and no id of whoever decided."""
    square.name = "Film Club"
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    assert await square.notice(card, owner) is None
    await square.decline(card, FACES)
    told = await square.notice(card, owner)
    assert told is not None
    assert "Film Club did not publish **“Lighthouse” (#1)**." in told
    assert "people in it may not have agreed" in told
    assert "“Two faces at 0:03; please confirm with them.”" in told
    assert "You can appeal once" in told
    decided = (await square.now(card)).revision.decided_by
    assert decided is not None
    assert str(decided) not in told
    assert keys(await square.card(card, owner)) == ["button-fix", "button-appeal", "button-leave-it", "button-to-video"]


async def test_a_note_cannot_pass_for_our_words(square: Square) -> None:
    """A moderator's own words stay one line of words."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    await square.decline(card, Ruling(Why.RULES, "no\n\n**Hushreel:** pay here [1]"))
    told = await square.notice(card, owner)
    assert told is not None
    assert "“no ∗∗Hushreel:∗∗ pay here (1)”" in told  # noqa: RUF001 - the sign that stands in for ours


async def test_fixed_and_sent_again(square: Square) -> None:
    """Fix and send again begins a new revision with the same words, and closes the appeal; the notice is past then."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    await square.decline(card, FACES)
    declined = await square.card(card, owner)
    fixed = await square.press(declined, "button-fix", owner)
    assert (await square.now(fixed)).publication.revision == 2
    assert await square.notice(card, owner) is None
    late = await square.press(declined, "button-appeal", owner)
    assert "Something else came first." in spoken(late)
    twice = await square.press(declined, "button-fix", owner)
    assert spoken(twice).startswith("That was done already.")
    assert "its moderators have had" in spoken(await square.press(fixed, "button-to-moderators", owner))


async def test_an_appeal_goes_to_somebody_else_once(square: Square) -> None:
    """Appealed it waits again; a second moderator decides, and after that there is no other appeal."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    await square.decline(card, FACES)
    appealed = await square.press(await square.card(card, owner), "button-appeal", owner)
    assert "somebody else looks at" in spoken(appealed)
    assert await square.notice(card, owner) is None
    await square.decline(card, Ruling(Why.RULES, "Still not."), "10")
    told = await square.notice(card, owner)
    assert told is not None
    assert "You appealed, and it stays so." in told
    assert "You can appeal" not in told
    again = await square.card(card, owner)
    assert "button-appeal" not in keys(again)
    await square.press(again, "button-fix", owner)


async def test_a_granted_appeal_is_told_as_shown(square: Square) -> None:
    """Whoever looks again may show it at once."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.sent(owner)
    await square.decline(card, FACES)
    await square.press(await square.card(card, owner), "button-appeal", owner)
    await square.approved(card, "10")
    told = await square.notice(card, owner)
    assert told is not None
    assert "is shown until" in told
    assert await square.on_feed(video)


async def test_leaving_a_decision_as_it_is_changes_nothing(square: Square) -> None:
    """Leave it says so, and the appeal stays open for a change of mind."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    await square.decline(card, FACES)
    left = await square.press(await square.card(card, owner), "button-leave-it", owner)
    assert "Left as it is." in spoken(left)
    assert (await square.now(card)).publication.appeal_open


async def test_taken_down_by_moderators(square: Square) -> None:
    """A removal is told, nobody sees it any more, and it can be appealed, not sent again."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.shown(owner)
    await square.remove(card, Ruling(Why.HARM))
    told = await square.notice(card, owner)
    assert told is not None
    assert "took **“Lighthouse” (#1)** down" in told
    assert keys(await square.card(card, owner)) == ["button-appeal", "button-leave-it", "button-to-video"]
    assert not await square.on_feed(video)


async def test_its_time_is_over(square: Square) -> None:
    """At its own end it is told, and can be published again."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.shown(owner)
    square.talk.parts.clock.advance(31 * DAY_MS)
    await expire_due(store=square.talk.parts.store, clock=square.talk.parts.clock)
    told = await square.notice(card, owner)
    assert told is not None
    assert "there is over" in told
    again = await square.press(await square.card(card, owner), "button-publish-again", owner)
    assert (await square.now(again)).publication.state is Showing.DRAFT


async def test_a_hold_is_told(square: Square) -> None:
    """On hold the card says who can open it, whatever state it is in."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.shown(owner)
    moderator = await square.arrive("8", moderator=True)
    await square.reviewing.hold(moderator.viewer, publication_of(card), HERE)
    told = await square.notice(card, owner)
    assert told is not None
    assert told.startswith("**On hold after a report.**")


async def test_what_was_banned_before_it_went_out_is_told(square: Square) -> None:
    """Approved, and then its author was banned: it never goes out, and the notice says why."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.sent(owner)
    await square.approved(card)
    assert await square.notice(card, owner) is None
    moderator = await square.arrive("8", moderator=True)
    await square.reviewing.ban(moderator.viewer, publication_of(card), HERE)
    await square.go_out()
    told = await square.notice(card, owner)
    assert told is not None
    assert "the moderators don't let you publish there now" in told
    assert not await square.on_feed(video)


async def test_an_edit_leaves_what_is_shown(square: Square) -> None:
    """Change begins another revision: the card says that the approved one stays; taking the edit back keeps it."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.shown(owner)
    edit = await square.press(card, "button-change", owner)
    assert "stays as approved until this one takes its place" in spoken(edit)
    waiting = await square.press(edit, "button-to-moderators", owner)
    assert "stays as approved until this one takes its place" in spoken(waiting)
    back = await square.press(waiting, "button-take-back", owner)
    assert "is shown until" in spoken(back)
    assert await square.on_feed(video)
    edit = await square.press(back, "button-change", owner)
    waiting = await square.press(edit, "button-to-moderators", owner)
    await square.decline(waiting, FACES)
    told = await square.notice(card, owner)
    assert told is not None
    assert "stays as approved" in told
    assert "It is erased here" not in told
    assert await square.on_feed(video)


async def test_taken_back_here_after_one_confirmation(square: Square) -> None:
    """Unpublish says what it means; Keep changes nothing; the press closes it to everybody else at once."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.shown(owner)
    asked = await square.chat.ask("unpublish", {"video": VideoRef("#1")}, owner)
    assert "What people saved by then stays with them" in spoken(asked)
    kept = await square.press(asked, "button-keep", owner)
    assert kept.card == card.card
    assert await square.on_feed(video)
    done = await square.press(asked, "button-take-back-now", owner)
    assert "was taken back" in spoken(done)
    assert not await square.on_feed(video)
    assert await square.notice(card, owner) is None
    twice = await square.press(asked, "button-take-back-now", owner)
    assert spoken(twice).startswith("That was done already.")
    assert "is shown nowhere" in spoken(await square.chat.ask("unpublish", {"video": VideoRef("#1")}, owner))
    down = await square.chat.press(square.talk.services.presses.show("pubdown", publication_of(card), owner), owner)
    assert "was taken back" in spoken(down)


async def test_the_card_takes_down_what_is_shown(square: Square) -> None:
    """The button of the card asks once, and then does what unpublish does."""
    owner = await square.arrive()
    video = await square.ready(owner)
    asked = await square.press(await square.shown(owner), "button-take-down", owner)
    await square.press(asked, "button-take-back-now", owner)
    assert not await square.on_feed(video)


@pytest.mark.parametrize("command", ["unpublish", "hide"])
async def test_everywhere_at_once(square: Square, command: str) -> None:
    """In two communities, shown and waiting: one confirmation lists both, one press closes both; the video stays."""
    owner = await square.arrive()
    video = await square.ready(owner)
    await square.shown(owner)
    other = await square.arrive(server=ELSEWHERE, admin=True)
    await square.sent(other)
    given = {"video": VideoRef("last")} | ({"everywhere": True} if command == "unpublish" else {})
    asked = await square.chat.ask(command, given, owner)
    assert "Your community: it is shown." in spoken(asked)
    assert "Your community: it waits for a decision." in spoken(asked)
    key = "button-hide" if command == "hide" else "button-take-back-now"
    done = await square.press(asked, key, owner)
    said = "is open to nobody else now" if command == "hide" else "in 2 communities"
    assert said in spoken(done)
    assert "No other member can open it." in spoken(done)
    assert not await square.on_feed(video)
    twice = await square.press(asked, key, owner)
    assert spoken(twice).startswith("That was done already.")
    again = spoken(await square.chat.ask(command, given, owner))
    assert "community: it is shown" not in again
    assert "community: it waits" not in again


async def test_hiding_ends_shares_and_links_as_well(square: Square) -> None:
    """One press: whom it was shared with can't open it, a one-time link opens nothing, and a new one is offered."""
    owner, friend = await square.arrive(), await square.arrive("9", server=None)
    video = await square.ready(owner)
    await square.chat.ask("share", {"video": VideoRef("last"), "person": PersonRef("9", "Kim")}, owner)
    assert await square.chat.card(video, friend) is not None
    presses = square.talk.services.presses
    token = await presses.link(ACTION, video, owner, FOR_MS)
    asked = await square.chat.ask("hide", {"video": VideoRef("last")}, owner)
    assert "Shared with 1 person." in spoken(asked)
    await square.press(asked, "button-hide", owner)
    assert await square.chat.card(video, friend) is None
    with pytest.raises(NotFound):
        await square.chat.open_link(token)
    assert await square.chat.open_link(await presses.link(ACTION, video, owner, FOR_MS))


async def test_which_of_several_goes_on_with_taking_back(square: Square) -> None:
    """The press that is named like the command asks to confirm for that video, everywhere."""
    owner = await square.arrive()
    video = await square.ready(owner)
    await square.shown(owner)
    presses = square.talk.services.presses
    for command in ("unpublish", "hide"):
        asked = await square.chat.press(presses.show(command, video, owner), owner)
        assert "**“Lighthouse” (#1)**" in spoken(asked)
        assert "button-keep" in keys(asked)


async def test_the_videos_card_says_where_it_stands(square: Square) -> None:
    """Publish is offered in a community alone; a line says that it waits or is shown, with a button to more."""
    owner, private = await square.arrive(), await square.arrive(server=None)
    video = await square.ready(owner)
    assert "button-publish" in keys(await square.video(video, owner))
    assert "button-publish" not in keys(await square.video(video, private))
    begun = await square.press(await square.video(video, owner), "button-publish", owner)
    assert "Nothing is published yet." in spoken(begun)
    assert "button-publication" not in keys(await square.video(video, owner))
    card = await square.sent(owner)
    assert "Your community: waits for the moderators since" in spoken(await square.video(video, owner))
    await square.approve(card)
    for asker in (owner, private):
        drawn = await square.video(video, asker)
        assert "Your community: shown until" in spoken(drawn)
        assert "The video itself stays while it is shown or waits" in spoken(drawn)
        assert (await square.press(drawn, "button-publication", asker)).card == card.card
    await square.press(await square.card(card, owner), "button-change", owner)
    assert "Your community: shown until" in spoken(await square.video(video, owner))
    await square.remove(card, FACES)
    assert "taken down by the moderators" in spoken(await square.video(video, owner))


async def test_what_is_for_anyone_has_a_page(square: Square) -> None:
    """The card leads to its page while it is shown to anyone, and not for members alone."""
    await square.choose(Publishing(moderated=False, world=True))
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.press(await square.drafted(owner), "publish-audience-anyone", owner)
    shown = await square.press(card, "button-show-now", owner)
    now = await square.now(shown)
    named, slug = now.community_slug, now.slug
    assert f"/c/{named}/{slug}" in spoken(shown)
    assert str(square.community) not in spoken(shown)
    await square.ready(owner)
    members = await square.press(await square.drafted(owner), "button-show-now", owner)
    assert "/c/" not in spoken(members)


async def test_deleting_says_that_posts_go(square: Square) -> None:
    """The confirmation names what else ends, for a video that is shown or waits, and not for another one."""
    owner = await square.arrive()
    video = await square.ready(owner)
    assert "posts go" not in spoken(await square.chat.ask("delete", {"video": VideoRef("#1")}, owner))
    await square.sent(owner)
    assert "posts go" in spoken(await square.chat.ask("delete", {"video": VideoRef("#1")}, owner))
    assert not await square.on_feed(video)


async def test_erased_with_its_video(square: Square) -> None:
    """Buttons of a publication whose video is gone find nothing, and nothing is told any more."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.shown(owner)
    press = button(card, "button-change").press
    async with square.talk.parts.store.write() as writes:
        await writes.move_video(video, "erase")
        await writes.forget_video(video)
    assert await square.chat.publication(publication_of(card), owner) is None
    assert await square.notice(card, owner) is None
    assert "nothing of that here for you" in spoken(await square.chat.press(press, owner))


async def test_a_post_that_was_deleted_there_is_told_as_the_reason(square: Square) -> None:
    """Its owner reads why it is shown no more, and can appeal; so do moderators on its card."""
    owner, moderator = await square.arrive(), await square.arrive("8", moderator=True)
    await square.ready(owner)
    card = await square.shown(owner)
    named = (await square.now(card)).publication.id
    assert await deleted_there(named, store=square.talk.parts.store)
    told = await square.notice(card, owner)
    assert told is not None
    assert "its post was deleted in the channel" in told
    assert "button-appeal" in keys(await square.card(card, owner))
    seen = await square.chat.ask("review", {"publication": str(named)}, moderator)
    assert "its post was deleted in the channel" in spoken(seen)


@pytest.mark.parametrize("why", ["held", "banned", "deleted_there", *(one.value for one in Why), "owner", None])
def test_every_reason_has_words(why: str | None) -> None:
    """Those that nobody picks too; what isn't a moderator's reason is something else."""
    assert spoken(Reply((Text(reason_of(why)),)))
