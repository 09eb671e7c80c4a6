"""What a person gave with a wish: which files go together, and what follows from them for shape and length."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import BadInput
from core.videos import PICTURES_MOST, SECONDS_LONGEST, SECONDS_SHORTEST, Asset, Effect, Media, Shape

SECONDS_USUAL = 5
SECONDS_A_PICTURE = 2.5
"""How long each picture of a sequence is shown, unless a length is chosen."""

LENGTHENED = 2
"""How many times its own length a clip lasts in slow motion, or extended, unless a length is chosen."""

_SECOND_MS = 1000
_SIDES = {Shape.WIDE: (16, 9), Shape.TALL: (9, 16), Shape.SQUARE: (1, 1)}


@dataclass(frozen=True)
class Given:
    """The facts of one input. Width and height in pixels, 0 for a sound."""

    media: Media
    width: int = 0
    height: int = 0
    duration_ms: int | None = None

    @classmethod
    def of(cls, asset: Asset) -> "Given":
        """Give those of an input that is kept."""
        return cls(asset.media, asset.width, asset.height, asset.duration_ms)


def of_kind(given: Sequence[Given], media: Media) -> list[Given]:
    """Give the inputs of one kind."""
    return [one for one in given if one.media is media]


def check_mixture(given: Sequence[Given]) -> None:
    """Let through up to ten pictures and a sound, a clip and a sound, or one of them.

    Raises BadInput("inputs_dont_mix", pictures, sounds, clips, limit).
    """
    pictures, sounds, clips = (len(of_kind(given, media)) for media in (Media.PICTURE, Media.SOUND, Media.CLIP))
    if pictures > PICTURES_MOST or sounds > 1 or clips > 1 or (clips and pictures):
        raise BadInput("inputs_dont_mix", pictures=pictures, sounds=sounds, clips=clips, limit=PICTURES_MOST)


def room_for(given: Sequence[Given]) -> dict[Media, int]:
    """Give how many more of each kind go together with what is there; of pictures and a clip only one or the other."""
    pictures, sounds, clips = (len(of_kind(given, media)) for media in (Media.PICTURE, Media.SOUND, Media.CLIP))
    return {
        Media.PICTURE: 0 if clips else PICTURES_MOST - pictures,
        Media.CLIP: 0 if clips or pictures else 1,
        Media.SOUND: 1 - sounds,
    }


def length_of(given: Sequence[Given]) -> int | None:
    """Give how long the clip is, or else the sound, in milliseconds; None for neither."""
    timed = [*of_kind(given, Media.CLIP), *of_kind(given, Media.SOUND)]
    return timed[0].duration_ms if timed else None


def seconds_for(given: Sequence[Given], effect: Effect, start_ms: int) -> int:
    """Give the length of the video in whole seconds: what clip or sound last, or what pictures need."""
    length_ms = length_of(given)
    if length_ms is None:
        pictures = len(of_kind(given, Media.PICTURE))
        return max(SECONDS_USUAL, math.ceil(pictures * SECONDS_A_PICTURE) if pictures > 1 else 0)
    times = LENGTHENED if effect in {Effect.SLOW, Effect.EXTEND} and of_kind(given, Media.CLIP) else 1
    seconds = math.ceil((length_ms - start_ms) * times / _SECOND_MS)
    return min(SECONDS_LONGEST, max(SECONDS_SHORTEST, seconds))


def shape_for(given: Sequence[Given]) -> Shape:
    """Give the shape nearest to the clip or the first picture; wide for neither."""
    seen = [one for one in given if one.width and one.height]
    if not seen:
        return Shape.WIDE
    own = math.log(seen[0].width / seen[0].height)
    return min(_SIDES, key=lambda shape: abs(math.log(_SIDES[shape][0] / _SIDES[shape][1]) - own))
