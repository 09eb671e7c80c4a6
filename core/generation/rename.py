"""Rename: another title for a video."""

import unicodedata

from core.errors import BadInput, NotAllowed
from core.gate import Action, Surface
from core.people import Viewer
from core.ports import Store
from core.videos import TITLE_LONGEST, VideoId


async def rename(viewer: Viewer, video: VideoId, title: str, surface: Surface, *, store: Store) -> None:
    """Give a video another title, kept sealed; an empty one brings the prompt's first words back for its owner.

    Raises BadInput("title_too_long", limit, given), NotFound and NotAllowed as the gate says.
    """
    tidy = " ".join(unicodedata.normalize("NFC", title).split())
    if len(tidy) > TITLE_LONGEST:
        raise BadInput("title_too_long", limit=TITLE_LONGEST, given=len(tidy))
    async with store.write() as writes:
        decision = await writes.decide(viewer, Action.RENAME, video, surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        await writes.rename(video, tidy)
