"""Asks the real answering code a question of the set, as a chat does."""

from collections.abc import Sequence
from functools import lru_cache

from knowledge.answers import Answer, answer
from knowledge.before import Before, means_another_video
from knowledge.nearby import Nearby
from knowledge.topics import hear
from tests.questions.grading import Grade, grade
from tests.questions.loading import Question, questions
from tests.questions.situations import NOW_MS, POLICY, SITUATIONS, on_platform


def ask(question: Question) -> Answer:
    """Answer a question as it comes last in its talk."""
    said = (*question.before, question.words)
    return talked(
        said,
        question.video,
        other=question.other,
        platform=question.platform,
        lang=question.language,
        title=question.title,
    )


def talked(
    said: Sequence[str], situation: str, *, other: str = "", platform: str = "", lang: str = "en", title: str = ""
) -> Answer:
    """Answer the last of several questions in a row, offering nearest clauses as the service does.

    All are about the video of `situation`, but for those that mean another one: they are about that of `other`.
    """
    before: Before | None = None
    for words in said:
        is_other = before is not None and means_another_video(hear(words, lang=lang))
        name = other if is_other else situation
        video = on_platform(SITUATIONS[name].video, platform, title) if name else None
        answered = answer(
            words,
            policy=POLICY,
            now_ms=NOW_MS,
            video=video,
            lang=lang,
            nearest=_nearby(),
            asked_in=platform,
            before=before,
        )
        before = answered.about
    return answered


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
