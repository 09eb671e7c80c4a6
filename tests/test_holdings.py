"""Everything that holds personal data says how it goes: tables, columns, kinds of blobs, generators."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bots.settings import load
from bots.texts.operator import sentence
from bots.wiring.house import open_house
from core.departures import Part, Then
from core.erasure.holdings import HOLDINGS, PARTS, HoldingMissing, check_holdings
from core.storage.tables import metadata, people
from core.videos import AssetRole

TELLING = (sa.Uuid, sa.String, sa.LargeBinary)
"""Types of columns that can hold an id or words."""


def telling(table: sa.Table) -> set[str]:
    """Name the columns of a table that can hold an id or words."""
    return {column.name for column in table.c if column.foreign_keys or isinstance(column.type, TELLING)}


def test_each_table_is_answered_for_once() -> None:
    """No table is left out, none stands in two holdings, and none that isn't there any more stands in one."""
    counted = Counter(part.table for one in HOLDINGS for part in one.parts)
    assert counted == dict.fromkeys(metadata.tables, 1)


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_each_column_that_can_tell_something_is_one_of_four(name: str) -> None:
    """It names people, or accounts, or holds words, or neither: somebody decided that, and once."""
    part = PARTS[name]
    missing = telling(metadata.tables[name]) - set(part.columns)
    assert not missing, (
        f"{name}.{', '.join(sorted(missing))}: does it name somebody, or hold words? Say so in its part of "
        "core/erasure/holdings.py: names, accounts, words or plain."
    )
    assert Counter(part.columns) == dict.fromkeys(telling(metadata.tables[name]), 1)
    assert set(part.emptied) <= set(metadata.tables[name].c.keys())


def test_what_refers_to_people_names_people() -> None:
    """Nobody calls a column plain that points at a person."""
    pointing = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.c
        if any(key.column is people.c.id for key in column.foreign_keys)
    }
    assert pointing <= {(part.table, name) for part in PARTS.values() for name in part.names}


def test_a_name_can_be_taken_out_where_its_row_stays() -> None:
    """Such a column may be empty, and so may what goes with it."""
    for part in PARTS.values():
        names = [name for name, then in part.names.items() if then is Then.NAME]
        for name in (*names, *(part.emptied if names else ())):
            assert metadata.tables[part.table].c[name].nullable, (part.table, name)


def test_kinds_of_blobs_and_generators_are_answered_for() -> None:
    """Each kind of blob in one holding, and each generator that is set up."""
    assert Counter(role for one in HOLDINGS for role in one.roles) == {role.value: 1 for role in AssetRole}
    assert {route for one in HOLDINGS for route in one.routes} == {"motion", "kling", "comfyui"}
    assert len({one.name for one in HOLDINGS}) == len(HOLDINGS)


@pytest.mark.parametrize(("kind", "name"), [("table", "diaries"), ("generator", "fal")], ids=["a table", "a generator"])
def test_one_that_is_missing_is_told_in_a_sentence(kind: str, name: str) -> None:
    """Whoever starts it reads which it is, and where it belongs."""
    with pytest.raises(HoldingMissing) as refused:
        check_holdings([name] if kind == "table" else [], [name] if kind == "generator" else [])
    assert f"{kind} {name}" in sentence(refused.value)
    assert "core/erasure/holdings.py" in sentence(refused.value)


def test_a_kind_of_blob_without_a_holding_is_missing() -> None:
    """Somebody added a role and nothing else."""
    without = [replace(one, roles=()) for one in HOLDINGS]
    with pytest.raises(HoldingMissing, match=r"holding_missing.*'blob'"):
        check_holdings([], [], without)


async def test_the_start_refuses_before_it_touches_anything(tmp_path: Path) -> None:
    """A table that nothing answers for: no folder was made, no key, no database."""
    places = {"DATA_DIR": "data", "KEY_FILE": "keys/master.key", "ERASURE_JOURNAL": "keys/erasure.journal"}
    settings = load({f"HUSHREEL_{name}": str(tmp_path / place) for name, place in places.items()}, tmp_path)
    with pytest.raises(HoldingMissing):
        async with open_house(settings, lambda: None, HOLDINGS[1:]):
            pass
    assert not settings.data_dir.exists()
    assert not settings.key_file.exists()


def test_a_part_that_says_nothing_answers_for_nothing() -> None:
    """An empty part covers no column."""
    assert Part("diaries").columns == ()
