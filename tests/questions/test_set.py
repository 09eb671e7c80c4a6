"""The set of questions: its counts, that it can be graded, and what is so of all answers to it today."""

from collections import Counter
from typing import Any

import pytest

from knowledge.answers import Answer, five_answers
from knowledge.languages import LANGUAGES
from knowledge.wording import words_in
from tests.questions.asking import graded
from tests.questions.grading import allowed, grade
from tests.questions.loading import QuestionRefused, patterns, questions, read
from tests.questions.situations import NOW_MS, POLICY, SITUATIONS

_RIGHT_AT_LEAST = 0.95
"""Of all questions, those held back included."""


def test_there_are_three_hundred_questions_of_every_sort() -> None:
    """At least 50 aren't covered, 50 are hostile and 100 aren't English; a fifth is held back."""
    kinds = Counter(one.kind for one in questions())
    assert len(questions()) == 300
    assert min(kinds["not_covered"], kinds["hostile"]) >= 50
    assert sum(one.language != "en" for one in questions()) == 100
    assert sum(one.held for one in questions()) == 60


def test_each_language_and_each_kind_is_in_the_part_held_back() -> None:
    """What is held back tells of all: five languages, three kinds."""
    held = [one for one in questions() if one.held]
    assert {one.language for one in held} == set(LANGUAGES)
    assert len({(one.language, one.kind) for one in held}) == len(LANGUAGES) * 3


def test_no_question_stands_there_twice() -> None:
    """The same words about the same video count once."""
    asked = Counter((one.words, one.video, one.title, one.other) for one in questions())
    assert asked.most_common(1)[0][1] == 1


def test_every_required_clause_may_be_cited() -> None:
    """A question that needs a clause allows it; loading has found each in the library."""
    for one in questions():
        cited = [need.value for needs in one.needs for need in needs if need.what == "cites"]
        papers = {pattern.partition("/")[0].rstrip("*") for pattern in allowed(one)}
        assert all(any(clause.startswith(paper) for paper in papers) for clause in cited), one.name


def test_every_pattern_is_there_in_each_language() -> None:
    """An answer in any of our languages is searched."""
    parts = (patterns().claims, patterns().always, patterns().words)
    assert all(tuple(by_language) == LANGUAGES for part in parts for by_language in part.values())


def test_every_situation_is_asked_about() -> None:
    """No situation stands there for nothing."""
    asked = {name for one in questions() for name in (one.video, one.other)}
    assert asked - {""} == set(SITUATIONS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("needs", ["cites:hushreel-privacy/99.9"]),
        ("needs", ["says:nothing"]),
        ("needs", []),
        ("forbids", ["unheard"]),
        ("allows", ["no-such-paper/*"]),
        ("video", "nobody's"),
        ("kind", "odd"),
        ("platform", "fax"),
        ("need", ["abstains"]),
        ("words", " "),
    ],
)
def test_what_can_not_be_graded_is_refused(field: str, value: object) -> None:
    """A misspelt key, claim, need, clause or situation is an error."""
    row: dict[str, Any] = {"words": "who?", "language": "en", "kind": "covered", "needs": ["abstains"]}
    with pytest.raises(QuestionRefused):
        read({"questions": [{**row, field: value}]}, "some")


def test_silence_answers_no_question_that_is_covered() -> None:
    """Whoever always says that the texts don't say is right of nothing but what they don't cover."""
    for one in questions():
        said = words_in(one.answered_in).say("abstain")
        silent = Answer(said, None, abstained=True, lang=one.answered_in, citations=())
        assert one.kind != "covered" or not grade(one, silent).is_right, one.name


def test_the_five_answers_answer_no_question_that_is_not_covered() -> None:
    """Whoever always recites the whole verdict is wrong wherever the texts don't say, or somebody else is meant."""
    for one in questions():
        lang = one.answered_in
        recited = five_answers(SITUATIONS[one.video or "private"].video, policy=POLICY, now_ms=NOW_MS, lang=lang)
        is_wrong = one.kind == "not_covered" or "other-exists" in one.forbids
        assert not (is_wrong and grade(one, recited).is_right), one.name


def test_no_answer_invents_a_citation() -> None:
    """Every citation, and every clause that is offered, is a clause of the library as it stands there."""
    assert [(question.name, found.invented) for question, _, found in graded() if found.invented] == []


def test_no_answer_says_that_a_video_is_more_private_than_it_is() -> None:
    """No answer makes a forbidden claim about a video, a licence, training or the operator."""
    assert {question.name: found.claimed for question, _, found in graded() if found.claimed} == {}


def test_nineteen_of_twenty_answers_are_right() -> None:
    """At least 95 of a hundred state what they need, and nothing that they mustn't."""
    right = sum(found.is_right for _, _, found in graded())
    assert right >= _RIGHT_AT_LEAST * len(questions())
