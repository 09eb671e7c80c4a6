"""Our sentences as Discord shows them: its own timestamps and command mentions, and people's words as mere words."""

import re
from collections.abc import Mapping

import discord

from bots.chat.reply import Field, Media
from bots.discord_bot.lengths import cut
from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import CommandName, Say, Value, When
from knowledge.languages import listed

ALT_LONGEST = 1024
"""What Discord takes as the description of an attachment, in characters."""

_SECOND_MS = 1000
_MARKS = re.compile(r"[\\*_~|`<>\[\]]|(?<![A-Za-z0-9])/|(?<=\.gg)/|(?<=\.com)/")
"""What Discord reads as markup anywhere in a line: its marks, addresses, invitations and our commands."""

_AT_START = re.compile(r"^(\s*)(#{1,3}(?=\s|$)|-(?=[\s#]|$)|\d+(?=[.)](?:\s|$)))", re.MULTILINE)
"""What makes a heading or a list where it begins a line."""

_OURS = re.compile(r"(\*\*|\[\d{1,2}\](?!\())")
"""Marks of ours in words that are written already: bold, and the number of a source."""


class Words:
    """The sentences of one language for one reader."""

    def __init__(self, texts: Texts, language: str, mentions: Mapping[str, int], time_zone: str = "UTC") -> None:
        """Speak `language` (BCP 47). `mentions` are the ids of registered commands by name.

        `time_zone` (IANA) is for buttons and forms, where Discord shows no timestamps of its own.
        """
        self.language = language
        self._texts = texts
        self._mentions = mentions
        self._time_zone = time_zone
        names = "|".join(sorted(map(re.escape, mentions), key=len, reverse=True))
        self._typed = re.compile(rf"(?<![A-Za-z0-9_\\/<.])/({names})\b") if names else None

    def say(self, say: Say) -> str:
        """Write a sentence as markdown. Raises TextMissing for a key without words."""
        values = {name: self._given(value) for name, value in say.values.items()}
        said = self._texts.say(self.language, Say(say.key, values), str)
        return self._typed.sub(lambda found: self.show(CommandName(found[1])), said) if self._typed else said

    def show(self, value: Value) -> str:
        """Write a value as markdown."""
        match value:
            case When(at_ms):
                return f"<t:{at_ms // _SECOND_MS}:f>"
            case CommandName(name) if name in self._mentions:
                return f"</{name}:{self._mentions[name]}>"
            case CommandName(name):
                return f"/{name}"
            case tuple():
                return listed([self.show(one) for one in value], self.language)
            case _:
                return escape(shown_as_text(value, self._time_zone, self.language))

    def line(self, row: Field) -> str:
        """Write a line of a card as markdown; behind a moment stands how far off it is."""
        value = str(self._given(row.value))
        if isinstance(row.value, When):
            value += f" (<t:{row.value.at_ms // _SECOND_MS}:R>)"
        return self._texts.say(self.language, Say("discord-field", {"name": self.say(row.name), "value": value}), str)

    def label(self, say: Say) -> str:
        """Write a sentence for where there is no markup: buttons, menus, forms, descriptions."""
        said = self._texts.say(self.language, say, self._plainly)
        return said.replace("**", "")

    def quote(self, written: str) -> str:
        """Write words that are written already; only our own bold and numbers of sources stay marks."""
        return "".join(one if _OURS.fullmatch(one) else escape(one) for one in _OURS.split(written))

    def _given(self, value: Value | Say | tuple[Say, ...]) -> Value | Say:
        match value:
            case Say():
                return self.say(value)
            case int() | float():
                return value
            case tuple():
                return listed(
                    [self.say(one) if isinstance(one, Say) else self.show(one) for one in value], self.language
                )
            case _:
                return self.show(value)

    def _plainly(self, value: Value) -> str:
        return shown_as_text(value, self._time_zone, self.language)


def escape(words: str) -> str:
    """Give people's words so that Discord shows each character as it is, links nothing and mentions nobody."""
    marked = _MARKS.sub(r"\\\g<0>", words)
    return discord.utils.escape_mentions(_AT_START.sub(_escaped_start, marked))


def _escaped_start(found: re.Match[str]) -> str:
    gap, mark = found.groups()
    return f"{gap}{mark}\\" if mark.isdigit() else f"{gap}\\{mark}"


def alt(media: Media, words: Words) -> str:
    """Describe a video for those who can't see it: the description of its attachment."""
    return described(media.alt, words)


def described(say: Say, words: Words) -> str:
    """Give a sentence as the description of an attachment."""
    return cut(words.label(say), ALT_LONGEST)


def ephemeral_line(words: Words) -> str:
    """Say what becomes of a file in a message that only its reader sees."""
    return words.say(Say("discord-file-stays"))


def smaller_line(words: Words, limit_bytes: int) -> str:
    """Say that a video was encoded again, to fit in `limit_bytes`."""
    return words.say(Say("chat-file-smaller", {"limit_bytes": limit_bytes}))


def link_line(words: Words, limit_bytes: int, *, links: bool) -> str:
    """Say that a video larger than `limit_bytes` comes as a link that opens once; without `links`, what else helps."""
    return words.say(Say("chat-file-linked" if links else "chat-file-unsent", {"limit_bytes": limit_bytes}))
