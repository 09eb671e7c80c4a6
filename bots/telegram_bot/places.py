"""From where somebody speaks on Telegram, as Telegram tells it with each event; rights are asked anew each time."""

from dataclasses import dataclass

import telegram
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bots.chat.catalog import CATALOGUE, PRESSES
from bots.chat.command import Access
from bots.chat.presses import action_of, subject_of
from core.communities import Community, KnowsCommunities, Place
from core.people import CommunityId, Identity, Platform

HERE = Platform.TELEGRAM
GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})

_ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
_SETTING_UP = frozenset(f"/{one.name}" for one in CATALOGUE if one.access is Access.ADMIN)


@dataclass(frozen=True)
class Places:
    """Tells from where somebody speaks: a group, or the group that their private chat sets up."""

    bot: telegram.Bot
    ledger: KnowsCommunities

    async def place_of(self, update: telegram.Update) -> Place | None:
        """Give the group that an update comes from or is about; None in private otherwise."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return None
        if chat.type in GROUPS:
            return await self._place(chat.id, user.id, chat.title or "")
        if chat.type != ChatType.PRIVATE:
            return None
        community = await self._about(update, user)
        if community is None:
            return None
        group = int(community.external_id)
        return await self._place(group, user.id, await title_of(self.bot, group))

    async def _place(self, group: int, user: int, title: str) -> Place:
        return Place(HERE, str(group), await is_admin(self.bot, group, user), name=title)

    async def _about(self, update: telegram.Update, user: telegram.User) -> Community | None:
        """Give the community that is set up here: it is named by a press, else by what was opened before."""
        if update.callback_query is not None:
            return await self._pressed(update.callback_query.data or "")
        message = update.message
        if message is None or not (message.chat_shared or message.users_shared or _sets_up(message.text or "")):
            return None
        opening = await self.ledger.opening(Identity(HERE, str(user.id)))
        return await self._ours(opening.community) if opening else None

    async def _pressed(self, press: str) -> Community | None:
        found, subject = PRESSES.get(action_of(press) or ""), subject_of(press)
        if found is None or not found.of_community or subject is None:
            return None
        return await self._ours(CommunityId(subject))

    async def _ours(self, community: CommunityId) -> Community | None:
        found = await self.ledger.community(community)
        return found if found and found.platform is HERE else None


def _sets_up(text: str) -> bool:
    """Say whether words are a command for admins, as somebody types it in private."""
    return text.partition(" ")[0].partition("@")[0] in _SETTING_UP


async def is_admin(bot: telegram.Bot, chat: int, user: int) -> bool:
    """Say whether somebody is an administrator of a group or channel now; none where Telegram doesn't tell."""
    try:
        member = await bot.get_chat_member(chat, user)
    except TelegramError:
        return False
    return member.status in _ADMINS


async def title_of(bot: telegram.Bot, chat: int) -> str:
    """Give how a group or channel is called now, never kept; "" where Telegram doesn't tell."""
    try:
        return (await bot.get_chat(chat)).title or ""
    except TelegramError:
        return ""


def is_oneself(message: telegram.Message) -> bool:
    """Say whether a message in a group is somebody's own: not written for the group or for a channel."""
    return message.sender_chat is None and message.from_user is not None
