"""All other ways into the conversation, by everybody: commands, calls that doors end in, buttons about other things."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker, VideoRef
from bots.chat.desk import ACTION as DESK
from bots.chat.desk import LINK_FOR_MS
from bots.chat.dispatch import Chat
from bots.chat.drafts import Addition
from bots.chat.once import ACTION, FOR_MS
from bots.chat.reply import PICKED, Form
from bots.chat.told import sorry
from core.errors import NotFound
from core.gate import Action
from core.generation.order import Wish
from core.generation.paying import Purse
from core.pairings import Pairing
from core.people import Identity, Platform, Role
from core.records import Receipt
from core.spending import Budgets
from core.videos import AssetId, Making, VideoId
from tests.authorization.house import NOT_THEIRS, NOT_THERE, TITLE, House
from tests.authorization.table import about, ways
from tests.connecting import code_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

Call = Callable[[House, UUID, Asker], Awaitable[object]]
CALLS: dict[str, Call] = {
    "is_draft": lambda house, video, asker: house.chat.is_draft(VideoId(video), asker),
    "add": lambda house, video, asker: house.chat.add(VideoId(video), Addition("a forest at night"), asker),
    "cancel": lambda house, video, asker: house.chat.cancel(VideoId(video), asker),
    "card": lambda house, video, asker: house.chat.card(VideoId(video), asker),
    "tidied": lambda house, video, asker: house.chat.tidied(VideoId(video), asker),
    "private": lambda house, video, asker: house.chat.private(VideoId(video), asker),
    "receipt_file": lambda house, video, asker: house.chat.receipt_file(VideoId(video), asker),
    "file": lambda house, asset, asker: house.chat.file(str(asset), asker),
}
BUDGET_MICRO = 50_000_000
HOLD_ALREADY = {"modson", "weboff", "quota3", "nolimit"}
"""Presses that choose what holds from the beginning."""

LINKS = {"open_once", "open_link", "receipt_held"}
"""Calls that take a one-time link, or a receipt's secret, instead of a video's name."""


async def assets(house: House, video: VideoId) -> Sequence[AssetId]:
    """Name the bytes of a video, output first."""
    found = await house.connecting.talk.parts.store.ledger.assets(video)
    return sorted(found)


async def named(house: House, call: str, video: VideoId) -> Sequence[UUID]:
    """Give what a call takes for a video: its own name, or those of its bytes."""
    return await assets(house, video) if call == "file" else [video]


async def test_every_call_about_a_video_is_tried() -> None:
    """Whoever adds one to the conversation adds how it is called to CALLS."""
    assert set(about("calls", "video", "asset", "receipt")) == {*CALLS, *LINKS}


@pytest.mark.parametrize("call", CALLS)
async def test_a_call_about_a_private_video_says_nothing_to_others(house: House, call: str) -> None:
    """It gives what it gives for a video that isn't there, in each state, and no row changes."""
    before, ask = house.rows(), CALLS[call]
    nothing = house.connecting.talk.parts.ids.new()
    for who, asker in house.others.items():
        said = await ask(house, nothing, asker)
        for state, video in house.private.items():
            for subject in await named(house, call, video):
                assert await ask(house, subject, asker) == said, (who, state)
    assert house.rows() == before


@pytest.mark.parametrize("call", sorted(CALLS.keys() - {"receipt_file"}))
async def test_a_call_about_a_video_answers_its_owner_and_whom_the_gate_lets(house: House, call: str) -> None:
    """In some state its owner gets an answer of their own; of what was given or shown, others get what the row says."""
    way, ask = ways("calls")[call], CALLS[call]
    nothing = house.connecting.talk.parts.ids.new()
    said = await ask(house, nothing, house.owner)
    fresh = [await house.add(state) for state in (Making.ASKED, Making.READY)]
    subjects = [one for video in fresh for one in await named(house, call, video)]
    answers = [await ask(house, subject, house.owner) for subject in subjects]
    assert any(answer not in (said, NOT_THEIRS) for answer in answers)
    house.settle()
    before = house.rows()
    for who, asker in house.others.items():
        said = await ask(house, nothing, asker)
        for video, subject in house.opened.items():
            (name, *_) = await named(house, call, video)
            answer = await ask(house, name, asker)
            assert (answer not in (said, NOT_THEIRS)) == house.may(way, asker, subject), (who, subject, answer)
    assert house.rows() == before


