"""Writes the answer to what was heard: of a video, of our papers, of other people's, of a place in one of them."""

from dataclasses import dataclass

from knowledge import papers
from knowledge.account import state_account
from knowledge.before import Before
from knowledge.clauses import OURS, Clause, applies, clauses
from knowledge.facts import AccountFacts, PolicyFacts, Training, VideoFacts
from knowledge.platforms import platforms
from knowledge.quoting import Draft
from knowledge.routes import routes
from knowledge.sections import Sections
from knowledge.statements import Fact
from knowledge.topics import Heard
from knowledge.training import training
from knowledge.verdict import Verdict

_ABOUT_A_VIDEO = {
    "see": "who-sees",
    "shared-with": "who-sees",
    "moderator": "who-sees",
    "use": "who-uses",
    "train": "who-uses",
    "ads": "who-uses",
    "third-party": "who-uses",
    "generator": "who-uses",
    "received": "who-uses",
    "copies": "copies",
    "until": "until",
    "undo": "undone",
    "watched": "undone",
    "chat": "copies",
}
_OF_THE_VIDEO_ITSELF = frozenset({"private", "received", "until", "copies", "undo"})
"""Asked of the generator that made a video, they are asked of the video, and not of that generator's papers."""

_WATCHING = frozenset({"moderator", "operator", "break-glass"})
"""People whose seeing is asked for by itself: "can moderators see my private video?" isn't "is it private?"."""

_GOES_ON = frozenset({"see", "share", "undo"})
"""What a link may do that somebody passes on."""

_OURS_ALONE = frozenset({"connect", "close-account"})
"""What only we do, whichever platform is named with it."""

_ABOUT_A_FILE_IN_A_CHAT = ("copies", "until", "undone")
_SUMMARIES = {"private": "private", "compare": "private", "use": "uses"}
_ASIDES = frozenset({"inputs", "compare", "link", "account"})
_QUESTIONS_FOR_ALL_FIVE = 3
_QUOTED_BESIDE = 2
_OTHERS = "hushreel-privacy/2.3"
_MODERATORS = "hushreel-privacy/2.4"
_LINKS = "hushreel-privacy/2.7"
_WAYS = ("kling", "kling-app")
_MOTION = "hushreel-privacy/3.2"
_MARKS = "hushreel-privacy/3.5"


@dataclass(frozen=True)
class Asked:
    """A question as it was heard, with the facts that it is answered from.

    `found` is the verdict on `video`, `chats` are the platforms that are meant, `why` is what the last answer stood on
    where no more is asked than why.
    """

    heard: Heard
    video: VideoFacts | None
    account: AccountFacts | None
    policy: PolicyFacts
    found: Verdict | None
    chats: tuple[str, ...]
    sections: Sections
    why: Before | None = None


def say(draft: Draft, asked: Asked, *, foreign: bool) -> None:
    """Write the answer. What the texts don't cover leaves the draft without citations."""
    if foreign:
        draft.ending.append(draft.words.say("other-language"))
    draft.lines += [draft.state([fact]) for fact in asked.sections.denied]
    if asked.heard.others:
        draft.line("others")
        draft.quote([clauses()[_OTHERS]])
    elif asked.why:
        _say_why(draft, asked, asked.why)
    elif asked.sections.found:
        _say_clauses(draft, asked.sections.found)
    else:
        _say_heard(draft, asked)


def _say_why(draft: Draft, asked: Asked, before: Before) -> None:
    """Quote what the last answer stands on, others' papers first: what they say is no promise of ours."""
    if asked.found:
        _say_headline(draft, asked.found)
    cited = [clauses()[one] for one in before.clauses if one in clauses()]
    _say_clauses(draft, tuple(sorted(cited, key=lambda clause: clause.document in OURS)))


def _say_heard(draft: Draft, asked: Asked) -> None:
    """Answer the topics that were heard."""
    named, topics = meant(asked), set(asked.heard.topics)
    if asked.heard.nothing or (asked.heard.objects and not (named or _quotable(asked))):
        return
    if named and not _means_their_own_video(asked, named):
        _say_papers(draft, asked, named)
    elif asked.chats and not named and not topics & _OURS_ALONE:
        _say_chats(draft, asked, asked.chats)
    elif "private" in topics and topics <= asked.heard.broad | set(_ABOUT_A_VIDEO) - _WATCHING:
        if asked.found:
            say_five(draft, asked.found)
        else:
            state_account(draft, asked.account)
        _say_inputs(draft, asked.heard)
        _say_link(draft, asked.heard)
    elif asked.found and (wanted := _wanted(asked)):
        _say_some(draft, asked.heard, asked.found, wanted)
        _say_beside(draft, asked)
    else:
        _say_ours(draft, asked)


def meant(asked: Asked) -> tuple[str, ...]:
    """Name the routes that a question is about; of two ways to a company, the one that made the video.

    What that one is compared with is meant as well.
    """
    named = papers.routes_meant(asked.heard)
    made = asked.video.generator if asked.video else ""
    if made not in named:
        return named
    others = tuple(name for name in named if name not in _WAYS) if made in _WAYS else named
    return (made, *(name for name in others if name != made)) if "compare" in asked.heard.topics else (made,)


