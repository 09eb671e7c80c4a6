"""A backup as a file: a header that anybody can read, and a stream that only the backup key opens.

The header names an id, two times and which key it is; everything else is sealed by AES-256-GCM in chunks of 256 KiB,
under a key derived for this file alone (HKDF, a random salt). Nonces count the chunks and mark the last one (STREAM, as
in core/storage/sealing.py); each chunk is bound to the header: what was cut, moved or changed doesn't open.
"""

import base64
import json
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.errors import KeyRefused, StoreRefused
from core.storage.keys import BackupKey

MAGIC = b"Hushreel backup 1\n"
CHUNK_BYTES = 256 * 1024
TAG_BYTES = 16
SALT_BYTES = 32
HEADER_MOST_BYTES = 4096
_LENGTH = struct.Struct(">I")
_PREFIX = bytes(7)
"""The key is this file's alone, so that its nonces need no random part."""


@dataclass(frozen=True)
class Header:
    """What everybody may know of a backup. Times are UTC milliseconds; `key` is the backup key's fingerprint."""

    id: UUID
    made_at_ms: int
    ends_at_ms: int
    key: str
    salt: bytes

    def written(self) -> bytes:
        """Give the bytes that a file begins with, and that each chunk is bound to."""
        told = {
            "id": str(self.id),
            "made_at_ms": self.made_at_ms,
            "ends_at_ms": self.ends_at_ms,
            "key": self.key,
            "salt": base64.b64encode(self.salt).decode(),
        }
        content = json.dumps(told, sort_keys=True).encode()
        return MAGIC + _LENGTH.pack(len(content)) + content


def read_header(opened: BinaryIO, path: Path) -> Header:
    """Read a header, and leave the file where the sealed stream begins. Raises StoreRefused("backup_unreadable")."""
    if opened.read(len(MAGIC)) != MAGIC:
        raise StoreRefused("backup_unreadable", path=str(path))
    try:
        (length,) = _LENGTH.unpack(opened.read(_LENGTH.size))
        told = json.loads(opened.read(min(length, HEADER_MOST_BYTES)))
        salt = base64.b64decode(told["salt"], validate=True)
        return Header(UUID(told["id"]), int(told["made_at_ms"]), int(told["ends_at_ms"]), str(told["key"]), salt)
    except (struct.error, ValueError, KeyError, TypeError, AttributeError):
        raise StoreRefused("backup_unreadable", path=str(path)) from None


def header_of(path: Path) -> Header:
    """Read the header of a file. Raises StoreRefused: backup_unreadable, folder_refused."""
    try:
        with path.open("rb") as opened:
            return read_header(opened, path)
    except OSError as error:
        raise StoreRefused("folder_refused", path=str(path), problem=os.strerror(error.errno or 0)) from None


class Sealing:
    """Something to write into: what is written is sealed and put into a file."""

    def __init__(self, file: BinaryIO, header: Header, key: BackupKey) -> None:
        """Begin the file with its header."""
        self._file = file
        self._bound = header.written()
        self._cipher = AESGCM(key.for_backup(header.salt))
        self._waiting = bytearray()
        self._number = 0
        file.write(self._bound)

    def write(self, content: bytes) -> int:
        """Take bytes; whole chunks are sealed as soon as something follows them."""
        self._waiting += content
        while len(self._waiting) > CHUNK_BYTES:
            self._seal(bytes(self._waiting[:CHUNK_BYTES]), last=False)
            del self._waiting[:CHUNK_BYTES]
        return len(content)

    def finish(self) -> None:
        """Seal the rest as the last chunk: without it, the file is known to be cut."""
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, plain: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), plain, self._bound))
        self._number += 1


class Opening:
    """Something to read from: gives what was sealed, chunk by chunk, each one checked before a byte of it is given."""

    def __init__(self, path: Path, file: BinaryIO, key: BackupKey) -> None:
        """Read the header. Raises StoreRefused("backup_unreadable", path), KeyRefused("backup_key_other", path)."""
        self.header = read_header(file, path)
        if self.header.key != key.fingerprint():
            raise KeyRefused("backup_key_other", path=str(path))
        self._path = path
        self._chunks = self._opened(file, AESGCM(key.for_backup(self.header.salt)))
        self._waiting = bytearray()

    def read(self, size_bytes: int) -> bytes:
        """Give up to so many bytes, b"" at the end. Raises StoreRefused("backup_damaged", path)."""
        while len(self._waiting) < size_bytes:
            chunk = next(self._chunks, None)
            if chunk is None:
                break
            self._waiting += chunk
        given = bytes(self._waiting[:size_bytes])
        del self._waiting[:size_bytes]
        return given

    def drain(self) -> None:
        """Read to the end, so that nothing is believed of a file whose last chunk is missing."""
        while self.read(CHUNK_BYTES):
            pass

    def _opened(self, file: BinaryIO, cipher: AESGCM) -> Iterator[bytes]:
        bound, sealed_bytes, number = self.header.written(), CHUNK_BYTES + TAG_BYTES, 0
        sealed = file.read(sealed_bytes)
        while True:
            following = file.read(sealed_bytes)
            try:
                yield cipher.decrypt(_nonce(number, last=not following), sealed, bound)
            except (InvalidTag, ValueError):
                raise StoreRefused("backup_damaged", path=str(self._path)) from None
            if not following:
                return
            sealed, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return _PREFIX + struct.pack(">I?", number, last)
