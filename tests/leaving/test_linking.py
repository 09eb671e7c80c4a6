"""Two people as one and apart again, in the tables: whose each row is, and that going apart restores it."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from bots.chat.command import Asker, VideoRef
from bots.chat.reply import Text
from core.chats import NO_VIDEO, CopyKind, Posted
from core.erasure.person import Leave, check
from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Surface
from core.generation.again import again
from core.generation.line import begin_first
from core.interviews import Interview
from core.pairings import PARTED, Side
from core.people import FORGETS_AFTER_MS, Identity, Platform
from core.records import Order
from core.videos import VideoId, Words
from tests.connecting import DISCORD, TELEGRAM, Connecting, connecting_in
from tests.keeping import ORDER, WORDS, give
from tests.parts import RETENTION_MS
from tests.talk import spoken


@pytest.fixture
async def connecting(tmp_path: Path) -> AsyncIterator[Connecting]:
    """The chat on two platforms."""
    async with connecting_in(tmp_path) as connecting:
        yield connecting


async def create(connecting: Connecting, asker: Asker, prompt: str) -> VideoId:
    """Ask for a video."""
    return await connecting.talk.create(asker, prompt)


async def part(connecting: Connecting, platform: Platform = DISCORD) -> tuple[Asker, Asker]:
    """Part the first accounts of both platforms."""
    asker = await connecting.arrive(platform)
    await connecting.press(await connecting.chat.ask("unlink", {}, asker), "button-part", asker)
    return await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)


def rows(connecting: Connecting, query: str) -> list[Any]:
    """Read the file as it is."""
    with closing(sqlite3.connect(connecting.talk.parts.folder / "hushreel.db")) as database:
        return database.execute(query).fetchall()


async def test_videos_get_numbers_after_the_others_and_keep_them(connecting: Connecting) -> None:
    """The second side's come after the first's in their order; apart again each side has its own, and counts on."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    for asker, prompt in ((second, "a lake"), (first, "the sea"), (second, "a forest")):
        await create(connecting, asker, prompt)
    first, second = await connecting.joined()
    both = {1: "the sea", 2: "a lake", 3: "a forest"}
    assert await connecting.library(first) == await connecting.library(second) == both
    await create(connecting, second, "a fire")
    await create(connecting, first, "the snow")
    first, second = await part(connecting)
    assert await connecting.library(first) == {1: "the sea", 5: "the snow"}
    assert await connecting.library(second) == {2: "a lake", 3: "a forest", 4: "a fire"}
    await create(connecting, first, "the rain")
    await create(connecting, second, "a field")
    assert set(await connecting.library(first)) == {1, 5, 6}
    assert set(await connecting.library(second)) == {2, 3, 4, 5}


async def test_settings_are_the_first_sides_and_each_gets_its_own_back(connecting: Connecting) -> None:
    """While connected, those of the side that gave the code hold; parted, each has what it had before."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.chat.ask("settings", {"time_zone": "Berlin"}, first)
    await connecting.chat.ask("settings", {"time_zone": "Tokyo"}, second)
    first, second = await connecting.joined()
    assert first.preferences.time_zone == second.preferences.time_zone == "Europe/Berlin"
    first, second = await part(connecting, TELEGRAM)
    assert (first.preferences.time_zone, second.preferences.time_zone) == ("Europe/Berlin", "Asia/Tokyo")


async def test_places_in_the_queue_stay_and_the_limit_is_one(connecting: Connecting) -> None:
    """Nobody overtakes by connecting: what waited keeps its turn, and new wishes come after all of both."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    waiting = [await create(connecting, asker, "the sea") for asker in (first, second, first, second)]
    finish = "SELECT video FROM jobs ORDER BY finish"
    before = rows(connecting, finish)
    first, _ = await connecting.joined()
    assert rows(connecting, finish) == before
    assert len(set(rows(connecting, "SELECT person FROM jobs"))) == 1
    waiting.append(await create(connecting, first, "a fire"))
    assert rows(connecting, finish)[-1] == (waiting[-1].hex,)
    async with connecting.talk.parts.store.read() as reads:
        assert await reads.unfinished(first.viewer) == len(waiting)
    await part(connecting)
    assert len(set(rows(connecting, "SELECT person FROM jobs"))) == 2
    named = await begin_first(connecting.talk.parts.store)
    assert named is not None
    assert named[1] == waiting[0]


