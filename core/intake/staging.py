"""Files that were handed in, sealed under a name and a key that nothing keeps but this process's memory."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from core.intake.upload import Upload
from core.ports import Ids, Stream, Vault
from core.records import SealedBytes
from core.videos import AssetId


class StagingVault(Vault, Protocol):
    """A vault that opens what no row names."""

    def staged(self, sealed: SealedBytes) -> Stream:
        """Open bytes by what sealing them gave."""


@dataclass(frozen=True)
class StagedFile:
    """A whole file, sealed. Satisfies Upload."""

    name: str
    declared_size: int | None
    sealed: SealedBytes
    vault: StagingVault

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give the bytes in order."""
        async for chunk in self.vault.staged(self.sealed).read(0, self.sealed.size_bytes):
            yield chunk

    async def discard(self) -> None:
        """Remove its bytes."""
        await self.vault.discard([self.sealed.asset])


async def stage(upload: Upload, *, vault: StagingVault, ids: Ids) -> StagedFile:
    """Seal a file of known size. What was written is removed if the stream breaks."""
    size_bytes = upload.declared_size or 0
    sealed = await vault.seal(AssetId(ids.new()), upload.chunks(), size_bytes)
    return StagedFile(upload.name, size_bytes, sealed, vault)
