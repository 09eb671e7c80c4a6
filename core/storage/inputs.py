"""The inputs of a draft, replaced as a whole: their order is the order of their ids."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.records import SealedBytes
from core.storage.tables import assets
from core.videos import Asset, AssetId, AssetRole, VideoId


class InputWrites:
    """The writing door's part that is about a draft's inputs."""

    _connection: AsyncConnection

    async def add_asset(self, asset: Asset, sealed: SealedBytes) -> None:
        """Keep where an asset's sealed bytes are, and its wrapped key."""
        raise NotImplementedError

    async def replace_inputs(self, video: VideoId, kept: Sequence[tuple[Asset, SealedBytes]]) -> Sequence[AssetId]:
        """Let a draft have these inputs and no others; gives those that it had, whose bytes are nobody's now."""
        named = sa.and_(assets.c.video == video, assets.c.role == AssetRole.INPUT.value)
        gone = (await self._connection.execute(sa.delete(assets).where(named).returning(assets.c.id))).scalars().all()
        for asset, sealed in kept:
            await self.add_asset(asset, sealed)
        return [AssetId(one) for one in gone]
