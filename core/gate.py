"""The one gate: who may do what with which video, from where. Pure; asked again at each press and each sending.

The rules are the rows of RULES. What no row allows is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from core.people import CommunityId, PersonId, Role, Viewer
from core.videos import SHOWABLE_ROLES, AssetId, AssetRole, Audience, Making, Publication, Showing, VideoId


class Action(Enum):
    """Everything that can be asked of the gate."""

    FIND = "find"
    OPEN = "open"
    DOWNLOAD = "download"
    PRIVACY = "privacy"
    SHARE = "share"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    RENAME = "rename"
    ENDDATE = "enddate"
    DELETE = "delete"
    CLAIM = "claim"
    DECIDE = "decide"
    REMOVE = "remove"
    REINSTATE = "reinstate"
    HOLD = "hold"
    APPEAL = "appeal"
    REPORT = "report"
    BAN = "ban"
    CONFIGURE = "configure"
    EXPORT = "export"


class Surface(Enum):
    """Where the answer would appear."""

    CHAT_PRIVATE = "chat_private"
    CHAT_SHARED = "chat_shared"
    FEED = "feed"
    WEB_MEMBER = "web_member"
    WEB_WORLD = "web_world"
    DESK = "desk"
    EXPORT = "export"
    CLI = "cli"


class Actor(Enum):
    """What a viewer is to a subject. One viewer can be several at once."""

    OWNER = "owner"
    GRANTED = "granted"
    MEMBER = "member"
    MODERATOR = "moderator"
    ADMIN = "admin"
    OPERATOR = "operator"
    ANYBODY = "anybody"


@dataclass(frozen=True)
class Subject:
    """What the gate is asked about: a video, or one asset of it, in the light of at most one publication.

    `at_issue` says that an open case about it falls to the operator, `over` that its end date has passed: whoever
    sweeps may not have come to it yet.
    """

    video: VideoId
    owner: PersonId
    state: Making
    granted: frozenset[PersonId] = frozenset()
    publication: Publication | None = None
    hold: bool = False
    asset: AssetId | None = None
    role: AssetRole | None = None
    at_issue: bool = False
    over: bool = False


class Reason(Enum):
    """Why the gate answered as it did; texts map it to words."""

    ALLOWED = "allowed"
    UNRELATED = "unrelated"
    ERASING = "erasing"
    HELD = "held"
    BANNED = "banned"


@dataclass(frozen=True)
class Decision:
    """The gate's answer. Only `may` makes one (a test reads the tree for it); the vault demands it to open bytes."""

    allowed: bool
    reason: Reason
    action: Action
    video: VideoId
    asset: AssetId | None


@dataclass(frozen=True)
class Ground:
    """What the gate is asked about where it is no video: a community. One that has ended is nobody's any more."""

    community: CommunityId
    ended: bool = False


@dataclass(frozen=True)
class Leave:
    """The gate's answer about a community. Only `may_on` makes one."""

    allowed: bool
    reason: Reason
    action: Action
    community: CommunityId


@dataclass(frozen=True)
class Docket:
    """What the gate is asked about where it is a case: whose community decides it, None for the operator's own.

    One that is `late` is the operator's business too.
    """

    community: CommunityId | None
    late: bool = False


@dataclass(frozen=True)
class GroundRule:
    """These actors may do these actions with a community on these surfaces."""

    actors: frozenset[Actor]
    actions: frozenset[Action]
    surfaces: frozenset[Surface]


@dataclass(frozen=True)
class Rule:
    """These actors may do these actions on these surfaces, to assets of these roles, when the condition holds."""

    actors: frozenset[Actor]
    actions: frozenset[Action]
    surfaces: frozenset[Surface]
    when: Callable[[Subject], bool] = lambda _: True
    roles: frozenset[AssetRole] = frozenset(AssetRole)


def _shown(subject: Subject) -> bool:
    publication = subject.publication
    return publication is not None and publication.shown_revision is not None and not subject.hold


def _shown_to_the_world(subject: Subject) -> bool:
    return _shown(subject) and subject.publication is not None and subject.publication.audience is Audience.ANYONE


_IN_REVIEW = frozenset({Showing.PROPOSED, Showing.APPROVED, Showing.SHOWN, Showing.APPEALED})
_CLOSED_BUT_APPEALABLE = frozenset({Showing.DECLINED, Showing.REMOVED})


