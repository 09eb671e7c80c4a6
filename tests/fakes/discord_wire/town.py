"""People who live in the fake's Discord: their servers, and what they do there."""

from collections.abc import Sequence
from typing import Any

from tests.fakes.discord_wire.answers import Answer, Modal
from tests.fakes.discord_wire.asking import Given, Resolving, Upload, options, pressed, submitted
from tests.fakes.discord_wire.bodies import Body, Uploaded
from tests.fakes.discord_wire.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Interaction
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.places import (
    ADMINISTRATOR,
    DM,
    EVERYONE,
    GROUP_DM,
    MANAGE_GUILD,
    MANAGE_MESSAGES,
    TEXT,
    UPLOAD_BYTES,
    Channel,
    Guild,
    Role,
    User,
)
from tests.fakes.discord_wire.posting import erase, write
from tests.fakes.discord_wire.refusals import Json
from tests.fakes.discord_wire.server import DiscordWire

MODERATOR = MANAGE_MESSAGES | 1 << 1 | 1 << 2 | 1 << 40
BOT = EVERYONE
ADMIN = ADMINISTRATOR | MANAGE_GUILD


class NotOffered(AssertionError):
    """Discord's own app would not let this person do that here."""


class Town:
    """Makes people and places on a fake."""

    def __init__(self, fake: DiscordWire) -> None:
        """Build in this Discord."""
        self.fake = fake
        self.world = fake.world

    def person(self, name: str, locale: str = "en-US", *, installed: bool = False) -> "Person":
        """Make a person; `installed`: they brought the bot along for themselves."""
        user = User(self.world.clock.snowflake(), name, locale, installed=installed)
        self.world.users[user.id] = user
        return Person(self, user)

    def guild(self, name: str, owner: "Person", *members: "Person", bot: bool = True) -> "Server":
        """Make a server with one channel, #general; `bot`: the bot is a member."""
        guild = Guild(self.world.clock.snowflake(), name, owner.user)
        guild.roles[guild.id] = Role(guild.id, "@everyone", EVERYONE, 0)
        self.world.guilds[guild.id] = guild
        server = Server(self, guild)
        server.channel("general")
        server.join(owner, *members)
        if bot:
            server.add_bot()
        return server

    def group_chat(self, *people: "Person") -> Channel:
        """Make a private chat of several people, without the bot."""
        kind = GROUP_DM if len(people) > 2 else DM
        made = Channel(self.world.clock.snowflake(), kind, recipients=tuple(one.user for one in people))
        self.world.channels[made.id] = made
        return made


class Server:
    """A server, as its owner and moderators change it."""

    def __init__(self, town: Town, guild: Guild) -> None:
        """Change `guild`."""
        self.town = town
        self.guild = guild
        self.id = guild.id
        self._world = town.world

    @property
    def general(self) -> Channel:
        """The first channel."""
        return next(iter(self.guild.channels.values()))

    def channel(self, name: str, *, hidden_from_everyone: bool = False) -> Channel:
        """Make a text channel."""
        made = Channel(self._world.clock.snowflake(), TEXT, name, self.guild.id)
        if hidden_from_everyone:
            made.overwrites[self.guild.id] = (0, 1 << 10)
        self.guild.channels[made.id] = self._world.channels[made.id] = made
        self._tell("CHANNEL_CREATE", made.payload(self._world.me.id))
        return made

    def set_permissions(self, channel: Channel, of: "Role | Person | User", allow: int = 0, deny: int = 0) -> None:
        """Overwrite what a role or a person may do in a channel, and tell."""
        identity = of.user.id if isinstance(of, Person) else of.id
        channel.overwrites[identity] = (allow, deny)
        self._tell("CHANNEL_UPDATE", channel.payload(self._world.me.id))

    def join(self, *people: "Person") -> None:
        """Let people become members."""
        for one in people:
            self.guild.members[one.user.id] = set()
            self.guild.users[one.user.id] = one.user

    def role(self, name: str, permissions: int = 0, *people: "Person") -> Role:
        """Make a role and give it to people."""
        made = Role(self._world.clock.snowflake(), name, permissions, len(self.guild.roles))
        self.guild.roles[made.id] = made
        self._tell("GUILD_ROLE_CREATE", {"guild_id": str(self.guild.id), "role": made.payload})
        for one in people:
            self.guild.members.setdefault(one.user.id, set()).add(made.id)
        return made

    def drop_role(self, role: Role) -> None:
        """Delete a role."""
        del self.guild.roles[role.id]
        for held in self.guild.members.values():
            held.discard(role.id)
        self._tell("GUILD_ROLE_DELETE", {"guild_id": str(self.guild.id), "role_id": str(role.id)})

    def moderators(self, *people: "Person") -> Role:
        """Make a moderators' role: manage messages, kick, ban, time out."""
        return self.role("moderators", MODERATOR, *people)

    def admins(self, *people: "Person") -> Role:
        """Make an administrators' role."""
        return self.role("admins", ADMIN, *people)

    def add_bot(self, permissions: int = BOT) -> None:
        """Let the bot become a member, with a role of its own."""
        me = self._world.me
        role = Role(self._world.clock.snowflake(), me.name, permissions, len(self.guild.roles), managed=True)
        self.guild.roles[role.id] = role
        self.guild.members[me.id] = {role.id}
        self._tell("GUILD_CREATE", self.guild.payload(me))

    def remove_bot(self) -> None:
        """Throw the bot out."""
        told = {"id": str(self.guild.id)}
        self._world.tell("GUILD_DELETE", told, self.guild.id)
        self.guild.members.pop(self._world.me.id, None)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel with its messages."""
        told = channel.payload(self._world.me.id)
        del self.guild.channels[channel.id], self._world.channels[channel.id]
        for one in self._world.messages.values():
            if one.channel is channel and one.deleted_ms is None:
                one.deleted_ms = self._world.clock.now_ms
        self._world.changed()
        self._tell("CHANNEL_DELETE", told)

    def delete_messages(self, *messages: Message) -> None:
        """Delete messages as a moderator does: one alone, or several at once."""
        if len(messages) == 1:
            erase(self._world, messages[0])
            return
        for one in messages:
            one.deleted_ms = self._world.clock.now_ms
        self._world.changed()
        told = {
            "ids": [str(one.id) for one in messages],
            "channel_id": str(messages[0].channel.id),
            "guild_id": str(self.guild.id),
        }
        self._tell("MESSAGE_DELETE_BULK", told)

    def _tell(self, name: str, data: Json) -> None:
        if self._world.bot_in(self.guild):
            self._world.tell(name, data, self.guild.id)


Place = Channel | Server | None
"""Where something is done: a channel, a server's #general, or None for the private chat with the bot."""


