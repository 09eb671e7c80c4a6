"""Picking places and people: Telegram's pickers are buttons of the private chat's keyboard, below a message."""

from collections.abc import Sequence
from dataclasses import dataclass

import telegram
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker
from bots.chat.community import chosen_by
from bots.chat.dispatch import Chat
from bots.chat.presses import Presses, action_of
from bots.chat.reply import PICKED, PickKind, Reply, Text
from bots.telegram_bot.groups import loss_of
from bots.telegram_bot.places import is_admin
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import CommandName, Say
from core.communities import MODERATORS_MOST, Community, Opening
from core.errors import BadInput, PersonError
from core.hosting.opening import close, open_for
from core.people import CommunityId
from core.ports import Clock, Store

_REQUESTS = 2**30
"""How many numbers of pickers there are: each takes two of Telegram's signed 32 bits."""

_POSTING = telegram.ChatAdministratorRights.no_rights().to_dict() | {"can_post_messages": True}
_MANAGING = telegram.ChatAdministratorRights.no_rights().to_dict() | {"can_manage_chat": True}


@dataclass(frozen=True)
class Picking:
    """Opens a picker where a press asks for one, and takes what was picked by it."""

    bot: telegram.Bot
    chat: Chat
    presses: Presses
    texts: Texts
    store: Store
    clock: Clock

    async def open(self, press: str, asker: Asker) -> Reply | None:
        """Show the picker of a press in the presser's private chat, or give why not."""
        try:
            read = self.presses.read(press, asker)
            if read.expired:
                return await self.chat.press(press, asker)
            async with self.store.read() as reads:
                found = await reads.community(asker.viewer, CommunityId(read.subject), asker.surface)
        except PersonError as error:
            return self.chat.explain(error, asker)
        request = self.clock.now_ms() % _REQUESTS * 2
        await open_for(
            asker.identity, found.id, action=read.action, request=request, store=self.store, clock=self.clock
        )
        words = Words(self.texts, asker.language, asker.preferences.time_zone)
        await self.bot.send_message(
            int(asker.identity.external_id),
            await self._question(read.action, found, words),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(PRESSES[read.action].picks, request, words),
        )
        return None

    async def _question(self, action: str, found: Community, words: Words) -> str:
        """Ask, and name what is chosen now: Telegram is asked for names each time, none is kept."""
        chosen = chosen_by(action, found.choices)
        if PRESSES[action].picks is PickKind.PEOPLE:
            asked = Say("telegram-pick-people", {"most": MODERATORS_MOST})
            names = [await self._name(int(found.external_id), int(one)) for one in chosen]
        else:
            asked = Say("telegram-pick-place")
            names = [await self._title(int(one)) for one in chosen]
        known = tuple(one for one in names if one)
        said = (asked, Say("telegram-pick-now", {"names": known})) if known else (asked,)
        return "\n".join(words.say(one) for one in said)

    async def _title(self, place: int) -> str:
        try:
            return (await self.bot.get_chat(place)).effective_name or ""
        except TelegramError:
            return ""

    async def _name(self, group: int, user: int) -> str:
        try:
            return (await self.bot.get_chat_member(group, user)).user.full_name
        except TelegramError:
            return ""

    async def shared(self, message: telegram.Message, asker: Asker) -> Reply:
        """Take what was picked, and give the card as it is then."""
        opening = await self.store.ledger.opening(asker.identity)
        request, picked = picked_in(message)
        if opening is None or not opening.action or request not in {opening.request, opening.request + 1}:
            return Reply((Text(Say("telegram-pick-gone", {"command": CommandName("setup")})),))
        try:
            if message.chat_shared is not None:
                await self._check(message.chat_shared.chat_id, asker)
        except BadInput as refused:
            return self.chat.explain(refused, asker)
        return await self._chosen(opening, picked, asker)

    async def _chosen(self, opening: Opening, picked: Sequence[str], asker: Asker) -> Reply:
        press = await self.presses.offer(opening.action, opening.community, asker)
        card = await self.chat.press(press, asker, {PICKED: " ".join(picked)})
        await close(asker.identity, store=self.store)
        done = self.texts.say(asker.language, Say("telegram-pick-done"), str)
        chat = int(asker.identity.external_id)
        await self.bot.send_message(chat, done, reply_markup=telegram.ReplyKeyboardRemove())
        return card

    async def _check(self, place: int, asker: Asker) -> None:
        """Raise BadInput for a place that isn't theirs to choose (place_not_theirs) or closed to us (place_closed)."""
        if not await is_admin(self.bot, place, int(asker.identity.external_id)):
            raise BadInput("place_not_theirs")
        try:
            lost = await loss_of(self.bot, place)
        except TelegramError:
            raise BadInput("place_closed") from None
        if lost is not None:
            raise BadInput("place_closed")


def picks(press: str) -> bool:
    """Say whether pressing a button opens a picker."""
    found = PRESSES.get(action_of(press) or "")
    return found is not None and found.picks is not None


def keyboard(kind: PickKind | None, request: int, words: Words) -> telegram.ReplyKeyboardMarkup:
    """Give the buttons that open Telegram's own pickers. Theirs are the chats that they may choose, and ours to post in."""
    if kind is PickKind.PEOPLE:
        people = telegram.KeyboardButtonRequestUsers(request, user_is_bot=False, max_quantity=MODERATORS_MOST)
        buttons = [telegram.KeyboardButton(words.say(Say("button-pick-people")), request_users=people)]
    else:
        channel = telegram.KeyboardButtonRequestChat(
            request,
            chat_is_channel=True,
            user_administrator_rights=telegram.ChatAdministratorRights(**_POSTING),
            bot_administrator_rights=telegram.ChatAdministratorRights(**_POSTING),
        )
        group = telegram.KeyboardButtonRequestChat(
            request + 1,
            chat_is_channel=False,
            user_administrator_rights=telegram.ChatAdministratorRights(**_MANAGING),
            bot_is_member=True,
        )
        buttons = [
            telegram.KeyboardButton(words.say(Say("button-pick-channel")), request_chat=channel),
            telegram.KeyboardButton(words.say(Say("button-pick-group")), request_chat=group),
        ]
    return telegram.ReplyKeyboardMarkup.from_column(buttons, resize_keyboard=True, one_time_keyboard=True)


def picked_in(message: telegram.Message) -> tuple[int, tuple[str, ...]]:
    """Give the number of a picker and the platform's ids that were picked by it; -1 and none where nothing was."""
    if message.chat_shared is not None:
        return message.chat_shared.request_id, (str(message.chat_shared.chat_id),)
    if message.users_shared is not None:
        return message.users_shared.request_id, tuple(str(one.user_id) for one in message.users_shared.users)
    return -1, ()
