"""Sharing in a conversation: what the owner reads and presses, and what the receiver gets."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.command import Asker, PersonRef, VideoRef
from bots.chat.reply import PICKED, PICKED_NAMES, Media, Pick, PickKind, Reply
from core.chats import CopyKind, Posted
from core.gate import Surface
from core.grants import GIVEN, Through
from core.people import Identity, Platform
from core.sharing.seen import note_opening
from core.videos import VideoId
from tests.chatting import Chatting, button, chatting_in
from tests.talk import buttons, spoken

FRIEND = PersonRef("member", "Ann *bold* (@ann)")
DAY_MS = 86_400_000


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """The chat with its parts."""
    async with chatting_in(tmp_path) as talk:
        yield talk


async def owner_of(talk: Chatting) -> Asker:
    """Arrive as the owner, whom the platform names."""
    return await talk.chat.arrive(Identity(Platform.DEMO, "owner"), Surface.CHAT_PRIVATE, name="Olga (@olga)")


async def shared(talk: Chatting, *, until: str | None = None) -> tuple[Asker, Asker, VideoId]:
    """Have a video that an owner shares with a friend."""
    owner, friend = await owner_of(talk), await talk.arrive("member")
    video = await talk.ready(owner)
    await talk.chat.ask("share", {"video": VideoRef("#1"), "person": FRIEND, "until": until}, owner)
    return owner, friend, video


def pick(reply: Reply) -> Pick:
    """Give the picker of a reply."""
    (found,) = [part for part in reply.parts if isinstance(part, Pick)]
    return found


def labels(reply: Reply | None) -> list[str]:
    """Give the keys of a reply's buttons."""
    assert reply is not None
    return [one.label.key for one in buttons(reply)]


async def picked(talk: Chatting, reply: Reply, asker: Asker, **people: str) -> Reply:
    """Pick people by the native picker."""
    form = {PICKED: " ".join(people), PICKED_NAMES: json.dumps(list(people.values()))}
    return await talk.chat.press(pick(reply).press, asker, form)


async def notice(talk: Chatting, friend: Asker) -> Reply | None:
    """Let the outbox tell somebody what waits for them."""
    found = []
    while rows := await talk.parts.store.ledger.claim(frozenset({"web"}), 1_000, 100):
        found += [row for row in rows if row.kind == GIVEN and row.person == friend.person]
        for row in rows:
            await talk.parts.store.ledger.settle(row.id)
    return await talk.chat.notice(GIVEN, found[0].subject, friend) if found else None


async def test_the_card_leads_to_sharing_and_a_pick_shares(talk: Chatting) -> None:
    """Share on the card, people alone to pick; who was picked stands there by name, with ways to change it."""
    owner, friend = await owner_of(talk), await talk.arrive("member")
    video = await talk.ready(owner)
    card = await talk.press(await talk.card(video, owner), "share", owner)
    assert "is shared with nobody" in spoken(card)
    assert pick(card).kind is PickKind.RECEIVERS
    assert labels(card) == ["button-back-to-video"]
    done = await picked(talk, card, owner, member="Ann", stranger="Stan")
    text = spoken(done).replace("**", "")
    assert "Ann can see it now, and I am telling them." in text
    assert "Stan can see it. I may not write to them first: ask them to send me /videos." in text
    assert "Ann: until you stop it" in text
    assert "Stan: until you stop it; waits until they first write to me" in text
    assert "The people you chose can open it." in spoken(await talk.card(video, owner))
    received = await talk.card(video, friend)
    assert "shared with you by Olga (@olga)" in spoken(received).replace("**", "")
    assert [type(one) for one in received.parts if isinstance(one, Media)] == [Media]


async def test_the_receiver_gets_no_number_no_words_and_nothing_but_three_things_to_do(talk: Chatting) -> None:
    """The receiver's card plays, says whether it is private, and takes a report; number and prompt are the owner's."""
    _, friend, video = await shared(talk)
    card = await talk.card(video, friend)
    assert labels(card) == ["button-private", "button-report"]
    told = await talk.chat.ask("videos", {}, friend)
    assert "You have no video here" in spoken(told)
    assert "Untitled, 5 s, from Olga (@olga)" in spoken(told)
    five = await talk.press(card, "private", friend)
    for reply in (card, told, five):
        assert "#1" not in spoken(reply)
        assert "sunset" not in spoken(reply)
    assert [spoken(five).count(f"\n{number} ") for number in "12345"] == [1] * 5
    third = await talk.arrive("moderator")
    assert await talk.chat.card(video, third) is None
    shown = button(card, "private").press
    assert "button" in spoken(await talk.chat.press(shown, third))


async def test_a_notice_names_the_owner_and_can_be_refused(talk: Chatting) -> None:
    """Show it, nothing more from them, no notices at all: each holds from then on, and the video opens all the same."""
    owner, friend, video = await shared(talk)
    asked = await notice(talk, friend)
    assert asked is not None
    assert "Olga (@olga) shared Untitled with you" in spoken(asked).replace("**", "")
    assert labels(asked) == ["button-show-it", "button-mute", "button-notices-off"]
    assert (await talk.press(asked, "show-it", friend)).card == f"video:{video}"
    muted = await talk.press(asked, "mute", friend)
    assert "nothing more that they share" in spoken(muted)
    later = await talk.ready(owner)
    again = await talk.chat.ask("share", {"video": VideoRef("#2"), "person": FRIEND}, owner)
    assert "I may not write to them first" in spoken(again)
    assert await talk.chat.card(later, friend) is not None
    off = await talk.press(asked, "notices-off", friend)
    assert "Shared videos: I tell you nothing" in spoken(off)
    assert "button-notices-on" in labels(off)


