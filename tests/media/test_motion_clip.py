"""A clip becomes a video: cut where it was asked, at any rate of frames, with its own sound or another."""

from itertools import pairwise

import numpy as np
import pytest

from core.generators.motion.clips.film import Cut, clip_film
from core.generators.motion.clips.reel import Reel, clip_of
from core.generators.motion.clips.sound import sound_of
from core.generators.motion.encode import FPS, SOUND_RATE_HZ, Sound
from core.generators.motion.images import Pixels
from core.generators.motion.task import render
from core.videos import Effect
from core.work import Memory, Product, Refusal, Work
from tests.fakes.footage import clip, decoded, tone

SIZE = (160, 90)
STEP = 4
"""Levels of grey between two frames of `counted`."""


def counted(frames: int) -> list[Pixels]:
    """Draw frames that can be told apart: each a little brighter than the one before."""
    return [np.full((90, 160, 3), 20 + STEP * number, np.uint8) for number in range(frames)]


def shown(given: Memory, frames: int, start_s: float = 0.0, effect: Effect = Effect.NONE) -> list[float]:
    """Give which frames of `counted` a film shows, by their grey."""
    film = clip_film(given, Cut(SIZE, frames, start_s, effect), np.random.default_rng(1), lambda _share: None)
    return [(float(drawing().mean()) - 20) / STEP for drawing in film.drawings()]


def video(given: Memory, *others: Memory, media: tuple[str, ...] = (), **parameters: object) -> Product:
    """Render a small video of a clip."""
    wanted = {"prompt": "", "shape": "16:9", "seconds": 1, "seed": 2, "short_side": 90, "media": ["video/mp4", *media]}
    return render(Work(wanted | parameters, (given, *others)), lambda _share: None)


def heard(product: Product) -> Sound:
    """Decode a product's sound."""
    sound = sound_of(product.parts["video"])
    assert sound is not None
    return sound


def pitch_hz(sound: Sound) -> float:
    """Give the strongest frequency."""
    power = np.abs(np.fft.rfft(sound[0] * np.hanning(sound.shape[1])))
    return float(power.argmax() * SOUND_RATE_HZ / sound.shape[1])


@pytest.mark.parametrize("fps", [10.0, 24.0, 25.0, 30.0, 50.0, 60.0, 240.0])
def test_any_rate_is_shown_at_thirty_a_second_without_drifting(fps: float) -> None:
    """At each thirtieth of a second stands the frame that was on screen then, for any rate, to the end."""
    frames = min(50, round(fps * 0.8))
    with clip(counted(frames), fps=fps) as given:
        numbers = shown(given, 60)
    assert len(numbers) == pytest.approx(frames / fps * FPS, abs=1)
    for place, number in enumerate(numbers):
        assert -1.1 <= number - place / FPS * fps <= 0.01 * fps + 0.3


def test_a_variable_rate_keeps_its_times() -> None:
    """A frame that stood still for a second stands still for a second, and quick ones stay quick."""
    times = [0.0, 0.1, 1.1, 1.2, 1.3]
    with clip(counted(5), times_s=times) as given:
        numbers = np.round(shown(given, 60))
    assert [int((numbers == number).sum()) for number in range(4)] == pytest.approx([3, 30, 3, 3], abs=1)


def test_trim_begins_where_it_was_asked() -> None:
    """The video starts at `start_s` and is as long as was asked, or as there is clip."""
    with clip(counted(45)) as given:
        part, rest = shown(given, 15, start_s=0.5), shown(given, 300, start_s=1.0)
    assert np.round(part).tolist() == list(range(15, 30))
    assert np.round(rest).tolist() == list(range(30, 45))


def test_a_start_past_the_end_is_refused_with_the_length() -> None:
    """It says how long the clip is."""
    with clip(counted(30)) as given, pytest.raises(Refusal) as refusal:
        shown(given, 15, start_s=1.5)
    assert (refusal.value.code, refusal.value.data) == ("start_past_end", {"length_s": 1.0})


@pytest.mark.parametrize("content", [b"", b"x" * 5000], ids=["empty", "foreign"])
def test_a_clip_that_is_none_is_refused(content: bytes) -> None:
    """Empty and foreign bytes are refused with a code."""
    with Memory.of(content) as given, pytest.raises(Refusal) as refusal:
        video(given)
    assert refusal.value.code == "clip_unreadable"


