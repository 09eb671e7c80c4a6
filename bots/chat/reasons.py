"""Why something isn't shown, in words: one set, for who decides and for whose it is."""

from bots.texts.say import Say
from core.publications import Why

_NO_CHOICE = frozenset({"deleted_there", "held", "banned"})
"""Reasons that nobody picks: a post that was deleted on its platform, a hold, and a ban."""

_KNOWN = frozenset({one.value for one in Why}) | _NO_CHOICE


def reason_of(why: str | None) -> Say:
    """Give the words of a reason; those of "something else" for what none of them says."""
    return Say(f"why-{why if why in _KNOWN else Why.OTHER.value}")
