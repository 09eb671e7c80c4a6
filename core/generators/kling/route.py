"""What both of Kling's contracts share: label, limits, prices, pictures, results, and what is erased there."""

from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from core.errors import BadInput, Declined, Spoiled
from core.generation.declined import GENERATOR_FAILED, INPUT_DECLINED, RESULT_GONE
from core.generators.kling import pictures, sounds
from core.generators.kling.errors import failure
from core.generators.kling.models import CAMERAS, Model, check
from core.generators.kling.wire import SUBMIT_S, Bearer, KlingApi
from core.generators.results import LARGEST_BYTES, Results
from core.ports import Clock, WorkerPool
from core.records import Check, Cost, Erased, Material, Offers, Order, Outcome, PrivacyLabel, Stage, Standing, Trains
from core.spending import NO_PRICES, Prices
from core.videos import Media
from core.work import Product, Work

SINGAPORE = "https://api-singapore.klingai.com"
KEPT_MS = 30 * 24 * 3_600_000
"""Kling clears results after 30 days (kling-api-docs/results)."""

LABEL = PrivacyLabel(
    host="api-singapore.klingai.com",
    country="Singapore",
    leaves_the_house=True,
    keeps_inputs="30 days, longer for legal reasons",
    keeps_outputs="30 days",
    trains=Trains.CONFLICT,
    deletes="expires",
    clauses={
        "country": "kling-api-terms/2026-place",
        "keeps_inputs": "kling-api-terms/2026-logs",
        "keeps_outputs": "kling-api-docs/results",
        "trains": "kling-api-terms/2026-no-training kling-api-terms/2026-improvement",
        "deletes": "kling-api-docs/deletion",
    },
)
_STAGES = {"submitted": Stage.WAITING, "processing": Stage.WORKING}
_FAILED = "failed"


@dataclass(frozen=True)
class KlingSettings:
    """How Kling is used here. What has no price costs an unknown sum; `mode` has the words for it.

    `submit_s` is how long an answer to a submit is waited for, before nobody knows what became of it.
    """

    model: str
    base_url: str = SINGAPORE
    largest_bytes: int = LARGEST_BYTES
    prices: Prices = NO_PRICES
    submit_s: float = SUBMIT_S


@dataclass(frozen=True)
class Told:
    """What a contract says of a task: its state by Kling's own word, why it failed, when it began, its results.

    `external_id` is ours, and `video` the id of its first result, where it tells them.
    """

    state: str
    why: str = ""
    created_at_ms: int | None = None
    addresses: Sequence[str] = ()
    external_id: str = ""
    video: str = ""


