"""Our messages as Telegram has them: sent, changed, given a file or another one, and deleted."""

from typing import Any

import telegram
from telegram.constants import ChatAction, ParseMode

from bots.telegram_bot.lengths import clipped
from bots.telegram_bot.turn import OtherKind, Vanished, mended
from core.chats import Posted

MEDIA_S = 600.0
"""How long a file may take on its way to Telegram."""

SILENCE_S = 60.0
"""How long a file may be on its way without a byte."""

ACTION_S = 5.0

TOAST_LONGEST = 200
"""How long words may be that flash up as the answer to a press."""

_NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)

Keyboard = telegram.InlineKeyboardMarkup | None


class Messages:
    """Messages in chats. All raise TurnOver for what is out of reach and Trouble for what may pass."""

    def __init__(self, bot: telegram.Bot) -> None:
        """Reach them through `bot`."""
        self._bot = bot

    async def send(self, channel: str, text: str, keyboard: Keyboard, *, protected: bool) -> str:
        """Send a text (HTML), and give its message's id.

        Telegram knows no nonce: when its answer is lost on the way, the message may stand there twice. So nothing but
        words is ever sent; a file is put into a message whose id is known.
        """
        async with mended():
            sent = await self._bot.send_message(
                int(channel),
                text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                protect_content=protected,
                link_preview_options=_NO_PREVIEW,
            )
        return str(sent.message_id)

    async def send_document(self, channel: str, file: telegram.InputFile, caption: str, keyboard: Keyboard) -> str:
        """Send a file that is nobody's secret: a receipt."""
        async with mended(MEDIA_S):
            sent = await self._bot.send_document(
                int(channel), file, caption=caption, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
        return str(sent.message_id)

    async def write(self, channel: str, message: str, text: str, keyboard: Keyboard) -> None:
        """Change a text. Raises OtherKind for a message with a file."""
        async with mended():
            await self._bot.edit_message_text(
                text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
                **_named(channel, message),
            )

    async def caption(self, row: Posted, caption: str, keyboard: Keyboard) -> None:
        """Change the words below a file. Raises OtherKind for a message without one."""
        async with mended():
            await self._bot.edit_message_caption(
                caption=caption, parse_mode=ParseMode.HTML, reply_markup=keyboard, **_of(row)
            )

    async def put(self, row: Posted, media: telegram.InputMedia, keyboard: Keyboard) -> None:
        """Put a file and its caption into a message, in the place of the words or the file that it held."""
        async with mended(MEDIA_S):
            await self._bot.edit_message_media(
                media, reply_markup=keyboard, read_timeout=SILENCE_S, write_timeout=SILENCE_S, **_of(row)
            )

    async def delete(self, row: Posted) -> bool:
        """Delete a message, and say whether it was there. Raises Stays for one that is too old for it."""
        try:
            async with mended():
                await self._bot.delete_message(**_of(row))
        except Vanished:
            return False
        return True

    async def answer(self, query: str, words: str = "", *, alert: bool = False) -> None:
        """Let a pressed button rest: Telegram waits for that. Plain words flash up; as an alert they wait for an OK."""
        async with mended():
            await self._bot.answer_callback_query(query, clipped(words, TOAST_LONGEST) or None, alert)

    async def act(self, channel: str, action: ChatAction) -> None:
        """Show what is being done, for a few seconds."""
        async with mended(ACTION_S):
            await self._bot.send_chat_action(int(channel), action)

    async def say(self, row: Posted, text: str, caption: str, keyboard: Keyboard) -> None:
        """Change the words of a message, whichever kind it is."""
        if row.media is None:
            try:
                await self.write(row.channel, row.message or "", text, keyboard)
            except OtherKind:
                await self.caption(row, caption, keyboard)
            return
        try:
            await self.caption(row, caption, keyboard)
        except OtherKind:
            await self.write(row.channel, row.message or "", text, keyboard)


def _of(row: Posted) -> dict[str, Any]:
    return _named(row.channel, row.message or "")


def _named(channel: str, message: str) -> dict[str, Any]:
    return {"chat_id": int(channel), "message_id": int(message)}
