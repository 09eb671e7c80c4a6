"""Open receipts: what they wait for outside is asked for again and again, and told as it is."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from core.chats import CopyKind, Posted
from core.erasure import copies
from core.erasure import follow as following
from core.erasure.closed import BEYOND_US
from core.erasure.copies import NOBODY_ANSWERED, item_of
from core.erasure.follow import Answer, Follower
from core.erasure.receipts import Closed, NoBackups, journaled, open_receipt
from core.people import Platform, Viewer
from core.receipts import LOOKS_AFTER_MS, NOBODY, OPEN_AT_MOST_MS, Item, ItemState, Opened
from core.storage.tables import outbox, recalls, receipts
from core.videos import AssetId, VideoId
from tests.erasing import House, MortalSteps, house_of
from tests.parts import Parts

DAY_MS = 86_400_000
FILE = AssetId(UUID(int=9))
COPY = UUID(int=77)


@pytest.fixture
def house(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> House:
    """Everything on a folder of its own; chats are not waited for."""
    monkeypatch.setattr(copies, "WAIT_S", 0.0)
    return house_of(parts)


def follower_of(house: House, **generators: Any) -> Follower:
    """Give what looks at receipts."""
    return Follower(house.parts.store, house.shutting.issuer, generators)


async def file_in_chat(house: House, owner: Viewer, video: VideoId, kind: CopyKind = CopyKind.DIRECT) -> Posted:
    """Keep a message with a file of a video."""
    assert owner.person
    name, now_ms = house.parts.ids.new(), house.parts.clock.now_ms()
    until_ms = now_ms + 900_000 if kind is CopyKind.EPHEMERAL else 0
    one = Posted(name, Platform.DISCORD, owner.person, video, kind, "5", str(name), FILE, token_until_ms=until_ms)
    async with house.parts.store.write() as writes:
        await writes.keep_posted(replace(one, posted_at_ms=now_ms, token="t" if until_ms else ""))
    return one


async def erased(house: House, *kinds: CopyKind) -> tuple[Viewer, VideoId, list[Posted], Opened]:
    """Erase a video whose files chats hold."""
    owner = await house.parts.person()
    video = await house.made(owner)
    held = [await file_in_chat(house, owner, video, kind) for kind in kinds]
    opened = await house.ask(owner, video)
    await house.eraser.erase(MortalSteps(), str(video))
    return owner, video, held, opened


async def state_of(house: House, opened: Opened) -> tuple[int, str, list[dict[str, Any]]]:
    """Give version, state and items outside, as whoever has the secret sees them."""
    async with house.parts.store.read() as reads:
        shown = await reads.receipt_held(opened.number, opened.secret)
    assert shown is not None
    told = json.loads(shown.newest.body)
    assert [one.number for one in shown.versions] == list(range(1, len(shown.versions) + 1))
    ours = {"database", "sealed_store", "people", "disk"}
    return shown.newest.number, told["state"], [one for one in told["items"] if one["where"] not in ours]


async def drop(house: House, one: Posted) -> None:
    """Take a message out of the chat, as its deliverer does."""
    async with house.parts.store.write() as writes:
        await writes.drop_posted(one.id)


async def test_a_receipt_closes_when_the_last_file_is_out_of_the_chats(house: House) -> None:
    """Each file that goes is a version; nothing is issued while nothing changes; the closing one is told."""
    owner, video, (first, second), opened = await erased(house, CopyKind.DIRECT, CopyKind.DIRECT)
    follower = follower_of(house)
    assert (await state_of(house, opened))[:2] == (2, "open")
    assert await follower.look() == 0
    for one, version, state in ((first, 3, "open"), (second, 4, "closed")):
        await drop(house, one)
        house.parts.clock.advance(DAY_MS)
        assert await follower.look() == 1
        assert (await state_of(house, opened))[:2] == (version, state)
    house.parts.clock.advance(OPEN_AT_MOST_MS)
    assert await follower.look() == 0
    receipt = await house.receipt(owner, video)
    assert receipt is not None
    assert (receipt.version, receipt.is_open) == (4, False)


async def test_what_waits_is_asked_for_again_with_growing_pauses(house: House) -> None:
    """Once at a time, for the owner's chat and for a friend's: whoever delivers it tries again."""
    owner, video, _, opened = await erased(house, CopyKind.DIRECT)
    member = await house.parts.person("member")
    await file_in_chat(house, member, video)
    follower, ledger = follower_of(house), house.parts.store.ledger
    await follower.look()
    assert len((await state_of(house, opened))[2]) == 2
    asked, looked = [], []
    for _ in range(8):
        await emptied(house)
        await follower.look()
        asked.append(await emptied(house))
        (due,) = [row.look_at_ms for row in await house.rows(sa.select(receipts.c.look_at_ms))]
        looked.append(due - house.parts.clock.now_ms())
        assert await ledger.receipts_due(due - 1, 5) == []
        house.parts.clock.at_ms = due
    both = sorted([("discord", "receipt", owner.person), ("discord", "shared", member.person)])
    assert [sorted(one) for one in asked] == [both] * 8
    assert looked == [*LOOKS_AFTER_MS[1:], LOOKS_AFTER_MS[-1], LOOKS_AFTER_MS[-1]]
    await follower.look()
    house.parts.clock.advance(DAY_MS)
    await follower.look()
    assert len(await emptied(house)) == 2


@pytest.mark.parametrize("kind", [CopyKind.POST, CopyKind.REVIEW])
async def test_what_stands_in_a_channel_is_asked_for_again_by_its_own_name(house: House, kind: CopyKind) -> None:
    """A post and a card for moderators: their publication is gone, so that whoever takes them back knows them alone."""
    _, _, (held,), opened = await erased(house, kind)
    follower = follower_of(house)
    for _ in range(3):
        await emptied(house)
        house.parts.clock.advance(DAY_MS)
        await follower.look()
        found = await house.rows(sa.select(outbox).where(outbox.c.surface == "discord"))
        assert [(row.kind, row.subject, row.person) for row in found] == [("feed", held.id, None)]
    assert (await state_of(house, opened))[1] == "open"
    await drop(house, held)
    house.parts.clock.advance(DAY_MS)
    await follower.look()
    assert (await state_of(house, opened))[1] == "closed"


async def emptied(house: House) -> list[tuple[str, str, Any]]:
    """Give the rows for Discord, and take them out."""
    found = await house.rows(sa.select(outbox).where(outbox.c.surface == "discord"))
    for row in found:
        await house.parts.store.ledger.settle(row.id)
    return [(row.surface, row.kind, row.person) for row in found]


async def test_what_nobody_confirms_in_ninety_days_is_called_so(house: House) -> None:
    """Until then it waits; then it is unconfirmed, the receipt is closed, and we forget where that message was."""
    _, video, (held,), opened = await erased(house, CopyKind.DIRECT)
    follower = follower_of(house)
    house.parts.clock.advance(OPEN_AT_MOST_MS - 1)
    assert await follower.look() == 0
    house.parts.clock.advance(DAY_MS)
    assert await follower.look() == 1
    version, state, (item,) = await state_of(house, opened)
    assert (version, state, item["state"], item["why"]) == (3, "closed", "unconfirmed", NOBODY_ANSWERED)
    assert await house.parts.store.ledger.posted_named(held.id) is None
    assert await house.parts.store.ledger.posted_about(Platform.DISCORD, video) == []


async def test_a_message_that_gets_out_of_reach_is_never_called_done(house: House) -> None:
    """The token of an answer that only its reader sees is over after 15 minutes: its file can't be recalled."""
    _, _, _, opened = await erased(house, CopyKind.EPHEMERAL)
    assert (await state_of(house, opened))[1] == "open"
    house.parts.clock.advance(900_000)
    assert await follower_of(house).look() == 1
    _, state, (item,) = await state_of(house, opened)
    assert (state, item["state"], item["why"]) == ("closed", "cannot_recall", "answered_over_15_minutes_ago")


