"""Kling's fake with our generator, by both contracts, for the contract suite."""

import base64
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Self

from core.generators.kling.legacy import Legacy
from core.generators.kling.newer import Newer
from core.generators.kling.route import KlingRoute, KlingSettings
from core.ports import WorkerPool
from core.records import Order
from core.spending import Per, Price, Prices
from core.videos import Shape
from tests.contract.elsewhere import Gives, Loses, Refuses
from tests.fakes.kling_wire.account import ACCESS_KEY, API_KEY, SECRET_KEY
from tests.fakes.kling_wire.server import KlingWire
from tests.fakes.kling_wire.tasks import CLEARED_MS, RISK, WAITS_MS, WORKS_MS
from tests.fakes.kling_wire.trouble import Bad, Lie
from tests.fakes.time import FakeClock

LARGEST_BYTES = 3_000_000
SUBMIT_S = 0.6
PRICE = Price("kling", 90_000, "USD", Per.SECOND, date(2026, 11, 1))
_SUBMITS = "/v1/videos/[a-z0-9-]+|/(?:text|image)-to-video/.*"
_CODES = {Refuses.CONTENT: 1301, Refuses.INPUT: 1201, Refuses.QUOTA: 1102, Refuses.ACCESS: 1103, Refuses.MODEL: 1203}
_BAD: dict[Loses, Bad | int] = {
    Loses.CUT_BEFORE: Bad.CUT_BEFORE,
    Loses.CUT_AFTER: Bad.CUT_AFTER,
    Loses.TIME_OUT: Bad.TIME_OUT,
    Loses.NONSENSE: Bad.NONSENSE,
    Loses.BROKEN: 5000,
    Loses.RESTART: Bad.CUT_AFTER,
}


class KlingElsewhere:
    """One of Kling's contracts."""

    secrets: Sequence[str] = (SECRET_KEY, API_KEY)
    forgets_ms: int | None = CLEARED_MS

    def __init__(self, contract: str, workers: WorkerPool, clock: FakeClock | None = None) -> None:
        """Choose "legacy" or "newer"."""
        self.clock = clock or FakeClock()
        self.wire = KlingWire(self.clock)
        self._contract, self._workers = contract, workers
        self.order = Order("a heron lifts off a pond", Shape.WIDE, 5, seed=7, route="kling")

    async def __aenter__(self) -> Self:
        """Start the fake."""
        await self.wire.__aenter__()
        self.remote = self.route()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop both."""
        await self.remote.close()
        await self.wire.__aexit__()

    def route(self, model: str = "", access_key: str = ACCESS_KEY) -> KlingRoute:
        """Make the generator as an operator would set it up."""
        legacy = self._contract == "legacy"
        settings = KlingSettings(
            model=model or ("kling-v1" if legacy else "kling-3.0"),
            base_url=self.wire.base_url,
            largest_bytes=LARGEST_BYTES,
            prices=Prices((replace(PRICE, mode="std" if legacy else "720p"),)),
            submit_s=SUBMIT_S,
        )
        if legacy:
            return Legacy(settings, access_key, SECRET_KEY, self._workers, self.clock)
        return Newer(settings, API_KEY, self._workers, self.clock)

    @property
    def begun(self) -> int:
        """How many tasks were begun."""
        return self.wire.tasks.made

    @property
    def sent_bytes(self) -> int:
        """How many bytes of an endless result were sent."""
        return self.wire.sent_bytes

    def left(self) -> Sequence[tuple[str, dict[str, str], bytes]]:
        """Give everything that came, base64 unpacked."""
        return [(one.path, one.headers, one.body + _unpacked(one.body)) for one in self.wire.seen]

    def work(self) -> None:
        """Pass the wait."""
        self.clock.advance(WAITS_MS)

    def finish(self) -> None:
        """Pass all of it."""
        self.clock.advance(WAITS_MS + WORKS_MS)

    def refuse(self, why: Refuses) -> None:
        """Refuse the next submit by Kling's own code."""
        self.wire.trouble.plan(_CODES[why], _SUBMITS)

    def wait(self) -> None:
        """Say 1302."""
        self.wire.trouble.plan(1302, _SUBMITS)

    def fail(self) -> None:
        """Let tasks fail by Kling's risk control."""
        self.wire.trouble.fails = RISK

    def lose(self, how: Loses) -> None:
        """Lose the answer; after a restart Kling has forgotten the task too."""
        self.wire.trouble.plan(_BAD[how], _SUBMITS)
        self.wire.trouble.forgets = how is Loses.RESTART

    def give(self, what: Gives) -> None:
        """Lie about results."""
        self.wire.trouble.lie = Lie[what.name]

    def point_to(self, address: str) -> None:
        """Say that results are elsewhere."""
        self.wire.trouble.elsewhere = address

    async def vanish(self) -> None:
        """Stop listening."""
        await self.wire.__aexit__()

    def stop_answering(self) -> None:
        """Answer the next question with 5001."""
        self.wire.trouble.plan(5001)

    def pass_time(self, by_ms: int) -> None:
        """Move the clock that both have."""
        self.clock.advance(by_ms)


def _unpacked(body: bytes) -> bytes:
    """Unpack every string of a body that is base64."""
    found: list[bytes] = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)
        elif isinstance(value, str) and len(value) > 1000:
            found.append(base64.b64decode(value))

    look(json.loads(body) if body else None)
    return b"".join(found)
