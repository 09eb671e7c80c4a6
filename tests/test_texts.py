"""The conversation's sentences: none missing, none left over, none ungrammatical, and people's words stay words."""

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.texts.lookup import TextMissing, Texts, load, shown_as_text, write
from bots.texts.operator import line, sentence
from bots.texts.plain import plain
from bots.texts.say import CommandName, Money, PersonName, Say, Value, VideoName, When
from core import errors
from core.gate import Reason
from tests.texts_read import PLURALS, TEXTS, Message, code, kinds_below, messages, raised

EN = messages(TEXTS / "en.ftl")
OPERATOR = messages(TEXTS / "operator.ftl")
SAID = code("bots/chat", "bots/web", "bots/discord_bot", "bots/telegram_bot", "bots/texts", names=frozenset({"Say"}))
LINES = code("bots", names=frozenset({"line"}))

ONLY_MANY = {
    ("error-prompt_too_long", "given"),
    ("error-question_too_long", "given"),
    ("error-title_too_long", "given"),
    ("error-title_too_long", "limit"),
    ("error-note_too_long", "given"),
    ("error-note_too_long", "limit"),
    ("error-text_too_long", "given"),
    ("error-report_words_too_long", "given"),
    ("error-report_words_too_long", "limit"),
    ("error-report_quota", "limit"),
    ("telegram-ask-too-long", "given"),
    ("telegram-ask-too-long", "limit"),
    ("error-too_many_moderators", "given"),
    ("error-too_many_moderators", "limit"),
    ("error-text_too_long", "limit"),
    ("error-inputs_dont_mix", "limit"),
    ("files-dont-mix", "limit"),
    ("fits-either", "count"),
    ("error-seconds_out_of_range", "longest"),
    ("error-picture_too_many_pixels", "height"),
    ("error-picture_too_small", "height"),
    ("error-picture_too_narrow", "height"),
    ("error-picture_too_narrow", "limit_ratio"),
    ("error-sound_too_many_channels", "given"),
    ("error-sound_too_many_channels", "limit"),
    ("error-sound_rate_out_of_range", "given"),
    ("error-clip_too_many_pixels", "height"),
    ("error-clip_too_small", "height"),
    ("error-clip_too_narrow", "height"),
    ("error-clip_too_narrow", "limit_ratio"),
    ("error-clip_too_fast", "given"),
    ("error-clip_too_many_frames", "given"),
    *((f"error-{one}", name) for one in ("description_too_long", "tag_too_long") for name in ("given", "limit")),
    *((f"error-{one}", name) for one in ("credit_too_long", "rules_too_long") for name in ("given", "limit")),
    *(("error-said_too_long", name) for name in ("given", "limit")),
    *(("error-route_words_too_long", name) for name in ("given", "limit")),
    ("error-route_inputs_unfit", "limit"),
    ("error-tags_too_many", "given"),
    ("error-tags_too_many", "limit"),
}
"""Numbers that are never 1: what is told is above a limit, or is the limit itself."""

NAMES = frozenset(
    {
        *("account", "platform", "platforms", "code", "setting", "other", "form", "command", "option", "zone"),
        *("video", "title", "address", "problem", "path", "codec", "route", "host", "mode"),
    }
)
"""Values that are names; every other one is tried with numbers."""


PERSON = raised(kinds_below("PersonError", "core", "bots") | {"Refusal"}, "core", "bots")
"""What a worker refuses reaches the person as BadInput with the same code."""
REASONS = {reason.value for reason in Reason if reason is not Reason.ALLOWED}


def _show(value: Value) -> str:
    return shown_as_text(value, "UTC")


def _sample(message: Message, name: str, count: int) -> str | int:
    if name in NAMES:
        return "Something"
    return 7 if (message.key, name) in ONLY_MANY else count


def test_no_sentence_that_the_code_names_is_missing() -> None:
    """Each key in a Say, and each beginning of one, has words."""
    missing = [f"{use.place} {use.key}" for use in SAID.uses if use.key not in EN]
    missing += [start for start in SAID.beginnings if not any(key.startswith(start) for key in EN)]
    assert missing == []


def test_no_sentence_is_left_over() -> None:
    """Each key stands in the code, whole or as the end of a beginning; an error's stands where it is raised."""
    codes = {f"error-{one.code}" for one in PERSON} | {f"error-{reason}" for reason in REASONS}
    built = SAID.beginnings | {one for one in SAID.constants if re.fullmatch(r"[a-z]+-", one)}
    built -= {"error-", "command-", "option-", "name-"}
    options = {key for key in EN if key.startswith(("command-", "option-", "name-"))}
    left = [
        key
        for key in EN.keys() - codes - options
        if key not in SAID.constants and not any(key.startswith(start) for start in built)
    ]
    assert left == []


