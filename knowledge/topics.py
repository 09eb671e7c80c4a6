"""Hears what a question is about: subjects and topics by the phrases of a data file, modest typos forgiven.

What no phrase covers is not guessed at: retrieval scores can't tell an uncovered question from a covered one.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from knowledge.gist import gist, written_out
from knowledge.languages import LANGUAGES, spoken
from knowledge.phrasebook import Phrasebook, Vocabulary
from knowledge.phrases import Kinds, any_of, edits, tidy, words_of
from knowledge.sounds import Ear, ear, is_familiar, loudest, strangers, topics_data

QUESTION_LONGEST = 2_000
_TYPO_SHORTEST = 5
_LONG_WORD = 8
"""From so many letters on, two slips are forgiven in a word, and not one."""

_TYPOS_MENDED = 10
_UNCOVERED = "uncovered"
_ELSEWHERE = "elsewhere"
_EVERYDAY = frozenset(
    {
        "see",
        "watched",
        "use",
        "train",
        "generator",
        "copies",
        "country",
        "download",
        "until",
        "enddate",
        "delete",
        "restore",
        "undo",
        "who-runs",
        "copyright",
        "keys",
        "account",
        "about-me",
        "lost",
        "minors",
        "link",
        "private",
        "liability",
        "licence",
        "compare",
        "greeting",
    }
)
"""Topics that words of every day stand for: where nothing of ours is named, an unknown word means something else."""

_OF_PEOPLE = frozenset({"see", "watched", "undo", "share", "shared-with"})
"""Topics beside which a word with a capital is somebody's name."""

_OF_A_REPORT = frozenset({"report", "consent", "contact", "delete", "inputs", "publish"})
"""Whoever wants to be taken out of somebody else's video may name it."""

_SPARED = {"operator": "see"}
"""Who runs this is asked for by name alone, unless what they see is asked for with it."""

_PLANS = frozenset({"share", "shared-with", "third-party", "publish", "upload", "download"})
"""What people are about to do says why they ask, where it stands around the question, and is not what they ask."""

_MEANT_BESIDE = {
    ("restore", "licence"): "undo",
    ("restore", "publish"): "undo",
    ("restore", "share"): "undo",
    ("enddate", "compare"): "until",
}
"""What a topic means beside another: rights, posts and shares that somebody wants back are no deleted video."""


@dataclass(frozen=True)
class Heard:
    """What a question is about.

    `subjects` and `topics` are keys of the topics file, best first. `objects` are topics that a clause must speak of
    to answer, `broad` are topics that stand back behind narrower ones. `stranger` means that it asks about somebody or
    something that no paper of ours is about, `others` that it asks about somebody else's video. `follows` says how it
    hangs on the question before: "why", "other" for another video, "and" for the same of something else; `ways` are
    those of Kling's two ways that are named, with or without its name.
    `language` is the one that it was heard in; `familiar` says whether it sounds like that language.
    """

    subjects: tuple[str, ...]
    topics: tuple[str, ...]
    objects: frozenset[str]
    broad: frozenset[str]
    stranger: bool
    others: bool
    follows: frozenset[str]
    ways: frozenset[str]
    language: str
    familiar: bool

    @property
    def nothing(self) -> bool:
        """Whether no topic was heard."""
        return not self.topics


@dataclass(frozen=True)
class _Topic:
    over: tuple[str, ...]
    is_object: bool
    is_broad: bool


@dataclass(frozen=True)
class _Hearing:
    subjects: Mapping[str, re.Pattern[str]]
    ways: Mapping[str, re.Pattern[str]]
    topics: Mapping[str, _Topic]
    phrases: Phrasebook
    follows: Mapping[str, re.Pattern[str]]
    vocabulary: Mapping[str, tuple[str, ...]]
    known: Vocabulary
    papers: re.Pattern[str]
    orders: re.Pattern[str]
    taken: re.Pattern[str]
    anchors: re.Pattern[str]
    subject: re.Pattern[str]
    others: re.Pattern[str]
    owners: re.Pattern[str] | None
    ear: Ear