def _means_their_own_video(asked: Asked, named: tuple[str, ...]) -> bool:
    """Say whether "is my Kling video private?" or "did Kling get it?" is asked of a video, not of Kling's papers."""
    topics = set(asked.heard.topics)
    if asked.video is None:
        known = papers.covering_routes(asked.heard, named, asked.policy)
        return "received" in topics and not known and topics <= asked.heard.broad | {"received"}
    return asked.video.generator in named and bool(_OF_THE_VIDEO_ITSELF & topics) and "licence" not in topics


def _quotable(asked: Asked) -> tuple[Clause, ...]:
    """Give what our papers say, or, of a video made elsewhere, what its generator's papers say."""
    if any(one in platforms() for one in asked.heard.subjects) and not set(asked.heard.topics) & _OURS_ALONE:
        return ()
    found = papers.ours(asked.heard, asked.policy)
    if found or asked.video is None:
        return found
    return papers.covering_routes(asked.heard, (asked.video.generator,), asked.policy)


def _wanted(asked: Asked) -> frozenset[str]:
    """Name those of the five questions that were asked of a video, beside whatever else was."""
    heard = asked.heard
    if asked.found is None or heard.objects:
        return frozenset()
    told = [topic for topic in heard.topics if topic in _ABOUT_A_VIDEO]
    if _beside(heard):
        told = [topic for topic in told if topic == "see" or topic not in heard.broad]
    if "enddate" in heard.topics:
        told.append("until")
    if "delete" in heard.topics and _means_its_generator(asked):
        told.append("undo")
    if "country" in heard.topics and asked.found.generator_received:
        told.append("copies")
    return frozenset(_ABOUT_A_VIDEO[topic] for topic in told)


def _means_its_generator(asked: Asked) -> bool:
    """Say whether a question names the generator that got the video."""
    received = asked.found is not None and asked.found.generator_received
    return received and asked.video is not None and asked.video.generator in meant(asked)


def _beside(heard: Heard) -> tuple[str, ...]:
    """Name what was asked beside the five questions; whoever is called an admin is meant as a moderator too.

    Where a generator has copies, they are told with their country.
    """
    meant_too = {"operator", "country"} if "moderator" in heard.topics else {"country"}
    return tuple(one for one in heard.topics if one not in heard.broad | meant_too and one not in _ABOUT_A_VIDEO)


def _say_chats(draft: Draft, asked: Asked, names: tuple[str, ...]) -> None:
    """Say what is so of a video that chats carried, then what our policy and the platforms' papers say of chats."""
    if asked.found and asked.video and (asked.video.asked_on or asked.video.copies):
        topics = asked.heard.topics
        wanted = {_ABOUT_A_VIDEO.get(topic, "who-sees" if topic == "private" else "") for topic in topics}
        wanted |= set(_ABOUT_A_FILE_IN_A_CHAT if "chat" in topics else ())
        for question, facts in asked.found.five:
            if question in wanted:
                draft.lines.append(f"{draft.words.say(f'question-{question}')}{draft.words.gap}{draft.state(facts)}")
    _say_clauses(draft, papers.covering_chats(asked.heard, names, asked.policy))


def say_five(draft: Draft, found: Verdict) -> None:
    """Write the headline and the five answers."""
    _say_headline(draft, found)
    for number, (question, facts) in enumerate(found.five, 1):
        draft.lines.append(f"{number} {draft.words.say(f'question-{question}')}{draft.words.gap}{draft.state(facts)}")


def _say_beside(draft: Draft, asked: Asked) -> None:
    """Quote what covers the rest of a question, of which a part was answered from a video's facts."""
    if "marks" in asked.heard.topics:
        _say_made(draft, asked.video)
    elif _beside(asked.heard):
        _say_clauses(draft, papers.ours(asked.heard, asked.policy)[:_QUOTED_BESIDE])


def _say_made(draft: Draft, video: VideoFacts | None) -> None:
    """Say what a video is made of, and quote our clause on what it says of that itself."""
    if video and video.origin:
        draft.line(f"made-{video.origin.name.lower().replace('_', '-')}")
    draft.quote([clauses()[_MARKS]])


def _say_headline(draft: Draft, found: Verdict) -> None:
    draft.lines.append(draft.words.gap.join(_capital(draft.words.state(fact)) for fact in found.headline))


def _say_some(draft: Draft, heard: Heard, found: Verdict, wanted: frozenset[str]) -> None:
    """Answer those of the five questions that were asked, under the half of the headline that belongs to them."""
    if len(wanted) >= _QUESTIONS_FOR_ALL_FIVE:
        say_five(draft, found)
        return
    opens, sent = found.headline
    lead = [opens] if "who-sees" in wanted else []
    if "who-uses" in wanted or (found.generator_received and ("inputs" in heard.topics or _beside(heard))):
        lead.append(sent)
    draft.lines += [draft.words.gap.join(_capital(draft.words.state(fact)) for fact in lead)] if lead else []
    for question, facts in found.five:
        if question in wanted:
            draft.lines.append(f"{draft.words.say(f'question-{question}')}{draft.words.gap}{draft.state(facts)}")
    if "moderator" in heard.topics:
        draft.quote([clauses()[_MODERATORS]])
    _say_link(draft, heard)
    if "who-sees" in wanted:
        _say_inputs(draft, heard)


