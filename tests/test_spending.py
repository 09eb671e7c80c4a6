"""Money: reserved when a video is sent, settled when it comes, released where nothing left, within every budget."""

import asyncio
import tempfile
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.chat.told import sorry
from core.errors import LimitReached, LostRace, PersonError, RouteRefused
from core.generation.create import create
from core.generation.draft import start
from core.generation.order import Wish
from core.people import CommunityId, Viewer
from core.spending import NO_PRICES, Charge, Whose, month_of
from core.videos import Making, VideoId
from tests.parts import HERE, Parts, parts_in
from tests.spending import VIDEO_MICRO, Paying, dollars
from tests.talk import spoken

HOME, ELSEWHERE = (CommunityId(UUID(int=number)) for number in (1, 2))
RESERVED, SETTLED, UNSURE = ((one.value, VIDEO_MICRO, "USD") for one in Charge)


async def test_what_is_sent_is_reserved_in_the_same_breath(parts: Parts) -> None:
    """By the price of today: nothing for a draft, and one row once it is sent, however often that is pressed."""
    paying, owner = Paying(parts), await parts.person()
    video = await paying.draft(owner)
    assert paying.rows() == []
    await paying.start(owner, video)
    with pytest.raises(LostRace):
        await paying.start(owner, video)
    assert paying.rows() == [RESERVED]


@pytest.mark.parametrize(
    ("verb", "when", "after"),
    [
        ("finish", "sent", [SETTLED]),
        ("fail", "begun", []),
        ("fail", "sent", [UNSURE]),
        ("cancel", "begun", []),
        ("cancel", "sent", [UNSURE]),
        ("erase", "begun", []),
        ("erase", "sent", [UNSURE]),
    ],
)
async def test_what_comes_of_the_video_comes_of_the_money(
    parts: Parts, verb: str, when: str, after: list[tuple[object, ...]]
) -> None:
    """Settled when it is here; gone where nothing left; where something did and no video came, it may be charged."""
    paying, owner = Paying(parts), await parts.person()
    await paying.move(await (paying.sent if when == "sent" else paying.begun)(owner), verb)
    assert paying.rows() == after


async def test_one_that_waits_or_is_unsure_stays_reserved(parts: Parts) -> None:
    """Until something is known."""
    paying, owner = Paying(parts), await parts.person()
    video = await paying.sent(owner)
    await paying.move(video, "lose_sight")
    assert paying.rows() == [RESERVED]
    await paying.move(video, "finish")
    assert paying.rows() == [SETTLED]


async def test_what_was_refused_and_taken_back_costs_nothing(parts: Parts) -> None:
    """Kling declined the order: it never began, so the money is free again."""
    paying, owner = Paying(parts), await parts.person()
    video = await paying.sent(owner)
    async with parts.store.write() as writes:
        await writes.unsend(video)
        await writes.move_video(video, "fail", failure="content_declined")
    assert paying.rows() == []


async def test_a_cancelled_video_can_not_leave_any_more(parts: Parts) -> None:
    """What was released can't be spent: a flow that is about to send it may not."""
    paying, owner = Paying(parts), await parts.person()
    video = await paying.begun(owner)
    await paying.move(video, "cancel")
    async with parts.store.write() as writes:
        assert not await writes.send(video)


async def test_what_stays_in_the_house_is_in_no_books(parts: Parts) -> None:
    """Motion costs nothing, whatever the budgets are."""
    paying, owner = Paying(parts, dollars(person=0)), await parts.person()
    wish, needed = Wish("a calm sea at sunset", seconds=3), parts.for_use_cases
    made = await create(owner, wish, [], workers=parts.workers, generators=parts.generators, draft=True, **needed)
    await start(
        owner,
        made.video,
        HERE,
        route="motion",
        store=parts.store,
        generators=parts.generators,
        papers=lambda _: {},
        purse=paying.purse,
    )
    assert paying.rows() == []


async def test_without_a_price_the_sum_is_unknown(parts: Parts) -> None:
    """Sent all the same where nobody set a budget; it is unknown, never 0."""
    paying, owner = Paying(parts, prices=NO_PRICES), await parts.person()
    await paying.sent(owner)
    assert paying.rows() == [("reserved", None, None)]


async def test_an_unknown_sum_fits_into_no_budget(parts: Parts) -> None:
    """It isn't sent, and stays a draft; the sentence says who can mend it."""
    paying, owner = Paying(parts, dollars(everybody=1_000), NO_PRICES), await parts.person()
    video = await paying.draft(owner)
    with pytest.raises(RouteRefused, match="price_unknown") as refused:
        await paying.start(owner, video)
    assert "whoever runs this bot" in spoken(sorry(refused.value))
    assert (await parts.seen(owner, video)).video.state is Making.ASKED


async def test_a_persons_budget_is_their_own(parts: Parts) -> None:
    """Two videos fit, a third doesn't; somebody else's still do."""
    paying = Paying(parts, dollars(person=1))
    owner, other = await parts.person(), await parts.person("other")
    await paying.sent(owner)
    await paying.sent(owner)
    third = await paying.draft(owner)
    with pytest.raises(LimitReached) as refused:
        await paying.start(owner, third)
    _, renews_ms = month_of(parts.clock.now_ms())
    assert refused.value.code == "budget_reached"
    assert refused.value.data == {
        "whose": Whose.PERSON,
        "needed_micro": VIDEO_MICRO,
        "left_micro": 100_000,
        "currency": "USD",
        "renews_ms": renews_ms,
    }
    assert (await parts.seen(owner, third)).video.state is Making.ASKED
    await paying.sent(other)