class Person:
    """A person, and what they do. Each deed waits until the person sees an answer, unless `waits` says otherwise."""

    def __init__(self, town: Town, user: User) -> None:
        """Act as `user`."""
        self.town = town
        self.user = user
        self.name = user.name
        self.id = user.id
        self._world = town.world

    @property
    def private(self) -> Channel:
        """The private chat with the bot."""
        return self._world.private_chat(self.user)

    def inbox(self) -> list[Message]:
        """The bot's messages in the private chat that are still there."""
        mine = [one for one in self._world.messages.values() if one.channel is self.private and one.author.bot]
        return [one for one in mine if one.deleted_ms is None and not one.loading]

    async def command(
        self, place: Place, name: str, *, waits: float | None = 10.0, forced: bool = False, **given: Given
    ) -> Answer:
        """Give a slash command. `forced`: send it even where Discord's own app wouldn't offer it."""
        channel = self._channel(place)
        command = self._offered(name, 1, channel, forced=forced)
        resolving = Resolving(self._world, channel, self._world.guild_of(channel))
        data = self._data(command) | {"options": options(command, given, resolving)}
        if resolving.resolved:
            data["resolved"] = resolving.resolved
        return await self._ask(COMMAND, channel, data, waits)

    async def autocomplete(self, place: Place, name: str, option: str, typed: str = "", **given: Given) -> list[Json]:
        """Type into an option and give what is offered."""
        channel = self._channel(place)
        command = self._offered(name, 1, channel, forced=False)
        resolving = Resolving(self._world, channel, self._world.guild_of(channel))
        sent = options(
            {**command, "options": [one | {"required": False} for one in command["options"]]}, given, resolving
        )
        kind = next(one["type"] for one in command["options"] if one["name"] == option and one.get("autocomplete"))
        sent.append({"name": option, "type": kind, "value": typed, "focused": True})
        data = self._data(command) | {"options": sent}
        return (await self._ask(AUTOCOMPLETE, channel, data, 5.0)).choices

    async def menu(self, name: str, message: Message, *, waits: float | None = 10.0, forced: bool = False) -> Answer:
        """Choose something from a message's menu."""
        self._check_sees(message)
        command = self._offered(name, 3, message.channel, forced=forced)
        data = self._data(command) | {
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): self._world.told(message)}},
        }
        return await self._ask(COMMAND, message.channel, data, waits)

    async def press(
        self,
        message: Message,
        wanted: str,
        *values: Any,
        waits: float | None = 10.0,
        forged: bool = False,
        kind: int = 2,
    ) -> Answer:
        """Press a button (by label or custom_id) or pick `values` in a select.

        `forged`: send `wanted` as a custom_id that doesn't stand there.
        """
        self._check_sees(message)
        part: Json = {"custom_id": wanted, "type": kind} if forged else message.part(wanted)
        if part.get("disabled"):
            raise NotOffered(f"{wanted!r} is disabled")
        resolving = Resolving(self._world, message.channel, self._world.guild_of(message.channel))
        if forged and kind != 2:
            part["options"] = [{"label": one, "value": one} for one in values]
        data = pressed(part, values, resolving)
        return await self._ask(COMPONENT, message.channel, data, waits, message)

    async def submit(
        self, modal: Modal, given: dict[str, Any] | None = None, *, waits: float | None = 10.0, forged: bool = False
    ) -> Answer:
        """Send a form; fields by custom_id or label. `forged`: without what the form itself checks."""
        channel = modal.asked.channel
        resolving = Resolving(self._world, channel, self._world.guild_of(channel))
        data = submitted(modal, given or {}, resolving, forged=forged)
        return await self._ask(SUBMIT, channel, data, waits, modal.asked.source)

    def say(self, place: Place, text: str, *files: Upload, mentions_bot: bool = False) -> Message:
        """Write a message."""
        channel = self._channel(place)
        me = self._world.me
        content = f"<@{me.id}> {text}" if mentions_bot else text
        sent = Body(
            {"content": content}, {n: Uploaded(f.filename, f.content, f.content_type) for n, f in enumerate(files)}
        )
        return write(self._world, channel, sent, author=self.user, mentions=(me,) if mentions_bot else ())

    async def next_message(self, place: Place, after: Sequence[Message] = (), within_s: float = 10.0) -> Message:
        """Wait for a message of the bot that this person sees in a place and that isn't among `after`."""
        channel = self._channel(place)
        found: list[Message] = []

        def came() -> bool:
            found[:] = [
                one
                for one in self._world.messages.values()
                if one.channel is channel and one.author.bot and one not in after and self.sees(one) and not one.loading
            ]
            return bool(found)

        await self._world.until(came, within_s, f"a message for {self.name}")
        return found[-1]

    def sees(self, message: Message) -> bool:
        """Whether a message is on this person's screen."""
        return message.deleted_ms is None and self.id in self._world.viewers(message.channel, message.only_for)

    def _check_sees(self, message: Message) -> None:
        if not self.sees(message):
            raise NotOffered(f"{self.name} doesn't see that message")

    def _channel(self, place: Place) -> Channel:
        if place is None:
            return self.private
        return place.general if isinstance(place, Server) else place

    def offered(self, place: Place) -> set[str]:
        """Name the slash commands that Discord's own app offers this person in a place."""
        channel = self._channel(place)
        return {one["name"] for one in self._world.commands if one["type"] == 1 and not self._why_not(one, channel)}

    def _offered(self, name: str, kind: int, channel: Channel, *, forced: bool) -> Json:
        known = [one for one in self._world.commands if one["name"] == name and one["type"] == kind]
        if not known:
            raise NotOffered(f"no command {name!r} among {[one['name'] for one in self._world.commands]}")
        why_not = self._why_not(known[0], channel)
        if why_not and not forced:
            raise NotOffered(f"{name!r} isn't offered to {self.name}: {why_not}")
        return known[0]

    def _why_not(self, command: Json, channel: Channel) -> str:
        guild = self._world.guild_of(channel)
        here = self._bot_here(channel)
        context = 0 if guild is not None else 1 if here else 2
        contexts = command["contexts"]
        if contexts is not None and context not in contexts:
            return f"context {context}"
        kinds = ({0} if here else set()) | ({1} if self.user.installed else set())
        if not kinds & set(command["integration_types"]):
            return f"installed as {kinds}"
        needed = int(command["default_member_permissions"] or 0)
        if guild is not None and here and guild.permissions(self.id, channel) & needed != needed:
            return f"permissions {needed}"
        return ""

    def _bot_here(self, channel: Channel) -> bool:
        if channel.guild_id is None:
            return self._world.me in channel.recipients
        return self._world.bot_in(self._world.guild_of(channel))

    @staticmethod
    def _data(command: Json) -> Json:
        return {"id": command["id"], "name": command["name"], "type": command["type"]}

    async def _ask(
        self, kind: int, channel: Channel, data: Json, waits: float | None, source: Message | None = None
    ) -> Answer:
        guild = self._world.guild_of(channel)
        asked = Interaction(
            self._world.clock.snowflake(),
            kind,
            self.user,
            channel,
            guild,
            data,
            self._world.clock.now_ms,
            guild.upload_bytes if guild else UPLOAD_BYTES,
            self._bot_here(channel),
            source,
        )
        self._world.interactions[asked.token] = asked
        answer = Answer(asked, self._world, len(source.versions) if source else 0)
        told = asked.payload(self._world.me, self._world.base, self._world.clock.now_ms)
        self._world.tell("INTERACTION_CREATE", told, channel.guild_id)
        return answer if waits is None else await answer.seen(waits)
