"""`python -m knowledge.proofs check|write`: the tests that hold our clauses, and knowledge/policies/proofs.json.

Each promise names tests by node id. `check` fails where one is missing, can be skipped, or differs from what
proofs.json holds; `write` renews proofs.json once nothing is missing. Both run in the project's folder.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from knowledge.clauses import OURS, Clause, clauses
from knowledge.promises import PROOFS

PROJECT = Path(__file__).parents[1]
_SKIPPING = frozenset({"skip", "skipif", "importorskip", "xfail"})
_OPTIONAL_FIXTURES = frozenset({"shared"})
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def proofs() -> list[dict[str, str]]:
    """List clause, test and the hash of the test's source, as proofs.json holds them.

    Raises LookupError for a test that isn't there, ValueError for one that may be skipped.
    """
    return [
        {"clause": clause.id, "test": test, "sha256": sha256(_source(test).encode()).hexdigest()}
        for clause in ours()
        for test in clause.proofs
    ]


def faults(of: Sequence[Clause]) -> list[str]:
    """Say, a line each, what is wrong with the proofs of clauses, before proofs.json is looked at."""
    lines = [f"{one.id} is a promise that names no test" for one in of if one.kind == "promise" and not one.proofs]
    for clause in of:
        for test in clause.proofs:
            try:
                _source(test)
            except (LookupError, ValueError) as error:
                lines.append(f"{clause.id}: {error}")
    return lines


def stale() -> bool:
    """Say whether proofs.json differs from the tests."""
    return not PROOFS.exists() or PROOFS.read_text("utf-8") != _written()


def _written() -> str:
    return json.dumps(proofs(), indent=1) + "\n"


def ours() -> list[Clause]:
    """Give the clauses of our own papers."""
    return [one for one in clauses().values() if one.document in OURS]


def _source(test: str) -> str:
    """Give a test's source by its node id, file::function."""
    path, _, name = test.partition("::")
    text, module = _module(path)
    for node in module.body:
        if isinstance(node, _Function) and node.name == name:
            if _may_be_skipped(node, module):
                raise ValueError(f"{test} may be skipped")
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            return "\n".join(text.splitlines()[first - 1 : node.end_lineno])
    raise LookupError(f"{test} is missing")


@lru_cache
def _module(path: str) -> tuple[str, ast.Module]:
    file = PROJECT / path
    if not file.is_file():
        raise LookupError(f"{path} is missing")
    text = file.read_text("utf-8")
    return text, ast.parse(text)


def _may_be_skipped(test: _Function, module: ast.Module) -> bool:
    """Say whether a test, or anything that stands beside it in its file, skips or expects a failure."""
    skips = any(_skips(node) for node in ast.walk(module))
    return skips or any(one.arg in _OPTIONAL_FIXTURES for one in test.args.args)


def _skips(node: ast.AST) -> bool:
    """Say whether this is pytest's own way to skip: pytest.skip, pytest.mark.skipif, or one of them imported."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "pytest" and any(one.name in {*_SKIPPING, "mark"} for one in node.names)
    if not isinstance(node, ast.Attribute) or node.attr not in _SKIPPING:
        return False
    return ast.unparse(node.value) in {"pytest", "pytest.mark"}


def _uncollected(tests: Iterable[str]) -> list[str]:
    """Give the tests that pytest doesn't collect."""
    wanted = sorted(set(tests))
    command = [sys.executable, "-m", "pytest", "--collect-only", "--quiet", "-p", "no:cacheprovider", *wanted]
    said = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603
    found = {line.partition("[")[0] for line in said.stdout.splitlines()}
    return [test for test in wanted if test not in found]


def main(arguments: Sequence[str]) -> int:
    """Check or write. Returns 1 where something is wrong, after one line for each fault."""
    wrong = faults(ours())
    if not wrong:
        wrong = [f"{test} is not collected" for test in _uncollected(one["test"] for one in proofs())]
    if not wrong and list(arguments) == ["write"]:
        PROOFS.write_text(_written(), "utf-8")
    elif not wrong and stale():
        wrong = [f"{PROOFS.name} differs from the tests: python -m knowledge.proofs write"]
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
