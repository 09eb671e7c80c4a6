"""ComfyUI on the operator's own machine as a generator: nothing leaves the house.

Facts are ComfyUI's server.py and execution.py: /prompt takes a `prompt_id` of ours, so a lost order is found by it;
/queue and /history say how a task stands and forget all at a restart; nothing there deletes a file (see folders.py).
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from core.errors import BadInput, BadSetting, Busy, Declined, LimitReached, LostSubmit, RouteRefused, Spoiled
from core.generation.declined import (
    GENERATOR_UNREADY,
    INPUT_DECLINED,
    MODEL_MISSING,
    REQUEST_DECLINED,
    RESULT_GONE,
    RESULT_NOT_A_VIDEO,
)
from core.generators.comfyui.cancelling import stopped
from core.generators.comfyui.clearing import Clearing
from core.generators.comfyui.fitting import check
from core.generators.comfyui.folders import OURS, Folders
from core.generators.comfyui.house import check_in_the_house, is_loopback
from core.generators.comfyui.nodes import MODEL_MISSING as LACKS_MODEL
from core.generators.comfyui.nodes import lack_of
from core.generators.comfyui.pictures import TASK as CLEAN
from core.generators.comfyui.progress import Listener
from core.generators.comfyui.refusal import declined_by
from core.generators.comfyui.standing import ENDINGS, standing_of
from core.generators.comfyui.strip import TASK as STRIP
from core.generators.comfyui.template import SHIPPED, Template, load
from core.generators.comfyui.wire import AFTER_S, ANSWER_S, Answer, Wire, files_of
from core.generators.results import LARGEST_BYTES
from core.ports import WorkerPool
from core.records import Check, Cost, Erased, Material, Offers, Order, Outcome, PrivacyLabel, Stage, Standing, Trains
from core.videos import Media
from core.work import Product, Work

TIMEOUT_S = 120.0
SETTING = "HUSHREEL_COMFYUI_URL"
WAITING_MOST = 20
"""How many tasks may wait in ComfyUI's queue, anybody's, before we wait with ours."""

CLEARS_AFTER_S = 600.0
_MEDIA = {"image": Media.PICTURE, "audio": Media.SOUND, "video": Media.CLIP}


@dataclass(frozen=True)
class Setup:
    """What the operator sets. `models` are file names by the names that the templates give them.

    Without `folders` ComfyUI's files can't be deleted, and the label says so. `max_bytes` bounds a result; an answer is
    waited for `answer_s`, and then nobody knows what became of an order. What was fetched is deleted at ComfyUI after
    `clears_after_s`, at the latest.
    """

    url: str = "http://127.0.0.1:8188"
    folders: Folders | None = None
    workflows: Path = SHIPPED
    models: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = LARGEST_BYTES
    waiting_most: int = WAITING_MOST
    answer_s: float = ANSWER_S
    clears_after_s: float = CLEARS_AFTER_S


class ComfyUI:
    """The `Remote` that runs on the operator's own machine."""

    name = "comfyui"
    finds = True

    def __init__(self, setup: Setup, workers: WorkerPool) -> None:
        """Read the workflows. Raises BadSetting: comfyui_template_broken, comfyui_not_in_the_house."""
        check_in_the_house(setup.url, SETTING)
        self._setup = setup
        self._workers = workers
        self._templates = load(setup.workflows, setup.models)
        self._wire = Wire(setup.url, setup.answer_s)
        self._listener = Listener(setup.url)
        self._clearing = Clearing(self._wire, setup.folders, setup.clears_after_s)
        self._looked_at: set[str] = set()

    def label(self) -> PrivacyLabel:
        """Say that nothing leaves the house; without its folders, that what ComfyUI keeps isn't ours to delete."""
        ours = self._setup.folders is not None
        kept = "nothing" if ours else "until_operator_deletes"
        host = "this server" if is_loopback(self._setup.url) else "a machine of whoever runs this"
        return PrivacyLabel(
            host,
            "",
            leaves_the_house=False,
            keeps_inputs=kept,
            keeps_outputs=kept,
            trains=Trains.NO,
            deletes="deleted_when_fetched" if ours else "never",
        )

    def check(self, order: Order, *, media: Collection[Media]) -> Check:
        """Compare the order with the workflows. Raises RouteRefused with what they can."""
        check(order, media, self._templates)
        return Check(possible=True)

    def offers(self) -> Offers:
        """Say what shall not be seen can be named, where some workflow has an input for it."""
        return Offers(negative=any("negative" in one.inputs for one in self._templates))

    def estimate(self, order: Order, *, media: Collection[Media]) -> Cost:
        """Nobody charges anything; what the machine's electricity costs, nobody has told us."""
        del order, media
        return Cost()

    async def submit(self, order: Order, inputs: Sequence[Material], external_id: UUID) -> str:
        """Upload the pictures and queue the graph under our own id; see `Remote.submit`."""
        task = str(external_id)
        template = self._template(order, inputs)
        await self._look_at(template)
        waiting = await self._wire.queue()
        if len(waiting.pending) >= self._setup.waiting_most:
            raise Busy(AFTER_S, waiting=len(waiting.pending))
        try:
            pictures = [await self._upload(task, number, one) for number, one in enumerate(inputs)]
            graph = template.filled(order, save_as=f"{OURS}/{task}", pictures=pictures)
            answer = await self._wire.prompt(
                {"prompt": graph, "prompt_id": task, "client_id": self._listener.client_id}
            )
            if answer.is_refusal:
                raise declined_by(answer)
        except (Declined, Busy):
            await self._clearing.files(task)
            raise
        await self._has_our_id(answer, task)
        self._listener.watch(task, template.steps)
        return task

    async def find(self, external_id: UUID) -> str | None:
        """Look it up in the queue and then in the history; None also after a restart there, which forgets both."""
        task = str(external_id)
        return None if (await self.follow(task)).state is Stage.GONE else task

    async def follow(self, task: str) -> Standing:
        """Look into the queue first and then the history: what ends meanwhile is found in the second."""
        waiting = await self._wire.queue()
        if task in waiting.running:
            return Standing(Stage.WORKING, self._listener.share(task))
        if task in waiting.pending:
            return Standing(Stage.WAITING, data={"place": waiting.place(task)})
        self._listener.forget(task)
        entry = await self._entry(task)
        if entry is None:
            return Standing(Stage.GONE)
        standing = standing_of(entry)
        if standing.state is Stage.FAILED:
            self._clearing.later(task)
        return standing

    async def fetch(self, task: str) -> Product:
        """Bring the video, proven to be one and without the workflow in it; its files stay there for some minutes.

        Raises Spoiled: result_gone, result_not_a_video, result_too_large.
        """
        entry = await self._entry(task)
        if entry is None:
            raise Spoiled(RESULT_GONE)
        self._clearing.later(task)
        standing = standing_of(entry)
        if standing.code:
            raise Spoiled(standing.code, **standing.data)
        found = files_of(entry.get("outputs"), self._result_of(entry), ENDINGS)[0]
        with await self._wire.file(found, self._setup.max_bytes) as memory:
            try:
                return await self._workers.run(STRIP, Work({}, (memory,)), timeout_s=TIMEOUT_S)
            except (BadInput, LimitReached):
                raise Spoiled(RESULT_NOT_A_VIDEO) from None

    async def cancel(self, task: str) -> bool:
        """Take it out of the queue or interrupt it; False where it was ready, or doesn't stop within some seconds."""
        self._listener.forget(task)
        has_stopped = await stopped(self._wire, task)
        if has_stopped and _is_id(task):
            await self._clearing.now(task)
        return has_stopped

    async def erase(self, task: str) -> Erased:
        """Delete its files, and have ComfyUI forget its words. NEVER where its folders aren't ours.

        Raises Busy while it runs or waits still: what it makes then would be left behind.
        """
        waiting = await self._wire.queue()
        if task in waiting.running or task in waiting.pending:
            raise Busy(AFTER_S)
        self._listener.forget(task)
        if _is_id(task) and not await self._clearing.now(task):
            raise Busy(AFTER_S)
        return Erased(Outcome.DELETED if self._setup.folders else Outcome.NEVER)

    async def sweep(self, now_s: float, *, live: Collection[str] | None = None) -> int:
        """Delete files of ours that nobody needs, for a start; says how many those were.

        All but those of tasks that are `live`; where it isn't known which are, those that are older than a day.
        """
        return await self._setup.folders.sweep(now_s, live) if self._setup.folders else 0

    async def health(self) -> None:
        """Ask it, look at each workflow's nodes and models, and at the folders. Raises BadSetting."""
        try:
            await self._wire.stats()
            lacks = [(template.name, await lack_of(template, self._wire)) for template in self._templates]
        except Busy:
            raise BadSetting("comfyui_unreachable", setting=SETTING, address=self._setup.url) from None
        for workflow, lack in lacks:
            if lack is not None:
                raise lack.told(workflow)
        if self._setup.folders:
            self._setup.folders.check()

    async def close(self) -> None:
        """Hang up."""
        await self._clearing.close()
        await self._listener.close()
        await self._wire.close()

    def _template(self, order: Order, inputs: Sequence[Material]) -> Template:
        try:
            return check(order, [_MEDIA[one.media_type.partition("/")[0]] for one in inputs], self._templates)
        except RouteRefused as refused:
            raise Declined(REQUEST_DECLINED, our_code=refused.code) from None

    async def _look_at(self, template: Template) -> None:
        if template.name in self._looked_at:
            return
        lack = await lack_of(template, self._wire)
        if lack is not None:
            code = MODEL_MISSING if lack.code == LACKS_MODEL else GENERATOR_UNREADY
            raise Declined(code, lack=lack.code, name=lack.name)
        self._looked_at.add(template.name)

    async def _upload(self, task: str, number: int, material: Material) -> str:
        try:
            made = (await self._workers.run(CLEAN, Work({}, (material.memory,)))).parts["picture"]
        except BadInput as refused:
            raise Declined(INPUT_DECLINED, our_code=refused.code) from None
        name = f"{task}-{number}.jpg"
        with made:
            answer = await self._wire.upload(name, OURS, made.read())
        if answer.is_refusal:
            raise Declined(INPUT_DECLINED, status=answer.status)
        return f"{OURS}/{name}"

    async def _has_our_id(self, answer: Answer, task: str) -> None:
        """Stop what a ComfyUI queued that gives ids of its own, as old ones do. Raises Declined, LostSubmit."""
        try:
            other = str(json.loads(answer.content)["prompt_id"])
        except (ValueError, TypeError, KeyError, RecursionError):
            raise LostSubmit(status=answer.status) from None
        if other == task:
            return
        await stopped(self._wire, other)
        await self._clearing.files(task)
        raise Declined(GENERATOR_UNREADY, lack="comfyui_too_old", name=other)

    async def _entry(self, task: str) -> Mapping[str, Any] | None:
        """Give what ComfyUI remembers of a task of ours; None for what isn't the id of one."""
        return await self._wire.history(task) if _is_id(task) else None

    def _result_of(self, entry: Mapping[str, object]) -> str:
        """Name the node that the template of a task says its video comes from."""
        made = entry.get("outputs")
        results = [one.result for one in self._templates]
        return next((one for one in results if isinstance(made, dict) and one in made), "")


def _is_id(task: str) -> bool:
    try:
        return str(UUID(task)) == task
    except ValueError:
        return False
