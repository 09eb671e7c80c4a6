"""What left this machine for a generator: all of it as it came over the wire, and a search for what must stay here."""

import re
import struct
from base64 import urlsafe_b64decode
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote_to_bytes

import sqlalchemy as sa
from PIL import Image

from core.storage.tables import metadata, submissions
from tests.canaries.marks import PIECES, pieces, ways_of_bytes, ways_of_words
from tests.canaries.search import unpacked
from tests.fakes.comfyui_wire.server import ComfyUIWire
from tests.fakes.kling_wire.server import KlingWire
from tests.service import Service
from tests.wire.pictures import GPS_IFD

LEAST_BYTES = 6
"""What is shorter is in any picture by chance."""

PLATFORMS = ("discord", "telegram")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
_ADDRESSES = bytes.maketrans(b"+/", b"-_")
"""Turns base64 into that of addresses (RFC 4648, 5)."""

Kept = Mapping[str, frozenset[bytes]]
"""What must not leave, by what it is: each way in which its bytes could be written."""


@dataclass(frozen=True)
class Left:
    """Bytes that left, and `where` they were found."""

    where: str
    content: bytes


def at_kling(wire: KlingWire) -> list[Left]:
    """Give every request to Kling with its address, headers and body, and what is packed in them."""
    found: list[Left] = []
    for one in list(wire.seen):
        found += opened(f"{one.method} {one.path}", _request(one.path, one.headers, one.body))
    return found


def at_comfyui(wire: ComfyUIWire) -> list[Left]:
    """Give every request to ComfyUI likewise, and every file in its folders with its name."""
    found: list[Left] = []
    for one in list(wire.asked):
        found += opened(f"{one.method} {one.path}", _request(one.path, one.headers, one.body))
    for folder in (wire.input, wire.output):
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            name = path.relative_to(folder).as_posix()
            found += opened(f"file {name}", name.encode() + b"\n" + path.read_bytes())
    return found


def _request(path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    head = "\n".join((path, *(f"{name}: {value}" for name, value in headers.items()))).encode()
    return b"\n".join((head, unquote_to_bytes(path), body))


def opened(where: str, content: bytes) -> Iterator[Left]:
    """Give some bytes, then what is in them as base64 (pictures, tokens) or deflated."""
    yield Left(where, content)
    for found in _BASE64.finditer(content):
        text = found[0][: len(found[0]) - (len(found[0]) % 4 == 1)].translate(_ADDRESSES)
        decoded = urlsafe_b64decode(text + b"=" * (-len(text) % 4))
        yield Left(f"{where}, base64", decoded)
        yield from (Left(f"{where}, base64, deflated", one) for one in unpacked(decoded))
    yield from (Left(f"{where}, deflated", one) for one in unpacked(content))


def found_in(left: Iterable[Left], kept: Kept) -> set[tuple[str, str]]:
    """Look for all that must not leave in all that left; gives what was found, and where."""
    return {(what, one.where) for one in left for what, ways in kept.items() if any(way in one.content for way in ways)}


def words(said: str) -> frozenset[bytes]:
    """Write words in every case and width, in hexadecimal, in base64. Raises ValueError for what is too short."""
    if len(said.encode()) < LEAST_BYTES:
        raise ValueError(said)
    cases = {said, said.lower(), said.upper(), said.title()}
    return _long(written for one in cases for _, written in ways_of_words(one))


def number(told: int) -> frozenset[bytes]:
    """Write the id of an account or a chat: as words, and as eight bytes."""
    raw = frozenset((told.to_bytes(8, "big", signed=True), told.to_bytes(8, "little", signed=True)))
    return words(str(told)) | words(f"{abs(told):x}") | raw


def named(**said: str) -> Kept:
    """Keep words by what they are."""
    return {what: words(one) for what, one in said.items()}


def of_picture(content: bytes) -> Kept:
    """Keep what a photo's file tells beside its pixels: its Exif, whole and value by value, and its comment."""
    with Image.open(BytesIO(content)) as picture:
        block, comment, exif = picture.info["exif"], picture.info["comment"], picture.getexif()
        values = {**exif, **exif.get_ifd(GPS_IFD)}
    kept = {"a picture's comment": words(comment.decode()), "Exif": words("Exif\0\0")}
    kept |= {f"Exif, piece {place}": _bytes(one) for place, one in enumerate(pieces(block, PIECES))}
    for tag, value in values.items():
        said = value.decode("latin-1") if isinstance(value, bytes) else value
        if isinstance(said, str) and len(said) >= LEAST_BYTES:
            kept[f"Exif, {tag:#x}"] = words(said)
        elif isinstance(said, tuple):
            parts = [part for one in said for part in (one.numerator, one.denominator)]
            kept[f"Exif, {tag:#x}"] = frozenset(struct.pack(f"{order}{len(parts)}I", *parts) for order in "<>")
    return kept


def of_house(service: Service, *, but: Collection[str] = ()) -> Kept:
    """Keep a service's settings, their names and its folders; `but` are settings that are whom it asks, and as whom."""
    told = {f"setting {name}": words(value) for name, value in service.settings.items() if name not in but}
    names = {f"name of {name}": words(name) for name in ("HUSHREEL_", "MASTER.KEY", *service.settings)}
    platforms = {name: words(name) for name in PLATFORMS}
    return {**told, **names, **platforms, "folder": words(str(service.folder))}


def ids_in(data_dir: Path) -> Kept:
    """Keep every id that a service's database has now, but those made for orders, by which generators may know them."""
    engine = sa.create_engine(f"sqlite:///file:{data_dir / 'hushreel.db'}?mode=ro&uri=true", poolclass=sa.NullPool)
    kept: dict[str, frozenset[bytes]] = {}
    with engine.connect() as database:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, sa.Uuid) and column is not submissions.c.external_id:
                    for one in database.scalars(sa.select(column).distinct()):
                        if one and one.int:
                            kept[f"{column} {one}"] = _bytes(one.bytes) | words(str(one)) | words(one.hex)
    engine.dispose()
    return kept


def _bytes(content: bytes) -> frozenset[bytes]:
    return _long(written for _, written in ways_of_bytes(content))


def _long(ways: Iterable[bytes]) -> frozenset[bytes]:
    return frozenset(one for one in ways if len(one) >= LEAST_BYTES)
