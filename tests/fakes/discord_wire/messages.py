"""Messages as the fake keeps them: every version that there ever was, and who could see it."""

import hashlib
import mimetypes
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote

from tests.fakes.discord_wire.limits import BUTTON, LINK, PICKERS, walk
from tests.fakes.discord_wire.places import Channel, User
from tests.fakes.discord_wire.refusals import Json

EPHEMERAL, LOADING = 1 << 6, 1 << 7
URL_LASTS_MS = 24 * 3600 * 1000
DEFAULT, REPLY, CHAT_INPUT, CONTEXT_MENU = 0, 19, 20, 23


@dataclass(frozen=True)
class Attachment:
    """A file in a message, or one that a person gives along with a command or a form."""

    id: int
    filename: str
    content: bytes
    folder: str
    description: str | None = None
    content_type: str | None = None

    def url(self, base: str, now_ms: int) -> str:
        """Give its address, good for a day."""
        until = (now_ms + URL_LASTS_MS) // 1000
        path = f"/{self.folder}/{self.id}/{quote(self.filename)}"
        return f"{base}{path}?ex={until:x}&is={now_ms // 1000:x}&hm={signed(path, f'{until:x}')}&"

    def payload(self, base: str, now_ms: int) -> Json:
        """The file as Discord writes it."""
        url = self.url(base, now_ms)
        told: Json = {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.content),
            "url": url,
            "proxy_url": url,
            "content_type": self.content_type or mimetypes.guess_type(self.filename)[0] or "application/octet-stream",
        }
        if self.description is not None:
            told["description"] = self.description
        return told | ({"ephemeral": True} if self.folder.startswith("ephemeral") else {})


def signed(path: str, until: str) -> str:
    """Sign an address of a file."""
    return hashlib.sha256(f"{path}|{until}|hidden".encode()).hexdigest()


@dataclass(frozen=True)
class Version:
    """What a message showed from `at_ms` on, and the ids of the people who could see it then."""

    at_ms: int
    content: str
    embeds: tuple[Json, ...]
    components: tuple[Json, ...]
    attachments: tuple[Attachment, ...]
    flags: int
    viewers: frozenset[int]

    @property
    def text(self) -> str:
        """All words that can be read: content, embeds, components, names and descriptions of files."""
        words = [self.content]
        for embed in self.embeds:
            words += [str(embed.get(part) or "") for part in ("title", "description", "url")]
            words += [str((embed.get(part) or {}).get(key) or "") for part, key in _INNER]
            words += [f"{one['name']}\n{one['value']}" for one in embed.get("fields") or []]
        for part in walk(self.components):
            words += [str(part.get(key) or "") for key in ("label", "placeholder", "content", "url")]
            for option in part.get("options") or []:
                words += [str(option.get(key) or "") for key in ("label", "description")]
        words += [f"{one.filename} {one.description or ''}" for one in self.attachments]
        return "\n".join(word for word in words if word)


_INNER = (("footer", "text"), ("author", "name"))


@dataclass(eq=False)
class Message:
    """A message with its history. `only_for` is set in an ephemeral one."""

    id: int
    channel: Channel
    author: User
    versions: list[Version]
    kind: int = DEFAULT
    only_for: int | None = None
    nonce: str | int | None = None
    enforced: bool = False
    asked_by: int | None = None
    interaction: Json | None = None
    reference: Json | None = None
    mentions: tuple[User, ...] = ()
    deleted_ms: int | None = None
    late_viewers: set[int] = field(default_factory=set)

    @property
    def now(self) -> Version:
        """What it shows now."""
        return self.versions[-1]

    @property
    def text(self) -> str:
        """All words that it shows now."""
        return self.now.text

    @property
    def content(self) -> str:
        """The content alone."""
        return self.now.content

    @property
    def files(self) -> tuple[Attachment, ...]:
        """The files that it has now."""
        return self.now.attachments

    @property
    def loading(self) -> bool:
        """Whether it only says that the bot is thinking."""
        return bool(self.now.flags & LOADING)

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone can see it."""
        return self.only_for is not None

    @property
    def parts(self) -> list[Json]:
        """The buttons and selects that it has now."""
        return [one for one in walk(self.now.components) if one["type"] in (BUTTON, *PICKERS)]

    @property
    def labels(self) -> list[str]:
        """What stands on its buttons."""
        return [str(one.get("label") or "") for one in self.parts if one["type"] == BUTTON]

    def part(self, wanted: str) -> Json:
        """Find a component by its label, its custom_id or its placeholder; raises LookupError."""
        for one in self.parts:
            if wanted in (one.get("label"), one.get("custom_id"), one.get("placeholder")):
                return one
        raise LookupError(f"no {wanted!r} among {[one.get('label') or one.get('custom_id') for one in self.parts]}")

    def link(self, label: str) -> str:
        """Give the address behind a link button."""
        found = self.part(label)
        assert found.get("style") == LINK, found
        return str(found["url"])

    def payload(self, base: str, now_ms: int) -> Json:
        """The message as Discord writes it."""
        last = self.now
        told: Json = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "type": self.kind,
            "author": self.author.payload,
            "content": last.content,
            "timestamp": _stamp(self.versions[0].at_ms),
            "edited_timestamp": _stamp(last.at_ms) if len(self.versions) > 1 else None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [one.payload for one in self.mentions],
            "mention_roles": [],
            "attachments": [one.payload(base, now_ms) for one in last.attachments],
            "embeds": [{"type": "rich", **one} for one in last.embeds],
            "components": list(last.components),
            "pinned": False,
            "flags": last.flags,
        }
        if self.nonce is not None:
            told["nonce"] = self.nonce
        if self.interaction is not None:
            told["interaction_metadata"] = self.interaction
            told["application_id"] = told["webhook_id"] = str(self.author.id)
        if self.reference is not None:
            told["message_reference"] = self.reference
        return told


def _stamp(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="microseconds")
