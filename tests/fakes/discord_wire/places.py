"""Who and what there is in the fake's Discord: people, servers, roles, channels, and who may do what in them."""

from dataclasses import dataclass, field

from tests.fakes.discord_wire.refusals import Json

VIEW = 1 << 10
SEND = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED = 1 << 14
ATTACH = 1 << 15
HISTORY = 1 << 16
ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
EXTERNAL_APPS = 1 << 50
ALL = (1 << 53) - 1
EVERYONE = VIEW | SEND | EMBED | ATTACH | HISTORY | EXTERNAL_APPS | 1 << 31
UPLOAD_BYTES = 10 * 1024 * 1024

TEXT, DM, GROUP_DM = 0, 1, 3


@dataclass(eq=False)
class User:
    """A person, or the bot. `takes_messages`: whether strangers who share a server may write to them."""

    id: int
    name: str
    locale: str = "en-US"
    bot: bool = False
    takes_messages: bool = True
    installed: bool = False

    @property
    def payload(self) -> Json:
        """The user as Discord writes it."""
        return {
            "id": str(self.id),
            "username": self.name,
            "global_name": self.name.title(),
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }


@dataclass(eq=False)
class Role:
    """A role of a server; `permissions` is a bit set."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1
    managed: bool = False

    @property
    def payload(self) -> Json:
        """The role as Discord writes it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "position": self.position,
            "permissions": str(self.permissions),
            "managed": self.managed,
            "mentionable": False,
            "flags": 0,
        }


@dataclass(eq=False)
class Channel:
    """A channel of a server, or a private one of `recipients` (the bot among them or not)."""

    id: int
    kind: int
    name: str = ""
    guild_id: int | None = None
    recipients: tuple[User, ...] = ()
    overwrites: dict[int, tuple[int, int]] = field(default_factory=dict)
    nsfw: bool = False

    def payload(self, me: int) -> Json:
        """The channel as Discord writes it to the user `me`."""
        told: Json = {"id": str(self.id), "type": self.kind, "last_message_id": None, "flags": 0}
        if self.guild_id is None:
            told["recipients"] = [one.payload for one in self.recipients if one.id != me]
            if self.kind == GROUP_DM:
                told |= {"name": self.name or None, "icon": None, "owner_id": str(self.recipients[0].id)}
            return told
        return told | {
            "guild_id": str(self.guild_id),
            "name": self.name,
            "position": 0,
            "parent_id": None,
            "topic": None,
            "nsfw": self.nsfw,
            "rate_limit_per_user": 0,
            "permission_overwrites": [
                {"id": str(of), "type": int(of == me), "allow": str(allow), "deny": str(deny)}
                for of, (allow, deny) in self.overwrites.items()
            ],
        }


@dataclass(eq=False)
class Guild:
    """A server. `members` has each member's roles; the bot is one of them or not."""

    id: int
    name: str
    owner: User
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, set[int]] = field(default_factory=dict)
    users: dict[int, User] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    upload_bytes: int = UPLOAD_BYTES
    locale: str = "en-US"

    def permissions(self, user_id: int, channel: Channel | None = None) -> int:
        """Compute what somebody may do in a channel, or in the whole server; nothing for who isn't a member."""
        if user_id not in self.members:
            return 0
        if user_id == self.owner.id:
            return ALL
        held = {self.id, *self.members[user_id]}
        may = 0
        for role in held & set(self.roles):
            may |= self.roles[role].permissions
        if may & ADMINISTRATOR:
            return ALL
        if channel is not None:
            may = self._overwritten(may, held, user_id, channel)
        return may

    def _overwritten(self, may: int, held: set[int], user_id: int, channel: Channel) -> int:
        allow, deny = channel.overwrites.get(self.id, (0, 0))
        may = may & ~deny | allow
        for_roles = [channel.overwrites[role] for role in held - {self.id} if role in channel.overwrites]
        for _, deny in for_roles:
            may &= ~deny
        for allow, _ in for_roles:
            may |= allow
        allow, deny = channel.overwrites.get(user_id, (0, 0))
        may = may & ~deny | allow
        return may if may & VIEW else 0

    def member(self, user: User, permissions: int | None = None) -> Json:
        """Write a member as Discord does, with permissions where it is asked from an interaction."""
        told: Json = {
            "user": user.payload,
            "nick": None,
            "avatar": None,
            "roles": [str(role) for role in sorted(self.members.get(user.id, ()))],
            "joined_at": "2026-01-01T00:00:00.000000+00:00",
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
            "communication_disabled_until": None,
        }
        return told if permissions is None else told | {"permissions": str(permissions)}

    def payload(self, me: User) -> Json:
        """Write the server as GUILD_CREATE does, large ones with the bot as the only member told."""
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "splash": None,
            "banner": None,
            "description": None,
            "owner_id": str(self.owner.id),
            "afk_channel_id": None,
            "afk_timeout": 300,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "premium_progress_bar_enabled": False,
            "preferred_locale": self.locale,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "safety_alerts_channel_id": None,
            "vanity_url_code": None,
            "features": [],
            "emojis": [],
            "stickers": [],
            "roles": [role.payload for role in self.roles.values()],
            "channels": [channel.payload(me.id) for channel in self.channels.values()],
            "members": [self.member(me)],
            "threads": [],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "member_count": len(self.members),
            "large": False,
            "unavailable": False,
            "joined_at": "2026-01-01T00:00:00.000000+00:00",
        }
