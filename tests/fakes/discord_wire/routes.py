"""What each route does."""

from collections import deque

from aiohttp import web

from tests.fakes.discord_wire import command_limits
from tests.fakes.discord_wire.bodies import Body
from tests.fakes.discord_wire.callbacks import Callbacks
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.places import ATTACH, DM, MANAGE_MESSAGES, SEND, UPLOAD_BYTES, VIEW, Channel
from tests.fakes.discord_wire.posting import erase, rewrite, write
from tests.fakes.discord_wire.refusals import (
    CANNOT_WRITE_TO,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    NOT_AUTHOR,
    TOO_MANY_CREATES,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    UNKNOWN_USER,
    Json,
)
from tests.fakes.discord_wire.rest import API, Answer, Judge
from tests.fakes.discord_wire.world import World

CREATES_A_DAY = 200
NONCE_LASTS_MS = 5 * 60 * 1000


class Routes:
    """The handlers, on a world."""

    def __init__(self, world: World, gateway_url: str) -> None:
        """Answer from `world`."""
        self._world = world
        self.gateway_url = gateway_url
        self._answers = Callbacks(world)
        self._creates: deque[int] = deque()
        self.shards = 1

    def add_to(self, app: web.Application, judge: Judge) -> None:
        """Add every route to an application."""
        command_path = "/applications/{application}/commands"
        token_path = "/webhooks/{application}/{token}"
        one, many = "/channels/{channel}/messages/{message}", "/channels/{channel}/messages"
        for method, path, handler in (
            ("GET", "/users/@me", self._me),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/@me", self._application),
            ("GET", "/gateway", self._gateway),
            ("GET", "/gateway/bot", self._gateway_bot),
            ("GET", command_path, self._commands),
            ("PUT", command_path, self._put_commands),
            ("POST", "/interactions/{interaction}/{token}/callback", self._callback),
            ("POST", token_path, self._follow),
            ("GET", token_path + "/messages/{message}", self._by_token),
            ("PATCH", token_path + "/messages/{message}", self._by_token),
            ("DELETE", token_path + "/messages/{message}", self._by_token),
            ("POST", "/users/@me/channels", self._private_chat),
            ("GET", "/channels/{channel}", self._channel),
            ("POST", many, self._post),
            ("GET", many, self._history),
            ("GET", one, self._one),
            ("PATCH", one, self._one),
            ("DELETE", one, self._one),
        ):
            app.router.add_route(method, API + path, judge.handle(handler))

    async def _me(self, _request: web.Request, _body: Body) -> Answer:
        return self._world.me.payload | {"verified": True, "mfa_enabled": True, "flags": 0, "locale": "en-US"}

    async def _application(self, _request: web.Request, _body: Body) -> Answer:
        me = self._world.me
        return {
            "id": str(me.id),
            "name": me.name,
            "icon": None,
            "description": "",
            "summary": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": 0,
            "owner": self._world.operator.payload,
            "team": None,
            "integration_types_config": {"0": {}, "1": {}},
        }

    async def _gateway(self, _request: web.Request, _body: Body) -> Answer:
        return {"url": self.gateway_url}

    async def _gateway_bot(self, _request: web.Request, _body: Body) -> Answer:
        limit = {"total": 1000, "remaining": 999, "reset_after": 14400000, "max_concurrency": 16}
        return {"url": self.gateway_url, "shards": self.shards, "session_start_limit": limit}

    async def _commands(self, _request: web.Request, _body: Body) -> Answer:
        return list(self._world.commands)

    async def _put_commands(self, _request: web.Request, body: Body) -> Answer:
        given = body.given
        assert isinstance(given, list)
        command_limits.commands(given)
        known = {(one["type"], one["name"]): one for one in self._world.commands}
        kept: list[Json] = []
        for one in given:
            old = known.get((one.get("type", 1), one["name"]))
            if old is None:
                self._count_create()
            identity = old["id"] if old else str(self._world.clock.snowflake())
            kept.append(self._kept(one, identity))
        self._world.commands = kept
        self._world.changed()
        return list(kept)

    def _kept(self, one: Json, identity: str) -> Json:
        permissions = one.get("default_member_permissions")
        return {
            "contexts": None,
            "integration_types": [0],
            "nsfw": False,
            "description": "",
            **{key: value for key, value in one.items() if value is not None},
            "id": identity,
            "type": one.get("type", 1),
            "application_id": str(self._world.me.id),
            "version": str(self._world.clock.snowflake()),
            "default_member_permissions": None if permissions is None else str(permissions),
        }

    def _count_create(self) -> None:
        now = self._world.clock.now_ms
        while self._creates and self._creates[0] <= now - 24 * 3600 * 1000:
            self._creates.popleft()
        if len(self._creates) >= CREATES_A_DAY:
            raise TOO_MANY_CREATES
        self._creates.append(now)

    async def _callback(self, request: web.Request, body: Body) -> Answer:
        identity, token = int(request.match_info["interaction"]), request.match_info["token"]
        asked = self._answers.first(identity, token, body)
        return self._answers.told(asked) if request.query.get("with_response") in {"1", "true"} else None

    async def _follow(self, request: web.Request, body: Body) -> Answer:
        asked = self._answers.by_token(int(request.match_info["application"]), request.match_info["token"])
        return self._world.told(self._answers.follow(asked, body))

    async def _by_token(self, request: web.Request, body: Body) -> Answer:
        asked = self._answers.by_token(int(request.match_info["application"]), request.match_info["token"])
        message = self._answers.message(asked, request.match_info["message"])
        if request.method == "DELETE":
            self._answers.delete(message)
            return None
        return self._world.told(self._answers.edit(asked, message, body) if request.method == "PATCH" else message)

    async def _private_chat(self, _request: web.Request, body: Body) -> Answer:
        user = self._world.users.get(int(body.json["recipient_id"]))
        if user is None or user.bot:
            raise UNKNOWN_USER
        return self._world.private_chat(user).payload(self._world.me.id)

    def _known(self, request: web.Request, needed: int = VIEW) -> Channel:
        channel = self._world.channels.get(int(request.match_info["channel"]))
        if channel is None:
            raise UNKNOWN_CHANNEL
        if not self._world.bot_sees(channel):
            raise MISSING_ACCESS
        guild = self._world.guild_of(channel)
        if guild is not None and not guild.permissions(self._world.me.id, channel) & needed == needed:
            raise MISSING_PERMISSIONS
        return channel

    async def _channel(self, request: web.Request, _body: Body) -> Answer:
        return self._known(request).payload(self._world.me.id)

    async def _post(self, request: web.Request, body: Body) -> Answer:
        channel = self._known(request, SEND | (ATTACH if body.files else 0))
        if channel.kind == DM and not self._may_write_to(channel):
            raise CANNOT_WRITE_TO
        guild = self._world.guild_of(channel)
        body.check_sizes(guild.upload_bytes if guild else UPLOAD_BYTES)
        nonce = body.json.get("nonce")
        if nonce is not None and body.json.get("enforce_nonce"):
            for one in self._world.messages.values():
                recent = self._world.clock.now_ms - one.versions[0].at_ms < NONCE_LASTS_MS
                if one.channel is channel and one.author is self._world.me and one.nonce == nonce and recent:
                    return self._world.told(one)
        return self._world.told(write(self._world, channel, body))

    def _may_write_to(self, channel: Channel) -> bool:
        (user,) = (one for one in channel.recipients if not one.bot)
        shares = any({user.id, self._world.me.id} <= one.members.keys() for one in self._world.guilds.values())
        return user.takes_messages and (shares or user.installed)

    async def _history(self, request: web.Request, _body: Body) -> Answer:
        channel = self._known(request)
        found = [one for one in self._world.messages.values() if one.channel is channel]
        shown = [one for one in found if one.deleted_ms is None and not one.ephemeral]
        return [self._world.told(one) for one in reversed(shown[-int(request.query.get("limit", "50")) :])]

    async def _one(self, request: web.Request, body: Body) -> Answer:
        channel = self._known(request)
        message = self._world.messages.get(int(request.match_info["message"]))
        if message is None or message.channel is not channel or message.deleted_ms is not None or message.ephemeral:
            raise UNKNOWN_MESSAGE
        if request.method == "GET":
            return self._world.told(message)
        if request.method == "DELETE":
            self._check_may_delete(message)
            erase(self._world, message)
            return None
        if message.author is not self._world.me:
            raise NOT_AUTHOR
        guild = self._world.guild_of(channel)
        body.check_sizes(guild.upload_bytes if guild else UPLOAD_BYTES)
        return self._world.told(rewrite(self._world, message, body))

    def _check_may_delete(self, message: Message) -> None:
        guild = self._world.guild_of(message.channel)
        if message.author is self._world.me:
            return
        if guild is None or not guild.permissions(self._world.me.id, message.channel) & MANAGE_MESSAGES:
            raise MISSING_PERMISSIONS
