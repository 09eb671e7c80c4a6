"""Moderators decide in chat: what their cards say, and what each button does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.catalog import CATALOGUE, MODULES, PRESSES
from bots.chat.reply import Media, Picture, Reply
from bots.chat.review import Task
from core.publications import POSTED_AFTER_MS, Caption, Why
from core.publishing.withdraw import unpublish
from core.videos import AssetRole, PublicationId, Showing, VideoId
from knowledge.languages import LANGUAGES
from tests.moderating import GONE, REVIEWERS, STRANGERS, Moderating, actions, form_of, moderating_in, shared, value
from tests.parts import HERE
from tests.talk import spoken

MINUTE_MS = 60_000


@pytest.fixture
async def moderating(tmp_path: Path) -> AsyncIterator[Moderating]:
    """A conversation in a community with its people."""
    async with moderating_in(tmp_path) as opened:
        yield opened


def pictures(reply: Reply | None) -> list[type]:
    """Give the kinds of pictures on a card."""
    assert reply is not None
    return [type(part) for part in reply.parts if isinstance(part, Picture | Media)]


async def test_the_card_says_what_is_needed_to_decide_and_names_nobody(moderating: Moderating) -> None:
    """Title, words, tags, length, audience, people, age and record; no person, no number, no words of the prompt."""
    await moderating.proposed()
    moderating.talk.parts.clock.advance(5 * MINUTE_MS + 20_000)
    card = await moderating.card()
    said = spoken(card)
    for words in (
        "**1** waits for a decision",
        "Lighthouse at noon",
        "A tower and the sea",
        "sea and light",
        "5 s",
        "To be seen by: this community",
        "no real person",
        "none: anonymous",
        "Waits: for 5 minutes",
        "nothing else shown now, declined or taken down",
        "strongly blurred",
    ):
        assert words in said, words
    for secret in (str(moderating.town.owner.person), "quokka", "quollish", "#1"):
        assert secret not in said + repr(card)
    assert actions(card) == ["look", "approve", "decline", "hold", "skip", "ban"]
    assert pictures(card) == [Picture]


async def test_the_card_of_the_place_is_everybodys_there_and_holds_no_video(moderating: Moderating) -> None:
    """The same words, with buttons that any moderator may press, since when it waits, and a poster alone."""
    named = await moderating.proposed(Caption("Quay", credit="Ann"))
    placed = await moderating.placed(named)
    assert placed is not None
    assert (placed.card, placed.whisper) == (f"review:{named}", False)
    assert "Name shown: Ann" in spoken(placed)
    assert "Waits: since" in spoken(placed)
    assert actions(placed) == ["look", "approve", "decline", "hold", "skip"]
    assert pictures(placed) == [Picture]
    assert await moderating.placed(named) == placed


async def test_look_takes_it_shows_the_video_to_one_and_is_noted(moderating: Moderating) -> None:
    """The answer is whispered, with the media and the same buttons; somebody else is told until when."""
    named = await moderating.proposed()
    placed = await moderating.placed(named)
    looked = await moderating.press(value(placed, "look"))
    assert (looked.whisper, looked.card) == (True, f"look:{named}")
    assert pictures(looked) == [Media]
    assert actions(looked) == ["approve", "decline", "hold", "skip", "ban"]
    assert "yours to decide until" in spoken(looked)
    (media,) = [part for part in looked.parts if isinstance(part, Media)]
    async with moderating.talk.parts.store.read() as reads:
        found = await reads.asset(moderating.town.moderator, media.output, HERE)
    assert found is not None
    assert found[0].role is AssetRole.OUTPUT
    assert moderating.events(named)[-2:] == ["claim", "look"]
    other = await moderating.press(value(placed, "look"), "second")
    assert "Somebody else looks at it until" in spoken(other)
    assert pictures(other) == [Picture]
    assert actions(other) == ["skip", "ban"]
    refused = await moderating.press(value(placed, "approve"), "second")
    assert spoken(refused).count("Somebody else looks at it") == 1
    assert await moderating.state(named) is Showing.PROPOSED
    moderating.talk.parts.clock.advance(5 * MINUTE_MS + 1)
    assert pictures(await moderating.press(value(placed, "look"), "second")) == [Media]


async def test_an_approval_goes_out_after_30_seconds_and_can_be_undone_until_then(moderating: Moderating) -> None:
    """The poster goes at once; Undo stands on everybody's card, names nobody, and makes it wait again."""
    named = await moderating.proposed()
    placed = await moderating.placed(named)
    done = await moderating.press(value(placed, "approve"))
    assert "goes out in 30 seconds" in spoken(done)
    assert (actions(done), pictures(done)) == (["undo", "hold", "next"], [])
    standing = await moderating.placed(named)
    assert (actions(standing), pictures(standing)) == (["undo"], [])
    assert str(moderating.town.moderator.person) not in repr(standing)
    undone = await moderating.press(value(standing, "undo"), "second")
    assert "waits for a decision" in spoken(undone)
    moderating.talk.parts.clock.advance(2 * POSTED_AFTER_MS)
    assert await moderating.post() == 0
    again = await moderating.press(value(await moderating.placed(named), "approve"))
    assert "is approved" in spoken(again)
    moderating.talk.parts.clock.advance(POSTED_AFTER_MS)
    assert await moderating.post() == 1
    assert await moderating.placed(named) is None
    late = await moderating.press(value(again, "undo"))
    assert spoken(late).startswith("Something else came first.")
    assert "is shown here" in spoken(late)


