"""The gateway: sessions, events with sequence numbers, resuming with what was missed, and bad days."""

import asyncio
import json
import secrets
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.fakes.discord_wire.refusals import Json
from tests.fakes.discord_wire.world import World

DISPATCH, BEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
BAD_TOKEN, NOT_SIGNED_IN, BAD_SEQUENCE, BAD_SHARD, SHARDS_NEEDED = 4004, 4003, 4007, 4010, 4011
BAD_INTENTS, DISALLOWED_INTENTS = 4013, 4014
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
KNOWN_INTENTS = (1 << 26) - 1
BEAT_EVERY_MS = 41250
_IN_GUILD = {"MESSAGE": 1 << 9}
_IN_PRIVATE = {"MESSAGE": 1 << 12}


@dataclass(eq=False)
class Session:
    """One session of one shard, connected or not, with everything that it was sent."""

    id: str
    shard: int
    shards: int
    intents: int
    log: list[str] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    sent: int = 0
    awake: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, name: str, data: Json) -> None:
        """Note an event; it is sent as soon as somebody is connected."""
        self.log.append(json.dumps({"op": DISPATCH, "t": name, "s": len(self.log) + 1, "d": data}))
        self.awake.set()


class Gateway:
    """All connections of the bot.

    `lag_s` holds each event back; `repeated` events before the last known one are sent again on a resume.
    """

    def __init__(self, world: World, token: str) -> None:
        """Serve `world` to whoever knows the token."""
        self._world = world
        self._token = token
        self.allowed_privileged = 0
        self.shards_needed = 1
        self.lag_s = 0.0
        self.repeated = 0
        self.refuses_resumes = False
        self.sessions: dict[str, Session] = {}
        self.identified: list[Json] = []
        self.resumed: list[Json] = []
        self.url = ""
        world.tell = self.dispatch

    @property
    def connected(self) -> list[Session]:
        """The sessions that have a connection."""
        return [one for one in self.sessions.values() if one.socket is not None and not one.socket.closed]

    async def until_connected(self, shards: int = 1, within_s: float = 30.0) -> None:
        """Wait until this many shards are connected and were told of their servers."""
        what = f"a connection of {shards} shards"
        await self._world.until(
            lambda: len([one for one in self.connected if one.sent]) >= shards, within_s=within_s, what=what
        )

    def dispatch(self, name: str, data: Json, guild_id: int | None) -> None:
        """Send an event to the shard that is concerned."""
        families = _IN_PRIVATE if guild_id is None else _IN_GUILD
        needed = families.get(name.split("_", maxsplit=1)[0], 0)
        latest: dict[int, Session] = {one.shard: one for one in self.sessions.values()}
        for session in latest.values():
            if ((guild_id or 0) >> 22) % session.shards == session.shard and session.intents & needed == needed:
                session.add(name, data)

    async def drop(self, code: int | None = None) -> None:
        """Break all connections: with a closing code, or without a word."""
        for session in self.connected:
            assert session.socket is not None
            if code is None:
                transport = session.socket._req.transport if session.socket._req else None  # noqa: SLF001
                if transport is not None:
                    transport.abort()
                session.socket = None
            else:
                await session.socket.close(code=code)

    async def reconnect(self) -> None:
        """Ask all to come back."""
        await self._say({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Call all sessions invalid; one that isn't resumable is forgotten."""
        told = self.connected
        await self._say({"op": INVALID, "d": resumable})
        if not resumable:
            for session in told:
                self.sessions.pop(session.id, None)

    async def _say(self, what: Json) -> None:
        for session in self.connected:
            assert session.socket is not None
            await session.socket.send_json(what)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection to its end."""
        socket = web.WebSocketResponse(max_msg_size=16384)
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": BEAT_EVERY_MS}, "s": None, "t": None})
        session: Session | None = None
        sender: asyncio.Task[None] | None = None
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    break
                told = json.loads(message.data)
                if told["op"] == BEAT:
                    await socket.send_json({"op": ACK, "d": None})
                elif told["op"] in {IDENTIFY, RESUME}:
                    session = await self._begin(socket, told["op"], told["d"])
                    if session is not None:
                        sender = asyncio.create_task(self._send(session, socket))
        finally:
            if sender is not None:
                sender.cancel()
            if session is not None and session.socket is socket:
                session.socket = None
            self._world.changed()
        return socket

    async def _begin(self, socket: web.WebSocketResponse, op: int, told: Json) -> Session | None:
        wrong = self._wrong_with(op, told)
        if wrong:
            await socket.close(code=wrong)
            return None
        if op == IDENTIFY:
            self.identified.append(told)
            return self._identify(socket, told)
        self.resumed.append(told)
        session = self.sessions.get(told["session_id"])
        if session is None or self.refuses_resumes or told["seq"] > len(session.log):
            await socket.send_json({"op": INVALID, "d": False})
            return None
        session.sent = max(1, told["seq"] - self.repeated)
        session.add("RESUMED", {"_trace": []})
        session.socket = socket
        return session

    def _wrong_with(self, op: int, told: Json) -> int | None:
        if told.get("token", "").removeprefix("Bot ") != self._token:
            return BAD_TOKEN
        if op == RESUME:
            return None
        if told["intents"] & ~KNOWN_INTENTS:
            return BAD_INTENTS
        if told["intents"] & PRIVILEGED & ~self.allowed_privileged:
            return DISALLOWED_INTENTS
        shard, shards = told.get("shard", (0, 1))
        if not 0 <= shard < shards:
            return BAD_SHARD
        return SHARDS_NEEDED if shards < self.shards_needed else None

    def _identify(self, socket: web.WebSocketResponse, told: Json) -> Session:
        shard, shards = told.get("shard", (0, 1))
        session = Session(secrets.token_hex(16), shard, shards, told["intents"], socket=socket)
        self.sessions = {key: one for key, one in self.sessions.items() if one.shard != shard} | {session.id: session}
        me = self._world.me
        guilds = [
            one for one in self._world.guilds.values() if me.id in one.members and (one.id >> 22) % shards == shard
        ]
        session.add(
            "READY",
            {
                "v": 10,
                "user": me.payload | {"verified": True, "mfa_enabled": True, "email": None, "flags": 0},
                "guilds": [{"id": str(one.id), "unavailable": True} for one in guilds],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "session_type": "normal",
                "shard": [shard, shards],
                "application": {"id": str(me.id), "flags": 0},
                "private_channels": [],
                "user_settings": {},
                "relationships": [],
                "presences": [],
            },
        )
        for one in guilds:
            session.add("GUILD_CREATE", one.payload(me))
        return session

    async def _send(self, session: Session, socket: web.WebSocketResponse) -> None:
        while not socket.closed and session.socket is socket:
            if session.sent < len(session.log):
                if self.lag_s:
                    await asyncio.sleep(self.lag_s)
                await socket.send_str(session.log[session.sent])
                session.sent += 1
                self._world.changed()
            else:
                session.awake.clear()
                await session.awake.wait()
