"""Reads Telegram's HTML: what is shown, and its entities (core.telegram.org/bots/api, "HTML style")."""

import re
from dataclasses import dataclass, field

from tests.fakes.telegram_wire.refusals import Json, bad

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "tg-emoji": "custom_emoji", "tg-time": "date_time", "code": "code",
    "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE = re.compile(r"""\s+([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?""")
_TAG = re.compile(rf"""<(/?)([a-zA-Z0-9-]*)((?:{_ATTRIBUTE.pattern})*)\s*>""")
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_TOKEN = re.compile(r"[<&]")


def width(text: str) -> int:
    """Count UTF-16 units, as entities do; where Telegram may count characters, this is the stricter reading."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class Parsed:
    """What is shown of a text."""

    text: str
    entities: tuple[Json, ...] = ()


def parsed(text: str, mode: str | None, given: list[Json] | None = None) -> Parsed:
    """Read a text as sent. Raises Refused for markup that Telegram can't read, and for modes that the fake can't."""
    if not mode:
        return _trimmed(text, list(given or []))
    if mode.lower() != "html":
        raise bad("unsupported parse_mode: this fake reads HTML alone")
    reading = _Reading(text)
    reading.read()
    return _trimmed(reading.shown, reading.entities)


def _trimmed(text: str, entities: list[Json]) -> Parsed:
    """Cut blank ends off, as Telegram does."""
    begin = width(text) - width(text.lstrip())
    shown = text.strip()
    kept: list[Json] = []
    for one in entities:
        start = max(0, one["offset"] - begin)
        end = min(width(shown), one["offset"] - begin + one["length"])
        if end > start:
            kept.append({**one, "offset": start, "length": end - start})
    return Parsed(shown, tuple(sorted(kept, key=lambda one: (one["offset"], -one["length"]))))


@dataclass
class _Reading:
    source: str
    shown: str = ""
    entities: list[Json] = field(default_factory=list)
    _open: list[tuple[str, int, Json]] = field(default_factory=list)

    def read(self) -> None:
        at = 0
        while (found := _TOKEN.search(self.source, at)) is not None:
            self.shown += self.source[at : found.start()]
            at = self._tag(found.start()) if found[0] == "<" else self._reference(found.start())
        self.shown += self.source[at:]
        if self._open:
            raise _unreadable(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')

    def _reference(self, at: int) -> int:
        found = _REFERENCE.match(self.source, at)
        if found is None:
            self.shown += "&"
            return at + 1
        decimal, hexadecimal, name = found.groups()
        self.shown += _NAMED[name] if name else chr(int(decimal) if decimal else int(hexadecimal, 16))
        return found.end()

    def _tag(self, at: int) -> int:
        found = _TAG.match(self.source, at)
        offset = len(self.source[:at].encode())
        if found is None:
            raise _unreadable(f"Unclosed or unsupported tag at byte offset {offset}")
        name = found[2].lower()
        if found[1]:
            self._close(name, offset)
        else:
            self._begin(name, found[3], offset)
        return found.end()

    def _begin(self, name: str, attributes: str, offset: int) -> None:
        if name not in _KINDS:
            raise _unreadable(f'Unsupported start tag "{name}" at byte offset {offset}')
        given = {one[0].lower(): one[1] or one[2] or one[3] for one in _ATTRIBUTE.findall(attributes)}
        if name == "span" and given.get("class") != "tg-spoiler":
            raise _unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
        self._open.append((name, width(self.shown), _more(name, given)))

    def _close(self, name: str, offset: int) -> None:
        if not self._open:
            raise _unreadable(f"Unexpected end tag at byte offset {offset}")
        begun, start, entity = self._open.pop()
        if name not in (begun, ""):
            raise _unreadable(f'Unmatched end tag at byte offset {offset}, expected "</{begun}>", found "</{name}>"')
        length = width(self.shown) - start
        if length and (entity["type"] != "text_link" or entity.get("url")):
            self.entities.append({**entity, "offset": start, "length": length})


def _more(name: str, given: dict[str, str]) -> Json:
    if name == "a":
        href = re.sub(r"&amp;", "&", given.get("href", ""))
        return {"type": "text_link"} | ({"url": href} if re.match(r"(?:https?|tg)://", href) else {})
    if name == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    return {"type": _KINDS[name]}


def _unreadable(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")


_IN_PLAIN = re.compile(r"(?<![\w/@])(?:(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@\w+)?)|(?P<mention>@\w{3,32}))")


def plain(text: str) -> tuple[Json, ...]:
    """Find what Telegram marks by itself in what people write: commands and mentions."""
    return tuple(
        {"type": found.lastgroup, "offset": width(text[: found.start()]), "length": width(found[0])}
        for found in _IN_PLAIN.finditer(text)
    )