def test_every_error_that_a_person_can_meet_has_words() -> None:
    """Each code raised in the tree, and each reason of the gate, has a sentence."""
    codes = {one.code for one in PERSON} | REASONS
    assert sorted(one for one in codes if f"error-{one}" not in EN) == []


def test_values_that_the_code_gives_are_enough() -> None:
    """No sentence asks for a value that some place in the code doesn't give."""
    lacking = [
        f"{use.place} {use.key}: {sorted(EN[use.key].variables - use.given)}"
        for use in SAID.uses
        if use.key in EN and use.given is not None and EN[use.key].variables - use.given
    ]
    lacking += [
        f"{one.place} {one.code}: {sorted(EN[key].variables - one.data)}"
        for one in PERSON
        if (key := f"error-{one.code}") in EN and EN[key].variables - one.data
    ]
    assert lacking == []


def test_every_operator_error_has_one_line() -> None:
    """Each code that an operator can meet says what is wrong and what mends it, and none is left over."""
    found = raised(kinds_below("OperatorError", "core", "bots"), "core", "bots", "knowledge")
    assert sorted(one.code for one in found if f"operator-{one.code}" not in OPERATOR) == []
    named = {f"operator-{one}" for one in code("bots", "core", "knowledge", names=frozenset()).constants}
    assert sorted(key for key in OPERATOR if key.startswith("operator-") and key not in named) == []
    for one in found:
        assert OPERATOR[f"operator-{one.code}"].variables <= one.data, one


def test_the_command_lines_own_words_are_complete() -> None:
    """Each line of the command has words and values enough, and none is left over."""
    assert [use.key for use in LINES.uses if use.key not in OPERATOR] == []
    used = {use.key for use in LINES.uses}
    built = tuple(LINES.beginnings)
    assert [key for key in OPERATOR if key not in used and not key.startswith(built)] == []
    lacking = [use for use in LINES.uses if use.given is not None and OPERATOR[use.key].variables - use.given]
    assert lacking == []


@pytest.mark.parametrize("file", ["en.ftl", "operator.ftl"])
@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_sentences_are_grammatical_with_any_number(file: str, count: int) -> None:
    """With 0, 1, 2 and 5 for each number no sentence says "1 videos" or "2 video", shows a key, or is empty."""
    bundle = load(TEXTS / file, "en")
    for message in messages(TEXTS / file).values():
        text = write(bundle, message.key, {name: _sample(message, name, count) for name in message.variables})
        assert text.strip(), message.key
        assert not re.search(r"\b1 (?!of\b|is\b)[a-z]+s\b", text), text
        assert not re.search(r"\b(?:0|2|5) (video|file|second|day|hour|minute|character|clause|passage)\b", text), text
        names = r"\b[a-z]+_[a-z]+\b" if not message.key.startswith("name-") else r"\s"
        assert not re.search(rf"\?\?\?|\{{|\}}|{names}", text), text
        assert "  " not in text or message.key.startswith("banner"), text
        assert '"' not in text, text


@pytest.mark.parametrize("message", [*EN.values(), *OPERATOR.values()], ids=lambda one: one.key)
def test_plurals_have_another_form(message: Message) -> None:
    """A choice by number has the form for every other number."""
    for variable, keys, fallback in message.selectors:
        if PLURALS & set(keys) or any(key.isdigit() for key in keys):
            assert variable
            assert fallback == "other"
    assert not message.is_empty


def test_texts_fall_back_to_english(tmp_path: Path) -> None:
    """A language that lacks a sentence borrows the English one; a language that isn't there is English."""
    (tmp_path / "en.ftl").write_text("both = Both\nonly-english = Only { $name }")
    (tmp_path / "de.ftl").write_text("both = Beides")
    texts = Texts(tmp_path, ("en", "de"))
    assert texts.say("de-AT", Say("both"), _show) == "Beides"
    assert texts.say("de", Say("only-english", {"name": "here"}), _show) == "Only here"
    assert texts.say("fr", Say("both"), _show) == "Both"


