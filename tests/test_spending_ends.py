"""The books keep sums, and forget people: with their erasure, with the month, and after 400 days altogether."""

from core.aging import BOOKS_MS
from core.erasure.aging import Aging
from core.people import FORGETS_AFTER_MS
from core.spending import month_of
from tests.departing import ANN, ANNS_OTHER, BEN, village_in
from tests.exporting import Exporting, data_of
from tests.parts import Parts
from tests.spending import VIDEO_MICRO, Paying

NAMED = "person IS NOT NULL, video IS NOT NULL, amount_micro"


async def test_an_erased_video_leaves_its_sum(parts: Parts) -> None:
    """Its id goes, and still it counts against its owner's budget: erasing gives no money back."""
    paying, owner = Paying(parts), await parts.person()
    video = await paying.sent(owner)
    await paying.move(video, "finish")
    async with parts.store.write() as writes:
        await writes.move_video(video, "erase")
        await writes.forget_video(video)
    assert paying.rows(NAMED) == [(1, 0, VIDEO_MICRO)]
    async with parts.store.read() as reads:
        assert await reads.own_spending(owner, "USD", 0) == VIDEO_MICRO


async def test_a_forgotten_person_leaves_their_sum(parts: Parts) -> None:
    """The operator's books stay whole, and name nobody."""
    village, paying = await village_in(parts), Paying(parts)
    ann, ben = await village.meet(ANN), await village.meet(BEN)
    for who in (ann, ben):
        await paying.move(await paying.sent(who), "finish")
    await village.leave(ANN)
    await village.run()
    assert paying.rows(NAMED) == [(0, 0, VIDEO_MICRO), (1, 1, VIDEO_MICRO)]


async def test_whose_it_was_is_forgotten_with_the_month(parts: Parts) -> None:
    """Not a millisecond before: until then a budget asks for it. The archive in which it stood is closed."""
    village, paying = await village_in(parts), Paying(parts)
    exporting, ann = Exporting(village), await village.meet(ANN)
    await paying.move(await paying.sent(ann), "finish")
    sweeping = Aging(parts.store, parts.revocations, parts.clock)
    _, ends_ms = month_of(parts.clock.now_ms())
    parts.clock.at_ms = ends_ms - 1
    await exporting.make(ANN)
    assert await sweeping.sweep() == 0
    assert paying.rows("person IS NOT NULL") == [(1,)]
    parts.clock.advance(1)
    assert await sweeping.sweep() == 1
    assert paying.rows(NAMED) == [(0, 1, VIDEO_MICRO)]
    async with parts.store.read() as reads:
        assert await reads.export(ann) is None
    parts.clock.advance(BOOKS_MS)
    await sweeping.sweep()
    assert paying.rows() == []


async def test_it_stands_in_ones_own_archive(parts: Parts) -> None:
    """What one's videos cost; nothing of what others spent."""
    village, paying = await village_in(parts), Paying(parts)
    await paying.sent(await village.meet(ANN), village.community)
    await paying.sent(await village.meet(BEN), village.community)
    (told,) = data_of(await Exporting(village).make(ANN))["rows"]["spending"]["spending"]
    assert {name: told[name] for name in ("route", "state", "amount_micro", "currency")} == {
        "route": "kling",
        "state": "reserved",
        "amount_micro": VIDEO_MICRO,
        "currency": "USD",
    }


async def test_connected_accounts_have_one_budget(parts: Parts) -> None:
    """Parted again, each has what its own videos cost."""
    village, paying = await village_in(parts), Paying(parts)
    await paying.sent(await village.meet(ANN))
    await paying.sent(await village.meet(ANNS_OTHER))
    await village.connect(ANN, ANNS_OTHER)
    parts.clock.advance(FORGETS_AFTER_MS)
    async with parts.store.read() as reads:
        assert await reads.own_spending(await village.meet(ANN), "USD", 0) == 2 * VIDEO_MICRO
    await village.part(ANN)
    for account in (ANN, ANNS_OTHER):
        viewer = await village.meet(account)
        async with parts.store.read() as reads:
            assert await reads.own_spending(viewer, "USD", 0) == VIDEO_MICRO
