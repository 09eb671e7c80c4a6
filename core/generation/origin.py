"""What a video is made of, in the words of IPTC's vocabulary of digital sources.

The terms and their meanings: IPTC NewsCodes, Digital Source Type, as of 17 September 2024
(http://cv.iptc.org/newscodes/digitalsourcetype/). C2PA and the EU's code of practice ask for the same values.
"""

from collections.abc import Collection
from enum import Enum

from core.videos import Media

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
NO_MODEL = frozenset({"motion"})
"""Routes by which no trained model makes anything. A route that nobody thought of counts as one by a model."""

_KEPT = frozenset({Media.CLIP, Media.SOUND})
"""Kinds of inputs that go on in the video as they are: a picture is drawn anew by a model, frames and sound stay."""


class Origin(Enum):
    """Where what is seen and heard comes from; values are IPTC's terms."""

    ALGORITHM = "algorithmicMedia"
    """Made purely by an algorithm that is not based on sampled training data."""
    COMPOSITE = "composite"
    """A mix of several elements, any of which may or may not be by generative AI: nobody knows what was given."""
    MODEL = "trainedAlgorithmicMedia"
    """Made by a model that was trained on sampled content."""
    COMPOSITE_WITH_MODEL = "compositeWithTrainedAlgorithmicMedia"
    """What a model made, together with something else."""

    @property
    def uri(self) -> str:
        """The term as credentials and metadata name it."""
        return VOCABULARY + self.value


def origin_of(route: str, media: Collection[Media]) -> Origin:
    """Say what a route makes out of the kinds of inputs that it gets."""
    if route in NO_MODEL:
        return Origin.COMPOSITE if media else Origin.ALGORITHM
    return Origin.COMPOSITE_WITH_MODEL if _KEPT.intersection(media) else Origin.MODEL
