"""Our sentences as Telegram's HTML: our bold and moments are the only marks, people's words are mere words."""

import re
from html import escape

from bots.chat.reply import Field
from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import PersonName, Say, Value, VideoName, When
from knowledge.languages import listed

JOINER = "\u2060"
"""Joins two letters invisibly: what Telegram would make a link of, it leaves alone with this inside."""

_SECOND_MS = 1000
_BOLD = "**"
_BEGIN, _TEXT, _END = "\ue000", "\ue001", "\ue002"
_MOMENT = re.compile(f"{_BEGIN}(-?[0-9]+){_TEXT}(.*?){_END}")
"""A moment in a sentence that isn't HTML yet. People's words never hold these letters: `plain` takes them out."""

_LINKED = re.compile(r"(?<=[@/])(?=\w)|(?<=#)(?=\w*[^\W\d_])|(?<=:)(?=//)|(?<=\w)(?=\.[^\W\d_])")
"""Where Telegram begins a mention, a command, a hashtag, an address, or goes on in a domain."""


class Words:
    """The sentences of one language for one reader, whose time zone (IANA) is where moments are written."""

    def __init__(self, texts: Texts, language: str, time_zone: str = "UTC") -> None:
        """Speak `language` (BCP 47)."""
        self.language = language
        self.time_zone = time_zone
        self._texts = texts

    def say(self, say: Say) -> str:
        """Write a sentence as HTML. Raises TextMissing for a key without words."""
        return _marked(self._written(say))

    def show(self, value: Value) -> str:
        """Write a value as HTML."""
        return _marked(self._shown(value))

    def line(self, row: Field) -> str:
        """Write a line of a card as HTML."""
        return self.say(Say("telegram-field", {"name": row.name, "value": row.value}))

    def label(self, say: Say) -> str:
        """Write a sentence for where there are no marks: buttons, and what an interview keeps."""
        return self._texts.say(self.language, say, self._plainly).replace(_BOLD, "")

    def quote(self, written: str) -> str:
        """Write words that are written already as HTML; only our own bold stays a mark."""
        return _marked(re.sub(f"[{_BEGIN}{_TEXT}{_END}]", "", written))

    def _written(self, say: Say) -> str:
        values = {name: self._given(value) for name, value in say.values.items()}
        return self._texts.say(self.language, Say(say.key, values), str)

    def _given(self, value: Value | Say | tuple[Say, ...]) -> Value:
        match value:
            case Say():
                return self._written(value)
            case int() | float():
                return value
            case tuple():
                shown = [self._written(one) if isinstance(one, Say) else self._shown(one) for one in value]
                return listed(shown, self.language)
            case _:
                return self._shown(value)

    def _shown(self, value: Value) -> str:
        match value:
            case When(at_ms):
                return f"{_BEGIN}{at_ms // _SECOND_MS}{_TEXT}{self._plainly(value)}{_END}"
            case VideoName() | PersonName():
                return unlinked(self._plainly(value))
            case tuple():
                return listed([self._shown(one) for one in value], self.language)
            case _:
                return self._plainly(value)

    def _plainly(self, value: Value) -> str:
        return shown_as_text(value, self.time_zone, self.language)


def unlinked(name: str) -> str:
    """Give a name that Telegram makes no link, mention, hashtag or command of: others may have chosen it."""
    return _LINKED.sub(JOINER, name)


def _marked(written: str) -> str:
    """Write our sentence as HTML: bold as <b>, a moment so that apps show it in their own zone, the rest as it is."""
    pieces = escape(written, quote=False).split(_BOLD)
    if len(pieces) % 2 == 0:
        pieces[-2:] = [_BOLD.join(pieces[-2:])]
    bold = "".join(f"<b>{one}</b>" if at % 2 and one else one for at, one in enumerate(pieces))
    return _MOMENT.sub(r'<tg-time unix="\1" format="wDt">\2</tg-time>', bold)
