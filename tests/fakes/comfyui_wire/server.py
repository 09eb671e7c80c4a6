"""Our own ComfyUI on loopback: its HTTP interface and WebSocket, as its server.py has them in 2026."""

import asyncio
import contextlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from aiohttp import web

from tests.fakes.comfyui_wire.classes import MODELS, NodeClass, classes
from tests.fakes.comfyui_wire.graph import refused
from tests.fakes.comfyui_wire.running import Queue
from tests.fakes.comfyui_wire.trouble import Trouble

UPLOAD_MOST_BYTES = 100 * 2**20
"""--max-upload-size is 100 MB unless set."""

_PIECE_BYTES = 65_536
_LONG_S = 60.0


@dataclass(frozen=True)
class Asked:
    """A request that came; of a form, its files."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class ComfyUIWire:
    """The fake. `async with ComfyUIWire(folder) as fake` starts it on a free port, its files in a folder.

    `queue` is what it does, `trouble` what goes wrong, `classes` its nodes, `asked` the requests that came.
    `restart()` forgets queue and history as ComfyUI does, keeps its files, and listens on the same port again.
    """

    def __init__(self, folder: Path, *, by_hand: bool = False) -> None:
        """Keep files below a folder; `by_hand` see Queue."""
        self._by_hand = by_hand
        self.input, self.output = folder / "input", folder / "output"
        self.input.mkdir()
        self.output.mkdir()
        self.trouble = Trouble()
        self.models = {name: list(files) for name, files in MODELS.items()}
        self.classes: dict[str, NodeClass] = classes(self.models)
        self.asked: list[Asked] = []
        self.uploads: list[bytes] = []
        self.begun = 0
        """How many tasks were ever queued."""

        self.sent_bytes = 0
        """How many bytes of files were sent."""

        self.queue = Queue(self.output, self.trouble, self._tell, by_hand=by_hand)
        self.port = 0
        self._sockets: dict[str, web.WebSocketResponse] = {}
        self._number = 0.0
        self._runner: web.AppRunner | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Its base address."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> Self:
        """Listen, on the port that it had before."""
        app = web.Application(client_max_size=UPLOAD_MOST_BYTES, middlewares=[self._watched])
        app.router.add_get("/ws", self._ws)
        for method, path in (("GET", "system_stats"), ("GET", "queue"), ("POST", "upload/image"), ("POST", "prompt"),
                             ("POST", "interrupt"), ("GET", "view")):  # fmt: skip
            app.router.add_route(method, f"/{path}", getattr(self, f"_{path.split('/')[0]}"))
        app.router.add_get("/object_info/{name}", self._object_info)
        app.router.add_get("/history/{prompt_id}", self._history)
        app.router.add_post("/queue", self._post_queue)
        app.router.add_post("/history", self._post_history)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]
        self._running = asyncio.create_task(self.queue.run())
        return self

    async def stop(self) -> None:
        """Die: what runs is lost."""
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
        await self.hang_up()
        if self._runner is not None:
            await self._runner.cleanup()

    async def restart(self) -> None:
        """Die and come back with no memory of tasks."""
        await self.stop()
        self.forget()
        await self.start()

    def forget(self) -> None:
        """Lose queue and history, as a restart does."""
        self.queue = Queue(self.output, self.trouble, self._tell, by_hand=self._by_hand)

    async def __aenter__(self) -> Self:
        """Listen."""
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        await self.stop()

    async def until_heard(self) -> None:
        """Wait until somebody listens."""
        while not self._sockets:  # noqa: ASYNC110 - of whoever connects
            await asyncio.sleep(0.01)

    async def hang_up(self) -> None:
        """Break every WebSocket."""
        for socket in list(self._sockets.values()):
            await socket.close()
        self._sockets.clear()

    async def tell_step(self, prompt_id: str, node: str, value: int, most: int) -> None:
        """Say to all who listen that a node is at a step."""
        await self._tell("progress", {"prompt_id": prompt_id, "node": node, "value": value, "max": most}, None)

    def narrow(self, name: str, put: str, least: int) -> None:
        """Let an input of a node class take no less than this."""
        known = self.classes[name]
        self.classes[name] = replace(known, required={**known.required, put: ("INT", {"min": least})})

    @web.middleware
    async def _watched(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Note what was asked; refuse another site's page, as create_origin_only_middleware does."""
        if "Origin" in request.headers and request.headers["Origin"].split("//")[-1] != request.headers["Host"]:
            raise web.HTTPForbidden
        body = await request.read() if request.content_type == "application/json" else b""
        self.asked.append(Asked(request.method, request.path_qs, dict(request.headers), body))
        if self.trouble.broken and request.path != "/ws":
            self.trouble.broken = False
            raise web.HTTPInternalServerError
        answer: web.StreamResponse = await handler(request)
        return answer

    async def _ws(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        sid = request.query.get("clientId") or uuid4().hex
        self._sockets[sid] = socket
        try:
            await socket.send_json({"type": "status", "data": {"status": self._exec_info(), "sid": sid}})
            await socket.send_bytes(b"\0\0\0\1preview")
            async for _ in socket:
                pass
        finally:
            if self._sockets.get(sid) is socket:
                del self._sockets[sid]
        return socket

    async def _tell(self, kind: str, data: dict[str, Any], sid: str | None) -> None:
        for name, socket in list(self._sockets.items()):
            if sid in {None, name}:
                with contextlib.suppress(ConnectionError):
                    await socket.send_json({"type": kind, "data": data})

    def _exec_info(self) -> dict[str, Any]:
        return {"exec_info": {"queue_remaining": len(self.queue.pending) + (self.queue.running is not None)}}

    async def _system_stats(self, _request: web.Request) -> web.Response:
        return web.json_response({"system": {"comfyui_version": "0.34.0"}, "devices": [{"name": "cuda:0"}]})

    async def _object_info(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        found = self.classes.get(name)
        return web.json_response({name: found.info(name)} if found else {})

    async def _upload(self, request: web.Request) -> web.Response:
        post = await request.post()
        image, subfolder = post.get("image"), str(post.get("subfolder", ""))
        if not isinstance(image, web.FileField) or not image.filename:
            return web.Response(status=400)
        path = (self.input / subfolder / image.filename).resolve()
        if not path.is_relative_to(self.input.resolve()):
            return web.Response(status=400)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(image.file.read())
        self.uploads.append(path.read_bytes())
        self.asked.append(Asked("POST", request.path_qs, dict(request.headers), path.read_bytes()))
        return web.json_response({"name": image.filename, "subfolder": subfolder, "type": "input"})

    async def _prompt(self, request: web.Request) -> web.Response:
        told = json.loads(await request.read())
        trouble, status = self.trouble, self.trouble.status
        lose, trouble.lose, trouble.status = trouble.lose, "", 0
        if status:
            return web.Response(status=status)
        if lose == "before":
            self._cut(request)
        if "prompt" not in told:
            return web.json_response({"error": "no prompt", "node_errors": []}, status=400)
        wrong = refused(told["prompt"], self.classes, self.input)
        if wrong is not None:
            return web.json_response({"error": wrong[0], "node_errors": wrong[1]}, status=400)
        prompt_id = str(uuid4()) if self.trouble.old else str(told.get("prompt_id", uuid4()))
        extra = {**told.get("extra_data", {}), "client_id": told.get("client_id")}
        number, self._number = self._number, self._number + 1
        outputs = [name for name, node in told["prompt"].items() if self.classes[node["class_type"]].is_output]
        self.begun += 1
        await self.queue.put((number, prompt_id, told["prompt"], extra, outputs))
        if lose in {"after", "restart"}:
            if lose == "restart":
                self.forget()
            self._cut(request)
        if lose == "silent":
            await asyncio.sleep(_LONG_S)
        if trouble.broken_after:
            trouble.broken_after = False
            return web.Response(status=500)
        if trouble.garbage:
            return web.Response(text="<html>hello</html>", content_type="text/html")
        return web.json_response({"prompt_id": prompt_id, "number": number, "node_errors": {}})

    def _cut(self, request: web.Request) -> None:
        if request.transport is not None:
            request.transport.abort()
        raise web.HTTPInternalServerError

    async def _queue(self, _request: web.Request) -> web.Response:
        running = [self.queue.running] if self.queue.running else []
        others = [[-1.0, f"other-{number}", {}, {}, []] for number in range(self.trouble.crowded)]
        self.trouble.crowded = 0
        return web.json_response({"queue_running": running, "queue_pending": [*self.queue.pending, *others]})

    async def _post_queue(self, request: web.Request) -> web.Response:
        told = await request.json()
        for prompt_id in told.get("delete", []):
            self.queue.delete(prompt_id)
        if told.get("clear"):
            self.queue.pending.clear()
        return web.Response()

    async def _interrupt(self, request: web.Request) -> web.Response:
        told = await request.json() if request.can_read_body else {}
        self.queue.interrupt(told.get("prompt_id"))
        return web.Response()

    async def _history(self, request: web.Request) -> web.Response:
        prompt_id = request.match_info["prompt_id"]
        found = self.queue.history.get(prompt_id)
        return web.json_response({prompt_id: found} if found else {})

    async def _post_history(self, request: web.Request) -> web.Response:
        told = await request.json()
        for prompt_id in told.get("delete", []):
            self.queue.history.pop(prompt_id, None)
        if told.get("clear"):
            self.queue.history.clear()
        return web.Response()

    async def _view(self, request: web.Request) -> web.StreamResponse:
        if self.trouble.view:
            return web.Response(status=self.trouble.view, headers={"Location": "http://127.0.0.1:9/"})
        name, kind = request.query["filename"], request.query.get("type", "output")
        if name.startswith("/") or ".." in name:
            return web.Response(status=400)
        folder = self.output if kind == "output" else self.input
        path = (folder / request.query.get("subfolder", "") / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            return web.Response(status=403)
        return await self._sent(request, path) if path.is_file() else web.Response(status=404)

    async def _sent(self, request: web.Request, path: Path) -> web.StreamResponse:
        size_bytes = (await asyncio.to_thread(path.stat)).st_size
        answer = web.StreamResponse(headers={"Content-Length": str(size_bytes)})
        answer.content_type = "video/mp4"
        await answer.prepare(request)
        with path.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                await answer.write(piece)
                self.sent_bytes += len(piece)
        await answer.write_eof()
        return answer
