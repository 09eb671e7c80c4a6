"""Notices to the admins of a community: what was lost, said once to whoever set it up, in private."""

import logging
from collections.abc import Callable

import telegram
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from bots.telegram_bot.groups import Groups
from bots.telegram_bot.places import HERE, title_of
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import CommandName, Say, Value
from core.communities import Community, Loss, Spot
from core.people import CommunityId, Viewer
from core.ports import Store
from core.records import OutboxRow

LOST, CHOSEN = "notice", "places"
"""Kinds of outbox rows: places were lost, places were chosen."""

KINDS = frozenset({LOST, CHOSEN})

log = logging.getLogger("hushreel.telegram")


class Notices:
    """Carries the outbox rows that are about a community and its admins."""

    def __init__(self, bot: telegram.Bot, store: Store, groups: Groups, texts: Texts) -> None:
        """Send by `bot`, in the words of `texts`; `groups` looks at places that were chosen."""
        self._bot = bot
        self._store = store
        self.groups = groups
        self._texts = texts

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row; any error postpones it. What nobody can be told stays until the next /setup."""
        found = await self._store.ledger.community(CommunityId(row.subject))
        if found is None or found.platform is not HERE:
            return
        if row.kind == CHOSEN:
            await self.groups.look(found)
        elif found.lost and await self._tell_losses(found):
            async with self._store.write() as writes:
                await writes.told_losses(found.id)

    async def _tell_losses(self, community: Community) -> bool:
        name = await title_of(self._bot, int(community.external_id)) or community.external_id
        losses = community.lost
        return await self.say_to_admin(
            community, lambda words: "\n".join(words.say(_sentence(name, spot, loss)) for spot, loss in losses)
        )

    async def say_to_admin(self, community: Community, said: Callable[[Words], str]) -> bool:
        """Tell whoever chose last (HTML, in their words); says whether they could be told."""
        if community.set_up_by is None:
            return False
        admin = await self._store.ledger.identity_of(community.set_up_by, HERE)
        if admin is None:
            return False
        async with self._store.read() as reads:
            preferences = await reads.preferences(Viewer(community.set_up_by))
        words = Words(self._texts, preferences.language or "en", preferences.time_zone)
        return await self.say(admin.external_id, said(words))

    async def say(self, chat: str, words: str) -> bool:
        """Say something in a chat (HTML); says whether that was let."""
        try:
            await self._bot.send_message(int(chat), words, parse_mode=ParseMode.HTML)
        except (Forbidden, BadRequest) as error:
            log.info("chat %s can't be told now: %s", chat, type(error).__name__)
            return False
        return True


def _sentence(name: str, spot: Spot, loss: Loss) -> Say:
    values: dict[str, Value | Say] = {
        "server": name,
        "spot": Say(f"setup-{spot.value}"),
        "command": CommandName("setup"),
    }
    return Say(f"notice-lost-{loss.value}", values)
