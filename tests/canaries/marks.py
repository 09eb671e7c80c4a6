"""Marks: what one person alone has, and every way in which a file could hold it."""

import random
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase
from uuid import UUID

LETTERS = 16
PIECES = 10
PIECE_BYTES = 48
"""Of long contents so many pieces of that length are looked for."""

SEALED_PIECES = 20
LEAST_BYTES = 8
"""What is shorter could be anywhere by chance."""

Way = tuple[str, bytes]
"""How something is written, and its bytes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing of one person's. `what` says which; it goes with a video of theirs (`of_video`), else with them.

    `ids` may stand in the erasure journal and among what was revoked, where the design wants them.
    """

    person: int
    what: str
    written: tuple[Way, ...]
    of_video: bool = True
    is_id: bool = False


@dataclass
class Marks:
    """All marks that were given out; `chance` makes them."""

    chance: random.Random
    given: list[Mark] = field(default_factory=list)

    def word(self, person: int, what: str, *, of_video: bool = True) -> str:
        """Make a word that nobody else has."""
        made = "".join(self.chance.choices(ascii_lowercase, k=LETTERS))
        self.given.append(Mark(person, what, tuple(ways_of_words(made)), of_video))
        return made

    def words(self, person: int, what: str, said: str, *, of_video: bool = True) -> None:
        """Look for words that were not made here."""
        self.given.append(Mark(person, what, tuple(ways_of_words(said)), of_video))

    def account(self, person: int, what: str, number: int) -> None:
        """Look for an account's number on its platform: as digits, and as databases and pickles keep numbers."""
        kept = [("number", number.to_bytes(8, "big")), ("number, turned", number.to_bytes(8, "little"))]
        hexed = ("hex number", f"{number:x}".encode())
        written = (*ways_of_words(str(number)), *kept, hexed)
        self.given.append(
            Mark(person, what, tuple(one for one in written if len(one[1]) >= LEAST_BYTES), of_video=False)
        )

    def id(self, person: int, what: str, name: UUID, *, of_video: bool = True) -> None:
        """Look for an id of ours."""
        written = (*ways_of_bytes(name.bytes), *ways_of_words(str(name)), *ways_of_words(name.hex))
        self.given.append(Mark(person, what, tuple(written), of_video, is_id=True))

    def content(self, person: int, what: str, content: bytes, *, of_video: bool = True) -> None:
        """Look for pieces of bytes that can be read."""
        for piece in pieces(content, PIECES):
            self.given.append(Mark(person, what, tuple(ways_of_bytes(piece)), of_video))

    def sealed(self, person: int, what: str, content: bytes, *, of_video: bool = True) -> None:
        """Look for sealed bytes, as they are, and in hexadecimal."""
        for piece in pieces(content, SEALED_PIECES):
            written = (("raw", piece), ("hex", piece.hex().encode()))
            self.given.append(Mark(person, what, written, of_video))


def pieces(content: bytes, most: int) -> Iterator[bytes]:
    """Cut pieces out of some bytes, none of them uniform; what is short is one piece."""
    if len(content) <= PIECE_BYTES:
        yield from [content] if len(content) >= LEAST_BYTES and len(set(content)) > LEAST_BYTES // 2 else []
        return
    many = min(most, len(content) // PIECE_BYTES)
    for number in range(many):
        start = number * (len(content) - PIECE_BYTES) // max(1, many - 1)
        piece = content[start : start + PIECE_BYTES]
        if len(set(piece)) > PIECE_BYTES // 4:
            yield piece


def ways_of_words(words: str) -> Iterator[Way]:
    """Write words as text of both widths, and as `ways_of_bytes` does. ASCII is the same in JSON and in addresses."""
    yield "UTF-16", words.encode("utf-16-le")
    yield from ways_of_bytes(words.encode())


def ways_of_bytes(content: bytes) -> Iterator[Way]:
    """Write bytes as they are, in hexadecimal of both cases, and in base64 wherever in its groups of three they begin.

    What is compressed looks different wherever it stands: that is unpacked instead (tests/canaries/search.py).
    """
    yield "raw", content
    yield "hex", content.hex().encode()
    yield "HEX", content.hex().upper().encode()
    yield from in_base64(content)


def in_base64(content: bytes) -> Iterator[Way]:
    """Write bytes as the middle of a longer text of base64, by both alphabets."""
    for before in range(3):
        known = slice((0, 2, 3)[before], (before + len(content)) // 3 * 4)
        texts: Iterable[bytes] = {encode(bytes(before) + content) for encode in (b64encode, urlsafe_b64encode)}
        for text in sorted(texts):
            yield f"base64+{before}", text[known]
