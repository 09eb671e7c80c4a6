"""Due: from its end date on nobody opens a video, whether or not it was swept yet; and many are swept together."""

from itertools import product
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chats import CopyKind, Posted
from core.erasure import sweep as sweeping
from core.erasure.erase import Shutting
from core.erasure.sweep import sweep
from core.errors import NotFound
from core.gate import Action
from core.people import Platform
from core.storage.journal import ErasureJournal
from core.videos import Making, is_due
from tests.erasing import MortalSteps, house_of
from tests.keeping import ask_file
from tests.parts import HERE, RETENTION_MS, Parts, shutting_of
from tests.test_enddate import move, stopped


@pytest.fixture
def shutting(parts: Parts) -> Shutting:
    """What closes videos, with a journal beside the keys."""
    return shutting_of(parts)


async def test_the_gate_closes_at_the_end_date_even_before_anything_is_swept(parts: Parts) -> None:
    """At that millisecond nobody finds it: not its owner, not by its number, not in a list, and no byte is opened."""
    owner = await parts.person()
    video, later = await stopped(parts, owner), await stopped(parts, owner)
    await move(parts, owner, video, parts.clock.now_ms() + 1_000)
    parts.clock.advance(999)
    view = await parts.seen(owner, video)
    parts.clock.advance(1)
    async with parts.store.read() as reads:
        assert await reads.video(owner, video, HERE) is None
        assert await reads.video_by_number(owner, view.video.number) is None
        assert [one.video.id for one in await reads.videos(owner)] == [later]
        assert [one.video for one in await reads.titles(owner, 10)] == [later]
        for asset in view.assets:
            assert await reads.asset(owner, asset.id, HERE) is None
        with pytest.raises(NotFound):
            await reads.decide(owner, Action.ENDDATE, video, HERE)


@given(
    state=st.sampled_from(Making),
    ends_at_ms=st.integers(0, 3),
    kept_until_ms=st.none() | st.integers(0, 3),
    hold=st.booleans(),
)
def test_what_the_sweep_takes_is_what_the_gate_closes(
    state: Making, ends_at_ms: int, kept_until_ms: int | None, *, hold: bool
) -> None:
    """In whatever state, kept or not, on hold or not: the sentence of the rule."""
    now_ms = 2
    waited_for = state in {Making.QUEUED, Making.MAKING}
    kept = kept_until_ms is not None and kept_until_ms > now_ms and not hold
    assert is_due(state, ends_at_ms, kept_until_ms, now_ms, hold=hold) == (
        ends_at_ms <= now_ms and not waited_for and not kept
    )


async def test_the_table_says_the_same_as_the_gate(parts: Parts) -> None:
    """Each combination as a row: the ledger names those that are due, and no other one."""
    owner = await parts.person()
    now_ms = parts.clock.now_ms()
    video = await stopped(parts, owner)
    for state in set(Making) - {Making.ERASING}:
        for ends, kept, hold in product((-1, 0, 1), (None, -1, 0, 1), (False, True)):
            kept_ms = None if kept is None else now_ms + kept
            values = {"state": state.value, "ends_at_ms": now_ms + ends, "kept_until_ms": kept_ms, "hold": int(hold)}
            changes = ", ".join(f"{name} = {'NULL' if one is None else repr(one)}" for name, one in values.items())
            ask_file(parts, f"UPDATE videos SET {changes}")  # noqa: S608 - values of ours
            due = is_due(state, now_ms + ends, kept_ms, now_ms, hold=hold)
            assert (list(await parts.store.ledger.overdue(now_ms, 10)) == [video]) == due, values


async def test_many_are_closed_together_the_most_overdue_first(parts: Parts, shutting: Shutting) -> None:
    """One line of the journal is for all of a helping, and each has a receipt of its own."""
    owner = await parts.person()
    made = [await stopped(parts, owner) for _ in range(4)]
    for number, video in enumerate(reversed(made)):
        await move(parts, owner, video, parts.clock.now_ms() + 1_000 + number)
    parts.clock.advance(RETENTION_MS)
    assert await sweep(shutting) == 4
    journal = cast("ErasureJournal", shutting.journal)
    assert journal.read() == list(reversed(made))
    for video in made:
        async with parts.store.read() as reads:
            assert await reads.receipt(owner, video) is not None


async def test_a_full_helping_is_erased_at_one_go_and_without_a_flow_for_each(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows, bytes and words are gone, each has a receipt of one version; what is due alone afterwards has its flow."""
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    house = house_of(parts)
    owner = await parts.person()
    made = [await house.made(owner) for _ in range(2)]
    parts.clock.advance(1_000)
    made.append(await house.made(owner))
    secrets = [one for video in made[:2] for one in await house.secrets(video)]
    await house.told()
    parts.clock.advance(RETENTION_MS - 1_000)
    assert await sweep(house.shutting, house.eraser) == 2
    parts.clock.advance(1_000)
    assert await sweep(house.shutting, house.eraser) == 1
    assert [row for row in await house.told() if row[0] == "engine"] == [("engine", "erase")]
    assert await parts.store.ledger.erasing() == [made[2]]
    for video in made[:2]:
        receipt = await house.receipt(owner, video)
        assert receipt is not None
        assert (receipt.version, receipt.is_open) == (1, False)
    await house.eraser.erase(MortalSteps(), str(made[2]))
    assert house.found(secrets) == []
    assert parts.sealed_files == []


async def test_what_chats_hold_files_of_is_left_to_its_flow(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deliverers need their time to empty a message; beside it the others are erased at one go."""
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    house = house_of(parts)
    owner = await parts.person()
    assert owner.person is not None
    alone, in_chat = [await house.made(owner) for _ in range(2)]
    asset = (await parts.seen(owner, in_chat)).assets[0].id
    message = Posted(
        parts.ids.new(), Platform.DISCORD, owner.person, in_chat, CopyKind.DIRECT, "1", "2", asset, posted_at_ms=1
    )
    async with parts.store.write() as writes:
        await writes.keep_posted(message)
    await house.told()
    parts.clock.advance(RETENTION_MS)
    assert await sweep(house.shutting, house.eraser) == 2
    assert await parts.store.ledger.erasing() == [in_chat]
    assert ("engine", "erase") in await house.told()
    assert await house.receipt(owner, alone) is not None
    assert await house.receipt(owner, in_chat) is None


async def test_what_breaks_while_many_are_erased_goes_on_by_flows(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are closed; whoever restarts what was lost finds them, and the end is the same."""
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    house = house_of(parts)
    owner = await parts.person()
    made = [await house.made(owner) for _ in range(2)]
    ask_file(parts, "CREATE TRIGGER stuck BEFORE DELETE ON videos BEGIN SELECT RAISE(ABORT, 'no'); END")
    parts.clock.advance(RETENTION_MS)
    assert await sweep(house.shutting, house.eraser) == 2
    assert set(await parts.store.ledger.erasing()) == set(made)
    for video in made:
        assert await parts.view(owner, video) is None
    ask_file(parts, "DROP TRIGGER stuck")
    for video in made:
        await house.eraser.erase(MortalSteps(), str(video))
        assert await house.receipt(owner, video) is not None
