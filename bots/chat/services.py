"""What answering needs from the rest of the house."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bots.chat.presses import Presses
from bots.chat.wishes import Wishes
from core.generation.progress import ProgressBoard
from core.ports import Clock, Generator, Ids, Journal, Revocations, Store, Vault, WorkerPool
from knowledge.facts import PolicyFacts


@dataclass(frozen=True)
class Services:
    """The parts that commands use; wiring joins them.

    `nearest` gives the clauses nearest to a question in a language; `commands` are the catalogue's names, in order.
    """

    store: Store
    vault: Vault
    journal: Journal
    revocations: Revocations
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
