"""What is in an archive: everything that we hold of one person, as data, and which of their files go with it.

Nobody else is in it but by what the person is told anyway: the names with which they shared, and when somebody looked.
Moments are written as UTC in ISO 8601; the rows by table, at the end, have them in milliseconds.
"""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from core.erasure.holdings import Holding
from core.exports import Asked
from core.grants import Grant, Seen
from core.people import OPERATOR, PersonId, Viewer
from core.ports import Clock, Reads, Store
from core.records import Event, VideoView
from core.videos import Asset, AssetId, VideoId, Words

FORMAT = 1
PAGE = 50
SHARED_MOST = 1_000
DATA = "mydata.json"

_EXTENSIONS = {"video/mp4": "mp4", "image/jpeg": "jpg", "image/png": "png", "audio/flac": "flac"}

Data = dict[str, Any]


@dataclass(frozen=True)
class Filed:
    """A file of theirs, and its name in the archive."""

    name: str
    asset: AssetId
    size_bytes: int


@dataclass
class Content:
    """What an archive is made of. `ends_at_ms` is the nearest end date of its videos; None where none is ahead.

    A video that a publication keeps beyond its own date is erased with that: then the archive is closed.
    """

    data: Data
    damaged: Collection[AssetId] = ()
    files: list[Filed] = field(default_factory=list)
    ends_at_ms: int | None = None


async def gather(
    asked: Asked, holdings: Sequence[Holding], damaged: Collection[AssetId], *, store: Store, clock: Clock
) -> Content:
    """Read everything of one person, a page of videos at a time; files that are `damaged` are told, and left out."""
    viewer = Viewer(asked.person)
    async with store.read() as reads:
        data: Data = {"format": FORMAT, "made_at": iso(clock.now_ms()), "language": asked.language}
        data |= {"you": await _you(viewer, reads)}
    content = Content(data, damaged)
    data["videos"] = [one async for one in _videos(viewer, store, content, clock.now_ms())]
    async with store.read() as reads:
        data["shared_with_you"] = [one async for one in _shared(viewer, reads)]
        data["reports"] = [_dated(one, "at_ms") for one in await reads.own_reports(viewer)]
        data["decisions_as_moderator"] = [dict(one) for one in await reads.own_decisions(viewer)]
        data["rows"] = {one.name: await _rows(one, viewer, reads) for one in holdings}
    return content


async def _rows(holding: Holding, viewer: Viewer, reads: Reads) -> Data:
    described = await holding.describe(viewer, reads)
    return {table: [dict(row) for row in rows] for table, rows in described.items()}


async def _you(viewer: Viewer, reads: Reads) -> Data:
    accounts = await reads.accounts(viewer)
    chosen = await reads.preferences(viewer)
    rule = await reads.rule(viewer)
    leaving = await reads.leaving(viewer)
    return {
        "accounts": [
            {
                "platform": one.identity.platform.value,
                "id": one.identity.external_id,
                "connected_at": iso(one.joined_at_ms),
            }
            for one in accounts
        ],
        "settings": asdict(chosen) | {"delivery": chosen.delivery.value},
        "rule": asdict(rule) | {"allowed": None if rule.allowed is None else sorted(rule.allowed)},
        "bans": {"count": leaving.bans, "until": iso(leaving.banned_until_ms)},
    }


async def _videos(viewer: Viewer, store: Store, content: Content, now_ms: int) -> AsyncIterator[Data]:
    before: VideoId | None = None
    while True:
        async with store.read() as reads:
            page = await reads.videos(viewer, before=before, limit=PAGE)
            told = [await _video(view, viewer, reads, content, now_ms) for view in page]
        for one in told:
            yield one
        if len(page) < PAGE:
            return
        before = page[-1].video.id