def hear(question: str, names: Iterable[str] = (), lang: str = "en") -> Heard:
    """Find the subjects and topics of `question`, in the language of ours that it sounds like.

    Between equals `lang` decides, where somebody speaks it (BCP 47), then English; both are tried where nothing was
    heard, and for a language that isn't ours. `names` (title, people) decide nothing: they are neither heard as topics
    nor mistaken for strangers.
    """
    raw = question[:QUESTION_LONGEST]
    known_names = tuple(bare for name in names if (bare := tidy(name)))
    own = tuple(dict.fromkeys((spoken(lang), LANGUAGES[0])))
    sounding = loudest(raw, own)
    first = (_clearest(raw, sounding),) if sounding else ()
    tries = [_heard(raw, known_names, one, mends=one in (first or own)) for one in dict.fromkeys((*first, *own))]
    found = next((one for one in tries if one.topics or one.stranger or one.others), tries[0])
    return found if sounding else replace(found, language=LANGUAGES[0], familiar=False)


def about(heard: Heard, subjects: tuple[str, ...], topics: tuple[str, ...]) -> Heard:
    """Take what was heard as if it had been asked about these subjects and topics."""
    known = _hearing(heard.language).topics
    objects, broad = (frozenset(name for name in topics if has(known[name])) for has in (_is_object, _is_broad))
    return replace(heard, subjects=subjects, topics=topics, objects=objects, broad=broad, stranger=False)


@lru_cache
def paper_sorts(lang: str) -> Mapping[str, re.Pattern[str]]:
    """Give by which words a question says that it means a privacy policy, terms, or a law, which is none of them."""
    return {sort: any_of(topics_data(lang)["sections"][sort], {}) for sort in ("privacy", "terms", "laws")}


def _is_object(topic: _Topic) -> bool:
    return topic.is_object


def _is_broad(topic: _Topic) -> bool:
    return topic.is_broad


def _heard(raw: str, known_names: tuple[str, ...], lang: str, *, mends: bool) -> Heard:
    """Hear a question in one language. Misspellings are mended where it sounds like that one, not in a last attempt."""
    hearing = _hearing(lang)
    around, spelt = gist(raw, lang), tuple(written_out(name, lang) for name in known_names)
    written, asked = (_without(_bare(part, lang), spelt) for part in (raw, around.question))
    text = _mended(written, hearing) if mends else written
    question = _mended(asked, hearing) if mends else asked
    if not (topics := _topics(text, question, _bare(around.kept, lang), hearing)):
        text = _mended(_bare(raw, lang), hearing) if mends else _bare(raw, lang)
        topics = _topics(text, text, text, hearing)
    subjects = _subjects(text, _without(_bare(around.until, lang), spelt) if topics else written, hearing)
    others = _names_others(raw, known_names, hearing) and not {"report"} <= set(topics) <= _OF_A_REPORT
    stranger = (_ELSEWHERE in subjects and not hearing.taken.search(written)) or (
        "see" not in topics and _asks_about_a_stranger(raw, known_names, hearing)
    )
    if topics and set(topics) <= _EVERYDAY and not subjects and written == _bare(raw, lang):
        names_people = bool(_OF_PEOPLE & set(topics))
        stranger = stranger or _is_about_something_else(text, _capitals(raw) if names_people else (), hearing)
    return Heard(
        subjects=subjects,
        topics=topics,
        objects=frozenset(name for name in topics if hearing.topics[name].is_object),
        broad=frozenset(name for name in topics if hearing.topics[name].is_broad),
        stranger=stranger,
        others=others,
        follows=_follows(written, hearing),
        ways=_ways(text, hearing),
        language=lang,
        familiar=is_familiar(text.split(), hearing.ear),
    )