def test_a_missing_sentence_or_value_is_an_error_and_never_a_raw_key() -> None:
    """Nobody reads a key or a placeholder: it raises instead."""
    with pytest.raises(TextMissing, match="no-such-key"):
        Texts().say("en", Say("no-such-key"), _show)
    with pytest.raises(TextMissing, match="video-titled"):
        Texts().say("en", Say("video-titled", {"number": "1"}), _show)


def test_sentences_nest_and_numbers_keep_their_plurals() -> None:
    """A value may itself be a sentence, a list, or a number that picks the form."""
    texts = Texts()
    inner = Say("error-too_many_files", {"limit": 1, "given": 3})
    assert "1 file here" in texts.say("en", Say("error-route_unknown", {"can": inner}), _show)
    listed = texts.say("en", Say("error-cannot_draw", {"cannot": ("a cat",), "can": ("sea", "fire", "rain")}), _show)
    assert "can't draw this: a cat" in listed
    assert "sea, fire and rain" in listed


def test_typed_values_are_shown_for_their_reader() -> None:
    """A moment is shown in the reader's zone, a video by title and number, a command ready to type."""
    assert shown_as_text(When(1_796_043_900_000), "Europe/Berlin") == "Mon 30 Nov 2026, 14:05 CET"
    assert shown_as_text(When(1_796_043_900_000), "America/New_York") == "Mon 30 Nov 2026, 08:05 EST"
    assert shown_as_text(VideoName(3, "Beach"), "UTC") == "“Beach” (#3)"
    assert shown_as_text(VideoName(1200, ""), "UTC") == "Untitled (#1200)"
    assert shown_as_text(CommandName("videos"), "UTC") == "/videos"
    assert shown_as_text(Money(1_250_000, "EUR"), "UTC") == "€1.25"
    assert shown_as_text(PersonName("Ann\nBob"), "UTC") == "Ann Bob"


@given(st.text())
def test_peoples_words_stay_one_line_of_words(words: str) -> None:
    """No words of a person can break a line, turn the direction, or pass for our bold and our citations."""
    shown = plain(words)
    assert not re.search("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066\u2067\ufeff]", shown)
    assert not re.search(r"\*\*|\[\d{1,2}\]", shown)
    assert shown.count("\u2068") == shown.count("\u2069") <= 1


def test_words_from_right_to_left_do_not_turn_our_sentence() -> None:
    """A title that overrides the direction loses the override; a Hebrew one is isolated, a plain one isn't touched."""
    assert plain("invoice \u202egpj.exe") == "invoice gpj.exe"
    assert plain("\u05d0\u05d1") == "\u2068\u05d0\u05d1\u2069"
    assert plain("Is it private? Yes.\n\n1 Who sees it: anyone [1]") == "Is it private? Yes. 1 Who sees it: anyone (1)"
    assert plain("family 👨‍👩‍👧 2026") == "family 👨‍👩‍👧 2026"


def test_an_operator_error_is_one_line() -> None:
    """The command prints one line that names the setting."""
    text = sentence(errors.BadSetting("setting_unknown", setting="HUSHREEL_COLOUR", near="none"))
    assert "HUSHREEL_COLOUR" in text
    assert "\n" not in text
    with pytest.raises(TextMissing):
        line("operator-no_such_code")


@pytest.mark.parametrize(
    "reason", ["proof_missing", "operator_missing", "contact_missing", "route_receives", "limit_below_retention"]
)
def test_a_broken_promise_names_its_setting_or_its_clause(reason: str) -> None:
    """Each reason of knowledge.promises.ClauseBroken has a line that says where to begin."""
    broken = errors.PromiseBroken(reason, clause="hushreel-privacy/5.1", sentence="Seven days.", setting="HUSHREEL_X")
    assert re.search("HUSHREEL_X|hushreel-privacy/5.1", sentence(broken))


def test_sizes_and_durations_are_written_for_people(tmp_path: Path) -> None:
    """Bytes become megabytes, milliseconds their largest whole unit."""
    (tmp_path / "en.ftl").write_text("one = { SIZE($bytes) }, { DURATION($ms) }")
    texts = Texts(tmp_path, ("en",))
    for size, length, said in chain(
        [(20_000_000, 604_800_000, "20 MB, 7 days"), (1_500_000, 86_400_000, "1.5 MB, 1 day")],
        [(100_000, 20_000, "0.1 MB, 20 seconds"), (1, 5_400_000, "0 MB, 90 minutes")],
    ):
        assert texts.say("en", Say("one", {"bytes": size, "ms": length}), _show) == said
