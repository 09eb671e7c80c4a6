"""Marking, last of all: what a video is made of is put into it, readable by machines, before anybody gets it."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from core.errors import BadInput, LimitReached, NotMarked
from core.generation.origin import origin_of
from core.marks import Credentials
from core.ports import WorkerPool
from core.videos import Media
from core.work import Json, Memory, Product, Source, Work

TASK, LABEL = "mark", "label"
TIMEOUT_S = 600.0
MEDIA_TYPES: Mapping[str, str] = {"video": "video/mp4", "poster": "image/jpeg", "preview": "video/mp4"}
"""Types of the parts of a generator's product."""

log = logging.getLogger("hushreel.generation")


@dataclass(frozen=True)
class Marking:
    """The `Marker` of this house. A worker does it, with a one-time key: what it reads may come from elsewhere."""

    workers: WorkerPool
    credentials: Credentials
    label: str = ""
    """Words drawn into a corner of every picture, for people; "" draws none."""

    async def mark(self, product: Product, route: str, media: Collection[Media]) -> Product:
        """Give a product whose parts are marked; takes the given one's memories over.

        Raises NotMarked("marking_failed"): what isn't marked isn't delivered.
        """
        labelled: Mapping[str, Memory] = {}
        try:
            if self.label:
                labelled = await self._run(LABEL, {"text": self.label}, product.parts)
            marked = await self._marked(labelled or product.parts, origin_of(route, media).uri)
        finally:
            for memory in (*product.parts.values(), *labelled.values()):
                memory.close()
        return Product(marked, product.facts)

    async def mark_copy(self, copy: Memory, original: Source) -> Memory:
        """Mark a video that was encoded again as its original is; where that isn't, the copy isn't either.

        Takes the copy over. Raises as `mark`.
        """
        try:
            marked = await self._marked({"video": copy}, None, (original,))
        except BaseException:
            copy.close()
            raise
        if not marked:
            return copy
        copy.close()
        return marked["video"]

    async def _marked(
        self, parts: Mapping[str, Memory], uri: str | None, serving: tuple[Source, ...] = ()
    ) -> Mapping[str, Memory]:
        credential = self.credentials.issue()
        signing = {"chain": credential.chain, "key": credential.key}
        return await self._run(TASK, {"uri": uri, "version": version("hushreel"), **signing}, parts, serving)

    async def _run(
        self, task: str, parameters: Mapping[str, Json], parts: Mapping[str, Memory], serving: tuple[Source, ...] = ()
    ) -> Mapping[str, Memory]:
        named = {"names": list(parts), "media_types": [MEDIA_TYPES[name] for name in parts]}
        work = Work({**parameters, **named}, tuple(parts.values()))
        try:
            product = await self.workers.run(task, work, serving=serving, timeout_s=TIMEOUT_S)
        except (BadInput, LimitReached) as error:
            log.warning("a video was not marked: %s", error.code)
            raise NotMarked("marking_failed") from None
        return product.parts