async def test_what_is_made_of_a_video_comes_from_where_that_came(connecting: Connecting) -> None:
    """A remake asked for on the other side holds the first side's words and files: it goes back with them."""
    first, _ = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    video = await connecting.talk.ready(first, "the sea")
    _, second = await connecting.joined()
    parts = connecting.talk.parts
    copy = await again(
        second.viewer,
        video,
        Surface.CHAT_PRIVATE,
        asked_on=TELEGRAM,
        generators=parts.generators,
        **parts.for_use_cases,
    )
    first, second = await part(connecting)
    assert await parts.view(first.viewer, copy) is not None
    assert await parts.view(second.viewer, copy) is None


async def test_buttons_from_before_still_work_and_those_of_the_other_side_never(connecting: Connecting) -> None:
    """Connected, the second side's old buttons act for the one person; parted, no button reaches the other side."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    theirs, mine = await create(connecting, second, "a lake"), await create(connecting, first, "the sea")
    old = await connecting.talk.card(theirs, second)
    first, second = await connecting.joined()
    cancelled = await connecting.talk.press(old, "cancel", second)
    assert "was stopped" in spoken(cancelled)
    across = await connecting.talk.card(mine, second)
    own = await connecting.talk.card(theirs, first)
    first, second = await part(connecting)
    assert "somebody else's" in spoken(await connecting.talk.press(across, "cancel", second))
    assert "was stopped" not in spoken(await connecting.talk.press(own, "again", first))
    assert await connecting.library(first) == {1: "the sea"}
    assert await connecting.library(second) == {2: "a lake"}


async def test_what_others_granted_is_read_as_granted_to_whoever_that_is_now(connecting: Connecting) -> None:
    """A grant stays where it was given: connected both sides see by it, parted only the one that got it."""
    friend, first, second = [
        await connecting.arrive(platform, name) for platform, name in ((DISCORD, "7"), (DISCORD, "1"), (TELEGRAM, "1"))
    ]
    video = await connecting.talk.ready(friend, "the sea")
    own = await connecting.talk.ready(first, "a lake")
    parts = connecting.talk.parts
    for granted in (video, own):
        give(parts, granted, second.person)
    assert await parts.view(first.viewer, video) is None
    first, second = await connecting.joined()
    assert await parts.view(first.viewer, video) is not None
    async with parts.store.read() as reads:
        assert (await reads.account(first.viewer)).open_to_others == 0
    assert (await parts.seen(first.viewer, own)).granted == frozenset()
    first, second = await part(connecting)
    assert await parts.view(first.viewer, video) is None
    assert await parts.view(second.viewer, video) is not None
    assert (await parts.seen(first.viewer, own)).granted == {second.person}


async def test_a_receipt_goes_with_the_side_that_its_video_came_from(connecting: Connecting) -> None:
    """Erased before, while or after: whoever the video came from has its receipt, and parted the other one hasn't."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    before, during, across = [await connecting.talk.ready(second, prompt) for prompt in ("a", "lake", "fire")]

    async def erase(video: VideoId, asker: Asker) -> None:
        card = await connecting.chat.ask("delete", {"video": await _named(connecting, asker, video)}, asker)
        await connecting.talk.press(card, "erase", asker)

    await erase(before, second)
    await connecting.talk.erase(before)
    await erase(across, second)
    gathered = await connecting.talk.parts.store.ledger.remains(across)
    first, second = await connecting.joined()
    assert gathered is not None
    await connecting.talk.erase(across)
    await erase(during, first)
    first, second = await part(connecting)
    await connecting.talk.erase(during)
    for video in (before, across, during):
        assert await connecting.chat.receipt_file(video, second) is not None
        assert await connecting.chat.receipt_file(video, first) is None


async def _named(connecting: Connecting, asker: Asker, video: VideoId) -> VideoRef:
    return VideoRef(f"#{(await connecting.talk.parts.seen(asker.viewer, video)).video.number}")


