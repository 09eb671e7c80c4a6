"""Reads the questions strictly: a misspelt key, claim, need or clause is an error, and never goes ungraded."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.clauses import clauses
from knowledge.facts import Training, Visibility
from knowledge.platforms import platforms
from knowledge.verdict import Verdict
from tests.questions.situations import SITUATIONS

KINDS = ("covered", "not_covered", "hostile")
_HERE = Path(__file__).parent
_NOT_QUESTIONS = "claims.toml"
_HELD = "held_"
_FILE = {"language", "kind", "answered_in", "needs", "questions"}
_KEYS = {
    "words", "language", "kind", "answered_in", "video", "other", "before", "title", "platform", "needs", "forbids",
    "never", "allows",
}  # fmt: skip
_BARE = {"sent", "abstains", "denies", "offer"}
_FIVE = {name for name in Verdict.__annotations__ if name.startswith(("who", "copies", "until", "undone"))}


@dataclass(frozen=True)
class Need:
    """A fact that an answer has to state: `what` is stated of `value` ("cites" of "hushreel-privacy/2.1")."""

    what: str
    value: str = ""


@dataclass(frozen=True)
class Question:
    """A question, who asks it about what, and what a right answer has to say.

    `video` and `other` are keys of SITUATIONS, "" for none; `before` was asked before it, `other` is the video that
    was not spoken of then. Of each of `needs` one at least has to be stated. `forbids` names claims of claims.toml,
    `never` lists words. `allows` holds patterns of the clauses that may be cited; None allows our own papers, those
    of the video's generator and those of the platform.
    """

    name: str
    words: str
    language: str
    kind: str
    answered_in: str
    held: bool
    needs: tuple[tuple[Need, ...], ...]
    video: str = ""
    other: str = ""
    before: tuple[str, ...] = ()
    title: str = ""
    platform: str = ""
    forbids: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    allows: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Patterns:
    """What answers are searched for, by name, then by language."""

    claims: Mapping[str, Mapping[str, re.Pattern[str]]]
    always: Mapping[str, Mapping[str, re.Pattern[str]]]
    words: Mapping[str, Mapping[str, re.Pattern[str]]]


class QuestionRefused(ValueError):
    """A question that can't be graded: `question` names it, `field` what is wrong with it."""

    def __init__(self, question: str, field: str) -> None:
        """Name the question and its field."""
        super().__init__(f"{question}: {field}")
        self.question = question
        self.field = field


@lru_cache
def patterns() -> Patterns:
    """Read claims.toml."""
    data = tomllib.loads((_HERE / _NOT_QUESTIONS).read_text("utf-8"))
    compiled = {
        part: {
            name: {lang: re.compile(one, re.IGNORECASE) for lang, one in by_language.items()}
            for name, by_language in named.items()
        }
        for part, named in data.items()
    }
    return Patterns(**compiled)


@lru_cache
def questions() -> tuple[Question, ...]:
    """Read all questions, in the order of their files' names."""
    files = sorted(path for path in _HERE.glob("*.toml") if path.name != _NOT_QUESTIONS)
    return tuple(one for path in files for one in read(tomllib.loads(path.read_text("utf-8")), path.stem))


def read(data: Mapping[str, Any], name: str) -> tuple[Question, ...]:
    """Read the questions of one file, which are held back where its `name` says so. Raises QuestionRefused."""
    if unknown := data.keys() - _FILE:
        raise QuestionRefused(name, min(unknown))
    shared = {key: value for key, value in data.items() if key != "questions"}
    rows = enumerate(data["questions"], 1)
    return tuple(_question({**shared, **row}, f"{name}-{place:02}", held=name.startswith(_HELD)) for place, row in rows)


def _question(row: Mapping[str, Any], name: str, *, held: bool) -> Question:
    if unknown := row.keys() - _KEYS:
        raise QuestionRefused(name, min(unknown))
    known: dict[str, tuple[str, ...]] = {
        "video": ("", *SITUATIONS),
        "other": ("", *SITUATIONS),
        "platform": ("", *platforms()),
        "kind": KINDS,
    }
    for field, values in known.items():
        if row.get(field, "") not in values:
            raise QuestionRefused(name, field)
    if not set(row.get("forbids", ())) <= {*patterns().claims, *patterns().always}:
        raise QuestionRefused(name, "forbids")
    allows = row.get("allows")
    if not all(_matches_a_clause(one) for one in allows or ()):
        raise QuestionRefused(name, "allows")
    needs = tuple(tuple(_need(one, name) for one in need.split(" or ")) for need in row.get("needs", ()))
    if not needs or not row["words"].strip():
        raise QuestionRefused(name, "needs" if not needs else "words")
    plain: dict[str, str] = {field: row.get(field, "") for field in ("video", "other", "title", "platform")}
    return Question(
        name=name,
        words=row["words"],
        language=row["language"],
        kind=row["kind"],
        answered_in=row.get("answered_in", row["language"]),
        held=held,
        needs=needs,
        allows=None if allows is None else tuple(allows),
        before=tuple(row.get("before", ())),
        forbids=tuple(row.get("forbids", ())),
        never=tuple(row.get("never", ())),
        **plain,
    )


def _need(text: str, name: str) -> Need:
    what, _, value = text.partition(":")
    values = {
        "says": value.replace("-", "_") in _FIVE,
        "cites": _matches_a_clause(value),
        "figure": value.isdecimal(),
        "names": bool(value),
        "word": value in patterns().words,
        "visibility": value in {one.value for one in Visibility},
        "training": value in {one.value for one in Training},
        "received": value in {"yes", "no"},
    }
    if not (values.get(what, False) or (what in _BARE and not value)):
        raise QuestionRefused(name, f"needs {text}")
    return Need(what, value)


def _matches_a_clause(pattern: str) -> bool:
    return any(fnmatchcase(one, pattern) for one in clauses())
