"""A whole Hushreel without its web, in which videos and people are erased until it is killed.

It says, as JSON lines, what it made, is about to erase and has confirmed. It starts on what an earlier life left, by
the loops of the service itself: engine, relays, sweeps, receipts, ages.
"""

import asyncio
import io
import json
import os
import random
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast
from uuid import UUID

from bots.__main__ import main
from bots.settings import Settings
from bots.wiring.house import House, open_house
from bots.wiring.serve import work
from core.chats import CopyKind
from core.engine.relay import Relay
from core.erasure.erase import Eraser, request
from core.erasure.sweep import sweep
from core.exporting.export import request as ask_export
from core.people import Identity, Role, Viewer
from core.receipts import RECALL
from core.records import OutboxRow, SealedBytes, Token
from core.storage.vault import SealedVault
from core.videos import Asset, AssetId, AssetRole, VideoId, Words
from tests.departing import DISCORD, SERVER, TELEGRAM, Village
from tests.fakes.time import FakeClock, SeededIds
from tests.faults.points import Aim, Points, Watched, note
from tests.parts import HERE, RETENTION_MS, Parts
from tests.publishing import ORDER

BEN, CY, KEEPER = (Identity(DISCORD, f"77000000000000007{number}") for number in range(3))
FOUNDING, DELETING, FORGETTING, SETTLING = "found", "delete", "forget", "settle"
SWEEPING_MANY, SWEEPING_FEW, SWEEPING_TWICE = "sweep many", "sweep few", "sweep twice"
VIDEO_BYTES = 1_500
KEPT_VIDEOS = 3
DELETED_EACH = 3
DUE = {SWEEPING_MANY: 52, SWEEPING_FEW: 5}
"""How many fall due before the sweep: more than a helping, or less."""

DUE_TWICE = 12
QUIET_WITHIN_S = 8.0
LOOKS_EVERY_S = 0.25
UNREACHED_OF = 6
"""Of so many messages a platform never lets us remove one."""

TWO_DAYS_MS, UNDELIVERED_MS = 2 * 86_400_000, 91 * 86_400_000


def live(kind: str, folder: Path, seed: int, said: Path, aim: Aim | None) -> None:
    """Live in a process of its own, until killed there or for as long as there is something to do."""
    points = Points(said, aim)
    points.hear()
    asyncio.run(_live(kind, folder, seed, points))
    note(said, json.dumps({"what": "over", "points": points.seen}))
    os._exit(0)


