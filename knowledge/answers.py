"""From a question in plain words to an answer: its topics, the verdict where a video is meant, words, citations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge import papers
from knowledge.account import state_account
from knowledge.before import Before, asks_why, following
from knowledge.clauses import OURS, clauses
from knowledge.facts import AccountFacts, PolicyFacts, VideoFacts
from knowledge.languages import LANGUAGES, ours
from knowledge.platforms import platforms
from knowledge.quoting import Citation, Draft, cite, fitting
from knowledge.routes import routes
from knowledge.saying import Asked, meant, say, say_five, small_talk
from knowledge.sections import sections
from knowledge.statements import Fact
from knowledge.topics import Heard, hear
from knowledge.verdict import Verdict, verdict
from knowledge.wording import words_in

Nearest = Callable[[str, str], Iterable[str]]
"""Given a question and the language it is in, the ids of clauses nearest to it, best first."""

_NEAREST = 3
_OF_TALKS = "hushreel-privacy/7.5"


@dataclass(frozen=True)
class Answer:
    """What is said. Citation n of `citations` is [n+1] in `text`; `nearest` are offered where nothing is covered.

    `about` is what a follow-up hangs on; None where nothing was answered.
    """

    text: str
    verdict: Verdict | None
    abstained: bool
    lang: str
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...] = ()
    about: Before | None = None


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
    before: Before | None = None,
) -> Answer:
    """Answer `question` in at most 900 characters as of `now_ms`, about `video` where one is given.

    The answer is in `lang` (BCP 47); in the question's own language where that is English, as platforms say it when
    nobody chose, or not ours. `time_zone` is an IANA name, `asked_in` the key of the platform that carried the
    question; `before` is what the last answer to this person here was about. The verdict comes from the facts alone:
    no word of the question, a title or a name changes it. It is None without a video, and where the texts don't say.
    Never raises for what a person typed.
    """
    names = (video.title, video.community, *video.shared_with) if video else ()
    alone = hear(question, names, lang)
    heard = following(alone, before)
    asked = Asked(
        heard=heard,
        video=video,
        account=account,
        policy=policy,
        found=verdict(video, routes(), policy, now_ms) if video else None,
        chats=papers.chats_meant(heard, policy, asked_in),
        sections=sections(question, heard.language, papers.meant_by_number(heard, question, video), policy),
        why=before if asks_why(alone) else None,
    )
    words = words_in(_answered_in(heard, lang), time_zone)
    if heard.others or not heard.stranger:
        foreign = not (ours(lang) and heard.familiar)
        draft = fitting(words, policy, lambda draft: say(draft, asked, foreign=foreign))
        if draft.citations:
            said = _given(draft, None if heard.others else asked.found)
            return replace(said, about=_about(heard, said))
    return _abstain(question, asked, Draft(words, policy), nearest)


def _about(heard: Heard, said: Answer) -> Before | None:
    """Say what a follow-up may hang on; nothing of what was refused."""
    if heard.others:
        return None
    return Before(heard.subjects, heard.topics, tuple(one.clause for one in said.citations))


def _answered_in(heard: Heard, lang: str) -> str:
    own = ours(lang)
    return own if own and own != LANGUAGES[0] else heard.language


def five_answers(
    video: VideoFacts, *, policy: PolicyFacts, now_ms: int, lang: str = "en", time_zone: str = "UTC"
) -> Answer:
    """Say the whole verdict on `video`, as the card of /privacy does."""
    return _said_five(verdict(video, routes(), policy, now_ms), policy, lang, time_zone)


def forgotten(*, policy: PolicyFacts, lang: str = "en") -> Answer:
    """Say that what the last answer was about is forgotten, on the clause that says what is remembered of a talk."""
    draft = Draft(words_in(lang), policy)
    draft.line("talk-forgotten")
    draft.quote([clauses()[_OF_TALKS]])
    return _given(draft)


@lru_cache(1024)
def _said_five(found: Verdict, policy: PolicyFacts, lang: str, time_zone: str) -> Answer:
    """Write a verdict once: it holds dates and names, and neither a title nor a prompt."""
    return _given(fitting(words_in(lang, time_zone), policy, lambda draft: say_five(draft, found)), found)


@lru_cache(1024)
def account_answer(
    account: AccountFacts | None, *, policy: PolicyFacts, lang: str = "en", time_zone: str = "UTC"
) -> Answer:
    """Say how everything that a person has here is kept, as /privacy does without a video."""
    return _given(fitting(words_in(lang, time_zone), policy, lambda draft: state_account(draft, account)))


def _given(draft: Draft, found: Verdict | None = None) -> Answer:
    return Answer(draft.text, found, abstained=False, lang=draft.words.language, citations=tuple(draft.citations))


def _abstain(question: str, asked: Asked, draft: Draft, nearest: Nearest | None) -> Answer:
    """Say that the texts don't say, and offer the clauses nearest to the question."""
    offered: list[Citation] = []
    if not question.strip():
        draft.line("empty-question")
    elif not asked.heard.familiar:
        draft.line("only-ours")
    else:
        _say_uncovered(draft, asked)
        offered = _offered(asked, draft, nearest(question, asked.heard.language) if nearest else ())
    return Answer(draft.text, None, abstained=True, lang=draft.words.language, citations=(), nearest=tuple(offered))


def _offered(asked: Asked, draft: Draft, near: Iterable[str]) -> list[Citation]:
    """Keep, of the clauses near a question, those of our papers and of the papers that it is about."""
    if small_talk(asked.heard):
        return []
    about = {*OURS, *(document for name in meant(asked) for document in routes()[name].documents)}
    kept = [clauses()[one] for one in near if clauses()[one].document in about]
    return [cite(clause, draft.policy, draft.words) for clause in kept[:_NEAREST]]


def _say_uncovered(draft: Draft, asked: Asked) -> None:
    heard, named = asked.heard, meant(asked)
    if talk := small_talk(heard):
        draft.line(talk)
    elif heard.stranger:
        draft.line("abstain-elsewhere")
    elif asked.sections.denied:
        draft.lines += [draft.state([fact]) for fact in asked.sections.denied]
    elif named:
        draft.line("abstain-subject", {"subject": Fact(f"provider-{named[0]}")})
    elif asked.chats:
        draft.line("abstain-subject", {"subject": platforms()[asked.chats[0]].name})
    else:
        draft.line("abstain")
    draft.line("abstain-hint")
