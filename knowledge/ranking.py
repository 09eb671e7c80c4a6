"""Ranks passages by a tiny logistic regression over what is known of each when a question comes.

Its weights are data (knowledge/minilm/ranking.toml), trained with one policy left out each time: that file and
docs/decisions/0081-retrieval.md say on what, and what it gains.
"""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Weights:
    """What each feature adds to the log-odds that a passage answers; `letters` is the n-grams' share in nearness."""

    letters: float
    nearness: float
    topics: float


@lru_cache
def shipped() -> Weights:
    """Read the weights that are shipped."""
    return Weights(**tomllib.loads((Path(__file__).parent / "minilm" / "ranking.toml").read_text("utf-8")))


def nearness(cosines: Numbers, letters: Numbers, share: float) -> Numbers:
    """Join nearness in meaning and in letters, each as its distance from the passages' mean."""
    return _distances(cosines) + share * _distances(letters)


def shared(asked: Collection[str], topics: Sequence[Collection[str]]) -> Numbers:
    """Say of each passage whether it speaks of a topic that is asked about: 1 or 0."""
    return np.array([float(not set(asked).isdisjoint(one)) for one in topics])


def scored(cosines: Numbers, letters: Numbers, topics: Numbers, by: Weights) -> Numbers:
    """Give each passage a score from 0.0 to 1.0, the higher the better it may answer.

    The best one's score is its own nearness, in meaning and letters alike, so that scores of different questions can
    be compared; those of the others fall off by their odds.
    """
    odds = by.nearness * nearness(cosines, letters, by.letters) + by.topics * topics
    best = int(odds.argmax())
    top = min(max((cosines[best] + letters[best]) / 2, 0.0), 1.0)
    found: Numbers = top * np.exp(odds - odds[best])
    return found


def _distances(of: Numbers) -> Numbers:
    spread = of.std()
    found: Numbers = (of - of.mean()) / (spread or 1.0)
    return found
