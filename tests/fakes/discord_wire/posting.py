"""Makes messages out of bodies, and changes them: what all routes that write have in common."""

from collections.abc import Sequence

from tests.fakes.discord_wire import limits
from tests.fakes.discord_wire.bodies import Body
from tests.fakes.discord_wire.limits import BUTTON, LINK, walk
from tests.fakes.discord_wire.messages import DEFAULT, EPHEMERAL, LOADING, Attachment, Message
from tests.fakes.discord_wire.places import Channel, User
from tests.fakes.discord_wire.refusals import EMPTY_MESSAGE, Json, malformed
from tests.fakes.discord_wire.world import World

_KEPT_FLAGS = 1 << 2 | 1 << 12 | limits.V2


def attached(world: World, body: Json, files: Body, folder: str, before: Sequence[Attachment] = ()) -> list[Attachment]:
    """Give the files of a message after a request: those kept by id, and the new ones, as the array says.

    Raises Refused.
    """
    described: list[Json] | None = body.get("attachments")
    kept = list(before)
    named: dict[int, Json] = {}
    if described is not None:
        known = {one.id: one for one in before}
        kept = []
        for one in described:
            number = int(one["id"])
            if number in files.files:
                named[number] = one
            elif number in known:
                kept.append(_redescribed(known[number], one))
            else:
                raise malformed(f"attachments: {number} is neither a file sent along nor one of the message")
        if named.keys() != files.files.keys():
            raise malformed("attachments: a file is sent along and not named")
    for number, sent in sorted(files.files.items()):
        about = named.get(number, {})
        filename = str(about.get("filename") or sent.filename)
        if about.get("is_spoiler") and not filename.startswith("SPOILER_"):
            filename = f"SPOILER_{filename}"
        identity = world.clock.snowflake()
        kept.append(Attachment(identity, filename, sent.content, folder, about.get("description"), sent.content_type))
    return kept


def _redescribed(one: Attachment, about: Json) -> Attachment:
    description = about.get("description", one.description)
    return Attachment(one.id, one.filename, one.content, one.folder, description, one.content_type)


def folder_of(channel: Channel, *, ephemeral: bool) -> str:
    """Give the folder of a channel's files."""
    return f"{'ephemeral-attachments' if ephemeral else 'attachments'}/{channel.id}"


def numbered(rows: Sequence[Json]) -> list[Json]:
    """Give components the ids that Discord gives them."""
    for number, part in enumerate(walk(rows), 1):
        if not part.get("id"):
            part["id"] = number
        if part.get("type") == BUTTON and part.get("style") != LINK:
            part.setdefault("disabled", False)
    return list(rows)


def write(
    world: World,
    channel: Channel,
    sent: Body,
    *,
    author: User | None = None,
    only_for: int | None = None,
    kind: int = DEFAULT,
    about: Json | None = None,
    loading: bool = False,
    mentions: tuple[User, ...] = (),
) -> Message:
    """Make a message of a body, checked. Raises Refused."""
    body = sent.json
    if not loading:
        limits.message(body, len(sent.files))
    shown = dict(body)
    shown["components"] = numbered(body.get("components") or [])
    shown["files"] = attached(world, body, sent, folder_of(channel, ephemeral=only_for is not None))
    flags = int(body.get("flags") or 0) & _KEPT_FLAGS
    flags |= (EPHEMERAL if only_for is not None else 0) | (LOADING if loading else 0)
    made = Message(
        world.clock.snowflake(),
        channel,
        author or world.me,
        [world.version(None, channel, only_for, shown, flags)],
        kind=kind,
        only_for=only_for,
        nonce=body.get("nonce"),
        enforced=bool(body.get("enforce_nonce")),
        interaction=about,
        reference=body.get("message_reference"),
        mentions=mentions,
    )
    world.keep(made)
    if not loading:
        announce(world, made, "MESSAGE_CREATE")
    return made


def rewrite(world: World, message: Message, sent: Body) -> Message:
    """Change a message as a body says, checked as a whole. Raises Refused."""
    body = sent.json
    limits.message(body, len(sent.files), empty_is_fine=True)
    shown: Json = {key: body[key] for key in ("content", "embeds", "components") if key in body}
    if "components" in shown:
        shown["components"] = numbered(shown["components"] or [])
    if sent.files or "attachments" in body:
        folder = folder_of(message.channel, ephemeral=message.ephemeral)
        shown["files"] = attached(world, body, sent, folder, message.files)
    first = message.loading
    flags = message.now.flags & ~LOADING | int(body.get("flags") or 0) & _KEPT_FLAGS
    version = world.version(message, message.channel, message.only_for, shown, flags)
    limits.within("attachments", len(version.attachments), limits.FILES)
    if not (version.content or version.embeds or version.components or version.attachments):
        raise EMPTY_MESSAGE
    message.versions.append(version)
    world.hold(version.attachments)
    world.changed()
    announce(world, message, "MESSAGE_CREATE" if first else "MESSAGE_UPDATE")
    return message


def erase(world: World, message: Message) -> None:
    """Delete a message; the record of it stays."""
    message.deleted_ms = world.clock.now_ms
    world.changed()
    if not message.ephemeral and world.bot_sees(message.channel):
        gone: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if message.channel.guild_id is not None:
            gone["guild_id"] = str(message.channel.guild_id)
        world.tell("MESSAGE_DELETE", gone, message.channel.guild_id)


def announce(world: World, message: Message, event: str) -> None:
    """Tell the bot of a message that it can see."""
    if message.ephemeral or not world.bot_sees(message.channel):
        return
    told = world.told(message)
    guild = world.guild_of(message.channel)
    if guild is not None:
        told["guild_id"] = str(guild.id)
        told["member"] = guild.member(message.author)
        mine = message.author is world.me or world.me in message.mentions
        if not mine:  # without the privileged intent no words come along
            told |= {"content": "", "embeds": [], "attachments": [], "components": []}
    world.tell(event, told, message.channel.guild_id)
