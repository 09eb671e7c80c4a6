"""Replies as Telegram shows them: every part natively, every value whole, and never beyond a limit of Telegram's."""

import re
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.chat import folded
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
from bots.telegram_bot.render import Drawn, draw, opens, sources_of
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import Say, VideoName, When
from core.videos import AssetId, VideoId
from knowledge.clauses import clauses
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from tests.telegram_rules import HOSTILE, check_message, keys, labels, read

HOME = "https://videos.example"
ID = UUID("01a1ee56-5e03-7000-8297-4bcd6baa9455")
POLICY = PolicyFacts(retention_ms=604_800_000)
TEXTS = Texts()
WORDS = Words(TEXTS, "en")
MEDIA = Media(AssetId(ID), None, Say("card-alt", {"video": VideoName(1, "Beach")}), 640, 360, 5_000)
KEEP = Button(Say("button-keep"), "videos", "1skeep")


def drawn(*parts: Part, url: str | None = HOME) -> Drawn:
    """Draw some parts in English."""
    return draw(Reply(parts), WORDS, url)


def several(count: int) -> tuple[Button, ...]:
    """Give as many different buttons."""
    return tuple(
        Button(Say("button-other-video", {"video": VideoName(n + 1, "")}), "videos", f"1s{n}") for n in range(count)
    )


def cited(*ids: str) -> Sources:
    """Give the sources of some clauses."""
    found = [clauses()[one] for one in ids]
    return Sources(tuple(Source(n, one.document, one.section, "1", "read", "", "") for n, one in enumerate(found, 1)))


def test_a_card_has_words_lines_and_buttons_and_its_video_comes_in_a_second_step() -> None:
    """Text and fields are the message and the caption, buttons a row in their colours; the video isn't in it."""
    lead = Text(Say("card-ready", {"video": VideoName(1, "Beach"), "seconds": 5, "who": Say("seen-private")}))
    private = Button(Say("button-private"), "privacy", "1sprivacy", Style.MAIN)
    erase = Button(Say("button-erase"), "delete", "1cerase", Style.DANGER)
    card = drawn(lead, MEDIA, Fields((Field(Say("card-ends"), When(60_000)),)), Buttons((private, erase)))
    assert card.text.splitlines() == [
        "<b>“Beach” (#1), 5 s</b> is ready. No other member can open it.",
        '<b>Erased here:</b> <tg-time unix="60" format="wDt">Thu 1 Jan 1970, 00:01 UTC</tg-time>',
    ]
    assert card.caption == card.text
    assert labels(card) == [["Is it private?", "Delete for good"]]
    assert [(key.callback_data, key.style) for key in keys(card)] == [("1sprivacy", "primary"), ("1cerase", "danger")]
    assert (card.media, card.form, card.receipt, card.has_progress) == (MEDIA, None, None, False)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.1, "▱▱▱▱ Beginning."),
        (0.25, "▰▱▱▱ Drawing it: 25 % done."),
        (0.49, "▰▱▱▱ Drawing it: 25 % done."),
        (0.8, "▰▰▰▱ Drawing it: 75 % done."),
        (1.0, "▰▰▰▱ Drawing it: 75 % done."),
    ],
)
def test_progress_is_told_in_quarters(share: float, said: str) -> None:
    """The words and the bar agree, so that a card changes when a quarter more is done."""
    card = drawn(Progress(Say("progress-share", {"percent": round(share * 100)}), share))
    assert (card.text, card.has_progress) == (said, True)
    assert drawn(Progress(Say("progress-next"))).text == "Next in line."


