"""Receipts that are owed: the video is gone from every table, and its receipt is not made yet.

A row without a signature, so that the receipt is made in the end even if the flow that erases is forgotten.
"""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from core.people import PersonId
from core.storage.tables import receipts
from core.videos import VideoId

OWED = receipts.c.signature == ""


def owed_row(video: VideoId, owner: PersonId, number: int, roles: Sequence[str]) -> dict[str, Any]:
    """Make the row of a receipt that is owed."""
    owed = {"id": f"owed-{video}", "issued_at_ms": 0, "body": json.dumps(list(roles)), "signature": ""}
    return owed | {"video": video, "person": owner, "number": number}


def owed_of(row: sa.Row[Any]) -> tuple[PersonId, int, Sequence[str]]:
    """Read owner, number and roles out of such a row."""
    return PersonId(row.person), row.number, json.loads(row.body)
