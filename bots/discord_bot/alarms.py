"""Alarms on Discord: a case that waits is called to mind where its moderators read, in words alone."""

import logging
from dataclasses import dataclass

from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.discord_bot.everybody import everybody
from bots.discord_bot.notices import NONCE_LONGEST, Notices
from bots.discord_bot.posted import HERE
from bots.discord_bot.speaking import Speaking
from core.communities import Community
from core.gate import Surface
from core.people import Role
from core.ports import Store
from core.records import OutboxRow
from core.videos import PublicationId

log = logging.getLogger("hushreel.discord")


@dataclass(frozen=True)
class Alarms:
    """The `Deliverer` of rows "case" that are for a community: said in its review channel, else to its admin."""

    chat: Chat
    store: Store
    speaking: Speaking
    notices: Notices

    async def deliver(self, row: OutboxRow) -> None:
        """Say it once. Any error postpones the row; what nobody can be told is logged."""
        publication = PublicationId(row.subject)
        filed = await self.store.ledger.filed_about(publication)
        found = await self.store.ledger.community(filed.community) if filed and filed.community else None
        reply = await self.chat.alarm(publication)
        if filed is None or found is None or found.platform is not HERE or reply is None:
            return
        if not await self.notices.say(found, row.id.hex[:NONCE_LONGEST], lambda one: self._words(reply, found, one)):
            log.warning("case %s of community %s waits, and nobody there can be told", filed.case, found.id)

    def _words(self, reply: Reply, community: Community, language: str) -> str:
        asker = everybody(community, Role.MODERATOR, Surface.CHAT_PRIVATE, language)
        return self.speaking.draw(reply, asker).content
