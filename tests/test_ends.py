"""Everything ends: each table and each file says when, and what ends it; what stays tells nothing of anybody."""

import importlib
from collections import Counter
from fnmatch import fnmatch
from functools import reduce
from pathlib import Path

import pytest

from core.erasure.ends import FILES, TABLES, End, With
from core.erasure.holdings import PARTS
from core.storage.tables import metadata
from tests.service import Service

DECISION = Path(__file__).parents[1] / "docs" / "decisions" / "0075-end-dates-of-everything.md"
EVERY = [pytest.param(one, id=one.name) for one in (*TABLES, *FILES)]


def test_each_table_has_one_end() -> None:
    """A new table fails here until somebody decided when its rows end, and what ends them."""
    assert Counter(one.name for one in TABLES) == dict.fromkeys(metadata.tables, 1)


@pytest.mark.parametrize("end", EVERY)
def test_what_ends_it_is_there(end: End) -> None:
    """Whatever is to go names code that is there; what never goes says what it holds."""
    for name in end.by:
        module, _, inner = name.partition(":")
        assert callable(reduce(getattr, inner.split("."), importlib.import_module(module))), name
    assert end.ends
    assert bool(end.holds) == (With.NEVER in end.ends)
    assert bool(end.by) or With.NEVER in end.ends
    assert bool(end.ages) or With.DATE not in end.ends


@pytest.mark.parametrize("end", [pytest.param(one, id=one.name) for one in TABLES])
def test_an_age_is_counted_from_a_column(end: End) -> None:
    """Where a column is named, the table has it."""
    for age in end.ages:
        if " " not in age.since:
            assert age.since in metadata.tables[end.name].c
        elif ", " in age.since:
            assert age.since.partition(",")[0].split()[0] in metadata.tables[end.name].c


def test_a_table_that_stays_names_nobody() -> None:
    """It holds no id of a person or an account, and no words."""
    for end in TABLES:
        if With.NEVER in end.ends:
            part = PARTS[end.name]
            assert (*part.names, *part.accounts, *part.words) == (), end.name


@pytest.mark.parametrize("end", EVERY)
def test_the_decision_tells_of_each(end: End) -> None:
    """People read in one table what ends when."""
    assert f"| `{end.name}` |" in DECISION.read_text("utf-8")


def test_each_file_of_a_run_is_one_of_them(tmp_path: Path) -> None:
    """What the service has in its folders while it runs, and what a kill -9 leaves there, is answered for once."""
    service = Service(tmp_path / "house")
    with service:
        found = _files(service)
        service.kill()
    found |= _files(service)
    assert {"data/hushreel.db", "data/revoked.log", "keys/erasure.journal", "keys/master.key"} <= found
    for name in found:
        assert [one.name for one in FILES if fnmatch(name, one.name)], name
        assert len([one for one in FILES if fnmatch(name, one.name)]) == 1, name


def _files(service: Service) -> set[str]:
    folders = [service.folder / name for name in ("data", "keys", "tmp")]
    return {
        path.relative_to(service.folder).as_posix()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }
