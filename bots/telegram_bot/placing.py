"""The second step of a card: its words are in a message whose id is kept, and now its video is put in, or taken out."""

import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

import telegram
from telegram.constants import ChatAction, ParseMode

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Media
from bots.telegram_bot.files import Files, Handed
from bots.telegram_bot.lengths import length
from bots.telegram_bot.messages import Messages
from bots.telegram_bot.posted import Rows
from bots.telegram_bot.render import CAPTION_LONGEST, TEXT_LONGEST, Drawn
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.turn import OtherKind, TooLarge, Trouble, TurnOver
from bots.texts.say import Say
from core.chats import Posted
from core.people import Delivery
from core.videos import AssetId

RECEIPT_FILE = "hushreel-receipt.json"
REMEMBERED = 10_000
"""Of how many messages it is known what they say; what was forgotten is written again."""

EMPTIED = (Path(__file__).parent / "emptied.png").read_bytes()
"""What is put in the place of a video in a message that can't be deleted any more: a grey picture of nothing."""


class StillFitting(Trouble):
    """A video is being made smaller for its message. Only this adapter reads it."""


@dataclass
class Known:
    """What this process knows of a message beside its row: what it says, which file is in it or linked instead.

    `card` is what it said when it last showed the card itself: a page that a press opened may stand there since.
    """

    said: object = None
    card: object = None
    placed: AssetId | None = None
    linked: AssetId | None = None
    is_smaller: bool = False


