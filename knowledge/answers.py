"""From a question in plain words to an answer: its topics, the verdict where a video is meant, words, citations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge import papers
from knowledge.account import state_account
from knowledge.clauses import Clause
from knowledge.facts import AccountFacts, PolicyFacts, Training, VideoFacts
from knowledge.questions import sent
from knowledge.quoting import ANSWER_LONGEST, Citation, Draft
from knowledge.routes import routes
from knowledge.situation import Situation
from knowledge.statements import Fact
from knowledge.topics import Heard, hear
from knowledge.verdict import Verdict, verdict
from knowledge.wording import words_in

Nearest = Callable[[str], Iterable[str]]
"""Given a question, the ids of clauses nearest to it, best first (knowledge.library has one)."""

_ABOUT_A_VIDEO = {
    "see": "who-sees",
    "moderator": "who-sees",
    "use": "who-uses",
    "train": "who-uses",
    "ads": "who-uses",
    "third-party": "who-uses",
    "generator": "who-uses",
    "copies": "copies",
    "until": "until",
    "undo": "undone",
}
_QUESTIONS_FOR_ALL_FIVE = 3


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
    now_ms: int


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
) -> Answer:
    """Answer `question` in at most 900 characters as of `now_ms`, about `video` where one is given.

    `time_zone` is an IANA name. The verdict comes from the facts alone: no word of the question, a title or a name
    changes it. It is None without a video, and where the texts don't say. Never raises for what a person typed.
    """
    names = (video.title, video.community, *video.shared_with) if video else ()
    heard = hear(question, names)
    found = verdict(video, routes(), policy, now_ms) if video else None
    asked = _Asked(question, heard, video, account, policy, found, now_ms)
    draft = Draft(words_in("en", time_zone), policy)
    if lang != "en" or not heard.english:
        draft.line("other-language")
    said = not heard.stranger and _say(draft, asked)
    if said:
        return Answer(draft.text, found, abstained=False, lang="en", citations=tuple(draft.citations))
    return _abstain(asked, Draft(draft.words, policy), nearest)


def five_answers(video: VideoFacts, *, policy: PolicyFacts, now_ms: int, time_zone: str = "UTC") -> Answer:
    """Say the whole verdict on `video`, as the card of /privacy does."""
    found = verdict(video, routes(), policy, now_ms)
    draft = Draft(words_in("en", time_zone), policy)
    _say_five(draft, found)
    return Answer(draft.text, found, abstained=False, lang="en", citations=tuple(draft.citations))


def account_answer(account: AccountFacts | None, *, policy: PolicyFacts, time_zone: str = "UTC") -> Answer:
    """Say how everything that a person has here is kept, as /privacy does without a video."""
    draft = Draft(words_in("en", time_zone), policy)
    state_account(draft, account)
    return Answer(draft.text, None, abstained=False, lang="en", citations=tuple(draft.citations))


def _say(draft: Draft, asked: _Asked) -> bool:
    """Write the answer; say whether the texts cover the question."""
    named = papers.routes_meant(asked.heard)
    if asked.heard.nothing or asked.heard.objects and not (named or _quotable(asked)):
        return False
    if named and not _means_their_own_video(asked, named):
        return _say_papers(draft, asked, named)
    if "private" in asked.heard.topics and not asked.heard.objects:
        if asked.found:
            _say_five(draft, asked.found)
        else:
            state_account(draft, asked.account)
        return True
    return _say_about_the_video(draft, asked) or _say_clauses(draft, _quotable(asked))


def _means_their_own_video(asked: _Asked, named: tuple[str, ...]) -> bool:
    """Say whether "is my Kling video private?" is asked of a video that this route made."""
    return asked.video is not None and asked.video.generator in named and "private" in asked.heard.topics


def _quotable(asked: _Asked) -> tuple[Clause, ...]:
    """Give what our papers say, or, of a video made elsewhere, what its generator's papers say."""
    found = papers.ours(asked.heard, asked.policy)
    if found or asked.video is None or "platform" in asked.heard.subjects:
        return () if "platform" in asked.heard.subjects else found
    return papers.covering_routes(asked.heard, (asked.video.generator,), asked.policy)


def _say_about_the_video(draft: Draft, asked: _Asked) -> bool:
    if asked.found is None or asked.heard.objects or "platform" in asked.heard.subjects:
        return False
    wanted = [_ABOUT_A_VIDEO[topic] for topic in asked.heard.topics if topic in _ABOUT_A_VIDEO]
    others = [topic for topic in asked.heard.topics if topic not in _ABOUT_A_VIDEO]
    if not wanted or others:
        return False
    if len(set(wanted)) >= _QUESTIONS_FOR_ALL_FIVE:
        _say_five(draft, asked.found)
        return True
    for question, facts in asked.found.five:
        if question in wanted:
            draft.lines.append(f"{draft.words.say(f'question-{question}')} {draft.state(facts)}")
    return True


def _say_five(draft: Draft, found: Verdict) -> None:
    draft.lines.append(" ".join(_capital(draft.words.state(fact)) for fact in found.headline))
    for number, (question, facts) in enumerate(found.five, 1):
        draft.lines.append(f"{number} {draft.words.say(f'question-{question}')} {draft.state(facts)}")


def _say_papers(draft: Draft, asked: _Asked, named: tuple[str, ...]) -> bool:
    found = papers.covering_routes(asked.heard, named, asked.policy)
    if not found:
        return False
    if asked.video and asked.video.generator not in named:
        _say_not_sent(draft, asked.video, named)
    if {"kling", "kling-app"} <= set(named):
        draft.line("lead-two-ways")
    if "train" in asked.heard.topics:
        leads = [name for name in named if routes()[name].training is not Training.UNKNOWN]
        for name in leads:
            draft.line(f"lead-training-{name}")
    elif any(clause.conflicts_with for clause in found):
        draft.line("lead-conflict")
    return _say_clauses(draft, found)


def _say_not_sent(draft: Draft, video: VideoFacts, named: tuple[str, ...]) -> None:
    values = {"made": Fact(f"provider-{video.generator}"), "provider": Fact(f"provider-{named[0]}")}
    draft.line("lead-not-sent", values)


def _say_clauses(draft: Draft, found: tuple[Clause, ...]) -> bool:
    return bool([clause for clause in found if draft.quote(clause)])


def _abstain(asked: _Asked, draft: Draft, nearest: Nearest | None) -> Answer:
    raise NotImplementedError


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
