"""Where an answer goes: a private chat with us; and what may go wrong on the way there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

import telegram
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

CALL_S = 60.0
"""How long one call to Telegram may take, waiting for its rates included."""

_UPDATES = UUID("11eec7d7-f734-5d2a-ad89-67279dc25426")
_VANISHED = (
    "message to edit not found",
    "message to delete not found",
    "message_id_invalid",
    "message can't be edited",
)
_NOBODY = ("chat not found", "user not found", "peer_id_invalid", "user_deactivated", "chat_id is empty")
_OTHER_KIND = ("there is no caption in the message", "there is no text in the message")
_TOO_LARGE = ("request entity too large", "file is too big", "file too large")


class TurnOver(Exception):
    """Nothing can be said or changed here any more. Only this adapter reads it."""


class Unreachable(TurnOver):
    """Nobody can be written to there: they blocked us, never started us, or their account is gone."""


class Vanished(TurnOver):
    """The message isn't there any more. Only this adapter reads it."""


class OtherKind(TurnOver):
    """A message holds media where a text was to be changed, or the reverse. Only this adapter reads it."""


class Stays(TurnOver):
    """A message is too old to be deleted. Only this adapter reads it."""


class Trouble(NetworkError):
    """Telegram didn't do it now; later it may. `pause_s` is how long it asked to be left alone."""

    def __init__(self, what: str, pause_s: float = 0.0) -> None:
        """Name what went wrong, without words of Telegram's: those may hold an address with our token."""
        super().__init__(what)
        self.pause_s = pause_s


class TooLarge(Trouble):
    """Telegram takes no file of this size there. Only this adapter reads it."""


@asynccontextmanager
async def mended(within_s: float = CALL_S) -> AsyncIterator[None]:
    """Turn what goes wrong with Telegram into TurnOver for what is over, and into Trouble for the rest.

    A message that says already what it was to say is fine.
    """
    try:
        async with asyncio.timeout(within_s):
            yield
    except TelegramError as error:
        found = _mended(error)
        if found is not None:
            raise found from None
    except (OSError, TimeoutError) as error:
        raise Trouble(type(error).__name__) from None


def _mended(error: TelegramError) -> TurnOver | Trouble | None:
    kind, said = type(error).__name__, error.message.lower()
    match error:
        case RetryAfter():
            return Trouble(kind, _seconds(error.retry_after))
        case Forbidden():
            return Unreachable(kind)
        case ChatMigrated():
            return TurnOver(kind)
        case BadRequest() if "message is not modified" in said:
            return None
        case BadRequest():
            return _refused(said)
    return TooLarge(kind) if any(one in said for one in _TOO_LARGE) else Trouble(kind)


def _seconds(pause: int | timedelta) -> float:
    """Give a pause as the library's older and newer versions tell it."""
    return pause.total_seconds() if isinstance(pause, timedelta) else pause


def _refused(said: str) -> TurnOver | Trouble:
    """Tell by Telegram's words why it refused a request: it has no codes."""
    kinds: tuple[tuple[tuple[str, ...], type[TurnOver | Trouble]], ...] = (
        (_VANISHED, Vanished),
        (_NOBODY, Unreachable),
        (_OTHER_KIND, OtherKind),
        (("message can't be deleted",), Stays),
        (_TOO_LARGE, TooLarge),
    )
    found = next((kind for words, kind in kinds if any(one in said for one in words)), Trouble)
    return found(found.__name__)


@dataclass(frozen=True)
class Turn:
    """One update to answer, in the private chat with whom it is of: that chat has their own id.

    `name` is the same for the same update, whenever it is taken up again. `pressed` is the message whose button was
    pressed, `query` names the press.
    """

    channel: str
    name: UUID
    pressed: str | None = None
    query: str | None = None


def turn_of(update: telegram.Update) -> Turn:
    """Give where to answer an update of somebody's. Raises TurnOver for one that is of nobody."""
    user, pressed = update.effective_user, update.callback_query
    if user is None:
        raise TurnOver("nobody")
    about = pressed.message if pressed else update.effective_message
    name = uuid5(_UPDATES, f"{update.update_id}:{user.id}:{about.message_id if about else ''}")
    is_private = about is not None and about.chat.type == ChatType.PRIVATE
    message = str(about.message_id) if pressed and about and is_private else None
    return Turn(str(user.id), name, message, pressed.id if pressed else None)


def upload_name(channel: str, message_id: int) -> UUID:
    """Give the id of what is kept of somebody's message with a file: the same each time."""
    return uuid5(_UPDATES, f"upload:{channel}:{message_id}")
