"""One's own videos: pages, which one is meant, titles, end dates."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.command import VideoRef
from bots.chat.moments import moment
from bots.chat.reply import Choice, Form, Reply
from core.errors import BadInput
from core.videos import TITLE_LONGEST
from tests.chatting import SEA, Chatting, button, chatting_in, video_of
from tests.fakes.time import START_MS
from tests.parts import RETENTION_MS
from tests.talk import buttons, spoken

DAY_MS = 86_400_000


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


def numbers(reply: Reply) -> list[int]:
    """Give the numbers of the videos on a page."""
    (choice,) = [part for part in reply.parts if isinstance(part, Choice)]
    return [int(label.rsplit("#", 1)[1].split(")")[0]) for label in spoken(Reply((choice,))).splitlines()[1:]]


def form(reply: Reply) -> Form:
    """Give the form of a reply."""
    (found,) = [part for part in reply.parts if isinstance(part, Form)]
    return found


async def test_an_empty_library_says_how_to_begin(talk: Chatting) -> None:
    """Without a video the answer names the command that makes one."""
    assert "/create" in spoken(await talk.chat.ask("videos", {}, await talk.arrive()))


async def test_pages_turn_both_ways(talk: Chatting) -> None:
    """Ten videos a page, newest first, without gaps; Earlier and Newer only where there is something."""
    owner = await talk.arrive()
    for _ in range(23):
        await talk.create(owner)
    pages = [await talk.chat.ask("videos", {}, owner)]
    for _ in range(2):
        pages.append(await talk.press(pages[-1], "earlier", owner))
    assert [number for page in pages for number in numbers(page)] == list(range(23, 0, -1))
    turns = [[one.label.key for one in buttons(page) if one.label.key != "videos-entry"] for page in pages]
    assert turns == [["button-earlier"], ["button-newer", "button-earlier"], ["button-newer"]]
    back = await talk.press(pages[2], "newer", owner)
    assert back == pages[1]
    assert await talk.press(back, "newer", owner) == pages[0]
    opened = await talk.chat.press(buttons(pages[1])[0].press, owner)
    assert "(#13)" in spoken(opened)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("#2", 2),
        ("2", 2),
        ("last", 3),
        ("LAST", 3),
        ("Último", 3),
        ("последний", 3),
        ("最后", 3),
        ("forest", 2),
        ("A Forest, at night", 2),
        ("calm sea", 3),
    ],
)
async def test_a_video_is_found_by_number_words_or_last(talk: Chatting, words: str, number: int) -> None:
    """#N, N, last, a title or some of its words; a title that is the same wins over one that only holds the words."""
    owner = await talk.arrive()
    for prompt in ("a dark forest at night", "a forest at night", "a calm sea"):
        await talk.create(owner, prompt)
    reply = await talk.chat.ask("videos", {"video": VideoRef(words)}, owner)
    if words == "forest":
        assert spoken(reply).startswith("Several fit. Which one?")
        reply = await talk.chat.press(buttons(reply)[0].press, owner)
    assert f"(#{number})" in spoken(reply)


async def test_several_matches_go_on_with_what_was_asked(talk: Chatting) -> None:
    """Choosing one of several goes on with the command: delete asks to confirm just that one."""
    owner = await talk.arrive()
    first, _ = await talk.create(owner), await talk.create(owner)
    reply = await talk.chat.ask("delete", {"video": VideoRef(SEA)}, owner)
    assert spoken(reply).startswith("Several fit.")
    confirm = await talk.chat.press(buttons(reply)[1].press, owner)
    assert video_of(confirm) == first
    assert "for good?" in spoken(confirm)


async def test_typing_suggests_ones_own_videos(talk: Chatting) -> None:
    """Suggestions are by number or words, newest first, for options that name a video and no others."""
    owner = await talk.arrive()
    await talk.create(owner, "a calm sea")
    await talk.create(owner, "a forest")
    assert [value for value, _ in await talk.chat.complete("delete", "video", "", owner)] == ["#2", "#1"]
    assert await talk.chat.complete("videos", "video", "SEA", owner) == [("#1", "#1 a calm sea")]
    assert await talk.chat.complete("create", "prompt", "", owner) == ()


async def test_a_title_is_typed_into_a_form(talk: Chatting) -> None:
    """The form starts with the title there is; the new one is on the card; a too long one changes nothing."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    asked = form(await talk.press(await talk.press(await talk.card(video, owner), "more", owner), "rename", owner))
    assert asked.fields[0].value == SEA
    refused = await talk.chat.press(asked.press, owner, {"title": "x" * (TITLE_LONGEST + 1)})
    assert "81" in spoken(refused)
    card = await talk.chat.press(asked.press, owner, {"title": "  Beach\nat dusk "})
    assert "“Beach at dusk” (#1)" in spoken(card)
    assert f"Before, it was “{SEA}” (#1)." in spoken(card)
    assert form(await talk.press(card, "rename", owner)).fields[0].value == "Beach at dusk"
    twice = await talk.chat.press(asked.press, owner, {"title": "Other"})
    assert spoken(twice).startswith("That was done already.")
    assert "“Beach at dusk” (#1)" in spoken(twice)


async def test_an_end_date_moves_within_the_limits(talk: Chatting) -> None:
    """Earlier or later by command or by form; past and beyond the operator's limit are refused and change nothing."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    now_ms = talk.parts.clock.now_ms()

    async def ends_in_ms() -> int:
        return (await talk.parts.seen(owner.viewer, video)).video.ends_at_ms - now_ms

    assert await ends_in_ms() == RETENTION_MS
    await talk.chat.ask("enddate", {"video": VideoRef("#1"), "until": "3d"}, owner)
    assert await ends_in_ms() == 3 * DAY_MS
    more = await talk.press(await talk.card(video, owner), "more", owner)
    asked = form(await talk.press(await talk.press(more, "enddate", owner), "another-date", owner))
    for until, words in (("31d", "too late"), ("2020-01-01", "later"), ("soon", "3d or 12h")):
        assert words in spoken(await talk.chat.press(asked.press, owner, {"until": until}))
    assert await ends_in_ms() == 3 * DAY_MS
    assert "Erased here: " in spoken(await talk.chat.press(asked.press, owner, {"until": "30 days"}))
    assert await ends_in_ms() == 30 * DAY_MS


