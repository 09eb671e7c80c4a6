"""No answer is longer than 900 characters: every topic in every language, with and without a video, at its longest."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest

from knowledge.answers import Answer, answer
from knowledge.facts import ChatCopy, CopyKind, PolicyFacts, State, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.quoting import ANSWER_LONGEST
from knowledge.routes import routes
from knowledge.sounds import topics_data
from knowledge.topics import hear

NOW_MS = 1_795_600_000_000
DAY_MS = 86_400_000
RUN = PolicyFacts(
    operator_name="Maximiliano Rodríguez de la Vega y Mendoza",
    operator_contact="maximiliano.rodriguez.de.la.vega@example.org",
    routes=tuple(routes()),
    platforms=("discord", "telegram"),
    links=True,
    server=True,
)
LONGEST = VideoFacts(
    number=1_000_003,
    title="Amigas y amigos de la fotografía nocturna de São Paulo",
    has_picture=True,
    visibility=Visibility.COMMUNITY,
    community="Amigas y amigos de la fotografía nocturna de São Paulo",
    shared_with=("Maximiliano Fernández", "Anastasia Konstantinova", "Guilherme Albuquerque", "Bo"),
    seen_by=("Maximiliano Fernández", "Guilherme Albuquerque"),
    reviewers_of="Amigas y amigos de la fotografía nocturna de São Paulo",
    published_at_ms=NOW_MS - DAY_MS,
    kept_until_ms=NOW_MS + 29 * DAY_MS,
    ends_at_ms=NOW_MS + DAY_MS,
    asked_on="Telegram",
    linked=True,
    copies=(
        ChatCopy("Telegram", CopyKind.DIRECT),
        ChatCopy("Discord", CopyKind.EPHEMERAL),
        ChatCopy("Discord", CopyKind.POST),
        ChatCopy("Telegram", CopyKind.RECEIVED),
    ),
)
VIDEOS = (
    replace(LONGEST, generator="kling"),
    replace(LONGEST, generator="fal", visibility=Visibility.PRIVATE, shared_with=()),
    replace(LONGEST, generator="kling-app", held=True),
    replace(LONGEST, generator="replicate", state=State.ERASED),
)
SUBJECTS = ("", "Kling", "Kling API", "FaceFusion", "fal", "Replicate", "Runway", "ComfyUI", "Discord", "Telegram")


def questions(lang: str) -> Iterator[tuple[str, str]]:
    """Give each topic with its first phrase as a question, and with the phrase of the topic behind it."""
    data = topics_data(lang)
    kinds = {name: words.split()[0] for name, words in data["kinds"].items()}

    def spelt(phrase: str) -> str:
        for name, word in kinds.items():
            phrase = phrase.replace(f"<{name}>", f" {word} ")
        return phrase.replace("_", " ").replace("*", "").strip()

    said = {name: spelt(topic["phrases"][0]) for name, topic in data["topics"].items()}
    for name, behind in zip(said, (*tuple(said)[1:], *tuple(said)[:1]), strict=True):
        yield name, said[name]
        yield name, f"{said[name]}, {said[behind]}"


def is_short(found: Answer) -> bool:
    """Whether an answer keeps to its length, and says anything."""
    return 0 < len(found.text) <= ANSWER_LONGEST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_topic_is_answered_shortly(lang: str) -> None:
    """Asked of the videos that there is most to say of, and of every generator and platform."""
    videos, subjects = cycle(VIDEOS), cycle(SUBJECTS)
    answered = set()
    for name, words in questions(lang):
        found = answer(words, policy=RUN, now_ms=NOW_MS, video=next(videos), lang=lang, asked_in="telegram")
        named = answer(f"{next(subjects)} {words}", policy=RUN, now_ms=NOW_MS, lang=lang)
        assert is_short(found), (words, found.text)
        assert is_short(named), (words, named.text)
        answered |= {name} if found.citations else set()
    assert len(answered) > len(topics_data(lang)["topics"]) / 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_topic_is_heard(lang: str) -> None:
    """The first phrase of each topic is heard as that topic, or as one that stands over it."""
    topics = topics_data(lang)["topics"]
    for name, words in questions(lang):
        heard = hear(words, lang=lang).topics
        assert name in heard or any(name in topics[one].get("over", ()) for one in heard), (name, words, heard)
