"""The rules of a video's life: the table of moves, names, and how far a video can be seen."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.people import CommunityId, PersonId
from core.videos import (
    MAKING_MOVES,
    SHOWING_MOVES,
    TITLE_LONGEST,
    Audience,
    Making,
    Move,
    Publication,
    PublicationId,
    Showing,
    VideoId,
    Visibility,
    Words,
    starts_of,
    title_for_others,
    title_for_owner,
    visibility,
)

MAKING = """
asked    > queued failed cancelled erasing
queued   > making failed cancelled erasing
making   > ready failed cancelled unsure erasing
ready    > erasing
failed   > erasing
cancelled > erasing
unsure   > ready failed erasing
erasing  >
"""
SHOWING = """
draft     > proposed shown
proposed  > approved declined withdrawn
approved  > shown withdrawn
shown     > withdrawn removed expired
removed   > shown appealed
declined  > appealed draft
appealed  > shown declined removed withdrawn
withdrawn > draft
expired   > draft
"""


def drawn(picture: str) -> set[tuple[str, str]]:
    """Read the arrows of a picture."""
    rows = [line.split(">") for line in picture.strip().splitlines()]
    return {(start.strip(), end) for start, ends in rows for end in ends.split()}


def test_a_video_moves_as_the_design_draws_it() -> None:
    """Making: each arrow of the design is a row of the table, and the table has no other."""
    assert {(move.start.value, move.end.value) for move in MAKING_MOVES} == drawn(MAKING)


def test_a_publication_moves_as_the_design_draws_it() -> None:
    """Showing: each arrow of the design is a row of the table, and the table has no other."""
    assert {(move.start.value, move.end.value) for move in SHOWING_MOVES} == drawn(SHOWING)


Table = tuple[Move[Any], ...]


@pytest.mark.parametrize("table", [MAKING_MOVES, SHOWING_MOVES], ids=["making", "showing"])
def test_a_verb_ends_in_one_state_whatever_it_starts_from(table: Table) -> None:
    """A verb names one end, and is the same way towards visible or not from each of its starts."""
    for verb in {move.verb for move in table}:
        rows = starts_of(table, verb)
        assert len({(move.end, move.opens) for move in rows}) == 1
        assert len({move.start for move in rows}) == len(rows)


def test_all_that_makes_visible_is_marked_so() -> None:
    """Each move that ends in proposed, approved or shown opens, so that a hold stops it; none of the others does."""
    for move in SHOWING_MOVES:
        assert move.opens == (move.end in {Showing.PROPOSED, Showing.APPROVED, Showing.SHOWN})
    assert not any(move.opens for move in MAKING_MOVES)


def test_a_verb_that_is_in_no_row_is_an_error() -> None:
    """A verb that the table doesn't have is no move."""
    with pytest.raises(KeyError):
        starts_of(MAKING_MOVES, "publish")


def test_nothing_comes_back_from_erasing() -> None:
    """Erasing is reachable from every other state, and final."""
    assert {move.start for move in MAKING_MOVES if move.end is Making.ERASING} == set(Making) - {Making.ERASING}
    assert not any(move.start is Making.ERASING for move in MAKING_MOVES)


class Life(RuleBasedStateMachine):
    """Any order of moves that the table allows, in making and showing."""

    def __init__(self) -> None:
        """Begin as asked and unpublished."""
        super().__init__()
        self.making = Making.ASKED
        self.showing = Showing.DRAFT
        self.decided_to_show = False
        self.path = [Making.ASKED]

    @rule(data=st.data())
    def make(self, data: st.DataObject) -> None:
        """Take a row of the table of making."""
        rows = [move for move in MAKING_MOVES if move.start is self.making]
        if rows:
            self.making = data.draw(st.sampled_from(rows)).end
            self.path.append(self.making)

    @precondition(lambda self: self.making is Making.READY)
    @rule(data=st.data())
    def show(self, data: st.DataObject) -> None:
        """Take a row of the table of showing; there is one out of every state."""
        rows = [move for move in SHOWING_MOVES if move.start is self.showing]
        move = data.draw(st.sampled_from(rows))
        if move.verb in {"show", "approve", "grant_appeal", "reinstate"}:
            self.decided_to_show = True
        if move.verb in {"decline", "decline_again", "remove_again", "redraft"}:
            self.decided_to_show = False
        self.showing = move.end

    @invariant()
    def ready_was_made(self) -> None:
        """What is ready was being made before."""
        if Making.READY in self.path:
            assert Making.MAKING in self.path

    @invariant()
    def each_state_comes_once(self) -> None:
        """A life never goes round in circles."""
        assert len(set(self.path)) == len(self.path)

    @invariant()
    def shown_was_decided(self) -> None:
        """Nothing is shown that nobody decided to show."""
        assert self.showing is not Showing.SHOWN or self.decided_to_show


TestLife = Life.TestCase

FRIENDS = frozenset({PersonId(UUID(int=1))})
showings = st.lists(
    st.builds(
        Publication,
        id=st.just(PublicationId(UUID(int=2))),
        video=st.just(VideoId(UUID(int=3))),
        community=st.just(CommunityId(UUID(int=4))),
        audience=st.sampled_from(Audience),
        revision=st.just(2),
        state=st.sampled_from(Showing),
        shown_revision=st.none() | st.integers(1, 2),
    ),
    max_size=4,
)


@given(showings, st.sampled_from([frozenset(), FRIENDS]))
def test_a_video_is_as_visible_as_its_widest_showing(
    publications: list[Publication], granted: frozenset[PersonId]
) -> None:
    """Anyone before a community before chosen people before nobody; only what is shown now counts."""
    shown = [one.audience for one in publications if one.shown_revision]
    seen = visibility(granted, publications)
    assert (seen is Visibility.PUBLIC) == (Audience.ANYONE in shown)
    assert (seen is Visibility.COMMUNITY) == (Audience.COMMUNITY in shown and Audience.ANYONE not in shown)
    assert (seen is Visibility.SELECTED) == (bool(granted) and not shown)
    assert visibility(granted, publications, hold=True) is Visibility.PRIVATE


@given(st.text(max_size=300), st.text(max_size=TITLE_LONGEST))
def test_only_a_typed_title_is_for_others(prompt: str, title: str) -> None:
    """Others see the title that was typed, never words of the prompt; the owner sees at most 80 characters of those."""
    words = Words(prompt, title)
    assert title_for_others(words) == title
    assert title_for_owner(words) == (title or title_for_owner(Words(prompt)))
    assert len(title_for_owner(words)) <= TITLE_LONGEST


def test_without_a_title_the_owner_sees_the_first_six_words() -> None:
    """The prompt's first six words name a video that has no title."""
    assert title_for_owner(Words("a slow  pan over the quiet harbour at dawn")) == "a slow pan over the quiet"
    assert title_for_owner(Words()) == ""
