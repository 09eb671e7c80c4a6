"""/publish in a conversation: one card from the first words to the decision, and nothing is sent before all is said."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.catalog import PRESSES
from bots.chat.command import VideoRef
from bots.chat.presses import OFFERED_FOR_MS
from bots.chat.proposal import DAY_MS, DAYS
from bots.chat.publish import caption_of
from bots.chat.reply import Style
from core.communities import Spot
from core.publications import SHOWN_FOR_MS, Caption, Publishing
from core.videos import Audience, Portrayed, Showing
from tests.parts import HERE
from tests.publishing_chat import ELSEWHERE, Square, button, form, keys, publication_of, square_in
from tests.talk import buttons, spoken

WORDS = {"title": " Light\nhouse ", "description": "A tower", "tags": "#sea, light,sea ,", "credit": "Ann"}


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


async def test_the_whole_way_on_one_card(square: Square) -> None:
    """Begun, written, chosen and sent: each press draws the same card, and only then somebody else can find it."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.publish(owner)
    first = card.card
    assert "Nothing is published yet." in spoken(card)
    assert "button-to-moderators" not in keys(card)
    assert "Before it can be sent, say who is in it." in spoken(card)
    asked = form(await square.press(card, "button-words", owner))
    assert [one.name for one in asked.fields] == ["title", "description", "tags", "credit", "said"]
    card = await square.chat.press(asked.press, owner, WORDS)
    assert (await square.now(card)).revision.proposal.caption == Caption(
        "Light house", "A tower", ("sea", "light"), "Ann"
    )
    card = await square.press(card, "portrayed-agreed", owner)
    assert button(card, "portrayed-agreed").style is Style.MAIN
    card = await square.press(card, "button-pub7d", owner)
    said = spoken(card)
    for told in ("Light house", "**Name:** Ann.", "others, they agreed", "Your prompt and what you gave for it: no"):
        assert told in said
    assert "quokka" not in said
    sent = await square.press(card, "button-to-moderators", owner)
    assert "its moderators have had" in spoken(sent)
    assert (await square.now(sent)).publication.state is Showing.PROPOSED
    assert {card.card, sent.card} == {first}
    assert not await square.on_feed(video)
    await square.approve(sent)
    assert await square.on_feed(video)
    assert "is shown until" in spoken(await square.card(sent, owner))


async def test_the_preview_says_how_many_read_where_that_is_told(square: Square) -> None:
    """Readers of both places are counted where the platform tells it; else whoever can read is named."""
    owner = await square.arrive()
    await square.ready(owner)
    assert "whoever can read their review place" in spoken(await square.publish(owner))
    square.told = {Spot.REVIEW: 7, Spot.SHOWCASE: 1}
    said = spoken(await square.publish(owner))
    assert "7 people who can read the review place see a blurred poster" in said
    assert "1 person can read the showcase place now." in said


async def test_a_lone_moderator_reads_beforehand_that_the_operator_can_decide(square: Square) -> None:
    """As long as no other moderator decided; a member reads nothing of it, nor a moderator who isn't alone."""
    said = "So the operator can decide this too"
    alone, other = await square.arrive(moderator=True), await square.arrive("8", moderator=True)
    await square.ready(alone)
    assert said in spoken(await square.drafted(alone))
    member = await square.arrive("9")
    await square.ready(member)
    card = await square.drafted(member)
    assert said not in spoken(card)
    waits = await square.press(card, "button-to-moderators", member)
    async with square.talk.parts.store.read() as reads:
        sent = await reads.publication(member.viewer, publication_of(waits), HERE)
    assert sent is not None
    await square.reviewing.approve(other.viewer, sent.publication.id, 1, HERE)
    await square.ready(alone)
    assert said not in spoken(await square.drafted(alone))


