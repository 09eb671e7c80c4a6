"""What is answered about a video that Telegram carried or holds: the whole of it, shortly, in every language."""

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from uuid import UUID

import pytest

from bots.chat.command import Asker, VideoRef
from bots.chat.privacy import Ask, Privacy, answer_privacy, answer_question
from bots.chat.reply import Link, Media
from bots.settings import load
from bots.wiring.promises import check_promises, policy_facts
from core.chats import CopyKind as Kind
from core.chats import Posted
from core.gate import Surface
from core.people import Delivery, Identity, Platform
from core.videos import AssetId, VideoId
from knowledge.answers import Answer, account_answer, answer, five_answers
from knowledge.clauses import clauses, render_paper
from knowledge.facts import AccountFacts, ChatCopy, CopyKind, PolicyFacts, State, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.promises import check
from knowledge.quoting import ANSWER_LONGEST
from knowledge.routes import routes
from tests.chatting import Chatting, chatting_in

NOW_MS = 1_795_600_000_000
HOUR_MS = 3_600_000
ON_TELEGRAM = PolicyFacts(
    operator_name="Jan Kowalski",
    operator_contact="jan@example.org",
    routes=("motion",),
    platforms=("telegram",),
    links=True,
)
BUSIEST = replace(
    ON_TELEGRAM, operator_name="W" * 80, platforms=("discord", "telegram"), routes=tuple(routes()), server=True
)
PLAIN = VideoFacts(title="Beach", has_picture=True, ends_at_ms=NOW_MS + 168 * HOUR_MS, asked_on="Telegram")
TIDY = replace(
    PLAIN,
    copies=(ChatCopy("Telegram", CopyKind.DIRECT, NOW_MS + 46 * HOUR_MS),),
    sent_leaves_at_ms=NOW_MS + 45 * HOUR_MS,
)
HELD = replace(PLAIN, copies=(ChatCopy("Telegram", CopyKind.DIRECT),))


def said(video: VideoFacts, lang: str = "en", policy: PolicyFacts = ON_TELEGRAM) -> Answer:
    """The five answers where Telegram is connected."""
    return five_answers(video, policy=policy, now_ms=NOW_MS, lang=lang)