async def test_a_receipt_that_waits_for_something_of_ours_is_left_to_the_flow(house: House) -> None:
    """As long as bytes or rows are here, nothing is said of chats, and no time is over."""
    owner = await house.parts.person()
    video = await house.made(owner)
    held = await file_in_chat(house, owner, video)
    opened = await house.ask(owner, video)
    await drop(house, held)
    house.parts.clock.advance(2 * OPEN_AT_MOST_MS)
    assert await follower_of(house).look() == 0
    assert (await state_of(house, opened))[:2] == (1, "open")
    await house.eraser.erase(MortalSteps(), str(video))
    assert (await state_of(house, opened))[:2] == (2, "closed")


@dataclass
class Kept(NoBackups):
    """Backups of which the newest ends some day."""

    until_ms: int
    paper: str = "hushreel-privacy/4.5"

    def newest_end_ms(self) -> int | None:
        """Give that day."""
        return self.until_ms


async def test_a_receipt_says_when_the_last_backup_ends(house: House) -> None:
    """Where there is a backup, and by which paper; a date, and nothing that anybody waits for."""
    owner = await house.parts.person()
    video = await house.made(owner)
    opened = await house.ask(owner, video)
    issuer = replace(house.eraser.issuer, backups=Kept(house.parts.clock.now_ms() + 30 * DAY_MS))
    await replace(house.eraser, issuer=issuer).erase(MortalSteps(), str(video))
    _, state, (item,) = await state_of(house, opened)
    assert state == "closed"
    assert (item["what"], item["state"], item["paper"]) == ("backups", "expires", "hushreel-privacy/4.5")
    assert item["until"].startswith("2026-12-")