async def test_declining_takes_one_form_and_its_words_reach_the_author(moderating: Moderating) -> None:
    """A canned reason and own words; the card says so and keeps no poster, and the place's card goes."""
    named = await moderating.proposed()
    asked = await moderating.press(value(await moderating.placed(named), "decline"))
    form = form_of(asked)
    assert [field.name for field in form.fields] == ["why", "note"]
    assert {one for one, _ in form.fields[0].choices} == {one.value for one in Why}
    done = await moderating.decided(asked, note="  Two faces at 0:03.  ")
    assert "was declined" in spoken(done)
    assert "people in it may not have agreed" in spoken(done)
    assert pictures(done) == []
    assert await moderating.placed(named) is None
    told = await moderating.town.now(named)
    assert (told.revision.why, told.revision.note) == ("consent", "Two faces at 0:03.")
    twice = await moderating.decided(asked, "second", note="Other")
    assert spoken(twice).startswith("Something else came first.")
    assert (await moderating.town.now(named)).revision.note == "Two faces at 0:03."


@pytest.mark.parametrize("form", [{}, {"why": "because"}, {"why": "other", "note": "x" * 501}])
async def test_a_form_that_does_not_fit_changes_nothing(moderating: Moderating, form: dict[str, str]) -> None:
    """No reason, one of somebody's own, and a note that is too long are said, and the form takes another."""
    named = await moderating.proposed()
    asked = await moderating.press(value(await moderating.placed(named), "decline"))
    refused = await moderating.press(form_of(asked).press, "moderator", form)
    assert refused.mendable
    assert await moderating.state(named) is Showing.PROPOSED


async def test_hold_takes_the_poster_away_and_lifting_brings_it_back(moderating: Moderating) -> None:
    """Held, it can be looked at and declined, and approved only after the hold is lifted."""
    named = await moderating.proposed()
    placed = await moderating.placed(named)
    held = await moderating.press(value(placed, "hold"))
    assert "On hold" in spoken(held)
    assert actions(held) == ["look", "decline", "lift", "skip", "ban"]
    assert pictures(await moderating.placed(named)) == pictures(held) == []
    refused = await moderating.press(value(placed, "approve"), "second")
    assert "Lift the hold first" in spoken(refused)
    lifted = await moderating.press(value(await moderating.placed(named), "lift"), "second")
    assert pictures(lifted) == [Picture]
    assert "is approved" in spoken(await moderating.press(value(lifted, "approve")))


async def test_skip_gives_it_back_and_goes_on(moderating: Moderating) -> None:
    """The next one comes, after the last the first; what somebody else looks at is passed over."""
    first, second, third = [await moderating.proposed(Caption(one)) for one in ("One", "Two", "Three")]
    card = await moderating.card()
    assert card.card == f"look:{first}"
    looked = await moderating.press(value(card, "look"))
    assert (await moderating.card("second")).card == f"look:{second}"
    after = await moderating.press(value(looked, "skip"))
    assert after.card == f"look:{second}"
    assert (await moderating.card("second")).card == f"look:{first}"
    last = await moderating.press(value(after, "skip"))
    assert last.card == f"look:{third}"
    assert (await moderating.press(value(last, "skip"))).card == f"look:{first}"
    for one in (first, second, third):
        done = await moderating.press(shared(moderating, "approve", one))
    assert "Nothing waits" in spoken(await moderating.press(value(done, "next")))


