"""The clauses behind an answer: folded into buttons that name them themselves, and unfolded into a message."""

from collections.abc import Iterator

from bots.chat.folded import NAME_LENGTH, folded, unfolded
from bots.chat.reply import Source
from bots.telegram_bot.keyboard import CALLBACK_LONGEST
from bots.telegram_bot.lengths import cut, length
from bots.telegram_bot.words import Words
from bots.texts.say import Say
from knowledge.clauses import clauses
from knowledge.facts import PolicyFacts
from knowledge.wording import words_in

SOURCES = "src:"
"""How the callback_data of such a button begins; a digit follows, which of an answer's buttons it is, then names."""

MOST = (CALLBACK_LONGEST - len(SOURCES) - 1) // NAME_LENGTH
"""How many clauses a button can name."""

_BUTTONS_MOST = 10


def sources_presses(sources: tuple[Source, ...]) -> Iterator[tuple[Say, str]]:
    """Give label and callback_data of each button that it takes to name the clauses of `sources`."""
    for number in range(min(-(-len(sources) // MOST), _BUTTONS_MOST)):
        named = sources[number * MOST : (number + 1) * MOST]
        yield _label(number, len(named), is_all=len(sources) <= MOST), f"{SOURCES}{number}{folded(named)}"


def sources_text(press: str, words: Words, policy: PolicyFacts, page: str | None, longest: int) -> str | None:
    """Write out what a Sources button names, as it reads now, in at most `longest`; None for none of ours.

    `page` is where our papers can be opened in a browser; None where they can't. What is too long is shortened
    clause by clause, the longest first, so that each is there.
    """
    number, names = press[len(SOURCES) :][:1], press[len(SOURCES) + 1 :]
    first = int(number) * MOST + 1 if number in set("0123456789") else 1
    found = unfolded(names, words.language, policy, first)
    if not found:
        return None
    head = f"<b>{words.say(_label(first // MOST, len(found), is_all=first == 1 and len(found) < MOST))}</b>"
    feet = [_foot(one, words, page) for one in found]
    quotes = [words.quote(one.quote) for one in found]
    marks = [f"<b>[{one.number}]</b>" for one in found]
    around = length("\n".join([head, *(f"{mark}\n\n{foot}" for mark, foot in zip(marks, feet, strict=True))]))
    told = [
        f"{mark}\n<blockquote>{quote}</blockquote>\n{foot}"
        for mark, quote, foot in zip(marks, _fitted(quotes, longest - around), feet, strict=True)
    ]
    return "\n".join([head, *told])


def _label(number: int, count: int, *, is_all: bool) -> Say:
    """Name a button: how many clauses there are, or which of them it names where it takes several buttons."""
    if is_all:
        return Say("telegram-sources", {"count": count})
    first = number * MOST + 1
    return Say("telegram-sources-some", {"first": first, "last": first + count - 1})


def _fitted(quotes: list[str], room: int) -> list[str]:
    """Shorten the longest quotes to one length, so that all together fit."""
    lengths = sorted(map(length, quotes))
    most, left = room, room
    for count, one in zip(range(len(lengths), 0, -1), lengths, strict=True):
        most = left // count
        if one > most:
            break
        left -= one
    else:
        return quotes
    return [cut(quote, most) for quote in quotes]


def _foot(one: Source, words: Words, page: str | None) -> str:
    """Say where a clause stands, which version it is, and how sure that is."""
    paper = words_in(words.language).say(f"document-{one.document}")
    clause = clauses().get(f"{one.document}/{one.section}")
    where = words.quote(f"{paper} {one.section}" if clause and clause.numbered else paper)
    if page:
        where = f'<a href="{page}{one.path}">{where}</a>'
    note = words.say(Say("telegram-source", {"version": one.version, "certainty": one.certainty}))
    return f"<i>{where}{note}</i>"