async def test_the_web_is_offered_where_the_community_allows_it(square: Square) -> None:
    """For members alone, nothing is asked; where anyone is allowed, the preview says yes or no."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.publish(owner)
    assert "publish-audience-anyone" not in keys(card)
    assert "Web: **no**" in spoken(card)
    await square.choose(Publishing(world=True))
    card = await square.press(await square.publish(owner), "publish-audience-anyone", owner)
    assert "Web: **yes, anyone**" in spoken(card)
    assert (await square.now(card)).revision.proposal.audience is Audience.ANYONE
    await square.choose(Publishing(world=False))
    card = await square.press(card, "portrayed-self", owner)
    assert "shown to this community only" in spoken(card)
    card = await square.press(await square.publish(owner), "publish-audience-community", owner)
    assert (await square.now(card)).revision.proposal.audience is Audience.COMMUNITY


async def test_every_choice_is_kept(square: Square) -> None:
    """Who is in it, a name or none, and each length: what is pressed is in the draft, and its button stands out."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.publish(owner)
    for key, said in (("self", Portrayed.SELF), ("agreed", Portrayed.AGREED), ("nobody", Portrayed.NOBODY)):
        card = await square.press(card, f"portrayed-{key}", owner)
        assert (await square.now(card)).revision.proposal.portrayed is said
    assert button(card, "publish-anonymous").style is Style.MAIN
    assert "names nobody" in spoken(card)
    card = await square.press(card, "button-as-name", owner)
    assert (await square.now(card)).revision.proposal.caption.credit == "Name 7"
    card = await square.press(card, "publish-anonymous", owner)
    assert (await square.now(card)).revision.proposal.caption.credit == ""
    for action, days in DAYS.items():
        card = await square.press(card, f"button-{action}", owner)
        until_ms = square.talk.parts.clock.now_ms() + days * DAY_MS
        assert (await square.now(card)).revision.proposal.until_ms == until_ms
    asked = form(await square.press(card, "button-another-date", owner))
    refused = await square.chat.press(asked.press, owner, {"until": "900d"})
    assert "at the latest" in spoken(refused)
    assert refused.mendable
    card = await square.chat.press(asked.press, owner, {"until": "3d"})
    assert (await square.now(card)).revision.proposal.until_ms == square.talk.parts.clock.now_ms() + 3 * DAY_MS


async def test_rules_are_shown_word_for_word_and_stay_words(square: Square) -> None:
    """Each line of the rules stands on the card; what looks like our own marks doesn't pass for them."""
    await square.choose(Publishing(rules="1. No faces\n\n2. **Be kind** [1]"))
    owner = await square.arrive()
    await square.ready(owner)
    lines = spoken(await square.publish(owner)).splitlines()
    assert "1. No faces" in lines
    assert "2. ∗∗Be kind∗∗ (1)" in lines  # noqa: RUF001 - the sign that stands in for ours


async def test_where_nobody_moderates_it_is_shown_by_the_press(square: Square) -> None:
    """The preview says that nobody looks before, and the button shows it at once."""
    await square.choose(Publishing(moderated=False))
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.drafted(owner)
    assert "nobody looks at it before" in spoken(card)
    assert "First:" not in spoken(card)
    shown = await square.press(card, "button-show-now", owner)
    assert "is shown until" in spoken(shown)
    assert await square.on_feed(video)


async def test_what_stands_in_the_way_is_said_above_the_card(square: Square) -> None:
    """Over the quota and in a pause the draft stays, with a button to send it later."""
    await square.choose(Publishing(quota=1))
    owner = await square.arrive()
    await square.ready(owner)
    await square.sent(owner)
    await square.ready(owner)
    refused = await square.press(await square.drafted(owner), "button-to-moderators", owner)
    assert "1 video in 24 hours" in spoken(refused)
    assert "button-to-moderators" in keys(refused)
    await square.choose(Publishing(paused=True))
    refused = await square.press(refused, "button-to-moderators", owner)
    assert "paused publishing here" in spoken(refused)
    assert (await square.now(refused)).publication.state is Showing.DRAFT


async def test_a_press_of_an_older_revision_changes_nothing(square: Square) -> None:
    """Send on a card from before a decision doesn't send the words that are there now."""
    owner = await square.arrive()
    await square.ready(owner)
    stale = button(await square.drafted(owner), "button-to-moderators").press
    waiting = await square.press(await square.publish(owner), "button-to-moderators", owner)
    old = button(waiting, "button-take-back").press
    await square.press(waiting, "button-take-back", owner)
    draft = await square.press(await square.card(waiting, owner), "button-publish-again", owner)
    assert (await square.now(draft)).publication.revision == 2
    for press in (stale, old):
        late = await square.chat.press(press, owner)
        assert "This is how it is now." in spoken(late)
        assert late.card == draft.card
    assert (await square.now(draft)).publication.state is Showing.DRAFT


