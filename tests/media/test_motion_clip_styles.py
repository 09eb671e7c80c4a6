"""Cartoon, pencil and paint: each its own look, none of them flickers, and pictures can have them too."""

import cv2
import numpy as np
import pytest

from core.generators.motion.clips.film import Cut, clip_film
from core.generators.motion.effects import effect_of
from core.generators.motion.images import Pixels
from core.generators.motion.lexicon import EFFECTS
from core.generators.motion.restyle import style_of
from core.generators.motion.task import render
from core.videos import RESTYLES, Effect
from core.work import Memory, Work
from tests.fakes.footage import clip, decoded
from tests.media.test_motion_clip_views import SIZE, texture
from tests.media.test_motion_video import photo

STYLES = sorted(RESTYLES, key=lambda one: one.value)
styles = pytest.mark.parametrize("effect", STYLES, ids=[one.value for one in STYLES])


def scene() -> Pixels:
    """Draw a ball before a soft ground, small."""
    picture = cv2.imdecode(np.frombuffer(photo(), np.uint8), cv2.IMREAD_COLOR)
    return np.asarray(cv2.resize(np.asarray(picture), SIZE, interpolation=cv2.INTER_AREA))


def noisy(frames: int, strength: float = 2.5) -> list[Pixels]:
    """Film a still scene with a camera that adds noise."""
    rng = np.random.default_rng(6)
    still = scene().astype(np.float32)
    return [np.clip(still + rng.normal(0, strength, still.shape), 0, 255).astype(np.uint8) for _ in range(frames)]


def flicker(frames: list[Pixels]) -> float:
    """Give how much the pixels of a still scene change from frame to frame, in steps of 1/255."""
    return float(np.abs(np.diff(np.array(frames, np.float32), axis=0)).mean())


def drawn(effect: Effect, picture: Pixels) -> Pixels:
    """Draw one picture in a style."""
    style = style_of(effect, SIZE, np.random.default_rng(1))
    assert style is not None
    return style(picture)


@styles
def test_a_still_scene_does_not_flicker(effect: Effect) -> None:
    """Noise that a camera adds is not made larger by a style: the drawn film changes no more than the clip."""
    given = noisy(20)
    with clip(given) as memory:
        cut = Cut(SIZE, 20, effect=effect)
        film = clip_film(memory, cut, np.random.default_rng(1), lambda _share: None)
        frames = [drawing() for drawing in film.drawings()]
    assert flicker(frames[5:]) < 0.6 * flicker(given)


@styles
def test_a_moving_scene_keeps_its_look(effect: Effect) -> None:
    """A style goes with what moves: drawing a shifted picture is nearly the same as shifting the drawn one."""
    wide = cv2.GaussianBlur(texture(), (0, 0), 2)
    here, there = (drawn(effect, wide[60:240, left : left + 320]).astype(np.float32) for left in (40, 48))
    inner = slice(30, 150)
    apart = float(np.abs(here[inner, 38:268] - there[inner, 30:260]).mean())
    assert apart < 0.5 * float(np.abs(here[inner, 38:268] - here[inner, 30:260]).mean())


def test_each_style_looks_its_own_way() -> None:
    """A cartoon has fewer tones, a pencil drawing no colour, a painting less fine detail; none is the picture."""
    picture = scene()
    made = {effect: drawn(effect, picture) for effect in STYLES}
    for one in made.values():
        assert one.shape == picture.shape
        assert np.abs(one.astype(int) - picture).mean() > 3
    pencil = made[Effect.PENCIL].astype(int)
    assert np.abs(pencil[..., 2] - pencil[..., 0]).max() < 12
    rough = np.clip(np.random.default_rng(3).normal(128, 40, (SIZE[1], SIZE[0], 3)), 0, 255).astype(np.uint8)
    assert drawn(Effect.PAINT, rough).std() < 0.5 * rough.std()


@styles
def test_pictures_and_scenes_can_have_a_style(effect: Effect) -> None:
    """A style changes a video made of a picture, or of words, and nothing else about it."""
    wanted = {"prompt": "sea", "shape": "16:9", "seconds": 1, "seed": 1, "short_side": 90}
    for inputs in ((Memory.of(photo()),), ()):
        plain, styled = (
            render(Work(wanted | {"effect": one.value}, inputs), lambda _share: None) for one in (Effect.NONE, effect)
        )
        frames = [decoded(one.parts["video"])[15].astype(int) for one in (plain, styled)]
        assert np.abs(frames[0] - frames[1]).mean() > 3
        assert plain.facts == styled.facts


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("in slow motion please", Effect.SLOW),
        ("Slow-mo of the jump", Effect.SLOW),
        ("can you stabilise it?", Effect.STABILISE),
        ("make it less shaky", Effect.STABILISE),
        ("my dog as a cartoon", Effect.CARTOON),
        ("like a pencil drawing", Effect.PENCIL),
        ("turn this into an oil painting", Effect.PAINT),
        ("make it longer", Effect.EXTEND),
        ("loop it seamlessly", Effect.EXTEND),
        ("a calm sea at sunset", Effect.NONE),
        ("no slow motion", Effect.NONE),
        ("not a cartoon, a painting", Effect.PAINT),
        ("cartoonists at work", Effect.NONE),
        ("", Effect.NONE),
    ],
)
def test_words_ask_for_an_effect(words: str, effect: Effect) -> None:
    """The first effect that is named and wanted is meant; parts of longer words are none."""
    assert effect_of(words) is effect


def test_each_effect_has_words() -> None:
    """Every effect can be asked for, each by phrases of its own."""
    assert set(EFFECTS) == {effect.value for effect in Effect if effect is not Effect.NONE}
    phrases = [phrase for table in EFFECTS.values() for phrase in table.split()]
    assert len(phrases) == len(set(phrases))
