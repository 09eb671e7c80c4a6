"""From a question in plain words to an answer: its topics, the verdict where a video is meant, words, citations."""

from dataclasses import dataclass

from knowledge.facts import AccountFacts, PolicyFacts, VideoFacts
from knowledge.verdict import Verdict


@dataclass(frozen=True)
class Citation:
    """A clause behind a sentence. `certainty` is read, reported or claimed; `clause` is document/section."""

    document: str
    section: str
    version: str
    certainty: str
    quote: str

    @property
    def clause(self) -> str:
        """The clause's id."""
        return f"{self.document}/{self.section}"


@dataclass(frozen=True)
class Answer:
    """What is said. Citation n of `citations` is [n+1] in `text`; `nearest` are offered when nothing was covered."""

    text: str
    verdict: Verdict | None
    abstained: bool
    lang: str
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...] = ()


def answer(
    question: str,
    *,
    policy: PolicyFacts,
    video: VideoFacts | None = None,
    account: AccountFacts | None = None,
    lang: str = "en",
    time_zone: str = "UTC",
) -> Answer:
    """Answer `question` in at most 900 characters.

    `time_zone` is an IANA name. Never raises for what a person typed.
    """
    raise NotImplementedError


def five_answers(video: VideoFacts, *, policy: PolicyFacts, lang: str = "en", time_zone: str = "UTC") -> Answer:
    """Say the whole verdict on `video`, as the card of /privacy does."""
    raise NotImplementedError


def account_answer(account: AccountFacts, *, policy: PolicyFacts, lang: str = "en", time_zone: str = "UTC") -> Answer:
    """Say how everything that the person has here is kept, as /privacy does without a video."""
    raise NotImplementedError
