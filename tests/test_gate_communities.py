"""The gate about communities: asked for every actor, action and surface, and compared with the design's sentences."""

from itertools import product

import pytest

from core.gate import Action, Ground, Reason, Surface, may, may_on
from core.people import Role, Viewer
from tests.gate_sentences import ACTORS, ELSEWHERE, HOME, SOMEBODY, situations

GROUND = Ground(HOME)


def said(viewer: Viewer, action: Action, surface: Surface) -> bool:
    """Members know what holds for them; moderators look through what waits, and pause; admins choose; the operator too.

    Moderators and admins do so alone in chat or at the desk, the operator on the command line.
    """
    if viewer.erased:
        return False
    if viewer.operator and surface is Surface.CLI:
        return action in {Action.FIND, Action.CONFIGURE}
    if HOME in viewer.banned_from or HOME not in viewer.roles:
        return False
    if viewer.roles[HOME] is not Role.MEMBER and surface in {Surface.CHAT_PRIVATE, Surface.DESK}:
        admins = {Action.CONFIGURE} if viewer.roles[HOME] is Role.ADMIN else set()
        return action in {Action.FIND, Action.DECIDE, Action.BAN} | admins
    return action is Action.FIND and surface in {Surface.CHAT_PRIVATE, Surface.CHAT_SHARED, Surface.WEB_MEMBER}


@pytest.mark.parametrize("actor", ACTORS)
def test_only_its_admins_choose_for_a_community(actor: str) -> None:
    """For every actor, action and surface the gate answers as the sentence does, about this community and no other."""
    viewer = ACTORS[actor]
    for action, surface in product(Action, Surface):
        leave = may_on(viewer, action, GROUND, surface)
        assert leave.allowed == said(viewer, action, surface), (action, surface)
        assert (leave.reason is Reason.ALLOWED) == leave.allowed
        assert (leave.action, leave.community) == (action, HOME)
        ended = may_on(viewer, action, Ground(HOME, ended=True), surface)
        assert not ended.allowed


def test_a_role_in_one_community_is_nothing_in_another() -> None:
    """An admin elsewhere may not even know what holds here."""
    admin = Viewer(SOMEBODY, {ELSEWHERE: Role.ADMIN})
    for action, surface in product(Action, Surface):
        assert not may_on(admin, action, GROUND, surface).allowed


def test_configuring_is_asked_about_communities_alone() -> None:
    """Nobody configures a video, whatever they are to it."""
    for viewer, subject, surface in product(ACTORS.values(), situations(), Surface):
        assert not may(viewer, Action.CONFIGURE, subject, surface).allowed