def test_frames_are_read_in_any_order_and_few_are_held() -> None:
    """Forwards, backwards and to and fro, the same frame comes out; no more than a few are in memory."""
    with clip(counted(50)) as given, Reel(clip_of(given), SIZE) as reel:
        order = [*range(0, 50, 7), *range(49, -1, -1), 3, 40, 4, 41]
        assert [round((float(reel.at(number).mean()) - 20) / STEP) for number in order] == order
        assert len(reel._held) <= 48  # noqa: SLF001 - the promise is about what is held


def test_its_own_sound_is_cut_with_it_and_fades() -> None:
    """What is heard belongs to what is seen, is exactly as long, and begins and ends softly."""
    sound = np.concatenate([tone(1.0, 300.0), tone(1.0, 900.0)], axis=1)
    with clip(counted(50) + counted(10), sound=sound) as given:
        product = video(given, start_ms=1000)
    cut = heard(product)
    assert cut.shape[1] == pytest.approx(SOUND_RATE_HZ, abs=2 * 1024)
    assert pitch_hz(cut[:, 4800:43200]) == pytest.approx(900, abs=5)
    assert np.abs(cut[:, :200]).max() < 0.25
    assert np.abs(cut[:, SOUND_RATE_HZ - 300 : SOUND_RATE_HZ]).max() < 0.1


def test_another_sound_replaces_its_own() -> None:
    """A sound given with the clip is heard in place of the clip's."""
    with clip(counted(30), sound=tone(1.0, 300.0)) as given, clip(counted(2), sound=tone(1.0, 1200.0)) as other:
        product = video(given, other, media=("audio/flac",))
    assert pitch_hz(heard(product)[:, 4800:43200]) == pytest.approx(1200, abs=5)


def test_a_silent_clip_stays_silent() -> None:
    """No sound is made up for a clip that has none."""
    with clip(counted(30)) as given:
        assert sound_of(video(given).parts["video"]) is None


def test_progress_grows_to_one_also_while_looking() -> None:
    """The look at the clip has a share of the progress; it never falls and ends at 1."""
    shares: list[float] = []
    wanted = {"prompt": "", "shape": "9:16", "seconds": 1, "seed": 2, "short_side": 90, "effect": "stabilise"}
    with clip(counted(30)) as given:
        render(Work(wanted | {"media": ["video/mp4"]}, (given,)), shares.append)
    assert shares == sorted(shares)
    assert len([share for share in shares if share < 0.3]) > 20
    assert shares[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("effect", list(Effect))
def test_the_same_seed_gives_the_same_bytes(effect: Effect) -> None:
    """Each effect repeats to the byte, and gives a video, a poster and a preview."""
    with clip(counted(20), sound=tone(0.7)) as given:
        first, again = (video(given, effect=effect.value) for _ in range(2))
    assert set(first.parts) == {"video", "poster", "preview"}
    assert [first.parts[part].read() for part in first.parts] == [again.parts[part].read() for part in again.parts]
    assert first.facts["scene"] == "clip"
    assert len(decoded(first.parts["video"])) == first.facts["frames"]


def test_colours_are_read_as_they_are() -> None:
    """What is drawn of a clip has its colours within 2 steps of 255; encoding it again is not measured here."""
    colours = np.zeros((90, 160, 3), np.uint8)
    for place, colour in enumerate([(200, 60, 40), (40, 190, 60), (50, 70, 210), (120, 120, 120)]):
        colours[:, place * 40 : place * 40 + 40] = colour
    with clip([colours] * 30) as given:
        film = clip_film(given, Cut(SIZE, 30), np.random.default_rng(1), lambda _share: None)
        last = [drawing() for drawing in film.drawings()][-1]
    for place in range(4):
        middle = (slice(20, 70), slice(place * 40 + 10, place * 40 + 30))
        assert np.abs(last[middle].mean((0, 1)) - colours[middle].mean((0, 1))).max() <= 2


def test_neighbours_differ_as_the_clip_does() -> None:
    """No frame is left out or shown twice at the clip's own rate."""
    with clip(counted(40)) as given:
        numbers = shown(given, 40)
    assert [round(after - before) for before, after in pairwise(numbers)] == [1] * 39
