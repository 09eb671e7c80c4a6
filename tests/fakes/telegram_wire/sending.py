"""Methods that send and edit messages."""

import mimetypes
from dataclasses import replace
from typing import Any

from tests.fakes.telegram_wire import limits
from tests.fakes.telegram_wire.bodies import Body, Uploaded
from tests.fakes.telegram_wire.entities import Parsed, parsed
from tests.fakes.telegram_wire.messages import ANIMATION, DOCUMENT, PHOTO, VIDEO, Kept, Media, Message, Version
from tests.fakes.telegram_wire.places import Chat
from tests.fakes.telegram_wire.refusals import Json, bad
from tests.fakes.telegram_wire.world import World

KINDS = {"sendPhoto": PHOTO, "sendVideo": VIDEO, "sendAnimation": ANIMATION, "sendDocument": DOCUMENT}
_EXTENSIONS = {PHOTO: "photo.jpg", VIDEO: "video.mp4", ANIMATION: "animation.mp4", DOCUMENT: "file.bin"}


class Sending:
    """Writes and changes the bot's messages. `local_server`: a self-hosted server, which lifts limits of size."""

    def __init__(self, world: World, *, local_server: bool) -> None:
        """Write in this world."""
        self._world = world
        self._local_server = local_server

    async def send_message(self, body: Body) -> Json:
        """Answer sendMessage."""
        shown = parsed(str(body.given.get("text") or ""), body.given.get("parse_mode"), body.given.get("entities"))
        limits.text(shown)
        return self._sent(body, shown, None)

    async def send_media(self, kind: str, body: Body) -> Json:
        """Answer sendPhoto, sendVideo, sendAnimation and sendDocument."""
        media = self._media(kind, body, body.given, body.given.get(kind))
        shown = self._caption(body.given)
        return self._sent(body, shown, media)

    def _sent(self, body: Body, shown: Parsed, media: Media | None) -> Json:
        given = body.given
        chat, thread = self._world.chat(given.get("chat_id")), given.get("message_thread_id")
        self._world.check_writable(chat, thread)
        limits.markup(given.get("reply_markup"))
        version = Version(
            self._world.clock.now_ms, shown.text, shown.entities, media, given.get("reply_markup"), chat.viewers
        )
        message = Message(
            self._world.next_id(chat),
            chat,
            self._world.me,
            [version],
            thread,
            self._replied(chat, given.get("reply_parameters")),
            protected=bool(given.get("protect_content")),
            silent=bool(given.get("disable_notification")),
            as_chat=chat.kind == "channel",
        )
        return self._world.keep(message).payload

    def _replied(self, chat: Chat, given: Json | None) -> Message | None:
        if given is None:
            return None
        found = self._world.messages.get((given.get("chat_id", chat.id), given["message_id"]))
        if found is None or found.deleted_ms is not None:
            if given.get("allow_sending_without_reply"):
                return None
            raise bad("message to be replied not found")
        return found

    def _caption(self, given: dict[str, Any]) -> Parsed:
        shown = parsed(str(given.get("caption") or ""), given.get("parse_mode"), given.get("caption_entities"))
        limits.caption(shown)
        return shown

    def _media(self, kind: str, body: Body, given: dict[str, Any], value: object) -> Media:
        file = self._kept(kind, body, value)
        thumbnail = None
        if given.get("thumbnail"):
            small = body.file(given["thumbnail"])
            if isinstance(small, str):
                raise bad("thumbnails can't be reused and can be only uploaded as a new file")
            limits.thumbnail(small)
            thumbnail = self._world.hold(small.content, "thumbnail.jpg", "image/jpeg")
        return Media(
            kind,
            file,
            thumbnail,
            int(given.get("width") or 0),
            int(given.get("height") or 0),
            int(given.get("duration") or 0),
            bool(given.get("supports_streaming")),
            bool(given.get("has_spoiler")),
        )

    def _kept(self, kind: str, body: Body, value: object) -> Kept:
        given = body.file(value)
        if isinstance(given, Uploaded):
            limits.upload(kind, given, local_server=self._local_server)
            name = given.filename or _EXTENSIONS[kind]
            mime = given.content_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
            return self._world.hold(given.content, name, mime)
        if given not in self._world.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return self._world.files[given]

    async def edit_text(self, body: Body) -> Json:
        """Answer editMessageText."""
        message = self._mine(body)
        if message.media is not None:
            raise bad("there is no text in the message to edit")
        shown = parsed(str(body.given.get("text") or ""), body.given.get("parse_mode"), body.given.get("entities"))
        limits.text(shown)
        return self._changed(message, shown, None, body.given.get("reply_markup"))

    async def edit_caption(self, body: Body) -> Json:
        """Answer editMessageCaption."""
        message = self._mine(body)
        if message.media is None:
            raise bad("there is no caption in the message to edit")
        return self._changed(message, self._caption(body.given), message.media, body.given.get("reply_markup"))

    async def edit_media(self, body: Body) -> Json:
        """Answer editMessageMedia: it may also put media into a message that was text."""
        message, given = self._mine(body), body.given["media"]
        if not isinstance(given, dict) or given.get("type") not in KINDS.values():
            raise bad("can't parse InputMedia")
        media = self._media(given["type"], body, given, given.get("media"))
        return self._changed(message, self._caption(given), media, body.given.get("reply_markup"))

    async def edit_markup(self, body: Body) -> Json:
        """Answer editMessageReplyMarkup."""
        message = self._mine(body)
        shown = Parsed(message.words, message.now.entities)
        return self._changed(message, shown, message.media, body.given.get("reply_markup"))

    def _mine(self, body: Body) -> Message:
        chat = self._world.chat(body.given.get("chat_id"))
        self._world.check_reachable(chat)
        found = self._world.messages.get((chat.id, int(body.given.get("message_id") or 0)))
        if found is None or found.deleted_ms is not None:
            raise bad("message to edit not found")
        if found.author is not self._world.me:
            raise bad("message can't be edited")
        return found

    def _changed(self, message: Message, shown: Parsed, media: Media | None, markup: Json | None) -> Json:
        limits.markup(markup)
        if markup is not None and "inline_keyboard" not in markup:
            raise bad("inline keyboard expected")
        markup = markup if markup and markup["inline_keyboard"] else None
        now = message.now
        same = replace(now, words=shown.text, entities=shown.entities, media=media, markup=markup) == now
        if same:
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message"
            )
        message.add(self._world.clock.now_ms, words=shown.text, entities=shown.entities, media=media, markup=markup)
        self._world.changed()
        return message.payload
