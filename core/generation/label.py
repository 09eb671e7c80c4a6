"""The worker's side of a visible label: few words in a corner of every frame, for people who read no credentials."""

from collections.abc import Callable
from importlib.resources import files
from io import BytesIO

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from core.generation.shrink import Plan, encoded, look
from core.intake.containers import damage_told
from core.work import Memory, Product, Progress, Work

_LETTER = 1 / 26
"""Size of letters, in short sides of the frame."""
_LEAST_LETTER_PX = 9.0
_WIDEST = 0.7
_SHADOW = 0.55
_WHITE, _BLACK, _NO_COLOUR = 235, 16, 128
"""Of BT.709 in 8 bits, limited range."""
_SOUND_BITS_PER_S = 96_000
_LEAST_BITS_PER_S = 200_000
_QUALITY = 90

Mask = NDArray[np.float32]
Plane = NDArray[np.uint8]


def label(work: Work, progress: Progress) -> Product:
    """Draw `text` into the lower left corner of the inputs, in their order, as the parts that `names` says.

    Parameters: text, names, media_types ("video/mp4" or "image/jpeg"). A video keeps its size, its length and
    about its bytes. Raises Refusal("clip_damaged") and what encoding again refuses.
    """
    asked, parts = work.parameters, {}
    for name, media_type, given in zip(asked["names"], asked["media_types"], work.inputs, strict=True):
        made = _picture if media_type == "image/jpeg" else _video
        parts[name] = made(given, asked["text"], progress)
    return Product(parts)


def _video(given: Memory, text: str, progress: Progress) -> Memory:
    with open(given.path, "rb") as file, damage_told("clip_damaged"):  # noqa: PTH123 - a descriptor's name, not a path
        shown = look(file)
        bits_per_s = int(given.size_bytes * 8 / shown.seconds) - (_SOUND_BITS_PER_S if shown.has_sound else 0)
        plan = Plan(max(shown.width, shown.height), max(bits_per_s, _LEAST_BITS_PER_S))
        return encoded(file, plan, progress, _drawing(text))


def _picture(given: Memory, text: str, _progress: Progress) -> Memory:
    picture = Image.open(BytesIO(given.read())).convert("RGB")
    words, shadow = _masks(text, picture.size)
    picture.paste((0, 0, 0), mask=_image(shadow))
    picture.paste((255, 255, 255), mask=_image(words))
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return Memory.of(out.getvalue())


def _drawing(text: str) -> Callable[[av.VideoFrame], av.VideoFrame]:
    """Give what draws on frames of one size: light alone below the letters, and no colour."""
    masks: list[tuple[Mask, Mask]] = []

    def drawn(frame: av.VideoFrame) -> av.VideoFrame:
        """Draw the words onto a frame."""
        if not masks:
            masks.append(_masks(text, (frame.width, frame.height)))
        words, shadow = masks[0]
        planes: Plane = frame.to_ndarray(format="yuv420p").astype(np.uint8, copy=False)
        light, colours = planes[: frame.height], planes[frame.height :].reshape(2, frame.height // 2, frame.width // 2)
        light[:] = _over(_over(light, shadow, _BLACK), words, _WHITE)
        colours[:] = _over(colours, np.maximum(words, shadow)[::2, ::2], _NO_COLOUR)
        return av.VideoFrame.from_ndarray(planes, format="yuv420p")

    return drawn


def _over(plane: Plane, mask: Mask, value: int) -> Plane:
    return (plane + mask * (value - plane.astype(np.float32)) + 0.5).astype(np.uint8)


def _masks(text: str, size: tuple[int, int]) -> tuple[Mask, Mask]:
    """Set words in the lower left corner of a frame; give how much letters and their shadow cover, 0 to 1."""
    width, height = size
    letter_px = max(_LEAST_LETTER_PX, _LETTER * min(size))
    font = _font(letter_px)
    if (length := font.getlength(text)) > _WIDEST * width:
        letter_px *= _WIDEST * width / length
        font = _font(letter_px)
    letters = Image.new("L", size)
    ImageDraw.Draw(letters).text((letter_px, height - letter_px), text, fill=255, font=font, anchor="ls")
    spread = letters.filter(ImageFilter.GaussianBlur(letter_px / 5)).point(lambda light: min(255, 3 * light))
    return _mask(letters), _mask(spread) * np.float32(_SHADOW)


def _mask(image: Image.Image) -> Mask:
    return np.asarray(image, np.float32) / np.float32(255)


def _image(mask: Mask) -> Image.Image:
    return Image.fromarray((mask * 255).astype(np.uint8))


def _font(letter_px: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"), letter_px, index=2)
    font.set_variation_by_axes([500])
    return font
