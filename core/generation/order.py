"""From what a person typed and gave to an order that a generator has agreed to, or the reason why not."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.errors import BadInput, RouteRefused
from core.generation.given import Given, check_mixture, length_of, of_kind, seconds_for, shape_for
from core.people import CommunityId
from core.records import Order, VideoView
from core.routes import Generator
from core.videos import (
    PROMPT_LONGEST,
    RESTYLES,
    SECONDS_LONGEST,
    SECONDS_SHORTEST,
    TEXT_LONGEST,
    Effect,
    Extras,
    Media,
    Shape,
)


@dataclass(frozen=True)
class Wish:
    """What was typed and chosen; None leaves the choice to what is given, and that of the effect to the words.

    `abstract`: an abstract scene is fine where the words can't be drawn. `start_ms` is where in a clip or sound the
    video begins; `text` is laid over the picture. `begun_in` is the community that it was first uttered in.
    """

    prompt: str = ""
    shape: Shape | None = None
    seconds: int | None = None
    route: str = "motion"
    abstract: bool = False
    effect: Effect | None = None
    text: str = ""
    start_ms: int = 0
    extras: Extras = field(default_factory=Extras)
    begun_in: CommunityId | None = None


def check_words(wish: Wish, *, given: bool) -> None:
    """Check what needs no look at the files, before any of them is read.

    Raises BadInput: prompt_or_picture_needed; prompt_too_long and text_too_long(limit, given), counted after NFC;
    seconds_out_of_range(shortest, longest, given).
    """
    prompt, text = tidy(wish.prompt), tidy(wish.text)
    if not prompt and not given:
        raise BadInput("prompt_or_picture_needed")
    if len(prompt) > PROMPT_LONGEST:
        raise BadInput("prompt_too_long", limit=PROMPT_LONGEST, given=len(prompt))
    if len(text) > TEXT_LONGEST:
        raise BadInput("text_too_long", limit=TEXT_LONGEST, given=len(text))
    if wish.seconds is not None and not SECONDS_SHORTEST <= wish.seconds <= SECONDS_LONGEST:
        raise BadInput("seconds_out_of_range", shortest=SECONDS_SHORTEST, longest=SECONDS_LONGEST, given=wish.seconds)


def order_of(wish: Wish, given: Sequence[Given], *, seed: int, generators: Mapping[str, Generator]) -> Order:
    """Settle what a wish leaves open by what is given, and ask its route whether it can do it.

    Raises BadInput: what `check_words` and `check_mixture` raise; effect_needs_clip and effect_needs_picture(effect);
    start_after_end(start_ms, length_ms).
    Raises RouteRefused: route_unknown(can); cannot_draw(cannot, can).
    """
    check_words(wish, given=bool(given or wish.extras.continues))
    check_mixture(given)
    effect = wish.effect or Effect.NONE
    _check_effect(effect, given)
    length_ms = length_of(given)
    if wish.start_ms and wish.start_ms >= (length_ms or 0):
        raise BadInput("start_after_end", start_ms=wish.start_ms, length_ms=length_ms or 0)
    generator = generators.get(wish.route)
    if generator is None:
        raise RouteRefused("route_unknown", can=tuple(generators))
    order = Order(
        prompt=tidy(wish.prompt),
        shape=wish.shape or shape_for(given),
        seconds=wish.seconds or seconds_for(given, effect, wish.start_ms),
        seed=seed,
        route=wish.route,
        effect=effect,
        text=tidy(wish.text),
        start_ms=wish.start_ms,
        extras=wish.extras,
    )
    answer = generator.check(order, media=tuple(one.media for one in given))
    if not answer.possible and not wish.abstract:
        raise RouteRefused("cannot_draw", cannot=answer.cannot, can=answer.can)
    if wish.effect is None and answer.effect is not Effect.NONE:
        seconds = wish.seconds or seconds_for(given, answer.effect, wish.start_ms)
        return replace(order, effect=answer.effect, seconds=seconds)
    return order


def order_in(view: VideoView) -> Order:
    """Put a video's order together again, as its owner sees it."""
    video = view.video
    return Order(
        prompt=view.prompt,
        shape=video.shape,
        seconds=video.seconds,
        seed=video.seed,
        route=video.route,
        effect=video.effect,
        text=view.text,
        start_ms=video.start_ms,
        extras=view.extras,
    )


def tidy(words: str) -> str:
    """Give words in NFC, without spaces around them."""
    return unicodedata.normalize("NFC", words).strip()


def _check_effect(effect: Effect, given: Sequence[Given]) -> None:
    if effect is Effect.NONE or of_kind(given, Media.CLIP):
        return
    if effect not in RESTYLES:
        raise BadInput("effect_needs_clip", effect=effect)
    if not of_kind(given, Media.PICTURE):
        raise BadInput("effect_needs_picture", effect=effect)
