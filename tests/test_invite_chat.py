"""Invitations in a conversation: what the owner makes and answers, and what whoever uses one reads."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from bots.chat.reply import Link, Media, Reply
from bots.discord_bot.render import draw as discord_draw
from bots.discord_bot.words import Words as DiscordWords
from bots.telegram_bot.render import draw as telegram_draw
from bots.telegram_bot.words import Words as TelegramWords
from bots.texts.lookup import Texts
from core.gate import Surface
from core.grants import GIVEN, RECEIVERS_MOST, Receiver
from core.knocks import KNOCKED, KNOCKS_MOST, TURNED_AWAY, written
from core.people import Identity, Platform
from core.records import OutboxRow
from core.sharing.knock import invite
from core.sharing.share import share
from core.videos import VideoId
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in
from tests.talk import buttons, spoken


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """The chat with its parts."""
    async with chatting_in(tmp_path) as talk:
        yield talk


async def named(talk: Chatting, who: str, name: str) -> Asker:
    """Arrive as somebody whom the platform names."""
    return await talk.chat.arrive(Identity(Platform.DEMO, who), Surface.CHAT_PRIVATE, name=name)


async def invited(talk: Chatting) -> tuple[Asker, VideoId, str, Reply]:
    """Have a finished video, and an invitation as its owner reads it."""
    owner = await named(talk, "owner", "Olga (@olga)")
    video = await talk.ready(owner)
    card = await talk.chat.ask("share", {"video": VideoRef("#1")}, owner)
    made = await talk.press(card, "invite", owner)
    (line,) = [word for word in spoken(made).split() if word.startswith("i-")]
    return owner, video, line, made


async def told(talk: Chatting, kind: str) -> list[OutboxRow]:
    """Take what the outbox has of a kind."""
    found = []
    while rows := await talk.parts.store.ledger.claim(frozenset({"web"}), 1_000, 100):
        found += [row for row in rows if row.kind == kind]
        for row in rows:
            await talk.parts.store.ledger.settle(row.id)
    return found


async def notice(talk: Chatting, kind: str, asker: Asker) -> Reply:
    """Read a notice that waits for somebody."""
    (row,) = await told(talk, kind)
    assert row.person == asker.person
    reply = await talk.chat.notice(kind, row.subject, asker)
    assert reply is not None
    return reply


async def test_an_invitation_is_made_once_passed_on_and_answered(talk: Chatting) -> None:
    """The owner reads who asks, by name and platform, and one press opens it for that one; the asker gets the card."""
    owner, video, line, made = await invited(talk)
    assert "for 10 people at most" in spoken(made)
    assert [one.path for one in made.parts if isinstance(one, Link)] == [f"/v/{line}"]
    again = await talk.chat.ask("share", {"video": VideoRef("#1")}, owner)
    assert line not in spoken(again)
    assert "nobody has used it" in spoken(again)
    friend = await named(talk, "member", "Ann *bold* (@ann)")
    asked = await talk.chat.ask("videos", {"video": VideoRef(f"https://any.example.org/v/{line}")}, friend)
    assert "Whoever invited you reads your name, Ann *bold* (@ann)," in spoken(asked).replace("**", "")
    assert await talk.chat.card(video, friend) is None
    knock = await notice(talk, KNOCKED, owner)
    assert "Ann *bold* (@ann) (the demo) asks to see" in spoken(knock).replace("**", "")
    assert [one.label.key for one in buttons(knock)] == [
        "button-letin_1d",
        "button-letin_7d",
        "button-letin_on",
        "button-turn-away",
    ]
    done = await talk.press(knock, "letin_7d", owner)
    assert "can see it now, until" in spoken(done)
    given = await notice(talk, GIVEN, friend)
    assert "Olga (@olga) shared" in spoken(given).replace("**", "")
    card = await talk.chat.say(line, friend)
    assert any(isinstance(part, Media) for part in card.parts)
    twice = await talk.press(knock, "turn-away", owner)
    assert "answered already" in spoken(twice)
    assert await talk.chat.card(video, friend) is not None


async def test_before_the_answer_nothing_of_video_or_owner_is_told(talk: Chatting) -> None:
    """Asked, waiting, refused, over and made up: no title, number, prompt or name; the last three are one answer."""
    owner, video, line, _ = await invited(talk)
    friend = await named(talk, "member", "Ann")
    replies = [await talk.chat.say(line, friend), await talk.chat.say(line, friend)]
    knock = await notice(talk, KNOCKED, owner)
    said = await talk.press(knock, "turn-away", owner)
    assert "not now" in spoken(said)
    refused = [await notice(talk, TURNED_AWAY, friend), await talk.chat.say(line, friend)]
    refused.append(await talk.chat.say("i-" + "x" * 22, friend))
    await talk.press(await talk.chat.ask("hide", {"video": VideoRef("#1")}, owner), "hide", owner)
    refused.append(await talk.chat.say(line, await named(talk, "moderator", "Mo")))
    assert [one.parts for one in refused] == [refused[0].parts] * 4
    for reply in (*replies, *refused):
        text = str(reply)
        for secret in ("Olga", "olga", "#1", "sea", "sunset", str(video), "Untitled"):
            assert secret not in text
        assert not buttons(reply)
    assert "already" in spoken(replies[1])


async def test_who_waits_stands_on_the_card_and_goes_with_the_invitation(talk: Chatting) -> None:
    """An owner whom no notice reaches finds them under Share; ending the invitation forgets them."""
    owner, _, line, _ = await invited(talk)
    friend = await named(talk, "member", "")
    assert "Somebody without a name" in spoken(await talk.chat.say(line, friend))
    card = await talk.chat.ask("share", {"video": VideoRef("#1")}, owner)
    (row,) = [one for one in buttons(card) if one.label.key == "invite-asks"]
    assert "Somebody without a name" in spoken(await talk.chat.press(row.press, owner))
    assert "button" in spoken(await talk.chat.press(row.press, friend))
    ended = await talk.press(card, "uninvite", owner)
    assert "has ended" in spoken(ended)
    assert "invite-asks" not in [one.label.key for one in buttons(ended)]
    assert "answered already" in spoken(await talk.chat.press(row.press, owner))
    assert "Not now" in spoken(await talk.chat.say(line, friend))


async def test_ones_own_invitation_asks_nobody(talk: Chatting) -> None:
    """Its owner is told to pass it on, and no notice is written."""
    owner, _, line, _ = await invited(talk)
    assert "your own invitation" in spoken(await talk.chat.say(line, owner))
    assert await told(talk, KNOCKED) == []


async def test_without_a_web_address_the_line_is_all_there_is(talk: Chatting) -> None:
    """No page is offered that nobody could open; the line works all the same."""
    policy = replace(talk.services.policy, demo=False, links=False)
    chat = Chat(replace(talk.services, policy=policy))
    owner = await named(talk, "owner", "Olga")
    await talk.ready(owner)
    card = await chat.ask("share", {"video": VideoRef("#1")}, owner)
    (press,) = [one.press for one in buttons(card) if one.label.key == "button-invite"]
    made = await chat.press(press, owner)
    assert [one for one in made.parts if isinstance(one, Link)] == []
    (line,) = [word for word in spoken(made).split() if word.startswith("i-")]
    assert "Whoever invited you" in spoken(await chat.say(line, await talk.arrive("member")))


@pytest.mark.parametrize("waiting", [0, 3, KNOCKS_MOST + 1])
async def test_a_full_card_of_sharing_fits_on_every_platform(talk: Chatting, waiting: int) -> None:
    """Twenty receivers, an invitation and all who wait: what Discord and Telegram have room for, in every language."""
    owner, video, line, made = await invited(talk)
    receivers = [Receiver(Identity(Platform.DEMO, f"r{number}"), f"R {number}") for number in range(RECEIVERS_MOST)]
    parts = talk.parts
    await share(owner.viewer, video, receivers, None, owner.surface, giver="O", store=parts.store, clock=parts.clock)
    for number in range(waiting):
        if number == KNOCKS_MOST:
            token, _ = await invite(owner.viewer, video, owner.surface, store=parts.store, ids=parts.ids)
            line = written(token)
        await talk.chat.say(line, await named(talk, f"w{number}", f"Waiting {number}"))
    card = await talk.chat.ask("share", {"video": VideoRef("#1")}, owner)
    asks = [one for one in buttons(card) if one.label.key == "invite-asks"]
    assert len(asks) == min(waiting, KNOCKS_MOST)
    for language in LANGUAGES:
        for reply in (card, made):
            discord_draw(reply, DiscordWords(Texts(), language, {}), "https://videos.example.org")
            telegram_draw(reply, TelegramWords(Texts(), language), "https://videos.example.org")