def test_rows_fit_a_phone() -> None:
    """Short labels share a row, three at most; a long one, and wide letters, have a row of their own."""
    assert [len(row) for row in labels(drawn(Buttons(several(1_004)[1_000:])))] == [2, 2]
    short = tuple(Button(Say(f"button-{one}"), "videos", f"1s{one}") for one in ("more", "again", "back", "keep"))
    assert labels(drawn(Buttons(short))) == [["More", "Again", "Back"], ["Keep"]]
    private = Button(Say("button-private"), "privacy", "1sp")
    assert labels(drawn(Buttons((private, *short[:2])))) == [["Is it private?", "More", "Again"]]
    long = Button(Say("videos-entry", {"video": VideoName(1, "A beach"), "seconds": 5, "state": ""}), "videos", "1sl")
    assert [len(row) for row in labels(drawn(Choice(Say("videos-lead"), (long, *short))))] == [1, 3, 1]
    chinese = draw(Reply((Buttons(short[:3]),)), Words(TEXTS, "zh"), None)
    assert [len(row) for row in labels(chinese)] == [3]


def test_groups_of_buttons_begin_rows_and_the_same_press_stands_once() -> None:
    """Each row of buttons begins a row; a press that stands twice is drawn once."""
    assert labels(drawn(Buttons((KEEP, KEEP)), Buttons((KEEP,)), Buttons(several(1)))) == [["Keep"], ["Untitled (#1)"]]


def test_what_is_chosen_has_a_tick() -> None:
    """Colours aren't shown by every app, and told by no screen reader."""
    chosen = Button(Say("language-ru"), "settings", "1sru", Style.MAIN)
    other = Button(Say("language-es"), "settings", "1ses")
    assert labels(drawn(Choice(Say("settings-speak"), (chosen, other)))) == [["✓ Русский", "Español"]]
    assert labels(drawn(Buttons((chosen,)))) == [["Русский"]]


def test_more_than_telegram_takes_is_refused() -> None:
    """101 buttons, or a press of 65 bytes, are a mistake of ours: they raise instead of being lost."""
    with pytest.raises(ValueError, match="101"):
        drawn(Choice(Say("videos-lead"), several(101)))
    with pytest.raises(ValueError, match="x"):
        drawn(Buttons((Button(Say("button-keep"), "videos", "x" * 65),)))


def test_questions_stand_below_the_rest() -> None:
    """One empty line parts what is told from what is asked."""
    card = drawn(Text(Say("setup-lead")), *(Choice(Say("setup-ask-spoilers"), several(2)) for _ in range(2)))
    assert card.text.count("\n\n") == 1
    paper = drawn(Text(plain="Lead"), Choice(Say("which-video"), several(1)), Link(Say("about-policy"), "/p"), url=None)
    assert [one.partition(":")[0] for one in paper.text.splitlines()] == [
        "Lead",
        "Privacy policy",
        "",
        "Several fit. Which one?",
    ]


def test_a_picker_is_opened_by_a_button_and_taken_back_by_another() -> None:
    """The keyboard with Telegram's own picker comes when asked for: that is what its press does here."""
    review = Pick(Say("setup-pick-review"), "1creview", PickKind.PLACE)
    show = Pick(Say("setup-pick-showcase"), "1cshow", PickKind.PLACE, ("-100123",), none="1cnoshow")
    card = drawn(Text(Say("setup-lead")), review, show)
    assert [(key.text, key.callback_data) for key in keys(card)] == [
        ("Review place", "1creview"),
        ("Showcase place", "1cshow"),
        ("Choose none: Showcase place", "1cnoshow"),
    ]


def test_pages_are_buttons_where_telegram_opens_them() -> None:
    """The policy and one-time links open on our own address."""
    card = drawn(Link(Say("about-policy"), "/policy/hushreel-privacy?lang=en"), Link(Say("button-open-once"), "/v/x"))
    assert [key.url for key in keys(card)] == [f"{HOME}/policy/hushreel-privacy?lang=en", f"{HOME}/v/x"]


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://videos.example", True),
        ("http://videos.example:8080", True),
        ("https://8.8.8.8", True),
        ("http://localhost:8080", False),
        ("http://127.0.0.1:8080", False),
        ("https://192.168.1.2", False),
        ("http://[::1]:8080", False),
        ("ftp://videos.example", False),
        ("https://", False),
    ],
)
def test_telegram_takes_no_address_of_this_machine(url: str, taken: bool) -> None:  # noqa: FBT001
    """What it refuses is written out, so that it can still be typed into a browser beside."""
    assert opens(url) is taken
    card = drawn(Link(Say("about-policy"), "/policy"), url=url)
    assert bool(keys(card)) is taken
    assert (f"{url}/policy" in read(card)) is not taken


