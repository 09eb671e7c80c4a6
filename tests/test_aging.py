"""What goes neither with a video nor with a person goes by its age, to the millisecond, and nothing goes before."""

from uuid import UUID, uuid4

import pytest

from core.aging import (
    ACTS_MS,
    BOOKS_MS,
    ENDED_MS,
    LOST_MS,
    NOBODYS_MS,
    ORPHANED_MS,
    UNDECIDED_MS,
    UNDELIVERED_MS,
)
from core.chats import NO_VIDEO
from core.erasure.aging import Aging
from core.inbox import KEPT_MS
from core.records import OutboxRow
from core.storage.aging import AT_ONCE
from tests.fakes.time import START_MS
from tests.keeping import ask_file, kept, owner_of
from tests.parts import Parts

OLD = START_MS
ONE, TWO = UUID(int=11).hex, UUID(int=12).hex
GONE = UUID(int=13).hex
WRITTEN = UUID(int=(OLD << 80) | (7 << 76) | (2 << 62)).hex
CASE = f"(id, state, opened_at_ms, due_at_ms) VALUES ('{ONE}', 'open', {OLD}, 0)"
REPORT = f"(id, \"case\", complaint, told, at_ms) VALUES ('{TWO}', '{ONE}', 'other', '', {OLD})"
RECEIPT = f"(id, number, issued_at_ms, body, signature, erasing) VALUES ('R-1', 0, {OLD}, '', 's', 0)"
POSTED = "(id, platform, person, video, kind, channel, message, token_until_ms, posted_at_ms)"

ROWS = {
    "tokens": (f"(digest, action, subject, person, revision, expires_at_ms) VALUES (x'01', '', '', '', 1, {OLD})", 0),
    "inbox": (f"(platform, number, body, kept_at_ms) VALUES ('telegram', 1, x'01', {OLD})", KEPT_MS + 1),
    "albums": (f"(platform, name, closes_at_ms) VALUES ('telegram', 'a', {OLD})", KEPT_MS + 1),
    "bans": (f"(community, token, until_ms) VALUES ('{ONE}', x'01', {OLD})", 0),
    "outbox": (f"(id, surface, kind, subject) VALUES ('{WRITTEN}', 'discord', 'video', '{ONE}')", UNDELIVERED_MS + 1),
    "cases": (CASE, UNDECIDED_MS),
    "spending": (f"(id, route, state, at_ms) VALUES ('{ONE}', 'kling', 'settled', {OLD})", BOOKS_MS),
    "receipts": (RECEIPT, NOBODYS_MS),
    "communities": (f"(id, platform, joined_at_ms, ended_at_ms) VALUES ('{ONE}', 'demo', 0, {OLD})", ENDED_MS),
    "posted": (f"{POSTED} VALUES ('{ONE}', 'discord', '{ONE}', '{GONE}', 'direct', '1', '2', 0, {OLD})", LOST_MS),
}


