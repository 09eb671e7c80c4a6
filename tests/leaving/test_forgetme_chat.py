"""/forgetme in a conversation: what goes and what stays is said first, then a typed word does it."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from bots.chat.forgetme import words
from bots.chat.reply import Form, Link, Reply
from bots.web.live import LivePages
from core.communities import Choices
from core.generation.order import Wish
from core.people import FORGETS_AFTER_MS, CommunityId, PersonId, Role, Viewer
from core.receipts import Shown
from core.records import OutboxRow
from tests.chatting import Chatting, chatting_in
from tests.connecting import DISCORD, TELEGRAM, Connecting, connecting_in
from tests.talk import spoken


@pytest.fixture
async def chatting(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A whole conversation."""
    async with chatting_in(tmp_path) as chatting:
        yield chatting


@pytest.fixture
async def connecting(tmp_path: Path) -> AsyncIterator[Connecting]:
    """A conversation on two platforms."""
    async with connecting_in(tmp_path) as connecting:
        yield connecting


async def form_of(chatting: Chatting, card: Reply, name: str = "owner") -> Form:
    """Press the button, and give the form that it opens."""
    opened = await chatting.press(card, "forget", await chatting.arrive(name))
    (form,) = [one for one in opened.parts if isinstance(one, Form)]
    return form


async def test_it_says_what_goes_and_what_stays(chatting: Chatting) -> None:
    """Counted: how many videos, what others can open, what is shared; and what is out of reach."""
    owner = await chatting.arrive()
    await chatting.ready(owner)
    said = spoken(await chatting.chat.ask("forgetme", {}, owner))
    assert "1 video goes, with its words, posts, shares and links." in said
    assert "Settings, buttons and connections go." in said
    assert "someone who left" in said
    assert "Receipts of what was erased stay, without you." in said
    assert "What other people saved or forwarded stays with them" in said
    assert "ban" not in said
    assert "[Erase everything]" in said


async def test_keeping_it_changes_nothing(chatting: Chatting) -> None:
    """The other button, and the form that nobody sends."""
    owner = await chatting.arrive()
    video = await chatting.ready(owner)
    card = await chatting.chat.ask("forgetme", {}, owner)
    await form_of(chatting, card)
    assert spoken(await chatting.press(card, "keep", owner)) == "Nothing was erased."
    assert (await chatting.card(video, owner)).card == f"video:{video}"


async def test_the_word_has_to_be_typed(chatting: Chatting) -> None:
    """Another word erases nothing, and the same form takes the right one afterwards, however it is written."""
    owner = await chatting.arrive()
    form = await form_of(chatting, await chatting.chat.ask("forgetme", {}, owner))
    wrong = await chatting.chat.press(form.press, owner, {"word": "yes"})
    assert wrong.mendable
    assert "nothing was erased" in spoken(wrong)
    done = await chatting.chat.press(form.press, owner, {"word": "  forget "})
    assert "nobody can open anything of yours any more" in spoken(done)


def test_the_word_of_every_language_counts() -> None:
    """Whoever reads it in Russian and answers in English meant it too."""
    assert words() == {"forget", "olvidar", "esquecer", "忘记", "забыть"}


async def test_afterwards_they_are_somebody_new(chatting: Chatting) -> None:
    """Their next word is the first; what they pressed before is a stranger's; the receipt is theirs by its secret."""
    owner = await chatting.arrive()
    video = await chatting.ready(owner)
    card, old = await chatting.chat.ask("forgetme", {}, owner), await chatting.card(video, owner)
    form = await form_of(chatting, card)
    done = await chatting.chat.press(form.press, owner, {"word": "FORGET"})
    new = await chatting.arrive()
    assert new.person != owner.person
    assert "You have no video here." in spoken(await chatting.chat.ask("videos", {}, new))
    assert spoken(await chatting.press(old, "more", new)) == "That button is somebody else's."
    shown = await held(chatting, done)
    assert shown is not None
    assert "account" in shown.newest.body


async def held(chatting: Chatting, done: Reply) -> Shown | None:
    """Show the receipt that an answer names, by the secret that it gives."""
    said = spoken(done)
    number, secret = re.search(r"R-\w{4}-\w{4}", said), re.search(r"secret: (\S+)\. ", said)
    assert number is not None
    assert secret is not None
    return await chatting.chat.receipt_held(number[0], secret[1])


async def test_words_that_wait_in_memory_go_too(chatting: Chatting) -> None:
    """A wish that a button waits with is forgotten; another person's isn't."""
    owner, other = await chatting.arrive(), await chatting.arrive("other")
    wishes, wish = chatting.services.wishes, Wish("a dancing narwhal")
    hers, theirs = (wishes.keep(one.person, wish, chatting.parts.ids) for one in (owner, other))
    form = await form_of(chatting, await chatting.chat.ask("forgetme", {}, owner))
    await chatting.chat.press(form.press, owner, {"word": "FORGET"})
    assert wishes.of(owner.person, hers) is None
    assert wishes.of(other.person, theirs) == wish


