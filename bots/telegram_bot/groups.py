"""What becomes of the groups and channels that we are in: joined and left, grown into supergroups, places lost."""

import logging
from collections.abc import Awaitable, Callable

import telegram
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bots.telegram_bot.places import GROUPS, HERE, is_inside
from bots.telegram_bot.turn import Trouble
from core.communities import Community, Loss, Spot
from core.hosting.losing import places_lost
from core.hosting.presence import joined, left, moved
from core.people import CommunityId
from core.ports import Store

log = logging.getLogger("hushreel.telegram")


class Groups:
    """Takes notice of what happens to groups and channels. A Telegram that doesn't answer ends nothing."""

    def __init__(
        self, bot: telegram.Bot, store: Store, ended: Callable[[CommunityId], Awaitable[None]] | None = None
    ) -> None:
        """Ask `bot` how things are now; `ended` takes back what stands in the chats of a community that is over."""
        self._bot = bot
        self._store = store
        self._ended = ended

    async def heard(self, update: telegram.Update) -> None:
        """Take notice of an update about our membership, or of a group that became a supergroup."""
        message, membership = update.message, update.my_chat_member
        if membership is not None:
            await self._membership(membership)
        elif message is not None and message.migrate_to_chat_id is not None:
            await self._moved(message.chat.id, message.migrate_to_chat_id)
        elif message is not None and message.migrate_from_chat_id is not None:
            await self._moved(message.migrate_from_chat_id, message.chat.id)

    async def present(self) -> None:
        """Look at every group that we know: those left while we were away end, and what was lost meanwhile is noted."""
        for community in await self._store.ledger.communities(HERE):
            try:
                if not await self._is_in(int(community.external_id)):
                    await self._left(int(community.external_id))
                else:
                    await self.look(community)
            except ChatMigrated as away:
                await self._moved(int(community.external_id), away.new_chat_id)
            except TelegramError as error:
                log.warning("group %s can't be looked at now: %s", community.external_id, type(error).__name__)

    async def look(self, community: Community) -> None:
        """Look whether we still can post in the places that are chosen; what is lost is noted.

        Raises telegram.error.TelegramError when Telegram doesn't answer.
        """
        lost = {}
        for place in {one for spot in Spot if (one := community.choices.at(spot))}:
            try:
                loss = await loss_of(self._bot, int(place))
            except ChatMigrated as away:
                await self._moved(int(place), away.new_chat_id)
                continue
            if loss is not None:
                lost[place] = loss
        await places_lost(HERE, community.external_id, lost, store=self._store)

    async def _membership(self, change: telegram.ChatMemberUpdated) -> None:
        chat, is_in = change.chat, is_inside(change.new_chat_member)
        if chat.type == ChatType.PRIVATE:
            return
        if chat.type in GROUPS and is_in:
            await joined(HERE, str(chat.id), store=self._store)
            log.info("group joined: %d", chat.id)
        elif chat.type in GROUPS:
            await self._put_out(chat)
        for community in await self._store.ledger.communities_choosing(HERE, str(chat.id)):
            if is_in:
                await self.look(community)
            else:
                await places_lost(HERE, community.external_id, {str(chat.id): Loss.CLOSED}, store=self._store)

    async def _put_out(self, chat: telegram.Chat) -> None:
        """End the community of a group that we are no more in, unless that group lives on as a supergroup."""
        try:
            if chat.type == ChatType.GROUP:
                await self._bot.get_chat(chat.id)
        except ChatMigrated as away:
            await self._moved(chat.id, away.new_chat_id)
            return
        except TelegramError as error:
            log.info("group %d is closed to us: %s", chat.id, type(error).__name__)
        await self._left(chat.id)

    async def _left(self, group: int) -> None:
        found = await self._store.ledger.community_at(HERE, str(group))
        if not await left(HERE, str(group), store=self._store):
            return
        log.info("group left: %d", group)
        if found is not None and self._ended is not None:
            try:
                await self._ended(found.id)
            except Trouble as trouble:
                log.warning("not all that stood in chats of group %d is taken back: %s", group, trouble)

    async def _moved(self, old: int, new: int) -> None:
        await moved(HERE, str(old), str(new), store=self._store)
        log.info("group %d is %d now", old, new)

    async def _is_in(self, group: int) -> bool:
        """Say whether we are in a group. Raises telegram.error.TelegramError when Telegram doesn't answer."""
        try:
            return is_inside(await self._bot.get_chat_member(group, self._bot.id))
        except (BadRequest, Forbidden):
            return False


async def loss_of(bot: telegram.Bot, place: int) -> Loss | None:
    """Say why we can't post in a group or channel; None where we can.

    Raises telegram.error.ChatMigrated for a group with another id now, other TelegramErrors where there is no answer.
    """
    try:
        member = await bot.get_chat_member(place, bot.id)
        may_post = is_inside(member) and await _may_post(bot, place, member)
    except Forbidden:
        return Loss.CLOSED
    except BadRequest:
        return Loss.DELETED
    return None if may_post else Loss.CLOSED


async def _may_post(bot: telegram.Bot, place: int, member: telegram.ChatMember) -> bool:
    """Say what a membership lets us: in a channel administrators alone post, and only those with the right to."""
    match member:
        case telegram.ChatMemberAdministrator():
            return bool(member.can_post_messages) or (await bot.get_chat(place)).type != ChatType.CHANNEL
        case telegram.ChatMemberRestricted():
            return member.can_send_messages
        case _:
            usual = (await bot.get_chat(place)).permissions
            return usual is None or usual.can_send_messages is not False