def count(parts: Parts, table: str) -> int:
    """Count the rows of a table."""
    found: int = ask_file(parts, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - a name of ours
    return found


def put(parts: Parts, table: str, values: str) -> None:
    """Write a row behind the doors' backs."""
    ask_file(parts, f"INSERT INTO {table} {values}")


def change(parts: Parts, table: str, values: str) -> None:
    """Change every row of a table behind the doors' backs."""
    ask_file(parts, f"UPDATE {table} SET {values}")  # noqa: S608 - values of ours


def aging(parts: Parts) -> Aging:
    """Join what sweeps."""
    return Aging(parts.store, parts.revocations, parts.clock)


@pytest.mark.parametrize("table", ROWS)
async def test_a_row_goes_at_its_age_and_not_a_millisecond_before(parts: Parts, table: str) -> None:
    """The row is still there one millisecond before, and gone then."""
    values, after_ms = ROWS[table]
    put(parts, table, values)
    sweeping = aging(parts)
    parts.clock.at_ms = OLD + after_ms - 1
    assert await sweeping.sweep() == 0
    assert count(parts, table) == 1
    parts.clock.advance(1)
    assert await sweeping.sweep() == 1
    assert count(parts, table) == 0
    assert await sweeping.sweep() == 0


async def test_what_a_row_refers_to_goes_with_it(parts: Parts) -> None:
    """A case takes its reports and its history along, a receipt its versions and what was to be called back."""
    await parts.person()
    for table, values in (("cases", CASE), ("receipts", RECEIPT)):
        put(parts, table, values)
    put(parts, "reports", REPORT)
    put(parts, "events", f"(subject, verb, reason, at_ms) VALUES ('{ONE}', 'open_case', '', {OLD})")
    version = f"(receipt, version, issued_at_ms, body, signature) VALUES ('R-1', 1, {OLD}, '', '')"
    put(parts, "receipt_versions", version)
    put(parts, "recalls", f"(id, receipt, platform, sealed) VALUES ('{ONE}', 'R-1', 'discord', x'01')")
    parts.clock.at_ms = OLD + UNDECIDED_MS
    assert await aging(parts).sweep() == 6
    for table in ("cases", "reports", "events", "receipts", "receipt_versions", "recalls"):
        assert count(parts, table) == 0, table


async def test_what_belongs_to_somebody_or_waits_stays(parts: Parts) -> None:
    """An open receipt, one with an owner, a message of a video that is there, a case that somebody can decide."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    put(parts, "receipts", RECEIPT)
    change(parts, "receipts", f"person = '{owner.hex}'")
    waits = f"('R-2', 0, {OLD}, '', 's', 0, {OLD}, '{GONE}')"
    columns = "(id, number, issued_at_ms, body, signature, erasing, look_at_ms, video)"
    put(parts, "receipts", f"{columns} VALUES {waits}")
    for name, shows in ((ONE, video.hex), (TWO, GONE)):
        values = f"('{name}', 'discord', '{owner.hex}', '{shows}', 'direct', '1', '{name}', 0, {OLD})"
        put(parts, "posted", f"{POSTED} VALUES {values}")
    put(parts, "cases", CASE)
    change(parts, "cases", f"video = '{video.hex}'")
    parts.clock.at_ms = OLD + 10 * UNDECIDED_MS
    before = {table: count(parts, table) for table in ("receipts", "posted", "cases", "videos", "assets", "events")}
    await aging(parts).sweep()
    assert {table: count(parts, table) for table in before} == before


async def test_an_archive_that_tells_of_an_old_row_is_closed_with_it(parts: Parts) -> None:
    """At once, and nobody else's: what is in it is gone."""
    owner, other = await owner_of(parts), (await parts.person("other")).person
    assert other is not None
    for name, whose in ((ONE, owner), (TWO, other)):
        ends = f"'{name}', '{whose.hex}', 'en', 0, {OLD + 2 * LOST_MS}, x'01', x'02', 5, 1, 0"
        columns = (
            "(id, person, language, asked_at_ms, ends_at_ms, wrapped_key, nonce_prefix, size_bytes, files, changes)"
        )
        put(parts, "exports", f"{columns} VALUES ({ends})")
    values = f"('{ONE}', 'telegram', '{owner.hex}', '{GONE}', 'direct', '1', '2', 0, {OLD})"
    put(parts, "posted", f"{POSTED} VALUES {values}")
    parts.clock.at_ms = OLD + LOST_MS
    await aging(parts).sweep()
    assert dict(ask_file(parts, "SELECT id, person FROM exports")) == {ONE: None, TWO: other.hex}


async def test_a_message_that_never_got_a_video_goes_too(parts: Parts) -> None:
    """Somebody asked, was told to wait, and nothing came of it."""
    owner = await owner_of(parts)
    values = f"('{ONE}', 'telegram', '{owner.hex}', '{NO_VIDEO.hex}', 'direct', '1', '2', 0, {OLD})"
    put(parts, "posted", f"{POSTED} VALUES {values}")
    parts.clock.at_ms = OLD + LOST_MS
    await aging(parts).sweep()
    assert count(parts, "posted") == 0


async def test_a_message_of_somebody_who_left_waits_for_their_receipt(parts: Parts) -> None:
    """It is labelled by the departure, and a receipt of nobody's is still open."""
    put(parts, "posted", f"{ROWS['posted'][0]}")
    open_one = f"('R-2', 0, {OLD}, '', 's', 0, {OLD})"
    columns = "(id, number, issued_at_ms, body, signature, erasing, look_at_ms)"
    put(parts, "receipts", f"{columns} VALUES {open_one}")
    parts.clock.at_ms = OLD + 2 * LOST_MS
    await aging(parts).sweep()
    assert count(parts, "posted") == 1
    change(parts, "receipts", "look_at_ms = NULL")
    await aging(parts).sweep()
    assert count(parts, "posted") == 0


async def test_acts_on_communities_and_accounts_are_forgotten_and_a_videos_history_is_not(parts: Parts) -> None:
    """Who chose and who connected is known for a time; what happened to a video as long as it is there."""
    owner = await owner_of(parts)
    await kept(parts, owner)
    put(parts, "communities", f"(id, platform, joined_at_ms) VALUES ('{ONE}', 'demo', 0)")
    for subject in (ONE, owner.hex):
        put(parts, "events", f"(subject, verb, reason, at_ms) VALUES ('{subject}', 'x', '', {OLD})")
    history = count(parts, "events") - 2
    parts.clock.at_ms = OLD + ACTS_MS - 1
    assert await aging(parts).sweep() == 1, "a button that is over"
    assert count(parts, "events") == history + 2
    parts.clock.advance(1)
    assert await aging(parts).sweep() == 2
    assert count(parts, "events") == history


async def test_history_of_what_is_gone_is_found_bit_by_bit(parts: Parts) -> None:
    """Each look goes through a few lines, and begins anew at the end; what is a day old and about nothing goes."""
    owner = await owner_of(parts)
    await kept(parts, owner)
    history = count(parts, "events")
    for _ in range(5):
        gone = f"('{uuid4().hex}', 'x', '', {OLD})"
        put(parts, "events", f"(subject, verb, reason, at_ms) VALUES {gone}")
    ledger, after, dropped = parts.store.ledger, 0, []
    now_ms = OLD + ORPHANED_MS
    assert await ledger.forget_orphans(now_ms - 1, 0, 100) == (0, 0)
    for _ in range((history + 5) // 3 + 1):
        gone_now, after = await ledger.forget_orphans(now_ms, after, 3)
        dropped.append(gone_now)
    assert sum(dropped) == 5
    assert max(dropped) <= 3
    assert after == 0
    assert count(parts, "events") == history


async def test_refusals_of_notices_go_with_either_of_two_people(parts: Parts) -> None:
    """One of both isn't here any more."""
    owner = await owner_of(parts)
    for other in (owner.hex, GONE):
        put(parts, "muted", f"(person, owner) VALUES ('{other}', '{owner.hex}')")
    assert await aging(parts).sweep() == 1
    assert count(parts, "muted") == 1


async def test_more_than_one_helping_goes_at_once(parts: Parts) -> None:
    """After a long sleep nothing waits for the next round."""
    rows = ", ".join(f"('{ONE}', {number}, {OLD})" for number in range(2 * AT_ONCE + 1))
    put(parts, "bans", f"(community, token, until_ms) VALUES {rows}")
    assert await aging(parts).sweep() == 2 * AT_ONCE + 1
    assert count(parts, "bans") == 0


async def test_what_is_new_is_delivered_before_it_is_old(parts: Parts) -> None:
    """A row that was written now, under a real id, outlives every sweep until its age."""
    async with parts.store.write() as writes:
        await writes.tell("web", "video", UUID(ONE))
    parts.clock.advance(UNDELIVERED_MS - 1_000)
    assert await aging(parts).sweep() == 0
    rows: list[OutboxRow] = list(await parts.store.ledger.claim(frozenset({"web"}), 1_000, 10))
    assert [row.subject for row in rows] == [UUID(ONE)]
