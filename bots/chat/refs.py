"""Which video somebody means by #3, by words of its title, or by "last"."""

import re
from collections.abc import Sequence

from bots.chat.command import Asker, VideoRef
from bots.chat.facts import NEWEST, tidy
from bots.chat.services import Services
from core.errors import NotFound
from core.ports import Reads
from core.records import Titled, VideoView
from knowledge.languages import folded

LAST = frozenset(
    folded(word)
    for word in (
        *("last", "latest", "newest", "último", "última", "el último", "la última", "o último", "a última"),
        *("最后", "最后一个", "最新", "最新的", "последнее", "последний", "последняя"),
    )
)
"""What means the newest video, in any of our languages."""

OFFERED = 10
"""How many of several matches are offered to choose from."""

_NUMBER = re.compile(r"#?\s?(\d{1,9})")


class Several(Exception):
    """More than one video fits: the person is asked which one."""

    def __init__(self, views: Sequence[VideoView]) -> None:
        """Keep the videos that fit, newest first."""
        super().__init__()
        self.views = views


async def find(ref: VideoRef, asker: Asker, services: Services) -> VideoView:
    """Find the asker's own video; other people's are never looked at, so a miss tells nothing of them.

    Raises NotFound("video_not_found"), and Several when a title's words fit more than one.
    """
    async with services.store.read() as reads:
        return await find_in(ref, asker, reads)


async def find_in(ref: VideoRef, asker: Asker, reads: Reads) -> VideoView:
    """Find the asker's own video within a transaction that goes on. Raises as `find` does."""
    found = await _meant(ref.text.strip(), asker, reads)
    if not found:
        raise NotFound("video_not_found")
    if len(found) > 1:
        raise Several(found)
    return found[0]


async def _meant(text: str, asker: Asker, reads: Reads) -> Sequence[VideoView]:
    if number := _NUMBER.fullmatch(text):
        view = await reads.video_by_number(asker.viewer, int(number[1]))
        return [view] if view else []
    if folded(text) in LAST:
        return await reads.videos(asker.viewer, limit=1)
    titles = await reads.titles(asker.viewer, NEWEST)
    wanted = tidy(text)
    same = [one for one in titles if wanted and tidy(one.title) == wanted]
    fitting = same or [one for one in titles if wanted and wanted in tidy(one.title)]
    views = [await reads.video(asker.viewer, one.video, asker.surface) for one in fitting[:OFFERED]]
    return [view for view in views if view]


async def complete(typed: str, asker: Asker, services: Services) -> Sequence[tuple[str, Titled]]:
    """Suggest the asker's own newest videos whose number or title goes on like what was typed: (#N, video)."""
    async with services.store.read() as reads:
        titles = await reads.titles(asker.viewer, NEWEST)
    wanted = tidy(typed)
    found = [one for one in titles if str(one.number).startswith(wanted) or wanted in tidy(one.title)]
    return [(f"#{one.number}", one) for one in found[:OFFERED]]
