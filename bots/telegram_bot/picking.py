"""Picking places and people: Telegram's pickers are buttons of the private chat's keyboard, below a message."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

import telegram
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker
from bots.chat.community import pick_by
from bots.chat.dispatch import Chat
from bots.chat.presses import Presses, Read, changing
from bots.chat.reply import PICKED, PICKED_NAMES, Pick, PickKind, Reply, Text
from bots.chat.share import PICKED_MOST
from bots.telegram_bot.groups import loss_of
from bots.telegram_bot.pickers import NUMBERS, names_picked, pick_keyboard, picked
from bots.telegram_bot.places import is_admin, title_of
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import CommandName, Say
from core.communities import Community, Opening
from core.errors import BadInput, NotAllowed, PersonError
from core.gate import Action
from core.hosting.opening import close, open_for
from core.people import CommunityId
from core.ports import Clock, Store
from core.videos import VideoId


@dataclass(frozen=True)
class Picking:
    """Opens a picker where a press asks for one, and takes what was picked by it."""

    bot: telegram.Bot
    chat: Chat
    presses: Presses
    texts: Texts
    store: Store
    clock: Clock

    @property
    def doors(self) -> Mapping[str, Callable[[telegram.Update, Asker], Awaitable[Reply | None]]]:
        """Give what takes presses that open a picker, by how the data of their buttons begins."""
        return {changing(action): self.open for action, press in PRESSES.items() if press.picks}

    async def open(self, update: telegram.Update, asker: Asker) -> Reply | None:
        """Show the picker of a press in the presser's private chat, or give why not."""
        press = (update.callback_query.data if update.callback_query else None) or ""
        try:
            read = self.presses.read(press, asker)
            if read.expired:
                return await self.chat.press(press, asker)
            if not PRESSES[read.action].of_community:
                await self._receivers(read, asker)
                return None
            async with self.store.read() as reads:
                found = await reads.community(asker.viewer, CommunityId(read.subject), asker.surface)
        except PersonError as error:
            return self.chat.explain(error, asker)
        pick, number = pick_by(read.action, press, found.choices), self.clock.now_ms() % NUMBERS * 2
        await open_for(asker.identity, found.id, action=read.action, request=number, store=self.store, clock=self.clock)
        words = Words(self.texts, asker.language, asker.preferences.time_zone)
        await self.bot.send_message(
            int(asker.identity.external_id),
            await self._question(pick, found, words),
            parse_mode=ParseMode.HTML,
            reply_markup=pick_keyboard(pick, number, words),
        )
        return None

    async def _receivers(self, read: Read, asker: Asker) -> None:
        """Ask with whom a video of the presser's own shall be shared. Raises NotFound, NotAllowed as the gate says."""
        video = VideoId(read.subject)
        async with self.store.read() as reads:
            decision = await reads.decide(asker.viewer, Action.SHARE, video, asker.surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        pick = Pick(Say("share-pick"), "", PickKind.RECEIVERS, most=PICKED_MOST)
        number = self.clock.now_ms() % NUMBERS * 2
        about = CommunityId(read.subject)
        await open_for(asker.identity, about, action=read.action, request=number, store=self.store, clock=self.clock)
        words = Words(self.texts, asker.language, asker.preferences.time_zone)
        await self.bot.send_message(
            int(asker.identity.external_id),
            words.say(Say("telegram-ask-receivers", {"most": pick.most})),
            parse_mode=ParseMode.HTML,
            reply_markup=pick_keyboard(pick, number, words),
        )

    async def _question(self, pick: Pick, found: Community, words: Words) -> str:
        """Ask, and say what is chosen now."""
        people = pick.kind is PickKind.PEOPLE
        asked = Say("telegram-ask-people", {"most": pick.most}) if people else Say("telegram-ask-place")
        now = await self._now(pick, found)
        return "\n".join(words.say(one) for one in (asked, now) if one)

    async def _now(self, pick: Pick, found: Community) -> Say | None:
        """Name what is chosen now, None where nothing can be: Telegram is asked for names each time, none is kept."""
        if pick.kind is PickKind.PEOPLE:
            names = [await self._name(int(found.external_id), int(one)) for one in pick.chosen]
        else:
            names = [await title_of(self.bot, int(one)) for one in pick.chosen]
        known = tuple(one for one in names if one)
        return Say("telegram-picked-now", {"names": known}) if known else None

    async def _name(self, group: int, user: int) -> str:
        try:
            return (await self.bot.get_chat_member(group, user)).user.full_name
        except TelegramError:
            return ""

    async def shared(self, update: telegram.Update, asker: Asker) -> Reply:
        """Take what was picked, and give the card as it is then."""
        message, opening = update.message, await self.store.ledger.opening(asker.identity)
        answer = picked(message) if message else None
        if message is None or opening is None or answer is None or not opening.action or answer[0] != opening.request:
            return Reply((Text(Say("telegram-picked-late", {"command": CommandName("setup")})),))
        try:
            if message.chat_shared is not None:
                await self._check(message.chat_shared.chat_id, asker)
        except BadInput as refused:
            return self.chat.explain(refused, asker)
        names = json.dumps(names_picked(message))
        return await self._chosen(opening, {PICKED: " ".join(answer[1]), PICKED_NAMES: names}, asker)

    async def _chosen(self, opening: Opening, form: Mapping[str, str], asker: Asker) -> Reply:
        press = await self.presses.offer(opening.action, opening.community, asker)
        card = await self.chat.press(press, asker, form)
        await close(asker.identity, store=self.store)
        done = self.texts.say(asker.language, Say("telegram-picked"), str)
        chat = int(asker.identity.external_id)
        await self.bot.send_message(chat, done, reply_markup=telegram.ReplyKeyboardRemove())
        found = await self.store.ledger.community(opening.community)
        if found is None or card.card is None:
            return card
        now = await self._now(pick_by(opening.action, press, found.choices), found)
        return replace(card, parts=(Text(now), *card.parts)) if now else card

    async def _check(self, place: int, asker: Asker) -> None:
        """Raise BadInput: place_closed for one that is closed to us, place_not_theirs for one of somebody else's."""
        try:
            lost = await loss_of(self.bot, place)
        except TelegramError:
            raise BadInput("place_closed") from None
        if lost is not None:
            raise BadInput("place_closed")
        if not await is_admin(self.bot, place, int(asker.identity.external_id)):
            raise BadInput("place_not_theirs")
