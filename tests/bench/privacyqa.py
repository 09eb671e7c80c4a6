"""Half of PrivacyQA, rebuilt: questions about four apps' privacy policies, with the sentences that answer them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from knowledge.library import PassageRetriever

DATA = Path(__file__).parents[3] / "shared" / "data" / "privacyqa-dev.json"


@dataclass(frozen=True)
class Asked:
    """A question about one policy; `evidence` are the places of sentences that answer it, none where nothing does."""

    policy: str
    text: str
    evidence: frozenset[int]


@dataclass(frozen=True)
class PrivacyQA:
    """Policies as sentences, by name, and what was asked about them."""

    policies: Mapping[str, Sequence[str]]
    questions: Sequence[Asked]


def read(path: Path = DATA) -> PrivacyQA:
    """Read the questions. Raises FileNotFoundError where ../shared isn't beside the project."""
    data = json.loads(path.read_text("utf-8"))
    questions = [Asked(one["policy"], one["question"], frozenset(one["evidence"])) for one in data["questions"]]
    return PrivacyQA(data["policies"], questions)


def passages(sentences: Sequence[str]) -> tuple[Document, ...]:
    """Give sentences as passages whose id is their place."""
    return tuple(Document(text, id=str(place)) for place, text in enumerate(sentences))


def retrievers(data: PrivacyQA, embeddings: Embeddings | None) -> dict[str, PassageRetriever]:
    """Index every policy."""
    return {
        name: PassageRetriever(passages=passages(sentences), embeddings=embeddings)
        for name, sentences in data.policies.items()
    }