async def test_an_edit_is_decided_while_what_is_shown_stays(moderating: Moderating) -> None:
    """The card says that it is an edit; declined, what is shown stays and can be taken down from the card."""
    named = await moderating.shown()
    video = (await moderating.town.now(named)).publication.video
    await moderating.town.draft(video, Caption("Other words"))
    draft = await moderating.ask("moderator", action=Task.REMOVE, publication=str(named))
    assert "Lighthouse at noon" in spoken(draft)
    assert "Other words" not in spoken(draft)
    await moderating.town.proposing.send(moderating.town.owner, named, 2, HERE)
    placed = await moderating.placed(named)
    assert "is an edit of what is shown here" in spoken(placed or Reply(()))
    asked = await moderating.press(value(placed, "decline"))
    declined = await moderating.decided(asked)
    assert "remove" in actions(declined)
    removed = await moderating.decided(await moderating.press(value(declined, "remove")))
    assert "was taken down" in spoken(removed)
    assert (await moderating.town.now(named)).publication.shown_revision is None


@pytest.mark.parametrize("verb", ["decline", "remove"])
async def test_an_appeal_comes_with_its_first_reason_and_history_to_somebody_else(
    moderating: Moderating, verb: str
) -> None:
    """Whoever decided first is told to leave it, and finds no buttons; what another one decides is final."""
    named = await moderating.appealed(verb)
    placed = await moderating.placed(named)
    said = spoken(placed or Reply(()))
    assert "its author appeals" in said
    assert "something else" in said
    assert "Two faces." in said
    assert "proposed" in said
    assert "appealed" in said
    mine = await moderating.card()
    assert "You decided this the first time" in spoken(mine)
    assert actions(mine) == ["skip", "ban"]
    assert "You decided this the first time" in spoken(await moderating.press(value(placed, "approve")))
    granted = await moderating.press(value(placed, "approve"), "second")
    assert "is shown here" in spoken(granted)
    assert await moderating.placed(named) is None


async def test_a_refused_appeal_is_over(moderating: Moderating) -> None:
    """Its moderators see no more of it, and are offered the next one."""
    named = await moderating.appealed()
    asked = await moderating.press(value(await moderating.placed(named), "decline"), "second")
    over = await moderating.decided(asked, "second", why="rules")
    assert "It is final" in spoken(over)
    assert actions(over) == ["next"]
    assert await moderating.placed(named) is None
    assert GONE in spoken(await moderating.press(shared(moderating, "rvcard", named), "second"))


async def test_what_is_shown_is_taken_down_at_once_and_brought_back(moderating: Moderating) -> None:
    """By its link, by the end of it, or picked from what is shown; Show again undoes it."""
    named = await moderating.shown()
    slug = (await moderating.town.now(named)).slug
    for reference in (slug, f"https://videos.example/c/home/{slug}?x=1#y", f" {named} "):
        card = await moderating.ask("moderator", action=Task.REMOVE, publication=reference)
        assert "is shown here" in spoken(card)
    picked = await moderating.ask("moderator", action=Task.REMOVE)
    card = await moderating.press(value(picked, "rvcard"))
    removed = await moderating.decided(await moderating.press(value(card, "remove")), why="harm")
    assert "was taken down" in spoken(removed)
    assert pictures(removed) == []
    back = await moderating.press(value(removed, "reinst"), "second")
    assert "is shown here" in spoken(back)
    await moderating.decided(await moderating.press(value(back, "remove")))
    again = await moderating.ask("moderator", action=Task.REINSTATE, publication=slug)
    assert "is shown here" in spoken(again)
    assert await moderating.state(named) is Showing.SHOWN


async def test_a_ban_says_what_it_means_before_and_is_lifted_again(moderating: Moderating) -> None:
    """Until when, and that it outlives the account; then nothing more of the author's goes out."""
    named = await moderating.proposed()
    asked = await moderating.press(value(await moderating.card(), "ban"))
    assert "outlives their account" in spoken(asked)
    assert actions(asked) == ["banned", "rvcard"]
    done = await moderating.press(value(asked, "banned"))
    assert "Banned until" in spoken(done)
    refused = await moderating.press(shared(moderating, "approve", named))
    assert "Its author is banned" in spoken(refused)
    assert "The ban is lifted" in spoken(await moderating.press(value(done, "unban")))
    assert "isn't banned here" in spoken(await moderating.ask("moderator", action=Task.UNBAN, publication=str(named)))
    assert "is approved" in spoken(await moderating.press(shared(moderating, "approve", named)))


