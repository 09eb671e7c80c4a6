"""The grader is strict: each way of being wrong is found, by itself."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.questions.asking import ask
from tests.questions.grading import Grade, grade
from tests.questions.loading import Question, read

_SHARED = {
    "words": "who can see it?",
    "language": "en",
    "kind": "covered",
    "video": "kling-shared",
    "needs": ["says:who-sees", "names:Ana", "visibility:selected", "cites:hushreel-privacy/2.6"],
    "forbids": ["only-you"],
    "never": ["PINEAPPLE"],
}
_TRAINING = {
    "words": "does the kling api train on my inputs?",
    "language": "en",
    "kind": "covered",
    "needs": ["cites:kling-api-terms/2026-improvement"],
    "allows": ["kling-api-*"],
}
_UNCOVERED = {"words": "who won the world cup in 1990", "language": "en", "kind": "not_covered", "needs": ["abstains"]}


def _question(row: Mapping[str, object], **changes: object) -> Question:
    return read({"questions": [{**row, **changes}]}, "some")[0]


def _said(row: Mapping[str, object], added: str = "") -> Grade:
    question = _question(row)
    return grade(question, replace(ask(question), text=ask(question).text + added))


@pytest.mark.parametrize("row", [_SHARED, _TRAINING])
def test_a_right_answer_is_right(row: Mapping[str, object]) -> None:
    """What the code says today of these two is right."""
    assert _said(row) == Grade()


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        (" Only you can open it.", "only-you"),
        (" It is fully private.", "only-you"),
        (" The operator, Ada, cannot open it.", "operator-blind"),
        (" Everything is end-to-end encrypted.", "end-to-end"),
        (" We guarantee it.", "guarantee"),
        (" Nothing was sent to a generator.", "nothing was sent"),
        (" No other member can open it.", "closed to others"),
        (" Pineapple.", "PINEAPPLE"),
    ],
)
def test_a_forbidden_claim_is_found(claim: str, name: str) -> None:
    """One sentence too many makes an answer wrong, whatever else it says."""
    assert _said(_SHARED, claim) == Grade(claimed=(name,))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Solo tú puedes verlo."),
        ("pt", "Só você pode ver."),
        ("zh", "只有你能看到。"),
        ("ru", "Никто другой не может открыть это видео."),
    ],
)
def test_a_forbidden_claim_is_found_in_every_language(lang: str, text: str) -> None:
    """The same claim in the other languages."""
    question = _question(_SHARED, language=lang)
    assert grade(question, replace(ask(question), text=text)).claimed == ("only-you",)


def test_the_true_sentence_beside_a_forbidden_one_passes() -> None:
    """What limits a claim doesn't make it one."""
    for text in ("Chats with bots are not end-to-end encrypted.", "The operator, Ada, could technically open it."):
        assert _said(_SHARED, f" {text}").claimed == ()


def test_an_invented_citation_is_found() -> None:
    """A section that its paper doesn't have, or a quote that isn't its words."""
    question = _question(_TRAINING)
    right = ask(question)
    first, *others = right.citations
    for wrong in (
        replace(first, section="99.9"),
        replace(first, quote="Kling never trains."),
        replace(first, certainty="read"),
        replace(first, document="kling-api-secret"),
    ):
        answer = replace(right, citations=(wrong, *others))
        assert grade(question, answer).invented == (wrong.clause,)


def test_an_invented_clause_among_those_offered_is_found() -> None:
    """What an answer offers as nearest is held to the same."""
    question = _question(_UNCOVERED)
    wrong = replace(ask(_question(_TRAINING)).citations[0], section="0.0")
    assert grade(question, replace(ask(question), nearest=(wrong,))).invented == (wrong.clause,)


def test_a_citation_of_another_paper_is_found() -> None:
    """A clause that exists, of a paper that isn't asked about, makes an answer wrong."""
    question = _question(_TRAINING, allows=["kling-app-*"])
    assert grade(question, ask(question)).strayed == tuple(one.clause for one in ask(question).citations)


def test_one_side_of_a_contradiction_is_a_forbidden_claim() -> None:
    """Reports that conflict are told together, or neither."""
    question = _question(_TRAINING)
    right = ask(question)
    kept = tuple(one for one in right.citations if one.clause != "kling-api-terms/2026-improvement")
    found = grade(question, replace(right, citations=kept))
    assert found.claimed == ("one side of a contradiction",)
    assert found.missing == ("cites:kling-api-terms/2026-improvement",)


@pytest.mark.parametrize(
    ("taken", "missing"),
    [("Ana", "names:Ana"), ("Who sees it:", "says:who-sees")],
)
def test_a_missing_fact_is_found(taken: str, missing: str) -> None:
    """A required fact that isn't in the words."""
    question = _question(_SHARED)
    right = ask(question)
    assert grade(question, replace(right, text=right.text.replace(taken, "…"))).missing == (missing,)


def test_another_verdict_is_a_missing_fact() -> None:
    """A required flag that the verdict doesn't have, or no verdict at all."""
    question = _question(_SHARED, needs=["visibility:selected", "received:yes", "training:conflict"])
    right = ask(question)
    assert grade(question, right) == Grade()
    assert len(grade(question, replace(right, verdict=None)).missing) == 3
    assert right.verdict is not None
    other = replace(right.verdict, generator_received=False)
    assert grade(question, replace(right, verdict=other)).missing == ("received:yes",)


def test_a_figure_is_a_whole_number() -> None:
    """13 isn't stated by 130 or 2013."""
    question = _question(_UNCOVERED, needs=["figure:13"])
    said = ask(question)
    assert grade(question, replace(said, text="At least 13 years.")).missing == ()
    assert grade(question, replace(said, text="In 2013, 130 years.")).missing == ("figure:13",)


def test_answering_what_is_not_covered_is_wrong() -> None:
    """What no paper covers is answered by saying so."""
    question = _question(_UNCOVERED)
    assert grade(question, ask(question)) == Grade()
    assert "abstains" in grade(question, ask(_question(_SHARED))).missing


def test_ones_own_video_is_no_answer_about_somebody_elses() -> None:
    """A verdict on the asker's video reads as one on the other's."""
    question = _question(_SHARED, forbids=["other-exists"])
    assert grade(question, ask(question)).claimed == ("own video told as another's",)


def test_a_section_that_is_not_there_has_to_be_denied() -> None:
    """Silence about a section's number doesn't pass for denying it."""
    question = _question(_UNCOVERED, needs=["denies"])
    said = ask(question)
    assert grade(question, said).missing == ("denies",)
    assert grade(question, replace(said, text="My papers have no section 99.")).missing == ()


def test_an_answer_in_another_language_is_wrong() -> None:
    """Who asks in Russian isn't answered in English; who asks in French is."""
    said = ask(_question(_SHARED))
    assert grade(_question(_SHARED, language="ru"), said).malformed == ("in en",)
    assert grade(_question(_SHARED, language="fr", answered_in="en"), said).malformed == ()


def test_the_form_of_an_answer_is_graded() -> None:
    """At most 900 characters, and each mark stands for a citation."""
    assert _said(_SHARED, " and" * 300).malformed == ("too long",)
    assert _said(_SHARED, " [99]").malformed == ("marks",)
