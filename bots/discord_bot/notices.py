"""Notices to the admins of a server: what was lost, said once and only where they read it."""

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from typing import Protocol

import discord

from bots.discord_bot.servers import Servers
from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import CommandName, Say, Value
from core.communities import Community, Loss, Spot
from core.people import CommunityId, Platform, Viewer
from core.ports import Store
from core.records import OutboxRow

LOST, CHOSEN = "notice", "places"
"""Kinds of outbox rows: places were lost, places were chosen."""

KINDS = frozenset({LOST, CHOSEN})
NONCE_LONGEST = 25

log = logging.getLogger("hushreel.discord")


class Fills(Protocol):
    """Fills a place that was chosen: `feeding` and `reviewing`."""

    async def chosen(self, community: Community) -> None:
        """Have it show what is so now."""


class Notices:
    """Carries the outbox rows that are about a community and its admins."""

    def __init__(
        self, client: discord.Client, store: Store, servers: Servers, texts: Texts, places: Sequence[Fills] = ()
    ) -> None:
        """Send by `client`, in the words of `texts`; `servers` looks at places that were chosen, `places` fill them."""
        self._places = places
        self._client = client
        self._store = store
        self._servers = servers
        self._texts = texts

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row; any error postpones it. What nobody can be told stays until the next /setup."""
        found = await self._store.ledger.community(CommunityId(row.subject))
        if found is None or found.platform is not Platform.DISCORD:
            return
        if row.kind == CHOSEN:
            await self._servers.look(int(found.external_id))
            await self._fill(found.id)
            return
        if found.lost and await self.say(found, row.id.hex[:NONCE_LONGEST], partial(self._lost, found)):
            async with self._store.write() as writes:
                await writes.told_losses(found.id)

    async def _fill(self, community: CommunityId) -> None:
        """Have the places that are chosen, as far as we can post there, show what is so now."""
        found = await self._store.ledger.community(community)
        if found is not None:
            for place in self._places:
                await place.chosen(found)

    async def say(self, community: Community, nonce: str, words: Callable[[str], str]) -> bool:
        """Say something in the first place where that can be done, by its language; says whether it was said.

        A second try with the same nonce says nothing twice.
        """
        async for channel, language in self._ways(community):
            try:
                await channel.send(words(language), nonce=nonce, allowed_mentions=discord.AllowedMentions.none())
            except (discord.Forbidden, discord.NotFound):
                continue
            return True
        log.info("community %s: its admins can't be told now", community.id)
        return False

    async def _ways(self, community: Community) -> AsyncIterator[tuple[discord.abc.Messageable, str]]:
        """Give where admins read: the review place, else whoever chose last, in private."""
        if community.choices.review is not None:
            guild = self._client.get_guild(int(community.external_id))
            language = str(guild.preferred_locale) if guild else "en"
            yield self._client.get_partial_messageable(int(community.choices.review)), language
        if community.set_up_by is None:
            return
        admin = await self._store.ledger.identity_of(community.set_up_by, community.platform)
        if admin is None:
            return
        async with self._store.read() as reads:
            preferences = await reads.preferences(Viewer(community.set_up_by))
        try:
            yield await self._client.create_dm(discord.Object(int(admin.external_id))), preferences.language or "en"
        except (discord.Forbidden, discord.NotFound):
            return

    def _lost(self, community: Community, language: str) -> str:
        return "\n".join(self._sentence(community, spot, loss, language) for spot, loss in community.lost)

    def _sentence(self, community: Community, spot: Spot, loss: Loss, language: str) -> str:
        guild = self._client.get_guild(int(community.external_id))
        values: dict[str, Value | Say] = {
            "server": discord.utils.escape_markdown(guild.name) if guild else community.external_id,
            "spot": Say(f"setup-{spot.value}"),
            "command": CommandName("setup"),
        }
        said = Say(f"notice-lost-{loss.value}", values)
        return self._texts.say(language, said, lambda value: shown_as_text(value, "UTC", language))
