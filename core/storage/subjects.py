"""What the gate is asked about: a video in the light of each of its publications."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from core.gate import Action, Decision, Subject, Surface, may
from core.people import PersonId, Viewer
from core.storage.rows import granted_of, publications_of
from core.videos import Asset, AssetRole, Making, VideoId, is_due

Subjects = Sequence[Subject]
"""One video, once for each of its publications, or once without any."""


async def subjects_of(connection: AsyncConnection, rows: Sequence[Any], now_ms: int) -> Mapping[UUID, Subjects]:
    """Read what the gate needs to know of some rows of videos, by video."""
    ids: list[UUID] = [row.id for row in rows]
    published = await publications_of(connection, ids, now_ms)
    granted = await granted_of(connection, ids, now_ms)
    return {
        row.id: [
            Subject(
                VideoId(row.id),
                PersonId(row.owner),
                Making(row.state),
                granted[row.id] - {PersonId(row.owner)},
                publication,
                row.hold,
                over=is_over(row, now_ms),
            )
            for publication in published[row.id] or (None,)
        ]
        for row in rows
    }


def is_over(row: Any, now_ms: int) -> bool:
    """Say of a row of videos whether its end has come; the gate is closed from that moment on."""
    return is_due(Making(row.state), row.ends_at_ms, row.kept_until_ms, now_ms, hold=row.hold)


def decided(
    viewer: Viewer, action: Action, subjects: Subjects, surface: Surface, asset: Asset | None = None
) -> Decision:
    """Ask the gate in the light of each publication; the first that allows wins."""
    name, role = (asset.id, asset.role) if asset else (None, None)
    decisions = [may(viewer, action, replace(subject, asset=name, role=role), surface) for subject in subjects]
    return next((one for one in decisions if one.allowed), decisions[0])


def opens(viewer: Viewer, role: AssetRole, subjects: Subjects, surface: Surface) -> bool:
    """Say whether somebody may open a video's bytes of one role."""
    return any(may(viewer, Action.OPEN, replace(subject, role=role), surface).allowed for subject in subjects)
