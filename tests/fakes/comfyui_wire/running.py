"""ComfyUI's queue and its one executor: a task at a time, steps told by WebSocket, the end kept in the history."""

import asyncio
import copy
import heapq
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from PIL import Image

from tests.fakes.comfyui_wire.films import film
from tests.fakes.comfyui_wire.trouble import Trouble

Item = tuple[float, str, dict[str, Any], dict[str, Any], list[str]]
"""number, prompt_id, graph, extra_data, outputs to execute: a row of /queue."""

Message = tuple[str, dict[str, Any]]
Tell = Callable[[str, dict[str, Any], str | None], Awaitable[None]]

_LOOK_S = 0.01


class Interrupted(Exception):
    """Somebody pressed stop."""


class Queue:
    """What waits, what runs, what has ended. `free` unset holds every task before its next step.

    `by_hand` nothing moves but by `begin` and `finish`, so that a test needn't wait.
    """

    def __init__(self, output: Path, trouble: Trouble, tell: Tell, *, by_hand: bool = False) -> None:
        """Run tasks once `run` is called; outputs go to a folder."""
        self.by_hand = by_hand
        self.pending: list[Item] = []
        self.running: Item | None = None
        self.history: dict[str, dict[str, Any]] = {}
        self.runs: list[str] = []
        """Ids of all that was ever begun, in order."""
        self.free = asyncio.Event()
        self.free.set()
        self._output, self._trouble, self._tell = output, trouble, tell
        self._wanted = asyncio.Event()
        self._interrupted = asyncio.Event()

    async def put(self, item: Item) -> None:
        """Queue a task."""
        heapq.heappush(self.pending, item)
        self._wanted.set()
        await self._status()

    def delete(self, prompt_id: str) -> None:
        """Take a waiting task out."""
        self.pending = [one for one in self.pending if one[1] != prompt_id]
        heapq.heapify(self.pending)

    def interrupt(self, prompt_id: str | None) -> None:
        """Stop what runs: this task only, or whichever it is."""
        if self.running is not None and prompt_id in {None, self.running[1]} and not self._trouble.deaf:
            self._interrupted.set()
            if self.by_hand:
                self._end(self.running, {}, "error", [("execution_interrupted", {"prompt_id": self.running[1]})])

    def begin(self) -> Item | None:
        """Begin with the next one that waits, unless one runs."""
        if self.running is None and self.pending:
            self.running = heapq.heappop(self.pending)
            self._interrupted.clear()
            self.runs.append(self.running[1])
        return self.running

    def finish(self) -> None:
        """Let everything come to its end, by hand."""
        while (item := self.begin()) is not None:
            self._end(item, *self._done(item))

    def _done(self, item: Item) -> tuple[dict[str, Any], str, list[Message]]:
        graph, outputs = item[2], {}
        if self._trouble.breaks:
            return {}, "error", [("execution_error", {"exception_type": self._trouble.breaks, "node_type": "KSampler"})]
        for node_id, node in graph.items():
            if node["class_type"] == "SaveVideo":
                outputs[node_id] = self._save(node["inputs"]["filename_prefix"], graph)
        return outputs, "success", [("execution_success", {"prompt_id": item[1]})]

    def _end(self, item: Item, outputs: dict[str, Any], status: str, messages: list[Message]) -> None:
        done = {"status_str": status, "completed": status == "success", "messages": messages}
        self.history[item[1]] = {"prompt": list(copy.deepcopy(item)), "outputs": outputs, "status": done, "meta": {}}
        self.running = None

    async def run(self) -> None:
        """Execute for ever."""
        while True:
            while not self.pending or self.by_hand:
                self._wanted.clear()
                await self._wanted.wait()
            item = self.begin()
            if item is not None:
                self._end(item, *await self._execute(item))
            await self._status()

    async def _execute(self, item: Item) -> tuple[dict[str, Any], str, list[Message]]:
        _, prompt_id, graph, extra, _ = item
        client, outputs = extra.get("client_id"), {}
        messages: list[Message] = []
        messages.append(("execution_start", {"prompt_id": prompt_id}))
        await self._tell("execution_start", {"prompt_id": prompt_id}, client)
        status = "success"
        try:
            for node_id, node in graph.items():
                await self._tell("executing", {"node": node_id, "prompt_id": prompt_id}, client)
                if "steps" in node["inputs"]:
                    await self._steps(prompt_id, node_id, node["inputs"]["steps"], client)
                if node["class_type"] == "SaveVideo":
                    outputs[node_id] = await asyncio.to_thread(self._save, node["inputs"]["filename_prefix"], graph)
                    told = {"node": node_id, "output": outputs[node_id], "prompt_id": prompt_id}
                    await self._tell("executed", told, client)
            messages.append(("execution_success", {"prompt_id": prompt_id}))
        except Interrupted:
            status = "error"
            messages.append(("execution_interrupted", {"prompt_id": prompt_id, "node_type": "KSampler"}))
        except ArithmeticError as error:
            status = "error"
            told = {"prompt_id": prompt_id, "node_type": "KSampler", "exception_type": str(error)}
            messages.append(("execution_error", {**told, "exception_message": f"in: {graph}", "traceback": ["..."]}))
        await self._tell(*messages[-1], client)
        return outputs, status, messages

    async def _steps(self, prompt_id: str, node_id: str, steps: int, client: str | None) -> None:
        for step in range(1, steps + 1):
            while not self.free.is_set() and not self._interrupted.is_set():  # noqa: ASYNC110 - either of two events
                await asyncio.sleep(_LOOK_S)
            if self._interrupted.is_set():
                raise Interrupted
            if self._trouble.breaks:
                raise ArithmeticError(self._trouble.breaks)
            told = {"value": step, "max": steps, "prompt_id": prompt_id, "node": node_id}
            await self._tell("progress", told, client)

    def _save(self, prefix: str, graph: dict[str, Any]) -> dict[str, Any]:
        """Write the file as ComfyUI names it: PREFIX_00001_.mp4, counting up."""
        folder, name = self._output / Path(prefix).parent, Path(prefix).name
        folder.mkdir(parents=True, exist_ok=True)
        number = 1 + len(list(folder.glob(f"{name}_*_.mp4")))
        path = folder / f"{name}_{number:05}_.mp4"
        result = self._trouble.result
        if result == "nothing":
            return {"text": ["done"]}
        film(path, graph, codec="libvpx-vp9" if result == "vp9" else "libx264")
        if result == "text":
            path.write_text("<html>no video</html>")
        elif result == "picture":
            Image.new("RGB", (64, 64)).save(path, "PNG")
        elif result == "cut":
            path.write_bytes(path.read_bytes()[:700])
        elif result == "huge":
            with path.open("r+b") as file:
                file.truncate(self._trouble.huge_bytes)
        where = {"filename": path.name, "subfolder": str(path.parent.relative_to(self._output)), "type": "output"}
        return {"images": [where], "animated": [True]}

    async def _status(self) -> None:
        left = len(self.pending) + (self.running is not None)
        await self._tell("status", {"status": {"exec_info": {"queue_remaining": left}}}, None)
