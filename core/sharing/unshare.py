"""Ending what was shared: at once by its owner, and by itself where its date is over."""

import asyncio
import logging

from core.errors import NotAllowed, NotFound
from core.gate import Action, Surface
from core.grants import GrantId
from core.people import Viewer
from core.ports import Store
from core.videos import VideoId

EVERY_S = 5.0

log = logging.getLogger("hushreel.sharing")


async def unshare(
    viewer: Viewer, video: VideoId, surface: Surface, *, only: GrantId | None = None, store: Store
) -> int:
    """End one grant of a video, or all; gives how many. What runs for those people is cut within a second.

    Ending all ends the invitation to it as well.

    Raises NotFound and NotAllowed as the gate says.
    """
    async with store.write() as writes:
        decision = await writes.decide(viewer, Action.WITHDRAW, video, surface)
        if viewer.person is None:
            raise NotFound("video_not_found")
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        ended = await writes.withdraw(video, None if only is None else {only}, actor=viewer.person)
        invited = only is None and await writes.end_invitation(video, actor=viewer.person)
    if ended or invited:
        await store.scrub()
    return ended


async def end_dated(*, store: Store) -> int:
    """Forget shares and invitations whose date is over; the gate closed at that very moment. Gives how many."""
    shares, knocks = await store.ledger.shares_over(), await store.ledger.knocks_over()
    if not (shares or knocks):
        return 0
    async with store.write() as writes:
        ended = await writes.end_dated() if shares else 0
        ended += await writes.end_knocks() if knocks else 0
    await store.scrub()
    return ended


async def keep_ending(*, store: Store) -> None:
    """End at once and then every few seconds, until cancelled."""
    while True:
        try:
            await end_dated(store=store)
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("shares not looked through: %s", type(error).__name__)
        await asyncio.sleep(EVERY_S)
