"""The words of a revision at rest: sealed by a key of its own, which the master key wraps."""

import json
import os
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.publications import Caption
from core.storage.words import KEY_BITS, NONCE_BYTES, Wraps


def seal_caption(caption: Caption, note: str, named: tuple[UUID, int], master_key: Wraps) -> dict[str, bytes]:
    """Seal under a new key; gives the columns. `named` is the publication and the number of its revision."""
    key, nonce, context = AESGCM.generate_key(KEY_BITS), os.urandom(NONCE_BYTES), _context(named)
    told = [caption.title, caption.description, list(caption.tags), caption.credit, note, caption.said]
    content = json.dumps(told, ensure_ascii=False).encode()
    return {
        "wrapped_key": master_key.wrap(key, context),
        "words": nonce + AESGCM(key).encrypt(nonce, content, context),
    }


def open_caption(wrapped_key: bytes, sealed: bytes, named: tuple[UUID, int], master_key: Wraps) -> tuple[Caption, str]:
    """Open what `seal_caption` sealed: the caption, and the moderator's note."""
    context = _context(named)
    key = master_key.unwrap(wrapped_key, context)
    content = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    title, description, tags, credit, note, *later = json.loads(content)
    return Caption(title, description, tuple(tags), credit, *later), note


def _context(named: tuple[UUID, int]) -> bytes:
    publication, number = named
    return b"revision:" + publication.bytes + number.to_bytes(4)
