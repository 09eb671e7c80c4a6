"""Somebody is forgotten: at once nobody is they any more, afterwards nothing names them, and the others keep theirs."""

import json
from collections.abc import Sequence
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from uuid import UUID

import pytest

from core.departures import DepartureId
from core.erasure.holdings import HOLDINGS, PARTS
from core.erasure.person import Leave, request
from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Surface
from core.people import FORGETS_AFTER_MS, Identity, Role
from core.receipts import ItemState, Position
from core.sharing.seen import who_saw
from core.storage.journal import ErasureJournal
from core.videos import Making
from tests.departing import (
    ANN,
    ANNS_OTHER,
    BEN,
    CY,
    Life,
    Village,
    cells,
    marks_of,
    named_in,
)
from tests.erasing import Killed, MortalSteps
from tests.parts import HERE
from tests.publishing import ready

KEYED = {("bans", "token"), ("invitations", "digest"), ("reports", "source")}
"""Columns that hold keyed tokens alone: of an account, or of an address."""

STEPS = ("rows", "scrub", "receipt")


def hers(life: Life) -> list[str]:
    """What must be nowhere any more."""
    return marks_of([life.ann.person, life.was.person], [ANN, ANNS_OTHER])


async def test_afterwards_no_column_names_them(village: Village, life: Life) -> None:
    """Neither by a person's id nor by an account's: all that she did is searched for her, in every column.

    That nobody gets at her chats meanwhile changes nothing: what takes messages back there is sealed.
    """
    could = {(part.table, name) for part in PARTS.values() for name in (*part.names, *part.accounts)}
    assert set(named_in(village.parts, hers(life))) == could - KEYED
    await village.leave(ANN)
    await village.run(reached=False)
    assert named_in(village.parts, hers(life)) == []
    assert await village.parts.store.ledger.departures() == []


async def test_at_once_nobody_is_they_any_more(village: Village, life: Life) -> None:
    """Her next word is that of a new person, on either platform; nothing of hers is open to anybody."""
    await village.leave(ANN)
    for account in (ANN, ANNS_OTHER):
        new = await village.meet(account)
        assert new.person != life.ann.person
        assert await village.parts.view(new, life.bens) is None
        async with village.parts.store.read() as reads:
            assert await reads.videos(new) == []
            assert len(await reads.accounts(new)) == 1
    assert await village.parts.view(life.ben, life.hers) is None
    assert await village.parts.view(life.ann, life.hers) is None
    async with village.parts.store.read() as reads:
        assert await reads.publication(life.ben, life.shown, Surface.FEED) is None


async def test_what_is_the_others_stays_as_it_was(village: Village, life: Life) -> None:
    """Videos, what is shown of them, cases and decisions: only she is out of them."""
    before = {one: await village.parts.seen(life.ben, one) for one in (life.bens, life.other_of_ben)}
    await village.leave(ANN)
    await village.run()
    for video, was in before.items():
        now = await village.parts.seen(life.ben, video)
        assert now == replace(was, granted=was.granted - {life.ann.person})
    async with village.parts.store.read() as reads:
        (case,) = await reads.cases(life.cy, village.community, HERE)
        declined = await reads.publication(life.ben, life.declined, HERE)
    assert [(one.complaint.value, one.words) for one in case.reports] == [("likeness", "")]
    assert declined is not None
    assert (declined.revision.why, declined.revision.note, declined.revision.decided_by) == ("rules", "", None)
    assert declined.revision.proposal.caption.title


async def test_who_saw_it_says_that_someone_left(village: Village, life: Life) -> None:
    """That she opened his video is still told, and no longer that it was she."""
    await village.leave(ANN)
    await village.run()
    seen = await who_saw(life.ben, life.bens, HERE, store=village.parts.store)
    assert [(one.name, one.left) for one in seen.openings] == [("", True)]


