"""Break-glass: the operator opens a video at the machine, for a reason that its owner is told.

It records what goes through our own tools. Whoever has the machine and its key can go round them: our policy says so.
"""

from core.errors import NotFound, OperatorError
from core.gate import Surface
from core.people import OPERATOR, Viewer
from core.ports import Store, Stream, Vault
from core.videos import AssetRole, VideoId

REASON_LONGEST = 500
"""Characters of a reason."""

THE_OPERATOR = Viewer(OPERATOR, operator=True)


class OpeningRefused(OperatorError):
    """The operator gets nothing. data: what was wrong."""


async def break_glass(
    video: VideoId, role: AssetRole, number: int, reason: str, *, store: Store, vault: Vault
) -> Stream:
    """Open the bytes of a video in a role, the first of several being number 1, once it is noted that this happens.

    Note, notice to the owner and event are kept before a byte is opened: without them nothing is. Raises
    OpeningRefused: reason_missing, reason_too_long, opening_not_found.
    """
    said = reason.strip()
    if not said:
        raise OpeningRefused("reason_missing")
    if len(said) > REASON_LONGEST:
        raise OpeningRefused("reason_too_long", given=len(said), limit=REASON_LONGEST)
    missing = OpeningRefused("opening_not_found", video=str(video), role=role.value, number=number)
    async with store.write() as writes:
        view = await writes.video(THE_OPERATOR, video, Surface.CLI)
        assets = [one for one in view.assets if one.role is role] if view else []
        if not 1 <= number <= len(assets):
            raise missing
        found = await writes.asset(THE_OPERATOR, assets[number - 1].id, Surface.CLI)
        if found is None:
            raise missing
        await writes.note_break_glass(video, role, said)
    asset, decision = found
    try:
        return await vault.open(asset.id, decision)
    except NotFound:
        raise missing from None
