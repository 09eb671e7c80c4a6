"""The state of the fake's Discord, and its record of everything that could be seen."""

import asyncio
from collections.abc import Callable, Iterable

from tests.fakes.discord_wire.clock import Clock
from tests.fakes.discord_wire.interactions import Interaction
from tests.fakes.discord_wire.limits import walk
from tests.fakes.discord_wire.messages import Attachment, Message, Version
from tests.fakes.discord_wire.places import DM, VIEW, Channel, Guild, User
from tests.fakes.discord_wire.refusals import Json


class NothingHappened(AssertionError):
    """What a test waited for did not come in time."""


class World:
    """Everything that there is. `tell` hands an event to the gateway: (name, data, guild id)."""

    def __init__(self) -> None:
        """Begin with the bot alone."""
        self.clock = Clock()
        self.me = User(self.clock.snowflake(), "hushreel", bot=True)
        self.operator = User(self.clock.snowflake(), "operator")
        self.users: dict[int, User] = {self.me.id: self.me}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[Json] = []
        self.attachments: dict[int, Attachment] = {}
        self.reasons: list[str] = []
        self.base = ""
        self.tell: Callable[[str, Json, int | None], None] = lambda *_: None
        self._woken: list[asyncio.Future[None]] = []

    def changed(self) -> None:
        """Wake whoever waits for something to happen."""
        woken, self._woken = self._woken, []
        for one in woken:
            if not one.done():
                one.set_result(None)

    async def until(self, true: Callable[[], object], within_s: float = 10.0, what: str = "it") -> None:
        """Wait until something is true; raises NothingHappened when real time is up."""
        try:
            async with asyncio.timeout(within_s):
                while not true():
                    woken = asyncio.get_running_loop().create_future()
                    self._woken.append(woken)
                    await woken
        except TimeoutError:
            raise NothingHappened(f"{what} did not come within {within_s} s") from None

    def bot_in(self, guild: Guild | None) -> bool:
        """Whether the bot is a member."""
        return guild is not None and self.me.id in guild.members and guild.id in self.guilds

    def guild_of(self, channel: Channel) -> Guild | None:
        """The server of a channel."""
        return self.guilds.get(channel.guild_id) if channel.guild_id is not None else None

    def viewers(self, channel: Channel, only_for: int | None = None) -> frozenset[int]:
        """The people, without bots, who can see a message there at the moment."""
        if only_for is not None:
            return frozenset({only_for})
        guild = self.guild_of(channel)
        if channel.guild_id is None:
            return frozenset(one.id for one in channel.recipients if not one.bot)
        if guild is None:
            return frozenset()
        return frozenset(
            one for one in guild.members if not self.users[one].bot and guild.permissions(one, channel) & VIEW
        )

    def bot_sees(self, channel: Channel) -> bool:
        """Whether the bot gets events of a channel and may read it by its id."""
        if channel.guild_id is None:
            return self.me in channel.recipients and channel.kind == DM
        guild = self.guild_of(channel)
        return guild is not None and bool(guild.permissions(self.me.id, channel) & VIEW)

    def version(
        self, message: Message | None, channel: Channel, only_for: int | None, shown: Json, flags: int
    ) -> Version:
        """Make a version; what `shown` leaves out stays as it was."""
        before = message.now if message is not None else None
        return Version(
            self.clock.now_ms,
            str(shown.get("content") or "") if "content" in shown or before is None else before.content,
            tuple(shown.get("embeds") or ()) if "embeds" in shown or before is None else before.embeds,
            tuple(shown.get("components") or ()) if "components" in shown or before is None else before.components,
            tuple(shown["files"]) if "files" in shown else (before.attachments if before else ()),
            flags,
            self.viewers(channel, only_for),
        )

    def keep(self, message: Message) -> Message:
        """Keep a message and its files."""
        self.messages[message.id] = message
        self.hold(message.now.attachments)
        self.changed()
        return message

    def hold(self, attachments: Iterable[Attachment]) -> None:
        """Keep files, so that their addresses work."""
        self.attachments |= {one.id: one for one in attachments}

    def private_chat(self, user: User) -> Channel:
        """Give the private chat of a person with the bot, made when it isn't there."""
        for channel in self.channels.values():
            if channel.kind == DM and set(channel.recipients) >= {user, self.me}:
                return channel
        made = Channel(self.clock.snowflake(), DM, recipients=(user, self.me))
        self.channels[made.id] = made
        return made

    def told(self, message: Message) -> Json:
        """Write a message as Discord does."""
        return message.payload(self.base, self.clock.now_ms)


class Seen:
    """The record of what could be seen: `fake.seen`."""

    def __init__(self, world: World) -> None:
        """Read this world."""
        self._world = world

    @property
    def messages(self) -> list[Message]:
        """Every message that there ever was, deleted ones too, oldest first."""
        return list(self._world.messages.values())

    def by(self, user: User) -> list[Message]:
        """Every message of which somebody could see some version."""
        return [one for one in self.messages if any(user.id in version.viewers for version in one.versions)]

    def who_saw(self, wanted: str | bytes) -> frozenset[str]:
        """Name all who could see some words or a file's bytes, in messages, forms or offers, at any time.

        Those who come later into a channel count as well.
        """
        found: set[int] = set()
        for message in self.messages:
            for version in message.versions:
                if _has(version, wanted):
                    found |= version.viewers
            if message.deleted_ms is None and _has(message.now, wanted):
                found |= self._world.viewers(message.channel, message.only_for)
        if isinstance(wanted, str):
            for asked in self._world.interactions.values():
                if wanted in str(asked.choices or "") or wanted in _form(asked.modal):
                    found.add(asked.user.id)
        return frozenset(self._world.users[one].name for one in found if one in self._world.users)


def _has(version: Version, wanted: str | bytes) -> bool:
    if isinstance(wanted, str):
        return wanted in version.text
    return any(wanted in one.content for one in version.attachments)


def _form(modal: Json | None) -> str:
    if modal is None:
        return ""
    parts = list(walk(modal.get("components") or []))
    keys = ("label", "value", "placeholder", "description", "content")
    return "\n".join([str(modal.get("title")), *(str(part.get(key) or "") for part in parts for key in keys)])