def is_in_review(publication: Publication) -> bool:
    """Say whether the moderators of its community have to do with a publication: they may open its video then."""
    return (
        publication.state in _IN_REVIEW
        or publication.shown_revision is not None
        or publication.reported
        or (publication.state in _CLOSED_BUT_APPEALABLE and publication.appeal_open)
    )


_FOR_THE_OPERATOR = frozenset({Showing.PROPOSED, Showing.APPROVED, Showing.APPEALED})
"""What fell to the operator is theirs until it is decided, and until its approval can't be taken back any more."""


def _falls_to_the_operator(subject: Subject) -> bool:
    publication = subject.publication
    return publication is not None and publication.escalated and publication.state in _FOR_THE_OPERATOR


def _in_review(subject: Subject) -> bool:
    return subject.publication is not None and is_in_review(subject.publication)


def _open_to_grants(subject: Subject) -> bool:
    return not subject.hold and subject.state is Making.READY


A = Action
S = Surface
_VISIBLE = frozenset({A.SHARE, A.PUBLISH, A.REINSTATE})
"""Actions that lead towards visible: a hold stops them, and a ban where it holds."""

_OWNERS_ACTIONS = frozenset(
    {
        A.FIND,
        A.OPEN,
        A.DOWNLOAD,
        A.PRIVACY,
        A.SHARE,
        A.PUBLISH,
        A.WITHDRAW,
        A.RENAME,
        A.ENDDATE,
        A.DELETE,
        A.APPEAL,
        A.EXPORT,
    }
)
_MODERATORS_ACTIONS = frozenset({A.FIND, A.OPEN, A.CLAIM, A.DECIDE, A.REMOVE, A.REINSTATE, A.HOLD, A.BAN})

RULES: tuple[Rule, ...] = (
    Rule(frozenset({Actor.OWNER}), _OWNERS_ACTIONS, frozenset({S.CHAT_PRIVATE, S.WEB_MEMBER})),
    Rule(frozenset({Actor.OWNER}), frozenset({A.FIND, A.OPEN, A.EXPORT}), frozenset({S.EXPORT})),
    Rule(
        frozenset({Actor.GRANTED}),
        frozenset({A.FIND, A.OPEN, A.DOWNLOAD, A.PRIVACY, A.REPORT}),
        frozenset({S.CHAT_PRIVATE, S.WEB_MEMBER}),
        _open_to_grants,
        SHOWABLE_ROLES,
    ),
    Rule(
        frozenset({Actor.MEMBER}),
        frozenset({A.FIND, A.OPEN, A.PRIVACY, A.REPORT}),
        frozenset({S.CHAT_PRIVATE, S.CHAT_SHARED, S.FEED, S.WEB_MEMBER}),
        _shown,
        SHOWABLE_ROLES,
    ),
    Rule(
        frozenset({Actor.ANYBODY}),
        frozenset({A.FIND, A.OPEN, A.PRIVACY, A.REPORT}),
        frozenset({S.WEB_WORLD, S.WEB_MEMBER}),
        _shown_to_the_world,
        SHOWABLE_ROLES,
    ),
    Rule(
        frozenset({Actor.MODERATOR}),
        _MODERATORS_ACTIONS,
        frozenset({S.DESK, S.CHAT_PRIVATE}),
        _in_review,
        SHOWABLE_ROLES,
    ),
    Rule(
        frozenset({Actor.OPERATOR}),
        frozenset({A.FIND, A.OPEN, A.DECIDE, A.REMOVE, A.REINSTATE, A.HOLD, A.BAN, A.DELETE}),
        frozenset({S.CLI}),
    ),
    Rule(
        frozenset({Actor.OPERATOR}),
        frozenset({A.FIND, A.OPEN, A.CLAIM, A.DECIDE, A.HOLD}),
        frozenset({S.DESK}),
        _falls_to_the_operator,
        SHOWABLE_ROLES,
    ),
    Rule(
        frozenset({Actor.OPERATOR}),
        frozenset({A.FIND, A.OPEN}),
        frozenset({S.DESK}),
        lambda subject: subject.at_issue,
        SHOWABLE_ROLES,
    ),
)
"""At the machine the operator opens everything, inputs too: it is what the policy says, and it is recorded. At the desk
they decide what falls to them, and reach nothing else of any community's."""

