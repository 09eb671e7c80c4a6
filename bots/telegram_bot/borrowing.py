"""Videos of what is posted in a group: of one's own, and of others' where the group's admins let members."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import telegram

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply, Text
from bots.texts.say import Say
from core.errors import NotAllowed
from core.intake.upload import Upload

CREATE = "create"


@dataclass(frozen=True)
class Borrowed:
    """A message with a file that somebody asks for a video of, and what they say with it."""

    message: telegram.Message
    file: Upload
    words: str
    is_theirs: bool


@dataclass(frozen=True)
class Borrowing:
    """Keeps drafts of files in a group, so that nothing is made before it is said who is in them.

    `file_of` gives the picture, sound or clip of a message as an upload, None for one without.
    """

    chat: Chat
    file_of: Callable[[telegram.Message], Upload | None]

    def find(self, message: telegram.Message, command: str | None, words: str) -> Borrowed | None:
        """Give what a message to us is about: its own file, or by /create the file of what it replies to."""
        if command not in {None, CREATE}:
            return None
        meant = (message, message.reply_to_message if command else None)
        for one in meant:
            file = self.file_of(one) if one else None
            if one is not None and file is not None:
                is_theirs = one.sender_chat is None and one.from_user == message.from_user
                return Borrowed(one, file, words, is_theirs)
        return None

    async def draft(self, borrowed: Borrowed, asker: Asker) -> Reply:
        """Keep a draft, in private; `asker` speaks in the group, whose admins chose whose pictures are free."""
        if not borrowed.is_theirs and not await self.chat.may_use_others(asker):
            return self.chat.explain(NotAllowed("picture_of_another"), asker)
        given = {"prompt": borrowed.words, "files": (borrowed.file,), "more": True, "others": not borrowed.is_theirs}
        reply = await self.chat.ask(CREATE, given, asker)
        seen = Text(Say("telegram-group-seen"))
        return replace(reply, parts=(*reply.parts[:1], seen, *reply.parts[1:])) if reply.card else reply
