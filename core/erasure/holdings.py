"""Everything that holds personal data: each table, kind of blob and generator, with what it goes, and how.

Receipts and exports call a holding by its name. One that is missing fails the tests and stops the start. A new column
that can hold an id or words has to be put into one of the four of its part (core/departures.py).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from core.departures import DepartureId, Described, Part, Then
from core.errors import OperatorError
from core.people import Viewer
from core.ports import Reads, Writes
from core.videos import AssetRole


class Goes(Enum):
    """With what a holding goes when nobody asks for more."""

    VIDEO = "video"
    PERSON = "person"
    COMMUNITY = "community"
    DATE = "date"


class HoldingMissing(OperatorError):
    """Something can hold personal data, and nothing says how it goes. data: kind, name."""


@dataclass(frozen=True)
class Holding:
    """What is kept together. `at_once` is forgotten with the confirmation, the rest by the flow behind it.

    `roles` are kinds of blobs by their values, `routes` generators: their copies go with their videos.
    """

    name: str
    goes: Goes
    parts: tuple[Part, ...] = ()
    roles: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    at_once: bool = False

    async def forget(self, departure: DepartureId, writes: Writes) -> int:
        """Take somebody who left out of it; gives how many rows changed."""
        return sum([await writes.forget_in(departure, part) for part in self.parts])

    async def describe(self, viewer: Viewer, reads: Reads) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Give what it holds of somebody, by table: ids, times and codes; words are opened by their own readers."""
        found = {part.table: await reads.held(viewer, part) for part in self.parts}
        return {table: rows for table, rows in found.items() if rows}


_ROW, _NAME, _VIDEO = Then.ROW, Then.NAME, Then.VIDEO

