"""Ways to make a video, as core sees them: generators of ours on this machine, and those that somebody else runs."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from core.records import Check, Cost, Erased, Lane, Material, Offers, Order, PrivacyLabel, Standing
from core.videos import Media
from core.work import Product

MADE_HERE = frozenset({"motion"})
"""Routes of `Local` generators."""

FLOWS: Mapping[Lane, str] = {Lane.RENDER: "make", Lane.REMOTE: "send"}
"""The flow that makes a video, by the lane that it waits in."""


def lane_of(route: str) -> Lane:
    """Say where the videos of a route wait."""
    return Lane.RENDER if route in MADE_HERE else Lane.REMOTE


class Generator(Protocol):
    """A way to make a video. A new one is one file, one digest and one line in the contract test."""

    name: str

    def label(self) -> PrivacyLabel:
        """Say what happens to what it gets."""

    def check(self, order: Order, *, media: Collection[Media]) -> Check:
        """Say honestly whether it can do this with inputs of these kinds, before anything is kept or sent."""


class Local(Generator, Protocol):
    """A generator of ours, on this machine."""

    repeatable: bool
    """Free and local: after a crash the order is simply sent again."""

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Make the parts "video", "poster", "preview" where it can, and the facts width, height, duration_ms."""


class Remote(Generator, Protocol):
    """A generator that somebody else runs, or another program: paid at most once, delivered at most once.

    Whatever asks raises Busy(after_s) where asking again later is free of harm, and Declined where nobody may ask so.
    """

    finds: bool
    """Whether a lost submit can be looked up by our own id."""

    def offers(self) -> Offers:
        """Say which extras an order may have here."""

    def estimate(self, order: Order, *, media: Collection[Media]) -> Cost:
        """Say what it will cost, as far as the operator has set prices."""

    async def submit(self, order: Order, inputs: Sequence[Material], external_id: UUID) -> str:
        """Send an order and give the task's id there.

        Raises Declined(code, data) where nothing was begun, Busy(after_s) where it is not our turn and nothing was
        begun, LostSubmit where nobody knows: then it is never sent again by itself.
        """

    async def find(self, external_id: UUID) -> str | None:
        """Look a task up by our own id, where the generator `finds`; None: it has never heard of it."""

    async def follow(self, task: str) -> Standing:
        """Ask how a task stands."""

    async def fetch(self, task: str) -> Product:
        """Bring the parts "video" and "poster" of a ready task; a worker has looked at it, and made the poster.

        Facts: media_type, width, height, duration_ms.

        Raises Spoiled where it was made and can't be had: gone, no video, too large.
        """

    async def cancel(self, task: str) -> bool:
        """Stop a task there. False: it goes on, and may cost."""

    async def erase(self, task: str) -> Erased:
        """Have a task's inputs and results erased there, or say when they go by themselves.

        The task is "" where an order left and nobody knows its id. Raises RemoteError where it is to be asked again.
        """

    async def health(self) -> None:
        """Ask whether it can be used, without paying. Raises what is wrong."""

    async def sweep(self, now_s: float, *, live: Collection[str]) -> int:
        """Delete what an earlier life left behind there, but for orders of ours that are `live`; gives how much."""

    async def close(self) -> None:
        """Hang up."""