def _follows(text: str, hearing: _Hearing) -> frozenset[str]:
    """Hear how a question hangs on the one before; "and" does so only where the question begins with it."""
    hears = {name: phrases.match if name == "and" else phrases.search for name, phrases in hearing.follows.items()}
    return frozenset(name for name, find in hears.items() if find(text))


def _clearest(raw: str, languages: tuple[str, ...]) -> str:
    """Of languages that a question sounds like equally, name the one that knows most of its words."""
    words = tidy(raw).split()
    return max(languages, key=lambda lang: sum(word in _hearing(lang).known for word in words))


def _subjects(text: str, written: str, hearing: _Hearing) -> tuple[str, ...]:
    """Name those that a text is about. What no paper is of counts only as it was written, misspelt by nobody."""
    found = [
        name for name, phrases in hearing.subjects.items() if phrases.search(written if name == _ELSEWHERE else text)
    ]
    if "kling" in found:
        found += [way for way in hearing.ways if way in _ways(text, hearing) and way not in found]
    if {"kling-app", "kling-api"} & set(found):
        found.remove("kling")
    return tuple(found)


def _ways(text: str, hearing: _Hearing) -> frozenset[str]:
    return frozenset(way for way, phrases in hearing.ways.items() if phrases.search(text))


def _topics(text: str, question: str, kept: str, hearing: _Hearing) -> tuple[str, ...]:
    """Hear topics in a text and in the question in it: what stands around the question puts nothing of it back."""
    found = _found(text, hearing)
    asked = found if question == text else _found(question, hearing)
    if asked - {"greeting"}:
        plans = _PLANS & found - asked
        aside = plans - _found(kept, hearing) if plans else plans
        found -= aside | _beaten_by(asked, hearing)
        found -= _beaten_by(found - asked, hearing) - asked
    else:
        found -= _beaten_by(found, hearing)
    found = {_meant(one, found) for one in found}
    return tuple(name for name in hearing.topics if name in found)


def _found(text: str, hearing: _Hearing) -> set[str]:
    asked = hearing.papers.sub("papers", hearing.orders.sub(" ", text))
    return hearing.phrases.names(asked)


def _beaten_by(found: set[str], hearing: _Hearing) -> set[str]:
    """Name what isn't meant where `found` were heard."""
    beaten = {one for name in found for one in hearing.topics[name].over}
    return beaten - {name for name, beside in _SPARED.items() if beside in found}


def _meant(topic: str, found: set[str]) -> str:
    return next((meant for (one, beside), meant in _MEANT_BESIDE.items() if one == topic and beside in found), topic)


def _without(text: str, names: Iterable[str]) -> str:
    """Put "it" in the place of names, so that their words say nothing."""
    for name in sorted(names, key=len, reverse=True):
        text = f" {text} ".replace(f" {name} ", " it ").strip()
    return text


def _bare(raw: str, lang: str) -> str:
    return written_out(tidy(raw), lang)


def _names_others(raw: str, names: tuple[str, ...], hearing: _Hearing) -> bool:
    """Say whether a question is about somebody else's video, whose name may be written small: jaydens clip."""
    said = _hidden(raw, names)
    if hearing.others.search(said):
        return True
    owners = hearing.owners.findall(said.lower()) if hearing.owners else ()
    return any(
        not any(one in hearing.known or one in hearing.ear.common for one in (name, f"{name}s")) for name in owners
    )


def _hidden(raw: str, names: Iterable[str]) -> str:
    """Take names out of a question as it was typed."""
    for name in sorted(names, key=len, reverse=True):
        spelt = r"\W+".join(map(re.escape, name.split()))
        raw = re.sub(rf"(?i)\b{spelt}\b", "", raw)
    return raw


