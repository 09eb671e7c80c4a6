"""What publishing looks like: posts that name nobody, cards that every surface draws in every language, and /setup."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from bots.chat.post import post_of
from bots.chat.reply import Link, Media, Reply
from bots.discord_bot.forms import modal
from bots.discord_bot.render import draw as draw_on_discord
from bots.discord_bot.words import Words as DiscordWords
from bots.telegram_bot.render import draw as draw_on_telegram
from bots.telegram_bot.words import Words as TelegramWords
from bots.texts.lookup import Texts
from core.communities import Spot
from core.publications import Publishing, Why
from core.publishing.review import Ruling
from knowledge.languages import LANGUAGES
from tests.discord_rules import check_message as check_on_discord
from tests.publishing_chat import Square, button, form, keys, publication_of, square_in
from tests.talk import buttons, spoken
from tests.telegram_rules import check_message as check_on_telegram

TEXTS = Texts()
HOME = "https://videos.example"
FACES = Ruling(Why.CONSENT, "Two faces at 0:03; please confirm with them.")
WORDS = {"title": "Light", "description": "A tower and the sea", "tags": "sea, light", "credit": "Ann"}


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A community with its conversation."""
    async with square_in(tmp_path) as square:
        yield square


def check(reply: Reply) -> None:
    """Draw a reply on both platforms in every language, within their limits."""
    for language in LANGUAGES:
        discord = draw_on_discord(reply, DiscordWords(TEXTS, language, {}), HOME)
        check_on_discord(discord)
        telegram = draw_on_telegram(reply, TelegramWords(TEXTS, language), HOME)
        check_on_telegram(telegram)


async def feed_of(square: Square, card: Reply, *, links: bool = False) -> Reply:
    """What a channel shows of a card's publication."""
    feed = await square.talk.parts.store.ledger.feed(publication_of(card))
    assert feed is not None
    return post_of(feed, links=links)


async def test_a_post_says_what_was_approved_and_names_nobody(square: Square) -> None:
    """Title, description, tags, and the video under the description; no number, no prompt, no id, no file name."""
    owner = await square.arrive()
    video = await square.ready(owner)
    card = await square.drafted(owner)
    asked = form(await square.press(card, "button-words", owner))
    card = await square.chat.press(asked.press, owner, WORDS | {"credit": ""})
    card = await square.press(card, "button-to-moderators", owner)
    assert (await feed_of(square, card)).parts == ()
    await square.approve(card)
    post = await feed_of(square, card)
    said = spoken(post)
    assert said.splitlines()[:2] == ["**Light**", "A tower and the sea"]
    assert "By: Anonymous" in said
    assert "Tags: sea and light" in said
    (media,) = [part for part in post.parts if isinstance(part, Media)]
    assert media.file_name == "video.mp4"
    told = repr(post)
    assert owner.person is not None
    for secret in ("quokka", "quollish", "Lighthouse", "#1", str(owner.person), owner.person.hex, str(video), "Name 7"):
        assert secret not in told
    assert not post.whisper
    check(post)


async def test_a_credit_is_the_chosen_one(square: Square) -> None:
    """Whoever wants a name gets just that one; without words, the post has an alternative text all the same."""
    owner = await square.arrive()
    await square.ready(owner)
    card = await square.press(await square.drafted(owner), "button-as-name", owner)
    await square.approve(await square.press(card, "button-to-moderators", owner))
    said = spoken(await feed_of(square, card))
    assert "By: Name 7" in said
    assert "**Untitled**" in said
    assert "A video of 5 seconds, without a description" in said


async def test_only_what_is_for_anyone_has_a_link_and_only_where_there_are_pages(square: Square) -> None:
    """For members, and without web pages, no link; taken back, nothing at all."""
    await square.choose(Publishing(moderated=False, world=True))
    owner = await square.arrive()
    await square.ready(owner)
    members = await square.press(await square.drafted(owner), "button-show-now", owner)
    assert [one for one in (await feed_of(square, members, links=True)).parts if isinstance(one, Link)] == []
    await square.ready(owner)
    card = await square.press(await square.drafted(owner), "publish-audience-anyone", owner)
    card = await square.press(card, "button-show-now", owner)
    (link,) = [one for one in (await feed_of(square, card, links=True)).parts if isinstance(one, Link)]
    now = await square.now(card)
    assert link.path == f"/c/{now.community_slug}/{now.slug}"
    assert now.community_slug
    assert str(square.community) not in link.path
    assert [one for one in (await feed_of(square, card)).parts if isinstance(one, Link)] == []
    asked = await square.press(card, "button-take-down", owner)
    await square.press(asked, "button-take-back-now", owner)
    assert (await feed_of(square, card, links=True)).parts == ()


