"""From where somebody speaks on Telegram, as Telegram tells it with each event; rights are asked anew each time."""

from dataclasses import dataclass

import telegram
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bots.chat.catalog import CATALOGUE, PRESSES
from bots.chat.command import Access
from bots.chat.presses import action_of, is_shared, subject_of
from core.communities import Community, Place
from core.people import CommunityId, Identity, Platform
from core.ports import Ledger
from core.videos import PublicationId

HERE = Platform.TELEGRAM
GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})

_ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
_OUTSIDE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
_SETTING_UP = frozenset(one.name for one in CATALOGUE if one.access is Access.ADMIN)
ABOUT_A_GROUP = frozenset({"setup", "publish", "unpublish", "review"})
"""Commands about the group where they are given: for an hour, their answers in private are about it too."""

BEGUN_THERE = frozenset({"create"})
"""Commands that begin something of the group where they are given, though all that follows is in private."""

SAID_IN = "said_in"
"""On a message that we hear as if it had been said in private: the group where it was said. Telegram sends no such."""

REPORTS = frozenset({"report", "reported"})
"""Presses by which whoever reads a post reports it."""


@dataclass(frozen=True)
class Places:
    """Tells from where somebody speaks: a group, or the group that their private chat or a button is about."""

    bot: telegram.Bot
    ledger: Ledger

    async def place_of(self, update: telegram.Update) -> Place | None:
        """Give the group that an update comes from or is about; None in private otherwise."""
        chat, user, query = update.effective_chat, update.effective_user, update.callback_query
        if chat is None or user is None:
            return None
        if query is not None and (is_shared(query.data or "") or chat.type == ChatType.PRIVATE):
            return await self.of_press(query.data or "", user.id)
        if chat.type in GROUPS:
            return await self._place(chat.id, user.id, chat.title or "")
        if chat.type != ChatType.PRIVATE or update.message is None:
            return None
        return await self._of_message(update.message, user.id)

    async def _of_message(self, message: telegram.Message, user: int) -> Place | None:
        """Give the group that what is said in private is about; for what we hear as if, the one where it begins."""
        if message.chat_shared or message.users_shared:
            return await self._opened(user, "setup")
        command, group = _command(message.text or ""), message.api_kwargs.get(SAID_IN)
        if isinstance(group, telegram.Chat) and command in BEGUN_THERE:
            return await self._place(group.id, user, group.title or "")
        return await self._opened(user, command) if command in ABOUT_A_GROUP else None

    async def of_press(self, press: str, user: int) -> Place | None:
        """Give the group that a button is about, wherever it stands, for whoever pressed it.

        What is published is its members' alone: who isn't in the group, as Telegram says now, is nobody there.
        """
        action, subject = action_of(press), subject_of(press)
        if action is None or subject is None:
            return None
        found = PRESSES.get(action)
        if found is not None and found.of_community:
            return await self._in(await self._ours(CommunityId(subject)), user)
        if action in ABOUT_A_GROUP:
            return await self._opened(user, action)
        feed = await self.ledger.feed(PublicationId(subject))
        community = await self._ours(feed.publication.community) if feed else None
        place = await self._within(community, user)
        return place or (await self._reading(community, user) if action in REPORTS else None)

    async def _reading(self, found: Community | None, user: int) -> Place | None:
        """Give a group as a place of whoever reads what it shows: in its channel, which has readers of its own."""
        showcase = found.choices.showcase if found else None
        if found is None or showcase is None or not await self._is_in(int(showcase), user):
            return None
        return Place(HERE, found.external_id, is_admin=False, name=await title_of(self.bot, int(found.external_id)))

    async def _is_in(self, chat: int, user: int) -> bool:
        try:
            return is_inside(await self.bot.get_chat_member(chat, user))
        except TelegramError:
            return False

    async def of_member(self, community: Community, identity: Identity) -> Place | None:
        """Give a group as a place of one of its members, as Telegram says now; None for everybody else."""
        return await self._within(community, int(identity.external_id))

    async def _opened(self, user: int, command: str) -> Place | None:
        """Give the group that somebody's private chat is about."""
        opening = await self.ledger.opening(Identity(HERE, str(user)))
        found = await self._ours(opening.community) if opening else None
        return await (self._in if command in _SETTING_UP else self._within)(found, user)

    async def _place(self, group: int, user: int, title: str) -> Place:
        return Place(HERE, str(group), await is_admin(self.bot, group, user), name=title)

    async def _in(self, found: Community | None, user: int) -> Place | None:
        """Give a group as a place, whatever somebody is there."""
        if found is None:
            return None
        group = int(found.external_id)
        return await self._place(group, user, await title_of(self.bot, group))

    async def _within(self, found: Community | None, user: int) -> Place | None:
        """Give a group as a place of one of its members; None for everybody else, and where Telegram doesn't tell."""
        if found is None:
            return None
        group = int(found.external_id)
        try:
            member = await self.bot.get_chat_member(group, user)
        except TelegramError:
            return None
        if not is_inside(member):
            return None
        return Place(HERE, str(group), member.status in _ADMINS, name=await title_of(self.bot, group))

    async def _ours(self, community: CommunityId) -> Community | None:
        found = await self.ledger.community(community)
        return found if found and found.platform is HERE else None


def _command(text: str) -> str:
    """Name the command that words begin with; "" for none."""
    first = text.partition(" ")[0]
    return first.removeprefix("/").partition("@")[0] if first.startswith("/") else ""


def is_inside(member: telegram.ChatMember) -> bool:
    """Say whether somebody is in a group or channel."""
    if isinstance(member, telegram.ChatMemberRestricted):
        return member.is_member
    return member.status not in _OUTSIDE


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
