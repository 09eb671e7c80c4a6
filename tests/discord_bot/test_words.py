"""Sentences in Discord: its timestamps and command mentions are ours alone, people's words stay words."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.reply import Field, Media
from bots.discord_bot.lengths import BOLD, cut, split, width
from bots.discord_bot.words import Words, alt, ephemeral_line, escape, link_line, smaller_line
from bots.texts.lookup import Texts
from bots.texts.say import CommandName, Say, VideoName, When
from core.videos import AssetId
from knowledge.languages import LANGUAGES
from tests.discord_rules import HOSTILE

TEXTS = Texts()
MENTIONS = {"create": 11, "help": 12, "videos": 13}
NOON = When(1_795_003_200_000)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language."""
    return Words(TEXTS, request.param, MENTIONS)


def english(time_zone: str = "UTC") -> Words:
    """The words of somebody who reads English."""
    return Words(TEXTS, "en", MENTIONS, time_zone)


def test_moments_are_discords_own_timestamps_and_say_how_far_off_they_are_on_a_card() -> None:
    """Each reader sees their own zone and language; a line of a card counts down."""
    told = english().say(Say("enddate-lead", {"video": VideoName(3, "Beach"), "when": NOON}))
    assert told == "“Beach” (#3) is erased <t:1795003200:f>. Choose another date:"
    assert english().line(Field(Say("card-ends"), NOON)) == "**Erased here:** <t:1795003200:f> (<t:1795003200:R>)"


def test_a_command_can_be_tapped_where_it_is_registered_and_typed_where_not() -> None:
    """Commands in values and in sentences are mentions; one without an id stays as it is typed."""
    assert english().show(CommandName("create")) == "</create:11>"
    assert english().show(CommandName("settings")) == "/settings"
    assert english().say(Say("error-video_not_found")).endswith("</videos:13> shows what you have.")
    assert "/delete" in english().say(Say("error-end_date_in_past"))
    assert "</create:11> prompt: a calm" in english().say(Say("error-prompt_or_picture_needed"))


def test_nobody_types_a_mention_of_a_command() -> None:
    """A title that is a command, whole or a mention of one, is shown as it was typed."""
    told = english().say(Say("privacy-of", {"video": VideoName(1, "/help </help:12>")}))
    assert r"“\/help \<\/help:12\>”" in told


def test_buttons_and_forms_have_no_markup() -> None:
    """Where Discord shows no markup, a moment is written out in the reader's zone and nothing is escaped."""
    label = english("Europe/Berlin").label(Say("button-end_max", {"when": NOON}))
    assert label == "As late as possible: Wed 18 Nov 2026, 13:00 CET"
    named = Say("button-other-video", {"video": VideoName(1, "snake_case *x*")})
    assert english().label(named) == "“snake_case *x*” (#1)"
    assert english().label(Say("privacy-of", {"video": VideoName(1, "x")})) == "About “x” (#1):"


def test_words_that_are_written_already_keep_our_bold_and_our_numbers() -> None:
    """An answer's bold and [1] stand; what could be a link, a heading or a mention doesn't."""
    assert english().quote("1 **Who:** you. [1][2]") == "1 **Who:** you. [1][2]"
    assert english().quote("[1](http://a.example)") == r"\[1\](http:\/\/a.example)"
    assert english().quote("# you_and_me @everyone") == "\\# you\\_and\\_me @\u200beveryone"


@given(HOSTILE)
def test_whatever_somebody_types_is_shown_letter_by_letter(typed: str) -> None:
    """Escaped words hold no bare mark and no mention, and without the escapes they are what was typed."""
    shown = escape(typed)
    assert not re.search(r"[*_~|`<>\[\]]", re.sub(r"\\.", "", shown, flags=re.DOTALL))
    assert not re.search(r"@(everyone|here)|://|^\s*(#{1,3}|-|>|\d+\.)\s", shown, re.MULTILINE)
    typed_again = re.sub(r"\\([^A-Za-z0-9\s])", r"\1", shown).replace("@\u200b", "@")
    assert typed_again == typed.replace("@\u200b", "@")


@given(HOSTILE, st.integers(70, 200))
def test_a_cut_fits_and_breaks_nothing(text: str, longest: int) -> None:
    """What is cut fits, ends in an ellipsis, and leaves no mention, escape or bold open."""
    told = cut(text, longest)
    assert width(told) <= longest
    assert told == text or told.endswith("…")
    if told != text:
        assert not told.removesuffix("…").endswith("\\") or "\\\\" in told
        assert re.sub(r"\\.", "", told, flags=re.DOTALL).count(BOLD) % 2 == 0


@given(st.lists(st.sampled_from(["<t:1795003200:f>", "word", "长长", "😀", "**bold**", "\n"]), max_size=60))
def test_what_is_divided_is_whole_when_put_together(parts: list[str]) -> None:
    """Nothing is lost between the halves, and a timestamp is on one side."""
    text = " ".join(parts)
    head, rest = split(text, 120)
    assert width(head) <= 120
    for halves in (head, rest):
        assert halves.count("<t:1795003200:f>") * 2 == halves.count("<") + halves.count(">")
    joined = (head + rest).replace(BOLD, "")
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", text.replace(BOLD, ""))


def test_lines_end_where_they_ended() -> None:
    """A long text is divided between lines rather than inside one; bold goes on behind the border."""
    head, rest = split("a" * 60 + "\n" + "b" * 60, 100)
    assert (head, rest) == ("a" * 60, "b" * 60)
    head, rest = split("**" + "wort " * 30 + "**", 100)
    assert head.endswith("wort**")
    assert rest.startswith("**wort")


def test_what_becomes_of_a_file_is_said_in_every_language(words: Words) -> None:
    """The lines about files in Discord have words, with the limit where there is one."""
    assert "15" in ephemeral_line(words)
    linked, unsent = (link_line(words, 10_000_000, links=links) for links in (True, False))
    assert linked != unsent
    for line in (smaller_line(words, 10_000_000), linked, unsent):
        assert re.search(r"10\s?(MB|МБ)", line)


def test_a_picture_is_described_in_at_most_1024_characters(words: Words) -> None:
    """The alt text names the video, without markup, and fits."""
    media = Media(AssetId(UUID(int=1)), None, Say("card-alt", {"video": VideoName(4, "snake_case")}), 1, 1, 1)
    assert "snake_case" in alt(media, words)
    long = Media(AssetId(UUID(int=1)), None, Say("card-alt", {"video": VideoName(4, "x" * 2000)}), 1, 1, 1)
    assert 1_000 < width(alt(long, words)) <= 1024
    assert alt(long, words).endswith("x…")
