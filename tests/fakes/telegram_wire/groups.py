"""Groups and channels, as their owners change them."""

from dataclasses import replace
from itertools import count

from tests.fakes.telegram_wire.messages import Message, Version
from tests.fakes.telegram_wire.places import (
    ADMIN,
    CHANNEL,
    CREATOR,
    KICKED,
    LEFT,
    MEMBER,
    SUPERGROUP,
    Chat,
    Member,
    Somebody,
    Topic,
    User,
)
from tests.fakes.telegram_wire.refusals import Json
from tests.fakes.telegram_wire.world import World


class Group:
    """A group, supergroup or channel."""

    def __init__(self, world: World, chat: Chat, owner: User) -> None:
        """Change `chat`."""
        self._world = world
        self.chat = chat
        self.owner = owner
        chat.members[owner.id] = Member(owner, CREATOR)

    @property
    def id(self) -> int:
        """The chat's id: another one once it became a supergroup."""
        return self.chat.id

    def messages(self) -> list[Message]:
        """The bot's messages that are still there."""
        return [one for one in self._world.in_chat(self.chat) if one.author is self._world.me and not one.service]

    def join(self, *people: Somebody) -> None:
        """Let people become members."""
        for one in people:
            self.chat.members[one.user.id] = Member(one.user)

    def leave(self, *people: Somebody) -> None:
        """Let people go."""
        for one in people:
            self.chat.members[one.user.id] = Member(one.user, LEFT)

    def admins(self, *people: Somebody, anonymous: bool = False) -> None:
        """Make people administrators."""
        for one in people:
            self.chat.members[one.user.id] = Member(one.user, ADMIN, frozenset({"can_manage_chat"}), anonymous)

    def demote(self, *people: Somebody) -> None:
        """Make administrators mere members again."""
        self.join(*people)

    def add_bot(self, *rights: str) -> None:
        """Let the bot in; with rights it is an administrator."""
        status = ADMIN if rights else MEMBER
        self._bot_stands(Member(self._world.me, status, frozenset(rights)))

    def kick_bot(self) -> None:
        """Throw the bot out."""
        self._bot_stands(Member(self._world.me, KICKED))

    def mute(self) -> None:
        """Let administrators alone write."""
        self.chat.muted = True

    def delete(self) -> None:
        """Delete the whole chat; the bot isn't told."""
        self.chat.deleted = True

    def topic(self, name: str) -> int:
        """Make a topic; gives its id."""
        identity = self._world.next_id(self.chat)
        self.chat.topics[identity] = Topic(name)
        return identity

    def close_topic(self, identity: int) -> None:
        """Close a topic."""
        self.chat.topics[identity].closed = True

    def delete_topic(self, identity: int) -> None:
        """Delete a topic with its messages; the bot isn't told."""
        del self.chat.topics[identity]
        for one in self._world.in_chat(self.chat):
            if one.thread == identity:
                one.deleted_ms = self._world.clock.now_ms

    def delete_messages(self, *messages: Message) -> None:
        """Delete messages as an administrator does; the bot isn't told."""
        for one in messages:
            one.deleted_ms = self._world.clock.now_ms
        self._world.changed()

    def becomes_supergroup(self) -> int:
        """Let a small group become a supergroup, with another id, and tell the bot in both; gives the new id."""
        before = self.chat
        self.chat = self._world.add_chat(SUPERGROUP, before.title)
        self.chat.members = {key: replace(one) for key, one in before.members.items()}
        self.chat.own_ids = count(1)
        self._service(before, {"migrate_to_chat_id": self.chat.id})
        before.moved_to = self.chat.id
        self._service(self.chat, {"migrate_from_chat_id": before.id})
        return self.chat.id

    def says_anonymously(self, text: str) -> Message:
        """Let an anonymous administrator write: the bot sees the group itself as the sender."""
        bot = User(1_087_968_824, "GroupAnonymousBot", None, bot=True)
        entities = (
            ({"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])},) if text[:1] == "/" else ()
        )
        version = Version(self._world.clock.now_ms, text, entities, None, None, self.chat.viewers)
        written = Message(self._world.next_id(self.chat), self.chat, bot, [version], as_chat=True)
        self._world.keep(written)
        self._world.tell("channel_post" if self.chat.kind == CHANNEL else "message", written.payload)
        return written

    def _service(self, chat: Chat, told: Json) -> None:
        version = Version(self._world.clock.now_ms, "", (), None, None, chat.viewers)
        written = Message(self._world.next_id(chat), chat, self.owner, [version], service=told)
        self._world.keep(written)
        if chat.has(self._world.me):
            self._world.tell("message", written.payload)

    def _bot_stands(self, after: Member) -> None:
        me, before = self._world.me, self.chat.standing(self._world.me)
        self.chat.members[me.id] = after
        told = {"chat": self.chat.payload, "from": self.owner.payload, "date": self._world.clock.now_s}
        self._world.tell("my_chat_member", told | {"old_chat_member": before.payload, "new_chat_member": after.payload})
