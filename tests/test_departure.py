"""Somebody is forgotten: at once nobody is they any more, afterwards nothing names them, and the others keep theirs."""

import pytest

from tests.departing import ANN, ANNS_OTHER, Life, Village, lived, marks_of, named_in, village_in
from tests.parts import Parts


@pytest.fixture
async def village(parts: Parts) -> Village:
    """A community, and people in it."""
    return await village_in(parts)


@pytest.fixture
async def life(village: Village) -> Life:
    """All that Ann did."""
    return await lived(village)


def hers(life: Life) -> list[str]:
    """What must be nowhere any more."""
    return marks_of([life.ann.person], [ANN, ANNS_OTHER])


async def test_afterwards_no_column_names_them(village: Village, life: Life) -> None:
    """Neither by a person's id nor by an account's: everything that she did is searched for her."""
    assert len(named_in(village.parts, hers(life))) > 20
    await village.leave(ANN)
    await village.run()
    assert named_in(village.parts, hers(life)) == [("posted", "channel")]
    assert await village.parts.store.ledger.departures() == []
