"""Sentences of the design about who may do what, each quoted, and asked of the gate where it is easily missed."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest

from core.gate import Action, Reason, Subject, Surface, may
from core.people import STRANGER, Role, Viewer
from core.videos import AssetRole, Audience, Making, Showing
from tests.gate_sentences import ACTORS, ASSET, FRIEND, HOME, NEW, OWNER, SOMEBODY, published

MODERATOR = Viewer(SOMEBODY, {HOME: Role.MODERATOR})
OPERATOR = Viewer(operator=True)
IN_CHAT = (Surface.CHAT_PRIVATE, Surface.CHAT_SHARED, Surface.FEED)
SEEN = {AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW}


def opened(viewer: Viewer, subject: Subject, surfaces: Iterable[Surface] = tuple(Surface)) -> set[AssetRole]:
    """Give the roles of bytes that somebody can open anywhere."""
    return {
        role
        for role, surface in product(AssetRole, surfaces)
        if may(viewer, Action.OPEN, replace(subject, asset=ASSET, role=role), surface).allowed
    }


def test_people_with_a_grant_and_the_public_get_outputs_posters_and_previews() -> None:
    """'People with a grant and the public get outputs, posters and previews, never inputs': so do members."""
    given = replace(NEW, granted=frozenset({FRIEND}))
    shown = replace(NEW, publication=published(audience=Audience.ANYONE))
    assert opened(Viewer(FRIEND), given) == SEEN
    assert opened(STRANGER, shown) == SEEN
    assert opened(Viewer(SOMEBODY, {HOME: Role.MEMBER}), replace(NEW, publication=published())) == SEEN


def test_a_moderator_reaches_the_shown_revision_beside_a_newer_one() -> None:
    """'A moderator reaches only their own community's ... shown ... revisions': also while an edit is drafted.

    What everybody sees must be theirs to remove, whatever became of the newer revision, and though no appeal is open.
    """
    for newest in Showing:
        edited = replace(NEW, publication=published(newest, shown=True))
        assert may(MODERATOR, Action.REMOVE, edited, Surface.DESK).allowed, newest
        assert opened(MODERATOR, edited, (Surface.DESK,)) == SEEN


@pytest.mark.parametrize("closed", [Showing.DECLINED, Showing.REMOVED])
def test_a_moderator_reaches_a_decided_revision_until_the_appeal_closes(closed: Showing) -> None:
    """'declined and removed until the appeal closes': and no longer."""
    waiting = replace(NEW, publication=published(closed, shown=False, appeal_open=True))
    over = replace(NEW, publication=published(closed, shown=False))
    assert opened(MODERATOR, waiting) == SEEN
    assert opened(MODERATOR, over) == set()


def test_a_hold_closes_the_gate_to_all_but_the_owner_and_the_cases_reviewers() -> None:
    """'setting it closes the gate to all but the owner and the case's reviewers': grants and the public lose it."""
    held = replace(
        NEW, granted=frozenset({FRIEND}), hold=True, publication=published(audience=Audience.ANYONE, reported=True)
    )
    reached = {actor for actor, viewer in ACTORS.items() if opened(viewer, held)}
    assert reached == {
        "the owner",
        "the owner, a member of the community",
        "the owner, banned from the community",
        "a moderator of it",
        "an admin of it",
        "the operator",
        "the operator, signed in",
    }
    assert opened(MODERATOR, held, (Surface.FEED, Surface.CHAT_SHARED, Surface.WEB_MEMBER, Surface.WEB_WORLD)) == set()


def test_hold_and_ban_stop_every_move_towards_visible() -> None:
    """'Hold and ban stop every move towards visible': for the owner, for moderators, for the operator."""
    held = replace(NEW, hold=True, publication=published(Showing.REMOVED, appeal_open=True, shown=False))
    for viewer, action, surface in product(ACTORS.values(), ("share", "publish", "reinstate"), Surface):
        assert not may(viewer, Action(action), held, surface).allowed
    banned = Viewer(OWNER, {HOME: Role.MEMBER}, frozenset({HOME}))
    declined = replace(NEW, publication=published(Showing.DECLINED, shown=False))
    decision = may(banned, Action.PUBLISH, declined, Surface.CHAT_PRIVATE)
    assert (decision.allowed, decision.reason) == (False, Reason.BANNED)


def test_a_ban_takes_nothing_but_its_community() -> None:
    """A ban is of one community: a grant from a friend stays, and so does all that is the owner's own."""
    banned = Viewer(FRIEND, {HOME: Role.MEMBER}, frozenset({HOME}))
    given = replace(NEW, granted=frozenset({FRIEND}), publication=published())
    assert opened(banned, given, (Surface.CHAT_PRIVATE,)) == SEEN
    assert opened(banned, given, (Surface.FEED, Surface.CHAT_SHARED)) == set()
    assert opened(replace(banned, person=OWNER), given) == set(AssetRole)


def test_an_erased_person_reaches_nothing() -> None:
    """'Ends ... when either is erased': whatever an erased person was, owner, friend, admin or operator."""
    for person, role, operator in product((OWNER, FRIEND), Role, (True, False)):
        gone = Viewer(person, {HOME: role}, operator=operator, erased=True)
        given = replace(NEW, granted=frozenset({FRIEND}), publication=published(audience=Audience.ANYONE))
        for action, surface in product(Action, Surface):
            assert not may(gone, action, given, surface).allowed


def test_a_delete_wins_over_every_other_move() -> None:
    """'a delete wins over every other move': from then on nobody does anything, the operator included."""
    erasing = replace(NEW, state=Making.ERASING, granted=frozenset({FRIEND}), publication=published())
    for viewer, action, surface in product(ACTORS.values(), Action, Surface):
        assert may(viewer, action, erasing, surface).reason is Reason.ERASING


def test_the_operator_opens_everything_at_the_machine_and_nothing_in_chat() -> None:
    """'runs the machine and could technically open it': inputs too, at the command line; 'no role exists in chat'."""
    assert opened(OPERATOR, NEW, (Surface.CLI,)) == set(AssetRole)
    assert opened(OPERATOR, NEW, IN_CHAT) == set()


def test_the_operators_desk_has_what_falls_to_them_and_nothing_more() -> None:
    """'operator with its own scope', 'the second decision falls to the operator': and not a whole community's queue."""
    theirs = replace(NEW, publication=published(Showing.APPEALED, shown=False, escalated=True))
    others = replace(NEW, publication=published(Showing.APPEALED, shown=False))
    over = replace(NEW, publication=published(Showing.DECLINED, shown=False, appeal_open=True, escalated=True))
    assert opened(OPERATOR, theirs, (Surface.DESK,)) == SEEN
    assert opened(OPERATOR, theirs, IN_CHAT) == set()
    assert opened(OPERATOR, others, (Surface.DESK,)) == opened(OPERATOR, over, (Surface.DESK,)) == set()
    for action in (Action.REMOVE, Action.REINSTATE, Action.BAN, Action.DELETE, Action.CONFIGURE):
        assert not may(OPERATOR, action, theirs, Surface.DESK).allowed


def test_in_a_shared_place_nothing_private_is_ever_shown() -> None:
    """'In a shared place nothing private is ever shown': not to its owner either, nor to whom it was given."""
    given = replace(NEW, granted=frozenset({FRIEND}))
    for viewer in ACTORS.values():
        assert opened(viewer, given, (Surface.CHAT_SHARED, Surface.FEED, Surface.WEB_WORLD, Surface.DESK)) == set()
