"""The worker's side of a result: proves that it is a video that plays, and leaves behind what ComfyUI wrote into it.

ComfyUI writes the whole workflow, the person's words in it, into the metadata of each file (SaveVideo: "prompt",
"workflow"). The packets are copied as they are into a new MP4, and nothing else is.
"""

from io import BytesIO
from typing import Any

import av

from core.intake.containers import damage_told, open_container
from core.work import Memory, Product, Progress, Refusal, Work

TASK = "comfyui_strip"
PICTURES = frozenset({"h264"})
SOUNDS = frozenset({"aac", "mp3"})
"""Codecs that play in an MP4 everywhere."""

_FTYP = slice(4, 8)
_SECOND_MS = 1000


def strip(work: Work, progress: Progress) -> Product:
    """Copy the MP4 of `inputs[0]` without any metadata; facts media_type, width, height, duration_ms.

    Refuses result_not_a_video: no MP4, no pictures, none that can be decoded, another codec than plays everywhere.
    """
    content = work.inputs[0].read()
    if content[_FTYP] != b"ftyp":
        raise Refusal("result_not_a_video")
    with damage_told("result_not_a_video"):
        _see_first_picture(content)
        memory, facts = _copied(content)
    progress(1.0)
    return Product({"video": memory}, facts)


def _see_first_picture(content: bytes) -> None:
    with open_container(BytesIO(content), "mov") as container:
        if not container.streams.video or next(container.decode(video=0), None) is None:
            raise Refusal("result_not_a_video")


def _copied(content: bytes) -> tuple[Memory, dict[str, int | str]]:
    memory = Memory.empty()
    with open_container(BytesIO(content), "mov") as source:
        pictures = source.streams.video[0]
        sounds = [one for one in source.streams.audio if one.codec_context.name in SOUNDS][:1]
        if pictures.codec_context.name not in PICTURES:
            raise Refusal("result_not_a_video")
        options = {"movflags": "+faststart"}
        with av.open(memory.path, "w", format="mp4", options=options) as made:
            copies: dict[int, Any] = {}
            for stream in (pictures, *sounds):
                copies[stream.index] = made.add_stream_from_template(stream)
                copies[stream.index].metadata.clear()
            for packet in source.demux(pictures, *sounds):
                if packet.dts is not None:
                    packet.stream = copies[packet.stream.index]
                    made.mux(packet)
        width, height = pictures.codec_context.width, pictures.codec_context.height
    size = {"width": width, "height": height}
    return memory, {"media_type": "video/mp4", **size, "duration_ms": _duration_ms(memory)}


def _duration_ms(memory: Memory) -> int:
    with open_container(BytesIO(memory.read()), "mov") as container:
        pictures = container.streams.video[0]
        length = float((pictures.duration or 0) * (pictures.time_base or 0))
    if length <= 0:
        raise Refusal("result_not_a_video")
    return round(length * _SECOND_MS)
