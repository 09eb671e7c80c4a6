"""Going apart: each account gets its own things back, and sees nothing of the other's any more."""

from collections.abc import Sequence

from core.pairings import Side, Told, kind_of
from core.people import Platform, Viewer
from core.ports import Store


async def part(viewer: Viewer, platform: Platform, *, store: Store) -> Sequence[Side]:
    """Part the viewer's accounts, and tell the other one; `platform` is where it was asked, and told by the answer.

    Raises NotFound("not_connected").
    """
    async with store.write() as writes:
        sides = await writes.part(viewer)
        for side in sides:
            if side.platform is not platform:
                await writes.tell_side(side, kind_of(Told.PARTED, platform), side.person)
    return sides
