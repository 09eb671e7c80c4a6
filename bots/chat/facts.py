"""Fills knowledge's facts from what the asker may see: their own videos, read through the gate."""

import re
import unicodedata
from collections.abc import AsyncIterator, Sequence

from core.errors import NotFound
from core.people import Viewer
from core.ports import Reads
from core.records import VideoView
from core.videos import AssetRole, Making, visibility
from knowledge.facts import AccountFacts, State, VideoFacts, Visibility

NEWEST = 200
"""How many of a person's videos are looked through for a title (design section 7)."""

_PAGE = 100
_NUMBER = re.compile(r"#\s?(\d{1,9})\b")
_TITLE_SHORTEST = 3


def video_facts(view: VideoView) -> VideoFacts:
    """Tell knowledge of one video, for its owner alone: the title may be the first words of the prompt."""
    return VideoFacts(
        number=view.video.number,
        title=view.title,
        visibility=Visibility(visibility(view.granted, view.publications, hold=view.hold).value),
        held=view.hold,
        generator=view.video.route,
        state=State(view.video.state.value),
        has_picture=any(asset.role is AssetRole.INPUT for asset in view.assets),
        ends_at_ms=view.video.ends_at_ms,
    )


async def account_facts(viewer: Viewer, reads: Reads) -> AccountFacts:
    """Count what the viewer has here, and what of it anybody else can open."""
    kept = [view async for view in _own(viewer, reads) if view.video.state is not Making.ERASING]
    seen = [visibility(one.granted, one.publications, hold=one.hold).value for one in kept]
    return AccountFacts(
        videos=len(kept),
        open_to_others=sum(one != Visibility.PRIVATE.value for one in seen),
        next_end_ms=min((one.video.ends_at_ms for one in kept), default=None),
    )


async def _own(viewer: Viewer, reads: Reads) -> AsyncIterator[VideoView]:
    """Give all of the viewer's videos, newest first."""
    before = None
    while page := await reads.videos(viewer, before=before, limit=_PAGE):
        for view in page:
            yield view
        before = page[-1].video.id


async def video_meant(question: str, newest: Sequence[VideoView], viewer: Viewer, reads: Reads) -> VideoView | None:
    """Find which of the viewer's videos a question means: #N, else the longest title in it, else the newest one.

    `newest` are the viewer's own, newest first. None when they have none. Raises NotFound("video_not_found") for a
    number that isn't one of theirs.
    """
    if number := _NUMBER.search(question):
        view = await reads.video_by_number(viewer, int(number[1]))
        if view is None:
            raise NotFound("video_not_found")
        return view
    said = f" {tidy(question)} "
    titles = [(tidy(view.title), view) for view in newest]
    named = [(len(title), view) for title, view in titles if len(title) >= _TITLE_SHORTEST and f" {title} " in said]
    if named:
        return max(named, key=lambda one: one[0])[1]
    return newest[0] if newest else None


def tidy(words: str) -> str:
    """Give words for comparing: case folded, compatible letters alike, nothing but letters, digits and spaces."""
    bare = "".join(letter if letter.isalnum() else " " for letter in unicodedata.normalize("NFKC", words).casefold())
    return " ".join(bare.split())
