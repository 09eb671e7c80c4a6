"""Divides a paper's lines by its own section numbers: 4.7.3(f), 1.A(2), 6(2)(b)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_DECIMAL = re.compile(
    r"(?:(?:§|article|section|clause)\s*)?((?:0|[1-9]\d{0,2})(?:\.[1-9]\d{0,2})+)[.:]?(?:\s+|$)", re.IGNORECASE
)
_SINGLE = re.compile(r"(?:([1-9]\d?)[.、]|(?:§|article|section|clause)\s*([1-9]\d?)[.:]?)(?:\s+|$)", re.IGNORECASE)
_CAPITAL = re.compile(r"([A-Z])\.\s+")
_BRACKETED = re.compile(r"\(?([1-9]\d?|[a-z]{1,5})\)\s*|([a-z]|[ivx]{2,4})\.\s+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$")
_ROMANS = {"i": 1, "v": 5, "x": 10}
_STEP_MOST = 2
"""How far a number may be from the one before it in its row: a line with a farther one refers to another section."""

_FIRST_MOST = 3
"""What a row below a new number may begin with."""


@dataclass(frozen=True)
class Section:
    """One numbered part of a paper; `number` is "" for what stands before the first."""

    number: str
    text: str


@dataclass(frozen=True)
class _Label:
    """A number as it stands before a line. `kind` says in which row it counts, `shown` how a citation writes it."""

    kind: str
    value: tuple[int, ...]
    shown: str


def divide(lines: Iterable[str]) -> tuple[Section, ...]:
    """Give the sections in their order, each with its own lines; one that comes again gets the later lines too.

    An empty line ends a block. What looks like a number at the beginning of a block is one; inside a block it is one
    only where it continues its row, for a wrapped line may begin with a reference to another section.
    """
    found: dict[str, list[str]] = {"": []}
    above: list[_Label] = []
    begins = True
    for line in lines:
        left = seen(line)
        while left and (step := _step(left, above, begins=begins)):
            above, left = step
            found.setdefault(_number(above), [])
        if left:
            found[_number(above)].append(left)
        begins = not line.strip()
    return tuple(Section(number, "\n".join(texts)) for number, texts in found.items() if number or texts)


def seen(text: str) -> str:
    """Give what can be seen of a text, on one line: no control characters, nothing that turns the writing round."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return " ".join("".join(one if one.isprintable() else " " for one in plain).split())


def within(sections: Iterable[Section], number: str) -> str | None:
    """Give the text of a section with all that is divided below it; None where the paper has no such section."""
    texts = [one.text for one in sections if is_within(one.number, number)]
    return "\n".join(texts) if texts else None


def is_within(number: str, outer: str) -> bool:
    """Say whether a section is `outer` or stands below it."""
    return number == outer or number.startswith((f"{outer}.", f"{outer}("))


def _step(line: str, above: list[_Label], *, begins: bool) -> tuple[list[_Label], str] | None:
    """Read the number that a line begins with: the numbers open from there on, and what is left of the line."""
    read = [(_under(label, above), label, line[length:]) for label, length in _labels(line)]
    likely = [one for one in read if _continues(one[1], one[0], above)]
    for under, label, left in likely or (read if begins else []):
        return [*under, label], left
    return None


def _under(label: _Label, above: list[_Label]) -> list[_Label]:
    """Give what a number stands under: all up to the last of its own row; nothing for one that is whole by itself."""
    if label.kind == "decimal":
        return []
    rows = [one.kind for one in above]
    return above[: rows.index(label.kind)] if label.kind in rows else above


def _continues(label: _Label, under: list[_Label], above: list[_Label]) -> bool:
    """Say whether a number comes soon after the last one of its row, or begins a row."""
    if set(label.value) == {1}:
        return True
    if len(under) == len(above):
        return label.kind == "decimal"
    before = above[len(under)].value
    shared = next((at for at, pair in enumerate(zip(label.value, before, strict=False)) if pair[0] != pair[1]), None)
    if shared is None:
        return len(label.value) > len(before) and label.value[len(before)] <= _STEP_MOST
    near = 0 < label.value[shared] - before[shared] <= _STEP_MOST
    return near and max(label.value[shared + 1 :], default=1) <= _FIRST_MOST


def _labels(line: str) -> Iterator[tuple[_Label, int]]:
    """Give what the beginning of a line can be read as, with its length: (i) may be a letter or a Roman one."""
    if match := _DECIMAL.match(line) or _SINGLE.match(line):
        shown = next(filter(None, match.groups()))
        yield _Label("decimal", tuple(map(int, shown.split("."))), shown), match.end()
    elif match := _CAPITAL.match(line):
        yield _Label("capital", (ord(match[1]) - ord("A") + 1,), f".{match[1]}"), match.end()
    elif match := _BRACKETED.match(line):
        name = match[1] or match[2]
        if name.isdecimal():
            yield _Label("digit", (int(name),), f"({name})"), match.end()
            return
        if len(name) == 1:
            yield _Label("letter", (ord(name) - ord("a") + 1,), f"({name})"), match.end()
        if _ROMAN.match(name):
            yield _Label("roman", (_roman(name),), f"({name})"), match.end()


def _roman(name: str) -> int:
    values = [_ROMANS[letter] for letter in name]
    return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))


def _number(labels: list[_Label]) -> str:
    return "".join(label.shown for label in labels).removeprefix(".")
