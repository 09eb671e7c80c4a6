"""From a question in plain words to an answer: its topics, the verdict where a video is meant, words, citations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge import papers
from knowledge.account import state_account
from knowledge.clauses import OURS, Clause, clauses
from knowledge.facts import AccountFacts, PolicyFacts, Training, VideoFacts
from knowledge.languages import LANGUAGES, ours
from knowledge.platforms import platforms
from knowledge.quoting import Citation, Draft, cite, fitting
from knowledge.routes import routes
from knowledge.statements import Fact
from knowledge.topics import Heard, hear
from knowledge.training import training
from knowledge.verdict import Verdict, verdict
from knowledge.wording import words_in

Nearest = Callable[[str, str], Iterable[str]]
"""Given a question and the language it is in, the ids of clauses nearest to it, best first."""

_ABOUT_A_VIDEO = {
    "see": "who-sees",
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
    "chat": "copies",
}
_ABOUT_A_FILE_IN_A_CHAT = ("copies", "until", "undone")
_SUMMARIES = {"private": "private", "use": "uses"}
_QUESTIONS_FOR_ALL_FIVE = 3
_NEAREST = 3


@dataclass(frozen=True)
class Answer:
    """What is said. Citation n of `citations` is [n+1] in `text`; `nearest` are offered where nothing is covered."""

    text: str
    verdict: Verdict | None
    abstained: bool
    lang: str
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class _Asked:
    question: str
    heard: Heard
    video: VideoFacts | None
    account: AccountFacts | None
    policy: PolicyFacts
    found: Verdict | None
    chats: tuple[str, ...]


def answer(
    question: str,
    *,
    policy: PolicyFacts,
    now_ms: int,
    video: VideoFacts | None = None,
    account: AccountFacts | None = None,
    lang: str = "en",
    time_zone: str = "UTC",
    nearest: Nearest | None = None,
    asked_in: str = "",
) -> Answer:
    """Answer `question` in at most 900 characters as of `now_ms`, about `video` where one is given.

    The answer is in `lang` (BCP 47); in the question's own language where that is English, as platforms say it when
    nobody chose, or not ours. `time_zone` is an IANA name, `asked_in` the key of the platform that carried the
    question. The verdict comes from the facts alone: no word of the question, a title or a name changes it. It is None
    without a video, and where the texts don't say. Never raises for what a person typed.
    """
    names = (video.title, video.community, *video.shared_with) if video else ()
    heard = hear(question, names, lang)
    found = verdict(video, routes(), policy, now_ms) if video else None
    asked = _Asked(question, heard, video, account, policy, found, papers.chats_meant(heard, policy, asked_in))
    words = words_in(_answered_in(heard, lang), time_zone)
    if not heard.stranger:
        foreign = not (ours(lang) and heard.familiar)
        draft = fitting(words, policy, lambda draft: _say(draft, asked, foreign=foreign))
        if draft.citations:
            return _given(draft, found)
    return _abstain(asked, Draft(words, policy), nearest)


def _answered_in(heard: Heard, lang: str) -> str:
    own = ours(lang)
    return own if own and own != LANGUAGES[0] else heard.language


def five_answers(
    video: VideoFacts, *, policy: PolicyFacts, now_ms: int, lang: str = "en", time_zone: str = "UTC"
) -> Answer:
    """Say the whole verdict on `video`, as the card of /privacy does."""
    return _said_five(verdict(video, routes(), policy, now_ms), policy, lang, time_zone)


@lru_cache(1024)
def _said_five(found: Verdict, policy: PolicyFacts, lang: str, time_zone: str) -> Answer:
    """Write a verdict once: it holds dates and names, and neither a title nor a prompt."""
    return _given(fitting(words_in(lang, time_zone), policy, lambda draft: _say_five(draft, found)), found)


@lru_cache(1024)
def account_answer(
    account: AccountFacts | None, *, policy: PolicyFacts, lang: str = "en", time_zone: str = "UTC"
) -> Answer:
    """Say how everything that a person has here is kept, as /privacy does without a video."""
    return _given(fitting(words_in(lang, time_zone), policy, lambda draft: state_account(draft, account)))


def _given(draft: Draft, found: Verdict | None = None) -> Answer:
    return Answer(draft.text, found, abstained=False, lang=draft.words.language, citations=tuple(draft.citations))


def _say(draft: Draft, asked: _Asked, *, foreign: bool) -> None:
    """Write the answer. What the texts don't cover leaves the draft without citations."""
    if foreign:
        draft.ending.append(draft.words.say("other-language"))
    named = _meant(asked)
    if asked.heard.nothing or (asked.heard.objects and not (named or _quotable(asked))):
        return
    if named and not _means_their_own_video(asked, named):
        _say_papers(draft, asked, named)
    elif asked.chats and not named:
        _say_chats(draft, asked, asked.chats)
    elif "private" in asked.heard.topics and not asked.heard.objects:
        if asked.found:
            _say_five(draft, asked.found)
        else:
            state_account(draft, asked.account)
        _say_inputs(draft, asked.heard)
    elif asked.found and (wanted := _wanted(asked)):
        _say_some(draft, asked.heard, asked.found, wanted)
    else:
        _say_ours(draft, asked)


