"""Builds an answer's text: numbers its citations as they come, and keeps it short."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.clauses import Clause, certainty, clauses, render
from knowledge.facts import PolicyFacts
from knowledge.statements import Fact, Value, joining
from knowledge.wording import Words, words_in

ANSWER_LONGEST = 900


@dataclass(frozen=True)
class Citation:
    """A clause behind a sentence.

    `certainty` is read, reported, claimed or contradicted, by the operator's copy of the day `copied` where that says
    so and not our digest.
    """

    document: str
    section: str
    version: str
    certainty: str
    quote: str
    copied: str = ""

    @property
    def clause(self) -> str:
        """The clause's id: document/section."""
        return f"{self.document}/{self.section}"


def cite(clause: Clause, policy: PolicyFacts, words: Words) -> Citation:
    """Quote a clause with the figures of the running settings."""
    return _cited(clause, policy, words.language)


@lru_cache(4096)
def _cited(clause: Clause, policy: PolicyFacts, language: str) -> Citation:
    quote = render(clause, policy, words_in(language))
    sure, copied = certainty(clause, policy)
    return Citation(clause.document, clause.section, clause.version, sure, quote, copied)


def fitting(words: Words, policy: PolicyFacts, write: Callable[["Draft"], object]) -> "Draft":
    """Let `write` fill a draft, with words shortened only as far as it takes to be at most 900 characters."""
    shorter = tuple(words.ever_shorter())
    drafts: dict[int, Draft] = {}

    def fits(place: int) -> bool:
        drafts[place] = draft = Draft(shorter[place], policy)
        write(draft)
        draft.say_what_copies_decide()
        return len(draft.text) <= ANSWER_LONGEST

    last = len(shorter) - 1
    return drafts[0 if fits(0) else min(last, bisect_left(range(last + 1), True, lo=1, key=fits))]  # noqa: FBT003


@dataclass
class Draft:
    """An answer while it is written. Citation n is [n+1] in the text; `ending` stands below the lines.

    `quoted` are the clauses (ids) that have a line of their own.
    """

    words: Words
    policy: PolicyFacts
    lines: list[str] = field(default_factory=list)
    ending: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    quoted: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """What is written so far."""
        return "\n".join((*self.lines, *self.ending))

    def state(self, facts: Iterable[Fact]) -> str:
        """Put facts into sentences with their citations."""
        said = ""
        for fact in joining(facts) if self.words.joins else facts:
            gap = " " if said.endswith("]") else self.words.gap
            said += f"{gap if said else ''}{self.words.state(fact)}{self._marks(fact.clauses)}"
        return said

    def line(self, key: str, values: Mapping[str, Value] | None = None, clauses_cited: Iterable[str] = ()) -> None:
        """Add one sentence as a line."""
        self.lines.append(f"{self.words.say(key, values)}{self._marks(clauses_cited)}")

    def say_what_copies_decide(self) -> None:
        """Say below the lines which of the citations the operator's own copies contradict, and which they bear out.

        Where there is no room, only the former.
        """
        for sure in ("contradicted",) if self.words.is_shortest else ("contradicted", "read"):
            decided = [one.clause for one in self.citations if one.copied and one.certainty == sure]
            if changed := [one for one in decided if clauses()[one].certainty != sure]:
                self.ending.insert(0, self.words.say(f"checked-{sure}", {"marks": self._marks(changed).strip()}))

    def quote(self, sides: Sequence[Clause]) -> bool:
        """Add clauses that aren't quoted yet as a line each, if there is room for all; say whether there was."""
        sides = [clause for clause in sides if clause.id not in self.quoted]
        lines = [self._quoted(clause) for clause in sides]
        if len(self.text) + sum(len(line) + len("\n [99]") for line in lines) > ANSWER_LONGEST:
            return False
        self.lines += [f"{line}{self._marks([clause.id])}" for line, clause in zip(lines, sides, strict=True)]
        self.quoted.update(clause.id for clause in sides)
        return True

    def _quoted(self, clause: Clause) -> str:
        text = render(clause, self.policy, self.words)
        if clause.kind != "fact":
            return text
        values: dict[str, Value] = {
            "text": text,
            "document": self.words.say(f"document-{clause.document}"),
            "certainty": self.words.certainty(*certainty(clause, self.policy)),
            "section": clause.section if clause.numbered else "none",
        }
        return self.words.say("answer-clause", values)

    def _marks(self, ids: Iterable[str]) -> str:
        marks = "".join(f"[{self._number(one)}]" for one in ids)
        return f"{self.words.mark_gap}{marks}" if marks else ""

    def _number(self, clause_id: str) -> int:
        cited = [one.clause for one in self.citations]
        if clause_id not in cited:
            self.citations.append(cite(clauses()[clause_id], self.policy, self.words))
            cited.append(clause_id)
        return cited.index(clause_id) + 1
