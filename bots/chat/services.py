"""What answering needs from the rest of the house."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bots.chat.members import Members
from bots.chat.presses import Presses
from bots.chat.talks import Talks
from bots.chat.wishes import Wishes
from core.communities import Spot
from core.erasure.erase import Shutting
from core.generation.paying import Purse
from core.generation.progress import ProgressBoard
from core.generation.sending import Papers
from core.people import CommunityId
from core.ports import Clock, Ids, Revocations, Store, Vault, WorkerPool
from core.routes import Generator, Remote
from knowledge.answers import Answer
from knowledge.clauses import Clause, clauses
from knowledge.facts import PolicyFacts
from knowledge.routes import papers_of


async def _untold(_community: CommunityId, _spot: Spot) -> None:
    """Say that no platform tells how many people can read a place."""


async def _unnamed(_community: CommunityId) -> str:
    """Say that no platform tells how a community is called."""
    return ""


async def _in_our_words(_question: str, _said: Answer, _names: Iterable[str]) -> str | None:
    """Send nothing to any language model."""
    return None


@dataclass(frozen=True)
class Services:
    """The parts that commands use; wiring joins them.

    `nearest` gives the clauses nearest to a question in a language; `commands` are the catalogue's names, in order.
    `readers` gives how many people can read a community's place, None where the platform doesn't tell; `called` gives
    how its platform calls a community now, "" where it doesn't tell; `members` asks whether somebody is in one.
    `reworded` gives an answer in a language model's words, ours where that isn't believed, None where none was asked.
    `talks` are what was answered last. `purse` pays for what leaves the house, within the operator's budgets.
    `papers` gives what has to be agreed to before a route that leaves the house; `remote` are the generators elsewhere.
    `clauses` are those that people agree to.
    """

    store: Store
    vault: Vault
    revocations: Revocations
    shutting: Shutting
    workers: WorkerPool
    generators: Mapping[str, Generator]
    progress: ProgressBoard
    clock: Clock
    ids: Ids
    presses: Presses
    wishes: Wishes
    policy: PolicyFacts
    nearest: Callable[[str, str], Iterable[str]]
    commands: tuple[str, ...]
    version: str
    readers: Callable[[CommunityId, Spot], Awaitable[int | None]] = _untold
    called: Callable[[CommunityId], Awaitable[str]] = _unnamed
    members: Members = field(default_factory=Members)
    reworded: Callable[[str, Answer, Iterable[str]], Awaitable[str | None]] = _in_our_words
    talks: Talks = field(default_factory=Talks)
    papers: Papers = papers_of
    remote: Mapping[str, Remote] = field(default_factory=dict)
    purse: Purse | None = None
    clauses: Iterable[Clause] = field(default_factory=lambda: clauses().values())

    @property
    def links(self) -> bool:
        """Whether anybody could open a one-time link: there is a public address, or this is the demo."""
        return self.policy.links or self.policy.demo

    @property
    def retention_ms(self) -> int:
        """How long a video is kept unless its owner chooses otherwise."""
        return self.policy.retention_ms

    @property
    def retention_max_ms(self) -> int:
        """How far ahead an end date may be set."""
        return self.policy.retention_max_ms
