"""Every language says everything that English says: no key, value, plural, clause, topic or table is missing."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from core.generators.motion.lexicon import EFFECTS
from core.generators.motion.phrases import LISTS, TABLES, languages
from knowledge.clauses import clauses
from knowledge.languages import LANGUAGES, duration, listed, preferred, spoken
from tests.texts_read import ROOT

OTHERS = LANGUAGES[1:]
PLACES = ("bots/texts", "knowledge/words")
PLURALS = {
    "en": {"one", "other"},
    "es": {"one", "other"},
    "pt": {"one", "other"},
    "zh": {"other"},
    "ru": {"one", "few", "many", "other"},
}
"""The forms that a whole number takes (CLDR); those for millions of Spanish and Portuguese are never needed."""

ENDINGS = str.maketrans("。？：！", ".?:!")  # noqa: RUF001 - the full stops of Chinese

SAME = frozenset(
    {
        *(
            "pattern-moment",
            "pattern-moment.short",
            "video-titled",
            "button-other-video",
            "help-command",
            "hint-find",
            "discord-field",
            "videos-entry",
            "review-entry",
            "desk-case-said",
        ),
        *("video-titled-others", "whosaw-when", "share-person"),
        *("given-list", "given-clip", "plan-seconds", "telegram-field", "telegram-page-address", "telegram-ask-given"),
        *(f"language-{language}" for language in PLURALS),
        *("platform-discord", "platform-telegram"),
        *("publish-rule", "post-title", "post-words", "post-alt", "terms-quota", "publish-web-community"),
        *(
            f"name-{command}-video"
            for command in ("videos", "privacy", "enddate", "delete", "share", "unshare", "whosaw")
        ),
        *(f"name-{command}-video" for command in ("publish", "unpublish", "hide", "report", "objection")),
        *("case-complaint", "case-words"),
        *(f"provider-{name}" for name in ("kling", "comfyui", "facefusion", "fal", "replicate", "runway")),
        *(
            "copies-facefusion",
            "copies-kling.short",
            "copies-chat.short",
            "copies-chats",
            "until-tidy.short",
            "answer-clause",
            "objection-letter-clause",
            "hushreel-privacy-4-5-v1.title",
            "route-kling",
            "route-comfyui",
            "consent-paper",
            "extras-mode",
            "label-quote",
            "label-and",
            "ways-list",
        ),
    }
)
"""What may read the same as in English: names, and words that languages share."""

BUTTON_LONGEST = 40
DISCORD_LONGEST = 100


class _Read(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.functions: set[str] = set()
        self.selectors: list[tuple[str, frozenset[str], str]] = []
        self.texts: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.texts.append(node.value)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = [(_key(one), one.default) for one in node.variants]
        default = next(key for key, is_default in keys if is_default)
        assert isinstance(node.selector, ftl.VariableReference)
        self.selectors.append((node.selector.id.name, frozenset(key for key, _ in keys), default))
        self.generic_visit(node)


def _key(variant: ftl.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ftl.Identifier) else str(variant.key.value)


def sentences(place: str, language: str) -> dict[str, _Read]:
    """Read every sentence of a file, and each attribute as key.attribute."""
    found: dict[str, _Read] = {}
    for entry in FluentParser().parse((ROOT / place / f"{language}.ftl").read_text("utf-8")).body:
        assert not isinstance(entry, ftl.Junk), entry.content
        if isinstance(entry, ftl.Message):
            for name, pattern in ((entry.id.name, entry.value), *_attributes(entry)):
                assert name not in found, f"{name} stands twice"
                found[name] = _Read()
                found[name].visit(pattern)
    return found


def _attributes(entry: ftl.Message) -> list[tuple[str, ftl.Pattern]]:
    return [(f"{entry.id.name}.{one.id.name}", one.value) for one in entry.attributes]


def data(path: str) -> dict[str, Any]:
    """Read a TOML file of ours."""
    return tomllib.loads((ROOT / path).read_text("utf-8"))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_every_sentence_is_said_with_the_same_values(place: str, language: str) -> None:
    """No key, attribute, value or function is missing; a language may have more short forms, and no other key."""
    english, other = sentences(place, "en"), sentences(place, language)
    assert sorted(english.keys() - other.keys()) == []
    shorter = {key: key.removesuffix(".short") for key in other.keys() - english.keys()}
    assert [key for key, longer in shorter.items() if key == longer] == []
    assert [key for key, longer in shorter.items() if not other[key].variables <= other[longer].variables] == []
    differing = [key for key in english if english[key].variables != other[key].variables]
    differing += [key for key in english if english[key].functions != other[key].functions]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_a_choice_by_number_has_every_form_of_its_language(place: str, language: str) -> None:
    """Where a number chooses, each plural category has a form; where a word chooses, the words are English's."""
    english = sentences(place, "en")
    for key, read in sentences(place, language).items():
        for variable, keys, default in read.selectors:
            numbers = {one for one in keys if one.isdigit()}
            if not numbers and not keys & {"one", "few", "many"}:
                continue
            assert default == "other", key
            assert keys - numbers == PLURALS[language], (key, variable)
    for key, read in sentences(place, language).items():
        if key not in english:
            continue
        words = [keys for _, keys, _ in read.selectors if not keys & {"one", "few", "many", "0"} and keys != {"other"}]
        assert words == [keys for _, keys, _ in english[key].selectors if not keys & {"one", "0"}], key


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_left_in_english(place: str, language: str) -> None:
    """No sentence is the English one, apart from names."""
    english = sentences(place, "en")
    texts = {key: read.texts for key, read in sentences(place, language).items() if read.texts}
    same = [key for key, said in texts.items() if key in english and said == english[key].texts]
    assert sorted(set(same) - SAME) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_a_sentence_ends_as_the_english_one_does(place: str, language: str) -> None:
    """A full stop, a question mark or a colon stands where English has one; nothing is doubled."""
    english = sentences(place, "en")
    for key, read in sentences(place, language).items():
        theirs, ours = (_ending(one) for one in (read, english[key.removesuffix(".short")]))
        assert key.endswith(".short") or theirs == ours, (key, read.texts)
        assert not [one for one in read.texts if re.search(r',,|\.\.|"|\S {2,}', one)], key


