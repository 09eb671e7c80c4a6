"""Draws replies as Discord shows them: words, overflow in embeds, buttons in rows, and what comes in a second step."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import assert_never
from uuid import UUID

import discord

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
    Source,
    Sources,
    Text,
)
from bots.discord_bot import rows, sources
from bots.discord_bot.lengths import cut, split
from bots.discord_bot.words import Words
from bots.texts.say import CommandName, Say
from core.videos import VideoId
from knowledge.clauses import clauses
from knowledge.facts import PolicyFacts
from knowledge.wording import words_in

CONTENT_LONGEST = 2000
EMBED_LONGEST = 4096
EMBEDS_LONGEST = 6000
URL_LONGEST = 512
STEP = 0.25
FILE = "file:"
"""How the custom_id of a button begins that hands over a file: the id of the asset follows."""

_ASSET = re.compile(r"/assets/([0-9a-f-]{36})\?download")
_RECEIPT = re.compile(r"/receipt/([0-9a-f-]{36})")
_ONCE = "/v/"
_FIELDS_FEW = 3


@dataclass(frozen=True)
class Drawn:
    """A reply as Discord takes it.

    `media` is put in by a second step and `receipt` names the video whose signed receipt goes along as a file; `form`
    is there where the first response must be a modal. `steps_at` is how far something is, in steps of a quarter, None
    without a share; `has_progress` says that there is more to come. `picture` is the blurred poster that goes along.
    """

    content: str
    embeds: tuple[discord.Embed, ...]
    view: discord.ui.View
    media: Media | None = None
    form: Form | None = None
    receipt: VideoId | None = None
    steps_at: float | None = None
    has_progress: bool = False
    picture: Picture | None = None


def draw(reply: Reply, speaker: Words, public_url: str | None, roles: Collection[str] | None = None) -> Drawn:
    """Draw a reply. `public_url` is where our pages are, without a slash at its end; None where there are none.

    `roles` are the ids of all roles of the server, None where they aren't known: a picker marks what is chosen by them.

    Raises ValueError for more buttons than Discord has room for, and for a choice of more than 25.
    """
    sheet = _Sheet(speaker, public_url, roles)
    for part in reply.parts:
        sheet.add(part)
    return sheet.drawn()


def sources_of(custom_id: str, words: Words, policy: PolicyFacts, public_url: str | None = None) -> Drawn | None:
    """Unfold the clauses that a Sources button names, as they read now; None for what names none of ours."""
    found = sources.unfolded(custom_id, words.language, policy)
    if not found:
        return None
    told = "\n".join(_source(one, words, public_url) for one in found)
    content = words.say(Say("discord-sources", {"count": len(found)}))
    return Drawn(f"**{content}**", _embedded(told), rows.Rows([]))


def steps(share: float | None) -> float | None:
    """Round a share down to quarters; what is done keeps three of them until it is seen to be done."""
    return None if share is None else min(max(share, 0.0) // STEP * STEP, 1 - STEP)


@dataclass
class _Sheet:
    """A reply while it is drawn, part by part. `loose` are buttons that may stand in another row."""

    words: Words
    public_url: str | None
    roles: Collection[str] | None
    lines: list[str] = field(default_factory=list)
    laid: list[rows.Row] = field(default_factory=list)
    loose: rows.Row = field(default_factory=list)
    without_page: list[Say] = field(default_factory=list)
    asked: bool = False
    media: Media | None = None
    form: Form | None = None
    receipt: VideoId | None = None
    steps_at: float | None = None
    has_progress: bool = False
    picture: Picture | None = None
    numbers: Iterator[int] = field(default_factory=count)

    def add(self, part: Part) -> None:  # noqa: C901 - one case a part
        match part:
            case Text():
                self.lines.append(self.words.say(part.say) if part.say else self.words.quote(part.plain))
            case Fields():
                self._add_fields(part)
            case Media():
                self.media = self.media or part
            case Picture():
                self.picture = self.picture or part
                self.lines.append("-# " + self.words.say(part.alt))
            case Progress():
                self._add_progress(part)
            case Buttons():
                self._add_row([rows.button(one, self.words) for one in part.buttons])
            case Choice():
                self._ask(part.say, rows.choice(part, next(self.numbers), self.words))
            case Pick():
                self._ask(part.say, rows.pick(part, self.words, self.roles))
            case Form():
                self.form = self.form or part
            case Link():
                self._add_link(part)
            case Sources():
                label = self.words.label(Say("discord-sources", {"count": len(part.sources)}))
                self.loose.append(rows.pressed(label, sources.folded(part.sources)))
            case _:
                assert_never(part)

    def drawn(self) -> Drawn:
        """Put everything together."""
        if self.without_page:
            pages = tuple(self.without_page)
            self.lines.append(
                "-# " + self.words.say(Say("discord-page-none", {"pages": pages, "ask": CommandName("ask")}))
            )
        content, more = split("\n".join(self.lines).strip() or self._least(), CONTENT_LONGEST)
        view = rows.Rows([*self.laid, self.loose])
        return Drawn(
            content,
            _embedded(more),
            view,
            self.media,
            self.form,
            self.receipt,
            self.steps_at,
            has_progress=self.has_progress,
            picture=self.picture,
        )

    def _least(self) -> str:
        """Say something where nothing but things to press was answered: no message may be empty."""
        say = self.form.title if self.form else self.media.alt if self.media else Say("discord-choose")
        return self.words.say(say)

    def _add_fields(self, part: Fields) -> None:
        if len(part.fields) > _FIELDS_FEW and self.lines:
            self.lines.append("")
        self.lines += [self.words.line(one) for one in part.fields]

    def _add_progress(self, part: Progress) -> None:
        """Tell progress in quarters, so that words and steps agree."""
        self.has_progress, self.steps_at = True, steps(part.share)
        say = part.say
        if say.key == "progress-share" and self.steps_at is not None:
            percent = round(self.steps_at * 100)
            say = Say("progress-share", {"percent": percent}) if percent else Say("progress-begin")
        self.lines.append(self.words.say(say))

    def _add_row(self, row: rows.Row) -> None:
        if len(self.loose) + len(row) <= rows.ROW_WIDTH:
            row, self.loose = [*self.loose, *row], []
        self.laid.append(row)

    def _ask(self, say: Say, row: rows.Row) -> None:
        if self.lines and not self.asked:
            self.lines.append("")
        self.asked = True
        self.lines.append(self.words.say(say))
        self.laid.append(row)

    def _add_link(self, part: Link) -> None:
        label = self.words.label(part.label)
        if found := _ASSET.fullmatch(part.path):
            self.loose.append(rows.pressed(label, f"{FILE}{found[1]}"))
        elif found := _RECEIPT.fullmatch(part.path):
            self.receipt = VideoId(UUID(found[1]))
        elif self.public_url and len(self.public_url + part.path) <= URL_LONGEST:
            self.loose.append(rows.linked(label, self.public_url + part.path))
        elif part.path.startswith(_ONCE):
            self.lines.append(self.words.say(Say("discord-link-none", {"settings": CommandName("settings")})))
        else:
            self.without_page.append(part.label)


def _source(one: Source, words: Words, public_url: str | None) -> str:
    """Write what a clause says, and in small print where it stands."""
    paper = words_in(words.language).say(f"document-{one.document}")
    clause = clauses().get(f"{one.document}/{one.section}")
    where = words.quote(f"{paper} {one.section}" if clause and clause.numbered else paper)
    if public_url:
        where = f"[{where}](<{public_url}{one.path}>)"
    note = words.say(Say("discord-source", {"version": one.version, "certainty": one.certainty}))
    return f"**[{one.number}]** {words.quote(one.quote)}\n-# {where}{note}"


def _embedded(text: str) -> tuple[discord.Embed, ...]:
    """Put words into as few embeds as take them; what no message holds is cut."""
    left, embeds = EMBEDS_LONGEST, []
    while text and left:
        room = min(left, EMBED_LONGEST)
        said, text = split(text, room) if left > room else (cut(text, room), "")
        embeds.append(discord.Embed(description=said))
        left -= room
    return tuple(embeds)
