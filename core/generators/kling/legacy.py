"""Kling's older contract: a token from access and secret key, one path a kind of task, states that end in `succeed`."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from core.errors import Declined
from core.generation.declined import REQUEST_DECLINED, SOURCE_GONE
from core.generators.kling.models import LEGACY, axis_of
from core.generators.kling.route import KlingRoute, KlingSettings, Told, addresses, first_id, moment
from core.generators.kling.tokens import Tokens
from core.generators.kling.wire import is_task, task_of
from core.ports import Clock, WorkerPool
from core.records import Material, Order

TEXT, IMAGE, EXTEND, LIP_SYNC = "text2video", "image2video", "video-extend", "lip-sync"
KINDS = (TEXT, IMAGE, EXTEND, LIP_SYNC)
_PATH = "/v1/videos/"
_VOICE, _LANGUAGE = "en_AOT", "en"
"""Who speaks."""


class Legacy(KlingRoute):
    """The `Remote` of the older contract. Its tasks are called by kind and id, such as text2video/8279963853."""

    finds = True
    done = "succeed"

    def __init__(
        self, settings: KlingSettings, access_key: str, secret_key: str, workers: WorkerPool, clock: Clock
    ) -> None:
        """Take settings and keys. Raises KeyError for an unknown model."""
        super().__init__(settings, Tokens(access_key, secret_key, clock), LEGACY, workers, clock)

    async def submit(self, order: Order, inputs: Sequence[Material], external_id: UUID) -> str:
        """Send an order under our id, by which `find` looks it up."""
        kind, body = await self._request(order, inputs)
        data = await self._api.submit(_PATH + kind, {**body, "external_task_id": str(external_id)})
        return f"{kind}/{task_of(data, 'task_id')}"

    async def find(self, external_id: UUID) -> str | None:
        """Look a task up: the path of a task takes its id or ours. Raises Busy or Declined."""
        for kind in KINDS:
            data = await self._api.ask(f"{_PATH}{kind}/{external_id}")
            info = data.get("task_info") if isinstance(data, Mapping) else None
            ours = info.get("external_task_id") if isinstance(info, Mapping) else None
            if ours == str(external_id) and is_task(data.get("task_id")):
                return f"{kind}/{data['task_id']}"
        return None

    async def told(self, task: str) -> Told | None:
        """Ask about a task by its path."""
        kind, _, name = task.partition("/")
        if kind not in KINDS or not is_task(name):
            return None
        data = await self._api.ask(f"{_PATH}{kind}/{name}")
        if not isinstance(data, Mapping) or data.get("task_id") != name:
            return None
        result = data.get("task_result")
        videos = result.get("videos") if isinstance(result, Mapping) else ()
        return Told(
            state=str(data.get("task_status")),
            why=str(data.get("task_status_msg") or ""),
            created_at_ms=moment(data.get("created_at")),
            addresses=addresses(videos),
            video=first_id(videos),
        )

    async def health(self) -> None:
        """Ask for the newest task of a kind."""
        await self._api.ask(_PATH + TEXT, {"pageNum": "1", "pageSize": "1"})

    async def _request(self, order: Order, inputs: Sequence[Material]) -> tuple[str, Mapping[str, Any]]:
        extras = order.extras
        if extras.continues:
            return await self._going_on(order, inputs)
        body: dict[str, Any] = {
            "model_name": self._settings.model,
            "prompt": order.prompt,
            "negative_prompt": extras.negative,
            "mode": self.quality(order),
            "duration": str(order.seconds),
            "sound": "on" if extras.sound else "off" if self._model.sound else "",
        }
        pictures = await self.pictures(inputs)
        if pictures:
            body |= dict(zip(("image", "image_tail"), pictures, strict=False))
        else:
            body["aspect_ratio"] = order.shape.value
        if extras.camera and len(pictures) < 2:  # noqa: PLR2004 - an end picture and a camera exclude each other
            body["camera_control"] = _camera(extras.camera)
        return IMAGE if pictures else TEXT, {name: value for name, value in body.items() if value}

    async def _going_on(self, order: Order, inputs: Sequence[Material]) -> tuple[str, Mapping[str, Any]]:
        """Go on from a video that Kling made in the last 30 days, or have its lips moved to words or to a sound."""
        extras = order.extras
        told = await self.told(extras.continues)
        if told is None or not told.video:
            raise Declined(SOURCE_GONE)
        asked = {"video_id": told.video}
        sound = next((one for one in inputs if one.media_type.startswith("audio/")), None)
        if sound is not None:
            heard = {"mode": "audio2video", "audio_type": "file", "audio_file": await self.sound(sound)}
            return LIP_SYNC, {"input": asked | heard}
        if extras.speech:
            spoken = {"text": extras.speech, "voice_id": _VOICE, "voice_language": _LANGUAGE}
            return LIP_SYNC, {"input": asked | {"mode": "text2video"} | spoken}
        words = {"prompt": order.prompt, "negative_prompt": extras.negative}
        return EXTEND, asked | {name: value for name, value in words.items() if value}


def _camera(camera: str) -> Mapping[str, Any]:
    found = axis_of(camera)
    if found is None:
        raise Declined(REQUEST_DECLINED, our_code="camera")
    axis, far = found
    return {"type": "simple", "config": {axis: far}} if axis else {"type": camera}
