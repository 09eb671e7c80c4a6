"""What ComfyUI could say is read without harm, whatever it is; what it made is copied without what it wrote beside."""

import json
from io import BytesIO
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.errors import Busy, Declined
from core.generation.declined import DECLINED
from core.generators.comfyui.progress import Listener
from core.generators.comfyui.refusal import declined_by
from core.generators.comfyui.standing import ENDINGS, standing_of
from core.generators.comfyui.strip import strip
from core.generators.comfyui.template import SHIPPED, load
from core.generators.comfyui.wire import Answer, files_of
from core.records import Order, Stage
from core.videos import Media, Shape
from core.work import Memory, Refusal, Work

KEYS = st.sampled_from(
    [
        *(
            "status",
            "status_str",
            "messages",
            "outputs",
            "images",
            "gifs",
            "filename",
            "error",
            "node_errors",
            "errors",
        ),
        *("type", "extra_info", "class_type", "input_name", "exception_type", "execution_error", "success", "data"),
        *("execution_interrupted", "prompt_id", "node", "value", "max", "progress", "task", "a"),
    ]
)
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | KEYS | st.text(max_size=8)
ANYTHING = st.recursive(VALUES, lambda part: st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=5))
MAPPING = st.dictionaries(KEYS, ANYTHING, max_size=5)


@given(entry=MAPPING)
@example(entry={"status": {"status_str": "success", "messages": [["execution_error", {"exception_type": 5}]]}})
@example(entry={"status": {"status_str": "success"}, "outputs": {"a": {"images": [{"filename": "x.MP4"}]}}})
def test_whatever_the_history_says_a_task_is_ready_or_failed(entry: dict[str, Any]) -> None:
    """And where it is ready, there is a file to fetch; a reason is one of those that have words."""
    standing = standing_of(entry)
    assert standing.state in {Stage.READY, Stage.FAILED}
    if standing.state is Stage.READY:
        assert files_of(entry["outputs"], "", ENDINGS)
    else:
        assert standing.code in DECLINED


@given(told=ANYTHING)
def test_whatever_a_refusal_says_it_has_a_code_with_words(told: Any) -> None:
    """Its data is short, and only names."""
    try:
        declined = declined_by(Answer(400, json.dumps(told).encode()))
    except Busy:
        return
    assert isinstance(declined, Declined)
    assert declined.code in DECLINED
    assert all(len(str(value)) <= 80 for value in declined.data.values())


@given(data=st.dictionaries(KEYS, ANYTHING, max_size=6), kind=KEYS)
@example(data={"prompt_id": "task", "node": "a", "value": 10**400, "max": 3}, kind="progress")
@example(data={"prompt_id": "task", "node": "a", "value": float("nan"), "max": 3}, kind="progress")
def test_whatever_the_socket_says_a_share_is_a_share(data: dict[str, Any], kind: str) -> None:
    """Between 0 and 1, or nothing."""
    listener = Listener("http://127.0.0.1:1")
    listener.expect("task", ("a",))
    listener.hear(json.dumps({"type": kind, "data": {"prompt_id": "task", **data}}))
    share = listener.share("task")
    assert share is None or 0.0 <= share <= 1.0


def test_an_answer_nested_without_end_is_no_answer() -> None:
    """It fills no stack."""
    with pytest.raises(Busy):
        Answer(200, b"[" * 1_000_000).json()
    listener = Listener("http://127.0.0.1:1")
    listener.hear("[" * 1_000_000)


def made(*, sound: bool) -> bytes:
    """Write an MP4 with the workflow in its own metadata and in its streams'."""
    out = Memory.empty()
    with av.open(out.path, "w", format="mp4", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata["prompt"] = "a secret heron"
        container.metadata["comment"] = "a secret heron"
        pictures: Any = container.add_stream("libx264", rate=24)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 64, "yuv420p"
        pictures.metadata["handler_name"] = "a secret heron"
        sounds: Any = container.add_stream("aac", rate=48_000, layout="mono") if sound else None
        for number in range(24):
            picture = np.full((64, 64, 3), number * 10, np.uint8)
            container.mux(pictures.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(pictures.encode())
        if sounds is not None:
            sounds.metadata["handler_name"] = "a secret heron"
            for number in range(46):
                frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
                frame.sample_rate, frame.pts = 48_000, number * 1024
                container.mux(sounds.encode(frame))
            container.mux(sounds.encode())
    return out.read()


@pytest.mark.parametrize("sound", [False, True])
def test_a_video_is_copied_with_its_sound_and_without_a_word(sound: bool) -> None:  # noqa: FBT001 - what a test varies
    """Metadata of the file and of its streams stay behind; pictures and sound are those that were there."""
    given_bytes = made(sound=sound)
    assert b"heron" in given_bytes
    product = strip(Work({}, (Memory.of(given_bytes),)), lambda _: None)
    video = product.parts["video"].read()
    assert b"heron" not in video
    with av.open(BytesIO(video), "r") as container:
        assert len(list(container.decode(video=0))) == 24
        assert len(container.streams.audio) == sound
    assert product.facts == {"media_type": "video/mp4", "width": 64, "height": 64, "duration_ms": 1000}


@pytest.mark.parametrize("content", [b"", b"\0\0\0\x20ftypisom", b"no video at all", made(sound=False)[:600]])
def test_what_is_no_video_is_refused(content: bytes) -> None:
    """Empty, a beginning, words, half a file."""
    with pytest.raises(Refusal, match="result_not_a_video"):
        strip(Work({}, (Memory.of(content),)), lambda _: None)


def test_the_shipped_workflows_fit_every_shape() -> None:
    """Sizes that Wan 2.2 takes, multiples of 32 in the shape that was ordered; 1 + 4 n frames."""
    templates = load(SHIPPED, {})
    assert [template.takes for template in templates] == [(Media.PICTURE,), ()]
    for template in templates:
        for shape, (width, height) in template.sizes.items():
            wide, high = (int(one) for one in shape.value.split(":"))
            assert width % 32 == height % 32 == 0
            assert width / height == pytest.approx(wide / high, rel=0.03)
        for seconds in range(1, template.seconds_most + 1):
            assert template.frames(seconds) % 4 == 1
            assert template.frames(seconds) == pytest.approx(seconds * 24, abs=2)


def test_words_are_words_in_a_graph() -> None:
    """Quotes, braces and links in a prompt change nothing but the prompt; the template stays as it was."""
    template = next(one for one in load(SHIPPED, {}) if not one.takes)
    before = json.dumps(template.graph)
    words = '"}, {"class_type": "LoadImage"}, ["vae", 0] %date% {{x}}'
    graph = template.filled(Order(words, Shape.TALL, 3, seed=1), save_as="hushreel/x", pictures=[])
    assert graph["prompt"]["inputs"]["text"] == words
    assert graph.keys() == template.graph.keys()
    assert json.dumps(template.graph) == before
