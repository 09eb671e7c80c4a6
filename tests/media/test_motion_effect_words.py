"""Effects asked for by words, in each language: heard, done to what is given, and not told as left out."""

import pytest

from core.generation.given import Given
from core.generation.order import Wish, order_of
from core.generators.motion.effects import effect_of
from core.generators.motion.route import Motion
from core.records import Order
from core.videos import Effect, Media, Shape
from core.workers.pool import Workers

MOTION = Motion(Workers({}))
CLIP, PICTURE = Given(Media.CLIP, 1080, 1920, 8_000), Given(Media.PICTURE, 400, 300)


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("mi perro en cámara lenta", Effect.SLOW),
        ("cachorro em câmera lenta", Effect.SLOW),
        ("把这段做成慢动作", Effect.SLOW),
        ("замедленная съёмка прыжка", Effect.SLOW),
        ("Сделай замедленную съемку", Effect.SLOW),
        ("estabiliza el video", Effect.STABILISE),
        ("estabilize o vídeo", Effect.STABILISE),
        ("请帮我防抖", Effect.STABILISE),
        ("стабилизируй видео", Effect.STABILISE),
        ("sin temblores", Effect.STABILISE),
        ("como un dibujo animado", Effect.CARTOON),
        ("como desenho animado", Effect.CARTOON),
        ("变成卡通风格", Effect.CARTOON),
        ("как мультфильм", Effect.CARTOON),
        ("dibujo a lápiz", Effect.PENCIL),
        ("desenho a lápis", Effect.PENCIL),
        ("铅笔素描", Effect.PENCIL),
        ("нарисуй карандашом", Effect.PENCIL),
        ("como una pintura al óleo", Effect.PAINT),
        ("em aquarela", Effect.PAINT),
        ("油画风格", Effect.PAINT),
        ("акварелью", Effect.PAINT),
        ("alarga el clip", Effect.EXTEND),
        ("alongue o clipe", Effect.EXTEND),
        ("把视频延长", Effect.EXTEND),
        ("продли ролик", Effect.EXTEND),
        ("sin cámara lenta", Effect.NONE),
        ("sem câmera lenta", Effect.NONE),
        ("不要慢动作", Effect.NONE),
        ("без замедленной съёмки", Effect.NONE),
        ("zoom in on the painting", Effect.NONE),
        ("un mar en calma", Effect.NONE),
    ],
)
def test_effects_are_heard_in_every_language(words: str, effect: Effect) -> None:
    """The words for an effect ask for it, and their negation doesn't; with or without accents."""
    assert effect_of(words) is effect


@pytest.mark.parametrize(
    ("wish", "given", "effect", "seconds"),
    [
        (Wish("en cámara lenta"), (CLIP,), Effect.SLOW, 16),
        (Wish("make it longer"), (CLIP,), Effect.EXTEND, 16),
        (Wish("in slow motion", seconds=4), (CLIP,), Effect.SLOW, 4),
        (Wish("in slow motion", effect=Effect.NONE), (CLIP,), Effect.NONE, 8),
        (Wish("in slow motion", effect=Effect.PENCIL), (CLIP,), Effect.PENCIL, 8),
        (Wish("in slow motion"), (PICTURE,), Effect.NONE, 5),
        (Wish("in slow motion, as a cartoon"), (PICTURE,), Effect.CARTOON, 5),
        (Wish("a calm sea in slow motion"), (), Effect.NONE, 5),
    ],
)
def test_words_choose_the_effect_where_none_is_chosen(
    wish: Wish, given: tuple[Given, ...], effect: Effect, seconds: int
) -> None:
    """What is chosen wins, "none" too; what words ask for is done where it can be, and the length follows."""
    order = order_of(wish, given, seed=1, generators={"motion": MOTION})
    assert (order.effect, order.seconds) == (effect, seconds)


@pytest.mark.parametrize(
    ("prompt", "effect", "cannot"),
    [
        ("turn it into a cartoon", Effect.NONE, ()),
        ("turn it into a cartoon", Effect.CARTOON, ()),
        ("turn it into a cartoon", Effect.PENCIL, ("cartoon",)),
        ("turn it into a cartoon with a hat", Effect.CARTOON, ("hat",)),
    ],
)
def test_an_effect_that_is_done_is_not_told_as_left_out(prompt: str, effect: Effect, cannot: tuple[str, ...]) -> None:
    """Only what stays undone is named."""
    order = Order(prompt, Shape.WIDE, 5, 1, effect=effect)
    assert MOTION.check(order, media=(Media.PICTURE,)).cannot == cannot
