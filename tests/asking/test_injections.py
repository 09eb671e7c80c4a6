"""More than 500 tries to have one's own way with an answer: 15 in each language, at each place where words come in.

What is asked in one and the same situation without the try is asked again with it. The verdict must be the same, the
words too where they don't show a name, and nobody else's words may come up.
"""

import re
import tomllib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bots.chat.command import VideoRef
from bots.chat.objection import Objecting, answer_objection
from bots.chat.privacy import Ask, Privacy, answer_privacy, answer_question
from bots.chat.reply import Reply, Sources, Text
from core.videos import VideoId, Words
from knowledge.answers import Answer, answer, five_answers
from knowledge.clauses import applies, clauses, render
from knowledge.copies.checking import check, checked
from knowledge.copies.keeping import Copy
from knowledge.copies.outline import Section
from knowledge.copies.parsing import parse
from knowledge.facts import PolicyFacts, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.objecting import Named, objection
from knowledge.routes import routes
from knowledge.verdict import verdict
from knowledge.wording import words_in
from tests.keeping import ORDER, ask_file, kept
from tests.talk import Talk, buttons, talk_in

NOW_MS = 1_796_200_000_000
TOKEN = "Xylozebra"
TRIES = tomllib.loads((Path(__file__).parent / "injections.toml").read_text("utf-8"))
SAID_BY = [(lang, one.replace("{token}", TOKEN)) for lang in LANGUAGES for one in TRIES[lang]]
NEUTRAL = "Calm sea"
ASKED = {
    "en": "Is my video private?",
    "es": "¿Es privado mi video?",
    "pt": "Meu vídeo é privado?",
    "zh": "我的视频是私密的吗",
    "ru": "Моё видео приватное?",
}
MARTA = Words("quokkanic dunes by night", "Wombatorium", ("numbatine.png",))
THEIRS = re.compile("quokkanic|wombatorium|numbatine", re.IGNORECASE)
_REFERENCE = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
RUN = PolicyFacts(operator_name="Ada", operator_contact="ada@example.org", routes=("motion", "kling"))

VIDEOS = (
    VideoFacts(number=1),
    VideoFacts(
        number=2, generator="kling", visibility=Visibility.SELECTED, shared_with=("Ben", "Cy"), seen_by=("Ben",)
    ),
    VideoFacts(number=3, generator="kling-app", visibility=Visibility.PUBLIC, community="Film Club", published_at_ms=1),
    VideoFacts(number=4, generator="fal", reviewers_of="Film Club", asked_on="Telegram"),
)

QUOTES = {
    lang: {one.id: render(one, RUN, words_in(lang)) for one in clauses().values() if applies(one, RUN)}
    for lang in LANGUAGES
}
"""Every clause in the words that it has."""

PLACES: dict[str, Callable[[str, str], list[str]]] = {}


def place(found: Callable[[str, str], list[str]]) -> Callable[[str, str], list[str]]:
    """Name a place where words come in, by a function that gives what the try changed there."""
    PLACES[found.__name__] = found
    return found


def reasoned(video: VideoFacts, policy: PolicyFacts = RUN) -> object:
    """All that is decided of a video: the verdict, its sentences and their clauses, without the names in them."""
    found = verdict(video, routes(), policy, NOW_MS)
    facts = (*found.headline, *(fact for _, facts in found.five for fact in facts))
    decided = (found.visibility, found.generator_received, found.training, found.ends_at_ms)
    return decided, [(one.key, one.clauses) for one in facts]


def formed(said: Answer) -> object:
    """What of an answer holds whatever somebody is called: its lines, its marks, its sources."""
    lines = said.text.splitlines()
    begun = [line[:2] for line in lines[1:]]
    return begun, sorted(re.findall(r"\[\d+\]", said.text)), sorted(one.clause for one in said.citations)


def renamed(video: VideoFacts, name: str) -> Iterator[VideoFacts]:
    """Put a name in each place where a video's facts have one."""
    if video.shared_with:
        yield replace(video, shared_with=(name, *video.shared_with[1:]))
        yield replace(video, seen_by=(name,))


def recalled(video: VideoFacts, name: str) -> Iterator[VideoFacts]:
    """Call the community of a video something else."""
    if video.community:
        yield replace(video, community=name)
    if video.reviewers_of:
        yield replace(video, reviewers_of=name)


