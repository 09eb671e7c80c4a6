"""Telegram's rules for what we send: its HTML, its lengths, its buttons; and words that try to break them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bots.telegram_bot.render import Drawn

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            *(
                "**",
                "** **",
                "<b>",
                "</b>",
                "<",
                ">",
                "&",
                "&lt;",
                "&#0;",
                "&amp;lt;",
                "<a href='http://a.example'>x</a>",
            ),
            *(
                "<tg-time unix='1'>x</tg-time>",
                "<script>",
                "\ue000",
                "\ue0001\ue001x\ue002",
                "[1]",
                "\\",
                "`x`",
                "||x||",
            ),
            *(
                "@everybody",
                "/forgetme",
                "#tag",
                "t.me/x",
                "http://a.example/x_y",
                "tg://user?id=1",
                "$USD",
                "a@b.example",
            ),
            *(
                "😀" * 50,
                "长" * 90,
                "\u05d0\u05d1 \u202e",
                "a" * 300,
                "x " * 150,
                "\n\n\n",
                "\u200b",
                "<" * 80,
                "\u2060",
            ),
        ]
    ),
    st.lists(st.sampled_from(["word", "**", "&", "<", "长", "😀", "\n", " "]), max_size=40).map("".join),
)
"""What somebody might type."""

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z-]+)(?P<more>[^<>]*)>|&(?P<entity>lt|gt|amp|quot|#\d+);|(?P<plain>[^<>&])"
)
_ATTRIBUTES = {
    "a": re.compile(r' href="[^"<>]+"'),
    "tg-time": re.compile(r' unix="-?\d+"( format="(r|w?[dD]?[tT]?)")?'),
    "blockquote": re.compile(r"( expandable)?"),
}
_SIMPLE = frozenset({"b", "i", "u", "s", "code", "pre", "tg-spoiler"})


@dataclass(frozen=True)
class Entity:
    """A part of a text that is more than text: offset and length in UTF-16 code units."""

    kind: str
    offset: int
    length: int


def units(text: str) -> int:
    """Count as Telegram does."""
    return len(text.encode("utf-16-le")) // 2


def parsed(html: str) -> tuple[str, list[Entity]]:
    """Read Telegram's HTML as strictly as its papers put it. Raises ValueError where Telegram says "can't parse"."""
    text, entities, is_open, at = "", list[Entity](), list[tuple[str, int]](), 0
    while at < len(html):
        found = _TOKEN.match(html, at)
        if found is None:
            raise ValueError(html[at : at + 20])
        at = found.end()
        if name := found["name"]:
            if not found["end"]:
                if not (
                    (name in _SIMPLE and not found["more"])
                    or (name in _ATTRIBUTES and _ATTRIBUTES[name].fullmatch(found["more"]))
                ):
                    raise ValueError(found[0])
                is_open.append((name, units(text)))
                continue
            if not is_open or is_open[-1][0] != name:
                raise ValueError(found[0])
            _, begin = is_open.pop()
            entities.append(Entity(name, begin, units(text) - begin))
        else:
            text += unescape(found[0])
    if is_open:
        raise ValueError(is_open)
    return text, entities


def read(drawn: Drawn) -> str:
    """Give what somebody reads of a drawn reply."""
    return parsed(drawn.text)[0]


def keys(drawn: Drawn) -> list[InlineKeyboardButton]:
    """Give every button of a drawn reply, in the order in which they stand."""
    return [key for row in _rows(drawn.keyboard) for key in row]


def labels(drawn: Drawn) -> list[list[str]]:
    """Give the labels row by row."""
    return [[key.text for key in row] for row in _rows(drawn.keyboard)]


def _rows(markup: InlineKeyboardMarkup | None) -> Iterator[tuple[InlineKeyboardButton, ...]]:
    yield from markup.inline_keyboard if markup else ()


def check_message(drawn: Drawn) -> None:
    """Hold a drawn reply against every limit of a message and of a caption."""
    for html, longest in ((drawn.text, 4096), (drawn.caption, 1024)):
        text, entities = parsed(html)
        assert 1 <= units(text.strip()) <= units(text) <= longest
        assert re.sub(r"[\s\u200b\u2060]", "", text)
        assert all(0 <= one.offset <= one.offset + one.length <= units(text) for one in entities)
    if drawn.keyboard is not None:
        _check_keyboard(drawn.keyboard)


def _check_keyboard(markup: InlineKeyboardMarkup) -> None:
    found = [key for row in markup.inline_keyboard for key in row]
    assert 1 <= len(found) <= 100
    assert all(1 <= len(row) <= 3 for row in markup.inline_keyboard)
    values = [str(key.callback_data or key.url) for key in found]
    assert len(set(values)) == len(values)
    for key in found:
        assert 1 <= units(key.text.strip()) <= units(key.text) <= 64
        assert (key.callback_data is None) != (key.url is None)
        if key.url is None:
            assert 1 <= len(str(key.callback_data).encode()) <= 64
        else:
            assert re.match(r"https?://[\w-]+(\.[\w-]+)+[/:]", key.url)