async def test_a_ban_outlives_them(village: Village, life: Life) -> None:
    """As a token of the account, which the next person with that account is met by; the receipt says so."""
    opened = await village.leave(ANN)
    await village.run()
    async with village.parts.store.write() as writes:
        new = await writes.meet(ANN)
        leaving = await writes.leaving(replace(life.ann, person=new))
        shown = await writes.receipt_held(opened.number, opened.secret)
    assert leaving.bans == 1
    assert shown is not None
    (bans,) = [one for one in json.loads(shown.newest.body)["items"] if one["what"] == "bans"]
    assert (bans["state"], bans["paper"]) == ("expires", "hushreel-privacy/12.8")
    assert bans["until"]


@pytest.mark.usefixtures("life")
async def test_the_receipt_tells_of_everything_and_belongs_to_nobody(village: Village) -> None:
    """Open at once; when nothing of ours names her it says so; what chats hold is still waited for."""
    opened = await village.leave(ANN)
    first = await _items(village, opened.number, opened.secret)
    assert {what for what, state in first if state == "waiting"} > {"account", "sharing", "video", "chat_files"}
    await village.run(reached=False)
    now = await _items(village, opened.number, opened.secret)
    assert {what for what, state in now if state == "waiting"} == {"chat_files", "sent_files", "messages"}
    assert ("account", "done") in now
    assert {row["sealed_secret"] for row in _rows(village, "receipts")} == {"None"}
    async with village.parts.store.read() as reads:
        assert await reads.receipt_held(opened.number, "not the secret") is None


async def _items(village: Village, number: str, secret: str) -> set[tuple[str, str]]:
    async with village.parts.store.read() as reads:
        shown = await reads.receipt_held(number, secret)
    assert shown is not None
    return {(one["what"], one["state"]) for one in json.loads(shown.newest.body)["items"]}


async def test_the_journal_knows_every_id(village: Village, life: Life) -> None:
    """Of the person, the videos and the assets, before anybody is told: and no word, no account."""
    async with village.parts.store.read() as reads:
        view = await reads.video(life.ann, life.hers, HERE)
    assert view is not None
    await village.leave(ANN)
    journal = village.shutting.journal
    assert isinstance(journal, ErasureJournal)
    assert {life.ann.person, life.hers, *(one.id for one in view.assets)} <= set(journal.read())
    assert ANN.external_id not in (village.parts.folder.parent / "keys" / "erasure.journal").read_text("ascii")


@pytest.mark.parametrize("account", [ANN, ANNS_OTHER], ids=["the first", "the one that joined"])
async def test_neither_side_within_a_day_of_connecting(account: Identity, village: Village) -> None:
    """Nobody erases what isn't theirs; a day later, and after going apart, each may."""
    await village.connect(ANN, ANNS_OTHER)
    with pytest.raises(NotAllowed, match="forget_too_soon") as refused:
        await village.leave(account)
    assert refused.value.data["until_ms"] == village.parts.clock.now_ms() + FORGETS_AFTER_MS
    village.parts.clock.advance(FORGETS_AFTER_MS)
    await village.leave(account)


async def test_both_halves_of_a_pair_go(village: Village) -> None:
    """Whichever side asks: videos of the other one too, and a third person's stay."""
    one, other, ben = await village.meet(ANN), await village.meet(ANNS_OTHER), await village.meet(BEN)
    videos = [await ready(village.parts, each) for each in (one, other)]
    kept = await ready(village.parts, ben)
    await village.connect(ANN, ANNS_OTHER)
    village.parts.clock.advance(FORGETS_AFTER_MS)
    await village.leave(ANNS_OTHER)
    assert set(await village.parts.store.ledger.erasing()) == set(videos)
    await village.run()
    assert named_in(village.parts, marks_of([one.person, other.person], [ANN, ANNS_OTHER])) == []
    assert (await village.parts.seen(ben, kept)).video.state is Making.READY


async def test_who_went_apart_takes_nothing_along(village: Village) -> None:
    """After unlink, each side forgets its own things alone."""
    one, other = await village.meet(ANN), await village.meet(ANNS_OTHER)
    await village.connect(ANN, ANNS_OTHER)
    await village.part(ANN)
    kept = await ready(village.parts, other)
    await village.leave(ANN)
    await village.run()
    assert named_in(village.parts, marks_of([one.person], [ANN])) == []
    assert (await village.parts.seen(other, kept)).video.owner == other.person


