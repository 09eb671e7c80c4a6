"""Our own Kling on loopback: both contracts and the results behind one port."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np
from aiohttp import web

from tests.fakes.footage import clip
from tests.fakes.kling_wire.account import KEYS, Account
from tests.fakes.kling_wire.limits import Judge
from tests.fakes.kling_wire.refusals import Json, Refused, told
from tests.fakes.kling_wire.tasks import ADDRESS_LASTS_MS, Task, Tasks
from tests.fakes.kling_wire.trouble import Bad, Lie, Trouble
from tests.fakes.time import FakeClock

KINDS = ("text2video", "image2video", "video-extend", "lip-sync")
ENDLESS_BYTES = 2 * 2**30
_PIECE = bytes(2**20)
Answer = Callable[[web.Request], Awaitable[Any]]


@dataclass(frozen=True)
class Seen:
    """One request as it came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class KlingWire:
    """The fake. `async with KlingWire(clock) as fake` starts it on a free port.

    `account` has its keys' credit, `tasks` what was begun, `trouble` what goes wrong, `seen` every request with all
    that it carried, `pictures` the pictures that came, `sent_bytes` how much of results was sent. `echoes`: tasks
    of the newer contract tell the customer's own id, which nobody documents.
    """

    def __init__(self, clock: FakeClock) -> None:
        """Take the clock by which tasks go on, addresses end and results are cleared."""
        self.clock = clock
        self.account = Account(clock)
        self.tasks = Tasks(clock, self.account)
        self.trouble = Trouble()
        self.seen: list[Seen] = []
        self.pictures: list[bytes] = []
        self.sent_bytes = 0
        self.echoes = False
        self.port = 0
        self._judge = Judge(self.tasks.videos, self.pictures)
        self._runner: web.AppRunner | None = None

    @property
    def base_url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def settings(self, contract: str) -> dict[str, str]:
        """Give the settings of `tests.service.Service` that lead here by a contract, "legacy" or "newer"."""
        return {**KEYS[contract], "KLING_BASE_URL": self.base_url}

    async def __aenter__(self) -> Self:
        """Listen."""
        app = web.Application(client_max_size=64 * 2**20)
        for kind in KINDS:
            app.router.add_post(f"/v1/videos/{kind}", self._answered(self._begin_legacy, legacy=True))
            app.router.add_get(f"/v1/videos/{kind}", self._answered(self._list, legacy=True))
            app.router.add_get(f"/v1/videos/{kind}/{{name}}", self._answered(self._one, legacy=True))
        for source in ("text-to-video", "image-to-video"):
            app.router.add_post(f"/{source}/{{model}}", self._answered(self._begin_newer, legacy=False))
        app.router.add_get("/tasks", self._answered(self._newer_tasks, legacy=False))
        app.router.add_get("/account/costs", self._answered(self._costs, legacy=False))
        app.router.add_get("/results/{name}.mp4", self._result)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        if self._runner is not None:
            await self._runner.cleanup()

    def callback(self, task: Task, state: str = "") -> bytes:
        """Write what Kling posts about a task of the older contract; with a `state`, anybody's lie about it."""
        data = self._legacy(task) | ({"task_status": state} if state else {})
        return json.dumps(told(0, "SUCCEED", data, 0)).encode()

    def _answered(self, do: Answer, *, legacy: bool) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            body = await request.read()
            self.seen.append(Seen(request.method, request.path_qs, dict(request.headers), body))
            number, planned = len(self.seen), self.trouble.next(request.path)
            try:
                if planned is Bad.CUT_BEFORE:
                    _cut(request)
                check = self.account.check_token if legacy else self.account.check_key
                check(request.headers.get("Authorization"))
                _break(planned, range(5000))
                data = await do(request)
                _break(planned, range(5000, 6000))
            except Refused as refused:
                return web.json_response(told(refused.code, refused.why, None, number), status=refused.status)
            if planned is Bad.CUT_AFTER and self.trouble.forgets:
                self.tasks.known.popitem()
                self.trouble.forgets = False
            return await _as_planned(request, planned, told(0, "SUCCEED", data, number))

        return handle

    async def _begin_legacy(self, request: web.Request) -> Json:
        kind, body = request.path.rpartition("/")[2], await _json(request)
        self._judge.legacy(kind, body)
        external = body.get("external_task_id", "")
        if external and self.tasks.of(external):
            raise Refused(1201, "external_task_id is not unique")
        return self._legacy(self.tasks.begin(kind, external, body, self.trouble.fails))

    async def _list(self, request: web.Request) -> list[Json]:
        kind = request.path.rpartition("/")[2]
        return [self._legacy(one) for one in reversed(list(self.tasks.alive())) if one.kind == kind]

    async def _one(self, request: web.Request) -> Json:
        kind = request.path.split("/")[3]
        found = self.tasks.find(request.match_info["name"], kind)
        if found is None:
            raise Refused(1203, "task not found")
        return self._legacy(found)

    async def _begin_newer(self, request: web.Request) -> Json:
        source, body = request.path.split("/")[1], await _json(request)
        self._judge.newer(source, request.match_info["model"], body)
        external = body.get("options", {}).get("external_task_id", "")
        return self._newer(self.tasks.begin(source, external, body, self.trouble.fails))

    async def _newer_tasks(self, request: web.Request) -> list[Json]:
        names = request.query.get("task_ids", "").split(",")
        return [self._newer(one) for name in names if (one := self.tasks.find(name))]

    async def _costs(self, _: web.Request) -> Json:
        return {"resource_pack_subscribe_infos": [{"remaining_quantity": self.account.credit}]}

    def _legacy(self, task: Task) -> Json:
        state = self.tasks.state(task)
        data: Json = {
            "task_id": task.name,
            "task_status": "succeed" if state == "done" else state,
            "task_status_msg": task.fails if state == "failed" else "",
            "task_info": {"external_task_id": task.external},
            "created_at": task.began_ms,
            "updated_at": self.clock.now_ms(),
        }
        if state == "done":
            video = {"id": task.video, "url": self._address(task), "duration": str(task.seconds)}
            data |= {"task_result": {"videos": [video]}, "final_unit_deduction": "1"}
        return data

    def _newer(self, task: Task) -> Json:
        state = self.tasks.state(task)
        data: Json = {"id": task.name, "status": "succeeded" if state == "done" else state, "message": ""}
        if self.echoes:
            data["external_task_id"] = task.external
        if state == "failed":
            data["message"] = task.fails
        if state == "done":
            data["outputs"] = [{"type": "video", "url": self._address(task), "duration": task.seconds}]
        return data

    def _address(self, task: Task) -> str:
        ends_ms = self.clock.now_ms() + ADDRESS_LASTS_MS
        base = self.trouble.elsewhere or self.base_url
        return f"{base}/results/{task.name}.mp4?expires={ends_ms}&sign={_sign(task.name, ends_ms)}"

    async def _result(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(Seen(request.method, request.path_qs, dict(request.headers), b""))
        name, ends_ms = request.match_info["name"], int(request.query["expires"])
        if request.query["sign"] != _sign(name, ends_ms) or ends_ms <= self.clock.now_ms():
            raise web.HTTPForbidden
        if self.tasks.find(name) is None:
            raise web.HTTPNotFound
        match self.trouble.lie:
            case Lie.BROKEN:
                raise web.HTTPInternalServerError
            case Lie.MOVED:
                raise web.HTTPFound("http://127.0.0.1:9/inside")
            case Lie.ENDLESS:
                return await self._endless(request)
            case lie:
                return web.Response(body=_content(lie), content_type="video/mp4")

    async def _endless(self, request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": "video/mp4"})
        await answer.prepare(request)
        await answer.write(made_video()[:512])
        while self.sent_bytes < ENDLESS_BYTES:
            await answer.write(_PIECE)
            self.sent_bytes += len(_PIECE)
        return answer


@lru_cache
def made_video() -> bytes:
    """Make the video that every good task gives."""
    frames = [np.full((90, 160, 3), level, np.uint8) for level in range(0, 240, 16)]
    with clip(frames, fps=15) as memory:
        return memory.read()


def _content(lie: Lie) -> bytes:
    video = made_video()
    return {
        Lie.NONE: video,
        Lie.WORDS: b"<html>Your video is being prepared</html>" * 50,
        Lie.PICTURE: b"\xff\xd8\xff\xe0" + bytes(4000),
        Lie.CUT: video[: len(video) // 2],
    }[lie]


def _sign(name: str, ends_ms: int) -> str:
    return hashlib.sha256(f"{name} {ends_ms} fake".encode()).hexdigest()[:16]


def _break(planned: Bad | int | None, codes: range) -> None:
    """Refuse before anything is done; break down after it."""
    if isinstance(planned, int) and planned in codes:
        raise Refused(planned)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


async def _json(request: web.Request) -> Json:
    try:
        body: Json = json.loads(await request.read())
    except ValueError:
        raise Refused(1200, "no JSON") from None
    return body


async def _as_planned(request: web.Request, planned: Bad | int | None, body: Json) -> web.Response:
    match planned:
        case Bad.CUT_AFTER:
            _cut(request)
        case Bad.TIME_OUT:
            await asyncio.sleep(3600)
        case Bad.NONSENSE:
            return web.Response(text="<html>504</html>", content_type="text/html")
        case Bad.ENDLESS:
            return web.Response(text='{"code": 0, "data": "' + "x" * 8_000_000)
        case Bad.NO_TASK:
            return web.json_response(body | {"data": {}})
    return web.json_response(body)
