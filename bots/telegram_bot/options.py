"""Reads what stands behind a command: options by their names, or in their order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bots.chat.command import Command, Option, VideoRef
from core.errors import BadInput

_QUOTES = {'"': '"', "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}", "\u00ab": "\u00bb"}
_CALLED = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?:\s+|$)")


@dataclass(frozen=True)
class Called:
    """A command as it was typed: its name, whose it is ("" for anybody's), and what stands behind it."""

    name: str
    bot: str
    rest: str


def called(text: str) -> Called | None:
    """Read "/name@bot and more"; None for what is no command."""
    found = _CALLED.match(text)
    return Called(found[1].lower(), found[2] or "", text[found.end() :].strip()) if found else None


def options_of(command: Command, text: str) -> dict[str, object]:
    """Turn what was typed into typed options: "name: value" or "name=value" anywhere, the rest in the options' order.

    The first option takes all words that have no name; a video takes one word, or several in quotation marks, where
    another option follows. A number or a choice is one word: what stands behind it goes on with the words before.
    Raises BadInput: option_unknown(command, option), option_malformed(option).
    """
    options = {option.name: option for option in command.options() if not option.is_upload and not option.is_person}
    alone, named = _divided(text, options)
    given = _in_order(alone, [one for one in options.values() if one.name not in named]) | named
    if alone and not options:
        raise BadInput("option_unknown", command=command.name, option=alone[:32])
    return {name: options[name].typed(value) for name, value in given.items() if value}


def _divided(text: str, options: Mapping[str, Option]) -> tuple[str, dict[str, str]]:
    """Split into what has no name and what has one."""
    if not options:
        return text.strip(), {}
    names = "|".join(sorted(map(re.escape, options), key=len, reverse=True))
    pieces = re.split(rf"(?:^|\s)({names})\s*[:=]\s*", text)
    words, current = {"": pieces[0].strip()}, ""
    for name, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if options[name].is_one_word:
            words[name], rest = _first_word(value.strip())
            words[current] = f"{words[current]} {rest}".strip()
        else:
            words[name], current = value.strip(), name
    return words.pop(""), {name: _unquoted(value) for name, value in words.items()}


def _in_order(text: str, options: Sequence[Option]) -> dict[str, str]:
    if not text or not options:
        return {}
    first, *others = options
    if first.plain_kind is not VideoRef or not others:
        return {first.name: _unquoted(text)}
    video, rest = _first_word(text)
    return {first.name: video} | _in_order(rest, others)


def _first_word(text: str) -> tuple[str, str]:
    """Split off one word, or what stands in quotation marks."""
    closing = _QUOTES.get(text[:1])
    end = text.find(closing, 1) if closing else -1
    if end > 0:
        return text[1:end], text[end + 1 :].strip()
    word, _, rest = text.partition(" ")
    return word, rest.strip()


def _unquoted(text: str) -> str:
    tidy = text.strip()
    if len(tidy) > 1 and _QUOTES.get(tidy[0]) == tidy[-1]:
        return tidy[1:-1]
    return tidy
