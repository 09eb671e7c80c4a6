"""300 hand-written questions, answered by the real code and graded by facts, claims and citations.

They stand in tests/questions. The held part was written last, and nothing is ever tuned on it.
"""

from knowledge.languages import LANGUAGES
from tests.bench.row import Row
from tests.questions.asking import graded
from tests.questions.grading import Grade
from tests.questions.loading import KINDS, Question

_RIGHT_AT_LEAST = 95
_LANGUAGES = (*LANGUAGES, "fr", "de", "ja")


def rows() -> list[Row]:
    """Ask all, and tell how many answers are right, and how often one claims or cites what it must not."""
    found = [(question, given) for question, _, given in graded()]
    return [
        _right("right, all", [given for _, given in found]),
        _right("right, the part that may be tuned on", [given for question, given in found if not question.held]),
        _right("right, the part held back", [given for question, given in found if question.held]),
        *(_right(f"right, {kind.replace('_', ' ')}", _of(found, kind=kind)) for kind in KINDS),
        *(_right(f"right, asked in {language}", _of(found, language=language)) for language in _LANGUAGES),
        _none("answers with a forbidden claim", sum(bool(given.claimed) for _, given in found)),
        _none("invented citations", sum(len(given.invented) for _, given in found)),
        Row(
            "answers that cite a paper which isn't asked about",
            sum(bool(given.strayed) for _, given in found),
            "answers",
            "",
            reached=True,
        ),
    ]


def _of(found: list[tuple[Question, Grade]], kind: str = "", language: str = "") -> list[Grade]:
    return [given for question, given in found if question.kind == kind or question.language == language]


def _right(name: str, counted: list[Grade]) -> Row:
    right = sum(given.is_right for given in counted)
    percent = 100 * right / len(counted)
    target = f"at least {_RIGHT_AT_LEAST}"
    return Row(name, percent, "%", target, percent >= _RIGHT_AT_LEAST, f"{right} of {len(counted)}")


def _none(name: str, count: int) -> Row:
    return Row(name, count, "", "0", reached=count == 0)
