"""`hushreel operator costs`: what videos made elsewhere came to, by month, generator and community, not by person."""

import asyncio

import pytest

from bots.__main__ import main
from core.people import STRANGER, Viewer
from core.spending import NO_PRICES, Charge, Entry, Sum, month_of
from tests.parts import Parts
from tests.spending import VIDEO_MICRO, Paying
from tests.test_spending import ELSEWHERE, HOME


async def test_the_books_are_the_operators(parts: Parts) -> None:
    """By month and community, each kind for itself; nobody else reads a line, and no line says who it was."""
    paying, owner, other = Paying(parts), await parts.person(), await parts.person("other")
    first_ms = parts.clock.now_ms()
    for viewer in (owner, other, owner):
        await paying.move(await paying.sent(viewer, HOME), "finish")
    await paying.move(await paying.sent(other, HOME), "cancel")
    await paying.sent(owner, ELSEWHERE)
    await Paying(parts, prices=NO_PRICES).sent(owner)
    parts.clock.at_ms = month_of(first_ms)[1]
    await paying.begun(owner)
    one = Sum(1, VIDEO_MICRO)
    async with parts.store.read() as reads:
        assert await reads.books(Viewer(operator=True)) == [
            Entry("2026-12", "kling", None, "USD", {Charge.RESERVED: one}),
            Entry("2026-11", "kling", None, None, {Charge.RESERVED: Sum(1, 0)}),
            Entry("2026-11", "kling", HOME, "USD", {Charge.SETTLED: Sum(3, 3 * VIDEO_MICRO), Charge.UNSURE: one}),
            Entry("2026-11", "kling", ELSEWHERE, "USD", {Charge.RESERVED: one}),
        ]
        for viewer in (owner, other, STRANGER):
            assert await reads.books(viewer) == ()


async def test_everybody_knows_what_they_spent_themselves(parts: Parts) -> None:
    """With what is reserved, since a time; of others nothing."""
    paying, owner, other = Paying(parts), await parts.person(), await parts.person("other")
    await paying.move(await paying.sent(owner), "finish")
    await paying.sent(owner)
    begins_ms, renews_ms = month_of(parts.clock.now_ms())
    async with parts.store.read() as reads:
        assert await reads.own_spending(owner, "USD", begins_ms) == 2 * VIDEO_MICRO
        assert await reads.own_spending(owner, "EUR", begins_ms) == 0
        assert await reads.own_spending(owner, "USD", renews_ms) == 0
        assert [await reads.own_spending(one, "USD", begins_ms) for one in (other, STRANGER)] == [0, 0]


async def test_the_command_prints_a_line_for_each(
    parts: Parts, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sums to the last millionth; ids of communities; what has no price is told apart, and never as 0."""
    owner = await parts.person()
    await Paying(parts).move(await Paying(parts).sent(owner, HOME), "finish")
    await Paying(parts, prices=NO_PRICES).sent(owner)
    printed = await _costs(parts, monkeypatch, capsys)
    assert f"community {HOME}: came 1, 0.45 USD; may have been charged 0, 0.00 USD; on its way 0" in printed
    assert "in no community, without a price: came 0; may have been charged 0; on its way 1. Nobody knows" in printed
    assert "on the generator's bill" in printed
    assert str(owner.person) not in printed


async def test_where_nothing_was_sent_it_says_so(
    parts: Parts, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line."""
    assert await _costs(parts, monkeypatch, capsys) == "Nothing was sent to a generator that sends a bill.\n"


async def _costs(parts: Parts, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the command beside the parts."""
    keys = parts.folder.parent / "keys"
    monkeypatch.setenv("HUSHREEL_DATA_DIR", str(parts.folder))
    monkeypatch.setenv("HUSHREEL_KEY_FILE", str(keys / "master.key"))
    monkeypatch.setenv("HUSHREEL_ERASURE_JOURNAL", str(keys / "erasure.journal"))
    assert await asyncio.to_thread(main, ["operator", "costs"]) == 0
    return capsys.readouterr().out
