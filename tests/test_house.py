"""The rules of the house (docs/architecture.md), read from the tree itself."""

import ast
import re
import statistics
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

HOUSE = Path(__file__).parents[1]
CODE = ("bots", "core", "knowledge")
LISTS = ("core/storage/tables.py", "core/storage/migrations/")
"""Tables and migrations are lists by nature: they may be long."""

DECLARED = {
    "aiohttp": "bots/web",
    "sqlalchemy": "core/storage/tables.py",
    "pytest-asyncio": "tests",
    "discord.py": "bots/discord_bot",
    "python-telegram-bot": "bots/telegram_bot",
    "langchain": "knowledge/library.py",
}
"""Libraries that the customer asked for, and the room that each is imported in once it is built."""

MODULES = {"discord.py": "discord", "python-telegram-bot": "telegram", "langchain": "langchain_core"}
USE_CASES = ("generation", "hosting", "linking", "erasure", "exporting", "sharing", "publishing")
REGISTRIES = re.compile(r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|conda|crates|rubygems|anaconda)\.(?:org|com|io)\b")
THIS_MACHINE = re.compile(r"(?<![\w.~$}/-])/(?:work|root|home)/")
PICTURES_AND_PLANS = {".png", ".jpg", ".webp", ".mp4", ".heic"}


def _files(*suffixes: str) -> Iterator[Path]:
    for top in (*CODE, "tests", "docs", "lock", ".ci"):
        for path in (HOUSE / top).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and (not suffixes or path.suffix in suffixes):
                yield path


def _named(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@cache
def _trees() -> dict[str, ast.Module]:
    return {_named(path): ast.parse(path.read_text("utf-8")) for path in _files(".py")}


def _pyproject() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    return found


def _imported(room: str) -> set[str]:
    found: set[str] = set()
    for name, tree in _trees().items():
        if name == room or name.startswith(f"{room}/"):
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    found |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.split(".")[0])
    return found


def _tenth_longest(lengths: list[int]) -> int:
    return sorted(lengths)[int(len(lengths) * 0.9)]


@pytest.mark.parametrize("name", ["bots", "core", "knowledge", "tests", "pyproject.toml", "README.md"])
def test_what_the_customer_asked_for_is_at_the_top(name: str) -> None:
    """Four folders and two files stand where people look for them."""
    assert (HOUSE / name).exists()


@pytest.mark.parametrize("library", DECLARED)
def test_a_library_is_declared_and_imported_where_it_belongs(library: str) -> None:
    """Each library that was asked for is declared, and imported by its room as soon as that room is built."""
    project = _pyproject()
    declared = {
        Requirement(line).name for line in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"])
    }
    assert library in declared
    room = DECLARED[library]
    if (HOUSE / room).exists():
        assert MODULES.get(library, library.replace("-", "_")) in _imported(room)


def test_use_cases_are_asynchronous() -> None:
    """Each public function of core that takes a viewer first is a coroutine."""
    cases = [
        (f"{name}:{node.name}", isinstance(node, ast.AsyncFunctionDef))
        for name, tree in _trees().items()
        if name.startswith(tuple(f"core/{room}/" for room in USE_CASES))
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if not node.name.startswith("_") and [one.arg for one in node.args.args[:1]] == ["viewer"]
    ]
    assert {"core/generation/create.py:create", "core/generation/cancel.py:cancel"} <= {case for case, _ in cases}
    assert [case for case, asynchronous in cases if not asynchronous] == []


def test_only_the_gate_decides() -> None:
    """A `Decision` is made in `core.gate.may` alone, so that no code can open bytes without asking."""
    makers = {
        (name, getattr(outermost, "name", ""))
        for name, tree in _trees().items()
        if name.startswith(CODE)
        for outermost in tree.body
        for node in ast.walk(outermost)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Decision"
    }
    assert makers == {("core/gate.py", "may")}


def test_files_are_short() -> None:
    """Half of the files have at most 120 lines, nine of ten at most 300, none more than 400."""
    lengths = {
        _named(path): len(path.read_text("utf-8").splitlines())
        for path in _files(".py", ".js", ".css", ".html")
        if not _named(path).startswith(LISTS)
    }
    written = [length for length in lengths.values() if length]
    assert {name: length for name, length in lengths.items() if length > 400} == {}
    assert statistics.median(written) <= 120
    assert _tenth_longest(written) <= 300


def test_functions_are_short() -> None:
    """Nine of ten functions have at most 25 lines, none more than 50, docstring included."""
    lengths = {
        f"{name}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, tree in _trees().items()
        if not name.startswith(LISTS)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 50} == {}
    assert _tenth_longest(list(lengths.values())) <= 25


def test_no_room_for_odds_and_ends() -> None:
    """Nothing is called utils or common: a thing stands where its meaning is."""
    names = {part for path in _files() for part in (*path.relative_to(HOUSE).parts[:-1], path.stem)}
    assert names.isdisjoint({"utils", "util", "common", "helpers", "misc"})


def test_no_registry_and_no_path_of_one_machine() -> None:
    """Nothing that is kept names a package registry or a folder of the machine that it was written on."""
    tops = [path for path in HOUSE.iterdir() if path.is_file()]
    found = [
        (_named(path), number)
        for path in (*tops, *_files())
        if path.suffix not in PICTURES_AND_PLANS
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if REGISTRIES.search(line) or THIS_MACHINE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["run", "extras", "dev", "bench"])
def test_lock_files_pin_by_hash_and_name_no_index(name: str) -> None:
    """Each locked library has a version and hashes; where it comes from is the machine's own setting."""
    lines = (HOUSE / "lock" / f"{name}.txt").read_text("utf-8").replace("\\\n", " ").splitlines()
    pins = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert pins
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_what_the_readme_says_to_make_can_be_made() -> None:
    """Each Make target that the README names exists."""
    targets = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", (HOUSE / "README.md").read_text("utf-8"), re.MULTILINE))
    assert {"run", "test", "check"} <= named
    assert named <= targets
