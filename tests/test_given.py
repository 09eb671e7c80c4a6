"""What follows from the files that a person gives: which go together, and the shape and length of the video."""

from dataclasses import replace

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from core.errors import BadInput
from core.generation.given import Given, check_mixture, seconds_for, shape_for
from core.generation.order import Wish, order_of
from core.routes import Generator
from core.videos import PICTURES_MOST, SECONDS_LONGEST, SECONDS_SHORTEST, Effect, Media, Shape
from core.workers.pool import Workers
from tests.fakes.tiny import Tiny

PICTURE, SOUND = Given(Media.PICTURE, 400, 300), Given(Media.SOUND, duration_ms=7_400)
CLIP = Given(Media.CLIP, 1080, 1920, 8_000)
GENERATORS: dict[str, Generator] = {"motion": Tiny(Workers({}))}


@pytest.mark.parametrize(
    "files",
    [(), (PICTURE,), (PICTURE,) * PICTURES_MOST, (PICTURE, PICTURE, SOUND), (SOUND,), (CLIP,), (CLIP, SOUND)],
    ids=["nothing", "picture", "ten pictures", "pictures and a sound", "sound", "clip", "clip and a sound"],
)
def test_what_goes_together(files: tuple[Given, ...]) -> None:
    """Up to ten pictures with a sound, a clip with a sound, or one of them alone."""
    check_mixture(files)


@pytest.mark.parametrize(
    "files",
    [(PICTURE,) * (PICTURES_MOST + 1), (SOUND, SOUND), (CLIP, CLIP), (CLIP, PICTURE)],
    ids=["eleven pictures", "two sounds", "two clips", "a clip and a picture"],
)
def test_what_does_not_go_together_is_counted_to_whoever_sent_it(files: tuple[Given, ...]) -> None:
    """The refusal counts what was sent."""
    with pytest.raises(BadInput) as refused:
        check_mixture(files)
    assert refused.value.code == "inputs_dont_mix"
    assert refused.value.data["pictures"] == files.count(PICTURE)
    assert refused.value.data["clips"] == files.count(CLIP)


@pytest.mark.parametrize(
    ("files", "effect", "start_ms", "seconds"),
    [
        ((), Effect.NONE, 0, 5),
        ((PICTURE,), Effect.NONE, 0, 5),
        ((PICTURE, PICTURE), Effect.NONE, 0, 5),
        ((PICTURE,) * 8, Effect.NONE, 0, 20),
        ((PICTURE, SOUND), Effect.NONE, 0, 8),
        ((SOUND,), Effect.NONE, 5_000, 3),
        ((CLIP,), Effect.STABILISE, 0, 8),
        ((CLIP,), Effect.SLOW, 2_000, 12),
        ((CLIP,), Effect.EXTEND, 0, 16),
        ((CLIP, SOUND), Effect.NONE, 0, 8),
        ((replace(CLIP, duration_ms=40),), Effect.NONE, 0, 1),
        ((replace(CLIP, duration_ms=59_000),), Effect.SLOW, 0, 60),
    ],
)
def test_a_video_lasts_as_long_as_what_is_given(
    files: tuple[Given, ...], effect: Effect, start_ms: int, seconds: int
) -> None:
    """As long as the clip, else as the sound, from where it begins; as pictures need; 5 seconds otherwise."""
    assert seconds_for(files, effect, start_ms) == seconds


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (1920, 1080, Shape.WIDE),
        (1080, 1920, Shape.TALL),
        (1000, 1000, Shape.SQUARE),
        (4000, 3000, Shape.SQUARE),
        (3000, 2000, Shape.WIDE),
        (640, 10, Shape.WIDE),
    ],
)
def test_the_shape_is_the_nearest_to_what_is_given(width: int, height: int, shape: Shape) -> None:
    """A tall picture becomes a tall video unless another shape is chosen; a sound has none and counts for nothing."""
    assert shape_for((SOUND, Given(Media.PICTURE, width, height))) is shape
    assert shape_for((SOUND,)) is Shape.WIDE


@for_any(
    st.lists(
        st.builds(Given, st.sampled_from(Media), st.integers(0, 4096), st.integers(0, 4096), st.integers(1, 60_000)),
        max_size=12,
    ),
    st.sampled_from(Effect),
    st.integers(0, 70_000),
)
def test_whatever_is_given_the_length_is_one_that_can_be_made(
    files: list[Given], effect: Effect, start_ms: int
) -> None:
    """The length that follows from files is always between the shortest and the longest."""
    assert SECONDS_SHORTEST <= seconds_for(files, effect, start_ms) <= SECONDS_LONGEST


@pytest.mark.parametrize(
    ("wish", "files", "code"),
    [
        (Wish("a calm sea", effect=Effect.SLOW), (), "effect_needs_clip"),
        (Wish(effect=Effect.EXTEND), (PICTURE,), "effect_needs_clip"),
        (Wish("a calm sea", effect=Effect.PENCIL), (), "effect_needs_picture"),
        (Wish(start_ms=8_000), (CLIP,), "start_after_end"),
        (Wish("a calm sea", start_ms=1_000), (), "start_after_end"),
        (Wish(text="x" * 201), (PICTURE,), "text_too_long"),
    ],
)
def test_choices_that_do_not_fit_what_is_given_are_refused(wish: Wish, files: tuple[Given, ...], code: str) -> None:
    """An effect needs what it is done to, and a beginning lies before the end."""
    with pytest.raises(BadInput) as refused:
        order_of(wish, files, seed=1, generators=GENERATORS)
    assert refused.value.code == code


def test_with_a_sound_words_that_cannot_be_drawn_are_left_out() -> None:
    """A voice with words that no scene has becomes a scene that moves with it."""
    order = order_of(Wish("two marmosets sign a contract"), (SOUND,), seed=1, generators=GENERATORS)
    assert (order.seconds, order.shape) == (8, Shape.WIDE)