def command(arguments: Sequence[str], environment: dict[str, str], said: Path, aim: Aim | None) -> None:
    """Give a `hushreel` command in a process of its own, with the word that a restore asks for; leave with its code."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(environment["HOME"])
    sys.stdin = io.StringIO("replace\n")
    points = Points(said, aim)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        points.hear()
        code = main(arguments)
    note(said, json.dumps({"what": "over", "points": points.seen}))
    os._exit(code)


def settings_in(folder: Path) -> Settings:
    """Give the settings of a house."""
    keys = folder / "keys"
    return Settings(data_dir=folder / "data", key_file=keys / "master.key", erasure_journal=keys / "erasure.journal")


def reached(message: UUID) -> bool:
    """Say whether a platform lets us remove a message."""
    return message.int % UNREACHED_OF != 0


async def _live(kind: str, folder: Path, seed: int, points: Points) -> None:
    relays: list[Relay] = []

    def wake() -> None:
        for relay in relays:
            relay.wake()

    async with open_house(settings_in(folder), wake) as opened:
        house = replace(opened, vault=cast("SealedVault", Watched(opened.vault, points)))
        life = await _life(house, points.said, seed, relays)
        if kind == FOUNDING:
            await life.found()
            return
        if kind in DUE:
            await life.fall_due(DUE[kind])
        relays.append(
            Relay(house.store.ledger, dict.fromkeys(("discord", "telegram", "web"), Chats(house)), house.clock)
        )
        working = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(relays[0].run())
            group.create_task(work(house, relays, working))
            await working.wait()
            await life.acts[kind]()
            await life.calm()
            note(points.said, json.dumps({"what": "over", "points": points.seen}))
            os._exit(0)


async def _life(house: House, said: Path, seed: int, relays: list[Relay]) -> "Life":
    async with house.store.write() as writes:
        community = await writes.begin_community(DISCORD, SERVER)
    parts = Parts(
        house.settings.data_dir,
        house.store,
        house.vault,
        house.workers,
        house.local,
        cast("FakeClock", house.clock),
        cast("SeededIds", house.ids),
        house.revocations,
        relays,
    )
    return Life(house, Village(parts, house.shutting, community), said, seed, random.Random(seed))  # noqa: S311


@dataclass(frozen=True)
class Chats:
    """Deliverers of every platform: files of what is erased leave the chats, where the platform lets us."""

    house: House

    async def deliver(self, row: OutboxRow) -> None:
        """Take back a message, or those of a video that is erased."""
        store = self.house.store
        if row.kind == RECALL:
            if reached(row.subject):
                async with store.write() as writes:
                    await writes.drop_recall(row.subject)
            return
        video = VideoId(row.subject)
        if await store.ledger.job(video) is not None:
            return
        for one in await store.ledger.posted_of(video):
            if reached(one.id):
                async with store.write() as writes:
                    await writes.drop_posted(one.id)


@dataclass
class Life:
    """What happens in a house; each thing is said before and after."""

    house: House
    village: Village
    said: Path
    seed: int
    chance: random.Random

    @property
    def acts(self) -> dict[str, Callable[[], Awaitable[None]]]:
        """What there is to do, by kind."""
        return {
            DELETING: self.delete,
            FORGETTING: self.forget,
            SWEEPING_MANY: self.swept,
            SWEEPING_FEW: self.swept,
            SWEEPING_TWICE: self.sweep_twice,
            SETTLING: self.settle,
        }

    def tell(self, what: str, **facts: object) -> None:
        """Say something."""
        note(self.said, json.dumps({"what": what} | facts))

    async def found(self) -> None:
        """Keep what is to stay, whatever happens."""
        await self.village.meet(BEN)
        await self.village.meet(CY, Role.MODERATOR)
        keeper = await self.village.meet(KEEPER)
        await self.made(keeper, KEPT_VIDEOS)

    async def made(self, owner: Viewer, count: int = 1, lasts_ms: int = RETENTION_MS) -> list[VideoId]:
        """Keep videos that are ready, with bytes of their own, in one transaction."""
        assert owner.person
        there = {VideoId(self.house.ids.new()): await self._sealed() for _ in range(count)}
        ends_at_ms = self.house.clock.now_ms() + lasts_ms
        async with self.house.store.write() as writes:
            for video, parts in there.items():
                words = Words(self.house.ids.token(), self.house.ids.token())
                await writes.add_video(owner.person, video, ORDER, words, ends_at_ms)
                for role, sealed in parts.items():
                    part = Asset(sealed.asset, video, role, "video/mp4", VIDEO_BYTES, 16, 9)
                    await writes.add_asset(part, sealed)
                for verb in ("queue", "start", "finish"):
                    await writes.move_video(video, verb, ends_at_ms=ends_at_ms if verb == "finish" else None)
        for video, parts in there.items():
            names = [one.asset.hex for one in parts.values()]
            marks = [mark.hex() for mark in self._marks(video, list(parts.values()))]
            stays = lasts_ms == RETENTION_MS
            self.tell("made", video=video.hex, person=owner.person.hex, assets=names, marks=marks, stays=stays)
        return list(there)

    async def _sealed(self) -> dict[AssetRole, SealedBytes]:
        async def content() -> AsyncIterator[bytes]:
            yield self.chance.randbytes(VIDEO_BYTES)

        roles = (AssetRole.OUTPUT, AssetRole.POSTER)
        names = {role: AssetId(self.house.ids.new()) for role in roles}
        return {role: await self.house.vault.seal(name, content(), VIDEO_BYTES) for role, name in names.items()}

    def _marks(self, video: VideoId, parts: Sequence[SealedBytes]) -> list[bytes]:
        """Give everything at rest that could bring a video back."""
        data = self.house.settings.data_dir
        with closing(sqlite3.connect(data / "hushreel.db")) as tables:
            (words,) = tables.execute("SELECT wrapped_key, words FROM videos WHERE id = ?", [video.hex])
        heads = [(data / "blobs" / str(one.asset)).read_bytes()[:64] for one in parts]
        return [*words, *(one.wrapped_key for one in parts), *heads]

    async def post(self, owner: Viewer, video: VideoId) -> None:
        """Have a chat hold a file of a video."""
        platform = self.chance.choice((DISCORD, TELEGRAM))
        name = await self.village.post(owner, platform, video, CopyKind.DIRECT, "1")
        self.tell("posted", video=video.hex, message=name.hex)

    async def delete(self) -> None:
        """Have somebody delete videos, one after the other, whether or not the one before is gone."""
        account = Identity(DISCORD, f"88{self.seed:08}")
        owner = await self.village.meet(account)
        assert owner.person
        videos = await self.made(owner, DELETED_EACH)
        await self.village.share(owner, videos[0], BEN)
        await self.post(owner, videos[1])
        for video in videos:
            self.tell("asks", videos=[video.hex], person=owner.person.hex)
            opened = await request(owner, video, HERE, self.house.shutting)
            told = {"receipt": opened.number, "secret": opened.secret}
            self.tell("told", videos=[video.hex], person=owner.person.hex, **told)

    async def forget(self) -> None:
        """Have somebody come, do much, and be forgotten."""
        account = Identity(DISCORD, f"99{self.seed:08}")
        ann, ben, cy = [await self.village.meet(one) for one in (account, BEN, CY)]
        cy = replace(cy, roles={self.village.community: Role.MODERATOR})
        assert ann.person
        shared, shown = await self.made(ann, 2)
        self.tell("came", person=ann.person.hex, account=account.external_id, videos=[shared.hex, shown.hex])
        await self.village.share(ann, shared, BEN)
        await self.village.share(ben, (await self.made(ben))[0], account)
        await self.village.publish(ann, cy, shown)
        await self.post(ann, shared)
        if self.chance.random() < 1 / 2:
            await ask_export(ann, "en", HERE, store=self.house.store, ids=self.house.ids)
        asked = {"videos": [shared.hex, shown.hex], "person": ann.person.hex}
        self.tell("asks", **asked)
        opened = await self.village.leave(account)
        told = {"receipt": opened.number, "secret": opened.secret, "account": account.external_id}
        self.tell("told", **asked, **told)

    async def fall_due(self, count: int) -> None:
        """Have the end dates of some videos pass, and leave what is too old."""
        owner = await self.village.meet(Identity(DISCORD, f"66{self.seed:08}"))
        assert owner.person
        videos = await self.made(owner, count, 1)
        await self.post(owner, videos[-1])
        self.tell("due", videos=[one.hex for one in videos], person=owner.person.hex)
        now_ms = self.house.clock.now_ms()
        async with self.house.store.write() as writes:
            await writes.offer(self.house.ids.token(), Token("aged", videos[0], owner.person, 1, now_ms - 1))
        await asyncio.to_thread(self._age, now_ms)  # it waits for the write lock, which this loop may have to give up

    def _age(self, now_ms: int) -> None:
        """Write rows that are too old."""
        old = UUID(int=(now_ms - UNDELIVERED_MS) << 80 | self.chance.getrandbits(60))
        with closing(sqlite3.connect(self.house.settings.data_dir / "hushreel.db", timeout=30)) as tables, tables:
            told = (old.hex, "nowhere", "aged", old.hex)
            tables.execute("INSERT INTO outbox (id, surface, kind, subject) VALUES (?, ?, ?, ?)", told)
            about = (old.hex, "aged", "", now_ms - TWO_DAYS_MS)
            tables.execute("INSERT INTO events (subject, verb, reason, at_ms) VALUES (?, ?, ?, ?)", about)

    async def swept(self) -> None:
        """Leave it to the service to erase what fell due."""

    async def sweep_twice(self) -> None:
        """Have two sweeps find the same, so that each video is closed by itself."""
        await self.fall_due(DUE_TWICE)
        eraser = Eraser(self.house.store, self.house.vault, self.house.revocations, self.house.shutting.issuer)
        await asyncio.gather(*(sweep(self.house.shutting, eraser) for _ in range(2)))

    async def settle(self) -> None:
        """Go on with what others left, until killed."""
        await asyncio.Event().wait()

    async def calm(self) -> None:
        """Wait until nothing is being erased any more, or not for long."""
        ledger, now_ms = self.house.store.ledger, self.house.clock.now_ms()
        for _ in range(round(QUIET_WITHIN_S / LOOKS_EVERY_S)):
            waiting = [await ledger.overdue(now_ms, 1), await ledger.erasing(), await ledger.departures()]
            if not any([*waiting, await ledger.exports_over(now_ms)]):
                return
            await asyncio.sleep(LOOKS_EVERY_S)
