"""Receipts that are owed: the video is gone from every table, and its receipt is not made yet.

A row without a signature, so that the receipt is made in the end even if the flow that erases is forgotten.
"""

import json
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from core.people import PersonId
from core.records import Owed
from core.storage.tables import receipts
from core.videos import VideoId

OWED = receipts.c.signature == ""


def owed_row(video: VideoId, owner: PersonId, number: int, owed: Owed) -> dict[str, Any]:
    """Make the row of a receipt that is owed."""
    row = {"id": f"owed-{video}", "issued_at_ms": 0, "body": json.dumps(asdict(owed)), "signature": ""}
    return row | {"video": video, "person": owner, "number": number}


def owed_of(row: sa.Row[Any]) -> tuple[PersonId, int, Owed]:
    """Read owner, number and what is to be told out of such a row; an earlier version's holds the roles alone."""
    told = json.loads(row.body)
    return PersonId(row.person), row.number, Owed(told) if isinstance(told, list) else Owed(**told)