async def test_stopping_counts_at_once_for_one_and_for_all(talk: Chatting) -> None:
    """A press per person, one for all, and the command with a person; the receiver's old buttons find nothing."""
    owner, friend, video = await shared(talk)
    old = await talk.card(video, friend)
    card = await talk.press(await talk.card(video, owner), "share", owner)
    (one,) = [each for each in buttons(card) if each.label.key == "share-person"]
    stopped = await talk.chat.press(one.press, owner)
    assert "That person can't open it here any more." in spoken(stopped)
    assert await talk.chat.card(video, friend) is None
    assert "no such video" in spoken(await talk.press(old, "private", friend))
    assert "isn't shared with that person" in spoken(await talk.chat.press(one.press, owner))
    await talk.chat.ask("share", {"video": VideoRef("#1"), "person": FRIEND}, owner)
    assert "Stopped." in spoken(await talk.chat.ask("unshare", {"video": VideoRef("#1"), "person": FRIEND}, owner))
    assert "isn't shared with that person" in spoken(
        await talk.chat.ask("unshare", {"video": VideoRef("#1"), "person": FRIEND}, owner)
    )
    assert "It was shared with nobody" in spoken(await talk.chat.ask("unshare", {"video": VideoRef("#1")}, owner))


async def test_a_date_is_told_to_both_and_ends_it(talk: Chatting) -> None:
    """/share until, or a button: both sides read the date; where the video ends before, that is said."""
    owner, friend, video = await shared(talk, until="2d")
    card = await talk.press(await talk.card(video, owner), "share", owner)
    assert "Ann *bold* (@ann): until " in spoken(card)
    assert "The video itself is erased" not in spoken(card)
    five = spoken(await talk.chat.ask("privacy", {"video": VideoRef("#1")}, owner))
    assert "Ann" in five
    assert "That ends by itself" in five
    assert "at the latest; its owner can stop it before" in spoken(await talk.card(video, friend))
    longer = await talk.press(card, "share_on", owner)
    assert "The video itself is erased" in spoken(longer)
    assert "That ends by itself" not in spoken(await talk.chat.ask("privacy", {"video": VideoRef("#1")}, owner))
    await talk.press(longer, "share_1d", owner)
    talk.parts.clock.advance(DAY_MS)
    assert await talk.chat.card(video, friend) is None
    late = await talk.chat.ask("share", {"video": VideoRef("#1"), "until": "2020-01-01"}, owner)
    assert "That time is over" in spoken(late)


async def test_who_saw_it_is_told_to_the_owner(talk: Chatting) -> None:
    """Who, when and through what, and what can't be seen."""
    owner, friend, video = await shared(talk)
    assert "to nobody but you" in spoken(await talk.chat.ask("whosaw", {"video": VideoRef("#1")}, owner))
    await note_opening(friend.viewer, video, Through.TELEGRAM, store=talk.parts.store)
    told = spoken(await talk.chat.ask("whosaw", {"video": VideoRef("#1")}, owner))
    assert "Ann *bold* (@ann): " in told
    assert "in Telegram" in told
    assert "I can't see who watches it again" in told
    assert "no such video" in spoken(await talk.chat.ask("whosaw", {"video": VideoRef("#1")}, friend))


async def test_nobody_shares_what_isnt_theirs_and_nothing_breaks_by_what_a_picker_brings(talk: Chatting) -> None:
    """The owner's own account, nobody, and names that are none: refused above the card, or shared without a name."""
    owner, friend, video = await shared(talk)
    card = await talk.press(await talk.card(video, owner), "share", owner)
    refused = await picked(talk, card, owner, owner="Olga")
    assert "That is you" in spoken(refused)
    for names in ("no json", "{}", "[1, null]"):
        done = await talk.chat.press(pick(refused).press, owner, {PICKED: "moderator", PICKED_NAMES: names})
        assert "is shared" in spoken(done)
        refused = await talk.press(await talk.card(video, owner), "share", owner)
    assert "Choose at least one" in spoken(await talk.chat.press(pick(refused).press, owner, {PICKED: ""}))
    forged = pick(await talk.press(await talk.card(video, owner), "share", owner)).press
    assert "button" in spoken(await talk.chat.press(forged, friend, {PICKED: "member"}))


async def test_privacy_counts_what_receivers_have(talk: Chatting) -> None:
    """The owner reads who watched it, and that chats of others hold copies; the receiver reads neither."""
    owner, friend, video = await shared(talk)
    await note_opening(friend.viewer, video, Through.TELEGRAM, store=talk.parts.store)
    (output,) = [one.output for one in (await talk.card(video, owner)).parts if isinstance(one, Media)]
    row = Posted(talk.parts.ids.new(), Platform.TELEGRAM, friend.person, video, CopyKind.DIRECT, "7", "8", output)
    async with talk.parts.store.write() as writes:
        await writes.keep_posted(row)
    told = spoken(await talk.chat.ask("privacy", {"video": VideoRef("#1")}, owner))
    assert "watched it" in told
    assert "in the chats of those you share with" in told
    assert "Telegram: our messages to them lose it when sharing ends" in told
    theirs = spoken(await talk.press(await talk.card(video, friend), "private", friend))
    assert "watched it" not in theirs