def test_without_a_web_address_the_reply_names_another_way() -> None:
    """No button leads nowhere: papers are asked about, and videos come into the chat."""
    card = drawn(
        Link(Say("about-policy"), "/policy/hushreel-privacy"),
        Link(Say("about-terms"), "/policy/hushreel-terms"),
        Link(Say("button-open-once"), "/v/x"),
        url=None,
    )
    assert keys(card) == []
    assert "Privacy policy and Terms: there is no web page" in card.text
    assert "/ask" in card.text
    assert "/settings" in card.text


def test_a_file_is_a_button_of_ours_and_a_receipt_comes_along() -> None:
    """Downloads ask the gate again when pressed; the signed receipt is named, to go along as a file."""
    card = drawn(
        Link(Say("button-download-first"), f"/assets/{ID}?download"),
        Buttons((KEEP,)),
        Link(Say("button-receipt"), f"/receipt/{ID}"),
    )
    assert labels(card) == [["Download first", "Keep"]]
    assert keys(card)[0].callback_data == f"file:{ID}"
    assert card.receipt == VideoId(ID)


def test_a_form_is_handed_over_and_no_message_is_empty() -> None:
    """A reply that asks for words names its form; one that has only things to press, or blanks, still has words."""
    form = Form(Say("settings-form"), "1szone", ())
    assert drawn(form).form == form
    assert drawn(form).text == drawn(form).caption == "Your time zone"
    assert drawn(Buttons((KEEP,))).text == "Choose here"
    assert drawn(Text(plain=" \u200b\n")).text == "Choose here"
    assert drawn(MEDIA).text == "The video “Beach” (#1)"


def test_a_caption_keeps_what_tells_most() -> None:
    """Where not all lines fit below a video, the first one and the facts stay, in their order, and an ellipsis."""
    ends = Fields((Field(Say("card-ends"), When(60_000)),))
    card = drawn(Text(plain="Lead"), Text(plain="long " * 250), Text(plain="Short"), ends, Text(plain="word " * 200))
    check_message(card)
    assert card.caption.splitlines() == ["Lead", "Short", card.text.splitlines()[3], "…"]
    assert len(drawn(Text(plain="word " * 900)).caption) == 1_020


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_unfold_by_what_their_button_says(language: str) -> None:
    """The button names its clauses, so that it works after a restart: each unfolds with its words, paper and link."""
    (button,) = keys(drawn(cited("hushreel-privacy/2.1", "kling-app-terms/4.7.3(f)")))
    unfolded = sources_of(str(button.callback_data), Words(TEXTS, language), POLICY, HOME)
    assert unfolded is not None
    check_message(unfolded)
    assert "\n<b>[1]</b>\n<blockquote>" in unfolded.text
    assert "\n<b>[2]</b>\n<blockquote>" in unfolded.text
    assert f'<a href="{HOME}/policy/kling-app-terms?lang={language}#4.7.3(f)">' in unfolded.text
    local = sources_of(str(button.callback_data), Words(TEXTS, language), POLICY, "http://localhost:8080")
    assert local is not None
    assert "href" not in local.text


