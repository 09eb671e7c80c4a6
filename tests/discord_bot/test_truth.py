"""What is answered about a video that Discord carried or holds: the whole of it, shortly, in every language."""

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from uuid import UUID

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bots.chat.catalog import CATALOGUE
from bots.chat.command import VideoRef
from bots.chat.privacy import Privacy, answer_privacy
from bots.chat.reply import Link, Media
from bots.texts.lookup import Texts
from bots.web.policy import Papers
from core.chats import CopyKind as Kind
from core.chats import Posted
from core.gate import Surface
from core.people import Delivery, Identity, Platform
from core.storage.tables import posted
from core.videos import AssetId
from knowledge.answers import Answer, account_answer, answer, five_answers
from knowledge.clauses import clauses, render_paper, versions
from knowledge.facts import AccountFacts, ChatCopy, CopyKind, PolicyFacts, State, VideoFacts, Visibility
from knowledge.languages import LANGUAGES
from knowledge.platforms import platforms
from knowledge.quoting import ANSWER_LONGEST
from knowledge.routes import routes
from knowledge.statements import Fact
from tests.chatting import Chatting, chatting_in

NOW_MS = 1_795_600_000_000
ON_DISCORD = PolicyFacts(
    operator_name="W" * 80,
    operator_contact="w@example.org",
    routes=("motion",),
    platforms=("discord",),
    links=True,
)
PLAIN = VideoFacts(title="Beach", has_picture=True, ends_at_ms=NOW_MS + 86_400_000, asked_on="Discord")
FIRST = {"en": "can", "es": "puede", "pt": "consegue", "zh": "无法打开", "ru": "может"}


def held(*kinds: CopyKind) -> VideoFacts:
    """A video whose file Discord holds in these ways."""
    return replace(PLAIN, copies=tuple(ChatCopy("Discord", kind) for kind in kinds))


