"""What the person who runs the machine reads: one line for each operator error, and the command line's own words."""

from functools import cache

from fluent.runtime import FluentBundle

from bots.texts.lookup import HERE, load, write
from core.errors import OperatorError


def sentence(error: OperatorError) -> str:
    """Say in one line what is wrong and what mends it."""
    return line(f"operator-{error.code}", **error.data)


def line(key: str, /, **values: object) -> str:
    """Write a line of operator.ftl. Raises TextMissing for a key or a value that isn't there."""
    given = {name: one if isinstance(one, int | float) else str(one) for name, one in values.items()}
    return write(_bundle(), key, given)


@cache
def _bundle() -> FluentBundle:
    return load(HERE / "operator.ftl", "en")
