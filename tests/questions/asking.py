"""Asks the real answering code a question of the set, as a chat does."""

from functools import lru_cache

from knowledge.answers import Answer, answer
from knowledge.nearby import Nearby
from tests.questions.grading import Grade, grade
from tests.questions.loading import Question, questions
from tests.questions.situations import NOW_MS, POLICY, SITUATIONS, on_platform


def ask(question: Question) -> Answer:
    """Answer a question about its video, offering nearest clauses as the service does.

    Nothing answers from what was asked before yet: `before` and `other` are kept back, and follow-ups fail for it.
    """
    video = SITUATIONS[question.video].video if question.video else None
    return answer(
        question.words,
        policy=POLICY,
        now_ms=NOW_MS,
        video=video and on_platform(video, question.platform, question.title),
        lang=question.language,
        nearest=_nearby(),
        asked_in=question.platform,
    )


@lru_cache
def graded() -> tuple[tuple[Question, Answer, Grade], ...]:
    """Ask and grade the whole set once."""
    said = ((one, ask(one)) for one in questions())
    return tuple((question, answered, grade(question, answered)) for question, answered in said)


@lru_cache
def _nearby() -> Nearby:
    nearby = Nearby(POLICY)
    nearby.load()
    return nearby
