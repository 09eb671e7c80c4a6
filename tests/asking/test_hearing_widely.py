"""Questions as people put them: slang, stories before the question, two words, two questions in one."""

import tomllib
from pathlib import Path

import pytest

from knowledge.topics import hear

TABLE = tomllib.loads(Path(__file__).with_name("hearing_widely.toml").read_text("utf-8"))
NOTHING = "nothing"


def rows(*, heard: bool) -> list[tuple[str, str, str]]:
    """Give language, topic and question of what should be heard, or of what must not be."""
    tables = {lang: {name: many for name, many in one.items() if name != "not"} for lang, one in TABLE.items()}
    wanted = tables if heard else {lang: one["not"] for lang, one in TABLE.items()}
    return [
        (lang, topic, question)
        for lang, topics in wanted.items()
        for topic, questions in topics.items()
        for question in questions
        if topic != NOTHING
    ]


@pytest.mark.parametrize(("lang", "topic", "question"), rows(heard=True))
def test_a_question_is_heard_as_what_it_is_about(lang: str, topic: str, question: str) -> None:
    """In its own language, of nobody else and of nothing elsewhere."""
    heard = hear(question, lang=lang)
    assert topic in heard.topics
    assert (heard.language, heard.stranger, heard.others) == (lang, False, False)
    assert "uncovered" not in heard.topics


@pytest.mark.parametrize(("lang", "topic", "question"), rows(heard=False))
def test_what_stands_around_a_question_is_not_what_it_asks(lang: str, topic: str, question: str) -> None:
    """What somebody will do with a video says why they ask."""
    assert topic not in hear(question, lang=lang).topics


@pytest.mark.parametrize(
    ("lang", "question"), [(lang, question) for lang, topics in TABLE.items() for question in topics[NOTHING]]
)
def test_what_is_about_nothing_here_is_heard_as_nothing(lang: str, question: str) -> None:
    """No word that has another meaning elsewhere makes a question of ours of it."""
    heard = hear(question, lang=lang)
    assert heard.nothing or heard.stranger or "uncovered" in heard.topics


@pytest.mark.parametrize("whose", ["girlfriends", "mums", "bosses", "bros", "exs"])
def test_whose_video_it_is_is_heard_without_an_apostrophe(whose: str) -> None:
    """Of somebody else's video nothing is told, however its owner is written; who may look at one's own is no owner."""
    assert hear(f"is my {whose} video public").others
    assert not hear(f"can my {whose} see my video").others
