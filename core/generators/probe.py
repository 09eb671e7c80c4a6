"""The worker's side of a video that a generator elsewhere made: whether it is one, and how large and long it is."""

from fractions import Fraction

import av

from core.intake.containers import damage_told, open_container, seconds, video_of
from core.intake.kinds import SNIFF_BYTES, kind_of
from core.work import Product, Progress, Refusal, Work

TASK = "result_probe"
_OPENERS = {"MP4": "mov", "MOV": "mov", "WebM": "matroska"}


def probe(work: Work, progress: Progress) -> Product:
    """Look at `inputs[0]`; facts media_type, width, height, duration_ms. Refuses result_not_a_video."""
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
        if video is None or next(container.decode(video), None) is None:
            raise Refusal("result_not_a_video")
        length_s = seconds(video.duration, video.time_base) or Fraction(container.duration or 0, av.time_base)
        width, height = video.width, video.height
    progress(1.0)
    media_type = "video/webm" if kind == "WebM" else "video/mp4"
    facts = {"media_type": media_type, "width": width, "height": height, "duration_ms": round(length_s * 1000)}
    return Product(facts=facts)
