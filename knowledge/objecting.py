"""The letter by which somebody objects to what a generator does with their video. It is written, and never sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.clauses import Clause, certainty, clauses, render
from knowledge.facts import ObjectionFacts, PolicyFacts, VideoFacts
from knowledge.quoting import Citation, cite
from knowledge.routes import routes
from knowledge.situation import LATER, Situation
from knowledge.statements import Fact, Moment, Value
from knowledge.wording import Words, plain, words_in

PROMPT_LONGEST = 500
_NAME_LONGEST = 100


@dataclass(frozen=True)
class Named:
    """What a letter calls a video by: our reference and when it was asked for (UTC milliseconds).

    `prompt` is "" unless its owner chose to put their own words into the letter.
    """

    reference: str
    asked_at_ms: int
    prompt: str = ""


@dataclass(frozen=True)
class Objection:
    """What its owner is told, and the letter to copy: "" where there is nobody to write to.

    `citations` are the clauses that the letter relies on, then those that speak against it.
    """

    told: str
    letter: str
    lang: str
    citations: tuple[Citation, ...]


def objection(
    video: VideoFacts, named: Named, *, policy: PolicyFacts, now_ms: int, lang: str = "en", time_zone: str = "UTC"
) -> Objection:
    """Write the letter to whoever made `video`, from the clauses of that way's papers, in `lang` (BCP 47).

    It names the video by number and reference, never by title, and says nothing that the operator's copy of a paper
    contradicts. Raises KeyError for a generator that isn't known.
    """
    now, words = Situation(video, routes()[video.generator], policy, now_ms), words_in(lang, time_zone)
    to = _borne_out(now.route.objection, policy)
    if to.house:
        told, letter = [f"objection-nobody-{now.route.name}", "objection-here"], ""
    elif not now.received:
        key = "objection-not-sent" if now.video.state in LATER else "objection-never-sent"
        told, letter = [key, "objection-here"], ""
    else:
        told, letter = ["objection-told", _whither(to)], "\n".join(_letter(now, to, named, words))
    values: dict[str, Value] = {"provider": now.provider, **_whom(to, policy, words), **_operator(policy)}
    lines = [words.say(key, values) for key in told]
    if letter and not to.own:
        lines.append(words.say("objection-operator", values))
    relied = tuple(filter(None, (to.named_in, *to.rests, *to.against))) if letter or to.house else ()
    cited = tuple(cite(clauses()[one], policy, words) for one in relied)
    return Objection(words.gap.join(lines), letter, words.language, cited)


def _borne_out(to: ObjectionFacts, policy: PolicyFacts) -> ObjectionFacts:
    """Leave out what the operator's copies contradict, an address too."""

    def stands(clause: str) -> bool:
        return certainty(clauses()[clause], policy)[0] != "contradicted"

    kept = replace(to, rests=tuple(filter(stands, to.rests)), against=tuple(filter(stands, to.against)))
    return kept if not to.named_in or stands(to.named_in) else replace(kept, address="", named_in="")


def _whither(to: ObjectionFacts) -> str:
    return "objection-address" if to.address else "objection-no-address"


def _whom(to: ObjectionFacts, policy: PolicyFacts, words: Words) -> dict[str, Value]:
    if not to.address:
        return {}
    paper = clauses()[to.named_in]
    document, sure = words.say(f"document-{paper.document}"), words.certainty(*certainty(paper, policy))
    return {"address": to.address, "document": document, "certainty": sure}


def _operator(policy: PolicyFacts) -> dict[str, Value]:
    contact = plain(policy.operator_contact, _NAME_LONGEST)
    return {"operator": plain(policy.operator_name, _NAME_LONGEST) or "none", "contact": contact or "none"}


def _letter(now: Situation, to: ObjectionFacts, named: Named, words: Words) -> Iterator[str]:
    received = "objection-letter-received" if now.received_for_sure else "objection-letter-maybe"
    lead = "objection-letter-own" if to.own else received
    values: dict[str, Value] = {
        "company": _company(now.route.objection),
        "provider": now.provider,
        "number": now.video.number or 0,
        "reference": named.reference,
        "when": Moment(named.asked_at_ms),
        "prompt": plain(named.prompt, PROMPT_LONGEST),
        **_operator(now.policy),
    }
    keys = ["objection-letter-to", "objection-letter-subject", "", lead, "objection-letter-video"]
    keys += ["objection-letter-words"] if values["prompt"] else []
    keys += ["", "objection-letter-ask", "objection-letter-erase", "objection-letter-stop", "objection-letter-tell"]
    yield from (words.say(key, values) if key else "" for key in keys)
    yield from _part("objection-letter-rests", _quoted(to.rests, now.policy, words), words)
    yield from ("", words.say("objection-letter-law"))
    yield from _part("objection-letter-against", _quoted(to.against, now.policy, words), words)
    yield from ("", words.say("objection-letter-close"))


def _company(to: ObjectionFacts) -> str:
    return clauses()[to.named_in or to.rests[0]].publisher


def _part(lead: str, lines: Iterable[str], words: Words) -> Iterator[str]:
    """Give lines under their lead; nothing where there are none."""
    if said := tuple(lines):
        yield from ("", words.say(lead), *said)


def _quoted(ids: Iterable[str], policy: PolicyFacts, words: Words) -> Iterator[str]:
    for clause in (clauses()[one] for one in ids):
        yield words.say("objection-letter-clause", _as_cited(clause, policy, words))


def _as_cited(clause: Clause, policy: PolicyFacts, words: Words) -> dict[str, Value]:
    return {
        "document": Fact(f"document-{clause.document}"),
        "section": clause.section if clause.numbered else "none",
        "version": words.version(clause.version),
        "certainty": words.certainty(*certainty(clause, policy)),
        "text": render(clause, policy, words),
    }
