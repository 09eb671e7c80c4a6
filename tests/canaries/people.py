"""Canaries: people each of whose words, names, pictures, sounds and accounts are marked."""

import hashlib
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.errors import LimitReached
from core.generators.motion.route import Motion
from core.people import Identity, Platform, Viewer
from core.records import Material, Order
from core.videos import AssetId, PublicationId, VideoId
from core.work import Memory, Product
from tests.canaries.marks import Marks
from tests.fakes.pictures import FakeUpload
from tests.fakes.sounds import wav_of

MADE_BYTES = 4_000
SIDE_PX = 64
_FIRST_NUMBER = 1 << 48
"""Accounts' numbers begin here, so that eight bytes of one are no other number by chance."""


class Leaving(Enum):
    """How somebody goes, or that they stay."""

    STAYS = "stays"
    EMPTIES = "deletes everything, then forgetme"
    FORGETS = "forgetme"
    EXPIRES = "end dates"


ERASED_WAYS = (Leaving.EMPTIES, Leaving.FORGETS, Leaving.EXPIRES)


@dataclass
class Canary:
    """One of them. `kept` are SHA-256 sums of what they can open, by asset; `facts` what they read before."""

    number: int
    account: Identity
    other: Identity
    stranger: Identity
    leaving: Leaving
    marks: Marks
    name: str
    viewer: Viewer = field(default_factory=Viewer)
    picture: VideoId | None = None
    failed: VideoId | None = None
    cancelled: VideoId | None = None
    deleted: VideoId | None = None
    publication: PublicationId | None = None
    parted: bool = False
    kept: dict[AssetId, str] = field(default_factory=dict)
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def forgotten(self) -> bool:
        """Whether nothing of them is to be left, not even that they were here."""
        return self.leaving in {Leaving.EMPTIES, Leaving.FORGETS}

    @property
    def publishes(self) -> bool:
        """Whether they show something: what is shown doesn't end with its end date."""
        return self.leaving is not Leaving.EXPIRES

    def word(self, what: str) -> str:
        """Make a word of a video of theirs."""
        return self.marks.word(self.number, what)

    def own(self, what: str) -> str:
        """Make a word of theirs that goes when they do."""
        return self.marks.word(self.number, what, of_video=False)


def canaries(many: int, marks: Marks) -> list[Canary]:
    """Make so many: every second one stays, and the others go in turns."""
    return [_canary(number, marks) for number in range(many)]


def _canary(number: int, marks: Marks) -> Canary:
    accounts = {what: marks.chance.randrange(_FIRST_NUMBER, 2 * _FIRST_NUMBER) for what in ("account", "other account")}
    stranger = marks.chance.randrange(_FIRST_NUMBER, 2 * _FIRST_NUMBER)
    for what, account in accounts.items():
        marks.account(number, what, account)
    marks.account(number, "account of whom they invited", stranger)
    leaving = Leaving.STAYS if number % 2 == 0 else ERASED_WAYS[number // 2 % len(ERASED_WAYS)]
    discord, telegram = accounts.values()
    return Canary(
        number,
        Identity(Platform.DISCORD, str(discord)),
        Identity(Platform.TELEGRAM, str(telegram)),
        Identity(Platform.DISCORD, str(stranger)),
        leaving,
        marks,
        marks.word(number, "name", of_video=False),
    )


def picture(canary: Canary) -> FakeUpload:
    """Take a picture of noise, stored as it is, which tells in three places who took it where."""
    noise = np.frombuffer(canary.marks.chance.randbytes(SIDE_PX * SIDE_PX * 3), np.uint8)
    pixels = noise.reshape(SIDE_PX, SIDE_PX, 3)
    traces = Image.Exif()
    traces[0x010F] = canary.word("Exif of a picture")
    comments = PngInfo()
    comments.add_text("Comment", canary.word("comment of a picture"))
    comments.add_text("Description", canary.word("packed comment of a picture"), zip=True)
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "PNG", compress_level=0, exif=traces, pnginfo=comments)
    canary.marks.content(canary.number, "pixels", pixels[SIDE_PX // 4 : SIDE_PX // 2].tobytes())
    canary.marks.content(canary.number, "file of a picture", written.getvalue())
    return FakeUpload(written.getvalue(), f"{canary.word('name of a picture')}.png")


def sound(canary: Canary) -> FakeUpload:
    """Record noise, with a tag."""
    samples = canary.marks.chance.randbytes(8_000)
    canary.marks.content(canary.number, "samples", samples)
    tag = canary.word("tag of a sound").encode()
    info = b"INFOICMT" + len(tag).to_bytes(4, "little") + tag
    content = wav_of(samples) + b"LIST" + len(info).to_bytes(4, "little") + info
    whole = content[:4] + (len(content) - 8).to_bytes(4, "little") + content[8:]
    return FakeUpload(whole, f"{canary.word('name of a sound')}.wav")


def broken(canary: Canary) -> FakeUpload:
    """Hand in what is no picture, though it begins like one."""
    content = b"\x89PNG\r\n\x1a\n" + canary.marks.chance.randbytes(2_000)
    canary.marks.content(canary.number, "file that was refused", content[8:])
    return FakeUpload(content, f"{canary.word('name of a file that was refused')}.png")


class Marked(Motion):
    """A quick generator whose videos are like nobody else's."""

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Give bytes that follow from the words and the inputs."""
        del on_progress
        told = order.prompt.encode() + b"".join(one.memory.read() for one in inputs)
        made = {part: hashlib.shake_256(part.encode() + told).digest(MADE_BYTES) for part in ("video", "poster")}
        parts = {part: Memory.of(content) for part, content in made.items()}
        return Product(parts, {"width": 160, "height": 90, "duration_ms": 5_000})


class Exhausted(Motion):
    """A generator whose worker always needs too much."""

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Fail as a worker does that was stopped. Raises LimitReached."""
        del order, inputs, on_progress
        raise LimitReached("worker_limit")


def seeded(seed: int) -> Marks:
    """Begin to give out marks that are the same in each run."""
    return Marks(random.Random(seed))  # noqa: S311 - meant to be foretold
