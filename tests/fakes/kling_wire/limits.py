"""What Kling's API refuses about a request, by either contract, as its documentation and clients have it."""

import base64
import binascii
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import av
from PIL import Image

from tests.fakes.kling_wire.refusals import Json, Refused

PICTURE_LARGEST_BYTES, PICTURE_LEAST_PX, PICTURE_MOST_RATIO = 10 * 1024 * 1024, 300, 2.5
SOUND_LARGEST_BYTES, SOUND_FORMATS = 5 * 1024 * 1024, {"mp3", "wav", "m4a", "aac"}
FORBIDDEN = "gore"
"""The fake's safety check refuses words that hold this one."""

SHAPES = {"16:9", "9:16", "1:1"}
_MODELS = {"kling-v1", "kling-v1-5", "kling-v1-6", "kling-v2-master", "kling-v2-1", "kling-v2-1-master"} | {
    "kling-v2-5-turbo",
    "kling-v2-6",
    "kling-v3",
}
_PRESETS = {"down_back", "forward_up", "right_turn_forward", "left_turn_forward"}
_AXES = {"horizontal", "vertical", "pan", "tilt", "roll", "zoom"}
_COMMON = {
    "model_name",
    "prompt",
    "negative_prompt",
    "mode",
    "duration",
    "sound",
    "external_task_id",
    "callback_url",
} | {
    "cfg_scale",
    "camera_control",
}
_FIELDS = {
    "text2video": _COMMON | {"aspect_ratio"},
    "image2video": _COMMON | {"image", "image_tail", "static_mask", "dynamic_masks", "voice_list"},
    "video-extend": {"video_id", "prompt", "negative_prompt", "cfg_scale", "callback_url", "external_task_id"},
    "lip-sync": {"input", "callback_url", "external_task_id"},
}


def _must(holds: object, why: str) -> None:
    if not holds:
        raise Refused(1201, why)


@dataclass(frozen=True)
class Judge:
    """Judges requests. `videos` are the ids of results that can be gone on from; `pictures` collects what was given."""

    videos: Callable[[], Mapping[str, int]]
    pictures: list[bytes]

    def legacy(self, kind: str, body: Json) -> None:
        """Judge a request of the older contract. Raises Refused."""
        _must(set(body) <= _FIELDS[kind], f"unknown fields: {sorted(set(body) - _FIELDS[kind])}")
        if kind == "lip-sync":
            self._lip_sync(body["input"])
            return
        self._words(body.get("prompt", ""), body.get("negative_prompt", ""), 2500)
        if kind == "video-extend":
            _must(body.get("video_id") in self.videos(), "video not found")
            return
        model = body.get("model_name", "kling-v1")
        if model not in _MODELS:
            raise Refused(1203, "model not found")
        seconds = {str(one) for one in range(3, 16)} if model == "kling-v3" else {"5", "10"}
        _must(isinstance(body.get("duration"), str) and body["duration"] in seconds, "duration")
        _must(body.get("mode", "std") in {"std", "pro"}, "mode")
        _must(body.get("sound", "off") in {"on", "off"}, "sound")
        _must(body.get("sound") is None or model in {"kling-v2-6", "kling-v3"}, "sound is not supported")
        if kind == "text2video":
            _must(body.get("prompt"), "prompt is empty")
            _must(body.get("aspect_ratio", "16:9") in SHAPES, "aspect_ratio")
        else:
            _must("image" in body, "image is empty")
            self._picture(body["image"])
            if "image_tail" in body:
                self._picture(body["image_tail"])
                _must("camera_control" not in body, "image_tail and camera_control exclude each other")
        if "camera_control" in body:
            _camera(model, body["camera_control"])

    def newer(self, source: str, model: str, body: Json) -> None:
        """Judge a request of the newer contract. Raises Refused."""
        if model != "kling-3.0":
            raise Refused(1203, "model not found")
        given = {"prompt"} if source == "text-to-video" else {"contents"}
        _must(set(body) <= given | {"settings", "options"}, "unknown fields")
        settings, options = body["settings"], body.get("options", {})
        known = {"multi_shot", "audio", "resolution", "aspect_ratio", "duration"}
        _must(set(settings) <= known, "unknown settings")
        _must(set(options) <= {"watermark_info", "external_task_id", "callback_url"}, "unknown options")
        _must(isinstance(settings.get("multi_shot", True), bool), "multi_shot")
        _must(settings.get("audio", "off") in {"off", "native"}, "audio")
        _must(settings.get("resolution") in {"720p", "1080p", "4k"}, "resolution")
        _must(isinstance(settings.get("duration"), int) and settings["duration"] in range(3, 16), "duration")
        if source == "text-to-video":
            _must(body.get("prompt"), "prompt is empty")
            _must(settings.get("aspect_ratio", "16:9") in SHAPES, "aspect_ratio")
            self._words(body["prompt"], "", 3072)
            return
        _must("aspect_ratio" not in settings, "aspect_ratio follows the first frame")
        kinds = [one["type"] for one in body["contents"]]
        _must(set(kinds) <= {"prompt", "first_frame", "last_frame"} and kinds.count("first_frame") == 1, "contents")
        for one in body["contents"]:
            if one["type"] == "prompt":
                self._words(one["text"], "", 3072)
            else:
                self._picture(one["url"])

    def _lip_sync(self, given: Json) -> None:
        _must(given.get("video_id") in self.videos(), "video not found")
        _must(given.get("mode") in {"text2video", "audio2video"}, "mode")
        if given["mode"] == "text2video":
            _must(0 < len(given.get("text", "")) <= 120 and given.get("voice_id"), "text or voice_id")
            _must(given.get("voice_language", "zh") in {"zh", "en"}, "voice_language")
        else:
            _must(given.get("audio_type") == "file", "audio_type")
            _check_sound(_raw(given.get("audio_file")))

    def _words(self, prompt: str, negative: str, limit: int) -> None:
        _must(len(prompt) <= limit and len(negative) <= limit, "prompt is too long")
        if FORBIDDEN in prompt:
            raise Refused(1301, "trigger risk control")

    def _picture(self, given: Any) -> None:
        content = _raw(given)
        self.pictures.append(content)
        _must(len(content) <= PICTURE_LARGEST_BYTES, "image is too large")
        try:
            with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as picture:
                short, long = sorted(picture.size)
        except OSError:
            raise Refused(1201, "image can't be read") from None
        _must(short >= PICTURE_LEAST_PX and long <= PICTURE_MOST_RATIO * short, "image size")


def _check_sound(content: bytes) -> None:
    _must(len(content) <= SOUND_LARGEST_BYTES, "audio is too large")
    try:
        with av.open(io.BytesIO(content), "r") as sound:
            _must(set(sound.format.name.split(",")) & SOUND_FORMATS, "audio format is not supported")
            _must(any(frame.samples for frame in sound.decode(audio=0)), "audio is empty")
    except (av.error.FFmpegError, IndexError):
        raise Refused(1201, "audio can't be read") from None


def _raw(given: Any) -> bytes:
    try:
        return base64.b64decode(given, validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise Refused(1201, "no raw base64") from None


def _camera(model: str, control: Json) -> None:
    _must(model in {"kling-v1", "kling-v1-5"}, "camera_control is not supported")
    kind, config = control.get("type"), control.get("config")
    if kind != "simple":
        _must(kind in _PRESETS and config is None, "camera_control")
        return
    used = {axis: far for axis, far in (config or {}).items() if far}
    _must(len(used) == 1 and set(used) <= _AXES and -10 <= next(iter(used.values())) <= 10, "camera_control.config")
