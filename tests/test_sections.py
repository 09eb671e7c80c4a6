"""Places of papers that a question names by number: quoted where they are there, denied where nobody wrote them."""

from dataclasses import replace

import pytest

from knowledge.answers import Answer, answer
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from knowledge.sections import numbers

NOW_MS = 1_795_600_000_000
RUN = PolicyFacts(operator_name="Ada", operator_contact="ada@example.org", routes=("motion", "kling"))


def asked(question: str, lang: str = "en", policy: PolicyFacts = RUN) -> Answer:
    """Ask without a video."""
    return answer(question, policy=policy, now_ms=NOW_MS, lang=lang)


def cited(found: Answer) -> list[str]:
    """The clauses behind an answer."""
    return [one.clause for one in found.citations]


@pytest.mark.parametrize(
    ("lang", "question", "named"),
    [
        ("en", "what do sections 2.4 and clause 7.3 say?", ("2.4", "7.3")),
        ("en", "quote § 4.7.3(f) of Kling's app terms", ("4.7.3(f)",)),
        ("en", "the 14th clause", ("14",)),
        ("es", "¿qué dice el apartado 2.4?", ("2.4",)),
        ("es", "según el artículo 88 de vuestra política", ("88",)),
        ("pt", "a cláusula 33 dos termos", ("33",)),
        ("pt", "a seção 6.1 diz o quê?", ("6.1",)),
        ("zh", "隐私政策第八十八条", ("88",)),
        ("zh", "第2.4条写了什么", ("2.4",)),
        ("zh", "第一百零五条", ("105",)),
        ("ru", "что сказано в пункте 2.4?", ("2.4",)),
        ("ru", "45-й пункт вашей политики", ("45",)),
        ("en", "does it end after 7 days?", ()),
        ("en", "article 12 of the GDPR lets me see it", ()),
        ("pt", "o artigo 18 da LGPD me dá esse direito", ()),
    ],
)
def test_numbers_are_read_as_people_write_them(lang: str, question: str, named: tuple[str, ...]) -> None:
    """Signs, words, ordinals and Chinese figures name a section; days and laws don't."""
    assert numbers(question, lang) == named


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "what does section 2.4 say?"),
        ("es", "¿qué dice el apartado 2.4?"),
        ("pt", "o que diz a seção 2.4?"),
        ("zh", "第2.4条写了什么"),
        ("ru", "что сказано в пункте 2.4?"),
    ],
)
def test_a_section_that_is_there_is_quoted(lang: str, question: str) -> None:
    """Whoever names a section gets its words, whatever they say that it says."""
    assert cited(asked(question, lang)) == ["hushreel-privacy/2.4"]


def test_a_section_of_others_is_quoted_from_the_paper_that_is_named() -> None:
    """4.7.4 is one of the terms of Kling's app."""
    assert cited(asked("quote section 4.7.4 of the kling app terms")) == ["kling-app-terms/4.7.4"]


@pytest.mark.parametrize(
    ("lang", "question", "told"),
    [
        ("en", "section 99 of your policy", "Our privacy policy: there is no section 99; the last one is 12.10."),
        ("en", "clause 7.7 of your privacy policy", "there is no section 7.7; section 7 ends with 7.5."),
        ("en", "clause 33 of your terms", "Our terms: there is no section 33; the last one is 3.3."),
        ("es", "el artículo 88 de vuestra política", "no hay ninguna sección 88; la última es 12.10."),
        ("pt", "a cláusula 7.7 da política", "não há nenhuma seção 7.7; a 7 termina em 7.5."),
        ("zh", "隐私政策第88条", "没有第 88 条；最后一条是 12.10。"),
        ("ru", "пункт 88 вашей политики", "пункта 88 нет; последний — 12.10."),
    ],
)
def test_a_section_that_nobody_wrote_is_denied(lang: str, question: str, told: str) -> None:
    """The answer says so, and up to which number there are sections; nothing is cited for it."""
    found = asked(question, lang)
    assert told in found.text
    assert (found.abstained, found.citations) == (True, ())


def test_a_section_that_does_not_hold_here_is_denied() -> None:
    """What is said of Discord is no section of a service without Discord."""
    assert "there is no section 9.1" in asked("what does section 9.1 say?").text
    assert cited(asked("what does section 9.1 say?", policy=replace(RUN, platforms=("discord",)))) == [
        "hushreel-privacy/9.1"
    ]


def test_of_others_papers_only_what_is_known_is_denied() -> None:
    """Who has notes of a paper can't say that it has no section 99."""
    text = asked("quote section 99 of the Kling API terms").text
    assert "Kling's paid API, terms: I know of no section 99 there." in text
    assert "the last one is" not in text


def test_a_denial_stands_above_the_answer_to_the_rest() -> None:
    """What else was asked is answered all the same."""
    found = asked("what does clause 7.7 of your privacy policy say about ads?")
    assert found.text.splitlines()[0].startswith("Our privacy policy: there is no section 7.7")
    assert "hushreel-privacy/3.1" in cited(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_law_is_no_paper_of_ours(lang: str) -> None:
    """Article 12 of the GDPR isn't section 12 of our policy."""
    question = {
        "en": "article 12 of the GDPR",
        "es": "el artículo 12 del RGPD",
        "pt": "o artigo 12 da LGPD",
        "zh": "GDPR 第12条",
        "ru": "статья 12 GDPR",
    }[lang]
    assert not any(one.startswith("hushreel-privacy/12") for one in cited(asked(question, lang)))
