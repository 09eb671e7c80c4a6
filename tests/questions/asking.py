"""Asks the real answering code a question of the set, as a chat does."""

from functools import lru_cache

from knowledge.answers import Answer, answer
from knowledge.before import Before, means_another_video
from knowledge.nearby import Nearby
from knowledge.topics import hear
from tests.questions.grading import Grade, grade
from tests.questions.loading import Question, questions
from tests.questions.situations import NOW_MS, POLICY, SITUATIONS, on_platform


def ask(question: Question) -> Answer:
    """Answer a question as it comes last in its talk, offering nearest clauses as the service does."""
    before: Before | None = None
    for words in question.before:
        before = _said(question, words, question.video, before).about
    is_other = before is not None and means_another_video(hear(question.words, lang=question.language))
    return _said(question, question.words, question.other if is_other else question.video, before)


def _said(question: Question, words: str, situation: str, before: Before | None) -> Answer:
    video = SITUATIONS[situation].video if situation else None
    return answer(
        words,
        policy=POLICY,
        now_ms=NOW_MS,
        video=video and on_platform(video, question.platform, question.title),
        lang=question.language,
        nearest=_nearby(),
        asked_in=question.platform,
        before=before,
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