@dataclass
class Scripted:
    """A generator that answers as it is told, the last answer for ever. An exception is raised, None takes for ever."""

    answers: list[Answer | Exception | None]
    asked: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def erase(self, item: Item) -> Answer:
        """Answer the next thing."""
        assert item.copy == COPY
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        if answer is None:
            await self.over.wait()
        if isinstance(answer, Exception):
            raise answer
        assert answer is not None
        return answer


async def opened_for(house: House, *items: Item) -> Opened:
    """Open a receipt of nobody's, for these things outside."""
    async with house.parts.store.write() as writes:
        position = await journaled([COPY], writes, house.shutting.journal)
        return await open_receipt(writes, Closed((*items, *BEYOND_US), position, [COPY]), house.shutting.issuer)


AT_KLING = Item("generators_copy", "kling", copy=COPY)
GONE, UNKNOWN, REFUSED = Answer.CONFIRMED, Answer.NOT_FOUND, Answer.REFUSED


@pytest.mark.parametrize(
    ("answers", "ends"),
    [
        ([GONE, UNKNOWN], "done"),
        ([REFUSED, UNKNOWN, OSError(), GONE, UNKNOWN], "done"),
        ([UNKNOWN], "unconfirmed"),
        ([GONE], "unconfirmed"),
        ([REFUSED], "unconfirmed"),
        ([OSError()], "unconfirmed"),
        ([None], "unconfirmed"),
    ],
    ids=["confirmed", "at last", "not found", "a lie", "refused", "broken", "silent"],
)
async def test_a_generator_is_believed_when_its_copy_is_gone(
    answers: list[Answer | Exception | None], ends: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It confirms, and knows no such copy when it is asked once more. Everything else is asked again, for 90 days."""
    monkeypatch.setattr(following, "ASKED_WITHIN_S", 0.01)
    kling = Scripted(answers)
    opened, follower = await opened_for(house, AT_KLING), follower_of(house, kling=kling)
    for _ in range(100):
        await follower.look()
        house.parts.clock.advance(DAY_MS)
    _, state, (item,) = await state_of(house, opened)
    assert (state, item["state"]) == ("closed", ends)
    assert kling.asked >= (2 if ends == "done" else 90)


async def test_a_generator_that_does_not_answer_keeps_no_other_receipt_waiting(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked once in a look, however many copies it has; whoever answers is asked for each of theirs."""
    monkeypatch.setattr(following, "ASKED_WITHIN_S", 0.01)
    kling, fal = Scripted([None]), Scripted([GONE, UNKNOWN] * 3)
    for where in ("kling", "fal") * 3:
        await opened_for(house, replace(AT_KLING, where=where))
    assert await follower_of(house, kling=kling, fal=fal).look() == 3
    assert (kling.asked, fal.asked) == (1, 6)


async def test_a_papers_date_stands_where_nobody_confirms(house: House) -> None:
    """After 90 days the copy expires by that paper; until then the date is told of what waits."""
    until_ms = house.parts.clock.now_ms() + 120 * DAY_MS
    opened = await opened_for(house, replace(AT_KLING, until_ms=until_ms, paper="kling-api/5.1"))
    assert (await state_of(house, opened))[2][0]["until"]
    house.parts.clock.advance(OPEN_AT_MOST_MS)
    assert await follower_of(house, kling=Scripted([REFUSED])).look() == 1
    _, state, (item,) = await state_of(house, opened)
    assert (state, item["state"], item["paper"]) == ("closed", "expires", "kling-api/5.1")


async def recalled(house: House, owner: Viewer, rows: Sequence[Posted]) -> Opened:
    """Erase a person, as far as their messages go: the rows are nobody's from now on."""
    assert owner.person
    now_ms, parts = house.parts.clock.now_ms(), house.parts
    items = [item_of(one, now_ms) for one in rows]
    async with parts.store.write() as writes:
        opened = await open_receipt(writes, Closed(items), house.shutting.issuer)
        await writes.recall(opened.number, [one.id for one in rows])
        await writes.disown_receipts(owner.person)
    return opened


async def test_messages_are_taken_back_without_a_person(house: House) -> None:
    """Their chat is sealed, no row names whose they were, and the receipt closes when the last of them is gone."""
    owner = await house.parts.person()
    rows = [await file_in_chat(house, owner, await house.made(owner)) for _ in range(2)]
    await house.told()
    await emptied(house)
    opened = await recalled(house, owner, rows)
    follower, ledger = follower_of(house), house.parts.store.ledger
    assert sorted(await emptied(house)) == [("discord", "recall", None)] * 2
    for row in await house.rows(sa.select(recalls)):
        assert owner.person not in row
        assert b'"5"' not in row.sealed
    found = await ledger.recall_named(rows[0].id)
    assert found == replace(rows[0], person=NOBODY, video=VideoId(UUID(int=0)), posted_at_ms=house.parts.clock.now_ms())
    assert await ledger.posted_named(rows[0].id) is None
    assert await follower.look() == 0
    for one, state in zip(rows, ("open", "closed"), strict=True):
        async with house.parts.store.write() as writes:
            await writes.drop_recall(one.id)
        house.parts.clock.advance(DAY_MS)
        assert await follower.look() == 1
        assert (await state_of(house, opened))[1] == state


async def test_receipts_of_somebody_erased_belong_to_nobody(house: House) -> None:
    """Their owner finds them no more, whoever has the secret does, and the secret itself is in no table."""
    owner, video, _, opened = await erased(house)
    assert owner.person
    async with house.parts.store.write() as writes:
        assert await writes.disown_receipts(owner.person) == 1
        assert await writes.disown_receipts(owner.person) == 0
    assert await house.opened(owner, video) is None
    assert (await state_of(house, opened))[1] == "closed"
    (row,) = await house.rows(sa.select(receipts))
    assert (row.person, row.origin, row.sealed_secret) == (None, None, None)


async def test_a_receipt_opens_to_its_number_and_secret_alone(house: House) -> None:
    """Another's secret, another number, and nothing at all: the same None. No file holds the secret, nor its salt."""
    *_, opened = await erased(house)
    *_, other = await erased(house)
    async with house.parts.store.read() as reads:
        shown = await reads.receipt_held(opened.number, opened.secret)
        assert shown is not None
        for number, secret in (
            (opened.number, other.secret),
            (other.number, opened.secret),
            (opened.number, ""),
            ("", opened.secret),
            ("R-0000-0000", "x"),
        ):
            assert await reads.receipt_held(number, secret) is None
    held = b"\n".join(house.files().values())
    for hidden in (opened.secret, shown.salt, bytes.fromhex(shown.salt).hex().upper()):
        assert hidden.encode() not in held
    assert bytes.fromhex(shown.salt) not in held


async def test_an_item_that_is_settled_stays_as_it_is(house: House) -> None:
    """A second look, a second flow: no version more, and none of the first is changed."""
    owner, video, _, opened = await erased(house)
    before = await state_of(house, opened)
    await house.eraser.erase(MortalSteps(), str(video))
    await follower_of(house).look()
    assert await state_of(house, opened) == before
    assert (await house.receipt(owner, video)) is not None
    assert {one.state for one in BEYOND_US} == {ItemState.CANNOT_RECALL}
