"""Damaged pictures: cut or with changed bytes, they are refused or whole, never half, and nothing is kept."""

import io
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from core.errors import BadInput
from core.intake.receive import receive
from core.work import Refusal
from tests.fakes.pictures import FakeUpload, encoded
from tests.parts import Parts
from tests.taking import taken_here

KINDS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF")


def open_descriptors() -> int:
    """How many descriptors this process holds."""
    return len(list(Path("/proc/self/fd").iterdir()))


@cache
def whole(kind: str) -> bytes:
    """Write a picture of noise, so that no byte of it is idle."""
    noise = [Image.effect_noise((128, 96), spread) for spread in (40, 60, 80)]
    return encoded(Image.merge("RGB", noise), kind)


def seen(content: bytes) -> Image.Image | None:
    """Normalise here, without a worker, as often as a property needs; None for a refused one."""
    try:
        taken = taken_here(content)
    except Refusal:
        return None
    return Image.open(io.BytesIO(taken.written)) if taken.media == "picture" else None


@pytest.mark.parametrize("kind", KINDS)
async def test_a_cut_picture_is_refused_and_nothing_is_kept(parts: Parts, kind: str) -> None:
    """A truncated file is refused by the worker, and its memory is given back."""
    held = []
    for share in (0.1, 0.5, 0.95):
        cut = FakeUpload(whole(kind)[: int(len(whole(kind)) * share)])
        with pytest.raises(BadInput, match="picture_damaged"):
            await receive(cut, vault=parts.vault, workers=parts.workers, ids=parts.ids)
        held.append(open_descriptors())
    assert len(set(held)) == 1
    assert parts.sealed_files == []


@given(kind=st.sampled_from(KINDS), share=st.floats(0.01, 1.0))
def test_a_picture_that_is_cut_anywhere_is_refused_or_whole(kind: str, share: float) -> None:
    """No cut leaves half a picture: what is missing then is only the mark of its end."""
    cut = seen(whole(kind)[: max(12, int(len(whole(kind)) * share))])
    if cut is not None:
        intact = seen(whole(kind))
        assert intact is not None
        assert ImageChops.difference(cut, intact).getbbox() is None


@given(kind=st.sampled_from(KINDS), data=st.data())
def test_changed_bytes_break_nothing(kind: str, data: st.DataObject) -> None:
    """Whatever the bytes say, a picture is refused or comes out within its limits."""
    content = bytearray(whole(kind))
    for place in data.draw(st.lists(st.integers(24, min(len(content), 600) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    picture = seen(bytes(content))
    assert picture is None or (picture.mode == "RGB" and 64 <= min(picture.size) <= max(picture.size) <= 4096)
