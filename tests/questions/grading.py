"""Grades one answer: what it fails to state, what it must not claim, and which of its citations don't hold."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from knowledge.answers import Answer
from knowledge.clauses import OURS, clauses
from knowledge.languages import LANGUAGES
from knowledge.platforms import platforms
from knowledge.quoting import ANSWER_LONGEST, Citation, cite
from knowledge.routes import routes
from knowledge.statements import Fact
from knowledge.verdict import Verdict
from knowledge.wording import Words, words_in
from tests.questions.loading import Need, Question, patterns
from tests.questions.situations import POLICY, SITUATIONS, Situation

_CONFLICT = ("kling-api-terms/2026-no-training", "kling-api-terms/2026-improvement")
_MARK = re.compile(r"\[(\d+)\]")
_FIVE = ("who-sees", "who-uses", "copies", "until", "undone")


@dataclass(frozen=True)
class Grade:
    """What is wrong with an answer, by sort; nothing in any of them means that it is right.

    `missing` are facts that aren't stated, `claimed` forbidden claims, `invented` citations that no paper has as they
    stand there, `strayed` ones of papers that don't belong to the question, `malformed` breaches of an answer's form.
    """

    missing: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    strayed: tuple[str, ...] = ()
    malformed: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.missing or self.claimed or self.invented or self.strayed or self.malformed)


def grade(question: Question, answer: Answer) -> Grade:
    """Compare an answer with what the question needs, forbids and allows."""
    needs = (one for one in question.needs if not any(_states(answer, need) for need in one))
    cited = (*answer.citations, *answer.nearest)
    return Grade(
        missing=tuple(" or ".join(_shown(need) for need in one) for one in needs),
        claimed=_claimed(question, answer),
        invented=tuple(one.clause for one in cited if not _is_real(one, answer.lang)),
        strayed=tuple(one.clause for one in answer.citations if not _is_allowed(one.clause, question)),
        malformed=_malformed(question, answer),
    )


def _shown(need: Need) -> str:
    return f"{need.what}:{need.value}" if need.value else need.what


def _states(answer: Answer, need: Need) -> bool:
    if need.what in _FLAGS:
        return answer.verdict is not None and _FLAGS[need.what](answer.verdict) == need.value
    return _STATED[need.what](answer, need.value)


def _label(question: str, language: str) -> str:
    return words_in(language).say(f"question-{question}")


def _says(answer: Answer, fact: Fact) -> bool:
    """Find a fact's sentence in any of its lengths, at the beginning of a line or within one."""
    said = answer.text.casefold()
    return any(words.state(fact).casefold() in said for words in _lengths(answer.lang))


def _lengths(language: str) -> tuple[Words, ...]:
    return tuple(words_in(language).ever_shorter())


def _is_matched(name: str, answer: Answer) -> bool:
    return patterns().words[name][answer.lang].search(answer.text) is not None


_FLAGS: Mapping[str, Callable[[Verdict], str]] = {
    "received": lambda found: "yes" if found.generator_received else "no",
    "training": lambda found: found.training.value,
    "visibility": lambda found: found.visibility.value,
}
_STATED: Mapping[str, Callable[[Answer, str], bool]] = {
    "abstains": lambda answer, _: answer.abstained,
    "cites": lambda answer, value: any(fnmatchcase(one.clause, value) for one in answer.citations),
    "denies": lambda answer, _: _is_matched("denies", answer),
    "figure": lambda answer, value: re.search(rf"(?<!\d){value}(?!\d)", answer.text) is not None,
    "names": lambda answer, value: value in answer.text,
    "offer": lambda answer, _: any(_says(answer, Fact(key)) for key in ("other-language", "only-ours")),
    "says": lambda answer, value: _label(value, answer.lang) in answer.text,
    "sent": lambda answer, _: answer.verdict is not None and _says(answer, answer.verdict.headline[1]),
    "word": lambda answer, value: _is_matched(value, answer),
}
"""How each sort of need is seen: in the verdict that is given with an answer, or in its words and citations."""


def _claimed(question: Question, answer: Answer) -> tuple[str, ...]:
    wanted = {name: patterns().claims[name] for name in question.forbids if name in patterns().claims}
    named = {**wanted, **patterns().always}
    found = [name for name, pattern in named.items() if pattern[answer.lang].search(answer.text)]
    found += [word for word in question.never if word.casefold() in answer.text.casefold()]
    if "other-exists" in question.forbids and any(_label(one, answer.lang) in answer.text for one in _FIVE):
        found.append("own video told as another's")
    return (*found, *_untrue(_situation(question), answer))


def _untrue(now: Situation | None, answer: Answer) -> list[str]:
    """Name the sentences of ours that aren't so of this video, and a contradiction of which one side is kept back."""
    untrue = []
    if now and now.is_received and _says(answer, Fact("sent-none")):
        untrue.append("nothing was sent")
    if now and now.is_open and _says(answer, Fact("opens-private")):
        untrue.append("closed to others")
    if len({one.clause for one in answer.citations} & set(_CONFLICT)) == 1:
        untrue.append("one side of a contradiction")
    return untrue


def _is_real(cited: Citation, language: str) -> bool:
    """Compare every field of a citation with the clause that it names."""
    clause = clauses().get(cited.clause)
    return clause is not None and cited == cite(clause, POLICY, words_in(language))


def _is_allowed(clause: str, question: Question) -> bool:
    return any(fnmatchcase(clause, pattern) for pattern in allowed(question))


def allowed(question: Question) -> tuple[str, ...]:
    """Give the patterns of the clauses that an answer may cite."""
    if question.allows is not None:
        return question.allows
    now = _situation(question)
    papers = [*OURS, *(routes()[now.video.generator].documents if now else ())]
    papers += platforms()[question.platform].documents if question.platform else ()
    return tuple(f"{paper}/*" for paper in papers)


def _situation(question: Question) -> Situation | None:
    """Give the video that is meant: of a follow-up to "and the other one?", the other."""
    name = question.other or question.video
    return SITUATIONS[name] if name else None


def _malformed(question: Question, answer: Answer) -> tuple[str, ...]:
    wrong = {
        "too long": len(answer.text) > ANSWER_LONGEST,
        "empty": not answer.text.strip(),
        f"in {answer.lang}": answer.lang not in LANGUAGES or answer.lang != question.answered_in,
        "marks": {int(one) for one in _MARK.findall(answer.text)} != set(range(1, len(answer.citations) + 1)),
        "cites while abstaining": answer.abstained and bool(answer.citations),
    }
    return tuple(name for name, is_so in wrong.items() if is_so)
