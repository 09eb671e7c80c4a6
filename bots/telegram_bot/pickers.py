"""Telegram's own pickers of chats and people: a keyboard in place of letters, shown once, in private chats alone."""

from telegram import (
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    KeyboardButtonRequestUsers,
    Message,
    ReplyKeyboardMarkup,
    SharedUser,
)

from bots.chat.reply import Pick, PickKind
from bots.telegram_bot.words import Words
from bots.texts.say import Say

PEOPLE_MOST = 10
"""How many people Telegram lets one pick at once."""

_CHANNEL = 1
_EVEN = ~_CHANNEL
NUMBERS = 2**30
"""How many pickers can be told apart."""

"""Request ids are signed numbers of 32 bits: ours are even, and the channel beside a group has the odd one above."""


def pick_keyboard(pick: Pick, request_id: int, words: Words) -> ReplyKeyboardMarkup:
    """Draw a picker under an even number. A place is a group that we are in or a channel, which the person manages.

    Its last button sends /cancel, which takes the keyboard away again.
    """
    if pick.kind is PickKind.PLACE:
        keys = [
            KeyboardButton(words.label(Say("telegram-pick-channel")), request_chat=_channel(request_id | _CHANNEL)),
            KeyboardButton(words.label(Say("telegram-pick-group")), request_chat=_group(request_id)),
        ]
    elif pick.kind is PickKind.RECEIVERS:
        people = _people(request_id, pick.most, named=True)
        keys = [KeyboardButton(words.label(Say("telegram-pick-people")), request_users=people)]
    else:
        keys = [KeyboardButton(words.label(Say("telegram-pick-people")), request_users=_people(request_id, pick.most))]
    return ReplyKeyboardMarkup([*([key] for key in keys), ["/cancel"]], resize_keyboard=True, one_time_keyboard=True)


def picked(message: Message) -> tuple[int, tuple[str, ...]] | None:
    """Give the number of the picker, and Telegram's ids of what was picked by it; None for no answer."""
    if message.chat_shared is not None:
        return message.chat_shared.request_id & _EVEN, (str(message.chat_shared.chat_id),)
    if message.users_shared is not None:
        return message.users_shared.request_id & _EVEN, tuple(str(one.user_id) for one in message.users_shared.users)
    return None


def names_picked(message: Message) -> list[str]:
    """Give what Telegram calls the people now who were picked, in their order; "" where it doesn't tell."""
    return [_name(one) for one in (message.users_shared.users if message.users_shared else ())]


def _name(one: SharedUser) -> str:
    name = " ".join(part for part in (one.first_name, one.last_name) if part)
    return f"{name} (@{one.username})" if one.username else name


def _group(request_id: int) -> KeyboardButtonRequestChat:
    return KeyboardButtonRequestChat(
        request_id, chat_is_channel=False, bot_is_member=True, user_administrator_rights=_rights(posts=False)
    )


def _channel(request_id: int) -> KeyboardButtonRequestChat:
    """Ask for a channel. We are made its administrator with the right to post, where the person may do that."""
    return KeyboardButtonRequestChat(
        request_id,
        chat_is_channel=True,
        user_administrator_rights=_rights(posts=True),
        bot_administrator_rights=_rights(posts=True),
    )


def _people(request_id: int, most: int, *, named: bool = False) -> KeyboardButtonRequestUsers:
    most = min(most, PEOPLE_MOST)
    return KeyboardButtonRequestUsers(
        request_id, user_is_bot=False, max_quantity=most, request_name=named or None, request_username=named or None
    )


def _rights(*, posts: bool) -> ChatAdministratorRights:
    """Give the right to manage a chat and nothing more; in a channel also to post and to take posts back."""
    none = ChatAdministratorRights.no_rights().to_dict()
    needed = {"can_manage_chat": True} | ({"can_post_messages": True, "can_delete_messages": True} if posts else {})
    return ChatAdministratorRights(**{**none, **needed})
