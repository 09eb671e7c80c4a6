"""Words over the picture: only where asked for, in our scripts, readable over anything, out of the subject's way."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.generators.motion.film import scene_film
from core.generators.motion.images import Pixels
from core.generators.motion.lines import broken
from core.generators.motion.overlay import Words, caption_for, drawable, with_words
from core.generators.motion.task import render
from core.generators.motion.words import read
from core.work import Memory, Refusal, Work
from tests.fakes.footage import clip, decoded
from tests.media.test_motion_frames import difference
from tests.media.test_motion_video import photo

SIZE = (320, 180)
TEXTS = {
    "latin": "A quiet evening, and nobody knows that we are here",
    "spanish": "¿Mañana? ¡Sí! El corazón",
    "portuguese": "Pão de açúcar, coração",
    "cyrillic": "Тихий вечер: никто не знает, что мы здесь",
    "chinese": "湖边的宁静夜晚，没有人知道我们在这里。愿今晚的星光“照亮”你回家的路！",  # noqa: RUF001 - Chinese marks
}


def flat(level: int) -> Pixels:
    """Give an even grey frame."""
    return np.full((SIZE[1], SIZE[0], 3), level, np.uint8)


def brightness(level: float) -> float:
    """Give the relative luminance of a grey level (WCAG 2.2)."""
    share = level / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("level", [0, 128, 255])
def test_words_are_readable_over_anything(text: str, level: int) -> None:
    """Letters of every script of ours stand out from what is around them by 4.5 to 1, over black, grey and white."""
    view = flat(level)
    caption = caption_for(text, SIZE, [view])
    laid = caption.over(view, 1.0)[caption.top : caption.top + caption.cover.shape[0], :, 0]
    letters = caption.light[..., 0] > 0.95
    around = cv2.dilate(letters.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool) & (
        caption.light[..., 0] < 0.02
    )
    assert letters.sum() > 100
    contrast = (brightness(float(np.median(laid[letters]))) + 0.05) / (
        brightness(float(np.median(laid[around]))) + 0.05
    )
    assert contrast >= 4.5


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)])
@pytest.mark.parametrize("text", [*TEXTS.values(), "word " * 40, "字" * 200, "w" * 200])
def test_words_keep_to_the_safe_part_of_the_frame(text: str, size: tuple[int, int]) -> None:
    """No letter comes nearer to a border than a twentieth of the frame, however long the text is."""
    caption = caption_for(text, size, [np.zeros((size[1], size[0], 3), np.uint8)])
    rows, columns = np.nonzero(caption.light[..., 0] > 0.1)
    assert columns.min() >= size[0] / 20
    assert columns.max() <= size[0] * 19 / 20
    assert rows.min() + caption.top >= size[1] / 20
    assert rows.max() + caption.top <= size[1] * 19 / 20


@pytest.mark.parametrize(("centre", "where"), [(0.8, "above"), (0.25, "below")])
def test_words_stay_away_from_what_stands_out(centre: float, where: str) -> None:
    """A subject at the bottom sends the words to the top, one at the top leaves them at the bottom."""
    view = flat(90)
    cv2.circle(view, (160, round(180 * centre)), 20, (30, 40, 230), -1)
    caption = caption_for("Hello", SIZE, [view])
    assert ("above" if caption.top < 90 else "below") == where


def test_words_fade_in_and_out() -> None:
    """The first and last frames are without words, those in the middle have them whole, and no step is sudden."""
    words = Words("Hello", SIZE, 90, [])
    seen = [difference(words.over(number, flat(60)), flat(60)) for number in range(90)]
    assert seen[0] == seen[-1] == 0
    assert seen[45] == max(seen) > 0.5
    assert np.abs(np.diff(seen)).max() < max(seen) / 5


@pytest.mark.parametrize(("text", "letters"), [("hi 😀 you", "😀"), ("नमस्ते", "न"), ("שלום", "ש")])
def test_letters_that_cannot_be_drawn_are_named(text: str, letters: str) -> None:
    """What the font lacks is refused with the letters themselves, instead of being drawn as boxes."""
    with pytest.raises(Refusal) as refusal:
        drawable(text)
    assert refusal.value.code == "text_cannot_be_drawn"
    assert letters in refusal.value.data["letters"]


def test_what_cannot_be_seen_is_left_out() -> None:
    """Control and format signs are dropped, and letters are composed."""
    assert drawable(" a\u200bb\x00c\u202ee\u0301 \n") == "abcé"


def test_no_words_without_being_asked() -> None:
    """A film without text is the film itself; with text, the rest of the frame stays as it was."""
    film = scene_film(read("sea"), SIZE, 30, np.random.default_rng(1))
    worded = with_words(film, "Hello", SIZE)
    caption_rows = np.abs(worded.frame_at(15).astype(int) - film.frame_at(15)).max((1, 2)) > 0
    assert 10 < caption_rows.sum() < 90


@pytest.mark.parametrize("media", ["image/jpeg", "video/mp4"])
def test_words_are_in_the_video(media: str) -> None:
    """Pictures and clips get the words that were asked for."""
    given_input = Memory.of(photo()) if media == "image/jpeg" else clip([flat(90)] * 30)
    order = {"prompt": "static", "shape": "16:9", "seconds": 1, "seed": 1, "short_side": 180, "media": [media]}
    without, with_text = (
        decoded(render(Work({**order, "text": text}, (given_input,)), lambda _share: None).parts["video"])
        for text in ("", "Hello")
    )
    assert difference(without[15], with_text[15]) > 2 * difference(without[0], with_text[0]) + 0.5


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("ab я你，。“” -.\n"), max_size=60), st.integers(3, 30))  # noqa: RUF001 - Chinese marks
def test_lines_lose_nothing_and_fit(text: str, width: int) -> None:
    """Every sign but spaces is kept in order, no line is longer than the width, and none begins with a closing mark."""
    lines = broken(text, width, len)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width for line in lines)


def test_a_closing_mark_stays_with_its_word() -> None:
    """A Chinese comma or full stop never begins a line, and an opening quotation mark never ends one."""
    lines = broken("你好，世界。“今天”天气很好，我们去湖边走走。", 5, len)  # noqa: RUF001 - Chinese marks
    assert not [line for line in lines if line[0] in "，。”" or line[-1] == "“"]  # noqa: RUF001 - Chinese marks
    assert broken("one two three four", 9, len) == ["one two", "three", "four"]