async def test_publishing_is_paused_and_goes_on(moderating: Moderating) -> None:
    """New proposals are refused meanwhile; what waits can still be decided."""
    named = await moderating.proposed()
    assert "is paused here" in spoken(await moderating.ask("moderator", action=Task.PAUSE))
    async with moderating.talk.parts.store.read() as reads:
        assert (await reads.publishing(moderating.town.member, moderating.town.community, HERE)).paused
    assert "is approved" in spoken(await moderating.press(shared(moderating, "approve", named)))
    assert "goes on here" in spoken(await moderating.ask("moderator", action=Task.RESUME))


async def test_after_withdrawal_nothing_of_it_is_left_to_press(moderating: Moderating) -> None:
    """The place's card goes, and each button of it says that there is nothing, and changes nothing."""
    named = await moderating.proposed()
    placed = await moderating.placed(named)
    await unpublish(moderating.town.owner, (await video(moderating, named)), HERE, store=moderating.talk.parts.store)
    assert await moderating.placed(named) is None
    for action in actions(placed):
        assert GONE in spoken(await moderating.press(value(placed, action))), action
    assert await moderating.state(named) is Showing.WITHDRAWN


async def video(moderating: Moderating, named: PublicationId) -> VideoId:
    """Give the video of a publication."""
    return (await moderating.town.now(named)).publication.video


async def test_help_names_it_to_moderators_alone(moderating: Moderating) -> None:
    """Who can't decide anything isn't shown how."""
    named = {
        who: "/review" in spoken(await moderating.talk.chat.ask("help", {}, await moderating.asker(who)))
        for who in (*REVIEWERS, *STRANGERS)
    }
    assert named == {who: who in {*REVIEWERS, "elsewhere"} for who in named}


async def test_without_a_place_it_is_said_where_it_is_decided(moderating: Moderating) -> None:
    """In private with nobody's community, in a community that isn't one's own to moderate, and with nothing there."""
    assert "decided where it is" in spoken(await moderating.ask("nobody"))
    for who in ("member", "owner"):
        for task in (None, *Task):
            said = spoken(await moderating.ask(who, action=task, publication="x"))
            assert said == "Only moderators of this community can do that."
    assert "Nothing waits" in spoken(await moderating.card())
    assert "Nothing is shown here" in spoken(await moderating.ask("moderator", action=Task.REMOVE))
    for task in (Task.REINSTATE, Task.UNBAN):
        assert "Which one?" in spoken(await moderating.ask("moderator", action=task))
    assert GONE in spoken(await moderating.ask("moderator", action=Task.BAN, publication="https://x.example/none"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_card_is_said_in_every_language(moderating: Moderating, language: str) -> None:
    """Whatever is answered on the way of a publication has words, and all values that they need."""
    named = await moderating.appealed("remove")
    replies = [await moderating.placed(named), await moderating.card("second")]
    replies.append(await moderating.press(shared(moderating, "look", named), "second"))
    replies.append(await moderating.press(shared(moderating, "look", named), "admin"))
    replies.append(await moderating.press(shared(moderating, "decline", named), "second"))
    other = await moderating.proposed(Caption())
    for action in ("hold", "approve", "lift", "ban", "banned", "approve", "unban", "approve", "undo", "skip"):
        revision = (await moderating.town.now(other)).publication.revision
        replies.append(await moderating.press(shared(moderating, action, other, revision)))
    replies += [await moderating.ask("admin", action=task) for task in Task]
    for reply in replies:
        assert reply is not None
        assert spoken(reply, "Europe/Berlin", language).strip()


def test_each_action_stands_once_and_its_buttons_are_short() -> None:
    """No module's press takes another one's place, and each leaves room in a button's 64 bytes."""
    named = [press.action for module in MODULES for press in module.PRESSES]
    assert sorted(named) == sorted(set(named))
    assert all(len(action) <= 8 for action, press in PRESSES.items() if press.shared)
    assert "review" in {one.name for one in CATALOGUE}
