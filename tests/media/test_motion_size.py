"""A video stays below what every chat takes, however long it is and whatever it shows."""

import numpy as np
import pytest

from core.generators.motion.encode import FPS, MOST_BYTES, encode, most_bits_per_s
from core.generators.motion.images import Pixels


def noise(number: int) -> Pixels:
    """Give a frame that can't be compressed: each differs from the last in every pixel."""
    return np.random.default_rng(number).integers(0, 255, (180, 320, 3)).astype(np.uint8)


@pytest.mark.parametrize("seconds", [12, 45])
def test_the_worst_of_videos_stays_below_ten_million_bytes(seconds: int) -> None:
    """Pure noise with a sound stays below 10,000,000 bytes, but uses most of them."""
    sound = np.random.default_rng(1).normal(0, 0.2, (2, seconds * 48_000)).astype(np.float32)
    shown = [noise(number) for number in range(60)]
    with encode(lambda number: shown[number % 60], seconds * FPS, sound, lambda _number, _pixels: None) as video:
        assert 0.6 * MOST_BYTES < video.size_bytes < MOST_BYTES


def test_short_videos_have_the_full_rate_and_long_ones_share_what_there_is() -> None:
    """Up to some ten seconds the rate is the best one; up to a minute it falls so that all fits."""
    rates = [most_bits_per_s(seconds) for seconds in (5, 10, 20, 60)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == most_bits_per_s(1)
    assert all(
        (rate + 160_000) * seconds <= 8 * MOST_BYTES for rate, seconds in zip(rates, (5, 10, 20, 60), strict=True)
    )
