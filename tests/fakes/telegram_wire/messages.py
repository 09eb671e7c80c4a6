"""Messages as the fake keeps them: every version that there ever was, its files, and who could see it."""

from dataclasses import dataclass, field, replace

from tests.fakes.telegram_wire.places import Chat, User
from tests.fakes.telegram_wire.refusals import Json

PHOTO, VIDEO, ANIMATION, DOCUMENT = "photo", "video", "animation", "document"
VOICE, AUDIO, VIDEO_NOTE = "voice", "audio", "video_note"


@dataclass(frozen=True)
class Kept:
    """A file that Telegram has."""

    file_id: str
    unique_id: str
    content: bytes
    filename: str
    content_type: str

    @property
    def payload(self) -> Json:
        """The file as every kind of media writes it."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


@dataclass(frozen=True)
class Media:
    """What a message shows besides words."""

    kind: str
    file: Kept
    thumbnail: Kept | None = None
    width: int = 0
    height: int = 0
    duration: int = 0
    streaming: bool = False
    spoiler: bool = False

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.file.content

    @property
    def payload(self) -> Json:
        """The part of a message that tells of it."""
        told = self.file.payload
        size = {"width": self.width or 320, "height": self.height or 180}
        named = {"file_name": self.file.filename, "mime_type": self.file.content_type}
        small = {"thumbnail": self.thumbnail.payload | {"width": 320, "height": 180}} if self.thumbnail else {}
        if self.kind == PHOTO:
            first = (self.thumbnail or self.file).payload | {"width": 90, "height": 60}
            return {"photo": [first, told | size]}
        if self.kind == VOICE:
            return {"voice": told | {"duration": self.duration, "mime_type": self.file.content_type}}
        if self.kind == VIDEO_NOTE:
            return {"video_note": told | {"length": size["width"], "duration": self.duration}}
        if self.kind == AUDIO:
            return {"audio": told | named | {"duration": self.duration}}
        if self.kind == DOCUMENT:
            return {"document": told | named | small}
        film = told | named | small | size | {"duration": self.duration}
        return {"video": film} if self.kind == VIDEO else {"animation": film, "document": told | named | small}


@dataclass(frozen=True)
class Version:
    """What a message showed from `at_ms` on, and the ids of the people who could see it then.

    `words` is the text, or the caption where there are media.
    """

    at_ms: int
    words: str
    entities: tuple[Json, ...]
    media: Media | None
    markup: Json | None
    viewers: frozenset[int]

    @property
    def buttons(self) -> list[Json]:
        """The buttons below it."""
        return [one for row in (self.markup or {}).get("inline_keyboard", []) for one in row]

    @property
    def text(self) -> str:
        """All words that can be read: text or caption, links, buttons, keyboards, names of files."""
        parts = [self.words, *(str(one["url"]) for one in self.entities if "url" in one)]
        rows = (self.markup or {}).get("inline_keyboard") or (self.markup or {}).get("keyboard") or []
        parts += [f"{one['text']} {one.get('url', '')}".strip() for row in rows for one in row]
        if self.media is not None:
            parts.append(self.media.file.filename)
        return "\n".join(part for part in parts if part)


@dataclass(eq=False)
class Message:
    """A message with its history."""

    id: int
    chat: Chat
    author: User
    versions: list[Version]
    thread: int | None = None
    reply_to: "Message | None" = None
    album: str | None = None
    protected: bool = False
    silent: bool = False
    deleted_ms: int | None = None
    service: Json = field(default_factory=dict)
    as_chat: bool = False

    @property
    def now(self) -> Version:
        """What it shows now."""
        return self.versions[-1]

    @property
    def text(self) -> str:
        """All words that it shows now."""
        return self.now.text

    @property
    def words(self) -> str:
        """Its text or caption alone."""
        return self.now.words

    @property
    def media(self) -> Media | None:
        """What it shows besides words."""
        return self.now.media

    @property
    def labels(self) -> list[str]:
        """What stands on its buttons."""
        return [str(one["text"]) for one in self.now.buttons]

    def button(self, wanted: str) -> Json:
        """Find a button by its label or its data; raises LookupError."""
        for one in self.now.buttons:
            if wanted in (one["text"], one.get("callback_data")):
                return one
        raise LookupError(f"no {wanted!r} among {self.labels}: {self.words}")

    def link(self, label: str) -> str:
        """Give the address behind a button."""
        return str(self.button(label)["url"])

    def add(self, at_ms: int, **changed: object) -> None:
        """Change what it shows."""
        self.versions.append(replace(self.now, at_ms=at_ms, viewers=self.chat.viewers, **changed))  # type: ignore[arg-type]

    @property
    def payload(self) -> Json:
        """The message as Telegram writes it."""
        last = self.now
        told: Json = {"message_id": self.id, "date": self.versions[0].at_ms // 1000, "chat": self.chat.payload}
        if self.as_chat:
            told["sender_chat"] = self.chat.payload
        if not self.as_chat or self.chat.kind != "channel":
            told["from"] = self.author.payload
        if len(self.versions) > 1:
            told["edit_date"] = last.at_ms // 1000
        if self.thread is not None:
            told |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.reply_to is not None:
            told["reply_to_message"] = {k: v for k, v in self.reply_to.payload.items() if k != "reply_to_message"}
        if self.album is not None:
            told["media_group_id"] = self.album
        if self.protected:
            told["has_protected_content"] = True
        if last.markup is not None and "inline_keyboard" in last.markup:
            told["reply_markup"] = last.markup
        return told | self._shown(last) | self.service

    @staticmethod
    def _shown(last: Version) -> Json:
        entities = list(last.entities)
        if last.media is None:
            told: Json = {"text": last.words} if last.words else {}
            return told | ({"entities": entities} if entities else {})
        told = dict(last.media.payload)
        if last.media.spoiler:
            told["has_media_spoiler"] = True
        told |= {"caption": last.words} if last.words else {}
        return told | ({"caption_entities": entities} if entities else {})