async def test_a_receipt_is_its_owners_alone(house: House) -> None:
    """After a video is erased its owner has the receipt by either account, and nobody else knows that it was there."""
    video = await house.add(Making.ERASING)
    await house.connecting.talk.erase(video)
    for asker in (house.owner, house.other):
        assert await house.chat.receipt_file(video, asker) is not None
    for asker in house.others.values():
        if asker.person != house.owner.person:
            assert await house.chat.receipt_file(video, asker) is None
            assert await house.chat.card(video, asker) is None


async def test_a_receipt_is_shown_to_whoever_has_its_secret(house: House) -> None:
    """Number and secret together, whoever brings them; another receipt's, or one alone, is nothing."""
    first, second = [await _receipt(house) for _ in range(2)]
    for one in (first, second):
        shown = await house.chat.receipt_held(one.id, one.secret)
        assert shown is not None
        assert shown.newest.body == one.body
    before = house.rows()
    for number, secret in ((first.id, second.secret), (first.id, ""), ("", first.secret), ("", "")):
        assert await house.chat.receipt_held(number, secret) is None
    assert house.rows() == before


async def _receipt(house: House) -> Receipt:
    video = await house.add(Making.ERASING)
    await house.connecting.talk.erase(video)
    async with house.connecting.talk.parts.store.read() as reads:
        receipt = await reads.receipt(house.owner.viewer, video)
    assert receipt is not None
    return receipt


async def test_a_one_time_link_is_its_receivers(house: House) -> None:
    """In a chat nobody else spends it; on the public address whoever has it does, as its receiver; once."""
    video = house.private[Making.READY]
    presses, outputs = house.connecting.talk.services.presses, set(await assets(house, video))
    token = await presses.link(ACTION, video, house.owner, FOR_MS)
    before = house.rows()
    for asker in house.others.values():
        with pytest.raises(NotFound, match="link_not_found"):
            await house.chat.open_once(token, asker)
    assert await house.chat.open_once(token, house.owner) in outputs
    opened, viewer = await house.chat.open_link(await presses.link(ACTION, video, house.owner, FOR_MS))
    assert opened in outputs
    assert viewer.person == house.owner.person
    gone = await presses.link(ACTION, house.private[Making.ERASING], house.owner, FOR_MS)
    with pytest.raises(NotFound, match="link_not_found"):
        await house.chat.open_link(gone)
    assert house.rows() == before


@pytest.mark.parametrize("command", sorted(set(about("commands", "library")) - {"ask"}))
async def test_a_command_finds_nobody_elses_video(house: House, command: str) -> None:
    """By number, words of its title, 'last' or its name in our tables: the answer is that there is none."""
    before = house.rows()
    words = ["#1", "4", TITLE, "last", str(house.private[Making.READY])]
    for who, asker in house.others.items():
        for text in words:
            assert await house.chat.ask(command, {"video": VideoRef(text)}, asker) == NOT_THERE, (who, text)
    assert house.rows() == before


async def test_a_question_tells_nothing_of_anybody_elses_video(house: House) -> None:
    """A question that names it is answered as one that names nothing, word for word."""
    before = house.rows()
    for who, asker in house.others.items():
        for there, nowhere in (("#1", "#999"), (TITLE, "Grandmother's kitchen"), ("last video", "last video")):
            said = [await house.chat.say(f"Is {one} private?", asker) for one in (there, nowhere)]
            assert said[0] == said[1], (who, there)
            assert TITLE not in str(said)
    assert house.rows() == before


async def test_a_library_is_its_owners_alone(house: House) -> None:
    """What is suggested while somebody types, what waits, which draft takes the next words: nobody else's."""
    for who, asker in house.others.items():
        assert list(await house.chat.complete("videos", "video", "", asker)) == [], who
        assert list(await house.chat.unfinished(asker)) == [], who
        assert await house.chat.draft(asker) is None, who
        assert await house.chat.wordless_draft("a sea", asker) is None, who
        pages = await house.press(ways("presses")["page"], [asker.person, *house.private.values()], asker)
        assert all(page == pages[0] for page in pages), who
        assert "button-" not in str(pages[0])
    assert len(await house.chat.complete("videos", "video", "", house.other)) > 1


async def pairing(house: House) -> tuple[Pairing, Asker]:
    """Let two accounts of somebody wait for the first one's word; gives the second, who may not decide."""
    chat = house.chat
    first = await chat.arrive(Identity(Platform.DISCORD, "20"), house.owner.surface, name="Bo")
    second = await chat.arrive(Identity(Platform.TELEGRAM, "21"), house.owner.surface, name="Bo")
    code = code_of(await chat.ask("connect", {}, first))
    await chat.ask("connect", {"code": code}, second)
    async with house.connecting.talk.parts.store.read() as reads:
        found = await reads.pairing(first.viewer)
    assert found is not None
    return found, second


