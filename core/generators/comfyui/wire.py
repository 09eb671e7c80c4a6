"""ComfyUI's HTTP interface, as its server.py has it: pictures, prompts, the queue, the history and files.

Raises Busy where nobody answers and nothing was begun by asking; answers that aren't what ComfyUI says count as none.
Raises Declined("access_refused") where something before it wants a key.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from core.errors import Busy, Declined, LostSubmit, Spoiled
from core.generation.declined import ACCESS_REFUSED, RESULT_GONE, RESULT_TOO_LARGE
from core.work import Memory

AFTER_S = 5.0
"""How long to wait before asking a ComfyUI again that doesn't answer."""

ANSWER_S = 30.0
"""How long to wait for an answer. ComfyUI answers between two steps of a sampler, which may take seconds."""

ANSWER_MOST_BYTES = 32 * 2**20
"""An answer in JSON that is longer isn't read: a history entry repeats the graph and is some kilobytes."""

_FRESH = httpx.Limits(max_keepalive_connections=0)
"""No connection is used twice: one that ComfyUI closed meanwhile would make an order look lost."""

_PIECE_BYTES = 256 * 1024
_HEADERS = {"User-Agent": "hushreel", "Accept-Encoding": "identity"}
"""Nothing is unpacked: a few packed bytes could become any number."""

_CONNECT_S = 5.0
_OK, _LATER, _BROKEN = 200, 429, 500
_LOCKED = frozenset({401, 403})
_GOOD = range(200, 300)
_REFUSED = range(400, 500)


@dataclass(frozen=True)
class Answer:
    """What ComfyUI said: HTTP's status, and what it sent."""

    status: int
    content: bytes

    @property
    def is_good(self) -> bool:
        """Whether it did what it was asked."""
        return self.status in _GOOD

    @property
    def is_refusal(self) -> bool:
        """Whether it says that it was asked wrongly."""
        return self.status in _REFUSED

    def json(self) -> Any:
        """Read it as JSON. Raises Busy for what is none: then it isn't ComfyUI that answers."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            raise Busy(AFTER_S) from None


@dataclass(frozen=True)
class Waiting:
    """ComfyUI's queue: the ids of what runs, and of what waits in its order."""

    running: tuple[str, ...]
    pending: tuple[str, ...]

    def place(self, task: str) -> int:
        """Give the place of a task that waits, 1 for the next one that is begun."""
        return self.pending.index(task) + 1


@dataclass(frozen=True)
class Kept:
    """A file that a node made: its name, folder inside "output" or "temp", and which of those."""

    filename: str
    subfolder: str
    type: str


