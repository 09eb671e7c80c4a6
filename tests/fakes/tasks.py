"""Tasks that behave badly, and one that tells what a worker sees. They run in real worker processes."""

import os
import resource
import signal
import socket
import sys
import time
from pathlib import Path
from typing import cast

from core.work import Memory, Product, Progress, Refusal, Work
from core.workers import wire


def echo(work: Work, progress: Progress) -> Product:
    """Give each input back, after its progress."""
    progress(0.25)
    progress(1.0)
    parts = {str(place): Memory.of(given.read()) for place, given in enumerate(work.inputs)}
    return Product(parts, {"parameters": dict(work.parameters), "pid": os.getpid()})


def tell(_work: Work, _progress: Progress) -> Product:
    """Tell what this process sees and may do."""
    facts = {
        "environment": dict(os.environ),
        "folder": str(Path.cwd()),
        "modules": sorted(sys.modules),
        "open": [str(fd.resolve()) for fd in Path("/proc/self/fd").iterdir()],
        "memory": resource.getrlimit(resource.RLIMIT_AS),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "files": resource.getrlimit(resource.RLIMIT_NOFILE),
        "niceness": os.nice(0),
    }
    return Product({}, facts)


def refuse(work: Work, _progress: Progress) -> Product:
    """Refuse what was given."""
    raise Refusal("file_kind_unknown", kind=work.parameters["kind"])


def break_down(work: Work, _progress: Progress) -> Product:
    """Raise an error that holds a person's words."""
    raise RuntimeError(work.parameters["words"])


def vanish(_work: Work, _progress: Progress) -> Product:
    """End without a word, as after a fault of the decoder."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return Product()


def hog(_work: Work, _progress: Progress) -> Product:
    """Ask for 8 GiB."""
    return Product({}, {"size": len(bytearray(8 * 2**30))})


def flood(_work: Work, _progress: Progress) -> Product:
    """Fill a memory until the limit."""
    memory = Memory.empty()
    while True:
        memory.append(bytes(2**20))


def hang(_work: Work, progress: Progress) -> Product:
    """Say that it began, and never end."""
    progress(0.5)
    while True:
        time.sleep(60)


def tell_and_wait(_work: Work, progress: Progress) -> Product:
    """Say that it began, wait a moment for whoever wants to disturb it, and end well."""
    progress(0.5)
    time.sleep(0.5)
    return Product({}, {"pid": os.getpid()})


def rest(work: Work, _progress: Progress) -> Product:
    """Take a while, and tell when it began and ended."""
    began = time.monotonic()
    time.sleep(work.parameters["seconds"])
    return Product({}, {"began": began, "ended": time.monotonic()})


def smuggle(_work: Work, _progress: Progress) -> Product:
    """Give a descriptor that is no memory."""
    return Product({"part": Memory(os.open("/dev/zero", os.O_RDONLY))})


def lie(_work: Work, progress: Progress) -> Product:
    """Call a word progress."""
    progress(cast("float", "much"))
    return Product()


def read_ranges(work: Work, _progress: Progress) -> Product:
    """Read ranges of the first file that is served, one after the other."""
    (file,) = work.files
    read = Memory.empty()
    for start, length in work.parameters["ranges"]:
        file.seek(start)
        read.append(file.read(length))
    return Product({"read": read}, {"size": file.seek(0, os.SEEK_END)})


def ask_nonsense(work: Work, _progress: Progress) -> Product:
    """Ask the service for what it doesn't serve, as a worker that was taken over would."""
    end = next(
        socket.socket(fileno=int(fd.name)) for fd in Path("/proc/self/fd").iterdir() if "socket:" in str(fd.readlink())
    )
    wire.send(end, {"wanted": work.parameters["wanted"]})
    return Product({}, wire.receive(end)[0])