def test_a_button_that_names_no_clause_unfolds_nothing() -> None:
    """What is no clause of ours is left out; a forged button says nothing."""
    assert sources_of("src:0____", WORDS, POLICY, None) is None
    assert sources_of("src:", WORDS, POLICY, None) is None
    assert sources_of("src:x____", WORDS, POLICY, None) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_sources_take_several_buttons_and_all_unfold(language: str) -> None:
    """Each button names its own part, numbered as in the answer; long clauses are shortened, none is left out."""
    longest = sorted(clauses(), key=lambda one: -len(clauses()[one].text or ""))[:20]
    buttons = keys(drawn(cited(*longest)))
    assert [key.text for key in buttons] == ["Sources 1 to 14", "Sources 15 to 20"]
    told = [sources_of(str(key.callback_data), Words(TEXTS, language), POLICY, HOME) for key in buttons]
    numbers = []
    for one in told:
        assert one is not None
        check_message(one)
        numbers += [int(number) for number in re.findall(r"<b>\[(\d+)\]</b>", one.text)]
    assert numbers == list(range(1, 21))


def test_no_two_clauses_have_the_same_short_name() -> None:
    """Each clause unfolds as itself."""
    for clause in clauses():
        (found,) = folded.unfolded(folded.folded(cited(clause).sources), "en", POLICY)
        assert f"{found.document}/{found.section}" == clause


NAMES = st.builds(VideoName, st.integers(1, 9_999), HOSTILE)
LABELS = st.builds(lambda name: Say("button-other-video", {"video": name}), NAMES)
PRESSES = st.text("abcXYZ019-_", min_size=1, max_size=64)
BUTTONS = st.builds(Button, LABELS, st.just("videos"), PRESSES, st.sampled_from(Style))
SENTENCES = st.builds(lambda name: Say("privacy-of", {"video": name}), NAMES)
PATHS = st.sampled_from(
    [f"/assets/{ID}?download", f"/receipt/{ID}", "/v/abc", "/policy/x?lang=en#2.1", "/p" + "x" * 2_100]
)
SOURCES = st.builds(Source, st.integers(1, 99), HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, st.just("/policy"))
IDS = st.lists(st.sampled_from(["1", "22", "333"]), max_size=4).map(tuple)
LONG = st.builds(lambda words, times: f"{words} " * times, HOSTILE, st.integers(20, 200))
PARTS = st.one_of(
    st.builds(Text, SENTENCES),
    st.builds(lambda plain: Text(plain=plain), HOSTILE | LONG),
    st.builds(
        lambda rows: Fields(tuple(rows)),
        st.lists(st.builds(Field, SENTENCES, HOSTILE | st.just(When(60_000))), max_size=12),
    ),
    st.builds(Progress, st.just(Say("progress-share", {"percent": 7})), st.none() | st.floats(0, 1)),
    st.builds(lambda say: Media(AssetId(ID), None, say, 1, 1, 1), SENTENCES),
    st.builds(lambda say: Picture(AssetId(ID), say), SENTENCES),
    st.builds(lambda row: Buttons(tuple(row)), st.lists(BUTTONS, max_size=5)),
    st.builds(lambda say, row: Choice(say, tuple(row)), SENTENCES, st.lists(BUTTONS, max_size=12)),
    st.builds(Pick, SENTENCES, PRESSES, st.sampled_from(PickKind), IDS, st.integers(1, 40)),
    st.builds(Form, SENTENCES, PRESSES, st.just(())),
    st.builds(Link, LABELS, PATHS),
    st.builds(lambda found: Sources(tuple(found)), st.lists(SOURCES, max_size=40)),
)


@settings(max_examples=150)
@given(st.lists(PARTS, max_size=6), st.sampled_from([HOME, None, "http://localhost:8080"]), st.sampled_from(LANGUAGES))
def test_no_reply_goes_beyond_what_telegram_takes(parts: list[Part], url: str | None, language: str) -> None:
    """Any parts in any order, with whatever people type, parse as Telegram's HTML and keep all its limits."""
    check_message(draw(Reply(tuple(parts)), Words(TEXTS, language), url))
