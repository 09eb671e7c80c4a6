"""When everything ends: each table, and each file of the data folder and the keys' folder, with what ends it.

Who holds personal data, and how a person is taken out of it, is core/erasure/holdings.py; here stands what happens
when nobody asks. docs/decisions/0075-end-dates-of-everything.md says why. Ages are milliseconds.
"""

from dataclasses import dataclass
from enum import Enum

from core.aging import (
    ACTS_MS,
    BOOKS_MS,
    ENDED_MS,
    LOST_MS,
    NOBODYS_MS,
    ORPHANED_MS,
    REVOKED_MS,
    UNDECIDED_MS,
    UNDELIVERED_MS,
)
from core.cases import DAY_MS, KEPT_FOR_MS
from core.inbox import KEPT_MS
from core.interviews import LASTS_MS
from core.linking.upkeep import KNOWN_FOR_MS


class With(Enum):
    """What ends something."""

    VIDEO = "video"
    """It goes with its video, whose end date was told when it was asked for."""

    PERSON = "person"
    """It goes when its person is forgotten."""

    DATE = "date"
    """It has a date of its own."""

    WORK = "work"
    """It is there while something is under way, and goes when that is done."""

    START = "start"
    """Each start of the service begins it anew."""

    NEVER = "never"
    """It stays, and tells nothing of anybody: what it holds is said beside it."""


@dataclass(frozen=True)
class Age:
    """At most so long after `since`, which is a column or says in words what is counted from."""

    since: str
    after_ms: int = 0


@dataclass(frozen=True)
class End:
    """When something ends: the first of `ends` that comes. `name` is a table's, or a file's, * for any name.

    `by` names the code that ends it as module:name; `holds` says what a NEVER is about.
    """

    name: str
    ends: tuple[With, ...]
    by: tuple[str, ...]
    ages: tuple[Age, ...] = ()
    holds: str = ""


_FORGET, _PERSON = "core.storage.forgetting:forget_videos", "core.erasure.person:Forgetter.forget"
_OLD, _ORPHANS = "core.storage.aging:too_old", "core.storage.aging:AgedRows.forget_orphans"
_SHARES = "core.sharing.unshare:end_dated"
_CASES = "core.storage.judging:CaseWrites.drop_old_cases"
_ARCHIVES = "core.exporting.export:ExportSweep.sweep"
_PUT_BACK = "core.storage.backups.restoring:finish"
_CODES = "core.linking.upkeep:close_unanswered"

