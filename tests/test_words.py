"""People's words at rest, as this version and earlier ones sealed them."""

import json
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.storage.words import KEY_BITS, NONCE_BYTES, open_words, seal_words
from core.videos import VideoId, Words

VIDEO = VideoId(UUID(int=5))


class Plainly:
    """`Wraps` that leaves a key as it is."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """Give the key."""
        del context
        return key

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Give it back."""
        del context
        return wrapped

    def derive(self, purpose: bytes) -> bytes:
        """Give the purpose."""
        return purpose


def test_words_open_as_they_were_sealed() -> None:
    """Prompt, title, names of files and the text over the picture come back."""
    words = Words("a slow pan", "Harbour", ("beach.png",), "Привет, 你好")
    wrapped, sealed = seal_words(words, VIDEO, Plainly())
    assert open_words(sealed, wrapped, VIDEO, Plainly()) == words


def test_words_of_version_0_1_0_open_without_a_text() -> None:
    """That version sealed three parts and knew no text over the picture."""
    key, nonce = AESGCM.generate_key(KEY_BITS), b"n" * NONCE_BYTES
    content = json.dumps(["a slow pan", "Harbour", ["beach.png"]]).encode()
    sealed = nonce + AESGCM(key).encrypt(nonce, content, VIDEO.bytes)
    assert open_words(sealed, key, VIDEO, Plainly()) == Words("a slow pan", "Harbour", ("beach.png",))