def keys(video: VideoFacts, policy: PolicyFacts = ON_TELEGRAM) -> set[str]:
    """The sentences of the five answers."""
    found = said(video, policy=policy).verdict
    assert found
    return {fact.key for _, facts in found.five for fact in facts}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_case_of_a_copy_on_telegram_grows_too_long(lang: str) -> None:
    """Two facts, five lines and at most 900 characters: tidied or not, on both platforms, whoever made it."""
    leaves = (NOW_MS - HOUR_MS, NOW_MS + HOUR_MS)
    copies = [
        *(ChatCopy("Telegram", CopyKind.DIRECT, at_ms) for at_ms in leaves),
        *(ChatCopy("Discord", kind) for kind in CopyKind),
        ChatCopy("Telegram", CopyKind.POST),
    ]
    cases = [tuple(one) for count in (0, 1, len(copies)) for one in combinations(copies, count)]
    for chats, route, visibility, asked_on in product(cases, routes(), Visibility, ("Discord", "Telegram")):
        video = VideoFacts(
            title="W" * 80,
            visibility=visibility,
            shared_with=("W" * 80,) * 4 if visibility is Visibility.SELECTED else (),
            community="W" * 80,
            generator=route,
            state=State.READY,
            has_picture=True,
            ends_at_ms=NOW_MS + 168 * HOUR_MS,
            published_at_ms=NOW_MS - 168 * HOUR_MS,
            copies=chats,
            asked_on=asked_on,
            sent_leaves_at_ms=NOW_MS + HOUR_MS if asked_on == "Telegram" else None,
            linked=True,
            seen_by=("W" * 80,) * 4,
        )
        text = said(video, lang, BUSIEST).text
        assert text.count("\n") == 5
        assert len(text) <= ANSWER_LONGEST, (len(text), text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("video", [PLAIN, HELD, TIDY], ids=["asked", "held", "tidy"])
def test_telegram_is_named_in_each_of_the_five_answers(lang: str, video: VideoFacts) -> None:
    """The platform that carried words and files is in all five lines; "only you" is never said."""
    _, *five = said(video, lang).text.split("\n")
    assert [line for line in five[:4] if "Telegram" not in line] == []
    assert video.copies or "Telegram" in five[4]
    assert "Jan Kowalski" in five[0]
    assert "only you" not in said(video).text.lower()


def test_a_tidy_chat_has_its_own_date() -> None:
    """The file leaves the chat before its video goes: both dates are told, and who can't be sure of the words."""
    until = said(TIDY).text.split("\n")[4]
    assert "our message with it and the files that you sent leave the chat 27 Nov 2026" in until
    assert "your words stay" in until
    assert "until-tidy" in keys(replace(TIDY, sent_leaves_at_ms=None))
    assert "until-sent" in keys(replace(TIDY, copies=()))
    assert "until-direct" in keys(HELD)
    late = replace(TIDY, copies=(ChatCopy("Telegram", CopyKind.DIRECT, NOW_MS - 1),), sent_leaves_at_ms=None)
    assert "until-tidy-due" in keys(late)
    soon = replace(TIDY, ends_at_ms=NOW_MS + HOUR_MS)
    assert "until-direct" in keys(soon)


def test_what_was_sent_and_stays_has_no_date() -> None:
    """With a chat that isn't tidied, and after 48 hours, no date is promised for what somebody sent."""
    assert "until-asked" in keys(PLAIN)
    assert "until-asked" in keys(replace(TIDY, sent_leaves_at_ms=NOW_MS - 1))
    cited = {one.clause for one in said(PLAIN).citations}
    assert {"hushreel-privacy/10.1", "hushreel-privacy/10.5", "telegram-privacy/whole"} <= cited


def test_files_in_the_operators_own_server_are_a_copy() -> None:
    """Where the operator runs a Telegram server, its folder is named, and no sentence says that no disk holds them."""
    own = replace(ON_TELEGRAM, server=True)
    assert "copies-server" in keys(HELD, own)
    assert "copies-server" not in keys(HELD)
    assert "copies-server" not in keys(replace(PLAIN, asked_on="Discord"), own)
    texts = {one.section: one.text for one in render_paper("hushreel-privacy", own)}
    assert "10.12" in texts
    assert "but for the folder that 10.12 names" in texts["4.3"]
    assert "10.12" not in {one.section for one in render_paper("hushreel-privacy", ON_TELEGRAM)}


def test_whoever_has_a_link_is_named() -> None:
    """Where a video is handed over by links, the first answer says who can use one."""
    assert "sees-link" in keys(replace(PLAIN, linked=True))
    assert "sees-link" not in keys(PLAIN)
    assert "sees-link" not in keys(replace(PLAIN, linked=True, state=State.ERASED))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_one_has_is_told_with_both_chats(lang: str) -> None:
    """Without a video too, the answers name each platform; a tidy chat is told as one."""
    told = account_answer(AccountFacts(12, 3, NOW_MS, tidy=True), policy=BUSIEST, lang=lang)
    assert len(told.text) <= ANSWER_LONGEST
    assert all("Telegram" in line for line in told.text.split("\n")[1:])
    assert "hushreel-privacy/10.4" in {one.clause for one in told.citations}


def test_what_telegram_does_is_never_vouched_for() -> None:
    """Its own policy was not read: answers say so, and no clause of ours says what Telegram does with a video."""
    text = answer("can Telegram train on my video?", policy=ON_TELEGRAM, now_ms=NOW_MS).text
    assert "I don't have its text" in text
    assert clauses()["telegram-privacy/whole"].certainty == "reported"
    assert clauses()["telegram-terms/whole"].certainty == "reported"


def test_where_telegram_is_not_connected_its_clauses_do_not_stand() -> None:
    """Section 10 is there with Telegram alone, section 11 with any platform, one-time links with an address."""
    on_discord = replace(ON_TELEGRAM, platforms=("discord",), links=False)
    sections = {one.section for one in render_paper("hushreel-privacy", on_discord)}
    assert not [one for one in sections if one.startswith("10.")]
    assert {"9.1", "11.1"} <= sections
    assert "2.7" not in sections
    on = {one.section for one in render_paper("hushreel-privacy", ON_TELEGRAM)}
    assert {"2.7", "10.1", "10.10", "11.1"} <= on
    assert not [one for one in on if one.startswith("9.")]
    second = {one.section for one in render_paper("hushreel-privacy", ON_TELEGRAM, "en", 2)}
    assert not [one for one in second if one.startswith(("10.", "11."))]


def test_questions_wait_sealed_where_telegram_brings_them() -> None:
    """What is kept of a question until it is answered is said where it is true, and only there."""
    texts = [
        next(one.text for one in render_paper("hushreel-privacy", policy) if one.section == "7.2")
        for policy in (PolicyFacts(), replace(ON_TELEGRAM, platforms=("discord",)), ON_TELEGRAM)
    ]
    assert ["sealed" in text for text in texts] == [False, False, True]


def test_our_policy_is_true_of_a_service_on_telegram(tmp_path: Path) -> None:
    """Every promise that stands with Telegram is proved, and a token alone makes its clauses stand."""
    check(ON_TELEGRAM)
    check(BUSIEST_AT_HOME)
    named = {"HUSHREEL_OPERATOR_NAME": "Jan", "HUSHREEL_OPERATOR_CONTACT": "jan@example.org"}
    settings = load({"HUSHREEL_TELEGRAM_TOKEN": "1:x", "HOME": str(tmp_path), **named}, tmp_path)
    check_promises(settings)
    assert policy_facts(settings).platforms == ("telegram",)
    assert not policy_facts(settings).server
    assert policy_facts(settings.model_copy(update={"telegram_local_server": True})).server


BUSIEST_AT_HOME = replace(BUSIEST, routes=("motion",))


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as talk:
        yield talk


async def on_telegram(talk: Chatting) -> Asker:
    """Somebody in a private chat there."""
    return await talk.chat.arrive(Identity(Platform.TELEGRAM, "7"), Surface.CHAT_PRIVATE)


async def keep(talk: Chatting, asker: Asker, video: VideoId, kind: Kind, media: AssetId | None) -> None:
    """Keep a message in their chat."""
    name = talk.parts.ids.new()
    now_ms = talk.parts.clock.now_ms()
    one = Posted(name, Platform.TELEGRAM, asker.person, video, kind, "5", str(name), media, posted_at_ms=now_ms)
    async with talk.parts.store.write() as writes:
        await writes.keep_posted(one)


async def test_a_video_tells_what_telegram_holds_of_it(talk: Chatting) -> None:
    """Our message and what they sent leave a tidy chat on a date; switched off, no date is told."""
    asker = await on_telegram(talk)
    video = await talk.create(asker)
    await keep(talk, asker, video, Kind.DIRECT, AssetId(UUID(int=9)))
    await keep(talk, asker, video, Kind.UPLOAD, None)
    told = str(await answer_privacy(Privacy(VideoRef("#1")), asker, talk.services))
    assert "our message with it and the files that you sent leave the chat" in told
    assert "words stay" in told
    untidy = replace(asker, preferences=replace(asker.preferences, tidy=False))
    told = str(await answer_privacy(Privacy(VideoRef("#1")), untidy, talk.services))
    assert "leave the chat" not in told
    assert "loses the file when it is erased here" in told


async def test_this_chat_is_the_one_that_is_asked_in(talk: Chatting) -> None:
    """With both platforms connected, a question about "this chat" is answered of the one that carried it."""
    asker = await on_telegram(talk)
    services = replace(talk.services, policy=replace(talk.services.policy, platforms=("discord", "telegram")))
    told = str(await answer_question(Ask("what happens to the file in this chat?"), asker, services))
    assert "47 hours" in told
    assert "Discord" not in told


async def test_with_a_link_the_chat_gets_no_file(talk: Chatting) -> None:
    """Whoever chose links gets a card without media: there is nothing to put into a chat, and the answer says who."""
    asker = await on_telegram(talk)
    video = await talk.ready(asker)
    async with talk.parts.store.write() as writes:
        await writes.prefer(asker.viewer, replace(asker.preferences, delivery=Delivery.LINK))
    asker = await on_telegram(talk)
    parts = (await talk.card(video, asker)).parts
    assert [part for part in parts if isinstance(part, Media)] == []
    assert [part for part in parts if isinstance(part, Link) and part.path.startswith("/v/")]
    services = replace(talk.services, policy=replace(talk.services.policy, links=True))
    assert "one-time link" in str(await answer_privacy(Privacy(VideoRef("#1")), asker, services))
