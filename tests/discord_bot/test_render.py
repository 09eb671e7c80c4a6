"""Replies as Discord shows them: every part natively, every value whole, and never beyond a limit of Discord's."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.chat.reply import (
    Button,
    Buttons,
    Choice,
    Field,
    Fields,
    Form,
    Link,
    Media,
    Part,
    Pick,
    PickKind,
    Picture,
    Progress,
    Reply,
    Source,
    Sources,
    Style,
    Text,
)
from bots.discord_bot import sources
from bots.discord_bot.render import Drawn, draw, sources_of
from bots.discord_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import Say, VideoName, When
from core.videos import AssetId, VideoId
from knowledge.clauses import clauses
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from tests.discord_rules import HOSTILE, buttons, check_message, labels, message, validator

HOME = "https://videos.example"
ID = UUID("01a1ee56-5e03-7000-8297-4bcd6baa9455")
POLICY = PolicyFacts(retention_ms=604_800_000)
WORDS = Words(Texts(), "en", {"ask": 7, "settings": 8})
MEDIA = Media(AssetId(ID), None, Say("card-alt", {"video": VideoName(1, "Beach")}), 640, 360, 5_000)
MAIN, DANGER = discord.ButtonStyle.primary.value, discord.ButtonStyle.danger.value
KEEP = Button(Say("button-keep"), "videos", "1skeep")


def drawn(*parts: Part, url: str | None = HOME) -> Drawn:
    """Draw some parts in English."""
    return draw(Reply(parts), WORDS, url)


def several(count: int) -> tuple[Button, ...]:
    """Give as many different buttons."""
    return tuple(
        Button(Say("button-other-video", {"video": VideoName(n, "")}), "videos", f"1s{n}") for n in range(count)
    )


def cited(*ids: str) -> Sources:
    """Give the sources of some clauses."""
    found = [clauses()[one] for one in ids]
    return Sources(tuple(Source(n, one.document, one.section, "1", "read", "", "") for n, one in enumerate(found, 1)))


def test_a_card_has_words_lines_and_buttons_and_its_video_comes_in_a_second_step() -> None:
    """Text and fields are the content, buttons a row in their styles; the video isn't in it."""
    lead = Text(Say("card-ready", {"video": VideoName(1, "Beach"), "seconds": 5, "who": Say("seen-private")}))
    erase = Button(Say("button-erase"), "delete", "1cerase", Style.DANGER)
    private = Button(Say("button-private"), "privacy", "1sprivacy", Style.MAIN)
    card = drawn(lead, MEDIA, Fields((Field(Say("card-ends"), When(60_000)),)), Buttons((private, erase)))
    assert card.content.splitlines() == [
        "**“Beach” (#1), 5 s** is ready. No other member can open it.",
        "**Erased here:** <t:60:f> (<t:60:R>)",
    ]
    assert labels(card) == [["Is it private?", "Delete for good"]]
    assert [(one["custom_id"], one["style"]) for one in buttons(card)] == [("1sprivacy", MAIN), ("1cerase", DANGER)]
    assert card.media == MEDIA
    assert (card.embeds, card.form, card.receipt, card.steps_at, card.has_progress) == ((), None, None, None, False)


@pytest.mark.parametrize(
    ("share", "said", "at"),
    [
        (0.1, "Beginning.", 0.0),
        (0.25, "Drawing it: 25 % done.", 0.25),
        (0.49, "Drawing it: 25 % done.", 0.25),
        (0.8, "Drawing it: 75 % done.", 0.75),
        (1.0, "Drawing it: 75 % done.", 0.75),
    ],
)
def test_progress_is_told_in_quarters(share: float, said: str, at: float) -> None:
    """The words and the step agree, so that a card is redrawn only when its words change."""
    card = drawn(Progress(Say("progress-share", {"percent": round(share * 100)}), share))
    assert (card.content, card.steps_at, card.has_progress) == (said, at, True)


def test_what_waits_has_progress_without_a_share() -> None:
    """A card in the queue will change, though nobody knows yet how far it is."""
    card = drawn(Progress(Say("progress-next")))
    assert (card.content, card.steps_at, card.has_progress) == ("Next in line.", None, True)


def test_a_few_choices_are_buttons_and_more_are_a_menu() -> None:
    """Five stand side by side; six are a menu whose values are presses and whose chosen one is marked."""
    few = drawn(Choice(Say("which-video"), several(5)))
    assert [one["type"] for one in buttons(few)] == [2] * 5
    chosen = Button(Say("language-ru"), "settings", "1sru", Style.MAIN)
    (menu,) = buttons(drawn(Choice(Say("videos-lead"), (*several(5), chosen))))
    assert menu["custom_id"] == "choice:0"
    assert [one["value"] for one in menu["options"]] == ["1s0", "1s1", "1s2", "1s3", "1s4", "1sru"]
    assert [one["label"] for one in menu["options"] if one["default"]] == ["Русский"]