async def test_end_dates_are_suggested(talk: Chatting) -> None:
    """A day later, a week later and the latest allowed are one press away, and each press works once."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    seen = await talk.parts.seen(owner.viewer, video)
    offered = await talk.chat.ask("enddate", {"video": VideoRef("#1")}, owner)
    assert spoken(offered).count("2026") == 2
    latest_ms = (seen.video.finished_at_ms or 0) + 30 * DAY_MS
    ends_at_ms = seen.video.ends_at_ms
    for label, at_ms in (
        ("end_1d", ends_at_ms + DAY_MS),
        ("end_7d", ends_at_ms + 8 * DAY_MS),
        ("end_max", latest_ms),
    ):
        card = await talk.press(await talk.chat.ask("enddate", {"video": VideoRef("#1")}, owner), label, owner)
        assert "Erased here: " in spoken(card)
        assert (await talk.parts.seen(owner.viewer, video)).video.ends_at_ms == at_ms
        if label == "end_1d":
            twice = await talk.press(offered, label, owner)
            assert spoken(twice).startswith("That was done already.")
    left = await talk.chat.ask("enddate", {"video": VideoRef("#1")}, owner)
    assert [one.label.key for one in buttons(left)] == ["button-another-date", "button-back"]


async def test_a_suggestion_that_no_longer_fits_suggests_anew(talk: Chatting) -> None:
    """A week later, pressed when the end date was moved meanwhile to the last days, changes nothing."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    offered = await talk.chat.ask("enddate", {"video": VideoRef("#1")}, owner)
    await talk.chat.ask("enddate", {"video": VideoRef("#1"), "until": "28d"}, owner)
    before = (await talk.parts.seen(owner.viewer, video)).video.ends_at_ms
    again = await talk.press(offered, "end_7d", owner)
    assert next(one.label.key for one in buttons(again)) == "button-end_1d"
    assert (await talk.parts.seen(owner.viewer, video)).video.ends_at_ms == before


async def test_what_is_unfinished_is_found_however_old(talk: Chatting) -> None:
    """The page that is loaded anew follows every video that waits, the oldest first, and none that is settled."""
    owner = await talk.arrive()
    waiting = [await talk.create(owner) for _ in range(12)]
    await talk.press(await talk.card(waiting[5], owner), "cancel", owner)
    assert await talk.chat.unfinished(owner) == waiting[:5] + waiting[6:]


async def test_buttons_of_a_page_that_is_gone_show_the_first_one(talk: Chatting) -> None:
    """When the last video of a page was erased, Earlier shows the newest page instead of nothing."""
    owner = await talk.arrive()
    for _ in range(11):
        await talk.create(owner)
    page = await talk.chat.ask("videos", {}, owner)
    confirm = await talk.chat.ask("delete", {"video": VideoRef("#2")}, owner)
    await talk.press(confirm, "erase", owner)
    await talk.erase(video_of(confirm))
    assert numbers(await talk.chat.press(button(page, "earlier").press, owner)) == [*range(11, 2, -1), 1]


@pytest.mark.parametrize(
    ("typed", "zone", "at"),
    [
        ("90m", "UTC", None),
        ("2026-12-24", "UTC", datetime(2026, 12, 24, 23, 59, tzinfo=UTC)),
        ("2026-12-24", "Europe/Berlin", datetime(2026, 12, 24, 22, 59, tzinfo=UTC)),
        ("2026-12-24 18:30", "America/New_York", datetime(2026, 12, 24, 23, 30, tzinfo=UTC)),
        ("2026-12-24T18:30", "UTC", datetime(2026, 12, 24, 18, 30, tzinfo=UTC)),
    ],
)
def test_moments_are_read_in_the_persons_time_zone(typed: str, zone: str, at: datetime | None) -> None:
    """A day ends at its last minute where the person is; a time from now is the same everywhere."""
    expected = START_MS + 90 * 60_000 if at is None else round(at.timestamp() * 1000)
    assert moment(typed, START_MS, zone, "en") == expected


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_moments(typed: str) -> None:
    """Anything typed is a moment or is refused."""
    with suppress(BadInput):
        assert moment(typed, START_MS, "Europe/Berlin", "en") > 0


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "9999-12-31 23:59", "2026-02-30", "٣d"])
def test_the_edges_of_the_calendar_are_answered(typed: str) -> None:
    """Days that no computer counts, or that don't exist, are a moment or refused, never a crash."""
    with suppress(BadInput):
        assert isinstance(moment(typed, START_MS, "Pacific/Kiritimati", "en"), int)
