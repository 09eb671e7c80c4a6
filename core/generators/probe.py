"""The worker's side of a video that a generator elsewhere made: whether it is one, its size, its length, a poster."""

import io
from fractions import Fraction

import av
from PIL import Image

from core.intake.containers import damage_told, open_container, seconds, video_of
from core.intake.kinds import SNIFF_BYTES, kind_of
from core.work import Memory, Product, Progress, Refusal, Work

TASK = "result_probe"
_QUALITY = 85
_OPENERS = {"MP4": "mov", "MOV": "mov", "WebM": "matroska"}


def probe(work: Work, progress: Progress) -> Product:
    """Look at `inputs[0]`: facts media_type, width, height, duration_ms, and the part "poster" (JPEG) of its middle.

    Refuses result_not_a_video.
    """
    memory = work.inputs[0]
    kind = kind_of(memory.read(0, SNIFF_BYTES))
    if kind not in _OPENERS:
        raise Refusal("result_not_a_video")
    with (
        open(memory.path, "rb") as file,  # noqa: PTH123 - a descriptor's name
        damage_told("result_not_a_video"),
        open_container(file, _OPENERS[kind]) as container,
    ):
        video = video_of(container)
        first = None if video is None else next(container.decode(video), None)
        if video is None or first is None:
            raise Refusal("result_not_a_video")
        length_s = seconds(video.duration, video.time_base) or Fraction(container.duration or 0, av.time_base)
        container.seek(round(length_s * av.time_base / 2))
        poster = _jpeg(next(container.decode(video), first))
    progress(1.0)
    media_type = "video/webm" if kind == "WebM" else "video/mp4"
    facts = {
        "media_type": media_type,
        "width": first.width,
        "height": first.height,
        "duration_ms": round(length_s * 1000),
    }
    return Product({"poster": poster}, facts)


def _jpeg(frame: av.VideoFrame) -> Memory:
    written = io.BytesIO()
    Image.fromarray(frame.to_ndarray(format="rgb24")).save(written, "JPEG", quality=_QUALITY)
    return Memory.of(written.getbuffer())