async def test_cards_are_drawn_anew_and_those_of_the_other_side_are_emptied(connecting: Connecting) -> None:
    """Joining gives the second side's cards their new numbers; parting empties what shows the other side's videos."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    mine, theirs = await create(connecting, first, "the sea"), await create(connecting, second, "a lake")
    posted = {
        (platform, video): Posted(connecting.talk.parts.ids.new(), platform, asker.person, video, CopyKind.DIRECT, "5")
        for platform, asker, video in ((DISCORD, first, mine), (TELEGRAM, second, theirs), (TELEGRAM, second, NO_VIDEO))
    }
    await keep(connecting, *posted.values())
    for surface in ("discord", "telegram"):
        await connecting.rows(surface)
    first, second = await connecting.joined()
    assert [row.subject for row in await connecting.rows("telegram") if row.kind == "video"] == [theirs]
    assert [row for row in await connecting.rows("discord") if row.kind == "video"] == []
    shown = [
        Posted(connecting.talk.parts.ids.new(), platform, first.person, video, CopyKind.DIRECT, "5")
        for platform, video in ((DISCORD, theirs), (TELEGRAM, mine))
    ]
    await keep(connecting, *shown)
    first, second = await part(connecting)
    told = {row.kind: (row.subject, row.person) for row in await connecting.rows("telegram")}
    assert told["video"] == (theirs, second.person)
    assert told[PARTED] == (mine, second.person)
    assert (PARTED, theirs, first.person) in [
        (row.kind, row.subject, row.person) for row in await connecting.rows("discord")
    ]
    owners = {(UUID(video), UUID(person)) for video, person in rows(connecting, "SELECT video, person FROM posted")}
    assert owners == {(mine, first.person), (theirs, second.person), (NO_VIDEO, second.person)}


async def keep(connecting: Connecting, *posted: Posted) -> None:
    """Keep messages."""
    async with connecting.talk.parts.store.write() as writes:
        for one in posted:
            await writes.keep_posted(one)


async def test_names_are_sealed_while_it_is_decided_and_gone_after(connecting: Connecting) -> None:
    """No file of ours holds a name or a code in the clear, and once it is decided not even sealed ones stay."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    code = await connecting.code(first)
    await connecting.connect(second, code)
    asked = await connecting.connect(first)
    held = b"".join(file.read_bytes() for file in connecting.talk.parts.folder.glob("hushreel.db*"))
    assert not [word for word in (b"@ann", b"@anja", code.encode()) if word in held]
    ((one, other),) = rows(connecting, "SELECT first_name, second_name FROM pairings")
    assert one
    assert other
    await connecting.press(asked, "button-join", first)
    assert rows(connecting, "SELECT first_name, second_name FROM pairings") == [(None, None)]
    held = b"".join(file.read_bytes() for file in connecting.talk.parts.folder.glob("hushreel.db*"))
    assert one not in held
    assert other not in held


async def test_no_side_erases_everything_within_a_day_of_joining(connecting: Connecting) -> None:
    """Neither the side that gave the code nor the one that typed it; going apart frees both at once."""

    async def may(asker: Asker) -> bool:
        parts = connecting.talk.parts
        leave = Leave(asker.viewer, asker.identity, asker.surface)
        async with parts.store.read() as reads:
            try:
                return bool(await check(leave, reads, parts.clock.now_ms()))
            except (NotAllowed, NotFound):
                return False

    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    assert await may(first)
    assert await may(second)
    first, second = await connecting.joined()
    connecting.talk.parts.clock.advance(FORGETS_AFTER_MS - 1)
    assert not await may(first)
    assert not await may(second)
    assert not await may(replace(first, identity=Identity(TELEGRAM, "99")))
    connecting.talk.parts.clock.advance(1)
    assert await may(first)
    assert await may(second)
    first, second = await part(connecting)
    await connecting.joined()
    await part(connecting)
    assert await may(await connecting.arrive(DISCORD))