TABLES: tuple[End, ...] = (
    End("people", (With.PERSON,), (_PERSON,)),
    End("agreements", (With.PERSON,), (_PERSON,)),
    End("identities", (With.PERSON,), (_PERSON,)),
    End("departures", (With.WORK,), (_PERSON,)),
    End("videos", (With.VIDEO,), (_FORGET, "core.erasure.sweep:sweep"), (Age("ends_at_ms"),)),
    End("assets", (With.VIDEO,), (_FORGET, "core.publishing.upkeep:trim_due"), (Age("the video's inputs_end_at_ms"),)),
    End("jobs", (With.WORK, With.VIDEO), ("core.storage.moving:move_video", _FORGET)),
    End("submissions", (With.VIDEO,), (_FORGET,), (Age("the video's ends_at_ms"),)),
    End(
        "spending",
        (With.PERSON, With.DATE),
        (_PERSON, _OLD),
        (Age("at_ms, whose it was: when its month is over"), Age("at_ms", BOOKS_MS)),
    ),
    End("grants", (With.VIDEO, With.DATE), (_FORGET, _SHARES), (Age("until_ms"),)),
    End("invitations", (With.VIDEO, With.DATE), (_FORGET, _SHARES), (Age("until_ms"),)),
    End("knock_links", (With.VIDEO, With.DATE), (_FORGET, _SHARES), (Age("until_ms"),)),
    End("knocks", (With.VIDEO, With.DATE), (_FORGET, _SHARES), (Age("the invitation's until_ms"),)),
    End("views", (With.VIDEO,), (_FORGET,)),
    End("break_glass", (With.VIDEO,), (_FORGET,)),
    End("muted", (With.PERSON,), (_PERSON, _OLD)),
    End("publications", (With.VIDEO,), (_FORGET,)),
    End("revisions", (With.VIDEO,), (_FORGET,)),
    End("bans", (With.DATE,), (_OLD,), (Age("until_ms"),)),
    End(
        "events",
        (With.VIDEO, With.PERSON, With.DATE),
        (_FORGET, _PERSON, _CASES, _OLD, _ORPHANS),
        (
            Age("at_ms, of a community or an account", ACTS_MS),
            Age("at_ms, of a case: when the case goes"),
            Age("at_ms, where what it is about is gone", ORPHANED_MS),
        ),
    ),
    End("outbox", (With.WORK, With.DATE), (_FORGET, _PERSON, _OLD), (Age("the time in its id", UNDELIVERED_MS),)),
    End("tokens", (With.WORK, With.VIDEO, With.DATE), (_FORGET, _OLD), (Age("expires_at_ms"),)),
    End(
        "receipts",
        (With.PERSON, With.DATE),
        (_PERSON, _OLD),
        (Age("issued_at_ms of the closing version, where it belongs to nobody", NOBODYS_MS),),
    ),
    End("receipt_versions", (With.DATE,), (_OLD,), (Age("with the receipt"),)),
    End("recalls", (With.WORK, With.DATE), (_OLD,), (Age("with the receipt"),)),
    End("journal_checkpoint", (With.NEVER,), (), holds="how many lines the erasure journal has, and a hash"),
    End(
        "posted",
        (With.WORK, With.DATE),
        ("core.storage.receipting:ReceiptWrites.next_version", _OLD),
        (Age("posted_at_ms, where its video is gone and no receipt waits for it", LOST_MS),),
    ),
    End("communities", (With.DATE,), (_OLD,), (Age("ended_at_ms", ENDED_MS),)),
    End("openings", (With.DATE,), ("core.erasure.sweep:keep_sweeping",), (Age("until_ms"),)),
    End(
        "interviews",
        (With.VIDEO, With.DATE),
        (_FORGET, "core.erasure.sweep:sweep_interviews"),
        (Age("begun_at_ms", LASTS_MS),),
    ),
    End("inbox", (With.DATE,), (_OLD,), (Age("kept_at_ms", KEPT_MS),)),
    End("albums", (With.DATE,), (_OLD,), (Age("closes_at_ms", KEPT_MS),)),
    End("exports", (With.PERSON, With.DATE), (_PERSON, _ARCHIVES), (Age("ends_at_ms"),)),
    End("pairings", (With.DATE,), (_CODES,), (Age("made_at_ms", KNOWN_FOR_MS),)),
    End("wrong_codes", (With.DATE,), (_CODES,), (Age("at_ms", KNOWN_FOR_MS),)),
    End(
        "cases",
        (With.DATE,),
        (_CASES, _OLD),
        (
            Age("closed_at_ms", KEPT_FOR_MS),
            Age("opened_at_ms, where it is about nothing of ours", UNDECIDED_MS),
        ),
    ),
    End("reports", (With.DATE,), (_CASES, _OLD), (Age("with the case"), Age("at_ms, of a network's token", DAY_MS))),
)

FILES: tuple[End, ...] = (
    End("data/hushreel.db*", (With.NEVER,), ("core.storage.database:Database.scrub",), holds="the tables above"),
    End("data/engine.db*", (With.WORK,), ("core.engine.durable:DurableEngine.sweep",)),
    End(
        "data/blobs/*",
        (With.VIDEO, With.DATE),
        ("core.erasure.erase:Eraser.erase", _ARCHIVES, "core.generation.upkeep:sweep_strays"),
        (Age("the archive's ends_at_ms"),),
    ),
    End(
        "data/revoked.log",
        (With.START, With.DATE),
        ("core.storage.revocations:RevocationSequence.forget_old",),
        (Age("when it was revoked", REVOKED_MS),),
    ),
    End("data/serving.lock", (With.START,), ("core.storage.serving:ServingLock.take",)),
    End("data/key.fingerprint", (With.NEVER,), (), holds="by which a key of other data is told apart"),
    End("data/papers/*", (With.NEVER,), (), holds="copies of published papers, added by the operator"),
    End("data/restoring/*", (With.WORK,), (_PUT_BACK, "core.storage.backups.restoring:stage_in")),
    End("data/restored.mark", (With.WORK,), (_PUT_BACK,)),
    End(
        "keys/backups.log",
        (With.DATE,),
        ("core.storage.backups.notes:BackupNotes.add",),
        (Age("the backup's end, when another one is made"),),
    ),
    End("keys/backup.key", (With.NEVER,), (), holds="a random key"),
    End("keys/master.key", (With.NEVER,), (), holds="a random key"),
    End("keys/receipt.key", (With.NEVER,), (), holds="a random key"),
    End("keys/erasure.journal", (With.NEVER,), (), holds="times, and random ids of what is gone"),
)
"""What one writes besides (a backup's file, an export) is somewhere else, and says its own end."""
