"""People and chats of the fake's Telegram."""

from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from tests.fakes.telegram_wire.refusals import Json

PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"
CREATOR, ADMIN, MEMBER, LEFT, KICKED = "creator", "administrator", "member", "left", "kicked"
THERE = frozenset({CREATOR, ADMIN, MEMBER})
RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    *("can_delete_stories", "can_post_messages", "can_edit_messages", "can_pin_messages", "can_manage_topics"),
)


@dataclass(eq=False)
class User:
    """A person, or the bot."""

    id: int
    name: str
    language: str | None = "en"
    bot: bool = False
    deactivated: bool = False

    @property
    def username(self) -> str:
        """The name after the @."""
        return self.name.replace(" ", "_").replace("-", "_")

    @property
    def payload(self) -> Json:
        """The person as Telegram writes them."""
        told: Json = {"id": self.id, "is_bot": self.bot, "first_name": self.name, "username": self.username}
        return told | ({"language_code": self.language} if self.language else {})


class Somebody(Protocol):
    """Whoever has an account."""

    @property
    def user(self) -> User:
        """The account."""


@dataclass
class Member:
    """Somebody's standing in a chat."""

    user: User
    status: str = MEMBER
    rights: frozenset[str] = frozenset()
    anonymous: bool = False

    @property
    def payload(self) -> Json:
        """The member as Telegram writes them."""
        told: Json = {"status": self.status, "user": self.user.payload}
        if self.status == CREATOR:
            return told | {"is_anonymous": self.anonymous}
        if self.status == ADMIN:
            rights = {right: right in self.rights for right in RIGHTS}
            return told | {"can_be_edited": False, "is_anonymous": self.anonymous} | rights
        return told | ({"until_date": 0} if self.status == KICKED else {})


@dataclass
class Topic:
    """A topic of a group with topics."""

    name: str
    closed: bool = False


@dataclass(eq=False)
class Chat:
    """A private chat with the bot, a group or a channel. `moved_to` is set once it became a supergroup.

    `started`: the person of a private chat wrote first; `blocked`: they blocked the bot.
    """

    id: int
    kind: str
    title: str = ""
    user: User | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    moved_to: int | None = None
    started: bool = False
    blocked: bool = False
    muted: bool = False
    deleted: bool = False
    own_ids: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def username(self) -> str | None:
        """The public name of a group or channel; the fake's have none."""
        return None

    @property
    def payload(self) -> Json:
        """The chat as Telegram writes it."""
        if self.user is not None:
            return {"id": self.id, "type": PRIVATE, "first_name": self.user.name, "username": self.user.username}
        told: Json = {"id": self.id, "type": self.kind, "title": self.title}
        return told | ({"is_forum": True} if self.topics else {})

    def standing(self, user: User) -> Member:
        """Give somebody's standing; who never was there has left."""
        return self.members.get(user.id) or Member(user, LEFT)

    def has(self, user: User) -> bool:
        """Whether somebody is a member."""
        return self.standing(user).status in THERE

    def administers(self, user: User) -> bool:
        """Whether somebody is its owner or an administrator."""
        return self.standing(user).status in {CREATOR, ADMIN}

    @property
    def viewers(self) -> frozenset[int]:
        """The people, without bots, who can see a message there at the moment."""
        if self.user is not None:
            return frozenset({self.user.id})
        return frozenset(one.user.id for one in self.members.values() if one.status in THERE and not one.user.bot)