class KlingRoute(ABC):
    """The part of a `Remote` that is the same on both contracts."""

    name = "kling"
    finds = False
    done: str
    """The word with which the contract says that a video is made."""

    def __init__(
        self, settings: KlingSettings, bearer: Bearer, models: Mapping[str, Model], workers: WorkerPool, clock: Clock
    ) -> None:
        """Take what the operator has set up. Raises KeyError for a model that the contract doesn't have."""
        self._settings, self._workers, self._clock = settings, workers, clock
        self._model = models[settings.model]
        self._api = KlingApi(settings.base_url, bearer, settings.submit_s)
        self._results = Results(settings.base_url, workers, settings.largest_bytes)

    def label(self) -> PrivacyLabel:
        """Say what Kling's papers say of its API; the clauses stand in knowledge/digests.

        Where the operator has set another address, that is named, and no paper says which country it is in.
        """
        host = urlsplit(self._settings.base_url).hostname or ""
        if host == LABEL.host:
            return LABEL
        clauses = {what: clause for what, clause in LABEL.clauses.items() if what != "country"}
        return replace(LABEL, host=host, country="", clauses=clauses)

    def check(self, order: Order, *, media: Collection[Media]) -> Check:
        """Compare the order with the model's limits. Raises RouteRefused with what it can."""
        check(order, media, self._model)
        return Check(possible=True)

    def offers(self) -> Offers:
        """Say what the model takes beside words and pictures; of its camera moves those that have a name."""
        model = self._model
        cameras = tuple(sorted(CAMERAS)) if model.camera else ()
        qualities = model.qualities if len(model.qualities) > 1 else ()
        return Offers(model.negative, cameras, qualities, model.sound, model.multi_shot, model.continues)

    def estimate(self, order: Order, *, media: Collection[Media]) -> Cost:
        """Look the operator's price up by mode and seconds; unknown where none is set."""
        return self._settings.prices.cost(self.name, self.mode(order, media), order.seconds, self._clock.now_ms())

    def mode(self, order: Order, media: Collection[Media]) -> str:
        """Name what is priced by itself: "lips", "extend", else the quality, with "+sound" where Kling makes one."""
        if order.extras.continues:
            return "lips" if order.extras.speech or Media.SOUND in media else "extend"
        return self.quality(order) + ("+sound" if order.extras.sound else "")

    def quality(self, order: Order) -> str:
        """Give the mode that was asked for, or the model's usual one."""
        return order.extras.quality or self._model.qualities[0]

    @abstractmethod
    async def submit(self, order: Order, inputs: Sequence[Material], external_id: UUID) -> str:
        """Send an order; see `Remote`."""

    @abstractmethod
    async def told(self, task: str) -> Told | None:
        """Ask about a task. None: it isn't known there, or no longer."""

    async def find(self, external_id: UUID) -> str | None:
        """Find nothing: this contract documents no way to look a task up by our id."""
        del external_id
        return None

    async def known_as(self, hinted: str, external_id: UUID) -> str | None:
        """Give the task that our own id belongs to, as Kling tells it. Raises Busy or Declined.

        A hint which one it may be comes from anybody: it helps only where Kling's answer about it has our id.
        """
        told = None if self.finds else await self.told(hinted)
        if told is not None and told.external_id == str(external_id):
            return hinted
        return await self.find(external_id)

    async def follow(self, task: str) -> Standing:
        """Say how a task stands; what a state means that isn't documented, time will tell."""
        told = await self.told(task)
        if told is None:
            return Standing(Stage.GONE)
        if told.state == _FAILED:
            return Standing(Stage.FAILED, code=failure(told.why))
        if told.state == self.done:
            return Standing(Stage.READY if told.addresses else Stage.GONE, share=1.0)
        return Standing(_STAGES.get(told.state, Stage.WORKING))

    async def fetch(self, task: str) -> Product:
        """Bring the video; its address is asked for anew each time, because addresses end."""
        told = await self.told(task)
        if told is None or not told.addresses:
            raise Spoiled(GENERATOR_FAILED if told and told.state == _FAILED else RESULT_GONE)
        return await self._results.bring(told.addresses[0])

    async def cancel(self, task: str) -> bool:
        """Say that it goes on: Kling documents no way to stop a task (kling-api-docs/deletion)."""
        del task
        return False

    async def erase(self, task: str) -> Erased:
        """Say when Kling clears it, 30 days after it began: its API deletes no video. Now, where it knows it no more.

        Where nobody can tell when the task began, or which one it is, that was not later than now.
        """
        told, now_ms = await self.told(task) if task else None, self._clock.now_ms()
        if not task:
            return Erased(Outcome.EXPIRES, now_ms + KEPT_MS)
        if told is None:
            return Erased(Outcome.EXPIRES, now_ms)
        began_ms = now_ms if told.created_at_ms is None else min(now_ms, told.created_at_ms)
        return Erased(Outcome.EXPIRES, began_ms + KEPT_MS)

    @abstractmethod
    async def health(self) -> None:
        """Ask something that costs nothing. Raises Declined or Busy."""

    async def sweep(self, now_s: float, *, live: Collection[str]) -> int:
        """Delete nothing: Kling clears by itself."""
        del now_s, live
        return 0

    async def close(self) -> None:
        """Close the connections."""
        await self._api.close()

    async def pictures(self, inputs: Sequence[Material]) -> list[str]:
        """Re-encode pictures within Kling's limits, as raw base64. Raises Declined(input_declined)."""
        return [
            await self._bare(pictures.TASK, "picture", one) for one in inputs if one.media_type.startswith("image/")
        ]

    async def sound(self, material: Material) -> str:
        """Encode a sound anew for lip sync, as raw base64. Raises Declined(input_declined)."""
        return await self._bare(sounds.TASK, "sound", material)

    async def _bare(self, task: str, part: str, material: Material) -> str:
        try:
            made = (await self._workers.run(task, Work({}, (material.memory,)))).parts[part]
        except BadInput as refused:
            raise Declined(INPUT_DECLINED, our_code=refused.code) from None
        with made:
            return b64encode(made.read()).decode()


def addresses(rows: Any) -> list[str]:
    """Take the addresses of results out of an answer, whatever else is in it."""
    listed = rows if isinstance(rows, list | tuple) else ()
    found = [one.get("url") for one in listed if isinstance(one, Mapping)]
    return [one for one in found if isinstance(one, str) and one]


def first_id(rows: Any) -> str:
    """Take the id of the first result out of an answer; "" where there is none."""
    first = next(iter(rows if isinstance(rows, list | tuple) else ()), None)
    found = first.get("id") if isinstance(first, Mapping) else None
    return found if isinstance(found, str) else ""


def moment(value: Any) -> int | None:
    """Take a time in milliseconds since 1970, where that is what an answer holds."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