async def test_a_token_of_another_revision_does_nothing(square: Square) -> None:
    """A press that was never spent, of revision 1, meets revision 2 of the same draft: nothing moves."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.drafted(owner)
    first = button(card, "button-to-moderators").press
    presses, named = square.talk.services.presses, publication_of(card)
    presses.forget("pubsend", named, owner.person)
    second = button(await square.publish(owner), "button-to-moderators").press
    assert first != second
    sent = await square.chat.press(second, owner)
    await square.press(sent, "button-take-back", owner)
    await square.publish(owner)
    late = await square.chat.press(first, owner)
    assert "Something else came first." in spoken(late)
    assert (await square.now(card)).publication.state is Showing.DRAFT


async def test_pressed_twice_and_too_late(square: Square) -> None:
    """The second press says so and draws the card; one that is too old brings fresh buttons."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.drafted(owner)
    await square.press(card, "button-to-moderators", owner)
    twice = await square.press(card, "button-to-moderators", owner)
    assert spoken(twice).startswith("That was done already.")
    assert "its moderators have had" in spoken(twice)
    square.talk.parts.clock.advance(OFFERED_FOR_MS + DAY_MS)
    late = await square.press(card, "portrayed-self", owner)
    assert "too old" in spoken(late)


async def test_a_publication_is_its_owners_alone(square: Square) -> None:
    """No button of the card answers anybody else, and no redrawn card: not even to a moderator."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.sent(owner)
    for asker in (await square.arrive("9"), await square.arrive("8", moderator=True)):
        assert await square.chat.publication(publication_of(card), asker) is None
        assert await square.notice(card, asker) is None
        forged = square.talk.services.presses.show("pubopen", publication_of(card), asker)
        assert "nothing of that here for you" in spoken(await square.chat.press(forged, asker))


async def test_elsewhere_it_is_said_where_it_goes_on(square: Square) -> None:
    """In private the command names the server or group; a draft shows no choices there, and neither does a banned."""
    owner, private = await square.arrive(), await square.arrive(server=None)
    await square.ready(owner)
    assert "in the server or group that shall show it" in spoken(await square.publish(private))
    card = await square.publish(owner)
    away = await square.card(card, private)
    assert "in the server or group that shall show it" in spoken(away)
    assert keys(away) == []
    pressed = await square.press(card, "portrayed-self", private)
    assert "Only members publish" in spoken(pressed)
    other = await square.arrive(server=ELSEWHERE, admin=True)
    assert publication_of(await square.publish(other)) != publication_of(card)


async def test_the_draft_can_be_left(square: Square) -> None:
    """Cancel sends nothing and keeps the draft; the next /publish goes on with it."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.drafted(owner)
    assert "Nothing was sent" in spoken(await square.press(card, "button-cancel", owner))
    again = await square.publish(owner)
    assert again.card == card.card
    assert (await square.now(again)).revision.proposal.portrayed is Portrayed.NOBODY
    sent = await square.press(again, "button-to-moderators", owner)
    assert "its moderators have had" in spoken(await square.press(again, "button-cancel", owner))
    assert sent.card == card.card


async def test_a_typed_title_is_offered_and_the_prompt_never(square: Square) -> None:
    """The form begins with a title that its owner typed; the first words of a prompt are no title."""
    owner = await square.arrive()
    await square.ready(owner)
    asked = form(await square.press(await square.publish(owner), "button-words", owner))
    assert asked.fields[0].value == "Lighthouse"
    await square.talk.ready(owner)
    asked = form(await square.press(await square.publish(owner), "button-words", owner))
    assert asked.fields[0].value == ""


async def test_which_of_several_goes_on_with_publishing(square: Square) -> None:
    """Where words fit several videos, choosing one begins its draft."""
    owner = await square.arrive()
    await square.ready(owner)
    await square.ready(owner)
    which = await square.chat.ask("publish", {"video": VideoRef("lighthouse")}, owner)
    assert spoken(which).startswith("Several fit.")
    begun = await square.chat.press(buttons(which)[1].press, owner)
    assert "Nothing is published yet." in spoken(begun)


def test_words_of_a_form_are_read_as_people_type_them() -> None:
    """Tags stand between commas of any script, with or without a number sign, once each."""
    read = caption_of({"tags": "#Sea\uff0clight\u3001 sea;light ; ", "title": "A\u0301"})
    assert read.tags == ("Sea", "light", "sea")
    assert read.title == "\u00c1"
    assert SHOWN_FOR_MS == 30 * DAY_MS


def test_values_of_publishings_buttons_fit() -> None:
    """Each action that changes something leaves room for a token in a button's 64 bytes."""
    assert all(len(action) <= 8 for action, press in PRESSES.items() if press.changes)