async def test_what_was_under_way_while_accounts_were_joined_or_parted_is_never_the_others(
    connecting: Connecting,
) -> None:
    """A wish of the second side's kept after joining is the one person's; one kept after parting is refused."""
    stale = await connecting.arrive(TELEGRAM)
    first, second = await connecting.joined()
    async with connecting.talk.parts.store.write() as writes:
        kept = await writes.add_video(stale.person, _new(connecting), *_order(connecting), asked_on=TELEGRAM)
    assert kept.owner == first.person == second.person
    await part(connecting)
    with pytest.raises(LostRace, match="account_moved"):
        async with connecting.talk.parts.store.write() as writes:
            await writes.add_video(first.person, _new(connecting), *_order(connecting), asked_on=TELEGRAM)


def _new(connecting: Connecting) -> VideoId:
    return VideoId(connecting.talk.parts.ids.new())


def _order(connecting: Connecting) -> tuple[Order, Words, int]:
    return ORDER, WORDS, connecting.talk.parts.clock.now_ms() + RETENTION_MS


async def test_moderators_and_admins_are_still_reached(connecting: Connecting) -> None:
    """Who set a community up is found on its platform, connected or not."""
    _, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    before = second.person
    await connecting.joined()
    ledger = connecting.talk.parts.store.ledger
    assert await ledger.identity_of(before, TELEGRAM) == second.identity
    assert await ledger.identity_of(before, DISCORD) is None
    await part(connecting)
    assert await ledger.identity_of(before, TELEGRAM) == second.identity


async def test_what_somebody_is_being_asked_ends(connecting: Connecting) -> None:
    """Questions that wait for an answer in a chat are asked again by whoever wants them, after joining and parting."""

    async def ask(asker: Asker, chat: str) -> None:
        interview = Interview(
            asker.person, TELEGRAM, chat, asker.person, "a title", connecting.talk.parts.clock.now_ms()
        )
        async with connecting.talk.parts.store.write() as writes:
            await writes.keep_interview(interview)

    kept = "SELECT count(*) FROM interviews"
    await ask(await connecting.arrive(TELEGRAM), "1")
    _, second = await connecting.joined()
    assert rows(connecting, kept) == [(0,)]
    await ask(second, "1")
    await part(connecting)
    assert rows(connecting, kept) == [(0,)]


async def test_other_codes_of_both_sides_end_with_joining(connecting: Connecting) -> None:
    """What a side had open with somebody else is over as it joins, and who waited there is told."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    other = await connecting.arrive(DISCORD, "5")
    await connecting.connect(other, await connecting.code(second))
    await connecting.connect(second, await connecting.code(first))
    await connecting.notices(DISCORD)
    await connecting.press(await connecting.connect(first), "button-join", first)
    assert "Nobody confirmed in time" in await connecting.told(DISCORD)
    assert (await connecting.arrive(TELEGRAM)).person == first.person


async def test_nothing_is_joined_or_parted_that_isnt_so_any_more(connecting: Connecting) -> None:
    """The tables refuse to join who is joined already and to part who is alone."""
    first, second = await connecting.arrive(DISCORD), await connecting.arrive(TELEGRAM)
    await connecting.joined()
    with pytest.raises(LostRace, match="pairing_over"):
        async with connecting.talk.parts.store.write() as writes:
            await writes.join(Side(first.person, DISCORD), Side(second.person, TELEGRAM))
    stranger = await connecting.arrive(DISCORD, "9")
    with pytest.raises(NotFound, match="not_connected"):
        async with connecting.talk.parts.store.write() as writes:
            await writes.part(stranger.viewer)


async def test_a_name_is_one_line_and_short(connecting: Connecting) -> None:
    """What a platform tells as a name is shown on one line of at most 80 characters; without one, the account's id."""
    first = replace(await connecting.arrive(DISCORD), name="Ann\n**Support**\t" + "x" * 200)
    second = replace(await connecting.arrive(TELEGRAM, "77"), name="")
    waiting = await connecting.connect(second, await connecting.code(first))
    (said,) = [one.say for one in waiting.parts[:1] if isinstance(one, Text)]
    assert said is not None
    account: Any = said.values["account"]
    assert len(account.name) == 80
    assert account.name.startswith("Ann **Support** xxx")
    confirm = await connecting.connect(first)
    assert "77" in spoken(confirm)
