"""Reports and cases: somebody says that a video does harm, and whoever answers for the place decides in time.

Times are UTC milliseconds. Several reports of one video in one community are one case. A case names its community, or
none: then it is the operator's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NewType, Protocol
from uuid import UUID

from core.gate import Docket, Surface
from core.people import CommunityId, PersonId, Platform, Viewer
from core.videos import PublicationId, VideoId

CaseId = NewType("CaseId", UUID)

CASE = "case"
"""The kind of an outbox row about a case: to a person, what became of what they reported, or that a shared video of
theirs is on hold (its subject is the video then); to a community's platform without a person, that the case about a
publication waits (its subject).
"""

WORDS_LONGEST = 500
REPORTS_A_DAY = 5
DAY_MS = 86_400_000
DUE_AFTER_MS = 48 * 3_600_000
"""How long after its first report a case is decided at the latest."""

ALARMS_AFTER_MS = (24 * 3_600_000, 36 * 3_600_000, 44 * 3_600_000)
"""When a case that waits is called to mind again, each once."""

OPERATOR_AFTER_MS = 36 * 3_600_000
"""When a community's case becomes the operator's business too."""

WRONG_WITHIN_MS = 90 * 86_400_000
WRONG_TWICE = 2
"""Whose reports were dismissed so often, and never upheld, within that time: theirs hold nothing any more."""

KEPT_FOR_MS = 90 * 86_400_000
"""How long a case that is closed is kept."""


class Complaint(Enum):
    """What somebody says is wrong."""

    INTIMATE = "intimate"
    LIKENESS = "likeness"
    MINOR = "minor"
    HARM = "harm"
    RIGHTS = "rights"
    SPAM = "spam"
    OTHER = "other"


HOLDS = frozenset({Complaint.INTIMATE, Complaint.LIKENESS, Complaint.MINOR})
"""What closes a video at once, and keeps it closed when a case is upheld."""


class CaseState(Enum):
    """How a case stands. GONE: its video was erased, and nothing is left to decide."""

    OPEN = "open"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    GONE = "gone"


DECIDED_CASES = frozenset({CaseState.UPHELD, CaseState.DISMISSED})


@dataclass(frozen=True)
class Meant:
    """What a report is about: something that a community shows, a video, or neither where only words name it."""

    video: VideoId | None = None
    publication: PublicationId | None = None


@dataclass(frozen=True)
class Said:
    """What somebody says is wrong, and in own words."""

    complaint: Complaint
    words: str = ""


@dataclass(frozen=True)
class Reporter:
    """Who reports: an account of a person, or somebody at an address, whom a secret link tells what comes of it.

    An address is kept as a keyed token, and for a day.
    """

    person: PersonId | None = None
    platform: Platform = Platform.DEMO
    address: str = ""
    secret: str = ""


@dataclass(frozen=True)
class Received:
    """What came of a report. `again` says that this reporter had said it before; `holds` that the video is closed."""

    case: CaseId
    due_at_ms: int
    holds: bool
    again: bool = False


@dataclass(frozen=True)
class Report:
    """One report as whoever decides reads it: never who it is from. `at_ms` is when it came."""

    complaint: Complaint
    words: str
    at_ms: int


@dataclass(frozen=True)
class Case:
    """A case as whoever decides it reads it. `holds` says that it keeps its video closed; `why` is a code.

    `removed` is the revision that upholding it took down. `decided_by` is for rules, and shown to nobody.
    """

    id: CaseId
    community: CommunityId | None
    video: VideoId | None
    publication: PublicationId | None
    state: CaseState
    opened_at_ms: int
    due_at_ms: int
    holds: bool
    reports: Sequence[Report] = ()
    why: str = ""
    closed_at_ms: int | None = None
    removed: int | None = None
    decided_by: PersonId | None = None

    def docket(self, now_ms: int) -> Docket:
        """Give what the gate is asked about."""
        return Docket(self.community, late=now_ms >= self.opened_at_ms + OPERATOR_AFTER_MS)


@dataclass(frozen=True)
class Outcome:
    """What a reporter is told: how it stands, and times. Nothing of the video, of its owner, or of who decided."""

    case: CaseId
    state: CaseState
    reported_at_ms: int
    due_at_ms: int
    closed_at_ms: int | None = None


@dataclass(frozen=True)
class Alarm:
    """A case that has waited long enough to be called to mind. `rung` is how many alarms that makes."""

    case: CaseId
    community: CommunityId | None
    rung: int
    operators: bool


@dataclass(frozen=True)
class Filing:
    """Where an open case is filed: whose it is to decide, None for the operator. It was called to mind `rung` times."""

    case: CaseId
    community: CommunityId | None
    due_at_ms: int
    rung: int


class ReadsCases(Protocol):
    """What the reading door gives of cases."""

    async def case(self, viewer: Viewer, case: CaseId, surface: Surface) -> Case | None:
        """Give a case to whom it falls to; None for a miss and for everybody else alike."""

    async def cases(
        self, viewer: Viewer, community: CommunityId | None, surface: Surface, *, limit: int = 10
    ) -> Sequence[Case]:
        """Give a community's open cases, what is due first coming first, to its moderators.

        Without a community: all that falls to the operator, for the operator.
        """

    async def decided_cases(
        self, viewer: Viewer, community: CommunityId | None, surface: Surface, *, limit: int = 20
    ) -> Sequence[Case]:
        """Give what was decided last, the newest first, to whom it falls to."""

    async def waiting_cases(self, viewer: Viewer, community: CommunityId | None, surface: Surface) -> int:
        """Count open cases as `cases` gives them; 0 for whom they are no business."""

    async def cases_about(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> Sequence[Case]:
        """Give the cases about a publication to whom they fall to, the newest first: one at most is open."""

    async def outcome(self, viewer: Viewer, case: CaseId) -> Outcome | None:
        """Say how a case stands to a person who reported it; None for everybody else."""

    async def outcome_for(self, secret: str) -> Outcome | None:
        """Say how a case stands to whoever has the secret that its reporter was given; None for a miss."""


class WritesCases(ReadsCases, Protocol):
    """What the writing door keeps of cases. Each change has its event and its outbox rows."""

    async def reports_since(self, reporter: Reporter, since_ms: int) -> int:
        """Count what somebody reported since a time."""

    async def is_often_wrong(self, reporter: Reporter) -> bool:
        """Say whether somebody's reports were dismissed twice or more lately, and never upheld."""

    async def report(self, meant: Meant, said: Said, reporter: Reporter, *, holds: bool) -> Received:
        """Keep a report, in the open case about the same thing or in a new one; the same reporter's again isn't kept.

        Raises LostRace("video_moved_on", state) for what is being erased.
        """

    async def decide_case(
        self, case: CaseId, state: CaseState, why: str, *, actor: PersonId | None, removed: int | None = None
    ) -> None:
        """Uphold or dismiss an open case, lift the hold that nothing keeps any more, and tell its reporters.

        Raises LostRace("case_moved_on", state).
        """

    async def reopen_case(self, case: CaseId, *, actor: PersonId | None) -> None:
        """Take a decision back; what was closed at once is closed again. Raises LostRace("case_moved_on", state)."""

    async def lift_case(self, case: CaseId, *, actor: PersonId | None) -> None:
        """Let an upheld case keep its video closed no longer. Raises LostRace("case_moved_on", state)."""

    async def ring(self, alarm: Alarm) -> bool:
        """Note that a case was called to mind, and tell whom it falls to; says whether it wasn't yet."""

    async def shown_number(self, publication: PublicationId) -> int | None:
        """Give the revision that is shown, to take it down; for no reply. Raises LostRace for a miss."""

    async def mark_held(self, publication: PublicationId, *, on: bool) -> None:
        """Let moderators of a community reach what they hold there, in whatever state, until it is lifted."""

    async def drop_old_cases(self) -> int:
        """Forget what was closed long ago, and the tokens of addresses after a day; gives how many rows changed."""


class KnowsCases(Protocol):
    """What sweeps read of cases without a viewer."""

    async def alarms_due(self, now_ms: int, limit: int) -> Sequence[Alarm]:
        """Name open cases that are to be called to mind now."""

    async def filed_about(self, publication: PublicationId) -> Filing | None:
        """Say where the open case about a publication is filed; None where there is none."""

    async def old_cases(self, now_ms: int) -> bool:
        """Say whether anything of cases is to be forgotten."""