async def test_the_refusal_says_what_is_left_and_until_when(parts: Parts) -> None:
    """In dollars, with the day; what others spent is told to nobody."""
    owner, said = await parts.person(), []
    for budgets in (dollars(person=0.4), dollars(community=0.4), dollars(everybody=0.4)):
        paying = Paying(parts, budgets)
        with pytest.raises(LimitReached) as refused:
            await paying.start(owner, await paying.draft(owner, HOME))
        said.append(spoken(sorry(refused.value)))
    assert "$0.45" in said[0]
    assert "$0.40" in said[0]
    assert all("$0.40" not in one for one in said[1:])
    assert "the community in which it was begun" in said[1]
    assert all("1 Dec 2026" in one for one in said)


async def test_a_budget_is_anew_with_the_month(parts: Parts) -> None:
    """From its first millisecond on."""
    paying, owner = Paying(parts, dollars(person=0.5)), await parts.person()
    await paying.sent(owner)
    _, renews_ms = month_of(parts.clock.now_ms())
    parts.clock.at_ms = renews_ms - 1
    video = await paying.draft(owner)
    with pytest.raises(LimitReached):
        await paying.start(owner, video)
    parts.clock.advance(1)
    await paying.start(owner, video)


async def test_a_communitys_budget_is_for_what_is_begun_there(parts: Parts) -> None:
    """By whomever; in another one, and in private, it doesn't count."""
    paying = Paying(parts, dollars(community=0.5))
    owner, other = await parts.person(), await parts.person("other")
    await paying.sent(owner, HOME)
    with pytest.raises(LimitReached) as refused:
        await paying.start(other, await paying.draft(other, HOME))
    assert refused.value.data["whose"] is Whose.COMMUNITY
    await paying.sent(other, ELSEWHERE)
    await paying.sent(other)


async def test_what_may_have_been_charged_counts(parts: Parts) -> None:
    """Cancelled after it left, its money is gone until the month is over; released, it is free at once."""
    paying, owner = Paying(parts, dollars(everybody=0.5)), await parts.person()
    await paying.move(await paying.begun(owner), "cancel")
    await paying.move(await paying.sent(owner), "cancel")
    with pytest.raises(LimitReached) as refused:
        await paying.start(owner, await paying.draft(owner))
    assert refused.value.data["whose"] is Whose.EVERYBODY


async def test_two_who_press_at_once_do_not_overdraw(parts: Parts) -> None:
    """There is room for three videos, and twelve are sent at the same moment by four people."""
    paying = Paying(parts, dollars(everybody=1.4))
    people = [await parts.person(f"person {number}") for number in range(4)]
    drafts = [(one, await paying.draft(one)) for one in people for _ in range(3)]
    done = await asyncio.gather(*(paying.start(*one) for one in drafts), return_exceptions=True)
    assert sum(one is None for one in done) == 3
    assert all(one is None or isinstance(one, LimitReached) for one in done)
    assert paying.rows() == [RESERVED] * 3


async def test_one_pressed_twice_at_once_is_paid_once(parts: Parts) -> None:
    """The second press finds no draft any more."""
    paying, owner = Paying(parts), await parts.person()
    video = await paying.draft(owner)
    done = await asyncio.gather(*(paying.start(owner, video) for _ in range(5)), return_exceptions=True)
    assert sum(one is None for one in done) == 1
    assert paying.rows() == [RESERVED]


ACTS = ("draft", "start", "begin", "send", "unsend", "lose_sight", "finish", "fail", "cancel", "erase", "month")
STEPS = st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.sampled_from((HOME, ELSEWHERE, None)))


@pytest.mark.timeout(900)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=40))
async def test_whatever_happens_no_budget_is_overdrawn(story: list[tuple[str, int, CommunityId | None]]) -> None:
    """Reserved, settled and perhaps charged together stay within what each person, community and all may spend."""
    with tempfile.TemporaryDirectory() as folder:
        async with parts_in(Path(folder) / "data") as parts:
            paying = Paying(parts, dollars(person=0.95, community=1.4, everybody=2.3))
            people = [await parts.person(f"person {number}") for number in range(3)]
            drafts = {number: [await paying.draft(one)] for number, one in enumerate(people)}
            for act, number, community in story:
                try:
                    await _do(act, paying, people[number], drafts[number], community)
                except PersonError:
                    continue
                finally:
                    _check(paying)


async def _do(act: str, paying: Paying, who: Viewer, theirs: list[VideoId], community: CommunityId | None) -> None:
    parts, video = paying.parts, theirs[-1]
    match act:
        case "draft":
            theirs.append(await paying.draft(who, community))
        case "start":
            await paying.start(who, video)
        case "begin":
            await paying.begin(video)
        case "send":
            async with parts.store.write() as writes:
                await writes.send(video)
        case "unsend":
            async with parts.store.write() as writes:
                await writes.unsend(video)
        case "month":
            parts.clock.at_ms = month_of(parts.clock.now_ms())[1]
        case _:
            await paying.move(video, act)


def _check(paying: Paying) -> None:
    """Sum what is in the books by month, for each person, community and all."""
    sums: Counter[tuple[object, ...]] = Counter()
    for person, community, at_ms, micro in paying.rows("person, community, at_ms, amount_micro"):
        month, _ = month_of(int(str(at_ms)))
        for whose, one in (("person", person), ("community", community), ("everybody", "all")):
            if one is not None:
                sums[whose, one, month] += int(str(micro))
    for named, micro in sums.items():
        assert micro <= getattr(paying.budgets, f"{named[0]}_micro")