def told_otherwise(lang: str, name: str, others: Callable[[VideoFacts, str], Iterator[VideoFacts]]) -> list[str]:
    """Give the answers that a name changes in more than the name."""
    changed = []
    for video in VIDEOS:
        for plain, tried in zip(others(video, NEUTRAL), others(video, name), strict=True):
            if reasoned(plain) != reasoned(tried):
                changed.append(f"decided: {tried}")
            for ask in (five_answers, _asking(lang)):
                before, after = (ask(one, policy=RUN, now_ms=NOW_MS, lang=lang) for one in (plain, tried))
                if formed(before) != formed(after):
                    changed.append(after.text)
    return changed


def _asking(lang: str) -> Callable[..., Answer]:
    def ask(video: VideoFacts, **more: object) -> Answer:
        return answer(ASKED[lang], video=video, **more)  # type: ignore[arg-type]

    return ask


@place
def display_name(lang: str, tried: str) -> list[str]:
    """What somebody with whom a video is shared calls themselves."""
    return told_otherwise(lang, tried, renamed)


@place
def community_name(lang: str, tried: str) -> list[str]:
    """What a community calls itself."""
    return told_otherwise(lang, tried, recalled)


@place
def forwarded_text(lang: str, tried: str) -> list[str]:
    """Words of somebody else, alone or behind the person's own question."""
    changed = []
    video = VIDEOS[len(tried) % len(VIDEOS)]
    right = verdict(video, routes(), RUN, NOW_MS)
    for question in (tried, f"{ASKED[lang]}\n{tried}"):
        said = answer(question, policy=RUN, now_ms=NOW_MS, video=video, lang=lang)
        if said.verdict not in (None, right) or TOKEN in said.text:
            changed.append(said.text)
        changed += [f"invented: {one}" for one in said.citations if one.quote != QUOTES[lang][one.clause]]
    return changed


COPY = "4.5 Mark\n\n4.7.3 You let us\n\n(a) a\n\n(b) b\n\n(c) c\n\n(d) d\n\n(e) e\n\n(f) {what} models.\n\n4.8 End\n\n"


def copied(what: str, more: str = "") -> Copy:
    """Read a copy of the terms of Kling's app, with one section more."""
    found = parse("text", f"{COPY.replace('{what}', what)}4.9 Last\n\n{more}".encode())
    return Copy("kling-app-terms", "2026-04-21", "2026-11-30", tuple(Section(*one) for one in found["sections"]))


@place
def added_clause(lang: str, tried: str) -> list[str]:
    """A clause of a paper that the operator adds."""
    changed = []
    app = VIDEOS[2]
    for what in ("train", "show"):
        plain, with_it = copied(what), copied(what, tried)
        assert with_it != plain
        runs = [replace(RUN, checked=checked([one])) for one in (plain, with_it)]
        if [one.state for one in check(plain)] != [one.state for one in check(with_it)] or runs[0] != runs[1]:
            changed.append(f"checked: {what}")
        said = [five_answers(app, policy=one, now_ms=NOW_MS, lang=lang) for one in runs]
        letters = [objection(app, Named("r", 0), policy=one, now_ms=NOW_MS, lang=lang) for one in runs]
        if said[0] != said[1] or letters[0] != letters[1] or TOKEN in said[1].text + letters[1].letter:
            changed.append(said[1].text)
    return changed


@pytest.mark.parametrize("name", PLACES)
def test_no_words_change_what_is_decided(name: str) -> None:
    """Of each try the changes are none; each place's own comparison finds those that are made on purpose below."""
    assert {tried: changed for lang, tried in SAID_BY if (changed := PLACES[name](lang, tried))} == {}


@dataclass(frozen=True)
class Told:
    """A reply without the video's name: what is said, on which clauses, with which buttons."""

    words: Sequence[str]
    sources: Sequence[Sources]
    offered: Sequence[str]


