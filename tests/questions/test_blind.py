"""Three sets of 100 more questions, each written by somebody who had seen no phrase.

Phrases were widened on the first and the second. Of the third two questions were read, whose answers were of the wrong
video; that was mended for all such questions, and counts for them too.
"""

import tomllib
from pathlib import Path

import pytest

from tests.questions.asking import ask
from tests.questions.grading import grade
from tests.questions.loading import Question, read

_SETS = Path(__file__).parent / "blind"
_RIGHT_AT_LEAST = {"first": 100, "second": 100, "third": 82}
"""As many as were right when docs/benchmarks.md was written; the third may go up by itself, and is never read."""


def _questions(of: str) -> list[Question]:
    files = sorted((_SETS / of).glob("*.toml"))
    return [one for path in files for one in read(tomllib.loads(path.read_text("utf-8")), path.stem)]


@pytest.mark.parametrize("of", _RIGHT_AT_LEAST)
def test_questions_that_were_written_blind_are_answered_as_well_as_told(of: str) -> None:
    """No answer to them makes a forbidden claim or invents a citation, and as many are right as is told."""
    asked = _questions(of)
    grades = [grade(one, ask(one)) for one in asked]
    assert len(asked) == 100
    assert [(one.name, given.claimed) for one, given in zip(asked, grades, strict=True) if given.claimed] == []
    assert [(one.name, given.invented) for one, given in zip(asked, grades, strict=True) if given.invented] == []
    assert sum(given.is_right for given in grades) >= _RIGHT_AT_LEAST[of]