def _ending(read: _Read) -> str:
    said = "".join(read.texts).translate(ENDINGS).rstrip(" \n”»」)）")  # noqa: RUF001
    return said[-1:] if said.endswith((".", "?", ":")) else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_where_platforms_show_them(language: str) -> None:
    """Discord takes 100 characters for a command or an option; a button is short."""
    for key, read in sentences("bots/texts", language).items():
        longest = BUTTON_LONGEST if key.startswith("button-") else DISCORD_LONGEST
        if key.startswith(("button-", "command-", "option-")):
            assert len("".join(read.texts)) <= longest, key


@pytest.mark.parametrize("language", OTHERS)
def test_what_other_peoples_papers_say_is_said_in_every_language(language: str) -> None:
    """Each fact has its words by clause id, and each source that isn't an address alone; none is left over."""
    papers = data(f"knowledge/words/{language}-papers.toml")
    facts = {one.id: one.text for one in clauses().values() if one.text}
    sources = {one.source for one in clauses().values() if one.source}
    assert papers["facts"].keys() == facts.keys()
    addresses = {one for one in sources if " " not in one}
    assert papers["sources"].keys() - addresses == sources - addresses
    assert [one for one, text in papers["facts"].items() if text == facts[one]] == []
    assert [one for one, text in papers["sources"].items() if text == one and one not in addresses] == []
    assert [one for one, text in papers["facts"].items() if not text.translate(ENDINGS).endswith((".", "”"))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_questions_can_be_about_the_same_things_in_every_language(language: str) -> None:
    """The same subjects and topics, and the same order among them but for "uncovered", whose words aren't the same."""
    english, other = (data(f"knowledge/words/{one}-topics.toml") for one in ("en", language))
    assert english.keys() == other.keys()
    assert english["subjects"].keys() == other["subjects"].keys()
    assert english["topics"].keys() == other["topics"].keys()
    for name, topic in other["topics"].items():
        assert topic["phrases"], name
        assert _without_phrases(topic) == _without_phrases(english["topics"][name]), name


def _without_phrases(topic: Mapping[str, object]) -> dict[str, object]:
    left = {name: value for name, value in topic.items() if name not in {"phrases", "over"}}
    over = cast("list[str]", topic.get("over", []))
    return left | {"over": [name for name in over if name != "uncovered"]}


def test_prompts_are_read_in_every_language() -> None:
    """Each language has a lexicon with the tables and codes of the English one, each with words."""
    assert set(languages()) == set(LANGUAGES)
    for language in OTHERS:
        found = data(f"core/generators/motion/lexicons/{language}.toml")
        assert found.keys() == {*TABLES, *LISTS, "effect"}
        for table, codes in {**TABLES, "effect": EFFECTS}.items():
            assert found[table].keys() == codes.keys(), (language, table)
            assert all(words.split() for words in found[table].values())


def test_no_file_of_a_language_is_left_over() -> None:
    """Whatever stands in a language's name is of a language that we speak."""
    folders = [ROOT / place for place in PLACES] + [ROOT / "core/generators/motion/lexicons"]
    files = [file for folder in folders for file in folder.iterdir() if file.suffix in {".ftl", ".toml"}]
    assert {Path(file.stem).name.partition("-")[0] for file in files} - {"operator"} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("es-MX", "es"), ("pt-PT", "pt"), ("pt_BR", "pt"), ("PT", "pt"), ("en-US", "en"), ("de-AT", "en"), ("", "en")],
)
def test_a_region_is_spoken_to_in_its_language(tag: str, language: str) -> None:
    """A BCP 47 tag with any region is one of ours where we speak the language, else English."""
    assert spoken(tag) == language


@pytest.mark.parametrize(
    ("accepted", "tag"),
    [
        ("es-MX,es;q=0.9,en;q=0.8", "es-MX"),
        ("de,pt;q=0.5,en;q=0.7", "en"),
        ("de-AT, de;q=0.8", "de-AT"),
        ("fr;q=0, *;q=0.5", ""),
        ("", ""),
        ("es;q=zzz, pt", "pt"),
    ],
)
def test_a_browser_says_what_it_accepts(accepted: str, tag: str) -> None:
    """The best of what we speak wins, else what it likes best; what it refuses is never chosen."""
    assert preferred(accepted) == tag


def test_lengths_of_time_and_lists_are_written_as_each_language_does() -> None:
    """Plurals and the word "and" are each language's own."""
    assert [duration(604_800_000, one) for one in ("en", "es", "pt")] == ["7 days", "7 días", "7 dias"]
    assert [duration(5_400_000, one) for one in ("en", "es", "pt")] == ["90 minutes", "90 minutos", "90 minutos"]
    assert listed(["a", "b", "c"], "es-MX") == "a, b y c"
    assert listed(["Ana", "Inés"], "es") == "Ana e Inés"
    assert listed(["agua", "hielo"], "es") == "agua y hielo"
    assert listed(["a", "b"], "pt") == "a e b"