GROUND_RULES: tuple[GroundRule, ...] = (
    GroundRule(
        frozenset({Actor.MEMBER}), frozenset({A.FIND}), frozenset({S.CHAT_PRIVATE, S.CHAT_SHARED, S.WEB_MEMBER})
    ),
    GroundRule(frozenset({Actor.MODERATOR}), frozenset({A.FIND, A.DECIDE, A.BAN}), frozenset({S.DESK, S.CHAT_PRIVATE})),
    GroundRule(frozenset({Actor.ADMIN}), frozenset({A.FIND, A.CONFIGURE}), frozenset({S.DESK, S.CHAT_PRIVATE})),
    GroundRule(frozenset({Actor.OPERATOR}), frozenset({A.FIND, A.CONFIGURE}), frozenset({S.CLI})),
)
"""FIND is to know what holds for members of a community, CONFIGURE to read and to change what its admins chose.

DECIDE is to look through what waits for its moderators, and to pause publishing.
"""


def actors_of(viewer: Viewer, subject: Subject) -> frozenset[Actor]:
    """Say what a viewer is to a subject. A moderator or member of another community is only anybody."""
    actors = {Actor.ANYBODY}
    if viewer.operator:
        actors.add(Actor.OPERATOR)
    if viewer.person is not None and viewer.person == subject.owner:
        actors.add(Actor.OWNER)
    if viewer.person in subject.granted:
        actors.add(Actor.GRANTED)
    if subject.publication is not None:
        actors |= _roles_in(viewer, subject.publication.community)
    return frozenset(actors)


def _roles_in(viewer: Viewer, community: CommunityId) -> set[Actor]:
    if community not in viewer.roles or community in viewer.banned_from:
        return set()
    match viewer.roles[community]:
        case Role.ADMIN:
            return {Actor.MEMBER, Actor.MODERATOR, Actor.ADMIN}
        case Role.MODERATOR:
            return {Actor.MEMBER, Actor.MODERATOR}
        case Role.MEMBER:
            return {Actor.MEMBER}


def may(viewer: Viewer, action: Action, subject: Subject, surface: Surface) -> Decision:
    """Decide whether `viewer` may do `action` to `subject` when the answer appears on `surface`."""

    def decided(*, allowed: bool, reason: Reason) -> Decision:
        return Decision(allowed, reason, action, subject.video, subject.asset)

    if subject.state is Making.ERASING or subject.over:
        return decided(allowed=False, reason=Reason.ERASING)
    if viewer.erased:
        return decided(allowed=False, reason=Reason.UNRELATED)
    if action in _VISIBLE and subject.hold:
        return decided(allowed=False, reason=Reason.HELD)
    community = subject.publication.community if subject.publication else None
    if action in _VISIBLE and community in viewer.banned_from:
        return decided(allowed=False, reason=Reason.BANNED)
    actors = actors_of(viewer, subject)
    allowed = any(
        actors & rule.actors
        and action in rule.actions
        and surface in rule.surfaces
        and (subject.role is None or subject.role in rule.roles)
        and rule.when(subject)
        for rule in RULES
    )
    return decided(allowed=allowed, reason=Reason.ALLOWED if allowed else Reason.UNRELATED)


def may_on(viewer: Viewer, action: Action, ground: Ground, surface: Surface) -> Leave:
    """Decide whether `viewer` may do `action` with a community when the answer appears on `surface`."""
    actors = _roles_in(viewer, ground.community) | ({Actor.OPERATOR} if viewer.operator else set())
    allowed = (
        not ground.ended
        and not viewer.erased
        and any(actors & rule.actors and action in rule.actions and surface in rule.surfaces for rule in GROUND_RULES)
    )
    return Leave(allowed, Reason.ALLOWED if allowed else Reason.UNRELATED, action, ground.community)


def may_judge(viewer: Viewer, docket: Docket, surface: Surface) -> bool:
    """Decide whether `viewer` may look through a case and decide it when the answer appears on `surface`."""
    if viewer.erased:
        return False
    if viewer.operator and (docket.community is None or docket.late) and surface in {S.CLI, S.DESK}:
        return True
    if docket.community is None:
        return False
    return may_on(viewer, A.DECIDE, Ground(docket.community), surface).allowed
