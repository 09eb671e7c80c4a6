"""Questions that hang on the one before: the same of another video, the reasons, the same of something else."""

from dataclasses import fields, replace

import pytest

from knowledge.answers import Answer, answer
from knowledge.before import Before, means_another_video
from knowledge.clauses import clauses
from knowledge.facts import PolicyFacts, VideoFacts
from knowledge.languages import LANGUAGES
from knowledge.sounds import topics_data
from knowledge.topics import hear

NOW_MS = 1_795_600_000_000
DAY_MS = 86_400_000
RUN = PolicyFacts(operator_name="Ada", operator_contact="ada@example.org", routes=("motion", "kling"))
BEACH = VideoFacts(number=3, title="Beach", has_picture=True, ends_at_ms=NOW_MS + DAY_MS)
BY_KLING = replace(BEACH, number=4, generator="kling")

WHO = {
    "en": "who can see it?",
    "es": "¿quién puede verlo?",
    "pt": "quem pode ver?",
    "zh": "谁能看到这个视频?",
    "ru": "кто может его видеть?",
}
OTHER = {
    "en": ("and the other one?", "what about my other video?", "and my 2nd vid?", "and that second clip?"),
    "es": ("¿y el otro?", "¿y mi otro vídeo?", "¿y el vídeo anterior?"),
    "pt": ("e o outro?", "e o meu outro vídeo?", "e aquele segundo vídeo?"),
    "zh": ("那另一个呢?", "另外那个呢", "那第二个视频呢？"),
    "ru": ("а другое?", "а то другое видео?", "а второй ролик?"),
}
WHY = {
    "en": ("why?", "how come", "says who?"),
    "es": ("¿por qué?", "¿y eso?"),
    "pt": ("por quê?", "como assim?"),
    "zh": ("为什么?", "凭什么"),
    "ru": ("почему?", "с чего бы?"),
}
KEEPS = {
    "en": ("does the kling api train on my inputs?", "and the app?"),
    "es": ("¿la API de Kling entrena con mis fotos?", "¿y la app?"),
    "pt": ("a API do Kling treina com minhas fotos?", "e o app?"),
    "zh": ("可灵 API 会拿我的照片训练吗?", "那应用呢?"),
    "ru": ("API Kling обучается на моих фото?", "а приложение?"),
}


def asked(question: str, video: VideoFacts | None = None, before: Before | None = None, lang: str = "en") -> Answer:
    """Ask after what was answered before."""
    return answer(question, policy=RUN, now_ms=NOW_MS, video=video, before=before, lang=lang)


def cited(found: Answer) -> list[str]:
    """The clauses behind an answer."""
    return [one.clause for one in found.citations]


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, many in OTHER.items() for words in many])
def test_the_same_is_answered_of_another_video(lang: str, words: str) -> None:
    """A follow-up about another video is known as one, and answered as the question before would be of it."""
    assert means_another_video(hear(words, lang=lang))
    before = asked(WHO[lang], BEACH, lang=lang).about
    assert asked(words, BY_KLING, before, lang).text == asked(WHO[lang], BY_KLING, lang=lang).text


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, many in WHY.items() for words in many])
def test_why_is_answered_by_the_clauses_behind_the_answer(lang: str, words: str) -> None:
    """The facts once more, and the clauses that the last answer stood on; both sides of a contradiction."""
    first = asked("is my video private?", BY_KLING, lang=lang)
    found = asked(words, BY_KLING, first.about, lang)
    assert found.verdict == first.verdict
    assert {"kling-api-terms/2026-no-training", "kling-api-terms/2026-improvement"} <= set(cited(found))
    assert found.lang == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_is_answered_of_somebody_else(lang: str) -> None:
    """Asked "and the app?" behind a question about Kling's API, the same is answered of Kling's app."""
    first, then = KEEPS[lang]
    before = asked(first, lang=lang).about
    assert "kling-app-terms/4.7.3(f)" in cited(asked(then, before=before, lang=lang))


def test_what_is_asked_anew_is_answered_for_the_one_spoken_of() -> None:
    """Asked "and how long is it kept?", Kling's API is still the one that is meant."""
    before = asked("does the kling api train on my inputs?").about
    assert "kling-api-terms/2026-logs" in cited(asked("and how long is it kept?", before=before))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_question_before_nothing_is_guessed(lang: str) -> None:
    """Nobody knows why, or which other one."""
    for words in (*OTHER[lang], *WHY[lang]):
        assert asked(words, BEACH, lang=lang).abstained


def test_a_whole_question_forgets_the_one_before() -> None:
    """Who asks something of its own gets the same answer as ever."""
    before = asked("does kling train on my video?", BY_KLING).about
    for question in ("who can see it?", "do you make backups?", "what's the weather?", "does Marta have a video here?"):
        assert asked(question, BEACH, before).text == asked(question, BEACH).text


def test_what_is_remembered_are_keys_and_never_words() -> None:
    """Subjects, topics and clause ids: nothing of what somebody typed, and nothing of what was refused."""
    known = topics_data("en")
    about = asked("Can Anastasia see my secret birthday video with Kling?", BY_KLING).about
    assert about is not None
    assert [one.name for one in fields(about)] == ["subjects", "topics", "clauses"]
    assert set(about.subjects) <= set(known["subjects"])
    assert set(about.topics) <= set(known["topics"])
    assert set(about.clauses) <= set(clauses())
    assert asked("is Marta's video private?", BEACH).about is None
    assert asked("what's the weather?", BEACH).about is None