class Wire:
    """Calls one ComfyUI. Goes straight there: by no proxy, along no redirect, with no cookie."""

    def __init__(self, url: str, answer_s: float = ANSWER_S) -> None:
        """Take the base address, such as http://127.0.0.1:8188."""
        timeout = httpx.Timeout(answer_s, connect=_CONNECT_S)
        self._http = httpx.AsyncClient(base_url=url, timeout=timeout, limits=_FRESH, headers=_HEADERS, trust_env=False)

    async def close(self) -> None:
        """Hang up."""
        await self._http.aclose()

    async def stats(self) -> Mapping[str, Any]:
        """Give the versions and devices that it tells of itself."""
        return _mapping(await self._get("/system_stats"))

    async def node(self, name: str) -> Mapping[str, Any] | None:
        """Describe a node class; None for one that it doesn't have."""
        found = _mapping(await self._get(f"/object_info/{name}")).get(name)
        return None if found is None else _mapping(found)

    async def upload(self, name: str, folder: str, content: bytes) -> Answer:
        """Put a picture (JPEG) into its input folder."""
        form = {"subfolder": folder, "type": "input", "overwrite": "true"}
        return await self._told("POST", "/upload/image", data=form, files={"image": (name, content, "image/jpeg")})

    async def prompt(self, body: Mapping[str, Any]) -> Answer:
        """Queue a graph. Raises Busy where it wasn't reached, LostSubmit where nobody knows whether it is queued."""
        try:
            answer = await self._asked("POST", "/prompt", json=body)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise Busy(AFTER_S) from None
        except httpx.HTTPError as error:
            raise LostSubmit(problem=type(error).__name__) from None
        if answer.status in _LOCKED:
            raise Declined(ACCESS_REFUSED, status=answer.status)
        if answer.status == _LATER:
            raise Busy(AFTER_S)
        if not (answer.is_good or answer.is_refusal):
            raise LostSubmit(status=answer.status)
        return answer

    async def queue(self) -> Waiting:
        """Tell what runs and what waits. ComfyUI lists the latter as a heap: sorted by number it is the order."""
        told = _mapping(await self._get("/queue"))
        try:
            running = tuple(str(row[1]) for row in told["queue_running"])
            pending = tuple(str(row[1]) for row in sorted(told["queue_pending"], key=lambda row: (row[0], str(row[1]))))
        except (KeyError, TypeError, IndexError):
            raise Busy(AFTER_S) from None
        return Waiting(running, pending)

    async def unqueue(self, task: str) -> None:
        """Take a task out of the queue; one that doesn't wait is left alone."""
        await self._told("POST", "/queue", json={"delete": [task]})

    async def interrupt(self, task: str) -> None:
        """Stop a task that runs, at its next step, and no other one."""
        await self._told("POST", "/interrupt", json={"prompt_id": task})

    async def history(self, task: str) -> Mapping[str, Any] | None:
        """Give what it remembers of a finished task; None for one that it doesn't know (any more)."""
        found = _mapping(await self._get(f"/history/{task}")).get(task)
        return None if found is None else _mapping(found)

    async def forget(self, task: str) -> None:
        """Have it forget a finished task: its words are in the history."""
        await self._told("POST", "/history", json={"delete": [task]})

    async def file(self, kept: Kept, max_bytes: int) -> Memory:
        """Bring a file. Raises Spoiled: result_gone, result_too_large."""
        memory = Memory.empty()
        try:
            await self._into(memory, kept, max_bytes)
        except BaseException:
            memory.close()
            raise
        return memory

    async def _into(self, memory: Memory, kept: Kept, max_bytes: int) -> None:
        where = {"filename": kept.filename, "subfolder": kept.subfolder, "type": kept.type}
        try:
            async with self._http.stream("GET", "/view", params=where) as response:
                if response.status_code == _LATER or response.status_code >= _BROKEN:
                    raise Busy(AFTER_S)
                if response.status_code != _OK:
                    raise Spoiled(RESULT_GONE)
                async for piece in response.aiter_bytes(_PIECE_BYTES):
                    if memory.size_bytes + len(piece) > max_bytes:
                        raise Spoiled(RESULT_TOO_LARGE, limit_bytes=max_bytes)
                    memory.append(piece)
        except httpx.HTTPError:
            raise Busy(AFTER_S) from None

    async def _get(self, path: str) -> Any:
        return (await self._told("GET", path)).json()

    async def _told(self, method: str, path: str, **body: Any) -> Answer:
        """Ask. Raises Busy where no answer comes, or none that says it was done; refusals (400 to 499) are given."""
        try:
            answer = await self._asked(method, path, **body)
        except httpx.HTTPError:
            raise Busy(AFTER_S) from None
        if answer.status in _LOCKED:
            raise Declined(ACCESS_REFUSED, status=answer.status)
        if not (answer.is_good or answer.is_refusal) or answer.status == _LATER:
            raise Busy(AFTER_S)
        return answer

    async def _asked(self, method: str, path: str, **body: Any) -> Answer:
        """Ask, and read the answer as far as answers go. Raises httpx.HTTPError."""
        pieces = bytearray()
        async with self._http.stream(method, path, **body) as response:
            async for piece in response.aiter_bytes():
                pieces += piece
                if len(pieces) > ANSWER_MOST_BYTES:
                    raise httpx.DecodingError("too long")
        return Answer(response.status_code, bytes(pieces))


def _mapping(told: Any) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise Busy(AFTER_S)
    return told


def files_of(outputs: Any, node: str, endings: Collection[str]) -> Sequence[Kept]:
    """Find the files with such endings among what a task's nodes made, those of one node first.

    Nodes list them under names of their own ("images", "gifs", "video"), each with filename, subfolder and type.
    """
    if not isinstance(outputs, dict):
        return ()
    made = [one for _, one in sorted(outputs.items(), key=lambda item: item[0] != node) if isinstance(one, dict)]
    lists = [entries for one in made for entries in one.values() if isinstance(entries, list)]
    files = [entry for entries in lists for entry in entries if isinstance(entry, dict) and entry.get("filename")]
    kept = [Kept(*(str(entry.get(name, "")) for name in ("filename", "subfolder", "type"))) for entry in files]
    return [one for one in kept if one.filename.lower().endswith(tuple(endings))]
