"""Alarms on Telegram: a case that waits is called to mind where its moderators read, in words alone."""

import logging
from dataclasses import dataclass

from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.telegram_bot.notices import Notices
from bots.telegram_bot.places import HERE
from bots.telegram_bot.render import draw
from bots.telegram_bot.tongues import Tongues
from core.communities import Community
from core.ports import Store
from core.records import OutboxRow
from core.videos import PublicationId

log = logging.getLogger("hushreel.telegram")


@dataclass(frozen=True)
class Alarms:
    """The `Deliverer` of rows "case" that are for a community: said in its review chat, else to its admin."""

    chat: Chat
    store: Store
    tongues: Tongues
    notices: Notices

    async def deliver(self, row: OutboxRow) -> None:
        """Say it; one whose sending was not answered may stand there twice. What nobody can be told is logged."""
        publication = PublicationId(row.subject)
        filed = await self.store.ledger.filed_about(publication)
        found = await self.store.ledger.community(filed.community) if filed and filed.community else None
        reply = await self.chat.alarm(publication)
        if filed is None or found is None or found.platform is not HERE or reply is None:
            return
        if not await self._say(reply, found):
            log.warning("case %s of community %s waits, and nobody there can be told", filed.case, found.id)

    async def _say(self, reply: Reply, community: Community) -> bool:
        place = community.choices.review
        words = await self.tongues.words(community.id)
        if place is not None and await self.notices.say(place, draw(reply, words, None).text):
            return True
        return await self.notices.say_to_admin(community, lambda one: draw(reply, one, None).text)
