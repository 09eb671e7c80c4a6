"""Section 5 of the design said a second time, sentence by sentence, and everybody and everything to ask it about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from uuid import UUID

from core.gate import Action, Subject, Surface, may
from core.people import OPERATOR, STRANGER, CommunityId, PersonId, Role, Viewer
from core.videos import AssetId, AssetRole, Audience, Making, Publication, PublicationId, Showing, VideoId

OWNER, FRIEND, SOMEBODY = (PersonId(UUID(int=number)) for number in (1, 2, 3))
HOME, ELSEWHERE = (CommunityId(UUID(int=number)) for number in (11, 12))
VIDEO, ASSET = VideoId(UUID(int=21)), AssetId(UUID(int=22))
NEW = Subject(VIDEO, OWNER, Making.READY)

ACTORS: Mapping[str, Viewer] = {
    "the owner": Viewer(OWNER),
    "the owner, a member of the community": Viewer(OWNER, {HOME: Role.MEMBER}),
    "the owner, banned from the community": Viewer(OWNER, {HOME: Role.MEMBER}, frozenset({HOME})),
    "a person with a grant": Viewer(FRIEND),
    "a person with a grant, banned from the community": Viewer(FRIEND, {HOME: Role.MEMBER}, frozenset({HOME})),
    "an erased person with a grant": Viewer(FRIEND, {HOME: Role.MEMBER}, erased=True),
    "a member of the community": Viewer(SOMEBODY, {HOME: Role.MEMBER}),
    "a moderator of it": Viewer(SOMEBODY, {HOME: Role.MODERATOR}),
    "an admin of it": Viewer(SOMEBODY, {HOME: Role.ADMIN}),
    "a moderator elsewhere": Viewer(SOMEBODY, {ELSEWHERE: Role.MODERATOR}),
    "the operator": Viewer(operator=True),
    "the operator, signed in": Viewer(OPERATOR, operator=True),
    "somebody who came by a link": Viewer(SOMEBODY),
    "a stranger": STRANGER,
    "a banned person": Viewer(SOMEBODY, {HOME: Role.MODERATOR}, frozenset({HOME})),
    "an erased person": Viewer(OWNER, {HOME: Role.ADMIN}, operator=True, erased=True),
}


def published(
    state: Showing = Showing.SHOWN,
    audience: Audience = Audience.COMMUNITY,
    *,
    shown: bool = True,
    reported: bool = False,
    appeal_open: bool = False,
    escalated: bool = False,
) -> Publication:
    """A publication in the home community."""
    seen = 1 if shown else None
    named = PublicationId(UUID(int=31))
    return Publication(named, VIDEO, HOME, audience, 1, state, seen, reported, appeal_open, escalated)


@cache
def words_of(actions: str) -> frozenset[Action]:
    """Read names of actions."""
    return frozenset(Action(name) for name in actions.split())


THEIRS = words_of("find open download privacy share publish withdraw rename enddate delete appeal export")
DECIDING = words_of("find open claim decide remove reinstate hold ban")
LOOKING = words_of("find open privacy report")
TAKING_OUT = words_of("find open export")
BY_HAND = words_of("find open decide remove reinstate hold ban delete")
IN_THEIR_STEAD = words_of("find open claim decide hold")
TOWARDS_VISIBLE = words_of("share publish reinstate")
NEVER_OTHERS = frozenset({AssetRole.INPUT, AssetRole.EXPORT})
PRIVATE_PLACES = frozenset({Surface.CHAT_PRIVATE, Surface.WEB_MEMBER})
MEMBERS_PLACES = PRIVATE_PLACES | {Surface.CHAT_SHARED, Surface.FEED}


def the_owner_does_all_that_is_theirs_where_nobody_else_reads_along(
    viewer: Viewer, action: Action, subject: Subject, surface: Surface
) -> bool:
    """In private chat and behind their sign-in everything; an export takes out what they could open anyway."""
    if viewer.person != subject.owner:
        return False
    if surface is Surface.EXPORT:
        return action in TAKING_OUT
    return surface in PRIVATE_PLACES and action in THEIRS


def who_was_given_it_sees_the_finished_video(
    viewer: Viewer, action: Action, subject: Subject, surface: Surface
) -> bool:
    """People with a grant get outputs, posters and previews, never inputs or exports; a hold takes it from them."""
    return (
        viewer.person in subject.granted
        and surface in PRIVATE_PLACES
        and action in LOOKING | {Action.DOWNLOAD}
        and subject.state is Making.READY
        and not subject.hold
        and subject.role not in NEVER_OTHERS
    )


def all_see_what_is_shown_to_them(viewer: Viewer, action: Action, subject: Subject, surface: Surface) -> bool:
    """Members see what their community shows; the world what is shown to anyone. A held video is shown to nobody."""
    shown = subject.publication
    if shown is None or shown.shown_revision is None or subject.hold:
        return False
    if action not in LOOKING or subject.role in NEVER_OTHERS:
        return False
    member = shown.community in viewer.roles and shown.community not in viewer.banned_from
    if shown.audience is Audience.ANYONE and surface in {Surface.WEB_WORLD, Surface.WEB_MEMBER}:
        return True
    return member and surface in MEMBERS_PLACES


def moderators_reach_what_their_community_has_to_decide(
    viewer: Viewer, action: Action, subject: Subject, surface: Surface
) -> bool:
    """Only their own community's; declined and removed until the appeal closes; never inputs or exports.

    A revision that is shown is theirs to remove, whatever becomes of a newer one.
    """
    case = subject.publication
    if case is None or case.community in viewer.banned_from:
        return False
    if viewer.roles.get(case.community, Role.MEMBER) is Role.MEMBER:
        return False
    if surface not in {Surface.DESK, Surface.CHAT_PRIVATE}:
        return False
    match case.state.value:
        case "proposed" | "approved" | "shown" | "appealed":
            open_case = True
        case "declined" | "removed":
            open_case = case.appeal_open or case.reported
        case _:
            open_case = case.reported
    open_case = open_case or case.shown_revision is not None
    return open_case and action in DECIDING and subject.role not in NEVER_OTHERS


def the_operator_works_on_the_command_line(viewer: Viewer, action: Action, subject: Subject, surface: Surface) -> bool:
    """No operator exists in chat, in a feed or on the pages of a showcase."""
    del subject
    return viewer.operator and surface is Surface.CLI and action in BY_HAND


def the_second_decision_falls_to_the_operator(
    viewer: Viewer, action: Action, subject: Subject, surface: Surface
) -> bool:
    """Where fewer than two moderate, the operator decides at their desk: what waits, until that is settled.

    Never anything else of a community's, never inputs or exports.
    """
    case = subject.publication
    if case is None or not case.escalated or not viewer.operator or surface is not Surface.DESK:
        return False
    waits = case.state.value in {"proposed", "approved", "appealed"}
    return waits and action in IN_THEIR_STEAD and subject.role not in NEVER_OTHERS


def a_case_that_falls_to_the_operator_is_looked_into_at_their_desk(
    viewer: Viewer, action: Action, subject: Subject, surface: Surface
) -> bool:
    """They see what it is about, as moderators would: found and opened, never inputs or exports."""
    looked_into = viewer.operator and subject.at_issue and surface is Surface.DESK
    return looked_into and action in {Action.FIND, Action.OPEN} and subject.role not in NEVER_OTHERS


SENTENCES = (
    the_owner_does_all_that_is_theirs_where_nobody_else_reads_along,
    who_was_given_it_sees_the_finished_video,
    all_see_what_is_shown_to_them,
    moderators_reach_what_their_community_has_to_decide,
    the_operator_works_on_the_command_line,
    the_second_decision_falls_to_the_operator,
    a_case_that_falls_to_the_operator_is_looked_into_at_their_desk,
)


def said(viewer: Viewer, action: Action, subject: Subject, surface: Surface) -> bool:
    """What the sentences of the design add up to."""
    if subject.state is Making.ERASING or viewer.erased:
        return False
    if action in TOWARDS_VISIBLE:
        community = subject.publication.community if subject.publication else None
        if subject.hold or community in viewer.banned_from:
            return False
    return any(sentence(viewer, action, subject, surface) for sentence in SENTENCES)


def showings() -> Iterator[Publication]:
    """Every state of showing, with all that can stand beside it."""
    for state, audience, shown in product(Showing, Audience, (True, False)):
        yield published(state, audience, shown=shown)
    for state in Showing:
        yield published(state, shown=False, reported=True)
        yield published(state, shown=False, appeal_open=True)
        for shown in (True, False):
            yield published(state, shown=shown, escalated=True)


def situations() -> Iterator[Subject]:
    """Every state of making, and every state of showing; with a hold and without."""
    for making, hold in product(Making, (False, True)):
        yield Subject(VIDEO, OWNER, making, frozenset({FRIEND}), None, hold)
    for publication, hold in product(showings(), (False, True)):
        yield Subject(VIDEO, OWNER, Making.READY, frozenset({FRIEND}), publication, hold)
    for case, hold in product((None, published(), published(shown=False)), (False, True)):
        yield Subject(VIDEO, OWNER, Making.READY, frozenset({FRIEND}), case, hold, at_issue=True)
    for state in Showing:
        yield Subject(VIDEO, OWNER, Making.ERASING, frozenset({FRIEND}), published(state))


def differing(
    actor: str, actions: Callable[[AssetRole | None], Iterable[Action]]
) -> list[tuple[Action, Surface, Subject]]:
    """Ask the gate about an actor in every situation, and give where it answers otherwise than the sentences."""
    viewer, wrong = ACTORS[actor], []
    for subject, role in product(situations(), (None, *AssetRole)):
        asked = replace(subject, asset=ASSET if role else None, role=role)
        for action, surface in product(actions(role), Surface):
            decision = may(viewer, action, asked, surface)
            named = (decision.action, decision.video, decision.asset) == (action, VIDEO, asked.asset)
            if not named or decision.allowed is not said(viewer, action, asked, surface):
                wrong.append((action, surface, asked))
    return wrong
