"""Places in papers that a question names by their number: those that are there, and those that nobody wrote."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.clauses import OURS, Clause, applies, clauses
from knowledge.facts import PolicyFacts
from knowledge.phrases import tidy
from knowledge.sounds import topics_data
from knowledge.statements import Fact, Value
from knowledge.topics import paper_sorts

_DIGITS = "零一二三四五六七八九"
_CHINESE = re.compile(f"[{_DIGITS}两十百]+")
_ENDS_WITH_MARKS = re.compile(r"[.(]")


@dataclass(frozen=True)
class Sections:
    """What a question names by number: `found` are clauses, `denied` says of each number where it isn't."""

    found: tuple[Clause, ...] = ()
    denied: tuple[Fact, ...] = field(default=())


def sections(question: str, language: str, documents: Sequence[str], policy: PolicyFacts) -> Sections:
    """Look up the numbers that a question names in `documents`, as far as they hold under these settings."""
    papers = {one: _clauses_of(one, policy) for one in documents}
    found: list[Clause] = []
    denied: list[Fact] = []
    for number in numbers(question, language):
        here = [clause for known in papers.values() for clause in known if _is_in(clause.section, number)]
        found += here
        if not here:
            denied += [_denied(number, document, known) for document, known in papers.items()]
    return Sections(tuple(dict.fromkeys(found)), tuple(denied))


def numbers(question: str, language: str) -> tuple[str, ...]:
    """Give the numbers of sections that a question names, as papers write them: 7.2, 4.7.3(f)."""
    if _names_a_law(question, language):
        return ()
    found = (next(filter(None, one.groups())) for one in _pattern(language).finditer(question))
    return tuple(dict.fromkeys(_CHINESE.sub(_counted, number) for number in found))


def _names_a_law(question: str, language: str) -> bool:
    """Say whether a number is one of a law ("article 12 of the GDPR"), for no paper is named beside it."""
    bare, sorts = tidy(question), paper_sorts(language)
    return sorts["laws"].search(bare) is not None and not any(sorts[one].search(bare) for one in ("privacy", "terms"))


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(topics_data(language)["sections"]["pattern"])


def _counted(written: re.Match[str]) -> str:
    """Read a Chinese number below a thousand: 八十八."""
    total, digit = 0, 0
    for sign in written[0]:
        match sign:
            case "百" | "十":
                total += (digit or 1) * (100 if sign == "百" else 10)
                digit = 0
            case _:
                digit = 2 if sign == "两" else _DIGITS.index(sign)
    return str(total + digit)


def _clauses_of(document: str, policy: PolicyFacts) -> tuple[Clause, ...]:
    return tuple(one for one in clauses().values() if one.document == document and applies(one, policy))


def _is_in(section: str, number: str) -> bool:
    """Say whether a section is one that was named, or a part of it."""
    rest = section.removeprefix(number)
    return section.startswith(number) and (not rest or _ENDS_WITH_MARKS.match(rest) is not None)


def _denied(number: str, document: str, known: Iterable[Clause]) -> Fact:
    """Say that a paper has no such section: of ours with what there is instead, of others' as far as we know them."""
    values: dict[str, Value] = {"document": Fact(f"document-{document}"), "section": number}
    if document not in OURS:
        return Fact("deny-unknown", values)
    written = [one.section for one in known]
    chapter = number.partition(".")[0]
    if within := [one for one in written if one != number and _is_in(one, chapter)]:
        return Fact("deny-within", {**values, "chapter": chapter, "last": within[-1]})
    return Fact("deny-section", {**values, "last": written[-1]})