async def _video(view: VideoView, viewer: Viewer, reads: Reads, content: Content, now_ms: int) -> Data:
    video = view.video
    words = await reads.own_words(viewer, video.id) or Words()
    named = [_filed(asset, place, video.number) for place, asset in enumerate(view.assets, 1)]
    content.files += [one for one in named if one.asset not in content.damaged]
    if video.ends_at_ms > now_ms:
        content.ends_at_ms = min(video.ends_at_ms, content.ends_at_ms or video.ends_at_ms)
    seen = Seen(
        await reads.openings(viewer, video.id),
        await reads.looks(viewer, video.id),
        await reads.break_glass(viewer, video.id),
        await reads.plays(viewer, video.id),
    )
    return {
        "number": video.number,
        "title": view.title,
        **asdict(words),
        "file_names": list(words.file_names),
        "state": video.state.value,
        "route": video.route,
        "shape": video.shape.value,
        "seconds": video.seconds,
        "seed": video.seed,
        "effect": video.effect.value,
        "start_ms": video.start_ms,
        "asked_on": video.asked_on.value,
        "begun_in": None if video.begun_in is None else str(video.begun_in),
        "asked_at": iso(video.asked_at_ms),
        "finished_at": iso(video.finished_at_ms),
        "ends_at": iso(video.ends_at_ms),
        "failure": video.failure,
        "portrayed": video.portrayed.value,
        "on_hold": view.hold,
        "files": [_told_file(asset, one, content.damaged) for asset, one in zip(view.assets, named, strict=True)],
        "history": [_event(one, viewer.person) for one in await reads.events(viewer, video.id)],
        "shared_with": [_grant(one) for one in await reads.grants(viewer, video.id)],
        "seen": _seen(seen),
        "publications": [
            _dated(one, "proposed_at_ms", "until_ms") for one in await reads.own_revisions(viewer, video.id)
        ],
        "in_your_chats": [
            {"platform": one.platform.value, "kind": one.kind.value, "at": iso(one.posted_at_ms)}
            for one in await reads.posted(viewer, video.id)
        ],
        "in_chats_of_others": sorted(one.value for one in await reads.copies_of_others(viewer, video.id)),
    }


def _filed(asset: Asset, place: int, number: int) -> Filed:
    ending = _EXTENSIONS.get(asset.media_type, "bin")
    return Filed(f"videos/{number:04}/{place}-{asset.role.value}.{ending}", asset.id, asset.size_bytes)


def _told_file(asset: Asset, filed: Filed, damaged: Collection[AssetId]) -> Data:
    return {
        "file": filed.name,
        "role": asset.role.value,
        "media_type": asset.media_type,
        "size_bytes": asset.size_bytes,
        "width": asset.width,
        "height": asset.height,
        "duration_ms": asset.duration_ms,
        "damaged": asset.id in damaged,
    }


def _event(one: Event, person: PersonId | None) -> Data:
    """Say what happened; of who did it, no more than whether it was they themselves, somebody else or nobody."""
    if one.actor is None:
        by = "hushreel"
    elif one.actor == OPERATOR:
        by = "operator"
    else:
        by = "you" if one.actor == person else "somebody"
    return {"at": iso(one.at_ms), "what": one.verb, "reason": one.reason, "by": by}


def _grant(one: Grant) -> Data:
    return {"name": one.name, "since": iso(one.given_at_ms), "until": iso(one.until_ms), "waits": one.waits}


def _seen(seen: Seen) -> Data:
    looked = [{"who": "operator" if one.community is None else "moderator", "at": iso(one.at_ms)} for one in seen.looks]
    opened = [{"name": one.name, "through": one.through.value, "at": iso(one.at_ms)} for one in seen.openings]
    broken = [{"what": one.role.value, "reason": one.reason, "at": iso(one.at_ms)} for one in seen.break_glass]
    return {"opened": opened, "looked": looked, "opened_by_operator": broken, "plays": seen.plays}


async def _shared(viewer: Viewer, reads: Reads) -> AsyncIterator[Data]:
    """Say since when and until when others share videos with them: neither who nor what."""
    for video in await reads.shared(viewer, SHARED_MOST):
        grant = await reads.grant(viewer, video)
        if grant is not None:
            yield {"since": iso(grant.given_at_ms), "until": iso(grant.until_ms)}


def _dated(row: Mapping[str, Any], *moments: str) -> Data:
    """Write a row's moments as text, under names without the unit."""
    return {
        name.removesuffix("_ms") if name in moments else name: iso(value) if name in moments else value
        for name, value in row.items()
    }


def iso(at_ms: int | None) -> str | None:
    """Write a moment (UTC milliseconds) in ISO 8601."""
    return None if at_ms is None else datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds")