def _asks_about_a_stranger(raw: str, names: Iterable[str], hearing: _Hearing) -> bool:
    """Say whether a word that nobody here knows stands where the one asked about stands.

    Of seeing, such a word names a person ("can Anna see it?"), and the answer says who can.
    """
    known_names = {word for name in names for word in name.split()}
    for found in hearing.subject.finditer(raw):
        word = tidy(next(filter(None, found.groups())))
        if word not in known_names and word not in hearing.known and word not in hearing.ear.common:
            return True
    return False


def _is_about_something_else(text: str, people: Collection[str], hearing: _Hearing) -> bool:
    """Say whether a text names nothing that could be meant here, and something that nobody here knows."""
    if hearing.anchors.search(text):
        return False
    strange = (word for word in text.split() if word not in people and word not in hearing.ear.common)
    return any(not word.isdigit() and word not in hearing.known for word in strange)


def _capitals(raw: str) -> frozenset[str]:
    """Give the words that are written like names."""
    return frozenset(part for word in raw.split() if word[:1].isupper() for part in tidy(word).split())


def _mended(text: str, hearing: _Hearing) -> str:
    """Put known words in the place of their misspellings, for the first few words that nobody knows."""
    words = text.split()
    unknown = (place for place, word in enumerate(words) if _is_unknown(word, hearing))
    for place in islice(unknown, _TYPOS_MENDED):
        words[place] = _mend(words[place], hearing)
    return " ".join(words)


def _mend(word: str, hearing: _Hearing) -> str:
    """Give the known word that one stands for. Whoever mistypes a word seldom mistypes its first letter."""
    slips = 1 if len(word) < _LONG_WORD else 2
    near = {known: edits(word, known) for known in hearing.vocabulary.get(word[0], ())}
    return min((known for known, distance in near.items() if distance <= slips), key=near.__getitem__, default=word)


def _is_unknown(word: str, hearing: _Hearing) -> bool:
    return len(word) >= _TYPO_SHORTEST and word not in hearing.ear.common and word not in hearing.known


@lru_cache
def _hearing(lang: str) -> _Hearing:
    data = topics_data(lang)
    kinds: Kinds = {name: tuple(words.split()) for name, words in data["kinds"].items()}
    phrases = [one for name, topic in data["topics"].items() if name != _UNCOVERED for one in topic["phrases"]]
    phrases += [one for name, many in data["subjects"].items() if name != _ELSEWHERE for one in many]
    words = words_of(phrases, kinds)
    subjects = {**data["subjects"], _ELSEWHERE: [*data["subjects"][_ELSEWHERE], *strangers()]}
    return _Hearing(
        subjects={name: any_of(many, kinds) for name, many in subjects.items()},
        ways={name: any_of(many, kinds) for name, many in data["ways"].items()},
        topics={
            name: _Topic(
                over=tuple(topic.get("over", ())),
                is_object=topic.get("object", False),
                is_broad=topic.get("broad", False),
            )
            for name, topic in data["topics"].items()
        },
        phrases=Phrasebook({name: topic["phrases"] for name, topic in data["topics"].items()}, kinds),
        follows={name: any_of(many, kinds) for name, many in data["follows"].items()},
        vocabulary=_by_first_letter(words),
        known=Vocabulary(words | words_of(data["topics"][_UNCOVERED]["phrases"], kinds)),
        papers=any_of(data["papers"]["names"], kinds, between=0),
        orders=any_of(data["orders"]["phrases"], kinds),
        taken=any_of(data["stranger"]["taken"], kinds),
        anchors=any_of(data["anchors"]["names"], kinds),
        subject=re.compile(data["stranger"]["pattern"]),
        others=re.compile(data["others"]["pattern"]),
        owners=re.compile(written) if (written := data["others"].get("owners")) else None,
        ear=ear(lang),
    )


def _by_first_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        if len(bare := word.rstrip("*")) >= _TYPO_SHORTEST:
            found[bare[0]] = (*found.get(bare[0], ()), bare)
    return found