def _meant(asked: _Asked) -> tuple[str, ...]:
    """Name the routes that a question is about; of two ways to a company, the one that made the video."""
    named = papers.routes_meant(asked.heard)
    made = asked.video.generator if asked.video else ""
    return (made,) if made in named else named


def _means_their_own_video(asked: _Asked, named: tuple[str, ...]) -> bool:
    """Say whether "is my Kling video private?" or "did Kling get it?" is asked of a video, not of Kling's papers."""
    if "received" in asked.heard.topics:
        return asked.video is None or asked.video.generator in named
    return asked.video is not None and asked.video.generator in named and "private" in asked.heard.topics


def _quotable(asked: _Asked) -> tuple[Clause, ...]:
    """Give what our papers say, or, of a video made elsewhere, what its generator's papers say."""
    if any(one in platforms() for one in asked.heard.subjects):
        return ()
    found = papers.ours(asked.heard, asked.policy)
    if found or asked.video is None:
        return found
    return papers.covering_routes(asked.heard, (asked.video.generator,), asked.policy)


def _wanted(asked: _Asked) -> frozenset[str]:
    """Name those of the five questions that were asked of a video; none where something else was asked too."""
    if asked.found is None or asked.heard.objects:
        return frozenset()
    if any(topic not in _ABOUT_A_VIDEO and topic not in asked.heard.broad for topic in asked.heard.topics):
        return frozenset()
    return frozenset(_ABOUT_A_VIDEO[topic] for topic in asked.heard.topics if topic in _ABOUT_A_VIDEO)


def _say_chats(draft: Draft, asked: _Asked, names: tuple[str, ...]) -> None:
    """Say what is so of a video that chats carried, then what our policy and the platforms' papers say of chats."""
    if asked.found and asked.video and (asked.video.asked_on or asked.video.copies):
        topics = asked.heard.topics
        wanted = {_ABOUT_A_VIDEO.get(topic, "who-sees" if topic == "private" else "") for topic in topics}
        wanted |= set(_ABOUT_A_FILE_IN_A_CHAT if "chat" in topics else ())
        for question, facts in asked.found.five:
            if question in wanted:
                draft.lines.append(f"{draft.words.say(f'question-{question}')}{draft.words.gap}{draft.state(facts)}")
    _say_clauses(draft, papers.covering_chats(asked.heard, names, asked.policy))


def _say_five(draft: Draft, found: Verdict) -> None:
    draft.lines.append(draft.words.gap.join(_capital(draft.words.state(fact)) for fact in found.headline))
    for number, (question, facts) in enumerate(found.five, 1):
        draft.lines.append(f"{number} {draft.words.say(f'question-{question}')}{draft.words.gap}{draft.state(facts)}")


