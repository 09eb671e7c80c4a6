"""What people send besides words."""

import io
import mimetypes
from dataclasses import dataclass

from PIL import Image

from tests.fakes.telegram_wire.messages import (
    ANIMATION,
    AUDIO,
    DOCUMENT,
    PHOTO,
    VIDEO,
    VIDEO_NOTE,
    VOICE,
    Kept,
    Media,
)
from tests.fakes.telegram_wire.world import World

_SMALL = 90


@dataclass(frozen=True)
class Given:
    """A file as somebody picks it in Telegram's own app."""

    kind: str
    content: bytes
    filename: str
    content_type: str
    width: int = 0
    height: int = 0
    seconds: int = 0

    def kept_in(self, world: World) -> Media:
        """Upload it."""
        file = world.hold(self.content, self.filename, self.content_type)
        return Media(self.kind, file, self._thumbnail(world), self.width, self.height, self.seconds)

    def _thumbnail(self, world: World) -> Kept | None:
        if self.kind != PHOTO:
            return None
        try:
            picture = Image.open(io.BytesIO(self.content)).convert("RGB")
        except OSError:
            return None
        picture.thumbnail((_SMALL, _SMALL))
        written = io.BytesIO()
        picture.save(written, "JPEG")
        return world.hold(written.getvalue(), "small.jpg", "image/jpeg")


def photo(content: bytes) -> Given:
    """Give a picture. Unlike Telegram's apps, this one doesn't take the traces out of it."""
    try:
        width, height = Image.open(io.BytesIO(content)).size
    except OSError:
        width, height = 320, 180
    return Given(PHOTO, content, "photo.jpg", "image/jpeg", width, height)


def voice(content: bytes, seconds: int = 3) -> Given:
    """Give a voice note."""
    return Given(VOICE, content, "voice.oga", "audio/ogg", seconds=seconds)


def audio(content: bytes, filename: str = "song.mp3", seconds: int = 3) -> Given:
    """Give a piece of music."""
    return Given(AUDIO, content, filename, mimetypes.guess_type(filename)[0] or "audio/mpeg", seconds=seconds)


def video(content: bytes, seconds: int = 3, width: int = 320, height: int = 180) -> Given:
    """Give a video."""
    return Given(VIDEO, content, "video.mp4", "video/mp4", width, height, seconds)


def video_note(content: bytes, seconds: int = 3) -> Given:
    """Give a round video."""
    return Given(VIDEO_NOTE, content, "note.mp4", "video/mp4", 240, 240, seconds)


def animation(content: bytes, seconds: int = 3) -> Given:
    """Give a GIF, which Telegram keeps as a video without sound."""
    return Given(ANIMATION, content, "animation.mp4", "video/mp4", 320, 180, seconds)


def document(content: bytes, filename: str) -> Given:
    """Give a file of any kind."""
    return Given(DOCUMENT, content, filename, mimetypes.guess_type(filename)[0] or "application/octet-stream")
