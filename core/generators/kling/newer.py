"""Kling's contract of 2026: an API key, one path a model, states that end in `succeeded`.

Second-hand: nobody of us has read its documentation (sources as in models.py).
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from core.generators.kling.models import NEWER
from core.generators.kling.route import KlingRoute, KlingSettings, Told, addresses, moment
from core.generators.kling.wire import Key, is_task, task_of
from core.ports import Clock, WorkerPool
from core.records import Material, Order

_FRAMES = ("first_frame", "last_frame")


class Newer(KlingRoute):
    """The `Remote` of the newer contract. It documents no way to look a task up by our id, so a lost one is unsure."""

    done = "succeeded"

    def __init__(self, settings: KlingSettings, api_key: str, workers: WorkerPool, clock: Clock) -> None:
        """Take settings and key. Raises KeyError for an unknown model."""
        super().__init__(settings, Key(api_key), NEWER, workers, clock)

    async def submit(self, order: Order, inputs: Sequence[Material], external_id: UUID) -> str:
        """Send an order; it goes by our id too, for whoever has to ask Kling about it."""
        pictures = await self.pictures(inputs)
        settings: dict[str, Any] = {
            "multi_shot": order.extras.multi_shot,
            "audio": "native" if order.extras.sound else "off",
            "resolution": self.quality(order),
            "duration": order.seconds,
        }
        options = {"external_task_id": str(external_id), "watermark_info": {"enabled": False}}
        body: dict[str, Any] = {"settings": settings, "options": options}
        if pictures:
            frames = [{"type": kind, "url": one} for kind, one in zip(_FRAMES, pictures, strict=False)]
            words = [{"type": "prompt", "text": order.prompt}] if order.prompt else []
            body["contents"] = words + frames
        else:
            settings["aspect_ratio"] = order.shape.value
            body["prompt"] = order.prompt
        path = "/image-to-video/" if pictures else "/text-to-video/"
        return task_of(await self._api.submit(path + self._settings.model, body), "id")

    async def told(self, task: str) -> Told | None:
        """Ask about a task by its id."""
        if not is_task(task):
            return None
        data = await self._api.ask("/tasks", {"task_ids": task})
        rows = data if isinstance(data, Sequence) else ()
        row = next((one for one in rows if isinstance(one, Mapping) and one.get("id") == task), None)
        if row is None:
            return None
        outputs = row.get("outputs") or ()
        return Told(
            state=str(row.get("status")),
            why=str(row.get("message") or ""),
            created_at_ms=moment(row.get("created_at")),
            addresses=addresses([one for one in outputs if not isinstance(one, Mapping) or one.get("type") == "video"]),
            external_id=str(row.get("external_task_id") or ""),
        )

    async def health(self) -> None:
        """Ask for the account's costs."""
        await self._api.ask("/account/costs")
