"""What the five answers say of a video that is published, waits for moderators, or was published before."""

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from bots.chat.command import VideoRef
from core.publications import Why
from core.publishing.review import Ruling
from knowledge.answers import Answer, five_answers
from knowledge.facts import ChatCopy, CopyKind, PolicyFacts, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.quoting import ANSWER_LONGEST
from tests.publishing_chat import Square, button, square_in
from tests.talk import spoken

NOW_MS = 1_795_000_000_000
DAY_MS = 86_400_000
RUN = PolicyFacts(operator_name="Jan Kowalski", operator_contact="jan@example.org", platforms=("discord",))
BEACH = VideoFacts(number=3, title="Beach", ends_at_ms=NOW_MS + DAY_MS)
WAITS = replace(BEACH, reviewers_of="Film Club", kept_until_ms=NOW_MS + 14 * DAY_MS)
SHOWN = replace(
    BEACH,
    visibility=Visibility.COMMUNITY,
    community="Film Club",
    published_at_ms=NOW_MS - DAY_MS,
    kept_until_ms=NOW_MS + 29 * DAY_MS,
    copies=(ChatCopy("Discord", CopyKind.POST),),
)


def said(video: VideoFacts, lang: str = "en") -> Answer:
    """The five answers as of now."""
    return five_answers(video, policy=RUN, now_ms=NOW_MS, lang=lang)


def test_while_it_waits_its_moderators_are_named() -> None:
    """The headline, who sees it, and what can't be undone name those who may look; nobody else can."""
    found = said(WAITS)
    lines = found.text.splitlines()
    assert lines[0].startswith("Only you and the moderators of Film Club can open it.")
    assert "The moderators of Film Club can open it while they decide." in lines[1]
    assert "what moderators who opened it kept" in lines[5]
    assert {one.clause for one in found.citations} >= {"hushreel-privacy/12.2", "hushreel-privacy/12.5"}
    assert "hushreel-privacy/2.1" not in {one.clause for one in found.citations}
    chosen = replace(WAITS, visibility=Visibility.SELECTED, shared_with=("Ana",), reviewers_of="")
    assert said(chosen).text.startswith("Ana and the moderators of its community can open it.")


def test_what_is_shown_has_its_date_its_copy_and_its_end() -> None:
    """Since when, the showcase post, and that the video itself outlives the end of what was given."""
    text = said(SHOWN).text
    for told in ("Everyone in Film Club can open it.", "Shown since 17 Nov 2026", "Discord, in the showcase post"):
        assert told in text
    assert "stays while it is shown or waits and for a day more, until 17 Dec 2026" in text
    late = replace(SHOWN, ends_at_ms=NOW_MS - DAY_MS)
    assert "what you gave and your words are gone here" in said(late).text


def test_shown_in_one_community_and_waiting_in_another() -> None:
    """Members of the one and moderators of the other are both told."""
    text = said(replace(SHOWN, reviewers_of="Photo Club")).text
    assert "everyone in Film Club" in text
    assert "The moderators of Photo Club can open it while they decide." in text


def test_a_hold_closes_it_in_the_answer_too() -> None:
    """On hold neither members nor a date of showing are told as if they could open it."""
    text = said(replace(SHOWN, held=True)).text
    assert "On hold after a report" in text
    assert "Shown since" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_told_in_every_language_in_900_characters(lang: str) -> None:
    """With long names, both kinds of moderators, copies and watchers; the same clauses, and no English in it."""
    long = "Amigas y amigos de la fotografía nocturna de São Paulo"
    names = ("Maximiliano Fernández", "Anastasia Konstantinova", "Guilherme Albuquerque", "Bo")
    copies = (ChatCopy("Telegram", CopyKind.DIRECT), ChatCopy("Discord", CopyKind.POST))
    for visibility, ends, shared in product(Visibility, (-DAY_MS, DAY_MS), ((), names)):
        video = replace(
            SHOWN,
            visibility=visibility,
            community=long,
            reviewers_of=long,
            shared_with=shared,
            seen_by=names[:2],
            copies=copies,
            ends_at_ms=NOW_MS + ends,
            generator="kling",
        )
        found, english = said(video, lang), said(video)
        assert len(found.text) <= ANSWER_LONGEST, found.text
        assert {one.clause for one in found.citations} == {one.clause for one in english.citations}
    if lang != "en":
        told = said(WAITS, lang).text + said(SHOWN, lang).text
        assert "Film Club" in told
        for english_words in ("moderators", "Shown", "stays", "gave"):
            assert english_words not in told


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


async def test_the_answer_follows_each_transition(square: Square) -> None:
    """Drafted, sent, shown, taken down, out of appeal: the facts change with the state, at once."""
    square.name = "Film Club"
    owner = await square.arrive()
    video = await square.ready(owner)

    async def told() -> str:
        return spoken(await square.chat.ask("privacy", {"video": VideoRef("#1")}, owner))

    assert "No other member can open it." in await told()
    draft = await square.drafted(owner)
    assert "No other member can open it." in await told()
    card = await square.press(draft, "button-to-moderators", owner)
    assert "Only you and the moderators of Film Club can open it." in await told()
    seen = spoken(await square.video(video, owner))
    assert "No other member can open it but the moderators who decide about it." in seen
    await square.approve(card)
    assert "Everyone in Film Club can open it." in await told()
    assert "Shown since" in await told()
    asked = await square.chat.say("who can see my video?", owner)
    assert "Film Club" in spoken(asked)
    await square.remove(card, Ruling(Why.HARM))
    assert "Only you and the moderators of Film Club can open it." in await told()
    assert "It was public from" in await told()
    again = await square.press(await square.card(card, owner), "button-appeal", owner)
    assert button(again, "button-take-back").command == "unpublish"
    await square.press(again, "button-take-back", owner)
    assert "No other member can open it." in await told()
    assert "It was public from" in await told()