async def test_nobody_else_decides_which_accounts_are_one(house: House) -> None:
    """A third person's press is answered as one about no pairing; the account that typed the code can't confirm."""
    found, second = await pairing(house)
    nothing, before = house.connecting.talk.parts.ids.new(), house.rows()
    for action in about("presses", "pairing"):
        for who, asker in house.others.items():
            said, answer = await house.press(ways("presses")[action], [nothing, found.id], asker)
            assert answer == said, (action, who)
    await house.press(ways("presses")["join"], [found.id], second)
    assert house.rows() == before


async def test_a_wish_is_made_for_whoever_had_it(house: House) -> None:
    """Words that couldn't be drawn are nobody else's to have made."""
    services = house.connecting.talk.services
    wish = services.wishes.keep(house.owner.person, Wish("two marmosets sign a contract", None, None), services.ids)
    before = house.rows()
    for asker in house.others.values():
        if asker.person != house.owner.person:
            (answer,) = await house.press(ways("presses")["abstract"], [wish], asker)
            assert answer == sorry(NotFound("wish_forgotten"))
    assert house.rows() == before


@pytest.mark.parametrize("action", about("presses", "community"))
async def test_only_its_admins_set_a_community_up(house: House, action: str) -> None:
    """Its members, its moderators, admins elsewhere and strangers change nothing, and don't hear that it exists."""
    nothing, way = house.connecting.talk.parts.ids.new(), ways("presses")[action]
    assert way.asks == (Action.CONFIGURE,)
    before = house.rows()
    for who, asker in {**house.others, "the owner of a video": house.owner}.items():
        if who == "an admin":
            continue
        said, answer = await house.press(way, [nothing, house.community], asker)
        assert (answer == said) == (house.community not in asker.viewer.roles), (who, answer)
        assert "Choice" not in str(answer)
    assert house.rows() == before
    (value,) = await house.values(action, [house.community], house.others["an admin"])
    picked = {PICKED: str(len(before["events"]))} if PRESSES[action].picks else None
    services = house.connecting.talk.services
    purse = Purse({}, Budgets("USD", community_micro=BUDGET_MICRO), services.clock)
    answer = await Chat(replace(services, purse=purse)).press(value, house.others["an admin"], way.form or picked)
    cards = {f"{card}:{house.community}" for card in ("setup", "terms", "ways")}
    assert answer.card in cards or isinstance(answer.parts[0], Form)
    assert house.rows() != before or not PRESSES[action].changes or action in HOLD_ALREADY


async def test_settings_are_ones_own_whatever_a_button_names(house: House) -> None:
    """A button about oneself that names somebody else changes nothing of theirs."""
    mine = {name: theirs(rows, house.owner) for name, rows in house.rows().items()}
    for action in about("presses", "self"):
        await house.press(ways("presses")[action], [house.owner.person], house.others["a stranger"])
    assert {name: theirs(rows, house.owner) for name, rows in house.rows().items()} == mine


def theirs(rows: Sequence[tuple[Any, ...]], asker: Asker) -> list[tuple[Any, ...]]:
    """Give the rows that name somebody."""
    return [row for row in rows if asker.person.hex in row]


async def test_a_link_to_a_desk_makes_a_moderator_of_that_community_once(house: House) -> None:
    """It opens for whoever has it, as its moderator and there alone; a guess, and a second time, open nothing."""
    asker = house.others["a moderator"]
    presses = house.connecting.talk.services.presses
    token = await presses.link(DESK, house.community, asker, LINK_FOR_MS)
    with pytest.raises(NotFound):
        await house.chat.open_desk("a" * 22)
    seat = await house.chat.open_desk(token)
    assert (seat.person, dict(seat.roles)) == (asker.person, {house.community: Role.MODERATOR})
    with pytest.raises(NotFound):
        await house.chat.open_desk(token)


async def test_a_link_to_a_video_opens_no_desk(house: House) -> None:
    """Nor does a link to a desk open a video."""
    presses = house.connecting.talk.services.presses
    video = await presses.link(ACTION, house.private[Making.READY], house.owner, FOR_MS)
    desk = await presses.link(DESK, house.community, house.others["a moderator"], LINK_FOR_MS)
    with pytest.raises(NotFound):
        await house.chat.open_desk(video)
    with pytest.raises(NotFound):
        await house.chat.open_link(desk)
    assert await house.chat.open_link(video)
