"""From a person's words to an effect: "in slow motion", "stabilise it", "as a cartoon"."""

import re

from core.generators.motion.lexicon import EFFECTS
from core.videos import Effect

_PHRASES = {phrase.replace("_", " "): Effect(code) for code, phrases in EFFECTS.items() for phrase in phrases.split()}
_ANY = re.compile(
    r"(?<!\w)(?P<not>(?:no|not|without|don't) )?(?:(?:a|an|the) )?(?P<phrase>"
    + "|".join(sorted(map(re.escape, _PHRASES), key=len, reverse=True))
    + r")(?!\w)"
)


def effect_of(prompt: str) -> Effect:
    """Give the effect that is asked for first, the longest phrase counting; NONE for none, or one that isn't wanted."""
    words = " ".join(prompt.lower().replace("-", " ").split())
    found = (_PHRASES[match["phrase"]] for match in _ANY.finditer(words) if not match["not"])
    return next(found, Effect.NONE)
