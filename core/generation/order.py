"""From what a person typed to an order that a generator has agreed to, or the reason why not."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import BadInput, RouteRefused
from core.ports import Generator
from core.records import Order
from core.videos import PROMPT_LONGEST, SECONDS_LONGEST, SECONDS_SHORTEST, Shape

SECONDS_USUAL = 5


@dataclass(frozen=True)
class Wish:
    """What was typed and chosen. `abstract`: an abstract scene is fine where the words can't be drawn."""

    prompt: str = ""
    shape: Shape = Shape.WIDE
    seconds: int = SECONDS_USUAL
    route: str = "motion"
    abstract: bool = False


def order_of(wish: Wish, *, has_picture: bool, seed: int, generators: Mapping[str, Generator]) -> Order:
    """Check a wish and ask its route whether it can do it.

    Raises BadInput: prompt_or_picture_needed; prompt_too_long(limit, given), counted after NFC;
    seconds_out_of_range(shortest, longest, given).
    Raises RouteRefused: route_unknown(can); cannot_draw(cannot, can).
    """
    prompt = unicodedata.normalize("NFC", wish.prompt).strip()
    if not prompt and not has_picture:
        raise BadInput("prompt_or_picture_needed")
    if len(prompt) > PROMPT_LONGEST:
        raise BadInput("prompt_too_long", limit=PROMPT_LONGEST, given=len(prompt))
    if not SECONDS_SHORTEST <= wish.seconds <= SECONDS_LONGEST:
        raise BadInput("seconds_out_of_range", shortest=SECONDS_SHORTEST, longest=SECONDS_LONGEST, given=wish.seconds)
    generator = generators.get(wish.route)
    if generator is None:
        raise RouteRefused("route_unknown", can=tuple(generators))
    order = Order(prompt, wish.shape, wish.seconds, seed, wish.route)
    answer = generator.check(order, has_picture=has_picture)
    if not answer.possible and not wish.abstract:
        raise RouteRefused("cannot_draw", cannot=answer.cannot, can=answer.can)
    return order
