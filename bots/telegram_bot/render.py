"""Draws replies as Telegram shows them: words in HTML, as a message and as a caption, and buttons in rows."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from ipaddress import ip_address
from typing import assert_never
from urllib.parse import urlsplit
from uuid import UUID

from telegram import InlineKeyboardMarkup

from bots.chat.reply import (
    Buttons,
    Choice,
    Fields,
    Form,
    Link,
    Media,
    Part,
    Pick,
    Picture,
    Progress,
    Reply,
    Sources,
    Text,
)
from bots.telegram_bot.keyboard import Key, button, keyboard, linked, options, pressed
from bots.telegram_bot.lengths import cut, length, read
from bots.telegram_bot.sources import sources_presses, sources_text
from bots.telegram_bot.words import Words
from bots.texts.say import CommandName, Say
from core.videos import VideoId
from knowledge.facts import PolicyFacts

TEXT_LONGEST = 4096
CAPTION_LONGEST = 1024
URL_LONGEST = 2048
QUARTERS = 4
FILE = "file:"
"""How the callback_data of a button begins that hands over a file: the id of the asset follows."""

_ASSET = re.compile(r"/assets/([0-9a-f-]{36})\?download")
_RECEIPT = re.compile(r"/receipt/([0-9a-f-]{36})")
_ONCE = "/v/"
_FIELDS_FEW = 3
_DONE, _LEFT = "▰", "▱"


@dataclass(frozen=True)
class Drawn:
    """A reply as Telegram takes it: send it with parse mode HTML and without link previews.

    `text` is a message of its own; `caption` is the same below a video, with its most telling lines where not all fit.
    `media` is put in by a second step, `receipt` names the video whose signed receipt goes along as a file, `form` is
    there where words are asked for one by one, and `picture` is the blurred poster that goes along.
    """

    text: str
    caption: str
    keyboard: InlineKeyboardMarkup | None
    media: Media | None = None
    form: Form | None = None
    receipt: VideoId | None = None
    has_progress: bool = False
    picture: Picture | None = None


def draw(reply: Reply, words: Words, public_url: str | None) -> Drawn:
    """Draw a reply. `public_url` is where our pages are, without a slash at its end; None where there are none.

    Raises ValueError for more buttons than Telegram has room for, and for a press that is longer than it takes.
    """
    sheet = _Sheet(words, public_url, public_url if public_url and opens(public_url) else None)
    for part in reply.parts:
        sheet.add(part)
    return sheet.drawn()


def sources_of(press: str, words: Words, policy: PolicyFacts, public_url: str | None) -> Drawn | None:
    """Unfold the clauses that a Sources button names, as they read now; None for what names none of ours."""
    page = public_url if public_url and opens(public_url) else None
    told = sources_text(press, words, policy, page, TEXT_LONGEST)
    return None if told is None else Drawn(told, cut(told, CAPTION_LONGEST), None)


def opens(url: str) -> bool:
    """Say whether Telegram takes an address in a button: one on the web, not one of this machine or its network."""
    found = urlsplit(url)
    host = found.hostname or ""
    try:
        return found.scheme in {"http", "https"} and ip_address(host).is_global
    except ValueError:
        return "." in host.strip(".")


class _Rank(IntEnum):
    """How telling a line is: where not all fit, the last go first."""

    LEAD = 0
    FACT = 1
    TEXT = 2
    SMALL = 3


@dataclass(frozen=True)
class _Line:
    html: str
    rank: _Rank
    asks: bool = False


@dataclass
class _Sheet:
    """A reply while it is drawn, part by part. `loose` are buttons that go before the next row."""

    words: Words
    public_url: str | None
    page: str | None
    lines: list[_Line] = field(default_factory=list)
    groups: list[list[Key]] = field(default_factory=list)
    loose: list[Key] = field(default_factory=list)
    without_page: list[Say] = field(default_factory=list)
    asked: bool = False
    media: Media | None = None
    form: Form | None = None
    receipt: VideoId | None = None
    has_progress: bool = False
    picture: Picture | None = None

    def add(self, part: Part) -> None:  # noqa: C901 - one case a part
        match part:
            case Text():
                said = self.words.say(part.say) if part.say else self.words.quote(part.plain)
                self._write(said, _Rank.TEXT if self.lines else _Rank.LEAD)
            case Fields():
                self._add_fields(part)
            case Media():
                self.media = self.media or part
            case Picture():
                self.picture = self.picture or part
                self._write(self.words.say(part.alt), _Rank.SMALL)
            case Progress():
                self._add_progress(part)
            case Buttons():
                self._lay([button(one, self.words) for one in part.buttons])
            case Choice():
                self._ask(part.say)
                self._lay(list(options(part, self.words)))
            case Pick():
                self._add_pick(part)
            case Form():
                self.form = self.form or part
            case Link():
                self._add_link(part)
            case Sources():
                found = sources_presses(part.sources)
                self.loose += [pressed(self.words.label(label), press) for label, press in found]
            case _:
                assert_never(part)

    def drawn(self) -> Drawn:
        """Put everything together."""
        if self.without_page:
            pages = Say("telegram-page-none", {"pages": tuple(self.without_page), "ask": CommandName("ask")})
            at = next((at for at, one in enumerate(self.lines) if one.asks), len(self.lines))
            self.lines.insert(at, _Line(self.words.say(pages), _Rank.SMALL))
        text = "\n".join(one.html for one in self.lines).strip()
        if not _is_seen(text):
            text = self._least()
            self.lines = [_Line(text, _Rank.LEAD)]
        return Drawn(
            cut(text, TEXT_LONGEST),
            _most_telling(self.lines, CAPTION_LONGEST),
            keyboard([*self.groups, self.loose]),
            self.media,
            self.form,
            self.receipt,
            self.has_progress,
            self.picture,
        )

    def _least(self) -> str:
        """Say something where nothing but things to press was answered: no message may be empty."""
        say = self.form.title if self.form else self.media.alt if self.media else Say("telegram-choose")
        return self.words.say(say)

    def _write(self, html: str, rank: _Rank, *, asks: bool = False) -> None:
        self.lines.append(_Line(html, rank, asks))

    def _add_fields(self, part: Fields) -> None:
        if len(part.fields) > _FIELDS_FEW and self.lines:
            self._write("", _Rank.SMALL)
        for one in part.fields:
            self._write(self.words.line(one), _Rank.FACT)

    def _add_progress(self, part: Progress) -> None:
        """Tell progress in quarters, so that a card changes when a quarter more is done; the last is seen done."""
        self.has_progress = True
        if part.share is None:
            self._write(self.words.say(part.say), _Rank.FACT)
            return
        done = min(int(max(part.share, 0.0) * QUARTERS), QUARTERS - 1)
        say = part.say
        if say.key == "progress-share":
            say = Say("progress-share", {"percent": done * 100 // QUARTERS}) if done else Say("progress-begin")
        self._write(f"{_DONE * done}{_LEFT * (QUARTERS - done)} {self.words.say(say)}", _Rank.FACT)

    def _lay(self, keys: list[Key]) -> None:
        self.groups.append([*self.loose, *keys])
        self.loose = []

    def _ask(self, say: Say) -> None:
        if self.lines and not self.asked:
            self._write("", _Rank.SMALL, asks=True)
        self.asked = True
        self._write(self.words.say(say), _Rank.FACT, asks=True)

    def _add_pick(self, part: Pick) -> None:
        """Offer to pick, and to take back what is picked: Telegram's pickers stand below the message field."""
        keys = [pressed(self.words.label(part.say), part.press)]
        if part.none:
            none = self.words.label(Say("telegram-pick-none", {"what": part.say}))
            keys.append(pressed(none, part.none))
        self._lay(keys)

    def _add_link(self, part: Link) -> None:
        label = self.words.label(part.label)
        if found := _ASSET.fullmatch(part.path):
            self.loose.append(pressed(label, f"{FILE}{found[1]}"))
        elif found := _RECEIPT.fullmatch(part.path):
            self.receipt = VideoId(UUID(found[1]))
        elif self.page and len(self.page + part.path) <= URL_LONGEST:
            self.loose.append(linked(label, self.page + part.path))
        elif self.public_url:
            address = Say("telegram-page-address", {"page": part.label, "address": self.public_url + part.path})
            self._write(self.words.say(address), _Rank.TEXT)
        elif part.path.startswith(_ONCE):
            none = Say("telegram-link-none", {"settings": CommandName("settings")})
            self._write(self.words.say(none), _Rank.TEXT)
        else:
            self.without_page.append(part.label)


def _is_seen(html: str) -> bool:
    """Say whether there is anything to see: Telegram takes no message of blanks."""
    return any(unicodedata.category(letter)[0] not in "ZC" for letter in read(html))


def _most_telling(lines: Sequence[_Line], longest: int) -> str:
    """Give all lines, or those that tell most, in their order and in at most `longest` units."""
    whole = "\n".join(one.html for one in lines).strip()
    if length(whole) <= longest:
        return whole
    room = longest - len("\n…")
    kept: set[int] = set()
    for at in sorted(range(len(lines)), key=lambda at: (lines[at].rank, at)):
        needed = length(lines[at].html) + len("\n")
        if lines[at].html and needed <= room:
            kept.add(at)
            room -= needed
    if not kept:
        return cut(whole, longest)
    return "\n".join([*(lines[at].html for at in sorted(kept)), "…"])
