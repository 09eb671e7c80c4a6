"""What runs inside a worker process: a task gets bytes in memory and gives bytes back, never a file."""

import mmap
import os
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol, Self

Json = Any
Progress = Callable[[float], None]
"""Called with the finished share, 0.0 to 1.0."""


class Memory:
    """Anonymous memory (Linux memfd) that crosses a process border by descriptor and never touches a disk.

    Libraries that insist on a file name (PyAV's muxer reopens its output) get `path`,
    which names the descriptor and not a file on a disk.
    """

    def __init__(self, fd: int) -> None:
        """Take over an open memfd."""
        self.fd = fd

    @classmethod
    def empty(cls, name: str = "hushreel") -> Self:
        """Make memory with no bytes; `name` shows in /proc only."""
        return cls(os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING))

    @classmethod
    def of(cls, content: bytes | bytearray | memoryview) -> Self:
        """Make memory that holds `content`."""
        memory = cls.empty()
        view = memoryview(content)
        while view:
            view = view[os.write(memory.fd, view) :]
        return memory

    @property
    def path(self) -> str:
        """A name under which this process can reopen the memory."""
        return f"/proc/self/fd/{self.fd}"

    @property
    def size_bytes(self) -> int:
        """How many bytes it holds."""
        return os.fstat(self.fd).st_size

    def append(self, chunk: bytes) -> int:
        """Add bytes at the end and return the new size."""
        return self.write(self.size_bytes, chunk)

    def write(self, start: int, chunk: bytes) -> int:
        """Put bytes at a place and return where they end."""
        view = memoryview(chunk)
        while view:
            written = os.pwrite(self.fd, view, start)
            start += written
            view = view[written:]
        return start

    def read(self, start: int = 0, length: int | None = None) -> bytes:
        """Copy out `length` bytes from `start`, or all the rest."""
        wanted = self.size_bytes - start if length is None else length
        return os.pread(self.fd, max(0, wanted), start)

    def view(self) -> mmap.mmap | bytes:
        """Map the bytes without copying them; empty memory can't be mapped and gives b""."""
        return mmap.mmap(self.fd, 0, prot=mmap.PROT_READ) if self.size_bytes else b""

    def close(self) -> None:
        """Give the memory back; safe to call twice."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def __enter__(self) -> Self:
        """Use the memory for the length of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the memory back."""
        self.close()


class Source(Protocol):
    """Bytes that stay with the service, sealed as they may be: a worker asks for them by ranges."""

    @property
    def size_bytes(self) -> int:
        """How many bytes there are."""

    def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give bytes start..end (end excluded) in order."""


@dataclass(frozen=True)
class Work:
    """One order to a worker: small JSON parameters, and inputs as memory.

    `files` are there in the worker alone: what the service serves of its sources, to be read and searched like files.
    """

    parameters: Mapping[str, Json]
    inputs: tuple[Memory, ...] = ()
    files: tuple[BinaryIO, ...] = ()


@dataclass(frozen=True)
class Product:
    """What a worker gives back: named memory ("video", "poster", "picture") and small JSON facts."""

    parts: Mapping[str, Memory] = field(default_factory=dict)
    facts: Mapping[str, Json] = field(default_factory=dict)


Task = Callable[[Work, Progress], Product]
"""Runs in a worker process. Raises `Refusal` for bad input; anything else counts as a crash of the worker."""


class Refusal(Exception):
    """The task won't do this input. `code` and `data` cross the process border and become a `core.errors` error."""

    def __init__(self, code: str, **data: Json) -> None:
        """Name a stable error code of `core.errors` and the data that its sentence needs."""
        super().__init__(code)
        self.code = code
        self.data = data