def said(video: VideoFacts, lang: str = "en") -> Answer:
    """The five answers where Discord is connected."""
    return five_answers(video, policy=replace(ON_DISCORD, operator_name="Jan Kowalski"), now_ms=NOW_MS, lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_case_of_a_copy_in_chats_grows_too_long(lang: str) -> None:
    """Two facts, five lines and at most 900 characters: whatever chats hold, whoever made it, in every language."""
    kinds = [one for count in range(len(CopyKind) + 1) for one in combinations(CopyKind, count)]
    places = (("Discord",), ("Telegram",), ("Discord", "Telegram"))
    cases = [tuple(ChatCopy(*copy) for copy in product(where, held)) for where, held in product(places, kinds)]
    names = ("W" * 80,) * 4
    for number, (chats, visibility) in enumerate(product(cases, Visibility)):
        route = sorted(routes())[(number // len(Visibility) + number) % len(routes())]
        video = VideoFacts(
            title="W" * 80,
            visibility=visibility,
            shared_with=names if visibility is Visibility.SELECTED else (),
            community="W" * 80,
            generator=route,
            state=State.READY,
            has_picture=True,
            ends_at_ms=NOW_MS + 86_400_000,
            published_at_ms=NOW_MS - 86_400_000,
            copies=chats,
            asked_on="Discord",
            seen_by=names,
        )
        policy = replace(ON_DISCORD, routes=tuple(routes()))
        text = five_answers(video, policy=policy, now_ms=NOW_MS, lang=lang).text
        assert text.count("\n") == 5
        assert len(text) <= ANSWER_LONGEST, (len(text), text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_discord_is_named_in_each_of_the_five_answers(lang: str) -> None:
    """The platform that carried words and files is in all five lines, and in the headline only as no member is."""
    for video in (PLAIN, held(CopyKind.DIRECT), held(CopyKind.EPHEMERAL, CopyKind.DIRECT)):
        first, *five = said(video, lang).text.split("\n")
        assert len(five) == 5
        assert FIRST[lang] in first
        assert [line for line in five[:4] if "Discord" not in line] == []
        assert video.copies or "Discord" in five[4]


def test_only_you_is_never_said() -> None:
    """Somebody at Discord and the operator could technically look: both stand in the first answer."""
    for video in (PLAIN, held(CopyKind.EPHEMERAL)):
        text = said(video).text
        assert "only you can" not in text.lower()
        assert "Jan Kowalski, could technically open it." in text
        assert "Discord" in text.split("\n")[1]


def test_each_kind_of_copy_is_told_apart() -> None:
    """A file in a direct message goes with the video; one in an ephemeral message can't be recalled."""
    keys = {kind: [fact.key for _, facts in _five(held(kind)) for fact in facts] for kind in CopyKind}
    assert {"copies-chat", "until-direct", "undone-chat"} <= set(keys[CopyKind.DIRECT])
    assert {"copies-ephemeral", "until-ephemeral", "undone-ephemeral"} <= set(keys[CopyKind.EPHEMERAL])
    assert {"copies-post", "until-chat", "undone-chat"} <= set(keys[CopyKind.POST])
    assert {"copies-review", "until-review", "undone-chat"} <= set(keys[CopyKind.REVIEW])
    assert {"copies-review", "until-looked", "undone-chat"} <= set(keys[CopyKind.LOOKED])


def _five(video: VideoFacts) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    found = said(video).verdict
    assert found
    return found.five


def test_the_demo_speaks_of_no_platform() -> None:
    """What was asked for in the browser of this machine went through nobody."""
    for lang in LANGUAGES:
        text = five_answers(VideoFacts(), policy=PolicyFacts(demo=True), now_ms=NOW_MS, lang=lang).text
        assert "Discord" not in text
        assert "Discord" not in account_answer(AccountFacts(1), policy=PolicyFacts(demo=True), lang=lang).text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_one_has_is_told_with_the_chat(lang: str) -> None:
    """Without a video too, the five answers name the platform, shortly."""
    told = account_answer(AccountFacts(12, 3, NOW_MS), policy=ON_DISCORD, lang=lang)
    assert len(told.text) <= ANSWER_LONGEST
    assert all("Discord" in line for line in told.text.split("\n")[1:])


def test_what_discord_does_is_never_vouched_for() -> None:
    """Its own policy was not read: answers say so, and no clause of ours says what Discord does with a video."""
    text = answer("can Discord train on my video?", policy=ON_DISCORD, now_ms=NOW_MS).text
    assert "I don't have its text" in text
    assert clauses()["discord-privacy/whole"].certainty == "reported"
    assert all(one in clauses() for facts in platforms().values() for one in facts.uses)


def test_where_discord_is_not_connected_its_clauses_do_not_stand() -> None:
    """Section 9 is there with a token alone; links with a public address too."""
    sections = {one.section for one in render_paper("hushreel-privacy", PolicyFacts())}
    assert not [one for one in sections if one.startswith("9.")]
    on = {one.section for one in render_paper("hushreel-privacy", replace(ON_DISCORD, links=False))}
    assert "9.1" in on
    assert "9.8" not in on


def test_an_upgrade_weakens_nothing_where_no_platform_is_connected() -> None:
    """Versions 2 and 3 say word for word what version 1 said until a platform is connected; each can still be read.

    Version 4 is about sharing and publishing, version 5 about archives, backups and being forgotten; neither says
    anything else of what was promised in other sections. Version 6 says word for word what version 5 said until a
    language model is set, and adds what is remembered for asking on. Version 7 adds what a video says
    of how it was made.
    """
    assert list(versions("hushreel-privacy")) == [1, 2, 3, 4, 5, 6, 7]
    for lang in LANGUAGES:
        before, third, fourth, fifth, sixth, now = (
            {one.section: one.text for one in render_paper("hushreel-privacy", PolicyFacts(), lang, version)}
            for version in (1, 3, 4, 5, 6, 7)
        )
        assert before == third
        assert {one for one in before if before[one] != fourth[one]} == {"1.2", "2.1", "2.4", "2.6", "5.1"}
        assert {one for one in fourth.keys() - before.keys() if not one.startswith("12.")} == {"2.8"}
        assert {one for one in fourth if fourth[one] != fifth[one]} == {"4.5", "6.3", "6.6"}
        assert fifth.keys() - fourth.keys() == {"1.4", "2.9"}
        assert {one for one in fifth if fifth[one] != sixth[one]} == set()
        assert sixth.keys() - fifth.keys() == {"7.5"}
        assert {one for one in sixth if sixth[one] != now[one]} == set()
        assert now.keys() - sixth.keys() == {"3.5", "3.6"}
    first = {one.section for one in render_paper("hushreel-privacy", ON_DISCORD, "en", 1)}
    assert not [one for one in first if one.startswith("9.")]
    with pytest.raises(KeyError):
        render_paper("hushreel-privacy", ON_DISCORD, "en", 8)


def test_every_answer_is_for_the_asker_alone() -> None:
    """Each command is declared as whispered: no adapter shows an answer to others."""
    assert [one.name for one in CATALOGUE if not one.whisper] == []


def test_of_a_message_no_word_is_kept() -> None:
    """The table of messages has room for ids, kinds and times, and for a sealed token."""
    ids = {"id", "platform", "person", "video", "kind", "channel", "message", "media"}
    assert set(posted.c.keys()) >= ids | {"token", "token_until_ms", "posted_at_ms"}
    assert not {"text", "content", "title", "prompt", "name"} & set(posted.c.keys())


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as talk:
        yield talk


async def test_a_video_tells_where_it_was_asked_for_and_what_holds_it(talk: Chatting) -> None:
    """Asked for on Discord, and its file in an ephemeral message there: both are in /privacy's answer."""
    asker = await talk.chat.arrive(Identity(Platform.DISCORD, "7"), Surface.CHAT_PRIVATE)
    video = await talk.create(asker)
    reply = await answer_privacy(Privacy(VideoRef("#1")), asker, talk.services)
    assert "words and files that you sent for it" in str(reply)
    file = Posted(talk.parts.ids.new(), Platform.DISCORD, asker.person, video, Kind.EPHEMERAL, "5", "6")
    async with talk.parts.store.write() as writes:
        await writes.keep_posted(replace(file, media=AssetId(UUID(int=9)), token="t", token_until_ms=1))
    reply = await answer_privacy(Privacy(VideoRef("#1")), asker, talk.services)
    assert "can't be recalled" in str(reply) or "private message's file" in str(reply)
    again = await talk.chat.arrive(Identity(Platform.DEMO, "owner"), Surface.CHAT_PRIVATE)
    await talk.create(again)
    reply = await answer_privacy(Privacy(VideoRef("#1")), again, talk.services)
    assert "Discord" not in str(reply)


async def test_with_a_link_the_chat_gets_no_file(talk: Chatting) -> None:
    """Whoever chose links gets a card without media, whatever the surface: there is nothing to put into a chat."""
    asker = await talk.chat.arrive(Identity(Platform.DISCORD, "7"), Surface.CHAT_PRIVATE)
    video = await talk.ready(asker)
    assert [part for part in (await talk.card(video, asker)).parts if isinstance(part, Media)]
    async with talk.parts.store.write() as writes:
        await writes.prefer(asker.viewer, replace(asker.preferences, delivery=Delivery.LINK))
    asker = await talk.chat.arrive(asker.identity, Surface.CHAT_PRIVATE)
    parts = (await talk.card(video, asker)).parts
    assert [part for part in parts if isinstance(part, Media)] == []
    assert [part for part in parts if isinstance(part, Link) and part.path.startswith("/v/")]


async def test_every_version_of_our_papers_can_be_read() -> None:
    """/policy/history names them; each is shown as it was; one that there never was is no page."""
    app = web.Application()
    app.add_routes(Papers(ON_DISCORD, Texts()).routes())
    async with TestClient(TestServer(app)) as client:
        listed = await (await client.get("/policy/history")).text()
        assert "/policy/hushreel-privacy?lang=en&amp;version=1" in listed
        first = await (await client.get("/policy/hushreel-privacy?version=1")).text()
        assert "no third party.</p>" in first
        assert 'id="9.1"' not in first
        now = await (await client.get("/policy/hushreel-privacy")).text()
        assert "but the chat that you use: Discord" in now
        assert 'id="9.1"' in now
        assert (await client.get("/policy/hushreel-privacy?version=8")).status == 404
        assert (await client.get("/policy/discord-privacy?version=1")).status == 404