def _say_inputs(draft: Draft, heard: Heard) -> None:
    """Say who sees what was put in, where a question names it."""
    if "inputs" in heard.topics:
        draft.quote([clauses()["hushreel-privacy/2.5"]])


def _say_link(draft: Draft, heard: Heard) -> None:
    """Say who can open a one-time link, where a question names it."""
    if "link" in heard.topics and draft.policy.links:
        draft.quote([clauses()[_LINKS]])


def _say_ours(draft: Draft, asked: Asked) -> None:
    """Quote what covers the question, without hiding that a generator has the video too."""
    received = asked.found if asked.found and asked.found.generator_received else None
    if asked.found and "private" in asked.heard.topics:
        _say_headline(draft, asked.found)
    elif received:
        draft.lines.append(_capital(draft.words.state(received.headline[1])))
    if received and "delete" in asked.heard.topics:
        undone = f"{draft.words.say('question-undone')}{draft.words.gap}{draft.state(received.undone)}"
        draft.ending.insert(0, undone)
    topics = set(asked.heard.topics)
    of_moderators = (clauses()[_MODERATORS],) if {"moderator", "see"} <= topics else ()
    of_links = (clauses()[_LINKS],) if "link" in topics and topics & _GOES_ON and draft.policy.links else ()
    _say_clauses(draft, (*of_moderators, *of_links, *_quotable(asked)))


def _say_papers(draft: Draft, asked: Asked, named: tuple[str, ...]) -> None:
    """Say what the papers of other people's generators say, and that they are not about this video where that is so."""
    topics = set(asked.heard.topics)
    if asked.video and asked.video.generator not in named:
        made = routes()[asked.video.generator]
        values = {"made": Fact(f"provider-{made.name}"), "provider": Fact(f"provider-{named[0]}")}
        draft.line(
            "lead-not-sent-from-here" if made.received else "lead-not-sent",
            values,
            made.clauses.get("sent", ()) if "received" in topics else (),
        )
        if "received" in topics:
            return
    if "compare" in topics and "motion" in asked.heard.subjects:
        draft.quote([clauses()[_MOTION]])
    for topic, summary in _SUMMARIES.items():
        if topic in topics and topics <= _ASIDES | {topic}:
            _say_summaries(draft, named, summary)
            return
    found = papers.covering_routes(asked.heard, named, asked.policy) or _on_training(asked, named)
    for key in _leads(topics, named, found, asked.policy):
        draft.line(key)
    _say_clauses(draft, found)
    if "compare" in topics:
        documents = {clause.document for clause in found}
        _say_summaries(draft, tuple(name for name in named if not documents & set(routes()[name].documents)), "private")


def _on_training(asked: Asked, named: tuple[str, ...]) -> tuple[Clause, ...]:
    """Give what says of routes set up here what may be trained, where no paper of their own speaks of it."""
    if "train" not in asked.heard.topics:
        return ()
    here = (routes()[name] for name in named if name in asked.policy.routes)
    cited = (clauses()[one] for route in here for one in route.clauses.get("uses", ()))
    return tuple(clause for clause in cited if applies(clause, asked.policy))


def _say_summaries(draft: Draft, named: tuple[str, ...], summary: str) -> None:
    """Sum up what the papers of several routes say on one question, a line each."""
    for name in named:
        if ids := routes()[name].clauses.get(summary, ()):
            draft.lines.append(draft.state([Fact(f"{summary}-{name}", {}, ids)]))


def _leads(topics: set[str], named: tuple[str, ...], found: tuple[Clause, ...], policy: PolicyFacts) -> list[str]:
    """Choose the sentences that stand before quoted clauses."""
    known = [
        name
        for name in named
        if (said := routes()[name].training) is not Training.UNKNOWN and said is training(routes()[name], policy)
    ]
    if "train" in topics and known:
        return [f"lead-training-{name}" for name in known]
    if any(clause.conflicts_with for clause in found):
        return ["lead-conflict"]
    return ["lead-two-ways"] if len(named) > 1 and len({clause.document for clause in found}) > 1 else []


def _say_clauses(draft: Draft, found: tuple[Clause, ...]) -> None:
    """Quote clauses while there is room; the sides of a contradiction together or not at all."""
    said: set[str] = set()
    for clause in found:
        unsaid = [one for one in papers.sides(clause) if one.id not in said]
        if unsaid and draft.quote(unsaid):
            said.update(one.id for one in unsaid)


def small_talk(heard: Heard) -> str:
    """Name the sentence for a greeting, or for asking to see the papers themselves; "" for a question."""
    if not heard.topics or not set(heard.topics) <= {"greeting", "papers"}:
        return ""
    return "whole-papers" if "papers" in heard.topics else "greeting"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
