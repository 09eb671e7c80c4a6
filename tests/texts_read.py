"""Reads the texts files and the code that uses them, for tests: keys, variables, plurals, error codes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "bots" / "texts"
PLURALS = frozenset({"zero", "one", "two", "few", "many"})


class _Used(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.selectors: list[tuple[str, list[str], str]] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = [_key(variant) for variant in node.variants]
        fallback = next(_key(variant) for variant in node.variants if variant.default)
        name = node.selector.id.name if isinstance(node.selector, ftl.VariableReference) else ""
        self.selectors.append((name, keys, fallback))
        self.generic_visit(node)


def _key(variant: ftl.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value


@dataclass(frozen=True)
class Message:
    """One sentence of a texts file; `selectors` are (variable, keys, key of the fallback)."""

    key: str
    variables: frozenset[str]
    selectors: tuple[tuple[str, tuple[str, ...], str], ...]
    is_empty: bool


def messages(file: Path) -> dict[str, Message]:
    """Read the sentences of a file. Raises ValueError for what can't be parsed and for a key that stands twice."""
    found: dict[str, Message] = {}
    for entry in FluentParser().parse(file.read_text("utf-8")).body:
        if isinstance(entry, ftl.Junk):
            raise ValueError(f"{file.name}: {entry.content}")  # noqa: TRY004
        if not isinstance(entry, ftl.Message):
            continue
        if entry.id.name in found:
            raise ValueError(f"{file.name}: {entry.id.name} stands twice")
        used = _Used()
        used.visit(entry.value)
        selectors = tuple((name, tuple(keys), fallback) for name, keys, fallback in used.selectors)
        found[entry.id.name] = Message(entry.id.name, frozenset(used.variables), selectors, entry.value is None)
    return found


@dataclass(frozen=True)
class Use:
    """One place in the code that names a sentence. `given` is None where the values aren't written out there."""

    key: str
    given: frozenset[str] | None
    place: str


@dataclass
class Code:
    """What the code of some folders names: sentences whole, beginnings of keys that are put together, constants."""

    uses: list[Use] = field(default_factory=list)
    beginnings: set[str] = field(default_factory=set)
    constants: set[str] = field(default_factory=set)


def code(*folders: str, names: frozenset[str], prefix: str = "") -> Code:
    """Read every call of `names` (Say, or line) in these folders of the project."""
    found = Code()
    for place, tree in trees(*folders):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.constants.add(node.value)
            if isinstance(node, ast.Call) and _name(node.func) in names and node.args:
                _read_call(node, place, prefix, found)
    return found


def _read_call(node: ast.Call, place: str, prefix: str, found: Code) -> None:
    for key in _branches(node.args[0]):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found.uses.append(Use(prefix + key.value, _given(node), f"{place}:{node.lineno}"))
        elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
            found.beginnings.add(prefix + str(key.values[0].value))


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def _given(node: ast.Call) -> frozenset[str] | None:
    """Give the names of the values, written as a dict or as keywords."""
    values = (
        node.args[1] if len(node.args) > 1 else next((one.value for one in node.keywords if one.arg == "values"), None)
    )
    if values is None:
        keywords = [one.arg for one in node.keywords]
        return None if None in keywords else frozenset(name for name in keywords if name)
    if isinstance(values, ast.Dict) and all(isinstance(key, ast.Constant) for key in values.keys):
        return frozenset(str(key.value) for key in values.keys if isinstance(key, ast.Constant))
    return None


def kinds_below(root: str, *folders: str) -> frozenset[str]:
    """Name a class and every class below it, as the code of some folders declares them."""
    declared = [node for _, tree in trees(*folders) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found: frozenset[str] = frozenset()
    more = frozenset({root})
    while more - found:
        found |= more
        more = frozenset(one.name for one in declared if any(_name(base) in found for base in one.bases))
    return found


@dataclass(frozen=True)
class Raised:
    """One place that raises an error with a code written out."""

    code: str
    data: frozenset[str]
    place: str


def raised(kinds: frozenset[str], *folders: str) -> list[Raised]:
    """Find every error of these classes, by the code that it is made with."""
    return [
        Raised(node.args[0].value, frozenset(one.arg for one in node.keywords if one.arg), f"{place}:{node.lineno}")
        for place, tree in trees(*folders)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) in kinds and node.args
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    ]


def trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Give each Python file below some folders of the project, parsed, by its path."""
    for folder in folders:
        yield from _parsed(folder)


@cache
def _parsed(folder: str) -> tuple[tuple[str, ast.Module], ...]:
    files = sorted((ROOT / folder).rglob("*.py"))
    return tuple((str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))) for file in files)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
