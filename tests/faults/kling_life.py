"""A whole Hushreel without its web, in which a video is sent to Kling, until it is killed or all are settled.

It works by the loops of the service itself. Where the service looks every few seconds, this one does so at once.
"""

import asyncio
import json
import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

import core.generation.remote as sending
from bots.settings import Settings
from bots.wiring import serve
from bots.wiring.house import House, open_house
from core.engine.relay import Relay
from core.generation.create import create
from core.generation.draft import start
from core.generation.order import Wish
from core.generation.paying import Purse
from core.people import Identity, Platform, Viewer
from tests.fakes.kling_wire.account import ACCESS_KEY, API_KEY, SECRET_KEY
from tests.faults.points import Aim, Points, note
from tests.parts import HERE

ASKING, SENDING, SETTLING = "ask", "send", "settle"
ROUTE = "kling"
OWNER = Identity(Platform.DEMO, "owner")
LOOKS_EVERY_S = 0.1
AT_MOST_MS = 30_000
SETTLED_WITHIN_S = 120.0


@dataclass(frozen=True)
class Place:
    """Where a life is lived: its folder, where Kling is, and the contract, "legacy" or "newer"."""

    folder: Path
    base_url: str
    contract: str

    @property
    def settings(self) -> Settings:
        """The settings of that house."""
        keys = self.folder / "keys"
        is_newer = self.contract == "newer"
        return Settings(
            data_dir=self.folder / "data",
            key_file=keys / "master.key",
            erasure_journal=keys / "erasure.journal",
            kling_base_url=self.base_url,
            kling_access_key=None if is_newer else SecretStr(ACCESS_KEY),
            kling_secret_key=None if is_newer else SecretStr(SECRET_KEY),
            kling_api_key=SecretStr(API_KEY) if is_newer else None,
        )


def live(kind: str, place: Place, said: Path, aim: Aim | None) -> None:
    """Live in a process of its own, and say at the end which points it passed.

    ASKING asks for a video, and no more; SENDING does, and sends it; SETTLING waits until all is known of every video.
    """
    points = Points(said, aim)
    points.hear()
    sending.LOOKS_EVERY_S = sending.SEARCHES_EVERY_S = LOOKS_EVERY_S
    serve.ELSEWHERE_AT_MOST_MS = AT_MOST_MS
    asyncio.run(_live(kind, place))
    note(said, json.dumps({"what": "over", "points": points.seen}))
    os._exit(0)


async def _live(kind: str, place: Place) -> None:
    relays: list[Relay] = []

    def wake() -> None:
        for relay in relays:
            relay.wake()

    async with open_house(place.settings, wake) as house:
        if kind != SETTLING:
            await _ask(house)
        if kind == ASKING:
            return
        working = asyncio.create_task(serve.work(house, relays, asyncio.Event()))
        try:
            async with asyncio.timeout(SETTLED_WITHIN_S):
                while await _is_busy(house, until_known=kind == SETTLING):
                    await asyncio.sleep(LOOKS_EVERY_S)
                    assert not working.done()
        finally:
            working.cancel()
            await asyncio.wait({working})


async def _ask(house: House) -> None:
    """Ask for a video by Kling, and send it, as the press does."""
    async with house.store.write() as writes:
        owner = Viewer(await writes.meet(OWNER))
    assert owner.person
    made = await create(
        owner,
        Wish("a heron lifts off a pond", seconds=5, route=ROUTE),
        [],
        store=house.store,
        vault=house.vault,
        workers=house.workers,
        generators=house.generators,
        clock=house.clock,
        ids=house.ids,
        retention_ms=house.settings.retention,
    )
    await start(
        owner,
        made.video,
        HERE,
        route=ROUTE,
        store=house.store,
        generators=house.generators,
        papers=lambda _: {},
        purse=Purse(house.remote, None, house.clock),
    )


async def _is_busy(house: House, *, until_known: bool) -> bool:
    ledger = house.store.ledger
    return bool(await ledger.unfinished()) or (until_known and bool(await ledger.unsure()))