def test_questions_stand_together_below_the_rest() -> None:
    """One empty line parts what is told from what is asked; three pickers and two choices fill all five rows."""
    places = [Pick(Say(f"setup-pick-{spot}"), f"1s{spot}", PickKind.PLACE) for spot in ("showcase", "review")]
    people = Pick(Say("setup-pick-moderators"), "1smods", PickKind.PEOPLE, (), 10)
    first, second = several(4)[:2], several(4)[2:]
    asked = [Choice(Say("setup-ask-spoilers"), first), Choice(Say("setup-ask-pictures"), second)]
    card = drawn(Text(Say("setup-lead")), *places, people, *asked)
    check_message(card)
    assert [len(row) for row in labels(card)] == [1, 1, 1, 2, 2]
    assert card.content.count("\n\n") == 1


def test_more_than_discord_holds_is_refused() -> None:
    """26 options in a menu, or six rows, are a mistake of ours: they raise instead of being lost."""
    with pytest.raises(ValueError, match="26"):
        drawn(Choice(Say("videos-lead"), several(26)))
    with pytest.raises(ValueError, match="6"):
        drawn(*(Choice(Say("videos-lead"), several(25)[:size]) for size in range(20, 26)))


def test_rows_close_up_where_there_are_too_many() -> None:
    """Six short rows are laid together, and none of their buttons is lost."""
    rows = [Buttons((one,)) for one in several(8)]
    assert [len(row) for row in labels(drawn(*rows))] == [5, 3]


def test_the_same_press_stands_once() -> None:
    """Discord refuses a custom_id that stands twice."""
    assert len(buttons(drawn(Buttons((KEEP, KEEP)), Buttons((KEEP,))))) == 1


def test_a_picker_is_discords_own_and_shows_what_is_chosen() -> None:
    """Places are a channel select, people and roles a mentionable select; nothing picked is an answer too."""
    (place,) = buttons(drawn(Pick(Say("videos-lead"), "1splace", PickKind.PLACE, ("123",))))
    assert (place["type"], place["custom_id"], place["min_values"], place["max_values"]) == (8, "1splace", 0, 1)
    assert place["default_values"] == [{"id": 123, "type": "channel"}]
    people = Pick(Say("videos-lead"), "1speople", PickKind.PEOPLE, ("5", "6"), 10)
    (known,) = buttons(draw(Reply((people,)), WORDS, HOME, roles={"6", "9"}))
    assert (known["type"], known["max_values"]) == (7, 10)
    assert known["default_values"] == [{"id": 5, "type": "user"}, {"id": 6, "type": "role"}]
    (unknown,) = buttons(drawn(people))
    assert "default_values" not in unknown


def test_pages_are_link_buttons_where_there_is_a_web_address() -> None:
    """The policy and one-time links open on our own address."""
    card = drawn(Link(Say("about-policy"), "/policy/hushreel-privacy?lang=en"), Link(Say("button-open-once"), "/v/x"))
    urls = [one["url"] for one in buttons(card)]
    assert urls == [f"{HOME}/policy/hushreel-privacy?lang=en", f"{HOME}/v/x"]


def test_without_a_web_address_the_reply_names_another_way() -> None:
    """No button leads nowhere: papers are asked about, and videos come into the chat."""
    card = drawn(
        Link(Say("about-policy"), "/policy/hushreel-privacy"),
        Link(Say("about-terms"), "/policy/hushreel-terms"),
        Link(Say("button-open-once"), "/v/x"),
        url=None,
    )
    assert buttons(card) == []
    assert "Privacy policy and Terms: there is no web page" in card.content
    assert "</ask:7>" in card.content
    assert "</settings:8>" in card.content


def test_a_file_is_a_button_of_ours_and_a_receipt_comes_along() -> None:
    """Downloads ask the gate again when pressed; the signed receipt is named, to go along as a file."""
    card = drawn(
        Link(Say("button-download-first"), f"/assets/{ID}?download"),
        Buttons((KEEP,)),
        Link(Say("button-receipt"), f"/receipt/{ID}"),
    )
    assert labels(card) == [["Download first", "Keep"]]
    assert buttons(card)[0]["custom_id"] == f"file:{ID}"
    assert card.receipt == VideoId(ID)


def test_a_form_is_handed_over_and_the_message_isnt_empty() -> None:
    """A reply that asks for words names its form; what can't open it still has words."""
    form = Form(Say("settings-form"), "1szone", ())
    assert drawn(form).form == form
    assert drawn(form).content == "Your time zone"
    assert drawn(Buttons((KEEP,))).content == "Choose here"
    assert drawn(MEDIA).content == "The video “Beach” (#1)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_unfold_by_what_their_button_says(language: str) -> None:
    """The button names its clauses, so that it works after a restart: each unfolds with its words, paper and link."""
    (button,) = buttons(drawn(cited("hushreel-privacy/2.1", "kling-app-terms/4.7.3(f)")))
    words = Words(Texts(), language, {})
    unfolded = sources_of(button["custom_id"], words, POLICY, HOME)
    assert unfolded is not None
    check_message(unfolded)
    (embed,) = unfolded.embeds
    assert embed.description is not None
    assert embed.description.startswith("**[1]** ")
    assert "\n**[2]** " in embed.description
    assert f"](<{HOME}/policy/kling-app-terms?lang={language}#4.7.3(f)>)" in embed.description