def _say_some(draft: Draft, heard: Heard, found: Verdict, wanted: frozenset[str]) -> None:
    """Answer those of the five questions that were asked, under the half of the headline that belongs to them."""
    if len(wanted) >= _QUESTIONS_FOR_ALL_FIVE:
        _say_five(draft, found)
        return
    opens, sent = found.headline
    lead = [opens] if "who-sees" in wanted else []
    if "who-uses" in wanted or ("inputs" in heard.topics and found.generator_received):
        lead.append(sent)
    draft.lines += [draft.words.gap.join(_capital(draft.words.state(fact)) for fact in lead)] if lead else []
    for question, facts in found.five:
        if question in wanted:
            draft.lines.append(f"{draft.words.say(f'question-{question}')}{draft.words.gap}{draft.state(facts)}")
    if "moderator" in heard.topics:
        draft.quote([clauses()["hushreel-privacy/2.4"]])
    if "link" in heard.topics and draft.policy.links:
        draft.quote([clauses()["hushreel-privacy/2.7"]])
    if "who-sees" in wanted:
        _say_inputs(draft, heard)


def _say_inputs(draft: Draft, heard: Heard) -> None:
    """Say who sees what was put in, where a question names it."""
    if "inputs" in heard.topics:
        draft.quote([clauses()["hushreel-privacy/2.5"]])


def _say_ours(draft: Draft, asked: _Asked) -> None:
    """Quote what covers the question, without hiding that a generator has the video too."""
    received = asked.found if asked.found and asked.found.generator_received else None
    if received:
        draft.lines.append(_capital(draft.words.state(received.headline[1])))
    _say_clauses(draft, _quotable(asked))
    if received and "delete" in asked.heard.topics:
        draft.lines.append(f"{draft.words.say('question-undone')}{draft.words.gap}{draft.state(received.undone)}")


def _say_papers(draft: Draft, asked: _Asked, named: tuple[str, ...]) -> None:
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
    for topic, summary in _SUMMARIES.items():
        if topics - {"inputs"} == {topic}:
            _say_summaries(draft, named, summary)
            return
    found = papers.covering_routes(asked.heard, named, asked.policy)
    for key in _leads(topics, named, found, asked.policy):
        draft.line(key)
    _say_clauses(draft, found)


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


def _abstain(asked: _Asked, draft: Draft, nearest: Nearest | None) -> Answer:
    """Say that the texts don't say, and offer the clauses nearest to the question."""
    offered: list[Citation] = []
    if not asked.question.strip():
        draft.line("empty-question")
    elif not asked.heard.familiar:
        draft.line("only-ours")
    else:
        _say_uncovered(draft, asked)
        offered = _offered(asked, draft, nearest(asked.question, asked.heard.language) if nearest else ())
    return Answer(draft.text, None, abstained=True, lang=draft.words.language, citations=(), nearest=tuple(offered))


def _offered(asked: _Asked, draft: Draft, near: Iterable[str]) -> list[Citation]:
    """Keep, of the clauses near a question, those of our papers and of the papers that it is about."""
    if _small_talk(asked.heard):
        return []
    about = {*OURS, *(document for name in _meant(asked) for document in routes()[name].documents)}
    kept = [clauses()[one] for one in near if clauses()[one].document in about]
    return [cite(clause, draft.policy, draft.words) for clause in kept[:_NEAREST]]


def _say_uncovered(draft: Draft, asked: _Asked) -> None:
    heard, named = asked.heard, _meant(asked)
    if small_talk := _small_talk(heard):
        draft.line(small_talk)
    elif heard.stranger:
        draft.line("abstain-elsewhere")
    elif named:
        draft.line("abstain-subject", {"subject": Fact(f"provider-{named[0]}")})
    elif asked.chats:
        draft.line("abstain-subject", {"subject": platforms()[asked.chats[0]].name})
    else:
        draft.line("abstain")
    draft.line("abstain-hint")


def _small_talk(heard: Heard) -> str:
    """Name the sentence for a greeting, or for asking to see the papers themselves; "" for a question."""
    if not heard.topics or not set(heard.topics) <= {"greeting", "papers"}:
        return ""
    return "whole-papers" if "papers" in heard.topics else "greeting"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
