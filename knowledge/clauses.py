"""Clauses: one numbered promise, term or fact each, loaded from data and rendered with the running settings."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge.digesting import CERTAINTIES, digested
from knowledge.facts import PolicyFacts
from knowledge.platforms import names_of
from knowledge.statements import Duration, Names, Value
from knowledge.wording import Words, plain, words_in

OURS = ("hushreel-privacy", "hushreel-terms")
KINDS = ("promise", "limit", "term")
_HERE = Path(__file__).parent
_NUMBER = re.compile(r"\d+(?:\.\w+)*(?:\(\w+\))*")
_OPERATOR_LONGEST = 40
_CONTACT_LONGEST = 100


@dataclass(frozen=True)
class Clause:
    """One numbered piece of a paper.

    `kind` is fact for other people's papers; ours are promise (code keeps it, `proofs` show it), limit or term.
    `quotes` are words that its section has, where they are known, `absent` words that its whole paper hasn't.
    `when` names the settings that a clause depends on: "demo", "route:NAME", "platform:NAME", "platforms" for any of
    them, "links", "server", "bucket", "model", or "" for always. `since` is the version of our paper from which it says
    what it says, `before` are those from which it said something else, `weaker` those in which it promised people less
    than the version before. `text` is "" for ours: their words are in
    knowledge/words. `read_on` is the day by which somebody read or noted a fact of others' papers (ISO 8601).
    """

    document: str
    section: str
    version: str
    date: str
    certainty: str
    topics: tuple[str, ...]
    kind: str = "fact"
    text: str = ""
    source: str = ""
    publisher: str = ""
    read_on: str = ""
    conflicts_with: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    when: str = ""
    since: int = 1
    before: tuple[int, ...] = ()
    weaker: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """Document and section."""
        return f"{self.document}/{self.section}"

    @property
    def numbered(self) -> bool:
        """Whether its section is a number of the paper, and not a name that we gave."""
        return _NUMBER.fullmatch(self.section) is not None

    @property
    def message(self) -> str:
        """The key of its words, for our own clauses."""
        return self._message(self.since)

    @property
    def messages(self) -> tuple[str, ...]:
        """The keys of its words in every version, the newest first."""
        return tuple(self._message(version) for version in (self.since, *reversed(self.before)))

    def in_version(self, version: int) -> "Clause | None":
        """Give what it was in an earlier version of our paper; None where it wasn't there yet."""
        since = next((one for one in (self.since, *reversed(self.before)) if one <= version), None)
        return None if since is None else replace(self, since=since, version=str(version), before=(), proofs=())

    def _message(self, version: int) -> str:
        return f"{self.document}-{self.section.replace('.', '-')}-v{version}"


@dataclass(frozen=True)
class RenderedClause:
    """A clause as people read it. `paper` is its document's title, `title` its own ("" for others' papers).

    `source` says where others' papers were read, `read_on` by which day (ISO 8601, "" for ours), `copied` of which day
    the operator's copy is that decided `certainty`, "" for none; `proofs` are the tests that hold ours, by node id.
    """

    document: str
    section: str
    version: str
    date: str
    certainty: str
    source: str
    read_on: str
    proofs: tuple[str, ...]
    paper: str
    title: str
    text: str
    copied: str = ""

    @property
    def id(self) -> str:
        """Document and section."""
        return f"{self.document}/{self.section}"


def certainty(clause: Clause, policy: PolicyFacts) -> tuple[str, str]:
    """Say how sure a clause is: one of CERTAINTIES, or contradicted; and the day of the copy that decided it, or ""."""
    for one in policy.checked:
        if one.clause == clause.id:
            return one.certainty, one.copied
    return clause.certainty, ""


def applies(clause: Clause, policy: PolicyFacts) -> bool:
    """Say whether a clause holds under these settings. Raises ValueError for a condition that nobody knows."""
    return all(_holds(one, policy) for one in clause.when.split())


def _holds(condition: str, policy: PolicyFacts) -> bool:
    switches = {
        "demo": policy.demo,
        "links": policy.links,
        "server": policy.server,
        "bucket": bool(policy.storage),
        "platforms": bool(policy.platforms),
        "model": bool(policy.model),
    }
    if condition in switches:
        return switches[condition]
    kind, _, name = condition.partition(":")
    match kind:
        case "route":
            return name in policy.routes
        case "platform":
            return name in policy.platforms
    raise ValueError(condition)