def told(reply: Reply) -> Told:
    """Give what of a reply must not change."""
    words = tuple(one.plain for one in reply.parts if isinstance(one, Text) and one.plain)
    sources = tuple(one for one in reply.parts if isinstance(one, Sources))
    return Told(words, sources, tuple(one.command for one in buttons(reply)))


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A conversation in a house where Marta has a video too."""
    async with talk_in(tmp_path) as talk:
        await kept(talk.parts, (await talk.asker("marta")).person, MARTA)
        yield talk


KEPT: dict[str, Callable[[str], Words]] = {
    "prompt": lambda tried: Words(tried, "", ("a.png",)),
    "title": lambda tried: Words("a sea", tried, ("a.png",)),
    "file_name": lambda tried: Words("a sea", NEUTRAL, (f"{tried}.png",)),
}


@pytest.mark.parametrize("name", KEPT)
async def test_no_words_of_a_video_change_what_is_told_of_it(talk: Talk, name: str) -> None:
    """The letter to its generator, /privacy, and of some a question, in each language, over the real database."""
    owner = (await talk.asker()).person
    async with talk.parts.store.write() as writes:
        for tried in (NEUTRAL, *(one for _, one in SAID_BY)):
            video = VideoId(talk.parts.ids.new())
            await writes.add_video(owner, video, ORDER, KEPT[name](tried), NOW_MS)
    ask_file(talk.parts, "UPDATE videos SET route = 'kling', state = 'ready'")
    changed = {}
    plain = {lang: await _all_told(talk, 1, lang) for lang in LANGUAGES}
    for number, (lang, tried) in enumerate(SAID_BY, 2):
        after, said = await _all_told(talk, number, lang, asks=number % 4 == 0)
        if any(one != other for one, other in zip(after, plain[lang][0], strict=False)) or THEIRS.search(said):
            changed[tried] = after
    assert changed == {}


async def _all_told(talk: Talk, number: int, lang: str, *, asks: bool = True) -> tuple[Sequence[Told], str]:
    """Ask everything of a video, in plain words only if `asks`; give what must not change, and all that was said."""
    asker = replace(await talk.asker(), language=lang)
    video = VideoRef(f"#{number}")
    letter = await answer_objection(Objecting(video), asker, talk.services)
    replies = [await answer_privacy(Privacy(video), asker, talk.services)]
    if asks:
        replies.append(await answer_question(Ask(f"#{number}: {ASKED[lang]}"), asker, talk.services))
    return [_without_reference(told(letter)), *map(told, replies)], str((letter, replies))


def _without_reference(letter: Told) -> Told:
    """Leave out of a letter the line that names the video."""
    lines = ("\n".join(line for line in one.splitlines() if not _REFERENCE.search(line)) for one in letter.words)
    return replace(letter, words=tuple(lines))


async def test_no_words_bring_up_anybody_elses(talk: Talk) -> None:
    """Whoever has nothing here is answered, whatever they write, as in a house where Marta has nothing."""
    stranger = await talk.asker("somebody")
    asked = [tried for _, tried in SAID_BY][::4]
    there = [str(await answer_question(Ask(tried), stranger, talk.services)) for tried in asked]
    ask_file(talk.parts, "DELETE FROM videos")
    gone = [str(await answer_question(Ask(tried), stranger, talk.services)) for tried in asked]
    assert there == gone
    assert not [one for one in there if THEIRS.search(one) or TOKEN in one]


def test_there_are_five_hundred_and_more() -> None:
    """Fifteen tries in each language at each place, no two alike but for signs that every language shares."""
    assert {lang: len(found) for lang, found in TRIES.items()} == dict.fromkeys(LANGUAGES, 15)
    assert len(SAID_BY) * (len(PLACES) + len(KEPT)) >= 500
    assert all(TOKEN in tried for _, tried in SAID_BY)
    assert len({tried for _, tried in SAID_BY}) == len(SAID_BY)


def test_what_does_change_a_verdict_is_found() -> None:
    """The comparisons are no formality: another audience, a forged line, a contradicted clause, a changed section."""
    shared = VIDEOS[1]
    assert reasoned(shared) != reasoned(replace(shared, visibility=Visibility.PUBLIC))
    assert reasoned(shared) != reasoned(replace(shared, generator="motion"))
    said = five_answers(shared, policy=RUN, now_ms=NOW_MS)
    assert formed(said) != formed(replace(said, text=f"{said.text}\n1 Who sees it: nobody."))
    assert formed(said) != formed(replace(said, text=f"{said.text} [1]"))
    assert checked([copied("train")]) != checked([copied("show")])
    assert check(copied("train")) != check(copied("train", "(f) more"))