def test_a_button_that_names_no_clause_unfolds_nothing() -> None:
    """What is no clause of ours is left out; a forged button says nothing."""
    assert sources_of("sources:____", WORDS, POLICY) is None
    assert sources_of("sources:", WORDS, POLICY) is None
    told = sources_of(sources.folded(cited("hushreel-privacy/2.1").sources) + "____", WORDS, POLICY)
    assert told is not None
    assert told.content == "**Sources (1)**"
    assert "hushreel" not in str(told.embeds[0].description)


def test_no_two_clauses_have_the_same_short_name() -> None:
    """Each clause unfolds as itself, and all that one answer cites fit into one button."""
    for clause in clauses():
        (found,) = sources.unfolded(sources.folded(cited(clause).sources), "en", POLICY)
        assert f"{found.document}/{found.section}" == clause
    assert len(sources.folded(cited(*clauses()).sources)) <= 100


def test_what_is_too_long_goes_on_below() -> None:
    """Words beyond a message's content go on in embeds; beyond those they end in an ellipsis."""
    text = "word " * 3_000
    card = drawn(Text(plain=text))
    check_message(card)
    told = card.content + "".join(one.description or "" for one in card.embeds)
    assert len(told) > 7_900
    assert told.endswith("…")


NAMES = st.builds(VideoName, st.integers(1, 9_999), HOSTILE)
LABELS = st.builds(lambda name: Say("button-other-video", {"video": name}), NAMES)
PRESSES = st.text("abcXYZ019-_", min_size=1, max_size=64)
BUTTONS = st.builds(Button, LABELS, st.just("videos"), PRESSES, st.sampled_from(Style))
SENTENCES = st.builds(lambda name: Say("privacy-of", {"video": name}), NAMES)
PATHS = st.sampled_from(
    [f"/assets/{ID}?download", f"/receipt/{ID}", "/v/abc", "/policy/x?lang=en#2.1", "/p" + "x" * 600]
)
SOURCES = st.builds(Source, st.integers(1, 99), HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, st.just("/policy"))
IDS = st.lists(st.sampled_from(["1", "22", "333"]), max_size=4).map(tuple)
LONG = st.builds(lambda words, times: f"{words} " * times, HOSTILE, st.integers(20, 900))
WORDY = st.one_of(
    st.builds(Text, SENTENCES),
    st.builds(lambda plain: Text(plain=plain), HOSTILE | LONG),
    st.builds(lambda rows: Fields(tuple(rows)), st.lists(st.builds(Field, SENTENCES, HOSTILE), max_size=12)),
    st.builds(Progress, st.just(Say("progress-share", {"percent": 7})), st.none() | st.floats(0, 1)),
    st.builds(lambda say: Media(AssetId(ID), None, say, 1, 1, 1), SENTENCES),
    st.builds(lambda say: Picture(AssetId(ID), say), SENTENCES),
)
ROWS = st.tuples(
    st.lists(st.builds(lambda row: Buttons(tuple(row)), st.lists(BUTTONS, min_size=1, max_size=5)), max_size=2),
    st.lists(
        st.builds(lambda say, row: Choice(say, tuple(row)), SENTENCES, st.lists(BUTTONS, min_size=1, max_size=25)),
        max_size=1,
    ),
    st.lists(st.builds(Pick, SENTENCES, PRESSES, st.sampled_from(PickKind), IDS, st.integers(1, 40)), max_size=1),
    st.lists(st.builds(Link, LABELS, PATHS), max_size=3),
    st.lists(st.builds(lambda found: Sources(tuple(found)), st.lists(SOURCES, max_size=40)), max_size=1),
).map(lambda found: [part for parts in found for part in parts])


@pytest.fixture(scope="session")
def accepted(shared: Path) -> Callable[[Drawn], None]:
    """Discord's own specification as a judge of messages."""
    judge = validator(shared, "MessageCreateRequest")
    return lambda card: judge.validate(message(card))


@settings(max_examples=60)
@given(st.lists(WORDY, max_size=5), ROWS, st.randoms(use_true_random=False), st.sampled_from([HOME, None]))
def test_no_reply_goes_beyond_what_discord_takes(
    accepted: Callable[[Drawn], None], wordy: list[Part], rows: list[Part], order: object, url: str | None
) -> None:
    """Any parts in any order, with whatever people type, keep all limits, and Discord's specification agrees."""
    parts = [*wordy, *rows]
    order.shuffle(parts)  # type: ignore[attr-defined]
    card = drawn(*parts, url=url)
    check_message(card)
    accepted(card)