async def test_open_pages_go_on_as_those_of_the_new_person() -> None:
    """The demo's tab stays open: it hears what is told to whom its reader is now."""
    live, before, now = LivePages(), PersonId(uuid4()), PersonId(uuid4())
    with live.opened(before) as page:
        live.follow(before, now)
        await live.deliver(OutboxRow(uuid4(), "web", "video", uuid4(), now))
        await live.deliver(OutboxRow(uuid4(), "web", "video", uuid4(), before))
        assert page.changed.qsize() == 1


async def test_it_is_done_once(chatting: Chatting) -> None:
    """A second press of the same form finds nothing to do, and erases nothing of the new person."""
    owner = await chatting.arrive()
    form = await form_of(chatting, await chatting.chat.ask("forgetme", {}, owner))
    await chatting.chat.press(form.press, owner, {"word": "FORGET"})
    new = await chatting.arrive()
    video = await chatting.ready(new)
    again = spoken(await chatting.chat.press(form.press, owner, {"word": "FORGET"}))
    assert "That was done already." in again
    assert (await chatting.card(video, new)).card == f"video:{video}"


async def test_somebody_elses_form_erases_nobody(chatting: Chatting) -> None:
    """Whoever gets hold of the button is told whose it is, and both are there."""
    owner, other = await chatting.arrive(), await chatting.arrive("other")
    video = await chatting.ready(owner)
    form = await form_of(chatting, await chatting.chat.ask("forgetme", {}, owner))
    await chatting.chat.press(form.press, other, {"word": "FORGET"})
    assert (await chatting.arrive()).person == owner.person
    assert (await chatting.arrive("other")).person == other.person
    assert (await chatting.card(video, owner)).card == f"video:{video}"


async def test_a_page_shows_the_receipt_where_there_is_one(chatting: Chatting) -> None:
    """The link holds number and secret behind the #, as a deleted video's does."""
    owner = await chatting.arrive()
    form = await form_of(chatting, await chatting.chat.ask("forgetme", {}, owner))
    done = await chatting.chat.press(form.press, owner, {"word": "FORGET"})
    assert [one.path.partition("#")[0] for one in done.parts if isinstance(one, Link)] == ["/receipt"]


async def test_the_last_moderator_and_who_set_it_up_read_what_it_means(chatting: Chatting) -> None:
    """Beforehand, for each community that they look after."""
    owner = await chatting.arrive()
    async with chatting.parts.store.write() as writes:
        home = await writes.begin_community(owner.identity.platform, "home")
        admin = Viewer(owner.person, {CommunityId(home): Role.ADMIN})
        await writes.choose(admin, home, Choices(moderators=(owner.identity.external_id,)), owner.surface)
    alone = spoken(await chatting.chat.ask("forgetme", {}, owner))
    assert "the only moderator whom its admins chose" in alone
    async with chatting.parts.store.write() as writes:
        await writes.choose(admin, home, Choices(moderators=("1", "2")), owner.surface)
    chose = spoken(await chatting.chat.ask("forgetme", {}, owner))
    assert "You chose last how" in chose
    assert "the only moderator" not in chose


async def test_who_is_banned_reads_that_it_stays(chatting: Chatting) -> None:
    """With its end, and as what it is kept."""
    owner = await chatting.arrive()
    async with chatting.parts.store.write() as writes:
        home = await writes.begin_community(owner.identity.platform, "home")
        until_ms = chatting.parts.clock.now_ms() + 86_400_000
        await writes.ban(home, owner.person, until_ms, actor=owner.person)
    said = spoken(await chatting.chat.ask("forgetme", {}, owner))
    assert "1 ban stays, until" in said
    assert "tells nobody who you are" in said


async def test_connected_accounts_go_together_and_not_within_a_day(connecting: Connecting) -> None:
    """On both sides it is refused for a day, with the way out; then both names stand on the card."""
    first, second = await connecting.joined()
    for one in (first, second):
        assert "connected less than a day ago" in spoken(await connecting.chat.ask("forgetme", {}, one))
    connecting.talk.parts.clock.advance(FORGETS_AFTER_MS)
    second = await connecting.arrive(TELEGRAM)
    said = spoken(await connecting.chat.ask("forgetme", {}, second))
    assert "Your connected accounts go together: Discord and Telegram." in said
    talk = replace(connecting.talk, chat=connecting.chat)
    form = (await talk.press(await connecting.chat.ask("forgetme", {}, second), "forget", second)).parts[0]
    assert isinstance(form, Form)
    await connecting.chat.press(form.press, second, {"word": "FORGET"})
    people = {(await connecting.arrive(one)).person for one in (DISCORD, TELEGRAM)}
    assert len(people) == 2
    assert first.person not in people
