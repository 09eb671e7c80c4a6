"""Makes what SaveVideo makes: an MP4 with the whole workflow in its metadata."""

import json
from pathlib import Path
from typing import Any

import av
import numpy as np


def film(path: Path, graph: dict[str, Any], *, codec: str = "libx264") -> None:
    """Write a video of the size and length that the graph asks for; a bar moves over it."""
    made = next(node["inputs"] for node in graph.values() if "length" in node["inputs"])
    fps = next((round(node["inputs"]["fps"]) for node in graph.values() if "fps" in node["inputs"]), 24)
    width, height, length = made["width"], made["height"], made["length"]
    with av.open(str(path), "w", format="mp4", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata["prompt"] = json.dumps(graph)
        container.metadata["workflow"] = json.dumps({"nodes": [], "extra": {"ds": "of a person's words"}})
        stream: Any = container.add_stream(codec, rate=fps)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": "30"} if codec == "libx264" else {}
        picture = np.full((height, width, 3), 90, np.uint8)
        for number in range(length):
            picture[:, : 1 + number * width // length] = 180
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        container.mux(stream.encode())