HOLDINGS: tuple[Holding, ...] = (
    Holding(
        "videos",
        Goes.VIDEO,
        (
            Part(
                "videos",
                {"owner": _VIDEO, "origin": _VIDEO},
                words=("wrapped_key", "words"),
                plain=("id", "state", "route", "shape", "effect", "failure", "asked_on", "portrayed", "begun_in"),
            ),
            Part("assets", words=("wrapped_key", "nonce_prefix"), plain=("id", "video", "role", "media_type")),
            Part("jobs", {"person": _VIDEO}, plain=("video", "lane")),
            Part("submissions", plain=("video", "route", "external_id", "task")),
        ),
        roles=tuple(role.value for role in AssetRole if role is not AssetRole.EXPORT),
        routes=("motion", "kling", "comfyui"),
    ),
    Holding(
        "sharing",
        Goes.VIDEO,
        (
            Part(
                "grants",
                {"person": _ROW},
                words=("names",),
                plain=("id", "video"),
                described=Described(("given_at_ms", "until_ms")),
            ),
            Part("invitations", accounts={"digest": _VIDEO}, words=("names",), plain=("id", "video")),
            Part("knock_links", plain=("video", "digest")),
            Part(
                "knocks",
                {"person": _ROW},
                words=("names",),
                plain=("id", "video", "answer"),
                described=Described(("answer", "asked_at_ms")),
            ),
            Part("muted", {"person": _ROW, "owner": _ROW}, described=Described(("person",), unasked=("owner",))),
        ),
        at_once=True,
    ),
    Holding(
        "views",
        Goes.VIDEO,
        (
            Part(
                "views",
                {"person": _NAME},
                plain=("video", "kind", "through"),
                described=Described(("kind", "through", "at_ms")),
            ),
            Part("break_glass", words=("reason",), plain=("id", "video", "role")),
        ),
    ),
    Holding(
        "publications",
        Goes.VIDEO,
        (
            Part(
                "publications",
                {"claimed_by": _NAME},
                plain=("id", "video", "community", "audience", "state", "slug"),
                emptied=("claimed_until_ms",),
                described=Described(("claimed_until_ms",), withheld=("reported",)),
            ),
        ),
        at_once=True,
    ),
    Holding(
        "decisions",
        Goes.VIDEO,
        (
            Part(
                "revisions",
                {"decided_by": _NAME},
                words=("wrapped_key", "words"),
                plain=("publication", "state", "audience", "portrayed", "why"),
                described=Described(("state", "why")),
            ),
        ),
        at_once=True,
    ),
    Holding(
        "reports",
        Goes.DATE,
        (
            Part(
                "reports",
                {"person": _NAME},
                accounts={"source": Then.DATE},
                words=("words",),
                plain=("id", "case", "digest", "complaint", "told"),
                emptied=("words",),
                described=Described(("complaint", "told", "at_ms")),
            ),
            Part(
                "cases",
                {"decided_by": _NAME},
                words=("wrapped_key",),
                plain=("id", "community", "video", "publication", "state", "why"),
                described=Described(("state", "why", "opened_at_ms", "closed_at_ms"), once="closed_at_ms"),
            ),
        ),
        at_once=True,
    ),
    Holding("bans", Goes.DATE, (Part("bans", accounts={"token": Then.DATE}, plain=("community",)),)),
    Holding(
        "communities",
        Goes.COMMUNITY,
        (
            Part(
                "communities",
                {"set_up_by": _NAME},
                accounts={"moderators": _NAME},
                words=("rules",),
                plain=(
                    "id",
                    "platform",
                    "external_id",
                    "showcase",
                    "review",
                    "pictures",
                    "slug",
                    "lost",
                    "allowed",
                    "budget_currency",
                ),
            ),
            Part("openings", accounts={"external_id": _ROW}, plain=("platform", "community", "action")),
        ),
        at_once=True,
    ),
    Holding(
        "unanswered",
        Goes.DATE,
        (
            Part("inbox", words=("body",), plain=("platform", "album")),
            Part("albums", plain=("platform", "name", "video", "messages")),
        ),
    ),
    Holding(
        "buttons",
        Goes.DATE,
        (
            Part(
                "tokens",
                {"person": _ROW},
                plain=("digest", "action", "subject"),
                described=Described(("action", "expires_at_ms")),
            ),
            Part(
                "interviews",
                {"person": _ROW},
                accounts={"chat": _ROW},
                words=("notes",),
                plain=("platform", "subject"),
                described=Described(("platform", "begun_at_ms")),
            ),
        ),
        at_once=True,
    ),
    Holding(
        "messages",
        Goes.VIDEO,
        (
            Part(
                "posted",
                {"person": Then.LABEL},
                accounts={"channel": Then.LABEL},
                words=("token",),
                plain=("id", "platform", "video", "kind", "message", "media"),
                described=Described(("platform", "kind", "posted_at_ms", "tidied"), of_videos=False),
            ),
            Part(
                "outbox",
                {"person": _ROW},
                plain=("id", "surface", "kind", "subject"),
                described=Described(("surface", "kind")),
            ),
        ),
    ),
    Holding(
        "spending",
        Goes.DATE,
        (
            Part(
                "spending",
                {"person": _NAME},
                plain=("id", "video", "community", "route", "state", "currency"),
                described=Described(withheld=("id", "community")),
            ),
        ),
    ),
    Holding(
        "history",
        Goes.VIDEO,
        (
            Part(
                "events",
                {"actor": _NAME, "subject": _ROW},
                plain=("verb", "reason"),
                described=Described(("verb", "reason", "at_ms")),
            ),
        ),
    ),
    Holding(
        "receipts",
        Goes.DATE,
        (
            Part(
                "receipts",
                {"person": _NAME, "origin": _NAME},
                words=("sealed_secret",),
                plain=("id", "video", "body", "signature", "digest", "facts"),
            ),
            Part("receipt_versions", plain=("receipt", "body", "signature")),
            Part("recalls", words=("sealed",), plain=("id", "receipt", "platform")),
            Part("journal_checkpoint", plain=("head",)),
        ),
    ),
    Holding(
        "exports",
        Goes.DATE,
        (
            Part(
                "exports",
                {"person": _NAME},
                words=("wrapped_key", "nonce_prefix"),
                plain=("id", "language"),
                emptied=("wrapped_key", "nonce_prefix"),
            ),
        ),
        roles=(AssetRole.EXPORT.value,),
        at_once=True,
    ),
    Holding(
        "account",
        Goes.PERSON,
        (
            Part(
                "pairings",
                {"first": _ROW, "second": _ROW},
                words=("first_name", "second_name"),
                plain=("id", "digest", "state", "first_platform", "second_platform"),
                described=Described(("state", "first_platform", "second_platform", "made_at_ms")),
            ),
            Part("wrong_codes", {"person": _ROW}),
            Part("agreements", {"person": _ROW}, plain=("paper",)),
            Part("identities", {"person": _ROW, "origin": _ROW}, accounts={"external_id": _ROW}, plain=("platform",)),
            Part("people", {"id": _ROW}, plain=("language", "time_zone", "delivery", "allowed", "departure")),
        ),
    ),
    Holding("departures", Goes.DATE, (Part("departures", plain=("id", "receipt")),)),
)
"""In the order in which a person is taken out of them: rows that name others' rows first, people last."""

PARTS: Mapping[str, Part] = {part.table: part for holding in HOLDINGS for part in holding.parts}


def check_holdings(tables: Collection[str], routes: Collection[str], holdings: Sequence[Holding] = HOLDINGS) -> None:
    """Raise HoldingMissing(kind, name) for a table, a kind of blob or a generator that no holding answers for."""
    known = {
        "table": {part.table for one in holdings for part in one.parts},
        "blob": {role for one in holdings for role in one.roles},
        "generator": {route for one in holdings for route in one.routes},
    }
    there = {"table": tables, "blob": [role.value for role in AssetRole], "generator": routes}
    for kind, names in there.items():
        for name in sorted(set(names) - known[kind]):
            raise HoldingMissing("holding_missing", kind=kind, name=name)
