"""The worker's side of a result: leaves behind what ComfyUI wrote into it, and looks that what is left plays.

ComfyUI writes the whole workflow, the person's words in it, into the metadata of each file (SaveVideo: "prompt",
"workflow"). The packets are copied as they are into a new MP4, and nothing else is.
"""

from typing import Any

import av

from core.generators.probe import probe
from core.intake.containers import damage_told, open_container
from core.work import Memory, Product, Progress, Refusal, Work

TASK = "comfyui_strip"
PICTURES = frozenset({"h264"})
SOUNDS = frozenset({"aac", "mp3"})
"""Codecs that play in an MP4 everywhere."""


def strip(work: Work, progress: Progress) -> Product:
    """Copy the MP4 of `inputs[0]` without any metadata (part "video"), and give what `probe` tells of the copy.

    Refuses result_not_a_video: no MP4, no pictures, none that can be decoded, another codec than plays everywhere.
    """
    memory = work.inputs[0]
    if memory.read(4, 4) != b"ftyp":
        raise Refusal("result_not_a_video")
    with damage_told("result_not_a_video"):
        copy = _copied(memory)
    looked_at = probe(Work({}, (copy,)), progress)
    if not looked_at.facts["duration_ms"]:
        raise Refusal("result_not_a_video")
    return Product({"video": copy, **looked_at.parts}, looked_at.facts)


def _copied(memory: Memory) -> Memory:
    copy = Memory.empty()
    with (
        open(memory.path, "rb") as file,  # noqa: PTH123 - a descriptor's name
        open_container(file, "mov") as source,
    ):
        pictures = next(iter(source.streams.video), None)
        if pictures is None or pictures.codec_context.name not in PICTURES:
            raise Refusal("result_not_a_video")
        sounds = [one for one in source.streams.audio if one.codec_context.name in SOUNDS][:1]
        with av.open(copy.path, "w", format="mp4", options={"movflags": "+faststart"}) as made:
            copies: dict[int, Any] = {}
            for stream in (pictures, *sounds):
                copies[stream.index] = made.add_stream_from_template(stream)
                copies[stream.index].metadata.clear()
            for packet in source.demux(pictures, *sounds):
                if packet.dts is not None:
                    packet.stream = copies[packet.stream.index]
                    made.mux(packet)
    return copy