def render(clause: Clause, policy: PolicyFacts, words: Words) -> str:
    """Write a clause's text with the figures of the running settings."""
    if clause.text:
        return words.fact(clause.id, clause.text)
    return words.say(clause.message, _figures(policy))


def render_paper(
    document: str, policy: PolicyFacts, lang: str = "en", version: int | None = None
) -> tuple[RenderedClause, ...]:
    """Render a paper: ours as it applies to these settings, others' as the facts that we hold of them.

    `version` asks for an earlier version of ours, with today's figures. Raises KeyError for a document that there are
    no clauses of, and for a version that there never was.
    """
    if document not in documents():
        raise KeyError(document)
    words = words_in(lang)
    kept = ("document", "section", "version", "date", "read_on", "proofs")
    return tuple(
        RenderedClause(
            **{name: getattr(one, name) for name in kept},
            certainty=sure[0],
            copied=sure[1],
            source=words.source(one.source),
            paper=words.say(f"document-{document}"),
            title="" if one.text else words.say(f"{one.message}.title"),
            text=render(one, policy, words),
        )
        for one in _as_of(document, version)
        if applies(one, policy)
        for sure in [certainty(one, policy)]
    )


def _as_of(document: str, version: int | None) -> Iterator[Clause]:
    date = "" if version is None else versions(document)[version]
    for one in clauses().values():
        was = one if version is None else one.in_version(version)
        if one.document == document and was is not None:
            yield replace(was, date=date) if date else was


@lru_cache
def versions(document: str) -> Mapping[int, str]:
    """Give the versions of a paper of ours, the oldest first, with their dates; none for others' papers."""
    if document not in OURS:
        return {}
    data = _read(_HERE / "policies" / f"{document}.toml")
    return {row["number"]: row["date"].isoformat() for row in data["versions"]}


@lru_cache
def clauses() -> Mapping[str, Clause]:
    """Load every clause of every paper, ours first, by id. Raises ValueError for data that contradict themselves.

    A digest with a fact that lacks source, date or certainty raises DigestRefused.
    """
    found: dict[str, Clause] = {}
    for clause in (*_ours(), *map(_clause, digested(_HERE / "digests"))):
        if clause.id in found:
            raise ValueError(f"{clause.id} stands twice")
        found[clause.id] = clause
    for clause in found.values():
        missing = [other for other in clause.conflicts_with if clause.id not in found[other].conflicts_with]
        if missing:
            raise ValueError(f"{clause.id} contradicts {missing}, which don't know of it")
    return MappingProxyType(found)


def documents() -> tuple[str, ...]:
    """Name every paper that there are clauses of, ours first."""
    return tuple(dict.fromkeys(one.document for one in clauses().values()))


def _ours() -> Iterator[Clause]:
    for document in OURS:
        data = _read(_HERE / "policies" / f"{document}.toml")
        newest = data["versions"][-1]
        for row in data["clauses"]:
            dated = {"version": str(newest["number"]), "date": newest["date"].isoformat()}
            yield _clause({**row, **dated, "document": document, "certainty": "read"})


def _clause(row: Mapping[str, Any]) -> Clause:
    lists = {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    clause = Clause(**{**row, **lists})
    if clause.certainty not in CERTAINTIES or clause.kind not in (*KINDS, "fact"):
        raise ValueError(f"{clause.id}: {clause.certainty}, {clause.kind}")
    if not set(clause.weaker) <= {clause.since, *clause.before[1:]}:
        raise ValueError(f"{clause.id} is weaker in {clause.weaker}, where it says nothing else than before")
    return clause


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _figures(policy: PolicyFacts) -> dict[str, Value]:
    return {
        "operator": plain(policy.operator_name, _OPERATOR_LONGEST) or "none",
        "contact": plain(policy.operator_contact, _CONTACT_LONGEST) or "none",
        "platforms": Names(names_of(policy.platforms)) if policy.platforms else "none",
        "telegram": "yes" if "telegram" in policy.platforms else "none",
        "server": "yes" if policy.server else "none",
        "storage": plain(policy.storage, _CONTACT_LONGEST) or "none",
        "model": plain(policy.model, _CONTACT_LONGEST) or "none",
        "kling": "yes" if "kling" in policy.routes else "none",
        "comfyui": plain(policy.comfyui_host, _CONTACT_LONGEST) or "none",
        "clears": "yes" if policy.comfyui_clears else "none",
        "retention": Duration(policy.retention_ms),
        "retention-max": Duration(policy.retention_max_ms),
    }
