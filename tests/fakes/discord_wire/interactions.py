"""One interaction: what a person asked, and everything that the bot made of it."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.places import EXTERNAL_APPS, Channel, Guild, User
from tests.fakes.discord_wire.refusals import Json

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
SEND, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
FIRST_WITHIN_MS = 3000
TOKEN_LASTS_MS = 15 * 60 * 1000
FOLLOWUPS_OUTSIDE = 5
IN_GUILD, IN_BOT_DM, IN_PRIVATE = 0, 1, 2


@dataclass(eq=False)
class Interaction:
    """`bot_here`: the bot is a member of the place; a user install has it not."""

    id: int
    kind: int
    user: User
    channel: Channel
    guild: Guild | None
    data: Json
    created_ms: int
    upload_bytes: int
    bot_here: bool
    source: Message | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(60))
    response: int | None = None
    responded_ms: int | None = None
    original: Message | None = None
    modal: Json | None = None
    choices: list[Json] | None = None
    followups: list[Message] = field(default_factory=list)
    updates: int = 0
    waiting_first_followup: bool = False
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def context(self) -> int:
        """Where it was asked: 0 in a server, 1 in the bot's own private chat, 2 in another private one."""
        if self.guild is not None:
            return IN_GUILD
        return IN_BOT_DM if self.bot_here else IN_PRIVATE

    @property
    def first_response_ms(self) -> int | None:
        """How long the first response took, by the fake's clock."""
        return None if self.responded_ms is None else self.responded_ms - self.created_ms

    @property
    def forced_ephemeral(self) -> bool:
        """Whether Discord hides answers of an app that only the person brought along."""
        return (
            self.guild is not None
            and not self.bot_here
            and not self.guild.permissions(self.user.id, self.channel) & EXTERNAL_APPS
        )

    @property
    def owners(self) -> dict[str, str]:
        """Who installed the app that was asked."""
        if self.guild is not None and self.bot_here:
            found = {"0": str(self.guild.id)}
        else:
            found = {"0": "0"} if self.bot_here else {}
        return found | ({"1": str(self.user.id)} if self.user.installed else {})

    def payload(self, me: User, base: str, now_ms: int) -> Json:
        """The interaction as INTERACTION_CREATE brings it."""
        told: Json = {
            "id": str(self.id),
            "application_id": str(me.id),
            "type": self.kind,
            "data": self.data,
            "token": self.token,
            "version": 1,
            "channel_id": str(self.channel.id),
            "channel": self.channel.payload(me.id),
            "locale": self.user.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": self.owners,
            "context": self.context,
            "attachment_size_limit": self.upload_bytes,
            "app_permissions": str(self._app_permissions(me)),
        }
        if self.source is not None:
            told["message"] = self.source.payload(base, now_ms)
        if self.guild is None:
            return told | {"user": self.user.payload}
        may = self.guild.permissions(self.user.id, self.channel)
        told["channel"]["permissions"] = str(may)
        return told | {
            "guild_id": str(self.guild.id),
            "guild": {"id": str(self.guild.id), "locale": self.guild.locale, "features": []},
            "guild_locale": self.guild.locale,
            "member": self.guild.member(self.user, may),
        }

    def _app_permissions(self, me: User) -> int:
        if self.guild is None or not self.bot_here:
            return 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16
        return self.guild.permissions(me.id, self.channel)

    def metadata(self, me: User) -> dict[str, Any]:
        """Say in a message which interaction it answers."""
        return {
            "id": str(self.id),
            "type": self.kind,
            "user": self.user.payload,
            "authorizing_integration_owners": self.owners or {"0": str(me.id)},
        }
