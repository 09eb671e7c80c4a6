"""Sentences in Telegram: bold and moments are ours alone, people's words stay words, cuts break nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.reply import Field
from bots.telegram_bot.lengths import clipped, cut, length, read, width
from bots.telegram_bot.words import JOINER, Words, unlinked
from bots.texts.lookup import Texts
from bots.texts.say import CommandName, PersonName, Say, VideoName, When
from knowledge.languages import LANGUAGES
from tests.telegram_rules import HOSTILE, parsed, units

TEXTS = Texts()
NOON = When(1_795_003_200_000)
HELD = '<tg-time unix="1795003200" format="wDt">Wed 18 Nov 2026, 13:00 CET</tg-time>'


def english(time_zone: str = "Europe/Berlin") -> Words:
    """The words of somebody who reads English."""
    return Words(TEXTS, "en", time_zone)


def test_moments_are_shown_by_the_app_in_its_own_zone_and_written_in_the_persons_own() -> None:
    """Apps that know moments show them where their owner is; all others show what we wrote, in the chosen zone."""
    told = english().say(Say("enddate-lead", {"video": VideoName(3, "Beach"), "when": NOON}))
    assert told == f"“Beach” (#3) is erased {HELD}. Choose another date:"
    assert english().line(Field(Say("card-ends"), NOON)) == f"<b>Erased here:</b> {HELD}"
    assert english().label(Say("button-end_max", {"when": NOON})) == "As late as possible: Wed 18 Nov 2026, 13:00 CET"


def test_a_command_can_be_tapped_because_it_stands_as_it_is_typed() -> None:
    """Telegram makes a command of /name by itself."""
    assert english().show(CommandName("create")) == "/create"
    assert english().say(Say("error-video_not_found")).endswith("/videos shows what you have.")


def test_bold_is_ours_alone() -> None:
    """Our marks are bold; a name with marks, tags or entities in it is shown letter by letter."""
    named = Say("delete-confirm", {"video": VideoName(1, "**x** <b>&amp;")})
    assert "<b>“∗∗x∗∗ &lt;b&gt;&amp;amp;” (#1)</b>" in english().say(named)  # noqa: RUF001
    assert english().label(named).startswith("Delete “∗∗x∗∗ <b>&amp;” (#1) for good?")  # noqa: RUF001


@pytest.mark.parametrize(
    "name", ["/forgetme", "@somebody", "#tag", "t.me/x", "http://a.example", "tg://user?id=1", "mail a@b.example"]
)
def test_a_name_links_nothing(name: str) -> None:
    """No name of a video or person is a command, mention or address: somebody else may have chosen it."""
    for value in (VideoName(1, name), PersonName(name)):
        told = english().show(value)
        assert told.replace(JOINER, "") == english().label(Say("button-other-video", {"video": value}))
        assert not re.search(r"[@/]\w|#[^\W\d]|://|\w\.[a-z]", told)
    assert unlinked("16:9, 3.5 s, #1") == "16:9, 3.5 s, #1"


def test_words_that_are_written_already_keep_our_bold() -> None:
    """An answer's bold stands; tags, entities and half a mark don't."""
    assert english().quote("1 **Who:** you & <me>. [1] **") == "1 <b>Who:</b> you &amp; &lt;me&gt;. [1] **"
    assert english().quote("\ue0001\ue001now\ue002") == "1now"


@given(HOSTILE, st.sampled_from(LANGUAGES))
def test_whatever_somebody_types_is_shown_letter_by_letter(typed: str, language: str) -> None:
    """Sentences with people's words, and written words, parse, and their text is what was typed."""
    words = Words(TEXTS, language)
    for html in (words.say(Say("privacy-of", {"video": VideoName(1, typed)})), words.quote(typed), words.show(typed)):
        text, entities = parsed(html)
        assert "tg-time" not in {one.kind for one in entities}
        assert read(html) == text
        assert length(html) == units(text)
    kept = re.sub("[\ue000-\ue002]", "", typed)
    assert parsed(words.quote(typed))[0].replace("**", "") == kept.replace("**", "")


@given(HOSTILE, HOSTILE, st.integers(20, 200))
def test_a_cut_fits_and_breaks_nothing(bold: str, rest: str, longest: int) -> None:
    """What is cut fits, ends in an ellipsis, still parses, and is the beginning of what it was."""
    html = english().quote(f"**{bold}** {rest}" * 3) + english().show(NOON)
    told = cut(html, longest)
    text, _ = parsed(told)
    assert units(text) <= longest
    if told != html:
        assert text.endswith("…")
        assert read(html).startswith(text.removesuffix("…"))


def test_a_cut_ends_where_a_line_or_a_word_ends() -> None:
    """A long text ends between lines rather than inside one, and between words rather than letters."""
    assert cut("a" * 60 + "\n" + "b" * 60, 100) == "a" * 60 + "…"
    assert cut("<b>" + "word " * 30 + "</b>", 60) == "<b>" + "word " * 11 + "word…</b>"
    assert cut("&lt;" * 50, 21) == "&lt;" * 20 + "…"
    assert cut("😀" * 50, 21) == "😀" * 10 + "…"


@given(HOSTILE, st.integers(1, 70))
def test_a_plain_text_is_cut_between_letters(text: str, longest: int) -> None:
    """A label fits, and holds no half of a letter."""
    told = clipped(text, longest)
    assert width(told) <= longest
    assert told == text or told.endswith("…")
    told.encode()
