"""The master key, which wraps every other key, and the keys of receipts and backups. None lies in the data folder."""

import base64
import hmac
import os
from hashlib import sha256
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.errors import KeyRefused, StoreRefused
from core.storage.files import write_new

KEY_BYTES = 32
NONCE_BYTES = 12
_HEADER = "hushreel key 1"
_OTHERS = 0o077
FINGERPRINT = "key.fingerprint"
"""A file in the data folder that tells whether a key is this data's; it tells nothing about the key."""

_SIGNS_OF_DATA = (FINGERPRINT, "hushreel.db")


class MasterKey:
    """Wraps the keys of assets and words (AES-256-GCM, random nonces)."""

    def __init__(self, key: bytes) -> None:
        """Take 32 bytes."""
        self._key = key

    @classmethod
    def load(cls, key_file: Path, data_dir: Path) -> Self:
        """Read the key, or make one at the very first start.

        Raises KeyRefused: key_inside_data, key_missing (there is data already), key_readable_by_others, key_damaged,
        key_of_other_data; each with its path.
        """
        key = cls.known(key_file, data_dir)
        if key is None:
            _make(key_file)
            key = cls(_read(key_file))
        mark = data_dir / FINGERPRINT
        if not mark.exists():
            write_new(mark, key.fingerprint() + b"\n")
        return key

    @classmethod
    def known(cls, key_file: Path, data_dir: Path) -> Self | None:
        """Read the key and change nothing; None before the very first start. Raises as `load` does."""
        if key_file.resolve().is_relative_to(data_dir.resolve()):
            raise KeyRefused("key_inside_data", path=str(key_file))
        if not _exists(key_file):
            if any((data_dir / name).exists() for name in _SIGNS_OF_DATA):
                raise KeyRefused("key_missing", path=str(key_file))
            return None
        key = cls(_read(key_file))
        mark = data_dir / FINGERPRINT
        if mark.exists() and not hmac.compare_digest(mark.read_bytes().strip(), key.fingerprint()):
            raise KeyRefused("key_of_other_data", path=str(key_file))
        return key

    def fingerprint(self) -> bytes:
        """Give what the data folder keeps to know its key again."""
        return self.derive(b"fingerprint").hex().encode()

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """Seal a key; only the same `context` opens it again."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self._key).encrypt(nonce, key, context)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Open a wrapped key. Raises KeyRefused("key_does_not_open") for a changed one or another context."""
        try:
            return AESGCM(self._key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], context)
        except (InvalidTag, ValueError):
            raise KeyRefused("key_does_not_open") from None

    def derive(self, purpose: bytes) -> bytes:
        """Give a key for one purpose alone (HKDF-SHA256, RFC 5869)."""
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"hushreel " + purpose).derive(self._key)


class ReceiptKey:
    """Signs receipts (Ed25519, RFC 8032)."""

    def __init__(self, key: bytes) -> None:
        """Take the 32 bytes of a private key."""
        self._key = Ed25519PrivateKey.from_private_bytes(key)

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read the key, or make one. Raises KeyRefused: key_readable_by_others, key_damaged."""
        if not _exists(file):
            _make(file)
        return cls(_read(file))

    @classmethod
    def known(cls, file: Path) -> Self | None:
        """Read the key and change nothing; None where there is none. Raises as `load` does."""
        return cls(_read(file)) if _exists(file) else None

    def sign(self, body: str) -> str:
        """Sign text; base64url without padding."""
        return _base64(self._key.sign(body.encode()))

    def public_key(self) -> str:
        """Give what signatures are checked with; base64url without padding."""
        return _base64(self._key.public_key().public_bytes_raw())

    def fingerprint(self) -> str:
        """Name the public key in 16 hexadecimal digits (SHA-256)."""
        return sha256(self._key.public_key().public_bytes_raw()).hexdigest()[:16]


class BackupKey:
    """Seals backups: each under a key of its own that is derived from this one and the backup's salt."""

    def __init__(self, key: bytes) -> None:
        """Take 32 bytes."""
        self._key = key

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read the key, or make one. Raises KeyRefused: key_readable_by_others, key_damaged."""
        if not _exists(file):
            _make(file)
        return cls(_read(file))

    @classmethod
    def known(cls, file: Path) -> Self | None:
        """Read the key and change nothing; None where there is none. Raises as `load` does."""
        return cls(_read(file)) if _exists(file) else None

    def for_backup(self, salt: bytes) -> bytes:
        """Give the key of one backup (HKDF-SHA256, RFC 5869)."""
        return HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"hushreel backup").derive(self._key)

    def fingerprint(self) -> str:
        """Name the key in 16 hexadecimal digits; they tell nothing about it."""
        return HKDF(SHA256(), 8, salt=None, info=b"hushreel backup fingerprint").derive(self._key).hex()


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError as error:
        raise _unusable(file, error) from None


def _make(file: Path) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(file, f"{_HEADER}\n{_base64(os.urandom(KEY_BYTES))}\n".encode())
    except OSError as error:
        raise _unusable(file, error) from None


def _unusable(file: Path, error: OSError) -> StoreRefused:
    return StoreRefused("folder_refused", path=str(file), problem=os.strerror(error.errno or 0))


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_mode & _OTHERS:
            raise KeyRefused("key_readable_by_others", path=str(file))
        text = file.read_bytes()
    except OSError as error:
        raise _unusable(file, error) from None
    header, _, value = text.decode("ascii", "replace").strip().partition("\n")
    try:
        key = base64.b64decode(value + "=", altchars=b"-_", validate=True)
    except ValueError:
        key = b""
    if header != _HEADER or len(key) != KEY_BYTES:
        raise KeyRefused("key_damaged", path=str(file))
    return key


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
