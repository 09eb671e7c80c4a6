"""docs/answers.md is what the code answers today."""

from knowledge.languages import LANGUAGES
from tests.questions.page import PAGE, SHOWN, page


def test_the_page_of_answers_is_up_to_date() -> None:
    """Whoever changes an answer writes the page anew: `make answers`."""
    assert PAGE.read_text("utf-8") == page()


def test_forty_answers_in_every_language_are_shown() -> None:
    """Forty questions, some of each language of ours and of others."""
    assert len(SHOWN) == 40
    assert {one.language for one in SHOWN} == {*LANGUAGES, ""}
