"""What a moderator's press in the review chat does: words flash up there, and all that is private comes in private."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import telegram
from telegram.constants import ChatAction, ChatType

from bots.chat.catalog import PRESSES
from bots.chat.command import Asker, Opens
from bots.chat.dispatch import Chat
from bots.chat.post import REPORT
from bots.chat.presses import action_of, subject_of
from bots.chat.reply import Media, Reply
from bots.telegram_bot.files import Files
from bots.telegram_bot.lengths import read
from bots.telegram_bot.render import Drawn
from bots.telegram_bot.reviewing import GONE, Reviewing
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.standing import Held, Outcome, Stand, Standing, look_names
from bots.telegram_bot.turn import Trouble, TurnOver, Unreachable
from bots.texts.say import Say
from core.chats import CopyKind
from core.errors import NotFound
from core.ports import Store
from core.videos import PublicationId

SENT, GONE_MEANWHILE = "telegram-look-sent", "telegram-look-gone"
_OWN = "look:"
"""How the key of a moderator's own card begins."""

LOOKS = frozenset({"look", "cslook"})
"""The presses that show the video itself to a moderator."""

log = logging.getLogger("hushreel.telegram")

Query = telegram.CallbackQuery


@dataclass(frozen=True)
class Judging:
    """Answers presses of buttons that are everybody's: whose press counts is decided behind them."""

    chat: Chat
    store: Store
    standing: Standing
    speaking: Speaking
    files: Files
    reviewing: Reviewing
    max_bytes: int

    async def pressed(self, update: telegram.Update, asker: Asker) -> Reply | None:
        """Answer a press; gives what is to be shown in the private chat, None where everything is said."""
        query = update.callback_query
        press = (query.data if query else None) or ""
        action, subject = action_of(press), subject_of(press)
        if query is None or action is None or subject is None:
            return None
        publication, is_private = PublicationId(subject), _is_private(query)
        if not is_private and _is_told_in_private(action) and not await self._reaches(asker):
            await self._flash(query, "telegram-look-start" if action in LOOKS else "telegram-press-start", asker)
            return None
        if action == REPORT:
            return await self._reported(query, publication, asker)
        reply = await self.chat.press(press, asker)
        drawn = self.speaking.draw(reply, asker)
        if is_private or drawn.form is not None:
            await self._toast(query, "" if is_private else self._said("telegram-press-asked", asker))
        elif drawn.media is not None:
            await self._flash(query, await self._look(publication, drawn, asker), asker)
        else:
            await self._toast(query, read(drawn.text).partition("\n")[0])
        await self._redraw(publication)
        return reply if is_private or drawn.form is not None else None

    async def _reported(self, query: Query, publication: PublicationId, asker: Asker) -> Reply | None:
        """Begin a report of a post in private. The button may be older than any of ours is good for: the gate decides.

        Where nothing can be reported, why is said to whoever pressed.
        """
        reply = await self.chat.report(publication, asker)
        drawn = self.speaking.draw(reply, asker)
        if drawn.form is not None:
            await self._toast(query, self._said("telegram-press-asked", asker))
            return reply
        if _is_private(query):
            return reply
        await self._toast(query, read(drawn.text), alert=True)
        return None

    async def own(self, reply: Reply, asker: Asker) -> bool | None:
        """Show a moderator's own card with its picture or video in their private chat, and say whether it stands there.

        None for a reply that is none, or holds neither.
        """
        publication, drawn = _own(reply), self.speaking.draw(reply, asker)
        if publication is None or (drawn.media is None and drawn.picture is None):
            return None
        became = await self._look(publication, drawn, asker)
        return None if became == GONE_MEANWHILE else became == SENT

    async def _reaches(self, asker: Asker) -> bool:
        """Show that an answer comes, and so learn whether they ever started us: a bot can't write first."""
        try:
            await self.standing.messages.act(asker.identity.external_id, ChatAction.TYPING)
        except Unreachable:
            return False
        except (TurnOver, Trouble) as error:
            log.info("whether a moderator can be written to is not known: %s", type(error).__name__)
        return True

    async def _look(self, publication: PublicationId, drawn: Drawn, asker: Asker) -> str:
        """Let a moderator look at a publication in their private chat, and say what became of that."""
        feed, words = await self.store.ledger.feed(publication), self.speaking.words(asker)
        if feed is None:
            return GONE_MEANWHILE
        async with self.standing.lock(feed.publication.video):
            name, gone = await self._free(publication, asker), words.say(Say(GONE))
            begin, here = words.say(Say("telegram-look-coming")), asker.identity.external_id
            stand = Stand(name, CopyKind.REVIEW, feed.owner, feed.publication.video, here, begin, protected=True)
            try:
                became = await self.standing.show(stand, drawn, self._held(drawn, asker), gone)
            except NotFound:
                await self.standing.take_back_named(name, gone)
                return GONE_MEANWHILE
        return SENT if became is Outcome.STANDS else "telegram-look-start"

    def _held(self, drawn: Drawn, asker: Asker) -> Held | None:
        """Give what a card holds: the video for who looks, else the poster, blurred."""
        if drawn.media is not None:
            return Held(drawn.media.output, partial(self._opened, drawn.media, asker))
        if drawn.picture is not None:
            return Held(drawn.picture.asset, partial(self.reviewing.opened, drawn.picture.asset, asker.viewer))
        return None

    async def _free(self, publication: PublicationId, asker: Asker) -> UUID:
        """Find a place for one more look; an earlier one of the same moderator goes, or the first of so many."""
        names, gone = look_names(publication), self.speaking.words(asker).say(Say(GONE))
        rows = [await self.standing.rows.named(name) for name in names]
        mine = [row.id for row in rows if row is not None and row.channel == asker.identity.external_id]
        free = [name for name, row in zip(names, rows, strict=True) if row is None]
        name = next(iter([*mine, *free, *names]))
        await self.standing.take_back_named(name, gone)
        return name

    @asynccontextmanager
    async def _opened(self, media: Media, asker: Asker, caption: str) -> AsyncIterator[telegram.InputMedia | None]:
        handed = await self.files.handed(media, asker, self.max_bytes)
        try:
            yield None if handed.content is None else handed.video(caption, spoiler=False)
        finally:
            handed.close()

    async def _flash(self, query: Query, key: str, asker: Asker) -> None:
        await self._toast(query, self._said(key, asker), alert=key.endswith("-start"))

    def _said(self, key: str, asker: Asker) -> str:
        return read(self.speaking.words(asker).say(Say(key)))

    async def _toast(self, query: Query, words: str, *, alert: bool = False) -> None:
        """Say something to whoever pressed alone; a press that is too old gets no answer."""
        with suppress(TurnOver, Trouble):
            await self.standing.messages.answer(query.id, words, alert=alert)

    async def _redraw(self, publication: PublicationId) -> None:
        """Draw the card as it is now; what doesn't go through comes with the next change."""
        try:
            await self.reviewing.bring(publication, keeps_looks=True)
        except Trouble as trouble:
            log.warning("a review card is drawn again later: %s", trouble)


def _own(reply: Reply) -> PublicationId | None:
    """Name the publication whose card a reply is, in a moderator's own chat."""
    if reply.card is None or not reply.card.startswith(_OWN):
        return None
    return PublicationId(UUID(reply.card.removeprefix(_OWN)))


def _is_told_in_private(action: str) -> bool:
    """Say whether a press is answered in private alone: by the video itself, or by questions."""
    found = PRESSES.get(action)
    return action in LOOKS or (found is not None and found.opens is Opens.FORM)


def _is_private(query: Query) -> bool:
    return query.message is not None and query.message.chat.type == ChatType.PRIVATE