@dataclass
class Placing:
    """Makes messages say what is drawn, and hold its video or none. All raise TurnOver and Trouble."""

    chat: Chat
    speaking: Speaking
    rows: Rows
    messages: Messages
    files: Files
    max_bytes: int
    _known: dict[UUID, Known] = field(default_factory=dict)
    _fitting: dict[UUID, asyncio.Task[Handed]] = field(default_factory=dict)

    def known(self, row: Posted) -> Known:
        """Give what is known of a message, to be read and changed."""
        known = self._known.pop(row.id, None) or Known()
        self._known[row.id] = known
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return known

    def forget(self, row: Posted) -> None:
        """Forget what is known of a message that is gone."""
        self._known.pop(row.id, None)
        fitting = self._fitting.pop(row.id, None)
        if fitting is not None:
            fitting.add_done_callback(_closed)
            fitting.cancel()

    def close(self) -> None:
        """Let go of what is being made smaller."""
        for fitting in self._fitting.values():
            fitting.add_done_callback(_closed)
            fitting.cancel()
        self._fitting.clear()

    def drew_card(self, row: Posted) -> None:
        """Note that a message shows its card now, and no page of it."""
        known = self.known(row)
        known.card = known.said

    def is_turned_over(self, row: Posted, drawn: Drawn, asker: Asker) -> bool:
        """Say whether a message showed this very card, and a press has opened another page of it since."""
        known = self.known(row)
        noted = self._under_a_file(drawn, row, asker) if drawn.media else drawn
        return known.said != known.card == _print(noted)

    async def send(self, channel: str, drawn: Drawn, asker: Asker) -> str:
        """Send what is drawn as a new message, and give its id; the receipt goes along as a file, the video never."""
        receipt = await self._receipt(drawn, asker)
        if receipt is not None:
            return await self.messages.send_document(channel, receipt, drawn.caption, drawn.keyboard)
        protected = asker.preferences.protect
        return await self.messages.send(channel, drawn.text, drawn.keyboard, protected=protected)

    async def send_card(self, row: Posted, drawn: Drawn, asker: Asker) -> Posted:
        """Send the card of a row that was kept for it, and keep its id."""
        row = await self.rows.sent(row, await self.send(row.channel, drawn, asker))
        self.known(row).said = _print(drawn)
        return row

    async def _receipt(self, drawn: Drawn, asker: Asker) -> telegram.InputFile | None:
        if drawn.receipt is None:
            return None
        receipt = await self.chat.receipt_file(drawn.receipt, asker)
        return telegram.InputFile(receipt.encode(), RECEIPT_FILE, attach=True) if receipt is not None else None

    async def turn_over(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        """Let a card show something else for the moment; the video that it holds stays."""
        await self._say(row, self._under_a_file(drawn, row, asker) if row.media else drawn)

    async def complete(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        """Make a message say what is drawn, and hold its video. Of one that holds none shall, see `empty`."""
        media, known = drawn.media, self.known(row)
        if media is None and drawn.receipt is None:
            await self._say(row, drawn)
        elif media is None:
            await self._put_receipt(row, drawn, asker)
        elif known.placed == media.output:
            await self._say(row, self._under_a_file(drawn, row, asker))
        elif known.linked == media.output:
            await self._link(row, asker)
        elif not await self._is_there(row, drawn, media, asker):
            await self._place(row, drawn, media, asker)

    async def empty(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        """Put what tells nothing in the place of a video, and the words below it; the caller keeps that it is gone."""
        receipt = await self._receipt(drawn, asker)
        if receipt is not None:
            media: telegram.InputMedia = _document(receipt, drawn)
        else:
            media = telegram.InputMediaPhoto(EMPTIED, caption=drawn.caption, parse_mode=ParseMode.HTML)
        await self.messages.put(row, media, drawn.keyboard)
        known = self.known(row)
        known.said, known.placed, known.is_smaller = _print(drawn), None, False

    async def _put_receipt(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        receipt, known = await self._receipt(drawn, asker), self.known(row)
        if receipt is None:
            await self._say(row, drawn)
        elif known.said != _print(drawn):
            await self.messages.put(row, _document(receipt, drawn), drawn.keyboard)
            known.said = _print(drawn)

    async def _say(self, row: Posted, drawn: Drawn) -> None:
        """Change the words of a message, if they are others; the file that it holds stays."""
        known = self.known(row)
        if known.said != _print(drawn):
            await self.messages.say(row, drawn.text, drawn.caption, drawn.keyboard)
            known.said = _print(drawn)

    async def _is_there(self, row: Posted, drawn: Drawn, media: Media, asker: Asker) -> bool:
        """Look whether a message holds the video that it was about to hold when an earlier run or try ended.

        Telegram doesn't tell what a message holds, but it writes below a file only where there is one.
        """
        if row.media != media.output:
            return False
        known = self.known(row)
        known.is_smaller = not await self.files.fits(media, asker, self.max_bytes)
        noted = self._under_a_file(drawn, row, asker)
        try:
            await self.messages.caption(row, noted.caption, noted.keyboard)
        except OtherKind:
            return False
        known.placed, known.said = media.output, _print(noted)
        return True

    async def _place(self, row: Posted, drawn: Drawn, media: Media, asker: Asker) -> None:
        """Put a video into its card by an edit; that it may be there is kept before. One that doesn't fit is linked."""
        known = self.known(row)
        known.is_smaller = not await self.files.fits(media, asker, self.max_bytes)
        if known.is_smaller:
            handed = await self._fitted(row, drawn, media, asker)
        else:
            handed = await self.files.handed(media, asker, self.max_bytes)
        if handed.content is None:
            await self._link(row, asker)
            known.linked = media.output
            return
        noted = self._under_a_file(drawn, row, asker)
        spoiler = (await self.chat.customs(asker)).spoilers
        try:
            holding = await self.rows.holds(row, media.output)
            await self._show_uploading(row)
            await self.messages.put(holding, handed.video(noted.caption, spoiler=spoiler), noted.keyboard)
        except (TurnOver, TooLarge) as refused:
            await self.rows.keep(row)
            if isinstance(refused, TooLarge):
                self.max_bytes //= 2
            raise
        finally:
            handed.close()
        known.placed, known.said = media.output, _print(noted)

    async def _show_uploading(self, row: Posted) -> None:
        try:
            await self.messages.act(row.channel, ChatAction.UPLOAD_VIDEO)
        except Trouble:
            return

    async def _fitted(self, row: Posted, drawn: Drawn, media: Media, asker: Asker) -> Handed:
        """Give a file that is made smaller beside everything else. Raises StillFitting while that goes on."""
        if row.id not in self._fitting:
            self._fitting[row.id] = asyncio.create_task(self.files.handed(media, asker, self.max_bytes))
        fitting = self._fitting[row.id]
        if not fitting.done():
            await self._say(row, drawn)
            raise StillFitting(str(row.video))
        del self._fitting[row.id]
        return fitting.result()

    async def _link(self, row: Posted, asker: Asker) -> None:
        """Give a link in the place of a video that is too large for the chat."""
        linked = replace(asker, preferences=replace(asker.preferences, delivery=Delivery.LINK))
        reply = await self.chat.card(row.video, linked)
        if reply is not None:
            drawn = self.speaking.draw(reply, linked)
            limit = {"limit_bytes": self.max_bytes}
            links = self.speaking.public_url is not None
            note = Say("chat-file-linked", limit) if links else Say("chat-file-unsent", limit)
            await self._say(row, _noted(drawn, self.speaking.words(asker).say(note)))

    def _under_a_file(self, drawn: Drawn, row: Posted, asker: Asker) -> Drawn:
        """Say below what is to be known of the file in a message."""
        words, notes = self.speaking.words(asker), []
        if self.known(row).is_smaller:
            notes.append(words.say(Say("chat-file-smaller", {"limit_bytes": self.max_bytes})))
        if not asker.preferences.tidy:
            notes.append(words.say(Say("telegram-file-stays")))
        return _noted(drawn, *notes)


def _closed(fitting: asyncio.Task[Handed]) -> None:
    """Close a file that nobody takes any more."""
    if not fitting.cancelled() and fitting.exception() is None:
        fitting.result().close()


def _document(receipt: telegram.InputFile, drawn: Drawn) -> telegram.InputMediaDocument:
    return telegram.InputMediaDocument(receipt, caption=drawn.caption, parse_mode=ParseMode.HTML)


def _noted(drawn: Drawn, *notes: str) -> Drawn:
    """Add small print, as far as there is room for it."""
    small = "".join(f"\n<i>{one}</i>" for one in notes)
    text, caption = drawn.text + small, drawn.caption + small
    return replace(
        drawn,
        text=text if length(text) <= TEXT_LONGEST else drawn.text,
        caption=caption if length(caption) <= CAPTION_LONGEST else drawn.caption,
    )


def _print(drawn: Drawn) -> object:
    """Give what two drawings have alike when nobody could tell one from the other."""
    return drawn.text, drawn.caption, drawn.keyboard, drawn.receipt
