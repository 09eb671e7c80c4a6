"""The clauses behind an answer: folded into one button that names them itself, and unfolded into a message."""

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
"""How the callback_data of such a button begins."""

MOST = (CALLBACK_LONGEST - len(SOURCES)) // NAME_LENGTH
"""How many clauses a button can name."""


def sources_press(sources: tuple[Source, ...]) -> str:
    """Give the callback_data that names the clauses of `sources`, as many as it holds."""
    return SOURCES + folded(sources[:MOST])


def sources_text(press: str, words: Words, policy: PolicyFacts, page: str | None, longest: int) -> str | None:
    """Write out what a Sources button names, as it reads now, in at most `longest`; None for none of ours.

    `page` is where our papers can be opened in a browser; None where they can't. What is too long is shortened
    clause by clause, the longest first, so that each is there.
    """
    found = unfolded(press.removeprefix(SOURCES), words.language, policy)
    if not found:
        return None
    head = f"<b>{words.say(Say('telegram-sources', {'count': len(found)}))}</b>"
    feet = [_foot(one, words, page) for one in found]
    quotes = [words.quote(one.quote) for one in found]
    room = (
        longest
        - length(head)
        - sum(length(foot) + len(f"[{one.number}]") + 4 for one, foot in zip(found, feet, strict=True))
    )
    told = [
        f"<b>[{one.number}]</b>\n<blockquote>{quote}</blockquote>{foot}"
        for one, quote, foot in zip(found, _fitted(quotes, room), feet, strict=True)
    ]
    return "\n".join([head, *told])


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
