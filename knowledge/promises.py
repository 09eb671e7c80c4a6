"""Whether our own papers are true of a set of settings, asked at each start. knowledge.proofs looks at the tests."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.clauses import OURS, Clause, applies, clauses, render
from knowledge.facts import PolicyFacts
from knowledge.wording import words_in

PROOFS = Path(__file__).parent / "policies" / "proofs.json"


class ClauseBroken(Exception):
    """A clause of ours would not be true.

    `reason` says why: proof_missing, operator_missing, contact_missing, route_receives, limit_below_retention.
    `sentence` is the clause as it would be shown; `setting` is what to mend, "" where that is no setting.
    """

    def __init__(self, clause: str, reason: str, sentence: str, setting: str = "") -> None:
        """Name the clause and what speaks against it."""
        super().__init__(f"{clause}: {reason}")
        self.clause = clause
        self.reason = reason
        self.sentence = sentence
        self.setting = setting


def check(policy: PolicyFacts) -> None:
    """Raise ClauseBroken for the first clause of ours that isn't true of these settings, or that nothing proves."""
    ours = [one for one in clauses().values() if one.document in OURS and applies(one, policy)]
    for clause in ours:
        if clause.kind == "promise" and not (clause.proofs and set(clause.proofs) <= set(_proved().get(clause.id, ()))):
            raise _broken(clause, policy, "proof_missing")
    for clause_id, reason, setting in _contradictions(policy):
        raise _broken(clauses()[clause_id], policy, reason, setting)


def _contradictions(policy: PolicyFacts) -> Iterator[tuple[str, str, str]]:
    """Give the clauses that settings contradict: clause, why, and the setting to mend."""
    if not policy.demo:
        if not policy.operator_name.strip():
            yield "hushreel-privacy/1.1", "operator_missing", "HUSHREEL_OPERATOR_NAME"
        if not policy.operator_contact.strip():
            yield "hushreel-privacy/1.1", "contact_missing", "HUSHREEL_OPERATOR_CONTACT"
    if not all(_told(name) for name in policy.routes):
        yield "hushreel-privacy/3.1", "route_receives", "HUSHREEL_GENERATORS"
    if policy.retention_max_ms < policy.retention_ms:
        yield "hushreel-privacy/5.2", "limit_below_retention", "HUSHREEL_RETENTION_MAX"


def _told(route: str) -> bool:
    """Say whether a clause of ours says of a route what becomes of what it gets."""
    return any(one.document in OURS and f"route:{route}" in one.when.split() for one in clauses().values())


def _broken(clause: Clause, policy: PolicyFacts, reason: str, setting: str = "") -> ClauseBroken:
    return ClauseBroken(clause.id, reason, render(clause, policy, words_in("en")), setting)


@lru_cache
def _proved() -> Mapping[str, tuple[str, ...]]:
    """Load the tests that proved each clause when proofs.json was written."""
    found: dict[str, tuple[str, ...]] = {}
    for row in json.loads(PROOFS.read_text("utf-8")):
        found[row["clause"]] = (*found.get(row["clause"], ()), row["test"])
    return found