async def test_a_reporter_leaves_and_the_case_goes_on(village: Village, life: Life) -> None:
    """What was closed stays closed; complaint and time are there, and no word of theirs in any file."""
    await village.leave(ANN)
    await village.run()
    assert (await village.parts.seen(life.ben, life.bens)).hold
    async with village.parts.store.read() as reads:
        assert len(await reads.cases(life.cy, village.community, HERE)) == 1


@pytest.mark.usefixtures("life")
async def test_a_reported_author_leaves_during_a_hold(village: Village) -> None:
    """Their wish wins: the video goes, and the case is closed, without words and without what it was about."""
    await village.leave(ANN)
    await village.run()
    rows = [row for row in _rows(village, "cases") if row["publication"] == "None"]
    assert [(row["state"], row["video"], row["wrapped_key"]) for row in rows] == [("gone", "None", "None")]
    (report,) = [one for one in _rows(village, "reports") if one["case"] == rows[0]["id"]]
    assert (report["complaint"], report["words"]) == ("likeness", "None")


def _rows(village: Village, wanted: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for table, name, value in cells(village.parts.folder / "hushreel.db"):
        if table == wanted:
            if not found or name in found[-1]:
                found.append({})
            found[-1][name] = value
    return found


async def test_a_moderator_with_a_claim_leaves(village: Village) -> None:
    """What they had taken is free at once, for the next moderator."""
    ben, cy = await village.meet(BEN), await village.meet(CY, Role.MODERATOR)
    waiting = await village.propose(ben, await ready(village.parts, ben))
    await village.reviewing.claim(cy, waiting, HERE)
    ann = await village.meet(ANN, Role.MODERATOR)
    with pytest.raises(NotAllowed, match="claimed"):
        await village.reviewing.claim(ann, waiting, HERE)
    await village.leave(CY)
    taken = await village.reviewing.claim(ann, waiting, HERE)
    assert taken is not None
    assert taken.claim is not None
    assert taken.claim.moderator == ann.person


async def test_who_is_told_what_leaving_means(village: Village, life: Life) -> None:
    """Counted for the card: videos, what others share, reports, bans, and the communities that they look after."""
    async with village.parts.store.read() as reads:
        leaving = await reads.leaving(life.ann)
    assert (leaving.videos, leaving.given, leaving.reports, leaving.bans) == (2, 1, 1, 1)
    assert (leaving.alone, leaving.chose) == ([village.community], [village.community])
    async with village.parts.store.read() as reads:
        assert (await reads.leaving(life.cy)).chose == []


async def test_each_holding_describes_what_it_holds(village: Village, life: Life) -> None:
    """Ids, times and codes by table; nobody else is in it, and no sealed word, key or account is told."""
    async with village.parts.store.read() as reads:
        told = {one.name: await one.describe(life.ann, reads) for one in HOLDINGS}
    assert {"videos", "sharing", "reports", "messages", "account"} <= {name for name, held in told.items() if held}
    written = json.dumps(told)
    assert not [mark for mark in marks_of([life.ben.person, life.cy.person], [ANN, BEN, CY]) if mark in written]
    (grant,) = [row for row in told["sharing"]["grants"] if row.get("person") == "you"]
    assert set(grant) == {"person", "until_ms", "given_at_ms"}
    assert {row["owner"] for row in told["videos"]["videos"]} == {"you"}


async def test_what_waits_for_them_is_not_told_any_more(village: Village, life: Life) -> None:
    """Notices to her are gone; what is left has chats emptied, channels brought up to date, and flows begun."""
    await village.leave(ANN)
    rows = _rows(village, "outbox")
    assert life.ann.person is not None
    assert life.ann.person.hex not in {row["person"] for row in rows}
    assert {row["kind"] for row in rows} >= {"recall", "feed", "review", "erase"}


async def test_who_is_being_answered_meanwhile_changes_nothing_more(village: Village, life: Life) -> None:
    """An answer that was under way finds that they were erased, and is taken back whole."""
    await village.leave(ANN)
    assert life.ann.person is not None
    with pytest.raises(NotAllowed, match="account_erased"):
        async with village.parts.store.write() as writes:
            await writes.note_look(life.bens_shown, moderator=life.ann.person)
    with pytest.raises((NotAllowed, LostRace)):
        await ready(village.parts, life.ann)
    await village.run()
    assert named_in(village.parts, hers(life)) == []


async def test_a_request_that_fails_changes_nothing(village: Village, life: Life) -> None:
    """The journal can't be written: everything is as it was, and she goes on."""

    class Full(ErasureJournal):
        async def append(self, ids: Sequence[UUID]) -> Position:
            raise OSError(ENOSPC, f"no room for {len(ids)} ids")

    before = cells(village.parts.folder / "hushreel.db")
    journal = Full(village.parts.folder.parent / "keys" / "other.journal", village.parts.folder, village.parts.clock)
    with pytest.raises(OSError, match="no room"):
        await request(Leave(life.ann, ANN, HERE), replace(village.shutting, journal=journal))
    assert cells(village.parts.folder / "hushreel.db") == before
    await ready(village.parts, life.ann)


async def test_nobody_is_forgotten_twice(village: Village, life: Life) -> None:
    """A second press finds nobody there; a stranger has nothing to forget."""
    await village.leave(ANN)
    with pytest.raises(NotFound, match="account_unknown"):
        await request(Leave(life.ann, ANN, HERE), village.shutting)


@pytest.mark.parametrize("remembered", [False, True], ids=["forgotten", "remembered"])
@pytest.mark.parametrize("at", STEPS)
async def test_killed_anywhere_it_goes_on_to_the_end(
    at: str,
    remembered: bool,  # noqa: FBT001
    village: Village,
) -> None:
    """Dying after any step, its result kept or not, and begun afresh: nothing names them, and there is one receipt."""
    ann = await village.meet(ANN)
    opened = await village.leave(ANN)
    (departure,) = await village.parts.store.ledger.departures()
    steps = MortalSteps(at, remembered)
    with pytest.raises(Killed):
        await village.forgetter.forget(steps, str(departure))
    await village.forgetter.forget(MortalSteps(), str(departure))
    assert named_in(village.parts, marks_of([ann.person], [ANN])) == []
    assert {state for _, state in await _items(village, opened.number, opened.secret)} == {
        ItemState.DONE.value,
        ItemState.CANNOT_RECALL.value,
    }
    assert not await village.parts.store.ledger.is_departing(DepartureId(departure))


@pytest.mark.usefixtures("life")
async def test_the_flow_waits_for_the_videos(village: Village) -> None:
    """One flow erases them all at one go; it is told to begin by the last video that goes, and not before."""
    await village.leave(ANN)
    ledger = village.parts.store.ledger
    assert await ledger.departures() == []
    (departure,) = await ledger.begun()
    assert len(await ledger.erasing()) > 1
    begun = [row["kind"] for row in _rows(village, "outbox") if row["subject"] == departure.hex]
    assert begun == ["erase"]
    await village.eraser.erase(MortalSteps(), str(departure))
    assert await ledger.erasing() == []
    assert "forget" in {row["kind"] for row in _rows(village, "outbox")}


async def test_what_sealed_their_words_elsewhere_is_in_no_file(village: Village, life: Life) -> None:
    """The report's words and the note that she wrote as a moderator: not even sealed."""
    assert life.was.person
    folder = village.parts.folder
    reports, revisions = _rows(village, "reports"), _rows(village, "revisions")
    sealed = [one["words"] for one in reports if one["person"] == life.was.person.hex]
    sealed += [one["words"] for one in revisions if one["why"] == "rules"]
    assert len(sealed) == 2
    assert [one for one in sealed if _is_in(folder, one)] == sealed
    await village.leave(ANN)
    await village.run()
    assert [one for one in sealed if _is_in(folder, one)] == []


def _is_in(folder: Path, sealed: str) -> bool:
    return any(bytes.fromhex(sealed) in path.read_bytes() for path in folder.rglob("*") if path.is_file())
