"""Damaged pictures: cut or with changed bytes, they are refused or whole, never half, and nothing is kept."""

import io
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from core.errors import BadInput
from core.intake.normalise import normalise
from core.intake.picture import receive
from core.work import Memory, Refusal, Work
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.fakes.pictures import FakeUpload, encoded

KINDS = ("JPEG", "PNG", "WEBP", "HEIF")


def open_descriptors() -> int:
    """How many descriptors this process holds."""
    return len(list(Path("/proc/self/fd").iterdir()))


@cache
def whole(kind: str) -> bytes:
    """Write a picture of noise, so that no byte of it is idle."""
    noise = [Image.effect_noise((128, 96), spread) for spread in (40, 60, 80)]
    return encoded(Image.merge("RGB", noise), kind)


def seen(content: bytes, kind: str) -> Image.Image | None:
    """Normalise here, without a worker, as often as a property needs; None for a refused one."""
    with Memory.of(content) as memory:
        try:
            product = normalise(Work({"kind": kind}, (memory,)), lambda _: None)
        except Refusal:
            return None
    with product.parts["picture"] as written:
        return Image.open(io.BytesIO(written.read()))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
async def test_a_cut_picture_is_refused_and_nothing_is_kept(kind: str, share: float) -> None:
    """A truncated file is refused by the worker, and its memory is given back."""
    before = open_descriptors()
    workers = Workers(TASKS)
    with pytest.raises(BadInput, match="picture_damaged"):
        await receive(FakeUpload(whole(kind)[: int(len(whole(kind)) * share)]), workers)
    await workers.close()
    assert open_descriptors() == before


@given(kind=st.sampled_from(KINDS), share=st.floats(0.01, 1.0))
def test_a_picture_that_is_cut_anywhere_is_refused_or_whole(kind: str, share: float) -> None:
    """No cut leaves half a picture: what is missing then is only the mark of its end."""
    cut = seen(whole(kind)[: int(len(whole(kind)) * share)], kind)
    if cut is not None:
        intact = seen(whole(kind), kind)
        assert intact is not None
        assert ImageChops.difference(cut, intact).getbbox() is None


@given(kind=st.sampled_from(KINDS), data=st.data())
def test_changed_bytes_break_nothing(kind: str, data: st.DataObject) -> None:
    """Whatever the bytes say, a picture is refused or comes out within its limits."""
    content = bytearray(whole(kind))
    for place in data.draw(st.lists(st.integers(12, min(len(content), 600) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    picture = seen(bytes(content), kind)
    assert picture is None or (picture.mode == "RGB" and 64 <= min(picture.size) <= max(picture.size) <= 4096)
