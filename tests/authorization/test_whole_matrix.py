"""The gate, asked about every actor, state, role of bytes, action and surface: two million cells, one by one."""

import pytest

from core.gate import Action
from tests.gate_sentences import ACTORS, differing


@pytest.mark.parametrize("actor", ACTORS)
def test_the_gate_says_what_the_design_says_of_all(actor: str) -> None:
    """In no cell does the gate answer otherwise than the sentences of the design, for bytes of any role too."""
    assert differing(actor, lambda _: Action) == []