async def test_every_card_fits_every_surface_in_every_language(square: Square) -> None:
    """The draft with all its choices, each state, each confirmation: no limit of a platform is passed."""
    await square.choose(Publishing(world=True, rules="\n".join(f"{n}. Be kind to people" for n in range(1, 30))))
    square.name = "Film Club"
    square.told = {Spot.REVIEW: 7, Spot.SHOWCASE: 1_204}
    owner = await square.arrive()
    video = await square.ready(owner)
    cards = [await square.publish(owner), await square.drafted(owner)]
    words = form(await square.press(cards[1], "button-words", owner))
    date = form(await square.press(cards[1], "button-another-date", owner))
    long = WORDS | {"description": "long " * 100, "title": "t" * 80}
    cards.append(await square.chat.press(words.press, owner, long))
    cards.append(await square.press(cards[-1], "button-cancel", owner))
    cards.append(await square.press(cards[-2], "button-to-moderators", owner))
    await square.decline(cards[-1], FACES)
    cards += [await square.card(cards[0], owner), await square.video(video, owner)]
    cards.append(await square.press(cards[-2], "button-appeal", owner))
    await square.approved(cards[0], "10")
    cards += [await square.card(cards[0], owner), await square.video(video, owner)]
    cards.append(await square.press(cards[-2], "button-take-down", owner))
    cards.append(await square.press(cards[-1], "button-take-back-now", owner))
    for card in cards:
        check(card)
    for one in (words, date):
        for language in LANGUAGES:
            modal(one, DiscordWords(TEXTS, language, {}))


async def test_admins_choose_what_holds_for_publishing(square: Square) -> None:
    """Moderation, the web, the quota and the rules: each press keeps it, and the card shows it."""
    admin = await square.arrive("1", admin=True)
    setup = await square.chat.ask("setup", {}, admin)
    check(setup)
    card = await square.press(setup, "button-terms", admin)
    assert card.card == f"terms:{square.community}"
    assert "There are no rules yet." in spoken(card)
    card = await square.press(card, "terms-unmoderated", admin)
    card = await square.press(card, "terms-world", admin)
    ten = next(one for one in _quotas(card) if one[0] == 10)
    card = await square.chat.press(ten[1], admin)
    asked = form(await square.press(card, "button-rules", admin))
    card = await square.chat.press(asked.press, admin, {"rules": " 1. No faces\n2. Be kind "})
    assert {"1. No faces", "2. Be kind"} <= set(spoken(card).splitlines())
    async with square.talk.parts.store.read() as reads:
        chosen = await reads.publishing(admin.viewer, square.community, admin.surface)
    assert chosen == Publishing(moderated=False, world=True, quota=10, rules="1. No faces\n2. Be kind")
    again = form(await square.press(card, "button-rules", admin))
    assert again.fields[0].value == chosen.rules
    refused = await square.chat.press(again.press, admin, {"rules": "x" * 1_501})
    assert "1501 characters" in spoken(refused).replace(",", "")
    twice = await square.press(card, "button-rules", admin)
    assert form(twice).fields[0].value == chosen.rules
    card = await square.press(card, "terms-moderated", admin)
    card = await square.press(card, "terms-members", admin)
    check(card)


def _quotas(card: Reply) -> list[tuple[object, str]]:
    return [(one.label.values["count"], one.press) for one in buttons(card) if one.label.key == "terms-quota"]


async def test_only_admins_choose_it(square: Square) -> None:
    """A member and a moderator are told so, whatever button they forge; the admin's own is no good once they fell."""
    admin = await square.arrive("1", admin=True)
    card = await square.press(await square.chat.ask("setup", {}, admin), "button-terms", admin)
    assert "terms-members" in keys(card)
    press = button(card, "terms-unmoderated").press
    fallen = await square.chat.press(press, await square.arrive("1"))
    assert "Only people who may manage this server" in spoken(fallen)
    presses = square.talk.services.presses
    for asker in (await square.arrive("9"), await square.arrive("8", moderator=True)):
        assert "somebody else's" in spoken(await square.chat.press(press, asker))
        for action in ("terms", "setrules"):
            said = spoken(await square.chat.press(presses.show(action, square.community, asker), asker))
            assert "Only people who may manage this server" in said
        forged = await presses.offer("modsoff", square.community, asker)
        assert "Only people who may manage" in spoken(await square.chat.press(forged, asker))
    async with square.talk.parts.store.read() as reads:
        assert (await reads.publishing(admin.viewer, square.community, admin.surface)) == Publishing()
    late = await square.chat.press(presses.show("terms", UUID(int=9), admin), admin)
    assert "isn't set up here" in spoken(late)


async def test_without_web_pages_the_web_is_not_offered(square: Square) -> None:
    """Where no link can be opened from outside, nobody is asked about the web."""
    services = square.talk.services
    without = replace(services.policy, demo=False, links=False)
    square.talk = replace(square.talk, services=replace(services, policy=without))
    await square.choose(Publishing(world=True))
    admin = await square.arrive("1", admin=True)
    card = await square.press(await square.chat.ask("setup", {}, admin), "button-terms", admin)
    assert "terms-world" not in keys(card)
    owner = await square.arrive()
    await square.ready(owner)
    assert "publish-audience-anyone" not in keys(await square.publish(owner))
