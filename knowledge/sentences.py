"""Fluent files, parsed, and kept beside them as Python keeps its bytecode: parsing takes ten times as long."""

import gc
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from fluent.runtime import FluentResource
from fluent.syntax.ast import Resource

_DIGEST_BYTES = 32


@cache
def sentences(file: Path) -> Resource:
    """Parse a Fluent file once. Nothing changes what came of it, however many look into it."""
    source = file.read_bytes()
    digest = sha256(version("fluent.syntax").encode() + source).digest()
    kept = Path(cache_from_source(str(file))).with_suffix(".parsed")
    found = _read(kept, digest)
    if found is None:
        found = FluentResource(source.decode())
        _keep(kept, digest, found)
    return found


def _read(kept: Path, digest: bytes) -> Resource | None:
    """Give what was kept whole, of this very file by this very parser. It is trusted as the program beside it is."""
    with suppress(OSError):
        content = kept.read_bytes()
        head, parsed = content[: 2 * _DIGEST_BYTES], content[2 * _DIGEST_BYTES :]
        if head == digest + sha256(parsed).digest():
            with _nothing_thrown_away():
                return pickle.loads(parsed)  # type: ignore[no-any-return]  # noqa: S301 - like bytecode
    return None


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Don't look for garbage among 160,000 new objects that all stay: it takes three times as long as making them."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _keep(kept: Path, digest: bytes, parsed: Resource) -> None:
    """Keep it for the next start, where we may write; two starts at once leave one of both."""
    draft = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        content = pickle.dumps(parsed)
        draft.write_bytes(digest + sha256(content).digest() + content)
        draft.replace(kept)
