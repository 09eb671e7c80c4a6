"""From a person's words to an effect: "in slow motion", "stabilise it", "en cámara lenta", "慢动作"."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.generators.motion.lexicon import EFFECTS
from core.generators.motion.phrases import ENGLISH, folded, languages, lexicon_file
from core.videos import RESTYLES, Effect, Media

_NOT = "no not without don't sin sem não nao без не не_нужно the".replace("_", " ").split()
"""Before a phrase, these say that it isn't wanted; "the painting" is one that is in the picture already."""

_NOT_IN_CHINESE = "不要 不用 没有 无需 别"


@dataclass(frozen=True)
class Asked:
    """An effect that words ask for, and the words that do, folded."""

    effect: Effect = Effect.NONE
    words: frozenset[str] = frozenset()


def effect_of(prompt: str) -> Effect:
    """Give the effect that is asked for first, the longest phrase counting; NONE for none, or one that isn't wanted."""
    return next(_asked(prompt), Asked()).effect


def effect_on(prompt: str, media: Collection[Media]) -> Asked:
    """Give the first effect that words ask for and that can be done to what is given."""
    if Media.CLIP in media:
        return next(_asked(prompt), Asked())
    styles = (one for one in _asked(prompt) if one.effect in RESTYLES and Media.PICTURE in media)
    return next(styles, Asked())


def _asked(prompt: str) -> Iterator[Asked]:
    phrases, anywhere = _known()
    for match in anywhere.finditer(" ".join(folded(prompt).replace("-", " ").split())):
        if match["not"] or match["unwanted"]:
            continue
        found = match["phrase"] or match["han"]
        code = phrases.get(found) or next(code for stem, code in phrases.items() if _is_of(found, stem))
        yield Asked(Effect(code), frozenset({found, *found.split()}))


def _is_of(word: str, stem: str) -> bool:
    return stem.endswith("*") and word.startswith(stem[:-1])


@cache
def _known() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Give the code of each phrase of every language, and what finds them; a Chinese one needs no space around it."""
    phrases = {phrase: code for table in _tables() for code, many in table.items() for phrase in _split(many)}
    longest = sorted(phrases, key=len, reverse=True)
    spaced = "|".join(_pattern(one) for one in longest if not _is_han(one))
    han = "|".join(re.escape(one) for one in longest if _is_han(one))
    nots = "|".join(sorted(map(re.escape, map(folded, _NOT)), key=len, reverse=True))
    unwanted = "|".join(_NOT_IN_CHINESE.split())
    return phrases, re.compile(
        rf"(?<!\w)(?P<not>(?:{nots}) )?(?:(?:an?|una?|uma?) )?(?P<phrase>{spaced})(?!\w)"
        rf"|(?P<unwanted>{unwanted})?(?P<han>{han})"
    )


def _tables() -> Iterator[Mapping[str, str]]:
    yield EFFECTS
    for language in languages():
        if language != ENGLISH:
            yield tomllib.loads(lexicon_file(language).read_text("utf-8"))["effect"]


def _split(many: str) -> list[str]:
    return [folded(one.replace("_", " ")) for one in many.split()]


def _pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*")


def _is_han(phrase: str) -> bool:
    return "\u3400" <= phrase[0] <= "\u9fff"
