"""People's words at rest: sealed by one key a video, which the master key wraps."""

import json
import os
from dataclasses import asdict
from typing import Protocol

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.videos import Extras, VideoId, Words

KEY_BITS = 256
NONCE_BYTES = 12


class Wraps(Protocol):
    """What a master key does. `context` binds a wrapped key to its place."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """Seal a key."""

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Open a wrapped key."""

    def derive(self, purpose: bytes) -> bytes:
        """Give a key for one purpose alone."""


def seal_words(words: Words, video: VideoId, master_key: Wraps) -> tuple[bytes, bytes]:
    """Seal under a new key. Gives the wrapped key and the sealed words (AES-256-GCM, random nonce first)."""
    key = AESGCM.generate_key(KEY_BITS)
    nonce = os.urandom(NONCE_BYTES)
    kept = [words.prompt, words.title, list(words.file_names), words.text, asdict(words.extras)]
    content = json.dumps(kept, ensure_ascii=False).encode()
    return master_key.wrap(key, _context(video)), nonce + AESGCM(key).encrypt(nonce, content, video.bytes)


def open_words(sealed: bytes, wrapped_key: bytes, video: VideoId, master_key: Wraps) -> Words:
    """Open what `seal_words` sealed; version 0.1.0 kept no text, and none before 0.2.0 extras."""
    key = master_key.unwrap(wrapped_key, _context(video))
    content = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], video.bytes)
    prompt, title, file_names, *more = json.loads(content)
    text = more[0] if more else ""
    extras = Extras(**more[1]) if more[1:] else Extras()
    return Words(prompt, title, tuple(file_names), text, extras)


def _context(video: VideoId) -> bytes:
    return b"words:" + video.bytes
