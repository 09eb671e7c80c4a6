"""One's own archive: asked for, made by a flow, and gone after a day or when something in it is erased."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from core.erasure.holdings import HOLDINGS, Holding
from core.errors import BytesDamaged, LostRace, NotAllowed, NotFound
from core.exporting.archive import Member, archived, held, size_of
from core.exporting.gather import DATA, Content, Filed, gather
from core.exports import LASTS_MS, OF_NO_VIDEO, Asked, ExportId
from core.gate import Action, Decision, Subject, Surface, may
from core.generation.progress import ProgressBoard
from core.people import PersonId, Platform, Viewer
from core.ports import Clock, Ids, Revocations, Steps, Store, Vault
from core.videos import Asset, AssetId, AssetRole, Making, VideoId

PAGE = "index.html"
TRIES = 5
"""How often an archive is begun anew because something was erased meanwhile, before it rests for a minute."""

EVERY_S = 5.0

WritePage = Callable[[Mapping[str, Any], str], str]
"""Writes the readable page of an archive: its data, in a language (BCP 47)."""

log = logging.getLogger("hushreel.exporting")


async def request(viewer: Viewer, language: str, surface: Surface, *, store: Store, ids: Ids) -> ExportId:
    """Ask for one's own archive. Raises NotAllowed as the gate says, LostRace("export_there") while there is one."""
    export = ExportId(ids.new())
    async with store.write() as writes:
        await writes.ask_export(export, _allowed(viewer, surface), language)
    return export


async def close(viewer: Viewer, surface: Surface, *, store: Store) -> bool:
    """Take one's own archive from everybody, oneself too; says whether there was one. Its bytes go within seconds."""
    async with store.write() as writes:
        return await writes.close_export(_allowed(viewer, surface))


async def send(viewer: Viewer, export: ExportId, platform: Platform, surface: Surface, *, store: Store) -> None:
    """Have one's own archive sent into one's private chat. Raises LostRace("press_used") for one that is gone."""
    person = _allowed(viewer, surface)
    async with store.write() as writes:
        found = await writes.export(viewer)
        if found is None or found.id != export or not found.is_ready:
            raise LostRace("press_used")
        await writes.send_export(export, person, platform)


def _allowed(viewer: Viewer, surface: Surface) -> PersonId:
    """Ask the gate about an archive of one's own. Raises NotAllowed."""
    if viewer.person is None:
        raise NotAllowed("unrelated")
    about = Subject(OF_NO_VIDEO, viewer.person, Making.READY, role=AssetRole.EXPORT)
    decision = may(viewer, Action.EXPORT, about, surface)
    if not decision.allowed:
        raise NotAllowed(decision.reason.value)
    return viewer.person


@dataclass(frozen=True)
class Exporter:
    """The flow `export` and what it needs."""

    store: Store
    vault: Vault
    revocations: Revocations
    clock: Clock
    progress: ProgressBoard
    write_page: WritePage
    holdings: Sequence[Holding] = HOLDINGS

    async def export(self, steps: Steps, subject: str) -> None:
        """Make an archive that was asked for. After a crash it is made anew, under the same name."""
        await steps.step("make", partial(self._make, ExportId(UUID(subject))))

    async def _make(self, export: ExportId) -> None:
        damaged: set[AssetId] = set()
        tries = 0
        while tries < TRIES:
            asked = await self.store.ledger.export_asked(export)
            if asked is None:
                return
            try:
                if await self._made(asked, damaged):
                    return
            except BytesDamaged as error:
                damaged.add(AssetId(UUID(error.data["asset"])))
            else:
                tries += 1
        raise LostRace("export_changed")

    async def _made(self, asked: Asked, damaged: Collection[AssetId]) -> bool:
        """Make it once, without files that can't be read any more.

        No where something was erased meanwhile, and nothing of this attempt is left. Raises BytesDamaged(asset).
        """
        name = AssetId(asked.id)
        content = await gather(asked, self.holdings, damaged, store=self.store, clock=self.clock)
        members = self._members(content, asked)
        size_bytes = size_of(members)
        try:
            chunks = self._counted(archived(members, self.clock.now_ms()), size_bytes, asked.id)
            sealed = await self.vault.seal(name, chunks, size_bytes)
        except NotFound:
            return False
        finally:
            self.progress.forget(VideoId(asked.id))
        latest_ms = self.clock.now_ms() + LASTS_MS
        ends_at_ms = min(latest_ms, content.ends_at_ms or latest_ms)
        async with self.store.write() as writes:
            kept = await writes.keep_export(asked, sealed, ends_at_ms, len(members))
        if not kept:
            await self.vault.discard([name])
        return kept

    def _members(self, content: Content, asked: Asked) -> list[Member]:
        page = self.write_page(content.data, asked.language)
        data = json.dumps(content.data, ensure_ascii=False, indent=1)
        told = [held(PAGE, page.encode()), held(DATA, data.encode())]
        return told + [Member(one.name, one.size_bytes, partial(self._read, one, asked)) for one in content.files]

    async def _read(self, filed: Filed, asked: Asked) -> AsyncIterator[bytes]:
        """Read a file through the gate.

        Raises NotFound for one that was erased meanwhile, and once the archive is closed or to be begun anew,
        BytesDamaged(asset) for bytes that are lost.
        """
        if await self.store.ledger.export_asked(asked.id) != asked:
            raise NotFound("asset_not_found")
        asset, decision = await self._found(filed, asked)
        try:
            stream = await self.vault.open(asset.id, decision)
            async for chunk in stream.read(0, asset.size_bytes):
                yield chunk
        except NotFound:
            await self._found(filed, asked)
            if self.revocations.is_revoked(asset.id):
                raise
            raise BytesDamaged("bytes_damaged", asset=str(asset.id)) from None

    async def _found(self, filed: Filed, asked: Asked) -> tuple[Asset, Decision]:
        """Ask the gate about a file. Raises NotFound."""
        async with self.store.read() as reads:
            found = await reads.asset(Viewer(asked.person), filed.asset, Surface.EXPORT)
        if found is None:
            raise NotFound("asset_not_found")
        return found

    async def _counted(self, chunks: AsyncIterator[bytes], size_bytes: int, export: ExportId) -> AsyncIterator[bytes]:
        done = 0
        async for chunk in chunks:
            done += len(chunk)
            self.progress.report(VideoId(export), done / size_bytes)
            yield chunk


@dataclass(frozen=True)
class ExportSweep:
    """Removes what is left of archives that are closed, and closes those whose time is over."""

    store: Store
    vault: Vault
    revocations: Revocations
    clock: Clock

    async def sweep(self) -> int:
        """Remove them, bytes first, then rows, then what the database's files still hold; gives how many."""
        over = await self.store.ledger.exports_over(self.clock.now_ms())
        if not over:
            return 0
        async with self.store.write() as writes:
            for _, person in over:
                if person is not None:
                    await writes.close_export(person)
        names = [AssetId(export) for export, _ in over]
        await self.revocations.revoke(names)
        await self.vault.discard(names)
        async with self.store.write() as writes:
            await writes.drop_exports([export for export, _ in over])
        await self.store.scrub()
        return len(over)

    async def keep_sweeping(self) -> None:
        """Sweep at once and then every few seconds, until cancelled."""
        while True:
            try:
                await self.sweep()
            except Exception as error:  # noqa: BLE001 - the next round tries again
                log.warning("archives not swept: %s", type(error).__name__)
            await asyncio.sleep(EVERY_S)
