"""Files that somebody sends: into the draft that is open, or a draft of their own. Nothing is made before Start."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.drafts import Addition
from bots.chat.reply import Reply, Text
from bots.telegram_bot.uploads import Sent
from bots.texts.say import CommandName, Say
from core.inbox import Album
from core.videos import VideoId

_CARD = "video:"
_DONT_MIX = "error-inputs_dont_mix"


@dataclass
class Arrived:
    """Files that came together, in the order of their messages, and the words with them."""

    files: Sequence[Sent]
    messages: tuple[int, ...]
    words: str


async def drafted(arrived: Arrived, asker: Asker, chat: Chat, waiting: VideoId | None = None) -> Reply:
    """Put files into the draft whose form is `waiting` for them, or the open one.

    Where there is none, or they don't go together, keep one of their own.
    """
    is_waiting = waiting is not None and await chat.is_draft(waiting, asker)
    draft = waiting if is_waiting else await chat.draft(asker)
    if draft is not None:
        reply = await chat.add(draft, Addition(arrived.words, arrived.files), asker)
        if not _dont_mix(reply):
            return reply
    return await begun(arrived, asker, chat)


async def begun(arrived: Arrived, asker: Asker, chat: Chat) -> Reply:
    """Keep a draft of their own, or several where they don't go together: which to make is then theirs to press."""
    reply = await _draft(arrived, asker, chat)
    apart = _apart(arrived)
    if not _dont_mix(reply) or len(apart) == 1:
        return reply
    drafts = [await _draft(one, asker, chat) for one in apart]
    if sum(video_of(one) is not None for one in drafts) < len(drafts):
        return next((one for one in drafts if video_of(one) is None), reply)
    told = Text(Say("telegram-album-apart", {"command": CommandName("videos")}))
    return replace(drafts[0], parts=(told, *drafts[0].parts))


def _apart(arrived: Arrived) -> list[Arrived]:
    """Divide into what goes together: each clip alone, everything else in one."""
    clips = [one for one in arrived.files if one.is_clip]
    others = [one for one in arrived.files if not one.is_clip]
    parts = [*([others] if others else []), *([clip] for clip in clips)]
    return [Arrived(part, arrived.messages, arrived.words) for part in parts]


async def _draft(arrived: Arrived, asker: Asker, chat: Chat) -> Reply:
    return await chat.ask("create", {"prompt": arrived.words, "files": tuple(arrived.files), "more": True}, asker)


async def late(arrived: Arrived, earlier: Album, asker: Asker, chat: Chat) -> Reply:
    """Put items that came late where they belong among their album's; one that was begun since stays as it is."""
    video = VideoId(earlier.video)
    if await chat.is_draft(video, asker):
        places = places_in(earlier.messages, arrived.messages)
        reply = await chat.add(video, Addition(arrived.words, arrived.files, places), asker)
        return await begun(arrived, asker, chat) if _dont_mix(reply) else reply
    reply = await begun(arrived, asker, chat)
    return replace(reply, parts=(Text(Say("telegram-album-late")), *reply.parts)) if video_of(reply) else reply


def places_in(kept: tuple[int, ...], new: tuple[int, ...]) -> tuple[int, ...]:
    """Say where each new message stands, put in one after the other, when all are in order."""
    return tuple(sum(one < message for one in kept) + place for place, message in enumerate(new))


def video_of(reply: Reply) -> UUID | None:
    """Give the video whose card a reply is; None for a sentence."""
    return UUID(reply.card.removeprefix(_CARD)) if reply.card and reply.card.startswith(_CARD) else None


def _dont_mix(reply: Reply) -> bool:
    return any(isinstance(one, Text) and one.say is not None and one.say.key == _DONT_MIX for one in reply.parts)
